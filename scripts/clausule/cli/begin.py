"""The commands that begin something: a firm's repository, an agreement; and what a firm has of the program itself."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from clausule import __version__
from clausule.author.workflows import FORGES
from clausule.cli.console import DAY, Failure, open_repository, root_of
from clausule.cli.start import cli
from clausule.language.language import DEFAULT
from clausule.model.lookup import AuthoringError, find_agreement
from clausule.model.similarity import closest

if TYPE_CHECKING:
    from clausule.author.new_agreement import Wanted
    from clausule.model.editions import Edition
    from clausule.read.settings import Settings

_NO_FORGE = "none"
_FROM_SOURCES = (
    "Clausule runs from its sources here, and workflows install a wheel. Install it from one, and run: clausule "
    "upgrade --forge github"
)


@cli.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--publisher", required=True, help="The name of the firm.")
@click.option("--language", default=DEFAULT, show_default=True, help="The language of the site.")
@click.option("--example", is_flag=True, help="Begin with the model agreement, as the firm's own to fill in.")
@click.option(
    "--forge",
    type=click.Choice([*FORGES, _NO_FORGE]),
    default=FORGES[0],
    show_default=True,
    help="For whom to write workflows.",
)
def init_command(folder: Path, publisher: str, language: str, example: bool, forge: str) -> None:
    """Makes a firm's repository in a new or empty folder, with git; it can be published at once."""
    from clausule.author.init import Firm, init

    program = _program()
    firm = Firm(publisher=publisher, language=language, example=example, forge=forge, program=program)
    for path in init(folder, firm):
        click.echo(path)
    if forge != _NO_FORGE and not program:
        click.echo(f"No workflows were written. {_FROM_SOURCES}", err=True)
    click.echo(
        f"Go on in {folder}: clausule check, clausule serve, clausule publish. Write your address at site_url in "
        f"mkdocs.yml.",
        err=True,
    )


def _program() -> tuple[str, bytes] | None:
    """The program that runs, for the workflows to install; None where it runs from its sources."""
    from clausule.author.program import packed_program

    try:
        return packed_program()
    except AuthoringError:
        return None


@cli.command("new-agreement")
@click.argument("slug")
@click.option("--title", required=True, help="The name of the agreement, as on its cover.")
@click.option("--publisher", default="", help="Who publishes it (default: the publisher in mkdocs.yml).")
@click.option("--version", default="1.0", show_default=True, help="The version of its first edition.")
@click.option(
    "--language", default="", help="The language of its text (default: what it reads as, else that of the site)."
)
@click.option(
    "--model",
    default="",
    metavar="SLUG",
    help="An agreement of your own whose edition in force is taken over, instead of the model.",
)
@click.option("--empty", is_flag=True, help="Begin without a model: the parties and one article, to write.")
@click.pass_context
def new_agreement_command(
    ctx: click.Context, slug: str, title: str, publisher: str, version: str, language: str, model: str, empty: bool
) -> None:
    """Begins an agreement from the model: a first edition, a concept, with the places to fill in marked."""
    from clausule.author.new_agreement import Wanted, check_language, model_edition, model_root, new_agreement
    from clausule.check import today

    if model and empty:
        raise click.UsageError("--empty takes no model.", ctx)
    root = root_of(ctx)
    settings = _settings(root)
    if not (publisher or settings.publisher):
        raise click.UsageError("Missing option '--publisher', and mkdocs.yml names no publisher.", ctx)
    usual = settings.language or DEFAULT
    language = language or usual
    check_language(language)
    source, source_root = None, root
    if model:
        source = _own_edition(ctx, model)
    elif not empty:
        source, source_root = model_edition(today(), language), model_root()
    wanted = Wanted(
        slug=slug,
        title=title,
        publisher=publisher or settings.publisher,
        version=version,
        language=language,
        site_language=usual,
        email=settings.email,
        site_url=settings.site_url,
    )
    started = new_agreement(root, wanted, source, source_root)
    for path in started.paths:
        click.echo(path)
    click.echo(f"{len(started.places)} places have to be filled in; 'clausule check {slug}' lists them:", err=True)
    for path, line, words in started.places:
        click.echo(f"  {path}:{line}: {words}", err=True)


@cli.command("split")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--agreement", "slug", default="", metavar="SLUG", help="The agreement whose edition it becomes.")
@click.option("--version", default="", help="The version of that edition.")
@click.option("--effective", type=DAY, default=None, help="The day from which it applies.")
@click.option("--title", default="", help="The name of an agreement that is not there yet (default: its first line).")
@click.option(
    "--language", default="", help="The language of its text (default: what it reads as, else that of the site)."
)
@click.pass_context
def split_command(
    ctx: click.Context, file: Path, slug: str, version: str, effective: date | None, title: str, language: str
) -> None:
    """Divides an agreement that is one Markdown or text file into the files of an edition. No word changes.

    FILE can be the index.md of an edition that holds the whole text; it then needs no options.
    """
    from clausule.author.split import edition_of, split
    from clausule.cli.imported import say_split

    root = root_of(ctx)
    own = edition_of(root, file)
    slug, version = slug or own[0], version or own[1]
    if not version:
        raise click.UsageError("Missing option '--version': which edition does it become?", ctx)
    wanted = _wanted(ctx, slug, version, title, language)
    say_split(split(root, file, wanted, effective), "line {}".format)


@cli.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--agreement", "slug", default="", metavar="SLUG", help="The agreement whose edition it becomes.")
@click.option("--version", default="", help="The version of that edition (default: what the text says of itself).")
@click.option("--effective", type=DAY, default=None, help="The day from which it applies (default: as above).")
@click.option("--title", default="", help="The name of an agreement that is not there yet (default: its first line).")
@click.option(
    "--language", default="", help="The language of its text (default: what it reads as, else that of the site)."
)
@click.option(
    "--tracked",
    type=click.Choice(["ask", "accept", "reject"]),
    default="ask",
    show_default=True,
    help="What becomes of tracked changes that are pending in a Word file.",
)
@click.option(
    "--from",
    "follows",
    default="",
    metavar="VERSION",
    help="The edition that it follows, of an agreement that is there (default: the last).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what is doubted: for a person, or as check does for a program.",
)
@click.pass_context
def import_command(
    ctx: click.Context,
    file: Path,
    slug: str,
    version: str,
    effective: date | None,
    title: str,
    language: str,
    tracked: Literal["ask", "accept", "reject"],
    follows: str,
    form: str,
) -> None:
    """Makes an edition of an agreement in Word (.docx), PDF, a page of the web (.html), Markdown or text.

    No word changes. Numbers that Word or a style computes are written as they are shown. What is no part of the
    agreement (running heads, contents, navigation, comments) is left out and listed. Of an agreement that is there it
    becomes the next edition: pages whose words did not change stay includes, and comments become reasons in changes:.
    """
    from clausule.author.import_document import import_document
    from clausule.cli.imported import say_imported
    from clausule.language.recognition import english_name
    from clausule.read.importing.document import Pending

    wanted, root = _wanted(ctx, slug, version, title, language), root_of(ctx)
    decided: Literal["accept", "reject"] | None = None if tracked == "ask" else tracked
    try:
        done = import_document(root, file, wanted, effective, decided, follows)
    except Pending as pending:
        if not sys.stdin.isatty():
            raise
        click.echo(f"clausule: {pending}", err=True)
        answer = click.prompt("What becomes of them?", type=click.Choice(["accept", "reject"]), err=True)
        decided = "accept" if answer == "accept" else "reject"
        done = import_document(root, file, wanted, effective, decided, follows)
    repository = open_repository(ctx, slug)
    say_imported(done, repository, form)
    found = find_agreement(repository.agreements, slug).language
    if not language and found != wanted.language:
        click.echo(f"The text reads as {english_name(found)}: docs/{slug}/index.md says language: {found}.", err=True)


def _wanted(ctx: click.Context, slug: str, version: str, title: str, language: str) -> Wanted:
    """What a text that comes in becomes."""
    from clausule.author.new_agreement import Wanted, check_language

    if not slug:
        raise click.UsageError("Missing option '--agreement': which agreement does it become?", ctx)
    settings = _settings(root_of(ctx))
    usual = settings.language or DEFAULT
    check_language(language or usual)
    return Wanted(
        slug=slug,
        title=title,
        publisher=settings.publisher or slug,
        version=version,
        language=language or usual,
        site_language=usual,
        asked=bool(language),
        email=settings.email,
        site_url=settings.site_url,
    )


def _settings(root: Path) -> Settings:
    from clausule.read.settings import read_settings
    from clausule.read.source import Sources

    return read_settings(Sources(root))


def _own_edition(ctx: click.Context, slug: str) -> Edition:
    """The edition in force of an agreement of this repository."""
    from clausule.check import today
    from clausule.model.dates import current

    found = find_agreement(open_repository(ctx).agreements, slug)
    edition = current(found, today()) or next(iter(found.editions), None)
    if not edition:
        raise Failure(f"{slug} has no edition to take over.")
    return edition


@cli.command()
@click.argument("name", default="")
def schema(name: str) -> None:
    """Prints a JSON Schema: of a kind of source, for an editor, or of data that the site offers. Without NAME: lists
    them."""
    from clausule.pages.root.schemas import schemas

    known = {address.rpartition("/")[2].removesuffix(".json"): (address, text) for address, text in schemas().items()}
    if not name:
        width = max(map(len, known))
        for each, (address, text) in known.items():
            click.echo(f"{each:<{width}}  {json.loads(text)['title']}  (on the site: {address})")
    elif name in known:
        click.echo(known[name][1].decode(), nl=False)
    else:
        guess = closest(name, known)
        raise Failure(
            f"there is no schema '{name}'. {f'Did you mean {guess!r}?' if guess else 'clausule schema lists them.'}"
        )


@cli.command("upgrade")
@click.option(
    "--forge",
    type=click.Choice(FORGES),
    default=None,
    help="Write workflows for it (default: renew those that are there).",
)
@click.pass_context
def upgrade_command(ctx: click.Context, forge: str | None) -> None:
    """Brings a repository to this version of Clausule: the program that its workflows install. Texts are left as they
    are."""
    from clausule.author.init import upgrade

    root, program = root_of(ctx), _program()
    changed = upgrade(root, forge or "", program)
    for path in changed:
        click.echo(path)
    done = (
        "what is listed here changed; look at it and commit it"
        if changed
        else "nothing has to change in your texts or workflows"
    )
    click.echo(f"clausule {__version__}: {done if program else _FROM_SOURCES}", err=True)
