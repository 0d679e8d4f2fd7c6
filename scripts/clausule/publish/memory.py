"""The memory of the branch (``.clausule.json``): what Clausule put there, with git's id of each, and from what."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clausule.model.hashes import digest

# What seals all the rest: a hand or a merge that changed a part of the memory is found.
_SEAL = "seal"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What a publication was made from: the ``commit`` of the sources (empty where they were in none), the ``day`` for
    which it judged what applies, and what the sources hold beside the agreed texts (``holds``: each thing in words,
    with a hash of it)."""

    commit: str = ""
    day: str = ""
    holds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Memory:
    """``files`` are the pages above the editions, ``made`` is all else that Clausule put there: folders of editions and
    their copies, lists of editions, comparisons. Each has the id that git gave it; it is empty where nobody knows it.
    ``inputs`` has the hash of what decides each edition, ``parts`` that of each comparison; ``plan`` is what the plan
    wanted to be kept.

    ``is_whole`` says that it is as it was written. What is not, or was written by a program before these ids
    (``is_older``), tells only which files are ours.
    """

    root_input: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)
    plan: Any = None
    is_whole: bool = False
    is_older: bool = False

    def ids(self) -> Iterator[tuple[str, str]]:
        """Path and id of everything that is known to be as it was made."""
        if self.is_whole:
            yield from self.files.items()
            yield from self.made.items()

    def contradicts(self, before: Memory) -> bool:
        """Whether this and the memory of the publication before tell otherwise of one thing: what was made from the
        same is the same. Then a hand wrote one of them."""
        folders = {path: oid for path, oid in self.made.items() if path in self.inputs}
        known = {(path.split("/")[0], oid) for path, oid in folders.items()}
        copies = (path for path in self.made if path not in self.inputs and path.count("/") == 1)
        if any(not path.endswith(".json") and (path.split("/")[0], self.made[path]) not in known for path in copies):
            return True
        if not before.is_whole:
            return False
        if self.root_input == before.root_input and self.files != before.files:
            return True
        if any(
            oid != before.made.get(path, oid) and self.inputs[path] == before.inputs.get(path)
            for path, oid in folders.items()
        ):
            return True
        return any(
            decides == before.parts.get(address)
            and self.made.get(part_file(address)) != before.made.get(part_file(address))
            for address, decides in self.parts.items()
        )

    def as_text(self) -> str:
        """The file."""
        values = {
            "root_input": self.root_input,
            "files": dict(self.files),
            "made": dict(sorted(self.made.items())),
            "inputs": dict(sorted(self.inputs.items())),
            "parts": dict(self.parts),
            "commit": self.origin.commit,
            "day": self.origin.day,
            "holds": dict(self.origin.holds),
            "memory": self.plan,
        }
        return json.dumps(sealed(values)) + "\n"


def part_file(address: str) -> str:
    """The file of what is made alone above the editions: a page, or a document beside one."""
    return f"{address}index.html" if address.endswith("/") else address


def sealed(values: Mapping[str, Any]) -> dict[str, Any]:
    """``values`` with a hash of them all."""
    return {**values, _SEAL: digest({name: value for name, value in values.items() if name != _SEAL})}


def read_memory(content: bytes) -> Memory:
    """The memory in a file, of an older program too. Raises ``ValueError`` for what is none."""
    try:
        values = json.loads(content)
        files = values["files"] if isinstance(values["files"], dict) else dict.fromkeys(values["files"], "")
        return Memory(
            root_input=str(values["root_input"]),
            files=_words(files),
            made=_words(values.get("made", {})),
            inputs=_words(values.get("inputs", {})),
            parts=_words(values.get("parts", {})),
            origin=Origin(
                commit=str(values.get("commit", "")),
                day=str(values.get("day", "")),
                holds=_words(values.get("holds", {})),
            ),
            plan=values.get("memory"),
            is_whole=_fits(values),
            is_older=_SEAL not in values,
        )
    except (KeyError, TypeError, AttributeError, RecursionError, UnicodeError) as error:
        raise ValueError("it is not as Clausule wrote it") from error


def _fits(values: Mapping[str, Any]) -> bool:
    """Whether the seal is that of the values."""
    try:
        return _SEAL in values and sealed(values) == values
    except (ValueError, RecursionError):  # half a surrogate pair, lists in lists in lists
        return False


def _words(values: Mapping[Any, Any]) -> dict[str, str]:
    return {str(name): str(value) for name, value in values.items()}


def blob_id(data: bytes, algorithm: str) -> str:
    """The id that git gives to a file with these bytes, in a repository whose hashes are ``algorithm``."""
    return hashlib.new(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def tree_id(files: Mapping[str, str], algorithm: str) -> str:
    """The id that git gives to a folder with plain files of these ids, by path."""
    names: dict[str, tuple[bytes, str]] = {}
    below: dict[str, dict[str, str]] = {}
    for path, oid in files.items():
        name, _, rest = path.partition("/")
        if rest:
            below.setdefault(name, {})[rest] = oid
        else:
            names[name] = b"100644", oid
    names |= {name: (b"40000", tree_id(inner, algorithm)) for name, inner in below.items()}
    # git sorts a folder as if its name ended in '/'.
    order = sorted(names, key=lambda name: name.encode() + (b"/" if name in below else b""))
    data = b"".join(names[name][0] + b" " + name.encode() + b"\0" + bytes.fromhex(names[name][1]) for name in order)
    return hashlib.new(algorithm, b"tree %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
