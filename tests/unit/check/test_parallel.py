"""The same work for many numbers: in order, whoever does it."""

from __future__ import annotations

import gc
import os
from concurrent import futures
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from clausule.check import parallel
from clausule.check.parallel import by_crew, on_every_processor
from clausule.work.crew import WorkFailed

pytestmark = pytest.mark.usefixtures("little_to_collect")
FEW, BATCH, AHEAD = parallel._FEW, parallel._BATCH, parallel._AHEAD


def counted(hundreds: int, number: int) -> int:
    return 100 * hundreds + number


class Machine:
    """A machine with processors, on which threads stand in for processes; of those that ``die`` nothing comes back, and
    those that are ``busy`` have not begun when this process is done with its share, and those that ``hang`` never
    end."""

    def __init__(
        self,
        patch: pytest.MonkeyPatch,
        processors: int | None,
        *,
        die: bool = False,
        busy: bool = False,
        hang: bool = False,
    ) -> None:
        self.workers: list[int] = []
        self.given: list[range] = []
        self._die, self._busy, self._hang = die, busy, hang
        self._processes: dict[int, Machine] = {1: self}
        self.killed = 0
        patch.setattr(os, "cpu_count", lambda: processors)
        patch.setattr(futures, "ProcessPoolExecutor", self.pool)

    def pool(self, workers: int, context: Any, begin: Any, known: Any) -> Machine:
        assert context.get_start_method() == "spawn", "what every system can"
        self.workers.append(workers)
        begin(*known)
        return self

    def shutdown(self, *, cancel_futures: bool) -> None:
        assert cancel_futures

    def kill(self) -> None:
        self.killed += 1

    def submit(self, work: Any, batch: range) -> Any:
        self.given.append(batch)
        return _Given(work, batch, self._die, self._busy, self._hang)


class _Given(futures.Future[Any]):
    def __init__(self, work: Any, batch: range, die: bool, busy: bool, hang: bool) -> None:
        super().__init__()
        self._done = not busy
        if die:
            self.set_exception(BrokenProcessPool())
        elif not hang:
            self.set_result(work(batch))

    def done(self) -> bool:
        return self._done


@pytest.mark.parametrize(
    ("processors", "count", "workers"),
    [(4, FEW - 1, []), (4, FEW, [3]), (2, FEW, [1]), (1, 400, []), (None, 400, []), (64, 400, [7]), (4, 0, [])],
)
def test_much_work_is_divided_over_the_processors_and_little_is_not(
    processors: int | None, count: int, workers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(monkeypatch, processors)
    assert on_every_processor(counted, 7, count) == list(range(700, count + 700))
    assert machine.workers == workers


@pytest.mark.parametrize(("processors", "count"), [(4, 400), (4, 402), (2, 401), (2, FEW)])
def test_others_begin_at_the_end_and_have_no_more_than_the_next_batch(
    processors: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(monkeypatch, processors, busy=True)
    assert on_every_processor(counted, 0, count) == list(range(count))
    assert len(machine.given) == AHEAD * (processors - 1)
    assert machine.given[0].stop == count and machine.given[-1].stop == machine.given[-2].start


@pytest.mark.parametrize("count", [FEW, 400])
def test_who_is_done_gets_more_and_something_is_left_for_this_process(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(monkeypatch, 2)
    assert on_every_processor(counted, 0, count) == list(range(count))
    here = -(-count // BATCH) - len(machine.given)
    assert here == -(-count // BATCH // (AHEAD + 1)), "of three batches two were done there at once"


def test_what_a_process_that_died_left_undone_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 3, die=True)
    assert on_every_processor(counted, 7, 400) == list(range(700, 1100))
    assert machine.given


def test_what_a_process_that_hangs_left_undone_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, 3, hang=True)
    assert on_every_processor(counted, 7, 400, patience=1e-9) == list(range(700, 1100))
    assert machine.killed == len(machine.given) > 0


@pytest.mark.parametrize("failed", [{}, {2: "it has no text.", 0: "it is empty"}])
def test_a_crew_that_was_asked_for_does_all_of_it_and_what_it_cannot_do_is_named(
    failed: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(by: Any, work: Any, shared: Any, numbers: range, take: Any, *, root: Path, batch: int) -> dict[int, str]:
        assert (by, work, shared, root, batch) == (crew, counted, 7, Path("firm"), BATCH)
        for number in reversed(numbers):
            if number not in failed:
                take(number, work(shared, number))
        return failed

    monkeypatch.setattr("clausule.work.run.run", run)
    crew: Any = SimpleNamespace(takes_little=True)
    if not failed:
        assert by_crew(crew, counted, 7, ["a/1", "a/2", "b/1"], Path("firm")) == [700, 701, 702]
        return
    with pytest.raises(WorkFailed, match=r"^b/1: it has no text; a/1: it is empty\.$"):
        by_crew(crew, counted, 7, ["a/1", "a/2", "b/1"], Path("firm"))


@pytest.mark.parametrize("crew", [None, SimpleNamespace(takes_little=False, patience=5.0)])
def test_where_none_was_asked_for_every_processor_does_it_with_the_patience_of_the_crew(
    crew: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(parallel, "on_every_processor", lambda *given: asked.append(given) or [7])
    assert by_crew(crew, counted, 7, ["a/1"], Path("firm")) == [7]
    assert asked == [(counted, 7, 1, Path("firm"), 5.0 if crew else None)]


def test_another_process_collects_garbage_as_often_as_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(monkeypatch, 2)
    seen: list[tuple[int, ...]] = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (5, 6, 7))
    monkeypatch.setattr(gc, "set_threshold", lambda *numbers: seen.append(numbers))
    assert len(on_every_processor(counted, 0, FEW)) == FEW
    assert seen == [(5, 6, 7)]
