"""The footnotes of a page: ``[^1]`` in the words, and ``[^1]: what it says`` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from clausule.model.ids import Ids, slug
from clausule.model.nodes import Footnote, Text, block_texts
from clausule.model.walk import Part
from clausule.read.source import Line, Sources

_BEGIN = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s]{1,40})\]:[ \t]*")


@dataclass
class _Note:
    id: str
    label: str
    lines: list[Line]
    used: bool = False


@dataclass
class Footnotes:
    """Those of one page. ``ids`` are given in the whole edition, and begin with ``name``."""

    sources: Sources
    name: str
    ids: Ids
    _found: dict[str, _Note] = field(default_factory=dict)

    def taken_from(self, lines: list[Line]) -> list[Line]:
        """The other lines of the page. A footnote ends at a blank line, unless an indented line follows it."""
        if not any("[^" in line.text for line in lines):
            return lines
        others: list[Line] = []
        note: _Note | None = None
        for index, line in enumerate(lines):
            if match := _BEGIN.match(line.text):
                note = self._begin(match["label"], line.rest(match.end()), line)
                continue
            blank = not line.text.strip()
            after_blank = index > 0 and not lines[index - 1].text.strip()
            if note and (blank or (after_blank and not line.text.startswith(("  ", "\t")))):
                note = note if blank else None
            if note is None:
                others.append(line)
            elif not blank:
                note.lines.append(line)
            else:
                others.append(line)
        return others

    def _begin(self, label: str, words: Line, line: Line) -> _Note:
        note = _Note(self.ids.unique(f"{self.name}-{slug(label)}"), label, [words])
        if label in self._found:
            message = f"footnote {label} stands here twice"
            self.sources.add(line.place, "unreadable-text", message, "give each footnote a name of its own", label)
            label = note.id
        self._found[label] = note
        return note

    def use(self, label: str) -> str:
        """The id of the footnote that the words call ``label``; empty when there is none."""
        note = self._found.get(label)
        if note:
            note.used = True
        return note.id if note else ""

    def read(self, text: Callable[[list[Line]], Text]) -> tuple[tuple[str, str, Text], ...]:
        """Id, label and words of each, in order; one that nothing refers to is a finding."""
        found = tuple((note.id, note.label, text(note.lines)) for note in self._found.values())
        for note in self._found.values():
            if not note.used:
                message = f"nothing refers to footnote {note.label}"
                hint = f"write [^{note.label}] where it belongs, or take it out"
                self.sources.add(note.lines[0].place, "unreadable-text", message, hint, note.label)
        return found


def owned(notes: Iterable[tuple[str, str, Text]], parts: Iterable[Part], owner: str) -> tuple[Footnote, ...]:
    """The footnotes, each with the part of the page that refers to it, else ``owner``."""
    owners: dict[str, str] = {}
    for part in parts:
        texts = (*filter(None, (part.heading, part.subheading)), *block_texts(part.blocks))
        for text in texts:
            for mark in text.marks:
                if mark.kind == "note":
                    owners.setdefault(mark.target, part.id)
    return tuple(Footnote(id=id, label=label, text=text, owner=owners.get(id, owner)) for id, label, text in notes)
