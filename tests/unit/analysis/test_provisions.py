"""What a reference names that its act does not have."""

from __future__ import annotations

import pytest

from clausule.analysis.provisions import missing
from clausule.language.language import language_of


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("artikel 4 lid 12 AVG", ("article 4 has no paragraphs", "did you mean point 12 (artikel 4 onder 12)?")),
        ("artikel 100 AVG", ("the AVG has no article 100", "its articles run from 1 to 99")),
        ("artikel 28.11 AVG", ("article 28 has no paragraph 11", "its last is 10")),
        ("artikel 28 lid 11 AVG", ("article 28 has no paragraph 11", "its last is 10")),
        ("artikel 28 lid 3 onder i AVG", ("article 28 paragraph 3 has no point i", "its points run from a to h")),
        (
            "artikel 33 onder a AVG",
            ("article 33 has no point a", "did you mean paragraph 3 (artikel 33 lid 3 onder a)?"),
        ),
        ("artikel 6 onder a AVG", ("article 6 has no point a", "paragraphs 1, 3, 4 have one: name the paragraph too")),
        ("artikel 4 onder 27 AVG", ("article 4 has no point 27", "its points run from 1 to 26")),
        ("artikel 49 lid 1 derde alinea AVG", ("article 49 paragraph 1 has no subparagraph 3", "")),
        ("artikel 49 lid 1 tweede alinea AVG", None),
        ("artikel 4 onder 21 AVG", None),
        ("artikel 50 onder b AVG", None),
        ("artikel 99 lid 2 Wbp", None),
        ("artikel 400", None),
    ],
)
def test_says_what_the_act_does_not_have(text: str, complaint: tuple[str, str] | None) -> None:
    nl = language_of("nl")
    ((target,),) = (reference.targets for reference in nl.references.find_references(text))
    assert missing(target, nl) == complaint
