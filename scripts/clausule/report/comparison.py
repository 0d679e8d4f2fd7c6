"""A comparison and a history for the terminal, a browser (html) or a program (json)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clausule.compare.changes import EDITORIAL, NOTES, SUBSTANTIVE, Change, Comparison
from clausule.compare.moves import MovedLine, moved_lines
from clausule.compare.redline import IN, OUT, SAME, Edit, shown
from clausule.compare.unit import Unit
from clausule.compare.wording import (
    HOPELESS,
    MOST_NAMES,
    NO_REMARKS,
    Remarks,
    many_parts,
    measure_effect,
    only_divided,
    shortened,
)
from clausule.language.language import language_of
from clausule.model.similarity import visible

if TYPE_CHECKING:
    from clausule.compare.history.follow import Stage

Style = Callable[[str, str], str]

SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">", "unchanged": "="}
_STYLE = (
    "body{font:1rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "ins{background:#1a7f3733}del{background:#cf222e33}h3{margin-bottom:.2rem}"
)


def comparison_json(comparison: Comparison, old: str, new: str, remarks: Remarks = NO_REMARKS) -> str:
    """The contract of ``compare --format json``, and where it applies: ``why`` and ``nature`` (what the author says),
    ``measure`` (added, reworded or withdrawn), ``used_by`` (the ids that use a definition that changed),
    ``moved_lines`` (items and paragraphs that stand elsewhere now), and over all of them ``natures`` (how many are
    substantive and editorial, as the page of both editions counts them).
    """
    import json  # a terminal needs none of it

    data = comparison.as_json(old, new)
    substantive, editorial = remarks.natures(comparison)
    if substantive or editorial:
        data["natures"] = {SUBSTANTIVE: substantive, EDITORIAL: editorial}
    moved = moved_lines(comparison.changes)
    for row, change, lines in zip(data["changes"], comparison.changes, moved, strict=True):
        if lines:
            row["moved_lines"] = [{"text": line.text, "from": line.old.id, "to": line.new.id} for line in lines]
        if explained := remarks.said(change):
            row["nature"] = explained.nature
            row["why"] = explained.why or None
        if effect := measure_effect(change):
            row["measure"] = effect.removeprefix("measure ")
        if users := remarks.users(change):
            row["used_by"] = [unit.id for unit in users]
    # One change a line: easy to read, and an indented layout would take longer than the comparison.
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in data.pop("changes"))
    return f'{json.dumps(data, ensure_ascii=False)[:-1]}, "changes": [\n{rows}\n]}}'


def comparison_text(comparison: Comparison, old: str, new: str, style: Style, remarks: Remarks = NO_REMARKS) -> str:
    """For a terminal: a sign for each change, ``[-deleted-]`` and ``{+inserted+}``, with colour where ``style`` gives
    it."""
    rows = [style(f"{visible(old)} → {visible(new)}", "place"), _counts(comparison, remarks)]
    if withdrawn := sum(change.is_less for change in comparison.changes):
        rows.append(
            style(
                f"{withdrawn} measure{'s' if withdrawn > 1 else ''} withdrawn: the protection became less.", "warning"
            )
        )
    if comparison.note:
        rows.append(style(f"note: {NOTES[comparison.note]}.", "note"))
    if comparison.note not in HOPELESS:
        before = "changed"
        for change, moved in zip(comparison.changes, moved_lines(comparison.changes), strict=True):
            if change.kind != "unchanged":
                rows += [""] if {before, change.kind} != {"moved"} else []
                rows += _one(change, style, remarks, moved)
                before = change.kind
    return "\n".join(rows)


def _counts(comparison: Comparison, remarks: Remarks) -> str:
    parts = {key: comparison.counts[key] for key in ("split", "merged")}
    natures = dict(zip((SUBSTANTIVE, EDITORIAL), remarks.natures(comparison), strict=True))
    counted = comparison.kind_counts | parts | natures
    return ", ".join(f"{number} {kind}" for kind, number in counted.items() if number) or "both texts are empty"


def _one(change: Change, style: Style, remarks: Remarks, moved: Sequence[MovedLine]) -> list[str]:
    head = style(f"{SIGNS[change.kind]} {_path(change)}", "place")
    if change.kind == "moved":
        return [f"{head}  {'renumbered' if change.only_number else 'moved'}, same words"]
    also = [measure_effect(change) or change.kind]
    also += [f"split, also {_named(change.also_new)}"] if change.also_new else []
    also += [f"merged, also {_named(change.also_old)}"] if change.also_old else []
    divided = many_parts(change) and only_divided(change)
    words = "same words, divided otherwise" if divided else _shown(change.redline, style)
    rows = [f"{head}  {'; '.join(also)}", *(f"    {line}" for line in words.split("\n"))]
    for text, was, now in change.relinked:
        leads = f"now leads to {now}" if now is not None else f"is gone; it led to {was}"
        rows.append(f"    {visible(f'the link “{text}” {leads}')}")
    for line in moved:
        where = "within it" if line.within else f"from {line.old.id}" if line.new == change.new else f"to {line.new.id}"
        rows.append(f"    {visible(f'moved {where}: “{line.text}”')}")
    if (said := remarks.said(change)) and said.why:
        rows.append(f"    why: {visible(said.why)} ({said.nature})")
    if users := remarks.users(change):
        rows.append(f"    used in: {', '.join(visible(unit.id) for unit in users)}")
    return rows


def _named(units: Sequence[Unit]) -> str:
    names = ", ".join(visible(unit.id) for unit in units[:MOST_NAMES])
    return f"{names} and {len(units) - MOST_NAMES} more" if len(units) > MOST_NAMES else names


def _path(change: Change) -> str:
    old, new = (unit.id if unit else "" for unit in (change.old, change.new))
    return visible(f"{old} → {new}" if old and new and old != new else new or old)


def _shown(edits: Sequence[Edit], style: Style, whole: bool = False) -> str:
    """The redline; unless ``whole``, what stays far from any change is left out. No text can steer the terminal."""
    marks = {OUT: _deleted(style), IN: _inserted(style), SAME: visible}
    pieces, seen = [], shown(edits)
    for place, (op, text) in enumerate(seen):
        if op == SAME and not whole:
            text = shortened(text, place > 0, place < len(seen) - 1)
        pieces.append(_by_line(text, marks[op]))
    return "".join(pieces)


def _deleted(style: Style) -> Callable[[str], str]:
    return lambda line: style(f"[-{visible(line)}-]", "out")


def _inserted(style: Style) -> Callable[[str], str]:
    return lambda line: style(f"{{+{visible(line)}+}}", "in")


def _by_line(text: str, show: Callable[[str], str]) -> str:
    text = text.replace("\t", " | ")
    return "\n".join([show(line) if line else "" for line in text.split("\n")]) if "\n" in text else show(text)


def comparison_html(comparison: Comparison, old: str, new: str, remarks: Remarks = NO_REMARKS) -> str:
    """A page of its own, in the language of the texts, without script."""
    from clausule.language.wording.changes import nature_sentence
    from clausule.pages.comparison.listed import changes_html  # and with it all pages, which nothing else here needs
    from clausule.pages.kit.html import element, escape

    language = language_of(remarks.language)
    title = language.say("From {0} to {1}").format(old, new)
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        + element("title", escape(title))
        + element("style", _STYLE)
    )
    natures = nature_sentence(language, *remarks.natures(comparison))
    changes = changes_html(language, comparison.changes, comparison.kind_counts, comparison.note, remarks.said, "h2")
    body = element("h1", escape(title)) + (element("p", natures) if natures else "") + changes
    return f'<!doctype html>\n<html lang="{language.tag}"><head>{head}</head>\n<body>{body}</body></html>'


def history_text(stages: Sequence[Stage], style: Style) -> str:
    """All texts of one clause from old to new; where the words stayed, only that is said."""
    from clausule.language.wording.names import edition_label

    rows: list[str] = []
    for stage in stages:
        head = f"{edition_label(stage.edition)}  {stage.unit.id}"
        rows.append(f"{style(visible(head), 'place')}  {_happened(stage)}")
        if stage.row is None or stage.row.kind == "added":
            rows += [f"    {visible(line)}" for line in stage.unit.text.replace("\t", " | ").split("\n")]
        elif stage.row.kind == "changed":
            rows += [f"    {line}" for line in _shown(stage.row.redline, style, whole=True).split("\n")]
    return "\n".join(rows)


def _happened(stage: Stage) -> str:
    row = stage.row
    if row is None:
        return "the first text"
    if row.kind in ("added", "removed"):
        return row.kind
    assert row.old
    was = f", was {row.old.id}" if row.old.id != stage.unit.id else ""
    split, merged = len(row.also_new), len(row.also_old)
    parts = "split" if split > merged else "merged" if merged > split else row.kind
    return f"{parts}{was}" if row.kind == "changed" else f"same words{was}"


def history_json(stages: Sequence[Stage]) -> str:
    """``[{version, effective, id, kind, text, redline}]`` from old to new; kind is null in the first edition."""
    rows = []
    for stage in stages:
        row = stage.row
        rows.append(
            {
                "version": stage.edition.version,
                "effective": stage.edition.effective.isoformat() if stage.edition.effective else None,
                "concept": stage.edition.concept,
                "id": stage.unit.id,
                "kind": row.kind if row else None,
                "from": row.old.id if row and row.old else None,
                "text": "" if row and row.kind == "removed" else stage.unit.text,
                "redline": [list(edit) for edit in row.redline] if row else [],
            }
        )
    import json

    return json.dumps(rows, ensure_ascii=False, indent=2)
