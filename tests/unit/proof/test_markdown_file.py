"""The words that our own Markdown shows; the page that checks a text finds the same (tests/scripts/verify.test.js)."""

from __future__ import annotations

from clausule.proof.markdown_file import words_shown

FRONT = '---\ntitle: "T"\nsha256: "0"\n---\n'
BODY = """
<!-- artikel-01.md version="1" -->

# Artikel 1. *A*

1.1 **Vet** en \\*ster\\*[^1], [zo](https://x.example/a_(b)) <https://y.example>: a

Term
:   wat het is

| Een | Twee |
| --- | --- |
| a<br>b | c \\| d |

![Logo](x.png)

[^1]: Noot.
"""


def test_words_are_shown_without_signs() -> None:
    shown = words_shown(FRONT + BODY)
    assert shown is not None and " ".join(shown.split()) == (
        "Artikel 1. A 1.1 Vet en *ster*, zo https://y.example: a Term wat het is Een Twee a b c | d 1 Noot."
    )
    assert words_shown((FRONT + BODY).replace("\n", "\r\n")) == shown


def test_other_markdown_is_taken_as_it_stands() -> None:
    assert words_shown(BODY) is None and words_shown('---\ntitle: "T"\n---\n# K\n') is None
