"""Whose duty an English clause states, and whether it states one: the words for ``Duties``."""

from __future__ import annotations

import re

from clausule.language.duties import CUSTOMER, OTHER, PROVIDER, Duties

# Who parties and others are called. The longest name at a place counts: 'data controller', 'sub-processor'.
_NAMES = {
    OTHER: r"sub-?\s?processors?|sub-?\s?contractors?|(?:other|another|further) processors?|third part(?:y|ies)"
    r"|personnel|employees?|staff|agents?|affiliates?|auditors?",
    CUSTOMER: r"(?:data\s)?controllers?|customers?|clients?|subscribers?|licensees?|(?:end[\s-]?)?users?|buyers?"
    r"|purchasers?|data exporters?|schools?|tenants?|you",
    PROVIDER: r"(?:data\s)?processors?|suppliers?|(?:service\s)?providers?|vendors?|licensors?|contractors?|company"
    r"|data importers?|sellers?|we",
}
_PARTY = re.compile(
    rf"(?<![\w-])(?:(?P<{OTHER}>{_NAMES[OTHER]})|(?P<{CUSTOMER}>{_NAMES[CUSTOMER]})|(?P<{PROVIDER}>{_NAMES[PROVIDER]}))"
    r"(?![\w-])(?!['’]s|\s(?:personal\s)?data\b)",
    re.I,
)
# Words between a preposition and the party that it goes with: 'to the relevant Customer'.
_BETWEEN = r"(?:\s+(?:the|a|an|each|every|all|any|its|his|her|their|such|relevant|affected|respective|that))*\s+$"
_PREPOSITION = re.compile(
    rf"\b(?:to|of|with|for|at|on behalf of|towards?|under|from|against|between|by|and|or|notif(?:y|ies)|inform"
    rf"|informs|assists?"
    rf"|provides?|tells?|alerts?|enables?|allows?|about|upon|on){_BETWEEN}",
    re.I,
)
_BY = re.compile(rf"\bby{_BETWEEN}", re.I)
_DONE = re.compile(r"\b(?:is|are|be|been|being|was|were)\b", re.I)
_PASSIVE = re.compile(
    r"\b(?:is|are|be|been|being)\s+(?:\w+ly\s+)?(?:\w+ed|told|given|made|sent|kept|held|done|shown)\b", re.I
)
# 'It is for Customer to', 'the duty of Customer', 'the devices of Customer': theirs, though not the subject.
_HIS = re.compile(
    r"(?:\bis for|\bit is up to|\brests? (?:up)?on"
    r"|\b(?:duty|duties|obligations?|responsibilit(?:y|ies)|devices?|systems?|networks?|environments?|premises|computers?"
    rf"|laptops?|servers?|side|offices?) of){_BETWEEN}",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|them|their|he|she|this|that|these|those|such|there\w*|here\w*)\b", re.I)

_SENTENCE = re.compile(
    r"(?<=[;!?])\s+|(?<=[.:])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bNo\.)(?<!\bart\.)(?<!\bsec\.)(?<!\bInc\.)\s+(?=[A-Z“\"‘(\[]|\d)"
)
_LEADING = (
    r"if|when|whenever|where(?!\w)|once|after|before|unless|until|provided that|to the extent|insofar as|although"
    r"|though"
    r"|because|since|as soon as|in order to|so that|in case(?!\sof)|in the event(?!\sof)"
)
_CONDITION = re.compile(
    r"\W*(?:if|when|whenever|where(?!\w)|once|after|before|unless|until|provided that|to the extent|insofar as"
    r"|in case(?!\sof)"
    r"|in the event(?!\sof)|should)\b",
    re.I,
)
_LEADS = re.compile(rf"\W*(?:{_LEADING})\b", re.I)
_GOVERNED = re.compile(r"\W*(?:that|to|whether)\b", re.I)
_CUT = re.compile(
    rf"(?:,\s?|\s)(?=(?:{_LEADING}|while|whereas|whereby|whereupon|but|however)\b)"
    r"|,\s?(?=(?:which|who|and\s(?:shall|will|must|may|is|are)|then)\b)|\sand\s(?=(?:shall|will|must|may)\s)"
    r"|,\s(?=(?:the\s)?(?-i:[A-Z])[\w-]+\s(?:shall|will|must|may|(?!is\b|this\b|its\b|has\b|was\b|as\b)(?-i:[a-z]+[a-z]s))\b)",
    re.I,
)
_PAST = re.compile(r"\b(?:was|were|had|formerly|previously|in the past|used to|prior versions?|former)\b", re.I)
_POSSIBLE = re.compile(
    r"\b(?:(?:may|can|could|might)(?!(?:\s\w+){0,2}\s(?:only|solely)\b)|would|optional(?:ly)?"
    r"|upon (?:written )?request|on (?:written )?request"
    r"|at (?:its|their|customer'?s) (?:request|discretion)|additional (?:fee|charge)|intends?|plans? to|aims?"
    r"|strives?|considers?|hopes?"
    r"|endeavou?rs?|seeks? to|tries|attempts?|expects?|ambition|reasonable efforts|best efforts|commercially reasonable"
    r"|investigates? whether|decides? whether)\b",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:advis(?:es?|ed)|recommends?|recommended|suggests?|wish(?:es)?|wants?|desires?|requests? that|asks?"
    r"|demands?|prefers?"
    r"|encourages?)\b",
    re.I,
)
_RELIES = re.compile(r"\b(?:rel(?:y|ies)|trusts?|assumes?)\b", re.I)
_NO = r"(?:not|no|never|nor|neither|without|cannot|n[o']t)"
# 'Not less than', 'no older version than', 'not only', 'without undue delay' deny nothing.
_LITOTES = re.compile(
    r"\b(?:not|no|never)\s+(?:(?:less|lower|later|longer|fewer|only|merely|limited)\b|\w+er\s+(?:\w+\s+)?than\b)"
    r"|\bwithout\s+(?:\w+\s+)?(?:delay|limitation|prejudice)\b|\bno\s+(?:later|less|longer|event)\b",
    re.I,
)
_DENIED = re.compile(rf"\b{_NO}\b|\b\w+n['’]t\b", re.I)
_DENIED_BEHIND = re.compile(r"(?:(?!\b(?:which|that|who|where\w*)\b)[^,;:.]){0,60}?\b(?:not|never|neither)\b", re.I)

# What belongs to a party or is denied stands within so many characters.

# Nobody owes or may what these say; and 'not without', 'not unless' say that it is so.
_RELEASED = re.compile(
    rf"\b(?:{_NO}\b[^,;.]{{0,80}}\b(?:oblig\w*|required|bound|dut(?:y|ies)|right|entitled|permitted|allowed|necessary|liab\w*"
    r"|responsib\w*)|(?:need|shall have no|has no|have no)\b[^,;.]{0,80}\b(?:not|obligation|duty|right|liability)"
    r"|not liable|excluded"
    r"|disclaims?|waives?|refuses?|exempt(?:ed)?|released)\b",
    re.I,
)
_EXCEPTED = re.compile(
    r"\b(?:not|no|never)\b[^;.]{0,160}?\b(?:without|unless|except|other than|save|until|before|only)\b", re.I
)
_NOT = re.compile(r"\b(?:not|no|never|nor|neither|cannot)\b", re.I)
_NOT_BEHIND = re.compile(r"\w*(?:\s\w+){0,3}?\s(?:not(?! itself\b)|never)\b", re.I)
_AGAINST = re.compile(
    r"\b(?:not|no|never)\b[^,;.]{0,80}\b(?:oppos\w*|refus\w*|hinder\w*|prevent\w*|obstruct\w*|withh[eo]ld\w*|delay\w*)"
    r"|\b(?:oppos\w*|refus\w*|retain\w*|keep\w*|hinder\w*|prevent\w*|obstruct\w*|withh[eo]ld\w*)\b[^,;.]{0,80}\b(?:not|no|never)\b",
    re.I,
)

# 'Processor shall ensure that Customer is notified': the subject acts, though something is done.
_BEFORE_VERB = re.compile(r"\W*(?:\w+\s){1,6}?(?:shall|will|must)\s(?!be\b)", re.I)

DUTIES = Duties(
    sentence=_SENTENCE, cut=_CUT, party=_PARTY, preposition=_PREPOSITION, by=_BY, done=_DONE, passive=_PASSIVE,
    ensures=_BEFORE_VERB, his=_HIS, pronoun=_PRONOUN, leads=_LEADS, condition=_CONDITION, governed=_GOVERNED,
    relies=_RELIES, past=_PAST, possible=_POSSIBLE, wished=_WISHED, litotes=_LITOTES, denied=_DENIED,
    denied_behind=_DENIED_BEHIND, unless=_CONDITION, released=_RELEASED, excepted=_EXCEPTED, negated=_NOT,
    negated_behind=_NOT_BEHIND, against=_AGAINST,
)  # fmt: skip
