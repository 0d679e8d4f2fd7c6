"""Takes back an edition that was published by mistake with its words: what is left in the sources is that it was, when
and why, and which addresses it had."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from clausule.analysis.references import Notes
from clausule.author.freeze import write_whole
from clausule.build.site import Site
from clausule.model.addresses import SEARCH_DATA
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError, find_agreement
from clausule.model.notes import Withdrawal
from clausule.model.notices import EDITION, letter_path, record_path
from clausule.pages.edition.stage import render_edition
from clausule.pages.kit.staging import CONFIG, is_page
from clausule.pages.root.stage import render_root
from clausule.pages.text.leaf import edition_addresses
from clausule.proof.manifest import followed, manifest_sha256
from clausule.read import Repository, read_repository
from clausule.read.lock import LOCK
from clausule.read.signatures import signature_file

_INCLUDE = r"^[ \t]*\{!%s!\}[ \t]*$"
_VERSION = re.compile(r"^(version:[ \t]*)[^\r\n]*", re.M)
_HEAD = re.compile(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?\n?", re.S | re.M)


def remove_words(repository: Repository, agreement: Agreement, edition: Edition, why: str, day: date) -> list[str]:
    """Takes the words of ``edition`` out of the sources, and its hash out of the lock; an edition that includes a file
    of it gets the words of that file. Returns the files that are gone. Raises ``AuthoringError`` where another edition
    would not stay as it is; then nothing is changed."""
    root, folder = repository.root, repository.root / edition.folder
    others = [one for each in repository.agreements for one in each.all_editions if one is not edition]
    mine = {path.relative_to(root).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink()}
    shared = {path for one in others for path in one.files}
    mine |= {path for path in edition.files if path.startswith("annexes/") and path not in shared}
    mine |= _told_of(root, agreement, edition)
    index, lock, record = f"{edition.folder}/index.md", f"docs/{agreement.slug}/{LOCK}", record_path(agreement.slug)
    touched = sorted({path for one in others for path in one.files} - mine | {lock})
    left = Withdrawal(day=day, why=why, is_emptied=True, pages=_addresses(repository, agreement, edition))
    left = replace(left, above=_above(repository, agreement, edition, left))
    head = _head(agreement, edition, left)
    with _whole_or_not(root, [*mine, *touched, record]):
        for path in touched:
            if path != lock:
                _take_over(root, path, mine)
        write_whole(root / lock, _without_hash((root / lock).read_bytes().decode(), edition.version))
        _take_out_notices(root / record, edition.version)
        for path in mine - {index}:
            (root / path).unlink()
        write_whole(root / index, head)
        _check_others(repository, agreement, edition)
    return sorted(mine - {index})


def _told_of(root: Path, agreement: Agreement, edition: Edition) -> set[str]:
    """The files beside ``edition`` that its words can be read or guessed from: its signature, the letters of it."""
    letters = {
        letter_path(agreement.slug, one.of, one.sha256)
        for one in agreement.notices
        if (one.kind, one.of) == (EDITION, edition.version)
    }
    return {path for path in letters | {signature_file(agreement.slug, edition.version)} if (root / path).is_file()}


def _take_out_notices(record: Path, version: str) -> None:
    """Takes the rows of letters of an edition out: each has the hash of a letter that told of its words."""
    if not record.is_file():
        return
    before = record.read_bytes().decode()
    row = rf"^[ \t]*- {EDITION}:[ \t]*[\"']?{re.escape(version)}[\"']?[ \t]*\r?\n(?:(?![ \t]*- )[ \t]+.*\n?)*"
    if (after := re.sub(row, "", before, flags=re.M)) != before:
        write_whole(record, after if re.search(r"^[ \t]*- ", after, re.M) else after.replace("notices:", "notices: []"))


def _addresses(repository: Repository, agreement: Agreement, edition: Edition) -> tuple[str, ...]:
    """Every address within the edition, its files too."""
    book = Site(repository, edition.effective or date.min).book(agreement, edition)
    names = {name for name in render_edition(book) if name not in (CONFIG, SEARCH_DATA)}
    pages = {re.sub(r"(^|/)index$", r"\1", name[:-3]) for name in names if is_page(name)}
    found = {f"{page.rstrip('/')}/" for page in pages if page} | {*edition_addresses(edition)}
    return tuple(sorted((found | {name for name in names if not is_page(name)}) - {""}))


def _above(repository: Repository, agreement: Agreement, edition: Edition, left: Withdrawal) -> tuple[str, ...]:
    """Every address above the editions that the agreement has no more without ``edition``, of which ``left`` is left:
    the history of an article that no other edition has."""
    without = replace(
        agreement,
        editions=tuple(one for one in agreement.editions if one is not edition),
        emptied=(*agreement.emptied, replace(edition, withdrawn=left)),
    )
    before, after = (_root_names(repository, one, left.day) for one in (agreement, without))
    return tuple(sorted(re.sub(r"index\.md$", "", name) for name in before - after))


def _root_names(repository: Repository, agreement: Agreement, day: date) -> set[str]:
    """The files above the editions in the stage, by path below the agreement."""
    notes = {one.name: Notes(one) for one in agreement.editions}
    stage = render_root([agreement], notes, day=day, site_url=repository.settings.site_url)
    start = f"{agreement.slug}/"
    return {name.removeprefix(start) for name in stage if name.startswith(start)}


def _head(agreement: Agreement, edition: Edition, left: Withdrawal) -> str:
    """What is left of the page of the edition: its front matter."""
    named_by = next((one for one in agreement.editions if followed(agreement, one)[1:2] == (edition.version,)), None)
    lines = [
        f'version: "{edition.version}"',
        *([f"effective: {edition.effective.isoformat()}"] if edition.effective else []),
        *([] if edition.numbered else ["numbered: false"]),
        "withdrawn:",
        f"  day: {left.day.isoformat()}",
        f"  why: {json.dumps(left.why, ensure_ascii=False)}",
        "  words: removed",
        # What was frozen next names it, and cannot change.
        *([f"  manifest: {manifest_sha256(agreement, edition)}"] if named_by else []),
        "  pages:",
        *(f"    - {json.dumps(address)}" for address in left.pages),
        *(["  above:"] if left.above else []),
        *(f"    - {json.dumps(address)}" for address in left.above),
    ]
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n"


def _without_hash(lock: str, version: str) -> str:
    return re.sub(rf"^([ \t]*{re.escape(version)}[ \t]+)\S+", r"\1removed", lock, flags=re.M)


def _take_over(root: Path, path: str, mine: set[str]) -> None:
    """Puts the words of a file that goes away where the file at ``path`` includes it."""
    try:
        text = before = (root / path).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return
    for name in sorted(mine):
        pattern = re.compile(_INCLUDE % re.escape(name), re.M)
        if pattern.search(text):
            words = (root / name).read_bytes().decode().rstrip("\r\n")
            if _HEAD.match(text):
                words = _HEAD.sub("", words)
            elif head := _HEAD.match(words):  # these words date from the edition that they lie in now
                here = path.split("/")[-2]
                words = _VERSION.sub(rf'\g<1>"{here}"', head[0], count=1) + words[head.end() :]
            text = pattern.sub(lambda found, words=words: words, text)  # type: ignore[misc]
    if text != before:
        write_whole(root / path, text)


@contextmanager
def _whole_or_not(root: Path, paths: list[str]) -> Iterator[None]:
    """Puts all files back as they were where something goes wrong."""
    before = {path: (root / path).read_bytes() for path in paths if (root / path).is_file()}
    try:
        yield
    except BaseException:
        for path, content in before.items():
            if not (root / path).is_file() or (root / path).read_bytes() != content:
                (root / path).write_bytes(content)
        raise


def _check_others(repository: Repository, agreement: Agreement, edition: Edition) -> None:
    """Every other edition is as it was, with its manifest, and nothing is left of this one."""
    again = read_repository(repository.root)
    told = find_agreement(again.agreements, agreement.slug)
    if edition.version not in {one.version for one in told.emptied}:
        raise AuthoringError("the reason holds signs that cannot be written in the sources. Write it in plain words.")
    if any((one.kind, one.of) == (EDITION, edition.version) for one in told.notices):
        raise AuthoringError(
            f"{record_path(agreement.slug)} tells of letters about {edition.name}, and is not as 'clausule notice' "
            f"writes it. Take their rows out, and try again. Nothing was changed."
        )
    for one in repository.agreements:
        now = find_agreement(again.agreements, one.slug)
        there = {each.version: each for each in now.editions}
        for was in one.editions:
            if was is edition or was.name == edition.name:
                continue
            same = was.version in there and edition_sha256(there[was.version]) == edition_sha256(was)
            if not same or manifest_sha256(now, there[was.version]) != manifest_sha256(one, was):
                raise AuthoringError(
                    f"{was.name} takes words over from {edition.name}, and would not stay as it is without them. Give "
                    f"it those words itself, in place of the include, and try again. Nothing was changed."
                )
