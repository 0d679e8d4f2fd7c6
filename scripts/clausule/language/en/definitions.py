"""How an English text defines: what announces definitions, what stands between a term and its meaning, and the names
that a sentence gives in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.language.cores import has_core
from clausule.language.definitions import Given
from clausule.language.en import lexicon
from clausule.language.terms import opens
from clausule.model.repeated import once_a_text

# A clause that announces that it defines: its items 'a. Term: text' are definitions.
_DEFINING = re.compile(
    r"\b(?:definitions?|defined terms?|(?:following|these|capitali[sz]ed) (?:terms|words|expressions)|meanings?"
    r"|(?:terms|words|expressions) (?:used|shall have|have|are defined))\b",
    re.I,
)
_DEFINING_CORES = ("definition", "term", "meaning", "words", "expression")
_TITLE = re.compile(r"\b(?:definitions?|defined terms|glossary|interpretation)\b", re.I)
_COLUMN = re.compile(
    r"(?:(?:defined |capitali[sz]ed )?(?:terms?|words?|expressions?|concepts?)|definitions?|abbreviations?)", re.I
)

_QUOTE = "“\"‘'„«"
_ARTICLE = r"(?:(?:the|an?)\s)?"
_QUOTED = rf"[{_QUOTE}]{_ARTICLE}[^“”\"‘’„«»\n]{{1,80}}[”\"’'“»]"
_IN_QUOTES = re.compile(rf"[{_QUOTE}](?i:{_ARTICLE})(?P<term>[^“”\"‘„«»\n]{{1,80}}?),?[”\"’'“»](?!\w)")
_AND = r"(?:\s*,\s*(?:(?:and|or)\s)?|\s+(?:and/or|and|or|as well as)\s+)"
_SERIES = rf"{_QUOTED}(?:{_AND}(?i:{_ARTICLE}){_QUOTED}){{0,12}}"
_CAPITALS = r"[A-Z][\w’'-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w’'-]*){0,4}"

_MEANING = (
    r"(?:(?:shall|will)\s(?:each\s|respectively\s)?)?(?:means?|mean|refers?\sto|(?:is|are|be)\s(?:hereby\s)?defined\sas"
    r"|stands?\sfor|denotes?)\b|(?:(?:shall|will)\s)?(?:each\s)?(?:has|have)\b[^.;:“\"]{0,60}?\bmeanings?\b"
    r"|(?:is|are)\sas\sdefined\b|(?:shall|is\sto|are\sto)\sbe\s(?:construed|interpreted|understood)\b"
)
_ALSO = r"(?:(?:also\s)?includes?|shall\sinclude|(?:also\s)?means?\salso|shall\salso)\b"
# '“Service” means', 'The terms “a” and “b” have the meanings given to them in the GDPR', '“Law” includes'
_MEANS = re.compile(rf"(?P<terms>{_SERIES})\s(?:\([^()]{{1,80}}\)\s)?(?:{_MEANING}|(?P<more>{_ALSO}))", re.I)
# 'Service means' at the begin of a sentence.
_BARE_MEANS = re.compile(
    rf"(?P<terms>{_CAPITALS})\s(?:\([^()]{{1,60}}\)\s)?(?:(?:shall\s)?mean|means|has\sthe\smeaning|have\sthe\smeanings?)\b"
)
# 'By “Service” is meant', 'references to “Law” are references to'
_BY = re.compile(
    rf"\b(?:by|under)\s(?P<terms>{_SERIES})\s(?:is|are)\s(?:meant|understood)\b"
    rf"|\breferences?\sto\s(?P<behind>{_SERIES})\s(?:is|are|shall|means?|includes?)\b",
    re.I,
)
# 'have the following meanings', 'has the meaning given in Section 3.1': the meaning itself stands elsewhere.
_ELSEWHERE = re.compile(
    r"\b(?:following|set out below|as follows|below)\b|\bmeanings?\s(?:given|set\s(?:out|forth)|ascribed|assigned"
    r"|specified|provided)"
    r"[^.;]{0,40}?\b(?:in|by)\s(?:this\s)?(?:sections?|clauses?|articles?|paragraphs?|schedules?|exhibits?|recitals?|the\spreamble)\b",
    re.I,
)
_HINTS = re.compile(r"[“\"‘'„«]|\bmeans?\b|\bmeaning\b|hereinafter|hereafter|\((?:the|each|an?|collectively)\s", re.I)

_LEADS = (
    r"(?:the|an?|this|each|any|all|and|or|both|collectively|together|jointly|individually|respectively|also|hereinafter|hereafter"
    r"|herein|below|referred|to|as|called|known|such|being|in\sthis\s(?:agreement|dpa|addendum|document)|for\sthe\spurposes?"
    r"\sof\sthis\s(?:agreement|clause|section)|as\samended(?:\sfrom\stime\sto\stime)?|defined|it|its|with|for\sshort)"
)
_BRACKET = re.compile(r"\((?P<inner>[^()“\"‘„«]{0,120}[“\"‘„«][^()]{1,200})\)")
_LEAD = re.compile(rf"(?:[\s,;:/–-]|{_LEADS}(?!\w))*", re.I)
_FROM_NOW = re.compile(
    r"\b(?:each|individually|collectively|together|jointly),?\s(?:as\s)?(?:an?\s|the\s)?"
    + _IN_QUOTES.pattern.replace("term", "each")
    + r"|\b(?:hereinafter|hereafter|(?:collectively|individually|jointly|together)?,?\s?referred\sto\s(?:herein\s)?"
    r"(?:as|collectively\sas|individually\sas))\b[^.;()“\"‘'„]{0,60}?" + _IN_QUOTES.pattern.replace("term", "named"),
    re.I,
)
_BARE = re.compile(
    rf"\((?:hereinafter|hereafter)(?:\s(?:referred\sto\sas|called|also|the))*\s*:?,?\s*{_ARTICLE}(?P<bracket>[^()“”\"\[\],;]{{1,70}})\)"
    rf"|\b(?:hereinafter|hereafter)(?:\s(?:referred\sto\sas|called|also))*\s*:?\s*{_ARTICLE}(?P<bare>(?-i:{_CAPITALS}))"
    r"|\(the\s(?P<article>(?-i:[A-Z][a-z][\w-]*(?:\s[A-Z][a-z][\w-]*)?))\)",
    re.I,
)
_LONGEST = 6
_NEAR = 90

# What is said with 'means' is the meaning alone; 'has the meaning given in' is a part of it.
_BREAK = re.compile(
    r"\s*(?::|=|[–—]|-(?=\s))\s*(?:means?:?\s)?(?=\S)|\s+(?:shall\s)?means?:?\s+(?=\S)"
    r"|\s+(?=(?:(?:shall\s)?ha(?:s|ve)\sthe(?:\ssame)?\smeaning|refers?\sto|is\sdefined)\b)"
)
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
    """The terms that ``plain`` defines in a sentence or in passing: '“Service” means', '(the “Service”)', 'hereinafter
    referred to as “Processor”', '(collectively, the “Parties”)'."""
    if not _HINTS.search(plain):
        return ()
    found = {given.start: given for given in _all_given(plain)}
    return tuple(found[start] for start in sorted(found))


def _all_given(plain: str) -> Iterator[Given]:
    for match in _BARE_MEANS.finditer(plain):
        words = match["terms"]
        if opens(plain, match.start()) and words.split()[0].lower() not in lexicon.FUNCTION_WORDS:
            yield Given(match.start("terms"), words, _is_elsewhere(plain, match.end()))
    for match in (*_BY.finditer(plain), *_MEANS.finditer(plain)):
        group = "terms" if match["terms"] else "behind"
        more = bool(match.groupdict().get("more")) or _is_elsewhere(plain, match.end(group))
        yield from _quoted(plain, match.start(group), match.end(group), more)
    for match in _FROM_NOW.finditer(plain):
        group = "named" if match["named"] else "each"
        yield from _trimmed(match[group], match.start(group))
    for match in _BARE.finditer(plain):
        for group in ("bracket", "bare", "article"):
            words = (match[group] or "").rstrip()
            if words[:1].isupper() and len(words.split()) <= _LONGEST and not _is_name(words, group):
                yield Given(match.start(group), words)
    for match in _BRACKET.finditer(plain):
        outside = _IN_QUOTES.sub("", match["inner"])
        if _LEAD.fullmatch(outside):
            yield from _quoted(plain, match.start("inner"), match.end("inner"), more=False)


def _is_elsewhere(plain: str, at: int) -> bool:
    return bool(_ELSEWHERE.search(plain, at, at + _NEAR))


def _is_name(words: str, group: str) -> bool:
    """'(the Information Commissioner)' says who is meant and gives no name."""
    return group == "article" and words.split()[-1] in (lexicon.NAMES | lexicon.PLACES | lexicon.COUNTRIES)


def _quoted(plain: str, start: int, end: int, more: bool) -> Iterator[Given]:
    for one in _IN_QUOTES.finditer(plain, start, end):
        for given in _trimmed(one["term"], one.start("term")):
            yield Given(given.start, given.term, more)


def _trimmed(words: str, start: int) -> Iterator[Given]:
    term = words.strip(" ,")
    if re.match(r"[A-Za-zÀ-ÿ]", term):
        yield Given(start + len(words) - len(words.lstrip(" ,")), term)
