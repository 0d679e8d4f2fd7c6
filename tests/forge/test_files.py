"""A commit of a stranger becomes plain files in one folder, and nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clausule.publish.errors import TooLarge
from clausule.publish.files import write_files
from clausule.publish.git import Git
from clausule.publish.trees import Trees
from session import clean_environment


class Maker:
    """Makes objects that git itself would refuse to make."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._git(b"", "init", "--quiet")

    def _git(self, data: bytes, *words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.root, input=data, capture_output=True, check=True, env=clean_environment()
        )
        return done.stdout.decode().strip()

    def blob(self, data: bytes) -> str:
        return self._git(data, "hash-object", "-w", "--stdin")

    def tree(self, *rows: tuple[str, bytes, str]) -> str:
        data = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(oid) for mode, name, oid in rows)
        return self._git(data, "hash-object", "-t", "tree", "--literally", "-w", "--stdin")


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    (tmp_path / "repository").mkdir()
    return Maker(tmp_path / "repository")


def written(maker: Maker, oid: str, out: Path, most: int | None = None) -> dict[str, bytes]:
    """What came of it; anything outside ``out`` fails the test."""
    before = {path for path in out.parent.rglob("*") if ".git" not in path.parts}
    out.mkdir()
    with Trees(Git(maker.root)) as trees:
        write_files(trees, oid, out, most)
    assert {
        path for path in out.parent.rglob("*") if ".git" not in path.parts and out not in (path, *path.parents)
    } == before
    assert not [path for path in out.rglob("*") if path.is_symlink()]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_plain_files_are_written_as_they_are(maker: Maker, tmp_path: Path) -> None:
    text, script = maker.blob(b"een\r\n$Format:%an$\r\n"), maker.blob(b"#!/bin/sh\n")
    attributes = maker.blob(b"* text eol=lf export-subst export-ignore\n")
    inner = maker.tree(("100644", b"artikel-01.md", text))
    oid = maker.tree(("100644", b".gitattributes", attributes), ("40000", b"1.0", inner), ("100755", b"x", script))
    found = written(maker, oid, tmp_path / "out")
    assert found == {
        ".gitattributes": b"* text eol=lf export-subst export-ignore\n",
        "1.0/artikel-01.md": b"een\r\n$Format:%an$\r\n",
        "x": b"#!/bin/sh\n",
    }
    assert not (tmp_path / "out/x").stat().st_mode & 0o111


NAMES = [b"..", b".", b"a/../../b", b"/tmp/b", b"../b", b"a\\..\\b", b"C:b", b"b\n", b"b\x1b", b"a//b"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("as_folder", [False, True])
def test_a_name_that_leads_elsewhere_is_left_out(maker: Maker, tmp_path: Path, name: bytes, as_folder: bool) -> None:
    blob = maker.blob(b"kwaad")
    row = ("40000", name, maker.tree(("100644", b"b", blob))) if as_folder else ("100644", name, blob)
    assert written(maker, maker.tree(row, ("100644", b"goed.md", blob)), tmp_path / "out") == {"goed.md": b"kwaad"}


def test_links_and_other_repositories_are_left_out(maker: Maker, tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("geheim")
    link, other = maker.blob(b"../geheim"), "1" * 40
    oid = maker.tree(
        ("120000", b"index.md", link),
        ("120000", b"map", maker.blob(b"..")),
        ("160000", b"module", other),
        ("100644", b"z", link),
    )
    assert written(maker, oid, tmp_path / "out") == {"z": b"../geheim"}


def test_a_few_objects_that_stand_for_ten_thousand_files(maker: Maker, tmp_path: Path) -> None:
    oid = maker.tree(*(("100644", b"%d" % n, maker.blob(b"")) for n in range(10)))
    for _ in range(3):
        oid = maker.tree(*(("40000", b"%d" % n, oid) for n in range(10)))
    with pytest.raises(TooLarge, match="out is too large to read"):
        written(maker, oid, tmp_path / "out", most=50_000)
    assert len([path for path in (tmp_path / "out").rglob("*") if path.is_file()]) == 50


def test_large_files_count_as_their_size(maker: Maker, tmp_path: Path) -> None:
    oid = maker.tree(("100644", b"a", maker.blob(b"x" * 3_000)), ("100644", b"b", maker.blob(b"x" * 2_000)))
    assert len(written(maker, oid, tmp_path / "out", most=5_000)) == 2
    with pytest.raises(TooLarge):
        written(maker, oid, tmp_path / "again", most=4_999)
