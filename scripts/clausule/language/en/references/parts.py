"""What stands behind the word 'clause' or 'Article': numbers in lists and ranges, each with what is named within it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clausule.language.en.references import scan
from clausule.language.scanning import GAP, LONGEST, ROMANS, Scanner, between, token

MOST_ARTICLES = 20
"""Few agreements have more."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article, or a clause by its number, and the labels of what is named within it (``3`` and ``h``); ``start`` and
    ``end`` are its words."""

    number: str
    inner: tuple[str, ...] = ()
    start: int = 0
    end: int = 0

    @property
    def is_far(self) -> bool:
        """Whether few agreements have an article of that number."""
        return self.number.isdigit() and int(self.number) > MOST_ARTICLES


_MORE_WORD = token(rf"(?:the\s)?(?:{scan.CLAUSE_WORDS})(?=[\s(§])")
_INNER_BEHIND = token(rf",?{GAP}(?:(?:and|in)\s)?(?:the\s)?(?:{scan.INNER_WORDS}|no\.?|sentence)(?=[\s(])")
_SENTENCE = token(
    r",?\s{0,8}(?:(?:the\s)?(?:first|second|third|fourth|last|final|introductory)\s(?:sentences?|indents?|alternative|half-sentence|part|sub-?paragraphs?|paragraphs?)|sentence\s[0-9]|alt\.\s?[0-9])(?!\w)(?!\sof\b)"
)
_SEQ = token(r",?\s{0,8}(?:et\sseq\.?|ff?\.?)(?!\w)", 0)
_FOLLOWED = token(r"[a-z]{3,}", 0)
_GOES_ON = token(
    r"(?:of|above|below|shall|will|may|must|can|do|does|did|has|have|had|apply|applies|applied|are|is|was|were|to|and|or|in|hereof|thereof"
    r"|hereto|thereto|herein|survives?|remains?|the|this|that|these|those|which|with|for|by|on|if|unless|until|only|not|as|from|under|sets?"
    r"|provides?|requires?|governs?|continues?|inclusive|respectively|before|after|between|when|where|without|within|contains?|constitutes?"
    r"|prevails?|mutatis|would|should|also|apart|except|save|subject|therein|hereby|at|but|so|then|insofar|together|deals?|regulates?"
    r"|describes?|specif(?:y|ies)|states?|limits?|prohibits?|excludes?|upon|during|through|via|binds?|take|takes|relating|concerning|regarding"
    r"|entitles?|permits?|obliges?|imposes?|refers?|expressly|notwithstanding|into|per|following|mean|means|per|pursuant|such|each|any|et|ff)(?!\w)",
    0,
)


def read_places(scanner: Scanner, *, plural: bool) -> list[Place]:
    """The list of places that stands here, ranges filled in; empty if there is none."""
    mark, first = scanner.pos, _place(scanner, "")
    if first is None or (first.number.isdigit() and scanner.sees(scan.UNIT)):
        scanner.pos = mark
        return []  # 'the article 5 years ago'
    found = [*_within(scanner, first)]
    firm, firm_end = len(found), scanner.pos
    while len(found) < LONGEST:
        mark = scanner.pos
        scanner.take(scan.INCLUSIVE)
        scanner.take(scan.ASIDE)
        ranged = bool(scanner.take(scan.RANGE)) or bool(scanner.take(scan.DASH))
        strong = ranged or bool(scanner.take(scan.FIRM))
        if not strong and not scanner.take(scan.JOIN):
            scanner.pos = mark
            break
        if strong and not ranged:
            scanner.take(scan.ASIDE)
        more = _joined(scanner, found, ranged=ranged, strong=strong, plural=plural)
        if not more:
            scanner.pos = mark
            break
        found.extend(more)
        if strong or plural or more[-1].inner or not more[-1].number.isdigit():
            firm, firm_end = len(found), scanner.pos
    scanner.pos = firm_end
    del found[firm:]
    while scanner.take(scan.INCLUSIVE) or scanner.take(_SEQ):
        pass
    return found


def _joined(scanner: Scanner, found: list[Place], *, ranged: bool, strong: bool, plural: bool) -> list[Place]:
    """What a list goes on with: a label within the place named last, or another place."""
    last = found[-1]
    if label := _label(scanner, last, ranged=ranged, strong=strong):
        return label
    word = scanner.take(_MORE_WORD) if strong else None
    place = _place(scanner, _kind(last.number))
    if place is None:
        return []
    if not word and not plural and not ranged and _counts(scanner, place):
        return []
    if scanner.sees(scan.UNIT) or (word and not ranged):
        return []  # 'clause 4 and Article 28 GDPR' are two references
    implied = _between(last, place) if ranged else []
    return [*implied, *_within(scanner, place)]


def _counts(scanner: Scanner, place: Place) -> bool:
    """Whether a bare number behind a place may count things: 'clause 4 and 10 employees'."""
    return place.number.isdigit() and scanner.sees(_FOLLOWED) and not scanner.sees(_GOES_ON)


def _place(scanner: Scanner, kind: str) -> Place | None:
    mark = scanner.pos
    match = scanner.take(scan.PLACE)
    if not match or not (match["number"] or match["roman"]):
        scanner.pos = mark
        return None
    number = match["number"] or match["roman"]
    if kind and (_kind(number) != kind or scanner.sees(scan.UNIT)):
        scanner.pos = mark
        return None
    inner = scan.labels(match["inner"]) + scan.labels(match["spaced"])
    if match["letter"]:
        inner = (match["letter"], *inner)
    if match["within"]:
        inner = (match["within"], *inner)
    return Place(number, inner, match.start() + len(match[0]) - len(match[0].lstrip()), scanner.pos)


def _kind(number: str) -> str:
    return "number" if number[0].isdigit() else "roman"


def _within(scanner: Scanner, place: Place) -> list[Place]:
    """``place``, and what is named within it in words: 'Article 6(1), point (f)', 'paragraphs 1 and 2'."""
    places = [place]
    for _ in range(4):
        mark = scanner.pos
        if scanner.take(_SENTENCE):
            places[-1] = replace(places[-1], end=scanner.pos)
            continue
        if not scanner.take(_INNER_BEHIND):
            break
        inner = read_labels(scanner)
        if not inner or scanner.sees(_OF_ANOTHER):
            scanner.pos = mark
            break
        last = places.pop()
        places += [replace(last, inner=(*last.inner, *labels), end=scanner.pos) for labels in inner]
    return places


_OF_ANOTHER = token(rf"of\s(?:the\s)?(?:{scan.CLAUSE_WORDS}|{scan.INNER_WORDS}|this|schedule|annex|appendix)\b")


def read_labels(scanner: Scanner) -> list[tuple[str, ...]]:
    """The labels that stand behind 'paragraph' or 'points', ranges filled in: each as the row of labels that leads to
    it. Empty if there is none."""
    found: list[tuple[str, ...]] = []
    ranged, end = False, scanner.pos
    while len(found) < LONGEST and (match := scanner.take(scan.INNER_LABEL)):
        row = (match["bracket"], *scan.labels(match["more"])) if match["bracket"] else _bare(match)
        if match["bare"] in ("a", "i") and not _is_listed(scanner, found):
            break  # 'paragraph a processor has written'
        if found and (
            scanner.sees(scan.UNIT)
            or not _alike(found[-1][-1], row[-1])
            or (match["bare"] and not found[-1][-1].replace(".", "").isdigit())
        ):
            break
        if ranged:
            found += [(*found[-1][:-1], one) for one in between(found[-1][-1], row[-1])]
        found.append(row)
        end = scanner.pos
        ranged = bool(scanner.take(scan.RANGE) or scanner.take(scan.DASH))
        if not ranged and not scanner.take(scan.JOIN):
            break
    scanner.pos = end
    return found


def _bare(match: re.Match[str]) -> tuple[str, ...]:
    """'4(b)' is 4 and b."""
    return (match["bare"].partition("(")[0], *scan.labels(match["tail"]))


# 'lit. a GDPR' is a label, and 'paragraph a processor' is none.
_ENDS_LABEL = token(r"(?:and|or|of|to|[-–]|[,.;)]|(?-i:(?:UK\s)?[A-Z]{2}))|$")


def _is_listed(scanner: Scanner, found: list[tuple[str, ...]]) -> bool:
    return bool(found) or scanner.sees(_ENDS_LABEL)


def _alike(first: str, second: str) -> bool:
    return first[0].isdigit() == second[0].isdigit() and first[0].isupper() == second[0].isupper()


def _label(scanner: Scanner, last: Place, *, ranged: bool, strong: bool) -> list[Place]:
    """'(b)' behind '4.2(a) and': in the place of the label that it follows on."""
    if not last.inner:
        return []
    mark = scanner.pos
    match = scanner.take(scan.JOINED_LABEL)
    if not match:
        return []
    row = scan.labels(match["all"])
    level = _level(last.inner, row[0])
    if level is None:
        scanner.pos = mark
        return []
    around = last.inner[:level]
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    place = replace(last, inner=(*around, *row), start=start, end=scanner.pos)
    implied = [replace(place, inner=(*around, one)) for one in between(last.inner[level], row[0])] if ranged else []
    return [*implied, place]


def _level(inner: tuple[str, ...], label: str) -> int | None:
    """The level at which ``label`` goes on with the labels ``inner``, the deepest that fits; None where none does."""
    for level in reversed(range(len(inner))):
        last = inner[level]
        if last.isdigit() and label.isdigit():
            if int(label) > int(last):
                return level
        elif _alike(last, label) and not last.isdigit() and not label.isdigit():
            roman = last.lower() in ROMANS[1:] and label.lower() in ROMANS[1:]
            before = level and inner[level - 1].isalpha() and inner[level - 1].islower()
            if roman and (last.lower() != "h" and ROMANS.index(label.lower()) > ROMANS.index(last.lower())):
                return level
            if (len(last), last) < (len(label), label) and not (last.lower() in ROMANS[1:] and before):
                return level
    return None


def _between(low: Place, high: Place) -> list[Place]:
    if low.number == high.number and low.inner[:-1] == high.inner[:-1] and low.inner and high.inner:
        labels = between(low.inner[-1], high.inner[-1])  # '2(a) through 2(d)'
        return [Place(low.number, (*low.inner[:-1], label), low.start, high.end) for label in labels]
    if high.inner or (low.inner and low.number != high.number) or re.match("[0-9]{4}", high.number):
        return []
    return [Place(number, (), low.start, high.end) for number in between(low.number, high.number)]
