"""Runs MkDocs on a stage, with every warning an error, and keeps only files that belong to the site."""

from __future__ import annotations

import json
import logging
import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from clausule.disk.scratch import scratch_folder
from clausule.disk.write import named, write_file
from clausule.model.addresses import ASSETS, LOST
from clausule.pages.kit.staging import CONFIG, is_page
from clausule.site.look import Look, assets_of

# An asset of the theme as a page names it, and a file as a script or style names it, relative to itself.
_ASSET = re.compile(rf"""["'](?:[^"'?#]*/)?{ASSETS}/([^"'?#]+)""")
_LICENCE = re.compile(r"(?:^|/)(?:OFL|LICEN[CS]E|COPYING|NOTICE)[^/]*\.txt$", re.I)
_NAMED = re.compile(r"""["'(](\.{1,2}/[^"')?#]+)""")
_IMPORT, _COMMENT = re.compile(r'@import "(\.{1,2}/[^"]+)";\n?'), re.compile(r"/\*.*?\*/\n?", re.S)

# What a firm's mkdocs.yml cannot change: a warning stops the build, so that no broken link is published, and neither
# plugins
# nor hooks run. Material's own plugins bring inline scripts or requests to others.
_LINKS = {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"}
_OURS = {
    "strict": True,
    "plugins": [],
    "hooks": [],
    "markdown_extensions": ["clausule.site.staged_page:WholePage"],
    "validation": {"nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"}, "links": _LINKS},
}

# The same bytes whenever a site is built (MkDocs writes dates), and no advertisement of Material on the terminal.
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "946684800", "NO_MKDOCS_2_WARNING": "1"}


class SiteError(Exception):
    """The stage cannot be turned into a site; the message holds what MkDocs said."""


class TemplateError(SiteError):
    """A template is broken; the message begins with its file and line."""


def build(stage: Mapping[str, bytes], out: Path, *, look: Look, site_url: str, assets: Collection[str] = ()) -> None:
    """Builds ``stage`` into the folder ``out``, which is emptied first.

    ``site_url`` is the address at which ``out`` will stand. Of the theme it holds what its pages name, and ``assets``,
    which pages name that are there already and not in ``stage``. Raises ``SiteError`` on any fault or
    warning, and ``OSError`` with the name of the file when the disk takes no more.
    """
    settings = json.loads(stage[CONFIG])
    stage = {**stage, **look.files}
    with scratch_folder() as folder, _environment(), _messages() as messages:
        docs = folder.resolve() / "docs"
        _write(stage, docs)
        _run(look, docs, out, site_url, settings, messages)
    _prune(stage, out)
    for name, content in stage.items():
        if _is_no_page(name):
            write_file(out / name, content)
    _add_assets(look, out, assets)


def _is_no_page(name: str) -> bool:
    """Whether MkDocs would make a page of a file that is none."""
    return name.endswith(".md") and not is_page(name)


def _write(stage: Mapping[str, bytes], docs: Path) -> None:
    for name, content in stage.items():
        if name == CONFIG or _is_no_page(name):
            continue
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts:
            raise SiteError(f"{name} leads out of the stage.")
        write_file(docs / pure, content)


def _run(look: Look, docs: Path, out: Path, site_url: str, settings: dict[str, Any], messages: list[str]) -> None:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import MkDocsException

    from clausule.site.staged_page import StagedData
    from clausule.site.templates import fault_in, theme_of

    extra = {**settings["extra"], **look.extra}
    try:
        config = MkDocsConfig()
        config.load_dict(
            {
                **_OURS,
                "site_name": settings["site_name"],
                "site_url": site_url,
                "docs_dir": str(docs),
                "site_dir": str(out.resolve()),
            }
        )
        if faults := config.validate()[0]:
            raise SiteError("; ".join(f"{key}: {fault}" for key, fault in faults))
        config.plugins["clausule"] = StagedData()
        # MkDocs and Material write a 404.html and a sitemap with each build; ours are only above the editions.
        config.theme, config.extra = theme_of(look.folders, {LOST} if extra.get("lost") else set()), extra
        mkdocs_build(config)
    except (Exception, SystemExit) as error:
        if fault := fault_in(look, error):
            raise TemplateError(fault) from error
        if isinstance(error, OSError) and error.errno:  # the disk is full, the folder is not ours
            raise named(error, out) from error
        if isinstance(error, MkDocsException | SystemExit | OSError):
            raise SiteError(" ".join(messages) or str(error) or type(error).__name__) from error
        raise
    if messages:
        raise SiteError(" ".join(messages))


def _prune(stage: Mapping[str, bytes], out: Path) -> None:
    """Removes what is neither a page nor in the stage."""
    for folder, folders, names in os.walk(out, topdown=False):
        for name in names:
            path = Path(folder, name)
            inside = path.relative_to(out).as_posix()
            if inside == CONFIG or not (inside in stage or inside.endswith(".html")):
                path.unlink()
        for name in folders:
            inner = Path(folder, name)
            if not any(inner.iterdir()):
                inner.rmdir()


def _add_assets(look: Look, out: Path, more: Collection[str]) -> None:
    """Puts the files of the theme that the pages in ``out`` use below ``assets``, and ``more`` of them."""
    files = assets_of(look.folders)
    pages = (path.read_text("utf-8") for path in out.rglob("*.html"))
    for name in used_assets(files, chain(pages, (f'"{ASSETS}/{name}"' for name in more))):
        data = style_text(files, name).encode() if name.endswith(".css") else files[name].read_bytes()
        write_file(out / ASSETS / name, data)


def style_text(files: Mapping[str, Path], name: str) -> str:
    """A style without comments, and with the styles that it begins with in place of their names: one request for all.
    Folders of a theme lie beside each other, so that a file stands as far away from each of them."""
    text = _COMMENT.sub("", files[name].read_text("utf-8"))
    folder = PurePosixPath(name).parent
    return _IMPORT.sub(lambda found: style_text(files, posixpath.normpath(folder / found[1])), text)


def used_assets(texts: Mapping[str, Path], pages: Iterable[str]) -> set[str]:
    """Of the files of a theme those that ``pages`` (HTML) name below ``assets``, and those that these name in turn: a
    script what it imports, a style its fonts; with the licences beside them."""
    used: set[str] = set()
    wanted = {name for page in pages for name in _ASSET.findall(page)} & texts.keys()
    while wanted:
        name = wanted.pop()
        used.add(name)
        if name.endswith((".js", ".css")):
            folder = PurePosixPath(name).parent
            text = style_text(texts, name) if name.endswith(".css") else texts[name].read_text("utf-8")
            named = (posixpath.normpath(folder / link) for link in _NAMED.findall(text))
            wanted |= {one for one in named if one in texts and one not in used}
    beside = {PurePosixPath(name).parent for name in used}
    return used | {name for name in texts if _LICENCE.search(name) and PurePosixPath(name).parent in beside}


def unnamed_assets(look: Look) -> list[str]:
    """Of a firm's own files below overrides/ those that are not published, by their path in the repository: neither a
    template, nor what a template or style of it names, nor what stands there in place of a file of the theme."""
    own, *theme = look.folders
    if not theme:
        return []
    files = assets_of(look.folders)
    pages = [path.read_text("utf-8", "replace") for path in sorted(own.rglob("*.html"))]
    used = used_assets(files, [*pages, *(f'"{ASSETS}/{name}"' for name in assets_of(theme))])
    mine = assets_of([own]).keys() - used
    return [look.named(str(own / name)) for name in sorted(mine) if not PurePosixPath(name).name.startswith(".")]


@contextmanager
def _environment() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _ENVIRONMENT}
    os.environ.update(_ENVIRONMENT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Keeper(logging.Handler):
    """Keeps warnings and errors instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(record.getMessage().strip())


@contextmanager
def _messages() -> Iterator[list[str]]:
    """What MkDocs warns of, off the terminal."""
    logger = logging.getLogger("mkdocs")
    keeper, handlers, propagate = _Keeper(), logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [keeper], False
    try:
        yield keeper.kept
    finally:
        logger.handlers, logger.propagate = handlers, propagate
