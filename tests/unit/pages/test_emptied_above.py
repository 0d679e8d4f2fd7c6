"""What stands above the editions where only an edition that was taken back with its words had a page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from clausule.model.editions import Agreement
from clausule.model.notes import Withdrawal
from clausule.pages.root.emptied import render_left
from editions import agreement, edition

WHY = "Per ongeluk."
BASE = "https://example.org/"


def left(*above: str) -> Agreement:
    told = Withdrawal(day=date(2026, 3, 1), why=WHY, is_emptied=True, above=above)
    return replace(agreement(edition("1", ["Een."])), emptied=(replace(edition("2", ["Geheim."]), withdrawn=told),))


def test_each_address_says_that_when_and_why() -> None:
    one = left("vergelijken/geschiedenis/2-artikel-4/", "vergelijken/gegevens.json")
    stage = render_left(one, BASE)
    assert set(stage) == {
        f"{one.slug}/vergelijken/geschiedenis/2-artikel-4/index.md",
        f"{one.slug}/vergelijken/gegevens.json",
    }
    page, data = stage.values()
    assert WHY in page.decode() and '"../../../"' in page.decode() and "Geheim" not in page.decode()
    assert json.loads(data)["withdrawn"] == {"day": "2026-03-01", "why": WHY}


def test_an_edition_that_had_no_address_of_its_own_leaves_none() -> None:
    assert render_left(left(), BASE) == {}
