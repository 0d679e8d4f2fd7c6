"""Whose duty a Dutch clause states, and whether it states one: the words for ``Duties``."""

from __future__ import annotations

import re

from clausule.language.duties import CUSTOMER, OTHER, PROVIDER, Duties

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

DUTIES = Duties(
    sentence=_SENTENCE, cut=_CUT, party=_PARTY, preposition=_PREPOSITION, by=_BY, done=_DONE, passive=_PASSIVE,
    his=_HIS, pronoun=_PRONOUN, leads=_LEADS, condition=_CONDITION, governed=_GOVERNED, relies=_RELIES, past=_PAST,
    possible=_POSSIBLE, wished=_WISHED, litotes=_LITOTES, denied=_DENIED, denied_behind=_DENIED_BEHIND,
    released=_RELEASED, excepted=_EXCEPTED, negated=_NOT, negated_behind=_NOT_BEHIND, against=_AGAINST,
)  # fmt: skip
