"""The site, built once, and a browser that reports what no page may do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from website import DAY, Visit, Website, served, write_repository

from clausule.build.folder import build_all
from clausule.read import read_repository

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def website(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """Both agreements, built as the command does it, and served."""
    folder = tmp_path_factory.mktemp("website")
    repository, out = folder / "repository", folder / "site"
    repository.mkdir()
    write_repository(repository)
    build_all(read_repository(repository), DAY, out, lambda words: None)
    with served(out) as url:
        yield Website(repository, out, url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the machine."""
    path = os.environ.get("CLAUSULE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, website: Website) -> Iterator[Visit]:
    """Opens an address in a fresh browser. At the end: no request left the host, and nothing was reported on the
    console, where a Content-Security-Policy reports too.
    """
    contexts: list[BrowserContext] = []
    requests: list[str] = []
    reports: list[str] = []

    def open_page(
        path: str,
        *,
        width: int = 1280,
        scheme: str = "light",
        scripts: bool = True,
        touch: bool = False,
        **options: Any,
    ) -> Page:
        viewport = {"width": width, "height": 860}
        context = browser.new_context(
            viewport=viewport,
            color_scheme=scheme,
            java_script_enabled=scripts,
            has_touch=touch,
            base_url=website.url,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: requests.append(request.url))
        page.on(
            "console", lambda message: reports.append(f"{message.type}: {message.text} ({message.location['url']})")
        )
        page.on("pageerror", lambda error: reports.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in requests if not url.startswith((website.url, "data:"))] == []
    # A page that does not exist is itself told on the console; that is the host's answer, not ours.
    assert [report for report in reports if "404 (Not Found)" not in report] == []
