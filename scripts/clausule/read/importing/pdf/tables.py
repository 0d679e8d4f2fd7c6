"""Tables of a PDF: by the rules between their cells, and where there are none by cells that begin below each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from clausule.read.importing.pdf.lines import Cell, Cells, Line, Piece, pieces_of, rows_of
from clausule.read.importing.pdf.page import Page, Rule, Word

_NEAR = 4.0
_REACHING = 1.0
_PADDING = 4.0


def with_tagged_tables(page: Page) -> tuple[Page, list[Piece]]:
    """A page without the words of which the file says that they stand in a table of at least two columns, and each of
    these tables as a piece."""
    tables: dict[int, dict[int, dict[int, list[Word]]]] = {}
    for word in page.words:
        if word.tag and word.tag.table >= 0 <= word.tag.cell:
            own = tables.setdefault(word.tag.table, {})
            own.setdefault(word.tag.row, {}).setdefault(word.tag.cell, []).append(word)
    found: list[Piece] = []
    gone: set[int] = set()
    for table in tables.values():
        for rows in _on_columns(list(table.values())):
            words = [word for row in rows for cell in row.values() for word in cell]
            wide = max(map(len, rows))
            if wide < 2 or (len(table) < 2 and not _is_at_edge(words, page)):
                continue
            lefts = [min(word.x0 for word in cell) for row in rows if len(row) == wide for cell in row.values()]
            columns = [min(lefts[at::wide]) for at in range(wide)]
            gone |= {word.order for word in words}
            found.append(Piece(tuple(words), tuple(_tagged_row(row, columns, page) for row in rows)))
    return replace(page, words=tuple(word for word in page.words if word.order not in gone)), found


def _is_at_edge(table: Sequence[Word], page: Page) -> bool:
    """Whether a table begins a page or ends it, so that more of it can stand on another."""
    own = {word.order for word in table}
    others = [word.order for word in page.words if word.tag and word.order not in own]
    return not others or max(own) > max(others) or min(own) < min(others)


def _on_columns(rows: Sequence[dict[int, list[Word]]]) -> list[list[dict[int, list[Word]]]]:
    """The rows of a table in parts, of which each goes down the page: it can go on in the next column."""
    found: list[list[dict[int, list[Word]]]] = []
    below = 0.0
    for row in map(_unbroken, rows):
        top = min(word.y for cell in row.values() for word in cell)
        if not found or top < below - _NEAR:
            found.append([])
        found[-1].append(row)
        below = top
    return found


def _unbroken(row: dict[int, list[Word]]) -> dict[int, list[Word]]:
    """A row of a table whose cells go on in the next column of the page, as if they went on below."""
    begin = row[min(row)][0]
    top = begin.y - begin.size
    cells = {name: ([w for w in own if w.y >= top], [w for w in own if w.y < top]) for name, own in row.items()}
    both = next((one for one in cells.values() if all(one)), None)
    if both is None:
        return row
    across = min(word.x0 for word in both[1]) - min(word.x0 for word in both[0])
    found = {}
    for name, (above, below) in cells.items():
        down = max((word.y for word in above), default=begin.y) - min((word.y for word in below), default=0.0)
        down += 1.25 * begin.size
        found[name] = above + [replace(w, x0=w.x0 - across, x1=w.x1 - across, y=w.y + down) for w in below]
    return found


def _tagged_row(row: dict[int, list[Word]], columns: Sequence[float], page: Page) -> tuple[Cell, ...]:
    """The cells of a row, each in the column in which it begins; a cell without words has none in the page."""
    cells: list[list[Word]] = [[] for _ in columns]
    for words in row.values():
        x0 = min(word.x0 for word in words)
        at = max((place for place, left in enumerate(columns) if left <= x0 + _NEAR), default=0)
        cells[at] += words
    found = []
    for at, words in enumerate(cells):
        right = columns[at + 1] - _PADDING if at + 1 < len(columns) else max((word.x1 for word in words), default=0.0)
        lines = rows_of(pieces_of(replace(page, words=tuple(words))))
        found.append(Cell(tuple(tuple(line) for line in lines), right))
    return tuple(found)


def with_ruled_tables(pieces: Sequence[Sequence[Piece]], pages: Sequence[Page]) -> list[list[Piece]]:
    """The pieces of each page, those within a grid of rules as one for each grid. A grid of which one column alone has
    words is the rest of a table where another has the same columns, else it is none."""
    grids = [_columns_and_rows(page) for page in pages]
    shapes: list[list[float]] = []
    for own, page in zip(grids, pieces, strict=True):
        shapes += [_shape(xs) for xs, ys in own if _widest(_ruled_cells(_within(page, xs, ys), xs, ys)) > 1]
    found: list[list[Piece]] = []
    for own, page in zip(grids, pieces, strict=True):
        left, tables = list(page), []
        for xs, ys in own:
            inner = _within(left, xs, ys)
            cells = _ruled_cells(inner, xs, ys)
            if _widest(cells) > 1 or (inner and any(_is_alike(_shape(xs), shape) for shape in shapes)):
                left = [one for one in left if one not in inner]
                tables.append(Piece(tuple(word for one in inner for word in one.words), cells))
        found.append(sorted([*left, *tables], key=lambda one: (one.y, one.x0)))
    return found


def _columns_and_rows(page: Page) -> list[tuple[list[float], list[float]]]:
    """Of each grid of rules on a page where its columns and its rows are parted."""
    both = [
        (_distinct([one.x0 for one in grid if _is_upright(one)]), _distinct([r.y0 for r in grid if not _is_upright(r)]))
        for grid in _grids(page.rules)
    ]
    return [(xs, ys) for xs, ys in both if len(xs) > 2 and len(ys) > 1]


def _within(pieces: Sequence[Piece], xs: Sequence[float], ys: Sequence[float]) -> list[Piece]:
    return [one for one in pieces if not one.cells and _is_in(one, xs) and ys[0] < _middle(one) < ys[-1]]


def _widest(cells: Cells) -> int:
    """How many cells with words stand in the row that has most of them."""
    return max((sum(bool(cell.lines) for cell in row) for row in cells), default=0)


def _shape(xs: Sequence[float]) -> list[float]:
    return [x - xs[0] for x in xs]


def _is_alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(x - y) <= _NEAR / 2 for x, y in zip(one, other, strict=True))


def _is_in(piece: Piece, xs: Sequence[float]) -> bool:
    """Whether the words of a piece begin between the outer rules of a grid; the last can be wider than its cell."""
    return xs[0] - 2 <= piece.x0 and (piece.x1 <= xs[-1] + 2 or piece.words[-1].x0 < xs[-1])


def _is_upright(rule: Rule) -> bool:
    return rule.y1 - rule.y0 > rule.x1 - rule.x0


def _grids(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that meet each other, directly or through others. One between the columns of a page is of none,
    however near the tables in these columns come to it."""
    found: list[list[Rule]] = []
    across = [rule for rule in rules if not _is_upright(rule)]
    for rule in rules:
        if max(rule.x1 - rule.x0, rule.y1 - rule.y0) < 5 or (_is_upright(rule) and not _is_held(rule, across)):
            continue
        met = [one for one in found if any(_meet(rule, other) for other in one)]
        found = [one for one in found if one not in met]
        found.append([rule, *(other for one in met for other in one)])
    return found


def _is_held(upright: Rule, across: Sequence[Rule]) -> bool:
    """Whether a rule across reaches an upright one, as in a table; above or below there may be white space."""
    return any(_meet(upright, one, _REACHING) for one in across)


def _meet(one: Rule, other: Rule, aside: float = _NEAR) -> bool:
    return (
        one.x0 - aside <= other.x1
        and other.x0 - aside <= one.x1
        and one.y0 - _NEAR <= other.y1
        and other.y0 - _NEAR <= one.y1
    )


def _distinct(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _middle(piece: Piece) -> float:
    return piece.y - 0.3 * piece.size


def _ruled_cells(pieces: Sequence[Piece], xs: Sequence[float], ys: Sequence[float]) -> Cells:
    rows: list[tuple[Cell, ...]] = []
    for top, bottom in pairwise(ys):
        row: list[Cell] = []
        for begin, end in pairwise(xs):
            inner = [one for one in pieces if top < _middle(one) <= bottom and begin <= min(one.x0 + 1, one.x1) < end]
            padding = min((one.x0 - begin for one in inner), default=_PADDING)
            row.append(Cell(tuple(tuple(line) for line in rows_of(inner)), end - max(min(padding, 12.0), 0.0)))
        if any(cell.lines for cell in row):
            rows.append(tuple(row))
    return tuple(rows)


def with_aligned_tables(lines: Sequence[Line], pages: Sequence[Page], is_mark: Callable[[str], bool]) -> list[Line]:
    """The lines, those that make a table without rules as one: at least two that follow each other have pieces that
    begin at the same places. A number before a paragraph (``is_mark``) is no cell."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at, is_mark)
        if end is None:
            found.append(lines[at])
            at += 1
            continue
        table = lines[at:end]
        starts = _starts(table)
        cells = _aligned_cells(table, starts, pages[table[0].page - 1].rules)
        words = tuple(word for line in table for word in line.words)
        one = table[0]
        found.append(Line((Piece(words, cells),), one.page, one.row, one.left, one.right, one.column))
        at = end
    return found


def _is_split(line: Line, is_mark: Callable[[str], bool]) -> bool:
    many = len(line.pieces)
    if any(piece.cells for piece in line.pieces):
        return False
    return many > 2 or (many == 2 and not is_mark(line.pieces[0].text))


def _end_of_table(lines: Sequence[Line], begin: int, is_mark: Callable[[str], bool]) -> int | None:
    first = lines[begin]
    if not _is_split(first, is_mark):
        return None
    starts = [piece.x0 for piece in first.pieces]
    last = end = begin + 1
    rows = 1
    while end < len(lines):
        line, above = lines[end], lines[end - 1]
        if (line.page, line.column) != (first.page, first.column) or any(piece.cells for piece in line.pieces):
            break
        if line.y - above.y > 3.2 * max(line.size, above.size):
            break
        places = [_place(piece, starts) for piece in line.pieces]
        if any(place is None for place in places):
            break
        if any(
            place is not None and place + 1 < len(starts) and piece.x1 > starts[place + 1] - 1
            for place, piece in zip(places, line.pieces, strict=True)
        ):
            break
        end += 1
        if _is_split(line, is_mark):
            rows, last = rows + 1, end
        elif places != [0] or _is_close(lines, end - 1):
            last = end
    return last if rows > 1 else None


def _is_close(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands no further below the one above than that stands below its own: a cell of more lines."""
    return lines[at].y - lines[at - 1].y <= 1.35 * lines[at].size


def _place(piece: Piece, starts: Sequence[float]) -> int | None:
    return next((place for place, start in enumerate(starts) if abs(piece.x0 - start) <= _NEAR), None)


def _starts(lines: Sequence[Line]) -> list[float]:
    return [piece.x0 for piece in lines[0].pieces]


def _aligned_cells(lines: Sequence[Line], starts: Sequence[float], rules: Sequence[Rule]) -> Cells:
    ends = [
        max((piece.x1 for line in lines for piece in line.pieces if _place(piece, starts) == place), default=0.0)
        for place in range(len(starts))
    ]
    rows: list[tuple[Cell, ...]] = []
    for row in _row_groups(lines, starts, rules):
        cells = []
        for place, right in enumerate(ends):
            inner = [[piece for piece in line.pieces if _place(piece, starts) == place] for line in row]
            cells.append(Cell(tuple(tuple(line) for line in inner if line), right))
        rows.append(tuple(cells))
    return tuple(rows)


def _row_groups(lines: Sequence[Line], starts: Sequence[float], rules: Sequence[Rule]) -> list[list[Line]]:
    """The lines by the row that they are in: rules part rows; else more white space than between lines of a cell does,
    or, where all of it is equal, each line with a first cell begins one."""
    gaps = [below.y - above.y for above, below in pairwise(lines)]
    least = min(gaps)
    level = [rule.y0 for rule in rules if not _is_upright(rule) and lines[0].y < rule.y0 < lines[-1].y]
    even = max(gaps) <= 1.15 * least
    number, numbers = 0, [0]
    for above, below, gap in zip(lines, lines[1:], gaps, strict=False):
        if level:
            begins = any(above.y < y < below.y for y in level)
        elif even:
            begins = abs(below.x0 - starts[0]) <= _NEAR
        else:
            begins = gap > 1.15 * least
        number += begins
        numbers.append(number)
    pairs = zip(numbers, lines, strict=True)
    return [[line for _, line in group] for _, group in groupby(pairs, key=lambda pair: pair[0])]
