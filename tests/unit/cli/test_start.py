"""What becomes of an error that nobody expected: a sentence."""

from __future__ import annotations

import pytest

from clausule.cli.start import _in_words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            OSError(28, "No space left on device", "site/index.html"),
            "site/index.html: No space left on device. Nothing that was published has changed. Make room there and run "
            "this again.",
        ),
        (
            OSError(13, "Permission denied", "docs"),
            "docs: Permission denied. Nothing that was published has changed. Name a place that is yours, or mend the "
            "rights.",
        ),
        (OSError(5, "Input/output error"), "a file: Input/output error. Nothing that was published has changed."),
        (OSError("strange"), "strange"),
        (
            RecursionError(),
            "the sources are too large or too deeply nested to handle. Nothing that was published has changed.",
        ),
    ],
)
def test_an_error_of_the_system_says_where_and_what_to_do(error: BaseException, words: str) -> None:
    assert _in_words(error) == words
