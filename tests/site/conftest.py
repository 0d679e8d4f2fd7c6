"""The site, built once, and a browser that reports what no page may do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tabs import Tabs
from website import Visit, Website, build_website, served, write_repository

from clausule.disk.lock import held

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters as on paper, so that words can be read back from it
]


@pytest.fixture(scope="session")
def website(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Website]:
    """Both agreements, built as the command does it by the worker that comes first, and served. ``CLAUSULE_SITE`` names
    another generator than the settings; another test holds that both give the same bytes."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "website"
    repository, out = folder / "repository", folder / "site"
    folder.mkdir(exist_ok=True)
    with held(folder / "lock"):
        if not out.exists():  # it is there when it is whole
            repository.mkdir()
            write_repository(repository)
            build_website(repository, out, os.environ.get("CLAUSULE_SITE", ""))
    with served(out) as url:
        yield Website(repository, out, url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the machine; the one without windows works a third less for each page."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    path = os.environ.get("CLAUSULE_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser, website: Website) -> Tabs:
    return Tabs(browser, website.url)


@pytest.fixture
def visit(tabs: Tabs, website: Website) -> Iterator[Visit]:
    """Opens an address in a tab that nothing was done in before. At the end: no request left the host, and nothing was
    reported on the console, where a Content-Security-Policy reports too.
    """

    def open_page(
        path: str,
        *,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
        touch: bool = False,
        kept: bool = True,
        **options: Any,
    ) -> Page:
        page = tabs.take(width, scheme, kept=kept, java_script_enabled=scripts, has_touch=touch, **options)
        page.goto(path)
        return page

    yield open_page
    requests, reports = tabs.give_back()
    assert [url for url in requests if not url.startswith((website.url, "data:"))] == []
    # A page that does not exist is itself told on the console; that is the host's answer, not ours.
    assert [report for report in reports if "404 (Not Found)" not in report] == []
