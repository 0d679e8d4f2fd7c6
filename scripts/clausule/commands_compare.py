"""The commands that compare: two editions, two files, one clause through time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import click

from clausule.authoring import find_agreement, find_edition
from clausule.check import today
from clausule.compare.changes import NOTES, Comparison, compare_units
from clausule.compare.plain import text_units
from clausule.compare.units import edition_units
from clausule.compare_report import (
    comparison_html,
    comparison_json,
    comparison_markdown,
    comparison_text,
    differs,
    history_json,
    history_text,
)
from clausule.console import Failure, open_repository, read_text, style
from clausule.dutch.words import edition_name
from clausule.follow import follow
from clausule.model import Agreement, Edition, current
from clausule.reasons import compare_successive, edition_before, explain
from clausule.render.changes import Said, nothing_said
from clausule.words import closest

_MARKDOWN = (".md", ".markdown", ".mdown")
_FORMATS = click.Choice(["text", "json", "markdown", "html"])


@click.command("compare")
@click.argument("names", nargs=-1, metavar="[AGREEMENT] OLD NEW")
@click.option("--files", is_flag=True, help="OLD and NEW are two Markdown or text files.")
@click.option("--format", "form", type=_FORMATS, default="text", help="How the differences are shown.")
@click.pass_context
def compare_command(ctx: click.Context, names: tuple[str, ...], files: bool, form: str) -> None:
    """Compares two editions of an agreement, or with --files two files, clause by clause."""
    if len(names) != (2 if files else 3):
        wanted = "clausule compare --files OLD NEW" if files else "clausule compare AGREEMENT OLD NEW"
        raise click.UsageError(f"{len(names)} names were given. Write: {wanted}", ctx)
    if files:
        _show(ctx, _files(names[0], names[1]), (names[0], names[1]), (names[0], names[1]), form)
    agreement = find_agreement(open_repository(ctx, names[0]).agreements, names[0])
    old, new = (find_edition(agreement, version) for version in names[1:])
    shown = (edition_name(old), edition_name(new)) if form in ("markdown", "html") else (old.name, new.name)
    found, said = _compared(agreement, old, new)
    _show(ctx, found, (old.version, new.version), shown, form, said)


def _show(
    ctx: click.Context,
    found: Comparison,
    names: tuple[str, str],
    shown: tuple[str, str],
    form: str,
    said: Said = nothing_said,
) -> None:
    """Prints the comparison, and ends with 1 when there are differences."""
    match form:
        case "json":
            click.echo(comparison_json(found, *names, said))
        case "markdown":
            click.echo(comparison_markdown(found, *shown, said))
        case "html":
            click.echo(comparison_html(found, *shown, said))
        case _:
            click.echo(comparison_text(found, *shown, style, said))
    if found.note and form != "text":
        click.echo(f"note: {NOTES[found.note]}.", err=True)
    ctx.exit(1 if differs(found) else 0)


def _files(old: str, new: str) -> Comparison:
    if old == new == "-":
        raise Failure("standard input can be one of the two, not both.")
    rows = [text_units(read_text(name), Path(name).suffix.lower() in _MARKDOWN) for name in (old, new)]
    return compare_units(rows[0], rows[1])


def _compared(agreement: Agreement, old: Edition, new: Edition) -> tuple[Comparison, Said]:
    """What happened from ``old`` to ``new``; where the one follows the other with what its author says of it."""
    if edition_before(agreement, new) is old:
        found = explain(old, new)
        return found.comparison, found.of
    return compare_units(edition_units(old), edition_units(new)), nothing_said


@click.command("history")
@click.argument("agreement")
@click.argument("clause")
@click.option("--edition", "version", default="", metavar="VERSION", help="The edition whose CLAUSE is meant (default: the one in force).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the texts are shown.")
@click.pass_context
def history_command(ctx: click.Context, agreement: str, clause: str, version: str, form: str) -> None:
    """Shows all texts of a clause through the editions, whatever its number was. CLAUSE is artikel-7.2, or 7.2."""
    found = find_agreement(open_repository(ctx, agreement).agreements, agreement)
    if not found.editions:
        raise Failure(f"{agreement} has no editions yet.")
    start = found.editions.index(find_edition(found, version) if version else _usual(found, today()))
    units = [edition_units(edition) for edition in found.editions]
    ids = [[unit.id for unit in row] for row in units]
    name = clause if clause in ids[start] else f"artikel-{clause}"
    if name not in ids[start]:
        raise Failure(_unknown(clause, found, ids, start))
    pairs = pairwise(found.editions)
    stages = follow(found.editions, units, [compare_successive(old, new) for old, new in pairs], start, name)
    click.echo(history_json(stages) if form == "json" else history_text(stages, style))


def _usual(agreement: Agreement, day: date) -> Edition:
    return current(agreement, day) or agreement.editions[-1]


def _unknown(clause: str, agreement: Agreement, ids: list[list[str]], start: int) -> str:
    having = [
        edition.version
        for edition, known in zip(agreement.editions, ids, strict=True)
        if clause in known or f"artikel-{clause}" in known
    ]
    message = f"{agreement.editions[start].name} has no '{clause}'."
    if having:
        return f"{message} It is in {', '.join(having)}: add --edition {having[-1]}."
    guess = closest(clause, ids[start]) or closest(f"artikel-{clause}", ids[start])
    return f"{message} Did you mean '{guess}'?" if guess else f"{message} Write it as in its address: artikel-7.2, bijlage-2-a."
