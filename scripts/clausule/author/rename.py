"""Another slug for an agreement: its folders move, the lock tells what it was called, no frozen text changes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from clausule.author.freeze import write_whole
from clausule.model.editions import Agreement
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError, find_agreement
from clausule.model.nodes import Place
from clausule.publish.errors import NotARepository
from clausule.publish.git import Git
from clausule.publish.origin import commit_of_sources
from clausule.read import Repository, read_repository
from clausule.read.folders import is_agreement_name
from clausule.read.lock import LOCK, RENAMED
from clausule.read.settings import SETTINGS
from clausule.read.source import FOLDERS

_HEADER = "# Frozen editions; written by 'clausule freeze'. A line here is never changed.\n"
_TEXTS = (".md", ".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Renamed:
    """The files that were ``written`` because they include or borrow from what moved, and the places that still name
    the old slug and were ``left``: words of a text, which nobody rewords."""

    written: tuple[str, ...]
    left: tuple[Place, ...]


def rename(repository: Repository, agreement: Agreement, new: str) -> Renamed:
    """Moves ``agreement`` to the slug ``new``. Raises ``AuthoringError``, and nothing is changed, when that cannot be
    its name, when sources are in no commit yet, and when a frozen text would not be what it was."""
    root, old = repository.root, agreement.slug
    _check(repository, agreement, new)
    before = {path: (root / path).read_bytes() for path in _texts(root)}
    after = {path: data for path, was in before.items() if (data := pointed(path, was, old, new)) != was}
    lock = f"docs/{old}/{LOCK}"
    locked = (root / lock).read_text("utf-8") if (root / lock).is_file() else _HEADER
    after[lock] = f"{locked.rstrip()}\n{RENAMED} {old} {new}\n".encode()
    try:
        for path, data in after.items():
            write_whole(root / path, data.decode())
        for top in FOLDERS:
            if (root / top / old).is_dir():
                os.rename(root / top / old, root / top / new)
        _check_same(root, agreement, new)
    except BaseException:
        for top in FOLDERS:
            if (root / top / new).is_dir():
                os.rename(root / top / new, root / top / old)
        for path in after:
            if path in before:
                write_whole(root / path, before[path].decode())
        with suppress(FileNotFoundError):
            write_whole(root / lock, locked) if locked != _HEADER else (root / lock).unlink()
        raise
    written = sorted(_moved(path, old, new) for path in after)
    return Renamed(tuple(written), tuple(_left(root, old)))


def _check(repository: Repository, agreement: Agreement, new: str) -> None:
    root, old = repository.root, agreement.slug
    if new == old:
        raise AuthoringError(f"{old} is its name already.")
    if not is_agreement_name(new):
        raise AuthoringError(
            f"'{new}' cannot be the address of an agreement. Use small letters, digits and hyphens, such as "
            f"mijn-bedrijf, and none of the site's own words."
        )
    for one in repository.agreements:
        if one is not agreement and new in one.names:
            raise AuthoringError(
                f"'{new}' was the name of {one.slug}, whose old addresses lead on from there. A name that was used is "
                f"never given to another."
            )
    for top in FOLDERS:
        if os.path.lexists(root / top / new):
            raise AuthoringError(f"{top}/{new} is there already, and was left as it is. Choose another name.")
    with suppress(NotARepository):
        _, uncommitted = commit_of_sources(Git(root), [*FOLDERS, SETTINGS])
        if uncommitted:
            raise AuthoringError(
                f"{uncommitted[0]} is in no commit yet. Commit first, so that the renaming is a commit of its own, and "
                f"git can take it back."
            )


def _check_same(root: Path, agreement: Agreement, new: str) -> None:
    """Every text is what it was, whatever the agreement is called."""
    now = find_agreement(read_repository(root, new, language=agreement.language).agreements, new)
    found = {edition.version: edition_sha256(edition) for edition in now.editions}
    for edition in agreement.editions:
        was = edition_sha256(edition) if edition.version in agreement.lock or edition.recipe != 1 else ""
        if was and found.get(edition.version) != was:
            raise AuthoringError(
                f"{edition.name} would be another text under the name '{new}', so nothing was renamed. See: clausule "
                f"check {agreement.slug}"
            )


def _texts(root: Path) -> Iterator[str]:
    for top in FOLDERS:
        for folder, _, names in os.walk(root / top):
            for name in sorted(names):
                path = Path(folder, name)
                if name.endswith(_TEXTS) and path.is_file() and not path.is_symlink():
                    yield path.relative_to(root).as_posix()


def pointed(path: str, data: bytes, old: str, new: str) -> bytes:
    """``data`` with every include of what moves, and every ``terms_from`` and ``translation_of`` that names it, leading
    to the new name."""
    with suppress(UnicodeDecodeError):
        text = data.decode()
        text = re.sub(rf"(\{{!\s*(?:docs|annexes)/){re.escape(old)}(?=/)", rf"\g<1>{new}", text)
        head = re.match(r"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", text, re.S | re.M)
        if head and path.endswith("index.md"):
            text = _borrowed(head[0], old, new) + text[head.end() :]
        return text.encode()
    return data


def _borrowed(head: str, old: str, new: str) -> str:
    """Front matter whose ``terms_from`` or ``translation_of`` names the new slug: on its own line, in a list, or in
    brackets."""
    name = rf"(?<![\w-]){re.escape(old)}(?=@|[\s\"',\]]|$)"

    def followed(found: re.Match[str]) -> str:
        return re.sub(name, new, found[0])

    return re.sub(r"^(?:terms_from|translation_of):[^\n]*(?:\n[ \t]*- [^\n]*)*", followed, head, flags=re.M)


def _moved(path: str, old: str, new: str) -> str:
    top, _, rest = path.partition("/")
    return f"{top}/{new}/{rest.removeprefix(f'{old}/')}" if rest.startswith(f"{old}/") else path


def _left(root: Path, old: str) -> Iterator[Place]:
    """Where texts and settings still name the old slug in an address."""
    name = re.compile(rf"(?<![\w.-]){re.escape(old)}/")
    for path in (*_texts(root), SETTINGS):
        if not (root / path).is_file():
            continue
        for number, line in enumerate((root / path).read_text("utf-8", "replace").splitlines(), 1):
            yield from (Place(path, number, found.start() + 1) for found in name.finditer(line))
