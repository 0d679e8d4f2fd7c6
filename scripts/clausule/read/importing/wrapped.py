"""A plain text that was taken from pages: words that a hyphen breaks at the end of a line become whole, and running
heads between its pages go."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from clausule.language.protocol import Grammar
from clausule.read.importing.bullets import ODD_SIGN
from clausule.read.importing.document import BROKEN, Doubt, Dropped
from clausule.read.importing.hanging import with_hung_marks
from clausule.read.importing.pdf.hyphens import Hyphens
from clausule.read.importing.raw_lines import RawLine

_BROKEN = re.compile(r".*[^\W\d_]-\s*")
_GOES_ON = re.compile(r"\s*(?P<word>[^\W\d_]\S*)(?P<rest>.*)", re.S)
_FEWEST, _SHORTEST, _APART = 3, 20, 12
_EDGE = 2  # lines of a running head or foot
_BLANKS = 2
UNREAD = "\ufffd"
_MARK = r"\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]"
_ALONE = re.compile(rf"{_MARK}|\d{{1,3}}(?:\.\d{{1,3}})?")
_MARKED = re.compile(rf"(?:{_MARK}|[-•–o*])\s")
_ENDS = re.compile(r"(?:[.;:!?…_][)”’\"]?|,)$")
_STOPS = (".", "…", "_", "]")
_WITHIN = re.compile(r"\b[^\W\d_]{2,}-[^\W\d_]{2,}\b")
_CLAUSE = re.compile(r"(\d{1,3})\.(\d{1,3})\.?\s+\S")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_PAGE = re.compile(r"(?P<before>\D{0,20})(?P<number>\d{1,4})(?P<behind>(?:\D{1,12}\d{1,4})?\W*)")
_POINTED = re.compile(r"\d+\.[\d.]*")  # the number of an article or a clause
_OF_ALL = re.compile(r"#\D+\d+")
_OF_PAGES = re.compile(r"\d|©")


@dataclass(frozen=True, slots=True)
class Whole:
    """The lines of a text without what its pages did to them; what went, and what is in doubt."""

    lines: list[RawLine]
    dropped: list[Dropped]
    doubts: list[Doubt]


def whole(lines: Sequence[RawLine], grammar: Grammar, seen: Sequence[Doubt] = ()) -> Whole:
    """The lines of a plain text, mended; ``seen`` is what was in doubt before. No letter of what stays changes."""
    running = _running(lines)
    dropped = [Dropped("running heads", words) for words in dict.fromkeys(lines[at].words for at in sorted(running))]
    kept = with_hung_marks([line for at, line in enumerate(lines) if at not in running], grammar)
    doubts = list(seen)
    hyphens = Hyphens([line.words for line in kept], grammar)
    found: list[RawLine] = []
    at = 0
    while at < len(kept):
        line = kept[at]
        below = next((place for place in range(at + 1, len(kept)) if kept[place].words), None)
        goes_on = _GOES_ON.fullmatch(kept[below].text) if below is not None and below - at <= _BLANKS + 1 else None
        if below is None or not goes_on or not goes_on["word"][:1].islower() or not _BROKEN.fullmatch(line.text):
            found.append(line)
            at += 1
            continue
        start, between, doubt = hyphens.joined(line.text.rstrip(), goes_on["word"])
        if between:  # 'wet- en regelgeving': the line goes on with another word
            found.append(line)
            at += 1
            continue
        doubts += [Doubt(line.number, doubt, BROKEN)] if doubt else []
        kept[at] = _with_text(line, f"{start}{goes_on['word']}")
        rest = goes_on["rest"].strip()
        if rest:
            kept[below] = _with_text(kept[below], rest)
        else:
            del kept[below]
    doubts += _odd(found, hyphens, grammar)
    return Whole(found, dropped, sorted(doubts, key=lambda one: one.number))


def _odd(lines: Sequence[RawLine], hyphens: Hyphens, grammar: Grammar) -> Iterator[Doubt]:
    """Places that a text has only where something moved when it was taken from its pages."""
    last, above = (0, 0), RawLine("", 0)
    torn = sum(_is_torn(word, hyphens) for line in lines for word in _WITHIN.findall(line.words)) >= _FEWEST
    for at, line in enumerate(lines):
        words = line.words
        if not words:
            continue
        yield from _odd_signs(line, hyphens, torn)
        below = lines[at + 1].words if at + 1 < len(lines) else ""
        if _ALONE.fullmatch(words) and (not below or _ALONE.fullmatch(below)):
            yield Doubt(line.number, f"'{words}' stands without its words")
            continue
        if any(map(grammar.ANNEX_HEADING.fullmatch, map(str.strip, words.split("|")[1:]))):
            yield Doubt(line.number, f"this names an annex at the edge of a page: {words[:40]}")
        clause = None if grammar.REFERRING.search(above.words.rstrip(UNREAD)) else _CLAUSE.match(words)
        if clause and not grammar.QUANTITY.match(words, clause.end(2)):
            number = int(clause[1]), int(clause[2])
            if number[0] < last[0] and number != (1, 1):
                yield Doubt(line.number, f"{clause[1]}.{clause[2]} stands behind {last[0]}.{last[1]}")
            last = max(last, number) if number != (1, 1) else number
            if _is_cut(above.words):
                yield Doubt(above.number, f"this ends within a sentence: {above.words[-40:]}")
        elif (
            words[:1].islower()
            and above.words.endswith(_STOPS)
            and not lines[at - 1].words
            and not _MARKED.match(words)
        ):
            yield Doubt(line.number, f"this begins within a sentence: {words[:40]}")
        above = line


def _odd_signs(line: RawLine, hyphens: Hyphens, torn: bool) -> Iterator[Doubt]:
    """Signs and words that no page showed so. Where words are ``torn`` within lines, one with a hyphen of which nothing
    is known can be another."""
    if UNREAD in line.words:
        yield Doubt(line.number, f"a sign that could not be read: {line.words[-40:]}")
    end = line.words.split()[-1]
    if len(end) == 1 and end.isalpha() and "LATIN" not in unicodedata.name(end, "LATIN"):
        yield Doubt(line.number, f"{ODD_SIGN}{end}")
    for word in _WITHIN.findall(line.words):
        if _is_torn(word, hyphens):
            yield Doubt(line.number, f"{word} is written {word.replace('-', '')} elsewhere")
        elif torn and hyphens.known(word) < 2 and not hyphens.known(word.partition("-")[0]):
            yield Doubt(line.number, f"{word}: a hyphen of the word, or of the page?")


def _is_torn(word: str, hyphens: Hyphens) -> bool:
    """Whether the text has a word without this hyphen elsewhere."""
    return hyphens.known(word.replace("-", "")) >= max(hyphens.known(word), 1)


def _is_cut(words: str) -> bool:
    """Whether a clause, or a line that goes on with one, stops before its sentence does."""
    begun = _CLAUSE.match(words) or (words[:1].islower() and not _MARKED.match(words))
    return bool(begun) and not _ENDS.search(words)


def _with_text(line: RawLine, text: str) -> RawLine:
    return replace(line, text=text, words=text.strip())


def _running(lines: Sequence[RawLine]) -> set[int]:
    """Where running heads and page numbers stand: lines that stand alone and come again as they are and name a version,
    a day or an owner, or stand beside a page number; and numbers that count the pages."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    numbers: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        match = _PAGE.fullmatch(line.words) if not _POINTED.fullmatch(line.words) else None
        key = f"{match['before']}#{match['behind']}" if match else ""
        above, below = (_is_blank(lines, near, set()) for near in (at - 1, at + 1))
        if match and ((above and below) or ((above or below) and _OF_ALL.search(key))):
            numbers[key].append((at, int(match["number"])))
    pages = {at for key, row in numbers.items() if _counts(row, bool(_OF_ALL.search(key))) for at, _ in row}
    for at, line in enumerate(lines):
        if line.words and _is_blank(lines, at - 1, pages) and _is_blank(lines, at + 1, pages):
            places[line.words].append(at)
    edges = {near for at in pages for near in _beside(lines, at)}
    heads = {
        at
        for words, seen in places.items()
        if len(seen) >= _FEWEST and all(later - at >= _APART for at, later in pairwise(seen))
        for at in seen
        if (len(words) >= _SHORTEST and _OF_PAGES.search(words)) or edges.issuperset(seen)
    }
    return pages | heads | _at_edges(lines)


def _is_blank(lines: Sequence[RawLine], at: int, pages: Set[int]) -> bool:
    """Whether no words stand on a line, or only the number of a page."""
    return not 0 <= at < len(lines) or at in pages or not lines[at].words


def _at_edges(lines: Sequence[RawLine]) -> set[int]:
    """Where a text says itself where its pages begin, by a form feed: lines at their edges that most pages have, but
    for the numbers in them."""
    begins = [at for at, line in enumerate(lines) if line.text.startswith("\f")]
    found: defaultdict[str, set[int]] = defaultdict(set)
    for begin, end in pairwise([0, *begins, len(lines)] if begins else []):
        full = [at for at in range(begin, end) if lines[at].words]
        for at in {*full[:_EDGE], *full[-_EDGE:]}:
            found[re.sub(r"\d+", "#", lines[at].words)].add(at)
    many = max(_FEWEST, len(begins) / 2)
    return {at for words, seen in found.items() if len(seen) >= many and _LETTERS.search(words) for at in seen}


def _counts(row: Sequence[tuple[int, int]], of_all: bool) -> bool:
    """Whether numbers, each with its place, count pages: each is the next, and far from the one before it. Where they
    say of how many (``of_all``, '2 of 7') they count nothing else, though one stands within other lines."""
    steps = [(later[0] - one[0], later[1] - one[1]) for one, later in pairwise(row)]
    return len(row) >= _FEWEST and all(step > 0 if of_all else apart >= _APART and step == 1 for apart, step in steps)


def _beside(lines: Sequence[RawLine], at: int) -> Iterator[int]:
    """The lines with words that stand next to the page number at ``at``."""
    for row in (range(at - 1, -1, -1), range(at + 1, len(lines))):
        yield from islice((place for place in row if lines[place].words), _EDGE)
