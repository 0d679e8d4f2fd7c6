"""The alphabet of references: a scanner, the numbers of articles and leden, and what joins them into lists."""

from __future__ import annotations

import re

from clausule.language.scanning import GAP, LONGEST, SMALL, Scanner, between, token

__all__ = ["GAP", "LONGEST", "SMALL", "Scanner", "between", "token"]

_TENS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_TEENS = ("elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende")
_ONES = ("eenen", "tweeën", "drieën", "vieren", "vijfen", "zesen", "zevenen", "achten", "negenen")
_TWENTIES = tuple(f"{one}twintigste" for one in _ONES)
ORDINALS = {
    word: str(number)
    for number, word in enumerate((*_TENS, *_TEENS, "negentiende", "twintigste", *_TWENTIES, "dertigste"), 1)
}
_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
ORDINAL = token(rf"(?P<word>{_ORDINAL_WORDS}|laatste|(?P<digits>[0-9]{{1,2}})(?:ste|de|e))(?!\w)")

_AND = r"en/of|en|of(?:wel)?|c\.?q\.?|alsmede|alsook|evenals|dan\s?wel|respectievelijk|resp\.|onderscheidenlijk|noch|&"
_JUNCTO = r"juncto|jo\.?|j°\.?|in\sverbinding\smet"  # joins articles; never two leden by their bare numbers
ALIKE = token(rf",?{GAP}(?:{_AND})(?!\w)|,|/|;(?={GAP}(?:en|of)\b)")
FIRM = token(rf",?{GAP}(?:{_AND}|{_JUNCTO})(?!\w)")  # more than a comma
JOIN = token(rf"{FIRM.pattern}|{ALIKE.pattern}")
COMMA = token(",")
ANNEX_WORDS = (
    "bijlage",
    "bijlagen",
    "annex",
    "annexen",
    "appendix",
    "appendices",
    "aanhangsel",
    "schedule",
    "schedules",
)
ANNEX = token(
    rf"(?:de\s{{1,8}})?(?P<word>{'|'.join(sorted(ANNEX_WORDS, reverse=True))}|bijl\.(?=\s?[0-9IVXA-Z]))(?!\w)"
)
RANGE = token(rf",?{GAP}(?:tot\s{{1,8}}en\s{{1,8}}met|t\.?/m\.?|t\.?e\.?m\.?|tm)(?!\w)")
TO = token(r"tot(?!\w)")  # in Flanders the last is among them: 'de artikelen VI.82 tot VI.87'
DASH = token("[-–—]")
TIGHT_SLASH = re.compile("/(?=[0-9])")
TIGHT_DASH = re.compile("[-–—](?=[0-9])")
# What a drafter puts between the members of a list: 'artikel 32 (beveiliging) en 33', '28, voor zover van toepassing,'.
ASIDE = token(
    r"\([^()]{1,80}\)|,\s{1,8}(?:voor\szover|indien|waar|wanneer|mits|zo\snodig|in\svoorkomend\sgeval)\b[^,;:.()]{0,60}(?=,)"
)

# Numbers that count things: 'artikel 5 en 30 dagen daarna' names one article.
UNIT = token(
    r"(?:%|°|€|(?:procent|dag(?:en)?|uur|uren|we(?:ek|ken)|(?:kalender)?maand(?:en)?|ja(?:ar|ren)|kwarta(?:al|len)"
    r"|minu(?:ut|ten)|werkdag(?:en)?|euro|keer|maal|stuks|personen|exemplaren|meter|kilometer|kg|januari|februari"
    r"|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?!\w))"
)

_SUFFIX = r"(?:-?bis|-?ter|quater|quinquies|sexies|septies|octies|novies|(?!lid)[a-z]{1,3})"
_APART = (
    r"(?:bis|quater|quinquies|ter(?=[,.;)]|\s(?:lid|van)\b)"
    rf"|[a-t](?=\s?,\s(?:{_ORDINAL_WORDS}|lid|onder|[0-9])|\s(?:en|of|tot)\s[0-9]|\svan\s(?:de|het)\s[A-Z]))"
)
_PIECE = rf"[0-9]{{1,5}}(?![0-9])(?:(?:[A-Z](?![A-Z])|){_SUFFIX}?[0-9]{{0,2}})"
_SLASHED = r"(?:/[1-9](?![0-9/]|\.[0-9]))"  # an article put in between, in Belgium: '7/1'; '33/34' is two
_ROMAN = r"(?=[IVX])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_END = r"(?:(?!\w|-[^\W\d_]{2}|\s[Ww]erkgroep|\s[BN]\.?V\b)|(?=lid\b))"
# 3.3a, 8:55d, 7.2.10, 10b4, 14 bis, 6 a (before a lid or another number), 5.1.a; VI.83, XII.7/1; P 9 and I-P16; IVa.
# 'Artikel 29-werkgroep' and 'Artikel 5 B.V.' are no articles.
ARTICLE = token(
    rf"(?:(?P<number>{_PIECE}(?:[.:]{_PIECE}){{0,5}}(?:\s{_APART})?{_SLASHED}?)(?:\.(?P<letter>[a-z])\)?(?!\w|\.\w))?"
    rf"|(?P<code>[IVX]{{1,6}}\.[0-9]{{1,3}}[a-z]?(?:/[0-9]{{1,2}})?"
    rf"|[A-Z][a-z]?\s?[0-9]{{1,3}}[a-z]?|[IVX]{{1,4}}-[A-Z][0-9]{{0,4}}[a-z]?)"
    rf"|(?P<roman>{_ROMAN}[A-Z]?[a-z]?)){_END}",
    0,
)
ANNEX_DASH = re.compile("[-–—](?=[0-9IVX])")
ANNEX_NUMBER = token(
    r"(?P<number>[0-9]{1,3}[A-Za-z]?|(?-i:[IVX]{1,6}[A-Za-z]?|[A-Z])|[ivx]{2,6})(?!\w|-[^\W\d_]{2}|[.,][0-9])"
)
LID_NUMBER = token(r"\(?(?P<value>[0-9]{1,3}[a-z]?)\)?(?!\w|[.:][0-9]|[°º])")
_LABEL = r"[a-z][0-9]?|(?P<double>[A-Za-z])(?P=double)|i{1,3}|iv|vi{0,3}|ix|xi{0,3}|[A-Z][0-9]?|[0-9]{1,2}[a-z]?"
LABEL = token(rf"\(?(?P<value>{_LABEL})(?:[°º]|\)|(?<=[0-9])e)?(?!\w|[.:]\w|-\w\w|[’'])", 0)
_DEGREE = r"[0-9]{1,2}\s?[°º]"
DEEPER = token(rf"{_DEGREE}(?:(?:{RANGE.pattern}|{ALIKE.pattern}){GAP}{_DEGREE}){{0,20}}")  # '1° en 2°'
PAREN_LABEL = token(rf"\((?P<value>{_LABEL})\)", 0)

# What stands around places: parts of annexes, what goes on, and what speaks of where it stands.
SECTION_LETTER = token(r"(?P<value>[A-Z])(?!\w)", 0)
SECTION_LABEL = token(r"(?P<value>[A-Z]|[0-9]{1,2}|[IVX]{1,5})(?!\w|[.:][0-9])", 0)
FOLLOWING = token(r",?\s{0,8}(?:e\.?\s?v\.?|ev|vv\.?|en\s(?:verder|volgenden?))(?!\w)")
OF = token(r",?\s{0,8}(?:van|uit|in)(?!\w)")
THIS = token(r"dit\s{1,8}(?P<word>artikel|lid)(?!\w|\s{1,8}[0-9])")
NEIGHBOUR = token(r"(?P<side>vorige|voorgaande|voorafgaande|volgende)\s{1,8}(?P<word>artikel|lid)(?!\w)")
RECITAL = token(r"overwegingen?(?!\w)")
CHAPTER = token(r"hoofdstuk(?!\w)")
THIS_ANNEX = token(r"deze\s{1,8}bijlage(?!\w|\s{1,8}[0-9IVX])")
