"""The list of sub-processors as data: what an author can get wrong, and which rows stood on it on any day."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from clausule.build.sources import read_sources
from clausule.check import check
from clausule.language.nl.sub_processors import mentions, promises
from clausule.law.countries import country_name, decision_on, guess_country, in_area, is_country, uncovered
from clausule.model import Place
from clausule.model.sub_processors import Period, SubProcessor, events, state_on
from session import HOME, in_git

HERE = Place("x", 1, 1)
PATH = "annexes/voorbeeld/sub-verwerkers.yml"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name in ("docs", "annexes"):
        shutil.copytree(HOME / name, tmp_path / name)
    return tmp_path


def findings(root: Path) -> list[str]:
    return [f"{f.place}: {f.rule}: {f.message} | {f.hint}" for f in check(read_sources(root, "voorbeeld")) if not f.allowed]


# What stands in the file, what somebody writes instead, where the fault is, and words of the message or the hint.
MISTAKES = [
    ("active: 2022-04-01", "active: 31-02-2024", "active: '31-02-2024' is no day that exists"),
    ("announced: 2022-02-15", "announced: 9999-12-31", "with a year from 1900 to 2199"),
    ("active: 2022-04-01", "active: 0001-01-01", "with a year from 1900 to 2199"),
    ("active: 2022-04-01", "active: 2022-4-1", "does not fit"),
    ("active: 2022-04-01", "active: [2022, 4, 1]", "expected text"),
    ("country: DE", "country: Duitsland", "did you mean DE (Duitsland)?"),
    ("country: DE", "country: Germany", "did you mean DE (Duitsland)?"),
    ("country: DE", "country: de", "did you mean DE (Duitsland)?"),
    ("country: DE", "country: EU", "two capital letters"),
    ("country: IE", "country: UK", "did you mean GB (Verenigd Koninkrijk)?"),
    ("ground: standard-clauses", "ground: standaard-clauses", "did you mean 'standard-clauses'?"),
    ("ground: standard-clauses", "ground: none", "no ground is named"),
    ("ground: standard-clauses", "grond: standard-clauses", "did you mean 'ground'?"),
    ("  - id: nachtwacht\n    name:", "  - id: nachtwacht\n    naem:", "did you mean 'name'?"),
    ("data: [gebruiksgegevens]\n    data_subjects: [gebruikers]\n    places:\n      - {country: BE", "data: gebruiksgegevens\n    data_subjects: [gebruikers]\n    places:\n      - {country: BE", "expected a list"),
    ("contact: {email: avg@postduif.example, phone: \"+31 (0)00 000 0001\"}", "contact: avg@postduif.example", "expected keys and values"),
    ("email: avg@postduif.example", "email: postduif", "does not fit"),
    ("id: nachtwacht", "id: Nacht wacht", "small letters"),
    ("id: nachtwacht", "id: noorderlicht", "stands here twice"),
    ("replaces: postduif", "replaces: postduiff", "did you mean 'postduif'?"),
    ("announced: 2022-02-15", "announced: 2022-03-15", "can begin on 2022-04-14"),
    ("    announced: 2022-02-15\n", "", "was not announced"),
    ("    ended: 2022-04-01\n", "", "which has no end"),
    ("{days: 14, at: artikel-8.4}", "{days: 21, at: artikel-8.4}", "does not speak of 21 days"),
    ("{days: 14, at: artikel-8.4}", "{days: 14, at: artikel-8.9}", "has no 'artikel-8.9'"),
    ("{days: 14, at: artikel-8.4}", "{days: veertien, at: artikel-8.4}", "does not fit"),
    ('version: "2.0"', 'version: "2.00"', "did you mean '2.0'?"),
    ("sub_processors:", "sub_processors: &rows", "anchors and aliases"),
    ("sub_processors:", "sub_procesors:", "did you mean 'sub_processors'?"),
    ("promises:", "promises: [", "not YAML"),
    ("id: nachtwacht", "id: nacht\u202ewacht", "U+202E"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES, ids=[f"{number}" for number in range(len(MISTAKES))])
def test_a_mistake_is_told_at_its_place(sources: Path, right: str, wrong: str, said: str) -> None:
    text = (sources / PATH).read_text("utf-8")
    assert text.count(right) >= 1
    (sources / PATH).write_text(text.replace(right, wrong, 1), "utf-8")
    found = findings(sources)
    assert any(said in one for one in found), found
    changed = text[: text.index(right)].count("\n") + 1
    lines = {int(one.split(":")[1]) for one in found if one.startswith(PATH)}
    # In the lines that were changed, at the row that holds them, or at the row that now lacks what they said.
    near = range(changed, changed + 1 + max(right.count("\n"), wrong.count("\n")) + 1)
    row = text[: text.index(right)].rfind("  - id:")
    rows = {text[:row].count("\n") + 1, text[: text.index("id: brievenbus")].count("\n") + 1, *(n for n, line in enumerate(text.split("\n"), 1) if "replaces:" in line or line.startswith("    active: 2022") or wrong in line)}
    assert lines & ({*near} | rows), (found, changed)


@pytest.mark.parametrize("content", ["", "# leeg\n", "- een\n- twee\n", "tekst", "sub_processors: nee\n", "\u0000", "a: b: c", "sub_processors: [1, null, [], {}]\n", "{" * 500])
def test_any_file_gets_a_finding_and_no_trace_back(sources: Path, content: str) -> None:
    (sources / PATH).write_text(content, "utf-8")
    found = findings(sources)
    assert found and all(one.startswith((PATH, "docs/voorbeeld")) for one in found)


def test_a_file_with_a_name_that_is_almost_right_is_told(sources: Path) -> None:
    (sources / PATH).rename(sources / "annexes/voorbeeld/subverwerkers.yaml")
    assert any("subverwerkers.yaml was not read | name it sub-verwerkers.yml" in one for one in findings(sources))


def test_an_empty_list_is_a_list(sources: Path) -> None:
    (sources / PATH).write_text("sub_processors: []\n", "utf-8")
    assert findings(sources) == []


def test_a_true_fault_of_the_past_can_be_accepted_with_a_reason(sources: Path) -> None:
    text = (sources / PATH).read_text("utf-8").replace("announced: 2022-02-15", "announced: 2022-03-15")
    allow = "\nallow:\n  - rule: late-announcement\n    at: brievenbus\n    reason: Postduif stopte onverwacht.\n"
    (sources / PATH).write_text(text + allow, "utf-8")
    assert findings(sources) == []
    (sources / PATH).write_text(text + allow.replace("brievenbus", "postduif"), "utf-8")
    assert sorted(one.split(": ")[1] for one in findings(sources)) == ["late-announcement", "unused-allow"]


def test_a_row_that_was_published_cannot_go(sources: Path) -> None:
    session = in_git(sources)
    session.write("rows.json", '{"sub_processors": [{"id": "nachtwacht"}, {"id": "weg"}]}')
    session.git("checkout", "--quiet", "--orphan", "gh-pages")
    session.write("voorbeeld/sub-verwerkers.json", (sources / "rows.json").read_text("utf-8"))
    session.git("add", "voorbeeld")
    session.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "site")
    session.git("checkout", "--quiet", "main")
    assert [one for one in findings(sources) if "'weg'" in one] == findings(sources) != []
    # Nor can the whole file.
    (sources / PATH).unlink()
    assert {"nachtwacht", "weg"} <= {one.split("a row '")[1].split("'")[0] for one in findings(sources) if "removed-sub-processor" in one}


def row(name: str, announced: date | None, active: date, ended: date | None = None, withdrawn: date | None = None) -> SubProcessor:
    return SubProcessor(name, name, "", {}, "", "", (), (), (), announced, active, ended, withdrawn, "", "", HERE)


def history(seed: int) -> list[SubProcessor]:
    """Rows with some 200 changes in eleven years, several on one day."""
    chance = random.Random(seed)
    found = []
    for number in range(90):
        start, middle, end = sorted(date(2018, 5, 25) + timedelta(days=day) for day in chance.sample(range(4000), 3))
        kind = chance.randrange(6)
        announced = None if kind == 0 else middle if kind == 1 else start
        ended = end if kind in (0, 2, 3) else None
        found.append(row(f"r{number}", announced, end if kind == 5 else middle, ended, middle if kind == 5 else None))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_the_events_give_the_state_of_every_day(seed: int) -> None:
    """Two readings of one history: by the rule for a day, and by what had happened up to that day."""
    listing = history(seed)
    happened = events(listing)
    assert len(happened) >= 150
    state: dict[str, str] = {}
    index = 0
    for number in range(4100):
        day = date(2018, 5, 20) + timedelta(days=number)
        while index < len(happened) and happened[index].day <= day:
            state[happened[index].row.id] = happened[index].state
            index += 1
        assert {one.id: found for one in listing if (found := state_on(one, day))} == state
    assert index == len(happened)


@pytest.mark.parametrize(
    ("day", "days", "months", "last"),
    [
        ("2026-11-16", 14, 0, "2026-11-30"),
        ("2024-01-31", 0, 1, "2024-02-29"),
        ("2023-12-31", 0, 2, "2024-02-29"),
        ("2024-02-29", 0, 12, "2025-02-28"),
        ("2024-12-20", 30, 0, "2025-01-19"),
    ],
)
def test_a_period_ends_on_a_day_of_the_calendar(day: str, days: int, months: int, last: str) -> None:
    assert Period(days, months, "", HERE).after(date.fromisoformat(day)) == date.fromisoformat(last)


def test_countries_are_those_of_iso_3166() -> None:
    assert sum(is_country(f"{a}{b}") for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 249
    assert not any(map(is_country, ("EU", "UK", "XK", "UN", "nl", "", "001", "NLD")))
    assert (country_name("NL"), country_name("CZ"), country_name("KR")) == ("Nederland", "Tsjechië", "Zuid-Korea")
    said = {"nl": "NL", "Nederland": "NL", "Netherlands": "NL", "NLD": "NL", "Nederlnd": "NL", "Holland": "NL", "UK": "GB", "VS": "US", "USA": "US", "EU": "", "": "", "Verweggistan": ""}
    assert {words: guess_country(words) for words in said} == said


def test_the_eea_and_adequacy_follow_the_calendar() -> None:
    day = date.fromisoformat
    assert all(in_area(code, day("2018-05-25"), None) for code in ("NL", "IS", "LI", "NO", "RE"))
    assert not any(in_area(code, day("2018-05-25"), None) for code in ("CH", "GB", "US", "GL", "AW"))
    assert in_area("GB", day("2018-05-25"), day("2020-12-31"))
    assert uncovered("GB", day("2018-05-25"), None) is None
    assert uncovered("US", day("2019-01-01"), None) == (day("2020-07-16"), day("2023-07-10"))
    assert uncovered("US", day("2019-01-01"), day("2020-07-16")) is None
    assert uncovered("US", day("2023-07-10"), None) is None
    assert uncovered("IN", day("2024-01-01"), None) == (day("2024-01-01"), None)
    found = decision_on("US", day("2024-01-01"))
    assert found and found.name == "(EU) 2023/1795" and decision_on("US", day("2021-01-01")) is None


SENTENCES = {
    "De lijst van sub-verwerkers staat op de website van Verwerker.": ["site"],
    "Voor de meest actuele lijst van subverwerkers wordt verwezen naar www.voorbeeld.example/privacy. Dit telt.": ["elsewhere"],
    "Verwerker verstrekt op verzoek een overzicht van de sub-verwerkers.": ["request"],
    "De Subverwerkers zijn opgenomen in een lijst in Bijlage 3.": ["annex"],
    "Verwerker houdt een actueel register bij van andere verwerkers.": ["list"],
    "Verwerker schakelt sub-verwerkers in. De lijst van maatregelen staat in bijlage 2.": [],
    "De lijst is lang.": [],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_where_a_sentence_says_that_the_list_is(sentence: str) -> None:
    assert [mention.where for mention in mentions(sentence)] == SENTENCES[sentence]


def test_the_address_of_a_list_ends_before_the_point() -> None:
    (mention,) = mentions("De lijst van subverwerkers staat op www.123meekijken.nl/privacybeleid. Kijk daar.")
    assert mention.address == "www.123meekijken.nl/privacybeleid"


@pytest.mark.parametrize(
    ("words", "days", "months", "found"),
    [
        ("binnen veertien dagen na", 14, 0, True),
        ("binnen 14 (veertien) kalenderdagen", 14, 0, True),
        ("binnen twee weken", 14, 0, True),
        ("ten minste dertig (30) dagen", 30, 0, True),
        ("een maand van tevoren", 0, 1, True),
        ("vijfenveertig dagen", 45, 0, True),
        ("tweeëndertig dagen", 32, 0, True),
        ("binnen dertig dagen", 14, 0, False),
        ("binnen vierentwintig uur", 24, 0, False),
        ("binnen 140 dagen", 14, 0, False),
    ],
)
def test_a_clause_promises_a_period(words: str, days: int, months: int, found: bool) -> None:
    assert promises(words, days, months) is found
