"""Takes the pictures of the handbook anew from the site of the tests, and records what each page said then:

    scripts/pictures

A picture shows one page in one language. ``tests/site/test_site_handbook.py`` holds the record against the pages, so
that a picture that is older than its page is found.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from session import HOME

FOLDER = HOME / "handbook/pictures"
RECORD = FOLDER / "pictures.json"
# What each shows: the address of the page.
SHOWN = {
    "article.nl.jpg": "voorbeeld/2.1/artikel-8/",
    "article.en.jpg": "example/2.1/article-8/",
    "compare.nl.jpg": "voorbeeld/vergelijken/1.2...2.0/",
    "compare.en.jpg": "example/compare/1.2...2.0/",
    "list.nl.jpg": "voorbeeld/sub-verwerkers/",
    "list.en.jpg": "example/sub-processors/",
    "both.nl.jpg": "voorbeeld/2.1/tweetalig/",
    "both.en.jpg": "example/2.1/both-languages/",
    "verify.nl.jpg": "controleren/",
}
WIDTH, HEIGHT, QUALITY = 1120, 480, 55


class _Words(HTMLParser):
    """The words of the text of a page, which stands in ``main``."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.words = False, list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words += data.split()


def said(html: str) -> str:
    """A hash of the words that a page shows: another look is no other page."""
    reader = _Words()
    reader.feed(html)
    return hashlib.sha256(" ".join(reader.words).encode()).hexdigest()


def main() -> None:
    from playwright.sync_api import sync_playwright
    from website import DAY, build_website, served, write_repository

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        repository, out = folder / "repository", folder / "site"
        repository.mkdir()
        write_repository(repository)
        build_website(repository, out, folder / "twin")
        path = os.environ.get("CLAUSULE_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--font-render-hinting=none"])
        record = {}
        with served(out) as url:
            for picture, page in SHOWN.items():
                tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale=picture.split(".")[1])
                tab.clock.set_fixed_time(DAY.isoformat())
                tab.goto(f"{url}/{page}")
                tab.wait_for_load_state("networkidle")
                tab.screenshot(path=FOLDER / picture, type="jpeg", quality=QUALITY)
                tab.close()
                html = (out / page / "index.html").read_text("utf-8")
                record[picture] = {"page": page, "said": said(html), "width": WIDTH, "height": HEIGHT}
        browser.close()
    for gone in {path.name for path in FOLDER.glob("*.jpg")} - record.keys():
        (FOLDER / gone).unlink()
    RECORD.write_text(json.dumps(record, indent=2) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
