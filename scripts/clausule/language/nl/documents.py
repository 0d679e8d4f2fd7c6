"""What documents of the parties are called: 'de Hoofdovereenkomst', 'Algemene Voorwaarden', 'SLA'; and which of these a
text is itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausule.model.repeated import once_a_text

_NOUNS = (
    r"overeenkomst(?:en)?|voorwaarden|contract(?:en)?|addend(?:um|a)|allonge|polis(?:sen)?|offertes?|convenant|reglement"
    r"|statuten|protocol|gedragscode|verklaring|beleid|handboek|bestelformulier|orderformulier|aanmeldformulier"
    r"|(?:order|opdracht)bevestiging|bestelling|aanbieding|voorstel|prijslijst|plan|bestek|programma\svan\seisen|cao"
    r"|(?:contract|model|standaard)\s?bepalingen|(?:contract|model)?clausules|akte|leidraad|aanwijzing|richtsnoeren"
)
_SHORT = (
    r"SLA|DVO|NDA|DPA|MSA|SOW|DAP|PvE|NvI|AV|AIV|SCC(?:['’]?s)?|BCR(?:['’]?s)?|(?:ARBIT|ARVODI|GIBIT|ARIV|DNR|UAV(?:-GC)?"
    r"|FENIT|NLdigital|COC)(?:[\s-]?[12][0-9]{3})?|(?:NEN|ISO|IEC)(?:[\s/-](?:EN|IEC|ISO))*[\s-]?[0-9]{3,5}(?:[:-][0-9]{1,4})*"
    r"|Service\sLevel\sAgreement|Data\sProcessing\s(?:Agreement|Addendum)|Master\s(?:Services?\s)?Agreement"
    r"|Standard\sContractual\sClauses|Terms\sof\s(?:Use|Service)"
)
_COMPOUND = rf"[\w-]{{0,40}}?(?:{_NOUNS})(?:\s?[12][0-9]{{3}})?"
_END = r"(?!\w|-[^\W\d_]{2})"

NAME = rf"(?:(?:[\w-]{{2,30}}e\s{{1,8}}){{0,3}}?(?:{_COMPOUND})|(?-i:{_SHORT})){_END}"
"""The name of a document, in any case: 'algemene voorwaarden', 'Nadere Overeenkomst', 'SLA'."""

LARGE_NAME = rf"(?:(?:[A-Z][\w-]{{1,30}}\s{{1,8}}){{0,3}}?(?=[A-Z])(?i:{_COMPOUND})|(?:{_SHORT})){_END}"
"""The same, written with capital letters."""
_DETERMINER = re.compile(r"(?:de|het|een|onze|uw|zijn|haar|hun|der|des)\s+", re.I)
_SELF = re.compile(r"(?:deze|dit|onderhavige)\s+(?:[\w-]+\s+){0,2}$", re.I)
_NEAR = 60
_WHOLE = re.compile(NAME, re.I)

HEAD = re.compile(rf"(?:[\w-]{{0,40}}?(?:{_NOUNS})|(?-i:{_SHORT}))", re.I)
"""The one word by which the name of a document can be known."""

USUALLY_OWN = frozenset(
    f"{sub}{kind}overeenkomst" for sub in ("", "sub", "sub-") for kind in ("verwerkers", "verwerkings", "bewerkers")
)
"""What a text of which nothing else is known may call itself."""


def is_document(name: str) -> bool:
    """Whether ``name`` is that of a document of the parties, or of a norm, and no act's."""
    return _WHOLE.fullmatch(_DETERMINER.sub("", name, count=1)) is not None


def says_itself(text: str, start: int) -> bool:
    """Whether the words before the name at ``start`` say that it is this very document: 'deze overeenkomst'."""
    return _SELF.search(text, max(0, start - _NEAR), start) is not None


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether ``name`` is one of those in ``own``, which are in small letters."""
    bare = _DETERMINER.sub("", " ".join(name.split()).casefold(), count=1)
    return bare in own or bare.removesuffix("en") in own


def own_names(title: str, defined: Iterable[tuple[str, str]]) -> frozenset[str]:
    """What an agreement with that ``title`` is called in its own words, in small letters. ``defined`` are its terms,
    each with its definition: 'Overeenkomst' may be another one."""
    named = {" ".join(match["name"].split()).casefold() for match in _IN_TITLE.finditer(title)}
    named |= {name.rsplit(" ", 1)[-1] for name in named}
    own = set(named) if any("overeenkomst" not in name for name in named) else named | USUALLY_OWN
    for term, definition in defined:
        name = " ".join(term.split()).casefold()
        if _is_head(name.rsplit(" ", 1)[-1]):
            itself = _OF_ITSELF.match(definition) is not None
            if itself:
                own.add(name)
            elif name == "overeenkomst":
                own.discard(name)
    return frozenset(own)


@once_a_text
def _is_head(word: str) -> bool:
    return HEAD.fullmatch(word) is not None


_IN_TITLE = re.compile(
    rf"(?<!\w)(?P<name>(?:(?:algemene|bijzondere|aanvullende|nadere)\s+)?(?:{_COMPOUND}|{_SHORT})){_END}", re.I
)
_OF_ITSELF = re.compile(r"\W*(?:is|zijn|betekent|:)?\s*(?:deze|dit|(?:de|het)\s+(?:onderhavige|voorliggende))\b", re.I)
