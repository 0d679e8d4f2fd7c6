"""The measures of an edition on one page: what changed, goals against themes, by category, by goal and by theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausule.analysis.addresses import relative
from clausule.analysis.measures import Category, Measure, categories, measures_of
from clausule.compare.explanations import Explained, edition_before
from clausule.language.language import Language
from clausule.language.wording.law import gdpr_heading
from clausule.language.wording.names import annex_name, edition_name, listed
from clausule.law import gdpr
from clausule.law.gdpr import GOALS
from clausule.law.iso27001 import CONTROLS, THEMES, theme_of
from clausule.model.addresses import MEASURES_DATA, in_form
from clausule.model.nodes import Annex
from clausule.pages.comparison.redline import redline_lines
from clausule.pages.kit.html import BREAK, element, escape, joined, lines, table, table_row
from clausule.pages.overviews.measures_data import changes_since, measures_about, measures_files
from clausule.pages.overviews.reading import downloads, head, overview, reading
from clausule.pages.text.book import Page

NOTHING = ""
"""The goal of measures without a goal, and the theme of those without a control."""
_STYLES = {"added": "new", "removed": "gone", "changed": "chg"}


def _title(language: Language) -> str:
    return language.say("Measures")


def _invitation(annex: Annex, page: Page) -> str:
    """On the page of an annex with measures: where they stand in another order."""
    if not any(category.annex is annex for category in categories(page.book.edition)):
        return ""
    said = page.language.say("These measures by objective of Article 32 GDPR and by theme of ISO 27001")
    return element(
        "p", element("a", said, href=relative(f"{page.language.slugs.measures}/", page.address)), class_="links"
    )


def measures_page(page: Page) -> str:
    """The whole page."""
    language = page.book.language
    found = categories(page.book.edition)
    if any(measure.mappings for measure in _of(found)):
        parts = [_matrix(found, language), _by_category(found, page), _by_goal(found, page), _by_theme(found, page)]
    else:
        unread = language.say("Nobody has pointed out an objective or a standard for these measures.")
        parts = [element("p", unread), _by_category(found, page)]
    return lines(
        head(page, _title(language), _tally(found, language)),
        reading(measures_about(language), language),
        downloads((in_form(MEASURES_DATA, "csv"), MEASURES_DATA, in_form(MEASURES_DATA, "jsonld")), language),
        _changes(page),
        *parts,
    )


def _tally(found: Sequence[Category], language: Language) -> str:
    """``Bijlage II noemt 48 maatregelen in 7 categorieën.``"""
    return language.say(
        "{annexes} lists {measures} in {categories}.",
        annexes=listed(language, list(dict.fromkeys(annex_name(language, category.annex) for category in found))),
        measures=language.say_count("{n} measure", "{n} measures", len(_of(found))),
        categories=language.say_count("{n} category", "{n} categories", len(found)),
    )


def _changes(page: Page) -> str:
    edition = page.book.edition
    before = edition_before(page.book.agreement, edition)
    if not before:
        return ""
    language = page.book.language
    say = language.say
    title = element("h2", say("What changed"), id="veranderd")
    if not measures_of(before):
        return lines(title, element("p", say("The version before had no list of measures.")))
    found = changes_since(edition, before)
    if not found:
        return lines(title, element("p", say("Since {edition} no measure has changed.", edition=edition_name(before))))
    since = element("p", say("Since {edition}:", edition=edition_name(before)))
    return lines(title, since, element("ul", *(_change(one, language) for one in found), class_="changed-measures"))


def _change(one: Explained, language: Language) -> str:
    say = language.say
    said = {"added": say("new"), "removed": say("removed"), "changed": say("changed")}[one.change.kind]
    kind = element("span", said, class_=f"kind {_STYLES[one.change.kind]}")
    where = element("span", one.change.unit.title, class_="where")
    redline = element("p", joined(BREAK, redline_lines(language, one.change.redline)), class_="measure")
    why = element("p", element("b", say("Why:")), " ", one.why, class_="why") if one.why else ""
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


def _goal_title(goal: str, language: Language) -> str:
    """``Doel b: vertrouwelijkheid, ...``."""
    return (
        language.say("Objective {goal}: {words}", goal=goal, words=language.law.goals[goal])
        if goal
        else language.say("No objective")
    )


def _theme_title(theme: str, language: Language) -> str:
    """``Thema 8: techniek``."""
    name = language.law.themes.get(theme, "")
    return (
        language.say("Theme {theme}: {words}", theme=theme, words=name[:1].lower() + name[1:])
        if theme
        else language.say("No theme")
    )


def _matrix(found: Sequence[Category], language: Language) -> str:
    say = language.say
    rows_of = [*GOALS, *([NOTHING] if any(not measure.goals for measure in _of(found)) else [])]
    columns = [*THEMES, *([NOTHING] if any(not measure.themes for measure in _of(found)) else [])]
    names = [language.law.themes.get(theme) or say("No theme") for theme in columns]
    titles = [say("Objective"), *names, say("All")]
    rows = []
    for goal in rows_of:
        title = _goal_title(goal, language)
        cells = [element("th", element("a", title, href=f"#{_anchor(goal)}"), scope="row", role="rowheader")]
        for theme, name in zip(columns, names, strict=True):
            number = len(_both(found, goal, theme))
            said = f"{title}, {name}: {number}"
            link = (
                element("a", str(number), href=f"#{_anchor(goal, theme)}", aria_label=said) if number else escape("·")
            )
            cells.append(element("td", link, role="cell", data_label=name, class_="" if number else "none"))
        whole = sum(goal in _goals(measure) for measure in _of(found))
        cells.append(element("td", str(whole), role="cell", data_label=say("All")))
        rows.append(element("tr", *cells, role="row"))
    shown = table(titles, rows, aria_labelledby="overzicht", class_="goals")
    about = say(
        "Rows are the objectives of Article 32(1) GDPR, columns the four themes of ISO/IEC 27001:2022, Annex A. A "
        "measure counts "
        "for every objective and every theme to which it belongs."
    )
    title = element("h2", say("Objectives and themes"), id="overzicht")
    return lines(title, element("p", about), element("div", shown, class_="table wide"))


def _by_category(found: Sequence[Category], page: Page) -> str:
    parts: list[str] = [element("h2", page.book.language.say("By category, as in the agreement"), id="categorieen")]
    for category in found:
        heading = category.section.heading.plain if category.section else category.annex.heading.plain
        address = page.link(category.id)
        name = element("a", heading, href=address) if address else escape(heading)
        parts.append(element("h3", name, id=f"categorie-{category.id}"))
        parts += [element("p", paragraph.text.plain, class_="goal") for paragraph in category.goal]
        parts.append(_category_table(category, page))
    return lines(*parts)


def _category_table(category: Category, page: Page) -> str:
    language = page.book.language
    controls = language.law.controls
    titles = (language.say("Measure"), language.say("GDPR 32"), "ISO 27001")
    rows = []
    for measure in category.measures:
        goals = joined(
            " ",
            (
                element("a", goal, href=f"#{_anchor(goal)}", aria_label=_goal_title(goal, language))
                for goal in measure.goals
            ),
        )
        said = joined(
            " ",
            (
                element("a", control, href=f"#{control.lower()}", title=controls[control])
                for control in measure.controls
            ),
        )
        cells = zip(titles, (measure_link(category, measure, page), goals, said), strict=True)
        rows.append(table_row((name, element("div", inner or "–")) for name, inner in cells))
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
    language = page.book.language
    say, address, name = language.say, gdpr.address(language.tag, "32", "1"), gdpr_heading(language, "32", "1")
    page.cited.setdefault(address, name)
    law = element("a", name, href=address, rel="noopener")
    title = element("h2", say("By objective of Article 32(1) GDPR"), id="doelen")
    parts: list[str] = [title, element("p", say("Text of the act:"), " ", law)]
    without = [NOTHING] if any(not measure.goals for measure in _of(found)) else []
    for goal in (*GOALS, *without):
        parts.append(element("h3", _goal_title(goal, language), id=_anchor(goal)))
        shown = False
        for theme in (*THEMES, NOTHING):
            mine = _both(found, goal, theme)
            if mine:
                name = _theme_title(theme, language)
                parts += [element("h4", name, id=_anchor(goal, theme)), _listed(found, mine, page)]
                shown = True
        if not shown:
            parts.append(element("p", say("No measure in the list is linked to this objective."), class_="nothing"))
    return lines(*parts)


def _by_theme(found: Sequence[Category], page: Page) -> str:
    language = page.book.language
    about = language.say(
        "The numbers are those of Annex A of the standard; the words behind them are this site’s, and shorter. That a "
        "measure is "
        "in this list does not say that the publisher is certified against the standard."
    )
    title = language.say("By theme of ISO/IEC 27001:2022")
    parts = [element("h2", title, id="themas"), element("p", about)]
    controls = language.law.controls
    used = {control for measure in _of(found) for control in measure.controls}
    for theme in THEMES:
        mine = [control for control in CONTROLS if control in used and theme_of(control) == theme]
        if not mine:
            continue
        parts.append(element("h3", _theme_title(theme, language), id=f"thema-{theme}"))
        rows = []
        for control in mine:
            term = element("dt", element("b", control), " ", controls[control])
            listed = _listed(found, [measure for measure in _of(found) if control in measure.controls], page)
            rows.append(element("div", term, element("dd", listed), id=control.lower()))
        parts.append(element("dl", *rows, class_="controls"))
    return lines(*parts)


PAGE = overview(
    order=20,
    address=lambda slugs: slugs.measures,
    title=_title,
    short=_title,
    exists=measures_of,
    draw=measures_page,
    files=measures_files,
    invites=_invitation,
)
