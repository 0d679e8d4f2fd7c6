"""A sub-processor is a 'helper', and it speaks of nothing else."""

from clausule.language.sub_processors import Mention

unknown = "unknown"


def speaks_of(plain: str) -> bool:
    return "helper" in plain


def mentions(plain: str) -> list[Mention]:
    return []


def promises(plain: str, days: int, months: int) -> bool:
    return False
