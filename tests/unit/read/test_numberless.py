"""A text without numbers, as terms of service often are: its headings divide it; and a term in bold within quotes."""

from __future__ import annotations

import pytest

from clausule.formats.edition_json import _meaning
from clausule.language.language import language_of
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.sources import source_files
from clausule.read.importing.structure import parts_of_agreement

EN = language_of("en")
MARKDOWN = """\
# Terms of Service

These terms apply.

## Your account

You need one:

- a password;
- an address.

### Passwords

Keep them secret.

## Fees

You pay.

## Schedule 1: Data

Names.
"""
PLAIN = """\
TERMS OF SERVICE

Acme Ltd

Your account

You need an account.

A sentence that stands alone.

Fees and payment

You pay.
"""


@pytest.mark.parametrize(
    ("text", "markdown", "headings"),
    [
        (MARKDOWN, True, ["Your account", "Fees", "Schedule 1: Data"]),
        (PLAIN, False, ["Your account", "Fees and payment"]),
        ("# Terms\n\n## Only one\n\nWords.\n", True, []),
        ("A letter.\n\nDear reader,\n\nwords of a letter.\n", False, []),
    ],
)
def test_headings_divide_a_text_without_numbers(text: str, markdown: bool, headings: list[str]) -> None:
    parts = parts_of_agreement(raw_lines(text, markdown), EN.grammar, plain=not markdown)
    assert [part.heading.words for part in parts if part.heading] == headings
    assert [line.text for part in parts for line in part.all_lines] == [
        line.text for line in raw_lines(text, markdown)
    ]  # nothing is lost or moved


def test_they_become_files_in_their_order() -> None:
    parts = parts_of_agreement(raw_lines(MARKDOWN, True), EN.grammar)
    files = source_files(parts, EN.grammar, version="1.0")
    assert [file.name for file in files] == ["index.md", "article-01.md", "article-02.md", "annex-1.md"]
    assert "\n\n**Passwords**\n\n" in files[1].body  # a heading there wants a clause below it


@pytest.mark.parametrize(("level", "between", "found"), [("##", 1, 1), ("##", 12, 12), ("##", 13, 0), ("###", 1, 0)])
def test_among_numbers_headings_of_their_level_divide_where_they_are_few(level: str, between: int, found: int) -> None:
    """Between article 1 and 2; names of files that keep the order of more would run out of letters."""
    headings = "".join(f"{level} Two {at}\n\nB.\n\n" for at in range(between))
    text = f"# T\n\n## 1. One\n\nA.\n\n{headings}## 2. Three\n\nC.\n"
    parts = parts_of_agreement(raw_lines(text, True), EN.grammar)
    assert [part.number for part in parts if part.kind == "article"] == ["1", *[""] * found, "2"]


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("“Service” means what we do.", "what we do."),
        ("Service: what we do.", "what we do."),
        ("“Service” has the meaning given in X.", "has the meaning given in X."),
        ("Acme (the “Service”)", "Acme (the “Service”)"),
    ],
)
def test_what_a_term_means_in_data(words: str, meaning: str) -> None:
    assert _meaning(EN, "Service", words) == meaning


def test_a_title_on_the_next_line_goes_with_its_heading() -> None:
    text = "AGREEMENT\n\nARTICLE I\nDEFINITIONS\n\nSection 1.1 One.\n\nARTICLE II\n\nFEES\n\nSection 2.1 Two.\n"
    text += "\nARTICLE III\n\nThree is a sentence.\n\nEXHIBIT A\nSERVICES\n\nHosting.\n"
    lines = raw_lines(text, False)
    parts = parts_of_agreement(lines, EN.grammar, plain=True)
    headings = [part.heading.words for part in parts if part.heading]
    assert headings == ["ARTICLE I DEFINITIONS", "ARTICLE II FEES", "ARTICLE III", "EXHIBIT A SERVICES"]
    words = " ".join(line.words for part in parts for line in part.all_lines).split()
    assert words == text.split()


def test_a_heading_with_headings_under_it_is_an_article_where_others_of_its_level_have_words() -> None:
    text = "# Terms\n\n## Account\n\nA.\n\n## Fees\n\n### Amounts\n\nB.\n\n## Law\n\nC.\n"
    parts = parts_of_agreement(raw_lines(text, True), EN.grammar)
    assert [part.heading.words for part in parts if part.heading] == ["Account", "Fees", "Law"]
    chapters = "# Terms\n\n## One\n\n### Account\n\nA.\n\n### Fees\n\nB.\n\n## Two\n\n### Law\n\nC.\n"
    parts = parts_of_agreement(raw_lines(chapters, True), EN.grammar)
    assert [part.heading.words for part in parts if part.heading] == ["Account", "Fees", "Law"]


def test_the_first_part_of_an_annex_is_no_title_of_it() -> None:
    text = "ARTICLE 1\n\nOne.\n\nARTICLE 2\n\nTwo.\n\nANNEX I\n\nA. LIST OF PARTIES\n\nX.\n\nB. TRANSFER\n\nY.\n"
    parts = parts_of_agreement(raw_lines(text, False), EN.grammar, plain=True)
    assert [part.heading.words for part in parts if part.heading][-1] == "ANNEX I"


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Signature: ______", ["article", "article", "annex"]),  # of a form that is an annex
        ("Signature (on paper): ......", ["article", "article", "annex"]),
        ("Signed in Cork, ......", ["article", "article", "annex", "closing"]),
        ("Signed:", ["article", "article", "annex", "closing"]),
    ],
)
def test_a_form_in_an_annex_is_not_what_the_parties_sign(line: str, kinds: list[str]) -> None:
    text = f"Article 1. A\n\nI.\n\nArticle 2. B\n\nII.\n\nAnnex 1. Form\n\nName: ______\n\n{line}\n\nDay\n"
    parts = parts_of_agreement(raw_lines(text, False), EN.grammar, plain=True)
    assert [part.kind for part in parts if part.heading] == kinds


def test_a_line_to_sign_before_the_annexes_closes_the_agreement() -> None:
    text = "Article 1. A\n\nOne.\n\nArticle 2. B\n\nTwo.\n\nSignature: ______\n\nAnnex 1. Form\n\nWords.\n"
    parts = parts_of_agreement(raw_lines(text, False), EN.grammar, plain=True)
    assert [part.kind for part in parts if part.heading] == ["article", "article", "closing", "annex"]


def _annex(*lines: str) -> str:
    text = "\n\n".join(["# 1. A", "One.", "# 2. B", "Two.", "# Annex I", *lines])
    parts = parts_of_agreement(raw_lines(text, True), EN.grammar)
    return source_files(parts, EN.grammar, version="1.0")[-1].body


def test_lettered_titles_in_bold_are_the_parts_of_an_annex() -> None:
    body = _annex("**A. PARTIES**", "X.", "**Address**", "**B. TRANSFER**", "Y.")
    assert [row for row in body.split("\n") if row] == [
        *("# Annex I", "## A. PARTIES", "X.", "**Address**", "## B. TRANSFER", "Y."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["**A. PARTIES**", "X."],  # one is no row
        ["**A. PARTIES**", "**B. TRANSFER**", "Y."],  # nothing under the first
        ["**B. PARTIES**", "X.", "**C. TRANSFER**", "Y."],  # no begin
        ["**a. parties**", "X.", "**b. transfer**", "Y."],  # items
        ["A. Parties", "X.", "B. Transfer", "Y."],
    ],
)
def test_other_letters_in_an_annex_begin_no_part(lines: list[str]) -> None:
    assert "##" not in _annex(*lines)
