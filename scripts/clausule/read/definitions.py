"""The definitions of an edition, gathered from its parts in whatever form its author gave them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausule.language.protocol import Definitions as Words
from clausule.language.protocol import Grammar
from clausule.model.ids import Ids, slug
from clausule.model.nodes import Block, Definition, Definitions, Item, Items, Paragraph, Table, Text
from clausule.model.walk import Part

_QUOTES = "“”\"‘’'„«» "
_CLOSING = "”\"’'»“"
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class _Term:
    """A term that stands at the begin of a text; its meaning begins at ``meaning``."""

    words: str
    start: int
    meaning: int


def gather_definitions(grammar: Grammar, words: Words, parts: Iterable[Part]) -> tuple[Definition, ...]:
    """All definitions in reading order: lists, items, clauses, paragraphs and rows of tables where the text says that
    it defines, and names that are given in passing anywhere."""
    gatherer = _Gatherer(grammar, words)
    for part in parts:
        gatherer.part(part)
    found = gatherer.found
    mine = {definition.term for definition, more in found if not more}
    ids = Ids()
    kept: list[Definition] = []
    for definition, more in found:
        # What a term means as well is a definition only where nothing else defines it.
        if not more or definition.term not in mine:
            mine.add(definition.term)
            kept.append(replace(definition, id=ids.unique(definition.id)))
    return tuple(kept)


Found = tuple[Definition, bool]


class _Gatherer:
    """Goes through the parts of one edition. ``found`` are its definitions, and whether each is only what a term means
    as well; ``_open`` is the article of which a clause said that what follows defines."""

    def __init__(self, grammar: Grammar, words: Words) -> None:
        self.grammar, self.words = grammar, words
        self.found: list[Found] = []
        self._open = ""

    def part(self, part: Part) -> None:
        """Gathers those of one part."""
        within, words = part.within, self.words
        article = within.id if within else part.id
        titled = words.is_title(part.title) or bool(within and words.is_title(within.title))
        said = [block.text.plain for block in part.blocks if isinstance(block, Paragraph)]
        announced = any(map(words.announces, said))
        self._blocks(part.id, part.blocks, titled or self._open == article, announced)
        if announced and said[-1].rstrip().endswith(":") and isinstance(part.blocks[-1], Paragraph):
            self._open = article

    def _blocks(self, owner: str, blocks: tuple[Block, ...], titled: bool, announced: bool) -> None:
        """``titled``: a heading says that this defines, so that each block can; ``announced``: a sentence here does, so
        that the items of its lists can."""
        for before, block in zip((None, *blocks), blocks, strict=False):
            match block:
                case Paragraph(text):
                    self._text(owner, text, titled, "words")
                case Definitions(entries):
                    for entry in entries:
                        self.found.append((entry, False))
                        self._named(owner, entry.text, entry.term)
                case Items(items):
                    led = isinstance(before, Paragraph) and self._leads(before.text)
                    for item in items:
                        self._item(item, titled or led, announced)
                case Table():
                    led = isinstance(before, Paragraph) and self._leads(before.text)
                    self._table(owner, block, titled or led)

    def _leads(self, text: Text) -> bool:
        return text.plain.rstrip().endswith(":") and self.words.announces(text.plain)

    def _item(self, item: Item, titled: bool, announced: bool) -> None:
        if titled or (announced and item.text.plain[:1].upper() == item.text.plain[:1]):
            self._text(item.id, item.text, True, "item")
        else:
            self._named(item.id, item.text)
        self._blocks(item.id, item.blocks, titled, announced)

    def _text(self, owner: str, text: Text, defines: bool, source: str) -> None:
        term = self._leading_term(text) if defines else None
        if not term:
            self._named(owner, text)
            return
        more = any(given.more for given in self.words.names_given(text.plain) if given.term == term.words)
        self.found.append((self._definition(term.words, text, term.start, owner, source), more))
        self._named(owner, text, term.words)

    def _table(self, owner: str, table: Table, defines: bool) -> None:
        """The rows of two columns, terms and what they mean."""
        pairs = len(table.header) == 2 and (defines or self.words.is_column(table.header[0].plain))
        for row in table.rows:
            head = row[0] if row else None
            term = head.plain.strip(f"{_QUOTES}:") if head else ""
            if pairs and head and len(row) == 2 and 0 < len(term) <= _LONGEST and row[1].plain:
                start = head.plain.index(term)
                definition = self._definition(term, row[1], 0, owner, "words")
                self.found.append((replace(definition, term_place=head.place(start), head=head), False))
                self._named(owner, row[1], term)
            else:
                for cell in row:
                    self._named(owner, cell)

    def _leading_term(self, text: Text) -> _Term | None:
        """The term that ``text`` begins with, in quotes, in bold or bare before a colon, and where its meaning is."""
        plain = text.plain
        strong = max((mark.end for mark in text.marks if mark.kind == "strong" and mark.start <= 1), default=0)
        end = strong or _end_of_quoted(plain)
        while strong and plain[end : end + 1] and plain[end] in _CLOSING:
            end += 1  # '“**Dienst**”'
        marked = bool(end)
        if not end:
            end = min((place for place in (plain.find(":"), plain.find(" = ")) if place > 0), default=-1)
        words = plain[:end].strip(f"{_QUOTES}:") if end > 0 else ""
        bare_end = end - (len(plain[:end]) - len(plain[:end].rstrip(": "))) if end > 0 else 0
        if not words or len(words) > _LONGEST or not any(char.isalpha() for char in words):
            return None
        if not (marked or self.words.is_term(words)):
            return None
        meaning = self.words.meaning_at(plain, bare_end, marked)
        return _Term(words, plain.index(words), meaning) if meaning is not None else None

    def _named(self, owner: str, text: Text, but: str = "") -> None:
        for given in self.words.names_given(text.plain):
            if given.term != but:
                self.found.append((self._definition(given.term, text, given.start, owner, "name"), given.more))

    def _definition(self, term: str, text: Text, start: int, owner: str, source: str) -> Definition:
        return Definition(
            id=f"{self.grammar.TERM}-{slug(term)}",
            term=term,
            term_place=text.place(start),
            text=text,
            source=source,
            owner=owner,
        )


def _end_of_quoted(plain: str) -> int:
    """Where the quotation ends that ``plain`` begins with; 0 when it begins with none."""
    pairs = {"“": '”“"', "„": "”“", '"': '"”', "‘": "’", "'": "'’", "«": "»"}
    closing = pairs.get(plain[:1], "")
    found = [place for place in (plain.find(char, 1, _LONGEST) for char in closing) if place > 0]
    return min(found, default=-1) + 1
