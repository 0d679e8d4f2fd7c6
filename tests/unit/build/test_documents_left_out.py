"""Where what makes documents is not installed, one line says so, all else goes on, and no address is taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import clausule.build.left_out
import clausule.formats.pdf
import clausule.formats.redline_pdf
from clausule.build.beside import side_by_side
from clausule.build.folder import build_all
from clausule.build.left_out import tell_documents, tell_unnamed
from clausule.build.site import Site
from clausule.cli.main import cli
from clausule.formats.format import formats_of
from clausule.formats.redline import all_redlines
from clausule.pages.comparison.pairs import comparison_parts
from clausule.read import Repository, read_repository
from small_site import write_site

DAY = date(2024, 1, 1)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for module in (clausule.formats.pdf, clausule.formats.redline_pdf, clausule.build.left_out):
        monkeypatch.setattr(module, "is_installed", lambda: False)
    clausule.formats.pdf.lacks.cache_clear()
    return read_repository(write_site(tmp_path))


def test_one_line_says_so_and_the_rest_is_there(repository: Repository) -> None:
    said: list[str] = []
    tell_documents(repository, said.append)
    assert said == ["no PDF is made here: that needs more packages (pip install 'clausule[documents]')"]
    agreement = next(one for one in repository.agreements if one.slug == "proef")
    files = [form.file for form in formats_of(agreement, agreement.editions[0])]
    assert "overeenkomst.pdf" not in files and "overeenkomst.json" in files
    assert not any(address.endswith(".pdf") for address in comparison_parts(agreement, DAY))
    assert [form.name for form in all_redlines() if form.lacks()] == ["pdf"]


def test_whoever_builds_hears_it_and_which_of_his_files_no_page_names(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "overrides/assets").mkdir(parents=True)
    (tmp_path / "overrides/assets/los.png").write_bytes(b"")
    said: list[str] = []
    build_all(replace(repository, agreements=()), DAY, tmp_path / "site", said.append)
    assert said == [
        "not published, as no page or style names it: overrides/assets/los.png",
        "no PDF is made here: that needs more packages (pip install 'clausule[documents]')",
        "building the pages above the editions",
    ]


def test_a_logo_is_published_whatever_page_names_it(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "overrides/assets").mkdir(parents=True)
    for name in ("los.png", "merk.png"):
        (tmp_path / "overrides/assets" / name).write_bytes(b"\x89PNG")
    said: list[str] = []
    settings = replace(repository.settings, logo="overrides/assets/merk.png")
    tell_unnamed(replace(repository, settings=settings), said.append)
    assert said == ["not published, as no page or style names it: overrides/assets/los.png"]


def test_an_edition_that_is_the_only_text_stands_beside_nothing(tmp_path: Path) -> None:
    both = read_repository(write_site(tmp_path))
    one = next(agreement for agreement in both.agreements if agreement.slug == "ander")
    (edition,) = one.editions
    assert side_by_side(replace(both, agreements=(one,)), edition) == ""
    assert side_by_side(both, edition).endswith("=ander/1.0")


def test_a_command_that_asks_for_it_says_what_to_install(repository: Repository, tmp_path: Path) -> None:
    for words in (["export", "proef", "1.1"], ["compare", "proef", "1.1", "1.2"]):
        out = ["--format", "pdf", "--out", str(tmp_path / "x.pdf")]
        made = CliRunner().invoke(cli, ["--root", str(tmp_path), *words, *out])
        assert made.exit_code == 2 and "pip install 'clausule[documents]'" in made.output, made.output
    assert not (tmp_path / "x.pdf").exists()


def test_what_was_published_stays(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    agreement = next(one for one in repository.agreements if one.slug == "proef")
    first, concept = agreement.editions[0], replace(agreement.editions[-1], concept=True)
    site = Site(repository, DAY, {"proef/1.0/overeenkomst.pdf": b"%PDF-", "proef/2.0/overeenkomst.pdf": b"%PDF-"}.get)
    stages: list[dict[str, bytes]] = []
    monkeypatch.setattr(site, "write", lambda stage, *_: stages.append(stage))
    site.build_edition(agreement, first, Path("x"))
    assert stages[0]["overeenkomst.pdf"] == b"%PDF-"
    assert site._documents_before(agreement, concept, {}) == {}


def test_a_text_with_a_sign_that_no_font_has_is_named(tmp_path: Path) -> None:
    clausule.formats.pdf.lacks.cache_clear()
    root = write_site(tmp_path)
    page = root / "docs/proef/1.0/artikel-01.md"
    page.write_text(page.read_text("utf-8").replace("1.1 ", "1.1 \u6f22 ", 1), "utf-8")
    repository, said = read_repository(root), list[str]()
    for agreement in repository.agreements:
        for edition in agreement.editions[:1]:
            assert edition.body
    tell_documents(repository, said.append)
    assert said == ["proef/1.0: no PDF is made: the fonts do not have \u6f22"]
