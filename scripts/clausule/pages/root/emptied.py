"""What stands above the editions where only an edition that was taken back with its words had a page: that, when and
why."""

from __future__ import annotations

from clausule.language.wording.names import capital, edition_name, full_title
from clausule.model.editions import Agreement, Edition
from clausule.pages.kit.emptied import emptied_file, emptied_told
from clausule.pages.kit.frame import frame_of
from clausule.pages.kit.sheet import Sheet, agreement_feeds, staged
from clausule.pages.kit.staging import Fixed


def render_left(agreement: Agreement, base: str) -> dict[str, bytes]:
    """The stage of these pages and files: path to bytes. Where another page has come since, that one counts."""
    stage: dict[str, bytes] = {}
    for edition in agreement.emptied:
        for address in edition.withdrawn.above if edition.withdrawn else ():
            if address.endswith("/"):
                stage |= staged(_sheet(agreement, edition, address), base, agreement, frame_of(agreement, None))
            elif address:
                data = emptied_file(agreement, edition, address, emptied_told(edition))
                stage[f"{agreement.slug}/{address}"] = data
    return stage


def _sheet(agreement: Agreement, edition: Edition, address: str) -> Sheet:
    told, title = emptied_told(edition), full_title(agreement)
    name = capital(edition_name(edition))
    data = {"agreement": title, "title": name, "home": "../" * address.count("/"), "editions": [told]}
    return Sheet(
        address=address,
        title=f"{name}, {title}",
        about=told["said"],
        drawn=Fixed("comparison/emptied.html", data),
        view="compare",
        styles=("text/text.css", "comparison/comparison.css"),
        feeds=agreement_feeds(agreement),
        concept=True,
    )
