"""A flow of blocks as plain data for a template that sets pages: lists within each other, and no link that leads
nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clausule.formats.flow import FlowBlock, Grid, Heading, Image, Line, Meaning, Note, Run, Runs
from clausule.formats.typesetting import TypesettingError, typeset
from clausule.read.house import House

_CLAUSE, _ITEM, _GAP = 3.2, 1.75, 0.6
"""In ems: how wide the numbers of clauses and the marks of items are at least, and the room behind the widest."""
LONGEST, _IN_CELL = 60, 24
"""Signs without a space that fit in a line, and in a cell, wherever they stand; longer ones may be broken anywhere."""
HEAD = 56
"""Signs of a title in a running head, which is no line of the text."""
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_JOINED = "-\u2060"
"""No line ends at a hyphen of the author, which nobody could tell from one of the page (U+2060: no break)."""


def sheets(
    parts: Sequence[Sequence[FlowBlock]], prefix: str = "", longest: int = LONGEST
) -> list[list[dict[str, Any]]]:
    """The blocks of each of ``parts`` for a template; a link may lead from one part to another. ``prefix`` stands
    before every id, where a document has another text whose ids are the same; ``longest`` are the signs that fit in a
    line wherever they stand."""
    flow = [block for part in parts for block in part]
    ids = [block.id for block in flow if isinstance(block, Heading | Line | Meaning | Note) and block.id]
    notes = {block.id: block for block in flow if isinstance(block, Note)}
    marks = [block.mark for block in flow if isinstance(block, Line) and block.kind == "clause"]
    parts_named = frozenset(block.id for block in flow if isinstance(block, Heading))
    made = _Sheets(frozenset(ids), parts_named, notes, set(), _hanging(marks, _CLAUSE), prefix, longest)
    return [list(made.blocks(list(part))) for part in parts]


@lru_cache(maxsize=16)
def picture(data: bytes, ending: str) -> dict[str, Any] | None:
    """A picture as a template takes it; nothing for a file that is damaged, which no page can show."""
    told = {"format": "jpg" if ending == "jpeg" else ending, "bytes": list(data)}
    try:
        typeset("picture", told)
    except TypesettingError:
        return None
    return told


def house_data(house: House) -> dict[str, Any]:
    """What a template wants to know of a firm."""
    return {"colour": house.colour, "logo": picture(house.logo, house.logo_ending) if house.logo else None}


@dataclass(frozen=True, slots=True)
class _Sheets:
    ids: frozenset[str]
    parts_named: frozenset[str]
    notes: dict[str, Note]
    used: set[str]
    clauses: float
    prefix: str
    longest: int

    def blocks(self, flow: list[FlowBlock]) -> Iterator[dict[str, Any]]:
        at = 0
        while at < len(flow):
            end = self._end(flow, at)
            if not _is_cited(flow[at]):
                yield self._block(flow[at:end])
            at = end

    def _end(self, flow: list[FlowBlock], at: int) -> int:
        """Where the list or the definitions end that begin at ``at``; another block is one by itself."""
        first = flow[at]
        if isinstance(first, Line) and first.kind != "text":
            return next((n for n in range(at + 1, len(flow)) if not _belongs(flow[n], first)), len(flow))
        if isinstance(first, Meaning):
            return next((n for n in range(at + 1, len(flow)) if not isinstance(flow[n], Meaning)), len(flow))
        return at + 1

    def _block(self, blocks: list[FlowBlock]) -> dict[str, Any]:
        block = blocks[0]
        match block:
            case Heading(id=name, kind=kind, level=level, mark=mark, runs=runs):
                data = {"of": kind, "level": level, "mark": mark, "runs": self.runs(runs), "words": block.words}
                return {"kind": "heading", **self._named(name), **data}
            case Line(kind="text", runs=runs, form=form):
                return {"kind": "text", "runs": self.runs(runs), "form": form}
            case Line():
                return self._list(blocks, block)
            case Meaning():
                entries = [
                    {**self._named(one.id), "term": one.term, "runs": self.runs(one.runs)}
                    for one in blocks
                    if isinstance(one, Meaning)
                ]
                return {"kind": "meanings", "entries": entries}
            case Grid(header=header, rows=rows, form=form):
                cells = [[self.runs(cell) for cell in row] for row in rows]
                head = [self.runs(cell) for cell in header] if any(header) else []
                return {
                    "kind": "table",
                    "widths": _widths((header, *rows)),
                    "header": head,
                    "rows": cells,
                    "form": form,
                }
            case Image(words=words, data=data_, ending=ending):
                return {"kind": "picture", "words": words, "picture": picture(data_, ending)}
            case Note(id=name, label=label, runs=runs):
                return {"kind": "note", **self._named(name), "label": label, "runs": self.runs(runs)}

    def _list(self, blocks: list[FlowBlock], first: Line) -> dict[str, Any]:
        """Clauses or items under each other, each with what hangs in it."""
        begins = [n for n, one in enumerate(blocks) if _begins(one, first)]
        entries = []
        for begin, end in zip(begins, [*begins[1:], len(blocks)], strict=True):
            line = blocks[begin]
            assert isinstance(line, Line)
            own = [{"kind": "text", "runs": self.runs(line.runs), "form": line.form}] if line.runs else []
            mark = line.mark if line.number or line.kind == "clause" else ""
            inner = [*own, *self.blocks(blocks[begin + 1 : end])]
            # '1.' in an annex without a number has the id of annex 1, on another page: a link means the annex
            named = {} if line.id in self.parts_named else self._named(line.id)
            entries.append({**named, "mark": mark, "blocks": inner})
        width = self.clauses if first.kind == "clause" else _hanging([str(entry["mark"]) for entry in entries], _ITEM)
        return {"kind": "list", "of": first.kind, "form": first.form, "width": width, "entries": entries}

    def _named(self, name: str) -> dict[str, str]:
        """The id of a block, by which one link or another leads to it."""
        return {"id": self.prefix + name} if name in self.ids else {}

    def runs(self, runs: Runs) -> list[dict[str, Any] | str]:
        """Words for a template: only what is not usual of them is said, and words alone are these words."""
        return [self._run(run) for run in runs]

    def _run(self, run: Run) -> dict[str, Any] | str:
        words = _HYPHEN.sub(_JOINED, run.words) if "-" in run.words else run.words
        data: dict[str, Any] = {"words": words}
        if run.strong:
            data["strong"] = True
        if run.em:
            data["em"] = True
        if link := self._link(run.link):
            data["link"] = link
        if run.field:
            data["field"] = run.field
        if max(map(len, run.words.split()), default=0) > self.longest:
            data["long"] = True
        if run.note in self.notes:
            data["note"] = self._note(self.notes[run.note])
        return data if len(data) > 1 or "\n" in words else words

    def _link(self, link: str) -> str:
        if not link.startswith("#"):
            return link
        return f"#{self.prefix}{link[1:]}" if link[1:] in self.ids else ""

    def _note(self, note: Note) -> dict[str, Any]:
        """A footnote where it is cited first; later citations lead to that."""
        if note.id in self.used:
            return {"label": note.label, "link": self.prefix + note.id}
        self.used.add(note.id)
        return {"id": self.prefix + note.id, "label": note.label, "runs": self.runs(note.runs)}


def _hanging(marks: Sequence[str], least: float) -> float:
    """How wide, in ems, what hangs before words is at most: a capital takes up more than a figure, and a sign less."""
    widths = [sum(0.75 if sign.isupper() else 0.3 if sign in ".,:;()il " else 0.55 for sign in mark) for mark in marks]
    return round(max([least, *(width + _GAP for width in widths)]), 2)


def _is_cited(block: FlowBlock) -> bool:
    """Whether it stands at the foot of the page of the words that it is about."""
    return isinstance(block, Note) and block.cited


def _widths(rows: Sequence[Sequence[Runs]]) -> list[float]:
    """How wide each column is beside the others: by the words in it and by the longest, none less than a third of
    another."""
    cells = [["".join(run.words for run in row[n]) for row in rows] for n in range(len(rows[0]))]
    longest = [max(map(len, column)) for column in cells]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in cells]
    least = max(*longest, 1) / 3
    return [
        round(max(max(size, least) ** 0.6, min(word, _IN_CELL) * 0.7), 2)
        for size, word in zip(longest, words, strict=True)
    ]


def _begins(block: FlowBlock, first: Line) -> bool:
    return isinstance(block, Line) and block.kind == first.kind and block.depth == first.depth


def _belongs(block: FlowBlock, first: Line) -> bool:
    """Whether ``block`` is of the list that begins with ``first``: another entry, or what hangs in one."""
    match block:
        case Heading() | Note() | Image():
            return False
        case Line(kind="clause" | "item"):
            return _begins(block, first) or block.depth > first.depth
        case _:
            return block.depth >= first.depth
