"""A cluster of machines that work for a scheduler of Dask (the extra ``cluster``)."""

from __future__ import annotations

import atexit
import logging
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from threading import Lock
from typing import Any

from clausule.disk.scratch import scratch_folder
from clausule.work.crew import PATIENCE, Submit, WorkFailed
from clausule.work.parcel import Bench, Job, OtherVersion, pack

_SECONDS = 10
_CHATTY = ("distributed", "tornado", "asyncio")
_TAKEN = ExitStack()
_ALONE = Lock()
"""A worker may have threads; what makes pages does them one after the other."""
_SAME = "Install the same version of Clausule with the same packages there, and on the scheduler too."


class Cluster:
    """The workers of the scheduler at ``address`` (``tcp://10.0.0.5:8786``). They have Clausule, and none of the files
    of the repository: those below the paths to ``take_along`` go to each of them once.

    Who reaches a scheduler can run any program on its workers: it belongs into a network of one's own. Raises
    ``WorkFailed`` when Dask is not here, and when nobody answers there.
    """

    takes_little = True
    tries = 2  # the scheduler has given a task to other workers before it says that they died

    def __init__(self, address: str, take_along: Sequence[str], patience: float = PATIENCE) -> None:
        try:
            from distributed import Client, KilledWorker
        except ImportError as error:
            raise WorkFailed("--scheduler needs Dask. Install it with pip install 'clausule[cluster]'.") from error
        self.address, self.patience, self._take_along = address, patience, take_along
        _silence()
        self.died: tuple[type[BaseException], ...] = (KilledWorker,)
        try:
            self._client = Client(address, timeout=_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise WorkFailed(
                f"no scheduler answers at {address}. Start one there (dask scheduler), or mend the address: "
                "tcp://HOST:PORT."
            ) from error
        self.size = len(self._client.nthreads())
        if not self.size:
            raise WorkFailed(f"the scheduler at {address} has no workers. Start some: dask worker {address}.")

    @contextmanager
    def open(self, job: Job) -> Iterator[Submit]:
        try:
            parcel = self._handed_out(pack(job, take_along=self._take_along))
            executor = self._client.get_executor(pure=False)
            yield lambda task: executor.submit(_do, parcel, task)
        except ModuleNotFoundError as error:
            raise OtherVersion(f"a worker of {self.address} has no, or another version of Clausule. {_SAME}") from error
        except RuntimeError as error:
            if "deserialization" not in str(error):
                raise
            raise OtherVersion(f"{self.address} has no, or another version of Clausule. {_SAME}") from error
        except (CancelledError, OSError) as error:  # a connection that broke is one
            raise WorkFailed(f"the scheduler at {self.address} is gone, and nothing was changed.") from error

    def _handed_out(self, parcel: bytes) -> Any:
        """The parcel as every worker has it. One that does not answer would be waited for without end."""
        client = self._client
        try:
            return client.sync(
                lambda: client.scatter(parcel, broadcast=True, hash=False, asynchronous=True),
                callback_timeout=self.patience,
            )
        except TimeoutError as error:
            raise WorkFailed(
                f"a worker at {self.address} does not answer, and the work could not be handed out. End that worker, "
                "and run this again."
            ) from error

    def stop(self, futures: Collection[Future[Any]]) -> None:
        busy = self._client.processing()
        hanging = [worker for worker, tasks in busy.items() if any(str(task).startswith(_OURS) for task in tasks)]
        for future in futures:
            future.cancel()
        try:
            self._client.restart_workers(hanging, timeout=_SECONDS, raise_for_error=False)
        except ValueError as error:  # they have no nanny
            raise WorkFailed(
                f"a worker at {self.address} took longer than it may, and cannot be started again from here. End "
                f"{', '.join(hanging)} by hand, and run this again."
            ) from error

    def close(self) -> None:
        """Lets go of the scheduler."""
        self._client.close(timeout=_SECONDS)


def _silence() -> None:
    """What goes wrong is said here in a sentence; Dask would print how it came to know."""
    for name in [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in _CHATTY]:
        log = logging.getLogger(name)
        log.handlers, log.propagate = [logging.NullHandler()], False


def _do(parcel: bytes, task: Any) -> Any:
    with _ALONE:
        return _bench(parcel).do(task)


_OURS = f"{_do.__name__}-"
"""With this the keys begin that Dask gives to our tasks."""


@lru_cache(1)
def _bench(parcel: bytes) -> Bench:
    return Bench(parcel, _TAKEN.enter_context(scratch_folder()))


atexit.register(_TAKEN.close)
