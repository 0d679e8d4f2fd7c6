"""Does pieces of work by a crew: what a worker that died or hangs left is done again, and what always fails is
named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import suppress
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from clausule.model.lookup import AuthoringError
from clausule.work.crew import Crew, Submit, WorkFailed
from clausule.work.parcel import Job, OtherVersion

_AHEAD = 2
"""So many tasks a worker has at a time: that which it does, and the next."""
KIN = 2
"""So many batches of pieces that belong together are one task."""
_TWICE = 2
"""A piece with which a worker hangs is done again once."""

Shared = TypeVar("Shared")
Piece = TypeVar("Piece")
Result = TypeVar("Result")
Told = Callable[[Piece, Result], None]


def run(
    crew: Crew,
    work: Callable[[Shared, Piece], Result],
    shared: Shared,
    pieces: Sequence[Piece],
    told: Told[Piece, Result],
    *,
    root: Path,
    batch: int = 1,
    kin: Callable[[Piece], object] | None = None,
) -> dict[Piece, str]:
    """``work(shared, piece)`` for each of ``pieces``, by the ``crew``; ``told`` gets each with its result, in any
    order. A task is a ``batch`` of pieces: it should last for seconds. Those of one ``kin`` that follow each other are
    one task where they are twice as many at most. Returns the pieces that could not be done, each with why; the rest is
    done whatever happens to them. ``root`` is the folder of the repository.

    Of pieces that were at hand when a worker died or hung nobody knows which it was; so they are done again one by one.
    Raises ``WorkFailed`` and ``OtherVersion`` for what concerns all.
    """
    job = Job(partial(_each, work), shared, root)
    left, deaths, hung, failed = dict.fromkeys(pieces), Counter[Piece](), Counter[Piece](), dict[Piece, str]()
    while left:
        fresh = [piece for piece in left if not (deaths[piece] or hung[piece])]
        tasks = list(_tasks(fresh, batch, kin))
        width = crew.size * _AHEAD
        if not tasks:
            tasks, width = [(piece,) for piece in left], 1
        with crew.open(job) as submit:
            for news in _results(submit, crew, tasks, width):
                for piece, result, why in news.done:
                    del left[piece]
                    if why:
                        failed[piece] = why
                    else:
                        told(piece, result)
                deaths.update(news.lost)
                hung.update(news.hung)
        for piece in [*left]:
            if deaths[piece] >= crew.tries:
                failed[piece] = "each worker that began with it died"
            elif hung[piece] >= _TWICE:
                failed[piece] = f"a worker was not done with it after {_time(crew.patience)}, and so was the next"
            else:
                continue
            del left[piece]
    return failed


def _tasks(pieces: Sequence[Piece], batch: int, kin: Callable[[Piece], object] | None) -> Iterator[tuple[Piece, ...]]:
    groups = [[*group] for _, group in groupby(pieces, kin)] if kin else [[*pieces]]
    task: list[Piece] = []
    for group in groups:
        if len(group) <= KIN * batch and kin:
            task += group
        else:
            yield from (tuple(group[start : start + batch]) for start in range(0, len(group), batch))
        if len(task) >= batch:
            yield tuple(task)
            task = []
    if task:
        yield tuple(task)


Done = tuple[Any, Any, str]


class _News(NamedTuple):
    """What came of a task, or the pieces that were at hand when a worker died (``lost``) or was seen to hang."""

    done: Sequence[Done] = ()
    lost: Sequence[Any] = ()
    hung: Sequence[Any] = ()


def _results(submit: Submit, crew: Crew, tasks: Sequence[tuple[Any, ...]], width: int) -> Iterator[_News]:
    """What came of the tasks as each ends, and at last what was lost."""
    waiting, at_hand = list(reversed(tasks)), dict[Future[Any], tuple[Any, ...]]()
    while waiting or at_hand:
        with suppress(*crew.died):
            while waiting and len(at_hand) < width:
                future = submit(waiting[-1])
                at_hand[future] = waiting.pop()
        if not at_hand:  # the workers died before anything could be handed to them
            yield _News(lost=waiting[-1])
            return
        ended = wait(at_hand, crew.patience, FIRST_COMPLETED).done
        if not ended:
            yield _News(hung=[piece for task in at_hand.values() for piece in task])
            crew.stop(at_hand.keys())
            return
        for future in ended:
            try:
                done = future.result()
            except crew.died:
                yield from (_News(one.result()) for one in at_hand if one.done() and not one.exception())
                lost = [task for one, task in at_hand.items() if not (one.done() and not one.exception())]
                yield _News(lost=[piece for task in lost for piece in task])
                return
            del at_hand[future]
            yield _News(done)


def _each(work: Callable[[Any, Any], Any], shared: Any, task: Sequence[Any]) -> list[Done]:
    """A task on a worker: each piece with its result, or with what is wrong with it."""
    done = []
    for piece in task:
        try:
            done.append((piece, work(shared, piece), ""))
        except (OtherVersion, WorkFailed):
            raise
        except (AuthoringError, OSError) as error:
            done.append((piece, None, " ".join(str(error).split()) or type(error).__name__))
        except Exception as error:  # a fault of ours is named with the piece, and stops none of the others
            done.append((piece, None, f"a fault of Clausule itself ({type(error).__name__}: {error})"))
    return done


def _time(seconds: float) -> str:
    return f"{seconds / 60:g} minutes" if seconds >= 60 else f"{seconds:g} seconds"
