"""The clock: hours are counted, whatever the clock on the wall does; and what a reader sees of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from forms import MICKCOM, VOORBEELD
from playwright.sync_api import Page, expect
from website import Visit

HERE = ZoneInfo("Europe/Amsterdam")
CORE = """async ([name, ...values]) => {
  const core = await import(new URL("/theme/forms/clock-core.js", location.href)); return core[name](...values);
}"""
WORDS = {
    "summer": "zomertijd",
    "winter": "wintertijd",
    "day": "dag",
    "days": "dagen",
    "hour": "uur",
    "minute": "minuut",
    "minutes": "minuten",
    "less": "kort",
    "and": "en",
}


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _expected(wall: str) -> list[int]:
    """The instants of a wall time, by the zone database of Python."""
    naive = datetime.fromisoformat(wall)
    found = {_milliseconds(naive.replace(tzinfo=HERE, fold=fold)) for fold in (0, 1)}
    return sorted(one for one in found if datetime.fromtimestamp(one / 1000, HERE).replace(tzinfo=None) == naive)


def test_a_wall_time_is_the_instant_that_it_is_in_the_netherlands(visit: Visit) -> None:
    page = visit("/123meekijken/ongedateerd/datalek/", timezone_id="America/Los_Angeles")
    walls = [
        "2026-11-23T09:14", "2026-07-01T00:00", "2000-02-29T23:59",
        *(f"2026-03-29T{hour:02}:{minute:02}" for hour in range(4) for minute in (0, 30, 59)),
        *(f"2027-10-31T{hour:02}:{minute:02}" for hour in range(5) for minute in (0, 1, 30, 59)),
        *(f"2026-10-25T{hour:02}:30" for hour in range(5)),
    ]  # fmt: skip
    for wall in walls:
        assert page.evaluate(CORE, ["instants", wall]) == _expected(wall), wall
    counts = {len(_expected(wall)) for wall in walls}
    assert counts == {0, 1, 2}
    for words in ("", "gisteren", "2026-13-01T00:00", "2026-11-23", "99999-01-01T00:00"):
        assert page.evaluate(CORE, ["instants", words]) in (None, []), words


def test_hours_are_counted_through_both_changes_of_the_clock(visit: Visit) -> None:
    page = visit("/123meekijken/ongedateerd/datalek/", timezone_id="Asia/Tokyo")
    begin = datetime(2026, 3, 26, tzinfo=UTC)
    for number in range(0, 24 * 4 * 4, 7):
        for start in (begin + timedelta(minutes=15 * number), begin + timedelta(days=210, minutes=15 * number)):
            for hours in (2, 24, 48, 72):
                until = page.evaluate(CORE, ["later", _milliseconds(start), hours])
                assert until == _milliseconds(start + timedelta(hours=hours))
            local = (start + timedelta(hours=48)).astimezone(HERE)
            stamp = page.evaluate(CORE, ["stamp", _milliseconds(local)])
            assert datetime.fromisoformat(stamp).timestamp() == local.timestamp() and stamp.endswith(
                local.strftime("%z")[:3] + ":00"
            )


@pytest.mark.parametrize(
    ("wall", "second", "own", "avg", "note"),
    [
        (
            "2026-03-28T20:15",
            False,
            "zaterdag 28 maart 2026 om 22:15 uur",
            "dinsdag 31 maart 2026 om 21:15 uur",
            "uur vooruit",
        ),
        (
            "2026-03-29T01:30",
            False,
            "zondag 29 maart 2026 om 04:30 uur",
            "woensdag 1 april 2026 om 02:30 uur",
            "uur vooruit",
        ),
        (
            "2026-10-25T01:30",
            False,
            "zondag 25 oktober 2026 om 02:30 uur (wintertijd)",
            "woensdag 28 oktober 2026 om 00:30 uur",
            "uur terug",
        ),
        (
            "2026-10-25T02:30",
            False,
            "zondag 25 oktober 2026 om 03:30 uur",
            "woensdag 28 oktober 2026 om 01:30 uur",
            "uur terug",
        ),
        ("2026-10-25T02:30", True, "zondag 25 oktober 2026 om 04:30 uur", "woensdag 28 oktober 2026 om 02:30 uur", ""),
        (
            "2026-11-23T09:14",
            False,
            "maandag 23 november 2026 om 11:14 uur",
            "donderdag 26 november 2026 om 09:14 uur",
            "",
        ),
    ],
)
def test_what_the_clock_of_mickcom_says(visit: Visit, wall: str, second: bool, own: str, avg: str, note: str) -> None:
    page = visit(MICKCOM, timezone_id="Pacific/Auckland")
    page.get_by_label("Wanneer is het ontdekt?").fill(wall)
    if second:
        page.get_by_label("de tweede keer (wintertijd)").first.press("Space")
    terms = page.locator("breach-clock .term")
    expect(terms.nth(0).locator(".until")).to_have_text(f"Uiterlijk {own}")
    expect(terms.nth(1).locator(".until")).to_have_text(f"Uiterlijk {avg}")
    expect(page.locator("breach-clock .shift")).to_contain_text(note) if note else expect(
        page.locator("breach-clock .shift")
    ).to_be_empty()


def test_a_time_that_did_not_exist_is_told(visit: Visit) -> None:
    page = visit(MICKCOM)
    page.get_by_label("Wanneer is het ontdekt?").fill("2026-03-29T02:30")
    expect(page.locator("#klok-discovered-fout")).to_contain_text("van 02:00 naar 03:00")
    expect(page.locator("breach-clock .term .until").first).to_have_text("Vul in wanneer het is ontdekt.")


def _at(page: Page, moment: str) -> None:
    """The form, opened a minute before ``moment``; then the clock of the machine stands still at it."""
    page.clock.install(time=datetime.fromisoformat(moment) - timedelta(minutes=1))
    page.goto(MICKCOM)
    page.clock.pause_at(datetime.fromisoformat(moment))


def test_it_counts_down_and_says_when_the_term_has_passed(visit: Visit) -> None:
    page = visit("/", kept=False)
    _at(page, "2026-11-23T09:14:00+01:00")
    page.get_by_role("button", name="Nu", exact=True).press("Enter")
    expect(page.get_by_label("Wanneer is het ontdekt?")).to_have_value("2026-11-23T09:14")
    left = page.locator("breach-clock .term .left").first
    expect(left).to_have_text("nog 2 uur")
    page.clock.run_for("30:00")
    expect(left).to_have_text("nog 1 uur en 30 minuten")
    page.clock.run_for("01:45:00")
    expect(left).to_have_text("15 minuten geleden verstreken")
    expect(page.locator("breach-clock .term.past")).to_have_count(1)


def test_now_fills_in_the_clock_and_the_annex_from_either_place(visit: Visit) -> None:
    page = visit("/", kept=False)
    _at(page, "2026-11-23T09:14:00+01:00")
    asked = page.get_by_role("textbox", name="Wanneer is het beveiligingsincident ontdekt?")
    clock = page.get_by_label("Wanneer is het ontdekt?")
    page.get_by_role("button", name="Nu", exact=True).press("Enter")
    expect(asked).to_have_value("maandag 23 november 2026 om 09:14 uur")
    # Pressed again it is that moment in both; what somebody typed stays.
    page.clock.run_for("01:00")
    page.get_by_role("button", name="Nu", exact=True).press("Enter")
    expect(asked).to_have_value("maandag 23 november 2026 om 09:15 uur")
    asked.fill("tussen acht en negen")
    page.get_by_role("button", name="Nu", exact=True).press("Enter")
    expect(asked).to_have_value("tussen acht en negen")
    # And from the annex.
    clock.fill("")
    asked.fill("")
    page.get_by_role("button", name="Nu: Wanneer is het beveiligingsincident ontdekt?").press("Enter")
    expect(clock).to_have_value("2026-11-23T09:15")
    expect(asked).to_have_value("maandag 23 november 2026 om 09:15 uur")
    expect(asked).to_be_focused()


def test_two_terms_of_one_agreement_stand_beside_each_other(visit: Visit) -> None:
    page = visit(MICKCOM, scripts=False)
    terms = page.locator(".other-terms li")
    expect(terms).to_have_count(2)
    expect(terms.first).to_contain_text("Bijlage 3 2 uur")
    expect(terms.last).to_contain_text(
        "Artikel 7.1 zonder aantal uren“VERWERKER informeert VERANTWOORDELIJKE onverwijld"
    )
    terms.last.get_by_role("link").click()
    expect(page.locator(":target")).to_contain_text("onverwijld")
    page.goto(VOORBEELD)
    expect(page.locator("breach-clock .term")).to_have_count(2)
    expect(page.locator(".other-terms")).to_have_count(0)


def test_the_supervisors_hours_count_from_when_the_controller_knew(visit: Visit) -> None:
    page = visit(VOORBEELD)
    page.get_by_label("Wanneer is het ontdekt?").fill("2026-11-23T09:14")
    page.get_by_label("Wanneer wist de verwerkingsverantwoordelijke het?").fill("2026-11-23T20:00")
    expect(page.locator("breach-clock .term .until").first).to_have_text(
        "Uiterlijk dinsdag 24 november 2026 om 09:14 uur"
    )
    expect(page.locator("breach-clock .term .until").last).to_have_text(
        "Uiterlijk donderdag 26 november 2026 om 20:00 uur"
    )
    page.get_by_role("button", name="Neem het tijdstip van de klok over").press("Enter")
    expect(page.get_by_role("textbox", name="Wanneer heeft Verwerker kennis genomen")).to_have_value(
        "maandag 23 november 2026 om 09:14 uur"
    )


def test_each_edition_has_the_term_of_its_own_text(visit: Visit) -> None:
    page = visit("/")
    for path, hours, place in (
        (MICKCOM, "2 uur", "Bijlage 3"),
        ("/123meekijken/ongedateerd/datalek/", "48 uur", "Artikel 7.1"),
        ("/voorbeeld/1.0/bijlage-3/invullen/", "48 uur", "Artikel 9.1"),
        ("/voorbeeld/2.0/bijlage-3/invullen/", "48 uur", "Artikel 10.1"),
        (VOORBEELD, "24 uur", "Artikel 10.1"),
    ):
        page.goto(path)
        own = page.locator("breach-clock .term").first
        expect(own.locator(".hours")).to_have_text(hours)
        own.get_by_role("link", name=place).press("Enter")
        assert "#" in page.url and hours.split()[0] in page.locator(":target").inner_text()
