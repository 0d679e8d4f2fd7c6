"""Tampers with a published branch at random, and holds ``verify``, ``publish`` and ``check`` against it.

Each round draws its own tamperings from the seed, one or several together: a letter in a page, in data, in a script or
in a manifest, a file or an edition taken away, an edition forged with all that proves it, the memory changed (with and
without a seal that fits, and so that it fits what was changed besides), a list of editions, a history that was rolled
back or written anew. Of each it asks three things: ``verify`` finds it; ``publish`` puts back what was there or
refuses, and spreads nothing; ``check`` finds no fault in the sources.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clausule.build.expected import Expected, expected_site
from clausule.build.known import as_frozen, known_editions
from clausule.build.known import sealed as sealed_plan
from clausule.build.plan import make_plan
from clausule.build.sources import read_sources
from clausule.check import check
from clausule.publish.audit import (
    Difference,
    OnBranch,
    file_differences,
    history_differences,
    memory_differences,
    staying_differences,
)
from clausule.publish.branch import read_branch
from clausule.publish.errors import PublishError
from clausule.publish.git import Git
from clausule.publish.memory import sealed
from clausule.publish.publisher import publish, recall
from clausule.publish.trees import Trees
from clausule.report.findings import is_clean
from soak.sources import DAY, begin, write_edition

MEMORY = ".clausule.json"
TOP = "refs/heads/gh-pages"


class Soak:
    """A published site in ``root``, and what became of it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.session, self.random = begin(root), random.Random(seed)
        self.root, self.git = root, Git(root)
        for number in range(3):
            write_edition(self.session, number)
            self.publish()
        self.good = self.git.run("rev-parse", TOP)
        self.files = self._files(self.good)
        with Trees(self.git) as trees:
            published = read_branch(self.git, trees, "gh-pages", self.good)
            plan = make_plan(read_sources(root), DAY)
            self.expected: Expected = expected_site(plan, published, trees, self.git.hash, lambda words: None)
        assert self.differences() == []

    def publish(self) -> None:
        recalled = recall(self.root)
        known = as_frozen(self.root, known_editions(self.root, recalled.memory, recalled.before))
        plan = make_plan(read_sources(self.root, records=known), DAY, recalled.file)
        publish(self.root, plan, progress=lambda words: None)

    def differences(self) -> list[Difference]:
        tip = self.git.run("rev-parse", TOP)
        with Trees(self.git) as trees:
            place = OnBranch(trees, tip)
            found = [*file_differences(self.expected.files, place)]
            found += memory_differences(self.expected.memory, place.read(MEMORY))
            found += staying_differences(trees, "gh-pages", tip, self.expected.stay)
            return [*found, *history_differences(self.git, trees, "gh-pages", tip, None)]

    def _files(self, commit: str) -> dict[str, str]:
        rows = (row.split("\t") for row in self.git.run("ls-tree", "-r", "-z", commit).split("\0") if row)
        return {path: head.split()[2] for head, path in rows if path != MEMORY}

    def round(self) -> str:
        """One round; says what was done. Raises ``AssertionError`` for a fault."""
        self.session.git("reflog", "expire", "--expire=now", "--all")
        self.git.run("update-ref", TOP, f"{self.good}^")
        self.git.run("update-ref", TOP, self.good)
        kinds = self.random.sample(TAMPERINGS, self.random.choice((1, 1, 1, 2, 3)))
        for kind in kinds:
            kind(self)
        done = ", ".join(kind.__name__ for kind in kinds)
        if self.random.random() < 0.3 and not {rolled_back, rewritten} & set(kinds):
            fitting_memory(self)
            done += ", fitting_memory"
        tampered = self.git.run("rev-parse", TOP)
        if self._raw(tampered) == self._raw(self.good) and not {rolled_back, rewritten} & set(kinds):
            return f"{done}: nothing changed"
        assert self.differences(), f"verify found nothing: {done}"
        assert is_clean(check(read_sources(self.root))), f"check blames the sources: {done}"
        try:
            self.publish()
        except PublishError as error:
            assert self.git.run("rev-parse", TOP) == tampered and "\n" not in str(error)
            return f"{done}: refused: {error}"
        # What others put beside our folders is theirs, and stays where it is.
        theirs = self._files(tampered).keys() - self.files.keys()
        after = self._files(self.git.run("rev-parse", TOP))
        assert after.keys() <= self.files.keys() | theirs, f"publish spread it: {done}"
        assert {path: after.get(path) for path in self.files} == self.files, f"publish left or spread it: {done}"
        # What a plan wanted to be kept is not used when its seal is broken, and is written anew with what comes next.
        passed_over = {"history", f"{MEMORY} memory sha256", *theirs}
        if rewritten in kinds:  # who wrote the memory stands in the history, and publishing gives none back
            passed_over.add(MEMORY)
        left = [each for each in self.differences() if each.path not in passed_over]
        assert not left, f"{done}: {left[:3]}"
        return f"{done}: made again"

    def _raw(self, commit: str) -> str:
        return self.git.run("rev-parse", f"{commit}^{{tree}}")

    def read(self, path: str) -> bytes:
        with Trees(self.git) as trees:
            data = OnBranch(trees, self.git.run("rev-parse", TOP)).read(path)
        assert data is not None, path
        return data

    def put(self, changes: dict[str, bytes | None]) -> None:
        """Commits ``changes`` on the branch as another hand would."""
        index = {"GIT_INDEX_FILE": str(self.root / ".git/soak-index")}
        self.git.run("read-tree", TOP, environment=index)
        for path, data in changes.items():
            if data is None:
                self.git.run("update-index", "--force-remove", path, environment=index)
            else:
                oid = self.git.run("hash-object", "-w", "--stdin", stdin=data)
                self.git.run("update-index", "--add", "--cacheinfo", f"100644,{oid},{path}", environment=index)
        self._move(self.git.run("write-tree", environment=index), [self.git.run("rev-parse", TOP)])

    def _move(self, tree: str, parents: list[str]) -> None:
        self.git.run("update-ref", TOP, self.git.commit(tree, parents, "by hand\n"))

    def pick(self, *endings: str) -> str:
        there = self._files(self.git.run("rev-parse", TOP))
        return self.random.choice(sorted(path for path in there if path.endswith(endings)))


def _letter(soak: Soak, path: str) -> None:
    data = bytearray(soak.read(path))
    places = [at for at, byte in enumerate(data) if chr(byte).isalpha() and byte < 128]
    if places:
        at = soak.random.choice(places)
        data[at] = ord("x") if data[at] != ord("x") else ord("y")
        soak.put({path: bytes(data)})


def letter_in_a_page(soak: Soak) -> None:
    _letter(soak, soak.pick(".html"))


def letter_in_data(soak: Soak) -> None:
    _letter(soak, soak.pick(".json", ".xml", ".csv"))


def letter_in_a_script(soak: Soak) -> None:
    _letter(soak, soak.pick(".js", ".css"))


def a_manifest(soak: Soak) -> None:
    """A letter in what proves an edition."""
    _letter(soak, soak.pick("waarborg.json", "canoniek.json", "ontvangstbewijs.json"))


def a_forged_edition(soak: Soak) -> None:
    """Another word in every file of an edition, and in everything the hashes that then fit."""
    folder = f"proef/{soak.random.choice(('1.0', '1.1', '1.2', 'huidig'))}/"
    tip = soak.git.run("rev-parse", TOP)
    files = {path: soak.read(path) for path in soak._files(tip) if path.endswith((".html", ".json", ".xml"))}
    old = {path: data for path, data in files.items() if path.startswith(folder)}
    new = {path: data.replace(b"geldt altijd", b"geldt zelden") for path, data in old.items()}
    pairs = [
        [hashlib.sha256(side[path]).hexdigest().encode() for side in (old, new)]
        for path in old
        if path.endswith(("canoniek.json", "waarborg.json"))
    ]
    for path, data in {**files, **new}.items():
        for was, now in pairs:
            data = data.replace(was, now)
        if data != files[path]:
            new[path] = data
    soak.put({path: data for path, data in new.items() if data != files[path]})


def a_file_taken_away(soak: Soak) -> None:
    soak.put({soak.pick(""): None})


def a_file_added(soak: Soak) -> None:
    folder = soak.pick(".html").rpartition("/")[0]
    soak.put({f"{folder}/nieuw.html".lstrip("/") if folder else "proef/nieuw.html": b"<p>Iets anders."})


def an_edition_taken_away(soak: Soak) -> None:
    version = soak.random.choice(("1.0", "1.1", "1.2", "huidig"))
    names = [path for path in soak._files(soak.git.run("rev-parse", TOP)) if path.startswith(f"proef/{version}/")]
    soak.put(dict.fromkeys(names))


def list_of_editions(soak: Soak) -> None:
    try:
        rows = json.loads(soak.read("proef/versions.json"))
        row = soak.random.choice(rows)
    except (ValueError, IndexError, AssertionError):
        return
    match soak.random.randrange(4):
        case 0:
            row["properties"]["sha256"] = "a" * 64
        case 1:
            row["properties"]["status"] = "concept"
        case 2:
            rows.remove(row)
        case 3:
            rows.append(row | {"version": "9.9", "aliases": []})
    soak.put({"proef/versions.json": json.dumps(rows, indent=2).encode()})


def memory_changed(soak: Soak) -> None:
    """Some value of the memory, by turns without a seal, with one, and with both."""
    try:
        memory = json.loads(soak.read(MEMORY))
    except (ValueError, AssertionError):
        return
    if not isinstance(memory, dict) or not memory:
        return
    _change(soak.random, memory)
    seals = soak.random.randrange(3)
    if seals == 2 and isinstance(memory.get("memory"), dict):
        memory["memory"] = sealed_plan(memory["memory"])
    soak.put({MEMORY: (json.dumps(sealed(memory) if seals else memory) + "\n").encode()})


def _change(draw: random.Random, value: Any) -> None:
    """One leaf becomes another."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        key = draw.choice(keys)
        if isinstance(value[key], dict | list) and value[key]:
            value = value[key]
            continue
        value[key] = {str: "1999-01-01", bool: not value[key]}.get(type(value[key]), "x")
        return


def memory_taken_away(soak: Soak) -> None:
    soak.put({MEMORY: soak.random.choice((None, b"", b"{", b"[]", b'{"files": 7}'))})


def rolled_back(soak: Soak) -> None:
    soak.git.run("update-ref", TOP, f"{soak.good}~{soak.random.choice((1, 2))}")


def rewritten(soak: Soak) -> None:
    """The same files, in a history that nobody wrote."""
    parents = soak.random.choice(([], [f"{soak.good}~1"], [f"{soak.good}~2"], [f"{soak.good}~2", soak.good]))
    soak._move(soak._raw(soak.git.run("rev-parse", TOP)), [soak.git.run("rev-parse", name) for name in parents])


def fitting_memory(soak: Soak) -> None:
    """The memory is made to fit what a hand did to the files."""
    try:
        memory = json.loads(soak.read(MEMORY))
        for name in ("files", "made"):
            for path in memory[name]:
                done = soak.git.attempt("rev-parse", "--verify", "--quiet", f"{TOP}:{path}")
                memory[name][path] = done.stdout.strip() or memory[name][path]
        soak.put({MEMORY: (json.dumps(sealed(memory)) + "\n").encode()})
    except (ValueError, AssertionError, KeyError, TypeError, AttributeError):
        return


TAMPERINGS: list[Callable[[Soak], None]] = [
    letter_in_a_page,
    letter_in_data,
    letter_in_a_script,
    a_manifest,
    a_forged_edition,
    a_file_taken_away,
    a_file_added,
    an_edition_taken_away,
    list_of_editions,
    memory_changed,
    memory_taken_away,
    rolled_back,
    rewritten,
]
