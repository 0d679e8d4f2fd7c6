"""Choosing editions by day, and what the page says of definitions, measures, tables and texts without a word in
common."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, expect
from website import Visit, Website

from clausule.compare.history import make_history
from clausule.compare.nature import note_of
from clausule.compare.redline import typeset_edits
from clausule.language.language import language_of
from clausule.language.nl.typography import typeset
from clausule.pages.comparison.body import pair_page
from clausule.pages.comparison.redline import redline_lines
from clausule.pages.kit.sheet import staged
from clausule.pages.kit.staging import CONFIG, Fixed, root_config
from clausule.read.settings import Settings
from clausule.site import build, look_of
from editions import agreement, edition

BASE = "https://x.example/"

START = "/voorbeeld/vergelijken/"


def ready(page: Page) -> Page:
    """What compares has come: it is fetched by an address that names two editions, else by opening the list."""
    if not urlsplit(page.url).query:
        page.locator(".by-list > summary").click()
    page.locator(".pick-two").wait_for(state="attached")
    return page


def title(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_two_days_choose_two_editions(visit: Visit) -> None:
    page = ready(visit(START))
    page.get_by_label("Van op datum").fill("2019-08-31")
    title(page, "Van 1.0 (25-05-2018) naar 2.1 (01-01-2026)")
    expect(page.get_by_role("status")).to_contain_text("Op 31 augustus 2019 gold versie 1.0 (25-05-2018).")
    assert page.url.endswith("?van=2019-08-31&naar=2.1")
    expect(page.get_by_label("Van op datum")).to_be_focused()
    page.get_by_label("Naar op datum").fill("2023-07-01")
    title(page, "Van 1.0 (25-05-2018) naar 2.0 (01-07-2023)")
    expect(page.get_by_role("status")).to_contain_text(
        "ging die dag in; tot en met de dag ervoor gold versie 1.2 (01-03-2021)."
    )
    # A choice from the list takes the place of the day.
    page.get_by_role("combobox", name="Naar").select_option("1.1 (01-09-2019)")
    expect(page.get_by_label("Naar op datum")).to_have_value("")
    assert page.url.endswith("?van=1.0&naar=1.1")


def test_a_day_is_typed_digit_by_digit_without_nonsense_between(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=1.0&naar=1.1"))
    page.get_by_label("Naar op datum").focus()
    page.evaluate(
        "() => { window.asked = []; const push = history.pushState; history.pushState = function (...all) { "
        "window.asked.push(all[2]); return push.apply(this, all); }; }"
    )
    page.keyboard.type("03012021")  # this Chromium speaks English: month, day, year
    title(page, "Van 1.0 (25-05-2018) naar 1.2 (01-03-2021)")
    assert all("2021-0" in address for address in page.evaluate("window.asked"))


DAYS = [
    ("2018-05-24", "Van 1.0 (25-05-2018) naar 2.1 (01-01-2026)", "gold nog geen versie. De eerste is versie 1.0"),
    ("2018-05-25", "Van 1.0 (25-05-2018) naar 2.1 (01-01-2026)", "ging die dag in; daarvoor was er geen versie."),
    (
        "2099-01-01",
        "Van 3.0 (01-07-2027) naar 2.1 (01-01-2026)",
        "Voor zover nu bekend geldt op 1 januari 2099 versie 3.0",
    ),
    ("31-8-2019", "Van 1.0 (25-05-2018) naar 2.1 (01-01-2026)", "Op 31 augustus 2019 gold versie 1.0"),
]


def test_a_day_in_the_address(visit: Visit) -> None:
    page = visit(START)
    for day, heading, said in DAYS:
        page.goto(f"{START}?van={day}")
        title(page, heading)
        expect(page.get_by_role("status")).to_contain_text(said)


ATTACKS = [
    "2019-02-30",
    "\u202e1.2",
    "1.2\u0000",
    "ⅰ.0",
    "hasOwnProperty",
    "toString",
    "<svg/onload=alert(1)>",
    "x" * 9000,
]


@pytest.mark.parametrize("key", ["van", "naar"])
def test_what_is_no_edition_gets_a_sentence_and_the_choices(visit: Visit, key: str) -> None:
    page = visit(START)
    for attack in ATTACKS:
        page.goto(f"{START}?{key}={quote(attack)}")
        said = ready(page).locator(".tally").text_content() or ""
        assert "staat hier niet. Kies uit de versies die er zijn." in said, attack
        assert "\u202e" not in said and len(said) < 200
        expect(page.get_by_role("link", name="Van 2.0 (01-07-2023) naar 2.1").first).to_be_visible()
        assert page.locator("main svg, main img, main script").count() == 0, attack


def test_a_day_that_nobody_can_answer_leaves_the_page_as_it_is(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=1.0&naar=1.1"))
    for nonsense in ("", "0002-03-01", "1899-12-31"):
        page.get_by_label("Van op datum").fill(nonsense)
    title(page, "Van 1.0 (25-05-2018) naar 1.1 (01-09-2019)")


@pytest.mark.parametrize(
    "answer", [{"body": "{"}, {"body": "{}"}, {"body": "null"}], ids=["cut off", "no data", "nothing"]
)
def test_data_that_cannot_be_read_leaves_the_list(visit: Visit, answer: dict[str, object]) -> None:
    page = visit("/voorbeeld/")
    page.route("**/gegevens.json", lambda route: route.fulfill(**answer))  # type: ignore[arg-type]
    page.goto(f"{START}?van=1.0&naar=2.0#artikel-1.1")
    expect(page.get_by_role("status").first).to_contain_text("zijn nu niet te lezen")
    expect(page.get_by_role("link", name="Van 2.0 (01-07-2023) naar 2.1").first).to_be_visible()


def test_a_changed_definition_names_what_uses_it(visit: Visit) -> None:
    for scripts, address in ((False, f"{START}1.2...2.0/"), (True, f"{START}?van=1.2&naar=2.0")):
        page = visit(address, scripts=scripts)
        changed = page.locator('[id="begrip-medewerker"]')
        expect(changed).to_contain_text("Gebruikt dit begrip, woorden gelijk: 6.2, bijlage 2, onderdeel B")
        expect(changed).to_contain_text("Gebruikt dit begrip, zelf ook gewijzigd: 6.3")
        changed.get_by_role("link", name="6.2").click()
        assert page.url.endswith("/voorbeeld/2.0/artikel-6/#artikel-6.2")


def test_a_measure_is_added_or_withdrawn_and_the_protection_became_less(visit: Visit) -> None:
    for scripts, address in ((False, f"{START}1.2...2.0/"), (True, f"{START}?van=1.2&naar=2.0")):
        withdrawn = visit(address, scripts=scripts).locator('[id="was-bijlage-2-d-5"]')
        expect(withdrawn.locator(".kind")).to_have_text("ingetrokken")
        expect(withdrawn).to_contain_text(
            "Deze maatregel is ingetrokken: op dit punt is de bescherming minder geworden."
        )
        expect(withdrawn.locator(".nature")).to_have_text("inhoudelijk")
    page = visit(f"{START}1.1...1.2/", scripts=False)
    expect(page.locator(".new .kind", has_text="toegevoegd").first).to_be_visible()
    # Looked at backwards nothing was withdrawn.
    back = ready(visit(f"{START}?van=1.2&naar=1.1"))
    expect(back.locator(".gone .kind").first).to_have_text("vervallen")
    expect(back.locator(".weaker")).to_have_count(0)


def test_the_row_of_a_table_is_shown_as_cells(visit: Visit, website: Website) -> None:
    assert "\t" in json.loads((website.folder / "voorbeeld/vergelijken/gegevens.json").read_text("utf-8"))[
        "lineages"
    ].__repr__().replace("\\t", "\t")
    texts = []
    for scripts, address in ((False, f"{START}1.2...2.0/"), (True, f"{START}?van=1.2&naar=2.0")):
        page = visit(address, scripts=scripts)
        cells = page.locator(".cells").first.locator(".cell")
        expect(cells).to_have_count(5)
        expect(cells.last.locator("del")).to_contain_text("twee")
        texts.append(page.locator(".cells").first.text_content())
    assert texts[0] == texts[1] and "volgende cel" in (texts[0] or "")


def test_quotes_look_as_they_do_in_the_agreement() -> None:
    assert (
        typeset("\"Verwerker\" ('de partij'), zo'n, 's nachts en \"'dubbel'\"")
        == "“Verwerker” (‘de partij’), zo’n, ’s nachts en “‘dubbel’”"
    )
    edits = [("=", 'hij "'), ("-", "oud"), ("+", "nieuw"), ("=", '" en "zo"')]
    shown = typeset_edits(language_of("nl"), edits)
    assert "".join(text for _, text in shown) == "hij “oudnieuw” en “zo”"
    assert [(op, len(text)) for op, text in shown] == [(op, len(text)) for op, text in edits]
    assert redline_lines(language_of("nl"), [("=", 'een "woord"')]) == ["een “woord”"]


LONG = "De verwerker beveiligt alle persoonsgegevens met passende maatregelen en meldt ieder lek binnen een dag. " * 20
OTHER = (
    "Bovenstaande afspraken gelden niet wanneer kopers huren leveranciers betalen facturen buiten kantooruren. " * 20
)


@pytest.mark.parametrize(
    ("old", "new", "code", "sentence"),
    [
        ((LONG,), (OTHER,), "nothing-in-common", "De twee teksten hebben niets gemeen."),
        ((LONG,), (), "new-empty", "De nieuwe tekst is leeg."),
        ((), (LONG,), "old-empty", "De oude tekst is leeg."),
        (
            (LONG * 3, "Dit lid blijft staan zoals het stond."),
            ("Dit lid blijft staan zoals het stond.",),
            "collapsed",
            "bijna niets over",
        ),
    ],
    ids=["nothing in common", "emptied", "was empty", "collapsed"],
)
def test_a_comparison_that_says_little_says_so(
    visit: Visit, old: tuple[str, ...], new: tuple[str, ...], code: str, sentence: str
) -> None:
    both = agreement(edition("1", [*old]), edition("2", [*new]))
    history = make_history(both)
    groups = history.between(0, 1)
    assert note_of(groups) == code
    page = pair_page(both, history, 0, 1)
    data: Any = page.drawn.data if isinstance(page.drawn, Fixed) else {}
    assert sentence in data["tally"]
    # No wall of red: both texts are a link away.
    assert data["hopeless"] and not data["groups"]
    assert [one["address"] for one in data["editions"]] == ["../../1/", "../../2/"]
    rows = [{"edits": [list(edit) for edit in row.redline]} for _, shown in groups for row in shown]
    script = (
        "async (rows) => { const core = await import(new URL('/theme/comparison/core.js', location.href)); const "
        "data = await (await fetch('gegevens.json')).json(); return core.note(data, rows); }"
    )
    assert visit(START).evaluate(script, rows) == code


def test_an_edition_without_dates_cannot_be_chosen_by_day(visit: Visit) -> None:
    page = visit("/voorbeeld/")
    page.route(
        "**/gegevens.json",
        lambda route: route.fulfill(
            body=re.sub(r'"(?:from|until)":"\d[^"]*",?', "", route.fetch().text()).replace(",}", "}")
        ),
    )
    page.goto(START)
    ready(page)
    expect(page.get_by_label("Van op datum")).to_have_count(0)


def test_the_new_pages_hold_only_their_own_two_editions(tmp_path: Path) -> None:
    both = agreement(edition("1", [LONG]), edition("2", [LONG]))
    unchanged = pair_page(both, make_history(both), 0, 1)
    stage = {CONFIG: root_config(language_of(both.language)), **staged(unchanged, BASE, both)}
    build(stage, tmp_path / "out", look=look_of(tmp_path, Settings()), site_url=BASE)
    (page,) = (tmp_path / "out").glob("*/vergelijken/*/index.html")
    assert "verschilt geen woord" in page.read_text("utf-8")
    assert pair_page(both, make_history(replace(both)), 0, 1) == unchanged
