"""It does not speak of sub-processors."""

from clausule.language.sub_processors import Mention


def speaks_of(plain: str) -> bool:
    return False


def is_about_processing(words: str) -> bool:
    return False


def mentions(plain: str) -> list[Mention]:
    return []


def promises(plain: str, days: int, months: int) -> bool:
    return False
