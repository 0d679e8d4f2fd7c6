"""Lines of a PDF as paragraphs: where one ends is told by white space, by numbers that hang before it, and by a line
that ends though the next word would still have stood on it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausule.language.protocol import Grammar
from clausule.read.importing.document import BROKEN, Block, Doubt, Run, is_bold, words_of
from clausule.read.importing.pdf.hyphens import Hyphens
from clausule.read.importing.pdf.lines import Line, size_of
from clausule.read.importing.pdf.page import HYPHEN, Word
from clausule.read.importing.raw_lines import LONGEST
from clausule.read.importing.titles import begins_part

BULLET = "-"
_CLAUSE = re.compile(r"\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)+[.):]?")
_NUMBER = re.compile(
    rf"{_CLAUSE.pattern}|\(?\d{{1,3}}[a-z]?[.):]{{1,2}}|\(?(?:[a-zA-Z]|([a-z])\1|[ivxlcIVXLC]{{1,6}})[.)]{{1,2}}"
)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+[.)]?")
_BARE = re.compile(r"\d{1,3}[a-z]?")
_ENDS = tuple(f"{end}{closing}" for end in ".;:!?" for closing in ("", "”", "’", '"', ")"))
_HEADING = re.compile(r"H\d?")
_DASHES = ("-", "–", "—", "o", "*")
_NEAR = 2.5


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    mark: str  # what hangs before it
    text_x: float  # where its words begin
    numbers: list[int] = field(default_factory=list)
    step: float = 0.0  # from line to line

    @property
    def is_ended(self) -> bool:
        """Whether a sentence ends with its last line."""
        return self.lines[-1].text.endswith(_ENDS)


class Paragraphs:
    """Makes paragraphs of lines: of the text, and of the cells of tables. ``body`` is the size of most letters,
    ``levels`` the sizes of headings from the largest, ``notes`` the words that refer to a footnote, with its label.
    ``ours``: the file is one that Clausule made."""

    def __init__(
        self, lines: Sequence[Line], hyphens: Hyphens, notes: dict[Word, str], grammar: Grammar, ours: bool
    ) -> None:
        self.hyphens, self.notes, self.grammar = hyphens, notes, grammar
        self.doubts: list[Doubt] = []
        self.body = size_of([word for line in lines for word in line.words])
        self.steps = _steps(lines)
        self.tagged = ours or _is_tagged(lines)
        sizes = {round(line.size, 1) for line in lines if line.size > (1.04 if line.bold else 1.1) * self.body}
        self.levels = sorted(sizes, reverse=True)
        self._lists: list[float] = []

    def blocks(self, lines: Sequence[tuple[int, Line]], *, flow: bool = True) -> list[Block]:
        """The paragraphs of lines, with the number of each. Outside of the ``flow`` of the text nothing is nested."""
        found: list[_Paragraph] = []
        for place, (number, line) in enumerate(lines):
            following = lines[place + 1][1] if place + 1 < len(lines) else None
            mark, text_x = self._mark(line, following, found[-1] if found else None)
            above = found[-1] if found else None
            if above and self._goes_on(above, line, mark):
                together = _together(above.lines[-1], line)
                if not together or len(above.lines) == 1:
                    above.text_x = line.x0
                if together:
                    above.step = line.y - above.lines[-1].y
                above.lines.append(line)
                above.numbers.append(number)
            else:
                if above and not flow and self._may_go_on(above, line, mark):
                    self.doubts.append(Doubt(number, f"{above.lines[-1].words[-1].text} {line.words[0].text}", BROKEN))
                found.append(_Paragraph([line], mark, text_x, [number]))
        return [self._block(one, flow) for one in found]

    def _mark(self, line: Line, following: Line | None, above: _Paragraph | None) -> tuple[str, float]:
        """The number or bullet that hangs before a line, and where its words begin; empty where there is none."""
        words = line.words
        if len(words) < 2:
            return "", line.x0
        first, second = words[0], words[1]
        if self.tagged and first.tag and second.tag and first.tag.kind == "Lbl" != second.tag.kind:
            return first.text, second.x0
        open_ = above and not above.is_ended and not is_bullet(first.text)
        if above and open_ and self.grammar.REFERRING.search(above.lines[-1].text):
            return "", line.x0  # 'bedoeld in artikel' goes on with its number
        if open_ and _AMOUNT.fullmatch(first.text):
            return "", line.x0
        spread = above and not above.is_ended and line.is_spread and abs(line.x0 - above.text_x) <= _NEAR
        if spread and (first.text in _DASHES or not is_bullet(first.text)):
            return "", line.x0  # the white space behind it is that of the line
        gap = second.x0 - first.x1
        hangs = (len(line.pieces) > 1 and line.pieces[0].words == (first,)) or gap > 0.9 * line.size
        below = following is not None and following.page == line.page
        hangs |= (
            below
            and following is not None
            and gap > 0.2 * line.size
            and abs(following.x0 - second.x0) < _NEAR < (second.x0 - first.x0)
            and following.y > line.y
            and (following.bold, round(following.size)) == (line.bold, round(line.size))
        )
        text = first.text
        if second.glued:
            return "", line.x0
        if hangs and is_mark(text):
            return text, second.x0
        begins = above is None or line.x0 < above.text_x - _NEAR or above.is_ended
        begins = begins or (above is not None and self._is_heading(above.lines[-1].text))
        if (begins and _NUMBER.fullmatch(text)) or (is_bullet(text) and gap > 0 and (begins or text not in _DASHES)):
            return text, second.x0
        return "", line.x0

    def _goes_on(self, above: _Paragraph, line: Line, mark: str) -> bool:
        last = above.lines[-1]
        if self.tagged and last.page == line.page and last.tag and line.tag:
            return last.tag.block == line.tag.block
        if mark and not (last.words[-1].text.endswith(HYPHEN) and line.x0 >= above.text_x - _NEAR):
            return False
        if abs(last.size - line.size) > 0.08 * self.body and not _is_small(last, line):
            return False
        text, first = last.text, line.words[0]
        broken = text.endswith("-")
        goes_on = broken or not above.is_ended
        if not goes_on and (
            self._is_heading(line.text) or (not above.mark and text.endswith(";") and first.text[:1].isupper())
        ):
            return False
        if last.bold != line.bold and not (goes_on and first.text[:1].islower()):
            return False
        if not broken and self.would_fit(last, line) and not (goes_on and self._is_loose(above, line)):
            return False
        if not _together(last, line):
            if last.column != line.column and 0 in (last.column, line.column):
                return False  # what lies across the columns does not go on in one
            same = abs((line.x0 - line.left) - (above.text_x - last.left)) < 2 * _NEAR
            return same or (len(above.lines) == 1 and goes_on)
        step = line.y - last.y
        usual = above.step or self.steps.get(round(line.size, 1), 1.25 * line.size)
        if step < 0.5 * line.size or step > (1.17 if goes_on else 1.05) * usual:
            return False
        return self._is_below(above, line)

    def _may_go_on(self, above: _Paragraph, line: Line, mark: str) -> bool:
        """Whether a line that begins another paragraph of a cell, since one of both is bold, could be of the same: its
        first word would not have stood on the one above."""
        last = above.lines[-1]
        return last.bold != line.bold and not mark and not above.is_ended and not self.would_fit(last, line)

    def _is_loose(self, above: _Paragraph, line: Line) -> bool:
        """Whether a line goes on with a sentence though its first word would still have stood on the one above, which
        is no short one, or stands behind the mark of an item, as the line does, or is of one block with it in the file:
        a blank that does not break keeps words together, and some programs fill lines loosely."""
        last = above.lines[-1]
        hangs = bool(above.mark) and above.text_x > above.lines[0].x0 + _NEAR and abs(line.x0 - above.text_x) <= _NEAR
        wide = last.x1 - last.left > 0.6 * (last.right - last.left)
        one = last.tag is not None and line.tag is not None and last.tag.block == line.tag.block
        return line.words[0].text[:1].islower() and (wide or ((hangs or one) and _together(last, line)))

    def _is_heading(self, text: str) -> bool:
        """Whether a line says of itself that an article or an annex begins with it."""
        return len(text) <= LONGEST and not text.endswith(_ENDS) and begins_part(text, self.grammar)

    def _is_below(self, above: _Paragraph, line: Line) -> bool:
        """Whether a line begins where the paragraph above would go on."""
        last = above.lines[-1]
        if abs(line.x0 - above.text_x) <= _NEAR:
            return True
        if len(above.lines) == 1 and abs(line.x0 - last.x0) <= _NEAR:
            return True  # under the number, not behind it
        alone = len(above.lines) == 1 and not above.mark
        if alone and not above.is_ended and 0 < line.x0 - last.x0 < 4 * line.size:
            return True  # all but its first line stand further in
        indented = alone and 0 < last.x0 - line.x0 < 4 * line.size
        middle = abs((line.x0 + line.x1) - (last.x0 + last.x1)) <= 2 * _NEAR
        return (indented and line.x0 <= line.left + 4 * line.size) or middle

    def would_fit(self, last: Line, line: Line) -> bool:
        """Whether the first word of a line would have stood on the one above, or where a sentence goes on, that with
        the dots to write on behind it: no line begins with those (UAX 14, LB13)."""
        first = [line.words[0]]
        for word in line.words[1:]:
            if not word.glued and not (first[0].text[:1].islower() and word.text.startswith("..")):
                break
            first.append(word)
        wide = first[-1].x1 - first[0].x0
        return last.x1 + 0.3 * last.size + wide < last.right - 0.8 * last.size

    def _block(self, one: _Paragraph, flow: bool) -> Block:
        runs = self._runs(one, flow)
        text, bold = words_of(runs).strip(), is_bold(runs)
        size = round(max(line.size for line in one.lines), 1)
        short = len(text) <= LONGEST
        level = self.levels.index(size) + 1 if (short or bold) and size in self.levels else 0
        tag = one.lines[0].tag if self.tagged else None
        if tag and flow:
            level = int(tag.kind[1:] or 1) if _HEADING.fullmatch(tag.kind) else level * (tag.kind != "P")
        mark = one.mark
        if bold and short and mark and not is_bullet(mark) and not text.endswith(_ENDS):
            level = level or 2
        if level or (bold and short and not is_bullet(mark) and not text.endswith(_ENDS)):
            self._lists = [] if flow else self._lists
            return Block(_with_mark(mark, runs), one.numbers[0], min(level, 6))
        mark = BULLET if mark and is_bullet(mark) else mark
        depth = self._depth(mark, one.lines[0].x0 - one.lines[0].left, one.text_x - one.lines[0].left) if flow else 0
        return Block(tuple(runs), one.numbers[0], 0, mark, depth)

    def _depth(self, mark: str, x: float, text_x: float) -> int:
        """How deep a paragraph lies: by its indentation among the items since the last clause."""
        if _CLAUSE.fullmatch(mark):
            self._lists = []
            return 0
        if not mark:
            depth = sum(one < text_x - _NEAR for one in self._lists)
            self._lists = self._lists[:depth]
            return depth
        self._lists = [one for one in self._lists if one <= x + _NEAR]
        if not self._lists or self._lists[-1] < x - _NEAR:
            self._lists.append(x)
        return len(self._lists)

    def _runs(self, one: _Paragraph, flow: bool) -> list[Run]:
        found: list[Run] = []
        for place, line in enumerate(one.lines):
            words = line.words[1:] if place == 0 and one.mark else line.words
            if place:
                above = found.pop()
                start, between, doubt = self.hyphens.joined(above.words, line.raw)
                last = one.lines[place - 1].words[-1].text
                if between and self._is_filled(one, place, 1.0) and self._is_broken(last, line):
                    between, doubt = "", f"{last}{line.words[0].text}"
                elif between and line.bold and self._is_filled(one, place, 0.3) and line.text[:1].islower():
                    doubt = f"{last} {line.words[0].text}" if self.hyphens.is_unknown(last) else doubt
                elif self._is_filled_by_word(one, place):
                    goes_on = self.hyphens.is_one(last, line.text)
                    between = "" if goes_on else between
                    if flow and not goes_on and between and line.text[:1].islower():
                        doubt = f"{last} {line.words[0].text}"
                found.append(Run(f"{start}{between}", above.bold, above.note))
                if doubt:
                    self.doubts.append(Doubt(one.numbers[place - 1], doubt, BROKEN))
            first, *more = self._of_words(words)
            if found and not found[-1].note and not first.note and found[-1].bold == first.bold:
                first = Run(found.pop().words + first.words, first.bold)
            found += [first, *more]
        if found and found[-1].words.endswith(HYPHEN):
            found[-1] = Run(found[-1].words[:-1] + "-", found[-1].bold, found[-1].note)
        return found

    def _is_broken(self, last: str, line: Line) -> bool:
        """Whether the last word of a line and the first of the next are one that stands elsewhere, and are no words on
        their own; in a heading, where no line is filled to its end, the first of them."""
        words = [last] if line.bold else [last, line.words[0].text]
        return all(map(self.hyphens.is_unknown, words)) and self.hyphens.is_one(last, line.text)

    def _is_filled_by_word(self, one: _Paragraph, place: int) -> bool:
        """Whether one word fills the line above: if it was wider than its column, it goes on."""
        last = one.lines[place - 1]
        words = last.words[1:] if place == 1 and one.mark else last.words
        return len(words) == 1 and self._is_filled(one, place, 0.8)

    def _is_filled(self, one: _Paragraph, place: int, near: float) -> bool:
        """Whether the line above ends where its column does, as ``near`` as a part of the size of its letters."""
        last, line = one.lines[place - 1], one.lines[place]
        return last.x1 >= last.right - near * last.size and abs(last.size - line.size) <= 0.1

    def _of_words(self, words: Sequence[Word]) -> list[Run]:
        found: list[Run] = []
        for at, word in enumerate(words):
            if label := self.notes.get(word):
                found.append(Run("", note=label))
                continue
            text = word.text if at == 0 or word.glued else f" {word.text}"
            if found and found[-1].bold == word.bold and not found[-1].note:
                found[-1] = Run(found[-1].words + text, word.bold)
            else:
                found.append(Run(text, word.bold))
        return found


def is_bullet(text: str) -> bool:
    """Whether a word is one sign that is no letter or digit of ours: a bullet, whatever its font calls it."""
    return (len(text) == 1 and not text.isascii() and not text.isdigit() and text not in "“”‘’«»§€°…à") or text in (
        "-",
        "*",
        "o",
    )


def is_mark(text: str) -> bool:
    """Whether the words before white space are a number or a bullet before a paragraph."""
    return bool(_NUMBER.fullmatch(text) or _BARE.fullmatch(text)) or is_bullet(text)


def _with_mark(mark: str, runs: Sequence[Run]) -> tuple[Run, ...]:
    return (Run(f"{mark} ", runs[0].bold if runs else False), *runs) if mark else tuple(runs)


def _is_tagged(lines: Sequence[Line]) -> bool:
    """Whether what the file says of its words can be believed: of nearly all, with headings, and with paragraphs of
    more than one line."""
    tags = [(line.page, line.tag) for line in lines]
    known = [(page, tag.block) for page, tag in tags if tag]
    headed = any(tag and _HEADING.fullmatch(tag.kind) for _, tag in tags)
    return headed and len(known) > 0.9 * len(lines) and len(set(known)) < 0.9 * len(known)


def _together(last: Line, line: Line) -> bool:
    return (last.page, last.column) == (line.page, line.column) and line.y > last.y


def _is_small(last: Line, line: Line) -> bool:
    """A line of a few small letters only, such as the end of an address, has no size that says anything."""
    return len(line.text) < 4 and line.x0 < last.x1


def _steps(lines: Sequence[Line]) -> dict[float, float]:
    """Of each size of letters the least step from line to line that is usual."""
    seen: dict[float, Counter[float]] = {}
    for last, line in itertools.pairwise(lines):
        if _together(last, line) and round(last.size, 1) == round(line.size, 1):
            step = round(2 * (line.y - last.y)) / 2
            if 0.7 * line.size < step < 3 * line.size:
                seen.setdefault(round(line.size, 1), Counter())[step] += 1
    return {
        size: min(step for step, count in steps.items() if count >= 0.15 * sum(steps.values()) or len(steps) < 3)
        for size, steps in seen.items()
    }
