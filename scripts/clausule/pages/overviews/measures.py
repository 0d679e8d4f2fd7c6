"""The measures of an edition on one page: what changed, goals against themes, by category, by goal and by theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

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
from clausule.pages.kit.contact import Link
from clausule.pages.kit.html import BREAK, element, joined
from clausule.pages.overviews.measures_data import changes_since, measures_about, measures_files
from clausule.pages.overviews.reading import overview
from clausule.pages.text.book import Page

NOTHING = ""
"""The goal of measures without a goal, and the theme of those without a control."""
_NONE = "geen"
"""What stands for it in an anchor."""

Links = Mapping[str, Link]
"""Of each measure, by its id."""


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


def measures_page(page: Page) -> dict[str, Any]:
    """Each measure is a link to where it stands in the agreement; all arrangements but that of the agreement itself are
    there only when somebody pointed out what a measure serves."""
    language, found = page.language, categories(page.book.edition)
    measures = measures_of(page.book.edition)
    links = {
        measure.id: {"name": measure.text.plain, "address": page.link(measure.id) or page.link(category.id)}
        for category in found
        for measure in category.measures
    }
    data = {
        "annexes": listed(language, list(dict.fromkeys(annex_name(language, category.annex) for category in found))),
        "measures": len(measures),
        "about": measures_about(language),
        "files": [in_form(MEASURES_DATA, "csv"), MEASURES_DATA, in_form(MEASURES_DATA, "jsonld")],
        "changes": _changes(page),
        "categories": [_category(category, links, page) for category in found],
    }
    if any(measure.mappings for measure in measures):
        address, name = gdpr.address(language.tag, "32", "1"), gdpr_heading(language, "32", "1")
        page.cited.setdefault(address, name)
        data["law"] = {"name": name, "address": address, "rel": "noopener"}
        data["goals"] = _by_goal(measures, links, language)
        data["themes"] = _by_theme(measures, links, language)
    return data


def _changes(page: Page) -> dict[str, Any] | None:
    """Since the edition before, where there is one."""
    edition = page.book.edition
    before = edition_before(page.book.agreement, edition)
    if not before:
        return None
    rows = [_change(one, page.language) for one in changes_since(edition, before)] if measures_of(before) else None
    return {"since": edition_name(before), "rows": rows}


def _change(one: Explained, language: Language) -> dict[str, str]:
    redline = joined(BREAK, redline_lines(language, one.change.redline))
    return {"kind": one.change.kind, "where": one.change.unit.title, "redline": redline, "why": one.why}


def _goal_title(goal: str, language: Language) -> str:
    """``Doel b: vertrouwelijkheid, ...``."""
    if not goal:
        return language.say("No objective")
    return language.say("Objective {goal}: {words}", goal=goal, words=language.law.goals[goal])


def _theme_title(theme: str, language: Language) -> str:
    """``Thema 8: techniek``."""
    if not theme:
        return language.say("No theme")
    name = language.law.themes[theme]
    return language.say("Theme {theme}: {words}", theme=theme, words=name[:1].lower() + name[1:])


def _category(category: Category, links: Links, page: Page) -> dict[str, Any]:
    language, heading = page.language, (category.section or category.annex).heading.plain
    rows = [
        {
            "measure": links[measure.id],
            "goals": [{"goal": goal, "title": _goal_title(goal, language)} for goal in measure.goals],
            "controls": [{"name": name, "title": language.law.controls[name]} for name in measure.controls],
        }
        for measure in category.measures
    ]
    heading_link = {"name": heading, "address": page.link(category.id)}
    purpose = [paragraph.text.plain for paragraph in category.goal]
    return {"id": category.id, "heading": heading_link, "purpose": purpose, "rows": rows}


def _by_goal(measures: Sequence[Measure], links: Links, language: Language) -> list[dict[str, Any]]:
    """Every goal, with the measures that serve it by their theme; one that has several is in each."""
    goals = [*GOALS, *([NOTHING] if any(not measure.goals for measure in measures) else [])]
    themes = [*THEMES, *([NOTHING] if any(not measure.themes for measure in measures) else [])]
    rows = []
    for goal in goals:
        mine = [measure for measure in measures if goal in (measure.goals or (NOTHING,))]
        cells = [
            {
                "name": language.law.themes.get(theme) or language.say("No theme"),
                "title": _theme_title(theme, language),
                "id": theme or _NONE,
                "measures": [links[one.id] for one in mine if theme in (one.themes or (NOTHING,))],
            }
            for theme in themes
        ]
        rows.append({"title": _goal_title(goal, language), "id": goal or _NONE, "all": len(mine), "themes": cells})
    return rows


def _by_theme(measures: Sequence[Measure], links: Links, language: Language) -> list[dict[str, Any]]:
    """The controls that measures name, by their theme."""
    rows = []
    for theme in THEMES:
        used = [
            {
                "id": control.lower(),
                "name": control,
                "title": language.law.controls[control],
                "measures": [links[one.id] for one in measures if control in one.controls],
            }
            for control in CONTROLS
            if theme_of(control) == theme and any(control in one.controls for one in measures)
        ]
        if used:
            rows.append({"id": theme, "title": _theme_title(theme, language), "controls": used})
    return rows


PAGE = overview(
    order=20,
    address=lambda slugs: slugs.measures,
    title=_title,
    short=_title,
    exists=measures_of,
    template="overviews/measures.html",
    data=measures_page,
    files=measures_files,
    invites=_invitation,
)
