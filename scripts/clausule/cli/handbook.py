"""``clausule handbook``: the whole of it in a browser, or what it says of one subject on the terminal."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path

import click

from clausule import __version__
from clausule.cli.console import LANGUAGE, Failure, language_here, write_file
from clausule.cli.start import cli


@cli.command("handbook")
@click.argument("subject", default="")
@click.option(
    "--language", type=LANGUAGE, default=None, help="Its language (default: that of the repository, else yours)."
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="FILE",
    help="Write it to this file (.html), and open no browser.",
)
@click.pass_context
def handbook_command(ctx: click.Context, subject: str, language: str | None, out: Path | None) -> None:
    """Opens the handbook in a browser: one file, a page for each task. Of a SUBJECT it prints what stands there.

    A SUBJECT is a page (begin), a command (freeze) or what a message names behind 'more:' (not-frozen).
    """
    from clausule.pages.handbook.whole import whole_handbook
    from clausule.pages.root.schemas import schemas
    from clausule.read.handbook import nearest, subjects, tags

    tag = language or language_here(ctx)
    tag = tag if tag in tags() else tags()[0]
    if subject:
        if subject not in subjects(tag):
            guess = nearest(subject, tag)
            advice = f"Did you mean '{guess}'?" if guess else "'clausule handbook' opens all of it."
            raise Failure(f"the handbook has no page '{subject}'. {advice}")
        page, anchor = subjects(tag)[subject]
        click.echo(page.section(anchor) if anchor else f"# {page.title}\n\n{page.text}", nl=False)
        return
    file = out or Path(tempfile.gettempdir()) / f"clausule-{__version__}-{tag}.html"
    write_file(file, whole_handbook(tag, schemas()))
    if not out:
        webbrowser.open(file.as_uri())
