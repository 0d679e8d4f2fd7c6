"""How an English agreement is written: its headings and files, and the ids of its parts."""

from __future__ import annotations

import re

from clausule.model.patterns import pattern

# What the ids of the parts of an edition, and the names of their files, begin with or are.
ARTICLE, ANNEX, TERM, PREAMBLE, CLOSING = "article", "annex", "term", "preamble", "signature"
# Other ids of the pages, or what they begin with: no section of the text can have them. They are the same in every
# language.
OF_PAGES = frozenset({"inhoud", "versie", "tekst", "kenmerk", "gevonden"})

# A heading that begins so has no letter: 'A secure building', 'I agree'.
NO_LABEL = pattern(r"[AI]\s+(?=[a-z])")

# An article without a number, a chapter by its word, and a footnote.
HEADED, NOTE = "heading", "footnote"
CHAPTERS = ("chapter", "part", "title", "division", "book")

_SUFFIX = "(?:bis|ter|quater|[a-z])"
ARTICLE_FILE = pattern(rf"{ARTICLE}-(\d+{_SUFFIX}?)(?P<chapter>-(?:{'|'.join(CHAPTERS)})-\d+[a-z]?)?\.md")
ANNEX_FILE = pattern(rf"{ANNEX}(?:-(\d+[a-z]?|[ivxlc]+|[a-z]))?\.md")

ANNEX_WORDS = r"annexe?|appendix|schedule|exhibit|attachment"
"""What an annex is called."""

# Behind a number: what closes it, and what parts it from a title.
_CLOSED, _TITLE = r"(?=[.):|]|\s|$|[–—])(?!\.\d)[.)]?", r"\s*(?:[:|]|[-–—](?=\s|$))?\s*(?P<title>.*)"
ARTICLE_HEADING = pattern(
    rf"(?P<mark>(?P<word>(?:article|section|clause|art\.|sec\.|cl\.|§)\s*)?"
    rf"(?P<number>\d{{1,3}}(?:{_SUFFIX}(?!\w)|(?-i:\s(?:bis|ter|quater)\b))?"
    rf"|(?(word)[ivxlc]+|(?-i:[IVXLC]+)(?=[.)]))){_CLOSED}){_TITLE}",
    re.I | re.S,
)
ANNEX_HEADING = pattern(
    rf"(?P<mark>(?:{ANNEX_WORDS})(?!\w)"
    rf"(?:\s+(?:no\.?\s*)?(?P<number>\d{{1,2}}[a-z]?|[ivxlc]+|[a-z]){_CLOSED}|(?=\s|$|[.:|–—-])\.?)){_TITLE}",
    re.I | re.S,
)
CHAPTER_HEADING = pattern(
    rf"(?P<mark>(?P<word>{'|'.join(CHAPTERS)})\s+(?P<number>\d{{1,3}}[a-z]?|[ivxlc]+|[a-z]){_CLOSED}){_TITLE}",
    re.I | re.S,
)
# A line that begins so, and is no sentence, is the heading of what the parties sign.
CLOSING_HEADING = pattern(
    r"(?:signatures?|signature page|signed|execution|executed|agreed(?: and accepted)?|accepted and agreed"
    r"|in witness whereof)\b",
    re.I,
)
# What stands above a table of contents.
CONTENTS_HEADING = pattern(r"(?:table of contents|contents|index)\s*:?", re.I)
BEGIN_OF_PAGES = (
    *("uitleg-", "verwijs-", "gebruik-", "bij-", f"{HEADED}-", f"{NOTE}-"),
    *(f"{word}-" for word in CHAPTERS),
)
# In a message to an author, what he should write.
ARTICLE_NAME, ANNEX_NAME = "Article", "Annex"
ARTICLE_EXAMPLE, ANNEX_EXAMPLE = "Article 7. Security incidents", "Annex 2. Measures"
WITHOUT_WORDS = "[Reserved]"
# Behind a demand in front matter: what is there fulfils it in part.
PARTLY = "partly"

# In any text a heading such as 'Article 7. Security' on a line of its own, and what stands before the words of a
# clause.
NAMED_HEADING = pattern(
    rf"(?:(?P<article>article|section|clause|art\.|sec\.|§)|(?P<annex>{ANNEX_WORDS}))(?:\s+|(?<=§))"
    rf"(?P<number>\d+{_SUFFIX}?|[ivxlc]+|[a-z])\b"
    r"\s*[.:]?\s*(?:[-–—]\s+)?(?P<title>.{0,120})",
    re.I,
)
_CLAUSE_WORDS = "article|section|clause|sub-?clause|sub-?section|paragraph"
_EACH = "|".join(f"{word}|{word.capitalize()}|{word.upper()}" for word in _CLAUSE_WORDS.split("|"))
NUMBERED_CLAUSE = pattern(
    rf"(?P<word>(?:{_EACH}|[Aa]rt\.|[Ss]ec\.|§)\s*)?(?P<number>\d{{1,3}}[a-z]?(?:\.\d{{1,2}}[a-z]?)+)[.:)]?"
    r"(?(word)\s+(?=[\"“‘(A-Z])|(?:\s+|$))"
)
# What counts a clause within its article: 'Paragraph 1.', '§ 1.'.
CLAUSE_WORD = pattern(r"(?P<mark>(?:(?:[Pp]aragraph|[Ss]ub-?clause)\s+|§\s*)(?P<number>\d{1,3}[a-z]?)[.:)])(?:\s+|$)")
# A line that ends so goes on with the number or letter of something else, and does not end before the number of a
# clause: 'set out in clause', 'Sections 1.1 and', 'pursuant to'.
REFERRING = pattern(
    r"\b(?:articles?|arts?\.?|(?:sub-?)?sections?|secs?\.?|(?:sub-?)?clauses?|cl\.|(?:sub-?)?paragraphs?|paras?\.?|points?"
    rf"|items?|no\.?|numbers?|nr\.?|chapters?|parts?|titles?|(?:{ANNEX_WORDS})(?:e?s)?|appendices|recitals?|modules?|options?"
    r"|version|pages?|p\.|steps?|phases?|levels?|tiers?|weeks?|months?|quarters?|years?|class|category|§+)\s*$",
    re.I,
)
UNFINISHED = pattern(
    r"(?:\b(?:and|or|nor|than|to|through|of|with|in|under|from|by|at|per|for|the|an?|circa|c\.|approx\.|about)|\d\s*,|[/&(-])\s*$",
    re.I,
)
# Behind a number at the begin of a line these go on with a sentence that refers to it: '1.2 of these terms'.
REFERRED = pattern(
    r"\s*(?:[,;)]|(?:of|and|or|to|through|than|above|below|hereof|thereof|is|are|was|shall|will|does|do|applies|apply|sets"
    r"|provides?|in|on|by|inclusive)\b)"
)
# Behind a number at the begin of a line these make an amount of it, and no mark: '1.5 hours', '10.30 am'.
QUANTITY = pattern(
    r"\s*(?:[%‰€£$]|(?:euros?|eur|gbp|usd|pounds?|dollars?|cents?|percent|per\s?cent|seconds?|minutes?|hours?|a\.?m\.?|p\.?m\.?"
    r"|(?:business|working|calendar)\s(?:days?|hours?)|days?|weeks?|months?|years?|quarters?|times|million|billion|thousand|[kKMGT]B"
    r"|[kMGT]bit(?:/s)?|k?m|c?m²|m2|k?g|lit(?:re|er)s?|kWh|fte|points|persons|people|users|copies|pages)\b)",
)
# Behind a hyphen at the end of a line these do not go on with its word: 'pre- and post-contractual'.
JOINING = pattern(r"(?:and|or|nor|to)\b")
CLASHING = pattern(r"(?!)")  # English has no such rule


def name_of(name: str) -> str:
    """What the id of a part says to a reader: ``article 7.2(a)`` for ``article-7.2-a``, ``annex 2 a``."""
    kind, _, number = name.partition("-")
    number, _, inner = number.partition("-")
    return f"{kind} {number}({inner})" if inner and kind == ARTICLE else f"{kind} {number} {inner}".rstrip()
