"""In which language a text is written, by its small words: a measure for a doubt, and no more."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from clausule.language.language import SOURCE, language_of, languages
from clausule.model.repeated import once_a_text

LEAST, TIMES = 12, 2
"""So many small words of another language, and so many times as many as of the own, make a text read as that."""

_WORD = re.compile(r"[^\W\d_]+(?:'[a-z])?")


@cache
def _telling() -> dict[str, str]:
    """The language that has a word among its small words, for those that one language alone has."""
    shared = Counter(word for tag in languages() for word in language_of(tag).terms.FUNCTION_WORDS)
    return {word: tag for tag in languages() for word in language_of(tag).terms.FUNCTION_WORDS if shared[word] == 1}


@once_a_text
def small_words(text: str) -> Counter[str]:
    """How many small words ``text`` has of each language, of those that no other language has."""
    telling = _telling()
    return Counter(map(telling.__getitem__, filter(telling.__contains__, _WORD.findall(text.casefold()))))


def reads_as(text: str, tag: str) -> str:
    """The language that ``text``, which says that it is ``tag``, reads as: another one where it has ``LEAST`` small
    words of that or more, and ``TIMES`` as many as of its own; else ``tag``."""
    counts = Counter[str]()
    for line in text.split("\n"):  # editions repeat their lines
        for language, often in small_words(line).items():
            counts[language] += often
    other, most = max(counts.items(), key=lambda row: row[1], default=(tag, 0))
    return other if other != tag and most >= max(LEAST, TIMES * counts[tag]) else tag


def likeliest(text: str, usual: str) -> str:
    """The language of which ``text``, which may be one sentence, has most small words; of those with as many the one
    in which it has most references, ``usual`` where there is no telling."""
    counts = Counter({usual: 0})
    for line in text.split("\n"):
        counts.update(small_words(line))
    most = max(counts.values())
    likely = [usual, *(tag for tag in languages() if tag != usual)]
    likely = [tag for tag in likely if counts[tag] == most]
    if len(likely) == 1:
        return likely[0]
    return max(likely, key=lambda tag: len(language_of(tag).references.find_references(text)))


def english_name(tag: str) -> str:
    """What English calls the language ``tag``, for a message to an author."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(tag).get_display_name(SOURCE) or tag)
    except (UnknownLocaleError, ValueError):
        return tag
