"""How canonical words, which have straight quotes, are shown: with the quotes that printers use."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENS = frozenset(" \t\n([{-/“‘")
"""Behind these a quote opens."""
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Quotes:
    """``shortened``: an apostrophe that stands for letters left out at the begin of a word, with that word."""

    shortened: re.Pattern[str]

    def typeset(self, words: str) -> str:
        """``words`` with “double” and ‘single’ quotes and ’ for an apostrophe. As many characters as before, so that
        lengths that were measured on canonical words still hold."""
        if '"' not in words and "'" not in words:
            return words
        shown: list[str] = []
        for place, letter in enumerate(words):
            opens = not shown or shown[-1] in _OPENS
            if letter == '"':
                shown.append("“" if opens else "”")
            elif letter == "'":
                shown.append("‘" if opens and not self.shortened.match(words, place) else "’")
            else:
                shown.append(letter)
        return "".join(shown)

    def canonical_quotes(self, shown: str) -> str:
        """The canonical words that ``typeset`` made ``shown`` of."""
        return shown.translate(_STRAIGHT)
