"""The templates of the theme and of a firm, run where they can show and decide but nothing else; and where one is
broken."""

from __future__ import annotations

import posixpath
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clausule.analysis.addresses import relative
from clausule.model.addresses import ASSETS
from clausule.site.compiled import Compiled
from clausule.site.errors import TemplateError
from clausule.site.look import Look
from clausule.site.spoken import speaking

_OF_DATA = (str, list, tuple, dict, LoopContext)
_OF_DICTS = frozenset(dir(dict))
_JINJA = (Macro, LoopContext, BlockReference, Undefined)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Of what a template is given (pages, the configuration) it may read all and call nothing but methods of plain
    data: MkDocs hands out objects that read and copy files."""

    speaking: frozenset[int] = frozenset()

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj and attribute not in _OF_DICTS:  # as nearly always: the same, sooner
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Macros and what speaks are nearly all that is called, and always safe. What speaks asks for the page at hand,
        so that it needs no context of its own with the variables of each loop, as Jinja makes one."""
        first = context.eval_ctx if type(obj) is Macro else context if id(obj) in self.speaking else None
        if first is None:
            return super().call(context, obj, *args, **kwargs)
        for name in ("_block_vars", "_loop_vars"):
            kwargs.pop(name, None)
        return obj(first, *args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        of_data = isinstance(obj, _JINJA) or isinstance(getattr(obj, "__self__", None), _OF_DATA)
        if of_data or any(obj is known for known in self.globals.values()):
            return True
        raise SecurityError(f"a template may not call '{getattr(obj, '__name__', type(obj).__name__)}'")


class _Folders(FileSystemLoader):
    """The folders of templates; a file that is not UTF-8 is a fault with a place."""

    def get_source(self, environment: Environment, template: str) -> Any:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            file = next(path for folder in self.searchpath if (path := Path(folder, template)).is_file())
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError(
                f"byte {error.object[error.start]:#04x} is not UTF-8", line, template, str(file)
            ) from error

    def list_templates(self) -> list[str]:
        """None: MkDocs would look through the 14,000 files of Material to copy those that are no template. What of them
        a page names, ``clausule.site.assets`` puts beside the pages."""
        return []


def environment_of(folders: Iterable[Path | str], kept: Path | None = None) -> Environment:
    """The templates in ``folders``, of which the first that has one counts; ``kept`` is the folder in which they are
    kept as they were compiled."""
    loader = _Folders([str(folder) for folder in folders])
    env = _Sandbox(loader=loader, auto_reload=False, bytecode_cache=Compiled(kept))
    env.filters["url"] = _url
    speaking(env)
    env.speaking = frozenset(id(one) for one in env.globals.values() if hasattr(one, "jinja_pass_arg"))
    return env


@pass_context
def _url(context: Context, address: str) -> str:
    """``address``, which begins at the root of the stage (or above it), as the page at hand links to it; what begins
    with ``assets/`` stands where the assets of this look are. MkDocs' own filter leads elsewhere from a page in a
    folder that has the name of the target. What begins elsewhere, at the root of the host, at another host or on the
    page itself, stays as it is."""
    if address.startswith(("/", "#")) or urlsplit(address).scheme:
        return address
    if address.startswith(f"{ASSETS}/"):
        address = context["config"].extra["assets"] + address.removeprefix(ASSETS)
    page = context.get("page")
    if not page:  # one that is shown at any depth
        return posixpath.join(context["base_url"], address)
    return relative("" if address == "." else address, page.url)


@contextmanager
def faults_of(look: Look) -> Iterator[None]:
    """What goes wrong within a template of ``look`` is a ``TemplateError`` with its place; all else stays what it
    is."""
    try:
        yield
    except (Exception, SystemExit) as error:
        if fault := _fault_in(look, error):
            raise TemplateError(fault) from error
        raise


def _fault_in(look: Look, error: BaseException) -> str:
    """``overrides/main.html:3: what is wrong`` when ``error`` came from a template of ``look``; else an empty
    string."""
    place = ""
    for frame, line in traceback.walk_tb(error.__traceback__):  # Jinja puts the lines of templates into them
        path = frame.f_code.co_filename
        if path.endswith(".html") and any(Path(path).is_relative_to(folder) for folder in look.folders):
            place = f"{look.named(path)}:{line}"
    if isinstance(error, TemplateSyntaxError) and error.filename:
        place = f"{look.named(error.filename)}:{error.lineno}"
    if not place:
        return ""
    what = (
        f"there is no template '{error.name}'" if isinstance(error, TemplateNotFound) else " ".join(str(error).split())
    )
    return (
        f"{place}: the template cannot be used: {what or type(error).__name__}. Mend it, or take it away: then "
        f"that of the theme is used."
    )
