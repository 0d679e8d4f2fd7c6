"""What the search looks through: every part of an edition, and all editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Annex, Definitions, Items, Section
from clausule.pages.edition.search import search_entries
from clausule.pages.kit.sheet import shelf_of
from clausule.pages.root.search import search_list
from editions import HERE, agreement, book_of, clause, definition, edition, item, text

DAY = date(2026, 11, 23)


def entries(**given: Any) -> dict[str, dict[str, Any]]:
    """The entries of an edition whose body has ``given``, by their address."""
    made = edition("1.0", ["Verwerker meldt."])
    body = replace(made.read(), **given)
    whole = replace(made, read=lambda: body)
    return {entry["at"]: entry for entry in search_entries(book_of(agreement(whole), whole))}


def annex(*sections: Section) -> Annex:
    return Annex(
        id="bijlage-1", number="1", title="Vragen", heading=text("Bijlage 1. Vragen"), place=HERE, version="",
        effective=None, kind="text", intro=(), sections=sections, mark="Bijlage 1.",
    )  # fmt: skip


def section(name: str, label: str, title: str) -> Section:
    return Section(id=name, label=label, title=title, level=2, heading=text(title), blocks=())


def test_an_article_a_clause_and_their_titles() -> None:
    article = replace(
        edition("1.0", []).read().articles[0], title="Melden", clauses=(clause("1.1", "Verwerker meldt."),)
    )
    found = entries(articles=(article,))
    assert found["artikel-1/"] == {
        "at": "artikel-1/", "label": "Artikel 1", "title": "Melden", "text": "", "kind": "article",
    }  # fmt: skip
    assert found["artikel-1/#artikel-1.1"]["title"] == "Melden"
    assert found["artikel-1/#artikel-1.1"]["text"] == "Verwerker meldt."


def test_a_definition_is_a_part_of_its_own_and_its_words_are_not_also_those_of_its_clause() -> None:
    one, named = definition("AP", "de Autoriteit Persoonsgegevens;"), definition("Klant", "Wie afneemt.", source="name")
    article = replace(
        edition("1.0", []).read().articles[0],
        clauses=(clause("1.1", Definitions((one,)), Items((item("a", "Wie afneemt.", id="artikel-1.1-a"),))),),
    )
    found = entries(articles=(article,), definitions=(one, replace(named, id="begrip-klant")))
    assert found["artikel-1/#artikel-1.1"]["text"] == "a. Wie afneemt."
    assert found["artikel-1/#artikel-1.1"]["items"] == [["a", 0]]
    assert found["artikel-1/#begrip-ap"] == {
        "at": "artikel-1/#begrip-ap", "label": "Artikel 1.1, begrip “AP”", "title": "AP",
        "text": "de Autoriteit Persoonsgegevens;", "kind": "term", "also": ["Autoriteit Persoonsgegevens"],
    }  # fmt: skip
    assert found["artikel-1/#begrip-klant"]["in"] == "artikel-1/#artikel-1.1"


def test_a_section_is_asked_for_by_its_number_and_a_heading_without_one_is_a_question() -> None:
    found = entries(annexes=(annex(section("bijlage-1-a-2", "A", "De melding"), section("bijlage-1-b", "B", "Tijd"), section("bijlage-1-wat", "", "Wat?")),))  # fmt: skip # noqa: E501
    assert found["bijlage-1/#bijlage-1-a-2"]["key"] == "bijlage-1-a"
    assert "key" not in found["bijlage-1/#bijlage-1-b"] and found["bijlage-1/#bijlage-1-b"]["kind"] == "section"
    assert found["bijlage-1/#bijlage-1-wat"]["kind"] == "question"


def listed(one: Agreement) -> dict[str, Any]:
    return search_list([shelf_of(one, book_of(one, one.editions[0]).history, {}, day=DAY, base="https://x.example/")])


def dated(version: str, year: int) -> Edition:
    return replace(edition(version, ["Lid."]), effective=date(year, 1, 1))


def test_the_list_has_all_editions_from_new_to_old_with_their_status_and_which_counts() -> None:
    (one,) = listed(agreement(dated("1.0", 2020), dated("2.0", 2024), dated("3.0", 2027)))["agreements"]
    assert one["slug"] == "a" and one["language"] == "nl" and one["synonyms"] == [] and one["list"] is None
    assert [(row["version"], row["status"]["kind"], row["counts"]) for row in one["editions"]] == [
        ("3.0", "announced", False), ("2.0", "in-force", True), ("1.0", "lapsed", False),
    ]  # fmt: skip
    assert one["editions"][1]["label"] == "2.0 (01-01-2024)"


def test_where_none_is_in_force_the_newest_counts() -> None:
    (one,) = listed(agreement(dated("1.0", 2027), dated("2.0", 2028)))["agreements"]
    assert [row["counts"] for row in one["editions"]] == [True, False]


def test_the_words_of_each_language_stand_in_the_list_once() -> None:
    assert list(listed(agreement(dated("1.0", 2020)))["languages"]) == ["nl"]


def test_another_edition_and_another_day_change_nothing_in_what_is_searched_in_an_edition() -> None:
    old, new = dated("1.0", 2020), dated("2.0", 2024)
    alone, beside = agreement(old), agreement(old, new)
    first = search_entries(book_of(alone, old, status="in force"))
    assert first == search_entries(book_of(beside, old, status="lapsed", current=new)) and first


def test_the_synonyms_of_an_agreement_are_those_of_its_front_matter() -> None:
    one = agreement(dated("1.0", 2020))
    rows = [["storing", "incident"]]
    known = replace(one, meta=replace(one.meta, values={**one.meta.values, "synonyms": rows}))
    assert listed(known)["agreements"][0]["synonyms"] == rows
