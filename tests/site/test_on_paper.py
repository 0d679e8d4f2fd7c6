"""What is printed is a document, and a long Dutch word stays whole on a phone."""

from __future__ import annotations

import pytest
from website import Visit

#: What can only be pressed, and what is folded without its content.
PRESSED = """() => [...document.querySelectorAll("main :is(.go, button:not(.term), select, summary)")].filter((one) => {
  const folded = one.closest("details:not([open])");
  const isShown = folded && getComputedStyle(folded, "::details-content").contentVisibility === "visible";
  return one.checkVisibility() && !isShown;
}).map((one) => one.textContent.trim())"""
#: How much wider a name would be if its words were not broken.
BROKEN = """(name) => {
  name.style.overflowWrap = "normal";
  name.style.hyphens = "manual";
  return Math.max(0, name.scrollWidth - name.clientWidth);
}"""


@pytest.mark.parametrize(
    "address",
    ["/", "/voorbeeld/vergelijken/", "/voorbeeld/sub-verwerkers/", "/voorbeeld/2.1/avg-28/", "/voorbeeld/getekend/"],
)
def test_nothing_on_paper_can_only_be_pressed(visit: Visit, address: str) -> None:
    page = visit(address)
    assert page.evaluate(PRESSED) or address == "/", "there is something that could be printed"
    page.emulate_media(media="print")
    assert page.evaluate(PRESSED) == []


@pytest.mark.parametrize(
    ("address", "part", "style", "value"),
    [
        ("/", ".agreement", "breakInside", "avoid"),
        ("/voorbeeld/", ".text > details > summary", "breakAfter", "avoid"),
        ("/voorbeeld/vergelijken/1.2...2.0/", ".clause > .first, .clause > .why:not(.leads)", "breakAfter", "avoid"),
        ("/voorbeeld/sub-verwerkers/", "p:has(+ .facts)", "breakAfter", "avoid"),
    ],
)
def test_what_belongs_together_is_on_one_sheet(visit: Visit, address: str, part: str, style: str, value: str) -> None:
    page = visit(address)
    page.emulate_media(media="print")
    found = page.locator(part).evaluate_all(f"parts => parts.map((part) => getComputedStyle(part).{style})")
    assert found and set(found) == {value}


@pytest.mark.parametrize(
    ("address", "name"),
    [("/123meekijken/huidig/datalek/", ".home b"), ("/", ".agreement h2"), ("/404.html", ".shelf h2")],
)
def test_the_name_of_an_agreement_is_not_broken_on_a_phone(visit: Visit, address: str, name: str) -> None:
    page = visit(address)
    page.set_viewport_size({"width": 390, "height": 844})
    names = page.locator(name).all()
    assert names and [one.evaluate(BROKEN) for one in names] == [0] * len(names)
