"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# How long a case takes depends on what else the machine does: speed is measured by the benchmark, side by side.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
