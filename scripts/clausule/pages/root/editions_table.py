"""Every edition of every agreement as one table, for contract systems (CSV), with the description that CSV on the Web
(W3C, Metadata Vocabulary for Tabular Data) looks for beside it.

It has one set of names in all languages, as data have, and nothing in it depends on the day: what an edition is today
follows from its days, and would be wrong in a table that somebody took along.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from clausule.analysis.parties import parties_of
from clausule.analysis.sub_processors import iso_day
from clausule.formats.csvfile import as_csv
from clausule.formats.jsonfile import as_json
from clausule.language.language import SOURCE
from clausule.model.addresses import EDITIONS_TABLE, TABLE_METADATA
from clausule.model.editions import Edition
from clausule.pages.kit.sheet import Spine


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """``kind`` is a data type of XML Schema, ``says`` what a value means; an empty value is none."""

    name: str
    value: Callable[[Spine, Edition], str | date | None]
    says: str
    kind: str = "string"
    is_always_there: bool = False


_COLUMNS = (
    _Column(
        name="id",
        value=lambda shelf, edition: edition.name,
        says="Agreement and version: what the edition is known by, for ever.",
        is_always_there=True,
    ),
    _Column(
        name="agreement",
        value=lambda shelf, edition: shelf.agreement.slug,
        says="The name of the agreement in addresses.",
        is_always_there=True,
    ),
    _Column(
        name="version",
        value=lambda shelf, edition: edition.version,
        says="The version as in the address. Import it as text: to a spreadsheet 1.10 is a number and 1.5 a day.",
        is_always_there=True,
    ),
    _Column(
        name="title",
        value=lambda shelf, edition: shelf.agreement.title if edition.is_emptied else edition.title(shelf.agreement),
        says="The title on the cover of the edition, else that of the agreement.",
        is_always_there=True,
    ),
    _Column(
        name="publisher",
        value=lambda shelf, edition: shelf.agreement.publisher,
        says="Who publishes the agreement.",
    ),
    _Column(
        name="parties",
        value=lambda shelf, edition: "" if edition.is_emptied else " | ".join(parties_of(edition)),
        says="The words with which the text names its parties, one after another, with ' | ' between them.",
    ),
    _Column(
        name="applies_to",
        value=lambda shelf, edition: edition.audience,
        says="The customers to whom alone the edition applies; empty: all of them.",
    ),
    _Column(
        name="language",
        value=lambda shelf, edition: edition.language,
        says="The language of the text (BCP 47).",
        kind="language",
        is_always_there=True,
    ),
    _Column(
        name="concept",
        value=lambda shelf, edition: "true" if edition.concept else "false",
        says="Whether the text is a draft, which nobody agreed to yet and which can change, with its hash.",
        kind="boolean",
        is_always_there=True,
    ),
    _Column(
        name="announced",
        value=lambda shelf, edition: edition.announced,
        says="The day on which it was made known.",
        kind="date",
    ),
    _Column(
        name="effective",
        value=lambda shelf, edition: edition.effective,
        says="The first day on which it applies; empty: the text has no date.",
        kind="date",
    ),
    _Column(
        name="until",
        value=lambda shelf, edition: shelf.spans[edition.version].end,
        says="The first day on which it applies no longer, as far as is known: an edition that follows it, or its own "
        "text, ends it. Where it is the same as 'effective' the edition never applied.",
        kind="date",
    ),
    _Column(
        name="withdrawn",
        value=lambda shelf, edition: edition.withdrawn.day if edition.withdrawn else None,
        says="The day on which it was taken back.",
        kind="date",
    ),
    _Column(
        name="address",
        value=lambda shelf, edition: f"{shelf.base}{edition.name}/",
        says="Where it stands, for ever; its forms stand below that address.",
        kind="anyURI",
        is_always_there=True,
    ),
    _Column(
        name="sha256",
        value=lambda shelf, edition: shelf.sha256.get(edition.version),
        says="The hash of its words; empty where they were taken away.",
    ),
)


def editions_table(shelves: Sequence[Spine]) -> dict[str, bytes]:
    """The table and its description, by path from the root: agreements in the order of the site, editions from old to
    new; those whose words were taken away too."""
    rows = [
        [_cell(column.value(shelf, edition)) for column in _COLUMNS]
        for shelf in shelves
        for edition in shelf.agreement.all_editions
    ]
    names = [column.name for column in _COLUMNS]
    return {EDITIONS_TABLE: as_csv(names, rows, all_quoted=True), TABLE_METADATA: as_json(_metadata())}


def _cell(value: str | date | None) -> str:
    return (iso_day(value) if isinstance(value, date) else value) or ""


def _metadata() -> dict[str, object]:
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": column.kind,
            "required": column.is_always_there,
            "dc:description": column.says,
        }
        for column in _COLUMNS
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": SOURCE}],
        "url": EDITIONS_TABLE,
        "dialect": {"encoding": "utf-8", "quoteChar": '"', "delimiter": ",", "header": True},
        "tableSchema": {"columns": columns, "primaryKey": "id"},
    }
