"""A wheel is packed of what was installed: what it came with, and nothing of the machine."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from importlib.metadata import PackageNotFoundError, PathDistribution
from pathlib import Path

import pytest

from clausule.author import program
from clausule.author.program import packed_program
from clausule.model.lookup import AuthoringError
from installed import INFO, PACKED, an_installed_program


def test_the_wheel_holds_what_the_program_came_with(tmp_path: Path) -> None:
    name, data = packed_program(PathDistribution(an_installed_program(tmp_path)))
    assert name == "clausule-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        assert wheel.testzip() is None
        held = {path: wheel.read(path).decode() for path in wheel.namelist()}
        assert {info.date_time for info in wheel.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    rows = list(csv.reader(io.StringIO(held.pop(f"{INFO}/RECORD"))))
    assert held == PACKED
    assert rows.pop() == [f"{INFO}/RECORD", "", ""]
    for path, digest, size in rows:
        packed = PACKED[path].encode()
        assert int(size) == len(packed)
        assert digest == "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(packed).digest()).decode().rstrip("=")


def test_packed_twice_it_is_the_same(tmp_path: Path) -> None:
    one, two = (packed_program(PathDistribution(an_installed_program(tmp_path / name))) for name in ("een", "twee"))
    assert one == two


def test_from_sources_there_is_no_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = an_installed_program(tmp_path)
    (tmp_path / "__editable__.clausule-0.1.0.pth").write_text("/ergens/scripts")
    (info / "RECORD").write_text(f"__editable__.clausule-0.1.0.pth,,\n{INFO}/WHEEL,,\n")
    with pytest.raises(AuthoringError, match="Install it from a wheel first"):
        packed_program(PathDistribution(info))

    def unknown(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(program, "distribution", unknown)
    with pytest.raises(AuthoringError, match="Clausule runs from its sources here"):
        packed_program()
