"""How a Dutch text defines: what announces definitions, what stands between a term and its meaning, and the names that
a sentence gives in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.language.cores import has_core
from clausule.language.definitions import Given
from clausule.language.nl import lexicon
from clausule.language.terms import opens
from clausule.model.repeated import once_a_text

# A clause that announces that it defines: its items 'a. Term: text' are definitions.
_DEFINING = re.compile(r"\b(?:begrip(?:pen)?|definities?|betekenis|verstaan|termen)\b", re.I)
# In small letters one of these is in every text that _DEFINING finds something in; looking for them is much quicker.
_DEFINING_CORES = ("begrip", "definitie", "betekenis", "verstaan", "termen")
_TITLE = re.compile(
    r"\b(?:begrippen(?:lijst|kader)?|begrips(?:bepaling|omschrijving|definitie)(?:en)?|definities?(?:lijst)?"
    r"|begrippen en definities)\b",
    re.I,
)
_COLUMN = re.compile(r"(?:begrip(?:pen)?|term(?:en)?|definities?|woord(?:en)?|gedefinieerde? (?:begrip|term))", re.I)

_QUOTE = "“\"‘'„«"
_ARTICLE = r"(?:(?:de|het|een)\s)?"
_QUOTED = rf"[{_QUOTE}]{_ARTICLE}[^“”\"‘’'„«»\n]{{1,80}}[”\"’'“»]"
_IN_QUOTES = re.compile(rf"[{_QUOTE}]{_ARTICLE}(?P<term>[^“”\"‘’'„«»\n]{{1,80}})[”\"’'“»]")
_AND = r"(?:\s*,\s*(?:(?:en|of|dan wel)\s)?|\s+(?:en/of|en|of|dan wel|c\.q\.|respectievelijk)\s+)"
_SERIES = rf"{_QUOTED}(?:{_AND}{_ARTICLE}{_QUOTED}){{0,12}}"
_CAPITALS = r"[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,4}"
_PLAIN = r"[A-Za-zÀ-ÿ][\w’-]*(?:\s[\w’-]+){0,4}?"
_MORE = r"\s(?:mede|ook|tevens|eveneens|daarnaast|bovendien|onder meer|onder andere|in ieder geval|in elk geval)\b"

_SAID = r"(?:verstaan|bedoeld|begrepen)\b"
_UNDER = r"\b(?:onder|met)\s(?:(?:de|het|een)\s)?(?:(?:begrip(?:pen)?|term(?:en)?|woord(?:en)?)\s)?"
# '“Dienst” betekent', 'De begrippen “a” en “b” hebben de betekenis die de AVG eraan geeft'
_MEANS = re.compile(
    rf"(?P<terms>{_SERIES})\s(?:betekent|betekenen|staat voor|staan voor"
    rf"|(?:heeft|hebben)\b[^.;:“\"]{{0,80}}?\bbetekenis(?:sen)?\b|(?:wordt|worden)\b(?P<more>[^.;:“\"]{{0,80}}?)\b{_SAID})"
)
# 'Onder “Dienst” wordt verstaan', 'Met Dienst bedoelen partijen', 'Onder overmacht wordt mede verstaan'
_UNDERSTOOD = re.compile(
    rf"{_UNDER}(?P<terms>{_SERIES}|{_PLAIN})\s(?:(?:wordt|worden)\b(?P<more>[^.;:“\"]{{0,80}}?)\b{_SAID}"
    rf"|(?:verstaan|bedoelen)\s(?:partijen|wij)\b)",
    re.I,
)
# 'In deze overeenkomst wordt onder “Dienst” verstaan', '... wordt verstaan onder Dienst: ...', 'betekent “Dienst”: ...'
_BETWEEN = re.compile(
    rf"\b(?:wordt|worden|verstaan\s(?:partijen|wij))\b[^.;:“\"]{{0,60}}?{_UNDER}(?P<terms>{_SERIES}|{_CAPITALS})"
    rf"(?:\s{_SAID}|\s*:)"
    rf"|\b(?:verstaan|bedoeld)\s(?:onder|met)\s(?:de\s|het\s)?(?P<behind>{_SERIES}|{_CAPITALS})\s*:"
    rf"|\b(?:betekent|betekenen)\s(?P<named>{_SERIES})\s*:"
)
# 'hebben de volgende betekenis', 'betekenen wat hieronder staat': the meaning itself stands elsewhere.
_ELSEWHERE = re.compile(r"\b(?:hieronder|hierna|volgende|als volgt|volgt)\b", re.I)
_GIVING_CORES = (
    *("“", '"', "‘", "'", "„", "«", "verstaan", "bedoel", "hierna", "verder", "voortaan", "nader", "(de ", "(het "),
)

_TOGETHER = r"(?:gezamenlijk|tezamen|samen|afzonderlijk|individueel|ieder|elk)"
_MIDDLE = rf"(?:\s(?:ook|wel|kortweg|steeds|mede|{_TOGETHER}))"
_CALLED = r"(?:te\snoemen|genoemd|aan\ste\sduiden|aangeduid|aangehaald|aan\ste\shalen)(?:\smet)?(?:\sals)?"
_FROM_NOW = r"\b(?:hierna|hieronder|verder|nader|voortaan)"
_IN_PASSING = re.compile(
    # in quotes: a name wherever it stands behind one of these words
    r"\b(?:hierna|verder|voortaan|afzonderlijk|individueel)\b[^.;“\"‘'„]{0,60}?"
    + _IN_QUOTES.pattern.replace("term", "named")
    + rf"|\b(?:gezamenlijk|tezamen|samen)(?:\s(?:ook|wel|te\snoemen|genoemd))*\s*:?\s*(?:{_ARTICLE})"
    + _IN_QUOTES.pattern.replace("term", "together")
    + r"|\((?:(?:de|het|een|ook|afgekort|ook wel)\s)?:?\s*" + _IN_QUOTES.pattern.replace("term", "short") + r"\)",
    re.I,
)  # fmt: skip
_BARE = re.compile(
    # in brackets: all that stands there; else words with a capital letter
    rf"\((?:(?:hierna|voortaan|verder|nader){_MIDDLE}{{0,4}}(?:\s{_CALLED})?|afgekort|kortweg|ook(?:\swel)?)\s*:?\s*{_ARTICLE}"
    r"(?P<bracket>[^()“”\"\[\],;]{1,70})\)"
    rf"|{_FROM_NOW}{_MIDDLE}{{0,4}}\s(?:{_CALLED}|(?<=hierna\s){_TOGETHER})\s*:?\s*{_ARTICLE}(?P<bare>(?-i:{_CAPITALS}))"
    rf"(?:\s(?:en|dan\swel|of)\s{_TOGETHER}(?:\s(?:ook|wel|te\snoemen|genoemd))*\s*:?\s*{_ARTICLE}"
    rf"(?P<other>(?-i:{_CAPITALS})))?"
    rf"|\b(?:hierna|verder|voortaan)\s?:\s*{_ARTICLE}(?P<colon>(?-i:{_CAPITALS}))"
    r"|\((?:de|het)\s(?P<article>(?-i:[A-ZÀ-Þ][a-zà-ÿ][\w-]*(?:\s[A-ZÀ-Þ][a-zà-ÿ][\w-]*)?))\)",
    re.I,
)
_NO_TERM = frozenset(
    {"meer", "andere", "name", "voorgaande", "voornoemde", "bovenstaande", "genoemde", "volgende"}
    | {"lid", "artikel", "bijlage", "deze", "dit", "die", "dat"}
)
_LONGEST = 6

_BREAK = re.compile(r"\s*(?::|=|[–—]|-(?=\s))\s*(?=\S)|\s+(?=(?:betekent|betekenen|staat voor)\b)")
_GOES_ON = re.compile(r"\s*,?\s+(?=\S)")


@once_a_text
def announces(plain: str) -> bool:
    """Whether ``plain`` announces definitions."""
    return has_core(plain, _DEFINING_CORES) and bool(_DEFINING.search(plain))


@once_a_text
def is_title(title: str) -> bool:
    """Whether what stands under the heading ``title`` defines."""
    return bool(_TITLE.search(title))


def is_column(words: str) -> bool:
    """Whether ``words`` above a column of a table say that terms stand in it."""
    return bool(_COLUMN.fullmatch(words.strip(" :")))


def is_term(words: str) -> bool:
    """Whether ``words`` before a colon can be a term, and no sentence that goes on behind it."""
    parts = words.split()
    return 0 < len(parts) <= _LONGEST and not announces(words) and parts[0].lower() not in lexicon.FUNCTION_WORDS


def meaning_at(plain: str, end: int, marked: bool) -> int | None:
    """Where the meaning begins of a term that ends at ``end``; None where none follows. Of a term that is ``marked``,
    by quotes or bold, words that simply go on are its meaning."""
    found = _BREAK.match(plain, end) or (_GOES_ON.match(plain, end) if marked else None)
    return found.end() if found and found.end() < len(plain) else None


@once_a_text
def names_given(plain: str) -> tuple[Given, ...]:
    """The terms that ``plain`` defines in a sentence or in passing: '“Dienst” betekent', 'Onder Dienst wordt verstaan',
    'hierna te noemen “Verwerker”', '(hierna: de Dienst)', '(“de Dienst”)'."""
    if not has_core(plain, _GIVING_CORES):
        return ()
    found = {given.start: given for given in _all_given(plain)}
    return tuple(found[start] for start in sorted(found))


def _all_given(plain: str) -> Iterator[Given]:
    for match in (*_UNDERSTOOD.finditer(plain), *_BETWEEN.finditer(plain), *_MEANS.finditer(plain)):
        group = next(name for name in ("terms", "behind", "named") if match.groupdict().get(name))
        more = bool(re.search(_MORE, match.groupdict().get("more") or ""))
        more = more or bool(_ELSEWHERE.search(plain, match.end(group), match.end() + 40))
        yield from _terms_in(plain, match, group, more)
    for match in _BARE.finditer(plain):
        for group in ("bracket", "bare", "other", "colon", "article"):
            words = (match[group] or "").rstrip()
            if words[:1].isupper() and len(words.split()) <= _LONGEST and not _is_article_of(plain, match, group):
                yield Given(match.start(group), words)
    for match in _IN_PASSING.finditer(plain):
        group = next(name for name in ("named", "together", "short") if match[name])
        # '(bijvoorbeeld "gestolen laptop")' has words before its quote and does not match; '("1")' is no term.
        if re.match(r"[A-Za-zÀ-ÿ]", term := match[group].strip()):
            yield Given(match.start(group) + len(match[group]) - len(match[group].lstrip()), term)


def _is_article_of(plain: str, match: re.Match[str], group: str) -> bool:
    """'(de Autoriteit Persoonsgegevens)' says who is meant and gives no name: only what is a word can be one."""
    return group == "article" and match[group].split()[-1] in (lexicon.NAMES | lexicon.PLACES | lexicon.COUNTRIES)


def _terms_in(plain: str, match: re.Match[str], group: str, more: bool) -> Iterator[Given]:
    words, start = match[group], match.start(group)
    quoted = list(_IN_QUOTES.finditer(plain, start, match.end(group)))
    for one in quoted:
        if one["term"].strip():
            yield Given(one.start("term"), one["term"].strip(), more)
    if quoted:
        return
    parts = [part.lower() for part in words.split()]
    capital = words[:1].isupper()
    ordinary = parts[0] in lexicon.FUNCTION_WORDS or any(part in _NO_TERM for part in parts)
    if not ordinary and (capital or opens(plain, match.start())):
        yield Given(start, words, more)
