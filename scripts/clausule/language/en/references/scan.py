"""The alphabet of references: the words of parts, the numbers of these, and what joins them into lists."""

from __future__ import annotations

import re

from clausule.language.en import grammar
from clausule.language.scanning import GAP, ROMANS, token

# What a part of a text is called. Of an agreement all of the first kind are articles or clauses.
CLAUSE_WORDS = (
    r"articles?|sections?|clauses?|(?:sub-?\s?)(?:clauses?|sections?)|arts?\.?|secs?\.?|cls?\.?|ss?\.?|§{1,2}"
)
INNER_WORDS = r"(?:sub-?\s?)?(?:paragraphs?|paras?\.?)|points?|items?|indents?|lit\.|(?:sub-?\s?)(?:clauses?|sections?)"
_ANNEXES = rf"(?:{grammar.ANNEX_WORDS})s?|appendices"

ARTICLE = token(rf"(?:the\s{{1,8}})?(?P<word>{CLAUSE_WORDS})(?=[\s(§0-9]|$)")
INNER = token(rf"(?:the\s{{1,8}})?(?P<word>{INNER_WORDS})(?=[\s(])")
ANNEX = token(rf"(?:the\s{{1,8}})?(?P<word>{_ANNEXES})(?!\w)")
PART = token(r"(?P<word>part|section|chapter|module|table|division)(?!\w)")

_ROMAN = r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_DIGITS = r"[0-9]{1,5}(?![0-9])(?:bis|ter|quater|[A-Z]{1,2}(?![A-Za-z])|[a-z]{1,2}(?![A-Za-z]))?"
LABEL = r"[0-9]{1,3}[a-zA-Z]?|[ivx]{1,6}|[a-zA-Z]{1}|(?P<twice>[a-z])(?P=twice)|[IVX]{1,4}|[0-9]{1,2}[.][0-9]{1,2}"
_INNERMOST = re.sub(r"\?P<twice>|\(\?P=twice\)", "", LABEL).replace("([a-z])", "[a-z]{2}")
_BRACKETED = rf"\(\s?(?:{_INNERMOST})\s?\)"
_TIGHT = rf"(?:\s?{_BRACKETED})"
# 4, 4.2, 7A, 4.2(a)(ii), 28 (3)(h), 1798.140(ag); IV, II.B; 4.2.a
PLACE = token(
    rf"(?:(?P<number>{_DIGITS}(?:\.[0-9]{{1,4}}[a-z]?){{0,5}})(?:\.(?P<letter>[a-z])(?![\w]))?"
    rf"|(?P<roman>{_ROMAN})(?:\.(?P<within>[A-Z0-9]{{1,3}})(?!\w))?)"
    rf"(?P<inner>{_BRACKETED}(?:{_TIGHT}){{0,5}}|\s\([0-9]{{1,3}}\)(?:{_TIGHT}){{0,5}})?"
    rf"(?P<spaced>\s\((?:[a-z]|[ivx]{{1,5}})\)(?=[,.;)]|\s(?:and|or|of|to|above|below)\b|\s[A-Z]|\s?\(|$))?"
    r"(?!\w|-[^\W\d_]{2}|[.:][0-9])",
    0,
)
BRACKETED = re.compile(r"\(\s?([0-9A-Za-z.]{1,6})\s?\)")
INNER_LABEL = token(
    rf"(?:\((?P<bracket>{LABEL})\)(?P<more>(?:\((?:{_INNERMOST})\)){{0,4}})|(?P<bare>[0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{0,3}}(?P<tail>(?:\((?:{_INNERMOST})\)){{0,4}})|[a-z]|[ivx]{{1,5}})(?!\w|[.:]\w|['’-]\w))(?!\w)",
    0,
)
JOINED_LABEL = token(rf"(?P<all>{_BRACKETED}(?:{_BRACKETED}){{0,4}})", 0)
ANNEX_NUMBER = token(
    r"(?P<number>[0-9]{1,2}[A-Za-z]?(?![0-9])|(?-i:[IVX]{1,6}(?![A-Za-z])|[A-Z](?![A-Za-z]))[0-9]?)"
    r"(?:(?:\.|\(|-)(?P<part>[A-Z]|[0-9]{1,2}(?:\.[0-9]{1,2})?)\)?(?!\w))?(?!\w|-[^\W\d_]{2}|[.,][0-9])",
    0,
)
SECTION_LABEL = token(
    r"(?P<value>[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,5}(?![A-Za-z])|[A-Z])(?P<inner>(?:\([0-9a-z]{1,4}\)){0,4})(?!\w|\.[0-9])",
    0,
)

_AND = r"and/or|and|or|&|as\swell\sas|nor|together\swith|and\salso|respectively"
ALIKE = token(rf",?{GAP}(?:{_AND})(?!\w)|,|/|;(?={GAP}(?:and|or)\b)")
FIRM = token(rf",?{GAP}(?:{_AND})(?!\w)")  # more than a comma
JOIN = token(rf"{FIRM.pattern}|{ALIKE.pattern}")
COMMA = token(",")
RANGE = token(rf",?{GAP}(?:(?:up\s)?to(?:\sand\sincluding)?|through|thru|until)(?!\w)(?!\s{{1,8}}the\b)")
DASH = token("[-–—](?=[ (0-9IVXA-Z§CSAcsa])")
INCLUSIVE = token(r"\(?inclusive\)?(?!\w)|\(?both\sinclusive\)?|respectively(?!\w)")
# What a drafter puts between the members of a list: 'Article 32 (Security) and 33', '28, where applicable,'.
ASIDE = token(
    r"\((?![0-9a-zA-Z]{1,3}\))[^()]{1,100}\)|\[[^\[\]]{1,80}\]|[“\"][^“”\"]{1,80}[”\"]"
    r"|,\s{1,8}(?:to\sthe\sextent|if|where|when|as|insofar|whichever)\b[^,;:.()]{0,60}(?=,)"
)

# Numbers that count things: 'clause 5 and 30 days after it' names one clause.
UNIT = token(
    r"(?:%|°|€|£|\$|(?:percent|per\scent|(?:business|working|calendar|clear)\s(?:days?|hours?)|days?|hours?|weeks?"
    r"|months?|years?|quarters?|minutes?|seconds?|euros?|pounds?|dollars?|times|copies|persons?|people|employees|users"
    r"|others?|other|metres?|km|kg|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|more|further|additional|separate|of\sthe\sfollowing)(?!\w))"
)

ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
ORDINAL = token(rf"(?:the\s)?(?P<word>{'|'.join(ORDINALS)}|last|final|introductory)(?!\w)")


def is_roman(label: str) -> bool:
    """Whether ``label``, in small letters, can be a Roman number of more than one meaning aside."""
    return label in ROMANS[1:]


def labels(inner: str | None) -> tuple[str, ...]:
    """The labels in brackets: ``3`` and ``h`` of '(3)(h)'."""
    return tuple(BRACKETED.findall(inner or ""))


def unit(word: str) -> str:
    """What a word calls its part, in one form: ``article`` for 'Arts.'."""
    for unit, pattern in _UNITS:
        if pattern.match(word):
            return unit
    return word


_UNITS = (
    ("sub", re.compile(r"sub")),
    ("article", re.compile(r"art")),
    ("section", re.compile(r"sec|ss?\.?$")),
    ("clause", re.compile(r"cl")),
    ("paragraph", re.compile(r"para")),
    ("sign", re.compile("§")),
)
