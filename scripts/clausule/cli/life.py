"""The commands for what becomes of an edition after it was agreed."""

from __future__ import annotations

from datetime import date

import click

from clausule.author.rename import rename
from clausule.author.withdraw import edition_to_withdraw, withdraw
from clausule.check import today
from clausule.cli.console import DAY, open_repository
from clausule.cli.start import cli
from clausule.model.lookup import find_agreement


@cli.command("withdraw")
@click.argument("agreement")
@click.argument("version", default="")
@click.option("--why", required=True, metavar="TEXT", help="The reason, which readers see.")
@click.option("--on", "day", type=DAY, default=None, help="The day from which it is withdrawn (default: today).")
@click.pass_context
def withdraw_command(ctx: click.Context, agreement: str, version: str, why: str, day: date | None) -> None:
    """Takes back an edition that was agreed: its text stays, and says that it is withdrawn, and why.

    One that is only announced never comes into force, and the one before it stays. To undo it, take the lines
    'withdrawn:' out of its front matter again: it is then published as agreed.
    """
    repository = open_repository(ctx, agreement)
    found = find_agreement(repository.agreements, agreement)
    edition = edition_to_withdraw(found, version, today())
    follows = withdraw(repository, found, edition, why, day or today(), today())
    click.echo(f"{edition.folder}/index.md")
    click.echo(f"{follows} Commit this, and publish it.", err=True)


@cli.command("rename")
@click.argument("old", metavar="AGREEMENT")
@click.argument("new", metavar="NAME")
@click.pass_context
def rename_command(ctx: click.Context, old: str, new: str) -> None:
    """Gives an agreement another address. What was ever published at the old one leads on, and no text changes.

    Its folders move, and what includes or borrows from them follows. Words of a text that name the old address are
    left as they are, and listed.
    """
    repository = open_repository(ctx)
    done = rename(repository, find_agreement(repository.agreements, old), new)
    for path in done.written:
        click.echo(path)
    for place in done.left:
        click.echo(f"{place}: names '{old}' still; the old address leads on, so it may stay", err=True)
    click.echo(f"docs/{old} is docs/{new} now. Commit this by itself, and publish it.", err=True)
