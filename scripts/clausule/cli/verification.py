"""What ``clausule verify`` does: every file of what is published beside what the sources make."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from clausule.build.drafts import without_faulty_drafts, without_unfrozen
from clausule.build.expected import Expected, expected_site, remembered_site
from clausule.build.plan import make_plan
from clausule.build.sources import read_sources
from clausule.check import check, today
from clausule.cli.console import Failure, progress, refuse, root_of
from clausule.model.addresses import MEMORY, OFFERED
from clausule.publish.audit import (
    AtAddress,
    Difference,
    InFolder,
    OnBranch,
    Place,
    file_differences,
    history_differences,
    memory_differences,
    staying_differences,
)
from clausule.publish.branch import NO_JEKYLL, Published, read_branch
from clausule.publish.errors import BranchUnreadable
from clausule.publish.git import Git
from clausule.publish.memory import Memory
from clausule.publish.plan import Plan, is_emptied
from clausule.publish.store import Store
from clausule.publish.stored import InStore
from clausule.publish.trees import Trees

_BUILT = ".clausule-build"


def hold_against_sources(
    ctx: click.Context,
    folder: Path | None,
    branch: str,
    remote: str | None,
    store: str | None,
    url: str | None,
    day: date | None,
) -> tuple[list[Difference], int]:
    """How what is published in one of these places differs from what the sources make on this day, and how many files
    they make."""
    root = root_of(ctx)
    git = Git(root)
    with Trees(git) as trees:
        tip = None if folder or store or url else _tip(git, branch, remote)
        is_built = bool(folder and (folder / _BUILT).exists())
        published = Published(branch) if is_built else _published(git, trees, branch, tip)
        plan = _plan(ctx, root, day or today())
        differences: list[Difference] = []
        made_by = _tools(published.memory)
        if tip and made_by and made_by != _tools_of(plan.memory):
            progress("made by another version of the program, theme or settings: held against its own memory instead")
            differences.append(Difference(f"{MEMORY} tools", _tools_of(plan.memory), made_by))
            expected = remembered_site(plan, published, trees)
        else:
            expected = expected_site(plan, published, trees, git.hash, progress)
        place = _place(trees, tip, folder, store, url, expected)
        found = _differences(expected, place, is_built=is_built)
        # What was ever offered is known from the branch alone.
        differences += [one for one in found if published.commit or not one.path.endswith(f"/{OFFERED}")]
        if isinstance(place, InStore):
            told = {one.path for one in differences}
            differences += [one for one in place.differences() if one.path not in told]
        if tip:
            differences += staying_differences(trees, branch, tip, expected.stay)
            differences += history_differences(git, trees, branch, tip, remote, _emptied(plan))
    return differences, len(expected.files)


def _emptied(plan: Plan) -> list[str]:
    return [edition.name for edition in plan.editions if is_emptied(edition.properties)]


def _tip(git: Git, branch: str, remote: str | None) -> str:
    tip = git.remote_tip(remote, branch) if remote else git.tip(branch)
    if not tip:
        where = f"on {remote}" if remote else "here"
        raise Failure(
            f"there is no branch '{branch}' {where}. Name another (--branch), --remote REMOTE, or --url ADDRESS."
        )
    if remote and tip != git.tip(branch):
        git.fetch(remote, branch)
    return tip


def _published(git: Git, trees: Trees, branch: str, tip: str | None) -> Published:
    """What this machine knows to be published, as it was made."""
    known = tip or git.tip(branch) or git.tip(f"refs/remotes/origin/{branch}")
    try:
        return read_branch(git, trees, branch, known)
    except BranchUnreadable:  # where it is not as it should be is told file by file
        return Published(branch)


def _plan(ctx: click.Context, root: Path, day: date) -> Plan:
    progress("checking the texts")
    repository = read_sources(root)
    repository, findings, left_out = without_faulty_drafts(repository, check(repository))
    refuse(ctx, repository, findings)
    repository, unfrozen = without_unfrozen(repository)
    return make_plan(repository, day, left_out=[*left_out, *unfrozen])


def _tools(memory: Memory) -> str:
    """What made the site; where nothing can be said of that, the site is made here and compared."""
    return _tools_of(memory.plan) if memory.is_whole else ""


def _tools_of(told: Any) -> str:
    return str(told.get("tools") or "") if isinstance(told, dict) else ""


def _place(
    trees: Trees, tip: str | None, folder: Path | None, store: str | None, url: str | None, expected: Expected
) -> Place:
    if folder:
        return InFolder(folder)
    if store:
        progress(f"reading {store}")
        return InStore(Store(store))
    if url:
        progress(f"reading {len(expected.files)} files at {url}")
        return AtAddress(url, [*expected.files])
    assert tip
    return OnBranch(trees, tip)


def _differences(expected: Expected, place: Place, *, is_built: bool) -> Iterator[Difference]:
    files = {**expected.files, **expected.built_lists} if is_built else expected.files
    if is_built:
        files = {path: data for path, data in files.items() if path != NO_JEKYLL} | {_BUILT: b""}
    yield from file_differences(files, place)
    if place.paths() is not None and not is_built:
        yield from memory_differences(expected.memory, place.read(MEMORY))
