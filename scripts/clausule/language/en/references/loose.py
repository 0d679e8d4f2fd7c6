"""Words that point to a place only where the edition has it: 'notwithstanding 5.3', 'under (a) and (b)', 'the annex'.
Elsewhere they are an amount, a letter of somebody else, or no place at all; so nothing is missed where the place is not
there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausule.language.en import grammar
from clausule.language.en.references import scan
from clausule.language.en.references.names import read_mention
from clausule.language.en.references.parts import read_labels, read_places
from clausule.language.en.references.targets import Draft, as_reference
from clausule.language.references import Reference, Target
from clausule.language.scanning import Scanner, token
from clausule.model.ids import annex_digits
from clausule.model.repeated import once_a_text

_BARE = re.compile(
    r"(?<!\w)(?:notwithstanding|subject to|pursuant to|in accordance with|under|set out in|referred to in|described in"
    r"|provided in|specified in|defined in|by virtue of|see|per)\s"
    r"(?P<number>[1-9][0-9]?[a-z]?(?:\.[1-9][0-9]?[a-z]?){1,3})(?![\w%:/-]|[.,][0-9])",
    re.I,
)
_MEASURED = re.compile(r"\b(?:version|release|factor|ratio|score|level|TLS|SSL|HTTP)\s$", re.I)
_ITEMS = re.compile(
    r"(?<!\w)(?:under|in|to|of|from|by|with)\s(?:the\s)?(?:items?\s|points?\s)?(?=\([a-z]{1,4}\))", re.I
)
_ANNEX = re.compile(
    rf"(?<!\w)(?:in|to|under|of|see|per|from|by)\s(?:the|this)\s(?:attached\s|enclosed\s)?(?P<word>{grammar.ANNEX_WORDS})(?![\w-]|\s[0-9A-Z])"
    rf"|(?<!\w)the\s(?P<subject>{grammar.ANNEX_WORDS})\s(?=(?:contains|describes|sets|lists|specifies|forms|is)\b)",
    re.I,
)
_OTHER_OF = token(r",?\s{0,8}(?:of|to|in|under|from)(?!\w)")
_OF_THIS = token(r"(?:to|of)\sthis|hereto|in\b")
_CHAPTER = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(grammar.CHAPTERS)})\s(?P<number>[0-9]{{1,2}}|[IVXL]{{1,6}}|[A-Z])(?![\w(.]\w|\w)", re.I
)
_NEAR = 30


@once_a_text
def find_loose(text: str, here: str = "") -> list[Reference]:
    """Such references in ``text``, in order and without overlap. ``here`` is the id of the clause, the article or the
    annex that holds it."""
    found = [*_bare(text), *_items(text, here), *_annex(text), *_chapters(text)]
    kept: list[Reference] = []
    for one in sorted(found, key=lambda reference: reference.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _bare(text: str) -> Iterator[Reference]:
    for match in _BARE.finditer(text):
        start = match.start("number")
        scanner = Scanner(text, start)
        places = read_places(scanner, plural=False)
        counts = grammar.QUANTITY.match(text, match.end()) or _MEASURED.search(
            text, max(0, match.start("number") - _NEAR), match.start("number")
        )
        if places and not counts and not scanner.sees(scan.UNIT) and not read_mention(Scanner(text, scanner.pos)):
            yield replace(as_reference(text, Draft(start, end=scanner.pos, places=places)), loose=True)


def _items(text: str, here: str) -> Iterator[Reference]:
    """Items of the clause itself."""
    if not here.startswith(f"{grammar.ARTICLE}-"):
        return
    for match in _ITEMS.finditer(text):
        scanner = Scanner(text, match.end())
        rows = read_labels(scanner)
        if rows and not scanner.sees(_OTHER_OF) and not read_mention(Scanner(text, scanner.pos)):
            start, end = match.end(), scanner.pos
            points = ["-".join(row) for row in rows]
            targets = tuple(
                Target("clause", point=one, address=f"{here}-{one}", start=start, end=end) for one in points
            )
            yield Reference(start, end, text[start:end], targets, loose=True)


def _annex(text: str) -> Iterator[Reference]:
    for match in _ANNEX.finditer(text):
        start, end = match.span("word" if match["word"] else "subject")
        if not Scanner(text, end).sees(_OTHER_OF) or Scanner(text, end).sees(_OF_THIS):
            target = Target("annex", address=grammar.ANNEX, start=start, end=end)
            yield Reference(start, end, text[start:end], (target,), loose=True)


def _chapters(text: str) -> Iterator[Reference]:
    for match in _CHAPTER.finditer(text):
        scanner = Scanner(text, match.end())
        if not scanner.sees(_OTHER_OF) and not read_mention(scanner):
            address = f"{match['word'].lower()}-{annex_digits(match['number'])}"
            target = Target("chapter", address=address, start=match.start(), end=match.end())
            yield Reference(match.start(), match.end(), match[0], (target,), loose=True)
