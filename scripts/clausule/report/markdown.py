"""A comparison as Markdown for a comment on GitHub or GitLab: nothing of the texts becomes active, and it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausule.compare.changes import Change, Comparison
from clausule.compare.moves import MovedLine, moved_lines
from clausule.compare.redline import IN, OUT, SAME, shown
from clausule.compare.wording import (
    HOPELESS,
    NO_REMARKS,
    Remarks,
    change_heading,
    link_sentences,
    many_parts,
    move_sentences,
    name_of,
    only_divided,
    shortened,
)
from clausule.language.language import Language, language_of
from clausule.language.wording.changes import moved_line, nature_words, note_words, weaker, weaker_together, whole_count
from clausule.model.similarity import visible

# GitHub takes 65,536 characters in a comment.
LIMIT = 65_000
_MOST_NAMES = 40
# GitHub looks for names, numbers of issues, addresses, formulas, emoji and commits in what Markdown has already made of
# a text, so a backslash does not help: an element between the characters does. GitLab looks for more names (!1, %1, &1,
# ~1),
# and carries out a line of a comment that begins with / (/merge), before anything is made of it.
_ACTIVE = re.compile(
    r"(?P<active>[@$]|\#(?=\d)|(?<!\S)/|[!%&~^](?=[\w\"])|:(?=//)|:(?=[\w+-]+:)|(?<=www)\.|(?<=\b[Gg][Hh])-(?=\d)|\b[0-9a-f]{7,40}\b)"
    r"|(?P<mark>[\\`*_{}\[\]()#+\-.!|~>])|(?P<entity>[&<])"
)
_ENTITIES = {"&": "&amp;", "<": "&lt;"}


def comparison_markdown(
    comparison: Comparison, old: str, new: str, remarks: Remarks = NO_REMARKS, limit: int = LIMIT, level: str = "###"
) -> str:
    """The comparison under a heading of ``level``; at most ``limit`` characters, and a sentence where it was cut."""
    language = language_of(remarks.language)
    title = language.say("From {0} to {1}").format(old, new)
    head = [f"{level} {plain(title)}", whole_count(language, comparison.kind_counts, remarks.natures(comparison))]
    if comparison.note:
        head.append(f"**{note_words(language)[comparison.note]}**")
    if comparison.note in HOPELESS:
        return "\n\n".join(head)
    if withdrawn := sum(change.is_less for change in comparison.changes):
        head.append(f"**{weaker_together(language, withdrawn)}**")
    shown = [change for change in comparison.changes if change.kind in ("added", "removed", "changed")]
    moved = [change for change in comparison.changes if change.kind == "moved"]
    moved_in = dict(zip(map(id, comparison.changes), moved_lines(comparison.changes), strict=True))
    blocks = [_block(change, remarks, level, moved_in[id(change)]) for change in shown]
    return _fitting(language, head, blocks, [_moved(language, moved)] if moved else [], limit)


def _fitting(language: Language, head: list[str], blocks: list[str], tail: list[str], limit: int) -> str:
    whole = "\n\n".join([*head, *blocks, *tail])
    if len(whole) <= limit:
        return whole
    room = limit - sum(len(block) + 2 for block in head) - len(_cut(language, len(blocks) + 1)) - 2
    kept: list[str] = []
    for block in [*blocks, *tail]:
        room -= len(block) + 2
        if room < 0:
            break
        kept.append(block)
    return "\n\n".join([*head, *kept, _cut(language, len(blocks) + len(tail) - len(kept))])


def _block(change: Change, remarks: Remarks, level: str, moved: Sequence[MovedLine]) -> str:
    language = language_of(remarks.language)
    say = language.say
    rows = [f"{level}# {plain(change_heading(language, change))}"]
    if (explained := remarks.said(change)) and explained.why:
        rows.append(say("Why") + f": {plain(explained.why)} ({nature_words(language)[explained.nature]})")
    if change.is_less:
        rows.append(f"**{weaker(language)}**")
    elif change.unit.kind == "measure":
        rows.append(say("This measure was added.") if change.kind == "added" else say("This measure was reworded."))
    if users := remarks.users(change):
        rows.append(plain(_used_by(language, list(dict.fromkeys(name_of(language, user) for user in users)))))
    divided = many_parts(change) and only_divided(change)
    return "\n\n".join(
        [
            *rows,
            say("The wording is the same; only its arrangement differs.") if divided else _marked(change),
            *(plain(sentence) for sentence in link_sentences(language, change)),
            *(plain(sentence) for sentence in move_sentences(language, change, moved, name_of)),
        ]
    )


def _used_by(language: Language, names: list[str]) -> str:
    """Beside a term that means something else now: where that matters."""
    shown, more = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    parts = language.say("{names} and {n} others", names=shown, n=more) if more > 0 else shown
    return language.say("This also changes the meaning of {parts}, where this term is used.", parts=parts)


def _cut(language: Language, number: int) -> str:
    """At the end of a comment that would have been too long."""
    return language.say_count(
        "This comparison is too long for a comment; {n} more change is not here. `clausule compare` shows all of it.",
        "This comparison is too long for a comment; {n} more changes are not here. `clausule compare` shows all of it.",
        number,
    )


def _moved(language: Language, moved: Sequence[Change]) -> str:
    rows = [f"- {plain(change_heading(language, change))}" for change in moved]
    return "\n".join(
        ["<details>", f"<summary>{plain(moved_line(language, len(moved)))}</summary>", "", *rows, "", "</details>"]
    )


def _marked(change: Change) -> str:
    """The redline; of many units in one what stays far from any change is left out, or nothing of it would fit."""
    names = {IN: "ins", OUT: "del"}
    pieces = []
    edits, short = shown(change.redline), many_parts(change)
    for place, (op, text) in enumerate(edits):
        kept = shortened(text, place > 0, place < len(edits) - 1) if short and op == SAME else text
        lines = [plain(line.replace("\t", " | ")) for line in kept.split("\n")]
        pieces.append(
            "<br>".join(f"<{names[op]}>{line}</{names[op]}>" if op in names and line else line for line in lines)
        )
    return "".join(pieces)


def plain(text: str) -> str:
    """``text`` so that GitHub shows it as it is, on one line, whatever is in it."""
    return _ACTIVE.sub(_harmless, visible(text))


def _harmless(match: re.Match[str]) -> str:
    found = match[0]
    if match["active"]:
        return (
            f"<span>{_ENTITIES.get(found, found)}</span>" if len(found) == 1 else f"{found[:3]}<span></span>{found[3:]}"
        )
    return f"\\{found}" if match["mark"] else _ENTITIES[found]
