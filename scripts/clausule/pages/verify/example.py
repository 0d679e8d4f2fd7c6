"""A small agreement with everything that the recipes tell of, for the page that explains them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clausule.language.language import Language
from clausule.model.editions import Agreement, Body, Edition, FrontMatter
from clausule.model.hashes import edition_sha256
from clausule.model.nodes import (
    Annex,
    Article,
    Block,
    Clause,
    Definition,
    Definitions,
    Footnote,
    Item,
    Items,
    Mark,
    Paragraph,
    Place,
    Section,
    Table,
    Text,
)

_HERE = Place("", 1, 1)
_META = FrontMatter({}, lambda path: _HERE)


def example(language: Language) -> Agreement:
    """Two editions of the same words: 1.0 by recipe 1, and after it 1.1 by recipe 2."""
    body = _body(language)
    first = Edition(
        agreement="example",
        version="1.0",
        numbered=True,
        effective=date(2026, 1, 1),
        until=None,
        announced=None,
        concept=False,
        folder="",
        read=lambda: body,
        recipe=1,
        language=language.tag,
    )
    editions = (first, replace(first, version="1.1", effective=None, recipe=2))
    lock = {edition.version: edition_sha256(edition) for edition in editions}
    return Agreement("example", _META, (), editions, lock, language=language.tag)


def written(language: Language) -> str:
    """The words of the first clause, as an author may write them."""
    return language.say("The  processor\u00a0reports “every” breach – within 24 hours, by post\u00adcard, to ………… .")


def _body(language: Language) -> Body:
    say = language.say
    words, linked = written(language), say("See the law.")
    link = Mark(0, len(linked), "link", "https://example.org/law")
    # A footnote stands behind a word, whose place counts in the words as they are shown.
    note = Mark(len(words), len(words), "note", "footnote-1-1")
    term = Definition(
        id="term", term=say("Breach"), term_place=_HERE, text=_text(say("what went wrong.")), source="list", owner=""
    )
    table = Table((_text(say("What")), _text(say("When"))), ((_text(say("Report")), _text("24")),))
    article = Article(
        id="article-1",
        number="1",
        title=say("Breaches"),
        heading=_text(say("Article 1. Breaches")),
        place=_HERE,
        version="1.0",
        intro=(),
        clauses=(
            _clause("1.1", (Paragraph(_text(words, note)), _list(language)), _text(say("Reports"))),
            _clause("1.2", (Paragraph(_text(linked, link)), Definitions((term,)))),
        ),
        footnotes=(
            Footnote(id="footnote-1-1", label="1", text=_text(say("A working day or not.")), owner="article-1.1"),
        ),
    )
    annex = Annex(
        id="annex-1",
        number="1",
        title="",
        heading=_text(say("Annex 1")),
        place=_HERE,
        version="1.0",
        effective=None,
        kind="text",
        intro=(),
        sections=(_section("annex-1-a", say("A. Terms"), table),),
    )
    return Body(
        meta=_META,
        preamble=(_section("preamble", say("The parties"), Paragraph(_text(say("agree as follows.")))),),
        articles=(article,),
        closing=(),
        annexes=(annex,),
        definitions=(),
    )


def _list(language: Language) -> Items:
    say = language.say
    within = Items((Item(id="i", mark="-", label="", text=_text(say("by telephone;"))),))
    first = Item(id="a", mark="a.", label="a", text=_text(say("at once:")), blocks=(within,))
    return Items((first, Item(id="b", mark="b.", label="b", text=_text(say("in writing.")))))


def _text(words: str, *marks: Mark) -> Text:
    return Text(words, ((0, _HERE),), marks)


def _clause(number: str, blocks: tuple[Block, ...], subheading: Text | None = None) -> Clause:
    return Clause(id=f"article-{number}", number=number, mark=number, place=_HERE, blocks=blocks, subheading=subheading)


def _section(name: str, heading: str, *blocks: Block) -> Section:
    return Section(id=name, label="", title=heading, level=2, heading=_text(heading), blocks=blocks)
