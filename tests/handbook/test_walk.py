"""Each page of the handbook is walked as it is written: every command in an empty folder or a small firm, every file,
and what the page says comes of it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from firm import IDENTITY, Firms
from pages import Command, steps

from clausule.read.handbook import Page, pages, tags
from session import Session

# What is there when somebody comes to a page; an empty folder where it is not said.
BEGINS = {
    "word": "file",
    "check": "fault",
    "publish": "typed",
    "write": "firm",
    "next-edition": "agreed",
    "reasons": "changed",
    "lawyer": "returned",
    "languages": "translated",
    "many": "agreed",
    "data": "agreed",
    "annex": "agreed",
    "sub-processors": "promising",
    "notice": "listed",
    "life": "concept",
    "mistake": "agreed",
    "own-server": "agreed",
    "prove": "agreed",
    "upgrade": "agreed",
}
_NEVER_ENDS = "clausule serve"
WALKED = [page for tag in tags() for page in pages(tag) if any(isinstance(one, Command) for one in steps(page))]


@pytest.mark.parametrize("page", WALKED, ids=lambda page: f"{page.tag}-{page.task.id}")
def test_a_page_does_what_it_says(page: Page, firms: Firms, tmp_path: Path) -> None:
    desk = firms.at(BEGINS.get(page.task.id, "empty"), page.tag, tmp_path)
    for step in steps(page):
        if not isinstance(step, Command):
            there = desk.root / step.path
            desk.write(step.path, step.over(there.read_text("utf-8") if there.exists() else ""))
        elif step.words.startswith("cd "):
            desk = Session(desk.root / step.words.removeprefix("cd "))
        elif not step.words.startswith(_NEVER_ENDS):
            _follow(desk, step)


def _follow(desk: Session, step: Command) -> None:
    program, *words = shlex.split(step.words)
    assert program in ("clausule", "git"), step.words
    done = desk.run(*words, **IDENTITY) if program == "clausule" else desk.program([program, *words], **IDENTITY)
    out = done.stdout + "\n" + done.stderr
    # A command that cannot be carried out says so on the page too; one that found something shows what.
    assert done.returncode < 2 or any(line.startswith("clausule: ") for line in step.said), out
    assert done.returncode != 1 or step.said, out
    for line in step.said:
        wanted = ".*".join(map(re.escape, line.strip().split("…")))
        assert re.search(rf"^\s*{wanted}", out, re.M), f"{line!r} is not what came of {step.words}:\n{out}"
