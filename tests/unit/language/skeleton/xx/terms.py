"""Every word is its own stem."""

from collections.abc import Iterator

from clausule.language.terms import Capital

FUNCTION_WORDS: frozenset[str] = frozenset()


def written_forms(term: str) -> tuple[str, ...]:
    return (term,)


def capitals(plain: str) -> tuple[Capital, ...]:
    return ()


def runs(found: tuple[Capital, ...]) -> list[list[Capital]]:
    return [[capital] for capital in found]


def as_phrase(run: list[Capital]) -> Capital | None:
    return None


def looks_common(word: str) -> bool:
    return False


def firms(plain: str) -> frozenset[str]:
    return frozenset()


def stem(word: str) -> str:
    return word.casefold()


def stems(form: str) -> set[str]:
    return {stem(form)}


def lower_stems(plain: str) -> frozenset[str]:
    return frozenset()


def verbal(word: str) -> str:
    return ""


def may_be_plural(word: str) -> bool:
    return False


def synonyms(word: str) -> frozenset[str]:
    return frozenset()


def is_compound_variant(word: str, term: str) -> bool:
    return False


def is_inflection(word: str, form: str) -> bool:
    return True


def bare_names(plain: str) -> Iterator[tuple[int, str]]:
    yield from ()
