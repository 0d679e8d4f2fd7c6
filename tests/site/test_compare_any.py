"""Any two editions in the browser: choose, permalink, keys, backwards, bad addresses; the same rows as the build
makes."""

from __future__ import annotations

import gzip
import io
import json
import re
from itertools import product
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest
from access import SCREENS, faults
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader
from website import Visit, Website

from clausule.compare.history import make_history
from clausule.compare.redline import typeset_edits
from clausule.language.language import language_of
from clausule.pages.comparison.events import label_of, nature_of
from session import read_home

START = "/voorbeeld/vergelijken/"
ATTACKS = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "%00%ff",
    "__proto__",
    "../../../etc/passwd",
    "9" * 5000,
]


def ready(page: Page) -> Page:
    """What compares has come: it is fetched by an address that names two editions, else by opening the list."""
    if not urlsplit(page.url).query:
        page.locator(".by-list > summary").click()
    page.locator(".pick-two").wait_for(state="attached")
    return page


def test_the_browser_composes_the_same_rows_as_the_build(visit: Visit) -> None:
    history = make_history(read_home("voorbeeld").agreements[0])
    page = visit(START)
    rows = json.loads(
        page.evaluate(
            """async () => {
          const core = await import(new URL("/theme/comparison/core.js", location.href));
          const data = core.unpack(await (await fetch("gegevens.json")).json());
          const all = [...data.editions.keys()];
          return JSON.stringify(all.map((old) => all.map((now) => core.between(data, old, now).map(({ top, rows }) =>
          [top, rows.map((row) =>
            [row.kind, row.lineage, row.was.map((one) => one.id), row.is.map((one) => one.id), row.edits, row.moved,
            row.renumbered,
              core.nature(data, row, old, now), core.label(data, row)])]))));
        }"""
        )
    )
    numbers = range(len(history.editions))
    for old, new in product(numbers, numbers):
        made = [
            [
                top,
                [
                    [
                        row.kind,
                        row.lineage,
                        [unit.id for unit in row.all_old],
                        [unit.id for unit in row.all_new],
                        [list(edit) for edit in typeset_edits(language_of("nl"), row.redline)],
                        row.moved and not row.renumbered,
                        row.renumbered,
                        nature_of(history, row),
                        label_of(language_of("nl"), row),
                    ]
                    for row in shown
                ],
            ]
            for top, shown in history.between(old, new)
        ]
        assert rows[old][new] == made, (old, new)


def test_the_page_says_the_same_as_the_one_without_script(visit: Visit) -> None:
    for pair in ("1.2...2.0", "2.1...3.0", "1.0...2.1"):
        plain = visit(f"{START}{pair}/", scripts=False)
        old, new = pair.split("...")
        page = ready(visit(f"{START}?van={old}&naar={new}"))
        for part in (".changes", ".overview", ".tally"):
            texts = ["".join((one.locator(part).first.text_content() or "").split()) for one in (page, plain)]
            assert texts[0] == texts[1] != "", part


def test_choosing_puts_the_pair_in_the_address_and_back_goes_back(visit: Visit) -> None:
    page = ready(visit(START))
    page.get_by_role("combobox", name="Van").focus()
    page.get_by_role("combobox", name="Van").select_option("1.2 (01-03-2021)")
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 1.2 (01-03-2021) naar 2.1 (01-01-2026)")
    assert page.url.endswith("?van=1.2&naar=2.1")
    expect(page.get_by_role("combobox", name="Van")).to_be_focused()
    page.get_by_role("button", name="Omwisselen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 2.1 (01-01-2026) naar 1.2 (01-03-2021)")
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat is er gewijzigd?")
    expect(page.get_by_role("table", name="In één oogopslag")).to_be_visible()


def test_paper_tells_the_two_editions_also_where_the_site_tells_late_what_they_are(visit: Visit) -> None:
    page, held = visit(START), list[Route]()
    page.route("**/status.json", lambda route: held.append(route))
    page.goto(f"{page.url}?van=2.0&naar=2.1")
    expect(ready(page).get_by_role("heading", level=1)).to_have_text("Van 2.0 (01-07-2023) naar 2.1 (01-01-2026)")
    told = page.locator("paper-facts .of-edition dd")
    assert len(held) == 1 and told.count() == 0
    held[0].continue_()
    expect(told).to_have_count(6)
    assert "Nieuwste versie" in told.all_text_contents()[4]


def test_how_it_is_shown_stands_in_the_address_the_title_and_on_paper(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=1.2&naar=2.1"))
    page.get_by_role("button", name="Naast elkaar").click()
    page.get_by_role("button", name="Hele tekst").click()
    assert page.url.endswith("?van=1.2&naar=2.1&toon=volledig%2Cnaast-elkaar")
    expect(page).to_have_title(re.compile(r"^Van 1\.2 .* naar 2\.1 \(01-01-2026\) · Hele tekst · Naast elkaar · "))
    page.get_by_role("combobox", name="Van").select_option("2.0 (01-07-2023)")
    assert page.url.endswith("?van=2.0&naar=2.1&toon=volledig%2Cnaast-elkaar")
    page.reload()
    heads = ready(page).locator(".heads").first.locator("p")
    assert heads.all_inner_texts() == ["2.0 (01-07-2023)", "2.1 (01-01-2026)"]
    sides = page.locator('[id="artikel-1.1"] .side')  # also what did not change
    assert sides.count() == 2 and len({side.strip() for side in sides.all_inner_texts()}) <= 2
    expect(page.locator("html[data-hash]")).to_be_attached()  # which the site told
    paper = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
    first = "".join(paper.split())
    assert "HeletekstNaastelkaar" in first.replace("·", "") and "toon=volledig%2Cnaast-elkaar" in first
    hashes = [
        json.loads(urlopen(page.url.split("vergelijken")[0] + f"{version}/overeenkomst.json").read())["sha256"]
        for version in ("2.0", "2.1")
    ]
    assert all(digits in first for digits in hashes) and "2.1(01-01-2026):Nieuwsteversie" in first
    page.get_by_role("button", name="Hele tekst").click()
    page.get_by_role("button", name="Naast elkaar").click()
    assert page.url.endswith("?van=2.0&naar=2.1")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "?van=2.0&naar=2.1&toon=%",
            "kan niet als “%” worden getoond. Wel als: Hele tekst, Naast elkaar, Alleen inhoudelijk.",
        ),
        ("?van=2.0&naar=2.1&toon=volledig,<b>", "kan niet als “<b>” worden getoond."),
        ("?van=2.0&naar=2.1#artikel-99.9", "“artikel-99.9” staat in geen van deze versies. Kies een onderdeel"),
        ("?van=2.0&naar=%", "Versie “%” staat hier niet. Kies uit de versies"),
        ("geschiedenis/?lid=%", "“%” staat in geen enkele versie. Kies hieronder"),
    ],
)
def test_what_an_address_cannot_mean_is_said_with_the_choices(visit: Visit, address: str, said: str) -> None:
    page = visit(START + address)
    expect(page.locator("main [role=status]").filter(has_text=said).first).to_be_visible()


def test_an_english_comparison_has_english_words_in_its_address(visit: Visit) -> None:
    page = visit("/example/compare/?from=2.0&to=2.1&show=side-by-side")
    expect(page.get_by_role("heading", level=1)).to_have_text("From 2.0 (1 July 2023) to 2.1 (1 January 2026)")
    expect(page.get_by_role("button", name="Side by side")).to_have_attribute("aria-pressed", "true")


def test_a_permalink_opens_at_its_clause_also_when_it_did_not_change(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=1.2&naar=2.0#artikel-8.3"))
    expect(page.locator('[id="artikel-8.3"]')).to_be_in_viewport()
    expect(page.locator('[id="artikel-8.3"]')).to_contain_text("gesplitst in 8.3 en 8.4")
    assert page.locator('[id="artikel-8.3"]').evaluate("element => element.matches(':target')")
    page.locator('[id="artikel-8.5"] .n').click()
    assert page.url.endswith("?van=1.2&naar=2.0#artikel-8.5")
    page = ready(visit(f"{START}?van=2.0&naar=2.1#artikel-2.1"))
    expect(page.locator('[id="artikel-2.1"]')).to_be_in_viewport()
    expect(page.get_by_role("button", name="Hele tekst")).to_have_attribute("aria-pressed", "true")


def test_from_an_edition_to_its_comparison(visit: Visit) -> None:
    page = visit("/voorbeeld/1.1/artikel-8/")
    page.get_by_role("link", name="Vergelijk met een andere versie").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 1.1 (01-09-2019) naar 2.1 (01-01-2026)")
    page.goto("/voorbeeld/3.0/")
    page.get_by_role("link", name="Vergelijk met een andere versie").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 2.1 (01-01-2026) naar 3.0 (01-07-2027)")
    page.goto("/123meekijken/ongedateerd/")
    expect(page.get_by_role("link", name="Vergelijk met een andere versie")).to_have_count(0)


def test_backwards_what_came_goes(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=2.1&naar=2.0"))
    expect(page.locator('[id="was-artikel-10.2"] del')).to_contain_text("Verwerker wacht met melden niet")
    expect(page.locator('[id="artikel-10.1"] ins')).to_contain_text("48")
    expect(page.locator(".why")).to_have_count(0)


def test_by_keyboard_from_change_to_change(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=2.0&naar=2.1"))
    changes = page.locator(".changes .clause")
    for key, index in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(changes.nth(index)).to_have_class(re.compile(r"\bhere\b"))
        expect(changes.nth(index).locator(".n")).to_be_focused()
    page.get_by_role("button", name="Volgende wijziging").click()
    expect(changes.nth(2)).to_be_in_viewport()
    page.get_by_role("combobox", name="Van").focus()
    page.keyboard.press("j")
    expect(changes.nth(2)).to_have_class(re.compile(r"\bhere\b"))
    # Where keys are switched off they do nothing: a button pressed after tells that this key is past.
    page.evaluate("localStorage.setItem('search-key', 'off')")
    changes.nth(2).locator(".n").focus()
    page.keyboard.press("k")
    page.get_by_role("button", name="Volgende wijziging").click()
    expect(changes.nth(3)).to_have_class(re.compile(r"\bhere\b"))


def test_the_steps_work_on_a_page_of_its_own_too(visit: Visit) -> None:
    page = visit(f"{START}2.0...2.1/")
    page.get_by_role("button", name="Volgende wijziging").click()
    expect(page.locator(".changes .clause").first.locator(".n")).to_be_focused()


def test_whole_text_and_side_by_side(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=2.0&naar=2.1"))
    assert page.locator(".changes .clause.same").count() == 0
    page.get_by_role("button", name="Hele tekst").click()
    assert page.locator(".changes .clause.same").count() > 200
    page.get_by_role("button", name="Hele tekst").click()
    page.get_by_role("button", name="Naast elkaar").click()
    old, new = page.locator('[id="artikel-10.1"] .side').all()
    assert old.locator("ins").count() == 0 and new.locator("del").count() == 0
    left, right = old.bounding_box(), new.bounding_box()
    assert left and right and left["x"] + left["width"] <= right["x"] and left["y"] == right["y"]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("key", ["van", "naar", "#"])
def test_an_unknown_edition_gets_a_sentence_and_the_choices(visit: Visit, attack: str, key: str) -> None:
    address = f"{START}?van=2.0&naar=2.1#{quote(attack)}" if key == "#" else f"{START}?{key}={quote(attack)}"
    page = ready(visit(address))
    if key == "#":
        expect(page.locator(".tally")).to_contain_text("onderdelen gewijzigd")
    else:
        expect(page.locator(".tally")).to_contain_text("staat hier niet. Kies uit de versies die er zijn.")
        expect(page.get_by_role("table", name="In één oogopslag")).to_be_visible()
    assert page.locator("main img, main script, main iframe").count() == 0


def test_twice_the_same_and_data_that_cannot_be_read(visit: Visit) -> None:
    page = ready(visit(f"{START}?van=2.0&naar=2.0"))
    expect(page.locator(".tally")).to_have_text("U koos twee keer dezelfde versie. Kies een andere om te vergelijken.")
    page.route("**/gegevens.json", lambda route: route.fulfill(body="<html>"))
    page.goto(START)
    page.locator(".by-list > summary").click()
    expect(page.get_by_role("status").first).to_contain_text("zijn nu niet te lezen")
    expect(page.get_by_role("link", name="Van 2.0 (01-07-2023) naar 2.1").first).to_be_visible()


# In the whole text a clause that stayed the same is as any other.
REPEATED = ".clause.same ~ .clause.same"


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing(visit: Visit, width: int, scheme: str) -> None:
    page = ready(visit(f"{START}?van=onbekend", width=width, scheme=scheme))
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{START}?van=1.2&naar=2.0")
    ready(page)
    for press in ("", "Hele tekst", "Naast elkaar"):
        button = page.get_by_role("button", name=press) if press else None
        if button and button.is_visible():
            button.click()
        assert (press, faults(page, without=REPEATED)) == (press, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_data_is_small(website: Website) -> None:
    data = (website.folder / "voorbeeld/vergelijken/gegevens.json").read_bytes()
    assert len(gzip.compress(data, mtime=0)) < 40_000


def test_two_handles_over_the_editions_say_at_once_how_much_differs(visit: Visit) -> None:
    page = visit(START)
    older, newer = page.get_by_role("slider", name="Van"), page.get_by_role("slider", name="Naar")
    expect(older).to_have_attribute("aria-valuetext", "2.0 (01-07-2023)")
    expect(newer).to_have_attribute("aria-valuetext", "2.1 (01-01-2026)")
    told = page.locator("edition-track [role=status]")
    # The texts of all editions are not fetched before somebody asks.
    assert page.locator(".pick-two").count() == 0
    expect(told).to_contain_text("5 wijzigingen zijn inhoudelijk, 3 redactioneel.")
    older.focus()
    page.keyboard.press("ArrowLeft")
    expect(told).to_contain_text("15 wijzigingen zijn inhoudelijk, 18 redactioneel.")
    expect(told).to_contain_text("Van 1.2 (01-03-2021) naar 2.1 (01-01-2026)")
    newer.fill("2")
    expect(told).to_contain_text("twee keer dezelfde versie")
    expect(page.get_by_role("link", name="Toon de wijzigingen")).to_be_hidden()
    newer.fill("3")
    page.get_by_role("link", name="Toon de wijzigingen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 1.2 (01-03-2021) naar 2.0 (01-07-2023)")
    assert page.url.endswith("?van=1.2&naar=2.0")
    page.go_back()
    expect(older).to_be_visible()


def test_without_script_the_start_leads_to_what_each_edition_changed(visit: Visit) -> None:
    page = visit(START, scripts=False)
    expect(page.locator(".difference")).to_contain_text("5 wijzigingen zijn inhoudelijk, 3 redactioneel.")
    page.get_by_role("link", name="1.2 01-03-2021").click()
    assert page.url.endswith("/voorbeeld/vergelijken/1.1...1.2/")
