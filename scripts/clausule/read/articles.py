"""Parts to an article: its heading, the chapters that begin with it, its clauses and their sub-headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from clausule.model.ids import Ids, annex_digits, slug
from clausule.model.nodes import Article, Block, Chapter, Clause, Mark, Paragraph, Place, Text
from clausule.model.similarity import closest, short
from clausule.model.walk import parts_of
from clausule.read.blocks import BlockReader, Bold, Heading, Numbered, Part, as_blocks
from clausule.read.chapters import bare_chapter
from clausule.read.source import Line

# 'Artkel 7. Betaling', '7/8 Betaling': words that were meant to be the number of an article.
_MEANT = re.compile(r"\W*(?:(?P<word>[^\W\d]{2,12})\.?\s*(?:\d|[IVX]+\b)|\d)")


@dataclass
class Above:
    """What the pages before this one decide: the chapter that goes on, and the ids that are taken."""

    chapter: Chapter | None = None
    taken: set[str] = field(default_factory=set)
    note_ids: Ids = field(default_factory=Ids)


def read_article(
    reader: BlockReader, name: str, path: str, lines: list[Line], version: str, above: Above | None = None
) -> Article:
    """The article in ``lines`` of the page ``path``; ``name`` is the number in the file's name."""
    return _Reader(reader, name, path, above or Above()).read(lines, version)


class _Reader:
    def __init__(self, reader: BlockReader, name: str, path: str, above: Above) -> None:
        self._reader, self._sources, self._grammar = reader, reader.sources, reader.grammar
        self._name, self._path, self._above = name, path, above
        self._opens: list[Chapter] = []
        self._title: Text | None = None
        self._headed: Heading | None = None  # the part that has the title, as long as nothing followed it
        self._id, self._number, self._mark, self._words = f"{self._grammar.ARTICLE}-{name}", name, "", ""
        self._intro: tuple[Block, ...] = ()
        self._clauses: list[Clause] = []
        self._numbered: Numbered | None = None
        self._parts: list[Part] = []
        self._subheading: Text | None = None  # of the clause that is being read
        self._waiting: Heading | Bold | None = None  # a sub-heading, when a clause follows

    def read(self, lines: list[Line], version: str) -> Article:
        self._reader.owner, self._reader.article = self._id, self._name
        for group in self._reader.groups(self._reader.without_notes(lines)):
            part = self._reader.read(group)
            if isinstance(part, Heading) and self._title is None and not self._parts:
                self._head(part)
                continue
            headed, self._headed = self._headed, None
            if isinstance(part, Heading) and headed and self._is_below(part, headed):
                self._head(part)
            elif isinstance(part, Numbered):
                self._begin(part)
            elif isinstance(part, Heading) and self._is_another(part):
                self._go_on()
                self._refuse(part, "a second heading in an article", "an article has one heading; number its clauses")
                self._parts.append(Paragraph(part.text))
            else:
                self._go_on()
                if isinstance(part, Heading | Bold):
                    self._waiting = part
                else:
                    self._parts.append(part)
        self._go_on()
        self._finish()
        if self._title is None:
            hint = f"begin with a heading such as # {self._grammar.ARTICLE_EXAMPLE}"
            self._sources.add(Place(self._path, 1, 1), "unreadable-text", "the article has no heading", hint)
        place = self._title.place() if self._title else Place(self._path, 1, 1)
        self._above.taken.add(self._id)
        article = Article(
            id=self._id,
            number=self._number,
            title=self._words,
            heading=self._title or Text("", ((0, place),)),
            place=place,
            version=version,
            intro=self._intro,
            clauses=tuple(self._clauses),
            mark=self._mark,
            chapter=self._above.chapter,
            opens=tuple(self._opens),
        )
        footnotes = self._reader.footnotes(parts_of(articles=[article]), article.id)
        return replace(article, footnotes=footnotes) if footnotes else article

    def _is_below(self, part: Heading, headed: Heading) -> bool:
        """Whether what was taken for the title is a chapter, as ``part`` right below it says that it is the article."""
        chapter = bare_chapter(headed.text.plain, part.text.plain, self._grammar)
        if chapter:
            self._open(headed, chapter, self._grammar.CHAPTERS[0])
        return bool(chapter)

    def _head(self, part: Heading) -> None:
        """The heading of the article, or of a chapter above it."""
        plain = part.text.plain
        if chapter := self._grammar.CHAPTER_HEADING.fullmatch(plain):
            self._open(part, chapter, chapter["word"])
            return
        self._title, self._headed = part.text, part
        match = self._grammar.ARTICLE_HEADING.fullmatch(plain)
        if match:
            self._number = _digits(match["number"])
            self._mark, self._words = match["mark"].strip(), match["title"].strip()
            self._id = f"{self._grammar.ARTICLE}-{self._number}"
        elif self._looks_numbered(plain):
            self._words = plain
            message = f"'{short(plain)}' is no heading of an article"
            hint = f"write its number and its title: # {self._grammar.ARTICLE_EXAMPLE}"
            self._sources.add(part.text.place(), "unreadable-text", message, hint)
        else:
            self._number, self._words = "", plain
            self._id = f"{self._grammar.HEADED}-{slug(plain)}"
        chapter_ = self._above.chapter
        if self._id in self._above.taken and chapter_:
            self._id = f"{self._id}-{chapter_.id}"
        self._reader.owner = self._id

    def _open(self, part: Heading, match: re.Match[str], word: str) -> None:
        number, within = _digits(match["number"]), self._above.chapter
        while within and within.level >= part.level:
            within = within.within
        name = f"{slug(word)}-{number}"
        if name in self._above.taken and within:
            name = f"{name}-{within.id}"
        self._above.taken.add(name)
        self._above.chapter = Chapter(
            id=name,
            number=number,
            mark=match["mark"].strip(),
            title=match["title"].strip(),
            heading=part.text,
            level=part.level,
            within=within,
        )
        self._opens.append(self._above.chapter)

    def _looks_numbered(self, plain: str) -> bool:
        """Whether a heading was meant to have a number: a word that is almost that of an article, or digits."""
        meant = _MEANT.match(plain)
        names = (self._grammar.ARTICLE_NAME, self._grammar.ANNEX_NAME)
        return bool(meant and (not meant["word"] or closest(meant["word"].capitalize(), names)))

    def _is_another(self, part: Heading) -> bool:
        """Whether a heading is that of another article, and no sub-heading."""
        named = self._grammar.ARTICLE_HEADING.fullmatch(part.text.plain)
        return part.level == 1 or bool(named and named.start("number"))

    def _begin(self, part: Numbered) -> None:
        waiting, self._waiting = self._waiting, None
        self._finish()
        number = f"{self._number}.{part.number}".strip(".") if part.short else part.number
        self._numbered, self._parts = replace(part, number=number) if part.short else part, []
        self._subheading = waiting.text if isinstance(waiting, Heading) else _plain(waiting.text) if waiting else None
        self._reader.owner = self._clause_id(number)

    def _clause_id(self, number: str) -> str:
        first, _, rest = number.partition(".")
        if self._number and first == self._number and rest:
            return f"{self._id}.{rest}"
        return f"{self._grammar.ARTICLE}-{number}" if rest else f"{self._id}.{number}"

    def _go_on(self) -> None:
        """Words follow what was taken for a sub-heading, and no clause: it is words of this place."""
        part, self._waiting = self._waiting, None
        if isinstance(part, Heading):
            message = "a heading within an article belongs to the clause below it, and here no clause follows"
            self._refuse(part, message, "number what stands below it, or write the heading in bold")
            strong = Mark(0, len(part.text.plain), "strong")
            self._parts.append(Paragraph(replace(part.text, marks=(strong, *part.text.marks))))
        elif part:
            self._parts.append(Paragraph(part.text))

    def _refuse(self, part: Heading, message: str, hint: str) -> None:
        self._sources.add(part.place, "unreadable-text", message, hint)

    def _finish(self) -> None:
        """Ends the clause that is being read, or what stands before the first."""
        numbered, blocks = self._numbered, as_blocks(self._sources, self._parts)
        if numbered is None:
            self._intro = blocks
            return
        if numbered.text.plain:
            blocks = (Paragraph(numbered.text), *blocks)
        self._clauses.append(
            Clause(
                id=self._reader.ids.unique(self._clause_id(numbered.number)),
                number=numbered.number,
                mark=numbered.mark,
                place=numbered.place,
                blocks=blocks,
                subheading=self._subheading,
            )
        )


def _plain(bold: Text) -> Text:
    """The words of a line in bold, as those of a heading."""
    return replace(bold, marks=tuple(mark for mark in bold.marks if mark.kind != "strong"))


def _digits(number: str) -> str:
    """A number as it stands in ids: ``7bis`` for ``7 bis``, ``7`` for ``VII``."""
    low = "".join(number.lower().split())
    return low if low[:1].isdigit() else annex_digits(low)
