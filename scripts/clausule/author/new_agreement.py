"""A new agreement: the model's edition in force as a first edition, without what is about the model alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clausule.language.nl import model_agreement as model
from clausule.model import Edition
from clausule.model.lookup import AuthoringError
from clausule.read.includes import read_with_includes
from clausule.read.repository import is_agreement_name
from clausule.read.source import Sources

VERSION = "1.0"
_SPECIAL = re.compile(r"([\\*_<>\[\]{}`|]|&(?=#?\w+;))")
_ANNEX = re.compile(r"bijlage-[0-9a-z]+\.md")
_LIST = re.compile(r"(?:^- .*\n(?:^ +\S.*\n)*)+", re.M)
_ROWS = re.compile(r"(?P<head>^\|.*\n^\|[ :|-]+\n)(?:^\|.*\n)+", re.M)
_PART = re.compile(r"^## (?:[A-Z]\. )?(?P<title>.+)\n", re.M)


@dataclass(frozen=True, slots=True)
class Started:
    """The paths that were written, and of each place to fill in the path, the line and what belongs there."""

    paths: list[str]
    places: list[tuple[str, int, str]]


def new_agreement(root: Path, slug: str, title: str, publisher: str, source: Edition) -> Started:
    """Writes an agreement with one edition, a concept, from ``source``. Nothing is overwritten.

    Raises ``AuthoringError`` when the slug is no address or is taken, or when a name is empty or too long.
    """
    names = {"--title": " ".join(title.split()), "--publisher": " ".join(publisher.split())}
    for option, words in names.items():
        if not words or len(words) > 200 or not words.isprintable():
            raise AuthoringError(f"{option} needs a name of 1 to 200 characters that can be read.")
    if not is_agreement_name(slug):
        raise AuthoringError(
            f"'{slug}' cannot be the address of an agreement. Use small letters, digits and hyphens, such as mijn-bedrijf."
        )
    for folder in (f"docs/{slug}", f"annexes/{slug}"):
        if os.path.lexists(root / folder):
            raise AuthoringError(f"{folder} is there already, and was left as it is. Choose another address.")
    pages = _pages(root, slug, names["--title"], names["--publisher"], source)
    _write(root, slug, pages)
    places = [(path, line, what) for path, text in pages.items() for line, what in _places(text)]
    return Started(list(pages), places)


def _pages(root: Path, slug: str, title: str, publisher: str, source: Edition) -> dict[str, str]:
    sources = Sources(root)
    pages = {f"docs/{slug}/index.md": _agreement(title, publisher), f"annexes/{slug}/sub-verwerkers.yml": model.SUB_PROCESSORS}
    for name in sorted(os.listdir(root / source.folder)):
        document = read_with_includes(sources, f"{source.folder}/{name}") if name.endswith(".md") else None
        if document is None:
            continue
        text = "\n".join(line.text for line in document.body).strip("\n") + "\n"
        text = _replaced(text, _escaped(title), _escaped(publisher))
        head = [line.text for line in document.inner or document.head]
        if name == "index.md":
            front = _edition_front([line.text for line in document.head])
            pages[f"docs/{slug}/{VERSION}/{name}"] = f"{front}{_after_heading(text, model.TERMS)}"
        elif _ANNEX.fullmatch(name):
            kind = next((line for line in head if line.startswith("kind:")), "kind: text")
            if kind.endswith("measures"):
                text = _after_heading(text, model.MEASURES)
            annex = f"annexes/{slug}/{name.removesuffix('.md')}/{VERSION}.md"
            pages[annex] = f'---\nversion: "{VERSION}"\n{kind}\n---\n\n{_blanked(text)}'
            pages[f"docs/{slug}/{VERSION}/{name}"] = f"{{!{annex}!}}\n"
        else:
            pages[f"docs/{slug}/{VERSION}/{name}"] = f'---\nversion: "{VERSION}"\n---\n\n{text}'
    return pages


def _agreement(title: str, publisher: str) -> str:
    """The page of the agreement. A JSON string is a YAML string."""
    name, firm = (json.dumps(words, ensure_ascii=False) for words in (title, publisher))
    front = (
        f"title: {name}\npublisher: {firm}\n"
        "# summary: one or two sentences for the landing page\n"
        "# contact:   # how a reader reaches the publisher\n#   name: \n#   email: \n#   phone: \n#   address: \n#   website: https://\n"
        f"names:\n  # who and what has a name of its own in the text\n  - {firm}\n"
    )
    return f"---\n{front}---\n\n{model.INTRODUCTION.replace(model.PUBLISHER, _escaped(publisher)).rstrip('.')}.\n"


def _edition_front(head: list[str]) -> str:
    """Of the model's front matter the inflections of its terms and its term for a breach; it has a history, and a first
    edition has none."""
    kept: list[str] = []
    inside = False
    for line in head:
        if re.match(r"[^\s#-]", line):
            inside = line.startswith(("inflections:", "breach:"))
        kept += [line] if inside else []
    rows = "".join(f"{line}\n" for line in kept)
    day = "# effective: 2018-05-25   # the day from which it applies\n"
    return f'---\nversion: "{VERSION}"\n{day}status: concept   # take this line out when the text is agreed\n{rows}---\n\n'


def _replaced(text: str, title: str, publisher: str) -> str:
    paragraphs = text.split("\n\n")
    text = "\n\n".join(part for part in paragraphs if not model.ABOUT_THE_MODEL.search(" ".join(part.split())))
    for pattern, words in model.REPLACED:
        loose = pattern.replace(" ", r"\s+")
        text = re.sub(loose, lambda _, put=words: put, text)  # type: ignore[misc]
    return text.replace(model.TITLE, title).replace(model.PUBLISHER, publisher)


def _escaped(words: str) -> str:
    """``words`` as Markdown that shows them as they are."""
    return _SPECIAL.sub(r"\\\1", words)


def _blanked(text: str) -> str:
    """``text`` in which the lists and tables of invented facts are one place to fill in each."""
    cuts = [match.start() for match in _PART.finditer(text)]
    parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return "".join(map(_blanked_part, parts))


def _blanked_part(part: str) -> str:
    match = _PART.match(part)
    words = model.LISTS.get(match["title"]) if match else None
    if not words:
        return part

    def row(found: re.Match[str]) -> str:
        names = found["head"].split("\n")[0].strip("| ").split(" | ")
        return f"{found['head']}| {' | '.join(model.fill(name[:1].lower() + name[1:]) for name in names)} |\n"

    return _ROWS.sub(row, _LIST.sub(lambda _: f"- {words}\n", part))


def _after_heading(text: str, words: str) -> str:
    heading, _, rest = text.partition("\n")
    return f"{heading}\n\n{words}\n{rest}"


def _places(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, match[0]) for match in model.FILL.finditer(line))
        if left := model.LEFT.search(line):
            yield number, left[0]


def _write(root: Path, slug: str, pages: dict[str, str]) -> None:
    """Each of the two folders comes into being whole; when the second cannot, the first is taken back."""
    made: list[Path] = []
    try:
        for top in ("annexes", "docs"):
            mine = {path: text for path, text in pages.items() if path.startswith(f"{top}/")}
            (root / top).mkdir(exist_ok=True)
            with tempfile.TemporaryDirectory(dir=root / top, prefix=".new-") as scratch:
                for path, text in mine.items():
                    file = Path(scratch, path.removeprefix(f"{top}/"))
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, "utf-8", newline="\n")
                if mine:
                    Path(scratch, slug).rename(root / top / slug)
                    made.append(root / top / slug)
    except BaseException:
        for folder in made:
            shutil.rmtree(folder)
        raise
