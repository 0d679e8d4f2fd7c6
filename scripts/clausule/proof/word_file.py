"""What a Word file shows to a reader: its words in reading order, and what it shows besides them.

Hidden text, properties and what is attached count for nothing; a change that nobody accepted or refused is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausule.language.language import language_of, languages
from clausule.language.wording.names import edition_name
from clausule.model.canonical import canonical
from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Picture
from clausule.model.walk import walk
from clausule.read.importing.document import Block, Document, NoDocument
from clausule.read.importing.word import read_word
from clausule.read.importing.word_seen import PICTURE

_AROUND = ("a running head or foot", "contents")
_HIDDEN = "hidden text"
_PLACE = re.compile(r"paragraph \d+")  # of a picture that has no words
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class WordFile:
    """``beside`` are the kinds and words of what it shows besides its text; ``hidden`` says whether there is more that
    it does not show, and ``pending`` how many changes nobody accepted or refused: its text has them accepted."""

    text: str
    beside: tuple[tuple[str, str], ...]
    hidden: bool
    pending: int

    def strange(self, agreement: Agreement, edition: Edition) -> Iterator[tuple[str, str, str]]:
        """What it shows besides the words of ``edition``, but for what tells which edition it is: place, expected,
        found."""
        pictures = sum(isinstance(block, Picture) for part in walk(edition) for block in part.blocks)
        known, address = _own_words(agreement, edition), re.compile(rf"https?://\S*/{re.escape(edition.name)}/(?!\S)")
        for kind, words in self.beside:
            if kind == PICTURE and pictures and _PLACE.match(words):
                pictures -= 1
                continue
            shown = set(_WORD.findall(canonical(address.sub("", words)).lower()))
            if kind not in _AROUND or not shown <= known:
                yield kind, "nothing besides its words", words
        if self.pending:
            yield "changes", "none that is pending", f"{self.pending} that nobody accepted or refused"


def word_file(data: bytes) -> WordFile:
    """The Word file in these bytes. Raises ``NoDocument`` for what is none, or is damaged, locked or a trap."""
    document = read_word(data, "it", "accept")
    beside = tuple((one.what, one.words) for one in document.dropped if one.what != _HIDDEN)
    beside += tuple((f"a comment of {one.author}", one.words) for one in document.comments)
    beside += tuple((f"words that are {one.look}", one.words) for one in document.doubts if one.look)
    hidden = any(one.what == _HIDDEN for one in document.dropped)
    text = "\n".join(_lines(document))
    if not text.strip():
        raise NoDocument("it shows no words")
    return WordFile(text, beside, hidden, document.pending)


def _lines(document: Document) -> Iterator[str]:
    """The lines, with each footnote behind the article or the part that refers to it, as an edition has them."""
    waiting: list[str] = []
    for block in document.blocks:
        if isinstance(block, Block) and block.level and (block.level == 1 or _is_article(block.words)):
            yield from _notes(document, waiting)
            waiting = []
        blocks = [block] if isinstance(block, Block) else [one for row in block.rows for cell in row for one in cell]
        for one in blocks:
            yield one.words
            waiting += [run.note for run in one.runs if run.note]
    yield from _notes(document, waiting)


def _notes(document: Document, labels: list[str]) -> Iterator[str]:
    for label in dict.fromkeys(labels):
        yield f"{label} {''.join(run.words for run in document.notes.get(label, ()))}"


def _is_article(words: str) -> bool:
    return any(language_of(tag).grammar.ARTICLE_HEADING.fullmatch(words.strip()) for tag in languages())


def _own_words(agreement: Agreement, edition: Edition) -> set[str]:
    """What may stand in running heads and contents: names of the edition, its headings, an address, page numbers."""
    language = language_of(edition.language)
    headings = [part.heading.plain for part in walk(edition) if part.heading]
    said = [edition.title(agreement), agreement.title, edition_name(edition), *headings]
    said += [language.say("page {page} of {pages}", page="", pages=""), language.say("Contents"), agreement.publisher]
    return set(_WORD.findall(canonical(" ".join(said)).lower()))
