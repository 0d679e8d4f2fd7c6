"""Whose duty a Dutch clause states, and whether it states one: enough grammar for the rules that ask who promises what.

A text is cut into clauses; each has an actor, from the words that name a party in it or before it, and is firm unless
it is denied, past, a condition, a possibility or somebody's wish. It is made to be wrong on the side of 'I cannot
tell': an actor that is not known is empty, and whoever asks decides what that means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

PROVIDER, CUSTOMER, OTHER = "provider", "customer", "other"

# Who parties and others are called. The longest name at a place counts: 'verwerkingsverantwoordelijke', 'subverwerker'.
_NAMES = {
    OTHER: r"(?:sub|hulp|onder)-?\s?(?:ver|be)werkers?|sub-?processors?|(?:andere|ingeschakelde) (?:ver|be)werkers?"
    r"|onderaannemers?|toeleveranciers?|derden?|medewerkers?|personeel|werknemers?|aangestelden?",
    CUSTOMER: r"(?:eind)?klant(?:en|s)?|opdrachtgevers?|(?:verwerkings-?)?verantwoordelijken?|afnemers?|controllers?"
    r"|cliënt|licentienemers?|abonnees?|gebruikers?|huurders?|(?:onderwijs|zorg)instelling(?:en)?|zorgaanbieders?|(?<!\d\s)(?<!\d)u",
    PROVIDER: r"(?:ver|be)werkers?|opdrachtnemers?|leveranciers?|dienstverleners?|aanbieders?|licentiegevers?"
    r"|processors?|wij|we",
}
_PARTY = re.compile(
    rf"(?<![\w-])(?:(?P<{OTHER}>{_NAMES[OTHER]})|(?P<{CUSTOMER}>{_NAMES[CUSTOMER]})|(?P<{PROVIDER}>{_NAMES[PROVIDER]}))"
    r"(?![\w-])",
    re.I,
)
# Words between a preposition and the party that it goes with: 'aan de betrokken Klant'.
_BETWEEN = r"(?:\s+(?:de|het|een|elke|iedere|alle|zijn|haar|hun|diens|desbetreffende|betrokken|betreffende))*\s+$"
_PREPOSITION = re.compile(
    rf"\b(?:aan|van|met|jegens|voor|bij|namens|tegenover|richting|onder|tot|naar|tegen|tussen|over|en|of){_BETWEEN}",
    re.I,
)
_BY = re.compile(rf"\bdoor{_BETWEEN}", re.I)
_PASSIVE = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?)\b", re.I)
_DONE = re.compile(rf"{_PASSIVE.pattern}|\b(?:is|zijn)\b", re.I)
# 'Het is aan Klant om', 'op Klant rust', 'de plicht van Klant', 'de apparaten van Klant': his, though not the subject.
_HIS = re.compile(
    r"(?:\bis (?:het )?aan|\brust(?:en)? op|^\W*op"
    r"|\b(?:\w*plicht(?:ing)?|taak|zaak|\w*verantwoordelijkheid|\w*apparat\w+|\w*appara(?:at|ten)|\w*toestel\w*|systemen"
    r"|\w*systeem|netwerk(?:en)?|\w*omgeving|werkplek\w*|browsers?|computers?|laptops?|servers?|zijde|kant|kantoren|kantoor)"
    rf"\s+van){_BETWEEN}",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:hij|zij|ze|deze|die|zijn|haar|hun|zelf|daar\w*|hier\w*|dit|dat)\b", re.I)

_SENTENCE = re.compile(
    r"(?<=[;!?])\s+|(?<=[.:])(?<!\bart\.)(?<!\bo\.a\.)(?<!\bbijv\.)(?<!\bnr\.)\s+(?=[A-ZÀ-Þ“\"‘(\[]|\d)"
)
_LEADING = (
    r"indien|als(?!\s+(?:bedoeld|genoemd|omschreven|in|gevolg|ook))|wanneer|zodra|nadat|voordat|tenzij|mits|ingeval(?!\s+van)"
    r"|voor zover|hoewel|ofschoon|omdat|doordat|aangezien|opdat|zodat|teneinde|om|dat"
)
_CONDITION = re.compile(
    r"\W*(?:indien|als|wanneer|zodra|nadat|voordat|tenzij|mits|ingeval(?!\s+van)|voor zover|opdat)\b", re.I
)
_LEADS = re.compile(rf"\W*(?:{_LEADING})\b", re.I)
_GOVERNED = re.compile(r"\W*(?:dat|om|of)\b", re.I)
# A verb in the third person, or an auxiliary; words that only end so are none.
_VERB = (
    r"(?:(?!(?:met|het|niet|uit|tot|dat|wat|direct|bewust|terstond|juist|kort|welgeteld|zonodig|desgevraagd|ten|dit)\b)"
    r"[a-zà-ÿ]+t|zal|zullen|kan|kunnen|is|zijn|mag|mogen|moeten|worden|hebben|stellen|melden|informeren)"
)
_CUT = re.compile(
    rf"(?:,\s?|\s)(?=(?:{_LEADING}|terwijl|waarna|waarbij|waarop|waardoor|maar|doch|echter)\b)"
    rf"|,\s?(?=(?:die|welke|waar\w+|en\s{_VERB}|dan)\b)|(?<=s)\s(?=die\s)|\sen\s(?={_VERB}\s)|,\s(?={_VERB}\s)",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|geweest|voorheen|vroeger|destijds|verleden|voormalige?|toenmalige?|eertijds)\b",
    re.I,
)
_POSSIBLE = re.compile(
    r"\b(?:(?:kan|kunnen|mag|mogen)(?!(?:\s\w+){0,3}\s(?:alleen|slechts|uitsluitend|enkel)\b)|zou(?:den)?|eventueel"
    r"|optioneel|optionele|desgewenst|desgevraagd|op (?:eerste |schriftelijk )?verzoek|meerprijs|mogelijkheid"
    r"|voornemens|van plan|streef\w*|streven\w*|overweeg\w*|overwegen|tracht\w*|poog\w*|beoog\w*|hoopt?|hopen|verwacht"
    r"|ambitie|spant zich|inspan\w*|werkt toe"
    r"|(?:onderzoekt?|onderzocht|onderzoeken|besproken|nagegaan|nagaat|na|beslist|besluit|bekijkt|bezien)\sof)\b",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:advise(?:er|re)\w*|raadt|raden|aanraden|aanbev\w+|beveelt|bevelen|wenst?|wensen|gewenst|verlang\w*|wil|willen"
    r"|verzoekt|vraagt|eist|eisen|voorkeur|toezeggen|garanderen)\b",
    re.I,
)
_RELIES = re.compile(r"\b(?:vertrouw\w*|uitga\w*|reken\w*)\b", re.I)
_NO = r"(?:niet|geen|nooit|nimmer|noch|evenmin|zonder)"
# 'Niet minder dan', 'geen oudere versie dan', 'niet alleen', 'zonder onredelijke vertraging' deny nothing.
_LITOTES = re.compile(
    r"\b(?:niet|geen|nooit)\s+(?:(?:minder|lager|ouder|later|langer|alleen|slechts|enkel)\b|\w+ere\s+(?:\w+\s+)?dan\b)"
    r"|\bzonder\s+(?:\w+\s+)?(?:vertraging|uitstel|verwijl|dralen)\b",
    re.I,
)
_DENIED = re.compile(rf"\b{_NO}\b", re.I)
_DENIED_BEHIND = re.compile(r"(?:(?!\b(?:die|dat|waar\w*)\b)[^,;:.]){0,60}?\b(?:niet|nooit|nimmer|evenmin)\b", re.I)


# What belongs to a party or is denied stands within so many characters.
_NEAR, _FAR = 80, 160

# Nobody owes or may what these say; and 'not without', 'not unless' say that it is so.
_RELEASED = re.compile(
    rf"\b(?:{_NO}\b[^,;.]{{0,80}}\b(?:verplicht\w*|gehouden|plicht|recht|gerechtigd|bevoegd\w*|aanspraak|toegestaan"
    r"|gebonden|vereist|nodig)|(?:hoeft|hoeven)\b[^,;.]{0,80}\b(?:niet|geen)|niet aansprakelijk|geen aansprakelijkheid"
    r"|uitgesloten|sluit\b[^,;.]{0,80}\buit|doet afstand|ziet af|weigert|vrijgesteld|ontheven)\b",
    re.I,
)
_EXCEPTED = re.compile(
    r"\b(?:niet|geen|nooit)\b[^;.]{0,160}?\b(?:dan|zonder|tenzij|behalve|behoudens|alvorens)\b", re.I
)
_NOT = re.compile(r"\b(?:niet|geen|nooit|nimmer|noch|evenmin)\b", re.I)
_NOT_BEHIND = re.compile(r"\w*(?:\s\w+){0,3}?\s(?:niet(?! zelf\b)|nooit|nimmer|evenmin)\b", re.I)
_AGAINST = re.compile(
    r"\b(?:niet|geen|nooit)\b[^,;.]{0,80}\b(?:verzet\w*|weiger\w*|belemmer\w*|verhinder\w*|tegenwerk\w*)"
    r"|\b(?:verzet\w*|weiger\w*|behoud\w*|bewaar\w*|houdt?|belemmer\w*|verhinder\w*)\b[^,;.]{0,80}"
    r"\b(?:niet|geen|nooit)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """``words`` at ``start`` of a text, in the sentence from ``opens`` to ``closes``. ``actor`` is who acts, or empty;
    ``firm`` is false for what is past, possible, wished or a condition."""

    start: int
    words: str
    opens: int
    closes: int
    actor: str
    firm: bool

    def denies(self, at: int) -> bool:
        """Whether the clause says 'no' to what stands at ``at`` of the text."""
        low = max(0, at - self.start - _FAR)
        here = at - self.start - low
        words = _LITOTES.sub(lambda match: " " * len(match[0]), self.words[low : low + here + _FAR])
        return bool(_DENIED.search(words, 0, here) or _DENIED_BEHIND.match(words, here))


@lru_cache(maxsize=256)
def clauses(plain: str) -> tuple[Clause, ...]:
    """The clauses of ``plain``, in order and without gaps that hold words."""
    found: list[Clause] = []
    for opens, sentence in _pieces(_SENTENCE, plain, 0):
        actor = found[-1].actor if found and _PRONOUN.search(sentence[:60]) else ""
        before = None
        for start, words in _pieces(_CUT, sentence, opens):
            mine = _actor(words)
            if not mine and before is not None:
                # 'Indien Klant dat wil, wordt ...': what leads tells nothing of who acts in the main clause.
                leads = _LEADS.match(before) and not _LEADS.match(words)
                mine = "" if leads and not _PRONOUN.search(words) else actor
            elif not mine:
                mine = actor
            firm = not (_CONDITION.match(words) or _PAST.search(words) or _POSSIBLE.search(words))
            over = before if before is not None and _GOVERNED.match(words) and not _RELIES.search(before) else ""
            wished = any(_WISHED.search(said) for said in (words, over)) or _POSSIBLE.search(over)
            found.append(Clause(start, words, opens, opens + len(sentence), mine, firm and not wished))
            actor, before = mine, words
    return tuple(found)


def clause_at(plain: str, at: int) -> Clause:
    """The clause of ``plain`` that holds the character at ``at``."""
    found = clauses(plain)
    return found[max(0, bisect_right(found, at, key=lambda clause: clause.start) - 1)]


def says_opposite(plain: str, start: int, end: int, forbids: bool = False) -> bool:
    """Whether ``plain`` denies what it speaks of from ``start`` to ``end``: 'is niet verplicht', 'verleent geen
    bijstand'. Of what ``forbids`` only a release is the opposite: 'geen doorgifte' is what it asks."""
    found = clauses(plain)
    at = found.index(clause_at(plain, start))
    clause = found[at]
    over = found[at - 1] if at and _GOVERNED.match(clause.words) and found[at - 1].opens == clause.opens else None
    for one in (over, clause):
        said = _LITOTES.sub("", one.words) if one else ""
        if _RELEASED.search(said) or (one is over and not forbids and _NOT.search(said)):
            return not _AGAINST.search(said)
    if forbids or _EXCEPTED.search(plain, clause.start, clause.closes) or _AGAINST.search(clause.words):
        return False
    before = _LITOTES.sub("", plain[max(clause.start, start - _NEAR) : start])
    last = clause_at(plain, end - 1)
    return bool(_NOT.search(before) or _NOT_BEHIND.match(plain, end, last.start + len(last.words)))


def _pieces(pattern: re.Pattern[str], words: str, offset: int) -> Iterator[tuple[int, str]]:
    start = 0
    for match in pattern.finditer(words):
        if words[start : match.start()].strip():
            yield offset + start, words[start : match.start()]
            start = match.end()
    if words[start:].strip():
        yield offset + start, words[start:]


def _actor(words: str) -> str:
    """Who acts in a clause: who it is done by, whose duty or thing it is, or its subject, which in the passive does not
    act ('Klant wordt ingelicht')."""
    passive, done = _PASSIVE.search(words), _DONE.search(words)
    subject = his = ""
    for match in _PARTY.finditer(words):
        party, at = str(match.lastgroup), match.start()
        low = max(0, at - _NEAR)
        if _BY.search(words, low, at):
            if done:
                return party
        elif _HIS.search(words, low, at):
            his = his or party
        elif not _PREPOSITION.search(words, low, at):
            subject = subject or party
    return his or ("" if passive else subject)
