"""Whether everybody can read a page: what axe-core finds on it (WCAG 2.2 AA and best practices)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

_AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
# Only what is wrong is handed over: all that is right takes Playwright longer than axe takes to find it.
_RUN = """async ([within, only]) => {
  const found = await axe.run(within, { runOnly: only, resultTypes: ["violations"] });
  return found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target, html }) => [target, html])]);
}"""
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# A rule looks at colour, which a scheme decides, or at what is there, which a width decides. So all rules on each
# scheme and on each width once, and on the other two pairs those that look at colour: some elements show on one width.
SCREENS = [(1280, "light"), (320, "dark")]
OTHER = {"light": "dark", "dark": "light"}


def faults(page: Page, rules: dict[str, Any] = ALL, *, within: str = "", without: str = "") -> list[Any]:
    """What is wrong on the page as it is now: each rule with the first places. ``within`` and ``without`` are selectors
    of what is looked at, and of what is not.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    parts = {"include": [within or "html"], "exclude": [without] if without else []}
    found: list[Any] = page.evaluate(_RUN, [parts, rules])
    return [(page.url, *fault) for fault in found]


def faults_in_both(page: Page, scheme: str) -> list[Any]:
    """What is wrong by all rules in ``scheme``, and in the other by those that look at colour."""
    found = faults(page)
    page.emulate_media(color_scheme=OTHER[scheme])  # type: ignore[arg-type]
    found += faults(page, COLOUR)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    return found
