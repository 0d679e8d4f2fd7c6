"""The measures of an edition for programs: JSON, CSV, and linked data in the Data Privacy Vocabulary."""

from __future__ import annotations

from typing import Any

from clausule.analysis.measures import Category, Measure, categories, measures_of
from clausule.compare.explanations import Explained, edition_before, explain
from clausule.formats.csvfile import rows_as_csv
from clausule.formats.edition_json import measure_json
from clausule.formats.jsonfile import as_json
from clausule.formats.schema import Schema
from clausule.language.language import Language
from clausule.law.dpv import IRI, broader
from clausule.model.addresses import MEASURES_DATA, in_form
from clausule.model.editions import Edition
from clausule.pages.text.book import Book

SCHEMA = Schema(__package__, MEASURES_DATA)


def measures_about(language: Language) -> str:
    """What is the agreement's own here, and what the site's."""
    return language.say(
        "The words of the measures are those of the agreement. To which objective and which standard they belong is "
        "this site’s "
        "reading. Where that would be a guess, nothing is said. This arrangement is not part of the agreement."
    )


def changes_since(page_edition: Edition, before: Edition) -> list[Explained]:
    """What happened to the measures since the edition ``before``; nothing when their words are the same."""
    if [measure.text.plain for measure in measures_of(page_edition)] == [
        measure.text.plain for measure in measures_of(before)
    ]:
        return []
    found = explain(before, page_edition).changes
    return [
        one for one in found if one.change.kind in ("added", "removed", "changed") and one.change.unit.kind == "measure"
    ]


def measures_files(book: Book) -> dict[str, bytes]:
    """``maatregelen.json``, ``maatregelen.csv`` and ``maatregelen.jsonld``."""
    found = categories(book.edition)
    rows = [_row(book, category, measure) for category in found for measure in category.measures]
    return {
        MEASURES_DATA: as_json(measures_json(book)),
        in_form(MEASURES_DATA, "csv"): rows_as_csv(rows),
        in_form(MEASURES_DATA, "jsonld"): as_json(measures_linked(book)),
    }


def measures_json(book: Book) -> dict[str, Any]:
    """Every category with its measures, what they serve, and what changed since the edition before."""
    edition, before = book.edition, edition_before(book.agreement, book.edition)
    return {
        "agreement": edition.agreement,
        "version": edition.version,
        "effective": edition.effective.isoformat() if edition.effective else None,
        "about": measures_about(book.language),
        "categories": [
            {
                "id": category.id,
                "annex": category.annex.id,
                "label": category.section.label if category.section else "",
                "title": _title(category),
                "goal": " ".join(paragraph.text.plain for paragraph in category.goal),
                "measures": [
                    {**measure_json(measure), "address": book.url(measure.id)} for measure in category.measures
                ],
            }
            for category in categories(edition)
        ],
        "goals": book.language.law.goals,
        "controls": {number: name for number, name in book.language.law.controls.items() if number in _used(book)},
        "changes": {
            "from": before.version if before else None,
            "changes": [
                {
                    "kind": one.change.kind,
                    "from": one.change.old.id if one.change.old else None,
                    "to": one.change.new.id if one.change.new else None,
                    "from_text": one.change.old.text if one.change.old else "",
                    "to_text": one.change.new.text if one.change.new else "",
                    "why": one.why,
                }
                for one in (changes_since(edition, before) if before else ())
            ],
        },
    }


def measures_linked(book: Book) -> dict[str, Any]:
    """JSON-LD: the agreement has measures, each of the kinds that its author names (https://w3id.org/dpv).

    The context is in the file, so that nobody has to fetch it. What DPV has no word for is under
    ``schema/maatregelen``.
    """
    edition = book.edition
    context = {
        "dpv": IRI,
        "dct": "http://purl.org/dc/terms/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "own": f"{book.site_url}{SCHEMA.address}#",
        "title": {"@id": "dct:title", "@language": book.language.tag},
        "label": {"@id": "skos:prefLabel", "@language": book.language.tag},
        "foaf": "http://xmlns.com/foaf/0.1/",
        "version": {"@id": "http://www.w3.org/2002/07/owl#versionInfo"},
        "name": {"@id": "foaf:name"},
        "valid": {"@id": "dct:valid", "@type": "xsd:date"},
        "publisher": {"@id": "dct:publisher"},
        "measures": {"@id": "dpv:hasTechnicalOrganisationalMeasure", "@type": "@id"},
        "category": {"@id": "own:category", "@language": book.language.tag},
        "goal": {"@id": "own:goal"},
        "control": {"@id": "own:control"},
        "partOf": {"@id": "dct:isPartOf", "@type": "@id"},
    }
    agreement: dict[str, Any] = {
        "@id": book.base_url,
        "@type": "dpv:LegalAgreement",
        "title": edition.title(book.agreement),
        "version": edition.version,
        "measures": [book.url(measure.id) for category in categories(edition) for measure in category.measures],
    }
    if edition.effective:
        agreement["valid"] = edition.effective.isoformat()
    if book.agreement.publisher:
        agreement["publisher"] = {"@type": "foaf:Agent", "name": book.agreement.publisher}
    nodes = [_node(book, category, measure) for category in categories(edition) for measure in category.measures]
    return {"@context": context, "@graph": [agreement, *nodes]}


def _node(book: Book, category: Category, measure: Measure) -> dict[str, Any]:
    """A measure with its kinds and all that these are narrower than, so that a query needs no reasoning."""
    kinds = dict.fromkeys(name for concept in measure.concepts for name in (concept, *broader(concept)))
    node: dict[str, Any] = {
        "@id": book.url(measure.id),
        "@type": [f"dpv:{name}" for name in dict.fromkeys((*kinds, "TechnicalOrganisationalMeasure"))],
        "label": measure.text.plain,
        "category": _title(category),
        "partOf": book.base_url,
    }
    if measure.goals:
        node["goal"] = [f"32.1.{goal}" for goal in measure.goals]
    if measure.controls:
        node["control"] = list(measure.controls)
    return node


def _row(book: Book, category: Category, measure: Measure) -> list[tuple[str, str]]:
    say_of = book.language.say_of
    return [
        (say_of("csv column", "agreement"), book.edition.agreement),
        (say_of("csv column", "version"), book.edition.version),
        (say_of("csv column", "annex"), category.annex.number),
        (say_of("csv column", "section"), category.section.label if category.section else ""),
        (say_of("csv column", "category"), _title(category)),
        ("id", measure.id),
        (say_of("csv column", "measure"), measure.text.plain),
        (say_of("csv column", "gdpr_32_1"), " ".join(measure.goals)),
        ("iso_27001_2022", " ".join(measure.controls)),
        ("dpv", " ".join(measure.concepts)),
        (say_of("csv column", "address"), book.url(measure.id)),
    ]


def _title(category: Category) -> str:
    return category.section.title if category.section else category.annex.title


def _used(book: Book) -> set[str]:
    return {control for measure in measures_of(book.edition) for control in measure.controls}
