"""How the law is cited in a language, and what it says that the law asks."""

from __future__ import annotations

import re
from datetime import date

import pytest

from clausule.language.language import language_of, languages
from clausule.language.law import LawWords
from clausule.language.wording.law import (
    decision_name,
    demand_law,
    demand_short,
    demand_source,
    gdpr_provision,
    provision,
)
from clausule.law.acts import acts
from clausule.law.acts import address as address_of
from clausule.law.countries import decisions
from clausule.law.gdpr import GOALS, Demand, address, all_demands, demand_of, demand_parts
from clausule.law.iso27001 import CONTROLS, THEMES
from clausule.law.supervisor import NETHERLANDS, supervisor_asks

NL = language_of("nl")


def test_a_provision_names_what_there_is_of_it() -> None:
    places = (("33",), ("33", "3"), ("33", "3", "a"), ("4", "", "7"))
    assert [provision(NL, *place) for place in places] == [
        "artikel 33",
        "artikel 33 lid 3",
        "artikel 33 lid 3 onder a",
        "artikel 4 onder 7",
    ]
    assert [gdpr_provision(NL, place) for place in ("33", "33.1", "33.3.a")] == [
        "artikel 33 AVG",
        "artikel 33 lid 1 AVG",
        "artikel 33 lid 3 onder a AVG",
    ]


@pytest.mark.parametrize(
    ("name", "law", "source", "short"),
    [
        ("28.2", "AVG artikel 28 lid 2", "AVG artikel 28 lid 2", "AVG 28 lid 2"),
        ("28.3.h", "AVG artikel 28 lid 3", "AVG artikel 28 lid 3, onder h", "AVG 28 lid 3, onder h"),
        ("28.3.aanhef", "AVG artikel 28 lid 3", "AVG artikel 28 lid 3, aanhef", "AVG 28 lid 3, aanhef"),
        ("28.3.slot", "AVG artikel 28 lid 3", "AVG artikel 28 lid 3, slot", "AVG 28 lid 3, slot"),
    ],
)
def test_a_demand_is_cited_by_its_id(name: str, law: str, source: str, short: str) -> None:
    demand = demand_of(name)
    assert demand and (demand_law(NL, demand), demand_source(NL, demand), demand_short(NL, demand)) == (
        law,
        source,
        short,
    )


def test_a_decision_is_cited_as_its_year_has_it() -> None:
    names = {
        one.celex: decision_name(NL, one) for country in ("AR", "AD", "US", "CA", "BR") for one in decisions(country)
    }
    assert names == {
        "32003D0490": "2003/490/EG",
        "32010D0625": "2010/625/EU",
        "32016D1250": "(EU) 2016/1250",
        "32023D1795": "(EU) 2023/1795",
        "32002D0002": "2002/2/EG",
        "32026D0179": "(EU) 2026/179",
    }


@pytest.mark.parametrize("tag", languages())
def test_a_language_has_words_for_all_that_the_law_asks(tag: str) -> None:
    words = language_of(tag).law
    assert (
        list(words.goals) == list(GOALS)
        and list(words.themes) == list(THEMES)
        and list(words.controls) == list(CONTROLS)
    )
    asks = supervisor_asks()
    named = [
        *words.goals.items(),
        *words.themes.items(),
        *words.controls.items(),
        *((name, words.demand(name).words) for name in all_demands()),
        *((name, words.part(name).words) for demand in all_demands() for name in demand_parts(demand)),
        *((name, words.ask(NETHERLANDS, name)) for name in asks),
        *((ask.section, words.section(NETHERLANDS, ask.section)) for ask in asks.values()),
    ]
    assert [name for name, said in named if not said or said == name] == []
    assert language_of(tag).acts.ACTS.keys() <= acts().keys()


def test_what_has_no_words_is_called_by_its_id_and_nothing_speaks_of_it() -> None:
    words = LawWords({})
    assert words.goals == {goal: goal for goal in GOALS}
    assert words.demand("28.2").words == "28.2" and words.demand("28.2").cues.search("anything")
    assert words.part("28.2.bezwaar").words == "28.2.bezwaar" and not words.part("28.2.bezwaar").cues.search("bezwaar")
    assert (words.ask("BE", "when"), words.section("BE", "1"), words.limit("32002D0002"), words.countries) == (
        "when",
        "1",
        "",
        {},
    )


def test_the_cues_of_a_part_and_the_clauses_of_its_demand() -> None:
    assert NL.law.part("28.2.bezwaar").cues.search("kan BEZWAAR maken") and not NL.law.part("28.2.bezwaar").cues.search(
        "kan klagen"
    )
    assert NL.law.demand("28.2").cues.search("een sub-verwerker") and not NL.law.demand("28.2").cues.search(
        "een medewerker"
    )
    assert NL.law.limit("32023D1795") and not NL.law.limit("32010D0625")


def test_the_gdpr_leads_to_its_paragraph_in_the_language_of_the_reader() -> None:
    there = "https://eur-lex.europa.eu/legal-content/{}/TXT/HTML/?uri=CELEX:32016R0679{}"
    assert address("nl", "28", "3") == there.format("NL", "#028.003")
    assert address("en", "33") == there.format("EN", "#art_33")
    assert address("nl", "4", "7") == there.format("NL", "#art_4")
    assert address("nl", "100") == there.format("NL", "")


def test_a_demand_is_its_place_in_the_law() -> None:
    demand = Demand("28.3.h", ("28.3.h.audits",))
    assert (demand.article, demand.paragraph, demand.point, demand.is_opening, demand.is_closing) == (
        "28",
        "3",
        "h",
        False,
        False,
    )
    assert (
        Demand("28.2", ()).point == "" and Demand("28.3.aanhef", ()).is_opening and Demand("28.3.slot", ()).is_closing
    )


def test_acts_that_lapsed_have_the_day_of_the_act_that_took_their_place() -> None:
    held = acts()
    for old, new in [
        ("wbp", "uavg"),
        ("wob", "woo"),
        ("wbni", "cbw"),
        ("be-privacy-1992", "be-gbw"),
        ("eudpr-2001", "eudpr"),
    ]:
        assert held[old].repealed == held[new].applies is not None
    assert held["nis1"].repealed == held["be-nis2"].applies == date(2024, 10, 18)
    assert held["privacy-shield"].repealed == date(2020, 7, 16) and held["safe-harbour"].repealed == date(2015, 10, 6)
    assert held["scc-2010"].repealed == held["scc-2001"].repealed == date(2021, 9, 27)


def test_each_act_says_what_of_it_was_verified_and_holds_before_it_lapses() -> None:
    assert len(acts()) > 90
    for act in acts().values():
        assert re.match(r"verified: \w|believed(: |$)", act.source), act.id
        assert not (act.applies and act.repealed) or act.applies < act.repealed, act.id


def test_an_act_of_another_register_has_its_address() -> None:
    assert address_of(acts()["be-gbw"], "GBW", "nl", "8").startswith(
        "https://www.ejustice.just.fgov.be/eli/wet/2018/07/30/"
    )
    assert address_of(acts()["gdpr"], "AVG", "nl", place="rct_81").endswith("CELEX:32016R0679#rct_81")
    assert address_of(acts()["cbw"], "Cyberbeveiligingswet", "nl", "21").endswith("jci1.3:c:BWBR0052872&artikel=21")
