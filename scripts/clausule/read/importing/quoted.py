"""A text that came in an answer to a letter: before each of its lines stands the sign of what is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausule.read.importing.document import Doubt, Dropped
from clausule.read.importing.raw_lines import RawLine

_QUOTE = re.compile(r"(?:> ?)+")
_MOST = 0.6  # of the lines that have words


def without_quotes(lines: Sequence[RawLine]) -> tuple[list[RawLine], list[Dropped], list[Doubt]]:
    """The lines of such a text without that sign; what stands above and below them is of the letter, and left out. A
    line between them that has no sign stays, and is a doubt. Other texts stay as they are."""
    signs = {at: match[0] for at, line in enumerate(lines) if (match := _QUOTE.match(line.text))}
    said = [at for at, line in enumerate(lines) if line.words and len(signs.get(at, "")) < len(line.text)]
    if sum(at in signs for at in said) <= _MOST * len(said):
        return list(lines), [], []
    depth = min(sign.count(">") for sign in signs.values())
    inner = range(min(signs), max(signs) + 1)
    kept = [_bare(lines[at], depth) if at in signs else lines[at] for at in inner]
    outside = [line.words for at, line in enumerate(lines) if at not in inner and line.words]
    told = "this is not quoted, and stands within what is: "
    doubts = [
        Doubt(lines[at].number, told + lines[at].words[:40]) for at in inner if at not in signs and lines[at].words
    ]
    return kept, [Dropped("lines of a letter around the text", words) for words in outside], doubts


def _bare(line: RawLine, depth: int) -> RawLine:
    return RawLine(re.sub(rf"^(?:> ?){{{depth}}}", "", line.text), line.number)
