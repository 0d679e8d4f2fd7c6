"""What an author does to the sources: begin a new edition, freeze a finished one. Nothing is ever overwritten."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from clausule.check import all_rules, check_agreement
from clausule.compare.explanations import edition_before
from clausule.disk.scratch import scratch_folder
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.model.findings import Finding
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError
from clausule.read import Repository
from clausule.read.folders import is_version_name
from clausule.read.frontmatter import NO_DAY, split_front_matter
from clausule.read.includes import read_with_includes
from clausule.read.lock import LOCK
from clausule.read.source import Sources
from clausule.read.sub_processors import list_path

# Of an edition itself, and not of the words that another takes over from it.
_OWN = (
    "version",
    "effective",
    "effective_shown",
    "announced",
    "status",
    "until",
    "withdrawn",
    "numbered",
    "changes",
    "pairs",
)

_HEAD = re.compile(r"---[ \t]*(?P<end>\r?\n)(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_STATUS = re.compile(r"^status:.*\n", re.M)
_EFFECTIVE = re.compile(r"^effective:[^\r\n]*", re.M), re.compile(r"^# *effective:[^\r\n]*", re.M)


def new_edition(root: Path, agreement: Agreement, version: str, source: Edition, effective: date | None) -> list[str]:
    """Writes the folder of a new edition, a concept, whose every page includes that of ``source``.

    Returns the paths written. Raises ``AuthoringError`` when the name is no version or the folder is there already.
    """
    if not is_version_name(version):
        raise AuthoringError(
            f"'{version}' cannot be the address of an edition. Use small letters, digits, points and hyphens, such as "
            f"1.6."
        )
    folder = f"docs/{agreement.slug}/{version}"
    if os.path.lexists(root / folder):
        raise AuthoringError(f"{folder} is there already, and was left as it is. Choose another version.")
    sources = Sources(root)
    pages = {"index.md": _new_index(sources, source, version, effective)}
    for entry in sorted(os.listdir(root / source.folder)):
        if entry.endswith(".md") and entry != "index.md":
            pages[entry] = f"{{!{_origin(sources, f'{source.folder}/{entry}')}!}}\n"
    target = root / folder
    with scratch_folder(".new-", target.parent) as scratch:
        made = scratch / version
        made.mkdir()
        for name, text in pages.items():
            (made / name).write_text(text, "utf-8", newline="\n")
        made.rename(target)
    return [f"{folder}/{name}" for name in pages]


def _origin(sources: Sources, path: str) -> str:
    """The file that really holds the words of ``path``, so that includes never form a chain."""
    document = read_with_includes(sources, path)
    return document.inner_path if document and document.inner_path else path


def _new_index(sources: Sources, source: Edition, version: str, effective: date | None) -> str:
    front = new_front_matter(sources, source, version, effective)
    return f"---\n{front}---\n\n{{!{_origin(sources, f'{source.folder}/index.md')}!}}\n"


def new_front_matter(sources: Sources, source: Edition, version: str, effective: date | None) -> str:
    """The front matter of ``source``, without its rules, with a new version and date.

    Errata and allowances come along, for the words do; when the author mends those, ``check`` says which to take out.
    What changed in ``source`` stays behind.
    """
    head, _ = split_front_matter(sources.lines(f"{source.folder}/index.md") or ())
    kept: list[str] = []
    dropped = False
    for line in head:
        if re.match(r"[^\s#-]", line.text):
            dropped = line.text.split(":")[0].strip("\"'") in _OWN
        if not dropped:
            kept.append(line.text)
    day = f"effective: {effective.isoformat()}" if effective else NO_DAY
    front = f'version: "{version}"\n{day}\nstatus: concept   # take this line out when the text is agreed\n'
    return front + "".join(f"{line}\n" for line in kept)


def front_matter_with(edition: Edition, text: str, more: str) -> str:
    """``text``, the page of ``edition``, with the lines ``more`` at the end of its front matter."""
    head = _head(edition, text)
    lines = head["lines"] if head["lines"].endswith("\n") or not head["lines"] else head["lines"] + head["end"]
    return text[: head.start("lines")] + lines + more.replace("\n", head["end"]) + text[head.end("lines") :]


def _head(edition: Edition, text: str) -> re.Match[str]:
    head = _HEAD.match(text)
    if not head:
        raise AuthoringError(f"{edition.folder}/index.md has no front matter to write in.")
    return head


@contextmanager
def agreed(root: Path, edition: Edition, effective: date) -> Iterator[None]:
    """The front matter of ``edition`` as that of a text that is agreed: with the day, and no concept any more.

    It is put back as it was when what is done in the context fails.
    """
    path = root / edition.folder / "index.md"
    before = path.read_bytes().decode()
    head = _head(edition, before)
    day = f"effective: {effective.isoformat()}"
    lines = _STATUS.sub("", head["lines"])
    line = next((found for pattern in _EFFECTIVE if (found := pattern.search(lines))), None)
    lines = f"{lines[: line.start()]}{day}{lines[line.end() :]}" if line else f"{day}{head['end']}{lines}"
    write_whole(path, before[: head.start("lines")] + lines + before[head.end("lines") :])
    try:
        yield
    except BaseException:
        write_whole(path, before)
        raise


def goes_back(agreement: Agreement, edition: Edition, day: date) -> str:
    """What the author has to look at when ``edition``, which is to be frozen on ``day``, takes the place of a frozen
    one from a day that is past; nothing where that is not so, or where he says when it was made known."""
    before = edition_before(agreement, edition)
    past = edition.effective and edition.effective < day and not edition.announced
    if not past or not before or before.version not in agreement.lock or edition.version in agreement.lock:
        return ""
    return (
        f"{edition.name} applies from {edition.effective}, a day that is past, and does not say when it was made "
        f"known. If that was after that day, write it in {edition.folder}/index.md (announced: {day}): its pages, the "
        f"feed and the page of days then say so."
    )


def freeze(repository: Repository, agreement: Agreement, edition: Edition, day: date) -> str:
    """Records the hash of ``edition`` in the lock and returns it; says so in words when it cannot be.

    Raises ``AuthoringError`` for a concept, for an edition with findings, for one frozen with another text, and for one
    that cannot be published as it is on ``day``: a text that never changes again could never be mended.
    """
    if edition.concept:
        raise AuthoringError(
            f"{edition.name} is a concept. When it is agreed, name the day from which it applies (--effective "
            f"{edition.effective or 'DAY'}), or take 'status: concept' out of {edition.folder}/index.md first."
        )
    sha256 = edition_sha256(edition)
    recorded = agreement.lock.get(edition.version)
    if recorded == sha256:
        return sha256
    if recorded:
        raise AuthoringError(
            f"{edition.name} was frozen with another text ({recorded[:8]}, now {sha256[:8]}). A frozen text does not "
            f"change, nor does its first day: take them back, or begin a new edition (clausule new "
            f"{agreement.slug} VERSION --from {edition.version})."
        )
    severities = all_rules()
    mine = [*repository.findings, *check_agreement(agreement)]
    listing = list_path(agreement.slug, language_of(agreement.language))
    faults = [
        finding
        for finding in mine
        if (concerns(finding, edition) or finding.place.path == listing)  # with it nothing can be published
        and finding.rule != "frozen"
        and not finding.allowed
        and severities[finding.rule].severity != "note"
    ]
    if faults:
        first = min(faults, key=Finding.sort_key)
        raise AuthoringError(
            f"{edition.name} has {len(faults)} finding{'s' if len(faults) > 1 else ''}, the first at {first.place}: "
            f"{first.message}. "
            f"Mend or allow them first (clausule check {agreement.slug})."
        )
    _try(repository, agreement, edition, day)
    path = repository.root / "docs" / agreement.slug / LOCK
    before = (
        path.read_text("utf-8")
        if path.exists()
        else "# Frozen editions; written by 'clausule freeze'. A line here is never changed.\n"
    )
    text = before if before.endswith("\n") or not before else before + "\n"
    write_whole(path, f"{text}{edition.version} v{edition.recipe}-sha256:{sha256}\n")
    return sha256


def _try(repository: Repository, agreement: Agreement, edition: Edition, day: date) -> None:
    from clausule.build.site import BuildError  # what makes pages is loaded when they are made
    from clausule.build.trial import try_edition

    try:
        try_edition(repository, agreement, edition, day)
    except BuildError as error:
        raise AuthoringError(
            f"{edition.name} cannot be published as it is, so it was not frozen: {error}. Mend the text at these "
            f"places; if nothing is wrong with it, this is a fault of the program, and worth a report."
        ) from error


def concerns(finding: Finding, edition: Edition) -> bool:
    """Whether ``finding`` is about the text of ``edition``; a page that was not read is not among its files."""
    path = finding.place.path
    return path in edition.files or path.startswith(f"{edition.folder}/") or finding.rule == "unreadable-file"


def write_whole(path: Path, text: str) -> None:
    """Writes ``path`` so that a crash or a full disk leaves the old file or the new one, never half of one."""
    scratch = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        with open(scratch, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(scratch, path)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
