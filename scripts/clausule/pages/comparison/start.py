"""Where a comparison begins: all changes at a glance, and every comparison that has a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from clausule.compare.history import History, Row
from clausule.language.nl.comparison import (
    COMPARE,
    MAP_SIGNS,
    comparison_title,
    fill,
    map_cell,
    short_edition,
    unit_name,
)
from clausule.language.nl.past import LINK
from clausule.language.wording.names import capital, edition_name, full_title, titled
from clausule.model import Agreement, Edition
from clausule.pages.comparison.body import ComparisonPage
from clausule.pages.comparison.events import is_told
from clausule.pages.comparison.pairs import static_pairs
from clausule.pages.comparison.past import HISTORY
from clausule.pages.comparison.places import FOLDER, group_anchor, pair_address, tops_of
from clausule.pages.kit.html import NEWLINE, element, lines, stacked

_SHOWN = 8  # of a list of comparisons; the others are folded


def start_page(agreement: Agreement, history: History, now: Edition | None) -> ComparisonPage:
    """The page ``vergelijken/`` of an agreement with more than one edition."""
    title = full_title(agreement)
    body = lines(
        element("p", element("a", title, href="../"), class_="over"),
        element("h1", COMPARE["compare_title"]),
        element(
            "compare-editions",
            NEWLINE,
            stacked("div", _listed(agreement, now), _history_link(), _map(history), class_="begin"),
            NEWLINE,
            class_="wide",
            data_from="gegevens.json",
            data_now=(now or agreement.editions[-1]).version,
            data_failed=COMPARE["failed"],
        ),
    )
    return ComparisonPage(
        address=FOLDER, title=f"{COMPARE['compare_title']}, {title}", about=fill(COMPARE["start_about"], title),
        body=body,
    )


def _history_link() -> str:
    return element("p", element("a", LINK, href=HISTORY.removeprefix(FOLDER)), class_="links")


def _listed(agreement: Agreement, now: Edition | None) -> str:
    """The comparisons that are pages: of each edition with the one before, and of earlier ones with the one in force."""
    editions = agreement.editions
    last = editions.index(now) if now else -1
    pages = set(static_pairs(agreement, now))
    successive = [_link(agreement, old, old + 1) for old in reversed(range(len(editions) - 1))]
    shown = [_list(COMPARE["successive"], successive)]
    if last > 0 and now:
        # Of those that are very old the comparison is put together when it is asked for.
        since = [_link(agreement, old, last, page=(old, last) in pages) for old in reversed(range(last))]
        shown.append(_list(fill(COMPARE["since"], edition_name(now)), since))
    return stacked("div", *shown, class_="listed")


def _list(title: str, links: Sequence[str]) -> str:
    older = links[_SHOWN:]
    folded = element("summary", fill(COMPARE["older"], str(len(older))))
    rest = element("details", folded, element("ul", *older)) if older else ""
    return element("section", element("h2", title), element("ul", *links[:_SHOWN]), rest)


def _link(agreement: Agreement, old: int, new: int, *, page: bool = True) -> str:
    one, other = agreement.editions[old], agreement.editions[new]
    chosen = f"?van={one.version}&naar={other.version}"
    href = pair_address(one, other).removeprefix(FOLDER) if page else chosen
    return element("li", element("a", comparison_title(one, other), href=href))


def _map(history: History) -> str:
    """Articles down, editions across: a sign in a cell says what happened there, and is a link to it."""
    editions = history.editions
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
            cells.setdefault(top, {})[new] = sign, anchor, len(rows)
    shown = [top for top in tops_of(history) if cells.get(top)]
    head = element(
        "tr",
        element("th", COMPARE["part"], scope="col"),
        *(element("th", short_edition(edition), scope="col") for edition in editions[1:]),
    )
    body = [_map_row(history, top, cells[top]) for top in shown]
    return lines(
        element("h2", COMPARE["glance"], id="overzicht"),
        element("p", COMPARE["signs"], class_="signs"),
        element(
            "div",
            element("table", element("thead", head), stacked("tbody", *body), class_="map", aria_labelledby="overzicht"),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_labelledby="overzicht",
        ),
    )


def _map_row(history: History, top: int, cells: dict[int, tuple[str, str, int]]) -> str:
    unit = history.lineages[top].last_unit
    name = titled(capital(unit_name(unit.kind, unit.number, unit.title)), unit.title) if unit.number else unit.title
    name = name or capital(unit_name(unit.kind, unit.number, unit.title))
    shown = [element("th", name, scope="row")]
    editions = history.editions
    for new in range(1, len(editions)):
        if new not in cells:
            shown.append(element("td", class_="none"))
            continue
        kind, anchor, changed = cells[new]
        href = f"{pair_address(editions[new - 1], editions[new]).removeprefix(FOLDER)}{anchor}"
        said = map_cell(kind, name, editions[new], changed)
        sign = element("span", MAP_SIGNS[kind], aria_hidden="true")
        link = element("a", sign, element("span", said, class_="unseen"), href=href, title=said)
        shown.append(element("td", link, class_=kind))
    return element("tr", *shown)

