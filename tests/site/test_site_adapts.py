"""Every kind of page for who sees it otherwise: in colours of their own (forced colours), enlarged to 200 and 400 %, or
with a hand that is not steady (WCAG 1.4.1, 1.4.10, 2.4.7, 2.5.8)."""

from __future__ import annotations

import pytest
from test_weight import KINDS
from website import Visit

#: What forced colours take away: a mark without a line through or under it, a pill or button without an edge, the place
#: where one is without an outline.
LOST = """() => {
  const style = getComputedStyle, told = (kind, one) => `${kind}: ${one.outerHTML.slice(0, 90)}`;
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const edged = (one) => style(one).borderTopStyle !== "none" && parseFloat(style(one).borderTopWidth) > 0;
  const lined = (one) => style(one).textDecorationLine !== "none";
  const outlined = (one) => style(one).outlineStyle !== "none" && parseFloat(style(one).outlineWidth) >= 2;
  // Of those that look alike one; the thumb of a slider has an outline of its own, of which no script knows.
  const look = (one) => `${one.localName} ${one.type ?? ""} ${one.className}`;
  const kinds = new Map(seen("a[href], button, input:not([type=range]), select, textarea, summary").map((one) =>
    [look(one) + look(one.parentElement), one]));
  return [
    ...seen("ins, del, mark").filter((one) => !lined(one) && !edged(one)).map((one) => told("mark", one)),
    ...seen(".badge, .go, .tool, .second").filter((one) => !edged(one)).map((one) => told("edge", one)),
    ...[...kinds.values()].filter((one) => {
      one.focus({ focusVisible: true, preventScroll: true });
      return document.activeElement === one && !outlined(one) && !outlined(one.closest(":focus-within:not(:focus)"));
    }).map((one) => told("focus", one)),
  ];
}"""
#: What is cut off or lies beside the page; what scrolls by itself, and what is only heard, may.
CUT = """() => {
  const own = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const scrolls = (one) => one && one !== document.body &&
    (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const heard = (one) => one && (getComputedStyle(one).clipPath !== "none" || heard(one.parentElement));
  const wide = document.documentElement.clientWidth;
  return [...document.querySelectorAll("body *")].filter((one) => {
    if (!own(one) || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { width, height, left, right } = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (width < 2 || height < 2 || heard(one) || style.fontSize === "0px") return false;
    const beside = left < -1 || right > wide + 1;
    const cut = style.display !== "inline" && style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    return (beside || cut) && !scrolls(one);
  }).map((one) => one.outerHTML.slice(0, 120));
}"""
#: Links and buttons too small to be hit, where there is another within reach; those in running text may be.
SMALL = """() => {
  const every = document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])");
  const all = [...every].filter((one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest(".unseen, .skip"));
  const boxes = all.map((one) => one.getBoundingClientRect());
  const within = (one) => getComputedStyle(one).display === "inline" && [...one.parentElement.childNodes].some((node) =>
    node.nodeType === Node.TEXT_NODE && /[\\p{L}\\p{N}]/u.test(node.data));
  return all.filter((one, at) => {
    const { x, y, width, height } = boxes[at];
    if (!width || !height || (width >= 24 && height >= 24) || within(one)) return false;
    const [cx, cy] = [x + width / 2, y + height / 2];
    const near = ({ x, y, right, bottom }) =>
      Math.hypot(Math.max(x - cx, 0, cx - right), Math.max(y - cy, 0, cy - bottom)) < 12;
    return all.some((other, number) => other !== one && boxes[number].width && !other.contains(one) &&
      !one.contains(other) && near(boxes[number]));
  }).map((one) => one.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("part", [0, 1])
def test_each_kind_of_page_adapts(visit: Visit, part: int) -> None:
    page = visit("/", width=1280)
    found = {}
    for address in KINDS[part::2]:
        page.set_viewport_size({"width": 1280, "height": 860})
        page.emulate_media(forced_colors="active")
        page.goto(f"/{address}")
        page.locator("footer").wait_for()
        said = page.evaluate(LOST)
        page.emulate_media(forced_colors="none")
        for width in (1280, 640, 320):
            page.set_viewport_size({"width": width, "height": 860})
            said += [f"{width}: {one}" for one in page.evaluate(CUT)]
            said += [f"{width} small: {one}" for one in page.evaluate(SMALL)]
        found[address] = said
    assert {address: said for address, said in found.items() if said} == {}


def test_what_is_lost_cut_or_small_would_be_seen(visit: Visit) -> None:
    page = visit("/voorbeeld/2.1/artikel-8/", width=320)
    page.emulate_media(forced_colors="active")
    page.evaluate(
        """() => {
          const added = document.createElement("ins");
          added.append("nieuw");
          added.style.textDecoration = "none";
          document.querySelector("h1").append(added);
          document.querySelector(".words p").style.cssText = "white-space: nowrap; overflow: hidden";
          document.querySelector(".clause .n").style.outline = "none";
          document.querySelector("h1").before(...["x", "y"].map((words) => {
            const made = document.createElement("button");
            made.style.cssText = "all: unset; display: inline-block; font-size: 8px";
            made.append(words);
            return made;
          }));
        }"""
    )
    lost = " ".join(page.evaluate(LOST))
    assert "mark: <ins" in lost and "focus: " in lost
    assert page.evaluate(CUT) and len(page.evaluate(SMALL)) >= 2
    page.emulate_media(forced_colors="none")
