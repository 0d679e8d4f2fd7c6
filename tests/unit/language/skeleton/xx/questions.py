"""It asks nothing."""


def depends_on(words: str, options: tuple[str, ...]) -> str:
    return ""


def always_asked(words: str) -> frozenset[str]:
    return frozenset()


def asks_all(words: str) -> bool:
    return False


def asks_signature(words: str) -> bool:
    return False


def hours_in(words: str) -> int | None:
    return None


def breach_words(sentence: str) -> tuple[int, int] | None:
    return None


def breach_sentences(plain: str) -> tuple[tuple[int, int, int | None], ...]:
    return ()
