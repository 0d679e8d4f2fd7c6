"""The page on which anybody holds a file or pasted words against the frozen editions, in the browser alone."""

from __future__ import annotations

from collections.abc import Sequence

from clausule.formats.format import has_form
from clausule.language.language import Language, language_of
from clausule.language.wording.names import capital, edition_label, edition_name, full_title
from clausule.model.addresses import CANONICAL, EDITION_DATA, MANIFEST, OFFERED, SIGNATURE
from clausule.model.editions import Edition
from clausule.pages.kit.sheet import Sheet, Spine
from clausule.pages.kit.staging import Fixed
from clausule.proof.signature import NAMESPACE, key_line, signers_in


def check_sheet(language: Language, shelves: Sequence[Spine], signers: Sequence[str] = ()) -> Sheet:
    """The page, in the language of the site; ``signers`` are the lines that name the publisher's keys.

    What there is to hold a text against is the table on it, which says the same to a reader and to the script.
    """
    rows = [
        _row(shelf, edition)
        for shelf in shelves
        for edition in reversed(shelf.agreement.editions)
        # The words of a draft may change, and are not to be relied on; those that were taken away are not there.
        if has_form(CANONICAL, shelf.agreement, edition) and not edition.is_emptied
    ]
    file = language.say("FILE")
    data = {
        "rows": rows,
        "recipe": language.slugs.recipe + "/",
        "files": {
            "canonical": CANONICAL,
            "manifest": MANIFEST,
            "data": EDITION_DATA,
            "signature": SIGNATURE,
            "offered": OFFERED,
        },
        "namespace": NAMESPACE,
        "signers": {key_line(key): who for key, who in signers_in(signers).items()},
        "commands": {"hash": f"sha256sum {CANONICAL}", "verify": f"clausule verify {file}"},
    }
    return Sheet(
        address=language.slugs.check_home,
        title=language.say("Check a text"),
        about=language.say(
            "Do you have a file or a piece of text, and do you want to know whether it is really what stands on this "
            "site? Here you see which version it is, and whether a word of it was changed."
        ),
        drawn=Fixed("verify/check.html", data),
        view="verify",
        styles=("verify/verify.css",),
        scripts=("verify/check-text.js",),
    )


def _row(shelf: Spine, edition: Edition) -> dict[str, object]:
    agreement, slugs = shelf.agreement, language_of(edition.language).slugs
    return {
        "agreement": agreement.slug,
        "title": full_title(agreement),
        "version": edition.version,
        "effective": edition.effective.isoformat() if edition.effective else None,
        "label": edition_label(edition),
        "name": capital(edition_name(edition)),
        "address": f"../{edition.name}/",
        "whole": f"../{edition.name}/{slugs.whole_page}",
        "sha256": shelf.sha256[edition.version],
        "standing": shelf.standing(edition),
        "now": edition is shelf.now,
        "signed": has_form(SIGNATURE, agreement, edition),
    }
