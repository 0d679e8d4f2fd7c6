"""An agreement in one file becomes an edition; what cannot be split is left as it is, and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.author.new_agreement import Wanted
from clausule.author.split import Split, edition_of, split
from clausule.model.lookup import AuthoringError
from clausule.read import read_repository

TEXT = (
    "Voorwaarden van Firma\n\nWij, Firma, hierna “Firma”.\n\n1. Duur\n\n1.1 Een jaar.\n\n2. Slot\n\n2.1 Klaar.\n\n"
    "Bijlage 1 Tarief\n\nTien euro.\n"
)


def wanted(slug: str = "proef", version: str = "1.0", title: str = "") -> Wanted:
    return Wanted(slug=slug, title=title, publisher="Firma", version=version)


def split_text(root: Path, text: str | bytes, name: str = "tekst.txt", effective: date | None = None) -> Split:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return split(root, file, wanted(), effective)


def test_a_text_becomes_an_edition_that_can_be_read(tmp_path: Path) -> None:
    done = split_text(tmp_path, TEXT, effective=date(2026, 3, 1))
    assert (done.folder, done.others) == ("docs/proef/1.0", ["docs/proef/index.md"])
    assert [one.name for one in done.files] == ["index.md", "artikel-01.md", "artikel-02.md", "bijlage-1.md"]
    assert done.letters == sum(letter.isalnum() for letter in TEXT)
    (agreement,) = read_repository(tmp_path).agreements
    (edition,) = agreement.editions
    assert agreement.title == "Voorwaarden van Firma" and agreement.publisher == "Firma"
    assert (edition.version, edition.effective, edition.concept) == ("1.0", date(2026, 3, 1), True)
    assert [(one.number, one.title, len(one.clauses)) for one in edition.articles] == [
        ("1", "Duur", 1),
        ("2", "Slot", 1),
    ]
    assert [one.title for one in edition.annexes] == ["Tarief"]


def test_the_index_of_an_edition_is_split_where_it_stands_and_keeps_its_front_matter(tmp_path: Path) -> None:
    front = '---\nversion: "1.0"\neffective: 2026-03-01\n# eigen woorden 1.1\n---\n\n'
    (tmp_path / "docs/proef").mkdir(parents=True)
    (tmp_path / "docs/proef/index.md").write_text("---\ntitle: Eigen\n---\n", "utf-8")
    done = split_text(tmp_path, front + TEXT, "docs/proef/1.0/index.md")
    assert done.others == [] and [one.begin for one in done.files] == [1, 11, 15, 19]
    index = (tmp_path / "docs/proef/1.0/index.md").read_text("utf-8")
    assert index == front + "# Voorwaarden van Firma\n\nWij, Firma, hierna “Firma”.\n"
    assert (tmp_path / "docs/proef/index.md").read_text("utf-8") == "---\ntitle: Eigen\n---\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_an_encoding_that_a_firm_has(encoding: str, tmp_path: Path) -> None:
    split_text(tmp_path, TEXT.replace("\n", "\r\n").encode(encoding))
    assert "“Firma”" in (tmp_path / "docs/proef/1.0/index.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brief\n\nWij groeten u.\n", "no articles were found"),
        ("", "no articles were found"),
        (b"PK\x03\x04\x00\x00", "is no text"),
        (TEXT + "\nBijlage I\n\nElf euro.\n", r"lines 13 and 17 would both be bijlage-1\.md"),
        ("x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_what_cannot_be_split(text: str | bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match=told):
        split_text(tmp_path, text)
    assert [path.name for path in tmp_path.iterdir()] == ["tekst.txt"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    split_text(tmp_path, TEXT)
    with pytest.raises(AuthoringError, match=r"docs/proef/1\.0 has artikel-01\.md already\. Nothing was written"):
        split_text(tmp_path, TEXT.replace("Een jaar", "Twee jaar"))
    assert "Een jaar" in (tmp_path / "docs/proef/1.0/artikel-01.md").read_text("utf-8")


@pytest.mark.parametrize(("slug", "version", "told"), [("Mijn Firma", "1.0", "agreement"), ("proef", "1/0", "edition")])
def test_what_is_no_address(slug: str, version: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match=f"cannot be the address of an {told}"):
        split(tmp_path, tmp_path / "tekst.txt", wanted(slug, version), None)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match=r"tekst\.txt cannot be read: No such file"):
        split(tmp_path, tmp_path / "tekst.txt", wanted(), None)


def test_what_was_written_is_taken_back_when_the_rest_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> None:
        if target.name == "index.md":
            raise OSError(28, "No space left on device")
        rename(self, target)

    rename = Path.rename
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        split_text(tmp_path, TEXT)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["tekst.txt"]


def test_which_edition_a_file_is_the_index_of(tmp_path: Path) -> None:
    assert edition_of(tmp_path, tmp_path / "docs/proef/1.0/index.md") == ("proef", "1.0")
    for other in ("docs/proef/index.md", "docs/proef/1.0/artikel-01.md", "tekst.txt", "annexes/proef/1.0/index.md"):
        assert edition_of(tmp_path, tmp_path / other) == ("", "")
    assert edition_of(tmp_path / "docs", tmp_path / "tekst.txt") == ("", "")
