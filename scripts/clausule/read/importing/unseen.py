"""What a plain text has for its layout alone: an indentation that all lines have, and signs that nobody sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from clausule.read.importing.document import Dropped
from clausule.read.importing.raw_lines import RawLine

_SOFT = "\u00ad"
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_INDENT = re.compile(r"[ \t\u00a0]*")
_FIRST = re.compile(r"\s*(?P<word>[^\W\d_]\S*)(?P<rest>.*)", re.S)


def without_layout(lines: Sequence[RawLine]) -> tuple[list[RawLine], list[Dropped]]:
    """The lines without such signs and the indentation of all of them, a word whole that a soft hyphen breaks at the
    end of a line; and the signs that went, by their names in Unicode."""
    gone = Counter(sign for line in lines for sign in _UNSEEN.findall(line.text))
    indents = [match[0] for line in lines if line.words and (match := _INDENT.match(line.text))]
    first, last = min(indents, default=""), max(indents, default="")  # what these begin with, all between them do
    common = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    texts = [line.text[common:] for line in lines]
    for at, below in enumerate(range(1, len(texts))):
        match = _FIRST.fullmatch(texts[below]) if texts[at].rstrip().endswith(_SOFT) else None
        if match:
            texts[at] = f"{texts[at].rstrip()}{match['word']}"
            texts[below] = match["rest"].lstrip()
    kept = [RawLine(_UNSEEN.sub("", text), line.number) for line, text in zip(lines, texts, strict=True)]
    dropped = [Dropped("signs that nobody sees", f"U+{ord(sign):04X}, {many} times") for sign, many in gone.items()]
    return kept, dropped
