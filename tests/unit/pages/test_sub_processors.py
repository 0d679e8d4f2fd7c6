"""What the pages of a list of sub-processors show on a day, and what they keep for the browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import editions
from clausule.analysis.sub_processors import row_json
from clausule.language.language import DEFAULT, language_of
from clausule.model.editions import Agreement, Edition, FrontMatter
from clausule.model.nodes import Place
from clausule.model.notices import Notice
from clausule.model.sub_processors import Location, Period, Promise, SubProcessor, SubProcessors
from clausule.pages.kit.contact import contact_links, mail_link
from clausule.pages.sub_processors.data import list_files
from clausule.pages.sub_processors.page import list_page, shown_row
from clausule.pages.sub_processors.then import has_list_then, list_then, then_page
from clausule.pages.text.book import Page
from editions import book_of

HERE = Place("x", 1, 1)
DUTCH = language_of(DEFAULT)


def day(month: int, number: int = 1) -> date:
    return date(2024, month, number)


def row(name: str, announced: date | None, active: date | None, ended: date | None = None, **more: Any) -> SubProcessor:
    values = {"withdrawn": None, "reason": "", "replaces": "", "locations": (), "contact": {}} | more
    return SubProcessor(
        id=name.lower(), name=name, address="", service="", purpose="", data=(), data_subjects=(), announced=announced,
        active=active, ended=ended, place=HERE, **values,
    )  # fmt: skip


def agreement(*rows: SubProcessor, **contact: str) -> Agreement:
    promise = Promise(
        version="1.0", notice=None, objection=Period(days=14, months=1, at="artikel-1.2", place=HERE), place=HERE
    )
    meta = FrontMatter({"title": "Proef", "publisher": "", "contact": contact}, lambda keys: HERE)
    listing = SubProcessors(path="x", rows=rows, promises=(promise,), allow=(), whole=True)
    return Agreement("proef", meta, (), (), {}, listing, language=DEFAULT)


ROWS = (
    row("Oud", None, day(1), day(3)),
    row("Nieuw", day(1, 10), day(3), replaces="oud"),
    row("Bijna", day(4), day(6), withdrawn=day(4, 20)),
    row("Straks", day(8), day(9)),
)


def page_of(found: Agreement, edition: Edition) -> Page:
    return Page(book_of(replace(found, editions=(edition,)), edition), "sub-verwerkers/")


def groups(on: date, *rows: SubProcessor) -> dict[str, list[tuple[str, str]]]:
    data: Any = list_page(agreement(*(rows or ROWS)), None, on).data
    return {group["state"]: [(row["name"], row["state"]) for row in group["rows"]] for group in data["groups"]}


def test_a_row_stands_where_it_is_on_the_day_and_one_of_later_waits_among_the_announced() -> None:
    assert groups(day(1, 9)) == {
        "announced": [("Bijna", ""), ("Nieuw", ""), ("Straks", "")],
        "active": [("Oud", "active")],
        "ended": [],
    }
    assert groups(day(4, 20)) == {
        "announced": [("Straks", "")],
        "active": [("Nieuw", "active")],
        "ended": [("Bijna", "withdrawn"), ("Oud", "ended")],
    }


def test_the_last_change_and_the_next_are_named_while_there_are_such() -> None:
    found = [list_page(agreement(*ROWS), None, on).data for on in (date(2023, 1, 1), day(3), day(12))]
    assert [(data["since"], data["following"]) for data in found] == [
        (None, "2024-01-01"), ("2024-03-01", "2024-04-01"), ("2024-09-01", None)
    ]  # fmt: skip
    assert [data["active"] for data in found] == [0, 1, 2]


def test_one_can_object_up_to_and_including_the_last_day_unless_it_was_taken_back() -> None:
    def open_on(on: date, name: str) -> bool:
        data: Any = list_page(agreement(*ROWS), None, on).data
        return next(bool(row["open"]) for group in data["groups"] for row in group["rows"] if row["name"] == name)

    assert [open_on(on, "Nieuw") for on in (day(1, 9), day(1, 10), day(2, 24), day(2, 25))] == [
        False,
        True,
        True,
        False,
    ]
    assert open_on(day(4, 2), "Bijna") is False and open_on(day(4, 2), "Oud") is False


def test_a_row_names_whom_it_replaces_and_who_came_after_it_from_the_day_on_which_that_was_known() -> None:
    data: Any = list_page(agreement(*ROWS, email="a@b.example"), None, day(3)).data
    (new,), (old,) = data["groups"][1]["rows"], data["groups"][2]["rows"]
    assert new["before"] == {"name": "Oud", "address": "#oud"} and new["successor"] is None
    assert old["successor"] == {"name": "Nieuw", "address": "#nieuw", "known": "2024-01-10"} and old["before"] is None


def test_a_promise_leads_to_its_clause_in_the_edition_in_force_and_else_names_its_own() -> None:
    there, elsewhere = editions.edition("2.0", ["een", "twee"]), editions.edition("2.0", ["een"])
    found = [list_page(agreement(), now, day(1)).data["objection"] for now in (there, elsewhere, None)]
    period, own = {"period": "1 maand en 14 dagen"}, {"name": "artikel 1.2, versie 1.0"}
    assert found == [
        period | {"name": "artikel 1.2", "address": "../2.0/artikel-1/#artikel-1.2"}, period | own, period | own
    ]  # fmt: skip
    assert list_page(agreement(), None, day(1)).data["notice"] is None


def test_a_place_outside_the_area_has_a_ground_that_leads_to_the_law() -> None:
    def location(country: str, ground: str = "") -> Location:
        return Location(country=country, where="", ground=ground, decision="", place=HERE)

    rows = row(
        "A",
        None,
        day(1),
        locations=(location("NL"), location("CH", "adequacy"), location("US", "standard-clauses"), location("IN")),
    )
    places = shown_row(rows, DUTCH)["places"]
    assert [(place["name"], place["outside"]) for place in places] == [
        ("Nederland", False), ("Zwitserland", True), ("Verenigde Staten", True), ("India", True)
    ]  # fmt: skip
    celex = [(place["ground"]["address"] or "").rpartition(":")[2] for place in places]
    assert celex == ["", "32000D0518", "32021D0914", ""] and places[3]["ground"]["name"] == "niet genoemd"


def test_by_another_law_no_ground_of_the_eea_is_named_but_for_data_that_comes_from_there() -> None:
    def words(country: str, ground: str) -> tuple[bool, str, str]:
        place = Location(country=country, where="", ground=ground, decision="", place=HERE, jurisdiction="GB")
        (shown,) = shown_row(row("A", None, day(1), locations=(place,)), DUTCH)["places"]
        return shown["outside"], shown["ground"]["name"], shown["ground"]["address"] or ""

    assert words("US", "adequacy") == (True, "adequaatheidsregels", "")
    assert words("US", "standard-clauses") == (True, "standaardbepalingen voor gegevensbescherming", "")
    assert words("US", "binding-rules") == (True, "bindende bedrijfsvoorschriften", "")
    outside, name, address = words("GB", "adequacy")
    assert not outside and name.startswith("adequaatheidsbesluit (artikel 45 AVG), ") and address.endswith("32021D1772")


def test_data_say_what_is_outside_the_eea_whatever_law_governs() -> None:
    place = Location(country="GB", where="", ground="", decision="", place=HERE, jurisdiction="GB")
    assert row_json(row("A", None, day(1), locations=(place,)), DUTCH)["places"][0]["outside_eea"] is True


def test_whom_to_ask_is_a_link_where_that_is_safe() -> None:
    given = {
        "name": "A",
        "phone": "+31 (0)348 554821",
        "email": "a@b.example",
        "website": "javascript:alert(1)",
        "address": "",
    }
    found = contact_links(given)
    assert {key: link["address"] for key, link in found.items()} == {
        "name": None, "phone": "tel:+31348554821", "email": "mailto:a@b.example", "website": None
    }  # fmt: skip
    assert [key for key, link in found.items() if link["rel"]] == ["website"]


def test_a_link_writes_to_one_address() -> None:
    assert mail_link("a.b+c@d.example") == "mailto:a.b+c@d.example"
    assert mail_link("a@b.example", "Bezwaar & meer") == "mailto:a@b.example?subject=Bezwaar%20%26%20meer"
    for several in ("a@b.example,c@d.example", "a@b.example?bcc=c@d.example", "a@b.example;c", "a@b.example&cc=c"):
        assert not set(",?;&") & set((mail_link(several) or "").removeprefix("mailto:"))


def test_the_list_of_then_has_what_was_so_on_the_first_day_and_nothing_later() -> None:
    first = replace(editions.edition("1.0", ["een"]), effective=day(2))
    listing = agreement(*(replace(one, reason="later") for one in ROWS)).sub_processors
    assert listing and [has_list_then(first, status) for status in ("in force", "lapsed", "announced", "concept")] == [
        True,
        True,
        False,
        False,
    ]
    assert not has_list_then(replace(first, effective=None), "in force")
    rows = list_then(first, listing)
    assert [(state, one.name, one.reason, one.ended) for state, one in rows] == [
        ("active", "Oud", "", day(2, 2)), ("announced", "Nieuw", "", day(2, 2))
    ]  # fmt: skip
    data: Any = then_page(page_of(agreement(*ROWS), first)).data
    assert [(group["state"], [row["name"] for row in group["rows"]]) for group in data["groups"]] == [
        ("active", ["Oud"]), ("announced", ["Nieuw"])
    ]  # fmt: skip
    alone: Any = then_page(page_of(agreement(ROWS[0]), first)).data
    assert alone["groups"] == data["groups"][:1] and "reason" not in data["groups"][0]["rows"][0]


def test_changes_are_told_from_the_newest_and_news_says_by_when_one_can_object() -> None:
    data: Any = list_page(agreement(*ROWS), None, day(12)).data
    assert [change["day"] for change in data["changes"]][:3] == ["2024-09-01", "2024-08-01", "2024-04-20"]
    assert (data["changes"][2]["what"], data["changes"][2]["id"]) == ("Intrekking", "bijna")
    items = json.loads(list_files(agreement(*ROWS), "https://x.example/")["proef/sub-verwerkers/feed.json"])["items"]
    told = {(item["title"], item["url"].rpartition("=")[2]): item["summary"] for item in items}
    assert (
        told["Aankondiging: Nieuw", "2024-01-10#nieuw"]
        == ". Begin: 1 maart 2024. Bezwaar: tot en met 24 februari 2024."
    )
    # Who was announced begins without a second message.
    assert (
        told["Begin: Oud", "2024-01-01#oud"] == told["Einde: Oud", "2024-03-01#oud"] == "."
        and ("Begin: Nieuw", "2024-03-01#nieuw") not in told
    )


def test_a_last_day_is_cancelled_when_the_announcement_is_taken_back_by_then() -> None:
    last = day(5, 15)
    rows = [row(f"R{number}", day(4), day(6), withdrawn=back) for number, back in enumerate((None, last, day(5, 16)))]
    calendar = list_files(agreement(*rows), "https://x.example/")["proef/sub-verwerkers.ics"].decode()
    assert re.findall("STATUS:(.*)\r", calendar) == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert "DTSTART;VALUE=DATE:20240515\r\nDTEND;VALUE=DATE:20240516\r\n" in calendar


def test_a_line_of_the_calendar_has_75_octets_and_no_more() -> None:
    name = "NAME:Bezwaar tegen sub-verwerkers: "
    full = "n" * (75 - len(name))
    for title, written in ((full, full), (f"{full}é", f"{full}\r\n é"), (f"{full[1:]}é", f"{full[1:]}\r\n é")):
        meta = FrontMatter({"title": title, "publisher": ""}, lambda keys: HERE)
        calendar = list_files(replace(agreement(*ROWS), meta=meta), "https://x.example/")["proef/sub-verwerkers.ics"]
        assert f"\r\n{name}{written}\r\n" in calendar.decode() and all(
            len(line) <= 75 for line in calendar.split(b"\r\n")
        )


def test_without_a_list_the_clauses_that_speak_of_it_are_shown_and_the_address_that_they_name() -> None:
    words = (
        "De lijst van sub-verwerkers staat op https://x.example/lijst.",
        "Verwerker schakelt geen sub-verwerkers in zonder toestemming.",
        "Dit gaat over iets anders.",
    )
    bare = replace(agreement(), sub_processors=None)
    data: Any = list_page(bare, editions.edition("2.0", list(words)), day(1)).data
    assert [(clause["name"], clause["address"], clause["words"]) for clause in data["clauses"]] == [
        ("1.1", "../2.0/artikel-1/#artikel-1.1", words[0]), ("1.2", "../2.0/artikel-1/#artikel-1.2", words[1])
    ]  # fmt: skip
    assert data["others"] == [] and data["elsewhere"]["clause"] == {
        "name": "artikel 1.1",
        "address": "../2.0/artikel-1/#artikel-1.1",
    }
    assert data["elsewhere"]["there"]["address"] == "https://x.example/lijst" and data["read"] == {
        "name": "Lees versie 2.0",
        "address": "../2.0/",
    }
    # Of an article that is named after them the clauses are shown, and others only named.
    made = editions.edition("2.0", list(words), list(words))
    body = replace(made.body, articles=(made.articles[0], replace(made.articles[1], title="Sub-verwerkers")))
    named: Any = list_page(bare, replace(made, read=lambda: body), day(1)).data
    assert [clause["name"] for clause in named["clauses"]] == ["2.1", "2.2"]
    assert [other["name"] for other in named["others"]] == ["artikel 1.1", "artikel 1.2"]
    assert list_page(bare, None, day(1)).data.keys() == {"agreement", "contact"}


def test_what_the_publisher_sent_stands_with_its_row() -> None:
    sent = Notice(
        kind="sub_processor", of="nieuw", sent=day(1, 10), list="klanten", recipients=41, sha256="0" * 64,
        place=HERE, sent_place=HERE,
    )  # fmt: skip
    found = replace(agreement(*ROWS), notices=(sent, replace(sent, kind="edition")))
    (data,) = (body for path, body in list_files(found, "https://x.example/").items() if path.endswith("s.json"))
    rows = {row["id"]: row for row in json.loads(data)["sub_processors"]}
    told = {"sent": "2024-01-10", "list": "klanten", "recipients": 41, "letter": "sha256:" + "0" * 64}
    assert rows["nieuw"]["notices"] == [told] and "notices" not in rows["oud"]
    groups = list_page(found, None, day(4)).data["groups"]
    shown = {row["id"]: row["notices"] for group in groups for row in group["rows"]}
    assert shown["nieuw"] == [told] and shown["oud"] == []
