"""The page for programs names the documents that the site has, and no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.compare.history import make_history
from clausule.formats import bilingual_pdf
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.pages.kit.sheet import Shelf
from clausule.pages.root.programs import _both_languages
from rule_examples import Example, read_example


@pytest.mark.parametrize(
    ("lacking", "there"),
    [
        ((), ["overeenkomst-nl-en.pdf", "overeenkomst-en-nl.pdf"]),
        (("nl",), []),
        (("en",), []),
    ],
)
def test_a_document_with_both_languages_is_there_where_both_texts_can_be_set(
    lacking: tuple[str, ...], there: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacks(_: Agreement, edition: Edition) -> str:
        return "no fonts" if edition.language in lacking else ""

    monkeypatch.setattr(bilingual_pdf, "lacks", lacks)
    shelves = [
        Shelf(
            agreement=one,
            day=date(2030, 1, 1),
            base="",
            history=make_history(one),
            spans={},
            sha256={},
            now=one.editions[-1],
        )
        for one in read_example(tmp_path, Example("right", {"docs/voorbeeld-en/none.md": None})).agreements
    ]
    rows = _both_languages(language_of("nl"), shelves, "")
    assert [row["file"] for row in rows] == there
    assert _both_languages(language_of("nl"), [shelves[0]], "") == []
