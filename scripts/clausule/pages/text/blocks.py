"""Paragraphs, lists, definitions and tables as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup

from clausule.analysis.addresses import relative
from clausule.analysis.measures import measures_by_text
from clausule.language.wording.names import definition_place, without_article
from clausule.model.nodes import (
    Block,
    Definition,
    Definitions,
    Item,
    Items,
    Paragraph,
    Picture,
    Table,
    Text,
    block_texts,
)
from clausule.pages.kit.html import NEWLINE, element, joined, lines, stacked
from clausule.pages.text.book import Page, picture_file
from clausule.pages.text.inline import inline, plain_inline

USES = "gebruik-"

# How a table goes on a sheet of A4: for so many letters beside each other at most (the longest word of each
# column, which no printer breaks), the classes of text.css. They follow from the widths of the sheet and of a letter.
_SHEETS = ((80, ""), (100, "dense"), (150, "across"), (185, "across dense"), (225, "across denser"))
_BETWEEN = 2  # columns, in letters
_BREAKS = re.compile(r"\s+|(?<=[-–/])")


def on_a_sheet(table: Table) -> str:
    """The classes with which ``table`` loses no column and breaks no word on paper: smaller, across the sheet, and
    where that is not enough each row as a list under each other."""
    columns = zip_longest(table.header, *table.rows)
    words = ([word for cell in column if cell for word in _BREAKS.split(cell.plain)] for column in columns)
    letters = sum(max(map(len, column), default=0) + _BETWEEN for column in words)
    return next((classes for most, classes in _SHEETS if letters <= most), "stacked")


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the blocks of one clause or section are drawn. ``kind`` is the annex's, or empty; ``place`` is what the
    clause is called, by which who hears a page tells its tables apart."""

    page: Page
    kind: str = ""
    mistakes: tuple[str, ...] = ()
    place: str = ""

    def words(self, text: Text) -> str:
        """The HTML of one text."""
        return inline(text, self.page, mistakes=self.mistakes, form=self.kind == "questionnaire")

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """The HTML of blocks, under each other."""
        return lines(*(self._block(block) for block in blocks))

    def measures(self, blocks: tuple[Block, ...]) -> str:
        """The paragraphs of a section of measures that holds nothing else, which are its measures: a list after all."""
        rows = []
        for text in block_texts(blocks):
            at, aliases = self._anchors(text)
            rows.append(element("li", *aliases, element("div", element("p", self.words(text))), id=at))
        return stacked("ul", *rows, class_="items plain measures")

    def _anchors(self, *texts: Text) -> tuple[str | None, list[Markup]]:
        """The id of the measure that one of ``texts`` is, if any, and places for the ids that it had before."""
        known = measures_by_text(self.page.book.edition)
        measure = next((known[text] for text in texts if text in known), None)
        return (measure.id, [element("span", id=alias) for alias in measure.aliases]) if measure else (None, [])

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(text):
                at, aliases = self._anchors(text)
                return element("p", *aliases, self.words(text), id=at)
            case Items(items):
                return self._items(items)
            case Table():
                return self._table(block)
            case Picture():
                source = relative(picture_file(block), self.page.address)
                return element(
                    "p",
                    Markup(element("img", src=source, alt=block.words.plain).removesuffix("</img>")),
                    class_="picture",
                )
            case Definitions(entries):
                return stacked("dl", *(self._definition(entry) for entry in entries), class_="terms")

    def _items(self, items: tuple[Item, ...]) -> str:
        numbered = any(item.label for item in items)
        classes = (
            "items" + (" measures" if self.kind == "measures" and not numbered else "") + ("" if numbered else " plain")
        )
        rows = (self._item(item) for item in items)
        return stacked("ol" if numbered else "ul", *rows, class_=classes)

    def _item(self, item: Item) -> str:
        mark = element("a", item.mark, class_="m", href=f"#{item.id}") if item.label else ""
        body = element("div", self.words(item.text), NEWLINE if item.blocks else "", self.blocks(item.blocks))
        return element("li", mark, body, id=item.id)

    def _table(self, table: Table) -> str:
        # A header that a phone hides may hold nothing that can be pressed.
        titles = (element("th", plain_inline(cell), scope="col", role="columnheader") for cell in table.header)
        head = element("tr", *titles, role="row")
        names = [cell.plain for cell in table.header]
        rows = []
        for row in table.rows:
            labels = names + [""] * (len(row) - len(names))
            at, aliases = self._anchors(*row)
            inner = [self.words(cell) for cell in row]
            inner[:1] = [joined("", [*aliases, *inner[:1]])]
            cells = zip(inner, labels, strict=False)
            rows.append(
                element(
                    "tr",
                    *(element("td", cell, role="cell", data_label=name) for cell, name in cells),
                    role="row",
                    id=at,
                )
            )
        # The roles keep it a table for screen readers when a narrow screen shows its rows as cards.
        rest = element("tbody", *rows, role="rowgroup")
        body = (element("thead", head, role="rowgroup"), rest) if any(names) else (rest,)
        drawn = element("table", *body, role="table", aria_label=self.place or None)
        return element("div", drawn, class_=f"table {on_a_sheet(table)}".rstrip())

    def _definition(self, entry: Definition) -> str:
        own = next((d for d in self.page.book.by_text.get(id(entry.text), ()) if d.source == "list"), entry)
        self.page.begin()
        term = element("dt", element("a", own.term, class_="t", href=f"#{own.id}"))
        body = element("dd", element("p", self.words(entry.text)), uses(own, self.page))
        place = definition_place(self.page.language, self.page.book.places.get(own.owner, ""), own)
        return element("div", term, body, id=own.id, data_place=place, data_address=self.page.book.url(own.id))


def uses(definition: Definition, page: Page) -> str:
    """Where a term is used: a list that opens under its definition; the page with the whole text has none."""
    owners = page.book.uses.get(definition.id, ())
    if page.is_whole or not owners:
        return ""
    places = page.book.places
    named = ((without_article(page.language, places.get(owner, owner)), owner) for owner in owners)
    links = (element("a", name, href=page.link(owner)) for name, owner in named)
    summary = uses_words(definition, page)
    if definition.source != "list":
        summary = f"“{definition.term}”: {summary[:1].lower()}{summary[1:]}"
    listed = element("p", joined(" ", links), id=USES + definition.id)
    return element("details", element("summary", summary), listed, class_="uses")


def uses_words(definition: Definition, page: Page) -> str:
    """How often a term is used: ``Used in 9 clauses``; other places than clauses count as places."""
    owners, language = page.book.uses.get(definition.id, ()), page.language
    if not owners:
        return language.say("Not used anywhere")
    if all("." in owner for owner in owners):
        return language.say_count("Used in {n} clause", "Used in {n} clauses", len(owners))
    return language.say_count("Used in {n} place", "Used in {n} places", len(owners))


def uses_link(definition: Definition, page: Page) -> str:
    """A link to that list, on the page that holds the definition."""
    home = page.book.addresses.pages.get(definition.id, "")
    anchor = f"#{USES}{definition.id}"
    return anchor if home == page.address else relative(home, page.address) + anchor


def plain_blocks(blocks: tuple[Block, ...]) -> str:
    """Blocks outside an edition: words and links, without terms or references."""
    pieces = []
    for block in blocks:
        match block:
            case Paragraph(text):
                pieces.append(element("p", plain_inline(text)))
            case Items(items):
                rows = (element("li", plain_inline(item.text), plain_blocks(item.blocks)) for item in items)
                pieces.append(element("ul", *rows))
            case Definitions(entries):
                pieces.extend(element("p", element("strong", e.term), " ", plain_inline(e.text)) for e in entries)
            case Table(header, rows_):
                pieces.extend(
                    element("p", joined(" · ", (plain_inline(cell) for cell in row))) for row in (header, *rows_)
                )
    return lines(*pieces)
