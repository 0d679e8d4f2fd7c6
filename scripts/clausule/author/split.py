"""An agreement that is one file becomes an edition of as many files as it has parts; no word of it changes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from clausule.author.new_agreement import Wanted, agreement_page
from clausule.disk.scratch import scratch_folder
from clausule.language.own_version import Said
from clausule.language.protocol import Grammar
from clausule.model.lookup import AuthoringError
from clausule.model.similarity import closest
from clausule.read.folders import is_agreement_name, is_version_name
from clausule.read.frontmatter import NO_DAY
from clausule.read.importing.document import Doubt
from clausule.read.importing.encodings import text_in
from clausule.read.importing.raw_lines import RawLine, raw_lines
from clausule.read.importing.sources import SourceFile, out_of_row, source_files, unsaid_annexes
from clausule.read.importing.structure import RawPart, notes_where_used, parts_of_agreement
from clausule.read.importing.titles import title_first, with_titles
from clausule.read.source import MOST_BYTES

MARKDOWN = (".md", ".markdown")
_FRONT = re.compile(r"---[ \t]*\n(?P<keys>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_NEAR_HEAD = 4  # lines in which an annex says which version it is
_LETTERS = re.compile(r"[^\W_]")
OTHER_WORDS = (
    "the files would not hold the same words, so nothing was written. That is a fault of Clausule: please report it. "
    "Meanwhile save it as plain text (.txt), and bring that in."
)
"""What is said of a file whose words would not all come in, in their order."""


@dataclass(frozen=True, slots=True)
class Split:
    """What was written: the folder of the edition, its files, other paths, and how many letters and digits went in;
    ``moved`` where some stand elsewhere than they did."""

    folder: str
    files: list[SourceFile]
    others: list[str]
    letters: int
    moved: bool = False


def split(root: Path, file: Path, wanted: Wanted, effective: date | None) -> Split:
    """Writes the agreement in ``file`` (Markdown by its name, else plain text) as the edition that ``wanted`` names;
    ``file`` can be the index.md of that edition. An agreement that is not there yet begins with it, as a concept.

    Raises ``AuthoringError``, and writes nothing, when ``file`` cannot be read or holds no articles, when the edition
    has other files already, when two parts have one number, or when the files would not say the same.
    """
    check_names(wanted)
    own = file.resolve() == (root / f"docs/{wanted.slug}/{wanted.version}/index.md").resolve()
    text = text_file(file)
    there = (root / f"docs/{wanted.slug}/index.md").exists()
    wanted = wanted if own or there else wanted.reading(line.words for line in text.lines)
    divided = divide(str(file), text, wanted, effective)
    return write_edition(root, divided, wanted, over=["index.md"] if own else [])


@dataclass(frozen=True, slots=True)
class Lines:
    """An agreement as lines, of ``markdown`` or plain. ``front`` is the front matter that it brings along."""

    lines: Sequence[RawLine]
    markdown: bool = True
    front: str = ""


@dataclass(frozen=True, slots=True)
class Divided:
    """An agreement as the files of an edition, and how many letters and digits it has; ``doubts`` are about where its
    parts begin. ``moved``: a letterhead or a footnote stands elsewhere than it did."""

    files: list[SourceFile]
    letters: int
    doubts: list[Doubt] = field(default_factory=list)
    moved: bool = False


def text_file(file: Path) -> Lines:
    """The agreement in a file of Markdown or plain text. Raises ``AuthoringError`` when it cannot be read."""
    text = _text_of(file)
    markdown = file.suffix.lower() in MARKDOWN
    head = _FRONT.match(text) if markdown else None
    lines = raw_lines(text, markdown)[text[: head.end()].count("\n") if head else 0 :]
    return Lines(lines, markdown, head["keys"] if head else "")


def divide(shown: str, text: Lines, wanted: Wanted, effective: date | None) -> Divided:
    """An agreement as the files of an edition. ``shown`` is what messages call it.

    Raises ``AuthoringError`` when there are no articles, when two parts have one number, or when the files would not
    say the same.
    """
    grammar, lines = wanted.words.grammar, text.lines
    front = text.front or front_matter(wanted.version, effective)
    parts = notes_where_used(parts_of_agreement(with_titles(lines, grammar), grammar, plain=not text.markdown))
    head, letterhead = title_first(parts[0].lines, wanted.words.references.is_document)
    parts[0] = replace(parts[0], lines=head)
    if len(parts) < 2:
        raise AuthoringError(
            f"{shown}: no articles were found, so there is nothing to divide. A heading of an article stands on a "
            f"line of its own, such as '# {grammar.ARTICLE_EXAMPLE}', or '# 7. ...' with clauses 7.1, 7.2 under it."
        )
    try:
        files = source_files(parts, grammar, version=wanted.version, front=front, markdown=text.markdown)
    except ValueError as error:
        raise AuthoringError(f"{shown}: {error}") from error
    before = letters_of(line.text for line in lines)
    in_order = letters_of(line.text for part in parts for line in part.all_lines)
    if sorted(before) != sorted(in_order) or in_order != letters_of(one.body for one in files):
        raise AuthoringError(f"{shown}: {OTHER_WORDS}")
    own = wanted.words.own_version.said
    files = [_with_own_version(one, part, grammar, own) for one, part in zip(files, parts, strict=True)]
    return Divided(files, len(before), [*letterhead, *_unsaid(files[0], parts, wanted)], before != in_order)


def _unsaid(first: SourceFile, parts: Sequence[RawPart], wanted: Wanted) -> Iterator[Doubt]:
    """What a reader looks for and the text does not say: what the agreement is called, where an annex begins, and which
    article it is whose number is out of the row."""
    if not wanted.title and not first.body.startswith("# "):
        page = f"docs/{wanted.slug}/index.md"
        yield Doubt(first.begin, f"no title stands above the text; {page} has the name of the agreement")
    for line in unsaid_annexes(parts):
        yield Doubt(line.number, f"an annex may begin above this, and no line says so: {line.words}")
    for part, line in out_of_row(parts, wanted.words.grammar):
        within = part.heading.words if part.heading and part.heading is not line else ""
        stands = f", so it stands as words of '{within}'" if within else ""
        yield Doubt(line.number, f"out of the row of articles{stands}: {line.words}")


def _with_own_version(
    file: SourceFile, part: RawPart, grammar: Grammar, own: Callable[[str, bool], Iterable[Said]]
) -> SourceFile:
    """The file of a part; of an annex that gives itself one version near its head, as the text of that version."""
    if part.kind != "annex" or not part.heading:
        return file
    heading = grammar.ANNEX_HEADING.fullmatch(part.heading.words)
    lines = [heading["title"] if heading else "", *[line.words for line in part.lines if line.words][:_NEAR_HEAD]]
    found = [said for line in lines for said in own(re.sub(r"\*\*|\\", "", line), True)]
    versions = {said.version.lower() for said in found if said.version}
    days = {(said.year, said.month, said.day) for said in found if said.year and said.month and said.day}
    if len(versions) != 1 or not is_version_name(version := versions.pop()):
        return file
    day = days.pop() if len(days) == 1 else None
    effective = f"effective: {day[0]:04}-{day[1]:02}-{day[2]:02}\n" if day else ""
    return replace(file, version=version, front=f'version: "{version}"\n{effective}')


def pages_of_edition(came: Divided, folder: str) -> dict[str, str]:
    """The sources of an edition in ``folder``, by their paths: an annex with a version of its own is a text beside it
    that it includes."""
    pages: dict[str, str] = {}
    for one in came.files:
        if one.version:
            annex = f"annexes/{folder.split('/')[1]}/{one.name.removesuffix('.md')}/{one.version}.md"
            pages |= {annex: one.text, f"{folder}/{one.name}": f"{{!{annex}!}}\n"}
        else:
            pages[f"{folder}/{one.name}"] = one.text
    return pages


def write_edition(root: Path, came: Divided, wanted: Wanted, over: Sequence[str] = ()) -> Split:
    """Writes an agreement that came in as an edition; files called ``over`` may be there already.

    Raises ``AuthoringError``, and writes nothing, when the edition has other files already.
    """
    folder = f"docs/{wanted.slug}/{wanted.version}"
    taken = [name for name in _names(root / folder) if name not in over]
    if taken:
        raise AuthoringError(f"{folder} has {taken[0]} already. Nothing was written; choose another --version.")
    files = came.files
    others = {}
    if not os.path.lexists(root / f"docs/{wanted.slug}/index.md"):
        first = files[0].body.split("\n")[0]
        title = wanted.title or (first.removeprefix("# ") if first[:2] == "# " else wanted.slug)
        others[f"docs/{wanted.slug}/index.md"] = agreement_page(replace(wanted, title=title))
    pages = pages_of_edition(came, folder)
    annexes = [path for path in pages if not path.startswith(f"{folder}/")]
    if there := next((path for path in annexes if os.path.lexists(root / path)), ""):
        raise AuthoringError(f"{there} is there already. Nothing was written; choose another --version.")
    write_pages(root, others | pages)
    return Split(folder, files, [*others, *annexes], came.letters, came.moved)


def check_names(wanted: Wanted) -> None:
    """Raises ``AuthoringError`` when agreement or version cannot be an address."""
    check_slug(wanted.slug)
    if not is_version_name(wanted.version):
        raise AuthoringError(f"'{wanted.version}' cannot be the address of an edition. Use one such as 1.5.")


def check_slug(slug: str) -> None:
    """Raises ``AuthoringError`` when an agreement cannot have this address."""
    if not is_agreement_name(slug):
        raise AuthoringError(f"'{slug}' cannot be the address of an agreement. Use small letters, digits and hyphens.")


def edition_of(root: Path, file: Path) -> tuple[str, str]:
    """The agreement and the version of which ``file`` is the index.md; empty where it is none."""
    try:
        names = file.resolve().relative_to(root.resolve()).parts
    except ValueError:
        return "", ""
    return (names[1], names[2]) if len(names) == 4 and names[0] == "docs" and names[3] == "index.md" else ("", "")


def front_matter(version: str, effective: date | None) -> str:
    """That of the index.md of an edition that comes in: a concept."""
    day = f"effective: {effective.isoformat()}" if effective else NO_DAY
    return f'version: "{version}"\n{day}\nstatus: concept   # take this line out when the text is agreed\n'


def unreadable(file: Path, error: OSError) -> str:
    """Why ``file`` cannot be read, and, where it is not there, how it is to be named."""
    where = _where(file) if isinstance(error, FileNotFoundError) else ""
    return f"{file} cannot be read: {error.strerror}.{where}"


def _where(file: Path) -> str:
    """The file beside it that was meant, if there is one; else how one in another folder is named."""
    near = closest(file.name, [one for one in _names(file.parent) if not one.startswith(".")])
    return f" Did you mean {file.with_name(near)}?" if near else f" Name it with its folder, such as ../{file.name}."


def _text_of(file: Path) -> str:
    """The text of a file, whatever the usual encoding: UTF-8, UTF-16 with its mark, else that of Windows (cp1252)."""
    check_is_file(file)
    try:
        data = file.read_bytes() if file.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        raise AuthoringError(unreadable(file, error)) from error
    if data is None:
        raise AuthoringError(
            f"{file} is larger than {MOST_BYTES // 1_000_000} MB, and no agreement is. Take out what is no text."
        )
    text = text_in(data)
    if text is not None:
        return text
    raise AuthoringError(f"{file} is no text. Save the agreement as Markdown or as plain text (UTF-8).")


def check_is_file(file: Path) -> None:
    """Raises ``AuthoringError`` for a folder, and for what never ends or waits for somebody to write: a device, a
    pipe."""
    if file.exists() and not file.is_file():
        raise AuthoringError(f"{file} is a folder or a device, and no file. Name the file of the agreement.")


def letters_of(texts: Iterable[str]) -> list[str]:
    """The letters and digits of texts, in order: what no change of form may touch."""
    return _LETTERS.findall("\n".join(texts))


def _names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder)) if folder.is_dir() else []


def write_pages(root: Path, pages: dict[str, str]) -> None:
    """Each file comes into being whole, index.md last; when one cannot, those that were not there are taken back."""
    made: list[Path] = []
    try:
        for path, text in sorted(pages.items(), key=lambda page: page[0].endswith("index.md")):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with scratch_folder(".new-", target.parent) as scratch:
                file = scratch / target.name
                file.write_text(text, "utf-8", newline="\n")
                made += [] if target.exists() else [target]
                file.replace(target)
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise
