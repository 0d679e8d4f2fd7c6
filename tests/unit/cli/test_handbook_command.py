"""``clausule handbook``, and the way from a command that was given wrongly to its page."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clausule.cli.start import cli
from clausule.read.handbook import page_of, tags


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nextra:\n  clausule:\n    language: en\n", "utf-8")
    return tmp_path


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), *words], prog_name="clausule")


def test_a_subject_is_printed_in_the_language_of_the_repository(firm: Path) -> None:
    assert run(firm, "handbook", "freeze").output.startswith("# Announce, put into force, withdraw\n")
    assert run(firm, "handbook", "freeze", "--language", "nl").output.startswith("# Aankondigen, ingaan, intrekken\n")
    said = run(firm, "handbook", "not-frozen").output
    assert said.startswith("### An edition is not frozen {#not-frozen}\n") and said.count("###") == 1


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ({"LANG": "en_GB.UTF-8"}, "# Begin\n"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "# Begin\n"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_BE"}, "# Beginnen\n"),
        ({"LANG": "C.UTF-8"}, "# Beginnen\n"),
        ({}, "# Beginnen\n"),
    ],
)
def test_before_there_is_a_repository_it_is_in_the_language_of_its_reader(
    names: dict[str, str], title: str, tmp_path: Path, firm: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "none").mkdir()
    assert run(tmp_path / "none", "handbook", "begin").output.startswith(title)
    assert run(firm, "handbook", "begin").output.startswith("# Begin\n")


def test_the_page_of_an_address_is_found_by_its_name_there(firm: Path) -> None:
    for tag in tags():
        page = page_of("mistake", tag)
        assert run(firm, "handbook", page.slug, "--language", tag).output.startswith(f"# {page.title}\n")


def test_another_word_gets_the_nearest_subject(firm: Path) -> None:
    done = run(firm, "handbook", "not-frozn")
    assert done.exit_code == 2 and "Did you mean 'not-frozen'?" in done.output
    assert "'clausule handbook' opens all of it" in run(firm, "handbook", "xyzxyzxyz").output


def test_all_of_it_is_one_file_that_a_browser_opens(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(firm))
    done = run(firm, "handbook")
    (file,) = firm.glob("clausule-*-en.html")
    assert done.exit_code == 0 and opened == [file.as_uri()]
    assert file.read_text("utf-8").startswith('<!doctype html>\n<html lang="en">')


def test_with_a_name_it_is_written_there_and_opens_nothing(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: pytest.fail(f"opened {address}"))
    assert run(firm, "handbook", "--out", str(firm / "all.html")).exit_code == 0
    assert (firm / "all.html").stat().st_size > 50_000
    done = run(firm, "handbook", "--out", str(firm / "none/all.html"))
    assert done.exit_code == 2 and "cannot be written" in done.output


@pytest.mark.parametrize(
    ("words", "said", "more"),
    [
        (("chek",), "Did you mean 'check'?", "commands  (/handbook/commands/)"),
        (("new", "hosting"), "Missing argument 'VERSION'", "new  (/handbook/next-edition/)"),
        (("new", "hosting", "1.1"), "Missing option '--from'", "new  (/handbook/next-edition/)"),
        (("new", "hosting", "1.1", "--frm", "1.0"), "No such option", "new  (/handbook/next-edition/)"),
        (("freeze", "hosting", "1.0"), "no agreement 'hosting'", "freeze  (/handbook/in-force-and-withdrawn/)"),
        (("forge", "comment"), "there is no forge to ask", "no-forge  (/handbook/went-wrong/#no-forge)"),
        (("forge", "coment"), "No such command 'coment'", "forge  (/handbook/gitlab/)"),
    ],
)
def test_a_wrong_word_and_a_step_left_out_lead_to_the_page(
    firm: Path, words: tuple[str, ...], said: str, more: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    done = run(firm, *words)
    assert done.exit_code == 2 and said in done.output, done.output
    assert done.output.endswith(f"\n  more: clausule handbook {more}\n"), done.output


def test_outside_a_repository_it_speaks_the_usual_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["check"], prog_name="clausule")
    assert done.exit_code == 2 and "no mkdocs.yml" in done.output
    said = CliRunner().invoke(cli, ["handbook", "check"], prog_name="clausule").output
    assert said.startswith(f"# {page_of('check', tags()[0]).title}\n")
