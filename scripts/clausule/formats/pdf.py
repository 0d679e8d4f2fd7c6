"""An edition as PDF: PDF/UA-1, that everybody can read, and PDF/A-3a, that lasts; its data go with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from clausule.analysis.cover import address_of, cover_of
from clausule.analysis.references import Notes
from clausule.formats.edition_json import edition_json
from clausule.formats.flow import FlowBlock, Heading, flow_of
from clausule.formats.format import Format
from clausule.formats.jsonfile import as_short_json
from clausule.formats.properties import own_properties
from clausule.formats.sheets import HEAD, house_data, sheets
from clausule.formats.signs import strange_signs
from clausule.formats.typesetting import NOT_INSTALLED, is_installed, typeset
from clausule.language.language import Language, language_of
from clausule.language.wording.names import capital, edition_name, full_title, shorten
from clausule.model.addresses import EDITION_DATA, in_form
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House

_SHORT = 16
"""Blocks up to which a page for signatures is one page."""
_READABLE, _LASTS = "PDF/UA\u20111", "PDF/A\u20113a"
"""The standards as they are shown: no line ends at the hyphen in them."""
LONG = 14
"""Headings from which on the contents have those of the first level alone."""


def _make(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    """The same bytes on every day: what changes with the day is at the address on the cover."""
    data = edition_json(agreement, edition, notes, status=status)
    del data["status"]
    return typeset("edition", _data(agreement, edition, notes, house), as_short_json(data), edition.effective)


def _data(agreement: Agreement, edition: Edition, notes: Notes, house: House) -> dict[str, Any]:
    language = language_of(edition.language)
    flow, cover = flow_of(agreement, edition, notes), cover_of(agreement, edition, notes, house)
    name = capital(edition_name(edition))
    return {
        "language": edition.language,
        "title": cover.title,
        "author": cover.publisher,
        "description": f"{full_title(agreement)}, {edition_name(edition)}",
        "keywords": [
            edition.name,
            notes.sha256,
            *(f"{name}: {value}" for name, value in own_properties(edition).items()),
        ],
        "house": house_data(house),
        "cover": {
            "edition": cover.edition,
            "status": cover.status,
            "facts": cover.facts,
            "says": cover.says,
            "address": address_of(edition, house),
        },
        "head": {"left": shorten(cover.title, HEAD), "right": name},
        "foot": address_of(edition, house),
        "words": _words(language),
        "deep": 2 if sum(isinstance(block, Heading) for block in flow) < LONG else 1,
        "parts": _parts(flow),
    }


def _words(language: Language) -> dict[str, str]:
    say = language.say
    return {
        "contents": say("Contents"),
        "page": say("page {page} of {pages}", page="{n}", pages="{all}"),
        "attached": say("The same version as data"),
    }


def _parts(flow: Sequence[FlowBlock]) -> list[dict[str, Any]]:
    """The text; the signatures, which stay on one page where they are short; each annex, from a page of its own on."""
    kinds = [block.kind if isinstance(block, Heading) else "" for block in flow]
    begins = [n for n, kind in enumerate(kinds) if kind == "annex"]
    begins += [kinds.index("closing")] if "closing" in kinds else []
    parts = [flow[begin:end] for begin, end in pairwise(sorted({0, *begins, len(flow)}))]
    return [
        {"begins": _kind(part), "short": len(part) < _SHORT, "blocks": blocks}
        for part, blocks in zip(parts, sheets(parts), strict=True)
    ]


def _kind(part: Sequence[FlowBlock]) -> str:
    return part[0].kind if isinstance(part[0], Heading) else ""


@lru_cache(maxsize=64)
def lacks(agreement: Agreement, edition: Edition) -> str:
    """Why there is no PDF of ``edition``; empty where there is one."""
    if not is_installed():
        return NOT_INSTALLED
    signs = strange_signs(agreement, edition)
    return f"the fonts do not have {', '.join(signs)}" if signs else ""


FORMAT = Format(
    file=in_form(EDITION_DATA, "pdf"),
    title=lambda language: language.say("Document (PDF)"),
    make=_make,
    is_there=lambda agreement, edition: not lacks(agreement, edition),
    lacks=lacks,
    name="pdf",
    media="application/pdf",
    document=True,
    made_as=lambda language: language.say(
        "The PDF is made as {readable} and {lasting}; veraPDF has not looked at it.", readable=_READABLE, lasting=_LASTS
    ),
)
