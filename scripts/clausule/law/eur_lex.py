"""Where EUR-Lex has an act of the European Union, in the language of who reads it."""

from __future__ import annotations


def eur_lex(celex: str, language: str, fragment: str = "") -> str:
    """The address of the act with the number ``celex``; ``language`` is a tag such as ``nl``."""
    return f"https://eur-lex.europa.eu/legal-content/{language.upper()}/TXT/HTML/?uri=CELEX:{celex}{fragment}"
