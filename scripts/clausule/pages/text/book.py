"""What is known while one page of an edition is drawn, and what the drawing leaves behind for its end."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property

from clausule.analysis.addresses import Addresses, relative
from clausule.analysis.references import Notes, TermUse, proper_names, terms_in
from clausule.compare.history import History
from clausule.language.language import Language, language_of
from clausule.language.wording.names import capital, definition_home, edition_name, full_title, part_name
from clausule.language.wording.site import Standing, read_now, standing_of
from clausule.law.gdpr import Demand, demand_of
from clausule.model.addresses import ASSETS
from clausule.model.dates import Interval
from clausule.model.editions import Agreement, Edition
from clausule.model.ids import linked_id
from clausule.model.nodes import Definition, Picture, Text
from clausule.model.notes import Erratum
from clausule.model.walk import edition_texts, walk
from clausule.pages.comparison.events import Events, events_of
from clausule.read.house import House

NOTE_USE = "bij-"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class InLanguage:
    """An edition in another language, of ``agreement``: the original of the one at hand, or a translation of it.
    ``notes`` and ``status`` are its own, and ``prevails`` the tag of the language whose text counts where both
    differ; empty where nothing says."""

    agreement: Agreement
    edition: Edition
    notes: Notes
    is_original: bool
    status: str
    prevails: str


def picture_file(picture: Picture) -> str:
    """Where a picture of the text stands within the edition: its name says what it holds."""
    return f"{ASSETS}/{hashlib.sha256(picture.data).hexdigest()[:16]}.{picture.path.rpartition('.')[2]}"


@dataclass(frozen=True, eq=False, kw_only=True)
class Book:
    """One edition on its way to pages: shared by all of them, and all that they depend on.

    ``status`` and ``interval`` are those of the edition on the day of the build, ``current`` is the edition in force
    on that day; ``counterparts`` says which of its ids is this clause, article or annex, whatever its number there.
    ``site_url`` is the address of the whole site, with ``/`` at its end; ``history`` is that of the agreement.
    ``beside`` are the editions that count on that day too, for other customers; ``house`` is how documents look.
    ``languages`` are the same edition in other languages. ``side_by_side`` is the address, from the root of the site,
    that puts this edition on one side; empty where there is no other text.
    """

    agreement: Agreement
    edition: Edition
    notes: Notes
    status: str
    interval: Interval
    current: Edition | None
    counterparts: dict[str, str]
    site_url: str
    history: History
    beside: tuple[Edition, ...] = ()
    house: House = field(default_factory=House)
    side_by_side: str = ""
    languages: tuple[InLanguage, ...] = ()

    @cached_property
    def elsewhere(self) -> Addresses | None:
        """The addresses in the edition in force, when that is another one."""
        return Addresses(self.current) if self.current is not None and self.current is not self.edition else None

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.edition)

    @cached_property
    def events(self) -> Events:
        return events_of(self.history)

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """Names of its own that the agreement gives to who and what is in it."""
        return proper_names(self.agreement)

    @cached_property
    def places(self) -> dict[str, str]:
        """What each part is called, by its id."""
        return {part.id: part_name(self.language, part) for part in walk(self.edition)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """What the author calls each footnote, by its id."""
        return {note.id: note.label for note in self.edition.footnotes}

    @cached_property
    def uses(self) -> dict[str, tuple[str, ...]]:
        """For each definition the ids of the clauses and other places that use its term, in reading order."""
        found: dict[str, dict[str, None]] = {}
        for owner, text in edition_texts(self.edition):
            for use in self.terms(text):
                found.setdefault(use.definition.id, {})[owner] = None
        return {name: tuple(owners) for name, owners in found.items()}

    @cached_property
    def by_text(self) -> dict[int, list[Definition]]:
        """The definitions by the text that holds their terms (by identity)."""
        found: dict[int, list[Definition]] = {}
        for definition in self.edition.definitions:
            found.setdefault(id(definition.head or definition.text), []).append(definition)
        return found

    @cached_property
    def errata(self) -> dict[str, list[Erratum]]:
        """The known mistakes by the clause or part that they are shown beside, which holds the item that they name."""
        owners = {definition.id: definition.owner for definition in self.edition.definitions}
        found: dict[str, list[Erratum]] = {}
        for erratum in self.edition.errata:
            found.setdefault(nearest(owners.get(erratum.at, erratum.at), self.places), []).append(erratum)
        return found

    @cached_property
    def fulfils(self) -> dict[str, list[Demand]]:
        """The demands that are claimed for each clause or part, or for an item in it."""
        found: dict[str, list[Demand]] = {}
        for claim in self.edition.beside.claims:
            demand, mine = demand_of(claim.demand), found.setdefault(nearest(claim.at, self.places), [])
            if demand and demand not in mine:
                mine.append(demand)
        return found

    def terms(self, text: Text) -> list[TermUse]:
        """The uses of defined terms in ``text``."""
        return terms_in(text, self.notes, self.names)

    def there(self, name: str) -> str | None:
        """The address, within the edition in force, of what ``name`` is there; None when it holds no such thing."""
        other = self.counterparts.get(name)
        return self.elsewhere.address(other) if self.elsewhere and other else None

    @property
    def language(self) -> Language:
        """The language of the agreement, in which its pages speak."""
        return language_of(self.edition.language)

    @property
    def standing(self) -> Standing:
        """Whether the edition counts, in words."""
        return standing_of(self.edition, self.status, self.interval)

    @property
    def counts(self) -> bool:
        """Whether nothing warns of it: it is in force, or nobody can say."""
        return self.status in ("in force", "undated")

    def read_now(self, place: str = "") -> str:
        """The link from this edition to the one in force, if that is another, and there to ``place``."""
        assert self.current
        return read_now(self.current, place, besides=self.current in self.beside, newest=self.interval.newest)

    @property
    def in_force(self) -> str:
        """Where the edition in force begins, seen from this edition."""
        return f"../{self.language.slugs.current}/"

    @property
    def name(self) -> str:
        """The agreement and the edition on a report: ``Verwerkersovereenkomst Mickcom ICT, versie 1.5
        (25-05-2018)``."""
        return f"{full_title(self.agreement)}, {edition_name(self.edition)}"

    @property
    def number(self) -> int:
        """The place of the edition among all of the agreement."""
        return self.agreement.editions.index(self.edition)

    @property
    def base_url(self) -> str:
        """The address of the edition, with ``/`` at its end."""
        return f"{self.site_url}{self.edition.agreement}/{self.edition.version}/"

    def frozen(self) -> bool:
        """Whether these are still the words that were recorded when the edition was frozen."""
        return self.agreement.lock.get(self.edition.version) == self.notes.sha256

    def home_address(self, definition: Definition, page: str) -> str | None:
        """The link from ``page`` to the place where a term is defined: of one that is taken over, in the edition of the
        other agreement that it is from, which never changes."""
        if not definition.lender:
            return self.addresses.link(definition.id, page)
        lender = next(one for one in self.edition.lenders if one.name == definition.lender)
        address = Addresses(lender).address(definition.id.removeprefix(f"{lender.agreement}-"))
        return relative(f"../../{lender.name}/{address or ''}", page)

    def lent_address(self, address: str, page: str) -> str | None:
        """The link from ``page`` to a place in another agreement whose terms this one uses. ``address`` is that in its
        whole text, from the root of the site; the link is to the page of the article."""
        lender = next((one for one in self.edition.lenders if address.startswith(f"{one.name}/")), None)
        place = Addresses(lender).address(address.partition("#")[2]) if lender else None
        return relative(f"../../{lender.name}/{place}", page) if lender and place else None

    def home(self, definition: Definition) -> str:
        """What the place is called where a term is defined: ``Artikel 1, Definities``; of one that is taken over the
        edition of the other agreement: ``Algemene voorwaarden, versie 2.0 (01-01-2024)``."""
        lender = next((one for one in self.edition.lenders if one.name == definition.lender), None)
        if lender:
            title = lender.heading.plain if lender.heading else lender.agreement.replace("-", " ")
            return capital(", ".join((title, edition_name(lender))))
        owner = nearest(definition.owner, self.places)
        title = next((article.title for article in self.edition.articles if article.id == owner), "")
        return definition_home(self.language, self.places.get(owner, ""), title)

    def place(self, name: str) -> str:
        """What a reader calls ``name``: ``artikel 4.1``; an item by the clause that holds it: ``artikel 11.2, onder
        ii``, and one that is only counted ``artikel 5.3, punt 3``."""
        owner = nearest(name, self.places)
        place, inner = self.places.get(owner, ""), name[len(owner) :].strip("-").replace("-", ", ")
        if not place or not inner:
            return place or name.replace("-", " ")
        if inner[:1].isdigit():
            return self.language.say("{place}, point {number}", place=place, number=inner)
        return self.language.say("{place}, item {label}", place=place, label=inner)

    def url(self, name: str) -> str:
        """The absolute address of something in the edition, for citations."""
        return self.base_url + (self.addresses.address(name) or "")


@dataclass(eq=False)
class Page:
    """One page. ``explained`` and ``cited`` gather the definitions and acts that it mentions."""

    book: Book
    address: str
    explained: dict[str, Definition] = field(default_factory=dict)
    cited: dict[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _noted: dict[str, str] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        return self.book.language

    @property
    def is_whole(self) -> bool:
        """Whether it is the page with the whole text."""
        return self.address == self.book.addresses.whole

    def begin(self) -> None:
        """Another clause begins: its terms are marked anew."""
        self._seen.clear()

    def first_use(self, definition: Definition) -> bool:
        """Whether the clause had not used this term yet; remembers that it does now."""
        self.explained.setdefault(definition.id, definition)
        first = definition.id not in self._seen
        self._seen.add(definition.id)
        return first

    def first_note(self, name: str) -> str | None:
        """The anchor of the first use of a footnote on this page; None at the others."""
        if name in self._noted:
            return None
        self._noted[name] = NOTE_USE + name
        return self._noted[name]

    def noted(self, name: str) -> str:
        """That anchor, once it is there; else empty."""
        return self._noted.get(name, "")

    def link(self, name: str) -> str | None:
        """A relative link to an id of this edition."""
        return self.book.addresses.link(name, self.address)

    def link_to_source(self, target: str) -> str | None:
        """The link for what an author wrote: ``artikel-07.md``, ``artikel-07.md#artikel-7.2`` or ``#artikel-7.2``."""
        return self.link(linked_id(target, self.book.language.grammar.ANNEX))


def nearest(name: str, places: dict[str, str]) -> str:
    """The clause or part that ``name`` is, or lies in: ``artikel-11.2`` for ``artikel-11.2-ii``."""
    while name not in places and "-" in name:
        name = name.rpartition("-")[0]
    return name
