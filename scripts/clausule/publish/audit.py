"""Holds what is published, wherever it is, against what should be there: file by file, by the ids that git gives."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from clausule.model.addresses import EDITION_DATA, MEMORY
from clausule.publish.branch import is_on_its_parent, memory_at, writer_of
from clausule.publish.errors import SiteUnreachable
from clausule.publish.git import Git
from clausule.publish.links import INDEX
from clausule.publish.memory import Memory, read_memory
from clausule.publish.trees import Trees

NOTHING = "nothing"
_AT_ONCE, _SECONDS = 8, 30
_SHOWN = 40
_PURGED = "Purged: "


@dataclass(frozen=True, order=True)
class Difference:
    """At ``path`` (a file, ``history``, or a part of the memory) something else was ``found`` than ``expected``."""

    path: str
    expected: str
    found: str


class Place(Protocol):
    """Where something is published."""

    def read(self, path: str) -> bytes | None:
        """The file at ``path``; nothing where there is none."""

    def paths(self) -> Iterable[str] | None:
        """Every file that is there; nothing where that cannot be seen."""


class OnBranch:
    """What a commit holds. A link, or a commit of another repository, is no file."""

    def __init__(self, trees: Trees, commit: str) -> None:
        self._trees, self._tree = trees, trees.tree_of(commit)

    def read(self, path: str) -> bytes | None:
        node = self._trees.find(self._tree, path)
        return self._trees.read(node.oid) if node and node.is_file else None

    def paths(self) -> Iterable[str]:
        return (path for path, _ in self._trees.files(self._tree))


class InFolder:
    """What a folder holds, as a host would serve it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> bytes | None:
        file = self._folder / path
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None

    def paths(self) -> Iterator[str]:
        for parent, _, names in os.walk(self._folder):
            yield from (Path(parent, name).relative_to(self._folder).as_posix() for name in names)


class AtAddress:
    """What a host serves. Neither what is there besides, nor the history, can be seen from outside."""

    def __init__(self, url: str, wanted: Iterable[str]) -> None:
        self._url = url.rstrip("/") + "/"
        names = list(wanted)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            self._files = dict(zip(names, pool.map(self._fetch, names), strict=True))

    def read(self, path: str) -> bytes | None:
        return self._files.get(path)

    def paths(self) -> None:
        return None

    def _fetch(self, path: str) -> bytes | None:
        address = path[: -len(INDEX)] if path == INDEX or path.endswith(f"/{INDEX}") else path
        request = Request(
            self._url + quote(address), headers={"Accept-Encoding": "identity", "Cache-Control": "no-cache"}
        )
        try:
            with urlopen(request, timeout=_SECONDS) as answer:
                data: bytes = answer.read()
                return data
        except HTTPError as error:
            with error:
                if error.code in (404, 410, 403):
                    return None
            raise SiteUnreachable(self._url + address, f"it answers {error.code}") from error
        except (URLError, OSError, ValueError) as error:
            raise SiteUnreachable(self._url + address, str(getattr(error, "reason", error))) from error


def file_differences(expected: Mapping[str, bytes], place: Place) -> Iterator[Difference]:
    """Where the files of ``place`` are not as ``expected``; and files that are there among ours and should not be. What
    others put beside our folders is theirs."""
    for path, data in expected.items():
        found = place.read(path)
        if found != data:
            yield Difference(path, *_excerpts(data, found))
    folders = {folder for path in expected for folder in _folders(path)}
    for path in place.paths() or ():
        if path not in expected and path != MEMORY and path.rpartition("/")[0] and _folders(path)[0] in folders:
            yield Difference(path, NOTHING, "a file")


def _folders(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def _excerpts(expected: bytes, found: bytes | None) -> tuple[str, str]:
    """The words at the first place where two files differ; of what is no text the beginning of their hashes."""
    if found is None:
        return f"a file of {len(expected)} bytes", NOTHING
    try:
        old, new = expected.decode(), found.decode()
    except UnicodeDecodeError:
        said = [f"{len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()[:12]}" for data in (expected, found)]
        return said[0], said[1]
    pairs = enumerate(zip(old, new, strict=False))
    at = next((number for number, (one, other) in pairs if one != other), min(len(old), len(new)))
    begin = max(0, at - _SHOWN // 2)
    words = [" ".join(text[begin : at + _SHOWN].split()) for text in (old, new)]
    return words[0] or "the end of the file", words[1] or "the end of the file"


def memory_differences(expected: Memory, data: bytes | None) -> Iterator[Difference]:
    """Where the memory is not that of a publisher of the ``expected`` files."""
    if data is None:
        yield Difference(MEMORY, "a file", NOTHING)
        return
    try:
        found = read_memory(data)
    except ValueError as error:
        yield Difference(MEMORY, "a memory as Clausule writes it", str(error))
        return
    if not found.is_whole:
        yield Difference(f"{MEMORY} seal", "a seal that fits", "another")
    if found.root_input != expected.root_input:
        yield Difference(f"{MEMORY} root_input", expected.root_input, found.root_input)
    for name in ("files", "made", "inputs", "parts"):
        yield from _unequal(f"{MEMORY} {name}", getattr(expected, name), getattr(found, name))
    yield from _unequal(f"{MEMORY} holds", expected.origin.holds, found.origin.holds)
    yield from _unequal(f"{MEMORY} memory", json.loads(json.dumps(expected.plan)), found.plan)
    if found.origin.day > expected.origin.day:
        yield Difference(f"{MEMORY} day", f"{expected.origin.day} or before", found.origin.day)


def _unequal(path: str, expected: object, found: object) -> Iterator[Difference]:
    if expected == found:
        return
    if not (isinstance(expected, Mapping) and isinstance(found, Mapping)):
        yield Difference(path, _as_words(expected), _as_words(found))
        return
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            yield from _unequal(f"{path} {name}", expected.get(name, NOTHING), found.get(name, NOTHING))


def _as_words(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def history_differences(
    git: Git, trees: Trees, branch: str, tip: str, remote: str | None, emptied: Iterable[str] = ()
) -> Iterator[Difference]:
    """Where the history of ``branch`` was rewritten or set back: what this machine knows to have been there is there
    still, and each publication stands on the one that it was made on. Of the editions ``emptied`` the words were taken
    away, and may have been purged: then the history begins anew, with a commit that says so."""
    names = [f"refs/remotes/{remote}/{branch}"] if remote else [f"refs/heads/{branch}", f"refs/remotes/*/{branch}"]
    known = git.attempt("for-each-ref", "--format=%(objectname)", *names).stdout.split()
    if not remote:
        known += git.attempt("reflog", "show", "--format=%H", f"refs/heads/{branch}", "--").stdout.split()[:_SHOWN]
    known = [commit for commit in dict.fromkeys(known) if trees.has(commit)]
    purged = _purged(git, trees, tip, known, set(emptied))
    wanted = "".join(f"{commit}\n" for commit in known) + "".join(f"^{commit}\n" for commit in (tip, *purged))
    lost = git.attempt("rev-list", "--stdin", stdin=wanted).stdout.split()
    if lost:
        day = git.attempt("show", "--no-patch", "--format=%ci", lost[0]).stdout.strip()
        yield Difference(
            "history", f"{lost[0][:12]} of {day}, which was published", f"{tip[:12]}, which is not made on top of it"
        )
    commit = writer_of(trees, tip)
    if not is_on_its_parent(trees, commit):
        yield Difference(MEMORY, "a memory that a publication wrote", f"one of another hand ({commit[:12]})")
    commit = tip
    while True:
        parents = trees.parents(commit)
        if not is_on_its_parent(trees, commit, unless_said=True):
            yield Difference("history", f"{commit[:12]} as it was published", "it stands on another commit now")
        if not parents or not trees.has(parents[0]):
            return
        commit = parents[0]


def _purged(git: Git, trees: Trees, tip: str, known: Iterable[str], emptied: set[str]) -> list[str]:
    """Of the commits that are ``known`` those that a purge may leave out, if the history of ``tip`` begins with one: a
    commit that names editions of which the words were taken away, and no others. That are the commit whose pages it
    has, and those on which the words still are."""
    begin = git.attempt("rev-list", "--max-parents=0", tip).stdout.split()
    said = [line.removeprefix(_PURGED) for line in trees.message(begin[0]).splitlines() if line.startswith(_PURGED)]
    if len(begin) != 1 or not said or not emptied.issuperset(said):
        return []
    tree = trees.tree_of(begin[0])
    return [
        commit
        for commit in known
        if trees.tree_of(commit) == tree
        or any(_has_words(trees.text(trees.tree_of(commit), f"{name}/{EDITION_DATA}")) for name in said)
    ]


def _has_words(data: bytes | None) -> bool:
    return data is not None and b'"sha256"' in data


def staying_differences(trees: Trees, branch: str, tip: str, stay: Iterable[str]) -> Iterator[Difference]:
    """Where a comparison that stays as it was is not as it was when it was made: git has that in the history."""
    left = set(stay)
    now = memory_at(trees, branch, tip)
    oldest = {path: now.made.get(path, "") for path in left}
    commit = tip
    while left and (parents := trees.parents(commit)) and trees.has(parents[0]):
        commit = parents[0]
        before = memory_at(trees, branch, commit)
        for path in list(left):
            address = path.removesuffix(INDEX)
            if before.parts.get(address) != now.parts.get(address):
                left.discard(path)
            elif before.is_whole:
                oldest[path] = before.made.get(path, "")
    for path, oid in oldest.items():
        if oid != now.made.get(path, ""):
            yield Difference(path, f"{oid[:12]}, as it was made", now.made.get(path, NOTHING)[:12])
