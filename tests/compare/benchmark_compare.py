"""Measures the comparison beside git word-diff, dwdiff, redlines and lxml.html.diff, in one run.

Words deleted and inserted, processor seconds, and how many clauses of histories with a known truth are found again.
Run it with scripts/benchmark compare [OLD NEW]...
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from others import present

from clausule.compare.changes import Comparison, compare_units
from clausule.compare.pairing import pair_units
from clausule.compare.redline import accept, cost, redline, undo
from clausule.compare.text_files import text_units
from clausule.model.hashes import canonical
from histories import Score, Shape, as_markdown, by_number, by_overlap, corpus, history, linked, steps
from session import HOME, clean_environment

SLOW = 20.0  # a program that needed so many seconds is not asked about a larger pair
SIZE = 230_000


def spent() -> float:
    """Processor seconds of this process and of those it started and that ended."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def reworded(text: str, share: float, rnd: random.Random) -> str:
    return re.sub(r"\S+", lambda word: rnd.choice(corpus()) if rnd.random() < share else word[0], text)


def generated() -> list[tuple[str, str, str]]:
    """Pairs of Dutch texts of 230 KB: clauses of one agreement, with little and with much changed, and moved."""
    found = []
    for name, shape in {
        "230 KB, 3 % of clauses changed": Shape(seed=1, clauses=900, editions=2, changed=0.03, style="chain"),
        "230 KB, 35 % of clauses changed": Shape(seed=2, clauses=900, editions=2, changed=0.35, style="chain"),
        "230 KB, all clauses changed": Shape(seed=3, clauses=900, editions=2, changed=1.0, reword=0.2, style="chain"),
        "230 KB, a quarter moved": Shape(seed=4, clauses=900, editions=2, moved=0.25, changed=0.1, style="chain"),
    }.items():
        old, new = (as_markdown(edition) for edition in history(shape))
        cut = min(SIZE, len(old), len(new))
        found.append((name, old[:cut], new[:cut]))
    rnd = random.Random(5)
    source = " ".join(corpus())
    flat = (source * (SIZE // len(source) + 1))[:SIZE]
    found.append(("230 KB in one line, 10 % of words", flat, reworded(flat, 0.1, rnd)))
    small = "\n\n".join(path.read_text("utf-8") for path in sorted((HOME / "docs/mickcom/1.5").glob("artikel-*.md")))
    return [("mickcom, 5 % of words", small, reworded(small, 0.05, rnd)), *found]


def shapes() -> list[tuple[str, str, str]]:
    """More pairs of 230 KB, for the clock alone: what people compare that was not written to be compared."""
    rnd = random.Random(6)
    words = corpus()
    paragraphs = [" ".join(rnd.choices(words, k=rnd.randint(20, 100))) for _ in range(510)]
    changed = [reworded(one, 0.1, rnd) for one in paragraphs]
    half = len(paragraphs) // 2
    lines = [" ".join(rnd.choices(words, k=3))[:20] for _ in range(10_000)]
    pairs = {
        "60 % of words": (paragraphs, [reworded(one, 0.6, rnd) for one in paragraphs]),
        "wrapped at 72 columns": (paragraphs, [textwrap.fill(one, 72) for one in changed]),
        "half of it moved": (paragraphs, changed[half:] + changed[:half]),
        "the same paragraph over and over": tuple(
            [reworded(one, 0.03, rnd) for one in paragraphs[:1] * 510] for _ in range(2)
        ),
        "unrelated": (paragraphs, [" ".join(rnd.choices(words, k=60)) for _ in paragraphs]),
        "10,000 lines of 20 characters": (lines, [reworded(line, 0.1, rnd) for line in lines]),
    }
    return [(name, "\n\n".join(old), "\n\n".join(new)) for name, (old, new) in pairs.items()]


def ours(old: str, new: str) -> Comparison:
    return compare_units(text_units(old, markdown=True), text_units(new, markdown=True))


def measure_pair(name: str, old: str, new: str, too_slow: dict[str, int]) -> None:
    """Prints a table for one pair: all programs get the canonical lines."""
    one, other = ("\n".join(line for part in text.split("\n") if (line := canonical(part))) for text in (old, new))
    print(f"\n{name}: {len(old.encode()) / 1000:.0f} and {len(new.encode()) / 1000:.0f} KB")
    begin = spent()
    comparison = ours(old, new)
    seconds = spent() - begin
    words = sum(cost(list(change.redline)) for change in comparison.changes)
    exact = all(
        undo(list(c.redline)) == c.from_text and accept(list(c.redline)) == c.to_text for c in comparison.changes
    )
    counts = ", ".join(f"{count} {kind}" for kind, count in comparison.counts.items() if count)
    print(
        f"  {'clausule, clause by clause':28} {words:7} words {seconds:7.3f} s  {'exact' if exact else 'NOT EXACT'}; "
        f"{counts}"
    )
    begin = spent()
    edits = redline(one, other)
    exact = undo(edits) == one and accept(edits) == other
    print(
        f"  {'clausule, pairing left out':28} {cost(edits):7} words {spent() - begin:7.3f} s  "
        f"{'exact' if exact else 'NOT EXACT'}"
    )
    for program, count in present().items():
        if count is None:
            print(f"  {program:28} is not on this machine")
        elif too_slow.get(program, sys.maxsize) <= len(one):
            print(f"  {program:28} not asked: it needed more than {SLOW:.0f} s for less")
        else:
            seconds = measure_other(program, count, one, other)
            if seconds > SLOW:
                too_slow[program] = len(one)


def measure_other(program: str, count: Callable[[str, str], int], old: str, new: str) -> float:
    begin = spent()
    words = count(old, new)
    seconds = spent() - begin
    print(f"  {program:28} {words:7} words {seconds:7.3f} s")
    return seconds


def measure_command(old: str, new: str) -> None:
    """What a person runs, from two files on the disk: by the clock, start and reading included."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.md", "new.md")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, "utf-8")
        for form in ("text", "json"):
            words = [sys.executable, "-m", "clausule", "compare", "--files", *map(str, paths), "--format", form]
            seconds = []
            for _ in range(5):
                begin = time.perf_counter()
                done = subprocess.run(
                    words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environment()
                )
                seconds.append(time.perf_counter() - begin)
                assert done.returncode in (0, 1)
            print(
                f"  {f'compare --files, {form}':28} {'':7}       {min(seconds):7.3f} to {max(seconds):.3f} s by the "
                f"clock, of 5 runs"
            )


SHAPES: dict[str, tuple[str, str, int]] = {
    "headings that are alike": ("\n\n# A", "\n\n# A", 12_000),
    "headings that all changed": ("\n\n# A", "\n\n# B", 12_000),
    "numbers that are alike": ("\n\n1. a", "\n\n1. a", 8_000),
    "terms that are alike": ("\n\nA\n:   b", "\n\nA\n:   b", 10_500),
    "cells without words": ("|", "|", 48_000),
    "lines of one letter": ("a.\n", "a.\n", 33_000),
}
"""What is repeated, what it became, and how often it stands in a text of some 50 to 100 KB."""


def measure_shapes() -> None:
    """Texts in which everything is alike, and the last words are others."""
    print("\n100 KB of what is alike: processor seconds (at most 1), and twice the size (at most 2.5 times that)")
    for name, (old, new, count) in SHAPES.items():
        once, twice = (min(_of_alike(old, new, size) for _ in range(3)) for size in (count, 2 * count))
        print(
            f"  {name:28} {once:7.3f} s, {twice / once:.2f} x{'  TOO SLOW' if once > 1 or twice > 2.5 * once else ''}"
        )


def _of_alike(old: str, new: str, count: int) -> float:
    begin = spent()
    comparison = ours(old * count, f"{new * count}x")
    comparison.as_json("old", "new")
    return spent() - begin


def measure_pairing() -> None:
    print("\nclauses that were given exactly their partners, in per cent: all (of those that changed)")
    print("  words replaced         5 %           15 %           30 %           60 %")
    for style in ("zipf", "chain", "stock"):
        cells = []
        for share in (0.05, 0.15, 0.3, 0.6):
            score = Score()
            for seed in (901, 902, 903):
                for step in steps(Shape(seed=seed, reword=share, style=style)):
                    score.add(step, linked(pair_units(step.old, step.new)))
            cells.append(f"{100 * score.share:6.2f} ({100 * score.changed_share:6.2f})")
        print(f"  {style:12} {' '.join(cells)}")
    number, overlap = Score(), Score()
    for style in ("zipf", "chain", "stock"):
        for step in steps(Shape(seed=904, reword=0.6, style=style)):
            number.add(step, by_number(step))
            overlap.add(step, by_overlap(step))
    print(
        f"  at 60 %: by number alone {100 * number.share:.1f}, by best overlap of words alone {100 * overlap.share:.1f}"
    )


def main() -> None:
    given = sys.argv[1:]
    pairs = [
        (f"{Path(a).name} {Path(b).name}", Path(a).read_text("utf-8"), Path(b).read_text("utf-8"))
        for a, b in zip(given[::2], given[1::2], strict=True)
    ]
    too_slow: dict[str, int] = {}
    for name, old, new in pairs or generated():
        measure_pair(name, old, new, too_slow)
        measure_command(old, new)
    for name, old, new in shapes() if not pairs else ():
        print(f"\n{name}: {len(old.encode()) / 1000:.0f} and {len(new.encode()) / 1000:.0f} KB")
        measure_command(old, new)
    measure_shapes()
    measure_pairing()


if __name__ == "__main__":
    main()
