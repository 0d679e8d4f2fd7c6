"""Parts to documents: an article, an annex, the sections of a preamble; definitions gathered on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from clausule.language.nl import grammar
from clausule.model import (
    AlsoAsked,
    Annex,
    Article,
    Block,
    Clause,
    Definition,
    Definitions,
    Items,
    Paragraph,
    Place,
    Section,
    Text,
    block_texts,
)
from clausule.model import Part as EditionPart
from clausule.model.ids import Ids
from clausule.model.similarity import short
from clausule.read.blocks import BlockReader, Heading, Numbered, Part, as_blocks
from clausule.read.source import Line, Sources


def read_article(sources: Sources, name: str, path: str, lines: list[Line], version: str) -> Article:
    """The article in ``lines`` of the page ``path``; ``name`` is the number in the file's name."""
    reader = BlockReader(sources)
    parts = _read_owned(reader, lines, f"{grammar.ARTICLE}-{name}")
    heading, parts = _take_title(sources, path, parts, "# Artikel 7. Beveiligingsincidenten")
    match = grammar.ARTICLE_HEADING.fullmatch(heading.plain) if heading else None
    if heading and not match:
        sources.add(
            heading.place(),
            "unreadable-text",
            f"'{short(heading.plain)}' is no heading of an article",
            "write its number and its title: # Artikel 7. Beveiligingsincidenten",
        )
    place = heading.place() if heading else Place(path, 1, 1)
    heading = heading or Text("", ((0, place),))
    intro: list[Part] = []
    clauses: list[Clause] = []
    numbered: Numbered | None = None
    rest: list[Part] = []

    def finish() -> None:
        if numbered:
            blocks = (Paragraph(numbered.text), *as_blocks(sources, rest)) if numbered.text.plain else as_blocks(sources, rest)
            clauses.append(
                Clause(reader.ids.unique(f"{grammar.ARTICLE}-{numbered.number}"), numbered.number, numbered.mark, numbered.place, blocks)
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
        f"{grammar.ARTICLE}-{match['number'].lower() if match else name}",
        match["number"] if match else name,
        match["title"].strip() if match else heading.plain,
        heading,
        place,
        version,
        as_blocks(sources, intro),
        tuple(clauses),
    )


def _read_owned(reader: BlockReader, lines: list[Line], owner: str) -> list[Part]:
    """Reads ``lines`` block by block, so that items and definitions know the clause or section they are in."""
    reader.owner = owner
    parts: list[Part] = []
    for group, _ in reader.parts(lines):
        (part,) = reader.read(group)
        if isinstance(part, Numbered):
            reader.owner = f"{grammar.ARTICLE}-{part.number}" if owner.startswith(grammar.ARTICLE) else owner
        parts.append(part)
    return parts


@dataclass(frozen=True, slots=True)
class AnnexTag:
    """What the front matter of an annex says: its version, its date, its kind, and where the supervisor asks the same."""

    version: str
    effective: date | None
    kind: str
    supervisor: tuple[AlsoAsked, ...] = ()


def read_annex(sources: Sources, name: str, path: str, lines: list[Line], tag: AnnexTag) -> Annex:
    """The annex in ``lines``; ``name`` is the number in the file's name, ``tag`` its version, date and kind."""
    reader = BlockReader(sources)
    owner = f"{grammar.ANNEX}-{name}"
    sections, intro, title = _read_sections(reader, lines, owner, path, "# Bijlage 2")
    match = grammar.ANNEX_HEADING.fullmatch(title.plain) if title else None
    if title and not match:
        sources.add(
            title.place(),
            "unreadable-text",
            f"'{short(title.plain)}' is no heading of an annex",
            "write its number, and its title if it has one: # Bijlage 2. Maatregelen",
        )
    place = title.place() if title else Place(path, 1, 1)
    return Annex(
        f"{grammar.ANNEX}-{grammar.annex_digits(match['number']) if match else name}",
        match["number"] if match else name,
        match["title"].strip() if match else (title.plain if title else ""),
        title or Text("", ((0, place),)),
        place,
        tag.version,
        tag.effective,
        tag.kind,
        intro,
        sections,
        tag.supervisor,
    )


def read_sections(sources: Sources, path: str, lines: list[Line], owner: str = "") -> tuple[tuple[Section, ...], Text | None]:
    """The sections of a page that is no article and no annex, and its title.

    What stands before the first section heading becomes a section of its own: it has no heading, but that of the page
    when the page is one of several (``owner``).
    """
    reader = BlockReader(sources)
    sections, intro, title = _read_sections(reader, lines, owner, path, "")
    if intro:
        place = next((text.place() for text in block_texts(intro)), Place(path, 1, 1))
        name = owner or "aanhef"
        heading = title if title and owner else Text("", ((0, place),))
        first = Section(reader.ids.unique(name), "", heading.plain, 2, heading, intro)
        sections = (first, *sections)
    return sections, title


def _read_sections(
    reader: BlockReader, lines: list[Line], owner: str, path: str, wanted: str
) -> tuple[tuple[Section, ...], tuple[Block, ...], Text | None]:
    sources = reader.sources
    reader.owner = owner or "aanhef"
    title: Text | None = None
    intro: list[Part] = []
    sections: list[Section] = []
    current: Section | None = None
    rest: list[Part] = []
    letters: dict[int, str] = {}

    def finish() -> None:
        if current:
            sections.append(replace(current, blocks=as_blocks(sources, rest)))

    for group, _ in reader.parts(lines):
        (part,) = reader.read(group)
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
        sources.add(Place(path, 1, 1), "unreadable-text", "the page has no heading", f"begin with a heading such as {wanted}")
    return tuple(sections), as_blocks(sources, intro), title


# Ids that each page has already, and those of articles, annexes and definitions.
_OF_THE_PAGE = frozenset({"inhoud", "versie", "tekst", "kenmerk", "gevonden"})
_OF_OTHERS = (f"{grammar.ARTICLE}-", f"{grammar.ANNEX}-", f"{grammar.TERM}-", "uitleg-", "verwijs-", "gebruik-")


def _section(reader: BlockReader, owner: str, heading: Heading, letters: dict[int, str]) -> Section:
    """The id of a section is its label (``bijlage-2-a``) or its words (``partijen``, ``bijlage-3-vragenlijst``)."""
    match = grammar.SECTION_HEADING.fullmatch(heading.text.plain)
    label = match["label"] if match else ""
    title = match["title"] if match else heading.text.plain
    words = label.lower() if label and owner else "-".join(grammar.slug(title).split("-")[:6])
    level = min(max(heading.level, 2), 4)
    if not owner and (words in _OF_THE_PAGE or words.startswith(_OF_OTHERS)):
        owner = "aanhef"
    return Section(reader.ids.unique(f"{owner}-{words}" if owner else words), label, title, level, heading.text, ())


def _take_title(sources: Sources, path: str, parts: list[Part], wanted: str) -> tuple[Text | None, list[Part]]:
    headings = [part for part in parts if isinstance(part, Heading)]
    for extra in headings[1:]:
        sources.add(
            extra.place, "unreadable-text", "a second heading in an article", "an article has one heading; number its clauses"
        )
    if not headings:
        sources.add(Place(path, 1, 1), "unreadable-text", "the article has no heading", f"begin with a heading such as {wanted}")
        return None, parts
    kept: list[Part] = [Paragraph(part.text) if isinstance(part, Heading) else part for part in parts if part is not headings[0]]
    return headings[0].text, kept


def gather_definitions(parts: Iterable[EditionPart]) -> tuple[Definition, ...]:
    """All definitions in reading order: definition lists, items of a defining clause, and names given in passing."""
    found: list[Definition] = []
    for part in parts:
        defining = any(isinstance(block, Paragraph) and _defines(block.text.plain) for block in part.blocks)
        _gather(part.id, part.blocks, defining, found)
    ids = Ids()
    return tuple(replace(definition, id=ids.unique(definition.id)) for definition in found)


def _gather(owner: str, blocks: tuple[Block, ...], defining: bool, found: list[Definition]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.extend(_named(owner, block.text))
        elif isinstance(block, Definitions):
            for entry in block.entries:
                found.append(entry)
                found.extend(_named(owner, entry.text))
        elif isinstance(block, Items):
            for item in block.items:
                match = grammar.ITEM_DEFINITION.fullmatch(item.text.plain) if defining else None
                if match:
                    term = match["term"].strip("“”\"‘’' ")
                    found.append(
                        Definition(
                            f"{grammar.TERM}-{grammar.slug(term)}",
                            term,
                            item.text.place(item.text.plain.index(term)),
                            item.text,
                            "item",
                            item.id,
                        )
                    )
                else:
                    found.extend(_named(item.id, item.text))
                _gather(item.id, item.blocks, defining, found)


def _defines(plain: str) -> bool:
    low = plain.lower()
    return any(core in low for core in grammar.DEFINING_CORES) and bool(grammar.DEFINING.search(plain))


def _named(owner: str, text: Text) -> list[Definition]:
    found: list[Definition] = []
    if not any(quote in text.plain for quote in grammar.OPENING_QUOTES):
        return found
    for match in grammar.DEFINED_BY_NAME.finditer(text.plain):
        group = "named" if match["named"] else "short"
        term = match[group].strip()
        # '(bijvoorbeeld "gestolen laptop")' has words before its quote and does not match; '("1")' is no term.
        if re.match(r"[A-Za-zÀ-ÿ]", term):
            found.append(
                Definition(f"{grammar.TERM}-{grammar.slug(term)}", term, text.place(match.start(group)), text, "name", owner)
            )
    return found
