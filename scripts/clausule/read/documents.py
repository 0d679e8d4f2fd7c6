"""Parts to documents: an article, an annex, the sections of a preamble."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from clausule.language.protocol import Grammar
from clausule.model.ids import annex_digits, slug
from clausule.model.nodes import (
    AlsoAsked,
    Annex,
    Article,
    Block,
    Clause,
    Paragraph,
    Place,
    Section,
    Text,
    block_texts,
)
from clausule.model.similarity import short
from clausule.read.blocks import BlockReader, Heading, Numbered, Part, as_blocks
from clausule.read.source import Line, Sources


def read_article(sources: Sources, grammar: Grammar, name: str, path: str, lines: list[Line], version: str) -> Article:
    """The article in ``lines`` of the page ``path``; ``name`` is the number in the file's name."""
    reader = BlockReader(sources, grammar)
    parts = _read_owned(reader, lines, f"{grammar.ARTICLE}-{name}")
    heading, parts = _take_title(sources, path, parts, f"# {grammar.ARTICLE_EXAMPLE}")
    match = grammar.ARTICLE_HEADING.fullmatch(heading.plain) if heading else None
    if heading and not match:
        sources.add(
            heading.place(),
            "unreadable-text",
            f"'{short(heading.plain)}' is no heading of an article",
            f"write its number and its title: # {grammar.ARTICLE_EXAMPLE}",
        )
    place = heading.place() if heading else Place(path, 1, 1)
    heading = heading or Text("", ((0, place),))
    intro: list[Part] = []
    clauses: list[Clause] = []
    numbered: Numbered | None = None
    rest: list[Part] = []

    def finish() -> None:
        if numbered:
            blocks = (
                (Paragraph(numbered.text), *as_blocks(sources, rest))
                if numbered.text.plain
                else as_blocks(sources, rest)
            )
            clauses.append(
                Clause(
                    id=reader.ids.unique(f"{grammar.ARTICLE}-{numbered.number}"),
                    number=numbered.number,
                    mark=numbered.mark,
                    place=numbered.place,
                    blocks=blocks,
                )
            )

    for part in parts:
        if isinstance(part, Numbered):
            finish()
            numbered, rest = part, []
        elif numbered:
            rest.append(part)
        else:
            intro.append(part)
    finish()
    return Article(
        id=f"{grammar.ARTICLE}-{match['number'].lower() if match else name}",
        number=match["number"] if match else name,
        title=match["title"].strip() if match else heading.plain,
        heading=heading,
        place=place,
        version=version,
        intro=as_blocks(sources, intro),
        clauses=tuple(clauses),
    )


def _read_owned(reader: BlockReader, lines: list[Line], owner: str) -> list[Part]:
    """Reads ``lines`` block by block, so that items and definitions know the clause or section they are in."""
    reader.owner, article = owner, reader.grammar.ARTICLE
    parts: list[Part] = []
    for group in reader.groups(lines):
        part = reader.read(group)
        if isinstance(part, Numbered):
            number = f"{owner.removeprefix(article + '-')}.{part.number}" if part.short else part.number
            reader.owner = f"{article}-{number}" if owner.startswith(article) else owner
            part = replace(part, number=number)
        parts.append(part)
    return parts


@dataclass(frozen=True, slots=True)
class AnnexTag:
    """What the front matter of an annex says: its version, its date, its kind, and where the supervisor asks the
    same."""

    version: str
    effective: date | None
    kind: str
    supervisor: tuple[AlsoAsked, ...] = ()


def read_annex(sources: Sources, grammar: Grammar, name: str, path: str, lines: list[Line], tag: AnnexTag) -> Annex:
    """The annex in ``lines``; ``name`` is the number in the file's name, ``tag`` its version, date and kind."""
    reader = BlockReader(sources, grammar)
    owner = f"{grammar.ANNEX}-{name}"
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
    return Annex(
        id=f"{grammar.ANNEX}-{annex_digits(match['number']) if match else name}",
        number=match["number"] if match else name,
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


def read_sections(
    sources: Sources, grammar: Grammar, path: str, lines: list[Line], owner: str = ""
) -> tuple[tuple[Section, ...], Text | None]:
    """The sections of a page that is no article and no annex, and its title.

    What stands before the first section heading becomes a section of its own: it has no heading, but that of the page
    when the page is one of several (``owner``).
    """
    reader = BlockReader(sources, grammar)
    sections, intro, title = _read_sections(reader, lines, owner, path, "")
    if intro:
        place = next((text.place() for text in block_texts(intro)), Place(path, 1, 1))
        name = owner or grammar.PREAMBLE
        heading = title if title and owner else Text("", ((0, place),))
        first = Section(
            id=reader.ids.unique(name), label="", title=heading.plain, level=2, heading=heading, blocks=intro
        )
        sections = (first, *sections)
    return sections, title


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
    words = label.lower() if label and owner else "-".join(slug(title).split("-")[:6])
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


def _take_title(sources: Sources, path: str, parts: list[Part], wanted: str) -> tuple[Text | None, list[Part]]:
    headings = [part for part in parts if isinstance(part, Heading)]
    for extra in headings[1:]:
        sources.add(
            extra.place,
            "unreadable-text",
            "a second heading in an article",
            "an article has one heading; number its clauses",
        )
    if not headings:
        sources.add(
            Place(path, 1, 1), "unreadable-text", "the article has no heading", f"begin with a heading such as {wanted}"
        )
        return None, parts
    kept: list[Part] = [
        Paragraph(part.text) if isinstance(part, Heading) else part for part in parts if part is not headings[0]
    ]
    return headings[0].text, kept
