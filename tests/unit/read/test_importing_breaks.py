"""A heading and the words under it in one paragraph of a Word file."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of
from clausule.read.importing.breaks import settle_breaks
from clausule.read.importing.document import Block, Document, Grid, Run


def parted(*runs: Run, mark: str = "", level: int = 0, depth: int = 0) -> list[tuple[str, str]]:
    table = Grid((((Block((Run("X\nY"),), 2),),),), 2)
    document = Document([Block(runs, 1, level, mark, depth), table])
    settle_breaks(document, language_of("nl").grammar)
    *found, last = document.blocks
    assert last is table
    return [(one.mark, "".join(run.words for run in one.runs)) for one in found if isinstance(one, Block)]


BOLD = Run("Artikel 1 – Duur", bold=True)


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ((BOLD, Run("\n"), Run("Een jaar.\nNiet langer.")), ["Artikel 1 – Duur", "Een jaar.\nNiet langer."]),
        ((Run("Artikel 1 – Duur\n", bold=True), Run("Een jaar.")), ["Artikel 1 – Duur", "Een jaar."]),
        ((Run("Bijlage 1 – ", bold=True), Run("Prijs", bold=True), Run("\nTien.")), ["Bijlage 1 – Prijs", "Tien."]),
        ((BOLD, Run("\n"), Run("", note="1")), ["Artikel 1 – Duur\n"]),  # nothing under it
        ((BOLD, Run("\nEen jaar.", bold=True)), ["Artikel 1 – Duur\nEen jaar."]),  # nothing tells them apart
        ((Run("Artikel 1 – Duur\nEen jaar."),), ["Artikel 1 – Duur\nEen jaar."]),
        ((Run("Let op", bold=True), Run("\nEen jaar.")), ["Let op\nEen jaar."]),
        ((Run("Artikel 1 " + "X" * 111, bold=True), Run("\nX.")), ["Artikel 1 " + "X" * 111 + "\nX."]),
        ((Run("Artikel 1 " + "X" * 110, bold=True), Run("\nX.")), ["Artikel 1 " + "X" * 110, "X."]),
        ((Run("\n"), BOLD, Run("\nEen jaar.")), ["\nArtikel 1 – Duur", "Een jaar."]),
    ],
)
def test_a_heading_in_bold_is_parted_from_what_stands_under_it(runs: tuple[Run, ...], words: list[str]) -> None:
    assert [said for _, said in parted(*runs)] == words


def test_its_number_stays_with_the_heading() -> None:
    assert parted(Run("Duur", bold=True), Run("\nX."), mark="Artikel 1") == [("Artikel 1", "Duur"), ("", "X.")]


def test_what_is_marked_as_a_heading_or_is_an_item_is_left_as_it_is() -> None:
    for level, depth in ((1, 0), (0, 1)):
        assert len(parted(BOLD, Run("\nX."), level=level, depth=depth)) == 1
