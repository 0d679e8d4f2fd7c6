"""``clausule verify``: whether what is published is what the sources make."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from clausule.build.drafts import without_faulty_drafts, without_unfrozen
from clausule.build.expected import Expected, expected_site, remembered_site
from clausule.build.site import make_plan
from clausule.build.sources import read_sources
from clausule.check import check, today
from clausule.cli.console import ON, Failure, progress, refuse, root_of
from clausule.cli.start import cli
from clausule.model.addresses import MEMORY
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
from clausule.publish.plan import Plan
from clausule.publish.trees import Trees

_BUILT = ".clausule-build"


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
@click.option("--remote", default=None, metavar="REMOTE", help="The branch on this remote, not the one here.")
@click.option("--url", default=None, metavar="ADDRESS", help="The site that somebody serves at this address.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How differences are shown."
)
@ON
@click.pass_context
def verify(
    ctx: click.Context,
    folder: Path | None,
    branch: str,
    remote: str | None,
    url: str | None,
    form: str,
    day: date | None,
) -> None:
    """Holds what is published against what the sources here make of it on this day.

    It makes the whole site from the sources, the lock included, and compares every file: of the branch on this machine,
    of that on a remote, of a FOLDER (as 'publish --copy' and 'build' write it), or of a site at an address. On a branch
    it also looks at the memory and at the history: whether what was published is still in it. At an address only the
    files that should be there are asked for: what is there besides, the history, and what others are shown, cannot be
    seen from here.
    """
    if sum(map(bool, (folder, remote, url))) > 1:
        raise Failure("name one of FOLDER, --remote and --url.")
    if folder and not folder.is_dir():
        raise Failure(f"{folder} is no folder.")
    if url and not url.startswith(("http://", "https://")):
        raise Failure(f"'{url}' is no address of a site. Write it with https://.")
    root = root_of(ctx)
    git = Git(root)
    with Trees(git) as trees:
        tip = None if folder or url else _tip(git, branch, remote)
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
        place = _place(trees, tip, folder, url, expected)
        differences += _differences(expected, place, is_built=is_built)
        if tip:
            differences += staying_differences(trees, branch, tip, expected.stay)
            differences += history_differences(git, trees, branch, tip, remote)
    if form == "json":
        rows = [{"path": d.path, "expected": d.expected, "found": d.found} for d in differences]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    for each in differences if form == "text" else ():
        click.echo(f"{each.path}: expected {each.expected!r}, found {each.found!r}")
    count = len(differences)
    progress(
        f"{count} difference{'s' if count > 1 else ''} from what these sources make"
        if count
        else f"as these sources make it: {len(expected.files)} files"
    )
    ctx.exit(1 if differences else 0)


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


def _place(trees: Trees, tip: str | None, folder: Path | None, url: str | None, expected: Expected) -> Place:
    if folder:
        return InFolder(folder)
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
