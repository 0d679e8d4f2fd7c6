"""The pages of an edition as rows of passages: the lines of the sources with the words that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clausule.compare.comparable import comparable, looks
from clausule.model.editions import Edition
from clausule.model.nodes import Block, Definitions, Items, Picture, Place, Text, block_texts
from clausule.model.walk import walk
from clausule.read.includes import read_with_includes
from clausule.read.source import Line, Sources

_WORD = re.compile(r"\w+")
_NO_TERM = re.compile("[*_\\\\:\"'“”„‘’\n]")
_FORMS = ("{}: ", "{} ", '"{}": ', '"{}" ', "'{}': ", "'{}' ", '"{}:" ')


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A paragraph, item, row, heading or definition of a page.

    ``source`` are its lines, without blank ones behind it, and ``blank`` is how many of those there are. ``texts`` are
    its words (the cells of a row) and ``places`` where in ``source`` each of their segments begins; ``before`` are the
    words in the sources that stand before the first of them: its number, or the term that it defines. ``part`` is the
    id of the clause, article or section that holds it, ``owners`` are those of all that does, from the inside out.
    ``line`` is the line of its file on which it begins, ``term`` what an entry of a
    list of definitions defines.
    """

    source: str
    blank: int
    texts: tuple[Text, ...]
    before: tuple[str, ...]
    part: str
    owners: tuple[str, ...]
    line: int
    term: str = ""
    starts: dict[Place, int] = field(default_factory=dict)

    @property
    def defines(self) -> bool:
        """Whether it is an entry of a list of definitions."""
        return bool(self.term)

    @property
    def plain(self) -> str:
        """Its words without those before them."""
        return comparable(" ".join(text.plain for text in self.texts))

    @property
    def words(self) -> str:
        """What it shows, in the form that is compared."""
        return self._shown("{} " if not self.defines else "{}: ")

    @property
    def forms(self) -> tuple[str, ...]:
        """What it shows in each form that a program gives to a definition: with and without quotes and colon."""
        return tuple(map(self._shown, _FORMS)) if self.defines else (self.words,)

    def _shown(self, form: str) -> str:
        return looks(comparable(form.format(self.term or " ".join(self.before)) + self.plain))

    def at(self, text: Text, offset: int) -> int:
        """Where in ``source`` the character at ``offset`` of one of its texts stands."""
        place = text.place(offset)
        return self.starts[Place(place.path, place.line, 1)] + place.column - 1


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A file of the folder of an edition, and what it shows. ``origin`` is the file that holds its words."""

    name: str
    origin: str
    passages: tuple[Passage, ...]
    head: tuple[str, ...]
    body: str

    def shown(self, old: Page) -> list[str]:
        """What each of its passages shows; definitions that ``old`` has, in the form in which it has them."""
        forms = {form: one.words for one in old.passages if one.defines for form in one.forms}
        return [forms.get(one.words, one.words) for one in self.passages]

    def shows_same(self, old: Page) -> bool:
        """Whether it shows the words of ``old``, in whatever form."""
        return " ".join(self.shown(old)) == " ".join(old.shown(old))


def pages_of(sources: Sources, edition: Edition, names: Sequence[str]) -> dict[str, Page]:
    """The pages of ``edition`` that are files called ``names`` in its folder."""
    begins = _begins(edition)
    found = {}
    for name in names:
        path = f"{edition.folder}/{name}"
        document = read_with_includes(sources, path)
        if document is None:
            continue
        head = [line.text for line in document.inner or document.head]
        body = "\n".join(line.text for line in document.body).strip("\n")
        passages = tuple(_passages(document.body, begins))
        found[name] = Page(name, document.inner_path or path, passages, tuple(head), body)
    return found


@dataclass(slots=True)
class _Begin:
    part: str
    owners: tuple[str, ...]
    texts: list[Text] = field(default_factory=list)
    defines: bool = False
    silent: bool = False


def _begins(edition: Edition) -> dict[tuple[str, int], _Begin]:
    """What begins on which line of which file."""
    found: dict[tuple[str, int], _Begin] = {}

    def put(text: Text, part: str, owners: tuple[str, ...], at: Place | None = None) -> None:
        place = at or text.place()
        begin = found.setdefault((place.path, place.line), _Begin(part, owners, defines=at is not None))
        if text.plain:
            begin.texts.append(text)

    if edition.heading:
        put(edition.heading, "", ())
    for part in walk(edition):
        holders = (part.id, part.within.id) if part.within else (part.id,)
        if part.kind == "clause":
            found.setdefault((part.place.path, part.place.line), _Begin(part.id, holders))
        for heading in (part.heading, part.subheading):
            if heading and heading.plain:
                put(heading, part.id, holders)
        for block, owners in _blocks(part.blocks, holders):
            if isinstance(block, Definitions):
                for entry in block.entries:
                    put(entry.text, part.id, (entry.id, *owners), entry.term_place)
            elif isinstance(block, Picture):
                place = block.words.place()
                found[place.path, place.line] = _Begin(part.id, owners, silent=True)
            else:
                for text in block_texts((block,)):
                    put(text, part.id, owners)
    return found


def _blocks(blocks: Sequence[Block], owners: tuple[str, ...]) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """Each block without the blocks within it, with the ids of what holds it."""
    for block in blocks:
        if not isinstance(block, Items):
            yield block, owners
            continue
        for item in block.items:
            holders = (item.id, *owners)
            yield Items((type(item)(id=item.id, mark=item.mark, label=item.label, text=item.text),)), holders
            yield from _blocks(item.blocks, holders)


def _passages(body: Sequence[Line], begins: dict[tuple[str, int], _Begin]) -> Iterator[Passage]:
    at = [n for n, line in enumerate(body) if (line.path, line.number) in begins]
    for first, end in pairwise([*at, len(body)]):
        begin = begins[body[first].path, body[first].number]
        last = end
        while last > first + 1 and not body[last - 1].text.strip():
            last -= 1
        starts, length = dict[Place, int](), 0
        for line in body[first:last]:
            starts[Place(line.path, line.number, 1)] = length
            length += len(line.text) + 1
        source = "\n".join(line.text for line in body[first:last])
        head = "" if begin.silent else source
        if begin.texts:
            place = begin.texts[0].place()
            head = source[: starts[Place(place.path, place.line, 1)] + place.column - 1]
        yield Passage(
            source=source,
            blank=end - last,
            texts=tuple(begin.texts),
            before=tuple(_WORD.findall(head)),
            part=begin.part,
            owners=begin.owners,
            line=body[first].number,
            term=_NO_TERM.sub("", head).strip() if begin.defines else "",
            starts=starts,
        )
