"""The forms as pages: all words of the annex, without script, for everyone, on a phone and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from access import faults
from forms import MICKCOM, VOORBEELD, give
from playwright.sync_api import expect
from pypdf import PdfReader
from website import Visit, Website

from clausule.language.language import language_of
from clausule.law.supervisor import NETHERLANDS, supervisor_asks
from clausule.model.nodes import block_texts
from clausule.read import read_repository

WIDE = (
    MICKCOM,
    "/123meekijken/ongedateerd/datalek/",
    "/123meekijken/ongedateerd/uw-exemplaar/",
    "/voorbeeld/getekend/",
)
NARROW = (VOORBEELD, "/123meekijken/ongedateerd/datalek/", "/mickcom/1.5/uw-exemplaar/", "/voorbeeld/getekend/")


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


@pytest.mark.parametrize("path", [MICKCOM, VOORBEELD])
def test_every_word_of_the_annex_is_on_the_form_in_its_order(visit: Visit, website: Website, path: str) -> None:
    _, slug, version, name, *_ = path.split("/")
    edition = next(
        one for one in read_repository(website.repository, slug).agreements[0].editions if one.version == version
    )
    annex = next(one for one in edition.annexes if one.id == name)
    page = visit(path, scripts=False)
    shown = page.locator("fill-in").text_content() or ""
    position = 0
    letters = _letters(shown)
    texts = [
        *block_texts(annex.intro),
        *(text for section in annex.sections for text in (section.heading, *block_texts(section.blocks))),
    ]
    for text in texts:
        found = letters.find(_letters(text.plain), position)
        assert found >= 0, text.plain
        position = found + len(_letters(text.plain))


def test_every_control_has_a_name_of_its_own(visit: Visit) -> None:
    for path in (MICKCOM, VOORBEELD):
        page = visit(path)
        for choice in page.locator("fill-in [role=radiogroup]").all():
            names = choice.evaluate(
                "e => e.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).textContent)"
            )
            assert all(name.strip() for name in names)
        names = page.locator("[data-ask] textarea").evaluate_all(
            "all => all.map((one) => one.getAttribute('aria-labelledby').split(' ').map((id) => "
            "document.getElementById(id).textContent.trim()).join(' '))"
        )
        within = page.locator("[data-ask] textarea").evaluate_all(
            "all => all.map((one) => one.closest('.question').dataset.question)"
        )
        assert all(names) and len(set(zip(within, names, strict=True))) == len(names), path


def test_what_the_supervisor_asks_stands_beside_the_answer_or_is_a_gap(visit: Visit) -> None:
    page = visit(MICKCOM, scripts=False)
    expect(
        page.locator(".question", has_text="Welke gevolgen kan de inbreuk hebben").locator(".asked")
    ).to_contain_text("onderdeel 7: de waarschijnlijke gevolgen (artikel 33 lid 3 onder c AVG)")
    gaps = page.locator(".gaps")
    for words in (
        "op grond van welke wet u meldt",
        "onder b AVG",
        "of de inbreuk nog voortduurt",
        "ras of etnische afkomst",
        "of u ook bij andere toezichthouders meldt",
        "of de melding volledig is",
    ):
        expect(gaps).to_contain_text(words)
    expect(gaps).to_contain_text("DNA staat hier als voorbeeld van een biometrisch gegeven")
    for path in (MICKCOM, VOORBEELD):
        page.goto(path)
        told = " ".join(page.locator(".asked, .gaps li").all_inner_texts())
        assert all(language_of("nl").law.ask(NETHERLANDS, name) in told for name in supervisor_asks()), path
    page.goto("/123meekijken/ongedateerd/datalek/")
    assert page.locator(".asks li").count() == len(supervisor_asks())


def test_the_pages_lead_to_the_forms(visit: Visit) -> None:
    page = visit("/mickcom/1.5/bijlage-3/", scripts=False)
    page.get_by_role("link", name="Vul deze vragenlijst hier in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Procedure Meldplicht Datalekken")
    page.get_by_role("link", name="Uw exemplaar").click()
    assert page.url.endswith("/mickcom/1.5/uw-exemplaar/")
    page.goto("/123meekijken/ongedateerd/artikel-7/")
    page.get_by_role("complementary").get_by_role("link", name="Bij een datalek").click()
    page.goto("/voorbeeld/")
    page.get_by_role("link", name="Wat hebt u getekend?").click()
    assert page.url.endswith("/voorbeeld/getekend/")
    page.goto("/mickcom/1.4/bijlage-3/invullen/")
    page.get_by_role("link", name="Lees bijlage 3 in de nieuwste versie").click()
    assert page.url.endswith("/mickcom/huidig/bijlage-3/")


def test_without_script_the_form_is_printed_and_filled_in_by_pen(visit: Visit, tmp_path: Path) -> None:
    page = visit(MICKCOM, scripts=False)
    expect(page.get_by_text("Druk deze pagina af en vul haar in met de pen")).to_be_visible()
    assert page.locator("[data-ask]:visible").count() == 62
    page.pdf(path=str(tmp_path / "pen.pdf"), format="A4")
    paper = " ".join(" ".join(one.extract_text() for one in PdfReader(tmp_path / "pen.pdf").pages).split())
    assert len(re.findall(r"JA\s*NEE", paper)) == 43
    assert (
        "Ontdekt op (datum en tijd):" in paper
        and "geldt deze versleuteling" in paper
        and "Wat de toezichthouder ook vraagt" in paper
    )
    script = visit(MICKCOM)
    script.pdf(path=str(tmp_path / "empty.pdf"), format="A4")
    empty = " ".join(" ".join(one.extract_text() for one in PdfReader(tmp_path / "empty.pdf").pages).split())
    assert len(re.findall(r"JA\s*NEE", empty)) == 43 and "Zet de rest" not in empty


@pytest.mark.parametrize(
    ("scheme", "width", "paths"), [("light", 1280, WIDE), ("dark", 320, NARROW)], ids=["wide", "narrow"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    visit: Visit, scheme: str, width: int, paths: tuple[str, ...]
) -> None:
    page = visit("/", scheme=scheme, width=width)
    for path in paths:
        page.goto(path)
        if page.locator("fill-in").count():
            page.get_by_label("Wanneer is het ontdekt?").fill("2026-10-25T02:30")
            page.evaluate("document.querySelectorAll('fill-in input[value=JA]').forEach((one) => one.click())")
            page.locator("fill-in textarea").first.fill("W" * 400)
            give(page, "{")
            page.get_by_text("Bekijk de tekst").press("Enter")
        elif page.locator("own-copy textarea").count():
            page.locator("own-copy textarea").first.fill("W" * 300)
            page.locator(".own-text .sheet").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        # The text itself is looked at on its own pages.
        assert faults(page, without=".own-text :is(.article, .annex)") == []
        # A page with answers asks before it is left; here nobody is there to answer.
        page.evaluate(
            "addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })"
        )


def test_a_field_with_the_focus_is_not_under_the_bar(visit: Visit) -> None:
    page = visit("/voorbeeld/2.1/bijlage-3/invullen/")
    fields = page.locator("fill-in textarea:visible").all()
    assert len(fields) > 10
    for field in fields:
        field.evaluate("""field => {
            const to = field.getBoundingClientRect().bottom + scrollY - innerHeight;
            scrollTo({ top: to, behavior: "instant" });
            field.focus();
        }""")
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        low, bar = field.evaluate("""field => [field.getBoundingClientRect().bottom,
            document.querySelector(".bar-below").getBoundingClientRect().top]""")
        assert low <= bar
