"""The questionnaire of Mickcom, filled in by keyboard from top to bottom, saved, read in elsewhere and printed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from forms import FOCUSED, MICKCOM, VOORBEELD, answers, give, read_in, saved
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from website import Visit, Website

NASTY = "<img src=x onerror=alert(1)><b>vet</b> {{x}} {!/etc/passwd!} &amp; 👩‍👩‍👧 עברית \u202eRTL\u202c\n\tregel 2"


def _by_keyboard(page: Page) -> dict[str, str]:
    """Tab, and an answer wherever the tabulator stops; every choice JA where something follows from it."""
    wanted: dict[str, str] = {}
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # 'Naar de tekst'
    page.keyboard.press("Tab")
    for number in range(400):
        stop = page.evaluate(FOCUSED)
        if stop["text"] == "Bewaar als bestand":
            return wanted
        if stop["options"]:
            answer = "JA" if page.locator(f'[data-when^="{stop["ask"]}="]').count() or number % 3 else "NEE"
            page.keyboard.press(answer[0].lower() if number % 2 else "Space" if answer == "JA" else "ArrowRight")
            wanted[stop["ask"]] = answer
        elif stop["ask"] and stop["tag"] == "TEXTAREA":
            wanted[stop["ask"]] = f"antwoord {number}, 1 op 3"
            page.keyboard.type(wanted[stop["ask"]])
        page.keyboard.press("Tab")
    raise AssertionError("the tabulator never came to the end")


def test_by_keyboard_alone_then_saved_read_in_elsewhere_and_printed(
    visit: Visit, website: Website, tmp_path: Path
) -> None:
    page = visit(MICKCOM, kept=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # The browser draws the icon of the tab again whenever it likes; the form needs nothing.
    page.context.route("**/icon.svg", lambda route: route.fulfill(content_type="image/svg+xml", body="<svg/>"))
    expect(page.get_by_role("button", name="Bewaar als bestand")).to_be_visible()
    asked.clear()
    page.context.set_offline(True)
    wanted = _by_keyboard(page)
    assert len(wanted) == 43 + 17 + 2 and answers(page) == wanted
    page.get_by_label("Wanneer is het ontdekt?").fill("2026-03-28T20:15")
    path, file = saved(page, tmp_path)
    # Nothing was asked of the network, which was away, while the form was used: a file is made inside the browser.
    assert [url for url in asked if not url.startswith("blob:") and not url.endswith("/icon.svg")] == []

    schema = json.loads((website.folder / "schema/vragenlijst.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(file)
    assert {row["id"]: row["answer"] for row in file["answers"]} == wanted
    assert [row["id"] for row in file["answers"]] == list(answers(page))
    assert file["discovered"] == "2026-03-28T20:15:00+01:00"

    other = visit(MICKCOM)
    read_in(other, path)
    assert answers(other) == wanted
    expect(other.get_by_label("Wanneer is het ontdekt?")).to_have_value("2026-03-28T20:15")
    again = saved(other, tmp_path)[1]
    assert {key: again[key] for key in again if key != "saved"} == {key: file[key] for key in file if key != "saved"}

    other.pdf(path=str(tmp_path / "verslag.pdf"), format="A4")
    paper = " ".join(" ".join(one.extract_text() for one in PdfReader(tmp_path / "verslag.pdf").pages).split())
    assert file["sha256"] in paper.replace(" ", "") and "de eerste melding" in paper
    position = paper.index("Vragenlijst Beveiligingsincident")
    for row in file["answers"]:
        found = paper.find(row["answer"], position)
        assert found > 0, row
        position = found + len(row["answer"])
    assert "Zet de rest op NEE" not in paper and "Lees een bewaard bestand in" not in paper


def test_a_letter_chooses_and_delete_takes_the_answer_away(visit: Visit) -> None:
    page = visit(MICKCOM)
    choice = page.get_by_role("radiogroup", name="Ouderen:")
    choice.get_by_role("radio", name="JA").focus()
    page.keyboard.press("n")
    expect(choice.get_by_role("radio", name="NEE")).to_be_checked()
    page.keyboard.press("Delete")
    expect(choice.get_by_role("radio", name="NEE")).not_to_be_checked()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(choice.get_by_role("radio", name="JA")).to_be_checked()


def test_what_follows_shows_when_it_is_asked_and_nothing_typed_is_lost(visit: Visit) -> None:
    page = visit(VOORBEELD)
    choose = lambda name, option: (  # noqa: E731
        page.get_by_role("radiogroup", name=name, exact=True).get_by_role("radio", name=option).press("Space")
    )
    nested = page.get_by_role("radiogroup", name="Geldt dat voor alle Persoonsgegevens:")
    which = page.get_by_role("textbox", name="Geldt dat voor alle Persoonsgegevens: zo nee; voor welke niet:")
    expect(nested).to_be_hidden()
    choose("Versleuteld:", "JA")
    expect(nested).to_be_visible()
    expect(which).to_be_hidden()
    choose("Geldt dat voor alle Persoonsgegevens:", "NEE")
    which.fill("de back-up")
    choose("Versleuteld:", "NEE")
    expect(which).to_be_visible()
    expect(page.locator("[data-ask]", has=which)).to_contain_text("wat hier staat blijft in het verslag")
    which.fill("")
    expect(which).to_be_hidden()


def test_the_rest_of_a_list_in_one_press(visit: Visit) -> None:
    page = visit(MICKCOM)
    page.get_by_role("radiogroup", name="Geslacht:").get_by_role("radio", name="JA").press("Space")
    page.get_by_role("button", name="Zet de rest op NEE: Om welk type gegevens gaat het?").press("Enter")
    chosen = [answer for name, answer in answers(page).items() if "om-welk-type" in name and answer]
    assert chosen.count("JA") == 1 and chosen.count("NEE") == 25


def test_it_counts_what_is_open(visit: Visit) -> None:
    page = visit(VOORBEELD)
    bar = page.get_by_role("region", name="Afronden")
    expect(bar).to_contain_text("0 van 68 beantwoord")
    expect(bar).to_contain_text("nog 12 verplichte vragen open")
    page.get_by_role("textbox", name="Welk nummer heeft het Datalek").fill("2026-4")
    expect(bar).to_contain_text("1 van 68 beantwoord")
    expect(bar).to_contain_text("nog 11 verplichte vragen open")
    page.get_by_role("radiogroup", name="Is een Sub-verwerker bij het Datalek betrokken?").get_by_role(
        "radio", name="JA"
    ).press("Space")
    expect(bar).to_contain_text("2 van 69 beantwoord")
    expect(bar).to_contain_text("nog 11 verplichte vragen open")


def test_an_index_says_how_far_each_part_is(visit: Visit) -> None:
    page = visit(VOORBEELD, scripts=False)
    parts = page.get_by_role("navigation", name="Onderdelen van dit formulier").get_by_role("listitem")
    expect(parts).to_have_count(9)
    page.get_by_role("link", name="B. Tijdlijn").click()
    expect(page.locator(":target")).to_contain_text("Tijdlijn")
    page = visit(VOORBEELD)
    parts = page.get_by_role("navigation", name="Onderdelen van dit formulier").get_by_role("listitem")
    expect(parts.last).to_contain_text("0 van 2")
    page.get_by_role("textbox", name="Heeft Verwerker nog opmerkingen?").fill("nee")
    expect(parts.last).to_contain_text("1 van 2")
    expect(parts.first).to_contain_text("0 van")
    expect(page.locator(".bar-below .counted")).to_have_text(re.compile("^1 van "))


def test_the_final_step_comes_once_there_is_a_connection_again(visit: Visit) -> None:
    page = visit("/", kept=False)
    page.route("**/fill-in-finish.js", lambda route: route.fulfill(status=404))
    page.goto(VOORBEELD)
    expect(page.locator(".finish .said")).to_contain_text("er was geen verbinding")
    give(page, "{}")
    expect(page.locator(".start .said")).to_contain_text("er was geen verbinding")
    keep = page.get_by_label("Bewaar een concept in deze browser")
    keep.press("Space")
    expect(keep).not_to_be_checked()
    expect(page.get_by_role("button", name="Bewaar als bestand")).to_have_count(0)
    page.unroute("**/fill-in-finish.js")
    page.get_by_role("textbox", name="Welk nummer heeft het Datalek").fill("2026-4")
    expect(page.get_by_role("button", name="Bewaar als bestand")).to_be_visible()
    expect(page.locator(".finish .said")).to_be_empty()
    keep.press("Space")
    expect(page.locator(".start .said")).to_contain_text("Concept bewaard om")


def test_a_message_has_an_address_and_a_subject_only(visit: Visit) -> None:
    page = visit(MICKCOM)
    page.get_by_role("textbox", name="Geef een omschrijving").fill("een laptop")
    message = page.get_by_role("link", name="Open een bericht")
    expect(message).to_have_attribute("href", re.compile(r"^mailto:info@mickcom\.nl\?subject=Verslag%3A%20[^&?]*$"))
    page.get_by_label("E-mailadres van de ontvanger").fill("fg@klant.example?body=x&cc=y")
    expect(message).to_have_attribute(
        "href", re.compile(r"^mailto:fg@klant\.example%3Fbody%3Dx%26cc%3Dy\?subject=[^&?]*$")
    )
    expect(page.locator(".ways .go")).to_have_text(["Bewaar als bestand", "Druk het verslag af"])
    expect(page.locator(".ways")).to_contain_text("voeg het opgeslagen bestand toe")


def test_whatever_is_pasted_stays_words(visit: Visit, tmp_path: Path) -> None:
    page = visit(MICKCOM)
    first, second = (
        page.get_by_role("textbox", name="Geef een omschrijving"),
        page.get_by_role("textbox", name="Omschrijf de groep"),
    )
    first.fill(NASTY)
    long = "é" * 99_990 + "😀 einde"
    second.fill(long)
    path, file = saved(page, tmp_path)
    assert [row["answer"] for row in file["answers"]] == [NASTY, long]
    page.get_by_text("Bekijk de tekst").press("Enter")
    mail = page.get_by_label("Tekst voor een e-mail")
    expect(mail).to_have_value(re.compile("<img src=x onerror=alert"))
    assert long in mail.input_value() and "regel 2" in mail.input_value()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".report").evaluate("element => element.querySelectorAll('img, b').length") == 0
    assert NASTY.splitlines()[0] in page.locator(".report").text_content()  # type: ignore[operator]
    other = visit(MICKCOM)
    read_in(other, path)
    assert first.input_value() == NASTY and answers(other) == answers(page)


def _file(page: Page, tmp_path: Path) -> dict[str, Any]:
    page.get_by_role("textbox", name="Geef een omschrijving").fill("een laptop")
    page.get_by_role("radiogroup", name="Ouderen:").get_by_role("radio", name="JA").press("Space")
    return saved(page, tmp_path)[1]


WRONG: dict[str, tuple[Any, str]] = {
    "half a file": (lambda file: json.dumps(file)[:-20], "geen JSON, of het is niet heel overgekomen"),
    "a list": (lambda file: "[]", "geen JSON"),
    "something else": (lambda file: {"kind": "acceptance"}, "geen ingevulde vragenlijst"),
    "a newer schema": (lambda file: file | {"schema": 2}, "nieuwere versie van het formulier"),
    "schema as words": (lambda file: file | {"schema": "1"}, "bij “schema” iets wat er niet hoort"),
    "another agreement": (lambda file: file | {"agreement": "voorbeeld"}, "andere overeenkomst (voorbeeld)"),
    "another edition": (
        lambda file: file | {"edition": "1.4"},
        "versie 1.4 van de overeenkomst, en dit formulier bij versie 1.5",
    ),
    "another annex": (lambda file: file | {"annex": "bijlage-2"}, "andere bijlage (bijlage-2)"),
    "another text": (lambda file: file | {"sha256": "0" * 64}, "andere tekst daarvan"),
    "answers that are no list": (lambda file: file | {"answers": {"a": "b"}}, "bij “answers” iets"),
    "an answer that is a number": (
        lambda file: file | {"answers": [file["answers"][0] | {"answer": 7}]},
        "bij “answers” iets",
    ),
    "the same question twice": (lambda file: file | {"answers": [file["answers"][0]] * 2}, "bij “answers” iets"),
    "a question of nobody": (
        lambda file: file | {"answers": [{"id": "__proto__", "question": "Vals?", "answer": "x"}]},
        "een vraag die deze bijlage niet heeft (“Vals?”)",
    ),
    "an option of nobody": (
        lambda file: file | {"answers": [file["answers"][1] | {"answer": "MISSCHIEN"}]},
        "antwoordt “MISSCHIEN” waar alleen JA of NEE kan",
    ),
    "no moment": (lambda file: file | {"discovered": "gisteren"}, "bij “discovered” iets"),
    "a report that is none": (lambda file: file | {"report": -1}, "bij “report” iets"),
    "an earlier report that is none": (
        lambda file: file | {"previous": {"report": 1, "saved": "x", "answers": []}},
        "bij “saved” iets",
    ),
    "a prototype": (
        lambda file: json.dumps({}).replace(
            "{}", '{"__proto__": {"kind": "questionnaire"}, "constructor": {"prototype": {"x": 1}}}'
        ),
        "geen ingevulde vragenlijst",
    ),
}


def test_a_file_that_does_not_belong_here_changes_nothing(visit: Visit, tmp_path: Path) -> None:
    page = visit(MICKCOM)
    file = _file(page, tmp_path)
    before = answers(page)
    for name, (spoil, sentence) in WRONG.items():
        give(page, spoil(file))
        expect(page.locator(".start .said"), name).to_contain_text(sentence)
        expect(page.locator(".asked-first"), name).to_be_hidden()
        assert answers(page) == before, name
    assert page.evaluate("({}).kind") is None and page.evaluate("({}).x") is None


def test_a_file_of_another_edition_leads_to_its_form(visit: Visit, tmp_path: Path) -> None:
    page = visit(MICKCOM)
    file = _file(page, tmp_path)
    give(page, file | {"edition": "1.4"})
    expect(
        page.locator(".start .said").get_by_role("link", name="Open het formulier van versie 1.4")
    ).to_have_attribute("href", "../../../1.4/bijlage-3/invullen/")
    give(page, file | {"edition": "../../x"})
    expect(page.locator(".start .said")).to_contain_text("versie ../../x")
    expect(page.locator(".start .said a")).to_have_count(0)


def test_what_a_file_replaces_comes_back(visit: Visit, tmp_path: Path) -> None:
    page = visit(MICKCOM)
    file = _file(page, tmp_path)
    page.get_by_role("textbox", name="Geef een omschrijving").fill("iets anders")
    give(page, file)
    expect(page.locator(".asked-first")).to_contain_text("de eerste melding")
    expect(page.locator(".asked-first")).to_contain_text("Hier staan al 2 antwoorden")
    page.get_by_role("button", name="Ga hiermee verder").press("Enter")
    expect(page.get_by_role("textbox", name="Geef een omschrijving")).to_have_value("een laptop")
    page.get_by_role("button", name="Terug naar wat er stond").press("Enter")
    expect(page.get_by_role("textbox", name="Geef een omschrijving")).to_have_value("iets anders")


def test_a_second_report_says_what_is_new(visit: Visit, tmp_path: Path) -> None:
    page = visit(MICKCOM)
    first = _file(page, tmp_path)
    other = visit(MICKCOM)
    read_in(other, first, "Maak een aanvulling hierop")
    since = other.locator(".since")
    expect(since).to_contain_text("is nog niets gewijzigd")
    other.get_by_role("textbox", name="Geef een omschrijving").fill("twee laptops")
    other.get_by_role("textbox", name="Overig:").fill("een telefoon")
    expect(since).to_contain_text("Nieuw of anders sinds de eerste melding")
    expect(since).to_contain_text("2 antwoorden")
    expect(
        other.locator("[data-ask]", has=other.get_by_role("textbox", name="Overig:")).locator(".state")
    ).to_have_text("nieuw")
    other.get_by_text("Bekijk de tekst").press("Enter")
    text = other.get_by_label("Tekst voor een e-mail")
    expect(text).to_have_value(re.compile(r"twee laptops \(gewijzigd; stond: een laptop\)"))
    assert "Soort: aanvulling 1" in text.input_value() and "een telefoon (nieuw)" in text.input_value()
    _, second = saved(other, tmp_path)
    assert second["report"] == 2 and second["previous"]["answers"] == first["answers"]
    third = visit(MICKCOM)
    read_in(third, second)
    expect(third.locator(".since")).to_contain_text("2 antwoorden")


def test_a_draft_is_kept_only_when_asked(visit: Visit) -> None:
    page = visit(MICKCOM)
    field = page.get_by_role("textbox", name="Geef een omschrijving")
    field.fill("een laptop")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_label("Bewaar een concept in deze browser").press("Space")
    expect(page.locator(".start .said")).to_contain_text("Concept bewaard om")
    page.reload()
    expect(field).to_have_value("een laptop")
    expect(page.locator(".start .said")).to_contain_text("staat er weer")
    page.goto("/mickcom/huidig/bijlage-3/invullen/")
    expect(field).to_have_value("een laptop")
    page.get_by_label("Bewaar een concept in deze browser").press("Space")
    assert page.evaluate("localStorage.length") == 0
    expect(page.locator(".start .said")).to_contain_text("gewist")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("new DOMException('no', 'SecurityError')", "laat niets bewaren"),
        ("new DOMException('full', 'QuotaExceededError')", "opslag van deze browser is vol"),
    ],
)
def test_a_browser_that_keeps_nothing_is_no_obstacle(visit: Visit, tmp_path: Path, fault: str, sentence: str) -> None:
    page = visit("/", kept=False)
    page.add_init_script(f"Storage.prototype.setItem = () => {{ throw {fault}; }}")
    page.goto(MICKCOM)
    page.get_by_label("Bewaar een concept in deze browser").press("Space")
    expect(page.locator(".start .said")).to_contain_text(sentence)
    assert _file(page, tmp_path)["answers"][0]["answer"] == "een laptop"


def test_a_draft_that_cannot_be_read_stays_where_it_is(visit: Visit, website: Website) -> None:
    page = visit(MICKCOM)
    page.get_by_label("Bewaar een concept in deze browser").press("Space")
    expect(page.locator(".start .said")).to_contain_text("Concept bewaard")
    page.evaluate("localStorage.setItem(Object.keys(localStorage)[0], '{')")
    page.reload()
    expect(page.locator(".start .said")).to_contain_text("niet te lezen en is blijven staan")
    assert page.evaluate("Object.values(localStorage)") == ["{"]


def test_copying_that_is_refused_shows_the_text(visit: Visit) -> None:
    page = visit("/", kept=False)
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new Error(); } } })"
    )
    page.goto(MICKCOM)
    page.get_by_role("textbox", name="Geef een omschrijving").fill("een laptop")
    page.get_by_role("button", name="Kopieer de tekst voor een e-mail").press("Enter")
    expect(page.locator(".finish .said")).to_contain_text("Kopiëren lukt hier niet")
    expect(page.get_by_label("Tekst voor een e-mail")).to_be_focused()
    expect(page.get_by_label("Tekst voor een e-mail")).to_have_value(re.compile("een laptop"))
