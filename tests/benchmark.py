"""Measures checking and publishing, and beside them a plain loop of ``mike deploy``.

Prints wall-clock seconds where nothing else is said, and the ratios that hold on another machine too. Run it with
scripts/benchmark publish [--quick],
or with --many COUNT... for so many agreements.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from clausule.site import GENERATORS
from generate import add_edition, lock_all, write_agreement
from session import Session, clean_environment, small_repository

DAY = "2026-11-23"
SITE = "http://localhost:8000/"


class Cost(NamedTuple):
    """What a command took: seconds by the clock, processor seconds of all its processes, and the megabytes of the
    largest of them."""

    wall: float
    processor: float
    megabytes: float


def timed(words: list[str], cwd: Path, expect: int = 0) -> Cost:
    """What one command takes."""
    before = time.perf_counter()
    process = subprocess.Popen(
        words, cwd=cwd, env=clean_environment() | venv_first(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == expect, error.decode()[-2000:]
    return Cost(time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def venv_first() -> dict[str, str]:
    """mike starts the mkdocs that it finds first on the path."""
    return {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "0",
    }


def clausule(*words: str) -> list[str]:
    return [sys.executable, "-m", "clausule", *words]


def measure_check(editions: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "mkdocs.yml").write_text(f"site_name: x\nsite_url: {SITE}\n")
        write_agreement(root, "proef", editions)
        lock_all(root)
        cost = timed(clausule("check", "--format", "json"), root)
        print(f"check of {editions} editions of 70 clauses: {cost.wall:.2f} s, peak {cost.megabytes:.0f} MB")


def repository_with(root: Path, editions: int, changed: int | None = None) -> Session:
    session = small_repository(root)
    write_agreement(root, "proef", editions, changed=changed)
    lock_all(root)
    return session


def measure_publish(counts: list[int], changed: int | None) -> None:
    """What one more edition costs beside those that are there, of which each changed some clauses, or all of them."""
    first_cost = 0.0
    print(
        f"editions that change {changed} clauses of 70:"
        if changed
        else "editions of which each has wholly other words:"
    )
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            session = repository_with(Path(folder), count, changed)
            whole = timed(clausule("publish", "--on", DAY), session.root).wall
            again = statistics.median(timed(clausule("publish", "--on", DAY), session.root).wall for _ in range(3))
            costs = []
            for extra in range(3):
                add_edition(session.root, "proef", count + extra, changed=changed)
                lock_all(session.root)
                costs.append(timed(clausule("publish", "--on", DAY), session.root).wall)
            cost = statistics.median(costs)
            first_cost = first_cost or cost
            print(
                f"publish with {count} editions: all {whole:.1f} s ({whole / count:.2f} s each); again without a "
                f"change {again:.2f} s; "
                f"one more edition {cost:.2f} s = {cost / first_cost:.2f} x that with {counts[0]}"
            )


def publish_whole(count: int, generator: str = "plain") -> Cost:
    """What publishing so many editions from nothing takes."""
    with tempfile.TemporaryDirectory() as folder:
        session = repository_with(Path(folder), count, 4)
        session.replace("mkdocs.yml", "site: plain", f"site: {generator}")
        return timed(clausule("publish", "--on", DAY), session.root)


def of_markdown(count: int, words: Callable[[str], list[str]]) -> list[Cost]:
    """What the command ``words`` of a version takes for each of so many editions: a site of MkDocs and Material alone,
    of the author's Markdown as it is."""
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        site = small_repository(Path(folder))
        site.git("config", "user.name", "A")  # mike asks for an identity
        site.git("config", "user.email", "a@localhost")
        write_agreement(site.root, "proef", count, changed=4)
        theme = "theme:\n  name: material\n  font: false\n"
        (site.root / "mkdocs.yml").write_text(f"site_name: x\nsite_url: {SITE}\ndocs_dir: text\n{theme}")
        for number in range(count):
            shutil.rmtree(site.root / "text", ignore_errors=True)
            shutil.copytree(site.root / f"docs/proef/1.{number}", site.root / "text")
            costs.append(timed(words(f"1.{number}"), site.root))
    return costs


def mike(edition: str) -> list[str]:
    """The command that puts what MkDocs makes onto a branch."""
    return [str(Path(sys.executable).parent / "mike"), "deploy", "--branch", "gh-pages", edition]


def measure_mike(count: int) -> None:
    spent = sum(cost.processor for cost in of_markdown(count, mike))
    print(f"the Markdown of {count} editions by a loop of mike deploy: {spent:.1f} s of the processor; all of them by")
    for generator in GENERATORS:
        ours = publish_whole(count, generator).processor
        print(f"  clausule publish with 'site: {generator}' {ours:.1f} s: {ours / spent:.2f} x")


def measure_many(counts: list[int], editions: int = 5) -> None:
    """What so many agreements cost, of which each has a few editions."""
    again = ["publish", "--on", DAY]
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            session = small_repository(Path(folder))
            for number in range(count):
                name = f"proef-{number:04}"
                write_agreement(session.root, name, editions, seed=number, changed=4)
                session.replace(f"docs/{name}/index.md", "title: Overeenkomst", f"title: Overeenkomst {number}")
            lock_all(session.root)
            print(f"{count} agreements of {editions} editions:")
            for words in (["check"], ["build", "--on", DAY, "--out", "site"], again, again):
                cost = timed(clausule(*words), session.root)
                each = 1000 * cost.processor / count / editions
                print(
                    f"  {words[0]}: {cost.processor:.1f} s of processor ({each:.0f} ms an edition), "
                    f"{cost.wall:.1f} s, largest process {cost.megabytes:.0f} MB",
                    flush=True,
                )


def main() -> None:
    if "--many" in sys.argv:
        measure_many([int(count) for count in sys.argv[sys.argv.index("--many") + 1 :]])
        return
    quick = "--quick" in sys.argv
    measure_check(100 if quick else 1000)
    measure_mike(4 if quick else 10)
    for changed in (4, None):
        measure_publish([4, 8] if quick else [10, 50, 200], changed)
    sys.stdout.flush()
    subprocess.run(
        [sys.executable, str(Path(__file__).parent / "site/benchmark_history.py")],
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
