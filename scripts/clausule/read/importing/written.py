"""An edition as plain data, written as the Markdown of its files: the reader reads all of that data from it again.

A text is its words, or an object with its words (``text``), where they lead (``links``, ``notes``) and how they look
(``emphasis``: ``[start, end, "strong" or "em"]``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from clausule.language.protocol import Grammar
from clausule.read.importing.plain_rows import as_link, as_markdown
from clausule.read.importing.sources import SourceFile, file_names
from clausule.read.importing.structure import Kind
from clausule.read.marks import item_mark

_INDENT = "    "
_AT_BEGIN = re.compile(r"^(?:[#:~=>+](?=\s|$|[:~=#])|[#]|-{2,}$|\s*[-*](?=\s))")
_STRONG, _EM = "strong", "em"


def files_of(values: Mapping[str, Any], grammar: Grammar, version: str, front: str) -> Iterator[SourceFile]:
    """The files of an edition, ``front`` the front matter of index.md. Raises ``KeyError``, ``TypeError`` and the like
    when something is missing in ``values``."""
    notes = {note["id"]: note for note in values.get("footnotes", ())}
    page = _Page(notes)
    title = [] if values.get("headed") is False else [page.heading(values["title"], 1)]
    yield page.file("index.md", front, [*title, *page.sections(values["preamble"])])
    chapters = list(values.get("chapters", ()))
    for name, article in zip(_article_files(values["articles"], grammar), values["articles"], strict=True):
        page = _Page(notes)
        rows = list(page.article(article, _opened(article.get("chapter"), chapters)))
        yield page.file(name, f'version: "{article.get("version", version)}"\n', rows)
    if values["closing"]:
        page = _Page(notes)
        rows = list(page.sections(values["closing"], 1))
        yield page.file(f"{grammar.CLOSING}.md", f'version: "{version}"\n', rows)
    names = file_names([("annex", annex["number"], "") for annex in values["annexes"]], grammar)
    for name, annex in zip(names, values["annexes"], strict=True):
        day = f"effective: {annex['effective']}\n" if annex.get("effective") else ""
        kind = f"kind: {annex['kind']}\n" if annex.get("kind", "text") != "text" else ""
        page = _Page(notes)
        rows = [page.heading(_heading(annex), 1), *page.blocks(annex["intro"]), *page.sections(annex["sections"])]
        yield page.file(name, f'version: "{annex["version"]}"\n{day}{kind}', rows)


def _article_files(articles: Sequence[Mapping[str, Any]], grammar: Grammar) -> list[str]:
    """The files of articles; one whose number an article before it has is named by its chapter too."""
    seen = set[str]()
    parts = list[tuple[Kind, str, str]]()
    for article in articles:
        number = article["number"]
        parts.append(("article", number, article["chapter"] if number in seen else ""))
        seen |= {number} - {""}
    return file_names(parts, grammar)


def _opened(chapter: str | None, left: list[Any]) -> list[Any]:
    """The chapters that begin with an article of ``chapter``; they are taken from those that are ``left``."""
    at = next((place for place, one in enumerate(left) if one["id"] == chapter), None)
    opened = left[: at + 1] if at is not None else []
    del left[: len(opened)]
    return opened


def _heading(part: Mapping[str, Any]) -> Any:
    return part.get("heading") or f"{part.get('mark', '')} {part['title']}".strip()


@dataclass(frozen=True, slots=True)
class _Page:
    """A file that is being written, and the ids of the footnotes that its words refer to."""

    notes: Mapping[str, Any]
    used: set[str] = field(default_factory=set)

    def file(self, name: str, front: str, rows: Sequence[str]) -> SourceFile:
        below = [
            f"[^{note['mark']}]: {self.markdown(note['text'])}" for key, note in self.notes.items() if key in self.used
        ]
        heading = next((row.lstrip("# ") for row in rows[:1] if row.startswith("#")), "")
        return SourceFile(name, front, "\n\n".join([*rows, *below]), heading, 1)

    def heading(self, text: Any, level: int) -> str:
        return f"{'#' * level} {self.markdown(text)}"

    def article(self, article: Mapping[str, Any], opened: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        """Below the headings of the chapters that it opens; the data of older editions do not say their levels."""
        level = 0
        for chapter in opened:
            level = chapter.get("level", level + 1)
            yield self.heading(_heading(chapter), level)
        yield self.heading(_heading(article), level + 1)
        yield from self.blocks(article["intro"])
        for clause in article["clauses"]:
            if clause.get("subheading"):
                yield self.heading(clause["subheading"], level + 2)
            yield from self.blocks(clause, clause.get("mark") or clause["number"])

    def sections(self, sections: Sequence[Mapping[str, Any]], first: int = 0) -> Iterator[str]:
        """``first`` is the level of the heading of the first, where the file begins with it."""
        for place, section in enumerate(sections):
            composed = f"{section['label']}. {section['title']}" if section.get("label") else section["title"]
            if heading := section.get("heading") or composed:
                yield self.heading(heading, first if first and not place else section["level"])
            yield from self.blocks(section)

    def blocks(self, words: Mapping[str, Any], mark: str = "") -> Iterator[str]:
        """The words of a part as paragraphs of Markdown, the first behind ``mark``."""
        blocks = words["blocks"] if "blocks" in words else list(_plain_blocks(words))
        if mark and not (blocks and _is_paragraph(blocks[0])):
            blocks = ["", *blocks]
        for place, block in enumerate(blocks):
            yield from self._block(block, "", mark if place == 0 else "")

    def _block(self, block: Any, indent: str, mark: str = "") -> Iterator[str]:
        if _is_paragraph(block):
            yield self._paragraph(block, indent, mark)
        elif "items" in block:
            for item in block["items"]:
                yield self._paragraph(item["text"], indent, item["mark"])
                for inner in item["blocks"]:
                    yield from self._block(inner, f"{indent}{_INDENT}")
        elif "terms" in block:
            for term, text in block["terms"]:
                yield f"{indent}{as_markdown(term)}\n{indent}:   {self.markdown(text)}"
        elif "table" in block:
            shown = [f"{indent}| {' | '.join(map(self._cell, row))} |" for row in block["table"]]
            yield "\n".join([shown[0], f"{indent}|{' --- |' * len(block['table'][0])}", *shown[1:]])
        elif "path" in block:
            yield f"![{block['picture']}]({block['path']})"

    def _paragraph(self, text: Any, indent: str, mark: str) -> str:
        first, *more = self.markdown(text).split("\n")
        head = f"{mark} {first}".rstrip() if mark else _as_words(first)
        inner = f"{indent}{_INDENT}" if mark and indent else indent
        return "  \n".join([f"{indent}{head}", *(f"{inner}{_as_words(line)}" for line in more)])

    def _cell(self, text: Any) -> str:
        return self.markdown(text).replace("\n", "<br>")

    def markdown(self, text: Any) -> str:
        """A text with its links, its references to footnotes and its emphasis."""
        if isinstance(text, str):
            return as_markdown(text)
        plain, links = text["text"], {(start, end): target for start, end, target in text.get("links", ())}
        notes: dict[int, str] = {}
        for at, name in text.get("notes", ()):
            notes[at] = notes.get(at, "") + self._note(name)
        signs = _signs(plain, text.get("emphasis", ()), links)
        cuts = sorted({0, len(plain), *notes, *signs, *(edge for link in links for edge in link)})
        shown = ""
        for start, end in pairwise([*cuts, len(plain)]):
            shown += signs.get(start, "") + notes.get(start, "")
            if (start, end) in links and start < end:
                shown += as_link(plain[start:end], links[start, end])
            else:
                shown += as_markdown(plain[start:end])
        return shown

    def _note(self, name: str) -> str:
        if name not in self.notes:
            return ""
        self.used.add(name)
        return f"[^{self.notes[name]['mark']}]"


def _as_words(line: str) -> str:
    """A line that begins a paragraph, or goes on in one behind a break, and no list or heading."""
    if _AT_BEGIN.match(line):
        at = len(line) - len(line.lstrip())
        return f"{line[:at]}\\{line[at:]}"
    if (mark := item_mark(line)) and not mark.is_bullet:
        at = line.index(mark.mark) + (0 if mark.mark[0] == "(" else len(mark.mark) - 1)
        return f"{line[:at]}\\{line[at:]}" if line[at].isascii() else line
    return line


def _signs(plain: str, emphasis: Sequence[Any], links: Mapping[tuple[int, int], str]) -> dict[int, str]:
    """The stars and underscores of ``emphasis``, by where they stand. What only a reader of other Markdown would take
    for it is left out: it is how words look, and none of them."""
    spans: dict[tuple[int, int], set[str]] = {}
    for start, end, kind in emphasis:
        if start < end and not any(left < edge < right for left, right in links for edge in (start, end)):
            spans.setdefault((start, end), set()).add(kind)
    signs: dict[int, str] = {}
    taken: list[tuple[int, int, str]] = []
    for (start, end), kinds in sorted(spans.items(), key=lambda span: (span[0][0], -span[0][1])):
        touched = any(edge in signs for edge in (start, end))
        sign = {(_EM,): "_" if touched else "*", (_STRONG,): "**", (_EM, _STRONG): "***"}[tuple(sorted(kinds))]
        crosses = any(left < start < right < end or (other == sign and start < right) for left, right, other in taken)
        if crosses or not _is_read(plain, start, end, sign) or (touched and sign != "_"):
            continue
        taken.append((start, end, sign))
        signs[start] = signs.get(start, "") + sign
        signs[end] = sign + signs.get(end, "")
    return signs


def _is_read(plain: str, start: int, end: int, sign: str) -> bool:
    """Whether our reader takes ``sign`` on both sides of these words for emphasis (``read.inline``)."""
    before, after = plain[start - 1 : start] if start else "", plain[end : end + 1]
    first, last = plain[start], plain[end - 1]
    if before.isalnum() or first.isspace() or last.isspace():
        return False
    return sign != "_" or (first.isalnum() and last.isalnum() and not after.isalnum())


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
