"""Does pieces of work by a crew: what a worker that died left is done again, and what always fails is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from clausule.model.lookup import AuthoringError
from clausule.work.crew import Crew, Submit, WorkFailed
from clausule.work.parcel import Job, OtherVersion

_AHEAD = 2
"""So many tasks a worker has at a time: that which it does, and the next."""

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
) -> dict[Piece, str]:
    """``work(shared, piece)`` for each of ``pieces``, by the ``crew``; ``told`` gets each with its result, in any
    order. A task is a ``batch`` of pieces: it should last for seconds. Returns the pieces that could not be done, each
    with why; the rest is done whatever happens to them. ``root`` is the folder of the repository.

    Of pieces that were at hand when a worker died nobody knows which it died of; so they are done again one by one.
    Raises ``WorkFailed`` and ``OtherVersion`` for what concerns all.
    """
    job = Job(partial(_each, work), shared, root)
    left, deaths, failed = dict.fromkeys(pieces), Counter[Piece](), dict[Piece, str]()
    while left:
        fresh = [piece for piece in left if not deaths[piece]]
        tasks = [tuple(fresh[start : start + batch]) for start in range(0, len(fresh), batch)]
        width = crew.size * _AHEAD
        if not tasks:
            tasks, width = [(piece,) for piece in left], 1
        with crew.open(job) as submit:
            for done, at_hand in _results(submit, crew.died, tasks, width):
                for piece, result, why in done:
                    del left[piece]
                    if why:
                        failed[piece] = why
                    else:
                        told(piece, result)
                deaths.update(at_hand)
        for piece in [piece for piece in left if deaths[piece] >= crew.tries]:
            del left[piece]
            failed[piece] = "each worker that began with it died"
    return failed


Done = tuple[Any, Any, str]


def _results(
    submit: Submit, died: tuple[type[BaseException], ...], tasks: Sequence[tuple[Any, ...]], width: int
) -> Iterator[tuple[Sequence[Done], Sequence[Any]]]:
    """What came of the tasks as each ends, and at last the pieces that were at hand when a worker died."""
    waiting, at_hand = list(reversed(tasks)), dict[Future[Any], tuple[Any, ...]]()
    while waiting or at_hand:
        with suppress(*died):
            while waiting and len(at_hand) < width:
                future = submit(waiting[-1])
                at_hand[future] = waiting.pop()
        if not at_hand:  # the workers died before anything could be handed to them
            yield (), waiting[-1]
            return
        for future in wait(at_hand, return_when=FIRST_COMPLETED).done:
            try:
                done = future.result()
            except died:
                yield from ((one.result(), ()) for one in at_hand if one.done() and not one.exception())
                lost = [task for one, task in at_hand.items() if not (one.done() and not one.exception())]
                yield (), [piece for task in lost for piece in task]
                return
            del at_hand[future]
            yield done, ()


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
