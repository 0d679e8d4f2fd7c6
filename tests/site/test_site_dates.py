"""A lawyer asks which edition applied on a day; and the timeline of an agreement."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from access import SCREENS, faults
from playwright.sync_api import Page
from website import Visit, Website

PAGE = "/voorbeeld/op/"


def answer(page: Page) -> str:
    return page.locator("date-lookup [role=status]").inner_text()


@pytest.mark.parametrize(
    ("day", "said", "edition"),
    [
        ("2019-03-01", "Op 1 maart 2019 gold versie 1.0 (25-05-2018).", "1.0"),
        ("01-03-2019", "Op 1 maart 2019 gold versie 1.0 (25-05-2018).", "1.0"),
        ("2019-08-31", "Op 31 augustus 2019 gold versie 1.0 (25-05-2018).", "1.0"),
        (
            "2019-09-01",
            "Versie 1.1 (01-09-2019) ging die dag in; tot en met de dag ervoor gold versie 1.0 (25-05-2018).",
            "1.1",
        ),
        ("2018-05-25", "Versie 1.0 (25-05-2018) ging die dag in; daarvoor was er geen versie.", "1.0"),
        ("2018-05-24", "Op 24 mei 2018 gold nog geen versie. De eerste is versie 1.0 (25-05-2018).", "1.0"),
        ("2099-12-31", "Voor zover nu bekend geldt op 31 december 2099 versie 3.0 (01-07-2027).", "3.0"),
    ],
)
def test_the_edition_of_a_day(visit: Visit, day: str, said: str, edition: str) -> None:
    page = visit(f"{PAGE}?datum={day}")
    page.locator("date-lookup .go").wait_for()
    assert said in answer(page)
    page.locator("date-lookup .go").click()
    page.wait_for_url(f"**/voorbeeld/{edition}/")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "morgen",
        "2019-02-30",
        "0000-00-00",
        "2019-13-01",
        "99999-01-01",
        "<img src=x onerror=alert(1)>",
        '"><script>alert(1)</script>',
        "javascript:alert(1)",
        "2019-03-01<b>",
        "\u0000",
        "constructor",
    ],
)
def test_what_is_no_day_gets_a_sentence_and_the_choices(visit: Visit, written: str) -> None:
    page = visit(f"{PAGE}?datum={quote(written)}")
    page.locator("date-lookup input").wait_for()
    assert "geen dag die bestaat" in answer(page)
    assert page.locator("date-lookup").evaluate("e => e.querySelectorAll('img, script, b').length") == 0
    assert page.locator("tr[data-from] a").count() == 6


def test_without_a_question_it_answers_for_today(visit: Visit) -> None:
    page = visit(PAGE)
    page.locator("date-lookup .go").wait_for()
    assert answer(page).startswith("Vandaag, ") or "ging die dag in" in answer(page)


def test_a_day_is_chosen_by_keyboard_and_has_an_address(visit: Visit) -> None:
    page = visit(f"{PAGE}?datum=2019-03-01")
    field = page.get_by_label("Datum")
    field.fill("2021-03-01")
    assert "Versie 1.2 (01-03-2021) ging die dag in" in answer(page)
    assert page.url.endswith("?datum=2021-03-01")
    assert (
        page.locator("tr[data-chosen]").inner_text().startswith("1.2 (01-03-2021)")
        or "1.2" in page.locator("tr[data-chosen]").inner_text()
    )


def test_a_reader_in_tokyo_reads_the_day_of_the_netherlands(visit: Visit) -> None:
    page = visit(f"{PAGE}?datum=2019-09-01", timezone_id="Asia/Tokyo")
    assert "Op 1 september 2019 gold versie 1.1" in answer(page)


def test_it_is_complete_without_script(visit: Visit) -> None:
    page = visit(PAGE, scripts=False)
    rows = [row.inner_text().split() for row in page.locator("tr[data-from]").all()]
    assert len(rows) == 6 and "25-05-2018" in rows[0] and "01-09-2019" in rows[0]
    assert "geen einddatum" in page.locator("tr[data-from]").last.inner_text()


def test_an_agreement_without_dates_says_so(visit: Visit) -> None:
    page = visit("/123meekijken/op/")
    assert "noemt geen versie een datum" in page.locator("main").inner_text()
    assert page.locator("date-lookup").count() == 0


def test_the_timeline_leads_to_each_edition_and_marks_the_one_in_force(website: Website, visit: Visit) -> None:
    page = visit("/voorbeeld/", scripts=False)
    shown = page.locator(".time a")
    assert shown.count() == 6
    told = [link.get_attribute("aria-label") or "" for link in shown.all()]
    assert told[4].startswith("2.1 (01-01-2026): Nieuwste versie") and "vanaf 1 juli 2027" in told[5]
    assert page.locator(".time .is text").text_content() == "2.1"
    shown.nth(2).click()
    assert page.url.endswith("/voorbeeld/1.2/")
    assert 'class="time"' not in website.html("123meekijken/")


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_is_accessible_and_fits_a_phone(visit: Visit, scheme: str, width: int) -> None:
    page = visit("/", scheme=scheme, width=width)
    for path in (f"{PAGE}?datum=2019-09-01", "/voorbeeld/"):
        page.goto(path)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
