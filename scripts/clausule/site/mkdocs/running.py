"""Runs MkDocs on staged pages, with every warning an error."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from clausule.disk.scratch import scratch_folder
from clausule.disk.write import write_file
from clausule.model.addresses import LOST
from clausule.site.errors import SiteError
from clausule.site.generator import SiteData
from clausule.site.look import Look
from clausule.site.mkdocs.staged_page import StagedData
from clausule.site.mkdocs.theme import theme_of
from clausule.site.templates import faults_of

# What a firm's mkdocs.yml cannot change: a warning stops the build, so that no broken link is published, and neither
# plugins nor hooks run. Material's own plugins bring inline scripts or requests to others.
_LINKS = {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"}
_OURS = {
    "strict": True,
    "plugins": [],
    "hooks": [],
    "markdown_extensions": ["clausule.site.mkdocs.staged_page:WholePage"],
    "validation": {"nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"}, "links": _LINKS},
}

# The same bytes whenever a site is built (MkDocs writes dates), and no advertisement of Material on the terminal.
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "946684800", "NO_MKDOCS_2_WARNING": "1"}


def render(pages: Mapping[str, bytes], site: SiteData, look: Look) -> Iterator[tuple[str, bytes]]:
    """The pages as HTML (``clausule.site.generator.Generator``)."""
    with scratch_folder() as scratch, _environment(), _messages() as messages:
        docs, made = scratch.resolve() / "docs", scratch.resolve() / "site"
        docs.mkdir()
        for name, content in pages.items():
            write_file(docs / name, content)
        with faults_of(look):
            _run(look, docs, made, site, messages)
        for path in sorted(made.rglob("*.html")):
            yield path.relative_to(made).as_posix(), path.read_bytes()


def _run(look: Look, docs: Path, made: Path, site: SiteData, messages: list[str]) -> None:
    config = MkDocsConfig()
    config.load_dict(
        {**_OURS, "site_name": site.name, "site_url": site.url, "docs_dir": str(docs), "site_dir": str(made)}
    )
    if faults := config.validate()[0]:
        raise SiteError("; ".join(f"{key}: {fault}" for key, fault in faults))
    config.plugins["clausule"] = StagedData()
    # MkDocs and Material write a 404.html and a sitemap with each build; ours are only above the editions.
    config.theme, config.extra = theme_of(look.folders, {LOST} if site.extra.get("lost") else set()), {**site.extra}
    try:
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        raise SiteError(" ".join(messages) or str(error) or type(error).__name__) from error
    if messages:
        raise SiteError(" ".join(messages))


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
