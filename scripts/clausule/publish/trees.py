"""Reads commits, folders and files of a repository through one git process, as few of them as are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausule.publish.errors import GitFailed
from clausule.publish.git import Git, Objects


@dataclass(frozen=True, slots=True)
class Node:
    """A file or folder on the branch."""

    mode: str
    oid: str

    @property
    def is_folder(self) -> bool:
        return self.mode == "40000"

    @property
    def is_file(self) -> bool:
        """No folder, and neither a link nor a commit of another repository."""
        return self.mode.startswith("100")


class Trees(Objects):
    """``git cat-file --batch`` and what was read from it. Two folders with the same contents have the same id, so that
    what did not change is never read."""

    def __init__(self, git: Git) -> None:
        super().__init__(git.folder, git.environment)
        self._folders: dict[str, dict[str, Node]] = {}

    def read(self, name: str) -> bytes:
        """The contents of an object, which has to be there. Raises ``GitFailed``."""
        data = super().read(name)
        if data is None:
            raise GitFailed("cat-file", f"object {name} is missing or damaged; 'git fsck' tells more")
        return data

    def node(self, oid: str) -> Node | None:
        """The file or folder with this id; nothing when git does not have it."""
        if not re.fullmatch("[0-9a-f]{40,64}", oid):
            return None
        return {"tree": Node("40000", oid), "blob": Node("100644", oid)}.get(self.kind(oid))

    def has(self, oid: str) -> bool:
        """Whether git has the object; a shallow clone ends somewhere."""
        return bool(self.kind(oid))

    def message(self, commit: str) -> str:
        """What a commit says of itself."""
        return self.read(commit).partition(b"\n\n")[2].decode("utf-8", "replace")

    def tree_of(self, commit: str) -> str:
        """The id of the root folder of a commit."""
        return self.read(commit).split(b"\n", 1)[0].removeprefix(b"tree ").decode()

    def parents(self, commit: str) -> list[str]:
        """The commits that a commit was made on top of."""
        head = self.read(commit).split(b"\n\n", 1)[0].decode("utf-8", "replace")
        return [line.removeprefix("parent ") for line in head.splitlines() if line.startswith("parent ")]

    def date_of(self, commit: str) -> int:
        """The seconds at which a commit was made."""
        head = self.read(commit).split(b"\n\n", 1)[0].decode("utf-8", "replace")
        line = next(line for line in head.splitlines() if line.startswith("committer "))
        return int(line.split()[-2])

    def folder(self, oid: str) -> dict[str, Node]:
        """What stands in a folder, by name."""
        if oid not in self._folders:
            self._folders[oid] = _parse(self.read(oid), len(oid) // 2)
        return self._folders[oid]

    def find(self, root: str | None, path: str) -> Node | None:
        """The file or folder at ``path`` below the folder ``root``; ``''`` is that folder itself."""
        if root is None:
            return None
        node: Node | None = Node("40000", root)
        for name in path.split("/"):
            if not name:
                continue
            node = self.folder(node.oid).get(name) if node and node.is_folder else None
            if node is None:
                return None
        return node

    def text(self, root: str | None, path: str) -> bytes | None:
        """The contents of the file at ``path``, or nothing when there is none."""
        node = self.find(root, path)
        return None if node is None or node.is_folder else self.read(node.oid)

    def files(self, oid: str, prefix: str = "") -> Iterator[tuple[str, Node]]:
        """Every file below a folder, with its path."""
        for name, node in self.folder(oid).items():
            if node.is_folder:
                yield from self.files(node.oid, f"{prefix}{name}/")
            else:
                yield prefix + name, node

    def differences(
        self, old: str | None, new: str | None, prefix: str = ""
    ) -> Iterator[tuple[str, Node | None, Node | None]]:
        """Every file that differs between two folders: path, what it was, what it is."""
        if old == new:
            return
        before = self.folder(old) if old else {}
        after = self.folder(new) if new else {}
        for name in sorted(before.keys() | after.keys()):
            was, now = before.get(name), after.get(name)
            if was == now:
                continue
            old_folder = was.oid if was and was.is_folder else None
            new_folder = now.oid if now and now.is_folder else None
            if old_folder or new_folder:
                yield from self.differences(old_folder, new_folder, f"{prefix}{name}/")
            old_file = was if was and not was.is_folder else None
            new_file = now if now and not now.is_folder else None
            if old_file or new_file:
                yield prefix + name, old_file, new_file


def _parse(data: bytes, size: int) -> dict[str, Node]:
    found, start = {}, 0
    while start < len(data):
        space = data.index(b" ", start)
        end = data.index(b"\0", space)
        name = data[space + 1 : end].decode("utf-8", "surrogateescape")
        found[name] = Node(data[start:space].decode(), data[end + 1 : end + 1 + size].hex())
        start = end + 1 + size
    return found
