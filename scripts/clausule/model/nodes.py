"""What a text consists of: words with their places, blocks, clauses, articles and annexes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Place(NamedTuple):
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
    """Emphasis or a link inside a text: ``plain[start:end]`` is ``strong``, ``em`` or ``link`` (to ``target``). A
    ``note`` has no words of its own: it stands at ``start``, and ``target`` is the id of its footnote.
    """

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Words as a reader sees them, and where each of them stands in the sources.

    ``plain`` holds no Markdown; a line end in it is one that the author wants. Each segment is ``(offset, place)``:
    from ``offset`` in ``plain`` on, until the next segment, the characters stand side by side in one line of one file,
    beginning at ``place``.
    """

    plain: str
    segments: tuple[tuple[int, Place], ...]
    marks: tuple[Mark, ...] = ()

    def place(self, offset: int = 0) -> Place:
        """The place of the character at ``offset`` (0 to ``len(plain)``)."""
        index = 0
        if len(self.segments) > 1:
            index = max(bisect_right(self.segments, offset, key=lambda segment: segment[0]) - 1, 0)
        start, place = self.segments[index]
        return place if offset == start else Place(place.path, place.line, place.column + offset - start)

    def notes(self) -> dict[int, tuple[str, ...]]:
        """Where footnotes are referred to, and which: at one place there can be several."""
        found: dict[int, tuple[str, ...]] = {}
        for mark in self.marks:
            if mark.kind == "note":
                found[mark.start] = (*found.get(mark.start, ()), mark.target)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A run of text."""

    text: Text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
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


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Definition:
    """A term and the text that defines it. ``id`` is its anchor, ``begrip-betrokkene``.

    ``source`` says how the author wrote it: ``list`` (a definition list), ``item`` (``a. Term: text``), ``words`` (a
    paragraph that begins so, or a row of a table), ``name`` ('hierna te noemen "VERWERKER"'). ``owner`` is the id of
    the clause or section that holds it; ``head`` is the text that holds the term, where that is another one.
    ``lender`` is the name of the edition of another agreement from which it is taken over, ``mickcom/1.5``.
    """

    id: str
    term: str
    term_place: Place
    text: Text
    source: str
    owner: str
    head: Text | None = None
    lender: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Definitions:
    """A definition list."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Picture:
    """A picture above the words of an edition, such as a logo: its file, its bytes, and what it is called where it is
    not seen."""

    path: str
    words: Text
    data: bytes


Block = Paragraph | Items | Table | Definitions | Picture


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Clause:
    """A numbered clause (lid): ``id`` ``artikel-7.2``, ``number`` ``7.2``; its blocks hold the number no more.

    ``mark`` is the number as the author wrote it, with a closing point if he wrote one (``2.3.``), or what counts it
    within its article (``(3)``, ``Lid 3.``). ``subheading`` stands above it and is of no clause's words.
    """

    id: str
    number: str
    mark: str
    place: Place
    blocks: tuple[Block, ...]
    subheading: Text | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
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
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Chapter:
    """A heading above articles: ``id`` ``hoofdstuk-2``, ``number`` ``2`` whatever it is written in, ``mark`` as it is
    written (``Hoofdstuk II.``). ``within`` is the part of the text that holds the chapter, if any."""

    id: str
    number: str
    mark: str
    title: str
    heading: Text
    level: int
    within: Chapter | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Footnote:
    """A footnote: ``label`` is what the author calls it (``1``), ``owner`` the id of what holds the words that it is
    about."""

    id: str
    label: str
    text: Text
    owner: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Article:
    """An article: ``intro`` stands before its first clause. ``heading`` is the whole heading as written.

    ``number`` is ``7`` whatever it is written in, and empty where there is only a title (``kop-slotbepalingen``);
    ``mark`` is what stands before the title (``§ 7``, ``Artikel VII.``). ``chapter`` is the innermost that it is in,
    and ``opens`` are those that begin with it.
    """

    id: str
    number: str
    title: str
    heading: Text
    place: Place
    version: str
    intro: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    mark: str = ""
    chapter: Chapter | None = None
    opens: tuple[Chapter, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Annex:
    """An annex, with its own version and date. ``number`` is as written (``2``, ``II``, or nothing), ``id`` always
    ``bijlage-2``; ``mark`` is what stands before the title (``Annex II``).

    ``kind`` is ``text``, ``measures`` or ``questionnaire``; ``title`` may be empty. ``supervisor`` says of a
    questionnaire where the supervisor asks the same.
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
    supervisor: tuple[AlsoAsked, ...] = ()
    mark: str = ""
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoAsked:
    """The supervisor's ``ask`` (an id of ours) is answered at ``at``, a question or an item; ``partly`` says what of it
    is not, in words for the reader. ``place`` and ``at_place`` are the places of the first two in the sources.
    """

    ask: str
    at: str
    partly: str
    place: Place
    at_place: Place


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


def all_items(blocks: Iterable[Block]) -> Iterator[Item]:
    """Every item in ``blocks``, in reading order, those within an item included."""
    for block in blocks:
        if isinstance(block, Items):
            for item in block.items:
                yield item
                yield from all_items(item.blocks)
