"""Where what came in went: of each paragraph or line its clause, and what others remarked beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clausule.author.changes import Entry, write_changes
from clausule.author.freeze import front_matter_with, write_whole
from clausule.author.passages import Page, Passage
from clausule.compare.changes import Change
from clausule.model.editions import Agreement, Edition
from clausule.model.lookup import AuthoringError
from clausule.read.importing.document import Comment
from clausule.read.importing.sources import SourceFile
from clausule.read.source import UNWANTED

_HEAD = "# Remarks that came with {name}. They are not published; take each out when it is settled.\n"


@dataclass(frozen=True, slots=True)
class Row:
    """A part of an edition, and the paragraph or line of what came in with which it begins."""

    number: int
    file: str
    id: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """A comment, and the passage beside which it stood, if any."""

    comment: Comment
    passage: Passage | None

    @property
    def at(self) -> str:
        return self.passage.part if self.passage else ""


def rows_of(files: Sequence[SourceFile], pages: Mapping[str, Page]) -> list[Row]:
    """Each part of what came in, in order."""
    found: dict[str, Row] = {}
    for file in files:
        for passage in pages[file.name].passages:
            if passage.part and passage.part not in found:
                found[passage.part] = Row(file.origin(passage.line), file.name, passage.part)
    return list(found.values())


def remarked(comments: Iterable[Comment], files: Sequence[SourceFile], pages: Mapping[str, Page]) -> list[Remarked]:
    """The comments, each with what it is about."""
    all_passages = [(file.origin(one.line), one) for file in files for one in pages[file.name].passages]
    found = []
    for comment in comments:
        exact = [one for number, one in all_passages if number == comment.number]
        before = [one for number, one in sorted(all_passages, key=lambda row: row[0]) if number <= comment.number]
        found.append(Remarked(comment, exact[0] if exact else before[-1] if before and comment.number else None))
    return found


def write_reasons(
    root: Path, agreement: Agreement, edition: Edition, said: Sequence[Remarked]
) -> list[tuple[Entry, str]]:
    """Writes the skeleton of ``changes:`` of ``edition``, with the comments beside what changed as reasons; returns it.
    There is none where ``edition`` is the first, or another text altogether."""
    own = {one.owner: one.id for one in edition.definitions}

    def reason(change: Change) -> str:
        about = [one.comment.words for one in said if one.passage and _is_about(one.passage, change, own)]
        return " ".join(UNWANTED.sub("", words) for words in about)

    try:
        return write_changes(root, agreement, edition, reason)
    except AuthoringError:
        return []


def _is_about(passage: Passage, change: Change, own: Mapping[str, str]) -> bool:
    unit = change.new
    if not unit:
        return False
    ids = {passage.part, *passage.owners[:1], own.get(passage.owners[0] if passage.owners else "", "")}
    return unit.id in ids or (unit.parent == passage.part and unit.text == passage.plain)


def write_remarks(root: Path, edition: Edition, said: Sequence[Remarked], name: str) -> None:
    """Writes the comments into the front matter of ``edition`` as remarks that are not published. ``name`` is that of
    the file that they came with."""
    if not said:
        return
    lines = (f"# - {', '.join(filter(None, (one.at, one.comment.author)))}: {one.comment.words}" for one in said)
    more = _HEAD.format(name=name) + "".join(f"{UNWANTED.sub('', line)}\n" for line in lines)
    path = root / edition.folder / "index.md"
    write_whole(path, front_matter_with(edition, path.read_bytes().decode(), more))
