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
            Clause(f"artikel-{article}.{n}", f"{article}.{n}", f"{article}.{n}", HERE, (Paragraph(Text(words, ((0, HERE),))),))
            for n, words in enumerate(texts, 1)
        )
        head = Text(f"Artikel {article}", ((0, HERE),))
        made.append(Article(f"artikel-{article}", str(article), "", head, HERE, version, (), rows))
    body = Body(FrontMatter({}, lambda path: HERE), (), tuple(made), (), (), ())
    return Edition("a", version, True, None, None, None, False, f"docs/a/{version}", {}, lambda: body, language=DEFAULT)


def agreement(*editions: Edition) -> Agreement:
    """An agreement 'a' with these editions, from old to new."""
    return Agreement("a", FrontMatter({"title": "Titel"}, lambda path: HERE), (), editions, {}, language=DEFAULT)
