"""Puts the editions on a scratch branch in mike's layout, with what mike does not make: pages above, order, aliases."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from clausule.disk.write import write_file
from clausule.language.language import current_names
from clausule.model.addresses import ASSETS, MEMORY, OFFERED, VERSIONS
from clausule.publish import listing
from clausule.publish.branch import NO_JEKYLL, Published, Work, aliases_to_renew
from clausule.publish.errors import EditionIncomplete, EditionsNotMade
from clausule.publish.former import Read, former_files
from clausule.publish.git import Git
from clausule.publish.memory import blob_id, part_file
from clausule.publish.offered import extended, is_offered, is_offered_part, offered_before, offered_formerly
from clausule.publish.plan import EditionBuild, Plan, is_concept
from clausule.publish.scratch_commit import BRANCH, ScratchCommit
from clausule.publish.trees import Node, Trees
from clausule.publish.workplace import Workplace

_ROOT = "root"


class Builder:
    """Builds each edition at most once, however often publishing starts again because another publisher was first."""

    def __init__(self, workplace: Workplace, plan: Plan, progress: Callable[[str], None]) -> None:
        self._workplace, self._plan, self._progress = workplace, plan, progress
        self._made: dict[str, Path] = {}
        self._folders = 0

    def editions(self, editions: Sequence[EditionBuild], parts: Sequence[str] | None = None) -> dict[str, Path]:
        """The folder with the pages of each edition, by its name. With ``parts`` some of what ``root`` will be asked
        for is made on the way. Raises ``EditionsNotMade``."""
        count, makers = len(editions), self._plan.makers
        lacking = [edition.name for edition in editions if edition.name not in self._made]
        wanted = makers and makers.are_wanted(len(lacking))
        self._taken = 0
        if makers and wanted and (failed := makers.make(lacking, partial(self._take, len(lacking)), parts)):
            raise EditionsNotMade(failed)
        return {
            edition.name: self._build(edition.name, f"building {edition.name} ({number} of {count})", edition.build)
            for number, edition in enumerate(editions, 1)
        }

    def root(self, parts: Sequence[str]) -> Path:
        """The folder with the pages above the editions, and of those that are made alone the ``parts``."""
        words = "building the pages above the editions" + (f", {len(parts)} of them comparisons" if parts else "")
        folder = self._build(f"{_ROOT} {parts}", words, lambda out: self._plan.build_root(out, parts))
        for agreement in self._plan.agreements:
            made = self._made.pop(f"{agreement}/", None)
            if made and not (folder / agreement).exists():
                made.rename(folder / agreement)
        return folder

    def _take(self, count: int, name: str, files: Mapping[str, bytes]) -> None:
        """Takes what others made: one of the ``count`` editions that were lacking, or what stands above some."""
        folder = self._new_folder()
        for path, data in files.items():
            write_file(folder / path, data)
        _check_built(name, folder)
        self._made[name] = folder
        if not name.endswith("/"):
            self._taken += 1
            self._progress(f"built {name} ({self._taken} of {count})")

    def _build(self, name: str, words: str, build: Callable[[Path], None]) -> Path:
        if name not in self._made:
            self._progress(words)
            folder = self._new_folder()
            build(folder)
            _check_built(name, folder)
            self._made[name] = folder
        return self._made[name]

    def _new_folder(self) -> Path:
        self._folders += 1
        folder = self._workplace.folder / "pages" / str(self._folders)
        folder.mkdir(parents=True)
        return folder


def _check_built(name: str, folder: Path) -> None:
    """What a link points to would be published, wherever that is, and a pipe would be waited on for ever."""
    for path in _paths(folder):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise EditionIncomplete(name, f"{path.relative_to(folder)} is no ordinary file")
    if not (folder / "index.html").is_file():
        raise EditionIncomplete(name, "it has no index.html")


def _paths(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)
        yield from (path for name in folders if (path := Path(parent, name)).is_symlink())


def deploy(
    git: Git, workplace: Workplace, trees: Trees, published: Published, plan: Plan, work: Work, builder: Builder
) -> str:
    """Does ``work`` on a scratch branch that begins at ``published``; returns the id of the folder that came of it."""
    environment = workplace.scratch(_base(git, published))
    made = builder.editions(work.build, work.parts if work.root else None)
    pages = builder.root(work.parts) if work.root else None
    if made:
        with ScratchCommit(environment) as commit:
            for name, folder in made.items():
                commit.write_folder(name, folder)
                earlier = own_assets(trees, published.tree, plan, name)
                if earlier and not (folder / ASSETS).exists():
                    commit.put(f"{name}/{ASSETS}", earlier.mode, earlier.oid)
    tree = _scratch_tree(git, environment)
    _finish(environment, git, trees, tree, published, plan, work, pages)
    return _scratch_tree(git, environment)


def own_assets(trees: Trees, tree: str | None, plan: Plan, name: str) -> Node | None:
    """The folder of the assets that an edition brought itself, as programs before 1.0 had it: its addresses stay."""
    agreement, _, version = name.partition("/")
    node = None if version in plan.emptied(agreement) else trees.find(tree, f"{name}/{ASSETS}")
    return node if node and node.is_folder else None


def _base(git: Git, published: Published) -> str | None:
    """The commit to begin from: what is published, as it was made."""
    return git.commit(published.tree, [], "as it was made") if published.mended and published.tree else published.commit


def _scratch_tree(git: Git, environment: dict[str, str]) -> str:
    return git.run("rev-parse", f"refs/heads/{BRANCH}^{{tree}}", environment=environment)


def _finish(
    environment: Mapping[str, str],
    git: Git,
    trees: Trees,
    tree: str,
    published: Published,
    plan: Plan,
    work: Work,
    pages: Path | None,
) -> None:
    """The rest, in one commit: what goes away, aliases, versions.json in our order, the pages above the editions."""
    gone = [f"{agreement}/{version}" for agreement, version in work.remove]
    copies: dict[str, str] = {}
    new: dict[str, Read] = {NO_JEKYLL: bytes}
    for agreement in aliases_to_renew(trees, tree, plan, [agreement for agreement, _ in work.remove]):
        gone += [f"{agreement}/{alias}" for alias in sorted(current_names())]
        if current := plan.current.get(agreement):
            version = trees.find(tree, f"{agreement}/{current}")
            assert version, "an edition in force is in the plan, and so on the branch"
            copies[f"{agreement}/{plan.alias(agreement)}"] = version.oid
    ids = _ids_of_editions(trees, tree, plan)
    for agreement in dict.fromkeys([*work.lists, *plan.agreements]):
        rows = listing.as_text(planned) if (planned := listing.planned(plan, agreement)) else ""
        if rows:
            ids[f"{agreement}/{VERSIONS}"] = blob_id(rows.encode(), git.hash)
        if rows and agreement in work.lists:
            new[f"{agreement}/{VERSIONS}"] = partial(str.encode, rows)
        elif agreement in work.lists:
            gone.append(f"{agreement}/{VERSIONS}")
    for path, data, is_new in _offers(trees, tree, published, plan, work, pages):
        ids[path] = blob_id(data, git.hash)
        new |= {path: partial(bytes, data)} if is_new else {}
    ids[NO_JEKYLL] = blob_id(b"", git.hash)
    files = dict(published.memory.files)
    made_parts = {part_file(address) for address in work.parts}
    if pages:
        made = {path.relative_to(pages).as_posix(): path.read_bytes for path in _paths(pages)}  # read one by one
        _check_root(plan, list(made), made_parts)
        made |= {path: partial(bytes, data) for path, data in _former_files(trees, tree, plan, made).items()}
        kept = {part_file(address) for address in plan.parts.keys() & published.memory.parts.keys()} - made_parts
        kept_of = {edition.agreement for edition in plan.editions if edition.is_kept}
        # What pages that somebody keeps may name, of a look that was, stays too.
        stay = {path: oid for path, oid in files.items() if path.split("/")[0] in {*kept_of, ASSETS}}
        gone += sorted(p for p in published.root_files - kept - stay.keys() if not plan.is_of_edition(p))
        new |= made
        files = stay | {path: blob_id(read(), git.hash) for path, read in made.items()}
    for path in (part_file(address) for address in plan.parts):
        there = trees.find(tree, path)
        ids[path] = files.pop(path) if path in made_parts else there.oid if there else ""
    new[MEMORY] = partial(str.encode, plan.memory_of(files, ids).as_text())
    with ScratchCommit(environment) as commit:
        for path in gone:
            commit.remove(path)
        for path, oid in copies.items():
            commit.put(path, "40000", oid)
        for path, read in new.items():
            commit.write(path, read())


def _former_files(trees: Trees, tree: str, plan: Plan, made: Mapping[str, Read]) -> dict[str, bytes]:
    """What stands where agreements were before they were renamed, of their editions on the scratch branch, and of what
    is ``made`` above these, or stays there."""
    found: dict[str, bytes] = {}
    for former, slug in plan.former.items():
        files: dict[str, Read] = {}
        for edition in plan.of(slug):
            names = [edition.name]
            names += [f"{slug}/{plan.alias(slug)}"] if plan.current.get(slug) == edition.version else []
            folder = trees.find(tree, edition.name)
            for path, node in trees.files(folder.oid) if folder else ():
                files |= {f"{name}/{path}": partial(trees.read, node.oid) for name in names}
        for path in map(part_file, plan.parts_of(slug)):
            if there := trees.find(tree, path):
                files[path] = partial(trees.read, there.oid)
        files |= made
        files[f"{slug}/{VERSIONS}"] = partial(bytes, listing.as_text(listing.planned(plan, slug)).encode())
        found |= former_files(former, slug, files, plan.lead_on)
    return found


def _offers(
    trees: Trees, tree: str, published: Published, plan: Plan, work: Work, pages: Path | None
) -> Iterator[tuple[str, bytes, bool]]:
    """For each agreement the file of all that was ever offered of it, and whether it is another."""
    built, made = {edition.name for edition in work.build}, set(work.parts)
    read = partial(trees.text, published.tree)
    for agreement in plan.agreements:
        before = offered_before(read, plan.former, agreement)
        files = {
            f"{edition.version}/{name}": trees.read(node.oid)
            for edition in plan.of(agreement)
            if not is_concept(edition.properties) and (before is None or edition.name in built)
            for name, node in _folder(trees, tree, edition.name).items()
            if not node.is_folder and is_offered(name)
        }
        drafts = [edition.version for edition in plan.of(agreement) if is_concept(edition.properties)]
        for path in (one for one in plan.parts_of(agreement) if is_offered_part(one, drafts)):
            there = trees.find(tree, path)
            if pages and path in made:
                files[path.removeprefix(f"{agreement}/")] = (pages / path).read_bytes()
            elif there and before is None:
                files[path.removeprefix(f"{agreement}/")] = trees.read(there.oid)
        after = extended(before, agreement, files, plan.origin.day, plan.emptied(agreement))
        if after is not None:
            path = f"{agreement}/{OFFERED}"
            yield path, after, after != read(path)
    for path, data in offered_formerly(read, plan.former, plan.emptied).items():
        yield path, data, data != read(path)


def _folder(trees: Trees, tree: str, path: str) -> Mapping[str, Node]:
    node = trees.find(tree, path)
    return trees.folder(node.oid) if node and node.is_folder else {}


def _ids_of_editions(trees: Trees, tree: str, plan: Plan) -> dict[str, str]:
    """The ids of the folders of editions on the scratch branch, and of the copies of those in force."""
    found = {}
    for edition in plan.editions:
        node = trees.find(tree, edition.name)
        assert node, "what is planned was put there, or is kept"
        found[edition.name] = node.oid
        if plan.current.get(edition.agreement) == edition.version:
            found[f"{edition.agreement}/{plan.alias(edition.agreement)}"] = node.oid
    return found


def _check_root(plan: Plan, made: list[str], parts: set[str]) -> None:
    """The pages above the editions may not write into what belongs to editions, and those that are made alone are
    those asked for."""
    owned = {edition.name for edition in plan.editions} | {f"{name}/{plan.alias(name)}" for name in plan.agreements}
    files = {f"{name}/{VERSIONS}" for name in plan.agreements} | {MEMORY, NO_JEKYLL}
    not_asked_for = {part_file(address) for address in plan.parts} - parts
    for path in made:
        if path in files or "/".join(path.split("/")[:2]) in owned:
            raise EditionIncomplete("the part above the editions", f"its {path} would overwrite a part of an edition")
        if path in not_asked_for:
            raise EditionIncomplete("the part above the editions", f"its {path} was not asked for")
    if missing := sorted(parts - set(made)):
        raise EditionIncomplete("the part above the editions", f"its {missing[0]} was not made")
