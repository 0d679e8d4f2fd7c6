"""What the tests of this program do with the pages of a site. The page on accessibility says it, and the tests take it
from here (``tests/site/access.py``), so that neither says what the other does not."""

from __future__ import annotations

AXE = "4.12"
"""The version of axe-core that looks at every kind of page."""
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""Its rules: those of WCAG 2.0, 2.1 and 2.2 at levels A and AA, and what it calls best practices."""
BROWSER = "Chromium"
WIDE, NARROW = 1280, 320
"""In CSS pixels; the narrow one is the wide one at 400 % (WCAG 2.2, 1.4.10)."""
