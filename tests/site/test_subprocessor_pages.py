"""A privacy officer looks at the sub-processors of an agreement: now, on another day, without script, on paper."""

from __future__ import annotations

import hashlib
import io
import random
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pypdf
import pytest
from access import SCREENS, faults
from playwright.sync_api import Browser, Page, expect
from website import DAY, Visit, Website, Words, served

from clausule.build.root import Root
from clausule.build.site import Site
from clausule.model.editions import Agreement
from clausule.model.sub_processors import events, state_on
from clausule.read import read_repository
from session import HOME

PAGE = "/voorbeeld/sub-verwerkers/"
GROUP = {"announced": "announced", "active": "active", "ended": "ended", "withdrawn": "ended"}
# The rows that show, by the group in which they show.
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('.group:not([hidden])')].flatMap((group) =>
  [...group.querySelectorAll('tbody tr:not([hidden])')].map((row) => [row.id, group.dataset.state])))"""
EVERY_DAY = """(days) => {
  const shown = SHOWN;
  const field = document.querySelector('list-on-date input[type=date]');
  return days.map((day) => {
    field.value = day;
    field.dispatchEvent(new Event('change'));
    return shown();
  });
}""".replace("SHOWN", SHOWN)


def expected(agreement: Agreement, day: date) -> dict[str, str]:
    assert agreement.sub_processors
    return {row.id: GROUP[state] for row in agreement.sub_processors.rows if (state := state_on(row, day))}


@pytest.fixture(scope="module")
def voorbeeld(website: Website) -> Agreement:
    return next(agreement for agreement in read_repository(website.repository, "voorbeeld").agreements)


def test_eight_rows_as_they_are_now_without_script(website: Website, visit: Visit, voorbeeld: Agreement) -> None:
    page = visit(PAGE, scripts=False)
    assert page.evaluate(SHOWN) == expected(voorbeeld, DAY)
    assert sorted(expected(voorbeeld, DAY).values()) == ["active"] * 5 + ["announced"] + ["ended"] * 2
    text = page.locator("main").inner_text()
    assert (
        "5 sub-verwerkers verwerken persoonsgegevens voor Voorbeeld B.V. (fictief). De lijst is zo sinds 16 november "
        "2026; de eerstvolgende wijziging die bekend is, valt op 1 januari 2027." in text
    )
    row = page.locator("#bergkluis")
    assert (
        "30-11-2026" in row.inner_text() and "Noorwegen" in row.inner_text() and "buiten de EER" not in row.inner_text()
    )
    assert (
        "buiten de EER" in page.locator("#noorderlicht").inner_text()
        and "2021/914" in page.locator("#noorderlicht").inner_text()
    )
    # Whoever wants to know of another day reads it from the days of each row, and from every change with its day.
    assert page.locator("#postduif .days").inner_text().split() == ["Vanaf", "25-05-2018", "Tot", "01-04-2022"]
    assert page.locator(".changes-of-list li").count() == len(
        events(voorbeeld.sub_processors.rows if voorbeeld.sub_processors else ())
    )
    assert page.locator("list-on-date").inner_text() == ""


@pytest.mark.parametrize(
    "day",
    [
        "2018-05-24",
        "2018-05-25",
        "2019-06-01",
        "2022-02-15",
        "2022-03-31",
        "2022-04-01",
        "2023-08-15",
        "2024-09-30",
        "2024-10-01",
        "2026-11-16",
        "2027-01-01",
        "2099-12-31",
    ],
)
def test_the_list_of_a_day_has_an_address(visit: Visit, voorbeeld: Agreement, day: str) -> None:
    page = visit(f"{PAGE}?op={day}")
    page.locator(".said").first.wait_for()
    assert page.evaluate(SHOWN) == expected(voorbeeld, date.fromisoformat(day))


def test_the_list_of_a_past_day_tells_nothing_that_was_only_known_later(visit: Visit) -> None:
    page = visit(f"{PAGE}?op=2021-06-01")
    row = page.locator("#postduif")
    assert row.locator(".days").inner_text().split() == ["Vanaf", "25-05-2018"]
    assert "Brievenbus" not in row.inner_text() and "gestopt" not in row.inner_text()
    assert (
        "Op 1 juni 2021: 5 ingeschakeld, 0 aangekondigd, 0 niet meer. Dit is niet de lijst van vandaag."
        in page.locator(".said").first.inner_text()
    )


@pytest.mark.parametrize(
    "written", ["", "31-02-2024", "morgen", "<img src=x onerror=alert(1)>", "2024-13-01", "constructor"]
)
def test_what_is_no_day_gets_the_list_of_today_and_says_so(visit: Visit, voorbeeld: Agreement, written: str) -> None:
    page = visit(f"{PAGE}?op={quote(written)}")
    assert "geen dag die bestaat" in page.locator(".said").first.inner_text()
    assert page.locator("main").evaluate("e => e.querySelectorAll('img, script').length") == 0


def test_the_reader_has_a_clock(browser: Browser, website: Website, voorbeeld: Agreement) -> None:
    """On the last day one can still object; a day later not; on its day what was announced has begun."""
    context = browser.new_context(base_url=website.url)
    page = context.new_page()
    for moment, left in (
        ("2026-11-23T12:00:00+01:00", "nog 7 dagen"),
        ("2026-11-29T12:00:00+01:00", "nog 1 dag"),
        ("2026-11-30T23:59:00+01:00", "vandaag is de laatste dag"),
        ("2026-12-01T00:01:00+01:00", None),
    ):
        page.clock.set_fixed_time(moment)
        page.goto(PAGE)
        page.locator(".said").first.wait_for()
        row = page.locator("#bergkluis .days")
        assert (left in row.inner_text()) if left else ("Bezwaar" not in row.inner_text())
        assert page.get_by_role("link", name="Bezwaar maken tegen Bergkluis").count() == (1 if left else 0)
        expect(page.locator("#bezwaar-bergkluis")).to_be_visible(visible=bool(left))
    page.clock.set_fixed_time("2027-01-01T00:30:00+01:00")
    page.goto(PAGE)
    page.locator(".said").first.wait_for()
    assert page.evaluate(SHOWN) == expected(voorbeeld, date(2027, 1, 1))
    context.close()


def test_finding_sorting_and_back_to_today_by_keyboard(visit: Visit) -> None:
    page = visit(f"{PAGE}?op=2022-03-01#postduif")
    assert page.locator("#postduif").evaluate("row => row.matches(':target')")
    page.get_by_label("Zoek in de lijst").fill("belgie")
    assert (
        list(page.evaluate(SHOWN)) == ["nachtwacht"] and "1 van 6 getoond." in page.locator(".said").first.inner_text()
    )
    page.get_by_label("Zoek in de lijst").fill("")
    page.get_by_label("Toon de lijst zoals zij was op").fill("2025-01-01")
    assert page.url.endswith("?op=2025-01-01#postduif")
    page.get_by_label("Alleen buiten de EER").check()
    assert list(page.evaluate(SHOWN)) == ["noorderlicht"]
    page.get_by_label("Alleen buiten de EER").uncheck()
    page.get_by_label("Volgorde").select_option("nieuwste eerst")
    assert page.locator(".group[data-state=active] tbody tr").first.get_attribute("id") == "noorderlicht"
    page.get_by_role("button", name="Toon vandaag").press("Enter")
    assert "?op" not in page.url and page.get_by_label("Toon de lijst zoals zij was op").evaluate(
        "e => e === document.activeElement"
    )


def test_what_changed_between_two_days(visit: Visit) -> None:
    page = visit(f"{PAGE}?van=2022-01-01&tot=2023-12-31")
    page.locator("list-changes .said").wait_for()
    shown = [row.inner_text() for row in page.locator(".changes-of-list li").all() if row.is_visible()]
    assert [" ".join(row.split()) for row in shown] == [
        "01-10-2023 Begin: Noorderlicht Monitoring Inc. (fictief)",
        "15-08-2023 Aankondiging: Noorderlicht Monitoring Inc. (fictief)",
        "01-04-2022 Begin: Brievenbus Mail GmbH (fictief)",
        "01-04-2022 Einde: Postduif Verzendservice B.V. (fictief)",
        "15-02-2022 Aankondiging: Brievenbus Mail GmbH (fictief)",
    ]
    page.get_by_label("tot en met").fill("2022-01-31")
    assert (
        "veranderde de lijst niet" in page.locator("list-changes .said").inner_text() and "tot=2022-01-31" in page.url
    )


def test_how_to_object_is_told_with_the_clauses_that_promise_it(visit: Visit) -> None:
    page = visit(PAGE)
    text = page.locator("main").inner_text()
    assert (
        "ten minste 30 dagen van tevoren aangekondigd (artikel 8.3)" in text
        and "tot en met 14 dagen na de aankondiging (artikel 8.4)" in text
    )
    page.get_by_role("link", name="artikel 8.4").first.click()
    page.wait_for_url("**/voorbeeld/2.1/artikel-8/#artikel-8.4")
    assert "binnen veertien dagen" in page.locator(":target").inner_text()


def test_an_objection_is_a_letter_that_the_browser_makes(browser: Browser, website: Website, tmp_path: Path) -> None:
    context = browser.new_context(base_url=website.url, accept_downloads=True)
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-23T12:00:00+01:00")
    page.goto(PAGE)
    page.get_by_role("link", name="Bezwaar maken tegen Bergkluis").click()
    place = page.locator("#bezwaar-bergkluis")
    letter = place.locator(".to-send")
    expect(letter).to_be_visible()
    place.get_by_label("Uw organisatie").fill("Klant <b>B.V.</b>")
    place.get_by_label("Waarom u bezwaar maakt").fill("Noorwegen ligt ons te ver.")
    for words in (
        "Klant <b>B.V.</b>",
        "privacy@voorbeeld.example",
        "Datum: 23 november 2026",
        "Op 16 november 2026 hebt u aangekondigd dat u Bergkluis Back-up AS (fictief), ",
        "bezwaar op grond van artikel 8.4 van de Modelverwerkersovereenkomst Voorbeeld B.V. (fictief), versie 2.1",
        "binnen veertien dagen na de aankondiging schriftelijk bezwaar maken op redelijke gronden",
        "De laatste dag om bezwaar te maken is 30 november 2026.",
        "Onze redenen: Noorwegen ligt ons te ver.",
    ):
        expect(letter).to_contain_text(words)
    mail = place.get_by_role("link", name="Open een bericht aan privacy@voorbeeld.example").get_attribute("href")
    assert mail and mail.startswith("mailto:privacy@voorbeeld.example?subject=Bezwaar") and "body" not in mail
    with page.expect_download() as download:
        place.get_by_role("button", name="Bewaar de brief als bestand").click()
    assert download.value.suggested_filename == "bezwaar-voorbeeld-bergkluis.txt"
    download.value.save_as(tmp_path / "brief.txt")
    text = (tmp_path / "brief.txt").read_text("utf-8")
    assert text.startswith("Klant <b>B.V.</b>\n....") and "Onze redenen: Noorwegen ligt ons te ver.\n" in text
    # Printed, it is a letter and nothing else; what was a list is one again afterwards.
    page.evaluate("print = () => {}")
    place.get_by_role("button", name="Druk de brief af").click()
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    paper = " ".join(sheets[0].extract_text().split())
    assert len(sheets) == 1 and paper.startswith("Klant <b>B.V.</b>") and "Controlegetal" not in paper
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html")).not_to_have_class(re.compile("prints-letter"))
    # On another day the list is another; nobody objects on that day.
    page.goto(f"{PAGE}?op=2026-11-20")
    expect(page.locator(".said.other-day")).to_be_visible()
    expect(page.get_by_role("link", name="Bezwaar maken tegen Bergkluis")).to_be_hidden()
    context.close()


def test_without_script_the_letter_is_there_to_take_over(visit: Visit) -> None:
    page = visit(PAGE, scripts=False)
    page.get_by_role("link", name="Bezwaar maken tegen Bergkluis").click()
    place = page.locator("#bezwaar-bergkluis")
    expect(place).to_contain_text("Neem de brief hieronder over of druk deze pagina af. De laatste dag is 30 november")
    expect(place.locator(".to-send")).to_be_visible()
    assert place.get_by_role("button").count() == 0


@pytest.mark.parametrize(
    ("slug", "said", "clauses", "also"),
    [
        ("mickcom", ["noemt zelf geen sub-verwerkers"], ["9.1", "9.2"], "artikel-12/#artikel-12.3"),
        (
            "123meekijken",
            ["In artikel 4.4 staat waar de lijst te vinden is: www.123meekijken.nl/privacybeleid."],
            ["4.1", "4.2", "4.4"],
            "artikel-6/#artikel-6.1",
        ),
    ],
)
def test_an_agreement_without_a_list_says_what_it_says_and_invents_nothing(
    website: Website, visit: Visit, slug: str, said: list[str], clauses: list[str], also: str
) -> None:
    page = visit(f"/{slug}/sub-verwerkers/", scripts=False)
    text = page.locator("main").inner_text()
    assert "Op deze site staat geen lijst van sub-verwerkers" in text and all(words in text for words in said)
    assert [link.inner_text() for link in page.locator(".clause > .n").all()] == clauses
    assert (
        not list((website.folder / slug).glob("sub-verwerkers.*"))
        and not (website.folder / slug / "sub-verwerkers/feed.xml").exists()
    )
    texts = Words(website.html(f"{slug}/huidig/volledig/"))
    quoted = [" ".join(words.inner_text().split()) for words in page.locator(".clause .words").all()]
    assert quoted == [texts.of(f"artikel-{number}") for number in clauses]
    page.locator("main p", has_text="Over sub-verwerkers gaat ook").get_by_role("link").click()
    assert page.url.endswith(also)


def test_an_edition_keeps_the_list_of_its_first_day(website: Website, visit: Visit, voorbeeld: Agreement) -> None:
    for version, day in (("1.0", "2018-05-25"), ("1.2", "2021-03-01"), ("2.1", "2026-01-01")):
        page = visit(f"/voorbeeld/{version}/")
        page.get_by_role("link", name="Sub-verwerkers bij het begin").click()
        page.wait_for_url(f"**/voorbeeld/{version}/sub-verwerkers/")
        rows = [row.get_attribute("id") for row in page.locator("main tbody tr").all()]
        wanted = {name for name, group in expected(voorbeeld, date.fromisoformat(day)).items() if group != "ended"}
        assert set(rows) == wanted
        # What came after that day is not there: neither an end nor who came instead.
        assert "01-04-2022" not in page.locator("main").inner_text() or version == "2.1"
    assert not (website.folder / "voorbeeld/3.0/sub-verwerkers").exists()
    assert (website.folder / "voorbeeld/huidig/sub-verwerkers/index.html").is_file()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_is_accessible_and_fits_a_phone(visit: Visit, scheme: str, width: int) -> None:
    page = visit("/", scheme=scheme, width=width)
    for path in (
        PAGE,
        f"{PAGE}?op=2022-03-01#postduif",
        f"{PAGE}#bezwaar-bergkluis",
        "/123meekijken/sub-verwerkers/",
        "/mickcom/sub-verwerkers/",
        "/voorbeeld/1.2/sub-verwerkers/",
    ):
        page.goto(path)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_on_paper_it_is_whole(visit: Visit, website: Website, voorbeeld: Agreement) -> None:
    page = visit(PAGE)
    page.locator(".said").first.wait_for()
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(" ".join(one.extract_text() for one in pages).split())
    assert voorbeeld.sub_processors and len(pages) <= 4
    plain = text.replace(" ", "")
    assert all(
        row.name.replace(" ", "") in plain and row.address.replace(" ", "") in plain
        for row in voorbeeld.sub_processors.rows
    )
    assert "Toondelijstzoals" not in plain and "/voorbeeld/sub-verwerkers/" in plain
    data = (website.folder / "voorbeeld/sub-verwerkers.json").read_bytes()
    # The list of another day says so above it, on each sheet and in its address.
    page.goto(f"{PAGE}?op=2022-03-01")
    page.locator(".said.other-day").wait_for()
    expect(page).to_have_title(re.compile("^Sub-verwerkers op 1 maart 2022 · "))
    for one in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages:
        sheet = " ".join(one.extract_text().split())
        assert sheet.startswith("Sub-verwerkers op 1 maart 2022 · ") and f"{PAGE}?op=2022-03-01" in sheet
        assert hashlib.sha256(data).hexdigest() in sheet, "the list has a hash of its own, whatever day it shows"
    assert page.get_by_role("heading", level=1).inner_text() == "Sub-verwerkers op 1 maart 2022"
    assert "Dit is niet de lijst van vandaag." in " ".join(
        pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text().split()
    )


def test_a_name_that_is_one_long_word_breaks_and_the_days_do_not(visit: Visit) -> None:
    page = visit(PAGE, width=1280)
    page.locator(".subs td:nth-child(-n+2) p:first-child").evaluate_all(
        "names => names.forEach((name) => { name.textContent = 'rekencentrumdienst'.repeat(5) })"
    )
    lefts = "row => [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().left))"
    for group in page.locator(".group .subs").all():
        assert group.locator("tbody tr").first.evaluate(lefts) == group.locator("thead tr").evaluate(lefts)
    one_line = "days => days.every((day) => day.getClientRects().length <= 1)"
    assert page.locator(".subs time").evaluate_all(one_line)
    page.set_viewport_size({"width": 643, "height": 900})  # 170 mm, what a sheet of A4 has between its margins
    page.emulate_media(media="print")
    assert page.locator(".subs time").evaluate_all(one_line)
    assert page.evaluate("document.documentElement.scrollWidth") <= 643


HISTORY_ROW = """  - id: r{number}
    name: Bedrijf {number}
    address: Weg {number}
    contact: {{email: avg@r{number}.example}}
    service: Dienst
    purpose: doel
    data: [naam]
    data_subjects: [klanten]
    places: [{{country: NL}}]
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Agreement, str]]:
    """An agreement whose list has some 200 changes in eleven years, on its page."""
    root = tmp_path_factory.mktemp("generated")
    shutil.copy(HOME / "mkdocs.yml", root)
    shutil.copytree(HOME / "tests/unit/check/rule_base/edition", root, dirs_exist_ok=True)
    chance, text = random.Random(4), "sub_processors:\n"
    for number in range(90):
        days = [date(2018, 5, 25) + timedelta(days=day) for day in sorted(chance.sample(range(4000), 3))]
        kinds = (
            ("announced", "active", "ended"),
            ("active", "ended"),
            ("announced", "active"),
            ("announced", "withdrawn", "active"),
        )[number % 4]
        text += HISTORY_ROW.format(number=number) + "".join(
            f"    {kind}: {day}\n" for kind, day in zip(kinds, days, strict=False)
        )
    (root / "annexes/voorbeeld/sub-verwerkers.yml").write_text(text, "utf-8")
    repository = read_repository(root)
    assert not repository.findings
    Root(Site(repository, DAY)).build(root / "site")
    with served(root / "site") as url:
        yield repository.agreements[0], url


def test_every_day_of_a_long_history_shows_the_right_rows(generated: tuple[Agreement, str], browser: Browser) -> None:
    agreement, url = generated
    assert agreement.sub_processors and len(events(agreement.sub_processors.rows)) >= 200
    days = [date(2018, 5, 20) + timedelta(days=number) for number in range(4020)]
    # Every day on which anything happens with those beside it, which is where a page can be a day off, and the first of
    # each month.
    happens = {event.day for event in events(agreement.sub_processors.rows)}
    near = {day + timedelta(days=step) for day in happens for step in (-1, 0, 1)}
    days = [day for day in days if day in near or day.day == 1]
    page: Page = browser.new_page()
    page.goto(f"{url}{PAGE}")
    page.locator(".said").first.wait_for()
    for start in range(0, len(days), 500):
        part = days[start : start + 500]
        for day, shown in zip(part, page.evaluate(EVERY_DAY, [day.isoformat() for day in part]), strict=True):
            assert shown == expected(agreement, day), day
    # And the address alone gives the same.
    for day in random.Random(1).sample(days, 5):
        page.goto(f"{url}{PAGE}?op={day}")
        assert page.evaluate(SHOWN) == expected(agreement, day)
    page.close()
