"""Whether everybody can read a page: what axe-core finds on it (WCAG 2.2 AA and best practices)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

from clausule.pages.root.tested import NARROW, RULES, WIDE

AXE_SOURCE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
# Two thirds of its time axe works out contrasts. Letters of one colour, size and weight on the same backgrounds have
# one contrast, so it is asked for the first three of each kind that a reader sees (one may lie below something).
_ONE_OF_EACH = """(root) => {
  for (const element of document.querySelectorAll("[data-look]")) element.removeAttribute("data-look");
  const backs = new Map([[null, ""]]), seen = new Map();
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.clipPath, style.filter].join();
    const back = backs.get(element.parentElement);
    backs.set(element, own === "rgba(0, 0, 0, 0),none,1,none,none" ? back : back + own + ";");
    const speaks = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!root.contains(element) || !(speaks || element.matches("input, select, textarea"))) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || box.width < 2 || box.height < 2) continue;
    const around = getComputedStyle(element.parentElement);
    const kind = [backs.get(element), style.color, style.fontSize, style.fontWeight, style.textDecoration,
      style.textShadow, around.color, around.fontWeight, element.matches("a, input, textarea, :disabled")].join();
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (seen.get(kind) <= 3) element.setAttribute("data-look", "");
  }
}"""
# Where no bar that stays in sight lies over a link, or moves.
_FROM_THE_TOP = """async () => {
  scrollTo({ top: 0, behavior: "instant" });
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
}"""
_ON_THESE = """() => axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" },
  { id: "link-in-text-block", selector: "a[href][data-look]" }] })"""
# Only what is wrong is handed over: all that is right takes Playwright longer than axe takes to find it.
_RUN = """async ([within, only]) => {
  (ONE_OF_EACH)(document.querySelector(within.include));
  const found = await axe.run(within, { runOnly: only, resultTypes: ["violations"] });
  return found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target, html }) => [target, html])]);
}""".replace("ONE_OF_EACH", _ONE_OF_EACH)
ALL = {"type": "tag", "values": list(RULES)}
COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# A rule looks at colour, which a scheme decides, or at what is there, which a width decides. So all rules on each
# scheme and on each width once; and where elements show on one width only, those that look at colour on all pairs.
SCREENS = [(WIDE, "light"), (NARROW, "dark")]
OTHER = {"light": "dark", "dark": "light"}


def faults(page: Page, rules: dict[str, Any] = ALL, *, within: str = "", without: str = "") -> list[Any]:
    """What is wrong on the page as it is now: each rule with the first places. ``within`` and ``without`` are selectors
    of what is looked at, and of what is not.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SOURCE)
        page.evaluate(_ON_THESE)
    page.evaluate(_FROM_THE_TOP)
    parts = {"include": within or "html", "exclude": [without] if without else []}
    found: list[Any] = page.evaluate(_RUN, [parts, rules])
    return [(page.url, *fault) for fault in found]


def faults_in_both(page: Page, scheme: str, rules: dict[str, Any] = ALL) -> list[Any]:
    """What is wrong by ``rules`` in ``scheme``, and in the other by those that look at colour."""
    found = faults(page, rules)
    page.emulate_media(color_scheme=OTHER[scheme])  # type: ignore[arg-type]
    found += faults(page, COLOUR)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    return found
