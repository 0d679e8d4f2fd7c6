"""Measures checking and publishing, and the same work done by a plain loop of ``mike deploy``.

Prints wall-clock seconds, and the ratios that hold on another machine too. Run it with scripts/benchmark publish
[--quick].
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from clausule.model.dates import current, intervals, status_on
from clausule.pages.edition.stage import render_edition
from clausule.pages.kit.staging import CONFIG
from clausule.read import read_repository
from editions import book_of
from generate import add_edition, lock_all, write_agreement
from session import HOME, Session, clean_environment, small_repository

DAY = "2026-11-23"
SITE = "http://localhost:8000/"


def timed(words: list[str], cwd: Path, expect: int = 0) -> tuple[float, float]:
    """Seconds and peak megabytes of one command (the largest of its processes)."""
    before = time.perf_counter()
    process = subprocess.Popen(
        words, cwd=cwd, env=clean_environment() | venv_first(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == expect, error.decode()[-2000:]
    return time.perf_counter() - before, usage.ru_maxrss / 1024


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
        seconds, megabytes = timed(clausule("check", "--format", "json"), root)
        print(f"check of {editions} editions of 70 clauses: {seconds:.2f} s, peak {megabytes:.0f} MB")


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
            whole, _ = timed(clausule("publish", "--on", DAY), session.root)
            again = statistics.median(timed(clausule("publish", "--on", DAY), session.root)[0] for _ in range(3))
            costs = []
            for extra in range(3):
                add_edition(session.root, "proef", count + extra, changed=changed)
                lock_all(session.root)
                costs.append(timed(clausule("publish", "--on", DAY), session.root)[0])
            cost = statistics.median(costs)
            first_cost = first_cost or cost
            print(
                f"publish with {count} editions: all {whole:.1f} s ({whole / count:.2f} s each); again without a "
                f"change {again:.2f} s; "
                f"one more edition {cost:.2f} s = {cost / first_cost:.2f} x that with {counts[0]}"
            )


def measure_mike(count: int) -> None:
    """The same pages by a plain loop: for each edition `mike deploy` with its stage as docs_dir."""
    day = date.fromisoformat(DAY)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        session = repository_with(Path(one), count)
        ours, _ = timed(clausule("publish", "--on", DAY), session.root)
        (agreement,) = read_repository(session.root).agreements
        loop = small_repository(Path(other))
        shutil.copytree(HOME / "overrides", loop.root / "overrides")
        (loop.root / "overrides/404.html").write_text("")  # ours is for the whole site, and mike builds one an edition
        loop.git("config", "user.name", "A")  # mike asks for an identity
        loop.git("config", "user.email", "a@localhost")
        spent = 0.0
        for edition in agreement.editions:
            interval = intervals(agreement)[edition.version]
            status, now = status_on(edition, interval, day), current(agreement, day)
            stage = render_edition(book_of(agreement, edition, status=status, current=now, site_url=SITE))
            settings = json.loads(stage.pop(CONFIG))
            for name, content in stage.items():
                path = loop.root / "stage" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            address = f"{SITE}{edition.name}/"
            config = {"INHERIT": "mkdocs.yml", "docs_dir": "stage", "site_url": address, **settings}
            (loop.root / "stage.yml").write_text(json.dumps(config))
            mike = [str(Path(sys.executable).parent / "mike"), "deploy", "-F", "stage.yml", "--deploy-prefix", "proef"]
            spent += timed([*mike, "--branch", "gh-pages", edition.version], loop.root)[0]
        ratio = ours / spent
        print(
            f"{count} editions by a plain loop of mike deploy {spent:.1f} s, by clausule publish {ours:.1f} s: "
            f"{ratio:.2f} x"
        )


def main() -> None:
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
