"""What can only be seen of all agreements together: names that are alike, and texts that nothing includes."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.read import read_repository

EDITION = '---\nversion: "1.0"\neffective: 2024-01-01\n---\n\nWij.\n'
ANNEX = '---\nversion: "1.0"\n---\n\n# Bijlage 1. Lijst\n\nEen lijst.\n'


def findings(root: Path, files: dict[str, str], only: str = "") -> list[str]:
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, "utf-8")
    return [f"{one.rule} {one.place}" for one in read_repository(root, only).findings]


def agreement(slug: str, title: str, publisher: str = "A B.V.", front: str = "") -> dict[str, str]:
    head = f"---\ntitle: {title}\npublisher: {publisher}\n{front}---\n"
    return {f"docs/{slug}/index.md": head, f"docs/{slug}/1.0/index.md": EDITION}


@pytest.mark.parametrize(
    "title, publisher, front, place",
    [
        ("Voorwaarden", "A B.V.", "", "2:8"),
        ("voorwaarden.", "A B.V.", "", "2:8"),
        ("Voor waarden A B.V.", "A B.V.", "", "2:8"),
        ("Algemene voorwaarden", "A B.V.", "short_title: Voorwaarden\n", "4:14"),
    ],
)
def test_two_agreements_of_one_name_are_one_finding(
    title: str, publisher: str, front: str, place: str, tmp_path: Path
) -> None:
    files = agreement("een", "Voorwaarden") | agreement("twee", title, publisher, front)
    assert findings(tmp_path, files) == [f"same-title docs/twee/index.md:{place}"]
    assert findings(tmp_path, files, "twee") == []


@pytest.mark.parametrize(
    "title, publisher", [("Voorwaarden", "C B.V."), ("Voorwaarden 2", "A B.V."), ("Voorwaarden zakelijk", "A B.V.")]
)
def test_two_agreements_of_other_names_are_none(title: str, publisher: str, tmp_path: Path) -> None:
    assert findings(tmp_path, agreement("een", "Voorwaarden") | agreement("twee", title, publisher)) == []


def test_three_of_one_name_are_two_findings(tmp_path: Path) -> None:
    files = agreement("a", "Voorwaarden") | agreement("b", "Voorwaarden") | agreement("c", "Voorwaarden")
    assert findings(tmp_path, files) == ["same-title docs/b/index.md:2:8", "same-title docs/c/index.md:2:8"]


@pytest.mark.parametrize(
    "path", ["annexes/een/bijlage-1/1.0.md", "annexes/een/lijst.md", "annexes/vergeten/bijlage-1/1.0.md"]
)
def test_a_text_that_nothing_includes_is_a_finding(path: str, tmp_path: Path) -> None:
    files = agreement("een", "Voorwaarden") | {path: ANNEX}
    assert findings(tmp_path, files) == [f"unincluded-annex {path}:1:1"]
    assert findings(tmp_path, files, "een") == []


@pytest.mark.parametrize(
    "files",
    [
        {"annexes/een/b.md": ANNEX, "docs/een/1.0/bijlage-1.md": "{!annexes/een/b.md!}\n"},
        {"annexes/een/b.md": ANNEX, "docs/twee/1.0/bijlage-1.md": "{!annexes/een/b.md!}\n"},
        {"annexes/een/b.md": ANNEX, "docs/een/1.0/bijlage-1.md": "{!annexes/een/c.md!}\n",
         "annexes/een/c.md": "{!annexes/een/b.md!}\n"},
        {"annexes/een/README.md": "Over deze map.\n", "annexes/LEESMIJ.md": "Over de mappen.\n"},
        {"annexes/een/notitie.txt": "Geen bijlage.\n", "annexes/een/.verborgen.md": "Niets.\n"},
    ],
)  # fmt: skip
def test_what_is_included_or_no_text_of_an_annex_is_none(files: dict[str, str], tmp_path: Path) -> None:
    assert findings(tmp_path, agreement("een", "Een") | agreement("twee", "Twee") | files) == []
