"""A new publisher begins from the model."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from session import Session, copy_of_this_repository

NAMES = ("--title", 'Verwerkersovereenkomst "Bakker" & Zn', "--publisher", "Bakker_IT B.V.")


@pytest.fixture
def desk(tmp_path: Path) -> Session:
    return copy_of_this_repository(tmp_path)


def test_from_the_model_to_an_agreement_of_ones_own(desk: Session) -> None:
    done = desk.run("new-agreement", "bakker", *NAMES)
    assert done.returncode == 0 and "docs/bakker/1.0/artikel-01.md" in done.stdout.splitlines()
    written = {path: (desk.root / path).read_text("utf-8") for path in done.stdout.splitlines()}
    left = [
        path
        for path, text in written.items()
        if re.search(r"fictie|verzonnen|voorbeeld\.example|Voorbeeld B\.V|Modelstraat", text)
    ]
    assert left == []
    assert (
        "changes:" not in written["docs/bakker/1.0/index.md"]
        and "status: concept" in written["docs/bakker/1.0/index.md"]
    )
    findings = json.loads(desk.run("check", "bakker", "--format", "json").stdout)
    assert {finding["rule"] for finding in findings} == {"not-filled-in"}
    told = {f"{finding['path']}:{finding['line']}:" for finding in findings}
    assert told == {line.split()[0] for line in done.stderr.splitlines()[1:]}
    # The title and the publisher are shown as they were given.
    data = (desk.root / "docs/bakker/1.0/index.md").read_text("utf-8")
    assert '# Verwerkersovereenkomst "Bakker" & Zn' in data and "Bakker\\_IT B.V., gevestigd" in data
    for path, text in written.items():
        text = re.sub(r"\[invullen: laat[^]]*\]\n\n?|\[invullen: ga na[^]]*\]\n\n?", "", text)
        desk.write(path, re.sub(r"\[invullen: [^]]*\]", "dat", text))
    assert desk.run("check", "bakker").returncode == 0


def test_nothing_is_overwritten(desk: Session) -> None:
    assert desk.run("new-agreement", "bakker", *NAMES).returncode == 0
    desk.write("docs/bakker/1.0/artikel-01.md", "mijn werk")
    again = desk.run("new-agreement", "bakker", *NAMES)
    assert again.returncode == 2 and "docs/bakker is there already, and was left as it is" in again.stderr
    assert (desk.root / "docs/bakker/1.0/artikel-01.md").read_text("utf-8") == "mijn werk"
    desk.write("annexes/slager/x.md", "van mij")
    assert "annexes/slager is there already" in desk.run("new-agreement", "slager", *NAMES).stderr
    assert not (desk.root / "docs/slager").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Bakker", *NAMES), "cannot be the address of an agreement"),
        (("../buiten", *NAMES), "cannot be the address of an agreement"),
        (("assets", *NAMES), "cannot be the address of an agreement"),
        (("bakker", "--title", "  ", "--publisher", "x"), "--title needs a name"),
        (("bakker", "--title", "x", "--publisher", "y" * 300), "--publisher needs a name"),
        (("bakker", *NAMES, "--version", "../1"), "cannot be the address of an edition"),
        (("bakker", *NAMES, "--language", "xx"), "there is no language 'xx'"),
    ],
)
def test_wrong_use_writes_nothing(desk: Session, words: tuple[str, ...], said: str) -> None:
    before = sorted(path.name for path in (desk.root / "docs").iterdir())
    done = desk.run("new-agreement", *words)
    assert done.returncode == 2 and said in done.stderr
    assert sorted(path.name for path in (desk.root / "docs").iterdir()) == before


def test_the_publisher_of_the_site_publishes_what_names_none(desk: Session) -> None:
    assert desk.run("new-agreement", "bakker", "--title", "x").returncode == 0
    assert 'publisher: "Clausule"' in (desk.root / "docs/bakker/index.md").read_text("utf-8")
    desk.replace("mkdocs.yml", "publisher: Clausule", "# publisher:")
    done = desk.run("new-agreement", "slager", "--title", "x")
    assert done.returncode == 2 and "Missing option '--publisher', and mkdocs.yml names no publisher" in done.stderr
    assert not (desk.root / "docs/slager").exists()


def test_the_model_comes_with_the_program(desk: Session) -> None:
    shutil.rmtree(desk.root / "docs/voorbeeld")
    assert desk.run("new-agreement", "bakker", *NAMES).returncode == 0
    assert "gevestigd aan [invullen: straat en huisnummer]" in (desk.root / "docs/bakker/1.0/index.md").read_text(
        "utf-8"
    )
    done = desk.run("new-agreement", "slager", *NAMES, "--model", "voorbeld")
    assert done.returncode == 2 and "voorbeld" in done.stderr
    assert desk.run("new-agreement", "slager", *NAMES, "--model", "mickcom").returncode == 0


def test_an_empty_one_has_parties_and_an_article_to_write(desk: Session) -> None:
    done = desk.run("new-agreement", "bakker", *NAMES, "--empty", "--version", "3.2")
    assert done.stdout.splitlines() == [
        "docs/bakker/index.md",
        "docs/bakker/3.2/index.md",
        "docs/bakker/3.2/artikel-01.md",
    ]
    assert "6 places have to be filled in" in done.stderr
    checked = desk.run("check", "bakker", "--format", "json")
    assert checked.returncode == 0 and {row["rule"] for row in json.loads(checked.stdout)} == {"not-filled-in"}
    both = desk.run("new-agreement", "slager", *NAMES, "--empty", "--model", "mickcom")
    assert both.returncode == 2 and "--empty takes no model" in both.stderr


def test_a_first_edition_has_the_version_that_was_asked_for(desk: Session) -> None:
    done = desk.run("new-agreement", "bakker", *NAMES, "--version", "3.2", "--language", "nl")
    paths = done.stdout.splitlines()
    assert "docs/bakker/3.2/artikel-01.md" in paths and "annexes/bakker/bijlage-1/3.2.md" in paths
    assert all('version: "3.2"' in (desk.root / path).read_text("utf-8") for path in paths if "artikel" in path)
    assert {row["rule"] for row in json.loads(desk.run("check", "bakker", "--format", "json").stdout)} == {
        "not-filled-in"
    }


def test_an_agreement_in_one_file_is_split_and_published_text_is_the_same(desk: Session) -> None:
    text = "Voorwaarden\n\n1. Duur\n\n1.1 Een jaar.\n\n2. Slot\n\n2.1 Artikel 1.1 blijft gelden.\n"
    desk.write("voorwaarden.txt", text)
    missing = desk.run("split", "voorwaarden.txt")
    assert missing.returncode == 2 and "which edition does it become?" in missing.stderr
    done = desk.run("split", "voorwaarden.txt", "--agreement", "voorwaarden", "--version", "1.0")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "docs/voorwaarden/index.md",
        "docs/voorwaarden/1.0/index.md: from line 1",
        "docs/voorwaarden/1.0/artikel-01.md: from line 3, 1. Duur",
        "docs/voorwaarden/1.0/artikel-02.md: from line 7, 2. Slot",
    ]
    letters = sum(letter.isalnum() for letter in text)
    assert f"All {letters} letters and digits are there" in done.stderr
    again = desk.run("split", "voorwaarden.txt", "--agreement", "voorwaarden", "--version", "1.0")
    assert again.returncode == 2 and "has artikel-01.md already" in again.stderr
