"""Includes in the preview: markdown-include's syntax, and none of its ways out of the repository."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from markdown import Markdown

from clausule.site.mkdocs.include import IncludeError, SafeInclude
from session import HOME, Session, small_repository


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "annexes"
    folder.mkdir()
    (folder / "a.md").write_text("---\nversion: '1.5'\n---\n\nwoorden van a\n", "utf-8")
    (folder / "outer.md").write_text("voor\n\n{!annexes/a.md!}\n\nna\n", "utf-8")
    (folder / "one.md").write_text("{!annexes/two.md!}\n", "utf-8")
    (folder / "two.md").write_text("{!annexes/one.md!}\n", "utf-8")
    (folder / "twice.md").write_text("{!annexes/a.md!}\n\n{!annexes/a.md!}\n", "utf-8")
    (folder / "big.md").write_text("a" * 2_000_001, "utf-8")
    (folder / "link.md").symlink_to("/etc/passwd")
    (tmp_path / "secret.md").write_text("geheim", "utf-8")
    for number in range(12):
        (folder / f"deep{number}.md").write_text(f"{{!annexes/deep{number + 1}.md!}}\n", "utf-8")
    return tmp_path


def converted(root: Path, source: str) -> str:
    return str(Markdown(extensions=["fenced_code", SafeInclude(root=str(root))]).convert(source))


def test_an_include_brings_the_words_without_the_front_matter(root: Path) -> None:
    assert converted(root, "{!annexes/a.md!}") == "<p>woorden van a</p>"
    assert converted(root, "{! annexes/outer.md !}") == "<p>voor</p>\n<p>woorden van a</p>\n<p>na</p>"
    assert converted(root, "{!annexes/twice.md!}").count("woorden") == 2


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{!/etc/passwd!}", "leads out of the repository"),
        ("{!annexes/../secret.md!}", "leads out of the repository"),
        ("{!~/.ssh/id_rsa!}", "leads out of the repository"),
        ("{!secret.md!}", "only files under docs/ and annexes/"),
        ("{!annexes/link.md!}", "links are not followed"),
        ("{!annexes!}", "not a file"),
        ("{!annexes/missing.md!}", "no such file"),
        ("{!annexes/one.md!}", "includes itself: annexes/one.md → annexes/two.md → annexes/one.md"),
        ("{!annexes/deep0.md!}", "nested more than 8 deep"),
        ("{!annexes/big.md!}", "larger than 2 MB"),
        ("{!annexes/a.md!lines=1-2}", "options behind the path"),
        ("zie {!annexes/a.md!} hier", "must stand alone on its line"),
    ],
)
def test_what_cannot_be_included_is_said_and_stops(root: Path, source: str, why: str) -> None:
    with pytest.raises(IncludeError, match=re.escape(why)):
        converted(root, source)


def test_a_device_is_not_read(root: Path) -> None:
    os.mkfifo(root / "annexes/pipe.md")
    with pytest.raises(IncludeError, match="not a file"):
        converted(root, "{!annexes/pipe.md!}")


@pytest.mark.parametrize(
    "source",
    ["```\n{!/etc/passwd!}\n```", "~~~~\n{!/etc/passwd!}\n~~~\n~~~~", "    {!/etc/passwd!}", "zo: `{!/etc/passwd!}`"],
)
def test_code_is_left_alone(root: Path, source: str) -> None:
    assert "{!/etc/passwd!}" in converted(root, source)


def with_theme(root: Path) -> Session:
    """A repository as this one, which plain mkdocs previews with the theme in its overrides/."""
    shutil.copytree(HOME / "overrides", root / "overrides")
    return small_repository(root)


def test_plain_mkdocs_gives_an_author_a_preview(tmp_path: Path) -> None:
    session = with_theme(tmp_path)
    session.write("annexes/a.md", "---\nversion: x\n---\n\nAlarm en sloten.\n")
    session.write("docs/mijn/1.0/artikel-01.md", "# Artikel 1. Doel\n\n1.1 Het doel.\n\n{!annexes/a.md!}\n")
    done = session.program([sys.executable, "-m", "mkdocs", "build", "--site-dir", "preview"], NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "preview/mijn/1.0/artikel-01/index.html").read_text("utf-8")
    assert "<h1" in page and "Alarm en sloten." in page and "version: x" not in page


def test_a_bad_include_stops_the_preview_with_one_line(tmp_path: Path) -> None:
    session = with_theme(tmp_path)
    session.write("docs/mijn/1.0/artikel-01.md", "# Artikel 1\n\n{!/etc/passwd!}\n")
    done = session.program([sys.executable, "-m", "mkdocs", "build", "--site-dir", "preview"], NO_MKDOCS_2_WARNING="1")
    assert done.returncode != 0
    assert "{!/etc/passwd!} cannot be included: it leads out of the repository" in done.stderr
