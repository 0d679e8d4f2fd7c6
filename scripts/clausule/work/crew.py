"""Who does the work, as a ``concurrent.futures.Executor``: other processes, or whatever else is one."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from clausule.model.lookup import AuthoringError
from clausule.work.parcel import Job, pack, unpack

Submit = Callable[[Any], "Future[Any]"]

_MOST = 8
_job: Job
_kept: tuple[bytes, tuple[int, int, int]]


class WorkFailed(AuthoringError):
    """The work could not be done; the message is one line that says why and how to mend it."""


class Crew(Protocol):
    """Workers. ``size`` of them work at a time; ``open`` gives what hands a task to one, for as long as it is open.
    The future of a task raises one of ``died`` when its worker did; a piece of which that is so ``tries`` times is
    given up."""

    size: int
    died: tuple[type[BaseException], ...]
    tries: int

    def open(self, job: Job) -> AbstractContextManager[Submit]: ...


class Processes:
    """Other processes of this machine, started anew as every system can."""

    died: tuple[type[BaseException], ...] = (BrokenExecutor,)
    tries = 3

    def __init__(self, size: int | None = None) -> None:
        self.size = size or min(os.cpu_count() or 1, _MOST)

    @contextmanager
    def open(self, job: Job) -> Iterator[Submit]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        begin = pack(job), gc.get_threshold()
        pool = ProcessPoolExecutor(self.size, get_context("spawn"), _begin, begin)
        try:
            yield lambda task: pool.submit(_do, task)
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(parcel: bytes, collecting: tuple[int, int, int]) -> None:
    # What is wrong with the job is told by the first task: a worker that fails to begin could say nothing.
    global _kept
    _kept = parcel, collecting


def _do(task: Any) -> Any:
    global _job
    if "_job" not in globals():
        parcel, collecting = _kept
        gc.set_threshold(*collecting)  # what a command decided of its own process
        _job = unpack(parcel)
    return _job.work(_job.shared, task)
