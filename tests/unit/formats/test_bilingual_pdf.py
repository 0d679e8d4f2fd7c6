"""The PDF with both languages: every word of both texts, each in its language, and which one counts."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
from pikepdf import pdfa
from pypdf import PdfReader

from clausule.analysis.references import Notes
from clausule.formats import bilingual_pdf as made
from clausule.formats.bilingual_pdf import Side, bilingual_pdf, why_not
from clausule.formats.flow import Heading, flow_of
from clausule.read import read_repository
from clausule.read.house import House
from rule_examples import Example, read_example
from session import HOME
from unit.formats.test_flow import words_of
from unit.formats.test_pdf import ALARMS
from words import letters

HOUSE = House(address="https://x.example/", colour="#7a1f3d")
NL, EN = "docs/voorbeeld", "docs/voorbeeld-en"


def sides(root: Path, original: str, translation: str, version: str = "") -> tuple[Side, Side]:
    found = {one.slug: one for one in read_repository(root).agreements}
    newest = version or found[translation].editions[-1].version
    both = []
    for slug in (original, translation):
        edition = next(one for one in found[slug].editions if one.version == newest)
        both.append(Side(found[slug], edition, Notes(edition)))
    return both[0], both[1]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Side]:
    root: Path = tmp_path_factory.mktemp("pair")
    read_example(root, Example("right", {f"{EN}/none.md": None}))
    return sides(root, "voorbeeld", "voorbeeld-en")


@pytest.fixture(scope="module")
def model() -> tuple[Side, Side]:
    return sides(HOME, "voorbeeld", "example")


@pytest.fixture(scope="module")
def told(model: tuple[Side, Side]) -> dict[str, Any]:
    return data_of(*model, is_original=False)


def data_of(mine: Side, yours: Side, *, is_original: bool) -> dict[str, Any]:
    """What the template is told."""
    told: list[dict[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made, "typeset", lambda _, data, **__: told.append(data) or b"")
        bilingual_pdf(mine, yours, is_original=is_original, prevails="nl", house=HOUSE)
    return told[0]


def said(value: Any) -> Iterator[str]:
    """Every word for a reader in what a template is told of blocks, in order."""
    if isinstance(value, dict):
        order = ("mark", "term", "words", "header") if "entries" not in value else ()
        kept = [key for key in value if key in (*order, "runs", "rows", "entries", "blocks")]
        kept = [key for key in kept if not (key == "words" and value.get("kind") == "heading")]
        for key in sorted(kept, key=["mark", "term", "words", "header", "runs", "rows", "entries", "blocks"].index):
            yield from said(value[key])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from said(one)
    elif isinstance(value, str):
        yield value


def words(data: dict[str, Any], side: int) -> str:
    return letters(" ".join(said([row["cells"][side] or [] for row in data["rows"]])))


def whole(side: Side) -> str:
    return letters("\n".join(map(words_of, flow_of(side.agreement, side.edition, side.notes))))


def test_every_word_of_both_stands_on_its_own_side(model: tuple[Side, Side], told: dict[str, Any]) -> None:
    nl, en = model
    assert words(told, 0) == whole(nl)
    assert Counter(words(told, 1)) == Counter(whole(en))  # its definitions stand beside their partners
    turned = data_of(en, nl, is_original=True)
    assert (words(turned, 0), words(turned, 1)) == (words(told, 1), words(told, 0))


def test_headings_are_listed_once_and_skip_no_level(told: dict[str, Any]) -> None:
    cells = [cell for row in told["rows"] for cell in row["cells"]]
    heads = [block for cell in cells for block in cell or () if block["kind"] == "heading"]
    levels = [block["level"] for block in heads]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    articles = [block for block in heads if block["of"] == "article"]
    assert [(block.get("beside"), block.get("listed", True)) for block in articles[:2]] == [
        ("Article 1. Definitions", True),
        (None, False),
    ]
    ids = [block["id"] for block in articles]
    assert ids[:2] == ["artikel-1", "beside-article-1"]


def test_a_table_with_more_columns_than_two_is_as_wide_as_the_page(told: dict[str, Any]) -> None:
    wide = [row for row in told["rows"] if row["wide"]]
    assert wide and all(any(block["kind"] == "table" for block in row["cells"][0]) for row in wide)
    assert len(wide) < len(told["rows"]) / 10


def test_what_one_text_lacks_stands_whole_beside_nothing(tmp_path: Path) -> None:
    read_example(tmp_path, Example("right", {f"{EN}/1.0/article-02.md": None}))
    nl, en = sides(tmp_path, "voorbeeld", "voorbeeld-en")
    data = data_of(nl, en, is_original=False)
    assert words(data, 0) == whole(nl)
    alone = [row for row in data["rows"] if row["cells"][1] is None]
    assert [row["begins"] for row in alone] == ["article", "", "", ""]


def test_it_is_for_everybody_lasts_and_is_the_same_each_time(pair: tuple[Side, Side], tmp_path: Path) -> None:
    nl, en = pair
    data, again = (bilingual_pdf(nl, en, is_original=False, prevails="nl", house=HOUSE) for _ in range(2))
    assert data == again
    assert rb"\000" not in PdfReader(io.BytesIO(data)).pages[2]["/Contents"].get_object().get_data()  # type: ignore[attr-defined]
    (tmp_path / "made.pdf").write_bytes(data)
    assert [found.message for found in pdfua.validate(tmp_path / "made.pdf").findings] == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = Counter(one.message for one in pdfa.check(pdf, "3b").findings)
        tags = Counter(tags_of(pdf.Root.StructTreeRoot, str(pdf.Root.Lang)))
    strange = {m for m in found if "CIDSet" not in m and "is not valid under any of the given schemas" not in m}
    assert strange <= set(ALARMS)
    assert tags["/H1", "nl"] == tags["/H1", "en"] + 1  # the heading of the contents
    assert tags["/LBody", "nl"] == tags["/LBody", "en"] > 3
    assert {tag for _, tag in tags} == {"nl", "en"}


def tags_of(element: Any, tag: str) -> Iterator[tuple[str, str]]:
    """Each element of a tree of tags, with its language."""
    if isinstance(element, pikepdf.Array):
        for one in element:
            yield from tags_of(one, tag)
    elif isinstance(element, pikepdf.Dictionary):
        own = str(element.get("/Lang", tag))
        if "/S" in element:
            yield str(element.S), own
        yield from tags_of(element.get("/K", pikepdf.Array()), own)


def test_which_text_counts_stands_on_every_page(pair: tuple[Side, Side]) -> None:
    nl, en = pair
    pages = PdfReader(io.BytesIO(bilingual_pdf(en, nl, is_original=True, prevails="nl", house=HOUSE))).pages
    for page in pages:
        shown = " ".join(page.extract_text().split())
        assert "Where the texts differ, the one in this language counts: Dutch." in shown
        assert "Waar de teksten verschillen, geldt die in deze taal: Nederlands." in shown
    assert "https://x.example/voorbeeld-en/1.0/" in pages[0].extract_text()


def test_a_sign_that_no_font_has_in_one_of_both(pair: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch) -> None:
    nl, en = pair
    texts = [(side.agreement, side.edition) for side in pair]
    assert why_not(*texts) == why_not(*reversed(texts)) == ""
    monkeypatch.setattr(made, "lacks", lambda _, edition: "no fonts" if edition is en.edition else "")
    assert why_not(*texts) == why_not(*reversed(texts)) == "no fonts"
    assert isinstance(flow_of(nl.agreement, nl.edition, nl.notes)[0], Heading)
