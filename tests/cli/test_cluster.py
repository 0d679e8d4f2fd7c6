"""A site made by a cluster of Dask, of which a worker is killed on the way: the bytes are those of one process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from distributed import LocalCluster

from clausule.build import many
from clausule.build.folder import build_all
from clausule.check import check
from clausule.read import read_repository
from clausule.work import cluster, parcel
from clausule.work.cluster import Cluster
from clausule.work.crew import WorkFailed
from clausule.work.parcel import OtherVersion
from small_site import DAY, write_site

TAKEN = ["docs", "annexes", "mkdocs.yml"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="module")
def there() -> Iterator[LocalCluster]:
    """A scheduler with two workers, each a process."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", memory_limit=0) as there:
        yield there


@pytest.fixture
def address(there: LocalCluster) -> str:
    return str(there.scheduler_address)


def test_a_worker_that_is_killed_changes_no_byte(
    root: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "_BATCH", 1)
    crew = Cluster(address, TAKEN)
    workers = list(crew._client.run(os.getpid).values())
    told = []

    def progress(words: str) -> None:
        told.append(words)
        if words.startswith("built ") and workers:
            with suppress(psutil.NoSuchProcess):
                psutil.Process(workers.pop()).kill()
            workers.clear()

    repository = read_repository(root)
    assert check(repository, crew) == check(repository)
    build_all(repository, DAY, tmp_path / "site", progress, crew)
    crew.close()
    build_all(repository, DAY, tmp_path / "whole", lambda words: None)
    assert many.files_in(tmp_path / "site") == many.files_in(tmp_path / "whole")
    assert sum(words.startswith("built ") for words in told) == 5 and not workers


def test_a_cluster_with_another_version_makes_nothing(
    root: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "program_digest", lambda: "another")
    crew = Cluster(address, TAKEN)
    with pytest.raises(OtherVersion, match="another version of Clausule"):
        build_all(read_repository(root), DAY, tmp_path / "site", lambda words: None, crew)
    crew.close()
    assert not (tmp_path / "site").exists()


def test_a_scheduler_that_is_not_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 0.2)
    with pytest.raises(WorkFailed, match=r"^no scheduler answers at tcp://127\.0\.0\.1:1\. Start one there"):
        Cluster("tcp://127.0.0.1:1", [])
    with pytest.raises(WorkFailed, match="no scheduler answers at nonsense://"):
        Cluster("nonsense://x", [])


def test_a_scheduler_that_goes_away_on_the_way_is_one_sentence(
    root: Path, tmp_path: Path, there: LocalCluster, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(many, "_BATCH", 1)
    crew = Cluster(there.scheduler_address, TAKEN)

    def progress(words: str) -> None:
        if words.startswith("built "):
            there.close()

    with pytest.raises(WorkFailed, match=r"^the scheduler at tcp://\S+ is gone, and nothing was changed\.$"):
        build_all(read_repository(root), DAY, tmp_path / "site", progress, crew)
    assert not (tmp_path / "site").exists() and "Traceback" not in capfd.readouterr().err
