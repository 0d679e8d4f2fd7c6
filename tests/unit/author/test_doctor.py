"""What ``doctor`` says of a machine, of the fonts and of the workflows."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, PathDistribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from clausule import __version__
from clausule.author.doctor import examination, program, repository
from clausule.author.doctor.observation import Observation, fine, some
from clausule.author.doctor.workflows import workflows
from clausule.author.init import forge_files, write_files
from clausule.publish import condition
from clausule.publish.errors import GitMissing
from installed import INFO, PACKED, an_installed_program
from session import HOME

WHEEL = f"clausule-{__version__}-py3-none-any.whl"


def states(seen: Iterator[Observation]) -> list[tuple[str, str]]:
    return [(one.about, one.state) for one in seen]


def test_each_extra_of_the_program_says_what_it_is_for() -> None:
    said = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert said.keys() == program.ADDS.keys()


def test_an_extra_that_is_not_here_says_what_it_adds(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"documents": [Requirement("no-such-package-here>=1")]}
    monkeypatch.setattr(program, "requirements", lambda found: ([], asked))
    (seen,) = program.extras()
    assert seen.state == "note" and "no-such-package-here is not installed" in seen.found
    assert program.ADDS["documents"] in seen.found and seen.mend


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [
        ("click", []),
        ("click>=8", []),
        ("click<2", ["click 8"]),
        ("no-such-package-here", ["no-such-package-here is not installed"]),
        ("mkdocs[i18n]", []),  # what an extra asks for is looked for too: babel is here
    ],
)
def test_what_is_lacking_is_named(asked: str, lacking: list[str]) -> None:
    found = program.lacks([Requirement(asked)])
    assert len(found) == len(lacking) and all(one.startswith(words) for one, words in zip(found, lacking, strict=True))


def test_what_a_package_needs_is_looked_for_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    class Package:
        version, requires = "1.0", ["deeper>=2", "elsewhere; sys_platform == 'nowhere'", "more; extra == 'x'"]

    def distribution(name: str) -> type[Package]:
        if name != "outer":
            raise PackageNotFoundError(name)
        return Package

    monkeypatch.setattr(program, "distribution", distribution)
    assert program.lacks([Requirement("outer")]) == ["deeper is not installed"]
    assert program.lacks([Requirement("outer[x]")]) == ["deeper is not installed", "more is not installed"]


def test_packages_that_need_each_other_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def distribution(name: str) -> type:
        asked.append(name)
        assert len(asked) < 9
        return type("Package", (), {"version": "1", "requires": ["one", "two"]})

    monkeypatch.setattr(program, "distribution", distribution)
    assert program.lacks([Requirement("one")]) == []


def test_of_an_installed_program_base_and_extras_are_told_apart(tmp_path: Path) -> None:
    info = an_installed_program(tmp_path)
    rows = "Requires-Dist: click>=8\nProvides-Extra: pdf\nRequires-Dist: typst==1; extra == 'pdf'\n"
    rows += "Requires-Dist: colorama; sys_platform == 'nowhere'\n"
    (info / "METADATA").write_text(PACKED[f"{INFO}/METADATA"] + rows)
    base, extras = program.requirements(PathDistribution(info))
    assert [one.name for one in base] == ["click"]
    assert {name: [one.name for one in rows] for name, rows in extras.items()} == {"pdf": ["typst"]}


def test_a_file_of_the_program_that_changed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = an_installed_program(tmp_path)
    rows = []
    for path, text in PACKED.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(text)}\n")
    (info / "RECORD").write_text("".join(rows) + f"{INFO}/RECORD,,\n")
    monkeypatch.setattr(program, "installed", lambda: PathDistribution(info))
    monkeypatch.setattr(program, "lacks", lambda asked: [])
    assert states(program.program()) == [("Clausule", "fine"), ("packages", "fine")]
    (tmp_path / "clausule/law/acts.json").write_text("{ }")
    (tmp_path / "clausule/__init__.py").unlink()
    seen = next(iter(program.program()))
    assert seen.state == "wrong" and "clausule/__init__.py, clausule/law/acts.json" in seen.found
    assert "--force-reinstall" in seen.mend


def test_a_git_that_is_not_there_or_too_old_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausule.publish.git.git_version", lambda: ("2.30.9 (Apple)", (2, 30, 9)))
    assert states(program.git()) == [("git", "wrong")]
    monkeypatch.setattr("clausule.publish.git.git_version", lambda: ("2.31", (2, 31)))
    assert states(program.git()) == [("git", "fine")]

    def missing() -> None:
        raise GitMissing

    monkeypatch.setattr("clausule.publish.git.git_version", missing)
    (seen,) = program.git()
    assert seen.state == "wrong" and "2.31" in seen.mend


def test_a_python_that_is_too_old_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert states(program.python()) == [("Python", "fine")]
    monkeypatch.setattr(program, "_LEAST_PYTHON", (4, 0))
    assert states(program.python()) == [("Python", "wrong")]


@pytest.mark.parametrize(
    ("name", "data", "state"),
    [
        ("kop.woff2", b"wOF2....", "fine"),
        ("Kop.WOFF2", b"wOF2....", "fine"),
        ("kop.ttf", b"\x00\x01\x00\x00....", "fine"),
        ("kop.otf", b"OTTO....", "fine"),
        ("kop.woff2", b"version https://git-lfs.github.com/spec/v1\n", "wrong"),
        ("kop.ttf", b"<!doctype html>", "wrong"),
        ("kop.otf", b"", "wrong"),
    ],
)
def test_a_font_of_the_firm_is_a_font(name: str, data: bytes, state: str, tmp_path: Path) -> None:
    (tmp_path / "overrides/fonts").mkdir(parents=True)
    (tmp_path / "overrides/fonts" / name).write_bytes(data)
    assert states(program.fonts(tmp_path)) == [("fonts", "fine"), ("own fonts", state)]


def test_fonts_of_the_program_that_are_gone_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert states(program.fonts(None)) == [("fonts", "fine")]
    monkeypatch.setattr("clausule.site.look.theme_folder", lambda: tmp_path)
    (seen,) = program.fonts(None)
    assert seen.state == "wrong" and str(tmp_path / "fonts") in seen.found


def with_workflows(root: Path, forge: str = "github") -> Path:
    write_files(root, forge_files(forge, (WHEEL, b"wheel")))
    return root


def test_workflows_that_are_as_this_version_writes_them(tmp_path: Path) -> None:
    assert states(workflows(tmp_path)) == [("workflows", "note")]
    with_workflows(tmp_path, "gitlab")
    assert states(workflows(tmp_path)) == [("workflows gitlab", "fine"), ("workflows' program", "fine")]


def test_workflows_that_were_changed_or_lost(tmp_path: Path) -> None:
    root = with_workflows(tmp_path)
    check = root / ".github/workflows/check.yml"
    check.write_bytes(check.read_bytes().replace(b"\n", b"\r\n"))
    assert ("workflows github", "fine") in states(workflows(root))
    check.write_text("mine")
    (root / ".github/workflows/new.yml").unlink()
    gone, other, _ = workflows(root)
    assert gone.state == other.state == "note"
    assert gone.found == "not there: .github/workflows/new.yml"
    assert other.found.endswith("changed by hand: .github/workflows/check.yml")


def test_the_program_of_the_workflows_is_held_against_its_hash(tmp_path: Path) -> None:
    root = with_workflows(tmp_path)
    wheel, asked = root / ".clausule" / WHEEL, root / ".clausule/requirements.txt"

    def last() -> Observation:
        return [*workflows(root)][-1]

    assert last().state == "fine"
    wheel.write_bytes(b"other")
    assert last().state == "wrong" and "hash" in last().found
    wheel.unlink()
    assert last().state == "wrong" and "is not there" in last().found
    asked.write_text("mkdocs==1.6.1\n")
    assert last().state == "wrong" and "names no wheel" in last().found
    write_files(root, forge_files("github", ("clausule-0.0.9-py3-none-any.whl", b"old")))
    assert last().state == "note" and f"install 0.0.9, and this is {__version__}" in last().found


def test_a_clock_before_the_program_was_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert states(repository.clock(None, "gh-pages")) == [("clock", "fine")]
    monkeypatch.setattr(repository.time, "time", lambda: 0.0)
    assert states(repository.clock(None, "gh-pages")) == [("clock", "wrong")]


def test_what_cannot_be_looked_at_hinders_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall() -> Iterator[Observation]:
        yield fine("git", "one half")
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(program, "git", fall)
    seen = [*examination.examine(tmp_path, None, branch="gh-pages")]
    assert [(one.state, one.found) for one in seen if one.about == "git"] == [
        ("fine", "one half"),
        ("wrong", "it could not be looked at (ZeroDivisionError: by nothing)"),
    ]
    assert [one.about for one in seen][-2:] == ["repository", "clock"]


def test_a_long_list_is_cut() -> None:
    assert some(["a", "b"]) == "a, b" and some([*"abcdefg"]) == "a, b, c, d, e and 2 more"


def test_secrets_in_the_address_of_a_remote_are_not_shown() -> None:
    said = "fatal: unable to access\n 'https://me:secret@host.example/x.git/': refused"
    assert condition._without_secrets(said) == "fatal: unable to access 'https://host.example/x.git/': refused"
