"""The same work for many numbers, on every processor of the machine."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from typing import Any

_FEW = 40
"""Below this many pieces of work, starting processes costs more than it brings."""

_work: Callable[[int], Any] | None = None


def on_every_processor(work: Callable[[int], Any], count: int) -> Iterator[Any]:
    """``work(0)`` to ``work(count - 1)``, in order. What is known when this is called is shared, not copied.

    Where processes cannot be forked (Windows), or the work is little, it is done here.
    """
    global _work
    workers = min(os.cpu_count() or 1, 8)
    if count < _FEW or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (work(number) for number in range(count))
        return
    _work = work
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            yield from pool.imap(_run, range(count), chunksize=8)
    finally:
        _work = None


def _run(number: int) -> Any:
    assert _work
    return _work(number)
