"""The parts of a release, each alone: what is refused, and how it is said."""

from __future__ import annotations

import base64
import hashlib
import re
import tarfile
import zipfile
from pathlib import Path

import pytest

import clausule
from releasing import build, carried
from releasing.__main__ import HOME, main
from releasing.bill import Locked, licences_of, read_lock
from releasing.carried import check_carried, read_parts
from releasing.notes import notes_of
from releasing.readme import for_index
from releasing.refused import Refused
from releasing.wheel import check_wheel

LOG = "# What changed\n\n## 1.1.0 (2027-02-01)\n\n- Nieuw.\n- Meer.\n\n## 1.0.0 (2026-12-01)\n\n- Oud.\n"
VERSION = clausule.__version__
INFO = f"clausule-{VERSION}.dist-info"
METADATA = f"""Metadata-Version: 2.4
Name: clausule
Version: {VERSION}
License-Expression: EUPL-1.2 AND OFL-1.1
License-File: LICENSE
License-File: fonts/OFL.txt
"""
LIST = "| what | version | by | licence | its text | files in the wheel |\n|---|---|---|---|---|---|\n"
FONT = "| A face | 1 | Somebody | OFL-1.1 | fonts/OFL.txt | clausule/*.ttf, clausule/*.woff2 |\n"


def test_the_notes_are_the_first_part_of_the_change_log() -> None:
    assert notes_of(LOG, "1.1.0", dated=True) == "- Nieuw.\n- Meer.\n"
    assert notes_of(LOG.replace("2027-02-01", "not released yet"), "1.1.0", dated=False) == "- Nieuw.\n- Meer.\n"
    assert notes_of("## 1.0.0 (2026-12-01)\n\n- Oud.\n", "1.0.0", dated=True) == "- Oud.\n"


@pytest.mark.parametrize(
    ("text", "version", "said"),
    [
        (LOG, "1.0.0", "begins with 1.1.0, and this is 1.0.0"),
        ("# What changed\n", "1.0.0", "begins with nothing"),
        (LOG.replace("2027-02-01", "not released yet"), "1.1.0", "is not released yet"),
        ("## 1.0.0 (2026-12-01)\n\n## 0.9 (2026-01-01)\n\n- x\n", "1.0.0", "says nothing of 1.0.0"),
    ],
)
def test_a_change_log_that_is_behind_is_refused(text: str, version: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        notes_of(text, version, dated=True)


def test_the_change_log_of_this_version_has_notes() -> None:
    assert "clausule doctor" in notes_of((HOME / "CHANGELOG.md").read_text("utf-8"), VERSION, dated=False)


def wheel(tmp_path: Path, **files: bytes) -> Path:
    """A wheel with a right record; ``files`` are put in by name, with / written as __."""
    held = {f"{INFO}/METADATA": METADATA.encode(), "clausule/a.ttf": b"\0\1\0\0"}
    held |= {f"{INFO}/licenses/LICENSE": b"EUPL", f"{INFO}/licenses/fonts/OFL.txt": b"OFL"}
    held |= {name.replace("__", "/").replace("_dot_", "."): data for name, data in files.items()}
    rows = []
    for name, data in held.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.append(f"{name},sha256={digest},{len(data)}\n")
    path = tmp_path / f"clausule-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in held.items():
            packed.writestr(name, data)
        packed.writestr(f"{INFO}/RECORD", "".join(rows) + f"{INFO}/RECORD,,\n")
    return path


def test_a_right_wheel_passes(tmp_path: Path) -> None:
    check_wheel(wheel(tmp_path))
    (tmp_path / carried.LIST).write_text(LIST + FONT)
    (part,) = check_carried(tmp_path, wheel(tmp_path))
    assert (part.what, part.licence, part.files.keys()) == ("A face", "OFL-1.1", {"clausule/a.ttf"})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (f"Version: {VERSION}", "Version: 0.0.9", "says clausule 0.0.9"),
        ("Name: clausule", "Name: other", "says other"),
        ("License-File: LICENSE", "License-File: MISSING", "lacks its licence"),
        ("License-Expression: EUPL-1.2 AND OFL-1.1\n", "", "no expression"),
        ("EUPL-1.2 AND OFL-1.1", "EUPL and more", "metadata is not right"),
        ("Metadata-Version: 2.4", "Metadata-Version: 99", "metadata is not right"),
    ],
)
def test_wrong_metadata_is_refused(
    old: str, new: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert old in METADATA
    monkeypatch.setitem(globals(), "METADATA", METADATA.replace(old, new))
    with pytest.raises(Refused, match=said):
        check_wheel(wheel(tmp_path))


def test_a_record_that_is_not_of_these_files_is_refused(tmp_path: Path) -> None:
    path = wheel(tmp_path)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("clausule/smuggled.py", b"1")
    with pytest.raises(Refused, match=r"RECORD does not say of clausule/smuggled\.py"):
        check_wheel(path)


@pytest.mark.parametrize(
    ("rows", "files", "said"),
    [
        (FONT, {"clausule__b_dot_otf": b"OTTO\0"}, r"clausule/b\.otf is in the wheel"),
        (FONT, {"clausule__c_dot_js": b"/* Copyright (c) 2020 X */"}, r"clausule/c\.js is in the wheel"),
        (FONT, {"clausule__d_dot_css": "/* © 2021 Y */".encode()}, r"clausule/d\.css is in the wheel"),
        (FONT + FONT.replace("*.ttf, clausule/*.woff2", "*.svg"), {}, "no file of the wheel is named"),
        (FONT.replace("OFL-1.1", "MIT"), {}, "makes it 'EUPL-1.2 AND MIT'"),
        (FONT.replace("fonts/OFL.txt", "elsewhere.txt"), {}, "elsewhere.txt is not in the wheel"),
    ],
)
def test_what_is_carried_and_not_listed_is_refused(
    rows: str, files: dict[str, bytes], said: str, tmp_path: Path
) -> None:
    (tmp_path / carried.LIST).write_text(LIST + rows)
    with pytest.raises(Refused, match=said):
        check_carried(tmp_path, wheel(tmp_path, **files))


def test_own_files_are_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / carried.LIST).write_text(LIST + FONT)
    check_carried(tmp_path, wheel(tmp_path, clausule__law=b"acts of copyright", clausule__o=b"OFL"))
    check_carried(tmp_path, wheel(tmp_path, clausule__handbook__pictures__a_dot_jpg=b"\xff\xd8\0"))
    assert read_parts("no table\n| a | b |\n", {}) == []


def test_a_lock_is_read_with_its_hashes_and_who_asks() -> None:
    one, two = read_lock(
        "click==8.5.1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via\n    #   clausule (pyproject.toml)\n"
        "    #   mkdocs\ncolorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:cc\n    # via click\n"
    )
    assert (one.name, one.version, one.hashes) == ("click", "8.5.1", ["aa", "bb"])
    assert [via for via in one.via if via] == ["clausule (pyproject.toml)", "mkdocs"]
    assert (two.marker, two.via, two.ref) == ("sys_platform == 'win32'", ["click"], "pkg:pypi/colorama@0.4.6")
    assert Locked("Foo.Bar_baz", "1", "").ref == "pkg:pypi/foo-bar-baz@1"


def test_a_licence_is_told_of_the_version_that_is_here_alone() -> None:
    assert licences_of(Locked("no-such-package-here", "1", "")) == []
    assert licences_of(Locked("click", "0.0.1", "")) == []
    (lock,) = [one for one in read_lock((HOME / "requirements.lock").read_text("utf-8")) if one.name == "click"]
    assert licences_of(lock) == [{"expression": "BSD-3-Clause"}]


def test_the_day_is_that_which_was_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert build.commit_day(tmp_path) == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(build, "_git", lambda home, *words: "")
    with pytest.raises(Refused, match="there is no commit"):
        build.commit_day(tmp_path)
    monkeypatch.setattr(build, "_git", lambda home, *words: "1800000000\n")
    assert build.commit_day(tmp_path) == 1_800_000_000


def test_a_build_that_differs_is_refused_with_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def make(kind: str, source: Path, out: Path, epoch: int, environment: object = None) -> tuple[Path, ...]:
        out.mkdir(exist_ok=True)
        path = out / f"clausule-1.{'tar.gz' if kind == 'sdist' else 'whl'}"
        if kind == "sdist":
            (tmp_path / "clausule-1").mkdir(exist_ok=True)
            with tarfile.open(path, "w") as packed:
                packed.add(tmp_path / "clausule-1", "clausule-1")
        else:
            with zipfile.ZipFile(path, "w") as wheel:
                wheel.writestr("clausule/day.txt", "1" if environment else "2")
        return (path,)

    monkeypatch.setattr(build, "_build", make)
    with pytest.raises(Refused, match=r"clausule-1\.whl differs when it is built again \(clausule/day\.txt\)"):
        build.build_twice(tmp_path, tmp_path, 0)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ([], 2, "name OUT and the version"),
        (["{out}"], 2, "name OUT and the version"),
        (["{out}", "0.0.9"], 1, "0.0.9 is asked for"),
        (["{there}", VERSION], 1, "is there already"),
    ],
)
def test_wrong_use_makes_nothing(
    words: list[str], status: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word.format(out=tmp_path / "out", there=tmp_path) for word in words]
    if status == 2:
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
    else:
        assert main(words) == status
    assert said in capsys.readouterr().err and not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("written", "alone", "led"),
    [
        ("see [a page](a/b.md#c)", "see a page", "see [a page](https://forge.example/x/blob/HEAD/a/b.md#c)"),
        ("![a picture](a.jpg)", "", "![a picture](https://forge.example/x/raw/HEAD/a.jpg)"),
        ("[mike](https://mike.example)", "[mike](https://mike.example)", "[mike](https://mike.example)"),
        ("[below](#below)", "[below](#below)", "[below](#below)"),
        ("[mail](mailto:a@b.example)", "[mail](mailto:a@b.example)", "[mail](mailto:a@b.example)"),
    ],
)
def test_on_the_index_no_link_of_the_readme_leads_nowhere(written: str, alone: str, led: str) -> None:
    assert for_index(written, "") == alone
    assert for_index(written, "https://forge.example/x/") == for_index(written, "https://forge.example/x") == led


def test_the_readme_of_the_index_is_ours_without_what_is_only_here() -> None:
    text = for_index((HOME / "README.md").read_text("utf-8"), "")
    assert "a page a task" in text and not re.search(r"\]\((?!https:)", text)
