"""Where the command line begins: the group of commands, each loaded when it is asked for, and what becomes of
errors."""

from __future__ import annotations

import errno
import gc
import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from clausule import __version__
from clausule.cli.console import Failure, WrongUse
from clausule.model.lookup import AuthoringError
from clausule.model.similarity import closest

# Each module adds its commands to the group when it is loaded; loading all takes longer than comparing two files.
_ELSEWHERE = {
    **dict.fromkeys(("compare", "history"), "clausule.cli.compare"),
    **dict.fromkeys(("import", "init", "new-agreement", "schema", "split", "upgrade"), "clausule.cli.begin"),
    "doctor": "clausule.cli.doctor",
    "export": "clausule.cli.export",
    "forge": "clausule.cli.forge",
    "handbook": "clausule.cli.handbook",
    **dict.fromkeys(("rename", "withdraw"), "clausule.cli.life"),
    "notice": "clausule.cli.notice",
    "publish": "clausule.cli.publish",
    "sign": "clausule.cli.sign",
    "verify": "clausule.cli.verify",
}
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class Commands(click.Group):
    """The commands; an unknown one gets the nearest name, and no fault of the machine shows a trace back."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        import_module(_ELSEWHERE.get(cmd_name, "clausule.cli.main"))
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        import_module("clausule.cli.main")
        return sorted({*super().list_commands(ctx), *_ELSEWHERE})

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands. What each does is read from its source: to load all takes three times as long."""
        names = self.list_commands(ctx)
        room = formatter.width - 6 - max(map(len, names))
        told = {}
        for name in names:
            words = _docstrings(_ELSEWHERE.get(name, "clausule.cli.main"))[name]
            told[name] = click.Command(name, help=words).get_short_help_str(room)
        with formatter.section("Commands"):
            formatter.write_dl([*told.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            guess = closest(args[0], self.list_commands(ctx))
            advice = f"Did you mean '{guess}'?" if guess else "'clausule --help' lists them."
            raise click.UsageError(f"{error.message} {advice}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except click.UsageError as error:
            raise WrongUse(error, _more(error.ctx or ctx, error)) from None
        except (AuthoringError, OSError, MemoryError, RecursionError) as error:
            raise Failure(_in_words(error), _more(ctx, error)) from error
        except Failure as error:
            error.more = error.more or _more(ctx, error)
            raise
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get("CLAUSULE_DEBUG"):
                raise
            raise Failure(
                f"a fault of Clausule itself ({type(error).__name__}: {error}). Nothing that was published has "
                f"changed. "
                "Please report it, with what CLAUSULE_DEBUG=1 shows."
            ) from error


def _more(ctx: click.Context, error: Exception) -> str:
    """The line that leads to the handbook: to the message itself, else to the page that tells of the command."""
    from clausule.cli.console import language_here
    from clausule.pages.handbook.leads import lead

    command = ctx.invoked_subcommand or ctx.command_path.partition(" ")[2].partition(" ")[0]
    root = ctx.find_root()
    root.obj = root.obj or root.params.get("root")  # a word that is no command is met before it is kept there
    kept_out = isinstance(error, OSError) and error.errno in (*_FULL, *_CLOSED)
    return lead("WritingFailed" if kept_out else type(error).__name__, command or "", language_here(root))


@cache
def _docstrings(module: str) -> dict[str, str]:
    """For each command in ``module`` what stands under its function, ``@cli.command("name")`` or ``@cli.group()``."""
    import ast  # for who asks for help, and for nobody else
    from importlib.util import find_spec

    spec = find_spec(module)
    source = spec and spec.loader and getattr(spec.loader, "get_source", lambda name: "")(module)
    found: dict[str, str] = {}
    for function in [one for one in ast.parse(source or "").body if isinstance(one, ast.FunctionDef)]:
        for mark in function.decorator_list:
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) in ("cli.command", "cli.group"):
                name = ast.literal_eval(mark.args[0]) if mark.args else function.name
                found[name] = ast.get_docstring(function) or ""
    return found


def _in_words(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        mend = " Make room there and run this again." if error.errno in _FULL else ""
        mend = " Name a place that is yours, or mend the rights." if error.errno in _CLOSED else mend
        return f"{error.filename or 'a file'}: {error.strerror}. Nothing that was published has changed.{mend}"
    if isinstance(error, MemoryError | RecursionError):
        return "the sources are too large or too deeply nested to handle. Nothing that was published has changed."
    return str(error)


def main() -> None:
    """Runs the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli(prog_name="clausule")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    finally:
        gc.freeze()  # all of it goes with the process: to look through it once more took an eighth of a short one


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="clausule")
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The repository (default: the nearest folder upward with mkdocs.yml).",
)
@click.pass_context
def cli(ctx: click.Context, root: Path | None) -> None:
    """Checks legal agreements and publishes them as a versioned website."""
    ctx.obj = root
