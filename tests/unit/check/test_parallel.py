"""The same work for many numbers: in order, whoever does it."""

from __future__ import annotations

import gc
import os
from concurrent import futures
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from clausule.check import parallel
from clausule.check.parallel import on_every_processor


def add(more: int, number: int) -> int:
    return more + number


class Machine:
    """A machine with processors, on which threads stand in for processes; of those that ``die`` nothing comes back."""

    def __init__(self, patch: pytest.MonkeyPatch, processors: int | None, die: bool = False) -> None:
        self.workers: list[int] = []
        self.given: list[range] = []
        self.die = die
        patch.setattr(os, "cpu_count", lambda: processors)
        patch.setattr(futures, "ProcessPoolExecutor", self.pool)

    def pool(self, workers: int, context: Any, begin: Any, known: Any) -> futures.Executor:
        assert context.get_start_method() == "spawn", "what every system can"
        self.workers.append(workers)
        pool = futures.ThreadPoolExecutor(workers, initializer=begin, initargs=known)
        each = pool.submit

        def submit(work: Any, batch: range) -> Any:
            self.given.append(batch)
            return each(self.fail if self.die else work, batch)

        pool.submit = submit  # type: ignore[assignment,method-assign]
        return pool

    def fail(self, batch: range) -> None:
        raise BrokenProcessPool


FEW, STARTING = parallel._FEW, parallel._STARTING


@pytest.mark.parametrize(
    ("processors", "count", "workers"),
    [(4, FEW - 1, []), (4, FEW, [3]), (2, FEW, [1]), (1, 400, []), (None, 400, []), (64, 400, [7]), (4, 0, [])],
)
def test_much_work_is_divided_over_the_processors_and_little_is_not(
    processors: int | None, count: int, workers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(monkeypatch, processors)
    assert list(on_every_processor(add, 7, count)) == list(range(7, count + 7))
    assert machine.workers == workers


@pytest.mark.parametrize(("processors", "count", "there"), [(4, 400, 300), (4, 402, 302), (2, 401, 201)])
def test_this_process_does_its_share_and_what_comes_while_others_start(
    processors: int, count: int, there: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(monkeypatch, processors)
    assert list(on_every_processor(add, 0, count)) == list(range(count))
    sizes = [*map(len, machine.given)]
    assert sum(sizes) == there - STARTING
    assert len(sizes) == processors - 1 and max(sizes) - min(sizes) < processors, "a piece each, and none for nobody"


def test_what_a_process_that_died_left_undone_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 3, die=True)
    assert list(on_every_processor(add, 7, 400)) == list(range(7, 407))
    assert len(machine.given) == 2


def test_another_process_collects_garbage_as_often_as_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(monkeypatch, 2)
    seen: list[tuple[int, ...]] = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (5, 6, 7))
    monkeypatch.setattr(gc, "set_threshold", lambda *numbers: seen.append(numbers))
    assert len(list(on_every_processor(add, 0, FEW))) == FEW
    assert seen == [(5, 6, 7)]


def test_another_process_gets_the_part_from_its_first_number_on(monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(monkeypatch, 2)
    asked: list[int] = []

    def part(shared: int, start: int) -> int:
        asked.append(start)
        return shared + 1000

    here = FEW // 2 + STARTING
    found = list(on_every_processor(add, 0, FEW, part))
    assert asked == [here]
    assert found == [*range(here), *(1000 + number for number in range(here, FEW))]
