"""The recogniser of English references. What is expected was written down by hand, from the way lawyers cite."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.language.en.references import find_loose, find_references, own_names

EUR_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:"
SHORT = {
    "G": f"{EUR_LEX}32016R0679",
    "E:": EUR_LEX,
    "U:": "https://www.legislation.gov.uk/",
    "C:": "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=",
}
LINES = [
    line
    for line in Path(__file__).with_name("english").joinpath("references.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def address(short: str) -> str:
    """An address as it is written in the list, in full."""
    for sign, whole in SHORT.items():
        if short.startswith(sign):
            return whole + short.removeprefix(sign)
    return short


def targets(text: str, here: str = "", own: frozenset[str] | None = None) -> list[str]:
    return [target.address for one in find_references(text, here, own) for target in one.targets]


@pytest.mark.parametrize("line", LINES)
def test_references(line: str) -> None:
    text, _, wanted = line.partition(" =>")
    wanted, _, here = wanted.partition(" @ ")
    found = [one.replace(" ", "_") for one in targets(text, here.strip())]
    assert found == [address(short) for short in wanted.split()]


@pytest.mark.parametrize(
    ("title", "terms", "text", "wanted"),
    [
        ("Data Processing Agreement", (), "Section 4 of the Agreement", ["article-4"]),
        ("Data Processing Agreement", (), "clause 4 of the DPA", ["article-4"]),
        ("Data Processing Addendum", (), "Section 4 of the Agreement", ["act:Agreement&artikel=4"]),
        ("Data Processing Addendum", (), "Section 4 of the Addendum", ["article-4"]),
        ("Master Services Agreement", (), "Section 4 of the MSA", ["article-4"]),
        ("Services", (), "Section 4 of the MSA", ["act:MSA&artikel=4"]),
        ("Services", (("MSA", "this Services Agreement"),), "Section 4 of the MSA", ["article-4"]),
        ("Terms of Service", (), "Section 4 of the Terms of Service", ["article-4"]),
        ("Terms of Service", (), "Section 4 of these Terms", ["article-4"]),
        ("Terms of Service", (), "Section 4 of the Privacy Policy", ["act:Privacy Policy&artikel=4"]),
        ("Data Processing Agreement", (("Agreement", "the agreement for Services"),), "clause 2 of the Agreement",
         ["act:Agreement&artikel=2"]),
        ("DPA", (("Agreement", "This DPA is a part of the Master Agreement (the “Agreement”)."),),
         "clause 2 of the Agreement", ["act:Agreement&artikel=2"]),
        ("DPA", (("Addendum", "This Data Processing Addendum (“Addendum”) is a part of it."),),
         "clause 2 of the Addendum", ["article-2"]),
    ],
)  # fmt: skip
def test_whose_a_clause_is(title: str, terms: tuple[tuple[str, str], ...], text: str, wanted: list[str]) -> None:
    assert targets(text, "", own_names(title, terms)) == wanted


def test_the_words_of_a_reference_are_those_of_the_text() -> None:
    text = "(see clause 5 above), or Articles 33 and 34 GDPR."
    found = find_references(text)
    assert [one.text for one in found] == ["clause 5 above", "Articles 33 and 34 GDPR"]
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "here", "wanted"),
    [
        ("Notwithstanding 5.3, Customer pays.", "article-2.1", ["article-5.3"]),
        ("in accordance with 5.3 hours of work", "article-2.1", []),
        ("the rights under (a) and (b) remain", "article-2.1", ["article-2.1-a", "article-2.1-b"]),
        ("as the Annex describes in the annex hereto", "", ["annex"]),
        ("as Part 2 says", "", ["part-2"]),
        ("see version 2.1", "", []),
    ],
)
def test_what_is_one_only_where_the_edition_has_it(text: str, here: str, wanted: list[str]) -> None:
    found = find_loose(text, here)
    assert [target.address for one in found for target in one.targets] == wanted
    assert all(one.loose for one in found)


WORDS = st.sampled_from(
    (
        *("clause", "Clauses", "Section", "§", "Article", "28", "4.2", "(a)", "(b)(ii)", "and", "to", ",", ";", "GDPR"),
        *("UK", "the", "of", "this", "Annex", "Schedule", "II", "A.1", "paragraph", "point", "thereof", "Act", "2018"),
        *(
            "DPA",
            "sub-clause",
            "et",
            "seq.",
            "Regulation",
            "(EU)",
            "2016/679",
            "(",
            ")",
            "“",
            "”",
            "s.",
            "-",
            "–",
            "IV",
        ),
    )
)


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(["", "article-4.2", "article-3", "annex-2-b"]))
def test_any_text_is_read_and_nothing_overlaps(text: str, here: str) -> None:
    end = 0
    for one in find_references(text, here):
        assert end <= one.start < one.end and one.text == text[one.start : one.end] and one.targets
        end = one.end


def test_an_act_that_implements_another_is_not_that_other() -> None:
    (found,) = find_references("Article 46 of the Dutch GDPR Implementation Act")
    assert [target.address for target in found.targets] == ["act:Dutch GDPR Implementation Act&artikel=46"]
