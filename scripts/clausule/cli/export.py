"""The command that takes one edition out of the sources, in one of its forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausule.cli.console import ON, Failure, open_repository, write_file
from clausule.cli.start import cli
from clausule.formats.format import all_formats

if TYPE_CHECKING:
    from clausule.model.editions import Agreement, Edition
    from clausule.read import Repository

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
@click.option("--beside", default="", metavar="LANGUAGE", help="With the text in this language beside it (as pdf).")
@ON
@click.pass_context
def export_command(
    ctx: click.Context, slug: str, version: str, name: str, beside: str, out: Path | None, day: date | None
) -> None:
    """Writes an edition in one of its forms, whether or not it has findings: what the sources say now. A zip holds its
    pages, documents and data, and is read from a folder; the site does not offer it, as it holds all of that once
    more."""
    from clausule.analysis.references import Notes
    from clausule.check import today
    from clausule.model.dates import intervals, status_on
    from clausule.model.lookup import find_agreement, find_edition
    from clausule.read.house import house_of

    if beside and name != "pdf":
        raise Failure("two languages stand beside each other in a PDF alone. Add --format pdf.")
    repository = open_repository(ctx, at_once=False) if beside else open_repository(ctx, slug)
    agreement = find_agreement(repository.agreements, slug)
    edition = find_edition(agreement, version)
    status = status_on(edition, intervals(agreement)[edition.version], day or today())
    if name == _ALL:
        from clausule.build.archive import edition_archive

        data = edition_archive(repository, agreement, edition)
    elif beside:
        data = _both_languages(repository, agreement, edition, beside)
    else:
        form = _FORMS[name]
        if why := form.lacks(agreement, edition):
            raise Failure(f"{edition.name} cannot be written as {name}: {why}.")
        data = form.make(agreement, edition, Notes(edition), status, house_of(repository.root, repository.settings))
    if out is None:
        click.echo(data, nl=False)
        return
    write_file(out, data)


def _both_languages(repository: Repository, agreement: Agreement, edition: Edition, tag: str) -> bytes:
    """An edition with the same one in the language ``tag`` beside it."""
    from clausule.analysis.references import Notes
    from clausule.compare.translation.prevailing import prevailing
    from clausule.formats.bilingual_pdf import Side, bilingual_pdf, why_not
    from clausule.model.editions import in_other_languages
    from clausule.read.house import house_of

    there = {
        other.language: (other, found)
        for other in in_other_languages(agreement, repository.agreements)
        for found in other.editions
        if found.version == edition.version
    }
    if tag not in there:
        known = f"There is: {', '.join(sorted(there))}." if there else "There is no translation of it."
        raise Failure(f"{edition.name} is not there in the language '{tag}'. {known}")
    if why := why_not((agreement, edition), there[tag]):
        raise Failure(f"{edition.name} cannot be written with both languages: {why}.")
    mine, yours = (Side(one, text, Notes(text)) for one, text in ((agreement, edition), there[tag]))
    is_original = agreement.translation is not None
    prevails = prevailing(*((agreement, edition) if is_original else there[tag]))
    house = house_of(repository.root, repository.settings)
    return bilingual_pdf(mine, yours, is_original=is_original, prevails=prevails, house=house)
