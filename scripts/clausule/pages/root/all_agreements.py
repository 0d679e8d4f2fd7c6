"""The page with all agreements by their first letter, for a site with more of them than its first page can show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from clausule.language.language import Language
from clausule.language.wording.names import version_name
from clausule.pages.kit.sheet import Sheet, Spine
from clausule.pages.kit.staging import Fixed

MANY = 24
"""More agreements than that are on a page of their own: a card of each would make the first page heavy, and nobody
reads it to its end."""
_OTHER = "#"

Group = tuple[str, list[Spine]]


def are_many(shelves: Sequence[Spine]) -> bool:
    """Whether there are more agreements than the first page shows."""
    return len(shelves) > MANY


def by_letter(shelves: Sequence[Spine]) -> list[Group]:
    """All agreements in the order of their titles, in which numbers count as such, by the first letter; those that
    begin with none are the last."""
    groups: dict[str, list[Spine]] = {}
    for shelf in sorted(shelves, key=lambda one: _order(one.agreement.title)):
        first = shelf.agreement.title[:1].upper()
        groups.setdefault(first if first.isalpha() else _OTHER, []).append(shelf)
    return sorted(groups.items(), key=lambda group: (group[0] == _OTHER, group[0]))


def anchor_of(letter: str) -> str:
    """The anchor of a group on the page."""
    return f"letter-{ord(letter):x}"


def all_sheet(language: Language, shelves: Sequence[Spine]) -> Sheet:
    """The page, in the language of the site: a row for each agreement leads to it."""
    several = len({shelf.agreement.publisher for shelf in shelves}) > 1
    groups = [
        {"letter": letter, "anchor": anchor_of(letter), "rows": [_row(shelf, several) for shelf in group]}
        for letter, group in by_letter(shelves)
    ]
    return Sheet(
        address=f"{language.slugs.agreements}/",
        title=language.say("All agreements"),
        about=language.say("Every agreement on this site by its name, with the version that is in force."),
        drawn=Fixed("root/all-agreements.html", {"groups": groups}),
        view="agreements",
        styles=("root/root.css",),
    )


def _row(shelf: Spine, several: bool) -> dict[str, Any]:
    agreement, now = shelf.agreement, shelf.now
    return {
        "address": f"../{agreement.slug}/",
        "title": agreement.title,
        "publisher": agreement.publisher if several else "",
        "version": version_name(now) if now and now.numbered else "",
        "language": agreement.language,
    }


def _order(title: str) -> list[tuple[int, str]]:
    pieces = re.findall(r"\d+|\D+", title.casefold())
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces]
