"""No measure is promised."""

from collections.abc import Iterator

from clausule.language.measures import Promise


def find_promises(plain: str, listed: bool = False) -> Iterator[Promise]:
    yield from ()


def says_nothing(words: str) -> bool:
    return not words.strip()


def only_refers(before: str, behind: str) -> bool:
    return False


def says_goal(words: str) -> bool:
    return False


def says_purpose(title: str) -> bool:
    return False
