"""The same work for many numbers, on every processor of the machine."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

_FEW = 100
"""Below this many pieces of work, starting processes costs more than it brings."""
_STARTING = 25
"""So many pieces more are done here, while the other processes start."""

Shared = TypeVar("Shared")
Result = TypeVar("Result")

_job: tuple[Callable[[Any, int], Any], Any]


def on_every_processor(
    work: Callable[[Shared, int], Result],
    shared: Shared,
    count: int,
    part: Callable[[Shared, int], Shared] = lambda shared, start: shared,
) -> Iterator[Result]:
    """``work(shared, 0)`` to ``work(shared, count - 1)``, in order.

    This process does the first of them, and others the rest meanwhile, a batch each: they are started anew, as every
    system can, and get the name of ``work`` and of ``shared`` the ``part`` for the numbers from one on. What one
    of them leaves undone because it died is done here. Little work is all done here.
    """
    workers = min(os.cpu_count() or 1, 8)
    here = count if count < _FEW or workers < 2 else count // workers + _STARTING
    if here >= count:
        yield from (work(shared, number) for number in range(count))
        return
    from concurrent import futures
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    job = pickle.dumps(((work, part(shared, here)), gc.get_threshold()), pickle.HIGHEST_PROTOCOL)
    size = -(-(count - here) // (workers - 1))
    batches = [range(start, min(start + size, count)) for start in range(here, count, size)]
    with futures.ProcessPoolExecutor(len(batches), get_context("spawn"), _begin, (job,)) as pool:
        there = [pool.submit(_run, batch) for batch in batches]
        yield from [work(shared, number) for number in range(here)]
        for batch, future in zip(batches, there, strict=True):
            try:
                found = future.result()
            except BrokenProcessPool:
                found = [work(shared, number) for number in batch]
            yield from found


def _begin(job: bytes) -> None:
    global _job
    _job, collecting = pickle.loads(job)
    gc.set_threshold(*collecting)  # what a command decided of its own process


def _run(batch: range) -> list[Any]:
    work, shared = _job
    return [work(shared, number) for number in batch]
