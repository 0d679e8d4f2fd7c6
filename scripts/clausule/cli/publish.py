"""``clausule publish``: from the sources to the branch of the site, and to a remote."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausule.cli.console import ON, SCHEDULER, TASK_TIMEOUT, Failure, crew_of, progress, refuse, root_of
from clausule.cli.start import cli

if TYPE_CHECKING:
    from clausule.publish.store import Store


@cli.command()
@click.option("--push", "remote", default=None, metavar="REMOTE", help="Push the branch to this remote as well.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
@click.option(
    "--store", default=None, metavar="s3://BUCKET/FOLDER", help="Bring what is published to this store of objects too."
)
@click.option(
    "--copy",
    type=click.Path(path_type=Path),
    default=None,
    metavar="DIR",
    help="Write what is published to this new folder as well.",
)
@click.option("--uncommitted", is_flag=True, help="With --push or --store: publish sources that are in no commit.")
@click.option(
    "--take-away",
    is_flag=True,
    help="Publish sources that are older than what is published, or beside it, and take off the site what they lack.",
)
@click.option(
    "--strict", is_flag=True, help="Publish nothing when a draft has findings; else such a draft is left out."
)
@SCHEDULER
@TASK_TIMEOUT
@ON
@click.pass_context
def publish(
    ctx: click.Context,
    remote: str | None,
    branch: str,
    store: str | None,
    copy: Path | None,
    uncommitted: bool,
    take_away: bool,
    strict: bool,
    scheduler: str,
    minutes: float,
    day: date | None,
) -> None:
    """Publishes every edition that changed onto the branch of the site."""
    from clausule.build.drafts import not_frozen, without_faulty_drafts, without_unfrozen
    from clausule.build.known import as_frozen, known_editions
    from clausule.build.left_out import tell_documents, tell_unnamed
    from clausule.build.plan import make_plan
    from clausule.build.sources import read_sources
    from clausule.check import check, today
    from clausule.publish.files import copy_of_site
    from clausule.publish.publisher import publish as publish_plan
    from clausule.publish.publisher import recall

    root = root_of(ctx)
    crew = crew_of(ctx, root, scheduler, minutes)
    if copy and copy.exists():
        raise Failure(f"{copy} is there already. Name a new folder to copy to.")
    stored = _open(store) if store else None
    commit = _commit(root, pushes=bool(remote or store), uncommitted=uncommitted)
    recalled = recall(root, branch, remote)
    progress("checking the texts")
    known = as_frozen(root, known_editions(root, recalled.memory, recalled.before))
    repository = read_sources(root, records=known)
    findings = check(repository, crew)
    left_out: list[str] = []
    unfrozen: list[str] = []
    if not strict:
        repository, findings, left_out = without_faulty_drafts(repository, findings)
    refuse(ctx, repository, findings)
    for name in left_out:
        progress(f"{name} is left out: this draft has findings (clausule check {name.split('/')[0]} shows them)")
    if not strict:
        repository, unfrozen = without_unfrozen(repository)
    left_out += unfrozen
    plan = make_plan(repository, day or today(), recalled.file, commit=commit, left_out=left_out, crew=crew)
    tell_unnamed(repository, progress)
    tell_documents(repository, progress)
    outcome = publish_plan(repository.root, plan, branch=branch, push=remote, take_away=take_away, progress=progress)
    if copy and outcome.commit:
        copy_of_site(repository.root, outcome.commit, copy)
    if stored and outcome.commit:
        from clausule.publish.stored import send

        sent = send(repository.root, branch, outcome.commit, stored, progress)
        progress(f"{stored.address}: {sent.files} files sent, {sent.addresses} addresses written")
    for address in outcome.addresses:
        click.echo(repository.settings.site_url + address.lstrip("/"))
    if unfrozen:
        raise Failure(f"{not_frozen(unfrozen)} Everything else is published.")


def _open(address: str) -> Store:
    """A store that keeps conditions, before any work is done for it. Raises ``PublishError``."""
    from clausule.publish.store import Store

    store = Store(address)
    store.check_conditions()
    return store


def _commit(root: Path, *, pushes: bool, uncommitted: bool) -> str:
    """The commit of the sources; empty when they are in none. Raises ``PublishError``."""
    from clausule.publish.git import Git
    from clausule.publish.origin import check_committed, commit_of_sources
    from clausule.read.settings import OWN, SETTINGS
    from clausule.read.source import FOLDERS

    commit, changed = commit_of_sources(Git(root), [*FOLDERS, OWN, SETTINGS])
    if changed and pushes and not uncommitted:
        check_committed(changed)
    if changed:
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        progress(f"the sources are in no commit ({changed[0]}{more}): good for a try-out; commit them before you push")
    return "" if changed else commit
