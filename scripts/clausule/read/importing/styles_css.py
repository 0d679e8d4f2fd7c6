"""As much of CSS (Selectors 4, CSS Lists 3) as decides which words a page of an agreement shows: what is hidden, and
the numbers that counters put before headings and items. What else a style says is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"(?P<selectors>[^{}@;]+)\{(?P<body>[^{}]*)\}")
_SIMPLE = re.compile(r"[.#]?[\w-]+|\*|\[[^\]]*\]|:{1,2}[\w-]+(?:\([^)]*\))?")
_CONTENT = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|(counters?)\(([^)]*)\)")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
_MOST = 200_000
"""Characters of styles that are looked at."""


@dataclass(frozen=True, slots=True)
class Node:
    """What a selector asks of an element."""

    tag: str
    classes: frozenset[str]
    id: str


@dataclass(frozen=True, slots=True)
class _Step:
    tag: str
    classes: frozenset[str]
    id: str
    child: bool

    def fits(self, node: Node) -> bool:
        return self.tag in ("", node.tag) and self.classes <= node.classes and self.id in ("", node.id)


@dataclass(frozen=True, slots=True)
class _Rule:
    steps: tuple[_Step, ...]
    pseudo: str
    values: dict[str, str]
    weight: tuple[int, int, int, int]


class Sheet:
    """The rules of the styles within a page."""

    def __init__(self, text: str) -> None:
        self._rules = sorted(_rules(_COMMENT.sub("", text[:_MOST])), key=lambda rule: rule.weight)

    def values(self, path: Sequence[Node], own: str = "", pseudo: str = "") -> dict[str, str]:
        """What holds for the last of ``path`` (an element with all around it, outer first) with its ``own`` style."""
        found: dict[str, str] = {}
        for rule in self._rules:
            if rule.pseudo == pseudo and _fits(rule.steps, path):
                found |= rule.values
        return found | (_values(own) if own else {})


def _rules(text: str) -> Iterator[_Rule]:
    for number, match in enumerate(_RULE.finditer(text)):
        values = _values(match["body"])
        for selector in match["selectors"].split(","):
            steps, pseudo = _steps(selector.strip())
            if steps is not None:
                ids = sum(bool(step.id) for step in steps)
                classes = sum(len(step.classes) for step in steps)
                yield _Rule(steps, pseudo, values, (ids, classes, sum(bool(step.tag) for step in steps), number))


def _values(body: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in re.split(r";(?=(?:[^\"']|\"[^\"]*\"|'[^']*')*$)", body))
    return {name.strip().lower(): value.replace("!important", "").strip() for name, colon, value in pairs if colon}


def _steps(selector: str) -> tuple[tuple[_Step, ...] | None, str]:
    """The steps of a selector, the outermost first, and its pseudo-element; None for what is not understood."""
    steps: list[_Step] = []
    pseudo, child = "", False
    for word in re.sub(r"\s*>\s*", " > ", selector).split():
        if word == ">":
            child = True
            continue
        parts = _SIMPLE.findall(word)
        if "".join(parts) != word:
            return None, ""
        tag, classes, name = "", set(), ""
        for part in parts:
            if part[0] == ".":
                classes.add(part[1:])
            elif part[0] == "#":
                name = part[1:]
            elif part in ("::before", ":before", "::marker"):
                pseudo = "before" if part != "::marker" else "marker"
            elif part[0] in ":[":
                return None, ""
            elif part != "*":
                tag = part.lower()
        steps.append(_Step(tag, frozenset(classes), name, child))
        child = False
    return (tuple(steps) or None), pseudo


def _fits(steps: Sequence[_Step], path: Sequence[Node]) -> bool:
    if not path or not steps[-1].fits(path[-1]):
        return False
    if len(steps) == 1:
        return True
    if steps[-1].child:
        return _fits(steps[:-1], path[:-1])
    return any(_fits(steps[:-1], path[:end]) for end in range(len(path) - 1, 0, -1))


def content_of(value: str) -> list[tuple[str, str, str]]:
    """What a ``content`` shows: rows of words, counter and the figures of that counter; the words of one with a counter
    stand between the numbers of those of its name that lie around each other."""
    found = []
    for double, single, kind, inner in _CONTENT.findall(value):
        if not kind:
            found.append((_ESCAPE.sub(_escaped, double or single), "", ""))
            continue
        words = [one.strip() for one in inner.split(",")]
        figures = words[1 if kind == "counter" else 2] if len(words) > (1 if kind == "counter" else 2) else "decimal"
        between = words[1].strip("\"'") if kind == "counters" and len(words) > 1 else ""
        found.append((between, words[0], figures))
    return found


def counters_of(value: str, otherwise: int) -> list[tuple[str, int]]:
    """The counters that ``counter-reset`` or ``counter-increment`` names, with their numbers."""
    found: list[tuple[str, int]] = []
    for word in value.split():
        if re.fullmatch(r"-?\d{1,6}", word):
            if found:
                found[-1] = (found[-1][0], int(word))
        elif word != "none":
            found.append((word, otherwise))
    return found


def _escaped(match: re.Match[str]) -> str:
    if not match[1]:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
