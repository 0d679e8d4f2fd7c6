"""An edition as Akoma Ntoso: what it holds is the edition, and it is built as the schema of OASIS has it.

With that schema itself (strict, of 3.0) every file made here was validated by hand; it comes with a library under a
licence that no part of this repository may have.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from akoma_ntoso import AKN, Read
from clausule.analysis.references import Notes
from clausule.formats.akoma_ntoso import FORMAT, akoma_ntoso
from clausule.formats.format import formats_of
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_bytes
from clausule.model.walk import edition_texts
from clausule.read import read_repository
from clausule.read.house import House
from clausule.read.importing.written import files_of
from unit.author.test_import_own import SOURCES
from unit.author.test_markdown_round import CHAPTERS, SVG
from unit.author.test_word_round import EDITIONS, FORMS, written
from unit.read.test_firms import NAMES, truth_of
from unit.read.test_firms import written as of_firm

_INLINE = {"docTitle", "b", "i", "a", "ref", "eol", "img", "authorialNote", "noteRef"}
WITHIN = {
    "mainBody": {"hcontainer", "chapter", "article"},
    "chapter": {"num", "heading", "chapter", "article"},
    "article": {"num", "heading", "intro", "content", "paragraph"},
    "paragraph": {"num", "heading", "content"},
    "hcontainer": {"num", "heading", "intro", "content", "hcontainer"},
    "intro": {"p", "blockList", "table"},
    "content": {"p", "blockList", "table"},
    "blockList": {"item"},
    "item": {"num", "p", "blockList", "table"},
    "table": {"tr"},
    "tr": {"th", "td"},
    "th": {"p"},
    "td": {"p"},
    "authorialNote": {"p"},
    "preface": {"p"},
    "num": set[str](),
    **{name: _INLINE for name in ("p", "heading", "docTitle", "b", "i", "a", "ref")},
}
IDENTIFIED = {"article", "chapter", "paragraph", "hcontainer", "intro", "content", "blockList", "item", "table",
              "authorialNote"}  # fmt: skip


def made(agreement: Agreement, edition: Edition) -> bytes:
    return akoma_ntoso(agreement, edition, Notes(edition), "", House(address="https://x.example/"))


def back(root: Path, agreement: Agreement, edition: Edition) -> Edition:
    """``edition`` from what its Akoma Ntoso says, and from nothing else."""
    read = Read(made(agreement, edition))
    day = f"effective: {read.own['effective']}\n" if "effective" in read.own else ""
    front = f'version: "{read.own["version"]}"\n{day}'
    folder = root / f"docs/{agreement.slug}"
    for file in files_of(read.values, language_of(edition.language).grammar, read.own["version"], front):
        path = folder / read.own["version"] / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    (folder / "index.md").write_text(f"---\ntitle: X\npublisher: Y\nlanguage: {edition.language}\n---\n", "utf-8")
    (one,) = read_repository(root, agreement.slug).agreements
    return replace(one.editions[0], recipe=int(read.own["recipe"]), frozen_as=read.own["agreement"])


def looks(edition: Edition) -> list[object]:
    return [(text.plain, [(m.start, m.end, m.kind) for m in text.marks]) for _, text in edition_texts(edition)]


def check_built(data: bytes) -> None:
    root = ElementTree.fromstring(data)
    ids = Counter(one.get("eId") for one in root.iter() if one.tag.startswith(AKN) and one.get("eId"))
    assert not [name for name, count in ids.items() if count > 1] and not [
        name for name in ids if set(name) & set(" \t")
    ]
    for one in root.iter():
        name = one.tag.removeprefix(AKN)
        if name in WITHIN:
            assert {inner.tag.removeprefix(AKN) for inner in one} <= WITHIN[name], name
        assert name not in IDENTIFIED or one.get("eId"), name
        if name in ("ref", "noteRef") and str(one.get("href")).startswith("#"):
            assert str(one.get("href"))[1:] in ids, one.get("href")


@pytest.mark.parametrize("agreement, edition", EDITIONS, ids=lambda one: getattr(one, "name", ""))
def test_an_edition_reads_back_equal(tmp_path: Path, agreement: Agreement, edition: Edition) -> None:
    check_built(made(agreement, edition))
    again = back(tmp_path, agreement, edition)
    assert edition_bytes(again) == edition_bytes(edition)
    assert looks(again) == looks(edition)
    assert [(one.version, one.kind) for one in again.annexes] == [(one.version, one.kind) for one in edition.annexes]


@pytest.mark.parametrize("files", [FORMS, CHAPTERS, SOURCES], ids=["forms", "chapters", "sources"])
def test_every_form_of_a_text_reads_back_equal(tmp_path: Path, files: dict[str, str]) -> None:
    for root in (tmp_path / "from", tmp_path / "to"):
        (root / "docs/proef").mkdir(parents=True)
        (root / "docs/proef/logo.svg").write_text(SVG, "utf-8")
    bare = {name: page.split("---\n", 2)[2] if page.startswith("---") else page for name, page in files.items()}
    agreement, edition = written(tmp_path / "from", bare)
    check_built(made(agreement, edition))
    again = back(tmp_path / "to", agreement, edition)
    for recipe in (1, 2):
        assert edition_bytes(replace(again, recipe=recipe)) == edition_bytes(replace(edition, recipe=recipe))


@pytest.mark.parametrize("name", NAMES)
def test_agreements_of_firms_read_back_equal(tmp_path: Path, name: str) -> None:
    of_firm(tmp_path / "from", name, truth_of(name))
    (agreement,) = read_repository(tmp_path / "from").agreements
    (edition,) = agreement.editions
    check_built(made(agreement, edition))
    assert edition_bytes(back(tmp_path / "to", agreement, edition)) == edition_bytes(edition)


def test_it_says_what_it_is_and_what_it_points_to() -> None:
    agreement, edition = next(one for one in EDITIONS if one[1].name == "mickcom/1.5")
    data = made(agreement, edition)
    assert data == made(agreement, edition)
    root = ElementTree.fromstring(data)
    values = {one.get("value") for one in root.iter(f"{AKN}FRBRthis")}
    assert "/akn/eu/doc/agreement/mickcom-ict/2018-05-25/mickcom/nld@1.5/!main" in values
    assert [one.get("language") for one in root.iter(f"{AKN}FRBRlanguage")] == ["nld"]
    targets = {one.get("href") for one in root.iter(f"{AKN}ref")}
    assert "#bijlage-2" in targets and any(str(target).startswith("https://eur-lex") for target in targets)


def test_the_site_does_not_offer_it_and_the_command_does() -> None:
    agreement, edition = EDITIONS[0]
    assert FORMAT.name == "akn" and FORMAT not in formats_of(agreement, edition)
