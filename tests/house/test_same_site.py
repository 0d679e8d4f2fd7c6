"""The proof that a site stayed the same notices whatever a reader could: a letter, a link, an id, an attribute, a
file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from same_site import compare_sites, differences
from session import HOME

PAGE = """<!doctype html>
<html lang="nl"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>Artikel 7</title>
<link rel="canonical" href="https://x.example/7/">
<link rel="stylesheet" href="assets/css/site.css">
<script type="module" src="assets/js/a.js"></script>
</head><body class="at-edition">
<main><h1 id="artikel-7">Artikel <b>7</b></h1>
<p>De <a href="../8/">Verwerker</a> meldt dit &amp; wacht.</p>
<textarea>  a
b</textarea>
<input hidden></main></body></html>
"""


def found(page: str, other: str) -> list[str]:
    return differences(page.encode(), other.encode(), is_page=True)


@pytest.mark.parametrize(
    "was, becomes",
    [
        ("wacht", "wachr"),
        ("../8/", "../9/"),
        ('id="artikel-7"', 'id="artikel-8"'),
        ("<input hidden>", "<input>"),
        ("<b>7</b>", "7"),
        ("Artikel <b>", "Artikel<b>"),  # a space between words
        ("  a\nb", " a\nb"),  # and one that is shown as it is
        ("at-edition", "at-root"),
        ("<title>Artikel 7", "<title>Artikel 8"),
        ("https://x.example/7/", "https://x.example/8/"),
        ('lang="nl"', 'lang="en"'),
        ("</main>", "</main><script src='x.js'></script>"),  # below the head no script comes by itself
        ("<main>", "<main><!-- a -->"),
        ("De <a", "<a"),
    ],
)
def test_whatever_a_reader_could_notice_differs(was: str, becomes: str) -> None:
    assert PAGE.count(was) == 1
    assert found(PAGE, PAGE.replace(was, becomes))


@pytest.mark.parametrize(
    "was, becomes",
    [
        ("default-src 'none'", "default-src 'self'"),
        ('<link rel="stylesheet" href="assets/css/site.css">\n', ""),
        ("assets/js/a.js", "assets/kit/a.js"),
        ("</h1>\n<p>", "</h1>\n\n  <p>\n"),
        ("&amp;", "&#38;"),
        ("De <a", "De\n<a"),
        ("<input hidden>", '<input hidden="">'),
    ],
)
def test_what_nobody_can_see_does_not(was: str, becomes: str) -> None:
    assert PAGE.count(was) == 1
    assert found(PAGE, PAGE.replace(was, becomes)) == []


def test_a_difference_is_told_with_its_words() -> None:
    assert found(PAGE, PAGE.replace("../8/", "../9/")) == ['-<a href="../8/">', '+<a href="../9/">']


def test_files_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    for side in ("old", "new"):
        (tmp_path / side / "assets").mkdir(parents=True)
        (tmp_path / side / "index.html").write_text(PAGE)
        (tmp_path / side / "feed.xml").write_text("<feed/>")
    old, new = tmp_path / "old", tmp_path / "new"
    (new / "assets/b.js").write_text("1")
    (old / "assets/a.css").write_text("2")
    assert list(compare_sites(old, new)) == []
    (new / "feed.xml").write_text("<feed />")
    (new / "assets/icon.svg").write_text("3")
    (old / "loose.js").write_text("4")
    assert list(compare_sites(old, new)) == [
        "loose.js: is gone",
        "assets/icon.svg: is new",
        "feed.xml: 7 bytes became 8, the first other one at 5",
    ]


@pytest.mark.parametrize(
    "words, status, said",
    [
        (PAGE, 0, "the same\n"),
        (PAGE.replace("wacht", "wachr"), 1, "index.html: - meldt dit & wacht.\nindex.html: + meldt dit & wachr.\n"),
    ],
)
def test_the_script_says_so_and_exits(tmp_path: Path, words: str, status: int, said: str) -> None:
    for side, page in (("old", PAGE), ("new", words)):
        (tmp_path / side).mkdir()
        (tmp_path / side / "index.html").write_text(page)
    done = subprocess.run(
        [sys.executable, HOME / "tests/same_site.py", tmp_path / "old", tmp_path / "new"],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, said, "")
