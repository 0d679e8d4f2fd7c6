"""A text in an answer to a letter: the sign of what is quoted before each line."""

from __future__ import annotations

from clausule.read.importing.quoted import without_quotes
from clausule.read.importing.raw_lines import raw_lines


def shown(text: str) -> list[str]:
    lines, _, _ = without_quotes(raw_lines(text, markdown=False))
    return [line.text for line in lines]


def test_the_sign_goes_and_nothing_else() -> None:
    assert shown("> 1.1 De klant\n>     betaalt.\n>\n>1.2 Op tijd.") == [
        "1.1 De klant",
        "    betaalt.",
        "",
        "1.2 Op tijd.",
    ]
    assert shown(">> Een.\n> > Twee.\n>>> Drie.") == ["Een.", "Twee.", "> Drie."]


def test_what_stands_around_it_is_left_out_and_named() -> None:
    text = "Beste An,\n\n> Een.\n> Twee.\n> Drie.\n> Vier.\n\nGroet"
    lines, dropped, doubts = without_quotes(raw_lines(text, markdown=False))
    assert [(line.number, line.text) for line in lines] == [(3, "Een."), (4, "Twee."), (5, "Drie."), (6, "Vier.")]
    assert [one.words for one in dropped] == ["Beste An,", "Groet"] and doubts == []


def test_a_line_within_it_stays_and_is_a_doubt() -> None:
    _, dropped, doubts = without_quotes(raw_lines("> Een.\n> Twee.\nen meer\n\n> Drie.", markdown=False))
    assert [(one.number, one.words) for one in doubts] == [
        (3, "this is not quoted, and stands within what is: en meer")
    ]
    assert dropped == [] and shown("> Een.\n> Twee.\nen meer\n\n> Drie.") == ["Een.", "Twee.", "en meer", "", "Drie."]


def test_a_text_of_which_little_is_quoted_stays() -> None:
    for text in ("Een.\n> Twee.", "> Een.\nTwee.\n> Drie.\nVier.\n> Vijf.", "Een > twee.", "", ">\n>\n>\nEen."):
        assert shown(text) == text.split("\n")
