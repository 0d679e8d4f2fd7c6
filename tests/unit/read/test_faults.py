"""A fault in front matter says what is wrong and how to mend it, whatever characters stand in the values."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.read.frontmatter import read_front_matter
from clausule.read.source import Sources


def faults(root: Path, text: str, schema: str = "edition") -> list[tuple[str, str, str]]:
    (root / "index.md").write_text(text, "utf-8")
    sources = Sources(root)
    read_front_matter(sources, "index.md", sources.lines("index.md") or (), schema)
    return [
        (f"{finding.place.line}:{finding.place.column}", finding.message, finding.hint) for finding in sources.findings
    ]


@pytest.mark.parametrize("value", ["concept | draft", "|", "a|b|c", "concept|", "known key | x"])
def test_a_bar_in_a_value_is_shown_and_not_taken_for_the_hint(value: str, tmp_path: Path) -> None:
    ((place, message, hint),) = faults(tmp_path, f'version: "1.0"\nstatus: "{value}"\n')
    assert (place, message) == ("2:9", f"status: '{value}' does not fit")
    assert "|" not in hint and hint


def test_an_unknown_key_with_a_bar_is_the_key_itself(tmp_path: Path) -> None:
    ((place, message, hint),) = faults(tmp_path, 'version: "1.0"\n"verzie|x": 1\n')
    assert (place, message) == ("2:1", "'verzie|x' is not a known key")
    assert hint.startswith("known here: version, ") or hint.startswith("did you mean")


def test_the_place_of_an_unknown_key_is_the_key_and_of_a_wrong_value_the_value(tmp_path: Path) -> None:
    text = 'version: "1.0"\nerrata:\n  - at: artikel-1\n    words: a\n    note: b\n    nota: c\nnumbered: "ja | nee"\n'
    found = faults(tmp_path, text)
    assert [(place, message) for place, message, _ in found] == [
        ("6:5", "'nota' is not a known key"),
        ("7:11", "numbered: expected true or false"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("- a | b\n", "1:1", "the front matter is not a list of keys and values", 'write lines such as version: "1.5"'),
        ('"a|b": 1\n"a|b": 2\n', "2:1", "'a|b' stands here twice", "keep one of them"),
        ("? [a]\n: b\n", "1:3", "a key must be a word", "write key: value"),
        (
            "a: &b c\n",
            "1:4",
            "anchors and aliases (& and *) are not supported",
            "put quotes around the value, or write it out",
        ),
        ("version: [[[[[[[[[[[[[1]]]]]]]]]]]]]\n", "1:21", "the front matter is nested too deeply", "keep it flat"),
        ('a: "x\\u200b|y"\n', "1:4", "character U+200B cannot be seen and can mislead a reader", "remove it"),
    ],
)
def test_what_cannot_be_read_at_all(text: str, place: str, message: str, hint: str, tmp_path: Path) -> None:
    assert faults(tmp_path, text) == [(place, message, hint)]


@pytest.mark.parametrize(
    "address",
    [
        "a@b.nl,c@d.nl",
        "a@b.nl?bcc=c%40d.nl",
        "a,b@c.nl",
        "a@b.nl;c",
        "a@b.nl&cc=x",
        "<a@b.nl>",
        "a(b)@c.nl",
        "a@b.nl#x",
    ],
)
def test_an_address_is_one_address_and_nothing_behind_it(address: str, tmp_path: Path) -> None:
    text = f'title: A\npublisher: B\ncontact:\n  email: "{address}"\n'
    ((place, message, hint),) = faults(tmp_path, text, "agreement")
    assert (place, message) == ("4:10", f"contact.email: '{address}' does not fit") and "one e-mail address" in hint
    assert faults(tmp_path, text.replace(address, "o'neil+avg@bureau-x.example"), "agreement") == []


def test_a_fault_at_the_end_stands_on_the_last_line_that_there_is(tmp_path: Path) -> None:
    assert [place for place, _, _ in faults(tmp_path, "version: {")] == ["1:11"]
    assert [place for place, _, _ in faults(tmp_path, "version: {\n")] == ["2:1"]


def test_what_yaml_itself_says_is_kept_whole(tmp_path: Path) -> None:
    ((place, message, hint),) = faults(tmp_path, 'version: "1.0\n')
    assert place == "2:1" and message.startswith("the front matter is not YAML: ")
    assert hint == "put quotes around values with : or # in them"


@pytest.mark.parametrize(
    ("text", "place", "sign", "mended"),
    [
        ("version: Voorwaarden: versie 3\n", "1:10", ":", '"Voorwaarden: versie 3"'),
        ('version: "1.0"\nchanges:\n  - at: artikel-1\n    why: Reden: "omdat"\n', "4:10", ":", "'Reden: \"omdat\"'"),
        ("version: Dienst:\n", "1:10", ":", '"Dienst:"'),
        ('version: "1" en 2\n', "1:10", '"', "'\"1\" en 2'"),
        ("version: [A] 2\nnumbered: false\n", "1:10", "[", '"[A] 2"'),
        ("version: @2\n", "1:10", "@", '"@2"'),
        ("errata:\n  - at: %x's\n", "2:9", "%", '"%x\'s"'),
    ],
)
def test_a_value_that_needs_quotes_is_shown_in_quotes(
    text: str, place: str, sign: str, mended: str, tmp_path: Path
) -> None:
    ((at, message, hint), *_) = faults(tmp_path, text)
    key = text.splitlines()[int(place[0]) - 1].split(":")[0].strip(" -")
    assert (at, message) == (place, f"{key}: the sign {sign} in this value means something to YAML")
    assert hint == f"put quotes round it: {key}: {mended}"


def test_a_value_that_is_wrong_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text('version: "1.0"\nstatus: "a | b"\nerrata:\n  - 1\n', "utf-8")
    sources = Sources(tmp_path)
    meta = read_front_matter(sources, "index.md", sources.lines("index.md") or (), "edition")
    assert meta.values == {"version": "1.0", "errata": [None]}


def misfits(root: Path, text: str, schema: str) -> list[tuple[str, str]]:
    return [(place, message) for place, message, _ in faults(root, text, schema) if message.endswith("does not fit")]


@pytest.mark.parametrize(
    ("schema", "text", "said"),
    [
        ("edition", 'in_short:\n  - at: artikel-1\n    line: "   "\n', "3:11: in_short.0.line: '   ' does not fit"),
        ("edition", 'reading:\n  by: "\\t"\n  day: 2025-01-01\n', "2:7: reading.by: '\t' does not fit"),
        ("agreement", 'synonyms: [[storing, "  "]]\n', "1:22: synonyms.0.1: '  ' does not fit"),
        (
            "settings",
            "site_name: x\nextra:\n  clausule:\n    publisher: ' '\n",
            "4:16: extra.clausule.publisher: ' ' does not fit",
        ),
    ],
)
def test_white_space_alone_is_no_text(schema: str, text: str, said: str, tmp_path: Path) -> None:
    ((place, message),) = misfits(tmp_path, text, schema)
    assert f"{place}: {message}" == said


@pytest.mark.parametrize(
    ("schema", "text", "said"),
    [
        ("settings", "extra:\n  clausule:\n    colour: |\n      #1d4f7c\n", "3:13: extra.clausule.colour: '#1d4f7c\n'"),
        ("agreement", 'contact:\n  email: "a@firm.example\\n"\n', "2:10: contact.email: 'a@firm.example\n'"),
        ("edition", "effective: |\n  2025-01-01\n", "1:12: effective: '2025-01-01\n'"),
    ],
)
def test_the_end_of_a_pattern_is_the_end_of_the_value(schema: str, text: str, said: str, tmp_path: Path) -> None:
    ((place, message),) = misfits(tmp_path, text, schema)
    assert f"{place}: {message}" == f"{said} does not fit"


@pytest.mark.parametrize(
    ("written", "shown"), [("[all]", "[all]"), ("true", "true"), ("null", "null"), ("[[a, b], 1]", "[[a, b], 1]")]
)
def test_a_value_that_does_not_fit_is_shown_as_an_author_writes_it(written: str, shown: str, tmp_path: Path) -> None:
    ((_, message),) = misfits(tmp_path, f"applies: {written}\n", "agreement")
    assert message == f"applies: '{shown}' does not fit"
