"""A small share of the soak (scripts/soak), with a seed that stays. Kills and races have tests of their own here."""

from __future__ import annotations

from pathlib import Path

from soak.fuzz import TRIED, fuzz
from soak.tamper import Soak


def test_what_is_tampered_with_at_random_is_found_and_not_spread(tmp_path: Path) -> None:
    soak = Soak(tmp_path, seed=12)
    for _ in range(5):
        soak.round()


def test_any_text_keeps_the_laws(tmp_path: Path) -> None:
    names = tuple(name for name in TRIED if name != "time")  # a clock has no place in a suite
    tried, faults = fuzz(tmp_path, 12, 15, names)
    assert not faults and tried > 100
