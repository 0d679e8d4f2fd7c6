"""It defines by name in brackets only."""

import re
from collections.abc import Iterator

from clausule.language.definitions import Given

_NAMED = re.compile(r"\(“(\w+)”\)")


def announces(plain: str) -> bool:
    return False


def is_title(title: str) -> bool:
    return False


def is_column(words: str) -> bool:
    return False


def is_term(words: str) -> bool:
    return False


def meaning_at(plain: str, end: int, marked: bool) -> int | None:
    return None


def names_given(plain: str) -> Iterator[Given]:
    yield from (Given(match.start(1), match[1]) for match in _NAMED.finditer(plain))
