"""The pages above the editions in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from clausule.compare.translation.prevailing import prevailing
from clausule.model.editions import Agreement, newest
from clausule.pages.kit.languages import led_above
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf


class Languages:
    """The sheets of agreements in several languages, each made once."""

    def __init__(self, others: Mapping[str, Sequence[Agreement]], shelf: Callable[[Agreement], Shelf]) -> None:
        """``others`` are the agreements in other languages by the slug of each that has any, ``shelf`` gives that of
        one of them."""
        self._others, self._shelf = others, shelf
        self._made: dict[tuple[str, int], list[Sheet]] = {}

    def sheets(self, page: AgreementPage, shelf: Shelf) -> Iterator[Sheet]:
        """The sheets of ``page``, each with the same one in other languages. Where an agreement has more pages of one
        kind than its translation, all but the first lead to the first."""
        others = self._others.get(shelf.agreement.slug, ())
        if not others:
            yield from page.sheets(shelf)
            return
        mine = self._of(page, shelf)
        there = [(one, self._of(page, self._shelf(one))) for one in others]
        for number, sheet in enumerate(mine):
            found = [(one, rows[number if len(rows) == len(mine) else 0]) for one, rows in there if rows]
            addresses = {one.language: f"{one.slug}/{other.address}" for one, other in found}
            yield replace(sheet, languages=_led(shelf, sheet.address, addresses, others[0])) if found else sheet

    def _of(self, page: AgreementPage, shelf: Shelf) -> list[Sheet]:
        key = (shelf.agreement.slug, page.order)
        if key not in self._made:
            self._made[key] = list(page.sheets(shelf))
        return self._made[key]


def _led(shelf: Shelf, address: str, addresses: dict[str, str], other: Agreement) -> dict[str, Any]:
    """For a template: where the page at ``address`` leads in other languages."""
    agreement = shelf.agreement
    translation = agreement if agreement.translation else other
    prevails = translation.translation.prevails if translation.translation else ""
    if not prevails and translation.editions:
        prevails = prevailing(translation, newest(translation.editions))
    return led_above(agreement, address, addresses, prevails, shelf.base)
