"""Where a comparison begins: all changes at a glance, and every comparison that has a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from clausule.compare.history import History, Row
from clausule.language.language import Language, language_of
from clausule.language.wording.changes import change_words
from clausule.language.wording.names import capital, edition_name, full_title, short_edition, titled, version_name
from clausule.model import Agreement, Edition
from clausule.pages.comparison.body import ComparisonPage
from clausule.pages.comparison.events import is_told
from clausule.pages.comparison.pairs import static_pairs
from clausule.pages.comparison.places import chosen, group_anchor, pair_from_home, tops_of
from clausule.pages.comparison.words import compare_words, comparison_title, unit_name
from clausule.pages.kit.html import NEWLINE, element, lines, stacked

_SIGNS = {"changed": "~", "added": "+", "removed": "−", "moved": "→"}  # as the page explains them
_SHOWN = 8  # of a list of comparisons; the others are folded


def start_page(agreement: Agreement, history: History, now: Edition | None) -> ComparisonPage:
    """The page ``vergelijken/`` of an agreement with more than one edition."""
    title, language = full_title(agreement), language_of(agreement.language)
    words = compare_words(language)
    body = lines(
        element("p", element("a", title, href="../"), class_="over"),
        element("h1", words["compare_title"]),
        element(
            "compare-editions",
            NEWLINE,
            stacked("div", _listed(agreement, now), _history_link(language), _map(language, history), class_="begin"),
            NEWLINE,
            class_="wide",
            data_from="gegevens.json",
            data_now=(now or agreement.editions[-1]).version,
            data_failed=words["failed"],
        ),
    )
    return ComparisonPage(
        address=language.slugs.compare_home, title=f"{words['compare_title']}, {title}", about=words["start_about"].format(title),
        body=body,
    )


def _history_link(language: Language) -> str:
    return element("p", element("a", language.say("The history of every clause"), href=f"{language.slugs.history}/"), class_="links")


def _listed(agreement: Agreement, now: Edition | None) -> str:
    """The comparisons that are pages: of each edition with the one before, and of earlier ones with the one in force."""
    editions, language = agreement.editions, language_of(agreement.language)
    words = compare_words(language)
    last = editions.index(now) if now else -1
    pages = set(static_pairs(agreement, now))
    successive = [_link(agreement, old, old + 1) for old in reversed(range(len(editions) - 1))]
    shown = [_list(language, words["successive"], successive)]
    if last > 0 and now:
        # Of those that are very old the comparison is put together when it is asked for.
        since = [_link(agreement, old, last, page=(old, last) in pages) for old in reversed(range(last))]
        shown.append(_list(language, words["since"].format(edition_name(now)), since))
    return stacked("div", *shown, class_="listed")


def _list(language: Language, title: str, links: Sequence[str]) -> str:
    older = links[_SHOWN:]
    folded = element("summary", compare_words(language)["older"].format(len(older)))
    rest = element("details", folded, element("ul", *older)) if older else ""
    return element("section", element("h2", title), element("ul", *links[:_SHOWN]), rest)


def _link(agreement: Agreement, old: int, new: int, *, page: bool = True) -> str:
    one, other = agreement.editions[old], agreement.editions[new]
    href = pair_from_home(one, other) if page else chosen(one, other)
    return element("li", element("a", comparison_title(one, other), href=href))


def _map(language: Language, history: History) -> str:
    """Articles down, editions across: a sign in a cell says what happened there, and is a link to it."""
    editions, words = history.editions, compare_words(language)
    cells: dict[int, dict[int, tuple[str, str, int]]] = {}
    for new in range(1, len(editions)):
        by_top: dict[int, list[Row]] = {}
        for row in history.changes(new):
            by_top.setdefault(row.top, []).append(row)
        for top, rows in by_top.items():
            heading = next((row for row in rows if row.lineage == top), None)
            if heading and heading.kind in ("added", "removed"):
                sign = heading.kind
            else:
                sign = "changed" if {row.kind for row in rows} - {"moved"} else "moved"
            anchor = f"#{group_anchor(history, top, new, new - 1)}" if is_told(history, new) else ""
            told = [row for row in rows if not row.only_number]
            cells.setdefault(top, {})[new] = sign, anchor, len(told or rows)
    shown = [top for top in tops_of(history) if cells.get(top)]
    head = element(
        "tr",
        element("th", words["part"], scope="col"),
        *(element("th", short_edition(edition), scope="col") for edition in editions[1:]),
    )
    body = [_map_row(language, history, top, cells[top]) for top in shown]
    return lines(
        element("h2", words["glance"], id="overzicht"),
        element("p", words["signs"], class_="signs"),
        element(
            "div",
            element("table", element("thead", head), stacked("tbody", *body), class_="map", aria_labelledby="overzicht"),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_labelledby="overzicht",
        ),
    )


def _map_row(language: Language, history: History, top: int, cells: dict[int, tuple[str, str, int]]) -> str:
    unit = history.lineages[top].last_unit
    name = titled(capital(unit_name(language, unit)), unit.title) if unit.number else unit.title
    name = name or capital(unit_name(language, unit))
    shown = [element("th", name, scope="row")]
    editions = history.editions
    for new in range(1, len(editions)):
        if new not in cells:
            shown.append(element("td", class_="none"))
            continue
        kind, anchor, changed = cells[new]
        href = f"{pair_from_home(editions[new - 1], editions[new])}{anchor}"
        said = _cell(language, kind, name, editions[new], changed)
        sign = element("span", _SIGNS[kind], aria_hidden="true")
        link = element("a", sign, element("span", said, class_="unseen"), href=href, title=said)
        shown.append(element("td", link, class_=kind))
    return element("tr", *shown)


def _cell(language: Language, kind: str, name: str, edition: Edition, changed: int) -> str:
    """A cell of the map in words: ``changed in version 1.5 (3 parts): Article 7. Security incidents``."""
    return language.say(
        "{changed} in {edition} ({parts}): {part}",
        changed=language.say("moved or renumbered") if kind == "moved" else change_words(language)[kind],
        edition=version_name(edition),
        parts=language.say_count("{n} part", "{n} parts", changed),
        part=name,
    )
