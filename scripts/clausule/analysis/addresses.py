"""Where everything in an edition stands: which page holds an id, and how one page links to another."""

from __future__ import annotations

from collections.abc import Iterator

from clausule.language.nl import grammar
from clausule.model import Block, Definitions, Edition, Items, Paragraph

START, WHOLE = "", "volledig/"


class Addresses:
    """The pages of one edition. A page is its address within the edition: ``""``, ``artikel-7/``, ``volledig/``."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.pages: dict[str, str] = {}
        for section in edition.preamble:
            self._add(START, section.id, section.blocks)
        for article in edition.articles:
            page = f"{article.id}/"
            self._add(page, article.id, article.intro)
            for clause in article.clauses:
                self._add(page, clause.id, clause.blocks)
        for annex in edition.annexes:
            page = f"{annex.id}/"
            self._add(page, annex.id, annex.intro)
            for section in annex.sections:
                self._add(page, section.id, section.blocks)
                if annex.kind == "measures" and all(isinstance(block, Paragraph) for block in section.blocks):
                    for number in range(1, len(section.blocks) + 1):
                        self.pages.setdefault(f"{section.id}-{number}", page)  # its paragraphs are its measures
        for section in edition.closing:
            self._add(f"{grammar.CLOSING}/", section.id, section.blocks)
        for definition in edition.definitions:
            self.pages.setdefault(definition.id, self.pages.get(definition.owner, START))

    def _add(self, page: str, name: str, blocks: tuple[Block, ...]) -> None:
        for anchor in (name, *_anchors(blocks)):
            self.pages.setdefault(anchor, page)

    def address(self, name: str) -> str | None:
        """The address of ``name`` within the edition, ``artikel-7/#artikel-7.2``; None when nothing has that id."""
        page = self.pages.get(name)
        if page is None:
            return None
        return page if page == f"{name}/" else f"{page}#{name}"

    def link(self, name: str, page: str) -> str | None:
        """A relative link to ``name`` from ``page``; the page with the whole text links within itself."""
        address = self.address(name)
        if address is None:
            return None
        if page == WHOLE:
            return f"#{name}"
        return f"#{name}" if self.pages[name] == page else relative(address, page)


def relative(address: str, page: str) -> str:
    """A link from ``page`` to ``address``, both within the edition."""
    return "../" * page.count("/") + address or "./"


def page_names(edition: Edition) -> tuple[str, ...]:
    """Every page of an edition with its text, in reading order, the whole text last."""
    names = [f"{article.id}/" for article in edition.articles]
    names += [f"{grammar.CLOSING}/"] if edition.closing else []
    names += [f"{annex.id}/" for annex in edition.annexes]
    return (START, *names, WHOLE)


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Items):
            for item in block.items:
                yield item.id
                yield from _anchors(item.blocks)
        elif isinstance(block, Definitions):
            yield from (entry.id for entry in block.entries)
