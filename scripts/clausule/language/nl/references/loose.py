"""Words that point to a place only where the edition has it: 'in afwijking van 5.3', 'de rechten onder a en b', 'zoals
in de bijlage staat', 'maar hoofdstuk I niet'. Elsewhere they are an amount, a letter of somebody else, or no place at
all; so nothing is missed where the place is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausule.language.nl import grammar
from clausule.language.nl.references.names import read_mention
from clausule.language.nl.references.parts import Leaf, read_articles, read_parts
from clausule.language.nl.references.scan import Scanner, token
from clausule.language.nl.references.targets import Draft, as_reference
from clausule.language.references import Reference, Target
from clausule.model.ids import annex_digits
from clausule.model.repeated import once_a_text

_BARE = re.compile(
    r"(?<!\w)(?:afwijking van|onverminderd|conform|volgens|krachtens|overeenkomstig|inachtneming van|behoudens"
    r"|bedoeld in|op grond van|van|in|uit|zie)\s"
    r"(?P<number>[1-9][0-9]?[a-z]?(?:\.[1-9][0-9]?[a-z]?){1,3})(?![\w%:/-]|[.,][0-9])",
    re.I,
)
# 'een verhouding van 1.5', 'versie 2.1 van 3.4'
_MEASURED = re.compile(
    r"\b(?:versies?|releases?|factor|verhouding|score|gemiddelde|cijfer|waarde|schaal|snelheid|hoogte|maximum|minimum"
    r"|bedrag|prijs|prijzen|kosten|niveau|saldo|spanning|stand|punt|update|upgrade|overgang|migratie)\s$",
    re.I,
)
_TO_ANOTHER = token(r"(?:naar|tot)(?!\w|\s{1,8}en\s{1,8}met)")
_ITEMS = re.compile(r"(?<!\w)(?<!, )(?P<word>[Oo]nder|[Ss]ub)\s(?=\(?[a-z]{1,4}\b)")
_OTHER_OF = token(r",?\s{0,8}(?:van|uit|der|des|in|bij|op|aan|met)(?!\w)")
_DE = r"(?:(?:de|deze)\s(?:bij(?:gevoegde|gaande)\s)?|bij(?:gevoegde|gaande)\s)"
_ANNEX = re.compile(
    rf"(?<!\w)(?:(?:in|bij|volgens|van|uit|zie|conform|op)\s{_DE}(?P<word>bijlage)(?![\w-])"
    rf"|{_DE}(?P<subject>bijlage)\s(?=(?:bevat|beschrijft|vermeldt|geeft|maakt|be?hoort)\b))",
    re.I,
)
_OF_THIS = token(r"(?:(?:bij|van)\s(?:deze|dit)|in|op|met|aan)(?!\w)")
_CHAPTER = re.compile(r"(?<!\w)hoofdstuk\s(?=[0-9IVX])", re.I)
_NEAR = 30


@once_a_text
def find_loose(text: str, here: str = "") -> list[Reference]:
    """Such references in ``text``, in order and without overlap. ``here`` is the id of the clause, the article or the
    annex that holds it."""
    low = text.lower()
    found = [*_bare(text), *_items(text, here)]
    found += _annex(text) if grammar.ANNEX in low else ()
    found += _chapters(text) if "hoofdstuk" in low else ()
    kept: list[Reference] = []
    for one in sorted(found, key=lambda reference: reference.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _bare(text: str) -> Iterator[Reference]:
    for match in _BARE.finditer(text):
        start = match.start("number")
        scanner = Scanner(text, start)
        members = read_articles(scanner, plural=False)
        counts = grammar.QUANTITY.match(text, match.end()) or _MEASURED.search(
            text, max(0, match.start() - _NEAR), match.start()
        )
        if members and not counts and not scanner.sees(_TO_ANOTHER) and not read_mention(Scanner(text, scanner.pos)):
            yield replace(as_reference(text, Draft(start, end=scanner.pos, articles=members)), loose=True)


def _items(text: str, here: str) -> Iterator[Reference]:
    """Items of the clause itself."""
    if not here.startswith(f"{grammar.ARTICLE}-"):
        return
    read = 0
    for match in _ITEMS.finditer(text):
        start = match.start("word")
        if start < read:
            continue
        scanner = Scanner(text, start)
        leaves = read_parts(scanner) or ()
        read = scanner.pos
        named = all(leaf == Leaf(point=leaf.point) and leaf.point.islower() for leaf in leaves)
        if leaves and named and not scanner.sees(_OTHER_OF) and not read_mention(Scanner(text, scanner.pos)):
            targets = tuple(
                Target("clause", point=leaf.point, address=f"{here}-{leaf.point}", start=start, end=scanner.pos)
                for leaf in leaves
            )
            yield Reference(start, scanner.pos, text[start : scanner.pos], targets, loose=True)


def _annex(text: str) -> Iterator[Reference]:
    for match in _ANNEX.finditer(text):
        start, end = match.span("word" if match["word"] else "subject")
        if not Scanner(text, end).sees(_OTHER_OF) or Scanner(text, end).sees(_OF_THIS):
            target = Target("annex", address=grammar.ANNEX, start=start, end=end)
            yield Reference(start, end, text[start:end], (target,), loose=True)


def _chapters(text: str) -> Iterator[Reference]:
    for match in _CHAPTER.finditer(text):
        scanner = Scanner(text, match.end())
        numbers = read_articles(scanner, plural=True)
        if numbers and not scanner.sees(_OTHER_OF) and not read_mention(Scanner(text, scanner.pos)):
            targets = tuple(
                Target(
                    "chapter",
                    address=f"{grammar.CHAPTERS[0]}-{annex_digits(one.article)}",
                    start=one.start,
                    end=one.end,
                )
                for one in numbers
            )
            yield Reference(match.start(), scanner.pos, text[match.start() : scanner.pos], targets, loose=True)
