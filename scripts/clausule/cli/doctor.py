"""``clausule doctor``: whether the machine and the repository are as they should be."""

from __future__ import annotations

import json
from pathlib import Path

import click

from clausule.cli.console import Failure, root_of, style
from clausule.cli.start import cli
from clausule.model.similarity import visible


@cli.command("doctor")
@click.option("--remote", default="", metavar="REMOTE", help="The remote to ask (default: origin, if there is one).")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
@click.option("--offline", is_flag=True, help="Ask no remote.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How what was seen is shown."
)
@click.pass_context
def doctor_command(ctx: click.Context, remote: str, branch: str, offline: bool, form: str) -> None:
    """Says whether this machine and the repository are as they should be, and how to mend what is not.

    It looks at Python, git, the program and what it needs, what an extra would add, fonts, the clock, the settings, the
    branch of the site, the remote and the workflows. It writes nothing, and asks nothing of the network but the remote
    ('git ls-remote', for ten seconds at most). What is wrong in a text is for 'clausule check'.
    """
    from clausule.author.doctor.examination import examine

    if remote and offline:
        raise click.UsageError("--offline asks no remote, and one is named.", ctx)
    folder = Path(ctx.obj or ".").resolve()
    if not folder.is_dir():
        raise Failure(f"{folder} is no folder.")
    try:
        root = root_of(ctx)
    except Failure:
        root = None
    seen = []
    for one in examine(folder, root, branch=branch, remote=remote, offline=offline):
        seen.append(one)
        if form == "text":
            click.echo(
                f"{style(f'{one.state:<5}', _KINDS[one.state])}  {style(one.about, 'place')}: {visible(one.found)}"
            )
            if one.mend:
                click.echo(f"       {style('mend', 'quiet')}: {visible(one.mend)}")
    if form == "json":
        click.echo(json.dumps([one.as_json() for one in seen], ensure_ascii=False, indent=2))
    count = sum(one.state == "wrong" for one in seen)
    if form == "text":
        click.echo(f"{count} thing{'s' if count > 1 else ''} to mend" if count else "as it should be", err=True)
    ctx.exit(1 if count else 0)


_KINDS = {"fine": "fine", "note": "note", "wrong": "error"}
