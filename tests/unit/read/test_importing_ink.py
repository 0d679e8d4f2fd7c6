"""Words that are in a PDF and that no reader sees."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pytest

from clausule.read.importing.pdf.ink import Inks, is_coloured

pdfium = pytest.importorskip("pypdfium2")
raw = pytest.importorskip("pypdfium2.raw")

BLACK, WHITE, GREY = (0, 0, 0), (255, 255, 255), (223, 255, 255)


@pytest.fixture
def document() -> Iterator[object]:
    found = pdfium.PdfDocument.new()
    yield found
    found.close()


def text(document: object, colour: tuple[int, int, int], ink: int = 255, mode: int = 0) -> object:
    piece = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", ctypes.c_float(12))  # type: ignore[attr-defined]
    raw.FPDFPageObj_SetFillColor(piece, *colour, ink)
    raw.FPDFTextObj_SetTextRenderMode(piece, mode)
    return piece


@pytest.mark.parametrize(
    ("colour", "ink", "mode", "is_hidden"),
    [
        (BLACK, 255, 0, False),
        (BLACK, 255, 3, True),
        (BLACK, 255, 7, True),
        (BLACK, 31, 0, True),
        (BLACK, 32, 0, False),
        (WHITE, 255, 0, True),
        (GREY, 255, 0, False),
    ],
)
def test_a_letter_that_is_not_drawn_or_is_white_is_not_seen(
    document: object, colour: tuple[int, int, int], ink: int, mode: int, is_hidden: bool
) -> None:
    assert Inks([]).hide(text(document, colour, ink, mode), 10, 10) is is_hidden


def test_white_letters_are_seen_on_a_colour_and_nowhere_else(document: object) -> None:
    inks, piece = Inks([(0, 0, 20, 20)]), text(document, WHITE)
    assert not inks.hide(piece, 20, 20)
    assert not inks.are_plain(piece) and inks.are_plain(text(document, BLACK))
    assert inks.hide(piece, 21, 10) and inks.hide(piece, 10, 21)


def test_nothing_is_said_of_a_letter_without_a_piece() -> None:
    assert not Inks([]).hide(None, 10, 10)


@pytest.mark.parametrize(
    ("colour", "ink", "mode", "shows"),
    [(BLACK, 255, 1, True), (WHITE, 255, 1, False), (BLACK, 31, 1, False), (BLACK, 255, 0, False)],
)
def test_a_shape_shows_white_letters_when_a_colour_fills_it(
    colour: tuple[int, int, int], ink: int, mode: int, shows: bool
) -> None:
    shape = raw.FPDFPageObj_CreateNewRect(ctypes.c_float(0), ctypes.c_float(0), ctypes.c_float(9), ctypes.c_float(9))
    raw.FPDFPageObj_SetFillColor(shape, *colour, ink)
    raw.FPDFPath_SetDrawMode(shape, mode, 0)
    assert is_coloured(pdfium.PdfObject(shape)) is shows
