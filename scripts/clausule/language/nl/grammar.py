"""How a Dutch agreement is written: its headings and files, and the ids of its parts."""

from __future__ import annotations

import re

from clausule.model.patterns import pattern

# What the ids of the parts of an edition, and the names of their files, begin with or are.
ARTICLE, ANNEX, TERM, PREAMBLE, CLOSING = "artikel", "bijlage", "begrip", "aanhef", "ondertekening"
# Other ids of the pages, or what they begin with: no section of the text can have them.
OF_PAGES = frozenset({"inhoud", "versie", "tekst", "kenmerk", "gevonden"})

# A heading that begins so has no letter: 'U krijgt toegang'.
NO_LABEL = pattern(r"U\s+(?=[a-zà-ÿ])")

# An article without a number, a chapter by its word, and a footnote.
HEADED, NOTE = "kop", "voetnoot"
CHAPTERS = ("hoofdstuk", "deel", "titel", "afdeling", "paragraaf")

_SUFFIX = "(?:bis|ter|quater|quinquies|sexies|septies|[a-z])"
ARTICLE_FILE = pattern(rf"{ARTICLE}-(\d+{_SUFFIX}?)(?P<chapter>-(?:{'|'.join(CHAPTERS)})-\d+[a-z]?)?\.md")
ANNEX_FILE = pattern(rf"{ANNEX}(?:-(\d+[a-z]?|[ivxlc]+|[a-z]))?\.md")

# Behind a number: what closes it, and what parts it from a title.
_CLOSED, _TITLE = r"(?=[.):|]|\s|$|[–—])(?!\.\d)[.)]?", r"\s*(?:[:|]|[-–—](?=\s|$))?\s*(?P<title>.*)"
ARTICLE_HEADING = pattern(
    rf"(?P<mark>(?P<word>(?:artikel|art\.?|§)\s*)?(?P<number>\d{{1,3}}(?:{_SUFFIX}(?!\w)|(?-i:\s(?:bis|ter|quater)\b))?"
    rf"|(?(word)[ivxlc]+|(?-i:[IVXLC]+)(?=[.)]))){_CLOSED}){_TITLE}",
    re.I | re.S,
)
ANNEX_HEADING = pattern(
    rf"(?P<mark>(?:bijlage|annex|appendix|schedule|aanhangsel)(?!\w)"
    rf"(?:\s+(?:nr\.?\s*)?(?P<number>\d{{1,2}}[a-z]?|[ivxlc]+|[a-z]){_CLOSED}|(?=\s|$|[.:|–—-])\.?)){_TITLE}",
    re.I | re.S,
)
CHAPTER_HEADING = pattern(
    rf"(?P<mark>(?P<word>{'|'.join(CHAPTERS)})\s+(?P<number>\d{{1,3}}[a-z]?|[ivxlc]+|[a-z]){_CLOSED}){_TITLE}",
    re.I | re.S,
)
# A line that begins so, and is no sentence, is the heading of what the parties sign.
CLOSING_HEADING = pattern(
    r"(?:onder|hand)tekening(?:en)?\b|getekend\b|ondertekend(?:\s(?:door|namens|te)\b|\W*$)|voor akkoord\b|akkoord\W*$|"
    r"aldus (?:overeengekomen|opgemaakt|getekend)\b",
    re.I,
)
# What stands above a table of contents.
CONTENTS_HEADING = pattern(r"(?:inhoud(?:sopgave|stafel)?|table of contents|contents)\s*:?", re.I)
BEGIN_OF_PAGES = (
    *("uitleg-", "verwijs-", "gebruik-", "bij-", f"{HEADED}-", f"{NOTE}-"),
    *(f"{word}-" for word in CHAPTERS),
)
# In a message to an author, what he should write.
ARTICLE_NAME, ANNEX_NAME = "Artikel", "Bijlage"
ARTICLE_EXAMPLE, ANNEX_EXAMPLE = "Artikel 7. Beveiligingsincidenten", "Bijlage 2. Maatregelen"
WITHOUT_WORDS = "Vervallen."
# Behind a demand in front matter: what is there fulfils it in part.
PARTLY = "deels"

# In any text, also where it is English: a heading such as 'Artikel 7. Beveiliging' on a line of its own, and what
# stands
# before the words of a clause.
NAMED_HEADING = pattern(
    rf"(?:(?P<article>artikel|article|clause|art\.?|§)|(?P<annex>bijlage|annex|appendix|schedule))(?:\s+|(?<=§))"
    rf"(?P<number>\d+{_SUFFIX}?|[ivxlc]+|[a-z])\b"
    r"\s*[.:]?\s*(?:[-–—]\s+)?(?P<title>.{0,120})",
    re.I,
)
NUMBERED_CLAUSE = pattern(
    r"(?P<word>(?:[Aa]rtikel|ARTIKEL|[Aa]rticle|ARTICLE|[Aa]rt\.)\s+)?(?P<number>\d{1,3}[a-z]?(?:\.\d{1,2}[a-z]?)+)[.:)]?"
    r"(?(word)\s+(?=[\"“‘(A-Z])|(?:\s+|$))"
)
# What counts a clause within its article: 'Lid 1.'.
CLAUSE_WORD = pattern(r"(?P<mark>(?:[Ll]id\s+|§\s*)(?P<number>\d{1,3}[a-z]?)[.:)])(?:\s+|$)")
# A line that ends so goes on with the number or letter of something else, and does not end before the number of a
# clause: 'bedoeld in artikel', 'artikelen 1.1 en', 'op grond van'.
REFERRING = pattern(
    r"\b(?:art(?:t|ikel(?:en)?)?\.?|lid|leden|onder|sub|punt(?:en)?|onderde(?:el|len)|letter|nr\.|nummer(?:s)?"
    r"|paragra(?:af|fen)|par\.|hoofdstuk(?:ken)?|bijlagen?|versie|pagina|blz\.|stap|fase|niveau|week|maand|kwartaal|jaar|klasse|categorie|variant|optie|§+)\s*$",
    re.I,
)
UNFINISHED = pattern(
    r"(?:\b(?:en|of|noch|dan|tot|t/m|met|van|in|uit|volgens|per|de|het|een|à|circa|ca\.)|\d\s*,|[/&(-])\s*$", re.I
)
# Behind a number at the begin of a line these go on with a sentence that refers to it: '1.2 van deze voorwaarden'.
REFERRED = pattern(
    r"\s*(?:[,;)]|(?:van|en|of|tot|t/m|dan|is|zijn|was|geldt|gelden|luidt|bepaalt|bedoelde?|genoemde?|vermelde?|lid|onder|sub"
    r"|hiervoor|hierboven|hierna|hieronder|niet|wordt|worden|in|op|uit)\b)"
)
# Behind a number at the begin of a line these make an amount of it, and no mark: '1.5 uur', '10.30 uur'.
QUANTITY = pattern(
    r"\s*(?:[%‰€]|(?:euro?|eur|cent|dollar|procent|promille|seconden?|minu(?:ut|ten)|u(?:ur|ren)|(?:werk|kalender)?dag(?:en)?"
    r"|we(?:ek|ken)|maand(?:en)?|jaar|jaren|kwarta(?:al|len)|keer|maal|miljoen|miljard|duizend|[kKMGT]B|[kMGT]bit(?:/s)?"
    r"|k?m|c?m²|m2|k?g|liter|kWh|fte|punten|personen|stuks)\b)"
)
# Behind a hyphen at the end of a line these do not go on with its word: 'wet- en regelgeving'.
JOINING = pattern(r"(?:en|of|noch|dan|tot)\b")
# Vowels that clash in a compound have a hyphen (Leidraad 6.B). Two on both sides stand in compounds alone:
# 'informatie-uitwisseling', but a page may break 'financieel' and 'museum' between two.
CLASHING = pattern("[aeiou]{4}")


def name_of(name: str) -> str:
    """What the id of a part says to a reader: ``artikel 7.2 onder a`` for ``artikel-7.2-a``, ``bijlage 2 a``."""
    kind, _, number = name.partition("-")
    number, _, inner = number.partition("-")
    return f"{kind} {number} onder {inner}" if inner and kind == ARTICLE else f"{kind} {number} {inner}".rstrip()
