"""The PDF of a comparison: how much changed, every word that came or went with its mark, and why."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pdfua
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from clausule.cli.main import cli
from clausule.compare.history import History, make_history
from clausule.compare.redline import IN, OUT, SAME
from clausule.formats.redline_pdf import REDLINE, _data, _lines
from clausule.language.language import language_of
from clausule.model.editions import Agreement
from clausule.pages.comparison.pairs import comparison_parts, kept_documents, render_comparisons
from clausule.read import read_repository
from clausule.read.house import House
from editions import agreement, edition
from small_site import write_site

DAY = date(2026, 1, 1)
HOUSE = House(address="https://x.example/")


@pytest.fixture
def pair() -> tuple[Agreement, History]:
    old = edition("1", ["De klant betaalt binnen tien dagen.", "Een lid dat verdwijnt uit de tekst.", "Dit blijft."])
    new = edition("2", ["De klant betaalt binnen vijf dagen.", "Dit blijft.", "#eval: een lid dat er bij komt."])
    one = agreement(old, new)
    return one, make_history(one)


def made(one: Agreement, history: History, old: int = 0, new: int = 1) -> bytes:
    return REDLINE.make(one, history, one.editions[old], one.editions[new], HOUSE)


def words(data: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def test_what_changed_and_how_much(pair: tuple[Agreement, History], tmp_path: Path) -> None:
    data = made(*pair)
    told = words(data)
    assert "Wijzigingen van versie 1 naar versie 2" in told
    assert "1 onderdeel gewijzigd · 1 nieuw · 1 vervallen" in told
    assert "tien vijf" in told.replace("tienvijf", "tien vijf") and "#eval: een lid dat er bij komt." in told
    assert "Een lid dat verdwijnt uit de tekst." in told and "artikel 1.3): vernummerd" in told
    assert "https://x.example/a/vergelijken/?van=1&naar=2" in told
    assert data == made(*pair)
    (tmp_path / "made.pdf").write_bytes(data)
    assert [found.message for found in pdfua.validate(tmp_path / "made.pdf").findings] == []


def test_backwards_it_is_the_same_the_other_way_about(pair: tuple[Agreement, History]) -> None:
    told = words(made(*pair, 1, 0))
    assert "Wijzigingen van versie 2 naar versie 1" in told and "vergelijken/?van=2&naar=1" in told


def test_marks_hold_both_texts() -> None:
    edits = [(SAME, "De klant betaalt "), (OUT, "tien"), (IN, "vijf"), (SAME, " dagen:\na. een\tb. twee")]
    lines = _lines(language_of("nl"), edits)
    assert lines == [
        [["", "De klant betaalt "], ["out", "tien"], ["in", "vijf"], ["", " dagen:"]],
        [["", "a. een | b. twee"]],
    ]


def test_texts_with_nothing_in_common_are_not_laid_beside_each_other() -> None:
    one = agreement(edition("1", ["Appels en peren."]), edition("2", ["Schepen varen uit."]))
    data = _data(one, make_history(one), one.editions, HOUSE)
    assert data["groups"] == [] and str(data["tally"]).startswith("De twee teksten hebben niets gemeen.")


def test_an_author_s_reason_stands_beside_the_change_it_is_about(tmp_path: Path) -> None:
    index = write_site(tmp_path) / "docs/proef/1.2/index.md"
    reason = "changes:\n  - at: artikel-1.2\n    nature: editorial\n    why: Zo staat het er beter.\n---"
    index.write_text(reason.join(index.read_text("utf-8").rsplit("---", 1)), "utf-8")
    one = next(one for one in read_repository(tmp_path).agreements if one.slug == "proef")
    history = make_history(one)
    told = next(n for n in range(1, len(one.editions)) if history.reasons[n])
    data = words(made(one, history, told - 1, told))
    assert all(f"Waarom ({one.editions[told].version}): {reason}" in data for reason in history.reasons[told].values())


def with_editions(root: Path) -> Agreement:
    return next(one for one in read_repository(write_site(root)).agreements if len(one.editions) > 1)


def test_the_command_writes_it_and_says_what_is_wrong(tmp_path: Path) -> None:
    one, run, base = with_editions(tmp_path), CliRunner().invoke, ["--root", str(tmp_path)]
    name, versions = one.slug, [edition.version for edition in one.editions[1:3]]
    written = run(cli, [*base, "compare", name, *versions, "--format", "pdf", "--out", str(tmp_path / "out.pdf")])
    assert written.exit_code == 0 and (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-1.7"), written.output
    wrong = run(cli, [*base, "compare", name, *versions, "--format", "pdf"])
    assert wrong.exit_code == 2 and "--out FILE" in wrong.output


def test_it_stands_on_the_site_beside_the_page_of_successive_editions_alone() -> None:
    one = agreement(*(edition(str(n), [f"De klant betaalt binnen {n} dagen."]) for n in (1, 2, 3)))
    parts = comparison_parts(one, DAY)
    documents = {
        f"a/vergelijken/{pair}/vergelijking.{ending}" for pair in ("1...2", "2...3") for ending in ("docx", "pdf")
    }
    pages = {f"a/vergelijken/{pair}/" for pair in ("1...2", "1...3", "2...3")}
    assert set(parts) - {"a/vergelijken/1...3/"} == documents | pages - {"a/vergelijken/1...3/"}
    stage = render_comparisons(one, [*documents, *pages], day=DAY, site_url="https://x.example/")
    assert {path for path in stage if not path.endswith(".md")} == documents
    links = [b"vergelijking.pdf" in stage[f"a/vergelijken/{pair}/index.md"] for pair in ("1...2", "1...3", "2...3")]
    assert links == [True, False, True]


def test_a_document_that_is_not_made_any_more_stays() -> None:
    first, last = (edition(version, [f"Versie {version} geldt."]) for version in ("1", "3"))
    one = agreement(first, edition("2", ["Versie 2 geldt."]), last)
    had = [
        "a/vergelijken/1...3/",
        "a/vergelijken/1...3/vergelijking.pdf",
        "a/vergelijken/1...2/vergelijking.pdf",
        "a/x.pdf",
    ]
    assert kept_documents(one, DAY, had) == ["a/vergelijken/1...3/vergelijking.pdf"]
    assert kept_documents(agreement(first, replace(last, concept=True)), DAY, had) == []


def test_a_sign_that_no_font_has_is_named_by_its_number() -> None:
    one = agreement(edition("1", ["Klant betaalt."]), edition("2", ["Klant betaalt \u6f22."]))
    assert "Klant betaalt [U+6F22]." in words(made(one, make_history(one)))
