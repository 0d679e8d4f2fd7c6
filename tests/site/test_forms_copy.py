"""One's own copy of an agreement, and reading back what was accepted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from website import Visit, Website, Words

COPY = "/voorbeeld/2.0/uw-exemplaar/"


def _accepted(page: Page, folder: Path) -> dict[str, Any]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar wat u accepteert").press("Enter")
    download.value.save_as(folder / "akkoord.json")
    found: dict[str, Any] = json.loads((folder / "akkoord.json").read_text("utf-8"))
    return found


def test_the_names_stand_in_the_blanks_and_no_word_changes(visit: Visit, website: Website, tmp_path: Path) -> None:
    page = visit(COPY)
    page.locator(".own-text .sheet").wait_for()
    whole = Words(website.html("voorbeeld/2.0/volledig"))
    before = page.locator(".own-text #partijen .words").inner_text()
    page.get_by_label("Naam van de organisatie").fill("Bakkerij <b>Jansen</b> 😀")
    page.get_by_role("textbox", name="Plaats").first.fill("Zutphen")
    parties = page.locator(".own-text #partijen .words")
    expect(parties).to_contain_text("Bakkerij <b>Jansen</b> 😀 [naam van de organisatie]")
    filled = page.locator(".own-text .filled")
    assert filled.all_inner_texts() == ["Bakkerij <b>Jansen</b> 😀", "Zutphen"]
    # What is filled in taken away, the text is that of the edition, word for word.
    page.evaluate(
        "for (const one of document.querySelectorAll('.own-text .blank')) one.textContent = one.dataset.dots ?? ''"
    )
    words = lambda text: [word for word in text.replace(".", " ").split() if word]  # noqa: E731
    assert words(parties.text_content() or "") == words(whole.of("partijen"))
    page.get_by_label("Naam van de organisatie").fill("")
    page.get_by_role("textbox", name="Plaats").first.fill("")
    assert parties.inner_text() == before
    page.get_by_label("Naam van de organisatie").fill("Bakkerij Jansen")
    page.pdf(path=str(tmp_path / "copy.pdf"), format="A4")
    paper = " ".join(" ".join(one.extract_text() for one in PdfReader(tmp_path / "copy.pdf").pages).split())
    sha256 = page.locator("own-copy > .facts dd").last.inner_text()
    assert "Bakkerij Jansen" in paper and sha256 in paper.replace(" ", "") and "2.0 (01-07-2023)" in paper
    assert "Bijlage 4" in paper and "Vul in wie u bent" not in paper


def test_a_text_without_blanks_gets_a_block_beside_it(visit: Visit) -> None:
    page = visit("/mickcom/1.5/uw-exemplaar/")
    page.get_by_label("Naam van uw organisatie").fill("Bakkerij Jansen")
    expect(page.locator(".own-text .sheet")).to_contain_text("Bakkerij Jansen")
    expect(page.locator(".own-text .filled")).to_have_count(0)


def test_what_was_accepted_is_read_back_with_what_changed_since(visit: Visit, website: Website, tmp_path: Path) -> None:
    page = visit(COPY)
    page.get_by_role("button", name="Bewaar wat u accepteert").press("Enter")
    expect(page.locator("own-copy .said")).to_contain_text("Vul eerst de naam")
    expect(page.get_by_label("Naam van de organisatie")).to_be_focused()
    page.get_by_label("Naam van de organisatie").fill("Bakkerij Jansen")
    page.get_by_label("Datum van ondertekening of akkoord").fill("2024-02-29")
    file = _accepted(page, tmp_path)
    schema = json.loads((website.folder / "schema/akkoord.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(file)
    assert file["filled"] == [{"id": "partijen.1", "label": "naam van de organisatie", "value": "Bakkerij Jansen"}]
    page.get_by_role("link", name="Lees later terug").press("Enter")
    page.get_by_label("Kies het bestand").set_input_files(tmp_path / "akkoord.json")
    said = page.locator("signed-copy .answer")
    expect(said).to_contain_text("Bakkerij Jansen accepteerde op 29 februari 2024 versie 2.0 (01-07-2023).")
    expect(said).to_contain_text("het controlegetal is gelijk")
    said.get_by_role("link", name="Vergelijk versie 2.0 (01-07-2023) met versie 2.1 (01-01-2026)").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 2.0 (01-07-2023) naar 2.1 (01-01-2026)")


def _spoil(page: Page, website: Website, edition: str, file: str, old: str, new: str) -> None:
    """From now on a file of an edition has other words, as if somebody had changed it where it is served."""
    content = (website.folder / edition / file).read_text("utf-8")
    assert old in content
    content = content.replace(old, new, 1)
    kind = "text/html" if file.endswith(".html") else "application/json"
    address = f"**/{edition}/{file.removesuffix('index.html')}"
    page.route(address, lambda route: route.fulfill(status=200, content_type=kind, body=content))


def test_words_that_are_not_those_of_the_hash_are_not_to_be_accepted(visit: Visit, website: Website) -> None:
    page = visit(COPY)
    expect(page.locator(".own-text")).to_contain_text("Gecontroleerd in uw browser")
    _spoil(page, website, "voorbeeld/2.0", "volledig/index.html", "binnen 48 uur", "binnen 84 uur")
    page.reload()
    expect(page.locator(".own-text > .fault")).to_contain_text("Accepteer ze niet")
    page.get_by_label("Naam van de organisatie").fill("Bakkerij Jansen")
    page.get_by_role("button", name="Bewaar wat u accepteert").press("Enter")
    expect(page.locator("own-copy .said")).to_contain_text("niet die van het controlegetal")


def test_a_receipt_has_words_for_a_contract(visit: Visit, website: Website) -> None:
    receipt = json.loads((website.folder / "voorbeeld/2.0/ontvangstbewijs.json").read_text("utf-8"))
    page = visit(COPY, scripts=False)
    shown = page.locator(".receipt blockquote")
    expect(shown).to_have_text(receipt["words"])
    expect(page.locator(".receipt")).to_contain_text(receipt["limits"])
    link = page.locator(".receipt").get_by_role("link", name="Ontvangstbewijs (JSON)")
    expect(link).to_have_attribute("href", "../ontvangstbewijs.json")
    page = visit(COPY)
    page.evaluate("() => { navigator.clipboard.writeText = async (words) => { window.copied = words; }; }")
    page.get_by_role("button", name="Kopieer deze woorden").press("Enter")
    expect(page.locator(".receipt [role=status]")).to_have_text("Gekopieerd")
    assert page.evaluate("window.copied") == receipt["words"]
    # A concept has no receipt: its words may change.
    page.goto("/voorbeeld/3.1/uw-exemplaar/")
    expect(page.locator(".receipt")).to_have_count(0)


def test_what_was_signed_is_held_against_the_words_that_are_shown(
    visit: Visit, website: Website, tmp_path: Path
) -> None:
    page = visit("/mickcom/1.5/uw-exemplaar/")
    page.get_by_label("Naam van uw organisatie").fill("Bakkerij Jansen")
    _accepted(page, tmp_path)
    said = page.locator("signed-copy .answer")
    for file, old, new, sentence, wrong in (
        ("robots.txt", "", "", "De tekst is nog precies dezelfde", False),
        ("mickcom/1.5/volledig/index.html", "onverwijld", "spoedig", "niet die van het controlegetal", True),
        ("mickcom/1.5/canoniek.json", "onverwijld", "spoedig", "niet die van het controlegetal", True),
    ):
        page.unroute_all()
        if old:
            _spoil(page, website, "mickcom/1.5", file.removeprefix("mickcom/1.5/"), old, new)
        page.goto("/mickcom/getekend/")
        page.get_by_label("Kies het bestand").set_input_files(tmp_path / "akkoord.json")
        expect(said).to_contain_text(sentence)
        assert said.evaluate("element => element.classList.contains('wrong')") is wrong
    page.unroute_all()
    page.route("**/canoniek.json", lambda route: route.fulfill(status=404, body=""))
    page.goto("/mickcom/getekend/")
    page.get_by_label("Kies het bestand").set_input_files(tmp_path / "akkoord.json")
    expect(said).to_contain_text("was hier niet te controleren")


def test_a_file_that_proves_nothing_is_told(visit: Visit, tmp_path: Path) -> None:
    page = visit("/mickcom/1.5/uw-exemplaar/")
    page.get_by_label("Naam van uw organisatie").fill("<img src=x onerror=alert(1)>")
    file = _accepted(page, tmp_path)
    page.goto("/mickcom/getekend/")
    said = page.locator("signed-copy .answer")
    for spoiled, sentence in (
        (file, "De tekst is nog precies dezelfde"),
        (file | {"sha256": "0" * 64}, "Let op: het controlegetal in het bestand is anders"),
        (file | {"agreement": "voorbeeld", "title": "Model"}, "andere overeenkomst (Model)"),
        (file | {"edition": "0.9"}, "Versie 0.9 van deze overeenkomst staat hier niet"),
        (file | {"schema": 2}, "nieuwere versie van deze site"),
        (file | {"date": "2026-02-30"}, "bij “date” iets"),
        (file | {"party": ["x"]}, "bij “party” iets"),
        ({"kind": "questionnaire"}, "geen bewijs van acceptatie"),
        (None, "geen JSON"),
    ):
        buffer = (json.dumps(spoiled) if spoiled else "{").encode()
        page.get_by_label("Kies het bestand").set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": buffer}
        )
        expect(said).to_contain_text(sentence)
        assert said.evaluate("element => element.querySelectorAll('img').length") == 0


def test_a_text_that_cannot_be_fetched_loses_nothing(visit: Visit) -> None:
    page = visit("/")
    page.route("**/volledig/", lambda route: route.fulfill(status=200, content_type="text/html", body="<main></main>"))
    page.goto(COPY)
    expect(page.locator(".own-text .fault")).to_contain_text("nu niet op te halen")
    page.get_by_label("Naam van de organisatie").fill("Bakkerij Jansen")
    expect(page.get_by_label("Naam van de organisatie")).to_have_value("Bakkerij Jansen")


def test_who_signed_chooses_a_version_or_a_day_and_is_told_what_goes_now(visit: Visit) -> None:
    page = visit("/voorbeeld/getekend/", scripts=False)
    shown = page.locator(".verdict:visible")
    expect(shown).to_have_count(0)
    page.get_by_role("list", name="Alle versies").get_by_role("link", name="1.2 01-03-2021").click()
    expect(shown).to_contain_text("U tekende versie 1.2 (01-03-2021). Die geldt voor u tot zij met u is gewijzigd.")
    expect(shown).to_contain_text("Sindsdien kwamen uit: 2.0 en 2.1. 15 wijzigingen zijn inhoudelijk, 18 redactioneel.")
    expect(shown.get_by_role("link", name="Neem versie 2.1 aan")).to_have_attribute("href", "../2.1/uw-exemplaar/")
    shown.get_by_role("link", name="Toon wat er is gewijzigd").click()
    assert page.url.endswith("/voorbeeld/vergelijken/1.2...2.1/")
    for version, said in (
        ("2.1", "U tekende versie 2.1 (01-01-2026). Dat is de versie die nu geldt."),
        ("3.0", "Versie 3.0 (01-07-2027): aangekondigd"),
        ("3.1", "Versie 3.1: concept"),
    ):
        page.goto(f"/voorbeeld/getekend/#versie-{version}")
        expect(shown).to_contain_text(said)
        expect(shown.get_by_role("link", name="Toon wat er is gewijzigd")).to_have_count(0)

    page = visit("/voorbeeld/getekend/")
    field = page.get_by_label("Of de dag waarop u tekende")
    for day, version in (("2020-06-01", "1.1"), ("2026-01-01", "2.1"), ("2021-02-28", "1.1")):
        field.fill(day)
        expect(page.locator(".pick-one [aria-current]")).to_contain_text(version)
        expect(page.locator(".verdict:visible")).to_contain_text(f"U tekende versie {version}")
    field.fill("2018-05-24")
    expect(page.get_by_text("Op die dag gold geen versie.")).to_be_visible()
    expect(page.locator(".verdict:visible")).to_have_count(0)
