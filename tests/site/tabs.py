"""Tabs that tests use one after another. A browser that begins with nothing costs a test a second of processor time, a
tab that is there and is emptied a sixth of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Error, Page, expect

_PATIENCE = 60_000
"""Milliseconds until what a page should do counts as not done. A slow machine with much to do takes longer than a test
expects; nothing else hangs on it."""
expect.set_options(timeout=_PATIENCE)


@dataclass(frozen=True)
class _Tab:
    """A page in a context of its own: what is kept in one tab is not there in another."""

    page: Page
    devtools: CDPSession
    key: str

    def emptied(self, origin: str) -> bool:
        """Takes away what a test left behind; whether that could be done."""
        try:
            self.page.unroute_all(behavior="ignoreErrors")
            self.page.goto("about:blank")
            self.page.mouse.move(0, 0)
            self.devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        except Error:
            return False
        return len(self.page.context.pages) == 1


class Tabs:
    """The tabs of a browser, and what the pages in them ask for and report during a test."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self._browser, self._origin = browser, origin
        self._free: defaultdict[str, list[_Tab]] = defaultdict(list)
        self._taken: list[_Tab] = []
        self.requests: list[str] = []
        self.reports: list[str] = []

    def take(self, width: int, scheme: Literal["light", "dark"], *, kept: bool, **options: Any) -> Page:
        """An empty tab with these options of a context. One that is not to be ``kept`` is used once."""
        key = repr(sorted(options.items())) if kept else ""
        tab = self._free[key].pop() if self._free[key] else self._opened(key, options)
        self._taken.append(tab)
        tab.page.set_viewport_size({"width": width, "height": 860})
        tab.page.emulate_media(media="null", color_scheme=scheme)
        return tab.page

    def give_back(self) -> tuple[list[str], list[str]]:
        """Empties the tabs that a test took; the addresses that it asked for, and what was reported meanwhile."""
        for tab in self._taken:
            if tab.key and tab.emptied(self._origin):
                self._free[tab.key].append(tab)
            else:
                tab.page.context.close()
        told = self.requests, self.reports
        self._taken, self.requests, self.reports = [], [], []
        return told

    def _opened(self, key: str, options: dict[str, Any]) -> _Tab:
        page = self._browser.new_context(base_url=self._origin, **options).new_page()
        page.set_default_timeout(_PATIENCE)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.reports.append(_told(message)))
        page.on("pageerror", lambda error: self.reports.append(str(error)))
        return _Tab(page, page.context.new_cdp_session(page), key)


def _told(message: ConsoleMessage) -> str:
    return f"{message.type}: {message.text} ({message.location['url']})"
