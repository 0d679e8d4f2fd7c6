"""The stage of everything above the editions: all agreements, each agreement, the page for a lost reader, files for
robots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from clausule.analysis.addresses import START, page_names
from clausule.analysis.references import Notes
from clausule.compare.history import History, make_history
from clausule.formats.jsonfile import as_json
from clausule.language.language import DEFAULT, language_of
from clausule.model.addresses import ROBOTS, SEARCH_DATA, SIGNERS, SITEMAP, STANDINGS
from clausule.model.editions import Agreement, all_in_other_languages
from clausule.model.nodes import Section
from clausule.pages.beside.page import beside_sheet, there_are_two
from clausule.pages.handbook.rules import rule_pages
from clausule.pages.handbook.sheets import handbook_pages
from clausule.pages.kit.contact import contacts_of
from clausule.pages.kit.sheet import Shelf, agreement_pages, shelf_of, staged
from clausule.pages.kit.staging import CONFIG, root_config
from clausule.pages.root.accessibility import accessibility_sheet
from clausule.pages.root.all_agreements import all_sheet, are_many
from clausule.pages.root.editions_table import editions_table
from clausule.pages.root.emptied import render_left
from clausule.pages.root.feeds import all_feeds
from clausule.pages.root.landing import agreement_card, landing_sheet
from clausule.pages.root.languages import Languages
from clausule.pages.root.programs import programs_sheet
from clausule.pages.root.schemas import schemas
from clausule.pages.root.search import search_list
from clausule.pages.root.sitemap import sitemaps
from clausule.pages.verify.check import check_sheet
from clausule.pages.verify.recipe import recipe_sheet


def render_root(
    agreements: Sequence[Agreement],
    notes: Mapping[str, Notes],
    *,
    day: date,
    site_url: str,
    landing: Sequence[Section] = (),
    histories: Mapping[str, History] | None = None,
    language: str = DEFAULT,
    handbook: bool = False,
    publisher: str = "",
) -> dict[str, bytes]:
    """The stage of everything above the editions, but for the pages of ``render_comparisons``: path to bytes.

    ``notes`` are those of each edition by its name, ``day`` is the day on which the status of an edition is judged,
    ``landing`` what the publisher wrote for the first page, ``histories`` those of the agreements by slug, where they
    were made already, ``language`` the tag of the language of what belongs to no agreement,
    ``handbook`` whether the site has the handbook of the program, ``publisher`` whose site it is, where it says so.
    """
    base, site = site_url.rstrip("/") + "/", language_of(language)
    histories = histories or {agreement.slug: make_history(agreement) for agreement in agreements}
    hashes = {
        agreement.slug: {edition.version: notes[edition.name].sha256 for edition in agreement.editions}
        for agreement in agreements
    }
    shelves = [shelf_of(one, histories[one.slug], hashes[one.slug], day=day, base=base) for one in agreements]
    if there_are_two(shelves):
        shelves = [replace(one, side_by_side=f"{site.slugs.beside_home}?{site.slugs.one}=") for one in shelves]
    stage = {
        CONFIG: root_config(site, lost=_lost(shelves, base), contacts=contacts_of(agreements)),
        **staged(landing_sheet(site, shelves, landing, handbook=handbook), base),
        **schemas(),
        SEARCH_DATA: as_json(search_list(shelves)),
        ROBOTS: f"User-agent: *\nAllow: /\nSitemap: {base}{SITEMAP}\n".encode(),
        **all_feeds(agreements, base, histories, site),
        **editions_table(shelves),
    }
    languages = Languages(shelves)
    for shelf in shelves:
        frame = shelf.frame()
        for page in agreement_pages():
            for sheet in languages.sheets(page, shelf):
                sheet = replace(sheet, paper=sheet.paper or shelf.paper())
                stage |= staged(sheet, base, shelf.agreement, frame)
            stage |= page.files(shelf)
        stage[f"{shelf.agreement.slug}/{STANDINGS}"] = as_json(
            {"editions": [shelf.printed(edition) for edition in shelf.agreement.editions]}
        )
    signers = next((one.signers for one in agreements if one.signers), ())
    stage |= staged(check_sheet(site, shelves, signers), base) | staged(recipe_sheet(site, signers), base)
    stage |= staged(accessibility_sheet(site, contacts_of(agreements)), base)
    stage |= staged(programs_sheet(site, shelves, bool(signers)), base)
    if there_are_two(shelves):
        stage |= staged(beside_sheet(site, shelves, publisher), base)
    if are_many(shelves):
        stage |= staged(all_sheet(site, shelves), base)
    if signers:
        stage[f"{site.slugs.verify}/{SIGNERS}"] = "".join(f"{line}\n" for line in signers).encode()
    if handbook:
        stage |= rule_pages(base) | handbook_pages(base, schemas())
    above = [name.removesuffix("index.md") for name in stage if name.endswith("index.md")]
    stage |= sitemaps(shelves, base, above, all_in_other_languages(agreements))
    for agreement in (one for one in agreements if one.emptied):
        stage = render_left(agreement, base) | stage
    return stage


def _lost(shelves: Sequence[Shelf], base: str) -> dict[str, Any]:
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
