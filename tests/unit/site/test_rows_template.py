"""A row of the list of sub-processors as it is drawn."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from clausule.site.templates import environment_of
from session import HOME


class _Page(NamedTuple):
    meta: dict[str, str]


ROW = {"id": "wolk", "name": "Wolk", "address": "onbekend", "places": [], "data": [], "data_subjects": [], "state": ""}
TABLE = '{% from "sub_processors/rows.html" import rows_table with context %}{{ rows_table(rows, "x", false) }}'


@pytest.mark.parametrize(
    ("unknown", "shown", "hidden"),
    [
        ({"unknown": ["address", "contact"]}, ["Adres: onbekend", "Contact: onbekend"], []),
        ({"unknown": ["data"]}, [">onbekend</p>", "<span>onbekend</span>"], ["Adres", "Contact"]),
        ({}, [">onbekend</p>", "<span>onbekend</span>"], ["Adres", "Contact"]),
    ],
)
def test_what_is_unknown_says_what_it_is(unknown: dict[str, list[str]], shown: list[str], hidden: list[str]) -> None:
    row = {**ROW, "reach": [{"name": "onbekend"}], **unknown}
    drawn = environment_of([HOME / "overrides"]).from_string(TABLE).render(rows=[row], page=_Page({"language": "nl"}))
    assert all(words in drawn for words in shown) and not any(words in drawn for words in hidden)
