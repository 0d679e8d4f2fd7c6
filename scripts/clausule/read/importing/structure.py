"""Lines to parts: where the articles and the annexes of a whole agreement begin, whoever wrote it.

A line can be the heading of an article because it says so ('Artikel 7'), because it is marked as a heading, or because
its number goes on the row of articles and its clauses stand beneath it. Which of these an agreement uses is decided for
the text as a whole, and never for one line: parties, recitals and annexes have numbers too.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from clausule.language.protocol import Grammar
from clausule.model.ids import annex_digits, roman_value, slug
from clausule.read.chapters import bare_chapters
from clausule.read.importing.raw_lines import BOLD, LONGEST, RawLine, is_title
from clausule.read.marks import item_mark

_SHORT_TITLE = 60
_MEANING = re.compile(r" {0,3}:\s")
_ENDS_BLANK = re.compile(r"[^\s:.…_]\s*(?:\.{3}|…|_{3})[\s.…_]*(?:(?:20\d\d|20(?:\.{2,}|…|_{2,}))[.,]?)?$")
_FIELD = re.compile(r":\s*(?:\.{3}|…|\\?_(?:\\?_){2})[\s.…_\\]*$")  # of a form: 'Signature: ______'
_BY_HAND = re.compile(r"_{4}|\.{6}|…{3}")
_MOST_BETWEEN = 12  # articles without a number between two that have one
_NEAR = 8  # lines below what is said above signatures
_CLAUSE = re.compile(r"\d+\.\d")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})(?P<more>[a-z]|[A-Z](?=[.):])|(?:bis|ter|quater))?[.):]?\s+(?P<title>\S.*)")
_NOTE = re.compile(r"\[\^(?P<label>[^\[\]\s]{1,40})\](?!:)")
_NOTE_BEGIN = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s]{1,40})\]:")

Kind = Literal["preamble", "article", "annex", "closing"]


@dataclass(frozen=True, slots=True)
class RawPart:
    """A part of an agreement: its heading (None in a preamble), and the lines under it. ``number`` is as it is written,
    empty where there is none.

    ``above`` are the lines of the chapters that begin with it. ``chapter`` is the id of the one that it is in where
    articles before it, in another chapter, have its number or a higher one; else empty.
    """

    kind: Kind
    number: str
    heading: RawLine | None
    lines: tuple[RawLine, ...]
    above: tuple[RawLine, ...] = ()
    chapter: str = ""

    @property
    def all_lines(self) -> tuple[RawLine, ...]:
        """All of it, in order."""
        return (*self.above, *([self.heading] if self.heading else []), *self.lines)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that could be the heading of an article; ``order`` is its number and what stands behind that."""

    index: int
    number: str
    order: tuple[int, str]
    named: bool
    confirmed: bool
    weight: int = field(default=1, compare=False)


def parts_of_agreement(lines: Sequence[RawLine], grammar: Grammar, plain: bool = False) -> list[RawPart]:
    """The parts of an agreement, in order: what stands before the articles, articles, closing words, annexes.

    All lines are in one of them. Where no articles are found there is only a preamble. In ``plain`` text no line is
    marked as a heading.
    """
    starts: dict[int, tuple[Kind, str]] = {}
    whole, lines = lines, _without_terms(lines)
    annexes = _annexes(lines, grammar)
    chapters = _chapters(lines, grammar)
    articles = _articles(lines, grammar, annexes, chapters) or _headed(lines, annexes, plain)
    within = _restarted(articles, chapters)
    articles = _with_unnumbered(articles, lines, {*annexes, *chapters})
    if articles:
        starts |= {one.index: ("article", one.number) for one in articles}
        starts |= {index: ("annex", number) for index, number in annexes.items() if index > articles[-1].index}
        closing = [
            index
            for index, line in enumerate(lines)
            if index > articles[-1].index
            and index not in starts
            and (is_title(line) or line.words.endswith(":") or _is_blank(lines, index) or _is_signed(lines, index))
            and not (index > min(annexes, default=index) and _FIELD.search(line.words))
            and len(line.words) <= LONGEST
            and grammar.CLOSING_HEADING.match(line.words)
        ]
        while len(closing) > 1 and not any(_CLAUSE.match(one.words) for one in lines[closing[-2] : closing[-1]]):
            del closing[-1]  # 'Ondertekening', and under it 'Aldus ondertekend:'
        starts |= {index: ("closing", "") for index in closing[-1:]}
    begins = {
        index: _begin(lines, index, chapters) if kind == "article" else index for index, (kind, _) in starts.items()
    }
    cuts = [*sorted(begins.values()), len(lines)]
    parts = [RawPart("preamble", "", None, tuple(whole[: cuts[0]]))]
    for start, end in zip(sorted(starts), cuts[1:], strict=True):
        kind, number = starts[start]
        above = tuple(whole[begins[start] : start])
        pattern = {"article": grammar.ARTICLE_HEADING, "annex": grammar.ANNEX_HEADING}.get(kind)
        heading, body = _titled(whole[start], whole[start + 1 : end], pattern)
        parts.append(RawPart(kind, number, heading, tuple(body), above, within.get(start, "")))
    return parts


def _is_blank(lines: Sequence[RawLine], index: int) -> bool:
    """Whether a line ends with what is to be filled in, or with a comma above that: 'Signed in Cork,'."""
    words, below = lines[index].words, _next(lines, index) if lines[index].words.endswith(",") else None
    return bool(_ENDS_BLANK.search(words if below is None else words + lines[below].words))


def _is_signed(lines: Sequence[RawLine], index: int) -> bool:
    """Whether what is to be filled in by hand stands right below a line."""
    below = [line.words.replace("\\", "") for line in lines[index + 1 : index + 1 + _NEAR] if line.words]
    return any(_BY_HAND.search(words) for words in below)


def _titled(
    heading: RawLine, body: Sequence[RawLine], pattern: re.Pattern[str] | None
) -> tuple[RawLine, Sequence[RawLine]]:
    """A heading without a title, 'ARTICLE I', and the lines under it; with the title where that is the next line, in
    capital letters."""
    match = pattern.fullmatch(heading.words) if pattern else None
    at = next((place for place, line in enumerate(body) if line.words), None)
    if match is None or match["title"].strip() or at is None or at + 1 == len(body):
        return heading, body
    title = body[at]
    if not (title.words.isupper() and is_title(title)) or item_mark(title.words) or match.re.fullmatch(title.words):
        return heading, body
    joined = RawLine(f"{heading.text} {title.text}", heading.number, heading.level, f"{heading.words} {title.words}")
    return joined, body[at + 1 :]


def _without_terms(lines: Sequence[RawLine]) -> list[RawLine]:
    """Lines in which no term of a list of definitions can be taken for a heading: 'Annex', and its meaning under it."""
    after = [*lines[1:], None]
    return [
        RawLine("", line.number) if line.words and below and _MEANING.match(below.text) else line
        for line, below in zip(lines, after, strict=True)
    ]


def notes_where_used(parts: Sequence[RawPart]) -> list[RawPart]:
    """The parts, with each footnote at the end of the one that refers to it: a page shows its own. One that several
    refer to, or none, stays where it is."""
    users: dict[str, set[int]] = {}
    for place, part in enumerate(parts):
        for line in part.all_lines:
            for match in _NOTE.finditer(line.text):
                users.setdefault(match["label"], set()).add(place)
    kept: list[list[RawLine]] = [[] for _ in parts]
    moved: list[list[RawLine]] = [[] for _ in parts]
    for place, part in enumerate(parts):
        target: int | None = None
        for index, line in enumerate(part.lines):
            if begin := _NOTE_BEGIN.match(line.text):
                used = users.get(begin["label"], set())
                target = next(iter(used)) if len(used) == 1 and place not in used else None
            elif line.words and (not part.lines[index - 1].words if index else True) and line.text[:1] not in " \t":
                target = None
            (kept[place] if target is None else moved[target]).append(line)
    for lines, notes in zip(kept, moved, strict=True):
        if notes:
            apart = [RawLine("", notes[0].number)] if lines and lines[-1].words else []
            lines += apart + notes
    return [replace(part, lines=tuple(lines)) for part, lines in zip(parts, kept, strict=True)]


def _is_sentence(line: RawLine, title: str) -> bool:
    """Whether what stands behind a number or a name goes on as a sentence does; what is marked as a heading is one."""
    return title[:1].islower() and not 0 < line.level < BOLD


def _annexes(lines: Sequence[RawLine], grammar: Grammar) -> dict[int, str]:
    """Where annexes begin, with their numbers. A list of annexes names each before it comes: the last is the annex."""
    found: dict[str, tuple[int, str]] = {}
    for index, line in enumerate(lines):
        match = grammar.ANNEX_HEADING.fullmatch(line.words) if is_title(line) else None
        sentence = match and match["title"][:1].islower() and not line.level
        if match and not sentence and not _is_term(lines, index, match):
            found[(match["number"] or line.words).lower()] = index, match["number"] or ""
    return dict(sorted(found.values()))


def _is_term(lines: Sequence[RawLine], index: int, match: re.Match[str]) -> bool:
    """Whether 'Annex' alone is a term, with its meaning under it: 'an annex to this agreement;'."""
    if match["number"] or match["title"].strip() or 0 < lines[index].level < BOLD:
        return False
    below = _next(lines, index)
    return below is not None and lines[below].words[:1].islower()


def _chapters(lines: Sequence[RawLine], grammar: Grammar) -> dict[int, str]:
    """Where chapters begin, with their ids. Those in a table of contents are among them."""
    found = {}
    for index, line in enumerate(lines):
        match = grammar.CHAPTER_HEADING.fullmatch(line.words) if is_title(line) else None
        if match and not match["title"][:1].islower():
            found[index] = f"{slug(match['word'])}-{annex_digits(match['number'])}"
    return found or bare_chapters([(line.words, is_title(line)) for line in lines], grammar)


def _begin(lines: Sequence[RawLine], index: int, chapters: dict[int, str]) -> int:
    """Where the part of the article at ``index`` begins: with the chapters right above it."""
    begin = at = index
    while at and (at - 1 in chapters or not lines[at - 1].words):
        at -= 1
        begin = at if at in chapters else begin
    return begin


def _restarted(articles: Sequence[_Candidate], chapters: dict[int, str]) -> dict[int, str]:
    """The chapters of articles that would stand out of their order by number alone."""
    found: dict[int, str] = {}
    highest, anew, begins = (0, ""), "", list(chapters)
    for one in articles:
        last = bisect(begins, one.index) - 1
        if last >= 0 and (anew or one.order <= highest):
            anew = chapters[begins[last]]
            found[one.index] = anew
        highest = max(highest, one.order)
    return found


def _articles(
    lines: Sequence[RawLine], grammar: Grammar, annexes: dict[int, str], chapters: dict[int, str]
) -> list[_Candidate]:
    """The headings of the articles: of the ways in which a heading can be written, the one that makes the longest row
    of numbers, each the next of the one before it. In each chapter they can begin anew."""
    candidates = [one for one in _candidates(lines, grammar) if one.index not in chapters]
    first = candidates[0].index if candidates else 0
    opens = (index for index in annexes if index > first and _is_opening(lines, index))
    end = next((index for index in opens if annexes[index] or not _is_amid(candidates, index)), len(lines))
    before = [one for one in candidates if one.index < end] or candidates
    rows = [_row([one for one in before if one.named]), _row([one for one in before if not one.named])]
    rows += [_anew([one for one in before if one.named], lines, chapters)]
    return max(rows, key=lambda row: sum(one.weight for one in row))


def _is_amid(candidates: Sequence[_Candidate], index: int) -> bool:
    """Whether the row of articles that say so goes on over a line: what has no number there begins no annex."""
    named = [one for one in candidates if one.named]
    at = bisect([one.index for one in named], index)
    return 0 < at < len(named) and named[at].order[0] == named[at - 1].order[0] + 1


def _headed(lines: Sequence[RawLine], annexes: dict[int, str], plain: bool) -> list[_Candidate]:
    """The headings of a text without numbers, as terms of service often are: those of the highest level that has two or
    more, with words under each; in ``plain`` text, titles that stand alone above a sentence."""
    end = min(annexes, default=len(lines))
    heads = [
        index
        for index, line in enumerate(lines[:end])
        if is_title(line) and (line.level or (plain and _stands_apart(lines, index)))
    ]
    above = [index for index in heads[1:] if (after := _next(lines, index)) is not None and after not in heads]
    levels = [lines[index].level for index in above]
    level = min((one for one in levels if levels.count(one) > 1), default=0)
    found = [index for index in (heads[1:] if level else above) if lines[index].level == level]
    return [_Candidate(index, "", (0, ""), False, False) for index in found] if len(found) > 1 else []


def _with_unnumbered(articles: list[_Candidate], lines: Sequence[RawLine], others: Collection[int]) -> list[_Candidate]:
    """The articles with those without a number among them: headings that look as all headings with a number do, between
    two of those, each above words of its own. Where many stand between two, they are headings within an article."""
    begins = [one.index for one in articles]
    levels = {lines[index].level for index in begins}
    if len(levels) != 1 or not 0 < min(levels) < BOLD or not articles[0].number:
        return articles
    known = {*begins, *others}
    found = [
        _Candidate(index, "", (0, ""), False, False)
        for index in range(begins[0] + 1, begins[-1])
        if lines[index].level in levels
        and index not in known
        and (below := _next(lines, index)) is not None
        and not 0 < lines[below].level < BOLD
    ]
    between = Counter(bisect(begins, one.index) for one in found)
    if max(between.values(), default=0) > _MOST_BETWEEN:
        return articles
    return sorted([*articles, *found], key=lambda one: one.index)


def _stands_apart(lines: Sequence[RawLine], index: int) -> bool:
    """Whether a line begins with a capital letter and stands between empty lines."""
    words = lines[index].words
    alone = (index == 0 or not lines[index - 1].words) and (index + 1 == len(lines) or not lines[index + 1].words)
    return alone and words[:1].isupper() and len(words) <= _SHORT_TITLE


def _anew(candidates: list[_Candidate], lines: Sequence[RawLine], chapters: dict[int, str]) -> list[_Candidate]:
    """The rows of the chapters, one behind the other. A heading under which no words stand is one in a table of
    contents."""
    heads = {one.index for one in candidates} | set(chapters)
    written = [one for one in candidates if (after := _next(lines, one.index)) is not None and after not in heads]
    begins, row = list(chapters), list[_Candidate]()
    for _, within in groupby(written, key=lambda one: bisect(begins, one.index)):
        row += _row(list(within))
    return row


def _next(lines: Sequence[RawLine], index: int) -> int | None:
    return next((at for at in range(index + 1, len(lines)) if lines[at].words), None)


def _is_opening(lines: Sequence[RawLine], index: int) -> bool:
    """Whether words stand under a heading of an annex, so that it does not stand in a list of annexes."""
    following = next((line for line in lines[index + 1 :] if line.words), None)
    return following is not None and (index + 1 == len(lines) or not lines[index + 1].words or bool(following.level))


def _candidates(lines: Sequence[RawLine], grammar: Grammar) -> list[_Candidate]:
    found = []
    words = [line.words for line in lines]
    following, after = "", [""] * len(lines)
    for index in range(len(lines) - 1, -1, -1):
        after[index] = following
        following = words[index] or following
    for index, line in enumerate(lines):
        if not words[index] or len(words[index]) > LONGEST:
            continue
        match = grammar.ARTICLE_HEADING.fullmatch(words[index])
        named = match is not None and match.start("number") > 0
        match = match if match and named else _NUMBERED.fullmatch(words[index])
        if not match or not is_title(line) or _is_sentence(line, match["title"]):
            continue
        order = _order(match["number"] + (match.groupdict().get("more") or ""))
        if order is None:
            continue
        confirmed = bool(re.match(rf"{order[0]}{order[1]}\\?\.1(?!\d)", after[index], re.I))
        if not (named or confirmed or line.level or not after[index][:1].islower()):
            continue
        weight = 1 + 2 * confirmed + 2 * bool(line.level) + 3 * named
        number = f"{order[0]}{order[1]}" if not named else match["number"]
        found.append(_Candidate(index, number, order, named, confirmed, weight))
    return found


def _order(number: str) -> tuple[int, str] | None:
    """A number and what stands behind it: ``(7, 'a')`` for ``7a``, ``(7, '')`` for ``VII``."""
    if match := re.fullmatch(r"(\d+)(\w*)", number.lower()):
        return int(match[1]), match[2]
    value = roman_value(number.lower())
    return None if value is None else (value, "")


def _row(candidates: list[_Candidate]) -> list[_Candidate]:
    """The heaviest row of candidates in which each number is the next of the one before it; among headings that say
    what they are, numbers may be left out. The work is in proportion to the number of candidates."""
    best: dict[int, int] = {}  # of each number the candidate with which the heaviest row ends
    weights: list[int] = []
    before: list[int | None] = []
    for place, one in enumerate(candidates):
        number, more = one.order
        last = best.get(number if more else number - 1)
        if last is None and one.named:
            last = place - 1 if place and candidates[place - 1].order < one.order else None
        before.append(last)
        weights.append(one.weight + (weights[last] if last is not None else 0))
        if number not in best or weights[place] >= weights[best[number]]:
            best[number] = place
    at = max(reversed(range(len(weights))), key=weights.__getitem__, default=None)  # contents come before the text
    row: list[_Candidate] = []
    while at is not None:
        row.append(candidates[at])
        at = before[at]
    return row[::-1]
