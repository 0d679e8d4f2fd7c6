"""What the workflows of a firm's repository do on its forge: comment what a pull request changes, propose what
changed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausule.cli.console import DAY, Failure, root_of
from clausule.cli.start import cli
from clausule.model.lookup import AuthoringError

if TYPE_CHECKING:
    from clausule.publish.forge import Forge
    from clausule.publish.git import Git

_MOST_BYTES = 300_000_000  # read of a pull request, that a stranger may have made
_LONGEST_TITLE = 200


@cli.group()
def forge() -> None:
    """Commands for jobs of GitHub and GitLab; the workflows that clausule init writes call them."""


@forge.command()
@click.argument("number", type=click.IntRange(min=1), default=None, required=False)
@click.option(
    "--on", "day", type=DAY, default=None, help="The day on which an edition is in force (default: today in Amsterdam)."
)
@click.pass_context
def comment(ctx: click.Context, number: int | None, day: date | None) -> None:
    """Says in one comment what a pull request changes, and edits that comment afterwards. Without NUMBER: of all that
    are open.

    Run it where the branch is checked out that it is to be merged into. Of the pull request only texts are read.
    """
    from clausule.check import today
    from clausule.publish.forge import forge_here, put_comment
    from clausule.publish.git import Git

    root = root_of(ctx)
    here, git = forge_here(os.environ), Git(root)
    numbers = here.open_pulls() if number is None else [number]
    failed = 0
    for one in numbers:  # what is wrong with one keeps no other from its comment
        try:
            differs, text = _comparison(here, git, root, one, day or today())
            click.echo(f"{one}: {put_comment(here, one, text, begin=differs)}")
        except (AuthoringError, OSError, RecursionError, MemoryError) as error:
            failed += 1
            click.echo(f"clausule: {one}: {error or 'it is too large or too deeply nested to read'}", err=True)
    ctx.exit(2 if failed else 0)


def _comparison(here: Forge, git: Git, root: Path, number: int, day: date) -> tuple[bool, str]:
    """Whether the pull request changes anything, and what, as Markdown."""
    from clausule.cli.proposal import compare_commits

    name = here.head(number)
    head = git.remote_tip(here.job.remote, name)
    if head is None:
        raise AuthoringError(f"{here.job.remote} has no {name}. Is {number} the number of a pull request?")
    git.fetch(here.job.remote, name)
    # What it changes, not what became of the main branch since it began.
    base = git.attempt("merge-base", "HEAD", head).stdout.strip() or git.run("rev-parse", "HEAD")
    return compare_commits(root, base, head, day, _MOST_BYTES)


@forge.command()
@click.option("--title", required=True, help="What the change is called.")
@click.pass_context
def propose(ctx: click.Context, title: str) -> None:
    """Opens a pull request with what changed below docs/ and annexes/; on another branch than the main one: adds a
    commit."""
    from clausule.publish.forge import forge_here
    from clausule.publish.git import Git
    from clausule.publish.propose import propose as propose_change
    from clausule.read.source import FOLDERS

    words = " ".join(title.split())
    if not words.isprintable() or not words or len(words) > _LONGEST_TITLE:
        raise Failure(f"--title needs 1 to {_LONGEST_TITLE} characters that can be read.")
    click.echo(propose_change(Git(root_of(ctx)), forge_here(os.environ), FOLDERS, words))
