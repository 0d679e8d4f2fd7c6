"""What another hand, or a merge, changed on the branch is put back as it was made: git still has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping
from itertools import islice
from typing import NamedTuple

from clausule.publish.git import Git
from clausule.publish.memory import Memory
from clausule.publish.trees import Node, Trees

_FOLDER = "40000"
_SHOWN = 3


class Mended(NamedTuple):
    """The folder as it was made, and what was otherwise: path, and in words."""

    tree: str
    told: Mapping[str, str] = {}


def mend(git: Git, trees: Trees, tree: str, memory: Memory, leave: Container[str] = ()) -> Mended:
    """The folder ``tree`` with everything that ``memory`` knows, but what to ``leave``, as it was made. What git does
    not have any more (in a shallow clone) is left out, so that it is made anew."""
    changes: dict[str, Node | None] = {}
    told = {}
    for path, oid in memory.ids():
        found = trees.find(tree, path)
        if oid and not (found and found.oid == oid) and path not in leave:
            changes[path] = trees.node(oid)
            told[path] = _in_words(trees, path, found, changes[path])
    return Mended(_graft(git, trees, tree, changes) if changes else tree, told)


def _in_words(trees: Trees, path: str, found: Node | None, made: Node | None) -> str:
    if found is None:
        return f"{path} was taken away by another hand"
    if found.is_folder and made and made.is_folder:
        names = [name for name, _, _ in islice(trees.differences(made.oid, found.oid), _SHOWN + 1)]
        more = " and more" if len(names) > _SHOWN else ""
        return f"{path} was changed by another hand ({', '.join(names[:_SHOWN])}{more})"
    return f"{path} was changed by another hand"


def _graft(git: Git, trees: Trees, tree: str | None, changes: Mapping[str, Node | None]) -> str:
    """The folder ``tree`` with other things at the paths of ``changes``."""
    names = dict(trees.folder(tree)) if tree else {}
    below: dict[str, dict[str, Node | None]] = defaultdict(dict)
    for path, node in changes.items():
        name, _, rest = path.partition("/")
        if rest:
            below[name][rest] = node
        elif node:
            names[name] = node
        else:
            names.pop(name, None)
    for name, inner in below.items():
        had = names.get(name)
        oid = _graft(git, trees, had.oid if had and had.is_folder else None, inner)
        if trees.folder(oid):
            names[name] = Node(_FOLDER, oid)
        else:
            names.pop(name, None)
    return git.make_tree({name: (node.mode, node.oid) for name, node in names.items()})
