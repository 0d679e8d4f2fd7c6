"""What a person is told of a text that came in: where each part went, what did not come in, what came of comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clausule.author.import_document import Imported
    from clausule.author.placed import Row
    from clausule.author.split import Split

_LONGEST = 100


def say_split(
    done: Split, place: Callable[[int], str], rows: Sequence[Row] = (), became: dict[str, str] | None = None
) -> None:
    """The files that were written, each with the ``place`` where it begins, and under it its ``rows``; ``became`` says
    of a file what it is in the edition that it follows."""
    for path in done.others:
        click.echo(path)
    for one in done.files:
        told = f" ({became[one.name]})" if became else ""
        heading = f", {one.heading}" if one.heading else ""
        click.echo(f"{done.folder}/{one.name}: from {place(one.begin)}{heading}{told}")
        for row in rows:
            if row.file == one.name:
                click.echo(f"  {place(row.number)} -> {row.id}")
    click.echo(
        f"All {done.letters} letters and digits are there, in the same order. Go on: clausule check "
        f"{done.folder.split('/')[1]}",
        err=True,
    )


def say_imported(done: Imported) -> None:
    """All of it."""
    from clausule.author.import_document import dropped_by_kind

    became: dict[str, str] = {}
    if done.next and done.follows:
        version = done.follows.version
        became = dict.fromkeys(done.next.kept, f"as in {version}")
        became |= dict.fromkeys(done.next.changed, "changed") | dict.fromkeys(done.next.new, "new")
    say_split(done.split, done.came.place, done.rows, became)
    for name in done.next.gone if done.next and done.follows else ():
        click.echo(f"{name} of {done.follows.version if done.follows else ''} is not there any more.", err=True)
    for entry, what in done.entries:
        why = f": {entry['why']}" if entry.get("why") else ""
        click.echo(f"changes: {entry.get('at') or entry['from']} {what}{why}", err=True)
    if done.came.doubts:
        doubts = (f"{done.came.place(one.number)}: {one.words}" for one in done.came.doubts)
        _say("In doubt, look these up (a hyphen at the end of a line can be one of the word):", doubts)
    for what, words in dropped_by_kind(done.came.dropped).items():
        _say(f"Left out, {what}:", words)
    if done.said:
        page = f"{done.split.folder}/index.md"
        words = [f"{one.at or 'beside no words'}, {one.comment.author}: {one.comment.words}" for one in done.said]
        _say(f"Comments, as remarks in the front matter of {page}, which are not published:", words)


def _say(head: str, rows: Iterable[str]) -> None:
    click.echo(head, err=True)
    for one in rows:
        click.echo(f"  {one if len(one) <= _LONGEST else one[: _LONGEST - 1] + '…'}", err=True)
