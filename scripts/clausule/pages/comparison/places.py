"""Where the units of a comparison stand on the site, and what they are called there."""

from __future__ import annotations

from clausule.compare.history import History
from clausule.compare.units import HEADINGS, Unit
from clausule.language.language import Language, language_of
from clausule.language.wording.names import capital
from clausule.model.editions import Edition
from clausule.pages.comparison.words import compare_words, unit_name

WAS = "was-"


def pair_address(old: Edition, new: Edition) -> str:
    """``vergelijken/1.4...1.5/``."""
    return language_of(new.language).slugs.pair(old.version, new.version)


def pair_from_home(old: Edition, new: Edition) -> str:
    """The same from the page that compares any two."""
    return pair_address(old, new).removeprefix(language_of(new.language).slugs.compare_home)


def chosen(old: Edition, new: Edition) -> str:
    """What chooses two editions on that page: ``?van=1.4&naar=1.5``."""
    return language_of(new.language).slugs.chosen(old.version, new.version)


def group_anchor(history: History, top: int, new: int, old: int) -> str:
    """Where an article, annex or part begins on the page of a comparison."""
    now, was = (history.lineages[top].unit(edition) for edition in (new, old))
    return f"deel-{now.id}" if now else f"deel-{WAS}{was.id}" if was else ""


def tops_of(history: History) -> list[int]:
    """The lineages of all articles, annexes and parts that ever were: those of the newest edition first."""
    numbers = reversed(range(len(history.editions)))
    return list(
        dict.fromkeys(one for number in numbers for one in history.order[number] if history.holder(number, one) is None)
    )


def heading_of(language: Language, unit: Unit) -> str:
    """What stands above an article, annex or part."""
    return unit.title or capital(unit_name(language, unit))


def short_number(language: Language, unit: Unit) -> str:
    """The number of an article or annex in the overview: ``8``, ``B2``."""
    return compare_words(language)["annex_number"].format(unit.number) if unit.kind == "annex" else unit.number


def mark_of(unit: Unit) -> str:
    """What hangs in the margin: the number as it was written, where it has one that no heading shows."""
    return (unit.mark or unit.number) if unit.number and unit.kind not in ("article", "annex") else ""


def within_of(unit: Unit, top: str) -> str:
    """The title of the part that holds a measure, row or item, when that is not the heading ``top`` of the group."""
    return unit.title if unit.kind not in ("clause", "definition", *HEADINGS) and unit.parent != top else ""
