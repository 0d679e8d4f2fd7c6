"""Items that stand in a sentence, and where a reference to one of them leads."""

from __future__ import annotations

import pytest

from clausule.analysis.inline_items import inline_items
from clausule.analysis.references import Notes
from clausule.model.nodes import Paragraph
from editions import edition


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Wij (i) leveren; en (ii) meten.", "i ii"),
        ("Wij zullen a) leveren, b) meten en c) melden.", "a b c"),
        ("Wij (a) leveren.", ""),  # one is no row
        ("Wij (b) meten en (c) melden.", ""),
        ("Wij (a) leveren en (c) melden.", ""),
        ("De (a) en de (b) van lid 2(c) en 2(d) gelden.", "a b"),
        ("Elk(a) en elk(b) geldt.", ""),
        ("Wij (a)leveren en (b)meten, of a) anders.", ""),
        ("Elk ((a) en (b) van iets.", ""),
    ],
)
def test_a_row_begins_at_its_first_and_leaves_none_out(words: str, labels: str) -> None:
    assert inline_items(edition("1.0", [words])) == {f"artikel-1.1-{label}": "artikel-1.1" for label in labels.split()}


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Dit volgt uit artikel 1.2 onder b.", "artikel-1.2"),
        ("Dit volgt uit artikel 1.2 onder c.", "artikel-1.2-c"),  # not there
    ],
)
def test_a_reference_to_one_leads_to_what_says_it(words: str, target: str) -> None:
    told = edition("1.0", [words, "Wij (a) leveren; en (b) meten."])
    (block,) = told.articles[0].clauses[0].blocks
    assert isinstance(block, Paragraph)
    (reference,) = Notes(told).references(block.text)
    assert [one.address for one in reference.targets] == [target]
