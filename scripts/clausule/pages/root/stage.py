"""The pages above the editions: all agreements, each agreement, the page for a lost reader, and files for robots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from clausule.analysis.addresses import START, page_names
from clausule.analysis.references import Notes
from clausule.compare.explanations import edition_before
from clausule.compare.history import History, make_history
from clausule.formats.format import all_formats
from clausule.language.language import DEFAULT, Language, language_of
from clausule.language.wording.names import (
    annex_name,
    annex_tag,
    edition_label,
    edition_name,
    full_title,
    read_edition,
    short_edition,
    titled,
)
from clausule.language.wording.site import status_sentence, status_words
from clausule.model import Agreement, Annex, Edition, Interval, Section, current, intervals, status_on
from clausule.pages.comparison.data import comparison_data
from clausule.pages.comparison.events import events_of
from clausule.pages.comparison.lineages import life_pages
from clausule.pages.comparison.pairs import comparison_parts
from clausule.pages.comparison.places import pair_address
from clausule.pages.comparison.start import start_page
from clausule.pages.comparison.words import comparison_title
from clausule.pages.edition.stage import annex_title
from clausule.pages.forms.signed import signed_page
from clausule.pages.handbook.rules import rule_pages
from clausule.pages.kit.contact import contact_facts
from clausule.pages.kit.feeds import ATOM, feed_links, feed_title
from clausule.pages.kit.html import element, escape, joined, lines, table, table_row
from clausule.pages.kit.staging import CONFIG, root_config, staged
from clausule.pages.root.feeds import all_feeds, offer
from clausule.pages.root.on_date import date_about, date_page, date_title, timeline
from clausule.pages.root.schemas import schemas
from clausule.pages.sub_processors.data import list_feed_title, list_files
from clausule.pages.sub_processors.page import list_page
from clausule.pages.text.blocks import plain_blocks
from clausule.pages.text.leaf import addresses_on, all_pages


@dataclass(frozen=True, slots=True)
class Shelf:
    """One agreement on the day of the build."""

    agreement: Agreement
    spans: dict[str, Interval]
    now: Edition | None
    day: date

    @property
    def language(self) -> Language:
        return language_of(self.agreement.language)

    def status(self, edition: Edition) -> str:
        return status_on(edition, self.spans[edition.version], self.day)

    def sentence(self, edition: Edition) -> str:
        """``since 25 May 2018``."""
        return status_sentence(edition, self.status(edition), self.spans[edition.version])


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
) -> dict[str, bytes]:
    """The stage of everything above the editions, but for the pages of ``render_comparisons``: path to bytes.

    ``notes`` are those of each edition by its name, ``day`` is the day on which the status of an edition is judged,
    ``landing`` what the publisher wrote for the first page, ``histories`` those of the agreements by slug, where they
    were made already, ``language`` the tag of the language of what belongs to no agreement, ``handbook`` whether the site explains the rules.
    """
    base, site = site_url.rstrip("/") + "/", language_of(language)
    histories = histories or {agreement.slug: make_history(agreement) for agreement in agreements}
    shelves = [Shelf(agreement, intervals(agreement), current(agreement, day), day) for agreement in agreements]
    stage = {
        CONFIG: root_config(site, lost=_lost(shelves, base)),
        "index.md": staged(_landing(site, shelves, landing), "", site.say("Agreements"), _about(site), base),
        **schemas(),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode(),
        **all_feeds(agreements, base, histories, site),
    }
    for shelf in shelves:
        agreement, say, tag = shelf.agreement, shelf.language.say, shelf.language.tag
        title, home, slugs = full_title(agreement), f"{agreement.slug}/", shelf.language.slugs
        about = say("{title}: all versions, each with the date from which it is in force.", title=title)
        summary, body = str(agreement.meta.values.get("summary") or about), _agreement(shelf, notes, base)
        feeds = feed_links(home, feed_title(agreement))
        stage[f"{home}index.md"] = staged(body, home, title, summary, base, feeds=feeds, language=tag)
        stage[f"{home}{slugs.on}/index.md"] = _on_date(shelf, base)
        sha256 = {edition.version: notes[edition.name].sha256 for edition in agreement.editions}
        stage[f"{home}{slugs.signed}/index.md"] = signed_page(agreement, shelf.now, sha256, base)
        stage |= _sub_processors(shelf, base)
        if len(agreement.editions) > 1:
            history = histories[agreement.slug]
            pages = [(start_page(agreement, history, shelf.now), "compare")]
            pages += [(life, "history") for life in life_pages(agreement, events_of(history))]
            for page, view in pages:
                address = home + page.address
                stage[f"{address}index.md"] = staged(page.body, address, page.title, page.about, base, view, feeds, language=tag)
            stage[f"{home}{slugs.comparison_data}"] = comparison_data(agreement, history)
    if handbook:
        stage |= rule_pages(base)
    stage["sitemap.xml"] = _sitemap(shelves, base, [name.removesuffix("index.md") for name in stage if name.endswith("index.md")])
    return stage


def _on_date(shelf: Shelf, base: str) -> bytes:
    agreement = shelf.agreement
    address = f"{agreement.slug}/{shelf.language.slugs.on}/"
    body, title = date_page(agreement, shelf.spans), f"{date_title(agreement)} · {full_title(agreement)}"
    return staged(body, address, title, date_about(agreement), base, "on-date", language=agreement.language)


def _sub_processors(shelf: Shelf, base: str) -> dict[str, bytes]:
    """The page of the list, and beside it the list in other forms and its feeds."""
    agreement, address = shelf.agreement, f"{shelf.agreement.slug}/{shelf.language.slugs.sub_processors}/"
    body = list_page(agreement, shelf.now, shelf.day)
    say = language_of(agreement.language).say
    name = full_title(agreement)
    title = say("Sub-processors") + f" · {name}"
    about = say("{agreement}: the sub-processors as they are now and were on every day, with what has been announced.", agreement=name)
    feeds = feed_links(address, list_feed_title(agreement)) if agreement.sub_processors else None
    page = staged(body, address, title, about, base, "sub-processors", feeds, language=agreement.language)
    return {f"{address}index.md": page, **list_files(agreement, base)}


def _landing(language: Language, shelves: Sequence[Shelf], landing: Sequence[Section]) -> str:
    written = [section for section in landing if section.blocks]
    title = next((section.title for section in written if section.title), language.say("Agreements"))
    intro = [plain_blocks(section.blocks) for section in written] or [element("p", _about(language))]
    shown = [_card(shelf) for shelf in shelves] or [element("p", language.say("No agreement has been published here yet."))]
    return lines(
        element("h1", title),
        element("div", *intro, class_="lead"),
        element("div", *shown, class_="shelves"),
        element("p", language.say("Changes to all agreements in one news feed:"), " ", element("a", ATOM, href=ATOM), class_="tagline") if shelves else "",
    )


def _about(language: Language) -> str:
    return language.say(
        "Here you can read agreements as they stand now and as they stood before, word for word. Every clause has a "
        "permanent address, so that you can cite it."
    )


def _card(shelf: Shelf) -> str:
    """An agreement on the landing page: what it is, whose, and which edition counts."""
    agreement, now, versions = shelf.agreement, shelf.now, shelf.language.say("All versions")
    summary = str(agreement.meta.values.get("summary") or "")
    links = [element("a", versions, href=f"{agreement.slug}/", aria_label=f"{versions}: {full_title(agreement)}")]
    if now:
        read = read_edition(now)
        links.insert(
            0,
            element(
                "a",
                read,
                class_="go",
                href=f"{agreement.slug}/{now.version}/",
                aria_label=f"{read}: {full_title(agreement)}",
            ),
        )
    return element(
        "section",
        element("p", agreement.publisher, class_="over"),
        element("h2", element("a", agreement.title, href=f"{agreement.slug}/")),
        element("p", summary) if summary else "",
        _badge_line(shelf, now) if now else element("p", _none_in_force(shelf)),
        element("p", joined(" ", links), class_="links"),
        class_="shelf",
    )


def _badge_line(shelf: Shelf, edition: Edition) -> str:
    return element("p", _badge(shelf, edition), " ", shelf.sentence(edition), class_="standing")


def _badge(shelf: Shelf, edition: Edition) -> str:
    status = shelf.status(edition)
    return element("span", status_words(shelf.language)[status], class_=f"badge {status.replace(' ', '-')}")


def _none_in_force(shelf: Shelf) -> str:
    return shelf.language.say("No version of this agreement is currently in force.")


def _agreement(shelf: Shelf, notes: Mapping[str, Notes], base: str) -> str:
    """The page of one agreement: the edition that counts, all editions, its annexes, and whom to ask."""
    agreement, now, say = shelf.agreement, shelf.now, shelf.language.say
    return lines(
        element("p", agreement.publisher, class_="over"),
        element("h1", agreement.title),
        element("div", plain_blocks(agreement.intro), class_="lead") if agreement.intro else "",
        _in_force(shelf, now) if now else element("p", _none_in_force(shelf), class_="standing"),
        element("h2", say("All versions"), id="versies"),
        timeline(agreement, shelf.spans, shelf.day),
        _timeline(shelf, notes) if agreement.editions else element("p", say("No version of this agreement has been published here yet.")),
        _compare_link(agreement),
        element("p", element("a", say("Sub-processors"), href=f"{shelf.language.slugs.sub_processors}/"), class_="links"),
        offer(agreement, base),
        _annexes(now) if now and now.annexes else "",
        _overviews(now) if now else "",
        _contact(agreement),
        element("h2", say("How to cite"), id="verwijzen"),
        element(
            "p",
            say(
                "Every clause and every annex has an address of its own. You will find it behind the number of the "
                "clause, or with ‘Cite this clause’."
            ),
        ),
        element(
            "p",
            say(
                "Always name the version when you cite. The address ‘{current}’ shows whichever version is in force at "
                "that moment, in which a clause may have a different number.",
                current=shelf.language.slugs.current,
            ),
        ),
    )


def _compare_link(agreement: Agreement) -> str:
    language = language_of(agreement.language)
    say, slugs = language.say, language.slugs
    link = element("a", say("Compare two versions"), href=slugs.compare_home) if len(agreement.editions) > 1 else ""
    signed = element("a", say("What did you sign?"), href=f"{slugs.signed}/") if agreement.editions else ""
    return element("p", link, " ", signed, class_="links")


def _in_force(shelf: Shelf, now: Edition) -> str:
    status, say = shelf.status(now), shelf.language.say
    unknown = say("For that reason this page cannot say since when it has been in force. Please ask the publisher.")
    undated = element("p", unknown) if status == "undated" else ""
    return element(
        "section",
        _badge_line(shelf, now),
        undated,
        element(
            "p",
            element("a", read_edition(now), class_="go", href=f"{now.version}/"),
            " ",
            element("a", say("Full text"), href=f"{now.version}/{shelf.language.slugs.whole_page}"),
            " ",
            joined(" ", (element("a", format.title(shelf.language), href=f"{now.version}/{format.file}") for format in all_formats())),
            class_="links",
        ),
        class_=f"counts {status.replace(' ', '-')}",
        aria_label=say("The version now in force"),
    )


def _timeline(shelf: Shelf, notes: Mapping[str, Notes]) -> str:
    """All editions, the newest first, with their interval and the hash that tells a true copy."""
    say, short, rows = shelf.language.say, shelf.language.dates.short, []
    for edition in reversed(shelf.agreement.editions):
        span = shelf.spans[edition.version]
        digits = notes[edition.name].sha256
        cells: list[tuple[str, str]] = [
            (say("Version"), element("a", edition_label(edition), href=f"{edition.version}/")),
            (say("Status"), _badge(shelf, edition)),
            (say("In force from"), short(span.start) if span.start else say("not stated")),
            (say("Until"), short(span.end) if span.end else "–"),
            (say("Hash"), element("code", f"{digits[:4]} {digits[4:8]}", title=f"sha256 {digits}")),
        ]
        if before := edition_before(shelf.agreement, edition):
            changed = element("a", short_edition(before), href=pair_address(before, edition), aria_label=comparison_title(before, edition))
            cells.append((say("Changed since"), changed))
        elif len(shelf.agreement.editions) > 1:
            cells.append((say("Changed since"), "–"))
        rows.append(cells)
    shown = table([name for name, _ in rows[0]], map(table_row, rows), aria_labelledby="versies", class_="editions")
    return element("div", shown, class_="table")


def _annexes(edition: Edition) -> str:
    say = language_of(edition.language).say
    rows = [_annex_row(annex, edition) for annex in edition.annexes]
    whose = edition_name(edition) if edition.numbered else say("this agreement")
    about = element("p", say("The annexes of {edition}. An annex may have a version and a date of its own.", edition=whose))
    return lines(element("h2", say("Annexes")), about, element("ul", *rows, class_="annexes"))


def _annex_row(annex: Annex, edition: Edition) -> str:
    language = language_of(edition.language)
    name = titled(annex_name(language, annex), annex_title(language, annex))
    tag = annex_tag(annex, edition)
    link = element("a", name, href=f"{edition.version}/{annex.id}/")
    return element("li", link, " ", element("span", tag, class_="quiet") if tag else "")


def _overviews(edition: Edition) -> str:
    """Where the site's readings of the edition in force stand."""
    language = language_of(edition.language)
    rows = [
        element("li", element("a", page.listed(language), href=f"{edition.version}/{address}"))
        for page in all_pages()
        if page.listed
        for address in page.addresses(edition)
    ]
    if not rows:
        return ""
    about = element(
        "p",
        language.say(
            "How this site reads the version that is in force now. The overviews are not part of the agreement."
        ),
    )
    return lines(element("h2", language.say("Overviews")), about, element("ul", *rows, class_="annexes"))


def _contact(agreement: Agreement) -> str:
    facts = contact_facts(agreement)
    return lines(element("h2", language_of(agreement.language).say("Contact")), facts) if facts else ""


def _lost(shelves: Sequence[Shelf], base: str) -> dict[str, Any]:
    """For the page that is shown at an unknown address; its links begin at the root, since it is shown at any depth."""
    prefix = urlsplit(base).path
    rows = []
    for shelf in shelves:
        agreement, now = shelf.agreement, shelf.now
        home = f"{prefix}{agreement.slug}/"
        row: dict[str, Any] = {"title": full_title(agreement), "address": home, "slug": agreement.slug, "pages": []}
        row["editions"] = [edition.version for edition in agreement.editions]
        if now:
            row["now"] = {"title": read_edition(now), "address": f"{home}{now.version}/"}
            row["pages"] = [page.rstrip("/") for page in page_names(now) if page != START]
        rows.append(row)
    return {"home": prefix, "agreements": rows}


def _sitemap(shelves: Sequence[Shelf], base: str, above: Sequence[str]) -> bytes:
    """Every page of the site at its lasting address, those ``above`` the editions first; the copy of the edition in force
    is left out."""
    addresses = [*above]
    for shelf in shelves:
        addresses += comparison_parts(shelf.agreement, shelf.day)
        for edition in shelf.agreement.editions:
            there = addresses_on(shelf.agreement, edition, shelf.status(edition))
            addresses.extend(f"{edition.name}/{page}" for page in there)
    rows = "".join(f"<url><loc>{escape(base + address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()
