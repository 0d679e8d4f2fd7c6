"""What stands behind the word 'artikel': numbers in lists and ranges, each with its leden, onderdelen and alinea's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice, pairwise, product

from clausule.language.nl.references import scan
from clausule.language.nl.references.scan import Scanner, token


@dataclass(frozen=True, slots=True)
class Leaf:
    """One place within an article; empty fields say 'the whole of it'."""

    paragraph: str = ""
    point: str = ""
    subparagraph: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One article of a list with the places in it; ``start`` and ``end`` are its words."""

    article: str
    leaves: tuple[Leaf, ...]
    start: int
    end: int


_THE = token(r"(?:het|de)(?!\w)")
_LID = token(rf"(?:(?:lid|leden|paragra(?:af|fen))(?!\w)|par\.|abs\.|§{{1,2}})(?={scan.GAP}\(?[0-9])")
_ORDINAL_NOUN = token(
    r"(?P<noun>lid|leden|alinea(?:['’]?s)?|(?:vol)?zin(?:nen)?|zinsnede|zinsdeel|(?:gedachte|aandachts)?streepje)"
    r"(?!\w)"
)
_UNDER_WORDS = r"(?:sub)?onderdeel|(?:sub)?onderdelen|onder|sub|punt(?:en)?|letters?|lit\.?|nrs?\.?|nummers?"
_UNDER = token(rf"(?:(?:onder\s)?(?:de\s)?(?:letters|nummers|punten|onderdelen)|{_UNDER_WORDS})(?!\w)")
_HEAD = token(
    r"(?:de\s)?(?:aanhef|slot)(?!\w)"
    rf"(?:(?:{scan.GAP}en(?:{scan.GAP}van)?|,)(?={scan.GAP}(?:{_UNDER_WORDS}|het|de|lid)\b))?"
)
_COUNTED = token(r"(?P<noun>alinea|(?:vol)?zin)\s{1,8}(?P<value>[0-9]{1,2})(?!\w)")
# '14 lid 2 en 15 lid 3': the number before 'lid' is an article again.
_HAS_PARTS = token(rf",?{scan.GAP}(?:lid|leden)\b|,?{scan.ORDINAL.pattern}{scan.GAP}(?:lid|en|of|,)")
_ARTICLE_AGAIN = token(r"(?:(?:de|het)\s{1,8})?art(?:ikel(?:en)?|t?\.)(?!\w)")
_OF_ARTICLE = token(r",?\s{0,8}van(?:\s{1,8}de)?\s{1,8}art(?:ikel(?:en)?|t?\.)(?!\w)")
# 'artikel 6, lid 1, b)', 'artikel 6 lid 1 f AVG'.
_LETTER = token(r"(?P<value>[a-z])(?:\)|(?=\s{1,8}(?:[A-Z]{2,}|van\b)))", 0)
# 'artikel 4, 7) en 8) AVG'.
_POINT = token(r"(?P<value>[0-9]{1,2})\)(?!\w)")
_POINTS = token(r"[0-9]{1,2}\)(?:\s{1,8}(?:en|of)\s{1,8}[0-9]{1,2}\))?\s{1,8}(?:[A-Z]{2,}|van\b)", 0)
_INNER = re.compile(r"[0-9]+|i{1,3}|iv|vi{0,3}|ix|xi{0,3}")
_MOST_ORDINALS = 8
_MANY_LEDEN = 12  # few articles have more: in 'artikel 20 lid 2 en 21' the last is an article


@dataclass(slots=True)
class _Group:
    """Leden with what stands under the last of them: 'eerste en tweede lid, onder a en b'."""

    paragraphs: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    subparagraphs: list[str] = field(default_factory=list)

    def leaves(self) -> list[Leaf]:
        *whole, last = self.paragraphs or [""]
        inner = product(self.points or [""], self.subparagraphs or [""])
        last_leaves = (Leaf(last, point, sub) for point, sub in islice(inner, scan.LONGEST))
        return [*(Leaf(paragraph) for paragraph in whole), *last_leaves]


class _Parts:
    """Reads the places within one article. ``plural`` and ``article`` tell whether a bare number is a lid or the next
    article: in 'artikelen 6 lid 1 en 9' it is an article, in 'artikel 14 lid 2 en 3' it is a lid."""

    def __init__(self, scanner: Scanner, article: str, plural: bool) -> None:
        self.scanner = scanner
        self.article = article
        self.plural = plural
        self.groups = [_Group()]
        self.found = False
        self.in_brackets = False  # whether leden are written so: '28 (2) en (4)'
        self.signs = False  # or so: '§ 1'

    def read(self) -> tuple[Leaf, ...]:
        scanner = self.scanner
        mark, joined = scanner.pos, bool(scanner.take(scan.COMMA))
        sizes = self._sizes()
        while len(self.groups[-1].points) < scan.LONGEST and self._part(joined):
            if (
                joined and self.article and scanner.sees(_OF_ARTICLE)
            ):  # 'artikel 6, derde lid, en het tweede lid van artikel 7'
                self._shrink(sizes)
                break
            self.found = True
            mark, sizes = scanner.pos, self._sizes()
            joined = bool(scanner.take(scan.JOIN))
        scanner.pos = mark
        leaves = [leaf for group in self.groups for leaf in group.leaves()]
        return tuple(dict.fromkeys(leaves))

    def _sizes(self) -> tuple[int, int, int, int]:
        group = self.groups[-1]
        return len(self.groups), len(group.paragraphs), len(group.points), len(group.subparagraphs)

    def _shrink(self, sizes: tuple[int, int, int, int]) -> None:
        groups, paragraphs, points, subparagraphs = sizes
        del self.groups[groups:]
        group = self.groups[-1]
        del group.paragraphs[paragraphs:], group.points[points:], group.subparagraphs[subparagraphs:]

    def _part(self, joined: bool) -> bool:
        scanner = self.scanner
        if scanner.take(_HEAD):
            return True
        if scanner.sees(scan.DEEPER):  # '1°, 2° en 7°'
            return self._add_points(self._numbers(scan.LABEL))
        mark = scanner.pos
        scanner.take(_THE)
        lid = scanner.take(_LID)
        if lid:
            numbers = self._numbers(scan.LID_NUMBER, _LID, to="§" in lid[0])
            if self.signs and "§" not in lid[0]:  # in Belgium a lid is a part of a paragraph: '§ 1, lid 2'
                self.groups[-1].subparagraphs.extend(numbers)
                return bool(numbers)
            self.signs = "§" in lid[0]
            return self._add_paragraphs(numbers)
        if self._ordinals():
            return True
        counted = scanner.take(_COUNTED)
        if counted:
            if counted["noun"].lower() == "alinea":
                self.groups[-1].subparagraphs.append(counted["value"])
            return True
        if scanner.take(_UNDER):
            while scanner.take(_UNDER):  # 'onder punt 2'
                pass
            labels = self._numbers(scan.LABEL, _UNDER)
            if labels and not joined and self._add_within(labels):
                return True
            if labels:
                return self._add_points(labels)
        scanner.pos = mark
        return self._bracketed(joined)

    def _add_paragraphs(self, numbers: list[str]) -> bool:
        group = self.groups[-1]
        if group.points or group.subparagraphs:
            group = _Group()
            self.groups.append(group)
        group.paragraphs.extend(numbers)
        return bool(numbers)

    def _add_points(self, labels: list[str]) -> bool:
        points = self.groups[-1].points
        if not points or points[-1].isdigit() == labels[0].isdigit():  # else a level deeper: 'onder a, onder 2°'
            points.extend(labels)
        return True

    def _add_within(self, labels: list[str]) -> bool:
        """'Onder a sub ii': a level deeper, in the point before it."""
        points = self.groups[-1].points
        if not points or not all(_INNER.fullmatch(label) for label in labels) or _INNER.fullmatch(points[-1]):
            return False
        points[-1:] = [f"{points[-1]}-{label}" for label in labels]
        return True

    def _ordinals(self) -> bool:
        scanner = self.scanner
        mark, values, ranged = scanner.pos, list[str](), False
        for _ in range(_MOST_ORDINALS):
            match = scanner.take(scan.ORDINAL)
            if not match:
                break
            value = match["digits"] or scan.ORDINALS.get(match["word"].lower(), "")
            if ranged and values and value:
                values.extend(scan.between(values[-1], value))
            if value:
                values.append(value)
            ranged = bool(scanner.take(scan.RANGE))
            if not ranged and not scanner.take(scan.ALIKE):
                break
            scanner.take(_THE)
        noun = scanner.take(_ORDINAL_NOUN)
        if not noun:
            scanner.pos = mark
            return False
        if noun["noun"].lower() in {"lid", "leden"}:
            self._add_paragraphs(values)
        elif noun["noun"].lower().startswith("alinea"):
            self.groups[-1].subparagraphs.extend(values)
        return True

    def _bracketed(self, joined: bool) -> bool:
        """'5.1(a)', '28(3)(a)', '28 (2) en (4)', '6, lid 1, b)'; a letter after a space only behind the number of a
        clause or a lid: '11.2 (ii)'."""
        scanner, group = self.scanner, self.groups[-1]
        behind = bool(group.paragraphs or group.points or "." in self.article)
        deeper = bool(group.points) and group.points[-1].isdigit()  # '3°, b)'
        match = scanner.take(_LETTER) if behind and (deeper or not group.points) else None
        if match and deeper:
            group.points[-1] += f"-{match['value']}"
            return True
        if match:
            return self._add_points([match["value"]])
        if joined and not group.points and scanner.sees(_POINTS):
            return self._add_points(self._numbers(_POINT))
        mark = scanner.pos
        spaced = scanner.text[mark : mark + 1].isspace()
        match = scanner.take(scan.PAREN_LABEL)
        label = match["value"] if match else ""
        if label and (self.in_brackets or not joined):  # else '(1) artikel 3, (2) artikel 5'
            of_lid = label.isdigit() and self.article.isdigit() and not group.points
            if of_lid and (self.in_brackets or not group.paragraphs):
                self.in_brackets = True
                return self._add_paragraphs([label])
            if behind or not spaced:
                return self._add_points([label])
        scanner.pos = mark
        return False

    def _numbers(self, pattern: re.Pattern[str], word: re.Pattern[str] | None = None, to: bool = False) -> list[str]:
        """A list of leden or labels with its ranges, up to what must be another article. In a range the ``word`` before
        them can stand again: 'lid 1 tot en met lid 3'. ``to``: 'tot' makes one too: '§ 1 tot § 3'."""
        scanner = self.scanner
        first = scanner.take(pattern)
        if not first:
            return []
        values = [first["value"]]
        while len(values) < scan.LONGEST:
            mark = scanner.pos
            ranged = scanner.take(scan.RANGE) or scanner.take(scan.DASH) or ((to or not word) and scanner.take(scan.TO))
            if not ranged and not scanner.take(scan.ALIKE):
                break
            if ranged and word:
                scanner.take(word)
            match = scanner.take(pattern)
            if not match or not self._belongs(values[-1], match["value"]):
                scanner.pos = mark
                break
            if ranged:
                values.extend(scan.between(values[-1], match["value"]))
            values.append(match["value"])
        return values

    def _belongs(self, previous: str, value: str) -> bool:
        if previous[0].isdigit() != value[0].isdigit() or previous[0].isupper() != value[0].isupper():
            return False
        if not value[0].isdigit():
            return True
        if self.scanner.sees(scan.UNIT) or self.scanner.sees(_HAS_PARTS):
            return False
        later = self.article.isdigit() and value.isdigit() and int(value) > int(self.article)
        return not (later and (self.plural or int(value) > _MANY_LEDEN))


def read_parts(scanner: Scanner, article: str = "", plural: bool = False) -> tuple[Leaf, ...] | None:
    """The places within an article that are named here; None if none is."""
    parts = _Parts(scanner, article, plural)
    leaves = parts.read()
    return leaves if parts.found else None


def read_articles(scanner: Scanner, plural: bool) -> list[Member]:
    """The list of articles that stands here, ranges filled in; empty if there is none."""
    first = _member(scanner, plural, "")
    if not first:
        return []
    members, kind = [first], _kind(first.article)
    firm, firm_end = 1, scanner.pos  # 'artikel 3, 4 of 5' is a list, 'artikel 5, 10 ...' is not: a comma alone is weak
    while len(members) < scan.LONGEST:
        mark = scanner.pos
        scanner.take(scan.ASIDE)
        ranged = bool(scanner.take(scan.RANGE) or scanner.take(scan.DASH if plural else scan.TIGHT_DASH))
        ranged = ranged or (plural and bool(scanner.take(scan.TO)))
        if ranged:
            scanner.take(_ARTICLE_AGAIN)
        strong = ranged or bool(scanner.take(scan.FIRM) or scanner.take(scan.TIGHT_SLASH))
        if strong and not ranged:
            scanner.take(scan.ASIDE)  # 'en, indien van toepassing, 35'
            scanner.take(scan.COMMA)
        if not strong and not scanner.take(scan.JOIN):
            scanner.pos = mark
            break
        member = _member(scanner, plural, kind)
        if not member:
            scanner.pos = mark
            break
        if ranged:
            members.extend(_implied(members[-1], member))
        members.append(member)
        # A number with leden of its own, or one that can count nothing ('3.12'), is an article in any list.
        if strong or plural or member.leaves != (Leaf(),) or not member.article.isdigit():
            firm, firm_end = len(members), scanner.pos
    scanner.pos = firm_end
    return members[:firm]


_REFERS = re.compile(r"[(,][^()]{0,80}\b(?:artikel(?:en)?|art\.|lid|leden|bijlagen?)\s[0-9]", re.I)


def cut_at(text: str, members: list[Member]) -> int:
    """'De artikelen 3 (met uitzondering van artikel 3.4), 5 en 8': how many stand before what is a reference itself;
    0 where nothing is."""
    pairs = enumerate(pairwise(members), 1)
    return next((at for at, (one, other) in pairs if _REFERS.search(text, one.end, other.start)), 0)


def _member(scanner: Scanner, plural: bool, kind: str) -> Member | None:
    mark = scanner.pos
    match = scanner.take(scan.ARTICLE)
    if not match:
        return None
    number = match["number"]
    low, slash, high = (number or "").rpartition("/")
    if slash and low.isdigit() and int(low) < int(high):  # 'artikel 3/4' is two, 'artikel 7/1' is one
        number, scanner.pos = low, match.start("number") + len(low)
    article = "".join(number.split()) if number else " ".join((match["code"] or match["roman"]).split())
    if kind and (_kind(article) != kind or scanner.sees(scan.UNIT)):
        scanner.pos = mark
        return None
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    leaves = read_parts(scanner, article, plural)
    after = scanner.pos
    if not leaves and scanner.take(scan.ASIDE):  # 'artikel 12 (Duur), lid 1'
        leaves = read_parts(scanner, article, plural)
        scanner.pos = scanner.pos if leaves else after
    if match["letter"]:
        leaves = (Leaf(point=match["letter"]),)
    return Member(article, leaves or (Leaf(),), start, scanner.pos)


def _kind(article: str) -> str:
    return "book" if ":" in article else "number" if article[0].isdigit() else "roman" if article.isalpha() else "code"


def _implied(low: Member, high: Member) -> list[Member]:
    names = scan.between(low.article, high.article)
    return [Member(name, (Leaf(),), low.start, high.end) for name in names]


def read_annexes(scanner: Scanner) -> list[Member]:
    """The numbers of annexes that stand here, ranges filled in."""
    numbers: list[Member] = []
    end = scanner.pos
    ranged = False
    while match := scanner.take(scan.ANNEX_NUMBER):
        if numbers and (scanner.sees(scan.UNIT) or match["number"][0].isdigit() != numbers[-1].article[0].isdigit()):
            break
        number, end = match["number"], scanner.pos
        if ranged:
            low = numbers[-1]
            numbers.extend(Member(name, (), low.start, end) for name in scan.between(low.article, number))
        numbers.append(Member(number, (), match.start("number"), end))
        ranged = bool(scanner.take(scan.RANGE) or scanner.take(scan.ANNEX_DASH))
        if ranged:
            scanner.take(scan.ANNEX)
        elif not scanner.take(scan.JOIN):
            break
    scanner.pos = end
    return numbers


def merge(outer: tuple[Leaf, ...], inner: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """'onderdeel a van het eerste lid': the inner parts within the outer ones."""
    return tuple(
        Leaf(
            around.paragraph or leaf.paragraph,
            leaf.point or around.point,
            leaf.subparagraph or around.subparagraph,
        )
        for around, leaf in islice(product(outer, inner), scan.LONGEST)
    )
