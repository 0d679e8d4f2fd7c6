"""Editions of an agreement made of their clauses alone, without a file."""

from __future__ import annotations

from clausule.language.language import DEFAULT
from clausule.model import Agreement, Article, Body, Clause, Edition, FrontMatter, Paragraph, Place, Text

HERE = Place("docs/a/1/artikel-01.md", 1, 1)


def edition(version: str, *articles: list[str]) -> Edition:
    """An edition without a date, of articles that are lists of the words of their clauses."""
    made = []
    for article, texts in enumerate(articles, 1):
        rows = tuple(
            Clause(
                id=f"artikel-{article}.{n}", number=f"{article}.{n}", mark=f"{article}.{n}", place=HERE,
                blocks=(Paragraph(Text(words, ((0, HERE),))),),
            )
            for n, words in enumerate(texts, 1)
        )
        head = Text(f"Artikel {article}", ((0, HERE),))
        made.append(
            Article(
                id=f"artikel-{article}", number=str(article), title="", heading=head, place=HERE, version=version,
                intro=(), clauses=rows,
            )
        )
    body = Body(
        meta=FrontMatter({}, lambda path: HERE), preamble=(), articles=tuple(made), closing=(), annexes=(),
        definitions=(),
    )
    return Edition(
        agreement="a", version=version, numbered=True, effective=None, until=None, announced=None, concept=False,
        folder=f"docs/a/{version}", files={}, read=lambda: body, language=DEFAULT,
    )


def agreement(*editions: Edition) -> Agreement:
    """An agreement 'a' with these editions, from old to new."""
    return Agreement("a", FrontMatter({"title": "Titel"}, lambda path: HERE), (), editions, {}, language=DEFAULT)
