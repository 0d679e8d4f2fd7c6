"""What an English text still has to be given: places that somebody meant to fill in before it was sent to anyone."""

from __future__ import annotations

import re

from clausule.language.leftovers import CROSSED_DAY, Leftovers
from clausule.model.repeated import once_a_text

# '[COMPANY NAME]', '[date]', '[●]', '[[name]]'; not '[^1]', '[1]', '[ ]', '[x]', '[the] processor[s]', '[Reserved]'.
_NONE = re.compile(
    r"\^.*|\d{1,4}[a-z]?|\w|\s*|sic!?|ed\.?|(?:intentionally\s)?(?:left\s)?(?:reserved|omitted|deleted|blank)"
    r"|(?:this\s\w+\s(?:is\s)?)?(?:intentionally\s)?(?:left\s)?(?:blank|deleted|omitted|reserved)\.?|not used|repealed"
    r"|(?:the|an?|its|his|her|their|that|which|and|or|and/or)"
    # What an editor put in or put right: '[read: annuls]', '[and all]'.
    r"|(?:read|recte|meaning):?\s.*|(?:and|or|that is|namely|i\.e\.|sc\.)\s.*",
    re.I,
)
_ASKED = re.compile(
    r"\b(?:date|day|month|year|name|number|no|amount|sum|price|fee|rate|period|term|place|address|city|town|country|state"
    r"|url|link|website|e-?mail|(?:tele)?phone|company|firm|organi[sz]ation|client|customer|supplier|vendor|provider"
    r"|processor|controller|party|recipient|contact|signatory|signature|title|position|function|role|version|percentage"
    r"|currency|figure|reference|description|service|product|subject|other|insert|fill|describe|specify|complete|enter"
    r"|choose|select|add|state|your|to be|x+|n)\w{0,3}\b|[●…_*/|]|\.{3}",
    re.I,
)
_DATE = re.compile(
    rf"(?<!\w)(?:{CROSSED_DAY}"
    r"|(?:dd[-/.]mm|mm[-/.]dd)[-/.](?:yy){1,2}|yyyy-mm-dd)(?!\w)",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:chapter|title|part|book|annex|schedule|appendix|protocol|century|article|section)\s$", re.I
)
_WORDS = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|TBA|PLACEHOLDER)\b|\blorem ipsum\b|#{2,}\s?[A-Z]{3,}\s?#{2,}"
    # What a word processor leaves of a cross-reference, in its own language.
    r"|\b(?i:Error[!:]\s(?:Reference source not found|Bookmark not defined))"
)
_TO_FILL = re.compile(
    r"\((?:[^()\n]{0,40}\b)?(?:to be (?:completed|filled(?: in)?|inserted|confirmed|agreed|determined)"
    r"|please (?:fill in|complete"
    r"|insert|specify)|fill in|insert (?:here|name|date|address|details))(?! by\b)\b[^()\n]{0,40}\)",
    re.I,
)
_CORES = (
    *("error!", "error:"),
    *("[", "{", "<", "$", "●", "⚫", "⬤", "#", "xx", "yyyy", "dd-mm", "dd/mm", "dd.mm", "mm-dd", "mm/dd", "mm.dd"),
    *("todo", "fixme", "tbd", "tbc", "tba", "placeholder", "lorem", "fill", "to be ", "insert", "please "),
)
_LEFTOVERS = Leftovers(
    none=_NONE, asked=_ASKED, date=_DATE, numbered=_NUMBERED, words=_WORDS, to_fill=_TO_FILL, cores=_CORES
)


@once_a_text
def places(plain: str) -> tuple[tuple[int, int], ...]:
    """The places in ``plain`` that are still to be filled in, in order and without overlap."""
    return _LEFTOVERS.places(plain)
