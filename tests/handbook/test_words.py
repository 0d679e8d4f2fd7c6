"""The commands that stand in a sentence are those of the program, with options that they have; and whatever begins with
``clausule`` in code is run."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from pages import other_code, said_in_passing

from clausule.pages.handbook.made import commands
from clausule.read.handbook import Page, pages, tags

COMMANDS = dict(commands())
ALL = [page for tag in tags() for page in pages(tag)]


@pytest.mark.parametrize("page", ALL, ids=lambda page: f"{page.tag}-{page.task.id}")
def test_what_is_said_in_passing_is_a_command(page: Page) -> None:
    for words in said_in_passing(page):
        given = shlex.split(words)[1:]
        while given and given[0].startswith("--"):  # what is said to the program itself
            given = given[2 if given[0] == "--root" else 1 :]
        if not given:
            continue
        name, *given = given
        command = COMMANDS.get(name) or COMMANDS.get(f"{name} {given[0] if given else ''}")
        assert command, f"`{words}`: there is no such command"
        known = {one for option in command.params if isinstance(option, click.Option) for one in option.opts}
        unknown = [one for one in given if one.startswith("--") and one.partition("=")[0] not in known | {"--help"}]
        assert not unknown, f"`{words}` has no {unknown}"
    assert not [line for line in other_code(page) if re.match(r"\$|(?:.*/)?clausule ", line)], "this is not run"
