"""A plain text that was taken from pages, such as those of a PDF: which of its lines are one paragraph.

Empty lines say little there: some stand within a sentence, and some headings have none below them. A line ends its
paragraph where the next word would still have stood on it, or where white space follows and no sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from statistics import median

from clausule.language.protocol import Grammar
from clausule.read.importing.bullets import has_circles, without_circles
from clausule.read.importing.document import Block, Document, Doubt, Dropped
from clausule.read.importing.pdf.contents import contents_among, titles_in
from clausule.read.importing.pdf.hyphens import Hyphens
from clausule.read.importing.pieces import BLANK, PLACEHOLDER, is_label
from clausule.read.importing.plain_rows import beside_each_other, has_tables
from clausule.read.importing.raw_lines import LONGEST, RawLine
from clausule.read.importing.saved_text import read_saved
from clausule.read.importing.titles import begins_part
from clausule.read.importing.unmarked import with_marks
from clausule.read.importing.wrapped import UNREAD, Whole
from clausule.read.marks import clause_mark, item_mark

_ENDED = re.compile(r"(?:[.;:!?…_][)”’\"]?|[.…_]{3}\s*\([^()]*\))$")
_FEWEST = 5  # places that say what empty lines mean; lines of a list of which one is wide
_FEW = 3  # lines of a list of which none is
_LEAST, _HALF, _NEARLY = 0.4, 0.6, 0.75  # of the width of the lines around it
_MOSTLY = 0.8  # of the clauses of a text
_FAR = 3  # empty lines over which a sentence can go on
_QUOTED = re.compile(r"[“„\"‘'][^“”„\"]{1,60}[”\"’']")
_BROKEN = re.compile(r"\b([^\W\d_]{2,})-([^\W\d_]{2,})\b")
_LEADERS = re.compile(r"[.…_]{4,}")
_ASKED = re.compile(r"[.…_]{4,}\s*\[[^\[\]]{1,80}\]")
_ITEM_ENDS = re.compile(r";\s+\w{2,5}$")  # '; en'
_OF_LINK = re.compile(r"(?:mailto:|https?://)(?P<shown>\S+?)/?")
_SPARE = 4  # letters
_FOLDED = 10  # lines that end for want of room, in a text that a program broke at a number of letters
_INEXACT = 0.03  # of these lines
_ROOMY = 4  # one in so many of them may be short: a term above its meaning


def is_broken(lines: Sequence[RawLine]) -> bool:
    """Whether lines of a plain text go on in the next, so that paragraphs are to be found in it, and white space makes
    no tables in it."""
    goes_on = sum(bool(one.words and below.words) and _is_open(one, below) for one, below in pairwise(lines))
    return goes_on >= _FOLDED and not has_tables(lines)


def taken_text(text: Whole, bullet: str, grammar: Grammar) -> Document:
    """The document in such a text, of which ``text`` are the mended lines; ``bullet`` is a sign that was taken for a
    mark (``bullets``)."""
    full = [line for line in text.lines if line.words]
    contents = contents_among([line.words for line in full], grammar)
    links = _links([line.words for line in full])
    gone = {full[at].number for at in contents | links}
    rest = [line for line in text.lines if line.number not in gone]
    hyphens = Hyphens([line.words for line in rest], grammar)
    rest = [RawLine(_BROKEN.sub(partial(_joined, hyphens), line.text), line.number) for line in rest]
    titles = titles_in(full[at].words for at in contents)
    shown = with_marks(
        paragraphs_of(rest, grammar), {number: gap.many for number, gap in _gaps(rest).items()}, titles, grammar
    )
    document = read_saved(shown.lines, grammar)
    for at, block in enumerate(document.blocks):
        if isinstance(block, Block) and at in shown.heads:
            document.blocks[at] = replace(block, level=shown.heads[at], depth=0)
        elif isinstance(block, Block) and at in shown.deeper:
            document.blocks[at] = replace(block, depth=2)
    told = "columns beside each other, or a table? "
    columns = [Doubt(one.number, f"{told}{one.words[:60]}") for one in beside_each_other(rest)]
    document.doubts = sorted([*text.doubts, *shown.doubts, *columns], key=lambda one: one.number)
    document.dropped = [*text.dropped, *(Dropped("contents", full[at].words) for at in sorted(contents))]
    document.dropped += [Dropped("addresses of links", full[at].words) for at in sorted(links)]
    signs = [bullet, "o"] if has_circles(rest) else [bullet]
    document.dropped += [Dropped("bullets", sign) for sign in signs if sign]
    return document


def _links(texts: Sequence[str]) -> set[int]:
    """Lines that are where a link leads, whose words stand above: a program wrote them below their page."""
    found: set[int] = set()
    for at, words in enumerate(texts):
        match = _OF_LINK.fullmatch(words)
        if match and any(match["shown"] in above for above in texts[:at]):
            found.add(at)
    return found


def _joined(hyphens: Hyphens, broken: re.Match[str]) -> str:
    """A word with a hyphen within a line: without it, where the text has it so, and no word that stands behind it. Each
    is a doubt too (``wrapped``)."""
    head, tail = broken.groups()
    certain = hyphens.known(head + tail) and not hyphens.known(tail) and hyphens.known(broken[0]) < 2
    return head + tail if certain else broken[0]


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between a line with words and the one above it: how many empty lines, and whether one of them is
    a line of the page, of white space."""

    many: int = 0
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class _Layout:
    """What empty lines say in a text: ``most`` is how many of them say nothing, and in a ``parted`` one a paragraph
    ends with an empty line alone. ``fold`` is the number of letters at which a program broke its lines, 0 where none
    did."""

    most: int
    parted: bool
    grammar: Grammar
    fold: int = 0


def paragraphs_of(lines: Sequence[RawLine], grammar: Grammar) -> list[RawLine]:
    """The paragraphs of such a text, each as a line with the number of its first."""
    full = [line for line in lines if line.words]
    full = without_circles(full) if has_circles(lines) else full
    gaps = list(_gaps(lines).values())
    loose = _is_loose(full, gaps)
    fold = 0 if loose else _fold(full, gaps)
    layout = _Layout(1 if loose else 0, not loose and _is_parted(full, gaps, grammar), grammar, fold)
    widths = _widths(full, gaps, layout.most)
    found: list[list[RawLine]] = []
    for at, line in enumerate(full):
        alone = bool(at and fold) and _is_alone(full[at - 1], line, full[at + 1] if at + 1 < len(full) else None, fold)
        if at and not alone and _goes_on(found[-1], line, gaps[at], layout, widths[at - 1]):
            found[-1].append(line)
        else:
            found.append([line])
    return [RawLine(" ".join(line.words for line in one), one[0].number) for one in found]


def _gaps(lines: Sequence[RawLine]) -> dict[int, _Gap]:
    """What stands before each line that has words, by its number."""
    found: dict[int, _Gap] = {}
    gap = _Gap()
    for line in lines:
        if line.words:
            found[line.number] = gap
        gap = _Gap() if line.words else _Gap(gap.many + 1, gap.spaced or bool(line.text))
    return found


def _is_open(above: RawLine, below: RawLine) -> bool:
    return not _ENDED.search(above.words) and below.words[:1].islower() and item_mark(below.words) is None


def _is_loose(full: Sequence[RawLine], gaps: Sequence[_Gap]) -> bool:
    """Whether one empty line says nothing: at most places that have one a sentence goes on."""
    pairs = zip(pairwise(full), gaps[1:], strict=True)
    single = [_is_open(one, below) for (one, below), gap in pairs if gap.many == 1 and not _ENDED.search(one.words)]
    return sum(single) >= max(_FEWEST, len(single) / 2)


def _is_parted(full: Sequence[RawLine], gaps: Sequence[_Gap], grammar: Grammar) -> bool:
    """Whether empty lines part the paragraphs: nearly all clauses have one above them."""
    clauses = [gap.many > 0 for line, gap in zip(full, gaps, strict=True) if clause_mark(line.words, grammar)]
    return len(clauses) >= _FEWEST and sum(clauses) >= _MOSTLY * len(clauses)


def _fold(full: Sequence[RawLine], gaps: Sequence[_Gap]) -> int:
    """The number of letters at which a program broke the lines; 0 where that is not so: of wide lines within a sentence
    hardly any has room for the word that stands on the next."""
    pairs = [(one, below) for (one, below), gap in zip(pairwise(full), gaps[1:], strict=True) if not gap.many]
    broken = [(one, below) for one, below in pairs if _is_open(one, below)]
    fold = max((_width(one) for one, _ in broken), default=0)
    roomy = [one for one, below in broken if _has_room(one, below, fold)]
    wide = sum(_width(one) > _HALF * fold for one in roomy)
    enough = len(broken) >= _FOLDED and len(roomy) * _ROOMY <= len(broken)
    return fold if enough and wide <= _INEXACT * len(broken) else 0


def _width(line: RawLine) -> int:
    return len(line.text.rstrip())


def _has_room(above: RawLine, below: RawLine, fold: int) -> bool:
    """Whether the first word of ``below`` would have stood on the line above it."""
    return _width(above) + 1 + len(below.words.split()[0]) <= fold


def _is_alone(above: RawLine, below: RawLine, after: RawLine | None, fold: int) -> bool:
    """Whether words below the end of a sentence are a paragraph of one line: they end as no sentence does."""
    ends = after is None or _has_room(below, after, fold)
    return ends and bool(_ENDED.search(above.words)) and not _ENDED.search(below.words) and below.words[:1].isupper()


def _length(words: str) -> int:
    """The letters of a line; what is to be filled in may be of any length."""
    return len(_LEADERS.sub("...", words))


def _widths(full: Sequence[RawLine], gaps: Sequence[_Gap], most: int) -> list[int]:
    """The width of the lines that each stands among; 0 in a list of short ones, where each is a paragraph."""
    found: list[int] = []
    usual = sorted(_length(line.words) for line in full)[len(full) * 9 // 10 :][0] if full else 0
    begin = 0
    for end in range(1, len(full) + 1):
        if end == len(full) or gaps[end].many > most:
            block = full[begin:end]
            lengths = [_length(line.words) for line in block if not _LEADERS.search(line.words)] or [0]
            wide, many = max(lengths), end - begin
            short = many >= _FEWEST and median(lengths) <= _HALF * wide
            short |= many >= _FEW and max(_length(line.words) for line in block) <= _HALF * usual
            found += [0 if short else wide] * many
            begin = end
    return found


def _goes_on(paragraph: list[RawLine], below: RawLine, gap: _Gap, layout: _Layout, width: int) -> bool:
    """Whether a paragraph goes on in ``below``."""
    above, words, grammar = paragraph[-1].words, below.words, layout.grammar
    if words.startswith("/"):
        return True
    if _begins(above, words, grammar):
        return False
    if layout.fold and (not gap.many or layout.parted):
        full = not _has_room(paragraph[-1], below, layout.fold)
        if not (full and gap.many):
            return full
    unfinished = grammar.UNFINISHED.search(above) and " " in above
    stops = (gap.many and _ASKED.fullmatch(above)) or (gap.many > layout.most and _ITEM_ENDS.search(above))
    if not stops and (unfinished or _is_open(paragraph[-1], below)) and gap.many <= max(_FAR, layout.most):
        return True
    ended = _ENDED.search(above)
    if layout.parted and not gap.many and not ended and _is_bullet(paragraph[0].words):
        return True
    if gap.many > layout.most or not width or BLANK.fullmatch(words) or BLANK.fullmatch(above):
        return False
    if gap.many and ended and (gap.spaced or above.endswith(":")):
        return False
    if layout.parted and not gap.many and above.endswith("."):
        return True
    return _is_full(paragraph, words, width, bool(ended))


def _is_bullet(words: str) -> bool:
    mark = item_mark(words)
    return mark is not None and mark.is_bullet


def _is_full(paragraph: list[RawLine], below: str, width: int, ended: bool) -> bool:
    """Whether the last line of a paragraph is as long as those around it, so that it ends there for want of room."""
    above = paragraph[-1].words
    length = _length(above)
    fits = length + 1 + _length(below.split()[0]) <= width - _SPARE
    if above.endswith(";") and fits:
        return False
    if length > _NEARLY * width or (len(paragraph) > 1 and not ended and length > _LEAST * width):
        return True
    return not fits and length > (_HALF if ended else _LEAST) * width


def _begins(above: str, words: str, grammar: Grammar) -> bool:
    """Whether words say of themselves that they begin a paragraph, or those above them that they are one."""
    if _is_heading(above, grammar) or _is_heading(words, grammar) or item_mark(words) is not None:
        return True
    named = grammar.NUMBERED_CLAUSE.match(words)
    if named and named["word"] and _ENDED.search(above):
        return True
    if clause_mark(words, grammar) is not None and not grammar.REFERRING.search(above.rstrip(UNREAD)):
        return True
    if _QUOTED.fullmatch(words) or _QUOTED.fullmatch(above) or (_ENDED.search(above) and _QUOTED.match(words)):
        return True  # a term, with its meaning below it or behind it
    if words.startswith("|") or above.startswith("|"):
        return True  # what stands at the edge of a page
    return (is_label(above) and is_label(words)) or any(map(PLACEHOLDER.fullmatch, (above, words)))


def _is_heading(words: str, grammar: Grammar) -> bool:
    return len(words) <= LONGEST and not _ENDED.search(words) and begins_part(words, grammar)
