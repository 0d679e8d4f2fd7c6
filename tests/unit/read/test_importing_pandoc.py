"""Markdown as pandoc writes it: what says how words look goes and is named, tables are tables, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.author.split import letters_of
from clausule.read.importing.pandoc import Plain, is_pandoc, without_pandoc
from clausule.read.importing.raw_lines import raw_lines


def plain(text: str, front: str = "") -> Plain:
    return without_pandoc(raw_lines(text, True), front)


def shown(text: str) -> list[str]:
    return [line.text for line in plain(text).lines]


@pytest.mark.parametrize(
    "text",
    [
        "# Duur {#duur}",
        "## Duur {.unnumbered}",
        "# Duur {-}",
        '::: {#slot custom-style="Kop"}',
        "::: warning",
        ":::",
        "+---+---+",
        "  Naam   Land\n  ------ ------",
        "Een [woord]{.underline}.",
        "> Wat inspringt.",
    ],
)
def test_what_only_pandoc_writes_tells_that_it_did(text: str) -> None:
    assert is_pandoc(raw_lines(text, True))


@pytest.mark.parametrize(
    "text",
    [
        "# Duur",
        "1.1 Een jaar.",
        "---",
        "Een [woord](https://x.example).",
        "| a | b |\n| --- | --- |",
        "a > b",
        "Duur\n----",
    ],
)
def test_other_markdown_is_left_as_it_is(text: str) -> None:
    assert not is_pandoc(raw_lines(text, True))


def test_a_title_in_metadata_is_the_title_of_the_text_and_its_version_and_day_are_known() -> None:
    front = 'title: "De overeenkomst"\nversion: 3.0\ndate: 2025-04-01\nlang: nl\n'
    assert is_pandoc([], front) and not is_pandoc([], 'version: "3.0"\nstatus: concept\n')
    found = plain("Woorden.", front)
    assert [(line.text, line.level) for line in found.lines] == [("# De overeenkomst", 1), ("", 0), ("Woorden.", 0)]
    assert found.own == {"version": "3.0", "effective": "2025-04-01"}
    assert [one.words for one in found.dropped] == ["version: 3.0", "date: 2025-04-01", "lang: nl"]


def test_attributes_fences_spans_and_comments_go_and_are_named() -> None:
    found = plain("# Artikel 1. Duur {#duur .a}\n::: {.kader}\n1.1 [Een]{.underline} jaar.<!-- ooit -->\n:::")
    assert [line.text for line in found.lines] == ["# Artikel 1. Duur", "", "1.1 Een jaar.", ""]
    assert (found.lines[0].words, found.lines[0].level) == ("Artikel 1. Duur", 1)
    assert [one.words for one in found.dropped] == ["{#duur .a}", "{.kader}", "ooit", "{.underline}"]


def test_a_link_within_the_document_is_its_words_and_another_stays() -> None:
    found = plain("Zie [Bijlage 1](#bijlage-1) en [de wet](https://wet.example/#a). {#x}\n> ja")
    assert found.lines[0].text == "Zie Bijlage 1 en [de wet](https://wet.example/#a). {#x}"
    assert [one.words for one in found.dropped] == ["#bijlage-1"]


def test_what_pandoc_takes_for_a_quotation_is_what_stood_further_in() -> None:
    assert shown("> Eén regel\n> en nog een.\n>\n> Slot.") == ["Eén regel", "en nog een.", "", "Slot."]


def test_two_hyphens_are_a_dash_and_rules_and_tables_keep_theirs() -> None:
    assert shown("::: a\nVersie 3 -- nu --- straks\n\n---\n| --- | --- |\nsub-verwerker") == [
        "",
        "Versie 3 – nu — straks",
        "",
        "---",
        "| --- | --- |",
        "sub-verwerker",
    ]


def test_a_table_of_a_row_a_line() -> None:
    text = "  **Naam**   **Waar**\n  ---------- -----------\n  Kluis      Noorwegen\n  Post       \n\nSlot."
    assert shown(text) == ["| Naam | Waar |", "| --- | --- |", "| Kluis | Noorwegen |", "| Post |  |", "", "Slot."]


def test_a_table_without_a_header_lies_between_two_lines_of_dashes() -> None:
    text = "  ------ ----\n  Kluis  NO\n  Post   NL\n  ------ ----\n\nSlot."
    assert shown(text) == ["|  |  |", "| --- | --- |", "| Kluis | NO |", "| Post | NL |", "", "Slot."]


def test_rows_of_several_lines_have_empty_lines_between_them() -> None:
    rule = "  " + "-" * 30
    text = f"{rule}\n  Naam en     Waar\n  vorm\n  ----------- ----------\n  Kluis AS    Noorwegen,\n"
    text += f"              Oslo\n\n  Post        Nederland\n{rule}\n\nSlot."
    assert shown(text) == [
        "| Naam en vorm | Waar |",
        "| --- | --- |",
        "| Kluis AS | Noorwegen, Oslo |",
        "| Post | Nederland |",
        "",
        "Slot.",
    ]


def test_a_table_that_is_drawn() -> None:
    text = (
        "+-------+----------+\n| Naam  | Waar     |\n+=======+==========+\n| Kluis | - Oslo   |\n|       | - Bergen |\n"
        "+-------+----------+\n| Post  | Den      |\n|       | Haag     |\n|       |          |\n|       | Ede      |\n"
        "+-------+----------+\n"
    )
    assert shown(text)[:4] == [
        "| Naam | Waar |",
        "| --- | --- |",
        "| Kluis | - Oslo<br>- Bergen |",
        "| Post | Den Haag<br>Ede |",
    ]
    bare = text.replace("=", "-")
    assert shown(bare)[:3] == ["|  |  |", "| --- | --- |", "| Naam | Waar |"]


def test_a_table_stays_where_it_is_in_a_list() -> None:
    assert shown("    Naam   Land\n    ------ ------\n    Kluis  NO")[0] == "    | Naam | Land |"


def test_what_is_no_whole_table_stays_words() -> None:
    for text in ("+---+---+\n| a | b |", "  ------ ----\n  a      b", "-" * 12 + "\nwoorden\n\nmeer"):
        assert shown(text) == text.split("\n")


PIECES = [
    "# Duur {#d}",
    "::: x",
    ":::",
    "[w]{.u} w",
    "[x](#y) z",
    "> q",
    "+--+--+",
    "| a | b |",
    "+==+==+",
    "  a  b",
    "  -- --",
    "-" * 12,
    "",
    "1.1 w",
]


@given(st.lists(st.sampled_from(PIECES) | st.text("ab|+-=> :{}[]#.1\n", max_size=12), max_size=12))
def test_all_letters_arrive_or_are_named(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    found = plain(text)
    went = letters_of(one.words for one in found.dropped)
    arrived = letters_of(line.text.replace("<br>", " ") for line in found.lines)
    assert sorted(letters_of([text])) == sorted([*arrived, *went])
