"""The same work for many numbers, on every processor of the machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

_FEW = 40
"""Below this many pieces of work, starting processes costs more than it brings."""
_PIECES = 4
"""So many parts each process gets, one after the other: what takes long in one is waited for less."""

Shared = TypeVar("Shared")
Result = TypeVar("Result")

_job: tuple[Callable[[Any, int], Any], Any]


def on_every_processor(work: Callable[[Shared, int], Result], shared: Shared, count: int) -> Iterator[Result]:
    """``work(shared, 0)`` to ``work(shared, count - 1)``, in order.

    Processes are started anew, as every system can, and get ``shared`` and the name of ``work`` handed over; what
    stands next to each other goes to one process. Little work is done here.
    """
    workers = min(os.cpu_count() or 1, 8)
    if count < _FEW or workers < 2:
        yield from (work(shared, number) for number in range(count))
        return
    from multiprocessing import get_context

    with get_context("spawn").Pool(workers, _begin, (work, shared)) as pool:
        yield from pool.imap(_run, range(count), chunksize=-(-count // (workers * _PIECES)))


def _begin(work: Callable[[Any, int], Any], shared: Any) -> None:
    global _job
    _job = work, shared


def _run(number: int) -> Any:
    work, shared = _job
    return work(shared, number)
