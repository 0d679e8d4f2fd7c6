"""``clausule verify FILE``: which edition a file is, whole or where it differs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn

import click

from clausule.cli.console import Failure, open_repository, progress
from clausule.proof.file import MOST_BYTES, Unreadable, judge


def verify_file(ctx: click.Context, path: Path, form: str) -> NoReturn:
    """Says what the file at ``path`` is and ends: with 0 where it is whole, with 1 where it differs or is unknown."""
    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure(f"{path} cannot be read: {error.strerror}.") from error
    try:
        verdict = judge(data, open_repository(ctx).agreements)
    except Unreadable as error:
        raise Failure(f"{path}: {error}.") from error
    if form == "json":
        rows = [{"path": at, "expected": old, "found": new} for at, old, new in verdict.differences]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        progress(verdict.words)
    else:
        click.echo(verdict.words)
        for at, expected, found in verdict.differences:
            click.echo(f"  {at}: expected {expected!r}, found {found!r}")
    ctx.exit(0 if verdict.is_whole else 1)
