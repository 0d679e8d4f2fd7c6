"""What a text that was taken from pages shows without a mark: headings, and the items of a list.

Pages show them by type, bullets and white space, of which the words are left. Where only a reader of the page could
know, nothing is marked. What a questionnaire asks is found by ``asked``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from clausule.language.protocol import Grammar
from clausule.read.importing.asked import asked
from clausule.read.importing.bullets import BULLET
from clausule.read.importing.document import Doubt
from clausule.read.importing.pdf.contents import plain_title
from clausule.read.importing.pieces import PLACEHOLDER, Piece, is_unmarked
from clausule.read.importing.raw_lines import RawLine
from clausule.read.importing.structure import Kind, parts_of_agreement
from clausule.read.importing.titles import with_titles
from clausule.read.marks import ItemMark, item_mark

_SHORT, _ITEM = 60, 80  # letters of a heading that nothing but its place shows; of an item of one line
_FEW = 4  # words of a heading that ends with a colon
_FEWEST = 3  # items of a list of which no sign says that it is one
_ENDED = re.compile(r"[.,;!?][)”’\"]?$")
_ITEM_ENDS = re.compile(r";(?:\s+\w{2,5})?$")  # '; en'
_SENTENCE = re.compile(r"[.;!?…][)”’\"]?$")
_LEFT_ENDS = re.compile(r"[.,:;!?…][)”’\"]?$")
_FILLED = re.compile(r"[.…_]{4,}")
_TERM = re.compile(r"[“„\"‘']|[^:]{1,60}:\s")
_PARTY = re.compile(r"(?P<number>\d{1,2})\s{2,}(?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class Shown:
    """Paragraphs with a mark before each item; by their places among them ``heads``, with the level of each, and what
    lies in an item (``deeper``)."""

    lines: list[RawLine]
    heads: Mapping[int, int]
    deeper: Set[int]
    doubts: list[Doubt]


def with_marks(paragraphs: Sequence[RawLine], gaps: Mapping[int, int], titles: Set[str], grammar: Grammar) -> Shown:
    """The paragraphs of such a text with what they show. ``gaps`` are the empty lines before each, by its number, and
    ``titles`` what its table of contents names. No word is added, lost or moved."""
    pieces = _pieces(paragraphs, gaps, grammar)
    _mark_parties(pieces)
    _mark_heads(pieces, titles, grammar)
    pieces = [piece for _, part in groupby(pieces, key=lambda one: one.part) for piece in asked(list(part), grammar)]
    _mark_lists(pieces, grammar)
    return Shown(
        [replace_words(one, f"{BULLET} {one.words}") if one.depth and one.unmarked else one.line for one in pieces],
        {at: one.level for at, one in enumerate(pieces) if one.level},
        {at for at, one in enumerate(pieces) if one.depth > 1},
        list(_left(pieces)),
    )


def _left(pieces: Sequence[Piece]) -> Iterator[Doubt]:
    """A few words that were left as they are, though they stand between empty lines and end as no sentence does; and a
    sentence that stands in place of the heading of what is signed."""
    for at, piece in enumerate(pieces):
        if piece.begins and piece.kind == "closing" and piece.words.endswith(":"):
            yield Doubt(piece.line.number, f"this has no heading, and became one: {piece.words}")
        plain = piece.unmarked and not (piece.begins or piece.level or piece.depth) and piece.kind != "preamble"
        short = piece.words[:1].isupper() and len(piece.words) <= _SHORT and not _LEFT_ENDS.search(piece.words)
        above = piece.gap > 0 or (at and _FILLED.search(pieces[at - 1].words))
        if plain and short and above and (at + 1 == len(pieces) or pieces[at + 1].gap):
            yield Doubt(piece.line.number, f"this stands alone, and may be a heading or of a table: {piece.words}")


def replace_words(piece: Piece, words: str) -> RawLine:
    """The line of a piece with other words."""
    return RawLine(words, piece.line.number)


def _pieces(paragraphs: Sequence[RawLine], gaps: Mapping[int, int], grammar: Grammar) -> list[Piece]:
    """Each paragraph with the part that it is of, as a whole text shows that."""
    spread = [line for one in paragraphs for line in (one, RawLine("", one.number))]
    of: dict[int, tuple[int, Kind]] = {}
    heads: set[int] = set()
    for at, part in enumerate(parts_of_agreement(with_titles(spread, grammar), grammar, plain=True)):
        of |= {line.number: (at, part.kind) for line in part.all_lines if line.words}
        heads |= {line.number for line in (*part.above, *([part.heading] if part.heading else [])) if line.words}
    return [
        Piece(
            line,
            *of.get(line.number, (0, "preamble")),
            gap=gaps.get(line.number, 0),
            begins=line.number in heads,
            unmarked=is_unmarked(line.words, grammar),
        )
        for line in paragraphs
    ]


def _mark_parties(pieces: Sequence[Piece]) -> None:
    """The numbers of the parties where no sign but white space parts them from the words: '1    Bakker B.V.'."""
    found: list[tuple[Piece, re.Match[str]]] = []
    for piece in pieces:
        match = _PARTY.fullmatch(piece.words) if piece.kind == "preamble" else None
        if match and int(match["number"]) == len(found) + 1:
            found.append((piece, match))
    for piece, match in found if len(found) > 1 else ():
        piece.line = replace_words(piece, f"{match['number']}. {match['words']}")
        piece.unmarked = False


def _mark_heads(pieces: Sequence[Piece], titles: Set[str], grammar: Grammar) -> None:
    """Headings before the articles and in annexes: of what the contents name, of lettered parts, and in a preamble
    those that stand over a sentence or a list."""
    for at in reversed(range(1, len(pieces))):
        piece, below = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.begins or piece.kind not in ("preamble", "annex"):
            continue
        below = below if below and below.part == piece.part and not below.begins else None
        in_contents = piece.unmarked and plain_title(piece.words) in titles
        if in_contents or (piece.kind == "preamble" and below and _is_over(piece, below)):
            piece.level = 2
    for _, part in groupby(pieces, key=lambda one: one.part):
        for piece in _lettered([one for one in part if one.kind == "annex" and not one.begins]):
            piece.level = 2


def _is_over(piece: Piece, below: Piece) -> bool:
    """Whether a short line in a preamble is the heading of what stands below it."""
    words = piece.words
    if not piece.unmarked or len(words) > _SHORT or not words[:1].isupper() or _ENDED.search(words):
        return False
    marked = item_mark(below.words) is not None
    if words.endswith(":"):
        return len(words.split()) <= _FEW and marked
    if any(sign.isdigit() for sign in words):
        return False  # an address, a version, a day
    full = len(below.words) > _SHORT and _SENTENCE.search(below.words)
    return bool(marked or full or (words.isupper() and below.level))


def _lettered(part: Sequence[Piece]) -> Iterator[Piece]:
    """The headings of the parts of an annex, 'A. Services' and 'B. Contacts': a row of two or more at the margin, with
    other words under each."""
    marks = [(at, mark) for at, one in enumerate(part) if (mark := _letter(one)) and not _ENDED.search(one.words)]
    row: list[tuple[int, ItemMark]] = []
    for at, mark in marks:
        apart = at + 1 < len(part) and _letter(part[at + 1]) is None
        if apart and (mark.follows(row[-1][1]) if row else mark.is_first):
            row.append((at, mark))
    yield from (part[at] for at, _ in row if len(row) > 1)


def _letter(piece: Piece) -> ItemMark | None:
    mark = item_mark(piece.words)
    return mark if mark and mark.style == "A." and piece.words[mark.end :][:1].isupper() else None


def _mark_lists(pieces: Sequence[Piece], grammar: Grammar) -> None:
    """Behind a colon, in an article or an annex: paragraphs that end with a semicolon, and lines of a few words below
    each other."""
    for at, piece in enumerate(pieces):
        if piece.kind not in ("article", "annex") or not piece.words.endswith(":") or piece.begins:
            continue
        below = [one for one in pieces[at + 1 :] if one.part == piece.part]
        for one in _semicolons(below) or _short_lines(below):
            one.depth = 1 if one.unmarked else 2


def _semicolons(below: Sequence[Piece]) -> list[Piece]:
    """The paragraphs of a list whose items end with a semicolon, and the last of them."""
    found: list[Piece] = []
    for piece in below:
        if not piece.unmarked or piece.level or piece.depth or piece.words.endswith(":") or _TERM.match(piece.words):
            break
        found.append(piece)
        if not _ITEM_ENDS.search(piece.words):
            break
    alike = len({one.words[:1].isupper() for one in found}) == 1
    return found if len(found) > 1 and alike else []


def _short_lines(below: Sequence[Piece]) -> list[Piece]:
    """Lines of a few words that stand together; those among them that have a bullet are items of the one above them."""
    found: list[Piece] = []
    for at, piece in enumerate(below):
        if at and piece.gap:
            break
        found.append(piece)
    mark = [item_mark(one.words) for one in found]
    plain = [one for one in found if one.unmarked]
    short = all(
        one.unmarked or (one_mark and one_mark.is_bullet) for one, one_mark in zip(found, mark, strict=True)
    ) and all(_is_short(one) for one in plain)
    if not short or not found or not found[0].unmarked:
        return []
    asked_for = all(PLACEHOLDER.fullmatch(one.words) for one in plain)
    return found if len(plain) >= (2 if asked_for else _FEWEST) else []


def _is_short(piece: Piece) -> bool:
    return not piece.level and not piece.depth and len(piece.words) <= _ITEM and not _SENTENCE.search(piece.words)
