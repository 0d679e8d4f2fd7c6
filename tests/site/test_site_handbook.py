"""Everybody can read the handbook; and no picture of it is older than the page that it shows."""

from __future__ import annotations

import json

import pytest
from access import SCREENS, faults
from website import Visit, Website

from clausule.pages.handbook.sheets import address_of, home
from clausule.read.handbook import pages, tags
from pictures import FOLDER, HEIGHT, RECORD, SHOWN, WIDTH, said

# What is looked up or looked at, and not read: lists that are made from the program, its messages, pictures.
LONG = {"commands", "went-wrong", "tour"}
# A screen of 1280 by 800 and a half, from the title to the links to the next pages, with a line for other letters.
SCREEN_AND_A_HALF = 1250
_HEIGHTS = """async (paths) => {
  const heights = {};
  for (const path of paths) {
    const read = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
    document.querySelector("main").replaceWith(document.adoptNode(read.querySelector("main")));
    const main = document.querySelector("main");
    const end = main.querySelector(".turns")?.getBoundingClientRect().top ?? main.getBoundingClientRect().bottom;
    heights[path] = Math.round(end - main.querySelector("h1").getBoundingClientRect().top);
  }
  return heights;
}"""
TAKEN = json.loads(RECORD.read_text("utf-8"))


@pytest.mark.parametrize("picture", SHOWN)
def test_a_picture_shows_the_page_as_it_is(website: Website, picture: str) -> None:
    now = {"page": SHOWN[picture], "said": said(website.html(SHOWN[picture])), "width": WIDTH, "height": HEIGHT}
    assert TAKEN[picture] == now, "the page changed: run scripts/pictures, and look at what came of it"


def test_every_picture_is_there_small_and_shown() -> None:
    assert {path.name for path in FOLDER.glob("*.jpg")} == SHOWN.keys() == TAKEN.keys()
    assert all((FOLDER / name).stat().st_size < 90_000 for name in SHOWN)
    shown = "".join(page.text for tag in tags() for page in pages(tag))
    assert [name for name in SHOWN if f"(../pictures/{name})" not in shown] == []


def test_a_page_is_a_screen_and_a_half(visit: Visit) -> None:
    paths = [f"/{home(tag)}" for tag in tags()]
    paths += [f"/{address_of(page)}" for tag in tags() for page in pages(tag) if page.task.id not in LONG]
    heights = visit(paths[0]).evaluate(_HEIGHTS, paths)
    assert {path: height for path, height in heights.items() if height > SCREEN_AND_A_HALF} == {}


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, width: int, scheme: str) -> None:
    page = visit("/handboek/", width=width, scheme=scheme)
    found = faults(page)
    for path in ("/handboek/beginnen/", "/handboek/als-er-iets-misgaat/", "/handbook/data/", "/handbook/commands/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        found += faults(page)
    assert found == []
