"""A site with many agreements: its first page leads to all of them, by letter, and shows those that changed last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from clausule.compare.history import make_history
from clausule.language.language import language_of
from clausule.model.editions import FrontMatter
from clausule.pages.kit.sheet import Sheet, Shelf, shelf_of
from clausule.pages.kit.staging import Fixed
from clausule.pages.root.agreement import coming_of
from clausule.pages.root.all_agreements import MANY, all_sheet, anchor_of, are_many, by_letter
from clausule.pages.root.landing import Card, card_of, landing_sheet
from editions import HERE, agreement, edition

NL = language_of("nl")


def shelf(title: str, number: int = 0, publisher: str = "Firma") -> Shelf:
    slug = f"a-{number}"
    one = replace(edition("1.0"), agreement=slug, effective=date(2020, 1, 1) + timedelta(days=number))
    meta = FrontMatter({"title": title, "publisher": publisher}, lambda path: HERE)
    made = replace(agreement(one), slug=slug, meta=meta)
    return shelf_of(made, make_history(made), {"1.0": ""}, day=date(2026, 1, 1), base="https://x.example/")


def cards(shelves: list[Shelf]) -> dict[str, Card]:
    return {one.agreement.slug: card_of(one) for one in shelves}


def data_of(sheet: Sheet) -> dict[str, object]:
    assert isinstance(sheet.drawn, Fixed)
    return dict(sheet.drawn.data)


def test_they_stand_in_the_order_of_their_titles_in_which_numbers_count() -> None:
    titles = ["Zorg 10", "zorg 9", "2 sterren", "Éénmalig", "Aanbod", "Zorg"]
    groups = [(letter, [one.agreement.title for one in group]) for letter, group in by_letter([*map(shelf, titles)])]
    assert groups == [
        ("A", ["Aanbod"]),
        ("Z", ["Zorg", "zorg 9", "Zorg 10"]),
        ("É", ["Éénmalig"]),
        ("#", ["2 sterren"]),
    ]
    assert len({anchor_of(letter) for letter, _ in groups}) == 4


def test_a_row_leads_to_each_and_names_whose_it_is_where_they_differ() -> None:
    (group,) = data_of(all_sheet(NL, [shelf("Zorg", 1), shelf("Zaak", 2)]))["groups"]  # type: ignore[misc]
    assert group["letter"] == "Z"
    assert [(row["address"], row["title"], row["publisher"]) for row in group["rows"]] == [
        ("../a-2/", "Zaak", ""),
        ("../a-1/", "Zorg", ""),
    ]
    assert group["rows"][0]["version"] == "versie 1.0"
    (group,) = data_of(all_sheet(NL, [shelf("Zorg", 1, "B"), shelf("Zaak", 2, "C")]))["groups"]  # type: ignore[misc]
    assert [row["publisher"] for row in group["rows"]] == ["C", "B"]


def test_the_first_page_shows_all_of_few_and_the_newest_of_many() -> None:
    few = [shelf(f"Zorg {number}", number) for number in range(MANY)]
    data = data_of(landing_sheet(NL, few, cards(few), ()))
    assert not are_many(few) and data["letters"] == [] and len(data["agreements"]) == MANY  # type: ignore[arg-type]
    many = [*few, shelf("Aanbod", MANY)]
    data = data_of(landing_sheet(NL, many, cards(many), ()))
    assert are_many(many) and data["count"] == MANY + 1 and data["all"] == "overeenkomsten/"
    assert data["letters"] == [
        {"letter": "A", "count": 1, "address": f"overeenkomsten/#{anchor_of('A')}"},
        {"letter": "Z", "count": MANY, "address": f"overeenkomsten/#{anchor_of('Z')}"},
    ]
    newest = [one["slug"] for one in data["agreements"]]  # type: ignore[attr-defined]
    assert newest == [f"a-{number}" for number in range(MANY, MANY - 6, -1)]


def test_where_none_is_in_force_the_first_that_comes_is_named() -> None:
    later = [replace(edition(name), effective=date(2027, month, 1)) for name, month in (("2.0", 5), ("1.0", 2))]
    made = agreement(*later)
    coming = shelf_of(made, make_history(made), {}, day=date(2026, 1, 1), base="https://x.example/")
    assert coming_of(coming, "a/") == {
        "said": "Voor zover nu bekend geldt op 1 februari 2027 versie 1.0.",
        "read": "Lees versie 1.0",
        "address": "a/1.0/",
    }
    assert coming_of(replace(coming, day=date(2027, 3, 1), now=later[1]), "a/") is None
    assert coming_of(replace(coming, day=date(2028, 1, 1), now=None), "a/") is None
