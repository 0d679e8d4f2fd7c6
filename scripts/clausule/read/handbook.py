"""The handbook as it is written: one list of tasks (``tasks.json``), and for each a page in every language that the
handbook has. The pages stand in ``handbook/`` of the repository, where a forge shows them, and in the program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from clausule import data_path
from clausule.model.similarity import closest

TASKS = "tasks.json"
PICTURES, RECORD = "pictures", "pictures.json"
ANCHOR = re.compile(r"^#{2,3} (?P<words>.+?)(?: \{#(?P<id>[a-z0-9-]+)\})?$")


@dataclass(frozen=True, slots=True)
class Task:
    """A page: what it is called in all languages (``id``) and in the addresses of each, and which commands it tells
    of."""

    id: str
    slugs: Mapping[str, str]
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Tasks of one kind of reader, under one heading."""

    names: Mapping[str, str]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (JPEG) and its size in pixels of a page."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Page:
    """What is written of a task in one language: its title, what it is about in a sentence, and its Markdown."""

    task: Task
    tag: str
    title: str
    about: str
    text: str

    @property
    def slug(self) -> str:
        return self.task.slugs[self.tag]

    def anchors(self) -> Iterator[tuple[str, str]]:
        """The id of each heading that has one of its own, and its words."""
        for line in self.text.splitlines():
            if (found := ANCHOR.match(line)) and found["id"]:
                yield found["id"], found["words"]

    def section(self, anchor: str) -> str:
        """The Markdown below one heading, with it."""
        rows: list[str] = []
        for line in self.text.splitlines():
            found = ANCHOR.match(line)
            if rows and found:
                break
            if rows or (found and found["id"] == anchor):
                rows.append(line)
        return "\n".join(rows).strip() + "\n"


def folder() -> Path:
    """Where the pages are."""
    return data_path("handbook", "handbook")


@cache
def parts() -> tuple[Part, ...]:
    """The list of tasks, in the order in which somebody meets them."""
    listed: Sequence[Mapping[str, Any]] = json.loads((folder() / TASKS).read_text("utf-8"))
    return tuple(
        Part(part["names"], tuple(Task(one["id"], one["slugs"], tuple(one["commands"])) for one in part["tasks"]))
        for part in listed
    )


def tags() -> tuple[str, ...]:
    """The languages of the handbook."""
    return tuple(parts()[0].names)


@cache
def page_of(task: str, tag: str) -> Page:
    """The page of the task ``task`` in the language ``tag``."""
    found = next(one for part in parts() for one in part.tasks if one.id == task)
    text = (folder() / tag / f"{task}.md").read_text("utf-8")
    title, _, rest = text.partition("\n")
    first = " ".join(rest.strip().partition("\n\n")[0].split())
    about = first.partition(". ")[0].rstrip(".") + "."
    return Page(found, tag, title.removeprefix("# ").strip(), about, rest.strip() + "\n")


def pages(tag: str) -> list[Page]:
    """All pages in the language ``tag``."""
    return [page_of(task.id, tag) for part in parts() for task in part.tasks]


@cache
def pictures() -> dict[str, Picture]:
    """The pictures on its pages, by name."""
    home = folder() / PICTURES
    known: Mapping[str, Mapping[str, Any]] = json.loads((home / RECORD).read_text("utf-8"))
    return {name: Picture((home / name).read_bytes(), one["width"], one["height"]) for name, one in known.items()}


@cache
def subjects(tag: str) -> Mapping[str, tuple[Page, str]]:
    """What can be asked for: each page by its id and slug, what stands under a heading with an id of its own (a
    message), and each command; with the anchor on the page, if it has one."""
    every = pages(tag)
    # What is below counts above what is before it, where two are called the same.
    found: dict[str, tuple[Page, str]] = {page.slug: (page, "") for page in every}
    found |= {anchor: (page, anchor) for page in every for anchor, _ in page.anchors()}
    found |= {command: (page, "") for page in every for command in page.task.commands}
    return found | {page.task.id: (page, "") for page in every}


def nearest(word: str, tag: str) -> str:
    """The subject that is called nearly so, if there is one."""
    return closest(word, subjects(tag))
