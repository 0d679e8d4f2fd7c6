"""What is other in a text that was frozen: the words, and the place where they stand now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.check.changes import happened, name_of, place_of
from clausule.compare.changes import Change, compare_units
from clausule.compare.redline import IN, OUT
from clausule.compare.units import edition_units
from clausule.model.editions import Edition
from clausule.model.nodes import Place, Text, block_texts
from clausule.model.similarity import short
from clausule.model.walk import walk

_LEAD = 3
"""Where words were taken out, so many before them are looked for."""


def altered(frozen: Edition, edition: Edition) -> Iterator[tuple[Place, str, str]]:
    """Of each part that is other than it was in ``frozen`` where it stands now, its id and what is other."""
    for change in compare_units(edition_units(frozen), edition_units(edition)).changes:
        if change.kind == "changed" and not change.only_links:
            was, now, before = _first(change)
            place = _find(edition, change, now or before, bool(now)) or place_of(edition, change)
            yield place, name_of(change), _said(was, now)
        elif change.kind != "unchanged":
            yield place_of(edition, change), name_of(change), _HAPPENED.get(change.kind) or happened(change)
    if frozen.effective != edition.effective:
        yield edition.meta.place(("effective",)), "", f"its day was {frozen.effective} and is {edition.effective}"


_HAPPENED = {"moved": "has another number or place"}


def _said(was: str, now: str) -> str:
    if was and now:
        return f"'{short(was)}' became '{short(now)}'"
    return f"'{short(was or now)}' was {'taken out' if was else 'put in'}"


def _first(change: Change) -> tuple[str, str, str]:
    """The first words that went and those that came in their place, and what stands before them."""
    before = was = now = ""
    for op, text in change.redline:
        if op == OUT:
            was += text
        elif op == IN:
            now += text
        elif was.strip() or now.strip():
            break
        else:
            before += text
    return " ".join(was.split()), " ".join(now.split()), " ".join(before.split()[-_LEAD:])


def _find(edition: Edition, change: Change, words: str, at_begin: bool) -> Place | None:
    """Where ``words`` stand, in the only text of the part that holds them; their end where they are what stands
    before."""
    texts: list[Text] = []
    for part in walk(edition):
        if change.new and part.id in (change.new.id, change.new.parent):
            texts += [*((part.heading,) if part.heading else ()), *block_texts(part.blocks)]
    found = [(text, match) for text in texts for match in re.finditer(re.escape(words), text.plain)]
    if len(found) != 1:
        return None
    ((text, match),) = found
    return text.place(match.start() if at_begin else match.end())
