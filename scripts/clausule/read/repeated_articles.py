"""Articles that editions repeat word for word: read once, and then put where each of them stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from clausule.model.nodes import (
    Article,
    Block,
    Clause,
    Definition,
    Definitions,
    Item,
    Items,
    Paragraph,
    Place,
    Table,
    Text,
)

_MOST = 500
"""So many are remembered: those of the last editions."""


class RepeatedArticles:
    """The articles that were read before, by what they were made of."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Article] = {}

    def get(self, made_of: Hashable, path: str, version: str, read: Callable[[], tuple[Article, bool]]) -> Article:
        """The article that is ``made_of`` these words on these lines, in the file ``path``. Where none was before it
        is what ``read`` gives, which says too whether that is all that came of them."""
        if known := self._known.get(made_of):
            return _at(known, path, version)
        article, is_all = read()
        if is_all:
            while len(self._known) >= _MOST:
                del self._known[next(iter(self._known))]
            self._known[made_of] = article
        return article


def _at(article: Article, path: str, version: str) -> Article:
    """``article`` as it stands in the file ``path``, on the same lines."""
    if article.place.path == path and article.version == version:
        return article
    return Article(
        id=article.id,
        number=article.number,
        title=article.title,
        heading=_text(article.heading, path),
        place=_place(article.place, path),
        version=version,
        intro=_blocks(article.intro, path),
        clauses=tuple([_clause(clause, path) for clause in article.clauses]),
        mark=article.mark,
    )


def _clause(clause: Clause, path: str) -> Clause:
    return Clause(
        id=clause.id,
        number=clause.number,
        mark=clause.mark,
        place=_place(clause.place, path),
        blocks=_blocks(clause.blocks, path),
        subheading=_text(clause.subheading, path) if clause.subheading else None,
    )


def _blocks(blocks: tuple[Block, ...], path: str) -> tuple[Block, ...]:
    return tuple([_block(block, path) for block in blocks])


def _block(block: Block, path: str) -> Block:
    match block:
        case Paragraph(text):
            return Paragraph(_text(text, path))
        case Items(items):
            return Items(tuple([_item(item, path) for item in items]))
        case Table(header, rows):
            return Table(_texts(header, path), tuple([_texts(row, path) for row in rows]))
        case Definitions(entries):
            return Definitions(tuple([_definition(entry, path) for entry in entries]))
        case _:  # a picture, which an article has none of
            return block


def _item(item: Item, path: str) -> Item:
    return Item(
        id=item.id,
        mark=item.mark,
        label=item.label,
        text=_text(item.text, path),
        blocks=_blocks(item.blocks, path) if item.blocks else (),
    )


def _definition(definition: Definition, path: str) -> Definition:
    return Definition(
        id=definition.id,
        term=definition.term,
        term_place=_place(definition.term_place, path),
        text=_text(definition.text, path),
        source=definition.source,
        owner=definition.owner,
        head=_text(definition.head, path) if definition.head else None,
        lender=definition.lender,
    )


def _texts(texts: tuple[Text, ...], path: str) -> tuple[Text, ...]:
    return tuple([_text(text, path) for text in texts])


def _text(text: Text, path: str) -> Text:
    return Text(text.plain, tuple([(offset, _place(place, path)) for offset, place in text.segments]), text.marks)


def _place(place: Place, path: str) -> Place:
    return Place(path, place.line, place.column)
