"""Where a text says that the list of sub-processors is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

ELSEWHERE, SITE, ANNEX, REQUEST, PLAIN = "elsewhere", "site", "annex", "request", "list"


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that speaks of a list of sub-processors: ``words`` from ``start`` to ``end``. ``where`` says where the
    list is to be found: at an ``address`` (elsewhere), on a site without address, in an annex, on request, or
    unsaid."""

    start: int
    end: int
    where: str
    address: str = ""


SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z“\"‘(\[]|\d)")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”‘’()]+[^\s<>\"“”‘’().,;:!?]", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """How a language speaks of the list: the ``names`` of sub-processors, the list ``near`` them, and where it is: on
    the ``web``, in an ``annex``, on ``request``. ``is_denied`` says of a sentence whether it denies what stands at a
    place."""

    names: re.Pattern[str]
    near: re.Pattern[str]
    web: re.Pattern[str]
    annex: re.Pattern[str]
    request: re.Pattern[str]
    is_denied: Callable[[str, int], bool]

    def mentions(self, plain: str) -> list[Mention]:
        """The sentences of ``plain`` that speak of a list of sub-processors."""
        if not self.names.search(plain):
            return []
        found, start = [], 0
        for end in [*(match.start() for match in SENTENCE.finditer(plain)), len(plain)]:
            sentence = plain[start:end]
            if near := self.near.search(sentence):
                where, address = self._where(sentence)
                found.append(Mention(start + near.start(), start + near.end(), where, address))
            start = end
        return found

    def _where(self, sentence: str) -> tuple[str, str]:
        if address := _ADDRESS.search(sentence):
            return ELSEWHERE, address[0]
        on_the_web = [self.is_denied(sentence, web.start()) for web in self.web.finditer(sentence)]
        if not all(on_the_web):
            return SITE, ""
        for where, words in ((ANNEX, self.annex), (REQUEST, self.request)):
            if words.search(sentence):
                return where, ""
        return REQUEST if on_the_web else PLAIN, ""  # 'does not publish it on its website' promises no list there


def first_that_fits(rows: Iterable[tuple[str, str]], words: str) -> str:
    """The key of the first of ``rows``, pairs of a key and a pattern, that is in ``words``; empty where none is."""
    return next((key for key, pattern in rows if re.search(pattern, words, re.I)), "")
