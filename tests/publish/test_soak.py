"""A small share of the soak (scripts/soak), with a seed that stays."""

from __future__ import annotations

from pathlib import Path

from soak import Soak


def test_what_is_tampered_with_at_random_is_found_and_not_spread(tmp_path: Path) -> None:
    soak = Soak(tmp_path, seed=12)
    for _ in range(5):
        soak.round()
