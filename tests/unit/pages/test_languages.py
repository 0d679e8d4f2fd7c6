"""An edition in two languages: each page leads to the same page of the other, says which text counts, and both stand
side by side."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.model.editions import Agreement
from clausule.pages.comparison.pairs import comparison_parts, render_comparisons
from clausule.pages.edition.stage import render_edition
from clausule.pages.kit.staging import is_page
from clausule.pages.root.stage import render_root
from clausule.pages.text.book import InLanguage
from clausule.read import read_repository
from editions import book_of
from rule_examples import Example, read_example
from session import read_home

NL, EN = "voorbeeld", "voorbeeld-en"


@pytest.fixture(scope="module")
def agreements(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Agreement]:
    root: Path = tmp_path_factory.mktemp("pair")
    read_example(root, Example("right", {"docs/voorbeeld-en/none.md": None}))
    return {one.slug: one for one in read_repository(root).agreements}


def stage(agreements: dict[str, Agreement], slug: str, prevails: str = "nl", *, alone: bool = False) -> dict[str, str]:
    mine, other = agreements[slug], agreements[EN if slug == NL else NL]
    there = InLanguage(
        agreement=other,
        edition=other.editions[0],
        notes=Notes(other.editions[0]),
        is_original=slug == EN,
        status="in force",
        prevails=prevails,
    )
    book = book_of(mine, mine.editions[0], languages=() if alone else (there,))
    return {name: data.decode("utf-8", "replace") for name, data in render_edition(book).items() if is_page(name)}


def told(page: str) -> dict[str, object]:
    found = re.search(r"^languages: (.*)$", page, re.M)
    assert found
    value: dict[str, object] = json.loads(found[1].encode().decode("unicode_escape"))
    return value


@pytest.mark.parametrize(
    ("slug", "page", "address"),
    [
        (NL, "index.md", "../../voorbeeld-en/1.0/"),
        (NL, "artikel-2.md", "../../../voorbeeld-en/1.0/article-2/"),
        (NL, "bijlage-1.md", "../../../voorbeeld-en/1.0/annex-1/"),
        (NL, "volledig.md", "../../../voorbeeld-en/1.0/full-text/"),
        (NL, "maatregelen.md", "../../../voorbeeld-en/1.0/measures/"),
        (NL, "bijlage-2/invullen.md", "../../../../voorbeeld-en/1.0/annex-2/fill-in/"),
        (NL, "tweetalig.md", "../../../voorbeeld-en/1.0/both-languages/"),
        (EN, "article-2.md", "../../../voorbeeld/1.0/artikel-2/"),
        (EN, "annex-2/fill-in.md", "../../../../voorbeeld/1.0/bijlage-2/invullen/"),
        (EN, "both-languages.md", "../../../voorbeeld/1.0/tweetalig/"),
    ],
)
def test_each_page_leads_to_the_same_page(slug: str, page: str, address: str, agreements: dict[str, Agreement]) -> None:
    found = told(stage(agreements, slug)[page])
    (row,) = found["rows"]  # type: ignore[misc]
    assert row["address"] == address
    assert row["name"] == ("English" if slug == NL else "Nederlands")
    assert row["words"] == ("artikel=article bijlage=annex" if slug == NL else "article=artikel annex=bijlage")
    depth = address.count("../") - 2
    assert found["both"] == "../" * depth + ("tweetalig/" if slug == NL else "both-languages/")
    url = f"https://x.example/{address.removeprefix('../' * (depth + 2))}"
    assert [one["tag"] for one in found["alternates"]] == (["nl", "en"] if slug == NL else ["en", "nl"])  # type: ignore[attr-defined]
    assert found["alternates"][1]["url"] == url  # type: ignore[index]


@pytest.mark.parametrize(
    ("slug", "prevails", "said"),
    [
        (NL, "nl", "Waar de teksten verschillen, geldt die in deze taal: Nederlands."),
        (EN, "nl", "Where the texts differ, the one in this language counts: Dutch."),
        (NL, "", "Nergens staat welke tekst geldt waar zij verschillen."),
    ],
)
def test_which_text_counts_is_said_on_every_page(
    slug: str, prevails: str, said: str, agreements: dict[str, Agreement]
) -> None:
    pages = stage(agreements, slug, prevails)
    assert len(pages) > 9 and {told(page)["counts"] for page in pages.values()} == {said}


def test_both_stand_side_by_side_each_in_its_language(agreements: dict[str, Agreement]) -> None:
    page = stage(agreements, EN)["both-languages.md"]
    rows = re.findall(r'<section class="both"><div lang="(\w+)"(?: id="([^"]+)")?>', page)
    assert {tag for tag, _ in rows} == {"en"}
    assert [at for _, at in rows][:5] == ["parties", "article-1", "term-data", "article-2", "article-2.1"]
    assert page.count('<div lang="nl">') == len(rows)
    assert "Supplier" not in page and page.index("it returns the Data") < page.index("hij geeft de Gegevens terug")


def test_the_document_with_both_is_offered(agreements: dict[str, Agreement], monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Document met de tekst in het Engels ernaast (PDF)"
    link = f'<a href="../overeenkomst-nl-en.pdf">{said}</a>'
    page = stage(agreements, NL)
    assert link in page["tweetalig.md"] and link not in page["artikel-2.md"]
    monkeypatch.setattr("clausule.pages.edition.languages.why_not", lambda *_: "no fonts")
    assert link not in stage(agreements, NL)["tweetalig.md"]


def test_without_another_language_nothing_is_said(agreements: dict[str, Agreement]) -> None:
    pages = stage(agreements, NL, alone=True)
    assert "tweetalig.md" not in pages and not any(re.search("^languages:", page, re.M) for page in pages.values())


def test_pages_above_the_editions_lead_to_those_of_the_other_language(agreements: dict[str, Agreement]) -> None:
    both = list(agreements.values())
    notes = {edition.name: Notes(edition) for one in both for edition in one.editions}
    found = render_root(both, notes, day=date(2026, 1, 1), site_url="https://x.example/")
    for here, address, both_urls in (
        ("voorbeeld/index.md", "../voorbeeld-en/", ["voorbeeld/", "voorbeeld-en/"]),
        ("voorbeeld-en/signed/index.md", "../../voorbeeld/getekend/", ["voorbeeld-en/signed/", "voorbeeld/getekend/"]),
    ):
        languages = told(found[here].decode())
        assert [row["address"] for row in languages["rows"]] == [address]  # type: ignore[attr-defined]
        assert [one["url"] for one in languages["alternates"]] == [  # type: ignore[attr-defined]
            f"https://x.example/{url}" for url in both_urls
        ]
        assert languages["both"] is None
    sitemap = found["sitemap.xml"].decode()
    assert "/voorbeeld/1.0/tweetalig/<" in sitemap and "/voorbeeld-en/1.0/both-languages/<" in sitemap
    alone = render_root([replace(agreements[NL])], notes, day=date(2026, 1, 1), site_url="https://x.example/")
    assert "languages:" not in alone["voorbeeld/index.md"].decode() and b"tweetalig" not in alone["sitemap.xml"]


def test_a_comparison_leads_to_that_of_the_same_versions() -> None:
    agreements = read_home().agreements
    model, english = (next(one for one in agreements if one.slug == slug) for slug in ("voorbeeld", "example"))
    day = date(2026, 11, 29)
    for agreement, here, there in (
        (model, "voorbeeld/vergelijken/2.0...2.1/", "../../../example/compare/2.0...2.1/"),
        (english, "example/compare/2.0...2.1/", "../../../voorbeeld/vergelijken/2.0...2.1/"),
        (model, "voorbeeld/vergelijken/1.0...1.1/", "../../../example/compare/"),
        (english, "example/compare/1.0...1.2/", "../../../voorbeeld/vergelijken/?van=1.0&naar=1.2"),
    ):
        pages = render_comparisons(agreement, [here], day=day, site_url="https://x.example/", agreements=agreements)
        (row,) = told(pages[f"{here}index.md"].decode())["rows"]  # type: ignore[misc]
        assert row["address"] == there
        decides = comparison_parts(agreement, day, agreements)[here][0]
        assert decides[:-1] == comparison_parts(agreement, day)[here][0]
