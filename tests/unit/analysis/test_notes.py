"""What words point to: to this agreement, unless they say that it is another document of the parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.analysis.references import Notes
from clausule.model.nodes import Paragraph
from editions import edition, text


def pointed_to(words: str, title: str = "") -> list[list[str]]:
    told = edition("1.0", [words, "Een ander lid."], ["Nog een lid."])
    if title:
        body = replace(told.body, heading=text(title))
        told = replace(told, read=lambda: body)
    (block,) = told.articles[0].clauses[0].blocks
    assert isinstance(block, Paragraph)
    return [[target.address for target in reference.targets] for reference in Notes(told).references(block.text)]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("Dit volgt uit artikel 1.2.", [["artikel-1.2"]]),
        ("Dit volgt uit artikel 1.2 van deze overeenkomst.", [["artikel-1.2"]]),
        ("Dit volgt uit artikel 1.2 van de polis en artikel 2.1.", [["act:de polis&artikel=1.2"], ["artikel-2.1"]]),
    ],
)
def test_what_is_of_another_document_leads_nowhere(words: str, targets: list[list[str]]) -> None:
    assert pointed_to(words) == targets


def test_an_agreement_may_call_itself_by_its_title() -> None:
    assert pointed_to("Dit volgt uit artikel 1.2 van de polis.", "Polis voor verwerking") == [["artikel-1.2"]]


def test_words_behind_an_act_are_of_no_other_document() -> None:
    (act,) = pointed_to("Dit volgt uit artikel 28 AVG van de wet.")
    assert len(act) == 1 and act[0].startswith("http")
