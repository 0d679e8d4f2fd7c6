"""Findings for a person (text), a program (json) or a pull request (github)."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from clausule.model.findings import SEVERITIES, Finding
from clausule.model.similarity import visible

_WIDEST = 100
"""A line of source is shown up to this many characters around the place."""


def as_json(findings: Iterable[Finding]) -> str:
    """A JSON list, one object a finding."""
    return json.dumps([finding.as_json() for finding in findings], ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request; accepted findings are left out."""
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    return "\n".join(
        f"::{levels[f.severity]} file={_property(f.place.path)},line={f.place.line},col={f.place.column},"
        f"title={_property(f.rule)}::{_escape(f.message + (f' ({f.hint})' if f.hint else ''))}"
        for f in findings
        if not f.allowed
    )


def _escape(words: str) -> str:
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(words)


def _property(words: str) -> str:
    return _escape(words).replace(":", "%3A").replace(",", "%2C")


def as_text(findings: Iterable[Finding], root: Path, style: Callable[[str, str], str]) -> str:
    """Each finding with the line that it is about; accepted ones in two lines. ``style`` colours ``(words, kind)``."""
    lines: dict[str, list[str]] = {}
    return "\n".join(_one(finding, _source_line(finding, root, lines), style) for finding in findings)


def _source_line(finding: Finding, root: Path, lines: dict[str, list[str]]) -> str:
    path = finding.place.path
    if path not in lines:
        file = root / path
        try:
            plain = file.is_file() and not file.is_symlink() and file.stat().st_size < 5_000_000
            data = file.read_bytes().removeprefix(b"\xef\xbb\xbf") if plain else b""
        except OSError:
            data = b""
        lines[path] = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = lines[path]
    return found[finding.place.line - 1] if finding.place.line <= len(found) else ""


def _one(finding: Finding, line: str, style: Callable[[str, str], str]) -> str:
    place, rule = style(visible(str(finding.place)), "place"), style(f"[{finding.rule}]", "quiet")
    if finding.allowed:
        head = f"{place}: {style(f'accepted {finding.severity}', 'quiet')}: {visible(finding.message)} {rule}"
        return f"{head}\n  reason  {visible(finding.allowed)}"
    rows = [f"{place}: {style(finding.severity, finding.severity)}: {visible(finding.message)} {rule}"]
    if line.strip():
        shown, offset = _around(line, finding.place.column - 1)
        number = str(finding.place.line)
        rows.append(f"{number:>5} | {visible(shown)}")
        marked = max(1, _width(finding.words) if finding.words in line else 1)
        rows.append(f"      | {' ' * _width(shown[:offset])}{style('^' * marked, finding.severity)}")
    more = style(f"more: clausule explain {finding.rule}", "quiet")
    rows.append(f"  hint  {visible(finding.hint)}      {more}" if finding.hint else f"  {more}")
    return "\n".join(rows)


def _around(line: str, offset: int) -> tuple[str, int]:
    """A piece of ``line`` around ``offset`` and where the offset is in that piece."""
    if len(line) <= _WIDEST:
        return line, offset
    start = max(0, min(offset - _WIDEST // 3, len(line) - _WIDEST))
    lead, tail = ("… " if start else ""), (" …" if start + _WIDEST < len(line) else "")
    return lead + line[start : start + _WIDEST] + tail, offset - start + len(lead)


def _width(words: str) -> int:
    """Columns in a terminal: wide characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in words
    )


def summary(findings: Iterable[Finding]) -> str:
    """'2 errors, 1 warning; 14 accepted with a reason'."""
    findings = list(findings)
    counts = Counter(finding.severity for finding in findings if not finding.allowed)
    accepted = sum(1 for finding in findings if finding.allowed)
    named = [f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}" for level in SEVERITIES if counts[level]]
    return ", ".join(named or ["no findings"]) + (f"; {accepted} accepted with a reason" if accepted else "")


def is_clean(findings: Iterable[Finding]) -> bool:
    """Whether nothing is left that an author should mend: errors and warnings count, notes do not."""
    return not any(finding.severity != "note" and not finding.allowed for finding in findings)
