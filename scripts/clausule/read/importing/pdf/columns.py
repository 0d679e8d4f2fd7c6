"""The order in which the pieces of a page are read: down one column and then the next, between what lies across both.

A gutter is white space down the page that little crosses, with lines on both sides that fill their column. A table has
white space too: its cells are short, and the file goes from side to side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from clausule.read.importing.pdf.lines import Line, Piece, rows_of
from clausule.read.importing.pdf.paragraphs import is_mark

_STEP = 2.0
_EVEN = 1.0
_WIDEST = 0.14  # of the width of the text
_FEWEST = 5
_NEAR = 8.0
_HANGING = 6  # of the size of letters
_STUCK_OUT = 1.1  # of the width of the column beside it


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space between two columns."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def in_order(pages: Sequence[Sequence[Piece]]) -> list[Line]:
    """The lines of all pages in the order in which they are read."""
    gutters = [_gutter(page) for page in pages]
    known = [one for one in gutters if one]
    for index, page in enumerate(pages):
        if gutters[index] is None:
            gutters[index] = next((one for one in known if _fits(page, one)), None)
    lines: list[Line] = []
    for index, page in enumerate(pages):
        own, row = gutters[index], 0
        for column, pieces in _bands(page, own):
            for line in rows_of(pieces):
                row += 1
                lines.append(Line(tuple(line), index + 1, row, column=column))
    return _with_edges(lines)


def _with_edges(lines: Sequence[Line]) -> list[Line]:
    """Each line with the edges of its column, as most of the text of all such columns has them. The second is as wide
    as the first where few of its lines are longer: a table can stick out of it, and off the page."""
    edges: dict[int, tuple[float, float]] = {}
    for column in {line.column for line in lines}:
        ends = _ends(lines, column)
        edges[column] = min(line.x0 for line in lines if line.column == column), ends[-1 - len(ends) // 50]
    if 1 in edges and 2 in edges:
        (left, right), (begin, end) = edges[1], edges[2]
        most = begin + _STUCK_OUT * (right - left)
        ends = _ends(lines, 2)
        if end >= most and sum(one >= most for one in ends) < len(ends) / 3:
            edges[2] = begin, begin + right - left
    placed = [Line(one.pieces, one.page, one.row, *edges[one.column], one.column) for one in lines]
    found: list[Line] = []
    for one in placed:
        pieces = (Piece(one.words),) if found and _is_pair(one, found[-1]) else _filled(one)
        found.append(replace(one, pieces=pieces))
    return found


def _is_pair(line: Line, above: Line) -> bool:
    """Whether a line is two words that are spread over the column, in which the line above fills it too and does not
    end a sentence."""
    if len(line.words) != 2 or len(above.pieces) != 1 or above.pieces[0].cells or above.text.endswith((".", ";", ":")):
        return False
    ends = max(abs(one.x1 - one.right) for one in (line, above))
    together = (line.page, line.column, line.size) == (above.page, above.column, above.size)
    return together and ends <= _EVEN and abs(line.x0 - above.x0) <= _EVEN


def _ends(lines: Sequence[Line], column: int) -> list[float]:
    """Where the lines of a column end, in order; tables do not count where there is anything else."""
    own = [line for line in lines if line.column == column]
    return sorted([line.x1 for line in own if not line.pieces[0].cells] or [line.x1 for line in own])


def _filled(line: Line) -> tuple[Piece, ...]:
    """The pieces of a line; those that were parted only because its words are spread over its column as one."""
    first, *others = line.pieces
    if not others or any(piece.cells for piece in line.pieces):
        return line.pieces
    if line.is_spread:
        return (Piece(line.words),)
    rest = replace(line, pieces=tuple(others))
    return (first, Piece(rest.words)) if is_mark(first.text) and rest.is_spread else line.pieces


def _gutter(page: Sequence[Piece]) -> Gutter | None:
    if len(page) < 2 * _FEWEST:
        return None
    left, right = min(piece.x0 for piece in page), max(piece.x1 for piece in page)
    width = right - left
    words = _with_their_marks(page)
    best: tuple[int, Gutter] | None = None
    x = left + 0.25 * width
    while x < left + 0.75 * width:
        across = sum(begin < x - 1 and end > x + 1 for begin, end in words)
        sides = [one for one in words if one[1] <= x + 1], [one for one in words if one[0] >= x - 1]
        score = min(map(len, sides)) - 2 * across
        if all(sides) and (best is None or score > best[0]):
            best = score, _around(page, x)
        x += _STEP
    if best is None or best[0] < _FEWEST - 1:
        return None
    gutter = best[1]
    return gutter if _is_of_columns(page, gutter, width) else None


def _with_their_marks(page: Sequence[Piece]) -> list[tuple[float, float]]:
    """Where the pieces of a page begin and end, each with the number that hangs before it: behind those lies white
    space down the page too."""
    found: list[tuple[float, float]] = []
    for row in rows_of(page):
        mark: Piece | None = None
        for piece in row:
            if is_mark(piece.text):
                mark = piece
                continue
            begin = mark.x0 if mark and piece.x0 - mark.x1 < _HANGING * piece.size else piece.x0
            found.append((begin, piece.x1))
            mark = None
    return found


def _around(page: Sequence[Piece], x: float) -> Gutter:
    return Gutter(
        max(piece.x1 for piece in page if piece.x1 <= x + 1), min(piece.x0 for piece in page if piece.x0 >= x - 1)
    )


def _sides(page: Sequence[Piece], gutter: Gutter) -> tuple[list[Piece], list[Piece]]:
    middle = gutter.middle
    return [one for one in page if one.x1 <= middle + 1], [one for one in page if one.x0 >= middle - 1]


def _is_of_columns(page: Sequence[Piece], gutter: Gutter, width: float) -> bool:
    sides = [rows_of(side) for side in _sides(page, gutter)]
    if gutter.x1 - gutter.x0 > _WIDEST * width or min(map(len, sides)) < _FEWEST:
        return False
    fills = [_fill(side) for side in sides]
    if min(fills) < 0.6:
        return False
    return _turns(page, gutter) <= 3 or (min(fills) > 0.8 and min(map(len, sides)) >= 2 * _FEWEST)


def _fill(rows: Sequence[Sequence[Piece]]) -> float:
    """How much of their column the lines fill; the rows of a table in it, which can stick out of it, do not count."""
    lines = [row for row in rows if len(row) == 1 or (len(row) == 2 and is_mark(row[0].text))]
    rows = lines if 2 * len(lines) > len(rows) else rows
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    return median((row[-1].x1 - left) / max(right - left, 1) for row in rows)


def _turns(page: Sequence[Piece], gutter: Gutter) -> int:
    """How often the file goes back from the right side to the left one, without something across both between."""
    turns, before = 0, ""
    for piece in sorted(page, key=lambda piece: piece.order):
        side = "left" if piece.x1 <= gutter.middle + 1 else "right" if piece.x0 >= gutter.middle - 1 else ""
        turns += before == "right" and side == "left"
        before = side
    return turns


def _fits(page: Sequence[Piece], gutter: Gutter) -> bool:
    """Whether a page, of whatever few lines, is in the columns of another."""
    left, right = _sides(page, gutter)
    across = len(page) - len(left) - len(right)
    if left and not right and not across:
        return True
    if 4 * max(across, len(right)) <= len(left) and _ends_at(left, gutter):
        return True
    if not left or not right or any(abs(piece.x1 - gutter.x0) < 1 for piece in page if piece not in left):
        return False
    starts = min(piece.x0 for piece in right)
    return abs(starts - gutter.x1) < _NEAR and across <= len(page) / 2 and _turns(page, gutter) <= 2


def _ends_at(left: Sequence[Piece], gutter: Gutter) -> bool:
    """Whether most lines at the left end where the first column does: it is the only one that text stands in."""
    rows = rows_of(left)
    near = 0.2 * (gutter.x0 - min(piece.x0 for piece in left))
    return len(rows) >= _FEWEST and 2 * sum(row[-1].x1 > gutter.x0 - near for row in rows) > len(rows)


def _bands(page: Sequence[Piece], gutter: Gutter | None) -> list[tuple[int, list[Piece]]]:
    """The pieces of a page, column by column, each with the number of its column: 0 for what lies across all."""
    if gutter is None:
        return [(0, list(page))]
    left, right = _sides(page, gutter)
    across = [piece for piece in page if piece not in left and piece not in right]
    for piece in [one for one in across if _sticks_out(one, gutter, right)]:
        across.remove(piece)
        left.append(piece)
    for piece in [one for one in right if _follows(one, across)]:
        right.remove(piece)
        across.append(piece)
    for piece in [one for one in left if _is_across(one, left, right) or _ends_across(one, across, right)]:
        left.remove(piece)
        across.append(piece)
    found: list[tuple[int, list[Piece]]] = []
    above = float("-inf")
    for row in [*rows_of(across), []]:
        until = min((piece.y - piece.size for piece in row), default=float("inf"))
        for column, side in ((1, left), (2, right)):
            if inner := [piece for piece in side if above < piece.y <= until or (not row and piece.y > above)]:
                found.append((column, inner))
        if row:
            found.append((0, row))
            above = until
    return found


def _sticks_out(piece: Piece, gutter: Gutter, right: Sequence[Piece]) -> bool:
    """Whether a piece is a table of the left column with a word that its cell is too narrow for: what lies across both
    has nothing of the right column beside it."""
    if not piece.cells or piece.x0 > gutter.x0:
        return False
    low = _foot(piece)
    return any(piece.y - piece.size < _foot(one) and one.y < low + one.size for one in right)


def _follows(piece: Piece, across: Sequence[Piece]) -> bool:
    """Whether a piece at the right goes on with a line that lies across both columns, whose words are spread wide."""
    above = next((one for one in across if one.words[-1].order == piece.order - 1), None)
    return above is not None and abs(above.y - piece.y) < 1


def _foot(piece: Piece) -> float:
    """The lowest line of a piece, which in a table is not that of its first words."""
    return max(word.y for word in piece.words)


def _ends_across(piece: Piece, across: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether a piece at the left is the last, short line of what lies across: in the file it follows it, and on the
    page it stands right below it, with nothing beside it."""
    above = next((one for one in across if one.words[-1].order == piece.order - 1 and not one.cells), None)
    if above is None or (above.bold, round(above.size, 1)) != (piece.bold, round(piece.size, 1)):
        return False
    return 0 < piece.y - above.y < 1.7 * piece.size and not any(abs(one.y - piece.y) < piece.size for one in right)


def _is_across(piece: Piece, left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether a piece at the left, too short to cross the gutter, is a heading of both: in the file it stands behind
    words at the right that are above it, and nothing stands at the right of it."""
    if any(piece.y - 1.5 * piece.size < one.y < piece.y + piece.size for one in right):
        return False
    if any(one is not piece and abs(one.y - piece.y) < 2 for one in left):
        return False
    above = [one.order for one in right if one.y < piece.y]
    below = [one.order for one in right if one.y > piece.y]
    return bool(above) and max(above) < piece.order < min(below, default=piece.order + 1)
