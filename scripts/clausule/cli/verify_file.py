"""``clausule verify FILE``: which edition a file is, whole or where it differs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn

import click

from clausule.cli.console import Failure, open_repository, progress, root_of
from clausule.proof.file import MOST_BYTES, Unreadable, Verdict, judge
from clausule.publish.offered import find_offer


def verify_file(ctx: click.Context, path: Path, form: str) -> NoReturn:
    """Says what the file at ``path`` is and ends: with 0 where it is whole, with 1 where it differs or is unknown."""
    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure(f"{path} cannot be read: {error.strerror}.") from error
    agreements = open_repository(ctx).agreements
    try:
        verdict, fault = judge(data, agreements), ""
    except Unreadable as error:
        verdict, fault = Verdict("", is_known=False), str(error)
    # A file that changes with theme, day or tool may be an older one, or of a kind that has no words of an edition.
    if not verdict.is_whole and (offer := find_offer(root_of(ctx), [one.slug for one in agreements], data)):
        verdict, fault = Verdict(f"{offer.path}: genuine, and offered so from {offer.first} on"), ""
    if fault:
        raise Failure(f"{path}: {fault}.")
    if form == "json":
        rows = [{"path": at, "expected": old, "found": new} for at, old, new in verdict.differences]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        progress(verdict.words)
    else:
        click.echo(verdict.words)
        for at, expected, found in verdict.differences:
            click.echo(f"  {at}: expected {expected!r}, found {found!r}")
    ctx.exit(0 if verdict.is_whole else 1)
