"""What an agreement is once it has been read: plain data, with the place of every word in the sources.

Nothing here reads files, knows Dutch or knows a website. Lists are tuples, so a node can be shared.
Nodes compare by identity (``eq=False``): two clauses with the same words are still two clauses.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from clausule.mappings import Beside


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path relative to the repository's root (with ``/``), line and column from 1.

    Columns count characters (code points), not bytes.
    """

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Mark:
    """Emphasis or a link inside a text: ``plain[start:end]`` is ``strong``, ``em`` or ``link`` (to ``target``)."""

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Words as a reader sees them, and where each of them stands in the sources.

    ``plain`` holds no Markdown. Each segment is ``(offset, place)``: from ``offset`` in ``plain`` on, until the next
    segment, the characters stand side by side in one line of one file, beginning at ``place``.
    """

    plain: str
    segments: tuple[tuple[int, Place], ...]
    marks: tuple[Mark, ...] = ()

    def place(self, offset: int = 0) -> Place:
        """The place of the character at ``offset`` (0 to ``len(plain)``)."""
        index = max(bisect_right(self.segments, offset, key=lambda segment: segment[0]) - 1, 0)
        start, place = self.segments[index]
        return Place(place.path, place.line, place.column + offset - start)


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A run of text."""

    text: Text


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item of a list. ``mark`` is what the author wrote (``(ii)``, ``a.``, ``1)``, ``-``); ``label`` is the bare
    ``ii``, ``a``, ``1``, or empty for a bullet. ``id`` is its anchor: ``artikel-11.2-ii``; a bullet counts: ``-1``.
    """

    id: str
    mark: str
    label: str
    text: Text
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """A list, in the order of the source."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: one header row and rows with as many cells."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """A term and the text that defines it. ``id`` is its anchor, ``begrip-betrokkene``.

    ``source`` says how the author wrote it: ``list`` (a definition list), ``item`` (``a. Term: text``),
    ``name`` ('hierna te noemen "VERWERKER"'). ``owner`` is the id of the clause or section that holds it.
    """

    id: str
    term: str
    term_place: Place
    text: Text
    source: str
    owner: str


@dataclass(frozen=True, slots=True, eq=False)
class Definitions:
    """A definition list."""

    entries: tuple[Definition, ...]


Block = Paragraph | Items | Table | Definitions


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A numbered clause (lid): ``id`` ``artikel-7.2``, ``number`` ``7.2``; its blocks hold the number no more.

    ``mark`` is the number as the author wrote it, with a closing point if he wrote one (``2.3.``).
    """

    id: str
    number: str
    mark: str
    place: Place
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A part under a heading: of an annex, of the preamble or of the closing page.

    ``label`` is its number or letter (``A``, ``1``) or empty; ``level`` that of its heading, 2 to 4.
    ``heading`` is the whole heading as a text.
    """

    id: str
    label: str
    title: str
    level: int
    heading: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """An article: ``intro`` stands before its first clause. ``heading`` is the whole heading as written."""

    id: str
    number: str
    title: str
    heading: Text
    place: Place
    version: str
    intro: tuple[Block, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Annex:
    """An annex, with its own version and date. ``number`` is as written (``2``, ``II``), ``id`` always ``bijlage-2``.

    ``kind`` is ``text``, ``measures`` or ``questionnaire``; ``title`` may be empty.
    """

    id: str
    number: str
    title: str
    heading: Text
    place: Place
    version: str
    effective: date | None
    kind: str
    intro: tuple[Block, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FrontMatter:
    """The front matter of one file as plain data (str, int, float, bool, None, list, dict; dates stay strings).

    ``place`` answers for a path of keys and indexes, such as ``("errata", 0, "words")``; for an unknown path it
    answers with the nearest parent's place.
    """

    values: dict[str, Any]
    place: Callable[[tuple[str | int, ...]], Place]


@dataclass(frozen=True, slots=True)
class Erratum:
    """A known mistake in a frozen text: ``words`` in clause ``at`` should read ``should`` (may be empty)."""

    at: str
    words: str
    should: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Allowance:
    """A finding that the author accepts: ``rule``, in clause ``at`` and at ``words`` if given, because ``reason``."""

    rule: str
    at: str
    words: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """Why something changed since the edition before: ``at`` is its id in this edition and ``was`` that in the one
    before; one of them may be empty. ``nature`` is ``editorial``, ``substantive`` or empty.
    """

    at: str
    was: str
    why: str
    nature: str
    place: Place


@dataclass(frozen=True, slots=True)
class PairNote:
    """What the author knows better about the edition before: ``old`` there is ``new`` here, or is not when ``apart``."""

    old: str
    new: str
    apart: bool
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """One complete dated text of an agreement.

    ``version`` is the folder's name, unless the edition has no version number: then ``numbered`` is false and the
    folder's name is only an address. ``effective`` is None when the text carries no date. ``concept`` is true when
    the text is not agreed. ``heading`` is its title as on its cover, where it has one; ``until``
    the first day on which it no longer applies, where the author says so. ``files`` maps each source path that was read, includes too, to the sha256 of its bytes.
    """

    agreement: str
    version: str
    numbered: bool
    effective: date | None
    concept: bool
    folder: str
    meta: FrontMatter
    preamble: tuple[Section, ...]
    articles: tuple[Article, ...]
    closing: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    definitions: tuple[Definition, ...]
    inflections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    errata: tuple[Erratum, ...] = ()
    allow: tuple[Allowance, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    heading: Text | None = None
    until: date | None = None
    changes: tuple[ChangeNote, ...] = ()
    pairs: tuple[PairNote, ...] = ()
    beside: Beside = field(default_factory=Beside)

    def title(self, agreement: Agreement) -> str:
        """Its title as on its cover, which is part of the text; else the name of the agreement."""
        return self.heading.plain if self.heading else agreement.title

    @property
    def name(self) -> str:
        """``mickcom/1.5``."""
        return f"{self.agreement}/{self.version}"


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """One document of one publisher, with its editions from old to new (undated ones first, concepts last).

    ``meta`` holds ``title``, ``publisher``, ``contact`` and so on; ``intro`` is the introduction to readers;
    ``lock`` maps a version to the sha256 that was recorded when it was frozen.
    """

    slug: str
    meta: FrontMatter
    intro: tuple[Block, ...]
    editions: tuple[Edition, ...]
    lock: dict[str, str]

    @property
    def title(self) -> str:
        return str(self.meta.values.get("title") or self.slug)

    @property
    def publisher(self) -> str:
        return str(self.meta.values.get("publisher") or "")


@dataclass(frozen=True, slots=True)
class Interval:
    """When an edition applies: from ``start`` up to and not including ``end``; None is open."""

    start: date | None
    end: date | None


def block_texts(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Every text in ``blocks``, in reading order, items and cells included."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Items(items):
                for item in items:
                    yield item.text
                    yield from block_texts(item.blocks)
            case Table(header, rows):
                yield from header
                for row in rows:
                    yield from row
            case Definitions(entries):
                for entry in entries:
                    yield entry.text


def edition_texts(edition: Edition) -> Iterator[tuple[str, Text]]:
    """Every text of an edition in reading order with the id of the clause, article, section or annex that holds it."""
    for section in edition.preamble:
        yield from ((section.id, text) for text in block_texts(section.blocks))
    for article in edition.articles:
        yield from ((article.id, text) for text in block_texts(article.intro))
        for clause in article.clauses:
            yield from ((clause.id, text) for text in block_texts(clause.blocks))
    for section in edition.closing:
        yield from ((section.id, text) for text in block_texts(section.blocks))
    for annex in edition.annexes:
        yield from ((annex.id, text) for text in block_texts(annex.intro))
        for section in annex.sections:
            yield from ((section.id, text) for text in block_texts(section.blocks))


def status_on(edition: Edition, interval: Interval, day: date) -> str:
    """``concept``, ``announced``, ``in force``, ``lapsed``, or ``undated`` where the text carries no date."""
    if edition.concept:
        return "concept"
    if interval.start is None:
        return "undated" if interval.end is None or day < interval.end else "lapsed"
    if day < interval.start:
        return "announced"
    return "in force" if interval.end is None or day < interval.end else "lapsed"


def intervals(agreement: Agreement) -> dict[str, Interval]:
    """The interval of each edition by version: it ends where the next dated edition that is no concept begins.

    ``until`` in an edition's front matter, when earlier, ends it sooner.
    """
    settled = [edition for edition in agreement.editions if not edition.concept]
    found = {edition.version: Interval(edition.effective, edition.until) for edition in agreement.editions}
    for edition, following in pairwise(settled):
        ends = [day for day in (edition.until, following.effective) if day]
        found[edition.version] = Interval(edition.effective, min(ends, default=None))
    return found


def current(agreement: Agreement, day: date) -> Edition | None:
    """The edition in force on ``day``; else an undated one that nothing has replaced; else None."""
    spans = intervals(agreement)
    for wanted in ("in force", "undated"):
        for edition in reversed(agreement.editions):
            if status_on(edition, spans[edition.version], day) == wanted:
                return edition
    return None
