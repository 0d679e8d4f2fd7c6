"""Examples on the page of a rule: what is other than in a small agreement without findings.

A line with a path begins a file; ``:7:12`` behind it marks the place of a finding, ``(removed)`` takes the file away,
and ``gh-pages:`` is on the published branch. Of a file that the small agreement has, only what is other is shown, each
piece
whole: a key of the front matter, a clause by its number, a section by its heading, a row of a list by its ``id`` with
the keys that are other in it. It takes the place of what has the same name there, and goes with ``(removed)`` behind
its name; what is new stands behind what was shown before it, or last. A file that begins with ``---`` is shown from
begin to end.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from clausule.model.addresses import LIST_DATA
from clausule.publish.published import rows_in
from clausule.read import Repository, read_repository

BASE = Path(__file__).parent / "unit/check/rule_base"
# Which small agreement an example is laid over: the one whose address stands in its paths. That says its language.
EDITIONS = {"example": "english", "voorbeeld": "edition"}
# What is laid over the edition when an example speaks of it: an edition after it, a list of sub-processors, a text in
# another language.
LAYERS = {
    "docs/voorbeeld/1.1/": "next",
    "annexes/voorbeeld/sub-verwerkers.yml": "list",
    "docs/voorbeeld-en/": "translation",
}

_PATH = re.compile(
    r"(?P<path>(?:gh-pages:|docs/|annexes/)\S+?|docs|mkdocs\.yml)(?::(?P<place>\d+:\d+))?(?P<removed> \(removed\))?"
)
_LIST = re.compile(rf"gh-pages:(?P<slug>[^/]+)/{re.escape(LIST_DATA)}")
_INDENT = "    "
_REMOVED = " (removed)"
# How a piece begins: a key, a row, a clause by its number, a heading by its label. What follows belongs to it.
_PIECE = re.compile(
    r"(?P<key>[a-z_]+):(?: .*)?|  - id: (?P<row>[\w-]+).*|(?P<clause>\d+[a-z]?(?:\.\d+[a-z]?)+)\.?(?: .*)?"
    r"|(?P<heading>#(?=[^#])|##+(?: [\w.]+)?).*"
)
_KEY_OF_ROW = re.compile(r"    (?P<key>[a-z_]+):.*")


@dataclass
class Example:
    """The files of one example; ``place`` is where its finding must stand, if the example says so."""

    kind: str
    files: dict[str, list[str] | None] = field(default_factory=dict)
    place: str = ""


def example(kind: str, lines: list[str]) -> Example:
    """An example as it is written."""
    found, shown = Example(kind), list[str]()
    for line in lines:
        if match := _PATH.fullmatch(line):
            shown = []
            found.files[match["path"]] = None if match["removed"] else shown
            if match["place"]:
                found.place = f"{match['path']}:{match['place']}"
        else:
            shown.append(line)
    return found


def examples(page: str) -> list[Example]:
    """The examples on a page, in order."""
    _, *parts = re.split(r"^(Wrong|Right):$", page, flags=re.M)
    shown = zip(parts[::2], parts[1::2], strict=True)
    return [example(kind.lower(), [line.removeprefix(_INDENT) for line in text.split("\n")]) for kind, text in shown]


def read_example(root: Path, example: Example) -> Repository:
    """Writes the small agreement with the example's differences into ``root``, and reads it."""
    layers = [name for path, name in LAYERS.items() if any(file.startswith(path) for file in example.files)]
    for name in (_edition_of(example), *layers):
        shutil.copytree(BASE / name, root, dirs_exist_ok=True)
    published: dict[str, tuple[dict[str, str], ...]] = {}
    for name, lines in example.files.items():
        path = root / name
        if lines and (listed := _LIST.fullmatch(name)):
            published[listed["slug"]] = tuple(rows_in("\n".join(lines).encode()))
        elif lines is None:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            shown = "\n".join(lines).strip("\n") + "\n"
            if path.exists() and not shown.startswith(("---\n", "{!")):
                shown = laid_over(_included(root, path), shown)
            path.write_text(shown, "utf-8")
    return read_repository(root, published=lambda slugs: published)


def _edition_of(example: Example) -> str:
    addresses = {part for file in example.files for part in file.split("/")}
    return next((edition for address, edition in EDITIONS.items() if address in addresses), "edition")


def _included(root: Path, path: Path) -> str:
    """What the file says, in the words of the one that it includes if it is one line."""
    text = path.read_text("utf-8")
    return (root / text.strip("{!}\n")).read_text("utf-8") if text.startswith("{!") else text


Pieces = dict[str, list[str]]


def laid_over(base: str, shown: str) -> str:
    """``base`` with the pieces of ``shown``."""
    old, new = _pieces(base), _pieces(shown)
    assert "" not in new, f"nothing tells where this belongs: {shown}"
    before = ""
    for name, lines in new.items():
        if lines[0].endswith(_REMOVED):
            del old[name]
        else:
            lines = _row(old, name, lines) if name.startswith("- ") else lines
            old = _put(old, name, lines, before)
            before = name
    return (
        "".join("\n".join(lines) + ("\n" if _is_data(name) else "\n\n") for name, lines in old.items()).rstrip("\n")
        + "\n"
    )


def _is_data(name: str) -> bool:
    """Whether a piece is a line of data or of front matter, and no paragraph."""
    return name.endswith(":") or name.startswith("- ") or name == "begin"


def _pieces(text: str) -> Pieces:
    """The lines of a file by the name of the piece that they belong to."""
    found: Pieces = {}
    name, in_data = "", True
    for number, line in enumerate(text.splitlines()):
        match = _PIECE.fullmatch(line)
        if line == "---":
            name, in_data = ("end", False) if number else ("begin", True)
        elif match and match["key"] and in_data:
            name = f"{match['key']}:"
        elif match and match["row"]:
            name = f"- {match['row']}"
        elif match and (match["clause"] or match["heading"]):
            name, in_data = match["clause"] or match["heading"], False
            while name in found:  # such as the first section in each of two
                name += "'"
        elif not line and not found.get(name):
            continue
        found.setdefault(name, []).append(line)
    for lines in found.values():
        while not lines[-1]:
            lines.pop()
    return found


def _row(old: Pieces, name: str, shown: list[str]) -> list[str]:
    """A row with the keys that are shown; the others are those that it has, or those of the first row where it is
    new."""
    first = next(lines for key, lines in old.items() if key.startswith("- "))
    keys = _keys(old.get(name, first)) | _keys(shown)
    return [
        shown[0],
        *(line for key, lines in keys.items() if key and not lines[0].endswith(_REMOVED) for line in lines),
    ]


def _keys(row: list[str]) -> Pieces:
    found: Pieces = {}
    key = ""
    for line in row:
        if match := _KEY_OF_ROW.fullmatch(line):
            key = match["key"]
        found.setdefault(key, []).append(line)
    return found


def _put(old: Pieces, name: str, lines: list[str], before: str) -> Pieces:
    """``old`` with a piece: in its own place, else behind ``before``, else as the last of its kind."""
    if name in old:
        return old | {name: lines}
    kind = [key for key in old if _is_data(key) == _is_data(name)]
    after = before if before in kind else kind[-1]
    found: Pieces = {}
    for key, piece in old.items():
        found[key] = piece
        if key == after:
            found[name] = lines
    return found
