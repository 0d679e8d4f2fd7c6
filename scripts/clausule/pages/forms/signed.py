"""The page for who signed an edition: which it was, by its version or the day, and what is so and was changed since."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from clausule.compare.changes import count_natures
from clausule.formats.format import has_form
from clausule.language.wording.changes import nature_sentence
from clausule.language.wording.names import (
    capital,
    day_shown,
    edition_label,
    edition_name,
    full_title,
    listed,
    read_edition,
    short_edition,
    version_name,
)
from clausule.model.addresses import CANONICAL, MANIFEST
from clausule.model.editions import Edition
from clausule.pages.comparison.events import nature_of
from clausule.pages.comparison.pairs import Pair, static_pairs
from clausule.pages.comparison.places import chosen, pair_address
from clausule.pages.kit.frame import EDITIONS
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf
from clausule.pages.kit.staging import Fixed


def _sheet(shelf: Shelf) -> Sheet:
    """The page ``getekend/`` of an agreement."""
    agreement, say = shelf.agreement, shelf.language.say
    editions = [edition for edition in agreement.editions if not edition.is_emptied]
    paired = frozenset(static_pairs(agreement, shelf.now))
    rows = [
        {
            "version": edition.version,
            "label": edition_label(edition),
            "name": edition_name(edition),
            "sha256": shelf.sha256[edition.version],
            "now": edition is shelf.now,
            "frozen": has_form(CANONICAL, agreement, edition),
        }
        for edition in reversed(editions)
    ]
    data = {
        "agreement": agreement.title,
        "slug": agreement.slug,
        "rows": rows,
        "choices": [_choice(shelf, edition, paired) for edition in editions],
        "now": shelf.now and _now(shelf, shelf.now),
        "has_dates": any(shelf.spans[edition.version].start for edition in editions if not edition.concept),
        "files": {"canonical": CANONICAL, "manifest": MANIFEST},
    }
    return Sheet(
        address=f"{shelf.language.slugs.signed}/",
        title=say("What did you sign?") + f" · {full_title(agreement)}",
        about=say(
            "Choose the version that stands on your copy, or the day on which you signed. You see what applies to you "
            "now, and what was changed since."
        ),
        drawn=Fixed("forms/signed.html", data),
        view="signed",
        tab=EDITIONS,
        styles=("forms/signed.css",),
        scripts=("forms/signed.js",),
    )


PAGE = AgreementPage(order=20, sheets=lambda shelf: [_sheet(shelf)] if shelf.agreement.editions else [])


def _now(shelf: Shelf, now: Edition) -> dict[str, str]:
    """The edition in force, for who wants that instead."""
    accept = f"../{now.version}/{shelf.language.slugs.own_copy}/"
    return {"version": now.version, "read": read_edition(now), "address": f"../{now.version}/", "accept": accept}


def _choice(shelf: Shelf, edition: Edition, paired: Collection[Pair]) -> dict[str, Any]:
    """An edition that somebody may have signed, and what is so of it: ``said`` large, ``since`` below it. Those in
    ``paired`` have a page of their own."""
    days = shelf.days(edition)
    dated = not edition.concept and not edition.never_applied
    return {
        "version": edition.version,
        "name": version_name(edition) if edition.numbered else edition_label(edition),
        "short": short_edition(edition),
        "day": day_shown(edition),
        "kind": shelf.standing(edition)["kind"],
        "said": _said(shelf, edition),
        "start": days["start"] if dated else None,
        "end": days["end"],
        "whom": edition.audience or None,
        "read": read_edition(edition),
        **_since(shelf, edition, paired),
    }


def _said(shelf: Shelf, edition: Edition) -> str:
    say, name = shelf.language.say, edition_name(edition)
    status, span, standing = shelf.status(edition), shelf.spans[edition.version], shelf.standing(edition)
    if edition is shelf.now and status == "in force":
        return say("You signed {edition}. That is the version that counts now.", edition=name)
    if status == "lapsed" and span.by and not span.for_all:
        return say("You signed {edition}. It goes on for you until it is changed with you.", edition=name)
    told = f"{standing['word']} {standing['sentence']}".rstrip()
    return f"{capital(name)}: {told[:1].lower()}{told[1:]}."


def _since(shelf: Shelf, edition: Edition, paired: Collection[Pair]) -> dict[str, Any]:
    """What came since, up to the edition in force, and how much was changed; nothing where none came."""
    agreement, now, say = shelf.agreement, shelf.now, shelf.language.say
    old, new = agreement.editions.index(edition), agreement.editions.index(now) if now else -1
    if new <= old or not now:
        return {"since": "", "changes": ""}
    between = [one for one in agreement.editions[old + 1 : new + 1] if not one.concept and not one.never_applied]
    came = say("Since then came {editions}.", editions=listed(shelf.language, [short_edition(one) for one in between]))
    if (old, new) not in paired:
        return {"since": came, "changes": f"../{shelf.language.slugs.compare_home}{chosen(edition, now)}"}
    rows = [row for _, group in shelf.history.between(old, new) for row in group]
    counted = nature_sentence(shelf.language, *count_natures(rows, partial(nature_of, shelf.history)))
    return {"since": f"{came} {counted}".rstrip(), "changes": f"../{pair_address(edition, now)}"}
