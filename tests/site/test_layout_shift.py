"""What a reader looks at stays where it is: Cumulative Layout Shift, as the browser itself counts it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route
from website import Website

MOST = 0.02  # of the window times the way; 0.1 counts as good at https://web.dev/articles/cls
PHONE, DESK = 360, 1280
#: Of phones: what makes room for what comes is the same on all, so each kind is tried on one of these.
OTHERS = (390, 430)

#: A page of every kind, with what is on it once all that it fetches has come.
KINDS = {
    "": "main",
    "mickcom/": "main",
    "mickcom/1.5/": "main",
    "mickcom/1.5/artikel-7/": "edition-menu button",
    "mickcom/1.4/artikel-7/": "edition-menu button",
    "mickcom/1.5/bijlage-1/": "main",
    "mickcom/1.5/volledig/": "main",
    "mickcom/1.5/avg-28/": "main",
    "mickcom/1.5/maatregelen/": "main",
    "mickcom/vergelijken/": ".by-list",
    "mickcom/vergelijken/?van=1.4&naar=1.6": ".shown .changes",
    "mickcom/vergelijken/1.5...1.6/": "main",
    "voorbeeld/vergelijken/geschiedenis/1.0-artikel-8/": "main",
    "mickcom/sub-verwerkers/?op=2024-03-01": "main",
    "mickcom/getekend/": "main",
    "mickcom/op/": ".answer p",
    "voorbeeld/2.0/tweetalig/": "main",
    "voorbeeld/2.0/uw-exemplaar/": "main",
    "voorbeeld/2.0/bijlage-3/invullen/": "fill-in .start",
    "123meekijken/huidig/datalek/": ".moments",
    "overeenkomsten/naast-elkaar/?een=mickcom/1.5&ander=123meekijken/ongedateerd": ".two-texts",
    "controleren/": ".put",
    "mickcom/1.5/artikel-77/": "lost-reader li",
}

#: Keeps every shift that does not follow within half a second of what the reader does.
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    const moved = sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 90));
    if (!hadRecentInput) window.shifts.push([value, moved.join(" ")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
#: After two frames what was drawn last has been counted.
SEEN = """async () => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => { setTimeout(resolve); });
  return window.shifts;
}"""


@pytest.fixture(scope="module", params=[PHONE, DESK])
def watched(request: pytest.FixtureRequest, browser: Browser, website: Website) -> Iterator[Page]:
    """A window of one of two widths, in which shifts are kept."""
    context = browser.new_context(base_url=website.url, viewport={"width": request.param, "height": 860})
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def moved(page: Page) -> str:
    """What shifted since the page was opened, when it is more than may be."""
    shifts = page.evaluate(SEEN)
    return str(shifts) if sum(value for value, _ in shifts) > MOST else ""


def test_nothing_shifts_while_a_page_comes(watched: Page) -> None:
    found = {}
    height, first = 860, watched.evaluate("innerWidth")
    for number, (address, whole) in enumerate(KINDS.items()):
        for width in (first, OTHERS[number % 2]) if first == PHONE else (first,):
            watched.set_viewport_size({"width": width, "height": height})
            watched.goto(f"/{address}")
            watched.locator(whole).first.wait_for()
            found[address, width] = moved(watched)
    watched.set_viewport_size({"width": first, "height": height})
    assert {address: said for address, said in found.items() if said} == {}


def test_a_font_that_comes_late_shifts_nothing(watched: Page) -> None:
    held: list[Route] = []
    for address in ("mickcom/1.5/artikel-7/", "mickcom/1.5/volledig/", "mickcom/"):
        watched.route("**/*.woff2", lambda route: held.append(route))
        watched.goto(f"/{address}", wait_until="commit")
        watched.locator("footer").wait_for()
        watched.evaluate(SEEN)
        assert held
        while held:
            held.pop().continue_()
        watched.unroute("**/*.woff2")
        watched.wait_for_load_state("load")
        assert not moved(watched), address


def test_a_shift_would_be_seen(watched: Page) -> None:
    watched.goto("/mickcom/")
    watched.evaluate("() => { document.querySelector('h1').style.marginTop = '300px'; }")
    assert moved(watched)
