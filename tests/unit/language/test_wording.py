"""What the site calls agreements, editions and their parts, and what it says of their days and of changes, in Dutch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clausule.language.language import language_of
from clausule.language.wording.changes import count_sentence, moved_line, nature_sentence, weaker_together, whole_count
from clausule.language.wording.dates import answers, interval
from clausule.language.wording.names import (
    annex_tag,
    citation,
    definition_home,
    definition_place,
    edition_label,
    edition_name,
    full_title,
    listed,
    part_name,
    read_edition,
    short_edition,
    short_title,
    shorten,
    titled,
    version_name,
    without_article,
)
from clausule.language.wording.site import status_sentence, status_words
from clausule.model.dates import Interval
from clausule.model.editions import Edition, FrontMatter
from clausule.model.nodes import Annex, Section
from clausule.model.walk import parts_of
from editions import HERE, agreement, clause, definition, edition, text

NL = language_of("nl")
DAY, LATER = date(2018, 5, 25), date(2019, 9, 1)


def dated(version: str = "1.5", *, numbered: bool = True, effective: date | None = DAY) -> Edition:
    return replace(edition(version), numbered=numbered, effective=effective)


@pytest.mark.parametrize(
    ("numbered", "effective", "label", "name", "short"),
    [
        (True, DAY, "1.5 (25-05-2018)", "versie 1.5 (25-05-2018)", "1.5"),
        (True, None, "1.5", "versie 1.5", "1.5"),
        (False, DAY, "Tekst van 25-05-2018", "tekst van 25-05-2018", "Tekst van 25-05-2018"),
        (False, None, "Zonder versienummer", "tekst zonder versienummer en datum", "Zonder versienummer"),
    ],
)
def test_an_edition_is_called_by_what_its_text_names(
    numbered: bool, effective: date | None, label: str, name: str, short: str
) -> None:
    one = dated(numbered=numbered, effective=effective)
    assert (edition_label(one), edition_name(one), short_edition(one)) == (label, name, short)
    assert version_name(one) == ("versie 1.5" if numbered else "tekst zonder versienummer")
    assert read_edition(one) == ("Lees versie 1.5" if numbered else "Lees de overeenkomst")


@pytest.mark.parametrize(
    ("values", "full", "short"),
    [
        ({"title": "Overeenkomst", "publisher": "Firma"}, "Overeenkomst Firma", "Overeenkomst"),
        (
            {"title": "Overeenkomst FIRMA B.V.", "publisher": "Firma"},
            "Overeenkomst FIRMA B.V.",
            "Overeenkomst FIRMA B.V.",
        ),
        ({"title": "Overeenkomst", "short_title": "VO"}, "Overeenkomst", "VO"),
    ],
)
def test_an_agreement_names_its_publisher_once(values: dict[str, str], full: str, short: str) -> None:
    one = replace(agreement(), meta=FrontMatter(values, lambda path: HERE))
    assert (full_title(one), short_title(one)) == (full, short)


def test_a_citation_names_place_agreement_edition_and_address_as_far_as_they_are_there() -> None:
    one = agreement(dated())
    assert (
        citation("artikel 7.2", one, dated(), "https://x.nl/")
        == "artikel 7.2, Titel, versie 1.5 (25-05-2018), https://x.nl/"
    )
    assert citation("", one, dated(), "") == "Titel, versie 1.5 (25-05-2018)"


def section(label: str, title: str) -> Section:
    return Section(id="s", label=label, title=title, level=2, heading=text(title), blocks=())


def annex(version: str | None, effective: date | None, *sections: Section) -> Annex:
    return Annex(
        id="bijlage-2",
        number="II",
        title="",
        heading=text("Bijlage II"),
        place=HERE,
        version=version,
        effective=effective,
        kind="",
        intro=(),
        sections=sections,
    )


@pytest.mark.parametrize(
    ("version", "effective", "numbered", "tag"),
    [
        ("1.5", DAY, True, "versie 1.5, geldt vanaf 25-05-2018"),
        ("1.4", None, True, "versie 1.4"),
        (None, DAY, True, "geldt vanaf 25-05-2018"),
        (None, None, True, ""),
        ("1.5", DAY, False, "geldt vanaf 25-05-2018"),  # the name of the folder is no number of the text
        ("1.4", None, False, "versie 1.4"),
    ],
)
def test_an_annex_says_its_own_version_and_day(
    version: str | None, effective: date | None, numbered: bool, tag: str
) -> None:
    assert annex_tag(annex(version, effective), dated(numbered=numbered)) == tag


def test_each_part_is_called_what_a_reader_calls_it() -> None:
    outside = [section("", "Partijen:"), section("", "")]
    article = edition("1", ["woorden"]).articles[0]
    inside = annex(None, None, section("A", "Toegang"), section("", "Slot :"))
    assert [part_name(NL, part) for part in parts_of(outside, [article], [], [inside])] == [
        "onderdeel “Partijen”", "aanhef", "artikel 1", "artikel 1.1", "bijlage II", "bijlage II, onderdeel A", "bijlage II, “Slot”",  # noqa: E501
    ]  # fmt: skip


def test_a_definition_is_found_by_its_place() -> None:
    one = definition("Datalek", "inbreuk")
    assert definition_place(NL, "artikel 1", one) == "artikel 1, begrip “Datalek”"
    assert definition_place(NL, "", one) == "begrip “Datalek”"
    assert [definition_home(NL, *place) for place in (("artikel 1", "Definities"), ("artikel 1", ""), ("", ""))] == [
        "Artikel 1, Definities", "Artikel 1", "Definitie",
    ]  # fmt: skip


def test_the_number_of_a_clause_speaks_for_itself() -> None:
    places = ("artikel 7.2", "artikel 7", "artikel 7.2, begrip “x”", "bijlage 2, onderdeel A")
    assert [without_article(NL, place) for place in places] == ["7.2", *places[1:]]
    assert clause("7.2").number == "7.2"


def test_names_in_a_row() -> None:
    assert [listed(NL, names) for names in ([], ["1"], ["1", "2"], ["1", "2", "3"])] == ["", "1", "1 en 2", "1, 2 en 3"]
    assert (titled("Artikel 7", "Duur"), titled("Artikel 7", "")) == ("Artikel 7. Duur", "Artikel 7")


@pytest.mark.parametrize(
    ("words", "most", "shown"),
    [
        ("tien tekens", 11, "tien tekens"),
        ("tien tekens", 10, "tien…"),
        ("een, twee", 6, "een…"),
        ("aaneengeschreven", 5, "aane…"),
    ],
)
def test_what_is_too_long_ends_at_a_space(words: str, most: int, shown: str) -> None:
    assert shorten(words, most) == shown


@pytest.mark.parametrize(
    ("status", "numbered", "start", "end", "said"),
    [
        ("concept", True, DAY, None, "nog niet afgesproken"),
        ("announced", True, DAY, None, "geldt vanaf 25 mei 2018"),
        ("in force", True, DAY, None, "sinds 25 mei 2018"),
        ("in force", True, DAY, LATER, "sinds 25 mei 2018, tot 1 september 2019"),
        ("lapsed", True, DAY, LATER, "gold van 25 mei 2018 tot 1 september 2019"),
        ("lapsed", True, None, LATER, "gold tot 1 september 2019"),
        ("undated", True, None, None, "deze tekst noemt geen datum"),
        ("undated", False, None, None, "deze tekst noemt geen versienummer en geen datum"),
    ],
)
def test_the_ribbon_says_since_when_and_until_when(
    status: str, numbered: bool, start: date | None, end: date | None, said: str
) -> None:
    assert status_sentence(dated(numbered=numbered), status, Interval(start, end)) == said
    assert status in status_words(NL)


def test_an_interval_says_the_ends_that_it_has() -> None:
    spans = (Interval(DAY, LATER), Interval(DAY, None), Interval(None, LATER), Interval(None, None))
    assert [interval(NL, span) for span in spans] == [
        "vanaf 25 mei 2018 tot 1 september 2019", "vanaf 25 mei 2018", "tot 1 september 2019", "",
    ]  # fmt: skip


def test_what_the_browser_answers_keeps_the_names_that_it_fills_in() -> None:
    assert answers(NL)["applied"] == "Op {day} gold {edition}."


def test_the_counts_leave_out_what_there_is_none_of() -> None:
    counts = {"changed": 1, "added": 3, "removed": 0, "moved": 0, "renumbered": 2, "unchanged": 54}
    assert count_sentence(NL, counts) == "1 onderdeel gewijzigd · 3 nieuw · 2 alleen vernummerd · 54 gelijk"
    assert count_sentence(NL, {**counts, "changed": 2}).startswith("2 onderdelen gewijzigd · ")


@pytest.mark.parametrize(
    ("substantive", "editorial", "said"),
    [
        (0, 0, ""), (0, 9, "Geen wijziging is inhoudelijk, 9 redactioneel."), (1, 0, "1 wijziging is inhoudelijk, geen redactioneel."),  # noqa: E501
        (5, 1, "5 wijzigingen zijn inhoudelijk, 1 redactioneel."),
    ],
)  # fmt: skip
def test_what_is_meant_otherwise_is_told_apart_from_what_is_not(substantive: int, editorial: int, said: str) -> None:
    assert nature_sentence(NL, substantive, editorial) == said


def test_the_head_of_a_comparison_says_both() -> None:
    counts = dict.fromkeys(("changed", "added", "removed", "moved", "renumbered", "unchanged"), 0)
    assert whole_count(NL, {**counts, "added": 3}, (1, 2)) == "3 nieuw. 1 wijziging is inhoudelijk, 2 redactioneel."
    assert whole_count(NL, {**counts, "unchanged": 3}) == "3 gelijk."
    assert whole_count(NL, counts) == "De woorden zijn gelijk."


def test_one_and_more() -> None:
    assert [moved_line(NL, number) for number in (1, 48)] == [
        "1 onderdeel kreeg een ander nummer of een andere plaats; de woorden bleven gelijk.",
        "48 onderdelen kregen een ander nummer of een andere plaats; hun woorden bleven gelijk.",
    ]
    assert [weaker_together(NL, number) for number in (1, 2)] == [
        "1 maatregel is ingetrokken: op dat punt is de bescherming minder geworden.",
        "2 maatregelen zijn ingetrokken: op die punten is de bescherming minder geworden.",
    ]
