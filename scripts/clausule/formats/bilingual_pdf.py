"""An edition with its text in another language beside it, clause by clause, as PDF/UA-1 and PDF/A-3a.

Each side of it, of the cover and of the running head is in one language, and says so to who hears it. The pairs are
those of the page with both (``compare.translation``). Data do not go with it: each text alone has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clausule.analysis.cover import address_of, cover_of
from clausule.analysis.references import Notes
from clausule.compare.translation.pairs import Pair, beside_each_other, pairs_of
from clausule.formats.flow import FlowBlock, Grid, Heading, Image, Meaning, flow_by_part
from clausule.formats.pdf import LONG, lacks
from clausule.formats.properties import OURS
from clausule.formats.sheets import house_data, sheets
from clausule.formats.typesetting import typeset
from clausule.language.language import Language, language_of
from clausule.language.wording.names import capital, edition_name, full_title, language_name, shorten, which_counts
from clausule.model.editions import Agreement, Edition
from clausule.model.walk import Part
from clausule.read.house import House

_HEAD = 40
"""Signs of a title in a running head with two of them."""
_COLUMNS = 2
"""Tables with more columns than these have no room beside another: both texts stand under each other."""
_LONGEST = 40
"""Signs without a space that fit in a column, wherever they stand."""
_PREFIX = "beside-"


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of both texts."""

    agreement: Agreement
    edition: Edition
    notes: Notes

    @property
    def language(self) -> Language:
        return language_of(self.edition.language)


def bilingual_title(language: Language, other: str) -> str:
    """What a reader of ``language`` calls the document with a text in the language ``other`` beside his."""
    name = language_name(other, language)
    return language.say("Document with the text in {language} beside it (PDF)", language=name)


def bilingual_pdf(mine: Side, yours: Side, *, is_original: bool, prevails: str, house: House) -> bytes:
    """The document of ``mine``, with ``yours`` on the right. ``is_original``: ``yours`` is what ``mine`` translates;
    ``prevails`` is the tag of the language whose text counts, if anything says so. The same bytes on every day."""
    pairs = pairs_of(yours.edition, mine.edition) if is_original else pairs_of(mine.edition, yours.edition)
    rows = [_turned(pair, is_original) for pair in beside_each_other(pairs)]
    left, right = _level(_blocks(mine, [one for one, _ in rows]), _blocks(yours, [other for _, other in rows]))
    say = mine.language.say
    data = {
        "language": mine.language.tag,
        "title": f"{full_title(mine.agreement)} / {full_title(yours.agreement)}",
        "author": mine.agreement.publisher,
        "description": f"{full_title(mine.agreement)}, {edition_name(mine.edition)}",
        "keywords": [
            *(side.edition.name for side in (mine, yours)),
            f"{OURS}languages: {mine.language.tag} {yours.language.tag}",
        ],
        "house": house_data(house),
        "sides": [_side(side, prevails, house) for side in (mine, yours)],
        "foot": address_of(mine.edition, house),
        "words": {
            "contents": say("Contents"),
            "page": say("page {page} of {pages}", page="{n}", pages="{all}"),
            "missing": say("Not in this text."),
        },
        "deep": 2 if sum(isinstance(block, Heading) for blocks in left for block in blocks) < LONG else 1,
        "rows": list(_rows(left, right, rows)),
    }
    return typeset("bilingual", data, day=mine.edition.effective, short=True)


def why_not(*texts: tuple[Agreement, Edition]) -> str:
    """Why there is no such document of ``texts``; empty where there is one."""
    return next(filter(None, (lacks(*text) for text in texts)), "")


def _turned(pair: Pair, is_original: bool) -> tuple[Any, Any]:
    return (pair.translation, pair.original) if is_original else (pair.original, pair.translation)


def _side(side: Side, prevails: str, house: House) -> dict[str, Any]:
    cover = cover_of(side.agreement, side.edition, side.notes, house)
    counts, name = which_counts(prevails, side.language), capital(language_name(side.language.tag, side.language))
    return {
        "language": side.language.tag,
        "name": name,
        "title": cover.title,
        "edition": cover.edition,
        "status": cover.status,
        "facts": cover.facts,
        "address": address_of(side.edition, house),
        "says": cover.says,
        "counts": counts,
        "head": f"{shorten(cover.title, _HEAD)} · {cover.edition}",
    }


def _blocks(side: Side, pieces: Sequence[Any]) -> list[list[FlowBlock]]:
    """The blocks of each of ``pieces`` of one text; a definition that is a piece by itself stands in no other."""
    parts = [piece.of for piece in pieces if piece and isinstance(piece.of, Part)]
    flows = iter(flow_by_part(side.agreement, side.edition, side.notes, parts))
    own = {id(piece.of.text) for piece in pieces if piece and piece.kind == "definition"}
    meanings: dict[int, FlowBlock] = {}
    found: list[list[FlowBlock]] = []
    for piece in pieces:
        if piece and isinstance(piece.of, Part):
            flow = next(flows)
            alone = {
                id(block.source): block for block in flow if isinstance(block, Meaning) and id(block.source) in own
            }
            meanings |= alone
            found.append([block for block in flow if block not in alone.values()])
        else:
            found.append([meanings[id(piece.of.text)]] if piece else [])
    return found


def _level(
    left: list[list[FlowBlock]], right: list[list[FlowBlock]]
) -> tuple[list[list[FlowBlock]], list[list[FlowBlock]]]:
    """Both sides with no heading more than one level below that before it, as they are read."""
    last = 0

    def levelled(blocks: list[FlowBlock]) -> Iterator[FlowBlock]:
        nonlocal last
        for block in blocks:
            if isinstance(block, Heading):
                last = min(block.level, last + 1)
                yield replace(block, level=last)
            else:
                yield block

    made = [(list(levelled(one)), list(levelled(other))) for one, other in zip(left, right, strict=True)]
    return [one for one, _ in made], [other for _, other in made]


def _rows(
    left: list[list[FlowBlock]], right: list[list[FlowBlock]], rows: Sequence[tuple[Any, Any]]
) -> Iterator[dict[str, Any]]:
    """What stands beside each other, for the template: nothing at all of a footnote, which stands where it is cited."""
    data = zip(sheets(left, longest=_LONGEST), sheets(right, _PREFIX, _LONGEST), strict=True)
    for (mine, yours), pair, flows in zip(data, rows, zip(left, right, strict=True), strict=True):
        heads = [next((block for block in flow if isinstance(block, Heading)), None) for flow in flows]
        if heads[0] and heads[1]:
            _listed_once(mine, yours)
        if mine or yours:
            yield {
                "begins": next((head.kind for head in heads if head), ""),
                "wide": any(_is_wide(block) for flow in flows for block in flow),
                "heading": all(isinstance(block, Heading) for flow in flows for block in flow),
                "cells": [None if piece is None else blocks for piece, blocks in zip(pair, (mine, yours), strict=True)],
            }


def _listed_once(mine: list[dict[str, Any]], yours: list[dict[str, Any]]) -> None:
    """Contents and bookmarks name a heading once: in the language of the document, with the other behind it."""
    heads = [[block for block in blocks if block["kind"] == "heading"] for blocks in (mine, yours)]
    for own, other in zip(*heads, strict=False):
        own["beside"], other["listed"] = other["words"], False


def _is_wide(block: FlowBlock) -> bool:
    return isinstance(block, Image) or (
        isinstance(block, Grid) and max(map(len, block.rows or (block.header,))) > _COLUMNS
    )
