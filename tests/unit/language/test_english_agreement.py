"""An agreement in English, from its sources to its pages: with English words, ids and addresses."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.author.new_agreement import Wanted, new_agreement
from clausule.check import check
from clausule.language.language import language_of
from clausule.model.editions import Agreement
from clausule.model.walk import edition_texts
from clausule.pages.edition.stage import render_edition
from clausule.pages.root.stage import render_root
from clausule.read import read_repository
from editions import book_of

EN = language_of("en")
HEAD = '---\nversion: "1.0"\n---\n\n'
FILES = {
    "index.md": "---\ntitle: Data Processing Agreement\npublisher: Shop\nlanguage: en\n---\n\nData are processed.\n",
    "1.0/index.md": '---\nversion: "1.0"\neffective: 2018-05-25\n---\n\n# Data Processing Agreement\n\n'
    "1. Shop (the “Supplier”);\n\n2. the other party (the “Customer”).\n",
    "1.0/article-01.md": f"{HEAD}# Clause 1. Data\n\n1.1 Supplier processes the data in Schedule 1.\n\n"
    "1.2 Supplier follows:\n\n(a) clause 1.1;\n\n(b) Article 28(3)(a) GDPR.\n",
    "1.0/article-02.md": f"{HEAD}# Section 2. Security\n\n2.1 What clause 1.2(a) says of Customer holds here.\n",
    "1.0/annex-1.md": HEAD.replace("\n---\n\n", "\nkind: measures\n---\n\n")
    + "# Schedule 1. Measures\n\n## A. Doors\n\n- Doors are locked.\n",
}


@pytest.fixture
def dpa(tmp_path: Path) -> Agreement:
    for name, text in FILES.items():
        file = tmp_path / "docs/dpa" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    repository = read_repository(tmp_path)
    assert [str(one.message) for one in check(repository) if one.severity != "note"] == []
    (agreement,) = repository.agreements
    return agreement


def test_it_is_read_with_english_ids(dpa: Agreement) -> None:
    (edition,) = dpa.editions
    assert [article.id for article in edition.articles] == ["article-1", "article-2"]
    assert [annex.id for annex in edition.annexes] == ["annex-1"]
    assert [term.term for term in edition.definitions] == ["Supplier", "Customer"]
    notes = Notes(edition)
    texts = [text for _, text in edition_texts(edition)]
    found = [target.address for text in texts for one in notes.references(text) for target in one.targets]
    gdpr = "https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:32016R0679#028.003"
    assert found == ["annex-1", "article-1.1", gdpr, "article-1.2-a"]


def test_its_pages_are_english(dpa: Agreement) -> None:
    (edition,) = dpa.editions
    day = date(2026, 1, 1)
    root = render_root([dpa], {edition.name: Notes(edition)}, day=day, site_url="https://example.org/")
    pages = render_edition(book_of(dpa, edition, status="in force", current=edition, site_url="https://example.org/"))
    assert {"article-1.md", "annex-1.md", "full-text.md", "measures.md", "your-copy.md"} <= pages.keys()
    assert {"dpa/on/index.md", "dpa/signed/index.md"} <= root.keys()
    shown = pages["article-2.md"].decode()
    assert "Section 2" in shown and "25 May 2018" in shown and "ARTIKEL" not in shown.upper()
    links = "".join(page.decode() for name, page in (root | pages).items() if name.endswith(".md"))
    assert not re.findall(r"(?:artikel|bijlage|huidig|vergelijken|volledig|sub-verwerkers|getekend)/", links)


def test_a_day_is_written_with_its_month() -> None:
    assert EN.dates.long(date(2018, 5, 25)) == EN.dates.short(date(2018, 5, 25)) == "25 May 2018"


def test_an_agreement_begins_empty(tmp_path: Path) -> None:
    wanted = Wanted(slug="dpa", title="DPA", publisher="Shop", language="en")
    started = new_agreement(tmp_path, wanted, None, tmp_path)
    assert sorted(started.paths) == ["docs/dpa/1.0/article-01.md", "docs/dpa/1.0/index.md", "docs/dpa/index.md"]
    assert "[fill in: what the parties agree]" in [what for _, _, what in started.places]


HEADINGS = [
    ("Article 7. Security", "7", "Security"),
    ("Section 7 - Security", "7", "Security"),
    ("ARTICLE IV — TERM", "IV", "TERM"),
    ("7. Security", "7", "Security"),
    ("Clause 12: Liability", "12", "Liability"),
    ("§ 3 Fees", "3", "Fees"),
    ("IV. Term", "IV", "Term"),
]


@pytest.mark.parametrize(("line", "number", "title"), HEADINGS)
def test_headings_of_articles(line: str, number: str, title: str) -> None:
    match = EN.grammar.ARTICLE_HEADING.fullmatch(line)
    assert match and (match["number"], match["title"]) == (number, title)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Schedule 1 – Details of Processing", "1", "Details of Processing"),
        ("ANNEX II: TECHNICAL MEASURES", "II", "TECHNICAL MEASURES"),
        ("Appendix A", "A", ""),
        ("Exhibit B. Sub-processors", "B", "Sub-processors"),
        ("Attachment 3", "3", ""),
        ("Annex", None, ""),
    ],
)
def test_headings_of_annexes(line: str, number: str | None, title: str) -> None:
    match = EN.grammar.ANNEX_HEADING.fullmatch(line)
    assert match and (match["number"], match["title"]) == (number, title)


@pytest.mark.parametrize("line", ["Sectional matters", "Annexation of land", "Clauses apply", "Article"])
def test_what_is_no_heading(line: str) -> None:
    assert not EN.grammar.ARTICLE_HEADING.fullmatch(line) and not EN.grammar.ANNEX_HEADING.fullmatch(line)


def test_an_id_says_what_it_is() -> None:
    assert [EN.grammar.name_of(name) for name in ("article-7.2-a", "annex-2-a", "article-7")] == [
        "article 7.2(a)",
        "annex 2 a",
        "article 7",
    ]


DEFINED = """\
# 1. Definitions

1.1 In this Agreement the following terms have the meanings set out below:

(a) Affiliate: a company under common control;

(b) “Business Day” means a day other than a Saturday or Sunday in England;

- **Services** means the services in Schedule 1;

1.2 “**Order Form**” means the form on which Customer ordered.

1.3 The following definitions apply:

| Term | Meaning |
|---|---|
| Fees | what Customer pays |
| “Term” | how long it lasts |

1.4 In this Agreement, “Confidential Information” has the meaning given in clause 9, and Acme Ltd (the “Supplier”) and
the other party (“Customer” or “you”) are each a party.
"""


def test_terms_are_defined_in_every_way(tmp_path: Path) -> None:
    files = FILES | {"1.0/article-01.md": f"{HEAD}{DEFINED}"}
    for name, text in files.items():
        file = tmp_path / "docs/dpa" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (edition,) = read_repository(tmp_path).agreements[0].editions
    found = {one.term: one.source for one in edition.definitions if one.owner.startswith("article-1")}
    assert found == {
        "Affiliate": "item",
        "Business Day": "item",
        "Services": "item",
        "Order Form": "words",
        "Fees": "words",
        "Term": "words",
        "Confidential Information": "name",
        "Supplier": "name",
        "Customer": "name",
        "you": "name",
    }
