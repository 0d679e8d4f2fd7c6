"""What the branch holds, what it may never lose, and what has to be done to make a plan good."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from clausule.analysis.sub_processors import changed_keys
from clausule.language.language import current_names
from clausule.model.addresses import EDITION_DATA, MEMORY, OFFERED, VERSIONS
from clausule.publish import listing
from clausule.publish.errors import (
    BackToConcept,
    BranchUnreadable,
    EditionVanished,
    ForeignContent,
    RowsChanged,
    RowsVanished,
    TextChanged,
)
from clausule.publish.git import Git
from clausule.publish.memory import Memory, part_file, read_memory
from clausule.publish.mend import Mended, mend
from clausule.publish.plan import CONCEPT, WITHDRAWN, EditionBuild, Plan, is_concept, is_emptied
from clausule.publish.published import rows_in
from clausule.publish.trees import Node, Trees

# Which pages above the editions are ours, and what they were made from. Every other file on the branch (CNAME, a
# colleague's page) is left alone.
NO_JEKYLL = ".nojekyll"
_NOT_LISTED = {"status": CONCEPT}
_ON = "Published-on: "


@dataclass(frozen=True)
class Published:
    """One state of the branch: versions.json of each agreement, and what is remembered of what Clausule put there.

    ``tree`` is the folder as Clausule made it, as far as git still has that; ``mended`` has the paths at which another
    hand, or a merge, had changed it, each with that in words.
    """

    branch: str
    commit: str | None = None
    tree: str | None = None
    listed: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    mended: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def root_files(self) -> frozenset[str]:
        """Every file above the editions that Clausule put there."""
        return frozenset(self.memory.files) | {part_file(address) for address in self.memory.parts}

    def properties(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Of each edition that Clausule published, by (agreement, version), the properties."""
        return {
            (agreement, row["version"]): row["properties"]
            for agreement, rows in self.listed.items()
            for row in rows
            if _is_ours(row)
        }

    def owns(self, path: str) -> bool:
        """Whether Clausule put the file at ``path`` there, and so may replace it."""
        if path in self.root_files or path in self.memory.made or path in (MEMORY, NO_JEKYLL):
            return True
        agreement, _, rest = path.partition("/")
        rows = [row for row in self.listed.get(agreement, []) if _is_ours(row)]
        names = {name for row in rows for name in (row["version"], *row["aliases"])}
        return rest.split("/")[0] in names or (bool(rows) and rest in (VERSIONS, OFFERED))


@dataclass(frozen=True)
class Work:
    """What is to be done: editions to build and to take away, aliases to renew, lists to write, pages above (of
    those that are made alone: ``parts``)."""

    build: list[EditionBuild]
    remove: list[tuple[str, str]]
    aliases: list[str]
    lists: list[str]
    root: bool
    parts: list[str]

    def __bool__(self) -> bool:
        return bool(self.build or self.remove or self.aliases or self.lists or self.root)


def read_branch(git: Git, trees: Trees, branch: str, commit: str | None) -> Published:
    """Reads the state of ``branch`` at ``commit``. Raises ``BranchUnreadable`` for what was ours and is damaged."""
    if commit is None:
        return Published(branch)
    found = trees.tree_of(commit)
    memory = _trusted(trees, branch, commit, _memory(trees, branch, found))
    tree, mended = mend(git, trees, found, memory, _not_ours(trees, found)) if memory else Mended(found)
    if memory and not (memory.is_whole or memory.is_older):
        mended = {MEMORY: f"{MEMORY} was changed by another hand, and everything with it is not to be trusted"}
    # A list among the pages above the editions is the copy at the address that an agreement had before.
    copies = {path for path in memory.files if path.endswith(f"/{VERSIONS}")} if memory else set()
    listed = {
        name: rows for name, rows in _lists(trees, tree) if rows is not None and f"{name}/{VERSIONS}" not in copies
    }
    published = Published(branch, commit, tree, listed, memory or Memory(), mended)
    editions = {f"{agreement}/{version}" for agreement, version in published.properties()}
    if memory is None and editions:
        raise BranchUnreadable(branch, MEMORY, "it is gone, and with it what is known of the pages")
    if any("/".join(path.split("/")[:2]) in editions for path in published.memory.files):
        raise BranchUnreadable(branch, MEMORY, "it names a page of an edition among the pages above the editions")
    return published


def _lists(trees: Trees, tree: str) -> Iterator[tuple[str, list[dict[str, Any]] | None]]:
    """The versions.json of each folder that has one; nothing for one that cannot be read."""
    for name, node in trees.folder(tree).items():
        content = trees.text(node.oid, VERSIONS) if node.is_folder else None
        if content is not None:
            yield name, listing.rows_of(content)


def _not_ours(trees: Trees, tree: str) -> set[str]:
    """Lists that cannot be read, or in which something else than Clausule wrote: these are for a person to look at."""
    lists = _lists(trees, tree)
    return {f"{name}/{VERSIONS}" for name, rows in lists if rows is None or not all(map(_is_ours, rows))}


def published_on(commit: str | None) -> str:
    """For the message of a publication: the commit that it is made on. Who rewrites what came before leaves it."""
    return f"\n{_ON}{commit}\n" if commit else ""


def is_on_its_parent(trees: Trees, commit: str, *, unless_said: bool = False) -> bool:
    """Whether ``commit`` says that it was made on the one that it stands on; with ``unless_said`` also when it says
    nothing, as what another hand committed."""
    said = [line.removeprefix(_ON) for line in trees.message(commit).splitlines() if line.startswith(_ON)]
    return said[-1:] == trees.parents(commit)[:1] or (unless_said and not said)


def _trusted(trees: Trees, branch: str, commit: str, memory: Memory | None) -> Memory | None:
    """``memory``, which is not whole when no publication wrote it, or when that of the one before tells otherwise."""
    if memory is None or not memory.is_whole:
        return memory
    writer = writer_of(trees, commit)
    if is_on_its_parent(trees, writer) and not memory.contradicts(memory_before(trees, branch, writer)):
        return memory
    return replace(memory, is_whole=False)


def writer_of(trees: Trees, commit: str) -> str:
    """The commit that put the memory of ``commit`` there."""
    memory = trees.find(trees.tree_of(commit), MEMORY)
    while (parents := trees.parents(commit)) and trees.has(parents[0]):
        if trees.find(trees.tree_of(parents[0]), MEMORY) != memory:
            break
        commit = parents[0]
    return commit


def memory_before(trees: Trees, branch: str, commit: str) -> Memory:
    """That of the publication before ``commit``; an empty one where there is none to read."""
    for parent in trees.parents(writer_of(trees, commit))[:1]:
        if trees.has(parent) and is_on_its_parent(trees, writer_of(trees, parent)):  # a shallow clone ends somewhere
            return memory_at(trees, branch, parent)
    return Memory()


def memory_at(trees: Trees, branch: str, commit: str) -> Memory:
    """That of one publication; an empty one where there is none to read."""
    with suppress(BranchUnreadable):
        return _memory(trees, branch, trees.tree_of(commit)) or Memory()
    return Memory()


def _memory(trees: Trees, branch: str, tree: str) -> Memory | None:
    content = trees.text(tree, MEMORY)
    try:
        return None if content is None else read_memory(content)
    except ValueError as error:
        raise BranchUnreadable(branch, MEMORY, str(error)) from error


def _is_ours(row: Mapping[str, Any]) -> bool:
    properties = row.get("properties")
    return isinstance(properties, dict) and isinstance(properties.get("sha256"), str)


def with_kept(plan: Plan, published: Published) -> Plan:
    """``plan`` with the drafts that are left out of it and were published: they stay as they are, with the comparisons
    that have an address."""
    known, memory = published.properties(), published.memory
    titles = {
        (agreement, row["version"]): row.get("title") for agreement, rows in published.listed.items() for row in rows
    }
    editions, parts, holds = list(plan.editions), dict(plan.parts), dict(plan.origin.holds)
    for agreement, version in plan.left_out:
        key = agreement, version
        if key not in known or not is_concept(known[key]):
            continue
        editions.append(
            EditionBuild(
                agreement=agreement,
                version=version,
                title=str(titles[key]),
                properties=known[key],
                build=_never,
                is_kept=True,
            )
        )
        ends = f"...{version}/", f"/{version}..."
        addresses = (address for address in memory.parts if address.startswith(f"{agreement}/"))
        parts |= {address: memory.parts[address] for address in addresses if any(end in address for end in ends)}
        holds |= {name: what for name, what in memory.origin.holds.items() if name.endswith(f" {agreement}/{version}")}
    return replace(plan, editions=editions, parts=parts, origin=replace(plan.origin, holds=holds))


def _never(out: Path) -> None:
    raise AssertionError("a draft that is left out is not made")


def check_promises(published: Published, plan: Plan, trees: Trees) -> None:
    """Holds the plan against what ``published`` promised its readers: an agreed text neither changes nor goes away."""
    planned = {(edition.agreement, edition.version): edition for edition in plan.editions}
    for agreement in plan.agreements:
        path = f"{agreement}/{VERSIONS}"
        if not (agreement in published.listed or path in published.memory.files) and trees.find(published.tree, path):
            raise BranchUnreadable(published.branch, f"{agreement}/{VERSIONS}", "it is not as mike writes it")
    for agreement, rows in published.listed.items():
        foreign = [f"{agreement}/{row['version']}" for row in rows if not _is_ours(row)]
        if foreign and (agreement in plan.agreements or len(foreign) < len(rows)):
            raise ForeignContent(published.branch, foreign)
    known = published.properties()
    for (agreement, version), ours in planned.items():
        # The list may have been edited or lost: then the edition itself still says what was agreed.
        if is_concept(known.get((agreement, version), _NOT_LISTED)):
            agreed = _agreed_sha256(trees.text(published.tree, f"{ours.name}/{EDITION_DATA}"))
            if agreed and not is_emptied(ours.properties) and ours.properties["sha256"] != agreed:
                raise TextChanged(agreement, version, agreed, str(ours.properties["sha256"]), published.branch)
    for (agreement, version), was in known.items():
        edition = planned.get((plan.former.get(agreement, agreement), version))
        if is_concept(was):
            continue
        path = f"{agreement}/{version}/{EDITION_DATA}"
        if edition is None:
            if trees.text(published.tree, path) is None and not published.memory.is_whole:
                continue  # a row that a hand added to the list
            raise EditionVanished(agreement, version, published.branch)
        if is_emptied(edition.properties):
            continue
        mine = str(edition.properties["sha256"])
        # Of the list and the edition itself one may have been edited; which is which is told by the other.
        if mine != was["sha256"] and mine != _sha256(trees.text(published.tree, path)):
            raise TextChanged(agreement, version, was["sha256"], mine, published.branch)
        # Else a concept of the same text could be changed the time after.
        if is_concept(edition.properties):
            raise BackToConcept(agreement, version, published.branch)
    for path, kept in plan.rows.items():
        was_at = [
            path,
            *(f"{old}/{path.partition('/')[2]}" for old, new in plan.former.items() if path.startswith(f"{new}/")),
        ]
        there = [row for one in was_at for row in rows_in(trees.text(published.tree, one))]
        gone = {row["id"] for row in there} - kept.keys()
        if gone:
            raise RowsVanished(path, sorted(gone), published.branch)
        edited = [f"{key} of {row['id']}" for row in there for key in changed_keys(row, kept[row["id"]])]
        if edited:
            raise RowsChanged(path, edited, published.branch)


def taken_back(published: Published, plan: Plan) -> list[str]:
    """The editions that are withdrawn where they are ``published``, and in ``plan`` no more."""
    known = published.properties()
    return [
        edition.name
        for edition in plan.editions
        if known.get((edition.agreement, edition.version), {}).get("status") == WITHDRAWN
        and edition.properties.get("status") != WITHDRAWN
    ]


def _agreed_sha256(content: bytes | None) -> str:
    """The hash in the data of a published edition that is no concept; else nothing."""
    return _sha256(content) if _said(content, "status") not in ("", CONCEPT) else ""


def _sha256(content: bytes | None) -> str:
    """The hash in the data of a published edition; empty in what is none."""
    return _said(content, "sha256")


def _said(content: bytes | None, name: str) -> str:
    try:
        return str(json.loads(content or b"{}").get(name) or "")
    except (ValueError, AttributeError, RecursionError):
        return ""


def find_work(published: Published, plan: Plan, trees: Trees) -> Work:
    """What the branch lacks. Reads a folder of each agreement, and no pages."""
    known = published.properties()
    folders = {name: _names(trees, published.tree, name) for name in {*plan.agreements, *published.listed}}
    is_whole = published.memory.is_whole
    build = [
        edition
        for edition in plan.editions
        if not edition.is_kept
        and not (
            is_whole
            and edition.name not in published.mended
            and published.memory.inputs.get(edition.name) == edition.properties["input"]
            and known.get((edition.agreement, edition.version), {}).get("input") == edition.properties["input"]
            and edition.version in folders[edition.agreement]
        )
    ]
    wanted = {(edition.agreement, edition.version) for edition in plan.editions}
    remove = [key for key in known if key not in wanted]
    lists = {edition.agreement for edition in build} | {
        name for name in folders if _list_differs(published, plan, name)
    }
    aliases = aliases_to_renew(trees, published.tree, plan, [agreement for agreement, _ in remove])
    had = published.memory.parts if is_whole else {}
    parts = [
        address
        for address, decides in plan.parts.items()
        if had.get(address) != decides or trees.find(published.tree, part_file(address)) is None
    ]
    root = (
        not is_whole
        or bool(parts)
        or published.memory.root_input != plan.root_input
        or published.memory.parts != plan.parts
    )
    root = root or not all(is_as_made(published, trees, path) for path in published.memory.files)
    return Work(build, remove, aliases, sorted(lists), root, parts)


def is_as_made(published: Published, trees: Trees, path: str) -> bool:
    """Whether Clausule put a file above the editions at ``path``, and no hand or merge changed it since."""
    node = trees.find(published.tree, path)
    made = published.memory.files.get(path) if published.memory.is_whole else None
    return node is not None and node.oid == made


def aliases_to_renew(trees: Trees, tree: str | None, plan: Plan, others: Iterable[str]) -> list[str]:
    """The agreements, of the plan and ``others``, whose alias is not a copy of the edition in force."""
    found = []
    for agreement in dict.fromkeys([*plan.agreements, *others]):
        current, names = plan.current.get(agreement), _names(trees, tree, agreement)
        mine, others = plan.alias(agreement), current_names() - {plan.alias(agreement)}
        if names.get(mine) != (names.get(current) if current else None) or not others.isdisjoint(names):
            found.append(agreement)
    return found


def _names(trees: Trees, tree: str | None, folder: str) -> dict[str, Node]:
    node = trees.find(tree, folder)
    return trees.folder(node.oid) if node and node.is_folder else {}


def _list_differs(published: Published, plan: Plan, agreement: str) -> bool:
    rows = published.listed.get(agreement)
    if agreement not in plan.agreements and not any(map(_is_ours, rows or [])):
        return False
    return (rows or []) != listing.planned(plan, agreement)
