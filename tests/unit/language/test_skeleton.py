"""A language is a package: one that translates nothing is read, checked, compared and written, and no other file names
it."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Protocol, get_type_hints

import pytest

import clausule.language as packages
from clausule.analysis.addresses import Addresses, page_names
from clausule.analysis.references import Notes
from clausule.author.new_agreement import Wanted, model_edition, new_agreement
from clausule.check import check
from clausule.compare.explanations import explain
from clausule.compare.text_files import text_units
from clausule.formats.edition_json import edition_json
from clausule.language import protocol
from clausule.language.language import Language, current_names, language_of, languages, reserved_names
from clausule.model.editions import Agreement
from clausule.model.lookup import AuthoringError
from clausule.pages.edition.stage import render_edition
from clausule.pages.root.stage import render_root
from clausule.read import read_repository
from clausule.read.folders import is_version_name
from editions import book_of

CACHES: tuple[Any, ...] = (languages, language_of, current_names, reserved_names)
FILES = {
    "index.md": "---\ntitle: Sale\npublisher: Shop\nlanguage: xx\n---\n\nThe sale.\n",
    "1.0/index.md": '---\nversion: "1.0"\neffective: 2020-01-01\n---\n\n# Sale\n\n1. Shop (“Seller”).\n',
    "1.0/article-01.md": '---\nversion: "1.0"\n---\n\n# Article 1. Price\n\n1.1 Seller asks a price.\n\n1.2 It is paid to a helper as clause 1.1 says.\n',  # noqa: E501
    "1.0/annex-1.md": '---\nversion: "1.0"\nkind: measures\n---\n\n# Annex 1. Care\n\nA lock.\n',
    "1.0/signature.md": "# Signature\n\nSeller\n",
}


@pytest.fixture
def skeleton(monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    monkeypatch.setattr(packages, "__path__", [*packages.__path__, str(Path(__file__).parent / "skeleton")])
    for cache in CACHES:
        cache.cache_clear()
    yield language_of("xx")
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture
def sale(skeleton: Language, tmp_path: Path) -> Agreement:
    for name, text in FILES.items():
        file = tmp_path / "docs/sale" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    second = tmp_path / "docs/sale/2.0"
    second.mkdir()
    for name in ("index.md", "article-01.md", "annex-1.md", "signature.md"):
        text = (tmp_path / "docs/sale/1.0" / name).read_text("utf-8").replace("2020", "2021").replace('"1.0"', '"2.0"')
        (second / name).write_text(text.replace("asks a price", "asks a low price"), "utf-8")
    repository = read_repository(tmp_path)
    found = [
        f"{finding.place}: {finding.rule} {finding.message}"
        for finding in check(repository)
        if finding.severity != "note"
    ]
    assert found == []
    (agreement,) = repository.agreements
    return agreement


@pytest.mark.parametrize("tag", ["nl", "en", "xx"])
def test_a_language_has_every_part_that_is_asked_for(skeleton: Language, tag: str) -> None:
    parts = {
        name: part
        for name, part in vars(protocol).items()
        if isinstance(part, type) and Protocol in part.__bases__  # not issubclass: other packages' protocols fit much
    }  # type: ignore[arg-type]
    wanted = {
        hint: re.sub(r"_Part\[protocol\.(\w+)\]", r"\1", text)
        for hint, text in Language.__annotations__.items()
        if "_Part" in text
    }
    assert set(wanted.values()) == parts.keys() and len(wanted) >= 10
    language = language_of(tag)
    lacking = [
        f"{name}.{member}"
        for name, kind in wanted.items()
        for member in vars(parts[kind])
        if not member.startswith("_") and not hasattr(getattr(language, name), member)
    ]
    assert lacking == []
    assert (
        get_type_hints(type(language.slugs))
        and language.slugs.reserved()
        and language.model_agreement.fill("x").count("x") == 1
    )


def test_its_agreement_is_read_with_its_own_ids(sale: Agreement) -> None:
    edition, later = sale.editions
    assert (sale.language, edition.language) == ("xx", "xx")
    assert [article.id for article in edition.articles] == ["article-1"] and [
        annex.id for annex in edition.annexes
    ] == ["annex-1"]
    assert [clause.id for clause in edition.articles[0].clauses] == ["article-1.1", "article-1.2"]
    assert [section.id for section in edition.closing] == ["signature"] and [
        section.id for section in edition.preamble
    ] == ["preamble"]
    assert [(definition.id, definition.term) for definition in edition.definitions] == [("term-seller", "Seller")]
    assert page_names(edition) == ("", "article-1/", "signature/", "annex-1/", "x-whole/")
    assert Addresses(edition).link("article-1.1", "annex-1/") == "../article-1/#article-1.1"
    change = explain(edition, later).changes[0].change
    assert change.new and change.new.id == "article-1.1" and change.kind == "changed"


def test_its_edition_is_written_as_data(sale: Agreement) -> None:
    data = json.loads(json.dumps(edition_json(sale, sale.editions[0], Notes(sale.editions[0]), status="lapsed")))
    first, second = data["articles"][0]["clauses"]
    assert first["id"] == "article-1.1" and [term["id"] for term in first["terms"]] == ["term-seller"]
    assert second["references"][0]["targets"] == ["article-1.1"]


def test_its_pages_stand_at_its_own_addresses(sale: Agreement) -> None:
    notes = {edition.name: Notes(edition) for edition in sale.editions}
    root = render_root([sale], notes, day=date(2022, 1, 1), site_url="https://example.org/")
    first, second = sale.editions
    pages = render_edition(book_of(sale, first, status="lapsed", current=second, site_url="https://example.org/"))
    assert {
        "x-whole.md",
        "article-1.md",
        "annex-1.md",
        "signature.md",
        "x-own-copy.md",
        "x-measures.md",
    } <= pages.keys()
    above = {f"sale/x-{name}/index.md" for name in ("compare", "on", "sub-processors", "signed")}
    assert above | {"sale/x-compare/gegevens.json"} <= root.keys()
    links = "".join(
        content.decode()
        for name, content in (root | pages).items()
        if name.endswith((".md", ".xml", ".json")) and not name.startswith("schema/")
    )
    assert "../x-compare/" in links and "../x-current/" in links
    assert not re.findall(
        r"(?:artikel|bijlage|huidig|vergelijken|volledig|sub-verwerkers|getekend|uw-exemplaar)/[^\n]{0,40}", links
    )


def test_what_it_does_not_say_is_said_in_english(skeleton: Language) -> None:
    assert skeleton.say("Read {edition}", edition="1.0") == "Read 1.0"
    assert skeleton.say_count("{n} clause", "{n} clauses", 2) == "2 clauses"
    assert skeleton.dates.long(date(2020, 1, 2)) == "2020-01-02"


def test_files_are_compared_in_it(skeleton: Language) -> None:
    units = text_units(
        "# Article 3. Price\n\nClause 3.1 The price.\n\n- a lock\n\n| a | b |\n|---|---|\n| c | d |\n", True, "xx"
    )
    assert [unit.id for unit in units][:2] == ["article-3", "article-3.1"] and units[-1].id == "article-3-x-row-2"


def test_its_addresses_are_reserved(skeleton: Language) -> None:
    assert not is_version_name("x-current") and not is_version_name("huidig") and is_version_name("x-other")


def test_it_has_no_model_and_says_so(skeleton: Language) -> None:
    with pytest.raises(AuthoringError, match="no model agreement in the language 'xx' yet"):
        model_edition(date(2020, 1, 1), "xx")


def test_an_empty_agreement_begins_in_it(skeleton: Language, tmp_path: Path) -> None:
    started = new_agreement(
        tmp_path, Wanted(slug="sale", title="Sale", publisher="Shop", language="xx"), None, tmp_path
    )
    assert sorted(started.paths) == ["docs/sale/1.0/article-01.md", "docs/sale/1.0/index.md", "docs/sale/index.md"]
    assert [what for _, _, what in started.places] == ["[fill in: what]"]


def test_a_language_goes_to_another_process_by_its_tag() -> None:
    assert pickle.loads(pickle.dumps(language_of("nl"))) is language_of("nl")
