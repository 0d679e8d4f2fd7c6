"""What people come to the site for: ten tasks, each from the landing page in three clicks at most, and none a dead end.

A click is a click on a link or a button, or a choice in a menu; what is typed costs none.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from forms import answers
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from website import Visit, Website

MOST = 3
TITLE = "Modelverwerkersovereenkomst Voorbeeld B.V. (fictief)"
IN_FORCE = "/voorbeeld/2.1"


class Reader:
    """Somebody who begins on the landing page, and whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, there: Locator, *, leaves: bool = False) -> None:
        """A click; on what ``leaves`` the site only whether it can be done."""
        self.clicks += 1
        there.click(trial=leaves)

    def way(self, name: str) -> None:
        """Clicks on a way into the agreement, on the landing page."""
        self.click(self.page.get_by_role("link", name=f"{name}: {TITLE}", exact=True))

    def search(self, question: str, *, at: int = 0) -> None:
        """Types a question and clicks on what stands at a place (the first) among what is found in the agreement."""
        self.page.get_by_role("searchbox").fill(question)
        found = self.page.get_by_role("search").locator('a[href*="voorbeeld/"]')
        self.click(found.nth(at))

    def lands(self, address: str, words: str) -> Locator:
        """The clause or article at an address, which is seen and says these words."""
        self.page.wait_for_url(f"**{address}")
        clause = self.page.locator(f'[id="{address.partition("#")[2] or "tekst"}"]')
        expect(clause).to_be_in_viewport()
        expect(clause).to_contain_text(words)
        return clause


@pytest.fixture
def reader(visit: Visit) -> Iterator[Reader]:
    somebody = Reader(visit("/", permissions=["clipboard-read", "clipboard-write"]))
    yield somebody
    assert 0 < somebody.clicks <= MOST


def test_what_applies_on_a_breach(reader: Reader) -> None:
    reader.way("Bij een datalek")
    told = reader.page.locator("breach-clock .term").first
    expect(told).to_contain_text("Melden aan de andere partij 24 uur")
    reader.click(told.get_by_role("link", name="Artikel 10.1", exact=True))
    reader.lands(f"{IN_FORCE}/artikel-10/#artikel-10.1", "zonder onredelijke vertraging")


def test_a_link_to_a_clause(reader: Reader) -> None:
    reader.search("7.2")
    clause = reader.lands(f"{IN_FORCE}/artikel-7/#artikel-7.2", "pseudonimisering")
    reader.click(clause.get_by_role("button", name="Verwijs naar dit lid: artikel 7.2"))
    expect(reader.page.locator(":popover-open [role=status]")).to_have_text("Gekopieerd")
    copied = str(reader.page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("artikel 7.2, ") and copied.endswith(f"{IN_FORCE}/artikel-7/#artikel-7.2")


def test_the_sub_processors_of_another_day(reader: Reader) -> None:
    reader.way("Sub-verwerkers")
    reader.page.get_by_label("Toon de lijst zoals zij was op").fill("2024-03-01")
    engaged = reader.page.locator(".group[data-state=active] tbody tr:visible")
    there = sorted(row.get_attribute("id") or "" for row in engaged.all())
    assert there == ["brievenbus", "luisterend-oor", "nachtwacht", "noorderlicht", "tweede-anker", "wolkenhal"]
    assert reader.page.url.endswith("/voorbeeld/sub-verwerkers/?op=2024-03-01")


def test_what_matters_of_what_changed_since_an_edition_and_why(reader: Reader) -> None:
    reader.way("Wat is er gewijzigd")
    reader.click(reader.page.get_by_role("link", name="1.2 (01-03-2021)", exact=True))
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Van 1.2 (01-03-2021) naar 2.1 (01-01-2026)")
    reader.click(reader.page.get_by_role("button", name="Alleen inhoudelijk (15)"))
    expect(reader.page.locator(".clause:visible .nature").filter(has_text="redactioneel")).to_have_count(0)
    expect(reader.page.locator('[id="artikel-9.4"]')).to_be_hidden()  # of which only a reference follows the numbers
    term = reader.page.locator('[id="artikel-10.1"]')
    expect(term.locator("del")).to_contain_text("48")
    expect(term.locator("ins")).to_contain_text("24")
    expect(term.locator(".why").first).to_contain_text("Waarom")


def test_which_clause_this_one_was(reader: Reader) -> None:
    reader.search("9.4")
    clause = reader.lands(f"{IN_FORCE}/artikel-9/#artikel-9.4", "Rekening houdend met de aard van de verwerking")
    reader.click(clause.get_by_role("button", name="Gewijzigd in versie 2.1: artikel 9.4"))
    past = reader.page.get_by_role("group", name="Geschiedenis: artikel 9.4")
    expect(past).to_contain_text("2.0 (01-07-2023) gewijzigd, was 8.4 (redactioneel)")
    reader.click(past.get_by_role("link", name="Wat er veranderde, versie 2.0"))
    reader.lands("/voorbeeld/vergelijken/1.2...2.0/#artikel-9.4", "de hem ter beschikking staande informatie")


@pytest.mark.parametrize("changes", [False, True], ids=["the text", "the changes"])
def test_a_text_taken_along_as_pdf_and_word(reader: Reader, website: Website, changes: bool) -> None:
    if changes:
        reader.way("Wat is er gewijzigd")
    else:
        reader.search("9.4")
        reader.page.wait_for_url("**#artikel-9.4")
    for name in ("PDF", "Word"):
        link = reader.page.get_by_role("complementary").get_by_role("link", name=name).first
        with reader.page.expect_download() as download:
            reader.click(link)
        file = Path(download.value.path()).read_bytes()
        if name == "PDF":
            words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)
        else:
            words = re.sub("<[^>]+>", "", zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml").decode())
        assert "ter beschikking staande informatie" in " ".join(words.split())


def test_news_by_e_mail(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("link", name=TITLE, exact=True))
    link = reader.page.get_by_role("link", name="Houd mij op de hoogte per e-mail")
    mail = urlsplit(link.get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "privacy@voorbeeld.example")
    assert parse_qs(mail.query) == {"subject": [f"Houd mij op de hoogte van wijzigingen: {TITLE}"]}
    reader.click(link, leaves=True)


def test_a_print_out_is_proven(reader: Reader, visit: Visit) -> None:
    printed = visit(f"{IN_FORCE}/artikel-9/").pdf(format="A4")
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages)
    found = re.search(r"[0-9a-f]{64}", re.sub(r"\s", "", words))
    assert found
    reader.click(reader.page.get_by_role("link", name="Controleer een tekst"))
    reader.page.get_by_label("Of plak een lid").fill(found[0])
    reader.click(reader.page.get_by_role("button", name="Controleer"))
    answer = reader.page.locator(".verdict")
    expect(answer).to_contain_text("Dit controlegetal is bekend")
    expect(answer).to_contain_text(f"Versie 2.1 (01-01-2026) van {TITLE}")


@pytest.mark.parametrize(
    ("question", "address", "words"),
    [
        ("verwijderen", "artikel-13/", "verwijdert alle bestaande kopieën"),
        ("datalek", "artikel-10/", "Verwerker meldt een Datalek aan Verwerkingsverantwoordelijke"),
        ("artikel 8 lid 4", "artikel-8/#artikel-8.4", "schriftelijk bezwaar maken"),
    ],
)
def test_a_clause_is_found(reader: Reader, question: str, address: str, words: str) -> None:
    reader.search(question)
    reader.lands(f"{IN_FORCE}/{address}", words)


def test_the_form_is_filled_in(reader: Reader, tmp_path: Path) -> None:
    reader.way("Bij een datalek")
    page = reader.page
    reader.click(page.get_by_role("button", name="Nu", exact=True))
    first = page.locator("[data-ask] textarea:visible").first
    first.fill("DL-2026-07")
    with page.expect_download() as download:
        reader.click(page.get_by_role("button", name="Bewaar als bestand"))
    file = json.loads(Path(download.value.path()).read_text("utf-8"))
    kept = {row["id"]: row["answer"] for row in file["answers"]}
    assert kept == {ask: answer for ask, answer in answers(page).items() if answer} and "DL-2026-07" in kept.values()
