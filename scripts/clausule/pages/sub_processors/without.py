"""What there is to read about sub-processors where an agreement has no list of them on the site."""

from __future__ import annotations

from clausule.analysis.addresses import Addresses, page_of
from clausule.analysis.sub_processors import speaking_parts
from clausule.language.language import language_of
from clausule.language.sub_processors import ELSEWHERE
from clausule.language.wording.names import read_edition
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import reading_text
from clausule.model.walk import Part, edition_texts
from clausule.pages.kit.contact import Link, contact_rows
from clausule.pages.kit.html import safe_link
from clausule.pages.kit.staging import Fixed


def without_list(agreement: Agreement, now: Edition | None) -> Fixed:
    """What the agreement itself says about sub-processors, and nothing that it does not: in the edition in force, and
    where there is none in the last that was agreed."""
    data: dict[str, object] = {"agreement": agreement.title, "contact": contact_rows(agreement)}
    now = now or next((edition for edition in reversed(agreement.editions) if not edition.concept), None)
    if now:
        language = language_of(now.language)
        clauses, others = _speaking(now)
        to = f"../{now.version}/"
        data["read"] = {"name": read_edition(now), "address": to}
        data["elsewhere"] = _pointer(now)
        data["clauses"] = [
            {
                "name": clause.number if clause.kind == "clause" else clause_name(clause.id),
                "address": f"{to}{page_of(clause, language)}#{clause.id}",
                "words": reading_text(clause.blocks)[0],
            }
            for clause in clauses
        ]
        data["others"] = [
            {"name": clause_name(one.id), "address": f"{to}{page_of(one, language)}#{one.id}"} for one in others
        ]
    return Fixed("sub_processors/without.html", data)


def clause_name(name: str) -> str:
    """``artikel 8.3`` for ``artikel-8.3``."""
    return name.replace("-", " ", 1)


def _speaking(edition: Edition) -> tuple[list[Part], list[Part]]:
    """The parts that speak of sub-processors: those of an article that is named after them, else all; and the
    others."""
    speaks_of = language_of(edition.language).sub_processors.speaks_of
    found = list(speaking_parts(edition))
    about = [part for part in found if part.within and speaks_of(part.within.title)]
    return about or found, [part for part in found if part not in about] if about else []


def _pointer(edition: Edition) -> dict[str, Link] | None:
    """The clause that says where the list is, and the address that it names."""
    addresses = Addresses(edition)
    for owner, text in edition_texts(edition):
        for mention in language_of(edition.language).sub_processors.mentions(text.plain):
            address = addresses.address(owner)
            if mention.where == ELSEWHERE and address:
                target = mention.address if "://" in mention.address else f"https://{mention.address}"
                return {
                    "clause": {"name": clause_name(owner), "address": f"../{edition.version}/{address}"},
                    "there": {"name": mention.address, "address": safe_link(target), "rel": "noopener"},
                }
    return None
