"""The same work for many numbers: in order, whoever does it."""

from __future__ import annotations

import multiprocessing
import multiprocessing.pool
import os
from typing import Any

import pytest

from clausule.check import parallel
from clausule.check.parallel import on_every_processor


def square(number: int) -> int:
    return number * number


class Machine:
    """A machine with processors, on which threads stand in for processes."""

    def __init__(self, patch: pytest.MonkeyPatch, processors: int | None) -> None:
        self.workers: list[int] = []
        patch.setattr(os, "cpu_count", lambda: processors)
        patch.setattr(multiprocessing, "get_context", lambda *method: self)

    def Pool(self, workers: int, *more: Any, **options: Any) -> multiprocessing.pool.ThreadPool:
        self.workers.append(workers)
        return multiprocessing.pool.ThreadPool(workers)


@pytest.mark.parametrize(
    ("processors", "count", "workers"),
    [(4, 39, []), (4, 40, [4]), (2, 40, [2]), (1, 400, []), (None, 400, []), (64, 400, [8]), (4, 0, [])],
)
def test_much_work_is_divided_over_the_processors_and_little_is_not(processors: int | None, count: int, workers: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, processors)
    assert list(on_every_processor(square, count)) == [square(number) for number in range(count)]
    assert machine.workers == workers


def test_nothing_is_kept_when_it_is_done_or_went_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(monkeypatch, 2)

    def wrong(number: int) -> int:
        raise ValueError(number)

    with pytest.raises(ValueError):
        list(on_every_processor(wrong, 40))
    assert parallel._work is None
