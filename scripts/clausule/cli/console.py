"""What the commands share: their errors, how they find the repository, and how they show findings."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clausule.model.lookup import find_agreement

if TYPE_CHECKING:
    from clausule.model.findings import Finding
    from clausule.read import Repository
    from clausule.work.crew import Crew


class Failure(click.ClickException):
    """A one-line error with exit status 2; ``more`` is the line below it that leads to the handbook, if there is
    one."""

    exit_code = 2

    def __init__(self, message: str, more: str = "") -> None:
        super().__init__(message)
        self.more = more

    def show(self, file: Any = None) -> None:
        click.echo(f"clausule: {self.format_message()}" + (f"\n{self.more}" if self.more else ""), err=True)


class WrongUse(click.UsageError):
    """A command that was given wrongly, as click says it, and the line that leads to the handbook."""

    def __init__(self, error: click.UsageError, more: str) -> None:
        super().__init__(f"{error.format_message()}\n{more}" if more else error.format_message(), error.ctx)


class Day(click.ParamType[date]):
    """A day, written 2018-05-25."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is no day; write it as 2018-05-25", param, ctx)


DAY = Day()
# Which of these says the language of whoever works here, the first before the others.
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


ON = click.option(
    "--on",
    "day",
    type=DAY,
    default=None,
    help="Judge the status of editions on this day (default: today in Amsterdam).",
)


SCHEDULER = click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Have the work done by the workers of a scheduler of Dask (tcp://HOST:PORT).",
)
TASK_TIMEOUT = click.option(
    "--task-timeout",
    "minutes",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    metavar="MINUTES",
    help="A worker may take so long for a few editions; then another begins them again, once.",
)


def crew_of(ctx: click.Context, root: Path, scheduler: str, minutes: float) -> Crew:
    """The workers of ``scheduler``, where one is named, else processes; for a task they may take so many ``minutes``.
    Raises ``WorkFailed``."""
    if not scheduler:
        from clausule.work.crew import Processes

        return Processes(patience=60 * minutes)
    from clausule.read.settings import OWN, SETTINGS, read_settings
    from clausule.read.source import FOLDERS, Sources
    from clausule.work.cluster import Cluster

    logo = read_settings(Sources(root)).logo
    crew = Cluster(scheduler, [*FOLDERS, OWN, SETTINGS, *filter(None, [logo])], 60 * minutes)
    ctx.call_on_close(crew.close)
    return crew


class LanguageTag(click.ParamType[str]):
    """The tag of a language that the program knows."""

    name = "tag"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from clausule.language.language import languages

        if value not in languages():
            self.fail(f"there is no language '{value}'; there are: {', '.join(languages())}", param, ctx)
        return value


LANGUAGE = LanguageTag()


def read_text(file: str) -> str:
    """The text of ``file``, ``-`` for standard input. Raises ``Failure`` when it cannot be read or is not UTF-8."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise Failure(f"{file} cannot be read: {error.strerror}.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(
            f"{file} is not UTF-8: byte {data[error.start]:#04x} at {error.start}. Save it as UTF-8."
        ) from error


def root_of(ctx: click.Context) -> Path:
    """The repository that the command is about. Raises ``Failure`` where there is none."""
    from clausule.read.settings import SETTINGS

    given: Path | None = ctx.obj
    if given is not None:
        if not given.is_dir():
            raise Failure(f"{given} is no folder.")
        if not (given / SETTINGS).is_file():
            raise Failure(
                f"there is no {SETTINGS} in {given}. Name the folder of a firm's repository, or make one: clausule "
                f"init FOLDER --publisher NAME"
            )
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise Failure(
        f"no {SETTINGS} in {here} or above it. Go to a firm's repository, name it (clausule --root FOLDER ...), "
        "or make one: clausule init FOLDER --publisher NAME"
    )


def language_here(ctx: click.Context) -> str:
    """The language of the repository that the command is about; where there is none, or it says none, that of whoever
    gives it (``LANG``), else the usual one."""
    from clausule.language.language import DEFAULT, languages
    from clausule.read.settings import read_settings
    from clausule.read.source import Sources

    try:
        said = read_settings(Sources(root_of(ctx))).language
    except (Failure, OSError, ValueError):
        said = ""
    theirs = next((os.environ[name][:2] for name in _LOCALES if os.environ.get(name)), "")
    return next((one for one in (said, theirs) if one in languages()), DEFAULT)


def open_repository(ctx: click.Context, slug: str = "", at_once: bool = True) -> Repository:
    """The agreements of the repository, or only ``slug``; their words ``at_once`` or when they are asked for. Raises
    ``AuthoringError`` when there is no such agreement."""
    from clausule.build.sources import read_sources

    repository = read_sources(root_of(ctx), slug, at_once=at_once)
    if slug:
        known = read_sources(repository.root, at_once=False) if not repository.agreements else repository
        find_agreement(known.agreements, slug)
    return repository


def write_file(path: Path, data: bytes) -> None:
    """Writes a file that was asked for, and says where it is. Raises ``Failure`` where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror}. Name a file in a folder of yours.") from error
    click.echo(str(path), err=True)


def style(words: str, kind: str) -> str:
    """``words`` in the colour of their kind; click leaves it out where standard output is no terminal."""
    begin, end = _marks(kind)
    return f"{begin}{words}{end}"


@cache
def _marks(kind: str) -> tuple[str, str]:
    """What stands before and behind words of this kind; a comparison asks for it ten thousand times."""
    colours: dict[str, dict[str, Any]] = {
        "error": {"fg": "red", "bold": True},
        "warning": {"fg": "yellow", "bold": True},
        "note": {"fg": "cyan", "bold": True},
        "place": {"bold": True},
        "quiet": {"dim": True},
        "out": {"fg": "red", "strikethrough": True},
        "in": {"fg": "green", "underline": True},
        "fine": {"fg": "green"},
    }
    begin, _, end = click.style(" ", **colours[kind]).partition(" ")
    return begin, end


def show(findings: list[Finding], root: Path, form: str = "text") -> None:
    """Prints findings on standard output, and for a person their number on standard error."""
    from clausule.report.findings import as_github, as_json, as_text, summary

    if form == "json":
        click.echo(as_json(findings))
    elif form == "github":
        click.echo(as_github(findings))
    else:
        if findings:
            click.echo(as_text(findings, root, style))
        click.echo(summary(findings), err=True)


def refuse(ctx: click.Context, repository: Repository, findings: list[Finding]) -> None:
    """Shows what is left to mend, and ends with 1 when there is any."""
    from clausule.pages.handbook.leads import lead
    from clausule.report.findings import is_clean

    if not is_clean(findings):
        show([finding for finding in findings if not finding.allowed], repository.root)
        click.echo("Nothing was built or published: mend these first.", err=True)
        click.echo(lead("Findings", ctx.info_name or "", language_here(ctx)), err=True)
        ctx.exit(1)


def progress(words: str) -> None:
    """Says what is being done, on standard error."""
    click.echo(f"  {words}", err=True)
