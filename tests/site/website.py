"""A whole site for the tests: both real agreements, and editions of one of them in every status."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from clausule.build.folder import build_all
from clausule.cli.serve import Server
from clausule.language.language import DEFAULT, language_of
from clausule.model.editions import Agreement
from clausule.pages.kit.sheet import Sheet, staged
from clausule.pages.kit.staging import CONFIG, Fixed, root_config
from clausule.read import read_repository
from clausule.read.settings import Settings
from clausule.site import build, look_of
from session import HOME

if TYPE_CHECKING:
    from playwright.sync_api import Page

DAY = date(2026, 11, 23)
Visit = Callable[..., "Page"]
EDITIONS = {"1.4": "2016-01-01", "1.6": "2027-01-01", "1.7": "2027-06-01\nstatus: concept"}
EXTRA = """

7.9 Dit lid stond alleen in versie 1.4, met een [koppeling](https://example.org/a?b=1&c=2), **vet** en *schuin*.

| Soort | Termijn |
| --- | --- |
| Melding aan de AP | 72 uur, artikelen 33 en 34 AVG |
| Melding aan Betrokkene | onverwijld, zie artikel 7.2 |
"""


def write_repository(root: Path) -> None:
    """The real sources; 1.4 has lapsed and has a clause of its own, 1.6 is announced and 1.7 a concept."""
    for name in ("docs", "annexes"):
        shutil.copytree(HOME / name, root / name)
    shutil.copy(HOME / "mkdocs.yml", root)
    folder = root / "docs/mickcom"
    index = (folder / "1.5/index.md").read_text("utf-8")
    for version, effective in EDITIONS.items():
        new = folder / version
        new.mkdir()
        front = re.sub(
            r"(?m)^(?:allow|errata):\n(?:[ #].*\n)+", "", index.replace('version: "1.5"', f'version: "{version}"')
        )
        (new / "index.md").write_text(re.sub(r"(?m)^effective:.*", f"effective: {effective}", front), "utf-8")
        for page in [*folder.glob("1.5/artikel-*.md"), *folder.glob("1.5/bijlage-*.md")]:
            (new / page.name).write_text(f"{{!docs/mickcom/1.5/{page.name}!}}\n", "utf-8")
    own = (folder / "1.5/artikel-07.md").read_text("utf-8").replace('version: "1.5"', 'version: "1.4"')
    (folder / "1.4/artikel-07.md").write_text(own.rstrip() + EXTRA, "utf-8")


def build_website(repository: Path, out: Path, generator: str = "") -> None:
    """Builds the site of ``repository`` into ``out``, with the ``generator`` that its settings name or with another."""
    read = read_repository(repository)
    settings = replace(read.settings, site=generator or read.settings.site)
    build_all(replace(read, settings=settings), DAY, out, lambda words: None)


@dataclass(frozen=True)
class Website:
    """The built site in ``folder``, made from ``repository`` and served at ``url`` (without ``/`` at its end)."""

    repository: Path
    folder: Path
    url: str

    def html(self, path: str) -> str:
        """The page at an address such as ``mickcom/1.5/artikel-7/``."""
        return (self.folder / path / "index.html").read_text("utf-8")

    def pages(self) -> dict[str, str]:
        """Every HTML file by its path."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): path.read_text("utf-8") for path in found}

    @functools.cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """What the site was made from, read once for all that ask."""
        return read_repository(self.repository).agreements

    @functools.cached_property
    def elements(self) -> dict[str, Elements]:
        """What is in every HTML file, by its path; they are parsed once for all that ask."""
        return {path: Elements(html) for path, html in self.pages().items()}


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".woff2": "font/woff2",
    }
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """A script of the theme by itself, which a page gets with others in one file, is there for tests."""
        theme = path.removeprefix("/theme/")
        return str(HOME / "overrides" / theme) if theme != path else super().translate_path(path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path, kind: type[Handler] = Handler) -> Iterator[str]:
    """Serves ``folder`` as a host of static files does, 404.html included."""
    handler = functools.partial(kind, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        worker = threading.Thread(target=server.serve_forever, daemon=True)
        worker.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        worker.join()


def rendered(page: Fixed, out: Path) -> str:
    """The text of a page that is a template, as the site has it; ``out`` is an empty folder."""
    sheet = Sheet(address="page/", title="Page", about="About", drawn=page)
    stage = {CONFIG: root_config(language_of(DEFAULT)), **staged(sheet, "https://x.example/")}
    build(stage, out, look=look_of(HOME, Settings()), site_url="https://x.example/")
    html = (out / "page/index.html").read_text("utf-8")
    return html[html.index('<div class="text') : html.index("</main>")]


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text inside elements of a class."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.found if "id" in attributes]


class Words(HTMLParser):
    """The text of each ``.words`` element, by the id of the clause or part around it."""

    _VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {}
        self._open: list[tuple[str, str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._VOID:
            values = dict(attrs)
            name = values.get("id") or "" if tag in ("section", "div") else ""
            self._open.append((tag, name, "words" in (values.get("class") or "").split()))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._VOID:
            opened = self._open.pop()
            assert opened[0] == tag, f"<{opened[0]}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        if any(words for _, _, words in self._open):
            owner = next((name for _, name, _ in reversed(self._open) if name and not name.startswith("begrip-")), "")
            self.texts.setdefault(owner, []).append(data)

    def of(self, owner: str) -> str:
        """The words of ``owner`` with single spaces."""
        return " ".join("".join(self.texts[owner]).split())
