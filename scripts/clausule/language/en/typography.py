"""How canonical words, which have straight quotes, are shown: with the quotes that English printers use."""

from __future__ import annotations

import re

# Behind these a quote opens; and an apostrophe that stands for left out letters: 'tis.
_OPENS = frozenset(" \t\n([{-/“‘")
_SHORTENED = re.compile(r"'(?:tis|twas|em|til|cause)\b", re.I)

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def typeset(words: str) -> str:
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
            shown.append("‘" if opens and not _SHORTENED.match(words, place) else "’")
        else:
            shown.append(letter)
    return "".join(shown)


def canonical_quotes(shown: str) -> str:
    """The canonical words that ``typeset`` made ``shown`` of."""
    return shown.translate(_STRAIGHT)
