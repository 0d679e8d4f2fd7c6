"""The same work for many numbers: in order, whoever does it."""

from __future__ import annotations

import multiprocessing
import multiprocessing.pool
import os
from typing import Any

import pytest

from clausule.check import parallel
from clausule.check.parallel import on_every_processor


def add(more: int, number: int) -> int:
    return more + number


class Machine:
    """A machine with processors, on which threads stand in for processes."""

    def __init__(self, patch: pytest.MonkeyPatch, processors: int | None) -> None:
        self.workers: list[int] = []
        self.pieces: list[int] = []
        patch.setattr(os, "cpu_count", lambda: processors)
        patch.setattr(multiprocessing, "get_context", lambda *method: self)

    def Pool(self, workers: int, begin: Any, known: Any) -> multiprocessing.pool.ThreadPool:
        self.workers.append(workers)
        pool = multiprocessing.pool.ThreadPool(workers, begin, known)
        each = pool.imap

        def imap(work: Any, numbers: Any, chunksize: int = 1) -> Any:
            self.pieces.append(chunksize)
            return each(work, numbers, chunksize)

        pool.imap = imap  # type: ignore[method-assign]
        return pool


FEW = parallel._FEW


@pytest.mark.parametrize(
    ("processors", "count", "workers"),
    [(4, FEW - 1, []), (4, FEW, [4]), (2, FEW, [2]), (1, 400, []), (None, 400, []), (64, 400, [8]), (4, 0, [])],
)
def test_much_work_is_divided_over_the_processors_and_little_is_not(
    processors: int | None, count: int, workers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(monkeypatch, processors)
    assert list(on_every_processor(add, 7, count)) == list(range(7, count + 7))
    assert machine.workers == workers


def test_every_process_gets_a_few_pieces_of_what_stands_together(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 4)
    for count in (400, 401):
        assert list(on_every_processor(add, 0, count)) == list(range(count))
    assert machine.pieces == [25, 26], "a sixteenth, and one more where that is not enough"
