"""The life of every clause on one page above the editions: all its texts with their dates, and what changed each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clausule.compare.units import HEADINGS, Unit
from clausule.dutch import past as words
from clausule.dutch.changes import NATURE
from clausule.dutch.comparison import COMPARE, fill, short_edition, unit_name
from clausule.dutch.dates import interval
from clausule.dutch.words import STATUS, capital, edition_label, full_title, titled, version_name
from clausule.history import History, Row, make_history
from clausule.model import Agreement, Interval, intervals
from clausule.render.compare import ComparisonPage
from clausule.render.html import element, escape, lines
from clausule.render.past import HISTORY, life_anchor
from clausule.render.places import heading_of, tops_of
from clausule.render.redline import redline_lines
from clausule.render.steps import Step, places_of, step_to


@dataclass(frozen=True, eq=False)
class Stage:
    """A line from edition ``first`` up to and with ``last`` (indexes), as ``unit``; None where it went. ``row`` is what
    happened to it in ``first``; None where it begins with the first edition."""

    first: int
    last: int
    unit: Unit | None
    step: Step | None
    row: Row | None


def stages_of(agreement: Agreement, history: History, lineage: int) -> list[Stage]:
    """What a line went through, from old to new; editions in which nothing happened to it are one stage."""
    found: list[Stage] = []
    before: Unit | None = None
    for number, unit in enumerate(history.lineages[lineage].units):
        step = step_to(agreement, history.editions[number])
        row = step.by_new[unit.id] if step and unit else step.by_old[before.id] if step and before else None
        if unit and before and row and row.kind == "unchanged":
            found[-1] = replace(found[-1], last=number)
        elif unit or before:
            found.append(Stage(number, number, unit, step, row))
        before = unit
    return found


def life_page(agreement: Agreement, *, older: bool = False) -> ComparisonPage:
    """The page ``vergelijken/geschiedenis/`` of an agreement with more than one edition; ``older`` says that there are
    others, which it does not tell of."""
    history, spans = make_history(agreement), intervals(agreement)
    stages = [stages_of(agreement, history, number) for number in range(len(history.lineages))]
    told = {number for number, one in enumerate(stages) if len(one) > 1 or one[0].first > 0}
    groups: dict[int, list[int]] = {top: [] for top in tops_of(history)}
    still: list[int] = []
    for number, lineage in enumerate(history.lineages):
        last = next(index for index in reversed(range(len(lineage.units))) if lineage.units[index])
        if number in told:
            groups[history.top(last, number)].append(number)
        else:
            still.append(number)
    parts = [_group(agreement, history, spans, stages, top, names) for top, names in groups.items() if names]
    title = full_title(agreement)
    body = lines(
        element("p", element("a", escape(title), href="../../"), class_="over"),
        element("h1", escape(words.PAGE_TITLE)),
        element("p", escape(words.INTRO)),
        element("p", escape(fill(words.NEWEST, str(len(agreement.editions))))) if older else "",
        element("p", element("a", escape(COMPARE["compare_any"]), href="../"), class_="links"),
        *parts,
        _still(history, still),
    )
    about = fill(words.PAGE_ABOUT, title)
    return ComparisonPage(HISTORY, f"{words.PAGE_TITLE}, {title}", about, body)


def _group(
    agreement: Agreement, history: History, spans: Mapping[str, Interval], stages: list[list[Stage]], top: int, names: list[int]
) -> str:
    unit = next(unit for unit in reversed(history.lineages[top].units) if unit)
    number = capital(unit_name(unit.kind, unit.number, unit.title)) if unit.number else ""
    order = {one: place for edition in history.order for place, one in enumerate(edition)}
    rows = [_line(agreement, history, spans, stages[one], one) for one in sorted(names, key=lambda one: order[one])]
    head = element("h2", element("span", escape(number), class_="over") + " " if number else "", escape(heading_of(unit)))
    return element("section", "\n", lines(head, *rows), "\n", class_="lives")


def _line(agreement: Agreement, history: History, spans: Mapping[str, Interval], stages: list[Stage], number: int) -> str:
    """One line: its name, its places to point to, and its texts."""
    begins = [one for one in stages if one.unit and (one.first == 0 or history.lineages[number].units[one.first - 1] is None)]
    names = [life_anchor(history.editions[one.first], one.unit.id) for one in begins if one.unit]
    unit = next(one.unit for one in reversed(stages) if one.unit)
    assert unit
    heading = unit.title if unit.kind in HEADINGS and unit.title else ""
    name = titled(capital(unit_name(unit.kind, unit.number, unit.title)), heading if unit.number else "")
    shown = [_stage(agreement, history, spans, one) for one in stages]
    title = element("h3", *(element("span", id=other) for other in names[1:]), escape(name), id=names[0])
    return element("section", "\n", lines(title, element("ol", "\n", lines(*shown), "\n", class_="stages")), "\n", class_="life")


def _stage(agreement: Agreement, history: History, spans: Mapping[str, Interval], stage: Stage) -> str:
    """A text with its days, and what it changed in the one before it."""
    first, last = history.editions[stage.first], history.editions[stage.last]
    changed = [_change(stage.step, stage.row, stage.unit)] if stage.step and stage.row else []
    if stage.unit is None:
        when = element("b", escape(edition_label(first)))
        return element("li", element("p", when, class_="when"), *changed)
    ends = [spans[edition.version].end for edition in history.editions[stage.first : stage.last + 1] if not edition.concept]
    span = Interval(first.effective, ends[-1] if ends else None)
    days = STATUS["concept"].lower() if first.concept else interval(span)
    name = words.applied(version_name(first), short_edition(last) if last is not first else version_name(first), days)
    place = element("a", escape(unit_name(stage.unit.kind, stage.unit.number, stage.unit.title)), href=_text(history, stage))
    lead = element("p", element("b", escape(capital(name))), " · ", place, class_="when")
    text = [*(element("p", line) for line in redline_lines([("=", stage.unit.text)]))]
    same = stage.row and stage.row.kind == "moved"
    inner = element("p", escape(words.SAME_TEXT), class_="same-text") if same else element("div", "\n", lines(*text), "\n", class_="words")
    return element("li", lead, *changed, inner)


def _text(history: History, stage: Stage) -> str:
    assert stage.unit
    return f"../../{history.editions[stage.first].version}/{places_of(history, stage.first).address(stage.unit)}"


def _change(step: Step, row: Row, unit: Unit | None) -> str:
    """What happened: its label, nature and reason, and the redline one click away."""
    label = step.label(row)
    if unit and step.is_born(unit.id) and row.old:
        label = fill(words.SPLIT_OFF, unit_name(row.old[0].kind, row.old[0].number, row.old[0].title))
    elif unit is None and row.new:
        label = fill(words.TAKEN_UP, unit_name(row.new[0].kind, row.new[0].number, row.new[0].title))
    nature = f" ({NATURE[step.nature(row)]})" if row.kind != "moved" else ""
    name = unit.id if unit and row.new else ""
    link = element("a", escape(capital(label)), href=f"../../{step.link(row, name)}")
    why = "".join(" " + element("span", escape(said), class_="reason") for said in step.why(row))
    told = element("p", link, escape(nature), why, class_="told")
    if row.kind != "changed":
        return told
    redline = [element("p", line) for line in redline_lines(row.edits)]
    summary = element("summary", escape(words.DIFFERENCE))
    return told + element("details", summary, element("div", "\n", lines(*redline), "\n", class_="words"))


def _still(history: History, names: list[int]) -> str:
    """What never changed: places to point to, and links to the newest text."""
    links = []
    for one in names:
        first, unit = history.lineages[one].units[0], history.lineages[one].units[-1]
        if first and unit and unit.kind in ("clause", "section", "article", "annex"):
            number = len(history.editions) - 1
            top = history.lineages[history.top(number, one)].units[number]
            parts = [unit] if "." in unit.number or top is unit or top is None else [top, unit]
            name = ", ".join(unit_name(part.kind, part.number, part.title) for part in parts)
            href = f"../../{history.editions[number].version}/{places_of(history, number).address(unit)}"
            links.append(element("li", element("a", escape(name), href=href, id=life_anchor(history.editions[0], first.id))))
    if not links:
        return ""
    title = element("h2", escape(words.NEVER))
    return element("section", title, element("p", escape(words.NEVER_ABOUT)), element("ul", *links, class_="still"), class_="lives")
