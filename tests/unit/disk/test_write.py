"""What is said when a file cannot be written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausule.disk.write import copy_folder, move_files, named, write_file


def test_folders_are_made(tmp_path: Path) -> None:
    write_file(tmp_path / "a/b/c.html", b"x")
    assert (tmp_path / "a/b/c.html").read_bytes() == b"x"
    copy_folder(tmp_path / "a", tmp_path / "copy")
    assert (tmp_path / "copy/b/c.html").read_bytes() == b"x"


def test_a_full_disk_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")  # as the system says it when it writes

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space") as caught:
        write_file(tmp_path / "a.html", b"x")
    assert (caught.value.errno, caught.value.filename) == (28, str(tmp_path / "a.html"))


@pytest.mark.parametrize(
    ("why", "number", "words"),
    [
        ("[Errno 28] No space left on device: 'x/b'", 28, "No space left on device"),
        ("something else", 0, "something else"),
    ],
)
def test_of_a_folder_the_first_file_that_cannot_be_copied_is_named(
    why: str, number: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, target: Path) -> None:
        raise shutil.Error([("a/b", "x/b", why), ("a/c", "x/c", "more")])

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(OSError, match=words) as caught:
        copy_folder(Path("a"), Path("x"))
    assert (caught.value.errno, caught.value.strerror, caught.value.filename) == (number, words, "x/b")


def test_files_are_moved_beside_what_is_there(tmp_path: Path) -> None:
    for name in ("from/a/b/new", "from/top", "to/a/old"):
        write_file(tmp_path / name, name.encode())
    move_files(tmp_path / "from", tmp_path / "to")
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"to/a/b/new": b"from/a/b/new", "to/top": b"from/top", "to/a/old": b"to/a/old"}


def test_an_error_that_names_a_file_keeps_it() -> None:
    assert named(OSError(28, "full"), Path("out")).filename == "out"
    assert named(OSError(13, "no", "mine"), Path("out")).filename == "mine"
    assert named(OSError(13, "no", "from", None, "to"), Path("out")).filename == "to"
