"""The pages that compare two editions, without script: words, links, screen readers, phone and paper."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from access import SCREENS, faults_in_both
from playwright.sync_api import expect
from pypdf import PdfReader
from website import DAY, Visit, Website

from clausule.compare.history import make_history
from clausule.model.dates import current
from clausule.model.hashes import canonical
from clausule.pages.comparison.body import pair_address
from clausule.pages.comparison.pairs import static_pairs
from session import read_home

PAIR = "/voorbeeld/vergelijken/2.0...2.1/"
START = "/voorbeeld/vergelijken/"


class Redlines(HTMLParser):
    """The words of each row with insertions refused (``old``) and accepted (``new``), by its id."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.old: dict[str, str] = {}
        self.new: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self._row = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        classes = values.get("class") or ""
        if tag == "section" and "clause" in classes.split():
            self._row = values["id"] or ""
        if tag not in ("meta", "link", "br", "input"):
            self._open.append((tag, classes))

    def handle_endtag(self, tag: str) -> None:
        if self._open.pop() == ("p", "") and self._row in self.old:
            self.old[self._row] += "\n"
            self.new[self._row] += "\n"

    def handle_data(self, data: str) -> None:
        classes = {name for _, names in self._open for name in names.split()}
        tags = {tag for tag, _ in self._open}
        if "words" not in classes or classes & {"unseen", "kind", "within", "nature"}:
            return
        self.old[self._row] = self.old.get(self._row, "") + ("" if "ins" in tags else data)
        self.new[self._row] = self.new.get(self._row, "") + ("" if "del" in tags else data)


def _flat(words: str) -> str:
    return " ".join(words.split())


def test_every_page_rebuilds_both_texts_of_every_clause_that_it_shows(website: Website) -> None:
    agreement = read_home("voorbeeld").agreements[0]
    history = make_history(agreement)
    for old, new in static_pairs(agreement, current(agreement, DAY)):
        address = f"voorbeeld/{pair_address(history.editions[old], history.editions[new])}"
        shown = Redlines(website.html(address))
        rows = {
            row.unit.id if row.new else f"was-{row.unit.id}": row
            for _, rows in history.between(old, new)
            for row in rows
        }
        wanted = {
            name
            for name, row in rows.items()
            if row.kind in ("added", "removed", "changed") and row.unit.kind == "clause"
        }
        assert wanted <= shown.new.keys(), address
        for name in shown.new:
            assert canonical(shown.old[name]) == _flat("\n".join(unit.text for unit in rows[name].all_old)), (
                address,
                name,
            )
            assert canonical(shown.new[name]) == _flat("\n".join(unit.text for unit in rows[name].all_new)), (
                address,
                name,
            )


def test_successive_editions_and_earlier_ones_with_the_one_in_force(website: Website) -> None:
    folders = sorted(path.name for path in (website.folder / "voorbeeld/vergelijken").iterdir() if path.is_dir())
    successive = ["1.0...1.1", "1.1...1.2", "1.2...2.0", "2.0...2.1", "2.1...3.0", "3.0...3.1"]
    assert folders == sorted([*successive, "1.0...2.1", "1.1...2.1", "1.2...2.1", "geschiedenis"])
    assert not (website.folder / "123meekijken/vergelijken").exists()


def test_from_the_agreement_to_a_change_and_to_both_clauses(visit: Visit) -> None:
    page = visit("/voorbeeld/", scripts=False)
    page.get_by_role("link", name="Vergelijk twee versies").click()
    page.get_by_text("Alle vergelijkingen als lijst").click()
    page.get_by_role("link", name="Van 2.0 (01-07-2023) naar 2.1 (01-01-2026)").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 2.0 (01-07-2023) naar 2.1 (01-01-2026)")
    expect(page.locator(".tally")).to_contain_text("6 onderdelen gewijzigd · 2 nieuw")
    page.get_by_role("navigation", name="Wat er is gewijzigd").get_by_role("link", name="10 Datalekken").click()
    assert page.url.endswith("#deel-artikel-10")
    page.get_by_role("link", name="Lees in versie 2.0: 10.1").click()
    assert page.url.endswith("/voorbeeld/2.0/artikel-10/#artikel-10.1")


def test_a_renumbered_clause_says_what_it_was(visit: Visit) -> None:
    page = visit("/voorbeeld/vergelijken/1.2...2.0/", scripts=False)
    expect(page.locator("#deel-artikel-10")).to_contain_text("was artikel 9")
    expect(page.locator("section", has=page.locator("#deel-artikel-10")).locator(".renumbered")).to_contain_text(
        "(was 9."
    )
    expect(page.locator("#deel-artikel-5 .kind")).to_have_text("nieuw")
    expect(page.locator(".clause.mov .kind").first).to_contain_text("woorden gelijk")


def test_those_who_listen_hear_what_was_deleted_and_inserted(visit: Visit) -> None:
    page = visit(PAIR, scripts=False)
    clause = page.locator('[id="artikel-10.1"]')
    heard = clause.aria_snapshot()
    assert re.search(r"deletion: .*verwijderd: .*48.*einde verwijderd", heard), heard
    assert re.search(r"insertion: .*ingevoegd: .*24.*einde ingevoegd", heard), heard


def test_the_map_is_a_table_of_links_with_words(visit: Visit) -> None:
    page = visit(START, scripts=False)
    table = page.get_by_role("table", name="In één oogopslag")
    expect(table.get_by_role("rowheader", name="Artikel 10. Datalekken")).to_be_visible()
    table.get_by_role(
        "link", name=re.compile(r"gewijzigd in versie 2\.1 \(\d+ onderdelen\): Artikel 10\. Datalekken")
    ).click()
    assert page.url.endswith(f"{PAIR}#deel-artikel-10")


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, scheme: str, width: int) -> None:
    page = visit("/", width=width, scheme=scheme)
    for path in (START, PAIR, "/voorbeeld/vergelijken/1.2...2.0/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert faults_in_both(page, scheme) == []


COPIED = """() => {
  const [clause] = [...document.querySelectorAll(".changes .clause")].filter((one) => one.querySelector("del + ins"));
  getSelection().selectAllChildren(clause.querySelector(".words"));
  const data = new DataTransfer();
  clause.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
  return ["text/plain", "text/html"].map((kind) => data.getData(kind));
}"""


@pytest.mark.parametrize(
    ("path", "gone", "came"),
    [(PAIR, "verwijderd", "ingevoegd"), ("/example/compare/2.0...2.1/", "deleted", "inserted")],
)
def test_a_redline_is_copied_with_its_marks_and_with_what_it_is_of(
    visit: Visit, path: str, gone: str, came: str
) -> None:
    page = visit(path)
    words, marked = page.evaluate(COPIED)
    assert re.search(rf"\[{gone}: \S[^\]]*\S\] \[{came}: \S", words) and "einde" not in words and "end of" not in words
    assert re.search(r"<s>\S.*?</s> <u>\S.*?</u>", marked)
    assert words.endswith(f"{page.title()}\nhttp://localhost:8000{path}")


def test_on_paper_a_deletion_is_struck_through_and_an_insertion_underlined(visit: Visit, tmp_path: Path) -> None:
    page = visit(PAIR)
    page.emulate_media(media="print")
    style = "element => [getComputedStyle(element).textDecorationLine, getComputedStyle(element).backgroundColor]"
    assert page.locator(".changes ins").first.evaluate(style) == ["underline", "rgba(0, 0, 0, 0)"]
    assert page.locator(".changes del").first.evaluate(style) == ["line-through", "rgba(0, 0, 0, 0)"]
    page.pdf(path=str(tmp_path / "pair.pdf"), format="A4")
    first = PdfReader(tmp_path / "pair.pdf").pages[0].extract_text()
    assert "Van 2.0" in first and "/voorbeeld/vergelijken/2.0...2.1/" in first and "Lees in versie" not in first


def test_only_what_is_substantive_is_shown_when_that_is_asked_for(visit: Visit) -> None:
    page = visit(f"{PAIR}?toon=inhoudelijk")
    pressed = page.get_by_role("button", name="Alleen inhoudelijk (5)")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(page.locator("nature-filter")).to_contain_text("3 redactionele wijzigingen zijn niet getoond.")
    expect(page.locator(".clause:visible .nature")).to_have_text(["inhoudelijk"] * 5)
    expect(page.locator(".overview li:visible")).to_have_count(4)
    assert page.title().startswith("Alleen inhoudelijk · ")
    first = page.locator('[id="artikel-9.3"]')
    assert first.inner_text().index("vijf Werkdagen in plaats van tien") < first.inner_text().index("Kan Verwerkings")
    pressed.click()
    assert page.url.endswith(PAIR)
    expect(page.locator('[id="artikel-9.4"]')).to_be_visible()
    page.goto(f"{PAIR}?toon=inhoudelijk#artikel-9.4")  # a link into what would not be shown
    expect(page.locator('[id="artikel-9.4"]')).to_be_visible()
    expect(pressed).to_have_attribute("aria-pressed", "false")
    page.goto(f"{START}?van=2.0&naar=2.1&toon=inhoudelijk")
    expect(page.locator(".clause:visible .nature")).to_have_text(["inhoudelijk"] * 5)
    expect(page.get_by_role("button", name="Alleen inhoudelijk (5)")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".overview li:visible")).to_have_count(4)
