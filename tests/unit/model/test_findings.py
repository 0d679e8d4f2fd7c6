"""A finding as data, and the agreement or edition that a person names."""

from __future__ import annotations

import pytest

from clausule.model.findings import Finding
from clausule.model.lookup import AuthoringError, find_agreement, find_edition
from clausule.model.nodes import Place
from editions import agreement, edition

PLACE = Place("docs/a/1/artikel-01.md", 4, 62)


def finding(place: Place = PLACE, rule: str = "unknown-act", message: str = "wat") -> Finding:
    return Finding(place=place, rule=rule, message=message)


def test_findings_stand_in_the_order_of_their_places_then_by_rule_and_message() -> None:
    row = [
        finding(Place("a.md", 2, 9)), finding(Place("a.md", 10, 1)), finding(Place("a.md", 10, 2), "bad-link", "z"),
        finding(Place("a.md", 10, 2), "frozen", "a"), finding(Place("a.md", 10, 2), "frozen", "b"), finding(Place("b.md", 1, 1)),  # noqa: E501
    ]  # fmt: skip
    assert sorted(reversed(row), key=Finding.sort_key) == row


def test_a_finding_as_json_keeps_the_contract() -> None:
    """DESIGN.md: rule, severity, path, line, column, message, hint; the rest was added."""
    found = Finding(
        place=PLACE,
        rule="bad-link",
        message="wat",
        hint="hoe",
        words="hier",
        at="artikel-1.1",
        severity="note",
        allowed="zo is het",
    )
    assert found.as_json() == {
        "rule": "bad-link", "severity": "note", "path": "docs/a/1/artikel-01.md", "line": 4, "column": 62, "message": "wat",  # noqa: E501
        "hint": "hoe", "at": "artikel-1.1", "words": "hier", "allowed": "zo is het",
    }  # fmt: skip
    assert finding().as_json()["allowed"] is None and finding().as_json()["hint"] == ""


TOLD = agreement(edition("1.0", ["Een."]), edition("1.1", ["Twee."]))


def test_what_is_named_is_found() -> None:
    assert find_agreement((TOLD,), "a") is TOLD and find_edition(TOLD, "1.1") is TOLD.editions[1]


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("1.2", "a has no edition '1.2'. Did you mean '1.0'?"),
        ("zomer", "a has no edition 'zomer'. The editions are: 1.0, 1.1."),
    ],
)
def test_an_edition_that_is_not_there_is_said_with_what_is(version: str, words: str) -> None:
    with pytest.raises(AuthoringError) as error:
        find_edition(TOLD, version)
    assert str(error.value) == words


def test_an_agreement_that_is_not_there_is_said_with_what_is() -> None:
    for agreements, words in (
        ((TOLD,), "there is no agreement 'mickcom'. The agreements are: a."),
        ((), "There are no agreements yet."),
    ):
        with pytest.raises(AuthoringError) as error:
            find_agreement(agreements, "mickcom")
        assert str(error.value).endswith(words)
