"""Editions of an agreement made of their clauses alone, without a file."""

from __future__ import annotations

from typing import Any

from clausule.analysis.references import Notes
from clausule.compare.history import make_history
from clausule.language.language import DEFAULT
from clausule.model.dates import Interval, intervals
from clausule.model.editions import Agreement, Body, Edition, FrontMatter
from clausule.model.nodes import Article, Block, Clause, Definition, Item, Paragraph, Place, Text
from clausule.pages.text.book import Book

HERE = Place("docs/a/1/artikel-01.md", 1, 1)


def book_of(agreement: Agreement, edition: Edition, **given: Any) -> Book:
    """``edition`` on its way to pages: in force, unless ``given`` says otherwise."""
    known: dict[str, Any] = {
        "notes": Notes(edition),
        "status": "in force",
        "interval": intervals(agreement).get(edition.version, Interval(None, None)),
        "current": edition,
        "counterparts": {},
        "site_url": "https://x.example/",
        "history": make_history(agreement),
    }
    return Book(agreement=agreement, edition=edition, **known | given)


def text(words: str) -> Text:
    return Text(words, ((0, HERE),))


def item(label: str, words: str, *blocks: Block, id: str = "", mark: str = "") -> Item:
    """``a. words``, or a bullet where the label is empty, with what stands in it."""
    return Item(
        id=id or f"item-{label}",
        mark=mark or (f"{label}." if label else "-"),
        label=label,
        text=text(words),
        blocks=blocks,
    )


def definition(term: str, words: str, *, id: str = "", owner: str = "artikel-1.1", source: str = "list") -> Definition:
    return Definition(
        id=id or f"begrip-{term.lower()}", term=term, term_place=HERE, text=text(words), source=source, owner=owner
    )


def clause(number: str, *words: str | Block) -> Clause:
    """The clause ``7.2``: paragraphs, or blocks as they are."""
    blocks = tuple(Paragraph(text(one)) if isinstance(one, str) else one for one in words)
    return Clause(id=f"artikel-{number}", number=number, mark=number, place=HERE, blocks=blocks)


def edition(version: str, *articles: list[str | Block]) -> Edition:
    """An edition without a date, of articles that are lists of the words (or the one block) of their clauses."""
    made = []
    for article, texts in enumerate(articles, 1):
        rows = tuple(clause(f"{article}.{n}", words) for n, words in enumerate(texts, 1))
        head = text(f"Artikel {article}")
        made.append(
            Article(
                id=f"artikel-{article}",
                number=str(article),
                title="",
                heading=head,
                place=HERE,
                version=version,
                intro=(),
                clauses=rows,
                mark=head.plain,
            )
        )
    body = Body(
        meta=FrontMatter({}, lambda path: HERE),
        preamble=(),
        articles=tuple(made),
        closing=(),
        annexes=(),
        definitions=(),
    )
    return Edition(
        agreement="a",
        version=version,
        numbered=True,
        effective=None,
        until=None,
        announced=None,
        concept=False,
        folder=f"docs/a/{version}",
        read=lambda: body,
        language=DEFAULT,
    )


def agreement(*editions: Edition) -> Agreement:
    """An agreement 'a' with these editions, from old to new."""
    return Agreement("a", FrontMatter({"title": "Titel"}, lambda path: HERE), (), editions, {}, language=DEFAULT)
