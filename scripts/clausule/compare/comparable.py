"""The words that are compared: canonical words, and besides them folded what no reader can see."""

from __future__ import annotations

import unicodedata
from functools import cache

from clausule.model.canonical import canonical
from clausule.model.patterns import pattern
from clausule.model.repeated import once_a_text

# Unicode Standard Annex 44: these decompositions are other spellings of the same signs (ligatures, full width, Roman
# numerals as one character). Superscripts, fractions and mathematical letters look different, and stay.
_SAME_SIGNS = ("<compat>", "<wide>", "<narrow>", "<noBreak>")
_QUOTES_AND_DASHES = {
    **dict.fromkeys("‟″‶", '"'),
    **dict.fromkeys("´ʹʼˈ′‵‹›", "'"),
    **dict.fromkeys("‒―⁃﹘﹣－", "-"),
}
_KEPT = frozenset("…")  # the form of every ellipsis and blank
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_ELLIPSIS = pattern(r"(?<![.…])(?:\.{3}|\.(?: \.){2,})(?![.…])|(?<![_…])_{3}(?![_…])")
_WHITE = pattern(r"\s+")
_TOUCHES = pattern(r"(?<=\w) (?=\w)|(?<=\d[.,:]) (?=\d)|[^ ]+")


# What any Dutch or English text has, and is compared as it is; of all others we look what they are.
_OTHERS = pattern("[^ -~À-ıŒœ§€²³…]")


@cache
def _spelt(letter: str) -> str:
    if (letter.isascii() and letter.isprintable()) or letter in _KEPT:
        return letter
    if letter in _QUOTES_AND_DASHES:
        return _QUOTES_AND_DASHES[letter]
    category = unicodedata.category(letter)
    if letter in _DIRECTIONS or category == "Cc":
        return f"<U+{ord(letter):04X}>"  # it changes how words look, so it is no word that can be passed over
    if category == "Cf" or letter in _UNSEEN or unicodedata.name(letter, "").startswith("VARIATION SELECTOR"):
        return ""
    if unicodedata.decomposition(letter).startswith(_SAME_SIGNS):
        meant = unicodedata.normalize("NFKC", letter)
        return letter if meant.startswith(" ") else meant  # an accent that stands alone
    return letter


@once_a_text
def comparable(words: str) -> str:
    """``words`` in the form that is compared. Hashes are of ``canonical`` words, which never change; this folds more:
    ligatures and other spellings of the same signs, all that is unseen, and three points, which are an ellipsis.
    What steers the direction of the words has a name in its place, so that it can be seen.
    """
    words = canonical(words)
    if not (words.isascii() and words.isprintable()) and _OTHERS.search(words):
        words = " ".join(_OTHERS.sub(lambda found: _spelt(found[0]), words).split())
    if ".." in words or ". ." in words or "__" in words:
        words = _ELLIPSIS.sub("…", words)
    return words


def looks(text: str) -> str:
    """``text`` as the eye takes it: white space counts only between two words, or numbers. The borders of cells stay.

    Texts that look the same have not changed: ``5 %`` is ``5%``, and it is no change where a line begins.
    """
    return "\t".join("".join(_TOUCHES.findall(_WHITE.sub(" ", cell))) for cell in text.split("\t"))
