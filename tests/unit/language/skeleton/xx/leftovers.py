"""A place to fill in is a word in two brackets."""

import re
from collections.abc import Iterator

_PLACE = re.compile(r"\[\[\w+\]\]")


def places(plain: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _PLACE.finditer(plain))
