"""Marks that somebody typed: lists in lists without an indentation, numbers in bold, signs for bullets."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.document import Block, Document, Run, lines_of
from clausule.read.importing.typed_marks import settle_marks


def settled(*paragraphs: str | tuple[Run, ...] | Block, tag: str = "en") -> list[str]:
    """The lines of paragraphs; ``**`` at the begin of one is the end of its bold begin."""
    blocks: list[Block] = []
    for number, one in enumerate(paragraphs, 1):
        if isinstance(one, str):
            bold, _, rest = one.rpartition("**")
            one = tuple(run for run in (Run(bold, True), Run(rest)) if run.words)
        blocks.append(one if isinstance(one, Block) else Block(one, number))
    document = Document(list(blocks))
    settle_marks(document, language_of(tag).grammar)
    return [line.text for line in lines_of(document) if line.text]


def test_a_list_under_an_item_with_a_colon_lies_in_it_until_its_own_list_goes_on() -> None:
    words = ["(a) The Supplier:", "(i) stores; and", "(ii) deletes:", "(A) copies;", "(B) logs;", "(b) nobody else."]
    depths = [0, 1, 1, 2, 2, 0]
    assert settled(*words) == [" " * 4 * depth + one for depth, one in zip(depths, words, strict=True)]


def test_lids_in_brackets_have_figures_and_letters_in_them() -> None:
    words = ["(1) Het gaat om:", "1. namen;", "2. gegevens, te weten:", "a) adres;", "b) plaats.", "(2) Anders niet."]
    depths = [0, 1, 1, 2, 2, 0]
    assert settled(*words, tag="nl") == [" " * 4 * depth + one for depth, one in zip(depths, words, strict=True)]


@pytest.mark.parametrize(
    "words",
    [
        ["(a) The Supplier stores.", "(i) It deletes.", "(ii) It copies."],  # no colon: nothing says that it is in it
        ["(h) either:", "(i) or that", "(j) or this"],  # the next letter
        ["(a) Here:", "Words between.", "(i) One", "(ii) Two"],
        ["(a) Here:", "2.1 A clause", "(i) One"],
        ["(a) Here:", "Article 3 Storage", "(i) One"],
        ["(a) Here:", "(c) One"],  # no list begins so
    ],
)
def test_what_may_be_beside_an_item_stays_beside_it(words: list[str]) -> None:
    assert settled(*words) == words


def test_a_typed_list_lies_in_an_item_that_the_program_counts() -> None:
    counted = Block((Run("the following:"),), 1, mark="(a)", depth=1)
    after = Block((Run("the rest."),), 4, mark="(b)", depth=1)
    assert settled(counted, "(i) one", "(ii) two", after) == [
        "(a) the following:",
        "    (i) one",
        "    (ii) two",
        "(b) the rest.",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("SECTION 2.1 **Company is a processor.", "SECTION 2.1 Company is a processor."),
        ("Section 2.1 Roles. **Company is a processor.", "Section 2.1 **Roles.** Company is a processor."),
        ("2.1 Roles**", "2.1 **Roles**"),
        ("(a) **the data;", "(a) the data;"),
        ("(a) Data: **all of it;", "(a) **Data:** all of it;"),
        ("A. LIST OF PARTIES**", "**A. LIST OF PARTIES**"),  # a heading
        ("2.1**", "**2.1**"),  # nothing behind it
        ("24 hours **later", "**24 hours** later"),  # no number of anything
    ],
)
def test_a_number_in_bold_is_a_number(words: str, line: str) -> None:
    assert settled(words) == [line]


def test_a_footnote_behind_a_number_in_bold_stays() -> None:
    assert settled((Run("2.1 ", True), Run("", note="1"), Run("Words"))) == ["2.1 [^1]Words"]


@pytest.mark.parametrize("sign", "–—·▪■◦●○‣⁃►➢")
def test_a_sign_before_words_is_a_bullet(sign: str) -> None:
    assert settled("The Supplier:", f"{sign}\tstores;", f"{sign} deletes.") == [
        "The Supplier:",
        "- stores;",
        "- deletes.",
    ]


def test_bullets_lie_in_the_item_above_them() -> None:
    assert settled("(a) The Supplier:", "– stores", "– deletes", "(b) nobody else.") == [
        *("(a) The Supplier:", "    - stores", "    - deletes", "(b) nobody else."),
    ]


def test_a_name_between_dashes_is_no_item() -> None:
    assert settled("– the Customer –") == ["– the Customer –"]


ROW = ["1. Your account. **You keep it secret.", "2. What we do: **We help.", "3. Fees – **You pay."]


def test_titles_in_the_row_of_their_words_are_the_headings_of_articles_that_have_no_other() -> None:
    assert settled("Terms", *ROW, "3.1 By card.") == [
        *("Terms", "## 1. Your account.", "You keep it secret.", "## 2. What we do:", "We help."),
        *("## 3. Fees –", "You pay.", "3.1 By card."),
    ]
    counted = [
        Block((Run(words, True), Run(" Rest.")), 1, mark=f"{at}.", depth=1)
        for at, words in enumerate(["A.", "B.", "C."], 1)
    ]
    assert settled(*counted) == ["## 1. A.", "Rest.", "## 2. B.", "Rest.", "## 3. C.", "Rest."]


@pytest.mark.parametrize(
    "words",
    [
        ROW[:2],  # too few
        [ROW[0], ROW[2], "4. Law. **Scots."],  # no row
        ["Article 1. Use", *ROW, "Article 2. Law"],  # clauses with titles, in articles
        ["1 **Your account. You keep it.", "2 **We help.", "3 **You pay."],  # only the number is in bold
        ["1. Service **the program", "2. Fee **the price", "3. Term **the time"],  # terms
    ],
)
def test_other_words_in_bold_are_no_headings(words: list[str]) -> None:
    assert not any(line.startswith("#") for line in settled(*words))
