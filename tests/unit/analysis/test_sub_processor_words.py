"""Whether an agreement speaks of sub-processors is asked for each of its pages, and looked for once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.analysis import sub_processors
from clausule.analysis.sub_processors import has_sub_processors
from clausule.model.editions import Edition
from clausule.model.walk import Part
from editions import agreement, edition

SILENT, SPEAKING = "Verwerker meldt inbreuken.", "Verwerker schakelt subverwerkers in."


@pytest.mark.parametrize(
    ("texts", "concept", "speaks"),
    [
        ([SILENT], False, False),
        ([SILENT, SPEAKING], False, True),
        ([SPEAKING, SILENT], False, True),
        ([SPEAKING], True, False),
    ],
)
def test_one_agreed_text_is_enough(texts: list[str], concept: bool, speaks: bool) -> None:
    rows = [replace(edition(f"1.{number}", [words]), concept=concept) for number, words in enumerate(texts)]
    assert has_sub_processors(agreement(*rows)) is speaks


def test_each_text_is_read_once_however_many_pages_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(one: Edition) -> tuple[Part, ...]:
        read.append(one.version)
        return ()

    monkeypatch.setattr(sub_processors, "speaking_parts", reading)
    whole = agreement(*(edition(f"1.{number}", [SILENT]) for number in range(100)))
    assert [has_sub_processors(whole) for _ in range(100)] == [False] * 100
    assert len(read) == 100
