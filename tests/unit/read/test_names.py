"""What is the same on every system: names of files, ends of lines, and capitals in a path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.check import check
from clausule.model.editions import Edition
from clausule.model.walk import edition_texts
from clausule.read import Repository, read_repository
from clausule.read import source as source_module
from clausule.read.names import refused_names
from clausule.read.source import Sources
from session import HOME

REFUSED = {
    "CON": "device",
    "nul.md": "device",
    "Com1.txt": "device",
    "lpt9": "device",
    "a:b.md": "':'",
    'a"b': "in it",
    "a?": "'?'",
    "a\\b": "in it",
    "einde.": "ends in a dot",
    "einde ": "ends in a dot or a space",
}
ALLOWED = ["console.md", "com.md", "com10", "a.b.md", ".hidden", "é.md", "nulpunt"]


@pytest.mark.parametrize("name", [*REFUSED, *ALLOWED])
def test_a_name_that_windows_refuses_is_found(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "docs/deep"
    folder.mkdir(parents=True)
    (folder / name).write_text("x")
    found = list(refused_names(tmp_path, "docs"))
    assert [path for path, _ in found] == ([f"docs/deep/{name}"] if name in REFUSED else [])
    assert all(REFUSED[name] in why for _, why in found)


def test_names_that_are_one_elsewhere_are_found_once(tmp_path: Path) -> None:
    for name in ("Bijlage.md", "bijlage.md", "e\u0301.md", "é.md", "other.md"):
        (tmp_path / "docs" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / name).write_text("x")
    assert list(refused_names(tmp_path, "docs")) == [
        ("docs/bijlage.md", "'Bijlage.md' beside it is the same name on Windows and macOS"),
        ("docs/é.md", "'e\u0301.md' beside it is the same name on Windows and macOS"),
    ]


def test_links_and_what_is_not_there_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/round").symlink_to(tmp_path)
    assert list(refused_names(tmp_path, "docs")) == [] == list(refused_names(tmp_path, "nowhere"))


def test_a_refused_name_is_a_finding_wherever_it_stands(tmp_path: Path) -> None:
    for path in ("docs/a/1.0/x:.md", "annexes/a/aux", "overrides/prn.html"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("x")
    found = {f.place.path: f for f in check(read_repository(tmp_path)) if "everywhere" in f.message}
    assert set(found) == {"docs/a/1.0/x:.md", "annexes/a/aux", "overrides/prn.html"}
    assert {finding.rule for finding in found.values()} == {"bad-name"}


def model(root: Path, ends: str) -> Repository:
    """The model agreement with these ends of lines."""
    for folder in ("docs/voorbeeld", "annexes/voorbeeld"):
        for path in (HOME / folder).rglob("*"):
            if path.is_file():
                target = root / path.relative_to(HOME)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    return read_repository(root)


def told(edition: Edition) -> object:
    words = [
        (owner, text.plain, text.place(0), text.place(len(text.plain) // 2)) for owner, text in edition_texts(edition)
    ]
    return edition.name, Notes(edition).sha256, edition.files, edition.effective, edition.errata, edition.changes, words


def test_ends_of_lines_change_neither_hash_nor_place(tmp_path: Path) -> None:
    unix, windows = model(tmp_path / "unix", "\n"), model(tmp_path / "windows", "\r\n")
    assert b"\r\n" in (tmp_path / "windows/docs/voorbeeld/index.md").read_bytes()
    (one,), (other,) = unix.agreements, windows.agreements
    assert len(one.editions) > 5 and list(map(told, one.editions)) == list(map(told, other.editions))
    assert (one.lock, unix.pages) == (other.lock, windows.pages)
    assert one.sub_processors and other.sub_processors and repr(one.sub_processors) == repr(other.sub_processors)
    assert [(f.rule, f.place) for f in check(unix)] == [(f.rule, f.place) for f in check(windows)]
    path = "docs/voorbeeld/3.0/artikel-01.md"
    assert Sources(tmp_path / "unix").fingerprint(path) == Sources(tmp_path / "windows").fingerprint(path)


@pytest.fixture
def case_blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in which a file is found by any capitals, as on Windows and macOS."""
    plain = os.lstat

    def blind(path: str) -> os.stat_result:
        folder, name = os.path.split(path)
        if folder and os.path.isdir(folder):
            name = next((entry for entry in os.listdir(folder) if entry.casefold() == name.casefold()), name)
        return plain(os.path.join(folder, name))

    monkeypatch.setattr(source_module.os, "lstat", blind)


@pytest.mark.usefixtures("case_blind")
def test_other_capitals_are_another_file_everywhere(tmp_path: Path) -> None:
    (tmp_path / "annexes").mkdir()
    (tmp_path / "annexes/Bijlage.md").write_text("x")
    sources = Sources(tmp_path)
    assert sources.refusal("annexes/Bijlage.md") == ""
    assert (
        sources.refusal("annexes/bijlage.md")
        == "there is no such file: annexes/bijlage.md is written with other capitals"
    )
    assert "other capitals" in sources.refusal("Annexes/Bijlage.md")
    # What comes while it is at work is seen.
    (tmp_path / "annexes/new.md").write_text("x")
    assert sources.refusal("annexes/new.md") == ""


def test_what_stands_beside_a_file_that_may_be_read_is_looked_at_as_if_it_came_first(tmp_path: Path) -> None:
    """A folder that was found to be one is not looked at again; its entries are."""
    (tmp_path / "docs/a").mkdir(parents=True)
    (tmp_path / "docs/a/index.md").write_text("x")
    (tmp_path / "docs/a/link.md").symlink_to("index.md")
    (tmp_path / "docs/b").symlink_to("a")
    names = [
        "docs/a/link.md",
        "docs/a/none.md",
        "docs/a/..",
        "docs/a/.",
        "docs/a/",
        "docs/b/index.md",
        "docs/a/\\",
        "docs",
    ]
    names += ["/docs/a/index.md", "docs/a/../a/index.md", "docs/a//index.md", "docs/a/Index.md", "docs/a/\0"]
    known = Sources(tmp_path)
    assert known.refusal("docs/a/index.md") == known.refusal("docs/a/index.md") == ""
    assert [known.refusal(name) for name in names] == [Sources(tmp_path).refusal(name) for name in names]
    assert [name for name in names if not known.refusal(name)] == ["docs/a//index.md"]
