"""Indentation of all lines, and signs that nobody sees, are no words of a plain text; and how its bytes are read."""

from __future__ import annotations

import pytest

from clausule.read.importing.encodings import text_in
from clausule.read.importing.raw_lines import RawLine, raw_lines
from clausule.read.importing.unseen import without_layout

TEXT = "Artikel 1 Duur\n1.1 Eén jaar, voor € 5.\n\nArtikel 2 Slot\n2.1 Klaar.\n"


def shown(text: str) -> list[str]:
    return [line.text for line in without_layout(raw_lines(text, markdown=False))[0]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\t1.1 Een\n\n\t  a. twee", ["1.1 Een", "", "  a. twee"]),
        ("    Een\n  twee", ["  Een", "twee"]),
        ("\tEen\n    twee", ["\tEen", "    twee"]),
        ("  Een\ntwee", ["  Een", "twee"]),
        ("\u00a0Een\n\u00a0twee", ["Een", "twee"]),
        ("", [""]),
    ],
)
def test_what_all_lines_are_indented_by_goes(text: str, lines: list[str]) -> None:
    assert shown(text) == lines


def test_soft_hyphens_go_and_a_word_that_one_breaks_is_whole() -> None:
    lines, dropped = without_layout(raw_lines("De over\u00adeen\u00ad\nkomst geldt.\nEen\u200b jaar\u00ad\n12", False))
    assert [line.text for line in lines] == ["De overeenkomst", "geldt.", "Een jaar", "12"]
    assert [line.number for line in lines] == [1, 2, 3, 4]
    assert [(one.what, one.words) for one in dropped] == [
        ("signs that nobody sees", "U+00AD, 3 times"),
        ("signs that nobody sees", "U+200B, 1 times"),
    ]
    assert without_layout(raw_lines("Een jaar.", False))[1] == []


def test_a_space_that_does_not_break_is_a_space_to_who_reads() -> None:
    assert RawLine("Voor\u00a0akkoord", 1).words == "Voor akkoord"
    assert RawLine("Voor\u00a0akkoord", 1).text == "Voor\u00a0akkoord"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_the_bytes_of_a_text_are_read_as_they_were_written(encoding: str, end: str) -> None:
    assert text_in(TEXT.replace("\n", end).encode(encoding)) == TEXT


@pytest.mark.parametrize("data", [b"\0" * 400, bytes(range(256)) * 4, b"Artikel\0\0\0 1 Duur", "één".encode("utf-32")])
def test_other_bytes_are_no_text(data: bytes) -> None:
    assert text_in(data) is None
