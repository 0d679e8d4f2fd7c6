"""An edition as a flow of blocks in reading order: what a document of it, in PDF or Word, is typeset from.

Not a word is added here: what a document says beside the text (cover, contents, running heads) is each format's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from clausule.analysis.questionnaire import fields_of
from clausule.analysis.references import Notes, led_from
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.editions import Agreement, Edition
from clausule.model.ids import linked_id
from clausule.model.nodes import (
    Annex,
    Article,
    Block,
    Chapter,
    Definitions,
    Items,
    Paragraph,
    Picture,
    Table,
    Text,
    block_texts,
)
from clausule.model.walk import SECTIONS, Part, walk


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. ``link`` is a web address, or ``#`` and the id of a block of the flow. ``field`` is
    ``blank`` for dots to write on, and in a questionnaire ``choice`` for what one crosses out. Behind the words stands
    the mark of the footnote whose id is ``note``, if any. A line end in ``words`` is one that the author wants."""

    words: str
    strong: bool = False
    em: bool = False
    link: str = ""
    field: str = ""
    note: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading. ``kind`` is that of its part (``model.walk``), or ``subheading`` above a clause; ``mark`` is what the
    author wrote before its title, such as ``Artikel 7.``; one of both may be empty. ``level`` is from 1 and never more
    than one below that of the heading before it. ``source`` is the text that its words are of."""

    id: str
    kind: str
    level: int
    mark: str
    runs: Runs
    source: Text | None = field(default=None, compare=False)

    @property
    def words(self) -> str:
        """The whole heading in plain words."""
        return " ".join(filter(None, (self.mark, "".join(run.words for run in self.runs))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph. ``kind`` is ``clause`` or ``item`` where it begins one, else ``text``.

    ``depth`` is 0 at the margin, 1 in a clause and one more in each list: its words hang so deep. ``mark`` hangs before
    them: the number of the clause or the mark of the item as the author wrote it, ``number`` the same without signs
    (``7.2``, ``ii``), empty for a bullet. A clause that begins with something else than a paragraph is a line without
    words. ``form``: it stands in a questionnaire."""

    kind: str
    depth: int
    runs: Runs
    id: str = ""
    mark: str = ""
    number: str = ""
    form: bool = False
    source: Text | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A term and its meaning, from a list of definitions."""

    id: str
    depth: int
    term: str
    runs: Runs
    source: Text | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: each row has a cell for each of ``header``, whose cells are all empty where the table has none."""

    depth: int
    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    form: bool = False
    sources: tuple[tuple[Text, ...], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture with the words for who does not see it. ``ending`` is its kind: ``svg``, ``png``."""

    words: str
    data: bytes
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote, behind the part that it belongs to. ``cited``: a run has its mark."""

    id: str
    label: str
    runs: Runs
    cited: bool


FlowBlock = Heading | Line | Meaning | Grid | Image | Note


@lru_cache(maxsize=2)
def flow_of(agreement: Agreement, edition: Edition, notes: Notes) -> tuple[FlowBlock, ...]:
    """Every word of ``edition`` in reading order, but for its title, which stands on a cover: a heading that only
    repeats it is left out. It is kept for the next document of the same edition."""
    found = flow_by_part(agreement, edition, notes, walk(edition))
    return tuple(block for blocks in found for block in blocks)


def flow_by_part(
    agreement: Agreement, edition: Edition, notes: Notes, parts: Iterable[Part]
) -> list[tuple[FlowBlock, ...]]:
    """The blocks of each of ``parts`` of ``edition``, without those of the parts within it."""
    flow = _Flow(edition.title(agreement), edition, notes)
    return [tuple(flow.part(part)) for part in parts]


def sections_of(flow: tuple[FlowBlock, ...], kind: str) -> Iterator[Heading]:
    """The headings of one kind."""
    return (block for block in flow if isinstance(block, Heading) and block.kind == kind)


@dataclass(slots=True)
class _Flow:
    title: str
    edition: Edition
    notes: Notes
    level: int = 0
    cited: set[str] = field(init=False)
    sections: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.cited = {mark.target for text in _texts(self.edition) for mark in text.marks if mark.kind == "note"}
        annexes = (section for annex in self.edition.annexes for section in annex.sections)
        levels = ((one.id, one.level) for one in (*self.edition.preamble, *self.edition.closing, *annexes))
        self.sections = dict(levels)

    def part(self, part: Part) -> Iterator[FlowBlock]:
        if part.kind == "footnote":
            runs = tuple(run for block in part.blocks if isinstance(block, Paragraph) for run in self._runs(block.text))
            yield Note(id=part.id, label=part.number, runs=runs, cited=part.id in self.cited)
        elif part.kind == "clause":
            if part.subheading:
                runs = self._runs(part.subheading)
                level = self._article_level(part.within) + 1
                yield self._headed("", "subheading", level, "", runs, part.subheading)
            yield from self._clause(part)
        else:
            if part.heading and part.heading.plain and (part.kind != "preamble" or part.heading.plain != self.title):
                yield self._heading(part, part.heading)
            holder = part.within if part.kind == "section" else part
            yield from self._blocks(part.blocks, 0, form=self._is_form(holder))

    def _is_form(self, holder: Part | Article | Annex | None) -> bool:
        return any(annex.id == (holder and holder.id) for annex in self.edition.annexes if _asks(annex))

    def _heading(self, part: Part, heading: Text) -> Heading:
        title = part.title if part.title and heading.plain.endswith(part.title) else ""
        begin = len(heading.plain) - len(title)
        mark = heading.plain[:begin].strip() if title else ""
        runs = self._runs(heading, begin if mark else 0)
        return self._headed(part.id, part.kind, self._level(part), mark, runs, heading)

    def _headed(self, name: str, kind: str, level: int, mark: str, runs: Runs, source: Text) -> Heading:
        self.level = min(level, self.level + 1)
        return Heading(id=name, kind=kind, level=self.level, mark=mark, runs=runs, source=source)

    def _level(self, part: Part) -> int:
        if part.kind == "chapter":
            return next(_depth(chapter) for chapter in self.edition.chapters if chapter.id == part.id)
        if part.kind == "article":
            return self._article_level(part)
        if part.kind in SECTIONS:
            return self.sections[part.id] - (part.kind != "section")
        return 1

    def _article_level(self, article: Part | Article | Annex | None) -> int:
        chapter = next((one.chapter for one in self.edition.articles if article and one.id == article.id), None)
        return _depth(chapter) + 1 if chapter else 1

    def _clause(self, part: Part) -> Iterator[FlowBlock]:
        first, rest = (part.blocks[:1], part.blocks[1:])
        text = first[0].text if first and isinstance(first[0], Paragraph) else None
        runs = self._runs(text) if text else ()
        yield Line(kind="clause", depth=1, runs=runs, id=part.id, mark=part.mark, number=part.number, source=text)
        yield from self._blocks(rest if text else part.blocks, 1, form=False)

    def _blocks(self, blocks: tuple[Block, ...], depth: int, *, form: bool) -> Iterator[FlowBlock]:
        for block in blocks:
            match block:
                case Paragraph(text):
                    yield Line(kind="text", depth=depth, runs=self._runs(text, form=form), form=form, source=text)
                case Items(items):
                    for item in items:
                        yield Line(
                            kind="item",
                            depth=depth + 1,
                            runs=self._runs(item.text, form=form),
                            id=item.id,
                            mark=item.mark,
                            number=item.label,
                            form=form,
                            source=item.text,
                        )
                        yield from self._blocks(item.blocks, depth + 1, form=form)
                case Definitions(entries):
                    for entry in entries:
                        runs = self._runs(entry.text, form=form)
                        yield Meaning(id=entry.id, depth=depth, term=entry.term, runs=runs, source=entry.text)
                case Table(header, rows):
                    cells = [tuple(self._runs(cell, form=form) for cell in row) for row in (header, *rows)]
                    width = max(map(len, cells))
                    even = [row + ((),) * (width - len(row)) for row in cells]
                    yield Grid(depth=depth, header=even[0], rows=tuple(even[1:]), form=form, sources=(header, *rows))
                case Picture(path=path, words=words, data=data):
                    yield Image(words=words.plain, data=data, ending=path.rpartition(".")[2].lower())

    def _runs(self, text: Text, begin: int = 0, *, form: bool = False) -> Runs:
        """``text`` from ``begin`` on, cut where its look changes."""
        fields = fields_of(text) if form else [one for one in Notes.fields(text) if one.kind == "blank"]
        links = self._links(text)
        if not (text.marks or fields or links):
            words = text.plain[begin:]
            return (Run(words),) if words else ()
        notes = text.notes()
        cuts = {begin, len(text.plain), *notes}
        cuts |= {edge for mark in text.marks for edge in (mark.start, mark.end)}
        cuts |= {edge for one in fields for edge in (one.start, one.end)}
        cuts |= {edge for start, end, _ in links for edge in (start, end)}
        found = [Run("", note=name) for name in notes.get(begin, ())]
        asked = [(one.start, one.end, one.kind) for one in fields]
        for start, end in pairwise(sorted(cut for cut in cuts if cut >= begin)):
            kinds = [mark.kind for mark in text.marks if mark.start <= start and end <= mark.end]
            link, asks = _around(start, end, links), _around(start, end, asked)
            note, *more = notes.get(end, ("",))
            found.append(Run(text.plain[start:end], "strong" in kinds, "em" in kinds, link, asks, note))
            found += [Run("", note=name) for name in more]
        return tuple(found)

    def _links(self, text: Text) -> list[tuple[int, int, str]]:
        """What the author linked, and what his words refer to: a place in this text, or an act."""
        found = []
        for mark in text.marks:
            if mark.kind == "link":
                name = linked_id(mark.target, self.notes.language.grammar.ANNEX)
                found.append((mark.start, mark.end, self._address(mark.target, name)))
        if references := self.notes.references(text):
            owner = self.notes.owner(text)
            for reference in references:
                found += led_from(reference, owner, lambda target: self._address(target.address, target.address))
        return [link for link in found if link[2]]

    def _address(self, target: str, name: str) -> str:
        if target.lower().startswith(("http://", "https://", "mailto:")):
            return target
        return f"#{name}" if name in self.notes.ids else ""


def _around(start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> str:
    """What the first of ``spans`` that holds ``start`` to ``end`` says."""
    for left, right, told in spans:
        if left <= start and end <= right:
            return told
    return ""


def _asks(annex: Annex) -> bool:
    return annex.kind == QUESTIONNAIRE.name


def _depth(chapter: Chapter) -> int:
    return 1 + (_depth(chapter.within) if chapter.within else 0)


def _texts(edition: Edition) -> Iterator[Text]:
    for part in walk(edition):
        yield from filter(None, (part.heading, part.subheading))
        yield from block_texts(part.blocks)
