"""Articles, annexes and the parts around them as HTML: what a page of an edition consists of."""

from __future__ import annotations

from collections.abc import Iterable

from clausule.analysis.addresses import relative
from clausule.analysis.measures import measures_by_text
from clausule.language.wording.law import demand_short
from clausule.language.wording.names import annex_name, annex_tag, article_name, capital, citation
from clausule.law.gdpr import Demand
from clausule.model.nodes import Annex, Article, Block, Chapter, Clause, Paragraph, Section, block_texts
from clausule.model.notes import Erratum
from clausule.pages.comparison.past import past_popover
from clausule.pages.kit.html import NEWLINE, element, joined, lines, stacked
from clausule.pages.overviews.coverage import demand_anchor
from clausule.pages.text.blocks import Drawing, uses, uses_link, uses_words
from clausule.pages.text.book import Page, nearest
from clausule.pages.text.inline import POPOVER
from clausule.pages.text.leaf import all_pages

CITE = "verwijs-"
_SHOWN = ("28", "30", "33")
"""The articles of the GDPR of which an edition has an overview."""


def article_part(article: Article, page: Page) -> str:
    """An article with its heading, introduction and clauses."""
    older = article.version and article.version != page.book.edition.version
    head = _title(article.heading.plain, article.title, article_name(page.language, article), page)
    tag = page.language.say("text since version {version}", version=article.version) if older else ""
    intro = _intro(article.id, article.intro, page)
    chapters = (_chapter(chapter, page) for chapter in article.opens)
    clauses = (_clause(clause, page) for clause in article.clauses)
    inner = (*chapters, head, _tag(tag), intro, *clauses, footnotes_of((article,), page))
    return stacked("section", *inner, class_="article", id=article.id)


def annex_part(annex: Annex, page: Page) -> str:
    """An annex with its own version and date, and its sections."""
    page.begin()
    head = _title(annex.heading.plain, annex.title, annex_name(page.language, annex), page)
    intro = _intro(annex.id, annex.intro, page, "" if annex.kind == "measures" and annex.sections else annex.kind)
    sections = (section_part(section, page, annex.kind) for section in annex.sections)
    tag = _tag(annex_tag(annex, page.book.edition))
    invitations = () if page.is_whole else (beside.invites(annex, page) for beside in all_pages())
    inner = lines(head, tag, *invitations, intro, *sections, footnotes_of((annex,), page))
    return stacked("section", inner, class_=f"annex {annex.kind}", id=annex.id)


def section_part(section: Section, page: Page, kind: str = "", *, titled: bool = True) -> str:
    """A part under a heading. In the whole text the heading of a part of an annex stands one level deeper."""
    page.begin()
    classes = "part question" if kind == "questionnaire" and section.level > 2 else "part"
    head = _section_title(section, page, deeper=page.is_whole and bool(kind)) if titled else ""
    note = _note(section.id, page.language.say("Cite this section"), page) if section.blocks and head else ""
    return _citable(
        "section", classes, section.id, section.id, page, head, _body(section.id, section.blocks, page, kind), note
    )


def _clause(clause: Clause, page: Page) -> str:
    """One clause: its number in the margin is its permalink; under its words stands what belongs to them."""
    page.begin()
    number = element("a", clause.mark, class_="n", href=f"#{clause.id}")
    note = _note(clause.id, page.language.say("Cite this clause"), page)
    above = ""
    if clause.subheading:
        level = "h3" if page.is_whole else "h2"
        above = element(level, Drawing(page).words(clause.subheading), class_="subheading")
    body = _body(clause.id, clause.blocks, page)
    return joined(NEWLINE, (above, _citable("section", "clause", clause.id, clause.id, page, number, body, note)))


def _chapter(chapter: Chapter, page: Page) -> str:
    """The heading of a chapter, above the article with which it begins."""
    mark = element("a", chapter.mark, href=f"#{chapter.id}")
    return element("p", mark, " ", chapter.title, class_="chapter", id=chapter.id)


def footnotes_of(holders: Iterable[Section | Article | Annex], page: Page) -> str:
    """The footnotes at the foot of what was drawn, each with a link back to the words that it is about."""
    rows = []
    for note in (note for holder in holders for note in holder.footnotes):
        page.begin()
        use = page.noted(note.id)
        back = element("a", note.label, class_="m", href=f"#{use}") if use else element("span", note.label, class_="m")
        rows.append(element("li", back, element("div", Drawing(page).words(note.text)), id=note.id))
    return stacked("ol", *rows, class_="items footnotes", aria_label=page.language.say("Footnotes")) if rows else ""


def _intro(name: str, blocks: tuple[Block, ...], page: Page, kind: str = "") -> str:
    """What stands between a heading and the first clause or part, if anything does."""
    if not blocks and name not in page.book.errata:
        return ""
    past, shown = _past(name, page) if blocks else ("", "")
    note = element("div", past, class_="note") + shown if past else ""
    return _citable("div", "intro", "", name, page, _body(name, blocks, page, kind), note)


def _body(name: str, blocks: tuple[Block, ...], page: Page, kind: str = "") -> str:
    """The words of a clause or part, and beside them its known mistakes and the uses of what it defines."""
    book = page.book
    errata = book.errata.get(name, ())
    place = book.places.get(nearest(name, book.places), "")
    drawing = Drawing(page, kind, tuple(erratum.words for erratum in errata), place)
    measures = measures_by_text(book.edition)
    listless = bool(blocks) and all(isinstance(block, Paragraph) and block.text in measures for block in blocks)
    inner = drawing.measures(blocks) if listless else drawing.blocks(blocks)
    defined = [definition for text in block_texts(blocks) for definition in book.by_text.get(id(text), ())]
    return lines(
        element("div", inner, class_="words"),
        *(element("p", _erratum(erratum, page), class_="erratum", role="note") for erratum in errata),
        *(uses(definition, page) for definition in defined if definition.source != "list"),
    )


def _erratum(erratum: Erratum, page: Page) -> str:
    """A known mistake, beside the text: ``Known error: it reads “CUSTOMR” and should read “CUSTOMER”.``"""
    say, words, should = page.language.say, erratum.words, erratum.should
    known = (
        say("Known error: it reads “{words}” and should read “{should}”.", words=words, should=should) if should else ""
    )
    return " ".join(filter(None, (known or say("Known error: it reads “{words}”.", words=words), erratum.note)))


def _citable(name: str, classes: str, anchor: str, cited: str, page: Page, *children: str) -> str:
    """An element that can be cited: what is copied from it carries its place and its lasting address; where a citation
    is among its ``children``, that has the address."""
    return element(
        name,
        NEWLINE,
        lines(*children),
        NEWLINE,
        class_=classes,
        id=anchor or None,
        data_place=page.book.places.get(cited),
        data_address=None if f'id="{CITE}{cited}"' in children[-1] else page.book.url(cited),
    )


def _title(heading: str, title: str, name: str, page: Page) -> str:
    """The heading as written, its mark above its title; ``name`` serves where there is no heading."""
    level = "h2" if page.is_whole else "h1"
    number = heading[: -len(title)].strip() if title and heading.endswith(title) else ""
    if not number:
        return element(level, heading or name)
    shown = number.rstrip(" .:|–—-")
    rest = element("span", number[len(shown) :], class_="point") if shown != number else ""
    return element(level, element("span", shown, rest, class_="over"), " ", title)


def _tag(sentence: str) -> str:
    return element("p", capital(sentence), class_="tag") if sentence else ""


def _section_title(section: Section, page: Page, *, deeper: bool) -> str:
    heading = section.heading.plain
    if not heading:
        return ""
    label = heading[: -len(section.title)].strip() if section.label and heading.endswith(section.title) else ""
    mark = element("a", label, class_="n", href=f"#{section.id}") + " " if label else ""
    return element(f"h{section.level + deeper}", mark, section.title if label else heading)


def _note(name: str, cite: str, page: Page) -> str:
    """What a reader can do with a clause: cite it, or read it in the edition that is in force. Where this one is not,
    it says so in the clause as well, for whom an address led there past the head of the page."""
    book = page.book
    place = book.places.get(name, "")
    button = element(
        "button", cite, type="button", class_="quiet", popovertarget=CITE + name, aria_label=f"{cite}: {place}"
    )
    there = book.there(name)
    now = ""
    if there:
        read = book.read_now(page.language.say("this"))
        now = element("a", read, href=relative(book.in_force + there, page.address), aria_label=f"{read}: {place}")
    cited = element("p", citation(place, book.agreement, book.edition, book.url(name)), class_="citation")
    past, shown = _past(name, page)
    return lines(
        element(
            "div",
            "" if book.counts else element("span", book.standing.word, class_="badge stands"),
            now,
            past,
            button,
            *(_demand_link(demand, page) for demand in book.fulfils.get(name, ()) if demand.article in _SHOWN),
            class_="note",
        ),
        shown,
        element(
            "copy-citation",
            cited,
            popover=True,
            class_="pop",
            id=CITE + name,
        ),
    )


def _past(name: str, page: Page) -> tuple[str, str]:
    """The history of a clause or part: a button and what it shows. The whole text, which is long enough, has none."""
    if page.is_whole:
        return "", ""
    book = page.book
    return past_popover(
        book.language, book.events, book.number, name, book.places.get(name, ""), relative("../", page.address)
    )


def _demand_link(demand: Demand, page: Page) -> str:
    """From a clause to what it fulfils, in the overview of that."""
    register = demand.article == "30"
    slugs = page.language.slugs
    there = f"{slugs.gdpr_30}/" if register else f"{slugs.gdpr_28}/#{demand_anchor(demand)}"
    return element("a", demand_short(page.book.language, demand), href=relative(there, page.address), class_="quiet")


def popovers(page: Page) -> str:
    """The definitions of all terms that the page mentions, each once; shown by the buttons in the text."""
    shown = []
    for definition in page.explained.values():
        home = page.book.home_address(definition, page.address)
        used = element("a", uses_words(definition, page), href=uses_link(definition, page))
        links = (
            element("a", page.book.home(definition), href=home) if home else "",
            "" if definition.lender else used,
        )
        shown.append(
            element(
                "div",
                element("p", element("strong", definition.term)),
                element("p", definition.text.plain),
                element("p", *links, class_="links"),
                popover=True,
                class_="pop",
                id=POPOVER + definition.id,
                role="group",
                aria_label=capital(page.language.say("term “{term}”", term=definition.term)),
            )
        )
    return stacked("div", *shown, class_="popovers") if shown else ""


def cited_acts(page: Page) -> str:
    """On paper: the addresses of the acts that the page refers to."""
    if not page.cited:
        return ""
    rows = (element("li", text, ": ", address) for address, text in page.cited.items())
    return element(
        "div", element("p", page.language.say("Legislation cited")), element("ul", *rows), class_="on-paper cited"
    )
