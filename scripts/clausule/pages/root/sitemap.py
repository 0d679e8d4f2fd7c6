"""The sitemap of the site (sitemaps.org, protocol 0.9), and for a large site several with an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausule.model.addresses import SITEMAP
from clausule.model.editions import Agreement
from clausule.pages.comparison.pairs import lasting_parts
from clausule.pages.kit.html import escape
from clausule.pages.kit.sheet import Spine
from clausule.pages.text.leaf import addresses_on

_FIRST, _USUAL, _LAST = "1.0", "0.5", "0.2"  # how much a page counts
_MOST = 50_000
"""A file of the protocol may have no more addresses; a search engine refuses one that has."""


def sitemaps(
    shelves: Sequence[Spine], base: str, above: Sequence[str], languages: Mapping[str, Sequence[Agreement]]
) -> dict[str, bytes]:
    """Every page of the site at its lasting address, those ``above`` the editions first, as files by path; the copy of
    the edition in force is left out, and so are a concept, what compares one, an edition that was withdrawn, and
    documents. What is in force comes before all else for a search engine, and what is not after it. ``languages`` are
    the agreements in other languages by the slug of each that has any."""
    addresses = dict.fromkeys(above, _USUAL)
    for shelf in shelves:
        addresses |= _of_agreement(shelf, languages.get(shelf.agreement.slug, ()))
    rows = [
        f"<url><loc>{escape(base + address)}</loc><priority>{weight}</priority></url>\n"
        for address, weight in addresses.items()
    ]
    if len(rows) <= _MOST:
        return {SITEMAP: _file("urlset", rows)}
    stem, _, ending = SITEMAP.rpartition(".")
    files = {
        f"{stem}-{number}.{ending}": _file("urlset", rows[start : start + _MOST])
        for number, start in enumerate(range(0, len(rows), _MOST), 1)
    }
    return {
        SITEMAP: _file("sitemapindex", [f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in files])
    } | files


def _of_agreement(shelf: Spine, others: Sequence[Agreement]) -> dict[str, str]:
    """The addresses of comparisons and editions, each with its weight."""
    parts = lasting_parts(shelf.agreement, shelf.day)
    addresses = {address: _LAST for address, lasts in parts.items() if lasts and address.endswith("/")}
    for edition in shelf.agreement.editions:
        status = shelf.status(edition)
        there = addresses_on(shelf.agreement, edition, status) if status not in ("concept", "withdrawn") else ()
        weight = _FIRST if edition is shelf.now else _LAST
        if there and any(edition.version == one.version for other in others for one in other.editions):
            there = [*there, f"{shelf.language.slugs.bilingual}/"]
        addresses |= {f"{edition.name}/{page}": weight for page in there}
    return addresses


def _file(kind: str, rows: Sequence[str]) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(rows)}</{kind}>\n'
    ).encode()
