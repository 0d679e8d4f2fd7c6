"""Pages of a PDF as they are read, for tests: words at their places, with rules; and what came of them."""

from __future__ import annotations

from dataclasses import replace

from clausule.language.nl import grammar
from clausule.read.importing.document import Block, Document
from clausule.read.importing.pdf.page import HYPHEN, Page, Rule, Tag, Word
from clausule.read.importing.pdf.read import document_of

LEFT, RIGHT, STEP = 70.0, 520.0, 14.0
LONG = (
    "Verwerker verwerkt persoonsgegevens uitsluitend op basis van schriftelijke instructies van "
    "verwerkingsverantwoordelijke, tenzij een wettelijk voorschrift hem tot verwerking verplicht, en meldt dat voordat "
    "hij daarmee begint."
)


def words_of(x: float, y: float, text: str, *, size: float = 10, bold: bool = False, order: int = 0) -> list[Word]:
    """Words on one line, each letter half as wide as it is high."""
    found = []
    for word in text.split(" "):
        glued, shown = word.startswith("_"), word.lstrip("_")
        end = x + len(shown) * size / 2
        if shown:
            found.append(Word(shown.replace("~", HYPHEN), x, end, y, size, bold, glued, order + len(found)))
        x = end + size / 4
    return found


def page_of(*lines: tuple[float, float, str], rules: tuple[Rule, ...] = (), **look: float) -> Page:
    words: list[Word] = []
    for x, y, text in lines:
        bold = text.startswith("!")
        words += words_of(x, y, text.lstrip("!"), bold=bold, order=len(words), **look)
    return Page(595, 842, tuple(words), rules)


def text_page(*paragraphs: str, at: float = 100, left: float = LEFT, wide: int = 90) -> list[tuple[float, float, str]]:
    """Paragraphs broken into lines of at most ``wide`` letters, with white space between."""
    lines = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + 1 + len(word) > wide:
                lines.append((left, at, line))
                line, at = "", at + STEP
            line = f"{line} {word}".strip()
        lines.append((left, at, line))
        at += STEP * 1.6
    return lines


def spread(x: float, y: float, text: str, gap: float, order: int) -> list[Word]:
    found: list[Word] = []
    for word in text.split(" "):
        found.append(replace(words_of(x, y, word, order=order + len(found))[0]))
        x = found[-1].x1 + gap
    return found


def cells_at(*cells: tuple[float, float, str, int, int], begin: int = 0) -> tuple[Word, ...]:
    """Words of a table, each at its place, in a row and in a cell of the whole table."""
    return tuple(
        replace(words_of(x, y, text, order=begin + at)[0], tag=Tag(begin + at, "TD", 0, row, cell))
        for at, (x, y, text, row, cell) in enumerate(cells)
    )


def grid_rules(xs: list[float], ys: list[float]) -> tuple[Rule, ...]:
    return (*(Rule(x, ys[0], x, ys[-1]) for x in xs), *(Rule(xs[0], y, xs[-1], y) for y in ys))


def ruled(xs: list[float], ys: list[float], *cells: tuple[float, float, str]) -> Page:
    return page_of(*text_page(LONG), *cells, rules=grid_rules(xs, ys))


def read(*pages: Page) -> Document:
    return document_of(pages, "x.pdf", grammar)


def shown(document: Document) -> list[str]:
    return [one.words for one in document.blocks if isinstance(one, Block)]


def tables(document: Document) -> list[list[list[str]]]:
    grids = [one for one in document.blocks if not isinstance(one, Block)]
    return [[[" / ".join(block.words for block in cell) for cell in row] for row in one.rows] for one in grids]
