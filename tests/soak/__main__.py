"""``scripts/soak ROUNDS [--seed SEED] [--only KIND] [--minutes M]``."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from soak.fuzz import Fuzz
from soak.kill import Kills
from soak.race import Races
from soak.store import Stores
from soak.tamper import Soak
from soak.word import Words

KINDS: dict[str, Callable[[Path, int], Fuzz | Kills | Races | Stores | Soak | Words]] = {
    "fuzz": Fuzz,
    "tamper": Soak,
    "kill": Kills,
    "race": Races,
    "store": Stores,
    "word": Words,
}


def main() -> int:
    words = argparse.ArgumentParser(prog="scripts/soak", description="Goes on longer than a suite can.")
    words.add_argument("rounds", type=int, help="how many rounds of each kind")
    words.add_argument("--seed", type=int, default=None, help="draws the same rounds again")
    words.add_argument("--only", choices=KINDS, default=None)
    words.add_argument("--minutes", type=float, default=None, help="begins no round after that, of each kind")
    options = words.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    print(f"soak: {options.rounds} rounds, seed {seed}", flush=True)
    faults = 0
    for kind in [options.only] if options.only else KINDS:
        faults += soak(kind, options.rounds, seed, options.minutes)
    return 1 if faults else 0


def soak(kind: str, rounds: int, seed: int, minutes: float | None) -> int:
    """The rounds of one kind; how many had a fault."""
    faults, begun, number = 0, time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        soaked = KINDS[kind](Path(folder), seed)
        for number in range(1, rounds + 1):
            if minutes is not None and time.monotonic() - begun > 60 * minutes:
                number -= 1
                break
            try:
                print(f"{kind} {number}: {soaked.round()[:200]}", flush=True)
            except AssertionError as error:
                faults += 1
                print(f"{kind} {number}: FAULT: {error}", flush=True)
        count = f", {soaked.count} of them" if hasattr(soaked, "count") else ""
    spent = (time.monotonic() - begun) / 60
    print(f"{kind}: {number} rounds{count}, {faults} faults, {spent:.0f} minutes, seed {seed}", flush=True)
    return faults


if __name__ == "__main__":
    sys.exit(main())
