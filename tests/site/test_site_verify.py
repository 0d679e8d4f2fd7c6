"""A copy held against what is published, in the browser, out of which nothing goes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from access import SCREENS, faults
from playwright.sync_api import Locator, Page, Request, expect
from website import Visit, Website

CHECK = "/controleren/"
EDITION = "mickcom/1.5"
NAME = "Versie 1.5 (25-05-2018) van Verwerkersovereenkomst dienstverlening Mickcom ICT"

_DROP = """([words, times]) => {
  const data = new DataTransfer();
  data.items.add(new File(Array(times).fill(words), "gesleept.txt"));
  const drop = { dataTransfer: data, bubbles: true, cancelable: true };
  document.querySelector("h1").dispatchEvent(new DragEvent("drop", drop));
}"""


def _given(page: Page, *files: tuple[str, bytes]) -> Locator:
    """Hands files to the page; the card with what it says of them."""
    chosen: Any = [{"name": name, "mimeType": "text/plain", "buffer": content} for name, content in files]
    page.get_by_label("Kies een bestand").set_input_files(chosen)
    expect(page.locator(".verdict .over")).to_have_text(", ".join(name for name, _ in files))
    return page.locator(".verdict")


def _pasted(page: Page, words: str) -> Locator:
    page.get_by_label("Of plak een lid").fill(words)
    page.get_by_role("button", name="Controleer").press("Enter")
    expect(page.locator(".verdict .over")).to_have_text("De geplakte tekst")
    return page.locator(".verdict")


def _published(website: Website, file: str) -> bytes:
    return (website.folder / EDITION / file).read_bytes()


def _data(website: Website) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_published(website, "overeenkomst.json"))
    return found


def test_a_good_copy_is_known_in_every_form_and_nothing_leaves_the_browser(visit: Visit, website: Website) -> None:
    page = visit(CHECK)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    data = _data(website)
    for name, content, says in (
        ("overeenkomst.json", _published(website, "overeenkomst.json"), "Ongewijzigd: de hele tekst"),
        ("canoniek.json", _published(website, "canoniek.json"), "byte voor byte gelijk"),
        (
            "mooi.json",
            json.dumps(json.loads(_published(website, "canoniek.json")), indent=2).encode(),
            "anders opgesch",
        ),
        ("overeenkomst.docx", _published(website, "overeenkomst.docx"), "Ongewijzigd: de hele tekst"),
        ("overeenkomst.md", _published(website, "overeenkomst.md"), "Ongewijzigd: de hele tekst"),
        ("waarborg.json", _published(website, "waarborg.json"), "Een echte waarborg"),
        ("ontvangstbewijs.json", _published(website, "ontvangstbewijs.json"), "Een ontvangstbewijs dat klopt"),
        ("bewaard.html", website.html(f"{EDITION}/volledig").encode(), "Ongewijzigd: de hele tekst"),
        ("artikel.html", website.html(f"{EDITION}/artikel-7").encode(), "Ongewijzigd: een deel van de tekst"),
        ("lid.txt", data["articles"][6]["clauses"][1]["text"].encode("utf-16"), "Deze woorden staan zo in 7.2"),
    ):
        said = _given(page, (name, content))
        expect(said).to_contain_text(says)
        expect(said).to_contain_text(NAME)
        expect(said).to_have_class("verdict ok")
        expect(page.locator(".spot")).to_have_count(0)
    expect(_pasted(page, data["sha256"])).to_contain_text("Dit controlegetal is bekend")
    expect(_pasted(page, data["articles"][6]["clauses"][1]["sha256"])).to_contain_text(
        "Het is het controlegetal van 7.2"
    )
    assert {request.method for request in asked} == {"GET"}
    assert all(request.post_data is None and request.url.startswith(website.url) for request in asked)
    assert not [request.url for request in asked if "?" in request.url or "#" in request.url]


def test_who_copies_a_whole_page_has_the_text_and_what_stands_beside_it(visit: Visit) -> None:
    page = visit(f"/{EDITION}/volledig/")
    words = page.locator("main").inner_text()
    assert "Verwijs naar dit lid" in words
    page.goto(CHECK)
    expect(_pasted(page, words)).to_contain_text("Ongewijzigd: de hele tekst")
    changed = words.replace("Verwijs naar dit lid", "Verwijs niet naar dit lid", 1)
    expect(_pasted(page, changed)).to_contain_text("Anders op één plaats")


def test_what_a_number_is_called_is_no_word_of_the_text(visit: Visit) -> None:
    page = visit(CHECK)
    html = """<main><div class="text"><p class="over">Versie 1</p><h1>Titel</h1><p class="chapter">Deel I</p>
      <section><a class="n">Lid 2.</a> <div class="words"><p>Een <button>woord</button></p></div>
      <div class="note">Verwijs</div></section></div></main>"""
    read = "async ([html, first]) => (await import('/theme/verify/page-text.js')).pageText(html, first)"
    whole = page.evaluate(read, [html, False])
    assert whole["text"].split("\n") == ["Titel", "Deel I", "2.", "Een woord"]
    assert whole["beside"] == ["Versie 1", "Lid 2.", "Verwijs", "Lid"]
    assert page.evaluate(read, [html, True])["text"].split("\n") == ["Titel", "2.", "Een woord"]


def test_one_letter_that_was_changed_is_shown_with_words_for_who_does_not_see_it(
    visit: Visit, website: Website
) -> None:
    page = visit(CHECK)
    whole = website.html(f"{EDITION}/volledig")
    at = whole.index('id="artikel-7.1"')
    said = _given(page, ("kopie.html", (whole[:at] + whole[at:].replace("onverwijld", "onverwild", 1)).encode()))
    expect(said).to_have_class("verdict wrong")
    expect(said).to_contain_text("Anders op één plaats")
    expect(said).to_contain_text(NAME)
    expect(page.locator(".spot")).to_have_count(1)
    expect(page.locator(".spot h3")).to_contain_text("7.1")
    expect(page.locator(".spot del")).to_have_text(" verwijderd: onverwijld einde verwijderd ")
    expect(page.locator(".spot ins")).to_have_text(" ingevoegd: onverwild einde ingevoegd ")
    drawn = page.locator(".spot del").evaluate("element => getComputedStyle(element).textDecorationLine")
    assert drawn == "line-through"
    page.get_by_role("link", name="Lees dit in de versie: 7.1").click()
    assert page.url == f"{website.url}/{EDITION}/volledig/#artikel-7.1"


def test_a_file_is_not_believed(visit: Visit, website: Website) -> None:
    """Neither a hash nor a version that it claims, nor what it hides."""
    page = visit(CHECK)
    data = _data(website)
    data["articles"][6]["clauses"][0]["text"] = (
        data["articles"][6]["clauses"][0]["text"].replace("niet", "wel", 1) + "!"
    )
    expect(_given(page, ("woord.json", json.dumps(data).encode()))).to_have_class("verdict wrong")
    data = _data(website) | {"sha256": "0" * 64}
    expect(_given(page, ("kenmerk.json", json.dumps(data).encode()))).to_contain_text(
        "niet zoals het is gepubliceerd: sha256"
    )
    data = _data(website) | {"version": "9.9"}
    expect(_given(page, ("versie.json", json.dumps(data).encode()))).to_contain_text(
        "het bestand zegt 9.9, deze site 1.5"
    )
    data = _data(website)
    data["articles"][6]["clauses"][0]["text"] = {"a": 1}
    expect(_given(page, ("vorm.json", json.dumps(data).encode()))).to_contain_text("iets wat er niet hoort")
    canonical = _published(website, "canoniek.json").replace(b"https://", b"http://", 1)
    expect(_given(page, ("koppeling.json", canonical))).to_have_class(
        "verdict wrong" if b"http://" in canonical else "verdict ok"
    )
    whole = website.html(f"{EDITION}/volledig")
    hidden = whole.replace(
        '<section class="part"', '<p class="note">En de klant betaalt alles.</p><section class="part"', 1
    )
    expect(_given(page, ("beside.html", hidden.encode()))).to_contain_text("“En de klant betaalt alles.”")
    script = whole.replace("</h1>", "</h1><script>window.ran = 1</script><img src='https://example.org/x'>", 1)
    expect(_given(page, ("script.html", script.encode()))).to_contain_text("Ongewijzigd")
    assert page.evaluate("window.ran") is None
    manifest = json.loads(_published(website, "waarborg.json"))
    manifest["clauses"][3]["sha256"] = "0" * 64
    said = _given(page, ("waarborg.json", json.dumps(manifest, separators=(",", ":")).encode()))
    expect(said).to_contain_text("Hij verschilt van de gepubliceerde in: clauses[3].sha256.")
    receipt = json.loads(_published(website, "ontvangstbewijs.json"))
    expect(_given(page, ("bewijs.json", json.dumps(receipt | {"manifest": "1" * 64}).encode()))).to_contain_text(
        "klopt niet"
    )
    other = json.dumps(receipt | {"agreement": "<b>ander</b>"}).encode()
    expect(_given(page, ("ander.json", other))).to_contain_text("Het bestand noemt versie 1.5 van <b>ander</b>.")


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="there is no ssh-keygen on this machine")
def test_a_signature_is_read_in_the_browser(visit: Visit, website: Website, tmp_path: Path) -> None:
    manifest = _published(website, "waarborg.json")
    (tmp_path / "waarborg.json").write_bytes(manifest)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", tmp_path / "key"], check=True)
    sign = ["ssh-keygen", "-q", "-Y", "sign", "-n", "clausule", "-f", tmp_path / "key", tmp_path / "waarborg.json"]
    subprocess.run(sign, check=True)
    signature = (tmp_path / "waarborg.json.sig").read_bytes()
    shown = ["ssh-keygen", "-l", "-f", tmp_path / "key.pub"]
    fingerprint = subprocess.run(shown, check=True, capture_output=True, text=True).stdout.split()[1]
    page = visit(CHECK)
    expect(_given(page, ("waarborg.json", manifest))).to_contain_text("niet ondertekend")
    said = _given(page, ("waarborg.json", manifest), ("waarborg.json.sig", signature))
    expect(said).to_contain_text("is ondertekend, en de handtekening klopt")
    expect(said).to_contain_text(fingerprint)
    expect(said).to_contain_text("geen gekwalificeerde handtekening")
    expect(said).to_contain_text("een sleutel die deze site niet noemt")
    expect(said).to_have_class("verdict doubt")
    expect(_given(page, ("alleen.sig", signature))).to_contain_text("Deze handtekening klopt")
    # As the page is of a site whose publisher signs.
    page.goto(CHECK)
    key = " ".join((tmp_path / "key.pub").read_text().split()[:2])
    page.evaluate(
        """([edition, key]) => {
          document.querySelector("check-text").dataset.signers = JSON.stringify({ [key]: "Mickcom ICT" });
          document.querySelector(`tr[data-address="../${edition}/"]`).dataset.signed = "yes";
        }""",
        [EDITION, key],
    )
    address = f"**/{EDITION}/waarborg.json.sig"
    page.route(address, lambda route: route.fulfill(body=signature))
    said = _given(page, ("canoniek.json", _published(website, "canoniek.json")))
    expect(said).to_contain_text("de handtekening klopt")
    expect(said).to_contain_text("de sleutel die deze site noemt als die van Mickcom ICT")
    expect(said).to_have_class("verdict ok")
    page.unroute(address)
    forged = signature[:120] + (b"B" if signature[120:121] == b"A" else b"A") + signature[121:]
    page.route(address, lambda route: route.fulfill(body=forged))
    said = _given(page, ("overeenkomst.json", _published(website, "overeenkomst.json")))
    expect(said).to_contain_text("handtekening onder de waarborg van deze versie klopt niet")
    expect(said).to_have_class("verdict wrong")
    page.unroute(address)
    unable = "() => Promise.reject(new DOMException('', 'NotSupportedError'))"
    page.evaluate(f"() => {{ SubtleCrypto.prototype.importKey = {unable}; }}")
    expect(_given(page, ("oud.sig", signature))).to_contain_text("deze browser kan dat niet controleren")


def test_what_cannot_be_checked_is_a_sentence(visit: Visit) -> None:
    page = visit(CHECK)
    for name, content, says in (
        ("leeg.txt", b"", "Er staat niets in."),
        ("x.pdf", b"%PDF-1.7\n\x00", "clausule verify BESTAND"),
        ("x.docx", b"PK\x03\x04\x00", "geen Word-bestand dat hier kan worden gelezen"),
        ("x.bin", b"\x00\x01\x02", "geen tekst"),
        ("x.json", b'{"a": ', "stuk, of kwam niet volledig aan"),
        ("y.json", b"[]", "niet van deze site"),
        ("kort.txt", b"Een twee drie", "te weinig woorden"),
        ("anders.txt", b"Morgen is het zonnig en in het zuiden valt er een bui.", "Deze tekst staat niet op deze site"),
    ):
        expect(_given(page, (name, content))).to_contain_text(says)
    expect(_pasted(page, "0" * 64)).to_contain_text("Dit controlegetal is hier niet bekend")


def test_an_edition_whose_data_are_not_there_or_not_right_is_named(visit: Visit, website: Website) -> None:
    page = visit(CHECK)
    page.route(f"**/{EDITION}/canoniek.json", lambda route: route.fulfill(status=404))
    words = _data(website)["articles"][6]["clauses"][1]["text"]
    expect(_pasted(page, words)).to_contain_text(f"Niet op te halen, en dus niet vergeleken: {NAME}.")
    page.unroute(f"**/{EDITION}/canoniek.json")
    spoiled = _published(website, "canoniek.json").replace(b"onverwijld", b"spoedig", 1)
    page.route(f"**/{EDITION}/canoniek.json", lambda route: route.fulfill(body=spoiled))
    expect(_pasted(page, words + " ")).to_contain_text("hebben niet het controlegetal dat deze pagina noemt")
    page.unroute(f"**/{EDITION}/canoniek.json")


def test_without_scripts_the_page_says_what_to_do(visit: Visit, website: Website) -> None:
    page = visit(CHECK, scripts=False)
    expect(page.locator(".no-script")).to_be_visible()
    expect(page.get_by_text("clausule verify BESTAND")).to_be_visible()
    expect(page.get_by_text("sha256sum canoniek.json")).to_be_visible()
    expect(page.get_by_role("link", name=_data(website)["sha256"])).to_have_attribute(
        "href", f"../{EDITION}/canoniek.json"
    )
    expect(page.locator("check-text")).to_be_empty()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_answer_is_for_everybody(visit: Visit, website: Website, scheme: str, width: int) -> None:
    """By keyboard, for a screen reader, on a narrow screen, in the dark and on paper."""
    page = visit(CHECK, scheme=scheme, width=width)
    page.get_by_label("Kies een bestand").focus()
    page.keyboard.press("Tab")
    page.keyboard.insert_text(_data(website)["articles"][6]["clauses"][0]["text"].replace("VERWERKER", "Verwerker", 1))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_be_focused()
    expect(page.locator(".verdict")).to_contain_text("Anders op één plaats")
    page.locator(".missing summary").press("Enter")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.get_by_label("Of plak een lid")).to_be_hidden()


def test_a_dropped_file_is_checked_wherever_it_lands(visit: Visit, website: Website) -> None:
    page = visit(CHECK)
    words = _data(website)["articles"][6]["clauses"][0]["text"]
    page.evaluate(_DROP, [words, 1])
    expect(page.locator(".verdict")).to_contain_text("Deze woorden staan zo in 7.1")
    page.evaluate(_DROP, ["12345678", 2_500_001])  # never read
    expect(page.locator(".verdict")).to_contain_text("groter dan 20 MB")
