"""Who does the work, as a ``concurrent.futures.Executor``: other processes, or whatever else is one."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from clausule.model.lookup import AuthoringError
from clausule.work.parcel import Bench, Job, pack

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Submit = Callable[[Any], "Future[Any]"]

PATIENCE = 30 * 60.0
"""So many seconds a worker may take for a task, where nothing else is said: a task is one of seconds."""
_MOST = 8
_bench: Bench


class WorkFailed(AuthoringError):
    """The work could not be done; the message is one line that says why and how to mend it."""


class Crew(Protocol):
    """Workers. ``size`` of them work at a time; ``open`` gives what hands a task to one, for as long as it is open.
    The future of a task raises one of ``died`` when its worker did; a piece of which that is so ``tries`` times is
    given up. When no task ends for ``patience`` seconds, every worker hangs: ``stop`` ends those that have one of
    ``futures``, and nothing can be handed to them any more. ``takes_little``: they were asked for, and do little
    work too."""

    size: int
    died: tuple[type[BaseException], ...]
    tries: int
    patience: float
    takes_little: bool

    def open(self, job: Job) -> AbstractContextManager[Submit]: ...

    def stop(self, futures: Collection[Future[Any]]) -> None: ...


class Processes:
    """Other processes of this machine, started anew as every system can."""

    died: tuple[type[BaseException], ...] = (BrokenExecutor,)
    tries = 3
    takes_little = False
    _pool: ProcessPoolExecutor

    def __init__(self, size: int | None = None, patience: float = PATIENCE) -> None:
        self.size, self.patience = size or min(os.cpu_count() or 1, _MOST), patience

    @contextmanager
    def open(self, job: Job) -> Iterator[Submit]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        begin = pack(job), gc.get_threshold()
        self._pool = pool = ProcessPoolExecutor(self.size, get_context("spawn"), _begin, begin)
        try:
            yield lambda task: pool.submit(_do, task)
        finally:
            pool.shutdown(cancel_futures=True)

    def stop(self, futures: Collection[Future[Any]]) -> None:
        for process in [*self._pool._processes.values()]:  # 'kill_workers' comes with Python 3.14
            process.kill()


def _begin(parcel: bytes, collecting: tuple[int, int, int]) -> None:
    # What is wrong with the job is told by the first task: a worker that fails to begin could say nothing.
    global _bench
    gc.set_threshold(*collecting)  # what a command decided of its own process
    atexit.register(gc.freeze)  # at its end, for which that one waits, nothing is searched for cycles
    _bench = Bench(parcel)


def _do(task: Any) -> Any:
    return _bench.do(task)
