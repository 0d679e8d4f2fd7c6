"""How a text names the act, agreement or annex that a reference belongs to: 'van de Algemene wet bestuursrecht'."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clausule.language.nl import acts, documents
from clausule.language.nl.references import scan
from clausule.language.nl.references.scan import Scanner, token


@dataclass(frozen=True, slots=True)
class Mention:
    """The named whole. ``own`` is this agreement; else ``act`` is the short name of an act or the name as written.

    ``annex`` is an annex of it ('artikel 3 van bijlage 2'; ``this`` for 'deze bijlage'); ``book`` a book of the civil
    code. ``short`` says that an abbreviation stood directly behind, ``back`` that it points back: to an act of that
    kind ('die wet'), or to whatever was named last (``*``, 'daarvan'). ``here`` is the text's own because of where it
    stands ('lid 2'), and ``doubt`` what nobody can tell ('artikel 7 van het bestuur').
    """

    act: str = ""
    own: bool = False
    annex: str = ""
    book: str = ""
    short: bool = False
    back: str = ""
    here: bool = False
    doubt: bool = False


_ACTS = r"wet|wetboek|besluit|regeling|verordening|richtlijn|verdrag|statuut|handvest|beschikking|beleidsregels?|code"
_OF = token(
    r"(?:van|der|des)(?!\w)|uit(?=\s{1,8}(?:de|het|een|onze|uw|zijn|haar|hun|die|dat|deze|dit)\b|\s{1,8}(?-i:[A-Z]))"
)
_NEAR = token(r"(?:in|bij|behorende\s(?:tot|bij))(?!\w)")  # 'bijlage I bij richtlijn 2001/83/EG'
_ARTICLE_WORD = token(r"(?:de|het)(?!\w)")
_THIS = token(rf"(?:deze|dit|(?:de|het)?\s?onderhavige)\s{{1,8}}[\w-]{{0,30}}?(?P<noun>{_ACTS}|document)(?!\w)")
_SELF = token(r"(?:deze|dit|(?:de|het)?\s?onderhavige)(?!\w)")
_THIS_ANNEX = token(r"deze\s{1,8}bijlage(?!\w)")
_BACK = token(
    r"(?:die|dat|diezelfde|datzelfde|dezelfde|hetzelfde|voornoemde?|(?:boven|eerder|laatst|zojuist)?genoemde?"
    r"|(?:de|het)\s{1,8}(?:voor|laatst|eerder)genoemde|gemelde|bedoelde|betreffende|betrokken)"
    rf"\s{{1,8}}(?P<noun>{_ACTS})(?!\w)"
)
_BACK_TO_ANY = token(
    r"(?:daarvan|hiervan|ervan|(?:die|dat|diezelfde|datzelfde|dezelfde|hetzelfde|(?:boven|voor|eerder)?genoemde?"
    r"|bedoelde?)\s{1,8}[\w-]{0,30}"
    r"(?:overeenkomst|voorwaarden|contract|document|stuk))(?!\w)"
)
_BARE_ACT = token(
    rf"(?:(?:de|het)\s{{1,8}})?(?P<name>(?:[a-zéë][a-zéë-]{{2,30}}\s{{1,8}}){{0,2}}?[a-z-]{{0,40}}?(?P<noun>{_ACTS}))(?!\w|-\w)"
)
_DESCRIBING = token(
    rf"(?!(?:conform|volgens|onder|naast|tegen|over|voor|zoals|dan|met|bij)\b|{documents.HEAD.pattern}\b)"
    r"(?:\(?[a-zéë][a-zéë-]{2,20}\)?|Europese|Nederlandse|Belgische)(?=\s)",
    0,
)
_MOST_DESCRIBING = 5
_ANYTHING = token(
    r"(?!(?:toepassing|kracht|(?:dien)?overeenkomstige|rechtswege|belang|invloed|waarde|openbare|dwingend|aanvullend"
    r"|regelend|artikel|dit|deze|lid|het\s{1,8}(?:eerste|tweede|derde)|en|of)(?!\w))[^\W\d_]"
)
_BOOK = token(r",?\s{0,8}Boek\s{1,8}(?P<book>[0-9]{1,2}A?)(?!\w)")
_CONTAINER = token(
    r"(?:de|het)?\s{0,8}(?P<kind>hoofdstuk|titel|afdeling|paragraaf|§|deel|boek)\s{1,8}(?P<number>[0-9]{1,3}[A-Za-z]?"
    r"(?:[.:][0-9]{1,3}[a-z]?){0,4}|[IVX]{1,6}[a-z]?)(?!\w),?"
)
_COLON = token(":")
_COMMA_NAME = token(r",|\((?=[“\"‘'A-Z])")
_OPEN_QUOTE = token("[“\"‘']")
_CLOSE = token(r"[”\"’']?\)")

# The words that can head an act's name, alone ('Wet op ...', 'Invoeringswet ...') or as the end of one ('Gemeentewet').
_HEADS = (
    r"wet|wetboek|rijkswet|besluit|regeling|verordening|reglement|verdrag|statuut|richtlijn|handvest|leidraad"
    r"|beleidsregels?"
)
_HEAD = re.compile(rf"[\w-]{{0,60}}?(?:{_HEADS})(?!\w)", re.IGNORECASE)
_OPEN_HEAD = re.compile(
    rf"(?:{_HEADS}|(?:uitvoerings|invoerings|aanpassings|wijzigings|overgangs|vaststellings|instellings|aanwijzings|"
    rf"mandaat|subsidie|kader|intrekkings|herzienings|organisatie)[\w-]{{0,30}}?(?:{_HEADS}))",
    re.IGNORECASE,
)
_WORD = token(r"[^\W\d_][\w’'-]{0,60}|[12][0-9]{3}(?:[–-][12][0-9]{3})?(?!\w)", 0)
_YEAR = token(r"(?:[12][0-9]{3}(?:[–-][12][0-9]{3})?|BES)(?![\w-])", 0)
_CAPITAL = re.compile(r"(?:IJ|[A-ZÉ])")


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_NAME_STOPS = _words(
    """is zijn was waren wordt worden werd heeft hebben had kan kunnen zal zullen mag mogen moet moeten dient geldt
    gelden treedt vervalt luidt luidde blijft bedoeld bedoelde genoemd genoemde vermelde gegeven gestelde bepaalde
    opgenomen neergelegde aangewezen zoals waarin waarop waarbij waarvan die dat deze dit niet tenzij indien wanneer
    mits alsmede alsook dan onderscheidenlijk respectievelijk juncto artikel artikelen bijlage hoofdstuk onder door te
    toepassing kracht overeenkomstige of als om wegens krachtens jegens onverminderd echter hierna verder regelt
    bepaald bepaalt schrijft een ontvangen aanwezig volgt hierbij zich hij zij wie vast goedgekeurd geldende gedane
    gelezen tevens steeds nog behoren volgens omvatten bevat werking mede ook reeds dienen"""
)
_PARTICIPLE = re.compile(r"ge(?!meente)\w{2,30}(?:de|te)")
_LINKS = _words("van op in de het der des en voor inzake betreffende ter tot ten met bij aan over tussen")
_ABBREVIATION = token(r"(?P<name>[A-Z][A-Za-z]{1,9})(?![\w’'-]|\.[\w])", 0)
_NO_ACTS = _words(
    """Wet Werk Wie Wat Wij Wel Was Waar Want Weg Wil Stb Trb Stcrt PbEU PbEG PB Pb Mr Dr Drs Nr Nrs AP AFM DNB ACM EER
    BV NV"""
)
_MOST_WORDS = 16


def read_mention(scanner: Scanner) -> Mention | None:
    """The whole to which the articles just read belong, if it is named here: behind 'van de', or directly."""
    mark = scanner.pos
    scanner.take(scan.COMMA)
    if scanner.take(_BACK_TO_ANY):
        return Mention(back="*")
    loose = bool(scanner.take(_OF))
    if loose or scanner.take(_NEAR):
        found = _behind_of(scanner, loose)
        if found:
            return found
    scanner.pos = mark
    found = _directly(scanner)
    if not found:
        scanner.pos = mark
    return found


def read_behind_aside(scanner: Scanner) -> Mention | None:
    """The same behind words in brackets: 'artikel 82 (aansprakelijkheid) AVG'."""
    mark = scanner.pos
    mention = read_mention(scanner) if scanner.take(scan.ASIDE) else None
    if mention and (mention.own or mention.act) and not mention.annex:
        return mention
    scanner.pos = mark
    return None


def _behind_of(scanner: Scanner, loose: bool) -> Mention | None:
    book = _containers(scanner)
    annex = ""
    if scanner.take(_THIS_ANNEX):
        return Mention(own=True, annex="this")
    if scanner.take(scan.ANNEX):
        number = scanner.take(scan.ANNEX_NUMBER)
        if not number:
            return Mention(own=True, annex="this")  # 'de bijlage'
        annex, mark = number["number"], scanner.pos
        scanner.take(scan.COMMA)
        if not scanner.take(_OF) and not scanner.take(_NEAR):
            scanner.pos = mark
            return Mention(own=True, annex=annex)
    mark = scanner.pos
    found = _whole(scanner, loose)
    if found:
        return replace(found, annex=annex, book=found.book or book)
    scanner.pos = mark
    if annex:
        return Mention(own=True, annex=annex)
    return Mention(act=acts.CIVIL_CODE, book=book) if book else None


def _containers(scanner: Scanner) -> str:
    """Step over 'hoofdstuk 2 van', 'titel 5 van Boek 7 van'; the book, if one is named."""
    book = ""
    for _ in range(5):
        match = scanner.take(_CONTAINER)
        if not match:
            break
        if match["kind"].lower() == "boek":
            book = match["number"]
        mark = scanner.pos
        if not scanner.take(_OF):
            scanner.pos = mark
            break
    return book


def _whole(scanner: Scanner, loose: bool) -> Mention | None:
    """An act or a document behind 'van', with or without 'de'; one that is not known only if ``loose``."""
    this = scanner.take(_THIS)
    if this:
        return Mention(
            this[0].strip(), own=True, back="" if this["noun"].lower() == "document" else this["noun"].lower()
        )
    if scanner.take(_BACK_TO_ANY):
        return Mention(back="*")
    back = scanner.take(_BACK)
    if back:
        return Mention(back[0].strip(), back=back["noun"].lower())
    mark = scanner.pos
    if scanner.take(_SELF) and read_document(scanner):
        return Mention(own=True)
    scanner.pos = mark
    scanner.take(_ARTICLE_WORD)
    named = _described(scanner) or ((_abbreviation(scanner) or _guess(scanner, 3)) if loose else None)
    if named:
        return replace(named, short=False)
    scanner.pos = mark
    other = scanner.take(_BARE_ACT) if loose else None
    if other:
        name = " ".join(other["name"].split())
        return Mention(other[0].strip(), back="verordening" if name.lower() == "verordening" else "")
    document = read_document(scanner)
    if document:
        return Mention(document)
    if scanner.sees(_ANYTHING) and loose:
        return Mention(doubt=True)
    return None


def _described(scanner: Scanner) -> Mention | None:
    """A known name with what is said of it: 'de inmiddels vervallen Wbp'."""
    for _ in range(_MOST_DESCRIBING):
        named = read_name(scanner)
        if named or not scanner.take(_DESCRIBING):
            return named
    return None


def _directly(scanner: Scanner) -> Mention | None:
    """'artikel 28 AVG', 'artikel 28, AVG', 'artikel 28 (AVG)', 'art. 41 Wet WOZ', 'artikel 8 EVRM'."""
    mark = scanner.pos
    apart = scanner.take(_COMMA_NAME)
    if apart:
        scanner.take(_OPEN_QUOTE)
    named = read_name(scanner)
    if named and apart and apart[0].strip() == "(" and not scanner.take(_CLOSE):
        named = None
    if named:
        return Mention(named.act, book=named.book, short=True)
    scanner.pos = mark
    if apart and apart[0].strip() == "(":
        return None
    document = read_document(scanner, directly=True) if not apart or scanner.take(scan.COMMA) else ""
    if document:
        return Mention(document, short=True)
    scanner.pos = mark
    return None if apart else _abbreviation(scanner) or _guess(scanner, 1)


def read_name(scanner: Scanner) -> Mention | None:
    """A known act by any of its names, or an act of the European Union by its number."""
    mark = scanner.pos
    first = _FIRST_WORD.match(scanner.text, mark)
    if not first or not (first["book"] or acts.begins_name(first["word"])):
        return None
    match = scanner.take(_KNOWN) or scanner.take(_EU)
    act = acts.act_by_name(acts.CIVIL_CODE if match["book"] else match["name"]) if match else None
    if not match or not act:
        scanner.pos = mark
        return None
    book = scanner.take(_BOOK) if act.act.books else None
    return Mention(act.name, book=match["book"] or (book["book"] if book else ""))


_FIRST_WORD = token(r"(?P<word>[^\W_]+?(?P<book>(?<=BW)[0-9]{1,2}A?)?)(?![^\W_])", 0)
_KNOWN = token(rf"(?P<name>BW(?P<book>[0-9]{{1,2}}A?)(?!\w)|{acts.KNOWN_NAME})", 0)
_EU = token(rf"(?P<name>{acts.EU_NAME.pattern})(?P<book>)")


def read_document(scanner: Scanner, *, directly: bool = False) -> str:
    """The name of a document with the article before it, as written; empty if none stands here. ``directly`` behind a
    number it has a capital letter."""
    match = scanner.take(_DIRECT_DOCUMENT if directly else _DOCUMENT)
    return " ".join(match[0].split()) if match else ""


_DOCUMENT = token(rf"(?:(?:de|het|een|onze|uw|zijn|haar|hun|der|des)\s{{1,8}})?{documents.NAME}")
_DIRECT_DOCUMENT = token(documents.LARGE_NAME, 0)


def read_title(scanner: Scanner) -> Mention | None:
    """An act's name before a colon, known or not."""
    found = read_name(scanner) or _guess(scanner, 3)
    return found if found and scanner.sees(_COLON) else None


def _abbreviation(scanner: Scanner) -> Mention | None:
    """An abbreviation that looks like an act's though it is not known: 'Zvw', 'Wlz', 'WvSr', 'EVRM'."""
    mark = scanner.pos
    match = scanner.take(_ABBREVIATION)
    if match:
        name = match["name"]
        capitals = sum(letter.isupper() for letter in name)
        short = len(name) <= 5 and (capitals > 1 or name[:2] in {"Aw", "An"} or not set(name.lower()) & set("aeiou"))
        short = short or (name[0] == "W" and len(name) <= 4)
        if (short or (1 < capitals < len(name) <= 8)) and name not in _NO_ACTS and not (capitals == len(name) == 2):
            year = scanner.take(_YEAR)
            return Mention(f"{name}{' ' + year[0].strip() if year else ''}", short=True)
    scanner.pos = mark
    return None


def _guess(scanner: Scanner, reach: int) -> Mention | None:
    """A name that is not known but reads like an act's: 'Wet Nationale ombudsman', 'IJkreglement', 'Kieswet'.

    One of the first ``reach`` words must say that it is one.
    """
    words: list[str] = []
    head = False
    end = scanner.pos
    while len(words) < _MOST_WORDS:
        match = scanner.take(_WORD)
        if not match:
            break
        word = match[0].strip()
        if not words and not _CAPITAL.match(word):
            break
        if word in _NAME_STOPS or _PARTICIPLE.fullmatch(word) or (words and word == "en" and scanner.sees(_NEW_PART)):
            break
        words.append(word)
        if word not in _LINKS:
            end = scanner.pos
        if not head and _HEAD.fullmatch(word):
            head = True
            if not _OPEN_HEAD.fullmatch(word):
                year = scanner.take(_YEAR)
                end = scanner.pos
                words.extend([year[0].strip()] if year else [])
                break
        elif not head and len(words) >= reach:
            break
    scanner.pos = end
    while words and words[-1] in _LINKS:
        words.pop()
    return Mention(" ".join(words)) if head and words else None


_NEW_PART = token(r"(?:de|het|van|artikel(?:en)?|bijlagen?)(?!\w)")
