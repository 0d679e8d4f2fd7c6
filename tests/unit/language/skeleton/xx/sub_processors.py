"""A sub-processor is a 'helper', and it speaks of nothing else."""

from clausule.language.sub_processors import Mention

unknown = "unknown"


def speaks_of(plain: str) -> bool:
    return "helper" in plain


def mentions(plain: str) -> list[Mention]:
    return []


def promises(plain: str, days: int, months: int, working_days: int) -> bool:
    return False


def speaks_of_amendment(plain: str) -> bool:
    return False


def leaves_looking(plain: str) -> bool:
    return False


def is_working_day(term: str) -> bool:
    return False


def column(head: str) -> str:
    return head


def ground(words: str) -> str:
    return ""
