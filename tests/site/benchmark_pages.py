"""Measures what a reader waits for, in a real browser: how soon a page with 5,000 sub-processors or 5,000 clauses is
seen, and how soon it follows a key; and what Lighthouse says of five kinds of page. Run it with scripts/benchmark
reader, on a machine that does nothing else: by the clock."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from website import Handler, build_website, served, write_repository

from clausule.build.folder import build_all
from clausule.read import read_repository
from generate import clause_text, lock_all, write_edition
from session import small_repository

DAY = date(2026, 11, 23)
MANY, ARTICLES = 5_000, 100
RUNS = 5
LIGHTHOUSE = Path(__file__).parent / "lighthouse/node_modules/lighthouse/cli/index.js"
KINDS = (
    "",
    "voorbeeld/",
    "voorbeeld/2.1/artikel-8/",
    "voorbeeld/vergelijken/1.2...2.0/",
    "voorbeeld/2.1/bijlage-3/invullen/",
)
ROW = """\
  - id: firma-{number}
    name: {name} {number} B.V.
    address: Kade {number}, Utrecht
    contact: {{email: privacy{number}@example.org}}
    service: {service}
    purpose: bewaren en terugvinden
    data: [namen, adressen]
    data_subjects: [klanten]
    places: [{{country: {country}}}]
    announced: 2019-11-{day:02}
    active: 2020-01-{day:02}
"""
NAMES, SERVICES = ("Wolk", "Haven", "Molen", "Dijk", "Brug"), ("opslag", "helpdesk", "analyse", "back-up")
# From a key until the page that follows it is on the screen.
WATCH = """
window.waited = [];
addEventListener("input", () => {
  const begin = performance.now();
  requestAnimationFrame(() => setTimeout(() => window.waited.push(performance.now() - begin)));
}, true);
"""
PAINTED = """() => new Promise((told) => new PerformanceObserver((list) => {
  const found = list.getEntriesByName("first-contentful-paint")[0];
  if (found) told(found.startTime);
}).observe({ type: "paint", buffered: true }))"""


class Packed(Handler):
    """Sends what is text as hosts do, compressed."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".css", ".js", ".json", ".svg") or not path.exists():
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def write_many(root: Path) -> None:
    """An agreement of one edition with so many clauses, and so many sub-processors."""
    folder = root / "docs/proef"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\ntitle: Overeenkomst\npublisher: Voorbeeld\n---\n\nEen proef.\n", "utf-8")
    chance = random.Random(1)
    keys = [(article, clause) for article in range(1, ARTICLES + 1) for clause in range(1, MANY // ARTICLES + 1)]
    write_edition(folder / "1.0", "1.0", date(2020, 1, 1), {key: clause_text(chance, *key) for key in keys})
    rows = (
        ROW.format(
            number=number,
            name=NAMES[number % len(NAMES)],
            service=SERVICES[number % len(SERVICES)],
            country=("NL", "DE", "IE")[number % 3],
            day=number % 28 + 1,
        )
        for number in range(MANY)
    )
    listed = root / "annexes/proef/sub-verwerkers.yml"
    listed.parent.mkdir(parents=True)
    listed.write_text("sub_processors:\n" + "".join(rows), "utf-8")
    lock_all(root)


def seen_after(browser: Browser, address: str) -> float:
    """Milliseconds until something of the page is seen, the median of some visits by a browser that keeps nothing."""
    found: list[float] = []
    for _ in range(RUNS):
        page = browser.new_page()
        page.goto(address)
        found.append(page.evaluate(PAINTED))
        page.context.close()
    return statistics.median(found)


def follows_after(page: Page, words: str) -> list[float]:
    """The milliseconds that the page takes for each key of ``words``."""
    page.locator("list-on-date input[type=search], search-box input").last.press_sequentially(words, delay=150)
    page.wait_for_function(f"window.waited.length >= {len(words)}")
    found: list[float] = page.evaluate("window.waited")
    return found


def measure_many(browser: Browser) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = small_repository(Path(folder))
        write_many(session.root)
        out = Path(folder) / "site"
        build_all(read_repository(session.root), DAY, out, lambda words: None)
        with served(out, Packed) as url:
            print(f"{MANY} sub-processors, and an edition of {MANY} clauses:")
            for what, address in (("list", "sub-verwerkers/"), ("whole text", "1.0/volledig/")):
                print(f"  {what}: seen after {seen_after(browser, f'{url}/proef/{address}'):.0f} ms (<= 1500)")
            for what, address, words in (
                ("filter of the list", "sub-verwerkers/", "molen 412"),
                ("search in the text", "1.0/artikel-7/", "beveiliging"),
            ):
                page = browser.new_page()
                page.add_init_script(WATCH)
                page.goto(f"{url}/proef/{address}")
                waited = follows_after(page, words)
                middle, longest = statistics.median(waited), max(waited)
                print(f"  {what}: a key takes {middle:.0f} ms, the longest {longest:.0f} ms (<= 100)")
                page.context.close()


def lighthouse(address: str, chromium: str) -> dict[str, int]:
    """What Lighthouse says of a page, of a hundred, by category."""
    words = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json"]
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    env = os.environ | {"CHROME_PATH": chromium}
    done = subprocess.run([*words, flags], capture_output=True, text=True, check=True, env=env)
    return {name: round(100 * one["score"]) for name, one in json.loads(done.stdout)["categories"].items()}


def measure_lighthouse(chromium: str) -> None:
    """The median of five runs each: performance at least 99, the others 100."""
    if not LIGHTHOUSE.exists():
        print("Lighthouse is not installed: npm ci in tests/site/lighthouse")
        return
    with tempfile.TemporaryDirectory() as folder:
        repository, out = Path(folder) / "repository", Path(folder) / "site"
        repository.mkdir()
        write_repository(repository)
        build_website(repository, out, Path(folder) / "twin")
        with served(out, Packed) as url:
            for address in KINDS:
                runs = [lighthouse(f"{url}/{address}", chromium) for _ in range(RUNS)]
                told = ", ".join(f"{name} {statistics.median(run[name] for run in runs):.0f}" for name in runs[0])
                print(f"  Lighthouse, /{address}: {told}", flush=True)


def main() -> None:
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    path = os.environ.get("CLAUSULE_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        measure_many(browser)
        browser.close()
    # It drives a whole Chromium: that without windows lacks what it asks for.
    measure_lighthouse(next(filter(None, map(shutil.which, names[1:])), path or ""))


if __name__ == "__main__":
    main()
