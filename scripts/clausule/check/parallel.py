"""The same work for many numbers, on every processor of the machine."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from clausule.work.crew import Crew

_FEW = 60
"""Below this many pieces of work, starting processes costs more than it brings."""
_BATCH = 5
"""So many pieces are done in one go: enough to make handing them out worth little, few enough to end together."""
_AHEAD = 2
"""So many batches another process has at a time: that which it does, and the next."""

Shared = TypeVar("Shared")
Result = TypeVar("Result")

_job: tuple[Callable[[Any, int], Any], Any]


def on_every_processor(work: Callable[[Shared, int], Result], shared: Shared, count: int) -> list[Result]:
    """``work(shared, 0)`` to ``work(shared, count - 1)``, in order.

    This process does them from the first on and others from the last, a batch at a time, until they meet. Others are
    started anew, as every system can, and get the name of ``work`` and ``shared``, once. What one of them leaves undone
    because it died is done here. Little work is all done here.
    """
    others = min(os.cpu_count() or 1, 8) - 1
    if count < _FEW or not others:
        return [work(shared, number) for number in range(count)]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    job = pickle.dumps(((work, shared), gc.get_threshold()), pickle.HIGHEST_PROTOCOL)
    left = [range(start, min(start + _BATCH, count)) for start in range(0, count, _BATCH)]
    here: list[Result] = []
    there: list[tuple[range, Future[list[Result]]]] = []
    with ProcessPoolExecutor(others, get_context("spawn"), _begin, (job,)) as pool:
        while left:
            waiting = sum(not future.done() for _, future in there)
            for _ in range(min(_AHEAD * others - waiting, len(left) - 1)):
                batch = left.pop()
                there.append((batch, pool.submit(_run, batch)))
            here += [work(shared, number) for number in left.pop(0)]
        for batch, future in reversed(there):
            here += _result(future) or [work(shared, number) for number in batch]
    return here


def by_crew(
    crew: Crew, work: Callable[[Shared, int], Result], shared: Shared, names: Sequence[str], root: Path
) -> list[Result]:
    """``work(shared, number)`` for each of ``names``, in order, by the ``crew``. Raises ``WorkFailed`` with the names
    of those that cannot be done."""
    from clausule.work.crew import WorkFailed
    from clausule.work.run import run

    found: dict[int, Result] = {}
    if failed := run(crew, work, shared, range(len(names)), found.__setitem__, root=root, batch=_BATCH):
        raise WorkFailed("; ".join(f"{names[number]}: {why.rstrip('.')}" for number, why in failed.items()) + ".")
    return [found[number] for number in range(len(names))]


def _result(future: Future[list[Result]]) -> list[Result]:
    """What another process found; nothing where it died."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return []


def _begin(job: bytes) -> None:
    global _job
    _job, collecting = pickle.loads(job)
    gc.set_threshold(*collecting)  # what a command decided of its own process


def _run(batch: range) -> list[Any]:
    work, shared = _job
    return [work(shared, number) for number in batch]
