"""Holds the branch as it would become against the branch as it is: complete, nothing lost, every link and anchor there.

Only what differs is read. A page that did not change can only break when something that it links to has gone; so the
unchanged pages are read when, and only when, something has gone.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from functools import lru_cache

from clausule.model.addresses import CANONICAL, LOST, MANIFEST, VERSIONS
from clausule.publish import listing
from clausule.publish.branch import Published
from clausule.publish.errors import AddressLost, BrokenLinks, EditionIncomplete, ForeignContent
from clausule.publish.links import INDEX, Addresses, Outside, Page, Target, scan
from clausule.publish.plan import Plan, is_concept, is_emptied
from clausule.publish.trees import Node, Trees

# Beside its pages, the edition as a file: what a reader may have kept the address of. Scripts, styles, fonts and the
# index of the search box belong to the pages, and may go.
_DOCUMENT = "overeenkomst."
_DATA = f"{_DOCUMENT}json"
# Ids that the theme numbers as it likes, or that we do not promise: which clauses use a term is told from inflections,
# which may be mended beside an agreed text.
_NOT_PROMISED = ("_", "gebruik-begrip-")
_PAGES_KEPT, _CONTENTS_KEPT, _TARGETS_KEPT = 4096, 512, 65_536

_Change = tuple[str, Node | None, Node | None]


def verify(trees: Trees, published: Published, tree: str, plan: Plan) -> int:
    """Verifies ``tree``, which is to follow ``published``; returns the number of files that differ.

    Raises ``EditionIncomplete``, ``ForeignContent``, ``AddressLost`` or ``BrokenLinks``.
    """
    _check_complete(trees, tree, plan)
    changes = list(trees.differences(published.tree, tree))
    _check_hashes(trees, changes, plan)
    foreign = [path for path, was, _ in changes if was and not published.owns(path)]
    if foreign:
        raise ForeignContent(published.branch, foreign)
    links = _Links(trees, tree, plan)
    lost = {target for target in _lost(links, changes) if not (target.anchor and plan.is_former(target.path))}
    _check_addresses(links, published, changes, lost, plan)
    changed = {path for path, _, _ in changes}
    pages = [(path, was, now) for path, was, now in changes if path.endswith(".html")]
    followed = {target for path, was, _ in pages if was for _, target in links.targets(path, was)}
    # The copy of an edition stands as deep as that one: its links lead to the same, or to the same in the copy.
    copies = {f"{agreement}/{plan.alias(agreement)}" for agreement in plan.current}
    own = ((path, now) for path, _, now in pages if now and "/".join(path.split("/")[:2]) not in copies)
    broken = [row for path, now in own for row in links.broken(path, now, followed, changed)]
    if lost:
        kept_of = {edition.agreement for edition in plan.editions if edition.is_kept}
        there = ((path, node) for path, node in links.pages() if path not in changed)
        pages_there = ((path, node) for path, node in there if not _stays(path, plan, kept_of))
        broken += [row for path, node in pages_there for row in links.into(path, node, lost)]
    if broken:
        raise BrokenLinks(broken)
    return len(changes)


def _check_complete(trees: Trees, tree: str, plan: Plan) -> None:
    """Every edition is listed once, has its first page, and says the hash that is recorded for it."""
    for agreement in plan.agreements:
        rows = listing.rows_of(trees.text(tree, f"{agreement}/{VERSIONS}") or b"[]") or []
        for edition in plan.of(agreement):
            listed = [row.get("properties", {}) for row in rows if row["version"] == edition.version]
            if listed != [dict(edition.properties)]:
                raise EditionIncomplete(edition.name, f"{VERSIONS} does not list it as it should")
            if trees.find(tree, f"{edition.name}/{INDEX}") is None:
                raise EditionIncomplete(edition.name, f"it has no {INDEX}")
        current = plan.current.get(agreement)
        alias = f"{agreement}/{plan.alias(agreement)}"
        if current and trees.find(tree, alias) != trees.find(tree, f"{agreement}/{current}"):
            raise EditionIncomplete(alias, f"it is no copy of {current}")


def _check_hashes(trees: Trees, changes: list[_Change], plan: Plan) -> None:
    """A text that was built anew is the text whose hash is recorded."""
    recorded = {f"{edition.name}/{_DATA}": edition for edition in plan.editions}
    for path, _, now in changes:
        edition = recorded.get(path)
        if (
            now
            and edition
            and not is_emptied(edition.properties)
            and _sha256(trees.read(now.oid)) != edition.properties["sha256"]
        ):
            raise EditionIncomplete(edition.name, f"its {_DATA} has another sha256 than the one that is recorded")


def _sha256(content: bytes) -> object:
    try:
        return json.loads(content)["sha256"]
    except (ValueError, KeyError, TypeError):
        return None


def _stays(path: str, plan: Plan, kept_of: set[str]) -> bool:
    """Whether the page is of a draft that stays as it was published, or is there for such a draft alone: it may point
    to what was told of that draft above the editions. ``kept_of`` are the agreements that have one."""
    agreement, _, rest = path.partition("/")
    if agreement not in kept_of:
        return False
    made = {edition.version for edition in plan.of(agreement) if not edition.is_kept} | {plan.alias(agreement)}
    return rest.split("/")[0] not in made


class _Links:
    """The pages of the new tree, and where their links lead."""

    def __init__(self, trees: Trees, tree: str, plan: Plan) -> None:
        self._trees, self._tree, self._plan = trees, tree, plan
        self._addresses = Addresses(plan.site_url)
        # An alias has the pages of its edition, and most links lead to pages of the same edition.
        self._content = lru_cache(_CONTENTS_KEPT)(trees.read)
        self._fault = lru_cache(_TARGETS_KEPT)(self._fault_of)
        self._scanned = lru_cache(_PAGES_KEPT)(lambda oid: scan(trees.read(oid)))

    def page(self, node: Node) -> Page:
        return self._scanned(node.oid)

    def pages(self) -> Iterator[tuple[str, Node]]:
        return ((path, node) for path, node in self._trees.files(self._tree) if path.endswith(".html"))

    def file(self, path: str) -> tuple[str, Node] | None:
        """The file that a host shows for ``path``: a folder shows its index.html."""
        node = self._trees.find(self._tree, path)
        if node is None or not node.is_folder:
            return None if node is None or path.endswith("/") else (path, node)
        path = f"{path.rstrip('/')}/{INDEX}".lstrip("/")
        index = self._trees.find(self._tree, path)
        return (path, index) if index and not index.is_folder else None

    def broken(self, path: str, node: Node, followed: set[Target], changed: set[str]) -> Iterator[str]:
        """The links of a page that lead nowhere, in words. Where links that were published led to, as ``followed``
        tells, there is something still, unless it is among the files that ``changed``."""
        for link in self.page(node).links:
            try:
                target = self._addresses.resolve(path, link)
            except Outside:
                yield f"{path} -> {link} (leads out of the site)"
                continue
            if target is None:
                continue
            known = _as_file(target)
            if known in followed and not changed & {known.path, f"{known.path}/{INDEX}"}:
                continue
            if fault := self._fault(target):
                yield f"{path} -> {link} ({fault})"

    def _fault_of(self, target: Target) -> str:
        """Why nothing is shown for ``target``; empty where there is something."""
        # What leads to the address that an agreement had before is led on, with its anchor.
        found = self.file(self._plan.now(target.path)) or self.file(target.path)
        if found is None:
            return "no such page"
        is_there = not target.anchor or not found[0].endswith(".html") or self.has(found[1], target.anchor)
        return "" if is_there else "no such anchor"

    def has(self, node: Node, anchor: str) -> bool:
        """Whether a page has an anchor. To look for the words that we write it with is quicker than to read the page,
        which is done only when they are not there."""
        return f' id="{html.escape(anchor)}"'.encode() in self._content(node.oid) or anchor in self.page(node).ids

    def into(self, path: str, node: Node, lost: set[Target]) -> Iterator[str]:
        """The links of an unchanged page that lead to something that has gone, in words."""
        for link, target in self.targets(path, node):
            index = f"{target.path}/{INDEX}"  # a host shows it for a folder that is named without '/'
            if lost & {target, Target(target.path, ""), Target(index, target.anchor), Target(index, "")}:
                yield f"{path} -> {link} (has gone)"

    def targets(self, path: str, node: Node) -> Iterator[tuple[str, Target]]:
        """Where the links of a page lead, each as a file; those that lead out of the site are left out."""
        for link in self.page(node).links:
            try:
                target = self._addresses.resolve(path, link)
            except Outside:
                continue
            if target:
                yield link, _as_file(target)


def _as_file(target: Target) -> Target:
    """A folder and its index.html are one place."""
    is_folder = not target.path or target.path.endswith("/")
    return Target(target.path + INDEX, target.anchor) if is_folder else target


def _lost(links: _Links, changes: list[_Change]) -> set[Target]:
    """The files that are gone, and the anchors that are gone from the pages that are still there."""
    lost = set()
    for path, was, now in changes:
        if was and not now:
            lost.add(Target(path, ""))
        elif was and now and path.endswith(".html"):
            gone = links.page(was).ids - links.page(now).ids
            lost |= {Target(path, name) for name in gone if not name.startswith(_NOT_PROMISED)}
    return lost


def _check_addresses(
    links: _Links, published: Published, changes: list[_Change], lost: set[Target], plan: Plan
) -> None:
    """An agreed edition keeps its pages and documents, and the anchors that its own pages offered as links; one whose
    words were taken away keeps its addresses."""
    emptied = {edition.name for edition in plan.editions if is_emptied(edition.properties)}
    agreed = {
        f"{agreement}/{version}" for (agreement, version), was in published.properties().items() if not is_concept(was)
    }
    kept = {name: name not in emptied for name in agreed}  # and whether with its anchors
    names = {target: "/".join(target.path.split("/")[:2]) for target in lost}
    ours = {target for target, name in names.items() if name in kept and (kept[name] or not target.anchor)}
    if not ours:
        return
    offered = set()
    for path, was, _ in changes:
        if was and path.endswith(".html"):
            offered |= {target for _, target in links.targets(path, was)}
    gone = [
        f"/{target.path}#{target.anchor}" if target.anchor else f"/{target.path}"
        for target in ours
        if (target in offered if target.anchor else _is_cited(target.path))
    ]
    if gone:
        raise AddressLost(sorted(gone))


def _is_cited(path: str) -> bool:
    name = path.rpartition("/")[2]
    return (name.endswith(".html") and name != LOST) or name.startswith((_DOCUMENT, MANIFEST, CANONICAL))
