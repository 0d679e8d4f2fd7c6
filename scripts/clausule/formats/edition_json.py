"""An edition as data: ``overeenkomst.json`` for programs and the entries that the search box looks through."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clausule.analysis.measures import Measure, categories
from clausule.analysis.references import Notes, proper_names, terms_in
from clausule.formats.blocks_json import blocks_json, is_plain
from clausule.formats.format import Format
from clausule.formats.jsonfile import as_json
from clausule.formats.schema import Schema
from clausule.language.language import Language
from clausule.model.addresses import EDITION_DATA
from clausule.model.annex_kind import annex_kinds
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256, reading_text
from clausule.model.nodes import Annex, Article, Block, Clause, Items, Section, Text


class _EditionSchema(Schema):
    def read(self) -> bytes:
        """The schema with the kinds of annex that there are."""
        return Schema.read(self).replace(b'"enum": []', b'"enum": ' + json.dumps(annex_kinds()).encode())


SCHEMA = _EditionSchema(__package__, EDITION_DATA)
FORMAT = Format(
    file=EDITION_DATA,
    title=lambda language: language.say("Data (JSON)"),
    make=lambda agreement, edition, notes, status, house: as_json(
        edition_json(agreement, edition, notes, status=status)
    ),
    name="json",
    media="application/json",
)


def withdrawal_json(edition: Edition, status: str) -> dict[str, Any]:
    """When and why an edition was taken back, for data about it; nothing where its ``status`` is another."""
    told = edition.withdrawn if status == "withdrawn" else None
    return {"withdrawn": {"day": told.day.isoformat(), "why": told.why}} if told else {}


@dataclass(frozen=True, slots=True)
class _About:
    notes: Notes
    names: re.Pattern[str] | None


def edition_json(agreement: Agreement, edition: Edition, notes: Notes, *, status: str) -> dict[str, Any]:
    """The edition as DESIGN's data contract has it, in plain data; preamble, closing and more are additions.

    ``text`` is the plain text in reading order, items included; offsets of references and terms count in it.
    """
    return {
        "agreement": edition.agreement,
        "title": edition.title(agreement),
        **({} if edition.heading else {"headed": False}),
        "publisher": agreement.publisher,
        "version": edition.version,
        "numbered": edition.numbered,
        "effective": edition.effective.isoformat() if edition.effective else None,
        "effective_shown": edition.effective_shown or None,
        "status": status,
        **withdrawal_json(edition, status),
        **({"announced": edition.announced.isoformat()} if edition.announced else {}),
        **({"for": edition.audience} if edition.audience else {}),
        # Of these very words, whatever is remembered of them: publishing holds this against what it records.
        "sha256": edition_sha256(edition),
        "recipe": edition.recipe,
        **_contents(agreement, edition, notes),
    }


@lru_cache(maxsize=1)
def _contents(agreement: Agreement, edition: Edition, notes: Notes) -> dict[str, Any]:
    """What is the same on every day, kept for the next form of the same edition. Nobody may change it."""
    about = _About(notes, proper_names(agreement))
    return {
        "chapters": [
            {"id": chapter.id, "number": chapter.number, "mark": chapter.mark, "title": chapter.title}
            for chapter in edition.chapters
        ],
        "preamble": [_section(section, about) for section in edition.preamble],
        "articles": [_article(article, about) for article in edition.articles],
        "closing": [_section(section, about) for section in edition.closing],
        "annexes": [_annex(annex, about) for annex in edition.annexes],
        "definitions": [
            {
                "id": definition.id,
                "term": definition.term,
                "text": _meaning(about.notes.language, definition.term, definition.text.plain),
                "at": definition.owner,
                "source": definition.source,
            }
            for definition in edition.definitions
        ],
        "footnotes": [
            {"id": note.id, "mark": note.label, "text": note.text.plain, "at": note.owner} for note in edition.footnotes
        ],
        "terms_from": [
            {
                "agreement": lender.agreement,
                "version": lender.version,
                "definitions": [
                    {"id": definition.id, "term": definition.term, "text": definition.text.plain}
                    for definition in edition.borrowed
                    if definition.lender == lender.name
                ],
            }
            for lender in edition.lenders
        ],
        "errata": [
            {"at": erratum.at, "words": erratum.words, "should": erratum.should, "note": erratum.note}
            for erratum in edition.errata
        ],
    }


def _meaning(language: Language, term: str, words: str) -> str:
    """What a term means: without the term itself, where a clause or an item begins with it and a colon or '=', or with
    it in quotes and its meaning."""
    found = re.match(rf"(?P<quote>[\"“”„‘’'«»])?{re.escape(term)}[\"“”‘’'«»]?(?P<mark>\s*[:=]\s*)?", words)
    if not found:
        return words
    at = found.end() if found["mark"] else language.definitions.meaning_at(words, found.end(), bool(found["quote"]))
    return words[at:] if at is not None else words


def _article(article: Article, about: _About) -> dict[str, Any]:
    return {
        "id": article.id,
        "number": article.number,
        "mark": article.mark,
        "title": article.title,
        **_heading(article.heading, f"{article.mark} {article.title}".strip()),
        **({"chapter": article.chapter.id} if article.chapter else {}),
        "version": article.version,
        "intro": _words(article.intro, about),
        "clauses": [_clause(clause, about) for clause in article.clauses],
    }


def _clause(clause: Clause, about: _About) -> dict[str, Any]:
    return {
        "id": clause.id,
        "number": clause.number,
        "mark": clause.mark,
        **({"subheading": clause.subheading.plain} if clause.subheading else {}),
        **_words(clause.blocks, about),
        "sha256": about.notes.clause_sha256(clause),
        "avg": _claims(clause.id, about),
    }


def _words(blocks: tuple[Block, ...], about: _About) -> dict[str, Any]:
    """Text with its items, references and terms."""
    plain, starts = reading_text(blocks)
    references, terms = [], []
    for offset, text in starts:
        for reference in about.notes.references(text):
            references.append(
                {
                    "text": reference.text,
                    "start": offset + reference.start,
                    "end": offset + reference.end,
                    "targets": list(dict.fromkeys(target.address for target in reference.targets)),
                }
            )
        for use in terms_in(text, about.notes, about.names):
            terms.append({"id": use.definition.id, "start": offset + use.start, "end": offset + use.end})
    found = {"text": plain, "items": _items(blocks), "references": references, "terms": terms}
    return found if is_plain(blocks) else {**found, "blocks": blocks_json(blocks)}


def _heading(heading: Text, composed: str) -> dict[str, Any]:
    """The whole heading as written, where its mark and its title do not say it."""
    return {} if heading.plain == composed else {"heading": heading.plain}


def _items(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [
        {"id": item.id, "mark": item.mark, "text": item.text.plain, "items": _items(item.blocks)}
        for block in blocks
        if isinstance(block, Items)
        for item in block.items
    ]


def _annex(annex: Annex, about: _About) -> dict[str, Any]:
    listed = {
        category.id: [measure_json(measure) for measure in category.measures]
        for category in categories(about.notes.edition)
        if category.annex is annex
    }
    return {
        "id": annex.id,
        "number": annex.number,
        "mark": annex.mark,
        "title": annex.title,
        **_heading(annex.heading, f"{annex.mark} {annex.title}".strip()),
        "kind": annex.kind,
        "version": annex.version,
        "effective": annex.effective.isoformat() if annex.effective else None,
        "intro": _words(annex.intro, about),
        # Those of an annex without headings.
        **({"measures": listed[annex.id]} if annex.id in listed else {}),
        "sections": [
            {**_section(section, about), "measures": listed.get(section.id, [])} for section in annex.sections
        ],
    }


def _section(section: Section, about: _About) -> dict[str, Any]:
    return {
        "id": section.id,
        "label": section.label,
        "title": section.title,
        **_heading(section.heading, f"{section.label}. {section.title}" if section.label else section.title),
        "level": section.level,
        **_words(section.blocks, about),
        "avg": _claims(section.id, about),
    }


def _claims(name: str, about: _About) -> list[dict[str, Any]]:
    """What the part ``name`` is said to fulfil of the AVG."""
    claims = about.notes.edition.beside.claims
    return [{"demand": claim.demand, "partly": claim.partly} for claim in claims if claim.at == name]


def measure_json(measure: Measure) -> dict[str, Any]:
    """One measure with what its author says that it serves: goals of AVG article 32(1), controls of ISO/IEC 27001:2022
    Annex A, names in the Data Privacy Vocabulary. ``aliases`` are there only where it had other ids before."""
    return {
        "id": measure.id,
        **({"aliases": list(measure.aliases)} if measure.aliases else {}),
        "text": measure.text.plain,
        "avg": list(measure.goals),
        "iso": list(measure.controls),
        "dpv": list(measure.concepts),
    }
