"""A small share of the soak (scripts/soak), with a seed that stays. Kills and races have tests of their own here.

What is drawn from is read when the soak is imported, so a test does that: every process imports this file."""

from __future__ import annotations

from pathlib import Path


def test_what_is_tampered_with_at_random_is_found_and_not_spread(tmp_path: Path) -> None:
    from soak.tamper import Soak

    soak = Soak(tmp_path, seed=12)
    for _ in range(5):
        soak.round()


def test_any_text_keeps_the_laws(tmp_path: Path) -> None:
    from soak.fuzz import TRIED, fuzz

    names = tuple(name for name in TRIED if name != "time")  # a clock has no place in a suite
    tried, faults = fuzz(tmp_path, 12, 15, names)
    assert not faults and tried > 100
