"""What holds for every test."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import settings

# A process takes the next file when it is done with one. The quick ones of the units go last, so that all processes end
# at nearly the same time; and the files of the site wait for the site, which the first of them builds meanwhile.
_TURNS = {"site": 1, "unit": 2}

# How long a case takes depends on what else the machine does: speed is measured by the benchmark, side by side.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

# As a command does (``cli.start``): to look through a process that holds every module of the suite takes seconds, and
# the model holds no cycles worth looking for.
gc.set_threshold(200_000, 50, 50)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the files in the order in which the processes take them."""
    tests = Path(__file__).parent
    turn = {path: _TURNS.get(path.relative_to(tests).parts[0], 0) for path in {item.path for item in items}}
    first = next((item.path for item in items if turn[item.path] == 1), None)
    items.sort(key=lambda item: (item.path != first, turn[item.path]))


def pytest_collection_finish() -> None:
    """What is loaded and collected by now stays to the end: nobody looks through it again."""
    gc.collect()
    gc.freeze()
