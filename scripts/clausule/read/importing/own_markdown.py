"""The Markdown of an edition that ``clausule export`` and the site offer, divided again as it was.

A comment before each part names its file, with what of the front matter is no word of the text:
``<!-- bijlage-2.md version="1.5" effective="2018-05-25" kind="measures" -->``. Without them the file is Markdown as any
other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress

from clausule.language.protocol import Grammar
from clausule.model.annex_kind import annex_kinds
from clausule.read.folders import is_version_name
from clausule.read.frontmatter import read_day
from clausule.read.importing.own_data import OwnData
from clausule.read.importing.sources import SourceFile

_START = "index.md"
_FRONT = re.compile(r"---\n(?P<keys>(?:.*\n){1,40}?)---\n")
_KEY = re.compile(r'^(\w+): ("(?:[^"\\\n]|\\.)*")$', re.M)
_COMMENT = re.compile(r'^<!-- (?P<name>[\w.-]{1,80}\.md)(?P<about>(?: \w+="[^"\n]*")*) -->$', re.M)
_STRANGE = re.compile(r"(?<!\\)<!--")  # of which the words of a text have none that is not escaped
_ABOUT = re.compile(r'(\w+)="([^"]*)"')
_ROW = re.compile(r'^(version|effective|kind): "?([^"\n]*)"?$', re.M)


def part_comment(file: SourceFile) -> str:
    """What stands before the words of ``file``."""
    about = "".join(f' {key}="{value}"' for key, value in _ROW.findall(file.front))
    return f"<!-- {file.name}{about} -->"


def own_markdown(text: str, grammar: Grammar) -> OwnData | None:
    """The edition in ``text``, where it is such a file; None where it is another, or where its parts are not named any
    more as they were: then it is read as any text is."""
    head = _FRONT.match(text)
    known = own_front(head["keys"]) if head else {}
    files = list(_files(text, head.end())) if head and known else []
    names = [file.name for file in files]
    if names[:1] != [_START] or len(set(names)) < len(names) or not all(_is_part(name, grammar) for name in names[1:]):
        return None
    if any(_STRANGE.search(file.body) for file in files):
        return None
    if len(names) < 2 or not is_version_name(known.get("version", "")):
        return None
    recipe = known.get("recipe", "")
    return OwnData(
        known["version"],
        read_day(known.get("effective", "")),
        known["sha256"],
        int(recipe) if recipe in ("1", "2") else 2,
        known.get("agreement", ""),
        {"title": known.get("title", "")},
        tuple(files),
    )


def own_front(keys: str) -> dict[str, str]:
    """What the front matter of such a file says; empty for that of another."""
    known = {}
    for key, value in _KEY.findall(keys):
        with suppress(ValueError):  # what is YAML, and no JSON as we write it
            known[key] = str(json.loads(value))
    return known if "sha256" in known else {}


def is_part_comment(line: str) -> bool:
    """Whether a line says only where a part begins."""
    return bool(_COMMENT.fullmatch(line.strip()))


def _is_part(name: str, grammar: Grammar) -> bool:
    patterns = (grammar.ARTICLE_FILE, grammar.ANNEX_FILE)
    return name == f"{grammar.CLOSING}.md" or any(pattern.fullmatch(name) for pattern in patterns)


def _files(text: str, at: int) -> Iterator[SourceFile]:
    """The parts; words before the first comment are of no part, and then there is none."""
    found = list(_COMMENT.finditer(text, at))
    if not found or text[at : found[0].start()].strip():
        return
    for here, after in zip(found, [*found[1:], None], strict=True):
        body = text[here.end() : after.start() if after else len(text)]
        begin = text.count("\n", 0, here.end()) + 2 + (len(body) - len(body.lstrip("\n")) - 1)
        heading = next((line.lstrip("# ") for line in body.lstrip("\n").split("\n")[:1] if line.startswith("#")), "")
        yield SourceFile(here["name"], _front(dict(_ABOUT.findall(here["about"]))), body.strip("\n"), heading, begin)


def _front(about: dict[str, str]) -> str:
    rows = []
    if is_version_name(version := about.get("version", "")):
        rows.append(f'version: "{version}"\n')
    if day := read_day(about.get("effective", "")):
        rows.append(f"effective: {day.isoformat()}\n")
    if about.get("kind") in annex_kinds():
        rows.append(f"kind: {about['kind']}\n")
    return "".join(rows)
