"""The commands for what becomes of an edition after it was agreed."""

from __future__ import annotations

from datetime import date

import click

from clausule.author.rename import rename
from clausule.author.withdraw import check_withdrawal, edition_to_withdraw, withdraw
from clausule.check import today
from clausule.cli.console import DAY, Failure, open_repository
from clausule.cli.start import cli
from clausule.model.editions import Agreement
from clausule.model.lookup import find_agreement, find_edition
from clausule.read import Repository


@cli.command("withdraw")
@click.argument("agreement")
@click.argument("version", default="")
@click.option("--why", required=True, metavar="TEXT", help="The reason, which readers see.")
@click.option("--on", "day", type=DAY, default=None, help="The day from which it is withdrawn (default: today).")
@click.option("--remove-words", is_flag=True, help="Takes its words away too: it should never have been published.")
@click.pass_context
def withdraw_command(
    ctx: click.Context, agreement: str, version: str, why: str, day: date | None, remove_words: bool
) -> None:
    """Takes back an edition that was agreed: its text stays, and says that it is withdrawn, and why.

    One that is only announced never comes into force, and the one before it stays. To undo it, take the lines
    'withdrawn:' out of its front matter again: it is then published as agreed.

    With --remove-words (personal data, the text of another) its words go, and every hash that they can be guessed from;
    its addresses say that it was withdrawn, when and why. That cannot be undone here.
    """
    repository = open_repository(ctx, "" if remove_words else agreement)
    found = find_agreement(repository.agreements, agreement)
    if version in {edition.version for edition in found.emptied}:
        raise Failure(f"{agreement}/{version} was withdrawn with its words already.")
    if remove_words:
        _remove_words(repository, found, version, why, day)
        return
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


def _remove_words(repository: Repository, agreement: Agreement, version: str, why: str, day: date | None) -> None:
    from clausule.author.emptying import remove_words

    if not version:
        raise Failure("name the version whose words are taken away: this cannot be undone.")
    edition, why = find_edition(agreement, version), " ".join(why.split())
    check_withdrawal(agreement, edition, why, day or today(), today(), is_again=True)
    if day and day > today():
        raise Failure(f"words are taken away at once, and not on {day}. Leave --on out, or name a day that has been.")
    gone = remove_words(repository, agreement, edition, why, day or today())
    click.echo("\n".join((f"{edition.folder}/index.md", *gone)))
    paths = "".join(f" --path {path}" for path in gone if not path.startswith(edition.folder))
    click.echo(_PURGE.format(name=edition.name, folder=edition.folder, paths=paths), err=True)


_PURGE = """\
The words of {name} are out of these sources. Commit this, and publish it. Git still has them in what came before:
1. In the sources. Copy {folder}/index.md elsewhere; then, in a fresh clone (git-filter-repo is a program of its own):
   git filter-repo --invert-paths --path {folder}/{paths}
   Put index.md back, commit, and git push --force --all. The hash that stood in editions.lock goes with its
   --replace-text. What another edition took over stays, as it is that edition's text too.
2. On the branch of the site, once it is published without the words:
   git update-ref refs/heads/gh-pages $(git commit-tree 'gh-pages^{{tree}}' -m 'Purged: {name}')
   git push --force origin gh-pages
   'clausule verify' accepts that one break in the history, because these sources record it.
3. Clones, forks, pull requests and the caches of a forge keep them: ask the forge to remove those (on GitHub its
   support), and every colleague for a new clone. Search engines and archives have to be asked too."""
