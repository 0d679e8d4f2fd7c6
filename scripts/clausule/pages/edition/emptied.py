"""The stage of an edition that was taken back with its words: each of its addresses says that, when and why."""

from __future__ import annotations

from clausule.analysis.addresses import START
from clausule.formats.jsonfile import as_json
from clausule.language.language import language_of
from clausule.language.wording.names import capital, edition_name, full_title
from clausule.model.addresses import EDITION_DATA
from clausule.model.editions import Agreement, Edition
from clausule.pages.kit.emptied import emptied_file, emptied_told
from clausule.pages.kit.feeds import feed_links, feed_title
from clausule.pages.kit.frame import frame_of
from clausule.pages.kit.staging import CONFIG, Fixed, page_file


def render_emptied(agreement: Agreement, edition: Edition, *, site_url: str) -> dict[str, bytes]:
    """The stage: path to bytes. Nothing in it comes from the words that were taken away."""
    told, base = emptied_told(edition), f"{site_url.rstrip('/')}/{edition.name}/"
    assert edition.withdrawn
    extra = {
        "kind": "root",  # one column, with nothing before and beside it
        "language": edition.language,
        "feeds": feed_links("../", feed_title(agreement)),
        "frame": frame_of(agreement, None, own=f"../{language_of(edition.language).slugs.compare_home}"),
        "name": f"{full_title(agreement)}, {edition_name(edition)}",
        "check": f"../../{language_of(edition.language).slugs.check_home}",
        **told,
    }
    stage = {CONFIG: as_json({"site_name": full_title(agreement), "extra": extra})}
    for address in dict.fromkeys((START, EDITION_DATA, *edition.withdrawn.pages)):
        if address == START or address.endswith("/"):
            stage[f"{address}index.md"] = _page(agreement, edition, address, base, told)
        else:
            stage[address] = emptied_file(agreement, edition, address, told)
    return stage


def _page(agreement: Agreement, edition: Edition, address: str, base: str, told: dict[str, str]) -> bytes:
    say = language_of(edition.language).say
    name = say("{edition}, withdrawn", edition=edition_name(edition))
    meta: dict[str, object] = {
        "title": f"{full_title(agreement)}, {name}",
        "heading": capital(name),
        "description": told["said"],
        "canonical": base + address,
        "address": address,
        "concept": True,
    }
    return page_file(meta, Fixed("edition/emptied.html", {}), "text")
