"""Parts to documents: an article, an annex, the sections of a preamble."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from clausule.language.protocol import Grammar
from clausule.model.ids import Ids, annex_digits, slug
from clausule.model.nodes import (
    AlsoAsked,
    Annex,
    Block,
    Place,
    Section,
    Text,
    block_texts,
)
from clausule.model.similarity import short
from clausule.model.walk import parts_of
from clausule.read.blocks import BlockReader, Heading, Part, as_blocks
from clausule.read.chapters import part_of_annex
from clausule.read.source import Line, Sources


@dataclass(frozen=True, slots=True)
class AnnexTag:
    """What the front matter of an annex says: its version, its date, its kind, and where the supervisor asks the
    same."""

    version: str
    effective: date | None
    kind: str
    supervisor: tuple[AlsoAsked, ...] = ()


def read_annex(
    sources: Sources,
    grammar: Grammar,
    name: str,
    path: str,
    lines: list[Line],
    tag: AnnexTag,
    note_ids: Ids | None = None,
) -> Annex:
    """The annex in ``lines``; ``name`` is the number in the file's name, ``tag`` its version, date and kind."""
    reader = BlockReader(sources, grammar, note_ids)
    lines = reader.without_notes(lines)
    owner = f"{grammar.ANNEX}-{name}".rstrip("-")
    sections, intro, title = _read_sections(reader, lines, owner, path, f"# {grammar.ANNEX_NAME} 2")
    match = grammar.ANNEX_HEADING.fullmatch(title.plain) if title else None
    if title and not match:
        sources.add(
            title.place(),
            "unreadable-text",
            f"'{short(title.plain)}' is no heading of an annex",
            f"write its number, and its title if it has one: # {grammar.ANNEX_EXAMPLE}",
        )
    place = title.place() if title else Place(path, 1, 1)
    number = match["number"] if match else name
    annex = Annex(
        id=f"{grammar.ANNEX}-{annex_digits(number or '') or name}".rstrip("-"),
        number=number or "",
        mark=match["mark"].strip() if match else "",
        title=match["title"].strip() if match else (title.plain if title else ""),
        heading=title or Text("", ((0, place),)),
        place=place,
        version=tag.version,
        effective=tag.effective,
        kind=tag.kind,
        intro=intro,
        sections=sections,
        supervisor=tag.supervisor,
    )
    footnotes = reader.footnotes(parts_of(annexes=[annex]), annex.id)
    return replace(annex, footnotes=footnotes) if footnotes else annex


def read_sections(
    sources: Sources, grammar: Grammar, path: str, lines: list[Line], owner: str = "", note_ids: Ids | None = None
) -> tuple[tuple[Section, ...], Text | None]:
    """The sections of a page that is no article and no annex, and its title.

    What stands before the first section heading becomes a section of its own: it has no heading, but that of the page
    when the page is one of several (``owner``).
    """
    reader = BlockReader(sources, grammar, note_ids)
    reader.pictures = note_ids is not None and not owner
    lines = reader.without_notes(lines)
    sections, intro, title = _read_sections(reader, lines, owner, path, "")
    if intro:
        place = next((text.place() for text in block_texts(intro)), Place(path, 1, 1))
        name = owner or grammar.PREAMBLE
        heading = title if title and owner else Text("", ((0, place),))
        first = Section(
            id=reader.ids.unique(name), label="", title=heading.plain, level=2, heading=heading, blocks=intro
        )
        sections = (first, *sections)
    notes = reader.footnotes(parts_of(preamble=sections), sections[-1].id if sections else "")
    return tuple(
        replace(section, footnotes=tuple(note for note in notes if note.owner == section.id)) for section in sections
    ), title


def _read_sections(
    reader: BlockReader, lines: list[Line], owner: str, path: str, wanted: str
) -> tuple[tuple[Section, ...], tuple[Block, ...], Text | None]:
    sources = reader.sources
    reader.owner = owner or reader.grammar.PREAMBLE
    title: Text | None = None
    intro: list[Part] = []
    sections: list[Section] = []
    current: Section | None = None
    rest: list[Part] = []
    letters: dict[int, str] = {}

    def finish() -> None:
        if current:
            sections.append(replace(current, blocks=as_blocks(sources, rest)))

    for group in reader.groups(lines):
        part = reader.read(group)
        if isinstance(part, Heading) and part.level == 1 and title is None and not sections and not current:
            title = part.text
        elif isinstance(part, Heading):
            finish()
            current, rest = _section(reader, owner, part, letters), []
            reader.owner = current.id
        elif current:
            rest.append(part)
        else:
            intro.append(part)
    finish()
    if title is None and wanted:
        sources.add(
            Place(path, 1, 1), "unreadable-text", "the page has no heading", f"begin with a heading such as {wanted}"
        )
    return tuple(sections), as_blocks(sources, intro), title


# 'A. Toegang', '3 Opslag', 'II Beheer'
_SECTION_HEADING = re.compile(r"(?P<label>[A-Z]|\d{1,2}|[IVX]{1,4})(?:[.)]\s+|\s+)(?P<title>\S.*)", re.S)


def _section(reader: BlockReader, owner: str, heading: Heading, letters: dict[int, str]) -> Section:
    """The id of a section is its label (``bijlage-2-a``) or its words (``partijen``, ``bijlage-3-vragenlijst``)."""
    grammar = reader.grammar
    match = _SECTION_HEADING.fullmatch(heading.text.plain)
    label = match["label"] if match else ""
    title = match["title"] if match else heading.text.plain
    if owner.startswith(grammar.ANNEX) and (part := part_of_annex(heading.text.plain, grammar)):
        label, title = part["number"], part["title"] or title
    words = label.lower() if label and owner else "-".join(slug(title).split("-")[:6])
    if match and grammar.NO_LABEL.match(heading.text.plain):  # its address stays as it always was
        label, title = "", heading.text.plain
    level = min(max(heading.level, 2), 4)
    others = (f"{grammar.ARTICLE}-", f"{grammar.ANNEX}-", f"{grammar.TERM}-", *grammar.BEGIN_OF_PAGES)
    if not owner and (words in grammar.OF_PAGES or words.startswith(others)):
        owner = grammar.PREAMBLE
    return Section(
        id=reader.ids.unique(f"{owner}-{words}" if owner else words),
        label=label,
        title=title,
        level=level,
        heading=heading.text,
        blocks=(),
    )
