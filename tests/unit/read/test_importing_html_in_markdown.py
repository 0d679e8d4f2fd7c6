"""HTML in Markdown, contents that are links, and numbers in bold: what is shown stays, the rest is told."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.html_in_markdown import without_html
from clausule.read.importing.raw_lines import raw_lines


def read(text: str) -> tuple[list[tuple[str, int]], list[tuple[str, str]]]:
    lines, dropped = without_html(raw_lines(text, markdown=True), language_of("en").grammar)
    return [(line.text, line.number) for line in lines if line.text], [(one.what, one.words) for one in dropped]


@pytest.mark.parametrize(
    ("text", "shown", "dropped"),
    [
        ("**1.1** Words", ["1.1 Words"], []),
        ("    __(a)__ words", ["    (a) words"], []),
        ("**Day** is a term", ["**Day** is a term"], []),
        ("**1.1**", ["**1.1**"], []),
        ("a\n\n---\n\nb", ["a", "b"], []),
        ("Title\n---", ["Title\n---"], []),
        ("a <u>b</u><a name='x'></a> c < d", ["a b c < d"], []),
        ("a <!-- no --> b", ["a  b"], [("a comment", "no")]),
        ("a\n<!-- one\ntwo -->\nb", ["a", "b"], [("a comment", "one"), ("a comment", "two")]),
        ("- [One](#one)\n- see [Two](#two)", ["- [One](#one)", "- see [Two](#two)"], []),
    ],
)
def test_a_line(text: str, shown: list[str], dropped: list[tuple[str, str]]) -> None:
    lines, left = read(text)
    assert ([line for line, _ in lines], left) == (shown, dropped)


def test_a_block_is_read_as_a_page_and_has_its_line() -> None:
    text = "a\n\n<table><tr><th>A</th></tr>\n\n<tr><td>1</td></tr></table>\nb\n\n<details>\n<summary>S</summary>\n\nc"
    assert read(text) == ([("a", 1), ("| A |", 3), ("| --- |", 3), ("| 1 |", 3), ("b", 6), ("S", 8), ("c", 11)], [])


def test_a_block_without_words_of_the_text_is_told() -> None:
    text = '<p align="center"><img src="a.png"></p>\n\n# T\n\n<div><a href="#t">Back to top</a></div>'
    assert read(text) == ([("# T", 3)], [("HTML that shows no words of the text", "Back to top")])


def test_contents_go_with_their_heading() -> None:
    text = "## Contents\n\n- [1. One](#one)\n1. [2. Two](#two)\n\n## 1. One"
    assert read(text) == (
        [("## 1. One", 6)],
        [("contents", "Contents"), ("contents", "- [1. One](#one)"), ("contents", "1. [2. Two](#two)")],
    )
