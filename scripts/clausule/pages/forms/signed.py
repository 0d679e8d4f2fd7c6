"""The page that reads back what somebody accepted: each edition with its hash, and in the browser an answer."""

from __future__ import annotations

from clausule.formats.format import has_form
from clausule.language.wording.names import edition_label, edition_name, full_title
from clausule.model.addresses import CANONICAL, MANIFEST
from clausule.pages.kit.frame import EDITIONS
from clausule.pages.kit.sheet import AgreementPage, Sheet, Shelf
from clausule.pages.kit.staging import Fixed


def _sheet(shelf: Shelf) -> Sheet:
    """The page ``getekend/`` of an agreement."""
    agreement, say = shelf.agreement, shelf.language.say
    rows = [
        {
            "version": edition.version,
            "label": edition_label(edition),
            "name": edition_name(edition),
            "sha256": shelf.sha256[edition.version],
            "now": edition is shelf.now,
            "frozen": has_form(CANONICAL, agreement, edition),
        }
        for edition in reversed(agreement.editions)
        if not edition.is_emptied
    ]
    data = {
        "agreement": agreement.title,
        "slug": agreement.slug,
        "rows": rows,
        "files": {"canonical": CANONICAL, "manifest": MANIFEST},
    }
    return Sheet(
        address=f"{shelf.language.slugs.signed}/",
        title=say("What did you sign?") + f" · {full_title(agreement)}",
        about=say(
            "Did you save what you accepted at ‘Your copy’? Choose that file here. You will see which version it was, "
            "whether the "
            "text is still the same and what has changed since. The file stays in your browser."
        ),
        drawn=Fixed("forms/signed.html", data),
        view="signed",
        tab=EDITIONS,
        styles=("forms/forms.css",),
        scripts=("forms/signed-copy.js",),
    )


PAGE = AgreementPage(order=20, sheets=lambda shelf: [_sheet(shelf)] if shelf.agreement.editions else [])
