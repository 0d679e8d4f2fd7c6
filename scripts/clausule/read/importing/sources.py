"""Parts to files: an edition in as many Markdown files as it has parts, in the words that were there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clausule.language.protocol import Grammar
from clausule.model.ids import annex_digits
from clausule.read.importing.structure import BOLD, RawLine, RawPart, is_title

# In a text that is no Markdown, what Markdown would read otherwise than as words: anywhere, and at the begin of a line.
_SPECIAL = re.compile(r"([\\*_<>\[\]{}`|]|&(?=#?\w+;))")
_AT_BEGIN = re.compile(r"^(\s*)([#:~=]|-{3,}$)")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of an edition: its name in the folder, its front matter without rules, its words, and the heading and the
    line of the whole text with which it begins."""

    name: str
    front: str
    body: str
    heading: str
    begin: int

    @property
    def text(self) -> str:
        """All of it."""
        return f"---\n{self.front}---\n\n{self.body}\n"


def source_files(
    parts: Sequence[RawPart], grammar: Grammar, *, version: str, front: str = "", markdown: bool = True
) -> list[SourceFile]:
    """The files of an edition, index.md first. ``front`` is the front matter of index.md, without its rules; that of
    the others says the ``version`` in which their words took effect. A text that is no ``markdown`` is written as
    Markdown that shows it as it is.

    Raises ``ValueError`` with what is wrong when two parts would be one file.
    """
    found: dict[str, SourceFile] = {}
    unnumbered = 0
    for part in parts:
        name = _name(part, grammar)
        if part.kind == "annex" and not part.number:
            unnumbered += 1
            name = f"{grammar.ANNEX}-{unnumbered}.md" if unnumbered > 1 else name
        if name in found:
            first, second = found[name].begin, part.heading.number if part.heading else 1
            raise ValueError(f"lines {first} and {second} would both be {name}; give each part a number of its own")
        head = front if part.kind == "preamble" else f'version: "{version}"\n'
        body = _preamble(part.lines, markdown) if part.kind == "preamble" else _part(part, markdown)
        begin = part.heading.number if part.heading else 1
        found[name] = SourceFile(name, head, body, part.heading.words if part.heading else "", begin)
    return list(found.values())


def _name(part: RawPart, grammar: Grammar) -> str:
    match part.kind:
        case "article":
            number = "".join(part.number.lower().split())
            number = number if number[:1].isdigit() else annex_digits(number)
            suffix = number.lstrip("0123456789")
            chapter = f"-{part.chapter}" if part.chapter else ""
            return f"{grammar.ARTICLE}-{number.removesuffix(suffix).zfill(2)}{suffix}{chapter}.md"
        case "annex":
            return f"{grammar.ANNEX}-{annex_digits(part.number)}".rstrip("-") + ".md"
        case "closing":
            return f"{grammar.CLOSING}.md"
        case _:
            return "index.md"


def as_markdown(words: str) -> str:
    """``words`` as Markdown that shows them as they are."""
    return _SPECIAL.sub(r"\\\1", words)


def _words(line: RawLine, markdown: bool) -> str:
    if markdown:
        return line.text.rstrip() if not line.text.endswith("  ") else line.text
    return _AT_BEGIN.sub(r"\1\\\2", as_markdown(line.text.rstrip()), count=1)


def _shown(line: RawLine, markdown: bool) -> str:
    return line.words if markdown else as_markdown(line.words)


def _part(part: RawPart, markdown: bool) -> str:
    """Above the words its heading; above that, those of the chapters that begin with it, in their levels."""
    chapters = [line for line in part.above if line.words]
    above = "".join(f"{'#' * level} {_shown(line, markdown)}\n\n" for level, line in enumerate(chapters, 1))
    level = "#" * (len(chapters) + 1)
    heading = f"{above}{level} {_shown(part.heading, markdown)}\n\n" if part.heading else ""
    return f"{heading}{_inner(part.lines, markdown)}".rstrip("\n")


def _inner(lines: Sequence[RawLine], markdown: bool) -> str:
    """The lines under a heading of level 1: a heading among them has a lower one."""
    shown = (
        f"{'#' * max(line.level, 2)} {_shown(line, markdown)}" if 0 < line.level < BOLD else _words(line, markdown)
        for line in lines
    )
    return "\n".join(shown).strip("\n")


def _preamble(lines: Sequence[RawLine], markdown: bool) -> str:
    """What stands before the articles; its first line, where that is a heading or short and alone, is the title."""
    first = next((place for place, line in enumerate(lines) if line.words), None)
    if first is None:
        return ""
    title, rest = lines[first], lines[first + 1 :]
    if not (0 < title.level < BOLD or (is_title(title) and not (rest and rest[0].words))):
        return _inner(lines, markdown)
    return f"# {_shown(title, markdown)}\n\n{_inner(rest, markdown)}".rstrip("\n")
