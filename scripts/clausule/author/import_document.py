"""A document of a firm (Word, PDF, a page of the web, text) becomes an edition; of its words nothing changes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from clausule.author.changes import Entry
from clausule.author.declared_kinds import declare_kinds
from clausule.author.drafted_rows import Drafted, draft_rows
from clausule.author.new_agreement import Wanted
from clausule.author.next_edition import Next, edition_to_follow, write_next
from clausule.author.own_words import Taken, own_words, with_own_annexes
from clausule.author.passages import pages_of
from clausule.author.placed import Remarked, Row, remarked, rows_of, write_reasons, write_remarks
from clausule.author.proposals import Proposals, propose, write_proposals
from clausule.author.split import (
    OTHER_WORDS,
    Divided,
    Lines,
    Split,
    check_is_file,
    check_names,
    check_slug,
    divide,
    front_matter,
    letters_of,
    text_file,
    unreadable,
    write_edition,
)
from clausule.language.language import Language
from clausule.model.addresses import EDITION_DATA
from clausule.model.editions import Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError, find_agreement, find_edition
from clausule.read import read_repository
from clausule.read.importing.breaks import settle_breaks
from clausule.read.importing.broken import settle_broken
from clausule.read.importing.bullets import bullets_in_front, odd_bullet
from clausule.read.importing.document import Block, Comment, Document, Doubt, Dropped, Grid, NoDocument, lines_of
from clausule.read.importing.encodings import text_in
from clausule.read.importing.hanging import with_hung_marks
from clausule.read.importing.html_in_markdown import without_html
from clausule.read.importing.kinds import kind_of
from clausule.read.importing.layout import settle_layout
from clausule.read.importing.own_data import OwnData, own_data
from clausule.read.importing.own_markdown import is_part_comment, own_front, own_markdown
from clausule.read.importing.pandoc import is_pandoc, without_pandoc
from clausule.read.importing.pdf.contents import contents_among
from clausule.read.importing.pdf.read import read_pdf
from clausule.read.importing.quoted import without_quotes
from clausule.read.importing.raw_lines import RawLine
from clausule.read.importing.saved_text import is_saved, read_saved
from clausule.read.importing.spaces import with_odd_spaces
from clausule.read.importing.tables import settle_tables
from clausule.read.importing.taken_text import is_broken, taken_text
from clausule.read.importing.typed_marks import settle_marks
from clausule.read.importing.unseen import without_layout
from clausule.read.importing.web import read_web
from clausule.read.importing.word import Tracked, read_word
from clausule.read.importing.wrapped import whole
from clausule.read.source import Sources

MOST_BYTES = 50_000_000
_ADDRESS = re.compile(r"(?<!\\)\]\((?:https?:|mailto:)(?:[^()\s]|\([^()\s]*\))+\)")
_MOST_CELLS = 200_000
_ATTRIBUTES = re.compile(r"\s*\{(?:[#.][\w.:-]+|[\w-]+=\S+?|-)(?:\s+(?:[#.][\w.:-]+|[\w-]+=\S+?|-))*\}\s*$")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came in: the lines of an agreement, what of the document is none of them, and what others remarked in it.
    ``unit`` is what their numbers count, ``places`` where they are, if they count nothing that a reader sees. ``own``
    is what a file of our own says beside its words; ``data`` is the edition, where it is data of our own: then there
    are no lines."""

    text: Lines
    unit: str
    dropped: list[Dropped] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    data: OwnData | None = None

    def place(self, number: int) -> str:
        """Where a number is, for a reader."""
        return self.places.get(number, f"{self.unit} {number}") if number else "its properties"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in: the edition that was written, what it was made of (``came``), and ``rows``: of each part of the
    edition where it begins.

    Where it follows another (``follows``), ``next`` says what became of each page, and ``entries`` are those that were
    written into ``changes:``, each with what happened. ``said`` are comments, with what they are about, and ``taken``
    is what was not asked for and stands in the text: its version, and its day. ``proposals`` stand in comments,
    ``kinds`` are those that annexes were given, and ``drafted`` are rows of the list of sub-processors.
    """

    split: Split
    came: Incoming
    rows: list[Row]
    said: list[Remarked]
    edition: Edition
    taken: list[Taken]
    proposals: Proposals
    kinds: dict[str, str]
    drafted: Drafted | None
    follows: Edition | None = None
    next: Next | None = None
    entries: list[tuple[Entry, str]] = field(default_factory=list)

    @property
    def is_same(self) -> bool | None:
        """Whether it has the hash of the data of our own that it was made from; None where it was made from another
        file."""
        return same_as_own(self.edition, self.came.data) if self.came.data else None

    @property
    def page(self) -> str:
        """The page with the front matter of the edition."""
        return f"{self.edition.folder}/index.md"


def import_document(
    root: Path,
    file: Path,
    wanted: Wanted,
    effective: date | None,
    tracked: Tracked | None = None,
    follows: str = "",
) -> Imported:
    """Writes the agreement in ``file`` as the edition that ``wanted`` names, as a concept: the first of an agreement,
    or the next of one that is there, after the edition ``follows`` (default: the last one).

    Raises ``AuthoringError``, and writes nothing, when the file cannot be read, is of a kind that cannot come in, holds
    no articles, or when the files would not say the same as it.
    """
    check_slug(wanted.slug)
    found = read_repository(root, wanted.slug).agreements if (root / f"docs/{wanted.slug}/index.md").exists() else ()
    agreement = next((one for one in found if one.editions), None)
    if follows and not agreement:
        raise AuthoringError(f"{wanted.slug} has no edition '{follows}': there is none at all. Leave --from out.")
    source = None
    if agreement:
        source = find_edition(agreement, follows) if follows else edition_to_follow(agreement)
        wanted = replace(wanted, language=agreement.language, title=agreement.title)
    came = read_document(file, wanted.words, tracked)
    read = wanted if agreement or came.data else wanted.reading(line.words for line in came.text.lines)
    if read != wanted:
        wanted, came = read, read_document(file, read.words, tracked)
    wanted, effective, taken = _with_own_words(str(file), came, wanted, effective, source)
    check_names(wanted)
    divided = _of_data(came.data, wanted, effective) if came.data else divide(str(file), came.text, wanted, effective)
    divided = replace(divided, files=with_own_annexes(divided.files, came.own, wanted.words.grammar.ANNEX))
    came = replace(came, doubts=sorted([*came.doubts, *divided.doubts], key=lambda one: one.number))
    if agreement and source:
        next_ = write_next(root, agreement, source, divided, wanted.version, effective)
        done, pages = Split(next_.folder, divided.files, next_.others, divided.letters, divided.moved), next_.came
    else:
        next_, done, pages = None, write_edition(root, divided, wanted), None
    agreement = find_agreement(read_repository(root, wanted.slug).agreements, wanted.slug)
    edition = find_edition(agreement, wanted.version)
    pages = pages or pages_of(Sources(root), edition, [one.name for one in done.files])
    said = remarked(came.comments, done.files, pages)
    entries = write_reasons(root, agreement, edition, said) if source else []
    write_remarks(root, edition, said, file.name)
    proposals = propose(agreement, edition)
    write_proposals(root, agreement, edition, proposals, begun=bool(done.others) and source is None)
    came_new = next_.new if next_ else [one.name for one in done.files]
    kinds = {} if came.data else declare_kinds(root, edition, came_new)
    drafted = draft_rows(root, edition)
    rows = [] if came.data else rows_of(done.files, pages)
    return Imported(done, came, rows, said, edition, taken, proposals, kinds, drafted, source, next_, entries)


def _with_own_words(
    shown: str, came: Incoming, wanted: Wanted, effective: date | None, source: Edition | None
) -> tuple[Wanted, date | None, list[Taken]]:
    """What is wanted, with the version and the day that the text gives itself, where nobody gave one; and those. The
    day of the edition that it follows (``source``) is no day of its own."""
    if came.data:
        version = wanted.version or came.data.version
        same = effective is None and version == came.data.version
        title = wanted.title or str(came.data.values.get("title", ""))
        return replace(wanted, version=version, title=title), came.data.effective if same else effective, []
    own = own_words(came.text, wanted.words, came.own)
    taken = [] if wanted.version else [own.version(shown)]
    wanted = replace(wanted, version=taken[0].value) if taken else wanted
    day = own.day() if effective is None else None
    if day and not (source and source.effective and day.value == source.effective.isoformat()):
        effective = date.fromisoformat(day.value)
        taken.append(day)
    return wanted, effective, taken


def _of_data(own: OwnData, wanted: Wanted, effective: date | None) -> Divided:
    files = own.files(wanted.words.grammar, wanted.version, front_matter(wanted.version, effective))
    return Divided(files, len(letters_of(one.body for one in files)))


def same_as_own(edition: Edition, own: OwnData) -> bool:
    """Whether an edition says what the data says that it was made from: by the hash in it, and its recipe."""
    same = replace(edition, recipe=own.recipe, frozen_as=own.agreement)
    return edition_sha256(same) == own.sha256


def read_document(file: Path, language: Language, tracked: Tracked | None = None) -> Incoming:
    """The agreement in ``file``. Raises ``AuthoringError`` when it cannot be read, is of a kind that cannot come in, or
    when the lines would not say the same as it."""
    data = _bytes_of(file)
    kind = kind_of(file, data)
    if kind == "text":
        text = text_file(file)
        if text.markdown:
            if own := own_markdown(_text_of(file, data), language.grammar):
                return Incoming(Lines([]), "line", data=own)
            return _of_markdown(text, language)
        lines, unseen = without_layout(text.lines)
        came = _of_plain(lines, file, language)
        return replace(came, dropped=[*came.dropped, *unseen])
    if kind == "json":
        return Incoming(Lines([]), "data", places={1: EDITION_DATA}, data=own_data(data, str(file)))
    document = _document_of(kind, data, file, language, tracked)
    if document.data:
        if data_in_it := _own_as_shown(document, str(file)):
            return Incoming(Lines([]), "data", places={1: f"{EDITION_DATA} in {file.name}"}, data=data_in_it)
        document.doubts.append(Doubt(1, f"{EDITION_DATA} in this file says other words than it shows: it was left out"))
    if kind == "web":
        settle_broken(document, language.grammar)
    if kind != "pdf":
        settle_breaks(document, language.grammar)
        settle_layout(document, language)
        settle_marks(document, language.grammar)
    return _of_document(document, "paragraph", file, language)


def _of_plain(lines: Sequence[RawLine], file: Path, language: Language) -> Incoming:
    """A plain text: saved by a word processor, taken from pages, or typed."""
    lines, around, doubts = without_quotes(lines)
    lines = with_hung_marks(lines, language.grammar)
    if is_saved(lines):
        came = _of_document(read_saved(lines, language.grammar), "line", file, language)
        return replace(came, dropped=[*around, *came.dropped], doubts=[*doubts, *came.doubts])
    bullet = odd_bullet(lines)
    marked, seen = bullets_in_front(lines, bullet)
    mended = with_odd_spaces(whole(marked, language.grammar, [*doubts, *seen]), language)
    mended = replace(mended, dropped=[*around, *mended.dropped])
    if bullet or mended.dropped or is_broken(mended.lines):
        return _of_document(taken_text(mended, bullet, language.grammar), "line", file, language)
    return Incoming(Lines(mended.lines, markdown=False), "line", mended.dropped, doubts=mended.doubts)


def _of_document(document: Document, unit: str, file: Path, language: Language) -> Incoming:
    """The lines of a document, without its table of contents."""
    if not any(letters_of(document.words)):
        raise NoDocument(f"{file} shows no words: they may be in pictures. Have a program recognise them (OCR).")
    if sum(len(one.rows) * max(map(len, one.rows)) for one in document.blocks if isinstance(one, Grid)) > _MOST_CELLS:
        raise NoDocument(f"{file} has tables of more than {_MOST_CELLS:,} cells, and no agreement has. Take them out.")
    _drop_heading_of_contents(document, language.grammar.CONTENTS_HEADING.fullmatch)
    _drop_typed_contents(document, language)
    settle_tables(document, language)
    lines = lines_of(document)
    came, goes = letters_of(document.words), letters_of(_shown(line.text) for line in lines)
    if sorted(came) != sorted(goes):
        raise AuthoringError(f"{file}: {OTHER_WORDS}")
    return Incoming(
        Lines(lines),
        unit,
        document.dropped,
        document.comments,
        document.places,
        document.doubts,
        document.own,
    )


def _of_markdown(text: Lines, language: Language) -> Incoming:
    """Markdown of any kind; of our own whose parts somebody named otherwise, that is left out which is no word."""
    own = own_front(text.front)
    if not own and is_pandoc(text.lines, text.front):
        plain = without_pandoc(text.lines, text.front)
        front = "" if plain.own else text.front
        lines, dropped = without_html(plain.lines, language.grammar)
        return Incoming(replace(text, lines=lines, front=front), "line", [*plain.dropped, *dropped], own=plain.own)
    if not own:
        lines, dropped = without_html([_without_attributes(line) for line in text.lines], language.grammar)
        return Incoming(replace(text, lines=lines), "line", dropped)
    lines = [RawLine("", line.number) if is_part_comment(line.text) else line for line in text.lines]
    return Incoming(replace(text, lines=lines, front=""), "line", own=own)


def _without_attributes(line: RawLine) -> RawLine:
    """A heading without what pandoc writes behind it for a page of the web: ``{#security .unnumbered}``."""
    bare = _ATTRIBUTES.sub("", line.text) if line.level else line.text
    return line if bare == line.text else replace(line, text=bare, words=_ATTRIBUTES.sub("", line.words))


def _own_as_shown(document: Document, shown: str) -> OwnData | None:
    """Our own data in a document, where the document shows each text of it; what is seen counts, and not what is in a
    file beside it."""
    try:
        own = own_data(document.data.encode(), shown)
    except NoDocument:
        return None
    seen = "".join(letters_of(document.words))
    return own if all("".join(letters_of([text])) in seen for text in own.texts()) else None


def _document_of(kind: str, data: bytes, file: Path, language: Language, tracked: Tracked | None) -> Document:
    match kind:
        case "word":
            return read_word(data, str(file), tracked)
        case "pdf":
            return read_pdf(data, str(file), language.grammar)
        case _:
            return read_web(_text_of(file, data), str(file))


def _shown(line: str) -> str:
    """A line of Markdown without what our own writing of it adds: breaks in cells, where footnotes are, and addresses
    of links."""
    return _NOTE.sub("", _ADDRESS.sub("]", line.replace("<br>", " ")))


def _drop_heading_of_contents(document: Document, is_heading: Callable[[str], object]) -> None:
    """The heading of a table of contents goes with it."""
    at = document.contents
    above = document.blocks[at - 1] if at else None
    if at and isinstance(above, Block) and is_heading(above.words.strip()):
        document.dropped.append(Dropped("contents", above.words.strip()))
        del document.blocks[at - 1]


def _drop_typed_contents(document: Document, language: Language) -> None:
    """A table of contents that somebody typed, and no program made."""
    texts = [block.words.strip() if isinstance(block, Block) else "" for block in document.blocks]
    gone = contents_among(texts, language.grammar)
    document.dropped += [Dropped("contents", " ".join(texts[at].split())) for at in sorted(gone)]
    document.blocks = [block for at, block in enumerate(document.blocks) if at not in gone]


def _bytes_of(file: Path) -> bytes:
    check_is_file(file)
    try:
        if file.stat().st_size > MOST_BYTES:
            raise NoDocument(
                f"{file} is larger than {MOST_BYTES // 1_000_000} MB. Take its pictures out, and import what is left."
            )
        data = file.read_bytes()
    except OSError as error:
        raise NoDocument(unreadable(file, error)) from error
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise NoDocument(f"{file} is empty: there is nothing to import.")
    return data


def _text_of(file: Path, data: bytes) -> str:
    text = text_in(data)
    if text is None:
        raise NoDocument(f"{file} is no text. Save the page anew, as UTF-8.")
    return text


def dropped_by_kind(dropped: Iterable[Dropped]) -> dict[str, list[str]]:
    """What was left out, by what it is."""
    found: dict[str, list[str]] = {}
    for one in dropped:
        found.setdefault(one.what, []).append(one.words)
    return found
