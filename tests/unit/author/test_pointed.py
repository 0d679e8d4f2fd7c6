"""What includes or borrows from an agreement that is renamed follows it; words of a text do not."""

from __future__ import annotations

import pytest

from clausule.author.rename import pointed

HEAD = 'version: "1.0"\n'
LISTED = "---\nterms_from:\n  - {0}@2\n  - oud-er@2\n---\n"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("docs/b/1/artikel-01.md", "{!docs/oud/1/artikel-01.md!}\n", "{!docs/nieuw/1/artikel-01.md!}\n"),
        ("docs/b/1/bijlage-1.md", "{! annexes/oud/bijlage-1/1.md !}", "{! annexes/nieuw/bijlage-1/1.md !}"),
        ("docs/b/1/artikel-01.md", "{!docs/oud-er/1/artikel-01.md!}\n", None),
        ("docs/b/1/artikel-01.md", "Zie docs/oud/1 en https://x.example/oud/1/.\n", None),
        ("docs/b/1/index.md", f"---\n{HEAD}terms_from: oud@1.0\n---\n", f"---\n{HEAD}terms_from: nieuw@1.0\n---\n"),
        ("docs/b/1/index.md", f"---\n{HEAD}terms_from: oud\n---\nx", f"---\n{HEAD}terms_from: nieuw\n---\nx"),
        ("docs/b/1/index.md", "---\nterms_from: [a@1, oud@2]\n---\n", "---\nterms_from: [a@1, nieuw@2]\n---\n"),
        ("docs/b/1/index.md", LISTED.format("oud"), LISTED.format("nieuw")),
        ("docs/b/1/index.md", "---\r\nterms_from: 'oud'\r\n---\r\n", "---\r\nterms_from: 'nieuw'\r\n---\r\n"),
        ("docs/b/index.md", "---\ntranslation_of: oud\nx: oud\n---\n", "---\ntranslation_of: nieuw\nx: oud\n---\n"),
        ("docs/b/index.md", "---\ntranslation_of: oud-er\n---\n", None),
        ("docs/b/1/index.md", "---\nterms_from: oud-er@1\nnote: oud\n---\nterms_from: oud\n", None),
        ("docs/b/1/artikel-01.md", "---\nterms_from: oud\n---\n", None),
    ],
)  # fmt: skip
def test_what_points_there_follows_and_nothing_else(path: str, before: str, after: str | None) -> None:
    assert pointed(path, before.encode(), "oud", "nieuw").decode() == (before if after is None else after)


def test_what_is_no_text_stays_as_it_is() -> None:
    assert pointed("docs/b/x.md", b"\xff{!docs/oud/1/a.md!}", "oud", "nieuw") == b"\xff{!docs/oud/1/a.md!}"
