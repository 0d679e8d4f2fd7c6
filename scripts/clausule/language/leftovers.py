"""What a text still has to be given: places that somebody meant to fill in before it was sent to anyone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from clausule.language.cores import has_core

_BRACKET = re.compile(r"(?<![\w\])!])\[{1,2}(?P<inner>[^\[\]\n]{1,200})\]{1,2}(?![\w(\[])")
_OMITTED = re.compile(r"\s*(?:\.{3}|…)\s*")
_OPENING, _CLOSING = tuple('“„"‘‚«'), tuple('”"’»')
_SIGNS = frozenset(_OPENING + _CLOSING)
_TWO = r"(?:\d{1,2}|xx)"
CROSSED_DAY = rf"{_TWO}[-/.]{_TWO}[-/.](?:20)?xx(?:xx)?|xx[-/.]{_TWO}[-/.]\d{{4}}|{_TWO}[-/.]xx[-/.]\d{{4}}"
"""A day of which a part is still to be written: 'xx-05-2018'."""
_CROSSES = re.compile(r"(?<![\w-])(?:X{3,}|x{3,}|XX|xx)(?![\w-])")
_BRACES = re.compile(r"\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|<<[^<>\n]{1,80}>>|\{[A-Za-zÀ-ÿ][\w .-]{0,60}\}")
_ANGLES = re.compile(r"<[A-Za-zÀ-ÿ][^<>@/=\n]{0,60}>")
_SYMBOL = re.compile(r"(?<=[^\w])[●⚫⬤](?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers:
    """The words of one language: what stands in brackets and is nothing to fill in (``none``), a day with a part to
    write (``date``), behind what crosses are a number (``numbered``: 'chapter XX'), ``words`` and remarks (``to_fill``)
    that say that something is to come. A text without one of the ``cores`` has none. Within a quotation, small words in
    brackets are the editor's ('“all [personal] data”'), unless they are ``asked`` for ('“within [number] days”')."""

    none: re.Pattern[str]
    asked: re.Pattern[str]
    date: re.Pattern[str]
    numbered: re.Pattern[str]
    words: re.Pattern[str]
    to_fill: re.Pattern[str]
    cores: tuple[str, ...]

    def places(self, plain: str) -> tuple[tuple[int, int], ...]:
        """The places in ``plain`` that are still to be filled in, in order and without overlap."""
        found: list[tuple[int, int]] = []
        if has_core(plain, self.cores):
            for start, end in sorted(self._all(plain), key=lambda span: (span[0], -span[1])):
                if not found or start >= found[-1][1]:
                    found.append((start, end))
        return tuple(found)

    def _all(self, plain: str) -> Iterator[tuple[int, int]]:
        quotations = _Quotations(plain)
        for match in _BRACKET.finditer(plain):
            inner = match["inner"].strip()
            if not self.none.fullmatch(inner) and not (self._is_editors(inner) and quotations.hold(*match.span())):
                yield match.span()
        for match in _CROSSES.finditer(plain):
            if not self.numbered.search(plain, max(0, match.start() - 12), match.start()):
                yield match.span()
        for pattern in (self.date, self.words, _BRACES, _ANGLES, self.to_fill, _SYMBOL):
            yield from (match.span() for match in pattern.finditer(plain))

    def _is_editors(self, inner: str) -> bool:
        """Whether who quotes may have put ``inner`` between brackets: for words that he left out, or small words."""
        return bool(_OMITTED.fullmatch(inner)) or (inner[:1].islower() and not self.asked.search(inner))


class _Quotations:
    """The quotations of a text, asked from begin to end: each sign is counted once."""

    def __init__(self, plain: str) -> None:
        self._plain, self._at = plain, 0
        self._signs: Counter[str] = Counter()
        self._last = plain.rfind('"')

    def hold(self, start: int, end: int) -> bool:
        """Whether what stands there lies in a quotation, and is not all of it."""
        plain, signs = self._plain, self._signs
        signs.update(one for one in plain[self._at : start] if one in _SIGNS)
        self._at = start
        if plain[start - 1 : start] in _OPENING and plain[end : end + 1] in _CLOSING:
            return False
        straight = signs['"'] % 2 == 1 and self._last >= end
        return straight or any(
            sum(signs[sign] for sign in opening) > signs[closing]
            for opening, closing in (("“„", "”"), ("‘‚", "’"), ("«", "»"))
        )
