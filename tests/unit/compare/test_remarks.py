"""Two editions compared as the command and the documents do: with what the author says where the one follows the
other."""

from __future__ import annotations

from clausule.compare.explanations import explain
from clausule.compare.remarks import compare_editions
from clausule.compare.wording import nothing_said
from clausule.read import read_repository
from session import HOME


def test_the_author_explains_an_edition_beside_the_one_that_it_follows_and_no_other() -> None:
    (agreement,) = read_repository(HOME, "voorbeeld").agreements
    first, second, *_, last = agreement.editions
    comparison, remarks = compare_editions(agreement, first, second)
    assert comparison is explain(first, second).comparison and remarks.said == explain(first, second).of
    for old, new in ((first, last), (second, first), (first, first)):
        comparison, remarks = compare_editions(agreement, old, new)
        assert remarks.said is nothing_said and remarks.language == new.language
        assert comparison.changes
