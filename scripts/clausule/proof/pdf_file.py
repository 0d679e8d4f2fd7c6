"""What a PDF shows to a reader: its words in reading order, and what its pages show besides them.

A file in it, its properties and its tags count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausule.analysis.cover import cover_of
from clausule.analysis.references import Notes
from clausule.language.language import language_of
from clausule.language.wording.names import edition_name
from clausule.model.canonical import canonical
from clausule.model.editions import Agreement, Edition
from clausule.model.walk import walk
from clausule.read.house import House
from clausule.read.importing.document import Block, Document, NoDocument
from clausule.read.importing.pdf.read import read_pdf

Shown = tuple[str, tuple[str, ...]]

_HOLDERS = ("chapter", "article", "closing", "annex")
_HEADS, _CONTENTS, _COVER = "running heads and page numbers", "contents", "the cover"
_NOT_SEEN = ("attached files", "repeated heads of a table")
_NUMBER = re.compile(r"\d{1,4}|\.+|[–—-]")
_AT_SIGN = re.compile(r"\s*([^\w\s])\s*")


@dataclass(frozen=True)
class PdfFile:
    """``cover`` are the paragraphs of the first page, ``rest`` those of the others, each with the labels of the
    ``notes`` at the foot that it refers to. ``beside`` are the kinds and words of what its pages show besides."""

    cover: tuple[Shown, ...]
    rest: tuple[Shown, ...]
    notes: Mapping[str, str]
    beside: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join((*(words for words, _ in (*self.cover, *self.rest)), *self.notes.values()))

    def text_of(self, agreement: Agreement, edition: Edition) -> str:
        """Its words without those that tell on a cover which edition it is; the title stays, where it is there."""
        title = canonical(edition.title(agreement))
        shown = " ".join(canonical(words) for words, _ in self.cover)
        known = _tokens(_cover_words(agreement, edition))
        if not all(_is_known(word, known, edition) for word in shown.split()):
            return "\n".join(self._with_notes((*self.cover, *self.rest), edition))
        return "\n".join((edition.title(agreement) if title in shown else "", *self._with_notes(self.rest, edition)))

    def _with_notes(self, paragraphs: Sequence[Shown], edition: Edition) -> Iterator[str]:
        """The paragraphs, with each footnote behind the article or annex that refers to it, as an edition has them."""
        begins = {canonical(part.heading.plain) for part in walk(edition) if part.heading and part.kind in _HOLDERS}
        waiting: list[str] = []
        for words, labels in paragraphs:
            if canonical(words) in begins:
                yield from waiting
                waiting = []
            yield words
            waiting += [self.notes[label] for label in labels if label in self.notes]
        yield from waiting

    def strange(self, agreement: Agreement, edition: Edition) -> Iterator[tuple[str, str, str]]:
        """What its pages show besides the words of ``edition``, but for what tells which edition it is: place,
        expected, found."""
        heads = _tokens(_cover_words(agreement, edition))
        known = {_HEADS: heads, _COVER: heads, _CONTENTS: heads | _tokens(_headings(edition))}
        for kind, words in self.beside:
            shown = canonical(words).split()
            if not all(_NUMBER.fullmatch(word) or _is_known(word, known.get(kind, set()), edition) for word in shown):
                yield kind, "nothing besides its words", words


def pdf_file(data: bytes, tag: str) -> PdfFile:
    """The PDF in these bytes, read as one in the language ``tag``. Raises ``NoDocument`` for what is none, or is
    damaged, locked, scanned or a trap."""
    document = read_pdf(data, "it", language_of(tag).grammar)
    shown = [
        (document.places.get(block.number, ""), (block.words, tuple(run.note for run in block.runs if run.note)))
        for block in _blocks(document)
    ]
    notes = {label: f"{label} {''.join(run.words for run in runs)}" for label, runs in document.notes.items()}
    if not any(words.strip() for _, (words, _) in shown):
        raise NoDocument("it shows no words")
    beside = tuple((one.what, one.words) for one in document.dropped if one.what not in _NOT_SEEN)
    beside += tuple((f"words that are {one.look}", one.words) for one in document.doubts if one.look)
    cover, rest = (
        tuple(paragraph for place, paragraph in shown if place.startswith("page 1,") is first)
        for first in (True, False)
    )
    return PdfFile(cover, rest, notes, beside)


def only_spaces(one: str, other: str) -> bool:
    """Whether two pieces of text have the same letters and signs, and only the space beside a sign is another: on a
    page that is a matter of how wide things are drawn."""
    return _AT_SIGN.sub(r"\1", one) == _AT_SIGN.sub(r"\1", other)


def _blocks(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        if isinstance(block, Block):
            yield block
        else:
            yield from (one for row in block.rows for cell in row for one in cell)


def _cover_words(agreement: Agreement, edition: Edition) -> Iterator[str]:
    """What a document of ours says of ``edition`` on its cover and at the edges of its pages."""
    language = language_of(edition.language)
    cover = cover_of(agreement, edition, Notes(edition), House(address="x"))
    yield from (cover.title, cover.publisher, cover.edition, cover.status, cover.says, agreement.title)
    yield from (words for fact in cover.facts for words in fact)
    yield from (edition_name(edition), language.say("Contents"))
    yield language.say("page {page} of {pages}", page="", pages="")


def _headings(edition: Edition) -> list[str]:
    return [part.heading.plain for part in walk(edition) if part.heading]


def _tokens(said: Iterator[str] | Sequence[str]) -> set[str]:
    return {word for words in said for word in canonical(words).split()}


def _is_known(word: str, known: set[str], edition: Edition) -> bool:
    """Whether ``word`` is one of ``known``, or the address of the edition."""
    return (
        word.removesuffix("…") in known or re.fullmatch(rf"https?://\S*/{re.escape(edition.name)}/", word) is not None
    )
