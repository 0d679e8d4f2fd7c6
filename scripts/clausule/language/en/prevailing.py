"""How an English text says which of two texts counts."""

from __future__ import annotations

from collections.abc import Iterator

from clausule.language.prevailing import PrevailingWords, Prevails

_COUNTS = r"(?:binding|decisive|authoritative|authentic|leading|controlling)"
_WORDS = PrevailingWords(
    {"Dutch": "nl", "English": "en", "German": "de", "French": "fr"},
    (
        r"\bthe\sNAME(?:[\s-]language)?\s(?:text|version|original|wording)(?:\s(?:of|over)\s[^.;,]{1,60}?|\sthereof)?,?\s"
        r"(?:(?:shall|will|must)\s)?(?:always\s|exclusively\s)?"
        rf"(?:prevails?|governs?|controls?|takes?\s(?:precedence|priority)|ha(?:s|ve)\sprecedence"
        rf"|(?:is|be)\s(?:the\s)?{_COUNTS})\b",
        r"\bonly\sthe\sNAME(?:[\s-]language)?\s(?:text|version|original)(?:\sof\s[^.;,]{1,60}?)?"
        r"\s(?:is|shall be)\sbinding\b",
    ),
)


def find(plain: str) -> Iterator[Prevails]:
    """Where ``plain`` says which text counts."""
    return _WORDS.find(plain)
