"""What the branch holds, what it may never lose, and what has to be done to make a plan good."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from clausule.language.language import current_names
from clausule.model.addresses import EDITION_DATA, MEMORY, VERSIONS
from clausule.publish import listing
from clausule.publish.errors import (
    BackToConcept,
    BranchUnreadable,
    EditionVanished,
    ForeignContent,
    RowsVanished,
    TextChanged,
)
from clausule.publish.plan import CONCEPT, EditionBuild, Plan, is_concept
from clausule.publish.published import row_ids
from clausule.publish.trees import Node, Trees

# Which pages above the editions are ours, and what they were made from. Every other file on the branch (CNAME, a
# colleague's page) is left alone.
NO_JEKYLL = ".nojekyll"
_NOT_LISTED = {"status": CONCEPT}


@dataclass(frozen=True)
class Published:
    """One state of the branch: versions.json of each agreement, and the files that Clausule put above the editions,
    those of ``base_files`` with the id that git gave them."""

    branch: str
    commit: str | None = None
    tree: str | None = None
    listed: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    root_input: str = ""
    base_files: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    memory: Any = None

    @property
    def root_files(self) -> frozenset[str]:
        """Every file above the editions that Clausule put there."""
        return frozenset(self.base_files) | {part_file(address) for address in self.parts}

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
        if path in self.root_files or path in (MEMORY, NO_JEKYLL):
            return True
        agreement, _, rest = path.partition("/")
        rows = [row for row in self.listed.get(agreement, []) if _is_ours(row)]
        names = {name for row in rows for name in (row["version"], *row["aliases"])}
        return rest.split("/")[0] in names or (bool(rows) and rest == VERSIONS)


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


def read_branch(trees: Trees, branch: str, commit: str | None) -> Published:
    """Reads the state of ``branch`` at ``commit``. Raises ``BranchUnreadable`` for what was ours and is damaged."""
    if commit is None:
        return Published(branch)
    tree = trees.tree_of(commit)
    listed = {}
    for name, node in trees.folder(tree).items():
        content = trees.text(node.oid, VERSIONS) if node.is_folder else None
        rows = _rows(content) if content is not None else None
        if rows is not None:
            listed[name] = rows
    published = Published(branch, commit, tree, listed, *_manifest(trees, branch, tree))
    folders = {f"{agreement}/{version}/" for agreement, version in published.properties()}
    if any(path.startswith(folder) for folder in folders for path in published.base_files):
        raise BranchUnreadable(branch, MEMORY, "it names a page of an edition among the pages above the editions")
    return published


def _rows(content: bytes) -> list[dict[str, Any]] | None:
    """The rows of a versions.json, or nothing when it is no such thing (and then something else than mike made it)."""
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    if not all(isinstance(row.get("version"), str) and isinstance(row.get("aliases"), list) for row in rows):
        return None
    return rows


def _is_ours(row: Mapping[str, Any]) -> bool:
    properties = row.get("properties")
    return isinstance(properties, dict) and isinstance(properties.get("sha256"), str)


def part_file(address: str) -> str:
    """The file of a page above the editions that is made alone."""
    return f"{address}index.html"


def _manifest(trees: Trees, branch: str, tree: str) -> tuple[str, dict[str, str], dict[str, str], Any]:
    content = trees.text(tree, MEMORY)
    if content is None:
        return "", {}, {}, None
    try:
        found = json.loads(content)
        parts = {str(address): str(decides) for address, decides in found.get("parts", {}).items()}
        files = found["files"] if isinstance(found["files"], dict) else dict.fromkeys(found["files"], "")
        return (
            str(found["root_input"]),
            {str(path): str(oid) for path, oid in files.items()},
            parts,
            found.get("memory"),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BranchUnreadable(branch, MEMORY, "it is not as Clausule wrote it") from error


def check_promises(published: Published, plan: Plan, trees: Trees) -> None:
    """Holds the plan against what ``published`` promised its readers: an agreed text neither changes nor goes away."""
    planned = {(edition.agreement, edition.version): edition for edition in plan.editions}
    for agreement in plan.agreements:
        if agreement not in published.listed and trees.find(published.tree, f"{agreement}/{VERSIONS}"):
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
            if agreed and ours.properties["sha256"] != agreed:
                raise TextChanged(agreement, version, agreed, str(ours.properties["sha256"]), published.branch)
    for (agreement, version), was in known.items():
        edition = planned.get((agreement, version))
        if is_concept(was):
            continue
        if edition is None:
            raise EditionVanished(agreement, version, published.branch)
        if edition.properties["sha256"] != was["sha256"]:
            raise TextChanged(agreement, version, was["sha256"], str(edition.properties["sha256"]), published.branch)
        # Else a concept of the same text could be changed the time after.
        if is_concept(edition.properties):
            raise BackToConcept(agreement, version, published.branch)
    for path, kept in plan.rows.items():
        gone = row_ids(trees.text(published.tree, path)) - kept
        if gone:
            raise RowsVanished(path, sorted(gone), published.branch)


def _agreed_sha256(content: bytes | None) -> str:
    """The hash in the data of a published edition that is no concept; else nothing."""
    try:
        data = json.loads(content or b"{}")
        return "" if data.get("status", CONCEPT) == CONCEPT else str(data.get("sha256") or "")
    except (ValueError, AttributeError, RecursionError):
        return ""


def find_work(published: Published, plan: Plan, trees: Trees) -> Work:
    """What the branch lacks. Reads a folder of each agreement, and no pages."""
    known = published.properties()
    folders = {name: _names(trees, published.tree, name) for name in {*plan.agreements, *published.listed}}
    build = [
        edition
        for edition in plan.editions
        if known.get((edition.agreement, edition.version), {}).get("input") != edition.properties["input"]
        or edition.version not in folders[edition.agreement]
    ]
    wanted = {(edition.agreement, edition.version) for edition in plan.editions}
    remove = [key for key in known if key not in wanted]
    # mike writes its own order into the list of each agreement that it deploys to.
    lists = {edition.agreement for edition in build} | {
        name for name in folders if _list_differs(published, plan, name)
    }
    aliases = aliases_to_renew(trees, published.tree, plan, [agreement for agreement, _ in remove])
    parts = [address for address, decides in plan.parts.items() if published.parts.get(address) != decides]
    root = published.root_input != plan.root_input or published.parts != plan.parts
    root = root or not all(is_as_made(published, trees, path) for path in published.base_files)
    return Work(build, remove, aliases, sorted(lists), root, parts)


def is_as_made(published: Published, trees: Trees, path: str) -> bool:
    """Whether Clausule put a file above the editions at ``path``, and no hand or merge changed it since."""
    node = trees.find(published.tree, path)
    return node is not None and node.oid == published.base_files.get(path)


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
