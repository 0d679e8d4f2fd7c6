"""Everybody can read the handbook; and no picture of it is older than the page that it shows."""

from __future__ import annotations

import json

import pytest
from access import SCREENS, faults
from website import Visit, Website

from clausule.read.handbook import pages, tags
from pictures import FOLDER, HEIGHT, RECORD, SHOWN, WIDTH, said

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


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, width: int, scheme: str) -> None:
    page = visit("/handboek/", width=width, scheme=scheme)
    found = faults(page)
    for path in ("/handboek/beginnen/", "/handboek/als-er-iets-misgaat/", "/handbook/data/", "/handbook/commands/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        found += faults(page)
    assert found == []
