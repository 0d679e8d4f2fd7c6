"""Measures the history of 50 editions of 70 clauses, each of which changes three times: the data file, the pages, and
how soon a browser shows a comparison. Run it with scripts/benchmark; numbers that hold on another machine are marked
so."""

from __future__ import annotations

import gzip
import os
import random
import shutil
import statistics
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright
from website import served

from clausule.build.folder import build_all
from clausule.compare.history import make_history
from clausule.model.editions import Agreement
from clausule.pages.comparison.data import comparison_data, known_history
from clausule.pages.comparison.lineages import lineage_pages
from clausule.pages.comparison.pairs import comparison_parts, render_comparisons
from clausule.pages.kit.sheet import shelf_of
from clausule.read import read_repository
from histories import corpus
from session import small_repository

EDITIONS, ARTICLES, CLAUSES, CHANGES = 50, 10, 7, 3
DAY = date(2026, 11, 23)
# In the page: from the arrival of the data to the frame in which the comparison stands.
PAINT = """
new MutationObserver((_, watcher) => {
  if (!document.querySelector(".shown .changes .clause")) return;
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => {
    const data = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("gegevens.json"));
    window.painted = performance.now() - data.responseEnd;
  }));
}).observe(document, { childList: true, subtree: true });
"""


def sentence(chance: random.Random, words: list[str]) -> str:
    """A clause of 40 to 90 words, as often as real agreements have them."""
    return " ".join(chance.choice(words) for _ in range(chance.randint(40, 90))).capitalize() + "."


def write_history(root: Path, editions: int = EDITIONS) -> None:
    """An agreement 'proef' whose clauses each change in three editions drawn by lot: a fifth of their words."""
    chance = random.Random(7)
    words = [word for paragraph in corpus() for word in paragraph.split() if word.isalpha()]
    texts = {(a, c): sentence(chance, words) for a in range(1, ARTICLES + 1) for c in range(1, CLAUSES + 1)}
    when = {key: set(chance.sample(range(1, editions), min(CHANGES, editions - 1))) for key in texts}
    (root / "docs/proef").mkdir(parents=True)
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: Proef BV\n---\n\nEen proef.\n", "utf-8")
    for number in range(editions):
        for key in (key for key, changed in when.items() if number in changed):
            texts[key] = " ".join(
                chance.choice(words) if word.isalpha() and chance.random() < 0.2 else word
                for word in texts[key].split()
            )
        folder = root / "docs/proef" / f"1.{number}"
        folder.mkdir()
        effective = date(2016, 1, 1) + timedelta(days=70 * number)
        (folder / "index.md").write_text(
            f'---\nversion: "1.{number}"\neffective: {effective}\n---\n\n## Partijen\n\nDe partijen.\n', "utf-8"
        )
        for article in range(1, ARTICLES + 1):
            body = "\n\n".join(f"{article}.{clause} {texts[article, clause]}" for clause in range(1, CLAUSES + 1))
            head = f'---\nversion: "1.{number}"\n---\n\n# Artikel {article}. Onderwerp {article}\n\n'
            (folder / f"artikel-{article:02}.md").write_text(f"{head}{body}\n", "utf-8")


def timed(what: str, seconds: float) -> None:
    print(f"  {what:<58}{seconds * 1000:8.0f} ms")


def measure_data(agreement: Agreement) -> bytes:
    begin = time.process_time()
    history = make_history(agreement)
    data = comparison_data(agreement, history)
    timed("pairing all editions and making the data (<= 3000)", time.process_time() - begin)
    print(
        f"  {'data, gzipped (<= 300)':<58}{len(gzip.compress(data, 9)) / 1024:8.0f} KB, {len(data) / 1024:.0f} KB as "
        f"it is"
    )
    begin = time.process_time()
    lives = lineage_pages(shelf_of(agreement, history, {}, day=DAY, base="https://example.org/"))
    longest = max(len(str(page.drawn)) for page in lives) // 1024
    timed(f"the {len(lives)} pages with the history of every clause (<= {longest} KB)", time.process_time() - begin)
    begin = time.process_time()
    assert known_history(data, agreement.editions)
    timed("reading the data back, to add an edition", time.process_time() - begin)
    parts = list(comparison_parts(agreement, DAY))
    begin = time.process_time()
    render_comparisons(agreement, parts, day=DAY, site_url="https://example.org/", history=history)
    timed(f"all {len(parts)} pages that compare two editions", time.process_time() - begin)
    return data


def measure_paint(folder: Path) -> None:
    chromium = os.environ.get("CLAUSULE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with served(folder) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for van, naar in (("1.0", f"1.{EDITIONS - 1}"), (f"1.{EDITIONS - 2}", f"1.{EDITIONS - 1}")):
            times = []
            for _ in range(5):
                page = browser.new_page()
                page.add_init_script(PAINT)
                page.goto(f"{url}/proef/vergelijken/?van={van}&naar={naar}")
                times.append(
                    page.evaluate(
                        "new Promise((done) => { const look = () => window.painted === undefined ? setTimeout(look, "
                        "10) : done(window.painted); look(); })"
                    )
                    / 1000
                )
                page.close()
            timed(f"from data to paint, {van} to {naar} (<= 300), median of 5", statistics.median(times))
        browser.close()


def main() -> None:
    print("seconds of the processor, and in the browser of the clock:")
    print(f"history of {EDITIONS} editions of {ARTICLES * CLAUSES} clauses, {CHANGES} changes each:")
    with tempfile.TemporaryDirectory() as scratch:
        root, few = Path(scratch) / "all", Path(scratch) / "few"
        for folder in (root, few):
            folder.mkdir()
            small_repository(folder)
            write_history(folder)
        agreement = next(one for one in read_repository(root).agreements if one.slug == "proef")
        data = measure_data(agreement)
        # To be shown the whole history needs two editions only: the first and the last; the others lend their data.
        for number in range(1, EDITIONS - 1):
            shutil.rmtree(few / "docs/proef" / f"1.{number}")
        out = Path(scratch) / "site"
        build_all(read_repository(few), DAY, out, lambda words: None)
        (out / "proef/vergelijken/gegevens.json").write_bytes(data)
        measure_paint(out)


if __name__ == "__main__":
    main()
