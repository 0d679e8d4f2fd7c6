"""An edition to a stage: Markdown pages whose body is HTML, data, and what the templates need to know."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from clausule.analysis import Notes
from clausule.dutch import grammar, words
from clausule.model import Agreement, Annex, Edition, Interval
from clausule.render.addresses import START, WHOLE, relative
from clausule.render.data import edition_data, search_entries
from clausule.render.html import element, escape, front_matter, lines
from clausule.render.page import Book, Page, make_book
from clausule.render.parts import CURRENT, annex_part, article_part, cited_acts, popovers, section_part

CONFIG = "site.json"
Draw = Callable[[Page], str]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page before it is drawn. ``number`` and ``title`` are its line in the contents, ``place`` its name in a citation."""

    address: str
    number: str
    title: str
    place: str
    draw: Draw


def render_edition(
    agreement: Agreement,
    edition: Edition,
    notes: Notes,
    *,
    status: str,
    interval: Interval,
    current: Edition | None,
    site_url: str,
) -> dict[str, bytes]:
    """The stage of one edition: path to bytes.

    ``status`` and ``interval`` are those of the edition on the day of the build, ``current`` is the edition in force
    on that day, ``site_url`` the address of the whole site. The pages depend on nothing else.
    """
    book = make_book(
        agreement, edition, notes, status=status, interval=interval, current=current, site_url=site_url
    )
    leaves = _leaves(book)
    stage = {CONFIG: _json({"site_name": words.full_title(agreement), "extra": _shared(book, leaves)})}
    for index, leaf in enumerate(leaves):
        around = (leaves[index - 1] if index else None, leaves[index + 1] if index + 1 < len(leaves) else None)
        stage[_path(leaf.address)] = _staged(book, leaf, around).encode()
    whole = Leaf(WHOLE, "", words.SITE["whole"], "", lambda page: _whole(page, leaves))
    stage[_path(WHOLE)] = _staged(book, whole, (None, None)).encode()
    stage["overeenkomst.json"] = _json(edition_data(agreement, edition, notes, status=status))
    stage["zoeken.json"] = _json(search_entries(book))
    return stage


def _leaves(book: Book) -> list[Leaf]:
    edition = book.edition
    leaves = [Leaf(START, "", words.SITE["parties"], "", _start)]
    for article in edition.articles:
        place = book.places[article.id]
        leaves.append(
            Leaf(f"{article.id}/", article.number, article.title, place, lambda page, a=article: article_part(a, page))
        )
    if edition.closing:
        leaves.append(Leaf(f"{grammar.CLOSING}/", "", words.SITE["closing"], "", _closing))
    for annex in edition.annexes:
        leaves.append(
            Leaf(
                f"{annex.id}/", annex.number, annex_title(annex), book.places[annex.id], lambda page, a=annex: annex_part(a, page)
            )
        )
    return leaves


def annex_title(annex: Annex) -> str:
    """An annex in the contents: its title, else what it says of itself first, else what its parts are called."""
    first = next((block.text.plain for block in annex.intro if isinstance(block, Paragraph)), "")
    titles = ", ".join(section.title for section in annex.sections if section.title)
    return words.shorten(annex.title.strip("“”\"' ") or first or titles, 60) or words.annex_name(annex)
