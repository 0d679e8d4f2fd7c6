"""The parts of the handbook that are made from the program itself: its commands, settings, schemas and rules. They are
in the language of the program, whatever the language of the page around them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import click

from clausule.check import all_rules
from clausule.language.language import SOURCE
from clausule.pages.handbook.markup import table
from clausule.pages.kit.html import element, joined, lines, stacked, with_code


def made(schemas: Mapping[str, bytes], up: str) -> dict[str, Callable[[], str]]:
    """Each part by its name; ``schemas`` are those that the site publishes, and ``up`` leads to its
    root; empty where there is no site around it."""
    return {
        "commands": _commands,
        "settings": lambda: _settings(schemas),
        "schemas": lambda: _schemas(schemas, up),
        "rules": _rules,
    }


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command of the program with its whole name: ``forge comment``.

    The command line stands above all rooms, and the handbook tells of it: it is loaded by its name when it is told of.
    """
    program: click.Group = import_module("clausule.cli.start").cli
    context = click.Context(program)
    for name in program.list_commands(context):
        if command := program.get_command(context, name):
            inner = command.commands if isinstance(command, click.Group) else {}
            yield from ((f"{name} {below}", one) for below, one in inner.items()) if inner else [(name, command)]


def options(command: click.Command) -> list[click.Option]:
    """What can be said behind it."""
    return [one for one in command.params if isinstance(one, click.Option) and not one.hidden]


def _commands() -> str:
    return stacked("div", *(_command(name, command) for name, command in commands()), lang=SOURCE)


def _command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=f"clausule {name}")
    usage = " ".join([f"clausule {name}", *command.collect_usage_pieces(context)])
    paragraphs = [" ".join(one.split()) for one in (command.help or "").split("\n\n")]
    records = [one.get_help_record(context) or ("", "") for one in options(command)]
    rows = [[element("code", given), with_code(" ".join(words.split()))] for given, words in records]
    return lines(
        element("h2", name, id=f"clausule-{name.replace(' ', '-')}"),
        element("pre", element("code", element("b", usage)), tabindex="0", class_="session"),
        *(element("p", with_code(one)) for one in paragraphs),
        table(["", ""], rows) if rows else "",
    )


def setting_rows(schemas: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Each setting that a firm can write, with what the schema says of it."""
    schema = json.loads(next(text for address, text in schemas.items() if address.endswith("/settings.json")))
    return list(_setting_rows(schema["properties"], ""))


def _setting_rows(properties: Mapping[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for name, one in properties.items():
        if "properties" in one:
            yield from _setting_rows(one["properties"], f"{before}{name}.")
        elif "const" not in one:
            yield f"{before}{name}", one.get("description", "")


def _settings(schemas: Mapping[str, bytes]) -> str:
    rows = [[element("code", name), with_code(words)] for name, words in setting_rows(schemas)]
    return stacked("div", table(["", ""], rows), lang=SOURCE)


def _schemas(schemas: Mapping[str, bytes], up: str) -> str:
    rows = []
    for address, text in schemas.items():
        name = element("code", address)
        rows.append([element("a", name, href=up + address) if up else name, json.loads(text)["title"]])
    return stacked("div", table(["", ""], rows), lang=SOURCE)


def _rules() -> str:
    names = [element("code", rule.id) for rule in all_rules().values()]
    return element("p", joined(", ", names), lang=SOURCE)
