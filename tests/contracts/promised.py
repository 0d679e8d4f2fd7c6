"""What version 1 promises to stay, as the program has it now: one line for each thing, so that one that goes is missed.

    .venv/bin/python tests/contracts/promised.py        adds to promised.txt what is new; takes nothing out
                                                            (--check: says what that would be; a release wants nothing)

The page of the handbook ('What stays') says what is promised, in words; this is that, word for word.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import click

HERE = Path(__file__).resolve().parent
LIST = HERE / "promised.txt"
OF_THE_PAGES = ("SEARCH_DATA", "COMPARISON_DATA", "DEMANDS_DATA", "ASSETS", "MEMORY", "LOST", "ROBOTS", "SITEMAP")
"""Files that pages and the next publisher read, and nobody else."""
HEAD = """\
# What version 1 promises to stay. A line is added (tests/contracts/promised.py), and none is changed or taken out.
"""


def promised() -> list[str]:
    """Every line, in its order."""
    return [
        *_commands(),
        *_statuses(),
        *_data(),
        *_printed(),
        *_sources(),
        *_addresses(),
        *_rules(),
        *_ids(),
    ]


def _commands() -> Iterator[str]:
    from clausule.cli.start import cli

    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command
        below = command.commands.items() if isinstance(command, click.Group) else [("", command)]
        for sub, each in below:
            yield from _options(f"clausule {name} {sub}".strip(), each)
    yield from _options("clausule", cli)


def _options(said: str, command: click.Command) -> Iterator[str]:
    yield f"command: {said}"
    for one in command.params:
        if isinstance(one, click.Argument):
            yield f"command: {said}: takes {one.human_readable_name}{'' if one.required else ', which may be left out'}"
            continue
        for name in one.opts:
            yield f"command: {said} {name}"
            choices = one.type.choices if isinstance(one.type, click.Choice) else ()
            yield from (f"command: {said} {name} {choice}" for choice in choices)
        if not one.required:
            yield f"command: {said} {one.opts[0]} may be left out"


def _statuses() -> Iterator[str]:
    from clausule.cli.console import Failure

    yield f"status: {Failure.exit_code} where the machine or the sources fail"
    yield f"status: {click.UsageError.exit_code} for wrong use"


def _data() -> Iterator[str]:
    """Of each schema of data that is offered: what is there, of which kind, and what is always there."""
    from clausule.pages.root.schemas import SOURCES, schemas

    for address, text in schemas().items():
        if not address.startswith(SOURCES):
            yield f"schema: {address}"
            for path, what, required in _walk(json.loads(text), values=True):
                yield f"data: {Path(address).stem} {path}: {what}"
                if required and not what.startswith("may be "):
                    yield f"data: {Path(address).stem} {path} is always there"


def _sources() -> Iterator[str]:
    """Of each schema of sources: what may be written, of which kind, and what may be left out."""
    from clausule.read.frontmatter import schema_texts

    for name, text in schema_texts().items():
        yield f"schema: schema/sources/{name}.json"
        for path, what, required in _walk(json.loads(text), values=True):
            yield f"source: {name} {path}: {what}"
            if not required:
                yield f"source: {name} {path} may be left out"


def _walk(schema: dict[str, Any], *, values: bool = False) -> Iterator[tuple[str, str, bool]]:
    """Path, kind and whether it is required of every property; with ``values`` each value of a closed set too."""
    seen: set[tuple[str, str, bool]] = set()

    def below(part: Any, path: str, refs: tuple[str, ...]) -> Iterator[tuple[str, str, bool]]:
        if not isinstance(part, dict):
            return
        if ref := part.get("$ref"):
            if ref in refs:
                return
            target: Any = schema
            for step in ref.removeprefix("#/").split("/"):
                target = target[step]
            yield from below(target, path, (*refs, ref))
        for kind in ("oneOf", "anyOf", "allOf", "prefixItems"):
            for one in part.get(kind, ()):
                yield from below(one, f"{path}[]" if kind == "prefixItems" else path, refs)
        if isinstance(part.get("items"), dict):
            yield from below(part["items"], f"{path}[]", refs)
        yield from below(part.get("additionalProperties"), f"{path}.*", refs)
        for name, one in part.get("properties", {}).items():
            here = f"{path}.{name}".lstrip(".")
            required = name in part.get("required", ())
            yield here, _kind(one, schema), required
            if values:
                yield from ((here, f"may be {value}", True) for value in one.get("enum", ()))
            yield from below(one, here, refs)

    for row in below(schema, "", ()):
        if row not in seen:
            seen.add(row)
            yield row


def _kind(part: dict[str, Any], schema: dict[str, Any]) -> str:
    """The type that a schema names, in a word."""
    for _ in range(9):
        if "$ref" not in part or "type" in part:
            break
        target: Any = schema
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        part = target
    named = part.get("type", "any")
    return " or ".join(sorted(named)) if isinstance(named, list) else str(named)


def _printed() -> Iterator[str]:
    """What commands print for programs and no schema says."""
    from clausule.author.doctor.observation import fine
    from clausule.model.findings import Finding
    from clausule.model.nodes import Place
    from clausule.pages.root.editions_table import _COLUMNS

    finding = Finding(place=Place("path", 1, 1), rule="rule", message="message")
    yield from (f"printed: check --format json: {key}" for key in finding.as_json())
    yield from (f"printed: doctor --format json: {key}" for key in fine("about", "found").as_json())
    yield from (f"table: overeenkomsten.csv: {column.name}" for column in _COLUMNS)


def _addresses() -> Iterator[str]:
    from clausule.language.language import language_of, languages
    from clausule.model import addresses

    for name, value in vars(addresses).items():
        if name.isupper() and isinstance(value, str) and name not in OF_THE_PAGES:
            yield f"file: {value}"
    for tag in languages():
        slugs = language_of(tag).slugs
        yield from (f"address: {tag} {name} {word}" for name, word in slugs._asdict().items())


def _rules() -> Iterator[str]:
    """An author accepts a finding by the name of its rule."""
    from clausule.check import all_rules

    yield from (f"rule: {name}" for name in all_rules())


def _ids() -> Iterator[str]:
    """The ids of an agreement in each language that holds most forms of numbers and marks."""
    from clausule.read import read_repository

    for agreement in read_repository(HERE / "agreements").agreements:
        for edition in agreement.editions:
            yield from (f"id: {agreement.slug} {one}" for one in dict.fromkeys(_ids_in(_parts(edition))))


def _parts(edition: Any) -> tuple[Any, ...]:
    return edition.preamble, edition.articles, edition.closing, edition.annexes, edition.definitions


def _ids_in(value: Any) -> Iterator[str]:
    """Every id in a piece of the model."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from _ids_in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(one := getattr(value, "id", ""), str) and one:
            yield one
        for each in fields(value):
            yield from _ids_in(getattr(value, each.name))


def kept(path: Path = LIST) -> list[str]:
    """The lines that were promised."""
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def unlisted() -> list[str]:
    """What is promised and in no list yet."""
    return sorted({*promised()} - {*kept()})


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1] / "scripts"))
    if sys.argv[1:] == ["--check"]:
        new = unlisted()
        sys.exit(f"{len(new)} new promises are in no list, the first: {new[0]}" if new else 0)
    lines = {*promised(), *(kept() if LIST.exists() else ())}
    LIST.write_text(HEAD + "".join(f"{line}\n" for line in sorted(lines)), "utf-8", newline="\n")
