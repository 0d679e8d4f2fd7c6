"""What holds for every test."""

from __future__ import annotations

import gc

from hypothesis import settings

# How long a case takes depends on what else the machine does: speed is measured by the benchmark, side by side.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

# As a command does (``cli.start``): to look through a process that holds every module of the suite takes seconds, and
# the model holds no cycles worth looking for.
gc.set_threshold(200_000, 50, 50)


def pytest_collection_finish() -> None:
    """What is loaded and collected by now stays to the end: nobody looks through it again."""
    gc.collect()
    gc.freeze()
