"""A comparison as plain HTML that needs no styles: what a feed and a file hold."""

from __future__ import annotations

from clausule.compare.changes import Change, Comparison
from clausule.compare.redline import IN, OUT, Edit
from clausule.compare_words import HOPELESS, Said, change_heading, nothing_said
from clausule.dutch import changes as words
from clausule.reasons import Explained
from clausule.render.html import element, escape


def changes_html(comparison: Comparison, said: Said = nothing_said, level: str = "h3") -> str:
    """What changed, as HTML: the counts, then every change with its reason and its redline.

    Units that only moved are counted and listed; unchanged ones are counted. Where a redline would say nothing (two
    texts with nothing in common) there is a sentence instead. ``level`` is that of the headings.
    """
    parts = [element("p", escape(words.NOTES[comparison.note]))] if comparison.note else []
    parts.append(element("p", escape(words.totals(comparison.counts)) + "."))
    if comparison.note in HOPELESS:
        return "".join(parts)
    moved = [change for change in comparison.changes if change.kind == "moved"]
    for change in comparison.changes:
        if change.kind in ("added", "removed", "changed"):
            parts.append(_change(change, said(change), level))
    if moved:
        parts.append(element("p", escape(words.moved_line(len(moved)))))
        parts.append(element("ul", *(element("li", escape(change_heading(change))) for change in moved)))
    return "".join(parts)


def _change(change: Change, said: Explained | None, level: str) -> str:
    parts = [element(level, escape(change_heading(change)))]
    if said and said.why:
        nature = f" ({words.NATURE[said.nature]})"
        parts.append(element("p", element("strong", escape(f"{words.WHY}:")), " ", escape(said.why + nature)))
    if change.kind == "removed" and change.old and change.old.kind == "measure":
        parts.append(element("p", escape(words.WEAKER)))
    parts.append(element("p", redline_html(change.redline)))
    return "".join(parts)


def redline_html(edits: tuple[Edit, ...]) -> str:
    """The words with ``ins`` and ``del``; lines are kept with ``br``."""
    names = {IN: "ins", OUT: "del"}
    pieces = []
    for op, text in edits:
        shown = "<br>".join(escape(line.replace("\t", " | ")) for line in text.split("\n"))
        pieces.append(element(names[op], shown) if op in names else shown)
    return "".join(pieces)
