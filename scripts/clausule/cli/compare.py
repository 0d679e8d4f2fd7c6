"""The commands that compare: two editions, two files, the sources with what was there before, one clause through
time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausule.cli.console import DAY, LANGUAGE, Failure, open_repository, read_text, style, write_file
from clausule.cli.start import cli
from clausule.language.language import DEFAULT, language_of
from clausule.model.lookup import find_agreement, find_edition
from clausule.model.similarity import closest

if TYPE_CHECKING:
    from clausule.compare.changes import Comparison
    from clausule.compare.unit import Unit
    from clausule.compare.wording import Remarks
    from clausule.formats.redline import Redline
    from clausule.language.protocol import Grammar
    from clausule.model.editions import Agreement, Edition
    from clausule.read import Repository

_MARKDOWN = (".md", ".markdown", ".mdown")
_SHOWN = ("text", "json", "markdown", "html")


def _documents() -> dict[str, Redline]:
    """The documents that a comparison can be, by name; what makes them is loaded when one is asked for."""
    from clausule.formats.redline import all_redlines

    return {form.name: form for form in all_redlines()}


class _Form(click.Choice[str]):
    """How the differences are shown: choices of which the documents are looked up when it is none of the others."""

    def __init__(self) -> None:
        super().__init__(_SHOWN)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in _SHOWN:
            self.choices = (*_SHOWN, *_documents())
        return super().convert(value, param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        self.choices = (*_SHOWN, *_documents())
        return super().get_metavar(param, ctx)


@cli.command("compare")
@click.argument("names", nargs=-1, metavar="[AGREEMENT] [OLD NEW]")
@click.option("--files", is_flag=True, help="OLD and NEW are two Markdown or text files.")
@click.option(
    "--base",
    "ref",
    default="",
    metavar="REF",
    help="Compare what the sources add or change since this commit, as for a pull request.",
)
@click.option("--published", is_flag=True, help="Compare what the sources add or change since they were published.")
@click.option(
    "--branch", default="gh-pages", show_default=True, help="With --published: the branch that holds the site."
)
@click.option(
    "--on",
    "day",
    type=DAY,
    default=None,
    help="With --base or --published: the day on which an edition is in force (default: today).",
)
@click.option("--format", "form", type=_Form(), default="text", help="How the differences are shown.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="The file of a document.")
@click.option(
    "--language", type=LANGUAGE, default=None, help=f"With --files: the language of both texts (default: {DEFAULT})."
)
@click.pass_context
def compare_command(
    ctx: click.Context,
    names: tuple[str, ...],
    files: bool,
    ref: str,
    published: bool,
    branch: str,
    day: date | None,
    form: str,
    out: Path | None,
    language: str | None,
) -> None:
    """Compares two editions of an agreement, clause by clause.

    With --files two files; with --base or --published each edition that is new or changed, beside the one in force. As
    a document two editions are written to --out.
    """
    if (form not in _SHOWN) != (out is not None) or (out is not None and (files or ref or published)):
        wanted = f"clausule compare AGREEMENT OLD NEW --format {'|'.join(_documents())} --out FILE"
        raise click.UsageError(f"A document is made of two editions, in a file. Write: {wanted}", ctx)
    if files + bool(ref) + published > 1:
        raise click.UsageError(
            "--files, --base and --published each ask for another comparison: give one of them.", ctx
        )
    if ref or published:
        from clausule.cli.proposal import compare_proposal

        if len(names) > 1:
            raise click.UsageError(
                f"{len(names)} names were given. Write: clausule compare [AGREEMENT] --base REF", ctx
            )
        compare_proposal(ctx, names[0] if names else "", ref, branch, day, form)
    if len(names) != (2 if files else 3):
        wanted = "clausule compare --files OLD NEW" if files else "clausule compare AGREEMENT OLD NEW"
        raise click.UsageError(f"{len(names)} names were given. Write: {wanted}", ctx)
    if files:
        found, remarks = _files(names[0], names[1], language or DEFAULT)
        _show(ctx, found, (names[0], names[1]), (names[0], names[1]), form, remarks)
    from clausule.compare.remarks import compare_editions
    from clausule.language.wording.names import edition_name

    repository = open_repository(ctx, names[0])
    agreement = find_agreement(repository.agreements, names[0])
    old, new = (find_edition(agreement, version) for version in names[1:])
    if out is not None:
        write_file(out, _document(_documents()[form], repository, agreement, old, new))
        return
    shown = (edition_name(old), edition_name(new)) if form in ("markdown", "html") else (old.name, new.name)
    found, remarks = compare_editions(agreement, old, new)
    _show(ctx, found, (old.version, new.version), shown, form, remarks)


def _document(form: Redline, repository: Repository, agreement: Agreement, old: Edition, new: Edition) -> bytes:
    from clausule.compare.history import make_history
    from clausule.read.house import house_of

    if why := form.lacks():
        raise Failure(f"this comparison cannot be written as {form.name}: {why}.")
    return form.make(agreement, make_history(agreement), old, new, house_of(repository.root, repository.settings))


def _show(
    ctx: click.Context,
    found: Comparison,
    names: tuple[str, str],
    shown: tuple[str, str],
    form: str,
    remarks: Remarks,
) -> None:
    """Prints the comparison, and ends with 1 when there are differences."""
    from clausule.compare.changes import NOTES
    from clausule.compare.wording import differs
    from clausule.report.formats import in_form

    click.echo(in_form(found, names, shown, form, style, remarks))
    if found.note and form != "text":
        click.echo(f"note: {NOTES[found.note]}.", err=True)
    ctx.exit(1 if differs(found) else 0)


def _files(old: str, new: str, language: str) -> tuple[Comparison, Remarks]:
    from clausule.compare.changes import compare_units
    from clausule.compare.text_files import text_units

    if old == new == "-":
        raise Failure("standard input can be one of the two, not both.")
    before, after = (
        text_units(read_text(name), Path(name).suffix.lower() in _MARKDOWN, language) for name in (old, new)
    )
    return compare_units(before, after), _of_definitions(before, after, language)


def _of_definitions(before: list[Unit], after: list[Unit], language: str) -> Remarks:
    """Two files have no author who explains; what uses a changed definition is known when there are definitions."""
    from clausule.compare.wording import Remarks

    if not any(unit.kind == "definition" for unit in (*before, *after)):
        return Remarks(language=language)
    from clausule.compare.uses import users_of

    return Remarks(users=users_of(before, after, language_of(language)), language=language)


@cli.command("history")
@click.argument("agreement")
@click.argument("clause")
@click.option(
    "--edition",
    "version",
    default="",
    metavar="VERSION",
    help="The edition whose CLAUSE is meant (default: the one in force).",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the texts are shown.")
@click.pass_context
def history_command(ctx: click.Context, agreement: str, clause: str, version: str, form: str) -> None:
    """Shows all texts of a clause through the editions, whatever its number was. CLAUSE is artikel-7.2, or 7.2."""
    from clausule.check import today
    from clausule.compare.history import make_history
    from clausule.compare.history.follow import follow
    from clausule.report.comparison import history_json, history_text

    found = find_agreement(open_repository(ctx, agreement).agreements, agreement)
    if not found.editions:
        raise Failure(f"{agreement} has no editions yet.")
    start = found.editions.index(find_edition(found, version) if version else _usual(found, today()))
    history = make_history(found)
    ids = [list(row) for row in history.places]
    grammar = language_of(found.language).grammar
    name = clause if clause in ids[start] else f"{grammar.ARTICLE}-{clause}"
    if name not in ids[start]:
        raise Failure(_unknown(clause, found, ids, start, grammar))
    stages = follow(history, start, name)
    click.echo(history_json(stages) if form == "json" else history_text(stages, style))


def _usual(agreement: Agreement, day: date) -> Edition:
    from clausule.model.dates import current

    return current(agreement, day) or agreement.editions[-1]


def _unknown(clause: str, agreement: Agreement, ids: list[list[str]], start: int, grammar: Grammar) -> str:
    article = f"{grammar.ARTICLE}-{clause}"
    having = [
        edition.version
        for edition, known in zip(agreement.editions, ids, strict=True)
        if clause in known or article in known
    ]
    message = f"{agreement.editions[start].name} has no '{clause}'."
    if having:
        return f"{message} It is in {', '.join(having)}: add --edition {having[-1]}."
    guess = closest(clause, ids[start]) or closest(article, ids[start])
    return (
        f"{message} Did you mean '{guess}'?"
        if guess
        else f"{message} Write it as in its address: {grammar.ARTICLE}-7.2, {grammar.ANNEX}-2-a."
    )
