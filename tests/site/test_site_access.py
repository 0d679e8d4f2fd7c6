"""axe-core on every kind of page: WCAG 2.2 AA and best practices."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from test_site_reader import KINDS
from website import Visit

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
# Only what is wrong is handed over: all that is right takes Playwright longer than axe takes to find it.
RUN = "tags => axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(({ violations }) => ({ violations }))"
# A rule looks at colour, which a scheme decides, or at what is there, which a width decides. So all rules on each
# scheme and on each width once, and on the other two pairs those that look at colour: some elements show on one width.
COLOUR = ["color-contrast", "link-in-text-block"]
RUN_COLOUR = RUN.replace("'tag'", "'rule'")


def every_pair(narrow: int) -> pytest.MarkDecorator:
    """A test of each ``scheme`` on each ``width``, what to ``run`` of axe there and the ``names`` it takes."""
    rows = [
        ("light", 1280, RUN, TAGS),
        ("dark", narrow, RUN, TAGS),
        ("light", narrow, RUN_COLOUR, COLOUR),
        ("dark", 1280, RUN_COLOUR, COLOUR),
    ]
    return pytest.mark.parametrize(
        ("scheme", "width", "run", "names"), rows, ids=[f"{scheme}-{width}" for scheme, width, *_ in rows]
    )


OPENED = {
    "article": ".clause .term",
    "questionnaire": ".for-edition",
    "start": ".for-contents",
    "whole": "button.pick",
}


@every_pair(390)
def test_axe_finds_nothing(visit: Visit, scheme: str, width: int, run: str, names: list[str]) -> None:
    page = visit("/", width=width, scheme=scheme)
    faults = []
    for kind, path in KINDS.items():
        page.goto(path)
        for state in ("", OPENED.get(kind, "")):
            if state and not page.locator(state).first.is_visible():
                continue
            if state:
                page.locator(state).first.click()
                page.locator(":popover-open").wait_for()
            page.evaluate(AXE)
            for fault in page.evaluate(run, names)["violations"]:
                faults.append((kind, state, fault["id"], [node["target"] for node in fault["nodes"]][:3]))
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_results_of_a_search(visit: Visit, scheme: str) -> None:
    page = visit("/mickcom/1.5/artikel-7/", scheme=scheme)
    page.get_by_role("searchbox").fill("beveiliging")
    page.locator(".results mark").first.wait_for()
    page.evaluate(AXE)
    assert [fault["id"] for fault in page.evaluate(RUN, TAGS)["violations"]] == []
