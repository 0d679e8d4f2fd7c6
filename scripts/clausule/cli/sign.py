"""``clausule sign``: the publisher's signature under what never changes."""

from __future__ import annotations

from pathlib import Path

import click

from clausule.author.sign import sign, unsigned
from clausule.cli.console import open_repository, progress
from clausule.cli.start import cli
from clausule.model.lookup import find_agreement, find_edition


@cli.command("sign")
@click.argument("agreement")
@click.argument("version", required=False)
@click.option(
    "--key", type=click.Path(path_type=Path), required=True, help="The file of an Ed25519 key, as ssh-keygen makes it."
)
@click.pass_context
def sign_command(ctx: click.Context, agreement: str, version: str | None, key: Path) -> None:
    """Signs the manifest of a frozen edition; without VERSION of all that have no signature.

    The signature (ssh-keygen -Y sign) is written beside the lock, and published beside the manifest. The public key
    must stand in docs/allowed_signers, and be known to readers from elsewhere too: from the contract, from the DNS. It
    is no qualified signature, seal or time stamp (eIDAS).
    """
    repository = open_repository(ctx, agreement)
    found = find_agreement(repository.agreements, agreement)
    editions = [find_edition(found, version)] if version else unsigned(found)
    if not editions:
        progress("every frozen edition is signed")
    for path in sign(repository.root, found, editions, key):
        click.echo(path)
