"""A comparison and a history for the terminal, for a pull request (markdown), a browser (html) or a program (json)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from clausule.compare.changes import NOTES, Change, Comparison
from clausule.compare.redline import IN, OUT, SAME
from clausule.dutch import changes as words
from clausule.dutch.words import edition_label
from clausule.follow import Stage
from clausule.reasons import Explained
from clausule.render.changes import HOPELESS, Said, change_heading, changes_html, nothing_said
from clausule.render.html import element, escape
from clausule.report import visible

Style = Callable[[str, str], str]

SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">", "unchanged": "="}
_AROUND = 8  # words that are shown beside a change
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~@>:])")
_STYLE = (
    "body{font:1rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "ins{background:#1a7f3733}del{background:#cf222e33}h3{margin-bottom:.2rem}"
)


def differs(comparison: Comparison) -> bool:
    """Whether anything else than nothing happened."""
    return any(change.kind != "unchanged" for change in comparison.changes)


def comparison_json(comparison: Comparison, old: str, new: str, said: Said = nothing_said) -> str:
    """The contract of ``compare --format json``; where an author said something of a change, ``why`` and ``nature`` too."""
    data = comparison.as_json(old, new)
    for row, change in zip(data["changes"], comparison.changes, strict=True):
        if explained := said(change):
            row["nature"] = explained.nature
            row["why"] = explained.why or None
    return json.dumps(data, ensure_ascii=False, indent=2)


def comparison_text(comparison: Comparison, old: str, new: str, style: Style, said: Said = nothing_said) -> str:
    """For a terminal: a sign for each change, ``[-deleted-]`` and ``{+inserted+}``, with colour where ``style`` gives it."""
    rows = [style(f"{visible(old)} → {visible(new)}", "place"), _counts(comparison)]
    if comparison.note:
        rows.append(style(f"note: {NOTES[comparison.note]}.", "note"))
    if comparison.note not in HOPELESS:
        before = "changed"
        for change in comparison.changes:
            if change.kind != "unchanged":
                rows += ["", *_one(change, style, said(change))] if {before, change.kind} != {"moved"} else _one(change, style, None)
                before = change.kind
    return "\n".join(rows)


def _counts(comparison: Comparison) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in comparison.counts.items() if number) or "both texts are empty"


def _one(change: Change, style: Style, said: Explained | None) -> list[str]:
    head = style(f"{SIGNS[change.kind]} {_path(change)}", "place")
    if change.kind == "moved":
        return [f"{head}  {'renumbered' if change.renumbered else 'moved'}, same words"]
    also = [change.kind]
    also += [f"split, also {', '.join(unit.id for unit in change.also_new)}"] if change.also_new else []
    also += [f"merged, also {', '.join(unit.id for unit in change.also_old)}"] if change.also_old else []
    rows = [f"{head}  {'; '.join(also)}", *(f"    {line}" for line in _shown(change, style).split("\n"))]
    return [*rows, f"    why: {visible(said.why)} ({said.nature})"] if said and said.why else rows


def _path(change: Change) -> str:
    old, new = (unit.id if unit else "" for unit in (change.old, change.new))
    return visible(f"{old} → {new}" if old and new and old != new else new or old)


def _shown(change: Change, style: Style, whole: bool = False) -> str:
    """The redline; unless ``whole``, what stays far from any change is left out. No text can steer the terminal."""
    pieces = []
    last = len(change.redline) - 1
    for place, (op, text) in enumerate(change.redline):
        if op == SAME:
            shown = text if whole else _shorten(text, place > 0, place < last)
            pieces.append(_by_line(shown, visible))
        elif text.isspace():
            pieces.append(text if op == IN else "")
        else:
            pieces.append(_by_line(text, _deleted(style) if op == OUT else _inserted(style)))
    return "".join(pieces)


def _deleted(style: Style) -> Callable[[str], str]:
    return lambda line: style(f"[-{visible(line)}-]", "out")


def _inserted(style: Style) -> Callable[[str], str]:
    return lambda line: style(f"{{+{visible(line)}+}}", "in")


def _by_line(text: str, show: Callable[[str], str]) -> str:
    return "\n".join(show(line.replace("\t", " | ")) if line else "" for line in text.split("\n"))


def _shorten(text: str, before: bool, after: bool) -> str:
    """The words of ``text`` that stand next to a change: ``before`` it begins after one, ``after`` it ends at one."""
    found = re.findall(r"\s*\S+|\s+$", text)
    keep = (_AROUND if before else 0) + (_AROUND if after else 0)
    if len(found) <= keep + 3:
        return text
    start = "".join(found[:_AROUND]) if before else ""
    end = "".join(found[-_AROUND:]) if after else ""
    return f"{start}{' ' if start else ''}…{end if end[:1].isspace() else ' ' + end if end else ''}"


def comparison_markdown(comparison: Comparison, old: str, new: str, said: Said = nothing_said) -> str:
    """For a comment on a pull request: every word of the texts is escaped."""
    rows = [f"### {_plain(words.between(old, new))}", "", f"{words.totals(comparison.counts)}."]
    if comparison.note:
        rows += ["", f"**{words.NOTES[comparison.note]}**"]
    if comparison.note in HOPELESS:
        return "\n".join(rows)
    moved = [change for change in comparison.changes if change.kind == "moved"]
    for change in comparison.changes:
        if change.kind in ("added", "removed", "changed"):
            rows += ["", f"#### {_plain(change_heading(change))}", ""]
            rows += [f"{words.WHY}: {_plain(explained.why)}", ""] if (explained := said(change)) and explained.why else []
            rows.append(_marked(change))
    if moved:
        rows += ["", "<details>", f"<summary>{escape(words.moved_line(len(moved)))}</summary>", ""]
        rows += [f"- {_plain(change_heading(change))}" for change in moved]
        rows += ["", "</details>"]
    return "\n".join(rows)


def _marked(change: Change) -> str:
    names = {IN: "ins", OUT: "del"}
    pieces = []
    for op, text in change.redline:
        lines = [_plain(line.replace("\t", " | ")) for line in text.split("\n")]
        pieces.append("<br>".join(f"<{names[op]}>{line}</{names[op]}>" if op in names and line else line for line in lines))
    return "".join(pieces)


def _plain(text: str) -> str:
    """``text`` so that Markdown shows it as it is, on one line."""
    escaped = _MARKDOWN.sub(r"\\\1", visible(text))
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


def comparison_html(comparison: Comparison, old: str, new: str, said: Said = nothing_said) -> str:
    """A page of its own, in Dutch, without script."""
    title = words.between(old, new)
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        + element("title", escape(title))
        + element("style", _STYLE)
    )
    body = element("h1", escape(title)) + changes_html(comparison, said, "h2")
    return f'<!doctype html>\n<html lang="nl"><head>{head}</head>\n<body>{body}</body></html>'


def history_text(stages: Sequence[Stage], style: Style) -> str:
    """All texts of one clause from old to new; where the words stayed, only that is said."""
    rows: list[str] = []
    for stage in stages:
        head = f"{edition_label(stage.edition)}  {stage.unit.id}"
        rows.append(f"{style(visible(head), 'place')}  {_happened(stage)}")
        if stage.change is None or stage.change.kind == "added":
            rows += [f"    {visible(line)}" for line in stage.unit.text.replace("\t", " | ").split("\n")]
        elif stage.change.kind == "changed":
            rows += [f"    {line}" for line in _shown(stage.change, style, whole=True).split("\n")]
    return "\n".join(rows)


def _happened(stage: Stage) -> str:
    change = stage.change
    if change is None:
        return "the first text"
    if change.kind == "added":
        return "added"
    was = f", was {change.old.id}" if change.old and change.old.id != stage.unit.id else ""
    parts = "split" if change.also_new else "merged" if change.also_old else change.kind
    return (f"{parts}{was}" if change.kind == "changed" else f"same words{was}") if change.old else change.kind


def history_json(stages: Sequence[Stage]) -> str:
    """``[{version, effective, id, kind, text, redline}]`` from old to new; kind is null in the first edition."""
    rows = []
    for stage in stages:
        change = stage.change
        rows.append(
            {
                "version": stage.edition.version,
                "effective": stage.edition.effective.isoformat() if stage.edition.effective else None,
                "concept": stage.edition.concept,
                "id": stage.unit.id,
                "kind": change.kind if change else None,
                "from": change.old.id if change and change.old else None,
                "text": stage.unit.text,
                "redline": [list(edit) for edit in change.redline] if change else [],
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)
