"""Where a document was whose words were taken away stands one that says so, of the same kind."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from clausule.formats import stand_in as module
from clausule.formats.stand_in import StandIn, stand_in
from clausule.language.language import language_of
from clausule.model.notes import Withdrawal
from clausule.pages.edition.emptied import render_emptied
from clausule.proof.word_file import word_file
from editions import agreement, edition

TOLD = StandIn(
    language=language_of("nl"), title="Voor <u> & ons", publisher="A", says=("Ingetrokken.", "Reden: x & y.")
)


def test_word_says_it_and_is_small() -> None:
    data = stand_in("1.0/overeenkomst.docx", TOLD)
    assert data is not None and data == stand_in("x.docx", TOLD) and len(data) < 8_000
    assert word_file(data).text.split("\n") == ["Voor <u> & ons", "Ingetrokken.", "Reden: x & y."]


def test_pdf_says_it_and_is_small() -> None:
    data = stand_in("overeenkomst.pdf", TOLD)
    assert data is not None and data == stand_in("x.pdf", TOLD) and len(data) < 60_000
    (page,) = PdfReader(io.BytesIO(data)).pages
    assert [line for line in page.extract_text().split("\n") if line][:3] == [
        "Voor <u> & ons",
        "Ingetrokken.",
        "Reden: x & y.",
    ]


def test_where_it_cannot_be_made_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stand_in("overeenkomst.md", TOLD) is None and stand_in("x.csv", TOLD) is None
    assert stand_in("x.pdf", replace(TOLD, says=("\u6f22",))) is None
    monkeypatch.setattr(module, "is_installed", lambda: False)
    assert stand_in("x.pdf", TOLD) is None and stand_in("x.docx", TOLD) is not None


def test_every_document_of_an_emptied_edition_says_when_and_why() -> None:
    files = ("overeenkomst.pdf", "overeenkomst.docx", "overeenkomst.md", "maatregelen.csv")
    told = Withdrawal(day=date(2026, 3, 1), why="Vergissing.", is_emptied=True, pages=files)
    one = agreement(edition("1", ["Een."]))
    stage = render_emptied(one, replace(edition("2", ["Geheim."]), withdrawn=told), site_url="https://x.example/")
    assert stage["overeenkomst.pdf"].startswith(b"%PDF-")
    assert "Vergissing." in word_file(stage["overeenkomst.docx"]).text
    for name in files[2:]:
        assert "Vergissing." in stage[name].decode() and "1 maart 2026" in stage[name].decode()
