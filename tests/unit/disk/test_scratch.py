"""A folder that goes away: with its process, and with the next one when that was killed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from clausule.disk.lock import held
from clausule.disk.scratch import remove_left_over, scratch_folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_it_goes_away_with_who_made_it(tmp_path: Path) -> None:
    with scratch_folder("proef-", tmp_path) as folder:
        assert folder.parent == tmp_path and folder.name.startswith("proef-") and not names(folder)
        (folder / "page.html").write_text("x")
    with pytest.raises(KeyError), scratch_folder("proef-", tmp_path):
        raise KeyError
    assert names(tmp_path) == set()


def test_what_a_killed_process_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / "proef-x.lock").touch()  # the system let go of it
    (tmp_path / "proef-y.lock").touch()  # killed before the folder was made
    (tmp_path / "proef-x/deep").mkdir(parents=True)
    (tmp_path / "proef-x/deep/page.html").write_text("x")
    with scratch_folder("other-", tmp_path):
        assert {"proef-x", "proef-x.lock", "proef-y.lock"} < names(tmp_path)
    with scratch_folder("proef-", tmp_path) as folder:
        assert names(tmp_path) == {folder.name, f"{folder.name}.lock"}


def test_what_another_one_works_in_stays(tmp_path: Path) -> None:
    with scratch_folder("proef-", tmp_path) as first:
        (first / "page.html").write_text("x")
        with scratch_folder("proef-", tmp_path) as second:
            assert first != second and names(first) == {"page.html"}
        remove_left_over("proef-", tmp_path)
        assert names(tmp_path) == {first.name, f"{first.name}.lock"} and names(first) == {"page.html"}
    assert names(tmp_path) == set()


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    """A folder without the file, whatever it is called; a file that leads elsewhere; one that is no file."""
    outside = tmp_path / "outside"
    outside.mkdir()
    home = tmp_path / "home"
    (home / "proef-x").mkdir(parents=True)
    (home / "proef-c").mkdir()
    (home / "proef-a.lock").symlink_to(outside)
    (home / "proef-b.lock").touch()
    (home / "proef-b").symlink_to(outside)
    if sys.platform != "win32":
        os.mkfifo(home / "proef-c.lock")
    remove_left_over("proef-", home)
    assert {"proef-x", "proef-a.lock", "proef-b", "proef-b.lock", "proef-c"} == names(home) - {"proef-c.lock"}
    assert outside.is_dir()


def test_a_file_that_was_taken_for_left_over_before_it_was_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the making of the file and the holding another process comes by: another name is used."""
    from clausule.disk import scratch

    take, seen = scratch.take, []

    def meanwhile(file: object) -> bool:
        seen.append(next(tmp_path.glob("proef-*.lock")))
        if len(seen) == 1:
            seen[0].unlink()
        return take(file)  # type: ignore[arg-type]

    monkeypatch.setattr(scratch, "take", meanwhile)
    with scratch_folder("proef-", tmp_path) as folder:
        assert folder.is_dir() and folder.name != seen[0].stem
        assert names(tmp_path) == {folder.name, f"{folder.name}.lock"}


def test_a_machine_without_a_folder_for_what_is_temporary_has_nothing_left_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    remove_left_over()
    with pytest.raises(FileNotFoundError, match="No usable"), scratch_folder():
        pass


def test_one_holds_a_file_at_a_time(tmp_path: Path) -> None:
    from clausule.disk.lock import take

    with held(tmp_path / "lock"), open(tmp_path / "lock", "r+b") as file:
        assert not take(file)
    with open(tmp_path / "lock", "r+b") as file:
        assert take(file)
