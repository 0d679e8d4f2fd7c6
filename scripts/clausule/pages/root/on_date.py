"""The page that says which edition applied on a day."""

from __future__ import annotations

from clausule.language.wording.dates import answers
from clausule.language.wording.names import edition_name, full_title
from clausule.language.wording.site import titled_edition
from clausule.model.editions import Edition
from clausule.pages.kit.frame import EDITIONS
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf
from clausule.pages.kit.staging import Fixed


def dated(shelf: Shelf) -> list[Edition]:
    """The editions with a first day, on which they took effect or will, from old to new."""
    return [
        edition
        for edition in shelf.agreement.editions
        if not edition.concept and not edition.never_applied and shelf.spans[edition.version].start
    ]


def _sheet(shelf: Shelf) -> Sheet:
    agreement, say = shelf.agreement, shelf.language.say
    rows = [
        {
            "version": edition.version,
            "label": titled_edition(edition, shelf.status(edition)),
            "name": edition_name(edition),
            "whom": edition.audience or None,
            "known": edition.known_late.isoformat() if edition.known_late else None,
            **shelf.days(edition),
        }
        for edition in dated(shelf)
    ]
    told = {f"data-{key}": sentence for key, sentence in answers(shelf.language).items()}
    never = any(edition.never_applied for edition in agreement.editions)
    return Sheet(
        address=f"{shelf.language.slugs.on}/",
        title=say("Which version applied when?") + f" · {full_title(agreement)}",
        about=say(
            "{agreement}: which version applied on the day of your choice, with the first and the last day of each "
            "version.",
            agreement=full_title(agreement),
        ),
        drawn=Fixed("root/on-date.html", {"agreement": agreement.title, "rows": rows, "answers": told, "never": never}),
        view="on-date",
        tab=EDITIONS,
        styles=("root/root.css",),
        scripts=("root/date-lookup.js",),
    )


def _is_agreed(shelf: Shelf) -> bool:
    """Whether there is an edition that can have applied; where it states no date, the page says so."""
    return any(not edition.concept for edition in shelf.agreement.editions)


PAGE = AgreementPage(order=10, sheets=lambda shelf: [_sheet(shelf)] if _is_agreed(shelf) else [])
