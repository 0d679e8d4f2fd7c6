"""Writes BENCHMARKS.md: what checking, publishing and comparing take beside what one would use otherwise, in one run on
one machine. Run it with scripts/benchmark page [--quick].

All is in processor seconds, which other work on the machine hardly changes; ratios hold on other machines too.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmark_compare import generated
from others import present

from benchmark import DAY, SITE, Cost, clausule, mike, of_markdown, publish_whole, repository_with, timed
from generate import add_edition, lock_all, write_agreement
from session import HOME

PAGE = HOME / "BENCHMARKS.md"
_CLAUSES = 70
_AROUND = ("mkdocs", "mkdocs-material", "mike", "typst")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown, the first column of words and the others of numbers."""
    ruled = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ruled, *rows))


def machine() -> str:
    """What the run was made on, and with what."""
    info = Path("/proc/cpuinfo")
    models = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    tools = ", ".join(f"{name} {version(name)}" for name in _AROUND)
    return (
        f"{os.cpu_count()} processors ({models[0] if models else platform.machine()}), {memory:.0f} GB, "
        f"{platform.system()}, Python {platform.python_version()}; {tools}, {said('git', '--version')}. Other work on "
        f"it when the run began: a load of {os.getloadavg()[0]:.1f}."
    )


def said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def checking(counts: Iterable[int]) -> str:
    rows = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "mkdocs.yml").write_text(f"site_name: x\nsite_url: {SITE}\n")
            write_agreement(root, "proef", count, changed=4)
            lock_all(root)
            cost = timed(clausule("check", "--format", "json"), root)
        clauses = count * _CLAUSES
        rows.append(
            [f"{count} editions, {clauses:,} clauses", f"{cost.processor:.2f} s", f"{cost.wall:.2f} s",
             f"{1000 * cost.processor / clauses:.3f} s", f"{cost.megabytes:.0f} MB"]
        )  # fmt: skip
    return table(("`clausule check`", "processor", "clock", "per 1,000 clauses", "memory"), rows)


def publishing(count: int) -> str:
    """The whole of so many editions, beside what makes less of the same texts."""
    loop = processor(of_markdown(count, mike))
    found = {
        "`clausule publish`: checked, pages, comparisons, PDF, Word, data": publish_whole(count).processor,
        "the same with `site: mkdocs`": publish_whole(count, "mkdocs").processor,
        "the author's Markdown alone, a loop of `mike deploy`": loop,
        "that Markdown, a loop of `mkdocs build` with Material": processor(
            of_markdown(count, lambda edition: [sys.executable, "-m", "mkdocs", "build", "--quiet"])
        ),
    }
    with tempfile.TemporaryDirectory() as folder:
        if zensical := zensical_in(Path(folder)):
            label = f"that Markdown, a loop of `zensical build` ({said(zensical, '--version')})"
            found[label] = processor(of_markdown(count, lambda edition: [zensical, "build"]))
    rows = [
        [name, f"{seconds:.1f} s", f"{seconds / count:.2f} s", f"{seconds / loop:.2f}"]
        for name, seconds in found.items()
    ]
    return table((f"{count} editions from nothing", "processor", "an edition", "of the loop of mike"), rows)


def processor(costs: Iterable[Cost]) -> float:
    return sum(cost.processor for cost in costs)


def zensical_in(folder: Path) -> str:
    """The program, in an environment of its own; empty where it cannot be installed."""
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        subprocess.run([str(folder / "bin/pip"), "install", "--quiet", "zensical"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return str(folder / "bin/zensical")


def one_more(counts: Iterable[int]) -> str:
    rows = []
    first = 0.0
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            session = repository_with(Path(folder), count, 4)
            publish = clausule("publish", "--on", DAY)
            timed(publish, session.root)
            again = min(timed(publish, session.root).processor for _ in range(3))
            costs = []
            for extra in range(3):
                add_edition(session.root, "proef", count + extra, changed=4)
                lock_all(session.root)
                costs.append(timed(publish, session.root).processor)
        cost = statistics.median(costs)
        first = first or cost
        rows.append([f"{count} editions are there", f"{again:.2f} s", f"{cost:.2f} s", f"{cost / first:.2f}"])
    return table(("`clausule publish`", "nothing new", "one more edition", "of the first row"), rows)


def comparing() -> str:
    """The command, from two files on the disk, beside others that mark words."""
    known = present()
    programs = [name for name in ("git word-diff", "dwdiff") if known[name]]
    rows = []
    for name, old, new in generated():
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, one) for one in ("old.md", "new.md")]
            for path, text in zip(paths, (old, new), strict=True):
                path.write_text(text, "utf-8")
            files = [str(path) for path in paths]
            words = {
                "clausule": clausule("compare", "--files", *files, "--format", "json"),
                "git word-diff": ["git", "diff", "--no-index", "--word-diff=porcelain", "--histogram", *files],
                "dwdiff": ["dwdiff", *files],
            }
            cost = {
                one: min(timed(words[one], Path(folder), expect=1).processor for _ in range(3))
                for one in ("clausule", *programs)
            }
        rows.append(
            [
                name,
                *(f"{cost[one]:.3f} s" for one in cost),
                *(f"{cost['clausule'] / cost[one]:.1f}" for one in programs),
            ]
        )
    return table(("two files", "`compare --files`", *programs, *(f"of {one}" for one in programs)), rows)


def main() -> None:
    quick = "--quick" in sys.argv
    parts = [
        "# Benchmarks",
        "Made by `scripts/benchmark page`, in one run; nobody wrote a number here by hand. The texts are generated: "
        "editions of 70 clauses, of which each changes four.",
        machine(),
        "## Checking",
        checking((10, 100) if quick else (10, 100, 1000)),
        "## Publishing",
        publishing(4 if quick else 10),
        one_more((4, 8) if quick else (10, 50)),
        "## Comparing",
        "Clauses are paired through moves and other numbers before their words are compared; the others compare words "
        "alone. The start of Python is in it.",
        comparing(),
    ]
    PAGE.write_text("\n\n".join(parts) + "\n", "utf-8")
    print(f"{PAGE.name} is written")


if __name__ == "__main__":
    main()
