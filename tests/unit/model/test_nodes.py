"""Where words stand, and what a block holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.model.editions import FrontMatter
from clausule.model.nodes import Definitions, Items, Mark, Paragraph, Place, Table, Text, all_items, block_texts
from editions import agreement, definition, edition, item, text

TWO_LINES = Text("een twee drie", ((0, Place("a.md", 3, 5)), (4, Place("a.md", 4, 1)), (9, Place("b.md", 1, 3))))


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, "a.md:3:5"),
        (3, "a.md:3:8"),
        (4, "a.md:4:1"),
        (8, "a.md:4:5"),
        (9, "b.md:1:3"),
        (12, "b.md:1:6"),
        (13, "b.md:1:7"),
    ],
)
def test_every_character_has_its_place(offset: int, place: str) -> None:
    assert str(TWO_LINES.place(offset)) == place


def test_a_text_stands_where_its_first_character_does() -> None:
    assert TWO_LINES.place() == Place("a.md", 3, 5)
    late = Text("x", ((2, Place("a.md", 1, 3)),))
    assert late.place(0) == Place("a.md", 1, 1), "before its first segment in the same line"


def test_places_are_in_reading_order() -> None:
    places = [Place("a.md", 2, 1), Place("a.md", 2, 9), Place("a.md", 10, 1), Place("b.md", 1, 1)]
    assert sorted(reversed(places)) == places


def test_the_texts_of_blocks_come_in_reading_order() -> None:
    blocks = (
        Paragraph(text("1")),
        Items((item("a", "2", Paragraph(text("3")), Items((item("", "4"),))), item("b", "5"))),
        Table((text("6"), text("7")), ((text("8"), text("9")), (text("10"), text("11")))),
        Definitions((definition("Term", "12"), definition("Ander", "13"))),
        Paragraph(text("14")),
    )
    assert [one.plain for one in block_texts(blocks)] == [str(number) for number in range(1, 15)]


def test_items_are_found_at_any_depth_and_in_reading_order() -> None:
    deep = item("i", "3", id="deep")
    blocks = (
        Paragraph(text("0")),
        Items((item("a", "1", Paragraph(text("2")), Items((deep,)), id="one"), item("b", "4", id="two"))),
        Items((item("", "5", id="three"),)),
    )
    assert [one.id for one in all_items(blocks)] == ["one", "deep", "two", "three"]
    assert list(all_items((Paragraph(text("0")), Table((text("1"),), ())))) == []


def test_an_edition_and_an_agreement_say_how_they_are_called() -> None:
    one = edition("1.5", ["Een lid."])
    told = agreement(one)
    assert (one.name, one.title(told), told.title, told.publisher) == ("a/1.5", "Titel", "Titel", "")
    covered = replace(one, read=lambda: replace(one.body, heading=text("Op de kaft")))
    assert covered.title(told) == "Op de kaft"
    bare = replace(told, meta=FrontMatter({"publisher": "Uitgever"}, told.meta.place))
    assert (bare.title, bare.publisher) == ("a", "Uitgever")


def test_what_is_strong_leads_nowhere() -> None:
    assert Mark(0, 4, "strong").target == ""
