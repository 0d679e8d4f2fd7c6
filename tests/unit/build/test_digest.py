"""The tools as one hash: each file that decides how a page looks is in it, under its name, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import SimpleNamespace

import pytest

from clausule.build import digest
from clausule.read.settings import Settings

SETTINGS = Settings(site_name="Proef", site_url="https://example.org/")
FILES = {
    "program/__init__.py": "",
    "program/pages/page.py": "x = 1",
    "program/law/acts.json": "{}",
    "program/language/nl/words.po": "",
    "program/README.txt": "",
    "program/model_agreement/text.json": "{}",
    "program/theme/base.py": "",
    "theme/base.html": "<p>",
    "firm/overrides/main.html": "",
    "firm/logo.svg": "<svg/>",
    "firm/docs/index.md": "",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program, a theme and a firm's repository."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    program = SimpleNamespace(__file__=str(tmp_path / "program/__init__.py"), __version__="1.0")
    monkeypatch.setattr(digest, "clausule", program)
    monkeypatch.setattr(digest, "theme_folder", lambda: tmp_path / "theme")
    return tmp_path


def hashed(root: Path, settings: Settings = SETTINGS) -> str:
    return digest.tools_digest.__wrapped__(root / "firm", settings)


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text(text, "utf-8")


DECIDES = {
    "a module": write("program/pages/page.py", "x = 2"),
    "a module that comes": write("program/pages/other.py", ""),
    "a module under another name": lambda root: (root / "program/pages/page.py").rename(root / "program/page.py"),
    "data of law": write("program/law/acts.json", "[]"),
    "words of a language": write("program/language/nl/words.po", "#"),
    "a template of the theme": write("theme/base.html", "<b>"),
    "a picture of the theme": write("theme/icon.svg", ""),
    "a firm's own template": write("firm/overrides/main.html", "x"),
}
SAYS_NOTHING = {
    "a file that is no program": write("program/README.txt", "x"),
    "the model agreement": write("program/model_agreement/text.json", "[]"),
    "the theme that the wheel carries": write("program/theme/base.py", "x"),
    "a text": write("firm/docs/index.md", "x"),
    "a logo that no setting names": write("firm/logo.svg", "<svg></svg>"),
}


@pytest.mark.parametrize("what", DECIDES)
def test_what_decides_how_a_page_looks_changes_the_hash(what: str, root: Path) -> None:
    before = hashed(root)
    DECIDES[what](root)
    assert hashed(root) != before


@pytest.mark.parametrize("what", SAYS_NOTHING)
def test_what_does_not_leaves_it(what: str, root: Path) -> None:
    before = hashed(root)
    SAYS_NOTHING[what](root)
    assert hashed(root) == before


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_a_link_to_nowhere_leaves_it_too(root: Path) -> None:
    before = hashed(root)
    (root / "firm/overrides/away.html").symlink_to(root / "nowhere.html")
    assert hashed(root) == before


def test_a_logo_that_a_setting_names_is_in_it(root: Path) -> None:
    named = replace(SETTINGS, logo="logo.svg")
    before = hashed(root, named)
    assert before != hashed(root)
    write("firm/logo.svg", "<svg></svg>")(root)
    assert hashed(root, named) != before


def test_versions_and_settings_are_in_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashed(root)
    assert hashed(root, replace(SETTINGS, site_name="Anders")) != before
    mkdocs = replace(SETTINGS, site="mkdocs")
    assert hashed(root, mkdocs) != before
    for name in ("babel", "jinja2", "markupsafe"):
        with monkeypatch.context() as patch:
            patch.setattr(digest, "version", lambda asked, name=name: "9" if asked == name else version(asked))
            assert hashed(root) != before, name
    before_mkdocs = hashed(root, mkdocs)
    for name in ("markdown", "mkdocs", "mkdocs-material"):
        with monkeypatch.context() as patch:
            patch.setattr(digest, "version", lambda asked, name=name: "9" if asked == name else version(asked))
            assert hashed(root, mkdocs) != before_mkdocs, name
            assert hashed(root) == before, f"without MkDocs {name} decides nothing"
    monkeypatch.setattr(digest.clausule, "__version__", "1.1")
    assert hashed(root) != before


def test_what_makes_documents_is_in_it_where_it_is_installed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With another version of it, and without it, other documents stand in the memory."""

    def hashed_with(found: str) -> str:
        def asked(name: str) -> str:
            if name == "typst" and not found:
                raise PackageNotFoundError(name)
            return found if name == "typst" else version(name)

        monkeypatch.setattr(digest, "version", asked)
        return hashed(root)

    assert len({hashed_with(found) for found in ("", "1", "2")}) == 3


def test_it_is_the_same_wherever_the_program_lies(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashed(root)
    for name in ("program", "firm", "theme"):
        (root / name).rename(root / f"other-{name}")
    monkeypatch.setattr(digest.clausule, "__file__", str(root / "other-program/__init__.py"))
    monkeypatch.setattr(digest, "theme_folder", lambda: root / "other-theme")
    assert digest.tools_digest.__wrapped__(root / "other-firm", SETTINGS) == before
