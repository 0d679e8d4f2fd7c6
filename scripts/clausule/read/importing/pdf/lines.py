"""Words of a page as rows: what stands on one line, in pieces where white space parts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clausule.read.importing.pdf.page import HYPHEN, Page, Rule, Tag, Word

_APART = 1.3  # of the size of letters: white space that no line of prose has between two words
_ELSEWHERE = 0.8  # the same between words that do not follow each other in the file
_RAISED = 0.6
_EVEN = 1.0


Cells = tuple[tuple["Cell", ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, each in pieces, and where its words end at the right."""

    lines: tuple[tuple[Piece, ...], ...]
    right: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand beside each other; or a table, with its rows of cells, each with the lines in it."""

    words: tuple[Word, ...]
    cells: Cells = ()

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words) if self.cells else self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        if self.cells:
            return min(word.y for word in self.words)
        return max(self.words, key=lambda word: (word.size, word.x1 - word.x0)).y

    @property
    def size(self) -> float:
        return size_of(self.words)

    @property
    def order(self) -> int:
        return self.words[0].order

    @property
    def text(self) -> str:
        return text_of(self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is read: its pieces from left to right, the page and the line on it, both from 1; the column that it
    is in from ``left`` to ``right``, and its number, from 1."""

    pieces: tuple[Piece, ...]
    page: int
    row: int
    left: float = 0.0
    right: float = 0.0
    column: int = 0

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for piece in self.pieces for word in piece.words)

    @property
    def x0(self) -> float:
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        return max(piece.x1 for piece in self.pieces)

    @property
    def y(self) -> float:
        return max(self.pieces, key=lambda piece: (piece.size, piece.x1 - piece.x0)).y

    @property
    def size(self) -> float:
        return size_of(self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_spread(self) -> bool:
        """Whether the words are spread over the column: all white space between them is as wide, up to its end."""
        gaps = [below.x0 - above.x1 for above, below in pairwise(self.words) if not below.glued]
        return len(gaps) > 1 and max(gaps) - min(gaps) < _EVEN and abs(self.x1 - self.right) <= _EVEN

    @property
    def tag(self) -> Tag | None:
        """What the file says of the words of the line, but for what hangs before them."""
        tags = [word.tag for word in self.words if not (word.tag and word.tag.kind == "Lbl")]
        return tags[-1] if tags else None

    @property
    def raw(self) -> str:
        """The same, with the sign of a hyphen at its end as it is."""
        return f"{self.text[:-1]}{HYPHEN}" if self.words[-1].text.endswith(HYPHEN) else self.text


def size_of(words: Iterable[Word]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def text_of(words: Sequence[Word]) -> str:
    """The words with a blank between them where there is one."""
    shown = "".join(word.text if word.glued and at else f" {word.text}" for at, word in enumerate(words))
    return shown[1:].replace(HYPHEN, "-") if shown else ""


def pieces_of(page: Page) -> list[Piece]:
    """The words of a page in pieces, from top to bottom. A rule between two words parts them."""
    rows = _rows(page.words)
    upright = [rule for rule in page.rules if rule.y1 - rule.y0 > 4 * (rule.x1 - rule.x0)]
    found: list[Piece] = []
    for row in rows:
        piece: list[Word] = []
        for word in sorted(row, key=lambda word: (word.x0, word.order)):
            if piece and _parted(piece[-1], word, upright):
                found.append(Piece(tuple(piece)))
                piece = []
            if piece and word.glued and piece[-1].order != word.order - 1:
                word = _unglued(word)
            piece.append(word)
        found.append(Piece(tuple(piece)))
    return found


def _parted(left: Word, right: Word, upright: Sequence[Rule]) -> bool:
    gap = right.x0 - left.x1
    if gap > _APART * max(left.size, right.size):
        return True
    if right.order != left.order + 1 and gap > _ELSEWHERE * min(left.size, right.size):
        return True  # of two columns, the space between which is small beside the letters of a heading
    middle = right.y - 0.3 * right.size  # a word wider than its cell passes the rule at the end of it
    return any(left.x0 + 1 < rule.x0 <= right.x0 + 1 and rule.y0 <= middle <= rule.y1 for rule in upright)


def _unglued(word: Word) -> Word:
    return replace(word, glued=False)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words by the line on which they stand, from top to bottom; small ones that are raised or lowered within a line
    belong to it."""
    rows: list[list[Word]] = []
    lines: list[float] = []
    for word in sorted(words, key=lambda word: (-round(word.size), word.y, word.x0)):
        own = [at for at, line in enumerate(lines) if abs(line - word.y) <= _RAISED * rows[at][0].size]
        at = next((at for at in own if word.size < 0.8 * rows[at][0].size and _beside(word, rows[at])), None)
        if at is None:
            at = next((at for at in own if abs(lines[at] - word.y) <= 0.22 * word.size), None)
        if at is None:
            lines.append(word.y)
            rows.append([word])
        else:
            rows[at].append(word)
    return [row for _, row in sorted(zip(lines, rows, strict=True), key=lambda one: one[0])]


def _beside(word: Word, row: Sequence[Word]) -> bool:
    return any(-0.3 * one.size < gap < 0.4 * one.size for one in row for gap in (word.x0 - one.x1, one.x0 - word.x1))


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by the line that they stand on, from top to bottom."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x0)):
        if found and abs(piece.y - found[-1][0].y) <= 0.25 * max(piece.size, found[-1][0].size):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [sorted(row, key=lambda piece: piece.x0) for row in found]
