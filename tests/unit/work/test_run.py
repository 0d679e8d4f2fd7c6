"""Pieces of work by a crew: every one is done once, or named with why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.model.lookup import AuthoringError
from clausule.work import run as run_module
from clausule.work.crew import PATIENCE, Submit, WorkFailed
from clausule.work.parcel import Job
from clausule.work.run import run

ROOT = Path("root")


class Crew:
    """Workers of which one dies of each task with a piece for which ``kills`` says so, and all others with it. With
    one for which ``hangs`` says so they never end."""

    died: tuple[type[BaseException], ...] = (BrokenExecutor,)
    tries = 3
    patience = 0.0
    takes_little = False

    def __init__(
        self,
        size: int = 2,
        kills: Callable[[int], bool] = lambda piece: False,
        hangs: Callable[[int], bool] = lambda piece: False,
    ) -> None:
        self.size, self.tasks, self._kills, self._hangs = size, list[tuple[int, ...]](), kills, hangs
        self.stopped: list[int] = []

    @contextmanager
    def open(self, job: Job) -> Iterator[Submit]:
        given: list[Future[Any]] = []

        def submit(task: tuple[int, ...]) -> Future[Any]:
            if any(future.done() and future.exception() for future in given):
                raise BrokenExecutor
            self.tasks.append(task)
            future: Future[Any] = Future()
            given.append(future)
            if any([self._kills(piece) for piece in task]):
                future.set_exception(BrokenExecutor())
            elif not any([self._hangs(piece) for piece in task]):
                future.set_result(job.work(job.shared, task))
            return future

        yield submit

    def stop(self, futures: Collection[Future[Any]]) -> None:
        assert not any(future.done() for future in futures)
        self.stopped.append(len(futures))


def double(more: int, piece: int) -> int:
    if piece == 13:
        raise AuthoringError("thirteen is\nno number. Take another.")
    if piece == 17:
        raise KeyError("seventeen")
    return piece * 2 + more


def test_each_piece_is_told_with_its_result() -> None:
    told: dict[int, int] = {}
    crew = Crew()
    assert run(crew, double, 1, range(5), told.__setitem__, root=ROOT, batch=2) == {}
    assert told == {0: 1, 1: 3, 2: 5, 3: 7, 4: 9}
    assert crew.tasks == [(0, 1), (2, 3), (4,)]


def test_pieces_of_a_kind_are_one_task_unless_there_are_many() -> None:
    crew, pieces = Crew(), [10, 20, 21, 22, 23, 30, 31, 32, 33, 34, 40]
    run(crew, double, 0, pieces, lambda *one: None, root=ROOT, batch=2, kin=lambda piece: piece // 10)
    assert crew.tasks == [(10, 20, 21, 22, 23), (30, 31), (32, 33), (34,), (40,)], "one alone would be too little"


def test_what_is_wrong_with_a_piece_is_said_and_the_rest_is_done() -> None:
    told: dict[int, int] = {}
    failed = run(Crew(), double, 0, range(12, 19), told.__setitem__, root=ROOT, batch=7)
    assert failed == {
        13: "thirteen is no number. Take another.",
        17: "a fault of Clausule itself (KeyError: 'seventeen')",
    }
    assert list(told) == [12, 14, 15, 16, 18]


def test_a_piece_of_which_workers_die_is_given_up_after_some_tries() -> None:
    told: dict[int, int] = {}
    crew = Crew(kills=lambda piece: piece == 5)
    failed = run(crew, double, 0, range(12), told.__setitem__, root=ROOT, batch=3)
    assert failed == {5: "each worker that began with it died"}
    assert sorted(told) == [number for number in range(12) if number != 5]
    assert Counter(crew.tasks)[(5,)] == 2, "once with others, and then alone"


def test_a_worker_that_dies_once_costs_nothing_but_time() -> None:
    told: list[tuple[int, int]] = []
    deaths = iter([True])
    crew = Crew(kills=lambda piece: piece == 3 and next(deaths, False))
    assert run(crew, double, 0, range(8), lambda *one: told.append(one), root=ROOT) == {}
    assert sorted(told) == [(number, number * 2) for number in range(8)], "none is told twice"


def test_a_piece_with_which_a_worker_hangs_is_done_again_once_and_then_given_up() -> None:
    told: dict[int, int] = {}
    crew = Crew(hangs={5, 9}.__contains__)
    failed = run(crew, double, 0, range(12), told.__setitem__, root=ROOT, batch=3)
    assert failed == dict.fromkeys((5, 9), "a worker was not done with it after 0 seconds, and so was the next")
    assert sorted(told) == [number for number in range(12) if number not in (5, 9)]
    assert Counter(crew.tasks)[(5,)] == Counter(crew.tasks)[(9,)] == 1, "once with others, and then alone"
    assert crew.stopped == [2, 1, 1], "all else was done first"


def test_a_worker_that_hangs_once_costs_nothing_but_time() -> None:
    told: list[tuple[int, int]] = []
    hangs = iter([True])
    crew = Crew(hangs=lambda piece: piece == 3 and next(hangs, False))
    assert run(crew, double, 0, range(8), lambda *one: told.append(one), root=ROOT) == {}
    assert sorted(told) == [(number, number * 2) for number in range(8)], "none is told twice"


def test_the_time_that_a_worker_may_take_is_said_in_minutes() -> None:
    crew = Crew(hangs=lambda piece: True)
    assert PATIENCE == 1800
    crew.patience = 90.0
    assert run_module._time(crew.patience) == "1.5 minutes" and run_module._time(PATIENCE) == "30 minutes"


def test_workers_that_all_die_before_they_begin_end_it() -> None:
    class Dead(Crew):
        @contextmanager
        def open(self, job: Job) -> Iterator[Submit]:
            def submit(task: Any) -> Future[Any]:
                raise BrokenExecutor

            yield submit

    assert run(Dead(), double, 0, range(3), lambda *one: None, root=ROOT).keys() == {0, 1, 2}


def test_what_concerns_all_is_raised() -> None:
    def gone(shared: None, piece: int) -> None:
        raise WorkFailed("the scheduler is gone")

    with pytest.raises(WorkFailed, match="gone"):
        run(Crew(), gone, None, [1, 2], lambda *one: None, root=ROOT)


@given(st.sets(st.integers(0, 30)), st.integers(1, 4), st.integers(1, 5))
def test_whatever_dies_each_piece_is_done_or_named(killers: set[int], size: int, batch: int) -> None:
    told: dict[int, int] = {}
    failed = run(Crew(size, killers.__contains__), double, 0, range(40, 71), told.__setitem__, root=ROOT, batch=batch)
    assert not failed and len(told) == 31
    pieces = [number for number in range(31) if number not in (13, 17)]
    told.clear()
    failed = run(Crew(size, killers.__contains__), double, 0, pieces, told.__setitem__, root=ROOT, batch=batch)
    assert failed.keys() == killers & {*pieces}
    assert told == {number: number * 2 for number in pieces if number not in killers}
