"""Words around a reference say nothing."""

from collections.abc import Iterator


def thing_there(plain: str, start: int, end: int) -> tuple[str, int, int] | None:
    return None


def is_held(thing: str, plain: str) -> bool:
    return True


def lists_named(heading: str) -> Iterator[str]:
    yield from ()


def lists_there(plain: str, start: int, end: int) -> Iterator[str]:
    yield from ()


def denies(plain: str, start: int, end: int, forbids: bool) -> bool:
    return False


def actors(plain: str) -> frozenset[str]:
    return frozenset()


def names_sub_processors(plain: str) -> bool:
    return False
