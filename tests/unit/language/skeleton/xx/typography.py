"""Quotes stay straight."""


def typeset(words: str) -> str:
    return words


def canonical_quotes(shown: str) -> str:
    return shown
