"""Which letters of a PDF a reader does not see, though they are there: nothing is drawn of them, or they are white and
nothing coloured lies behind them. Runs in the process in which a PDF is opened."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

Area = tuple[float, float, float, float]
"""From the left and the top to the right and the bottom, as a page is shown."""

_UNDRAWN = (3, 7)  # modes of drawing letters that leave nothing to be seen (PDF 1.7, 9.3.6)
_LIGHT, _CLEAR = 224, 32  # of 255: a colour that white paper hides, and an ink that is too thin


def is_coloured(shape: Any) -> bool:
    """Whether a shape is filled with a colour on which white letters are seen."""
    import pypdfium2.raw as raw

    mode, lines = ctypes.c_int(), ctypes.c_int()
    filled = raw.FPDFPath_GetDrawMode(shape.raw, mode, lines) and mode.value
    colour = _colour(shape.raw)
    return bool(filled and colour and min(colour[:3]) < _LIGHT and colour[3] >= _CLEAR)


class Inks:
    """How the pieces of text of a page are drawn on it, above its coloured ``areas``."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._areas = areas
        self._known: dict[int, tuple[bool, bool]] = {}

    def are_plain(self, piece: Any) -> bool:
        """Whether all letters of ``piece`` are seen, wherever they stand."""
        return not any(self._look(piece))

    def hide(self, piece: Any, middle: float, line: float) -> bool:
        """Whether a letter of ``piece`` is not seen that stands around ``middle`` on the line at ``line``."""
        gone, light = self._look(piece)
        return gone or (light and not any(x0 <= middle <= x1 and y0 <= line <= y1 for x0, y0, x1, y1 in self._areas))

    def _look(self, piece: Any) -> tuple[bool, bool]:
        key = ctypes.cast(piece, ctypes.c_void_p).value or 0
        if key not in self._known:
            self._known[key] = _looks(piece) if key else (False, False)
        return self._known[key]


def _looks(piece: Any) -> tuple[bool, bool]:
    """Whether nothing is drawn of a piece of text, and whether it is nearly white."""
    import pypdfium2.raw as raw

    colour = _colour(piece)
    gone = raw.FPDFTextObj_GetTextRenderMode(piece) in _UNDRAWN or (colour is not None and colour[3] < _CLEAR)
    return gone, colour is not None and min(colour[:3]) >= _LIGHT


def _colour(piece: Any) -> tuple[int, int, int, int] | None:
    import pypdfium2.raw as raw

    parts = [ctypes.c_uint() for _ in range(4)]
    known = raw.FPDFPageObj_GetFillColor(piece, *parts)
    red, green, blue, ink = (part.value for part in parts)
    return (red, green, blue, ink) if known else None
