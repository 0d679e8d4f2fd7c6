"""The same work for many numbers, on every processor of the machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
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


def on_every_processor(
    work: Callable[[Shared, int], Result],
    shared: Shared,
    count: int,
    root: Path = Path(),
    patience: float | None = None,
) -> list[Result]:
    """``work(shared, 0)`` to ``work(shared, count - 1)``, in order.

    This process does them from the first on and others from the last, a batch at a time, until they meet. Others are
    started anew, as every system can, and get the name of ``work`` and ``shared``, once. What one of them leaves undone
    because it died, or takes longer than ``patience`` (seconds) with a batch, is done here. Little work is all done
    here. ``root`` is the folder of the repository.
    """
    others = min(os.cpu_count() or 1, 8) - 1
    if count < _FEW or not others:
        return [work(shared, number) for number in range(count)]
    from clausule.work.crew import PATIENCE, Processes
    from clausule.work.parcel import Job

    crew = Processes(others, patience or PATIENCE)
    left = [range(start, min(start + _BATCH, count)) for start in range(0, count, _BATCH)]
    here: list[Result] = []
    there: list[tuple[range, Future[list[Result]]]] = []
    with crew.open(Job(partial(_run, work), shared, root)) as submit:
        while left:
            waiting = sum(not future.done() for _, future in there)
            for _ in range(min(_AHEAD * others - waiting, len(left) - 1)):
                batch = left.pop()
                there.append((batch, submit(batch)))
            here += [work(shared, number) for number in left.pop(0)]
        for batch, future in reversed(there):
            here += _result(crew, future) or [work(shared, number) for number in batch]
    return here


def by_crew(
    crew: Crew | None, work: Callable[[Shared, int], Result], shared: Shared, names: Sequence[str], root: Path
) -> list[Result]:
    """``work(shared, number)`` for each of ``names``, in order, by the ``crew``, or with its patience on every
    processor. Raises ``WorkFailed`` with the names of those that cannot be done."""
    if not (crew and crew.takes_little):
        return on_every_processor(work, shared, len(names), root, crew.patience if crew else None)
    from clausule.work.crew import WorkFailed
    from clausule.work.run import run

    found: dict[int, Result] = {}
    if failed := run(crew, work, shared, range(len(names)), found.__setitem__, root=root, batch=_BATCH):
        raise WorkFailed("; ".join(f"{names[number]}: {why.rstrip('.')}" for number, why in failed.items()) + ".")
    return [found[number] for number in range(len(names))]


def _result(crew: Crew, future: Future[list[Result]]) -> list[Result]:
    """What another process found; nothing where it died, or hangs."""
    try:
        return future.result(crew.patience)
    except TimeoutError:
        crew.stop([future])
    except crew.died:
        pass
    return []


def _run(work: Callable[[Any, int], Any], shared: Any, batch: range) -> list[Any]:
    return [work(shared, number) for number in batch]
