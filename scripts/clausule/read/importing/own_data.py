"""``overeenkomst.json`` of our own as the sources that it was made of: nothing of what is hashed is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from clausule.language.protocol import Grammar
from clausule.model.addresses import EDITION_DATA
from clausule.read.importing.document import NoDocument
from clausule.read.importing.sources import SourceFile, as_markdown, file_name

_INDENT = "    "
_AT_BEGIN = re.compile(r"^([#:~=>+](?=\s|$|[:~=#])|[#]|-{2,}$|\s*[-*](?=\s))")
_KEYS = ("version", "articles", "annexes", "preamble", "closing", "sha256")


@dataclass(frozen=True, slots=True)
class OwnData:
    """An edition as data: its version, its day, its hash and the recipe of that, and all of it as it was read."""

    version: str
    effective: date | None
    sha256: str
    recipe: int
    agreement: str
    values: Mapping[str, Any]

    def texts(self) -> Iterator[str]:
        """Every text of it, in order: what a reader of the edition sees."""
        yield from _texts({key: self.values.get(key) for key in ("preamble", "articles", "closing", "annexes")})

    def files(self, grammar: Grammar, version: str, front: str) -> list[SourceFile]:
        """The files of the edition, ``front`` the front matter of index.md. Raises ``NoDocument`` when parts are
        missing in it."""
        try:
            return list(_files(self.values, grammar, version, front))
        except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
            raise NoDocument(
                f"This {EDITION_DATA} is not as clausule writes it ({error}). Download it anew."
            ) from error


def is_own(data: bytes) -> bool:
    """Whether a file is an object of JSON."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def own_data(data: bytes, name: str) -> OwnData:
    """The edition in ``data``. Raises ``NoDocument`` for any other JSON."""
    try:
        values = json.loads(data.decode("utf-8-sig"))
        if not all(key in values for key in _KEYS):
            raise NoDocument(
                f"{name} is JSON, and no {EDITION_DATA} of an edition: it has no "
                f"{next(k for k in _KEYS if k not in values)}. "
                "What can be imported is the file that the site offers beside each edition."
            )
        day = values.get("effective")
        return OwnData(
            str(values["version"]),
            date.fromisoformat(day) if day else None,
            str(values["sha256"]),
            int(values.get("recipe", 1)),
            str(values.get("agreement", "")),
            values,
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise NoDocument(f"{name} is no {EDITION_DATA}, or is damaged ({error}). Download it anew.") from error


def _files(values: Mapping[str, Any], grammar: Grammar, version: str, front: str) -> Iterator[SourceFile]:
    title = [] if values.get("headed") is False else [f"# {as_markdown(values['title'])}"]
    notes = {note["id"]: note for note in values.get("footnotes", ())}
    yield _file("index.md", front, [*title, *_sections(values["preamble"], notes)], notes)
    chapters, seen = list(values.get("chapters", ())), set[str]()
    headed = 0
    for article in values["articles"]:
        opened = _opened(article.get("chapter"), chapters)
        above = [f"{'#' * level} {as_markdown(_heading(one))}" for level, one in enumerate(opened, 1)]
        heading = f"{'#' * (len(above) + 1)} {as_markdown(_heading(article))}"
        headed += not article["number"]
        name = file_name("article", article["number"] or str(headed), grammar)
        name = file_name("article", article["number"], grammar, article["chapter"]) if name in seen else name
        seen.add(name)
        rows = [*above, heading, *_blocks(article["intro"], notes)]
        for clause in article["clauses"]:
            if clause.get("subheading"):
                rows.append(f"{'#' * (len(above) + 2)} {as_markdown(clause['subheading'])}")
            rows += _blocks(clause, notes, clause.get("mark") or clause["number"])
        yield _file(name, f'version: "{article.get("version", version)}"\n', rows, notes)
    if values["closing"]:
        yield _file(
            f"{grammar.CLOSING}.md", f'version: "{version}"\n', list(_sections(values["closing"], notes, 1)), notes
        )
    unnumbered = 0
    for annex in values["annexes"]:
        unnumbered += not annex["number"]
        name = file_name("annex", annex["number"] or (str(unnumbered) if unnumbered > 1 else ""), grammar)
        day = f"effective: {annex['effective']}\n" if annex.get("effective") else ""
        kind = f"kind: {annex['kind']}\n" if annex.get("kind", "text") != "text" else ""
        rows = [
            f"# {as_markdown(_heading(annex))}",
            *_blocks(annex["intro"], notes),
            *_sections(annex["sections"], notes),
        ]
        yield _file(name, f'version: "{annex["version"]}"\n{day}{kind}', rows, notes)


def _file(name: str, front: str, rows: Sequence[str], notes: Mapping[str, Any]) -> SourceFile:
    body = "\n\n".join(rows)
    used = [note for note in notes.values() if f"[^{note['mark']}]" in body]
    body = "\n\n".join([body, *(f"[^{note['mark']}]: {as_markdown(note['text'])}" for note in used)])
    heading = next((row.lstrip("# ") for row in rows[:1] if row.startswith("#")), "")
    return SourceFile(name, front, body, heading, 1)


def _opened(chapter: str | None, left: list[Any]) -> list[Any]:
    """The chapters that begin with an article of ``chapter``; they are taken from those that are ``left``."""
    at = next((place for place, one in enumerate(left) if one["id"] == chapter), None)
    opened = left[: at + 1] if at is not None else []
    del left[: len(opened)]
    return opened


def _heading(part: Mapping[str, Any]) -> str:
    return str(part.get("heading") or f"{part.get('mark', '')} {part['title']}".strip())


def _sections(sections: Sequence[Mapping[str, Any]], notes: Mapping[str, Any], first: int = 0) -> Iterator[str]:
    """``first`` is the level of the heading of the first, where the file begins with it."""
    for place, section in enumerate(sections):
        composed = f"{section['label']}. {section['title']}" if section.get("label") else section["title"]
        heading = section.get("heading") or composed
        if heading:
            yield f"{'#' * (first if first and not place else section['level'])} {as_markdown(heading)}"
        yield from _blocks(section, notes)


def _blocks(words: Mapping[str, Any], notes: Mapping[str, Any], mark: str = "") -> Iterator[str]:
    """The words of a part as paragraphs of Markdown, the first behind ``mark``."""
    blocks = words["blocks"] if "blocks" in words else list(_plain_blocks(words))
    if mark and not (blocks and _is_paragraph(blocks[0])):
        blocks = ["", *blocks]
    for place, block in enumerate(blocks):
        yield from _block(block, "", notes, mark if place == 0 else "")


def _is_paragraph(block: Any) -> bool:
    return isinstance(block, str) or "text" in block


def _plain_blocks(words: Mapping[str, Any]) -> Iterator[Any]:
    """The blocks of words of which text and items say all: each line is a paragraph, or the next item."""
    text = words["text"]
    lines = text.split("\n") if text else []
    left = list(words["items"])
    row: list[Any] = []
    at = 0
    while at < len(lines):
        if left and lines[at] == f"{left[0]['mark']} {left[0]['text']}":
            item = left.pop(0)
            row.append(_plain_item(item))
            at += _size(item)
        else:
            if row:
                yield {"items": row}
                row = []
            yield lines[at]
            at += 1
    if row:
        yield {"items": row}


def _plain_item(item: Mapping[str, Any]) -> dict[str, Any]:
    inner = [_plain_item(one) for one in item["items"]]
    return {"mark": item["mark"], "text": item["text"], "blocks": [{"items": inner}] if inner else []}


def _size(item: Mapping[str, Any]) -> int:
    return 1 + sum(_size(one) for one in item["items"])


def _block(block: Any, indent: str, notes: Mapping[str, Any], mark: str = "") -> Iterator[str]:
    if _is_paragraph(block):
        yield _paragraph(block, indent, notes, mark)
    elif "items" in block:
        for item in block["items"]:
            yield _paragraph(item["text"], indent, notes, item["mark"])
            for inner in item["blocks"]:
                yield from _block(inner, f"{indent}{_INDENT}", notes)
    elif "terms" in block:
        for term, text in block["terms"]:
            yield f"{indent}{as_markdown(term)}\n{indent}:   {_markdown(text, notes)}"
    elif "table" in block:
        shown = [f"{indent}| {' | '.join(_cell(cell, notes) for cell in row)} |" for row in block["table"]]
        yield "\n".join([shown[0], f"{indent}|{' --- |' * len(block['table'][0])}", *shown[1:]])


def _paragraph(text: Any, indent: str, notes: Mapping[str, Any], mark: str) -> str:
    first, *more = _markdown(text, notes).split("\n")
    head = f"{mark} {first}".rstrip() if mark else _AT_BEGIN.sub(r"\\\1", first)
    inner = f"{indent}{_INDENT}" if mark and indent else indent
    return "  \n".join([f"{indent}{head}", *(f"{inner}{line}" for line in more)])


def _cell(text: Any, notes: Mapping[str, Any]) -> str:
    return _markdown(text, notes).replace("\n", "<br>")


def _markdown(text: Any, notes: Mapping[str, Any]) -> str:
    """A text with its links and references to footnotes."""
    if isinstance(text, str):
        return as_markdown(text)
    plain, shown, at = text["text"], "", 0
    marks = [(start, end, target) for start, end, target in text.get("links", ())]
    marks += [(start, start, target) for start, target in text.get("notes", ())]
    for start, end, target in sorted(marks):
        shown += as_markdown(plain[at:start])
        shown += f"[^{notes[target]['mark']}]" if target in notes and start == end else ""
        shown += f"[{as_markdown(plain[start:end])}]({target})" if start != end else ""
        at = end
    return shown + as_markdown(plain[at:])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key in ("mark", "title", "subheading"):
            if value.get(key):
                yield str(value[key])
        if "text" in value and "references" in value:
            yield from str(value["text"]).split("\n")
        for key in ("preamble", "articles", "intro", "clauses", "closing", "annexes", "sections"):
            if isinstance(value.get(key), list | dict):
                yield from _texts(value[key])
