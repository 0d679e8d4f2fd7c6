"""The skeleton of ``changes:``: an entry for each change that no note explains yet. The reasons are the author's, or
those that came with the text as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from clausule.author.freeze import write_whole
from clausule.check.changes import explainable, happened, unexplained, withdrawn_unexplained
from clausule.compare.changes import Change
from clausule.compare.explanations import edition_before
from clausule.model.editions import Agreement, Edition
from clausule.model.lookup import AuthoringError

Entry = dict[str, str]

KEY = "changes"
_WHY = "why"
_HEAD = re.compile(r"(?:\ufeff)?---[ \t]*\r?\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_NOTHING = ("", "null", "~")
_NEEDS_NO_QUOTES = re.compile(r"[a-z]+-[\w.-]*\w")


def write_changes(
    root: Path, agreement: Agreement, edition: Edition, reason: Callable[[Change], str] = lambda change: ""
) -> list[tuple[Entry, str]]:
    """Writes an entry for each change of ``edition`` that wants a reason and has none, behind those that are there;
    returns them, each with what happened. ``reason`` is what is known of why a change was made, mostly nothing; what
    was said of one that wants none, such as a clause that moved, has an entry too.

    Raises ``AuthoringError`` for the first edition, for one that is another text altogether, and where the entries
    cannot be put behind those that are there; then nothing is changed.
    """
    before = edition_before(agreement, edition)
    if not before:
        raise AuthoringError(f"{edition.name} is the first edition: there is nothing that it changed.")
    found = explainable(agreement, edition)
    if not found:
        raise AuthoringError(
            f"{edition.name} and {before.version} have nothing in common: there are no changes to explain one by one."
        )
    wanting = {id(one.change) for one in unexplained(found)}
    told = ({id(one.change) for one in found.changes if not one.notes and reason(one.change)}) - wanting
    changes = [one.change for one in found.changes if id(one.change) in wanting | told]
    entries = [
        (_entry(change) | ({_WHY: why} if (why := reason(change)) else {}), happened(change)) for change in changes
    ]
    entries += [({"from": name}, "was withdrawn") for name in withdrawn_unexplained(found)]
    if entries:
        path = root / edition.folder / "index.md"
        text = path.read_bytes().decode()
        write_whole(path, with_entries(f"{edition.folder}/index.md", text, [entry for entry, _ in entries]))
    return entries


def _entry(change: Change) -> Entry:
    """Where the change is in this edition, and in the one before where that is another id."""
    if not change.new:
        return {"from": change.unit.id}
    was = change.old.id if change.old and change.old.id != change.new.id else ""
    return {"at": change.new.id} | ({"from": was} if was else {})


def with_entries(path: str, text: str, entries: Sequence[Entry]) -> str:
    """``text``, the page of an edition, with ``entries`` as the last of its ``changes``; all else stays to the letter.

    Raises ``AuthoringError``, with the place in ``path``, where they cannot be put there.
    """
    head = _HEAD.match(text)
    if not head:
        raise AuthoringError(f"{path}:1:1: there is no front matter to write in. Begin with what clausule new writes.")
    end = "\r\n" if "\r\n" in head[0] else "\n"
    lines = re.findall(r"[^\n]*\n", head["lines"])
    first = text[: head.start("lines")].count("\n") + 1
    try:
        before = _plain(head["lines"])
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path}:{first + mark.line}:{mark.column + 1}" if mark else path
        raise AuthoringError(f"{place}: the front matter cannot be read. Mend it first (clausule check).") from error
    after = "".join(_put(path, lines, first, entries, end))
    there = before.get(KEY)
    wanted = [*(there if isinstance(there, list) else ()), *({_WHY: "", **entry} for entry in entries)]
    try:
        written = _plain(after) == {**before, KEY: wanted}
    except yaml.YAMLError:
        written = False
    if not written:
        raise AuthoringError(
            f"{path}: the entries of {KEY}: are written so that none can be put behind them. "
            "Write each on lines of its own."
        )
    return text[: head.start("lines")] + after + text[head.end("lines") :]


def _put(path: str, lines: list[str], first: int, entries: Sequence[Entry], end: str) -> list[str]:
    root = yaml.compose("".join(lines), yaml.SafeLoader)
    key, value, following = _found(root)
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        raise AuthoringError(
            f"{path}:{first}:1: the front matter is written in braces. Give each key a line of its own."
        )
    if key is None:
        indent = " " * (root.start_mark.column if root is not None else 0)
        return [*lines, f"{indent}{KEY}:{end}", *_rows(entries, f"{indent}  ", end)]
    line, margin = key.start_mark.line, key.start_mark.column
    if isinstance(value, yaml.SequenceNode) and not value.flow_style:
        last = _last_line(lines, line, following, margin)
        return [*lines[:last], *_rows(entries, " " * value.start_mark.column, end), *lines[last:]]
    if isinstance(value, yaml.SequenceNode) and value.value:
        return _within_brackets(lines, value.end_mark, entries)
    if isinstance(value, yaml.SequenceNode) or (isinstance(value, yaml.ScalarNode) and value.value in _NOTHING):
        behind = lines[value.end_mark.line][value.end_mark.column :] if value.end_mark.line == line else end
        kept = f"{lines[line][: key.end_mark.column]}:{behind}"
        return [
            *lines[:line],
            kept,
            *_rows(entries, " " * (margin + 2), end),
            *lines[max(line, value.end_mark.line) + 1 :],
        ]
    place = f"{path}:{first + line}:{margin + 1}"
    raise AuthoringError(f"{place}: {KEY}: is no list of entries with at: and why:. Mend it first (clausule check).")


def _within_brackets(lines: list[str], end: yaml.Mark, entries: Sequence[Entry]) -> list[str]:
    """``lines`` with the entries as the last of a list that is written in brackets and ends at ``end``."""
    more = "".join(f", {{{', '.join(_keys(entry))}{'' if entry.get(_WHY) else ' '}}}" for entry in entries)
    line = lines[end.line]
    return [*lines[: end.line], line[: end.column - 1] + more + line[end.column - 1 :], *lines[end.line + 1 :]]


def _found(root: yaml.Node | None) -> tuple[yaml.Node | None, yaml.Node | None, int]:
    """The key, its value, and the line on which the next key stands (or -1)."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    for number, (key, value) in enumerate(pairs):
        if key.value == KEY:
            rest = pairs[number + 1 :]
            return key, value, rest[0][0].start_mark.line if rest else -1
    return None, None, -1


def _last_line(lines: list[str], first: int, following: int, margin: int) -> int:
    """The line behind the list that begins after ``first``: a remark before the next key belongs to that, unless it is
    further in."""
    last = following if following >= 0 else len(lines)
    while last > first + 1 and _belongs_below(lines[last - 1], margin):
        last -= 1
    return last


def _belongs_below(line: str, margin: int) -> bool:
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip()) <= margin)


def _rows(entries: Sequence[Entry], indent: str, end: str) -> list[str]:
    rows = []
    for entry in entries:
        rows += [f"{indent}{'- ' if not n else '  '}{row}{end}" for n, row in enumerate(_keys(entry))]
    return rows


def _keys(entry: Entry) -> list[str]:
    """The keys of an entry with what they say, the reason last."""
    named = [f"{name}: {_quoted(word)}" for name, word in entry.items() if name != _WHY]
    why = entry.get(_WHY, "")
    return [*named, f"{_WHY}: {json.dumps(why, ensure_ascii=False)}" if why else f"{_WHY}:"]


def _quoted(name: str) -> str:
    return name if _NEEDS_NO_QUOTES.fullmatch(name) else f'"{name}"'


def _plain(text: str) -> dict[str, object]:
    """The front matter as lists and words, as they are written."""
    values = yaml.load(text, yaml.BaseLoader)
    return values if isinstance(values, dict) else {}
