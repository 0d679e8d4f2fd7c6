"""The measures of an edition on one page: what changed, goals against themes, by category, by goal and by theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausule.analysis.measures import Category, Measure, categories, measures_of
from clausule.compare.explanations import Explained, edition_before, explain
from clausule.language.nl import overviews as words
from clausule.language.nl.words import annex_name, capital, edition_name
from clausule.law.gdpr import GOALS, GOALS_ADDRESS, GOALS_LAW, controls, theme_of, themes
from clausule.model import Edition
from clausule.pages.comparison.redline import redline_lines
from clausule.pages.kit.html import BREAK, element, escape, joined, lines, table, table_row
from clausule.pages.overviews.reading import downloads, reading
from clausule.pages.text.book import Page

NOTHING = ""
"""The goal of measures without a goal, and the theme of those without a control."""


def measures_page(page: Page) -> str:
    """The whole page."""
    edition = page.book.edition
    found = categories(edition)
    number = len(measures_of(edition))
    annexes = " en ".join(dict.fromkeys(annex_name(category.annex) for category in found))
    if any(measure.mappings for measure in _of(found)):
        parts = [_matrix(found), _by_category(found, page), _by_goal(found, page), _by_theme(found, page)]
    else:
        parts = [element("p", words.NOT_MAPPED), _by_category(found, page)]
    return lines(
        element("p", capital(edition_name(edition)), class_="over"),
        element("h1", words.TITLES[page.address]),
        element("p", words.measures_about(number, len(found), annexes), class_="tally"),
        reading(words.READING_MEASURES),
        downloads((("maatregelen.csv", words.CSV), ("maatregelen.json", words.JSON), ("maatregelen.jsonld", words.JSONLD))),
        _changes(page),
        *parts,
    )


def changes_since(page_edition: Edition, before: Edition) -> list[Explained]:
    """What happened to the measures since the edition ``before``; nothing when their words are the same."""
    if [measure.text.plain for measure in measures_of(page_edition)] == [measure.text.plain for measure in measures_of(before)]:
        return []
    found = explain(before, page_edition).changes
    kinds = [(one, one.change.new or one.change.old) for one in found if one.change.kind in words.CHANGE_KINDS]
    return [one for one, unit in kinds if unit and unit.kind == "measure"]


def _changes(page: Page) -> str:
    edition = page.book.edition
    before = edition_before(page.book.agreement, edition)
    if not before:
        return ""
    head = element("h2", words.CHANGED, id="veranderd")
    if not measures_of(before):
        return lines(head, element("p", words.NO_LIST_BEFORE))
    found = changes_since(edition, before)
    if not found:
        return lines(head, element("p", words.nothing_since(before)))
    since = element("p", words.since(before))
    return lines(head, since, element("ul", *(_change(one) for one in found), class_="changed-measures"))


def _change(one: Explained) -> str:
    style, said = words.CHANGE_KINDS[one.change.kind]
    unit = one.change.new or one.change.old
    assert unit
    kind = element("span", said, class_=f"kind {style}")
    where = element("span", unit.title, class_="where")
    redline = element("p", joined(BREAK, redline_lines(one.change.redline)), class_="measure")
    why = element("p", element("b", words.WHY), " ", one.why, class_="why") if one.why else ""
    return element("li", element("p", kind, " ", where), redline, why)


def _of(found: Iterable[Category]) -> list[Measure]:
    return [measure for category in found for measure in category.measures]


def _goals(measure: Measure) -> tuple[str, ...]:
    return measure.goals or (NOTHING,)


def _themes(measure: Measure) -> tuple[str, ...]:
    return measure.themes or (NOTHING,)


def _both(found: Iterable[Category], goal: str, theme: str) -> list[Measure]:
    return [measure for measure in _of(found) if goal in _goals(measure) and theme in _themes(measure)]


def _anchor(goal: str, theme: str | None = None) -> str:
    """``doel-b``; with a theme ``doel-b-8``; ``geen`` for none."""
    return f"doel-{goal or 'geen'}" + ("" if theme is None else f"-{theme or 'geen'}")


def _matrix(found: Sequence[Category]) -> str:
    rows_of = [*GOALS, *([NOTHING] if any(not measure.goals for measure in _of(found)) else [])]
    columns = [*themes(), *([NOTHING] if any(not measure.themes for measure in _of(found)) else [])]
    names = [themes().get(theme, words.NO_THEME) for theme in columns]
    titles = [words.GOAL, *names, words.ALL]
    rows = []
    for goal in rows_of:
        title = words.goal_title(goal, GOALS[goal]) if goal else words.NO_GOAL
        cells = [element("th", element("a", title, href=f"#{_anchor(goal)}"), scope="row", role="rowheader")]
        for theme, name in zip(columns, names, strict=True):
            number = len(_both(found, goal, theme))
            said = f"{title}, {name}: {number}"
            link = element("a", str(number), href=f"#{_anchor(goal, theme)}", aria_label=said) if number else escape("·")
            cells.append(element("td", link, role="cell", data_label=name, class_="" if number else "none"))
        whole = sum(goal in _goals(measure) for measure in _of(found))
        cells.append(element("td", str(whole), role="cell", data_label=words.ALL))
        rows.append(element("tr", *cells, role="row"))
    shown = table(titles, rows, aria_labelledby="overzicht", class_="goals")
    about = element("p", words.MATRIX_ABOUT)
    return lines(element("h2", words.MATRIX, id="overzicht"), about, element("div", shown, class_="table wide"))


def _by_category(found: Sequence[Category], page: Page) -> str:
    parts: list[str] = [element("h2", words.BY_CATEGORY, id="categorieen")]
    for category in found:
        heading = category.section.heading.plain if category.section else category.annex.heading.plain
        address = page.link(category.id)
        name = element("a", heading, href=address) if address else escape(heading)
        parts.append(element("h3", name, id=f"categorie-{category.id}"))
        parts += [element("p", paragraph.text.plain, class_="goal") for paragraph in category.goal]
        parts.append(_category_table(category, page))
    return lines(*parts)


def _category_table(category: Category, page: Page) -> str:
    titles = (words.MEASURE, words.GOALS_HEAD, words.CONTROLS_HEAD)
    rows = []
    for measure in category.measures:
        goals = joined(
            " ", (element("a", goal, href=f"#{_anchor(goal)}", aria_label=words.goal_title(goal, GOALS[goal])) for goal in measure.goals)
        )
        said = joined(
            " ", (element("a", control, href=f"#{control.lower()}", title=controls()[control]) for control in measure.controls)
        )
        cells = ((words.MEASURE, measure_link(category, measure, page)), (words.GOALS_HEAD, goals), (words.CONTROLS_HEAD, said))
        rows.append(table_row((name, element("div", inner or words.NOT_NAMED)) for name, inner in cells))
    shown = table(titles, rows, aria_labelledby=f"categorie-{category.id}", class_="measures")
    return element("div", shown, class_="table")


def measure_link(category: Category, measure: Measure, page: Page) -> str:
    """The words of a measure, as a link to where they stand in the agreement."""
    address = page.link(measure.id) or page.link(category.id)
    return element("a", measure.text.plain, href=address) if address else escape(measure.text.plain)


def _listed(found: Sequence[Category], wanted: Sequence[Measure], page: Page) -> str:
    """Measures as a list, in the order of the agreement."""
    rows = (
        element("li", measure_link(category, measure, page))
        for category in found
        for measure in category.measures
        if measure in wanted
    )
    return element("ul", *rows, class_="listed-measures")


def _by_goal(found: Sequence[Category], page: Page) -> str:
    page.cited.setdefault(GOALS_ADDRESS, GOALS_LAW)
    law = element("a", GOALS_LAW, href=GOALS_ADDRESS, rel="noopener")
    parts: list[str] = [element("h2", words.BY_GOAL, id="doelen"), element("p", f"{capital(words.LAW)}: ", law)]
    without = [NOTHING] if any(not measure.goals for measure in _of(found)) else []
    for goal in (*GOALS, *without):
        title = words.goal_title(goal, GOALS[goal]) if goal else words.NO_GOAL
        parts.append(element("h3", title, id=_anchor(goal)))
        shown = False
        for theme in (*themes(), NOTHING):
            mine = _both(found, goal, theme)
            if mine:
                name = words.theme_title(theme, themes()[theme]) if theme else words.NO_THEME
                parts += [element("h4", name, id=_anchor(goal, theme)), _listed(found, mine, page)]
                shown = True
        if not shown:
            parts.append(element("p", words.NONE_AT_GOAL, class_="nothing"))
    return lines(*parts)


def _by_theme(found: Sequence[Category], page: Page) -> str:
    parts = [element("h2", words.BY_THEME, id="themas"), element("p", words.THEMES_ABOUT)]
    used = {control for measure in _of(found) for control in measure.controls}
    for theme, name in themes().items():
        mine = [control for control in controls() if control in used and theme_of(control) == theme]
        if not mine:
            continue
        parts.append(element("h3", words.theme_title(theme, name), id=f"thema-{theme}"))
        rows = []
        for control in mine:
            term = element("dt", element("b", control), " ", controls()[control])
            listed = _listed(found, [measure for measure in _of(found) if control in measure.controls], page)
            rows.append(element("div", term, element("dd", listed), id=control.lower()))
        parts.append(element("dl", *rows, class_="controls"))
    return lines(*parts)
