"""What an English text still has to be given: places that somebody meant to fill in before it was sent to anyone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausule.model.repeated import once_a_text

# '[COMPANY NAME]', '[date]', '[●]', '[[name]]'; not '[^1]', '[1]', '[ ]', '[x]', '[the] processor[s]', '[Reserved]'.
_BRACKET = re.compile(r"(?<![\w\])!])\[{1,2}(?P<inner>[^\[\]\n]{1,200})\]{1,2}(?![\w(\[])")
_NONE = re.compile(
    r"\^.*|\d{1,4}[a-z]?|\w|\s*|sic!?|ed\.?|(?:intentionally\s)?(?:left\s)?(?:reserved|omitted|deleted|blank)"
    r"|(?:this\s\w+\s(?:is\s)?)?(?:intentionally\s)?(?:left\s)?(?:blank|deleted|omitted|reserved)\.?|not used|repealed"
    r"|(?:the|an?|its|his|her|their|that|which|and|or|and/or)"
    # What an editor put in or put right: '[read: annuls]', '[and all]'.
    r"|(?:read|recte|meaning):?\s.*|(?:and|or|that is|namely|i\.e\.|sc\.)\s.*",
    re.I,
)
_OMITTED = re.compile(r"\s*(?:\.{3}|…)\s*")
_TWO = r"(?:\d{1,2}|xx)"
_DATE = re.compile(
    rf"(?<!\w)(?:{_TWO}[-/.]{_TWO}[-/.](?:20)?xx(?:xx)?|xx[-/.]{_TWO}[-/.]\d{{4}}|{_TWO}[-/.]xx[-/.]\d{{4}}"
    r"|(?:dd[-/.]mm|mm[-/.]dd)[-/.](?:yy){1,2}|yyyy-mm-dd)(?!\w)",
    re.I,
)
_CROSSES = re.compile(r"(?<![\w-])(?:X{3,}|x{3,}|XX|xx)(?![\w-])")
_NUMBERED = re.compile(
    r"\b(?:chapter|title|part|book|annex|schedule|appendix|protocol|century|article|section)\s$", re.I
)
_WORDS = re.compile(r"\b(?:TODO|FIXME|TBD|TBC|TBA|PLACEHOLDER)\b|\blorem ipsum\b|#{2,}\s?[A-Z]{3,}\s?#{2,}")
_BRACES = re.compile(r"\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|<<[^<>\n]{1,80}>>|\{[A-Za-zÀ-ÿ][\w .-]{0,60}\}")
_ANGLES = re.compile(r"<[A-Za-zÀ-ÿ][^<>@/=\n]{0,60}>")
_TO_FILL = re.compile(
    r"\((?:[^()\n]{0,40}\b)?(?:to be (?:completed|filled(?: in)?|inserted|confirmed|agreed|determined)"
    r"|please (?:fill in|complete"
    r"|insert|specify)|fill in|insert (?:here|name|date|address|details))(?! by\b)\b[^()\n]{0,40}\)",
    re.I,
)
_HINT = re.compile(
    r"[\[{<$●⚫⬤#]|xx|dd[-/.]mm|mm[-/.]dd|todo|fixme|tb[dca]|placeholder|lorem|fill|yyyy|to be |insert|please ", re.I
)
_SYMBOL = re.compile(r"(?<=[^\w])[●⚫⬤](?!\w)")


@once_a_text
def places(plain: str) -> tuple[tuple[int, int], ...]:
    """The places in ``plain`` that are still to be filled in, in order and without overlap."""
    found: list[tuple[int, int]] = []
    if _HINT.search(plain):
        for start, end in sorted(_all(plain), key=lambda span: (span[0], -span[1])):
            if not found or start >= found[-1][1]:
                found.append((start, end))
    return tuple(found)


def _all(plain: str) -> Iterator[tuple[int, int]]:
    for match in _BRACKET.finditer(plain):
        inner = match["inner"].strip()
        if not _NONE.fullmatch(inner) and not (_OMITTED.fullmatch(inner) and _is_quoted(plain, match.start())):
            yield match.span()
    for match in _CROSSES.finditer(plain):
        if not _NUMBERED.search(plain, max(0, match.start() - 12), match.start()):
            yield match.span()
    for pattern in (_DATE, _WORDS, _BRACES, _ANGLES, _TO_FILL, _SYMBOL):
        yield from (match.span() for match in pattern.finditer(plain))


def _is_quoted(plain: str, at: int) -> bool:
    """Whether ``at`` lies in a quotation, from which words may be left out."""
    return any(plain.count(opening, 0, at) > plain.count(closing, 0, at) for opening, closing in ("“”", "‘’", "«»"))
