"""It knows no act."""

from collections.abc import Mapping

from clausule.language.acts import NamedAct

ACTS: Mapping[str, NamedAct] = {}


def act_by_name(name: str) -> NamedAct | None:
    return None


def looks_like_act(name: str) -> bool:
    return False


def unknown_in(plain: str) -> tuple[tuple[int, int, str], ...]:
    return ()


def is_past(plain: str, start: int, end: int) -> bool:
    return False


def act_of(article: str) -> str:
    return ""
