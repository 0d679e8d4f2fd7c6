"""How a text names the act, agreement or annex that a reference belongs to: 'of the Data Protection Act 2018'."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clausule.language.en import acts, documents
from clausule.language.en.references import scan
from clausule.language.scanning import Scanner, token


@dataclass(frozen=True, slots=True)
class Mention:
    """The named whole. ``own`` is this agreement; else ``act`` is the short name of an act or the name as written.

    ``annex`` is an annex of it ('paragraph 3 of Schedule 1'; ``this`` for 'this Schedule'), ``part`` a part of that.
    ``back`` says that it points back: to an act of that kind ('that Act'), or to whatever was named last (``*``,
    'thereof'). ``doubt`` is what nobody can tell ('section 7 of the board'), ``here`` the text's own because of where
    it stands.
    """

    act: str = ""
    own: bool = False
    annex: str = ""
    back: str = ""
    part: str = ""
    doubt: bool = False
    here: bool = False
    short: bool = False


_KINDS = r"acts?|code|regulations?|directive|statute|law|ordinance|treaty|convention|constitution|decision|charter"
_OF = token(
    r",?\s{0,8}(?:of|under|from|within|pursuant\sto|as\s(?:set\sout|defined|provided|required|laid\sdown|referred\sto)\s(?:in|by|under))(?!\w)"
)
_IN = token(r"(?:in|to)(?!\w)")
_THE = token(r"(?:the|our|your|its|their|his|her|each|applicable|any|an?|such|said)(?!\w)")
_THIS = token(
    rf"(?:this|these|the\spresent|our)\s{{1,8}}(?:[\w'’&-]{{1,30}}\s{{1,8}}){{0,3}}?(?P<noun>{_KINDS}|document|text"
    rf"|{documents.HEAD.pattern})(?!\w)"
)
_THIS_ANNEX = token(rf"(?:this|the\spresent)\s{{1,8}}(?:{scan._ANNEXES})(?!\w|\s[0-9IVX]|\s[A-Z](?!\w))")
_HERE = token(
    r"(?:above|below|hereof|herein|hereto|hereunder|hereinafter|of\sthe\sforegoing|\((?:above|below)\))(?!\w)"
)
_THEREOF = token(r"(?:thereof|therein|thereto|thereunder)(?!\w)")
_BACK = token(
    rf"(?:that|those|the\ssame|the\s(?:said|aforementioned|aforesaid)|such|said)\s{{1,8}}(?P<noun>{_KINDS})(?!\w)"
)
_BACK_TO_ANY = token(
    r"(?:that|the\ssame|the\s(?:said|aforementioned|aforesaid|latter)|such|said)\s{1,8}(?:[\w-]{1,30}\s)?"
    r"(?:agreement|addendum|contract|terms|document|policy|instrument)(?!\w)"
)
_BARE_ACT = token(rf"(?:the\s)?(?P<noun>{_KINDS})(?!\w)")
_WORDS = r"(?:[A-Z][\w'’.&-]{0,30}|\([A-Z][\w\s,’'-]{0,60}\)|of|and|on|for|the|to|in|with|&|[12][0-9]{3})"
_ABOUT_WHAT = r"\s(?:on|of|for)\s(?:the\s)?[A-Z][\w’'-]{0,30}(?:\s(?:of\s|the\s|and\s)?[A-Z][\w’'-]{0,30}){0,4}"
_YEAR = r"(?:\s(?:of\s)?[12][0-9]{3})?"
_GUESS = token(
    rf"(?P<name>(?=[A-Z])(?:(?:{_WORDS},?\s{{1,8}}){{1,9}}?(?:Acts?|Code|Regulations?|Directive|Law|Ordinance|Treaty"
    rf"|Convention|Constitution|Charter|Statute)(?:{_ABOUT_WHAT})?|(?:Treaty|Convention|Charter|Constitution){_ABOUT_WHAT})"
    rf"{_YEAR})(?!\w|\s(?:of|on|for)\sConduct)",
    0,
)
_ABBREVIATION = token(r"(?P<name>(?:[A-Z][a-z]{0,4}){2,6}(?:\s[12][0-9]{3})?)(?![\w'’-]|\.\w)", 0)
_NO_ACTS = frozenset(
    (
        *("AND", "OR", "OF", "THE", "TO", "IN", "BY", "FOR", "WITH", "IS", "ARE", "SHALL", "WILL", "NOT", "ID", "VAT"),
        *("EU", "UK", "US", "USA", "EEA", "EEC", "ICO", "EDPB", "EDPS", "DPO", "ISO", "IT", "HR", "LLC", "LLP", "LTD"),
        *("PLC", "INC", "BV", "NV", "GMBH", "MR", "MS", "MRS", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI"),
        *("OPTION", "MODULE", "NOTE"),
    )
)
_OPEN, _CLOSE = token(r"\(\s?(?:the\s)?[“\"‘']?"), token(r"[”\"’']?\s?\)")
_POSSESSIVE = token(r"(?:[A-Z][\w&.-]{0,30}\s){0,3}[A-Z][\w&.-]{0,30}(?:['’]s|s['’])(?!\w)", 0)
_CONTAINER = token(
    r"(?:the\s)?(?P<kind>chapter|part|title|division|book)\s{1,8}"
    r"(?P<label>[0-9]{1,3}[A-Z]?|[IVX]{1,6}|[A-Z]|one|two|three|four|five)(?!\w),?"
)
_ADJECTIVES = token(
    r"(?:applicable|relevant|then-current|current|amended|(?:European|former|retained|new|existing|so-called|EU|UK|U\.K\.|US|U\.S\.|German|Dutch"
    r"|French|Irish|Swiss|Belgian|California)(?=\s))(?!\w)"
)
_NUMBER_AGAIN = token(r"\(?(?:(?:Regulation|EU|UK)\s)?(?:\((?:EU|EC)\)\s?)?2016/679\)?")  # 'the GDPR (EU) 2016/679'


def read_mention(scanner: Scanner) -> Mention | None:
    """The whole to which the places just read belong, if it is named here: behind 'of the', or directly."""
    mark = scanner.pos
    if scanner.take(_HERE):
        return Mention(own=True)
    if scanner.take(_THEREOF):
        return Mention(back="*")
    loose = bool(scanner.take(_OF))
    if loose or scanner.take(_IN):
        found = _behind_of(scanner, loose)
        if found:
            return found
    scanner.pos = mark
    found = _directly(scanner)
    if not found:
        scanner.pos = mark
    return found


def read_behind_aside(scanner: Scanner) -> Mention | None:
    """The same behind words in brackets: 'Article 82 (Liability) GDPR'."""
    mark = scanner.pos
    mention = read_mention(scanner) if scanner.take(scan.ASIDE) else None
    if mention and (mention.own or mention.act or mention.annex or mention.back):
        return mention
    scanner.pos = mark
    return None


def _behind_of(scanner: Scanner, loose: bool) -> Mention | None:
    mark = scanner.pos
    part = ""
    while within := scanner.take(_CONTAINER):
        part = within["label"] if within["kind"].lower() == "part" else part
        if not scanner.take(_OF):
            return None
    if scanner.take(_THIS_ANNEX):
        return Mention(own=True, annex="this", part=part)
    annex = ""
    if scanner.take(scan.ANNEX):
        number = scanner.take(scan.ANNEX_NUMBER)
        if not number:
            scanner.pos = mark
            return Mention(doubt=True) if loose else None
        annex, after = number["number"], scanner.pos
        scanner.take(scan.ASIDE)
        if not scanner.take(_OF) and not scanner.take(_IN):
            scanner.pos = after
            return Mention(own=True, annex=annex, part=part)
    before = scanner.pos
    found = _whole(scanner, loose)
    if found:
        return replace(found, annex=annex, part=part if annex else "")
    scanner.pos = before
    return Mention(own=True, annex=annex, part=part) if annex else None


def _whole(scanner: Scanner, loose: bool) -> Mention | None:
    """An act or a document behind 'of', with or without 'the'; one that is not known only if ``loose``."""
    this = scanner.take(_THIS)
    if this:
        kind = re.fullmatch(_KINDS, this["noun"], re.I)
        return Mention(this[0].strip(), own=True, back=this["noun"].lower() if kind else "")
    back = scanner.take(_BACK)
    if back:
        return Mention(back[0].strip(), back=back["noun"].lower())
    if scanner.take(_BACK_TO_ANY):
        return Mention(back="*")
    mark = scanner.pos
    scanner.take(_THE)
    while not read_ahead(scanner) and scanner.take(_ADJECTIVES):
        pass
    named = read_name(scanner)
    if named:
        return named
    scanner.pos = mark
    scanner.take(_THE)
    scanner.take(_POSSESSIVE)
    after = scanner.pos
    guess = scanner.take(_GUESS)
    if guess:
        return Mention(_plain(guess["name"]))
    scanner.pos = after
    document = read_document(scanner)
    if document:
        return Mention(document)
    scanner.pos = mark
    bare = scanner.take(_BARE_ACT)
    if bare:
        return Mention(bare[0].strip(), back=bare["noun"].lower())
    scanner.pos = after
    short = _abbreviation(scanner) if loose else None
    if short:
        return short
    scanner.pos = mark
    return Mention(doubt=True) if loose and scanner.sees(_ANYTHING) else None


_ANYTHING = token(
    r"(?!(?:course|which|the\s(?:first|second|third|articles?|sections?|clauses?)|law\b|and\b|or\b|articles?\b|sections?\b|clauses?\b))[^\W\d_]"
)


def read_ahead(scanner: Scanner) -> bool:
    """Whether the name of a known act stands here."""
    mark = scanner.pos
    found = read_name(scanner)
    scanner.pos = mark
    return found is not None


def _plain(name: str) -> str:
    return re.sub(r"^the\s", "", " ".join(name.split()), flags=re.I)


def _directly(scanner: Scanner) -> Mention | None:
    """'Article 28 GDPR', 'Article 28, GDPR', 'Article 28 (GDPR)', 'section 57 DPA 2018', 'Article 8 ECHR'."""
    mark = scanner.pos
    opened = bool(scanner.take(_OPEN))
    comma = not opened and bool(scanner.take(scan.COMMA))
    scanner.take(_ADJECTIVES) if not read_ahead(scanner) else None
    named = read_name(scanner)
    if named and (not opened or scanner.take(_CLOSE)):
        return replace(named, short=True)
    scanner.pos = mark
    if opened or comma:
        if comma and scanner.take(scan.COMMA):
            document = read_document(scanner, directly=True)
            if document:
                return Mention(document, short=True)
        return None
    guess = scanner.take(_GUESS) if re.match(r"\s?[A-Z]", scanner.text[mark : mark + 2]) else None
    if guess:
        return Mention(_plain(guess["name"]), short=True)
    document = read_document(scanner, directly=True)
    if document:
        return Mention(document, short=True)
    scanner.pos = mark
    return _abbreviation(scanner)


def _abbreviation(scanner: Scanner) -> Mention | None:
    """An abbreviation that looks like an act's though it is not known: 'ECHR', 'BDSG', 'FADP'."""
    mark = scanner.pos
    match = scanner.take(_ABBREVIATION)
    if (
        match
        and len(match["name"]) > 2
        and match["name"].upper().split()[0] not in _NO_ACTS
        and not scanner.text.isupper()
    ):
        return Mention(match["name"], short=True)
    scanner.pos = mark
    return None


def read_name(scanner: Scanner) -> Mention | None:
    """A known act by any of its names, or an act of the European Union by its number."""
    mark = scanner.pos
    first = _FIRST_WORD.match(scanner.text, mark)
    if not first or not acts.begins_name(first["word"]):
        return None
    match = scanner.take(_EU) or scanner.take(_KNOWN)
    act = acts.act_by_name(match["name"]) if match else None
    if not match or not act:
        scanner.pos = mark
        return None
    scanner.take(_NUMBER_AGAIN)
    return Mention(act.name)


_FIRST_WORD = token(r"(?P<word>[^\W_]+)", 0)
_KNOWN = token(rf"(?P<name>{acts.KNOWN_NAME})", 0)
_EU = token(rf"(?P<name>{acts.EU_NAME.pattern})")


def read_document(scanner: Scanner, *, directly: bool = False) -> str:
    """The name of a document with the article before it, as written; empty if none stands here. ``directly`` behind a
    number it has a capital letter."""
    match = scanner.take(_DIRECT_DOCUMENT if directly else _DOCUMENT)
    return " ".join(match[0].split()) if match else ""


_DOCUMENT = token(rf"(?:(?:the|an?|our|your|its|their|each|such)\s{{1,8}})?{documents.NAME}")
_DIRECT_DOCUMENT = token(documents.LARGE_NAME, 0)
