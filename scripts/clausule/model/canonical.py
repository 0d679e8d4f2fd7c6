"""The canonical form of words: what is compared, and what is hashed."""

from __future__ import annotations

import unicodedata

from clausule.model.patterns import pattern

TYPED = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("‐‑–—−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),  # nobody sees these
}
"""What is written in place of a sign that only typography tells apart."""

_TYPOGRAPHY = pattern(f"[{''.join(TYPED)}]")
_BLANK = pattern(r"(?<![.…_])[.…_]*(?:…{2}|\.{4}|…\.|_{4})[.…_]*")


def canonical(words: str) -> str:
    """``words`` in NFC with straight quotes, one kind of dash, single spaces, and every blank equally long.

    Ligatures and superscripts stay: 10² is not 102 (so NFC and not NFKC, Unicode Standard Annex 15).
    """
    if not words.isascii():
        words = _TYPOGRAPHY.sub(lambda found: TYPED[found[0]], unicodedata.normalize("NFC", words))
    if ".." in words or "…" in words or "__" in words:  # without one of these there is no blank, and looking is slow
        words = _BLANK.sub("…", words)
    return " ".join(words.split())
