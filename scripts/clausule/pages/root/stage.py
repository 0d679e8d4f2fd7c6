"""The stage of everything above the editions: all agreements, each agreement, the page for a lost reader, files for
robots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from clausule.analysis.addresses import START, page_names
from clausule.analysis.references import Notes
from clausule.compare.history import make_history
from clausule.formats.jsonfile import as_json
from clausule.language.language import DEFAULT, language_of
from clausule.model.addresses import ROBOTS, SEARCH_DATA, SIGNERS, SITEMAP, STANDINGS
from clausule.model.editions import Agreement, all_in_other_languages
from clausule.model.nodes import Section
from clausule.pages.beside.page import beside_sheet, there_are_two
from clausule.pages.handbook.rules import rule_pages
from clausule.pages.handbook.sheets import handbook_pages
from clausule.pages.kit.contact import contacts_of
from clausule.pages.kit.feeds import Entry
from clausule.pages.kit.sheet import Shelf, Spine, agreement_pages, shelf_on, spine_of, staged
from clausule.pages.kit.staging import CONFIG, root_config
from clausule.pages.root.accessibility import accessibility_sheet
from clausule.pages.root.all_agreements import all_sheet, are_many
from clausule.pages.root.editions_table import editions_table
from clausule.pages.root.emptied import render_left
from clausule.pages.root.feeds import feeds_of, feeds_of_all, newest_of_all
from clausule.pages.root.landing import Card, agreement_card, card_of, landing_sheet
from clausule.pages.root.languages import Languages
from clausule.pages.root.programs import programs_sheet
from clausule.pages.root.schemas import schemas
from clausule.pages.root.search import search_list
from clausule.pages.root.sitemap import sitemaps
from clausule.pages.verify.check import check_sheet
from clausule.pages.verify.recipe import recipe_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What pages of the whole site tell of an agreement by its words and its history: its ``card`` on the first page,
    the newest ``entries`` of its feed, and the addresses of its ``pages`` above the editions."""

    card: Card
    entries: tuple[Entry, ...]
    pages: tuple[str, ...]


class AllAbove:
    """The same of all agreements, of which no more entries are kept than one feed has."""

    def __init__(self) -> None:
        self.cards: dict[str, Card] = {}
        self.pages: dict[str, tuple[str, ...]] = {}
        self.entries: tuple[Entry, ...] = ()

    def add(self, slug: str, above: Above) -> None:
        self.cards[slug], self.pages[slug] = above.card, above.pages
        self.entries = newest_of_all((*self.entries, *above.entries))


def render_root(
    agreements: Sequence[Agreement], notes: Mapping[str, Notes], *, day: date, site_url: str, **more: Any
) -> dict[str, bytes]:
    """The stage of everything above the editions, but for the pages of ``render_comparisons``: path to bytes.

    ``notes`` are those of each edition by its name, ``day`` is the day on which the status of an edition is judged,
    ``more`` is handed to ``render_site``.
    """
    base, stage, told = as_base(site_url), dict[str, bytes](), AllAbove()
    beside = beside_of(agreements, more.get("language", DEFAULT))
    spines = [spine_on(one, notes, day, site_url, beside=beside) for one in agreements]
    shelves = {one.agreement.slug: shelf_on(one, make_history(one.agreement)) for one in spines}
    languages = Languages(all_in_other_languages(agreements), lambda agreement: shelves[agreement.slug])
    for slug, shelf in shelves.items():
        made, above = render_agreement(shelf, languages)
        stage |= made
        told.add(slug, above)
    return render_site(spines, told, base, **more) | stage


def as_base(site_url: str) -> str:
    """The address of the site as addresses below it begin."""
    return site_url.rstrip("/") + "/"


def beside_of(agreements: Sequence[Agreement], language: str) -> str:
    """The address, from the root of a site in that ``language``, that puts the edition whose name follows on one side;
    empty where there is no other text."""
    slugs = language_of(language).slugs
    return f"{slugs.beside_home}?{slugs.one}=" if there_are_two(agreements) else ""


def spine_on(agreement: Agreement, notes: Mapping[str, Notes], day: date, site_url: str, *, beside: str) -> Spine:
    """``agreement`` as a page of the whole site lists it; ``beside`` is that of ``beside_of``."""
    sha256 = {edition.version: notes[edition.name].sha256 for edition in agreement.editions}
    return spine_of(agreement, sha256, day=day, base=as_base(site_url), side_by_side=beside)


def render_agreement(shelf: Shelf, languages: Languages) -> tuple[dict[str, bytes], Above]:
    """The stage of the pages above the editions of one agreement, but for those of ``render_comparisons``, and what
    pages of the whole site tell of it. It has no configuration (``CONFIG``), which is that of the site."""
    agreement, base, frame = shelf.agreement, shelf.base, shelf.frame()
    stage, entries = feeds_of(agreement, shelf.history, base)
    for page in agreement_pages():
        for sheet in languages.sheets(page, shelf):
            sheet = replace(sheet, paper=sheet.paper or shelf.paper())
            stage |= staged(sheet, base, agreement, frame)
        stage |= page.files(shelf)
    stage[f"{agreement.slug}/{STANDINGS}"] = as_json(
        {"editions": [shelf.printed(edition) for edition in agreement.editions]}
    )
    above = Above(card=card_of(shelf), entries=newest_of_all(entries), pages=_addresses(stage))
    return render_left(agreement, base) | stage, above


def render_site(
    spines: Sequence[Spine],
    told: AllAbove,
    base: str,
    *,
    landing: Sequence[Section] = (),
    language: str = DEFAULT,
    handbook: bool = False,
    publisher: str = "",
) -> dict[str, bytes]:
    """The stage of the pages that belong to no agreement: path to bytes.

    ``told`` is what they tell of each agreement, ``base`` the address of the site with ``/`` at its end, ``landing``
    what the publisher wrote for the first page, ``language`` the tag of the language of what belongs to no agreement,
    ``handbook`` whether the site has the handbook of the program, ``publisher`` whose site it is, where it says so.
    """
    site, agreements = language_of(language), [spine.agreement for spine in spines]
    first = staged(landing_sheet(site, spines, told.cards, landing, handbook=handbook), base)
    stage = {
        SEARCH_DATA: as_json(search_list(spines)),
        ROBOTS: f"User-agent: *\nAllow: /\nSitemap: {base}{SITEMAP}\n".encode(),
        **schemas(),
        **feeds_of_all(told.entries, base, site),
        **editions_table(spines),
    }
    signers = next((one.signers for one in agreements if one.signers), ())
    stage |= staged(check_sheet(site, spines, signers), base) | staged(recipe_sheet(site, signers), base)
    stage |= staged(accessibility_sheet(site, contacts_of(agreements)), base)
    stage |= staged(programs_sheet(site, spines, bool(signers)), base)
    if there_are_two(agreements):
        stage |= staged(beside_sheet(site, spines, publisher), base)
    if are_many(spines):
        stage |= staged(all_sheet(site, spines), base)
    if signers:
        stage[f"{site.slugs.verify}/{SIGNERS}"] = "".join(f"{line}\n" for line in signers).encode()
    if handbook:
        stage |= rule_pages(base) | handbook_pages(base, schemas())
    of_agreements = (page for agreement in agreements for page in told.pages[agreement.slug])
    above = [*_addresses(first), *of_agreements, *_addresses(stage)]
    stage |= first | sitemaps(spines, base, above, all_in_other_languages(agreements))
    return stage | {CONFIG: root_config(site, lost=_lost(spines, base), contacts=contacts_of(agreements))}


def _addresses(stage: Iterable[str]) -> tuple[str, ...]:
    """Those of the pages in a stage, in its order."""
    return tuple(name.removesuffix("index.md") for name in stage if name.endswith("index.md"))


def _lost(shelves: Sequence[Spine], base: str) -> dict[str, Any]:
    """For the page that is shown at an unknown address; its links begin at the root, since it is shown at any depth.
    What the reader may have meant is found among the editions and the pages of the one in force; where there are many
    agreements, in the list of the search."""
    prefix = urlsplit(base).path
    rows = []
    for shelf in () if are_many(shelves) else shelves:
        pages = [page.rstrip("/") for page in page_names(shelf.now) if page != START] if shelf.now else []
        known = {"editions": [edition.version for edition in shelf.agreement.editions], "pages": pages}
        rows.append(agreement_card(shelf, f"{prefix}{shelf.agreement.slug}/") | known)
    return {"home": prefix, "agreements": rows, "list": f"{prefix}{SEARCH_DATA}" if are_many(shelves) else ""}
