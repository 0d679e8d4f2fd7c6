"""The commands that check, write and publish. Exit status: 0 clean, 1 findings, 2 wrong use or a machine fault."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from clausule.cli.console import (
    DAY,
    LANGUAGE,
    ON,
    SCHEDULER,
    TASK_TIMEOUT,
    Failure,
    crew_of,
    open_repository,
    progress,
    read_text,
    refuse,
    root_of,
    show,
)
from clausule.cli.start import cli
from clausule.language.language import DEFAULT, language_of
from clausule.model.lookup import find_agreement, find_edition
from clausule.model.similarity import closest


@cli.command("check")
@click.argument("agreement", default="")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How findings are shown."
)
@click.option("--quiet", is_flag=True, help="Leave out findings that were accepted with a reason.")
@SCHEDULER
@TASK_TIMEOUT
@click.pass_context
def check_command(ctx: click.Context, agreement: str, form: str, quiet: bool, scheduler: str, minutes: float) -> None:
    """Checks all agreements, or one."""
    from clausule.check import check
    from clausule.report.findings import is_clean

    repository = open_repository(ctx, agreement, at_once=False)
    crew = crew_of(ctx, repository.root, scheduler, minutes)
    findings = [finding for finding in check(repository, crew) if not (quiet and finding.allowed)]
    show(findings, repository.root, form)
    ctx.exit(0 if is_clean(findings) else 1)


@cli.command()
@click.argument("rule", default="")
def explain(rule: str) -> None:
    """Explains a rule: why it is there, what is wrong and what is right. Without RULE: lists them."""
    from clausule.check import EXAMPLES, all_rules

    rules = all_rules()
    if not rule:
        width = max(len(name) for name in rules)
        for name, found in rules.items():
            click.echo(f"{name:<{width}}  {found.severity:<7}  {found.title}")
        return
    if rule not in rules:
        guess = closest(rule, rules)
        raise Failure(
            f"there is no rule '{rule}'. {f'Did you mean {guess!r}?' if guess else 'clausule explain lists them.'}"
        )
    found = rules[rule]
    click.echo(f"{found.id} ({found.severity})\n\n{found.title}\n\n{found.page}\n\n{EXAMPLES}")


@cli.command()
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How references are shown.")
@click.option(
    "--language",
    type=LANGUAGE,
    default=None,
    help="The language of the text (default: the one it reads as).",
)
def references(file: str, form: str, language: str | None) -> None:
    """Lists the references to clauses, annexes and acts in a text. FILE may be - for standard input."""
    from clausule.language.recognition import likeliest
    from clausule.language.references import as_json as references_json

    text = read_text(file)
    rows = references_json(language_of(language or likeliest(text, DEFAULT)).references.find_references(text))
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(
            f"{row['start']}-{row['end']}  {' '.join(row['text'].split())}  → {', '.join(row['targets']) or '?'}"
        )


@cli.command()
@click.argument("agreement")
@click.argument("version")
@click.option("--from", "source", required=True, metavar="VERSION", help="The edition to begin from.")
@click.option("--effective", type=DAY, default=None, help="The day from which it applies.")
@click.pass_context
def new(ctx: click.Context, agreement: str, version: str, source: str, effective: date | None) -> None:
    """Begins a new edition that holds the text of another, as a concept."""
    from clausule.author.freeze import new_edition

    repository = open_repository(ctx)
    found = find_agreement(repository.agreements, agreement)
    paths = new_edition(repository.root, found, version, find_edition(found, source), effective)
    for path in paths:
        click.echo(path)
    click.echo(
        f"Each page includes that of {source}. To change one, replace its line by the words of {source} "
        'and give it the front matter version: "' + version + '".',
        err=True,
    )


@cli.command("changes")
@click.argument("agreement")
@click.argument("version")
@click.pass_context
def changes_command(ctx: click.Context, agreement: str, version: str) -> None:
    """Writes what an edition changed into its front matter, where each reason is left for the author to write."""
    from clausule.author.changes import write_changes

    repository = open_repository(ctx, agreement)
    found = find_agreement(repository.agreements, agreement)
    edition = find_edition(found, version)
    entries = write_changes(repository.root, found, edition)
    for entry, what in entries:
        click.echo(f"{entry.get('at') or entry['from']} {what}")
    page = f"{edition.folder}/index.md"
    click.echo(
        f"Write why behind each of these in {page}; clausule check says which are open."
        if entries
        else f"Nothing was added: every change that wants a reason has its entry in {page}.",
        err=True,
    )


@cli.command("freeze")
@click.argument("agreement")
@click.argument("version")
@click.option(
    "--effective",
    type=DAY,
    default=None,
    help="A concept is agreed: write this day in it, and take 'status: concept' out.",
)
@click.pass_context
def freeze_command(ctx: click.Context, agreement: str, version: str, effective: date | None) -> None:
    """Records the hash of an edition, so that its text can never change again."""
    from clausule.author.freeze import agreed

    if effective is None:
        click.echo(_frozen(ctx, agreement, version))
        return
    repository = open_repository(ctx, agreement)
    edition = find_edition(find_agreement(repository.agreements, agreement), version)
    with agreed(repository.root, edition, effective):
        click.echo(_frozen(ctx, agreement, version))


def _frozen(ctx: click.Context, agreement: str, version: str) -> str:
    from clausule.author.freeze import freeze, goes_back
    from clausule.check import today

    repository = open_repository(ctx, agreement)
    found = find_agreement(repository.agreements, agreement)
    edition = find_edition(found, version)
    told = goes_back(found, edition, today())
    sha256 = freeze(repository, found, edition, today())
    if told:
        click.echo(told, err=True)
    return f"{edition.name} sha256:{sha256}"


@cli.command()
@SCHEDULER
@TASK_TIMEOUT
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The folder to write to: new, empty, or built before."
)
@ON
@click.pass_context
def build(ctx: click.Context, scheduler: str, minutes: float, out: Path, day: date | None) -> None:
    """Builds the whole site into a folder, without git."""
    from clausule.build.folder import build_all
    from clausule.build.sources import read_sources
    from clausule.check import check, today

    progress("checking the texts")
    crew = crew_of(ctx, root_of(ctx), scheduler, minutes)
    repository = read_sources(root_of(ctx))
    refuse(ctx, repository, check(repository, crew))
    build_all(repository, day or today(), out, progress, crew)
    click.echo(str(out))


@cli.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen on this machine."
)
@click.option("--published", is_flag=True, help="Serve what is on the branch gh-pages, and not the sources.")
@ON
@click.pass_context
def serve(ctx: click.Context, port: int, published: bool, day: date | None) -> None:
    """Shows the site on this machine, and builds it again when a source changes."""
    from clausule.check import today
    from clausule.cli.serve import serve_published, serve_sources

    if published:
        serve_published(root_of(ctx), port, progress)
    else:
        serve_sources(root_of(ctx), port, day or today(), progress)
