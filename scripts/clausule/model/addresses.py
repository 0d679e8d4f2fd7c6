"""The names of files on the site: data keep one name and one contract in all languages. Pages are called in the words
of a language (``Slugs``). Once published, no address is ever taken away, and no other module writes one of its own."""

from __future__ import annotations

from collections.abc import Iterable

# Files of an edition; what has other forms too has them under the same name (``in_form``).
EDITION_DATA, SEARCH_DATA = "overeenkomst.json", "zoeken.json"
EDITION_MARKDOWN = "overeenkomst.md"  # which is offered as it is, and is no page of a stage (``pages.kit.staging``)
# What of it never changes, the bytes that its hash is of, and what somebody keeps who held it.
MANIFEST, CANONICAL, RECEIPT = "waarborg.json", "canoniek.json", "ontvangstbewijs.json"
# The publisher's signature under it, and the keys that count, below the page that checks.
SIGNATURE, SIGNERS = f"{MANIFEST}.sig", "allowed_signers"
MEASURES_DATA, GDPR_28_DATA, GDPR_30_DATA = "maatregelen.json", "avg-28.json", "avg-30.csv"
# What it says of each demand, for a browser that puts two side by side.
DEMANDS_DATA = "eisen.json"
# Files of an agreement: its list, and mike's list of its editions. The last stands below the page that compares.
LIST_DATA, VERSIONS, COMPARISON_DATA = "sub-verwerkers.json", "versions.json", "gegevens.json"
# Beside the page that compares two editions: the same as a document (``in_form``).
COMPARISON_FILE = "vergelijking.html"
# Of an agreement: every form in which an edition was ever offered as a file.
OFFERED = "bestanden.json"
# And how each edition stands on every day, for pages that do not change when another comes into force.
STANDINGS = "status.json"
# And the days to come: when editions take effect, and until when one can object.
CALENDAR = "agenda.ics"
# Feeds stand beside what they are about: the site, an agreement, its list.
ATOM, JSON_FEED = "feed.xml", "feed.json"
# Of the site: every edition of every agreement as one table, with the W3C's description of what its columns hold.
EDITIONS_TABLE, TABLE_METADATA = "overeenkomsten.csv", "overeenkomsten.csv-metadata.json"
# Files of the site.
LOST, ROBOTS, SITEMAP, ASSETS, SCHEMAS = "404.html", "robots.txt", "sitemap.xml", "assets", "schema/"
SOURCE_SCHEMAS = f"{SCHEMAS}sources/"
# What goes along with the pages, and is none: what the next publisher need not work out again.
MEMORY = ".clausule.json"

# No agreement and no edition is called so: addresses of the site itself, and those that it will have in English.
RESERVED = frozenset(
    {
        *(ASSETS, SCHEMAS.rstrip("/"), "search", "latest", "stylesheets", "javascripts"),
        *("agreements", "handbook", "verify", "current", "compare", "on", "sub-processors", "signed"),
        *("accessibility", "for-programs"),
    }
)
RESERVED_ENDINGS = (".html", ".json", ".xml", ".csv", ".ics")  # 'versions.json' stands beside the editions


def both_languages(mine: str, yours: str) -> str:
    """The document of an edition with the text in another language beside its own."""
    return f"{in_form(EDITION_DATA, '')}-{mine}-{yours}.pdf"


def agreement_of(address: str) -> str:
    """The slug of the agreement that ``address``, or the name of an edition, is below."""
    return address.partition("/")[0]


def by_agreement(addresses: Iterable[str]) -> dict[str, list[str]]:
    """``addresses`` by the agreement that they are below: with thousands of agreements none may go through them all."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        found.setdefault(agreement_of(address), []).append(address)
    return found


def in_form(file: str, ending: str) -> str:
    """The same data in another form: ``maatregelen.csv`` beside ``maatregelen.json``; without ``ending`` only the
    name."""
    name = file.rpartition(".")[0]
    return f"{name}.{ending}" if ending else name
