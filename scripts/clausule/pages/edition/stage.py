"""An edition to a stage: Markdown pages whose body is HTML, data, and what the templates need to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from clausule.analysis.addresses import START
from clausule.analysis.breach import breach_address
from clausule.analysis.sub_processors import has_sub_processors
from clausule.formats.format import Format, formats_of
from clausule.formats.jsonfile import as_json
from clausule.language.language import Language
from clausule.language.wording.names import (
    annex_name,
    article_name,
    capital,
    day_shown,
    edition_label,
    edition_name,
    full_title,
    shorten,
    titled,
    version_name,
)
from clausule.model.addresses import DEMANDS_DATA, SEARCH_DATA
from clausule.model.nodes import Annex, Article, Paragraph, Picture
from clausule.pages.beside.data import demands_data
from clausule.pages.comparison.past import since_before
from clausule.pages.edition.languages import bilingual_documents, bilingual_leaves, bilingual_links, in_languages
from clausule.pages.edition.linked_data import edition_data, start_data
from clausule.pages.edition.parts import (
    annex_part,
    article_part,
    cited_acts,
    footnotes_of,
    popovers,
    section_part,
)
from clausule.pages.edition.search import search_entries
from clausule.pages.kit.feeds import feed_links, feed_title
from clausule.pages.kit.frame import BREACH, TEXT, frame_of
from clausule.pages.kit.html import NEWLINE, element, lines
from clausule.pages.kit.paper import on_paper, printed_edition
from clausule.pages.kit.staging import CONFIG, Fixed, page_file
from clausule.pages.text.book import Book, Page, picture_file
from clausule.pages.text.in_short import short_rows
from clausule.pages.text.leaf import OVERVIEWS, SEE, TAKE, Leaf, all_pages, leaves_beside, staying_addresses


def render_edition(book: Book) -> dict[str, bytes]:
    """The stage of one edition: path to bytes."""
    agreement, edition = book.agreement, book.edition
    leaves, beside = _leaves(book), leaves_beside(book)
    stage = {CONFIG: as_json({"site_name": full_title(agreement), "extra": _shared(book, leaves, beside)})}
    for before, leaf, after in zip((None, *leaves), leaves, (*leaves[1:], None), strict=False):
        stage[_path(leaf)] = _staged(book, leaf, before, after)
    whole = Leaf(address=book.addresses.whole, heading=book.language.say("Full text"), draw=_whole)
    for leaf in (whole, *beside, *bilingual_leaves(book)):
        stage[_path(leaf)] = _staged(book, leaf)
    there = {leaf.address for leaf in beside}
    for page in all_pages():
        if there.intersection(page.addresses(edition)):
            stage |= page.files(book)
    forms = formats_of(agreement, edition)
    stage |= {format.file: format.make(agreement, edition, book.notes, book.status, book.house) for format in forms}
    stage |= bilingual_documents(book)
    pictures = (block for part in edition.preamble for block in part.blocks if isinstance(block, Picture))
    stage |= {picture_file(picture): picture.data for picture in pictures}
    stage[SEARCH_DATA] = as_json(search_entries(book))
    stage[DEMANDS_DATA] = demands_data(book)
    return stage


def _path(leaf: Leaf) -> str:
    return f"{leaf.address.rstrip('/') or 'index'}.md"


def _leaves(book: Book) -> list[Leaf]:
    """The pages of the text, in its order."""
    edition, language = book.edition, book.language
    leaves = [
        Leaf(
            address=START, heading=full_title(book.agreement), title=language.say("Start of this version"), draw=_start
        )
    ]
    for article in edition.articles:
        heading = titled(article_name(language, article), article.title)
        leaves.append(_part(book, article, heading, article.title, partial(article_part, article)))
    if edition.closing:
        closing = language.say("Signatures")
        leaves.append(Leaf(address=f"{language.grammar.CLOSING}/", heading=closing, title=closing, draw=_closing))
    for annex in edition.annexes:
        heading = titled(annex_name(language, annex), annex.title)
        leaves.append(_part(book, annex, heading, annex_title(language, annex), partial(annex_part, annex)))
    return leaves


def _part(book: Book, part: Article | Annex, heading: str, title: str, draw: Callable[[Page], str]) -> Leaf:
    place = book.places[part.id]
    return Leaf(
        address=f"{part.id}/",
        heading=heading,
        title=title,
        number=_short_mark(part),
        about=part.id,
        place=place,
        draw=draw,
    )


def _short_mark(part: Article | Annex) -> str:
    """The number of an article or annex as the author wrote it, without a word before it: ``VII``, ``§ 7``."""
    written = part.mark.rstrip(" .:|)–—-").split()
    if not written or not part.number:
        return part.number
    return " ".join(written) if not written[0][0].isalnum() else "".join(written[1:] or written)


def annex_title(language: Language, annex: Annex) -> str:
    """An annex in the contents: its title, else what it says of itself first, else what its parts are called."""
    first = next((block.text.plain for block in annex.intro if isinstance(block, Paragraph)), "")
    titles = ", ".join(section.title for section in annex.sections if section.title)
    return shorten(annex.title.strip("“”\"' ") or first or titles, 78) or annex_name(language, annex)


def _start(page: Page) -> Fixed:
    """The parties and the preamble, after the contents."""
    book = page.book
    title = book.edition.title(book.agreement)
    data = {
        "over": capital(edition_name(book.edition)),
        "title": title,
        "in_short": short_rows(book.edition),
        "since": since_before(book.events.history, book.number),
    }
    parts = (section_part(part, page, titled=part.heading.plain != title) for part in book.edition.preamble)
    return Fixed("edition/start.html", data, lines(*parts, footnotes_of(book.edition.preamble, page)))


def _closing(page: Page) -> str:
    parts = (section_part(section, page, titled=index > 0) for index, section in enumerate(page.book.edition.closing))
    heading = page.book.edition.closing[0].heading.plain
    notes = footnotes_of(page.book.edition.closing, page)
    return lines(element("h1", heading or page.language.say("Signatures")), *parts, notes)


def _whole(page: Page) -> Fixed:
    """Every page of the edition under each other, on paper with the contents before them."""
    edition = page.book.edition
    titles = {edition.title(page.book.agreement)}
    data = {"over": capital(edition_name(edition)), "title": edition.title(page.book.agreement)}
    text = lines(
        *(section_part(section, page, titled=section.heading.plain not in titles) for section in edition.preamble),
        footnotes_of(edition.preamble, page),
        *(article_part(article, page) for article in edition.articles),
        _signatures(page),
        *(annex_part(annex, page) for annex in edition.annexes),
    )
    return Fixed("edition/whole.html", data, text)


def _signatures(page: Page) -> str:
    """The closing page under the rest: the contents lead to it by its name, which a section of its may have."""
    edition, name = page.book.edition, page.language.grammar.CLOSING
    parts = lines(*(section_part(section, page) for section in edition.closing), footnotes_of(edition.closing, page))
    named = not edition.closing or any(section.id == name for section in edition.closing)
    return parts if named else element("div", NEWLINE, parts, NEWLINE, id=name)


def _contents(language: Language, leaves: list[Leaf]) -> list[dict[str, Any]]:
    """The contents in the order of the text: articles (with what closes them), then annexes."""
    annex = language.grammar.ANNEX
    groups = {language.say("Articles"): [leaf for leaf in leaves if not leaf.address.startswith(annex)]}
    groups[language.say("Annexes")] = [leaf for leaf in leaves if leaf.address.startswith(annex)]
    return [
        {
            "title": title,
            "rows": [{"number": leaf.number, "title": leaf.title, "address": leaf.address} for leaf in rows],
        }
        for title, rows in groups.items()
        if rows
    ]


def _comparing(book: Book) -> str:
    """The address of a comparison: of a lapsed or withdrawn edition with the one in force, of another with the one
    before it."""
    slugs = book.language.slugs
    side = slugs.old if book.status in ("lapsed", "withdrawn") else slugs.new
    return f"../{slugs.compare_home}?{side}={book.edition.version}"


def _see(book: Book, beside: list[Leaf]) -> list[dict[str, str]]:
    """Where else to look: a comparison, and the sub-processors as they are now and as they were."""
    many = len(book.agreement.editions) > 1
    links = [{"text": book.language.say("Compare with another version"), "address": _comparing(book)}] if many else []
    if has_sub_processors(book.agreement):
        address = f"../{book.language.slugs.sub_processors}/"
        links.append({"text": book.language.say("Sub-processors"), "address": address})
    return links + _links(beside, SEE)


def _links(beside: list[Leaf], wanted: str) -> list[dict[str, str]]:
    return [{"text": leaf.link, "address": leaf.address} for leaf in beside if leaf.beside == wanted]


def _offered(forms: Sequence[Format], language: Language, of_people: bool) -> list[dict[str, str]]:
    """Those of ``forms`` that people read, or those that programs read."""
    return [{"text": form.title(language), "address": form.file} for form in forms if form.document == of_people]


def _shared(book: Book, leaves: list[Leaf], beside: list[Leaf]) -> dict[str, Any]:
    """What every page of the edition shows around its text."""
    edition, language = book.edition, book.language
    digits, forms = book.notes.sha256, formats_of(book.agreement, edition)
    numbered = version_name(edition) if edition.numbered else ""
    unchanged = language.say("unchanged since publication") if book.frozen() else ""
    more = "".join(f" · {said}" for said in (numbered, unchanged) if said)
    printed = printed_edition(edition, digits, book.interval, book.status)
    return {
        "kind": "edition",
        "language": edition.language,
        "feeds": feed_links("../", feed_title(book.agreement)),
        "frame": frame_of(book.agreement, edition, own=_comparing(book)),
        "name": book.name,
        "label": edition_label(edition),
        "version": edition.version if edition.numbered else None,
        "folder": edition.version,
        "take": _offered(forms, language, of_people=True) + bilingual_links(book) + _links(beside, TAKE),
        "data": _offered(forms, language, of_people=False),
        "made_as": [said for form in forms if (said := form.made_as(language))],
        "see": _see(book, beside),
        "effective": day_shown(edition) or None,
        "until": language.dates.short(book.interval.end) if book.interval.end else None,
        "mark": f"{digits[:4]} {digits[4:8]}",
        "sha256": digits,
        "linked": {"edition": edition_data(book), "start": start_data(book, forms)},
        "paper": on_paper(full_title(book.agreement), [printed]),
        "status": {
            **printed["standing"],
            "more": more,
            "also": [
                {
                    "said": language.say("For {whom}:", whom=one.audience),
                    "name": edition_name(one),
                    "address": f"../{one.version}/",
                }
                for one in book.beside
                if one.audience and one is not book.current
            ],
            "why": edition.withdrawn.why if edition.withdrawn and book.status == "withdrawn" else None,
        },
        "contents": _contents(language, leaves),
        "overviews": _links(beside, OVERVIEWS),
    }


def _staged(book: Book, leaf: Leaf, before: Leaf | None = None, after: Leaf | None = None) -> bytes:
    """One page: what the templates must know of it, and behind what is drawn all that it mentions."""
    page = Page(book, leaf.address)
    drawn = leaf.draw(page)
    behind = cited_acts(page), popovers(page)
    meta: dict[str, object] = {
        "title": _title(book, leaf.heading),
        "description": _about(leaf, book),
        "canonical": book.base_url + leaf.address,
        "address": leaf.address,
        "concept": book.edition.concept or book.status == "withdrawn" or None,
        "now": _now(book, leaf),
        "languages": in_languages(book, leaf),
        "view": leaf.view or None,
        "styles": leaf.styles,
        "scripts": leaf.scripts,
        "before": _neighbour(before),
        "after": _neighbour(after),
        "template": "edition/page.html",
        "tab": BREACH if leaf.address and leaf.address == breach_address(book.edition) else TEXT,
    }
    if isinstance(drawn, Fixed):
        return page_file(meta, replace(drawn, text=lines(drawn.text, *behind)), "text")
    return page_file(meta, lines(drawn, *behind), "text")


def _title(book: Book, heading: str) -> str:
    """The title of a page of an edition, which no other page has; it begins with what warns of the edition."""
    title, name = full_title(book.agreement), edition_name(book.edition)
    warning = "" if book.counts else f"{book.standing.word}: "
    return warning + (f"{heading}, {name}" if heading == title else f"{heading} · {title}, {name}")


def _about(leaf: Leaf, book: Book) -> str:
    """What a search engine shows under the title."""
    say, title, edition = book.language.say, full_title(book.agreement), edition_name(book.edition)
    if not leaf.title and leaf.address != book.addresses.whole:
        return say(
            "{heading}. Belongs to {edition} of the {agreement}. What you fill in stays in your browser.",
            heading=leaf.heading,
            edition=edition,
            agreement=title,
        )
    return say(
        "{part}: the wording of {edition} of the {agreement}, to be cited clause by clause.",
        part=say("The whole agreement") if leaf.heading == title else leaf.heading.rstrip("."),
        edition=edition,
        agreement=title,
    )


def _neighbour(leaf: Leaf | None) -> dict[str, str] | None:
    return {"title": leaf.heading if leaf.address else leaf.title, "address": leaf.address} if leaf else None


def _now(book: Book, leaf: Leaf) -> dict[str, str] | None:
    """The same page in the edition that is in force, or its start page."""
    if book.elsewhere is None:
        return None
    if leaf.about:
        there, other = book.there(leaf.about), book.counterparts.get(leaf.about, "")
        place = other.replace("-", " ") if other not in ("", leaf.about) else leaf.place
    else:
        now = book.elsewhere.edition
        closing = (f"{book.language.grammar.CLOSING}/",) if now.closing else ()
        there, place = (
            (leaf.address if leaf.address in (book.addresses.whole, *closing, *staying_addresses(now)) else START),
            "",
        )
    return {"text": book.read_now(place if there else ""), "address": book.in_force + (there or START)}
