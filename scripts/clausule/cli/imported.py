"""What a person is told of a text that came in: where each part went, what did not come in, what is doubted in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click

from clausule.cli.console import show

if TYPE_CHECKING:
    from clausule.author.import_document import Imported
    from clausule.author.placed import Row
    from clausule.author.split import Split
    from clausule.model.findings import Finding
    from clausule.read import Repository

_LONGEST = 140
_HEADLESS = ", which has no heading row; look whether each column was read as what it is"
_NOT_SAME = (
    "Its hash is not that of the file, which somebody edited or an older clausule wrote, or which is given another "
    "version or day here: compare the two"
)


def say_split(
    done: Split,
    place: Callable[[int], str],
    rows: Sequence[Row] = (),
    became: dict[str, str] | None = None,
    *,
    err: bool = False,
) -> None:
    """The files that were written, each with the ``place`` where it begins, and under it its ``rows``; ``became`` says
    of a file what it is in the edition that it follows. ``err``: all on standard error."""
    for path in done.others:
        click.echo(path, err=err)
    for one in done.files:
        told = f" ({became[one.name]})" if became else ""
        heading = f", {one.heading}" if one.heading else ""
        click.echo(f"{done.folder}/{one.name}: from {place(one.begin)}{heading}{told}", err=err)
        for row in rows:
            if row.file == one.name:
                click.echo(f"  {place(row.number)} -> {row.id}", err=err)
    order = "in another order where a footnote or a letterhead was moved" if done.moved else "in the same order"
    click.echo(
        f"All {done.letters} letters and digits are there, {order}. Go on: clausule check {done.folder.split('/')[1]}",
        err=True,
    )


def say_imported(done: Imported, repository: Repository, form: str) -> None:
    """All of it; the findings about the edition that was written last, as ``check`` has them. With ``json`` these alone
    are on standard output."""
    from clausule.author.import_document import dropped_by_kind
    from clausule.author.proposals import RULES
    from clausule.check import check

    say_split(done.split, done.came.place, done.rows, _became(done), err=form == "json")
    if done.is_same is not None:
        told = "It is the same edition: its hash is that of the file" if done.is_same else _NOT_SAME
        click.echo(f"{told}.", err=True)
    for own in done.taken:
        click.echo(f"Taken from the text, {done.came.place(own.number)}: --{own.what} {own.value}", err=True)
    if done.next and done.follows and done.next.gone:
        _say(f"Of {done.follows.version} these are not there any more:", done.next.gone)
    reasons = (f"{entry.get('at') or entry['from']} {what}: {entry.get('why') or '?'}" for entry, what in done.entries)
    _say(f"Entries of changes: in {done.page}, where '?' is for you to say:", reasons)
    unsure = (f"{done.came.place(one.number)}: {one.said}" for one in done.came.doubts)
    _say("In doubt, look these up:", unsure)
    for what, words in dropped_by_kind(done.came.dropped).items():
        _say(f"Left out, {what}:", words)
    said = (f"{one.at or 'beside no words'}, {one.comment.author}: {one.comment.words}" for one in done.said)
    _say(f"Comments, as remarks in the front matter of {done.page}, which are not published:", said)
    if done.proposals.terms:
        click.echo(f"Terms that were read: {', '.join(done.proposals.terms)}", err=True)
    _say(f"Proposed in {done.page}; take the # away from what is right:", done.proposals.lines)
    _say("A name, or a term without a definition?", done.proposals.names)
    _say("Annexes that say what they are:", (f"{name}: kind: {kind}" for name, kind in done.kinds.items()))
    if drafted := done.drafted:
        _say(f"Rows of {drafted.path}, drafted from the table{_HEADLESS * drafted.headless}:", drafted.names)
        rows = (f"{name}: the table does not say {what}" for name, what in drafted.missing.items())
        _say(f"Rows of {drafted.path} that are comments until they are whole:", rows)
        _say(f"In the table, and not in {drafted.path}, which was left as it is:", drafted.others)
    doubts = [one for one in check(repository) if _concerns(one, done) and not one.allowed]
    if form != "json":
        doubts = [one for one in doubts if one.rule not in RULES]
    show(doubts, repository.root, form)


def _concerns(finding: Finding, done: Imported) -> bool:
    from clausule.author.freeze import concerns

    return concerns(finding, done.edition) or bool(done.drafted and finding.place.path == done.drafted.path)


def _became(done: Imported) -> dict[str, str]:
    """Of each page what it is in the edition that it follows."""
    if not (done.next and done.follows):
        return {}
    kept = dict.fromkeys(done.next.kept, f"as in {done.follows.version}")
    return kept | dict.fromkeys(done.next.changed, "changed") | dict.fromkeys(done.next.new, "new")


def _say(head: str, rows: Iterable[str]) -> None:
    """A heading with its rows; nothing where there are none."""
    for number, one in enumerate(rows):
        if not number:
            click.echo(head, err=True)
        click.echo(f"  {one if len(one) <= _LONGEST else one[: _LONGEST - 1] + '…'}", err=True)
