"""The command that takes one edition out of the sources, in one of its forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from clausule.cli.console import ON, Failure, open_repository, write_file
from clausule.cli.start import cli
from clausule.formats.format import all_formats

_FORMS = {form.name: form for form in all_formats() if form.name}
_ALL = "zip"
"""Not one form, but all of them with the pages, to read from a folder."""


@cli.command("export")
@click.argument("slug", metavar="AGREEMENT")
@click.argument("version")
@click.option(
    "--format", "name", type=click.Choice([*_FORMS, _ALL]), default="json", show_default=True, help="The form."
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="The file (default: the screen)."
)
@ON
@click.pass_context
def export_command(ctx: click.Context, slug: str, version: str, name: str, out: Path | None, day: date | None) -> None:
    """Writes an edition in one of its forms, whether or not it has findings: what the sources say now. A zip holds its
    pages, documents and data, and is read from a folder; the site does not offer it, as it holds all of that once
    more."""
    from clausule.analysis.references import Notes
    from clausule.check import today
    from clausule.model.dates import intervals, status_on
    from clausule.model.lookup import find_agreement, find_edition
    from clausule.read.house import house_of

    repository = open_repository(ctx, slug)
    agreement = find_agreement(repository.agreements, slug)
    edition = find_edition(agreement, version)
    status = status_on(edition, intervals(agreement)[edition.version], day or today())
    if name == _ALL:
        from clausule.build.archive import edition_archive

        data = edition_archive(repository, agreement, edition)
    else:
        form = _FORMS[name]
        if why := form.lacks(agreement, edition):
            raise Failure(f"{edition.name} cannot be written as {name}: {why}.")
        data = form.make(agreement, edition, Notes(edition), status, house_of(repository.root, repository.settings))
    if out is None:
        click.echo(data, nl=False)
        return
    write_file(out, data)
