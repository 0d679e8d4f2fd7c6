"""The page that reads back what somebody accepted: each edition with its hash, and in the browser an answer."""

from __future__ import annotations

from collections.abc import Mapping

from clausule.language.language import language_of
from clausule.language.wording.names import edition_label, edition_name, full_title
from clausule.model import Agreement, Edition
from clausule.pages.kit.staging import Fixed, staged


def signed_page(agreement: Agreement, now: Edition | None, sha256: Mapping[str, str], base: str) -> bytes:
    """The page ``getekend/`` of an agreement; ``sha256`` is the hash of each edition by its version."""
    language = language_of(agreement.language)
    rows = [
        {
            "version": edition.version,
            "label": edition_label(edition),
            "name": edition_name(edition),
            "sha256": sha256[edition.version],
            "now": edition is now,
        }
        for edition in reversed(agreement.editions)
    ]
    about = language.say(
        "Did you save what you accepted at ‘Your copy’? Choose that file here. You will see which version it was, whether the "
        "text is still the same and what has changed since. The file stays in your browser."
    )
    data = {"agreement": agreement.title, "slug": agreement.slug, "rows": rows}
    return staged(
        Fixed("forms/signed.html", data),
        f"{agreement.slug}/{language.slugs.signed}/",
        language.say("What did you sign?") + f" · {full_title(agreement)}",
        about,
        base,
        "signed",
        language=agreement.language,
    )
