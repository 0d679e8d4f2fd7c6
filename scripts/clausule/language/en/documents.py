"""What documents of the parties are called: 'the Master Agreement', 'Terms of Service', 'SLA'; and which of these a
text is itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NOUNS = (
    r"agreements?|addend(?:um|a)|contracts?|terms(?:\sand\sconditions|\s&\sconditions)?|conditions|polic(?:y|ies)"
    r"|(?:purchase\s|work\s|service\s|sales\s)?orders?(?:\sforms?)?|statements?\sof\swork|by-?laws|statutes|charter"
    r"|articles\sof\s(?:association|incorporation)|codes?(?:\sof\s(?:conduct|practice))|rules|guidelines?|handbook|manual"
    r"|deeds?|leases?|licen[cs]es?|protocol|instrument|(?:standard\s)?(?:contractual\s|model\s)?clauses"
    r"|proposals?|quotations?|quotes?|offers?|tenders?|memorand(?:um|a)(?:\sof\s(?:association|understanding))?|(?:privacy\s)?notice"
    r"|specifications?|documentation|standards?|framework|whitepaper|white\spaper|insurance\spolicy|plan|letter|warranty|undertaking"
)
_SHORT = (
    r"RFC\s?[0-9]{3,5}|SLA|NDA|DPA|MSA|SOW|PSA|EULA|T&C[s]?|ToS|TOS|ToU|AUP|GTC[s]?|BAA|CDA|MOU|RFP|IDTA|IDT\sAddendum|UK\sAddendum|(?:EU\s|UK\s|C2P\s|P2P\s)?SCCs?"
    r"|BCRs?|(?:ISO|IEC|NEN|BS|EN|NIST|PCI|SOC)(?:[\s/-](?:EN|IEC|ISO|DSS|SP))*[\s-]?[0-9]{0,5}(?:[:-][0-9]{1,4})*"
)
_WORD = r"(?:[A-Za-z][\w'’&/.-]{0,30}|[0-9]{4})"
_OF_WHAT = (
    r"(?:\s(?:of|for|on|with|between|governing)\s(?:the\s)?(?-i:[A-Z])[\w'’&.-]{0,30}"
    r"(?:\s(?:(?:and|of|the|&|of\sthe)\s)?(?-i:[A-Z])[\w'’&.-]{0,30}){0,4})?"
)
_END = r"(?!\w|-[^\W\d_]{2})"
_STOPS = (
    r"(?!(?:is|are|was|were|shall|will|may|can|must|and|or|which|that|this|these|as|if|when|where|unless|under|pursuant|by|with"
    r"|for|to|in|on|at|of|the|an?|any|each|article|section|clause|paragraph|annex|schedule|appendix|exhibit|not|no|apply|applies"
    r"|from|its|other|such)\b)"
)

NAME = (
    rf"(?:(?:{_STOPS}{_WORD}\s{{1,8}}){{0,6}}?(?:{_NOUNS})(?:\s?[12][0-9]{{3}})?{_OF_WHAT}"
    rf"|(?:(?-i:[A-Z])[\w'’&.-]{{1,30}}\s){{0,3}}?(?-i:{_SHORT})){_END}"
)
"""The name of a document, in any case: 'terms and conditions', 'Master Services Agreement', 'SLA'."""

LARGE_NAME = (
    rf"(?:(?:[A-Z][\w'’&.-]{{1,30}}\s{{1,8}}){{0,5}}?(?=[A-Z])(?i:{_NOUNS}){_OF_WHAT}"
    rf"|(?:(?:[A-Z][\w'’&.-]{{1,30}}\s){{0,3}}?(?:{_SHORT}))){_END}"
)
"""The same, written with capital letters."""

_DETERMINER = re.compile(r"(?:the|an?|our|your|its|his|her|their|each|such)\s+", re.I)
_SELF = re.compile(r"\b(?:this|these|the\s+present)\s+(?:[\w'’-]+\s+){0,5}$", re.I)
_WHOLE = re.compile(NAME, re.I)
_AGREEMENT = "agreement"

HEAD = re.compile(rf"(?:{_NOUNS}|(?-i:{_SHORT}))", re.I)
"""The words by which the name of a document can be known."""

_PROCESSING = ("processing", "protection", "privacy", "gdpr", "processor")
USUALLY_OWN = frozenset(
    {"dpa", "addendum", "data processing agreement", "data processing addendum", "data processing terms"}
    | {"data protection addendum", "data protection agreement", "gdpr addendum", "data processor agreement"}
    | {"processing agreement", "processor agreement"}
)
"""What a text of which nothing else is known may call itself."""


def is_document(name: str) -> bool:
    """Whether ``name`` is that of a document of the parties, or of a norm, and no act's."""
    return _WHOLE.fullmatch(_DETERMINER.sub("", name, count=1)) is not None


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether ``name`` is one of those in ``own``, which are in small letters."""
    return _DETERMINER.sub("", " ".join(name.split()).casefold(), count=1) in own


def own_names(title: str, defined: Iterable[tuple[str, str]]) -> frozenset[str]:
    """What an agreement with that ``title`` is called in its own words, in small letters. ``defined`` are its terms,
    each with its definition: 'Agreement' may be another one."""
    words = " ".join(title.split()).casefold()
    own: set[str] = set()
    for noun in re.findall(rf"\b(?:{_NOUNS}|{_SHORT}){_END}", words, re.I):
        own.add(noun.casefold())
        own |= {match[0].casefold() for match in re.finditer(rf"(?:[\w'’&-]+\s){{1,3}}{re.escape(noun)}", words)}
    if any(noun in own for noun in ("addendum", _AGREEMENT)) and any(word in words for word in _PROCESSING):
        own |= USUALLY_OWN - ({"addendum"} if "addendum" not in own else set())
    if words:
        own |= {words, "".join(word[0] for word in words.split())}  # 'Master Services Agreement' is the MSA
    for term, definition in defined:
        name = " ".join(term.split()).casefold()
        if HEAD.search(term) is None and HEAD.search(name) is None:
            continue
        if _is_itself(term, definition):
            own.add(name)
        elif name == _AGREEMENT or name in own:
            own.discard(name)
    return frozenset(own or USUALLY_OWN)


def _is_itself(term: str, definition: str) -> bool:
    """Whether a definition says that the term is this very document: 'this DPA (the “Addendum”)' does, and 'this DPA
    is a part of the Master Agreement (the “Agreement”)' does not."""
    given = re.search(
        rf"(?P<before>[^()“”\"]{{0,80}})\((?:the|this|each|an?)?\s?[“\"‘']{re.escape(term)}[”\"’']", definition
    )
    if given:
        if re.match(r"\(this\b", definition[given.end("before") :], re.I):
            return True  # 'this Master Agreement (this “Agreement”)'
        return _SELF.search(given["before"]) is not None
    return _OF_ITSELF.match(definition) is not None


_OF_ITSELF = re.compile(r"\W*(?:(?:is|are|means?|shall mean|refers to|:)\s*)?(?:this|these|the\s+present)\b", re.I)
