"""Carries a publication from its branch to a store of objects, and says what a store holds.

What stands there, in the order in which it is written:

1. ``.clausule/files/ID``: each file once, by git's id of its bytes; never overwritten (If-None-Match), so that what a
   killed publisher sent is not sent again.
2. ``.clausule/index.json``: which files the site consists of. This is the one step that publishes: it replaces the
   index that was read (If-Match). Who loses that race has published nothing.
3. The same files at the addresses at which a reader asks for them: first those that are new, which nobody leads to yet,
   then those that change, deep ones before those above them, so that nothing leads to what is not there. Each replaces
   what the publisher saw (If-Match): a slow one cannot write over what a later one wrote, and stops when the index is
   not its own any more. What was killed here is finished by the next run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from pathlib import Path

from clausule.model.addresses import ASSETS, MEMORY
from clausule.publish.audit import NOTHING, Difference
from clausule.publish.git import Git
from clausule.publish.memory import blob_id
from clausule.publish.store import NEW, OWN, Store, tag_of
from clausule.publish.store_errors import StoreBusy, StoreElsewhere, StoreUnreadable
from clausule.publish.trees import Trees

INDEX, FILES = f"{OWN}index.json", f"{OWN}files/"
_FORM = 1
_AT_ONCE, _CHUNK, _ROUNDS = 16, 256, 12
_FOREVER = "public, max-age=31536000, immutable"
_ASKED_AGAIN = "no-cache"  # kept by whoever likes, and asked each time whether it changed


@dataclass(frozen=True, kw_only=True)
class Index:
    """What a store holds: the ``commit`` that was published, of each file by its path git's id and its tag, and the
    paths that earlier publications had and this has not (``gone``)."""

    commit: str = ""
    algorithm: str = "sha1"
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    tag: str = field(default=NEW, compare=False)

    def as_bytes(self) -> bytes:
        values = {
            "clausule": _FORM,
            "commit": self.commit,
            "hash": self.algorithm,
            "files": self.files,
            "gone": sorted(self.gone),
        }
        return json.dumps(values, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What was done: files sent to the store, and addresses written there."""

    files: int
    addresses: int


def read_index(store: Store) -> Index:
    """The index of a store; an empty one where there is none. Raises ``StoreUnreadable``."""
    found = store.get(INDEX)
    if found is None:
        return Index()
    try:
        values = json.loads(found[0])
        if values["clausule"] != _FORM:
            raise ValueError("of another form")
        return Index(
            commit=str(values["commit"]),
            algorithm=str(values["hash"]),
            files={str(path): (str(oid), str(tag)) for path, (oid, tag) in values["files"].items()},
            gone=frozenset(map(str, values["gone"])),
            tag=found[1],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StoreUnreadable(store.address, INDEX) from error


def send(repository: Path, branch: str, commit: str, store: Store, progress: Callable[[str], None]) -> Sent:
    """Makes ``store`` hold what ``commit``, which was published on ``branch``, holds. Raises ``PublishError``."""
    git = Git(repository)
    with Trees(git) as trees, ThreadPoolExecutor(_AT_ONCE) as pool:
        return _Sender(git, trees, pool, store, branch, commit, progress).send()


class _Sender:
    """One call of ``send``."""

    def __init__(
        self,
        git: Git,
        trees: Trees,
        pool: ThreadPoolExecutor,
        store: Store,
        branch: str,
        commit: str,
        progress: Callable[[str], None],
    ) -> None:
        self.git, self.trees, self.pool, self.store = git, trees, pool, store
        self.branch, self.commit, self.progress = branch, commit, progress
        self.nodes = {path: node.oid for path, node in trees.files(trees.tree_of(commit)) if node.is_file}
        self.sent = 0
        self.written: dict[str, str] = {}

    def send(self) -> Sent:
        for _ in range(_ROUNDS):
            index = self._published()
            if index and (index.commit != self.commit or self._is_laid_out(index)):
                return Sent(files=self.sent, addresses=len(self.written))
        raise StoreBusy(self.store.address, _ROUNDS)

    def _published(self) -> Index | None:
        """The index that is there now, ours or a later one that holds ours; None when another was first meanwhile."""
        was = read_index(self.store)
        if was.commit != self.commit and was.commit:
            if self.git.contains(was.commit, self.commit):
                self.progress(f"{self.store.address} holds a later publication, made on top of this one")
                return was
            if not self.git.contains(self.commit, was.commit):
                raise StoreElsewhere(self.store.address, was.commit, self.branch)
        tags = self._send(was)
        files = {path: (oid, tags[oid]) for path, oid in self.nodes.items()}
        if was.commit == self.commit and was.files == files:  # else another hand edited the index
            return was
        gone = (was.gone | was.files.keys()) - files.keys()
        index = Index(commit=self.commit, algorithm=self.git.hash, files=files, gone=gone)
        tag = self.store.put(INDEX, index.as_bytes(), was=was.tag)
        if tag is None:
            self.progress("another publisher was first: nothing is published, starting again from what it published")
            return None
        return replace(index, tag=tag)

    def _send(self, was: Index) -> dict[str, str]:
        """Sends the files that the store lacks, or has otherwise than their name says; returns the tag of each."""
        there = {key.removeprefix(FILES): tag for key, tag in self.store.tags(FILES).items()}
        tags = dict(was.files.values())
        is_told = was.tag == tag_of(was.as_bytes())  # else tags say nothing of what is in an object

        def is_as_sent(oid: str) -> bool:
            return oid in there and (not is_told or there[oid] == tags[oid])

        wanted = sorted({*self.nodes.values()})
        for oids in _chunks([oid for oid in wanted if oid not in tags or not is_as_sent(oid)]):
            data = {oid: self.trees.read(oid) for oid in oids}
            tags |= {oid: tag_of(each) for oid, each in data.items()}
            lacking = [oid for oid in oids if not is_as_sent(oid)]
            put = partial(self._put_file, data, there)
            self.sent += sum(self.pool.map(put, lacking))
            self.progress(f"{self.sent} files sent to {self.store.address}")
        return tags

    def _put_file(self, data: Mapping[str, bytes], there: Mapping[str, str], oid: str) -> bool:
        return self.store.put(FILES + oid, data[oid], was=there.get(oid, NEW), cache=_FOREVER) is not None

    def _is_laid_out(self, index: Index) -> bool:
        """Whether a reader gets at each address what the index says; writes what differs, so that the next look
        finds it."""
        there = {path: tag for path, tag in self.store.tags().items() if not path.startswith(OWN)}
        right = {path: (tag, self.written.get(path, tag)) for path, (_, tag) in index.files.items()}
        todo = [path for path, tags in right.items() if there.get(path) not in tags]
        gone = sorted(index.gone & there.keys())
        if todo:
            self.progress(f"writing {len(todo)} addresses at {self.store.address}")
        for paths in _phases(todo, there):
            if read_index(self.store).tag != index.tag or not self._write(paths, there, index):
                return False
        if gone and read_index(self.store).tag == index.tag:
            self.store.delete(gone)
        return not todo and not gone

    def _write(self, paths: list[str], there: Mapping[str, str], index: Index) -> bool:
        data = {path: self.trees.read(index.files[path][0]) for path in paths}

        def write(path: str) -> str | None:
            return self.store.put(path, data[path], was=there.get(path, NEW), cache=cache_of(path))

        tags = dict(zip(paths, self.pool.map(write, paths), strict=True))
        self.written |= {path: tag for path, tag in tags.items() if tag is not None}
        return None not in tags.values()


def cache_of(path: str) -> str:
    """How long what a reader was given at an address may be used without asking again: for ever where its bytes are
    part of the address."""
    folder, _, rest = path.partition("/")
    return _FOREVER if folder == ASSETS and "/" in rest else _ASKED_AGAIN


def _phases(paths: Iterable[str], there: Mapping[str, str]) -> Iterator[list[str]]:
    """In what order addresses are written: what is new, then what is deep, then what leads there; all of one list
    before the next begins."""

    def rank(path: str) -> tuple[int, int]:
        if path == MEMORY:
            return 2, 0
        return (1, -path.count("/")) if path in there else (0, 0)

    for _, group in groupby(sorted(paths, key=lambda path: (rank(path), path)), rank):
        yield from _chunks([*group])


def _chunks(names: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(names), _CHUNK):
        yield names[start : start + _CHUNK]


class InStore:
    """What a store holds: what a reader is given at each address."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.index = read_index(store)
        self._paths = [path for path in store.tags() if not path.startswith(OWN)]
        self._files = _read_all(store, self._paths)

    def read(self, path: str) -> bytes | None:
        return self._files.get(path)

    def paths(self) -> Iterable[str]:
        return self._paths

    def differences(self) -> Iterator[Difference]:
        """Where the index, the files that it names and what stands at the addresses differ from each other."""
        if not self.index.commit:
            yield Difference(INDEX, "an index that a publication wrote", NOTHING)
        oids = {oid for oid, _ in self.index.files.values()}
        kept = _read_all(self._store, [FILES + oid for oid in oids])
        for oid in sorted(oids):
            yield from self._other(FILES + oid, oid, kept[FILES + oid])
        for path, (oid, _) in sorted(self.index.files.items()):
            yield from self._other(path, oid, self._files.get(path))

    def _other(self, path: str, oid: str, data: bytes | None) -> Iterator[Difference]:
        found = NOTHING if data is None else blob_id(data, self.index.algorithm)[:12]
        if found != oid[:12]:
            yield Difference(path, f"{oid[:12]}, as {INDEX} says", found)


def _read_all(store: Store, keys: list[str]) -> dict[str, bytes | None]:
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(store.get, keys)
        return {key: one[0] if one else None for key, one in zip(keys, found, strict=True)}
