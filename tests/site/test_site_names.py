"""What axe does not look at: a name begins with the words that are seen (WCAG 2.5.3), so that who speaks them is heard;
and for whom asks for less motion nothing moves (2.3.3)."""

from __future__ import annotations

import pytest
from website import Visit

KINDS = [
    "",
    "voorbeeld/",
    "voorbeeld/2.0/artikel-8/",
    "voorbeeld/2.1/volledig/",
    "voorbeeld/sub-verwerkers/",
    "voorbeeld/vergelijken/1.2...2.0/",
    "voorbeeld/vergelijken/",
    "voorbeeld/2.1/bijlage-3/invullen/",
    "voorbeeld/getekend/",
    "controleren/",
]
#: What is seen on each link or button that has a name of its own, where the name does not begin with that.
OTHERS = """() => {
  const plain = (words) => words.replace(/\\s+/g, " ").trim().toLowerCase();
  const seen = (one) => one.innerText ?? one.querySelector("text").textContent;
  return [...document.querySelectorAll(":is(a, button)[aria-label]")].filter((one) => one.checkVisibility())
    .map((one) => [plain(seen(one)), plain(one.getAttribute("aria-label"))])
    .filter(([seen, name]) => /[\\p{L}\\p{N}]/u.test(seen) && !name.startsWith(seen));
}"""
MOVING = """() => [...document.querySelectorAll("*")].map((one) => [one, getComputedStyle(one)])
  .filter(([, { animationName, transitionDuration, scrollBehavior }]) =>
    animationName !== "none" || transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01) ||
    scrollBehavior === "smooth")
  .map(([one]) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("address", KINDS)
def test_a_name_begins_with_what_is_seen_and_nothing_moves_for_who_asks(visit: Visit, address: str) -> None:
    page = visit(f"/{address}", reduced_motion="reduce")
    page.locator("footer").wait_for()
    assert page.evaluate(OTHERS) == []
    assert page.evaluate(MOVING) == []


def test_another_name_and_what_moves_would_be_seen(visit: Visit) -> None:
    page = visit("/voorbeeld/", reduced_motion="reduce")
    page.evaluate(
        """() => {
          const link = document.querySelector("main a");
          link.setAttribute("aria-label", "anders");
          link.style.transitionDuration = "1s";
        }"""
    )
    assert page.evaluate(OTHERS) and page.evaluate(MOVING)
