"""What is done at a scheduler of Dask with a worker that hangs, as far as no scheduler is needed for it."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

import pytest

from clausule.work.cluster import Cluster
from clausule.work.crew import WorkFailed


class Client:
    """What a cluster asks of its scheduler; with ``nanny`` a worker can be started again."""

    def __init__(self, future: Future[Any], nanny: bool = True) -> None:
        self.restarted: list[str] = []
        self._future, self._nanny = future, nanny

    def processing(self) -> dict[str, tuple[Any, ...]]:
        assert not self._future.cancelled(), "of what is cancelled a scheduler knows nothing"
        return {"tcp://a:1": ("_do-0a1b",), "tcp://b:2": (), "tcp://c:3": ("sum-77", ("_do-x", 0)), "tcp://d:4": ()}

    def restart_workers(self, workers: list[str], timeout: float, raise_for_error: bool) -> None:
        assert self._future.cancelled(), "else it is begun again there"
        assert not raise_for_error and timeout > 0
        if not self._nanny:
            raise ValueError("Restarting workers requires a nanny to be used.")
        self.restarted += workers


class Silent:
    """A scheduler with a worker that never answers."""

    def sync(self, asked: Any, callback_timeout: float) -> None:
        assert callback_timeout == 7
        raise TimeoutError("timed out after 7 s.")


def test_a_worker_that_does_not_answer_is_not_waited_for_without_end() -> None:
    cluster = object.__new__(Cluster)
    cluster.address, cluster._client, cluster.patience = "tcp://s:8786", Silent(), 7
    with pytest.raises(WorkFailed, match=r"^a worker at tcp://s:8786 does not answer, .* End that worker"):
        cluster._handed_out(b"parcel")


def hanging(client: Client) -> Cluster:
    cluster = object.__new__(Cluster)
    cluster.address, cluster._client = "tcp://s:8786", client
    return cluster


def test_a_worker_that_has_a_task_of_ours_is_started_again_and_its_task_is_not() -> None:
    future: Future[Any] = Future()
    client = Client(future)
    hanging(client).stop([future])
    assert client.restarted == ["tcp://a:1"]


def test_a_worker_that_nothing_can_start_again_is_named() -> None:
    future: Future[Any] = Future()
    with pytest.raises(WorkFailed, match=r"^a worker at tcp://s:8786 took longer .* End tcp://a:1 by hand"):
        hanging(Client(future, nanny=False)).stop([future])
    assert future.cancelled()
