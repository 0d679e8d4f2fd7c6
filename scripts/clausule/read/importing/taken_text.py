"""A plain text that was taken from pages, such as those of a PDF: which of its lines are one paragraph.

Empty lines say little there: some stand within a sentence, and some headings have none below them. A line ends its
paragraph where the next word would still have stood on it, or where white space follows and no sentence goes on.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from statistics import median

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Document, Doubt, Dropped
from clausule.read.importing.pdf.contents import contents_among
from clausule.read.importing.pdf.hyphens import Hyphens
from clausule.read.importing.raw_lines import LONGEST, RawLine
from clausule.read.importing.saved_text import read_saved
from clausule.read.importing.titles import begins_part
from clausule.read.importing.wrapped import ODD_SIGN, UNREAD, Whole
from clausule.read.marks import clause_mark, item_mark

_ENDED = re.compile(r"[.;:!?…_][)”’\"]?$")
_FEWEST = 5  # places that say what one empty line means; bullets of one sign
_LEAST, _HALF, _NEARLY = 0.4, 0.6, 0.75  # of the width of the lines around it
_FAR = 3  # empty lines over which a sentence can go on
_QUOTED = re.compile(r"[“„\"‘'][^“”„\"]{1,60}[”\"’']")
_BROKEN = re.compile(r"\b([^\W\d_]{2,})-([^\W\d_]{2,})\b")
_BEFORE = re.compile(r"[-,.;:][^\W\d_]")
_CIRCLE = re.compile(r"o\s+(?=\S)")
_SPARE = 4  # letters
_BULLET = "-"


def odd_bullet(lines: Sequence[RawLine]) -> str:
    """The sign that a text has for a bullet behind the words of its items: a letter of another script, alone at the
    ends of many lines and hardly anywhere else. Empty where there is none."""
    ends = Counter(
        line.words[-1] for line in lines if re.search(r"\s[^\W\d_]$", line.words) and _is_odd(line.words[-1])
    )
    for sign, many in ends.most_common(1):
        if many >= _FEWEST and sum(line.words.count(sign) for line in lines) <= many + many // _FEWEST:
            return sign
    return ""


def _is_odd(sign: str) -> bool:
    return "LATIN" not in unicodedata.name(sign, "LATIN")


def taken_text(text: Whole, bullet: str, grammar: Grammar) -> Document:
    """The document in such a text, of which ``text`` are the mended lines; the sign ``bullet`` at the end of one is
    its mark."""
    full = [line for line in text.lines if line.words]
    gone = {full[at].number for at in contents_among([line.words for line in full], grammar)}
    rest = [line for line in text.lines if line.number not in gone]
    hyphens = Hyphens([line.words for line in rest], grammar)
    rest = [RawLine(_BROKEN.sub(partial(_joined, hyphens), line.text), line.number) for line in rest]
    document = read_saved(paragraphs_of(rest, bullet, grammar), grammar)
    plain = {line.number for line in full if bullet and line.words.count(bullet) == 1}
    moved = [line for line in full if bullet and line.words.endswith(f" {bullet}") and _BEFORE.match(line.words)]
    document.doubts = [
        Doubt(line.number, f"a sign stands before its words: {line.words.rstrip(bullet).strip()[:40]}")
        for line in moved
    ]
    document.doubts += [one for one in text.doubts if one.words != f"{ODD_SIGN}{bullet}" or one.number not in plain]
    document.dropped = [*text.dropped, *(Dropped("contents", line.words) for line in full if line.number in gone)]
    signs = [bullet, "o"] if has_circles(rest) else [bullet]
    document.dropped += [Dropped("bullets", sign) for sign in signs if sign]
    return document


def _joined(hyphens: Hyphens, broken: re.Match[str]) -> str:
    """A word with a hyphen within a line: without it, where the text has it so, and no word that stands behind it. Each
    is a doubt too (``wrapped``)."""
    head, tail = broken.groups()
    certain = hyphens.known(head + tail) and not hyphens.known(tail) and hyphens.known(broken[0]) < 2
    return head + tail if certain else broken[0]


def paragraphs_of(lines: Sequence[RawLine], bullet: str, grammar: Grammar) -> list[RawLine]:
    """The paragraphs of such a text, each as a line with the number of its first; the sign ``bullet`` at the end of a
    line becomes a mark before it."""
    circles = has_circles(lines)
    full = [_marked(line, bullet, circles) for line in lines if line.words]
    gaps = _gaps(lines)
    most = 1 if _is_loose(full, gaps) else 0
    widths = _widths(full, gaps, most)
    found: list[list[RawLine]] = []
    for at, line in enumerate(full):
        if at and _goes_on(found[-1], line, gaps[at], most, widths[at - 1], grammar):
            found[-1].append(line)
        else:
            found.append([line])
    return [RawLine(" ".join(line.words for line in one), one[0].number) for one in found]


def has_circles(lines: Sequence[RawLine]) -> bool:
    """Whether items have the letter o for a bullet: lines below each other begin with it."""
    return any(_CIRCLE.match(one.words) and _CIRCLE.match(below.words) for one, below in pairwise(lines))


def _marked(line: RawLine, bullet: str, circles: bool) -> RawLine:
    if circles and (match := _CIRCLE.match(line.words)):
        return RawLine(f"{_BULLET} {line.words[match.end() :]}", line.number)
    if not bullet or not line.words.endswith(f" {bullet}"):
        return line
    words = line.words.strip(f" {bullet}")
    return RawLine(words if item_mark(words) else f"{_BULLET} {words}", line.number)


def _gaps(lines: Sequence[RawLine]) -> list[int]:
    """How many empty lines stand before each that is none."""
    found, empty = [], 0
    for line in lines:
        if line.words:
            found.append(empty)
        empty = 0 if line.words else empty + 1
    return found


def _is_open(above: RawLine, below: RawLine) -> bool:
    return not _ENDED.search(above.words) and below.words[:1].islower() and item_mark(below.words) is None


def _is_loose(full: Sequence[RawLine], gaps: Sequence[int]) -> bool:
    """Whether one empty line says nothing: at most places that have one a sentence goes on."""
    pairs = zip(pairwise(full), gaps[1:], strict=True)
    single = [_is_open(one, below) for (one, below), gap in pairs if gap == 1 and not _ENDED.search(one.words)]
    return sum(single) >= max(_FEWEST, len(single) / 2)


def _widths(full: Sequence[RawLine], gaps: Sequence[int], most: int) -> list[int]:
    """The width of the lines that each stands among; 0 in a list of short ones, where each is a paragraph."""
    found: list[int] = []
    begin = 0
    for end in range(1, len(full) + 1):
        if end == len(full) or gaps[end] > most:
            lengths = [len(line.words) for line in full[begin:end]]
            wide = max(lengths)
            found += [wide if end - begin < _FEWEST or median(lengths) > _HALF * wide else 0] * (end - begin)
            begin = end
    return found


def _goes_on(paragraph: list[RawLine], below: RawLine, gap: int, most: int, width: int, grammar: Grammar) -> bool:
    """Whether a paragraph goes on in ``below``, behind ``gap`` empty lines, of which ``most`` say nothing in this
    text."""
    above, words = paragraph[-1], below.words
    if _is_heading(above.words, grammar) or _is_heading(words, grammar) or item_mark(words) is not None:
        return False
    if clause_mark(words, grammar) is not None and not grammar.REFERRING.search(above.words.rstrip(UNREAD)):
        return False
    if _QUOTED.fullmatch(words) or _QUOTED.fullmatch(above.words):
        return False  # a term, with its meaning below it
    if _is_open(above, below) and gap <= max(_FAR, most):
        return True
    if gap > most or not width:
        return False
    ended = _ENDED.search(above.words)
    if len(above.words) > _NEARLY * width or (len(paragraph) > 1 and not ended and len(above.words) > _LEAST * width):
        return True
    fits = len(above.words) + 1 + len(words.split()[0]) <= width - _SPARE
    return not fits and len(above.words) > (_HALF if ended else _LEAST) * width


def _is_heading(words: str, grammar: Grammar) -> bool:
    return len(words) <= LONGEST and not _ENDED.search(words) and begins_part(words, grammar)
