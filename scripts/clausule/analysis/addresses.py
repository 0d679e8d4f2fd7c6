"""Where everything in an edition stands: which page holds an id, and how one page links to another."""

from __future__ import annotations

from clausule.analysis.measures import categories
from clausule.language.language import Language, language_of
from clausule.model.editions import Edition
from clausule.model.nodes import all_items
from clausule.model.walk import Part, walk

START = ""


class Addresses:
    """The pages of one edition. A page is its address within the edition: ``""``, ``artikel-7/``, ``volledig/``."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        language = language_of(edition.language)
        self.whole = language.slugs.whole_page
        self.pages: dict[str, str] = {}
        for part in walk(edition):
            page = page_of(part, language)
            for anchor in (part.id, *(item.id for item in all_items(part.blocks))):
                self.pages.setdefault(anchor, page)
        if edition.closing:
            self.pages.setdefault(language.grammar.CLOSING, f"{language.grammar.CLOSING}/")
        for definition in edition.definitions:
            self.pages.setdefault(definition.id, self.pages.get(definition.owner, START))
        for category in categories(edition):
            for measure in category.measures:
                for anchor in (measure.id, *measure.aliases):
                    self.pages.setdefault(anchor, f"{category.annex.id}/")

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
        if page == self.whole:
            return f"#{name}"
        return f"#{name}" if self.pages[name] == page else relative(address, page)


def page_of(part: Part, language: Language) -> str:
    """The page on which a part of an edition stands."""
    kind = part.of or part.kind
    if kind in ("preamble", "closing"):
        return f"{language.grammar.CLOSING}/" if kind == "closing" else START
    return f"{part.within.id if part.within else part.id}/"


def relative(address: str, page: str) -> str:
    """A link from ``page`` to ``address``, both within the edition."""
    return "../" * page.count("/") + address or "./"


def page_names(edition: Edition) -> tuple[str, ...]:
    """Every page of an edition with its text, in reading order, the whole text last."""
    language = language_of(edition.language)
    names = dict.fromkeys(page_of(part, language) for part in walk(edition))
    return (START, *(name for name in names if name != START), language.slugs.whole_page)
