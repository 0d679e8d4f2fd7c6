"""The controls of ISO/IEC 27001:2022 Annex A, by number."""

from __future__ import annotations

_COUNTS = {"5": 37, "6": 8, "7": 14, "8": 34}
THEMES = tuple(_COUNTS)
"""The four themes, in the order of the standard."""
CONTROLS = tuple(f"A.{theme}.{number}" for theme, count in _COUNTS.items() for number in range(1, count + 1))
"""Every control, in the order of the standard: ``A.5.1``."""


def theme_of(control: str) -> str:
    """``8`` for ``A.8.5``."""
    return control.split(".")[1]
