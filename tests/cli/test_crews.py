"""A site made by many workers, of which some die on the way: the bytes are those of one process."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Collection, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from clausule.build import many
from clausule.build.folder import build_all
from clausule.build.site import BuildError, Site
from clausule.read import read_repository
from clausule.work.crew import Crew, Processes, Submit
from clausule.work.parcel import Job
from clausule.work.run import run
from small_site import DAY, write_site


class Killed(Processes):
    """Processes, which also do little work, of which one dies when two tasks have been handed out."""

    killed = 0
    takes_little = True

    @contextmanager
    def open(self, job: Job) -> Iterator[Submit]:
        with super().open(job) as submit:

            def handed(task: object) -> object:
                future = submit(task)
                if not self.killed and len(multiprocessing.active_children()) > 1:
                    multiprocessing.active_children()[0].kill()
                    self.killed += 1
                return future

            yield handed  # type: ignore[misc]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="module")
def whole(root: Path) -> dict[str, bytes]:
    """The site as one process makes it."""
    return built(root, root.parent / "whole", None)


def built(root: Path, out: Path, crew: Crew | None) -> dict[str, bytes]:
    build_all(read_repository(root), DAY, out, lambda words: None, crew)
    return many.files_in(out)


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_BATCH", 1)


@pytest.mark.usefixtures("one_by_one")
def test_a_process_that_is_killed_changes_no_byte(root: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    crew = Killed(2)
    assert built(root, tmp_path / "site", crew) == whole
    assert crew.killed == 1


def stop(shared: None, piece: int) -> int:
    if piece == 2:
        os._exit(1)
    return piece


def test_what_every_process_dies_of_is_named_and_the_rest_is_done(tmp_path: Path) -> None:
    told: dict[int, int] = {}
    failed = run(Processes(1), stop, None, range(4), told.__setitem__, root=tmp_path)
    assert failed == {2: "each worker that began with it died"}
    assert sorted(told) == [0, 1, 3]


def hang(began: Path, piece: int) -> None:
    began.touch()
    threading.Event().wait()


def test_a_process_that_hangs_is_ended(tmp_path: Path) -> None:
    crew, began = Processes(1), tmp_path / "began"
    with crew.open(Job(hang, began, tmp_path)) as submit:
        future = submit(1)
        while not began.exists():
            assert not wait([future], 0.05).done
        crew.stop([future])
        assert isinstance(future.exception(), crew.died)


def test_an_edition_that_cannot_be_made_is_named_and_nothing_is_left(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Here:
        """Workers in this very process, so that a fault can be put into them."""

        size, died, tries, patience, takes_little = 1, Processes.died, 3, 60.0, True

        @contextmanager
        def open(self, job: Job) -> Iterator[Submit]:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(1) as pool:
                yield lambda task: pool.submit(job.work, job.shared, task)

        def stop(self, futures: Collection[Future[Any]]) -> None:
            raise AssertionError("none of them hangs")

    build = Site.build_named

    def faulty(site: Site, name: str, out: Path) -> None:
        if name == "proef/1.1":
            raise BuildError("overrides/main.html:3: the template cannot be used.")
        build(site, name, out)

    monkeypatch.setattr(Site, "build_named", faulty)
    with pytest.raises(BuildError, match=r"^proef/1\.1: overrides/main\.html:3: the template cannot be used\. The"):
        built(root, tmp_path / "site", Here())
    assert not (tmp_path / "site").exists()
