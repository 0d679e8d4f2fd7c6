"""``clausule verify``: whether what is published is what the sources make."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from clausule.cli.console import ON, Failure, progress
from clausule.cli.start import cli


@cli.command()
@click.argument("folder", metavar="[FOLDER|FILE]", type=click.Path(path_type=Path), required=False)
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
@click.option("--remote", default=None, metavar="REMOTE", help="The branch on this remote, not the one here.")
@click.option("--store", default=None, metavar="s3://BUCKET/FOLDER", help="What this store of objects holds.")
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
    store: str | None,
    url: str | None,
    form: str,
    day: date | None,
) -> None:
    """Holds what is published against what the sources here make of it on this day.

    It makes the whole site from the sources, the lock included, and compares every file: of the branch on this machine,
    of that on a remote, of a FOLDER (as 'publish --copy' and 'build' write it), of a store of objects, or of a site at
    an address. On a branch it also looks at the memory and at the history: whether what was published is still in it;
    in a store, whether the index and the files that it names are whole. At an address only the files that should be
    there are asked for: what is there besides, the history, and what others are shown, cannot be seen from here.

    Of a FILE (- for standard input) it says which edition it is, whole or where it differs: of the data and proofs that
    the site offers, of the saved text of a page, or of a pasted clause. It goes by the words that a reader sees.
    """
    if sum(map(bool, (folder, remote, store, url))) > 1:
        raise Failure("name one of FOLDER, --remote, --store and --url.")
    if folder and (folder.is_file() or str(folder) == "-"):
        from clausule.cli.verify_file import verify_file

        verify_file(ctx, folder, form)
    if folder and not folder.is_dir():
        raise Failure(f"there is no folder and no file {folder}.")
    if url and not url.startswith(("http://", "https://")):
        raise Failure(f"'{url}' is no address of a site. Write it with https://.")
    from clausule.cli.verification import hold_against_sources

    differences, files = hold_against_sources(ctx, folder, branch, remote, store, url, day)
    if form == "json":
        rows = [{"path": d.path, "expected": d.expected, "found": d.found} for d in differences]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    for each in differences if form == "text" else ():
        click.echo(f"{each.path}: expected {each.expected!r}, found {each.found!r}")
    count = len(differences)
    progress(
        f"{count} difference{'s' if count > 1 else ''} from what these sources make"
        if count
        else f"as these sources make it: {files} files"
    )
    ctx.exit(1 if differences else 0)
