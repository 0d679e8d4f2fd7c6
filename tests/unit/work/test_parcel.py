"""A job as bytes, for a worker that has the program and none of our files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clausule.work import parcel
from clausule.work.parcel import Bench, Job, OtherVersion, pack, program_digest, unpack

pytestmark = pytest.mark.usefixtures("little_to_collect")


def read(shared: Any, task: str) -> str:
    return str(shared["root"].joinpath(task).read_text("utf-8"))


def test_a_path_of_the_repository_is_one_of_the_workers_own(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (here / "docs/a").mkdir(parents=True)
    (here / "docs/a/index.md").write_text("words", "utf-8")
    (here / "secret.txt").write_text("none of theirs", "utf-8")
    (here / "mkdocs.yml").write_text("site_name: x", "utf-8")
    (here / "docs/link.md").symlink_to(here / "secret.txt")
    shared = {"root": here, "deep": [here / "docs/a"], "other": tmp_path}
    data = pack(Job(read, shared, here), take_along=["docs", "mkdocs.yml", "annexes"])
    job = unpack(data, there)
    assert job.shared == {"root": there, "deep": [there / "docs/a"], "other": tmp_path}
    assert job.work(job.shared, "docs/a/index.md") == "words"
    files = sorted(path.relative_to(there).as_posix() for path in there.rglob("*") if path.is_file())
    assert files == ["docs/a/index.md", "mkdocs.yml"]


def test_on_this_machine_paths_stay(tmp_path: Path) -> None:
    data = pack(Job(read, {"root": tmp_path}, tmp_path))
    assert unpack(data).shared == {"root": tmp_path}


def test_a_worker_with_other_files_of_the_program_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack(Job(read, {}, tmp_path))
    monkeypatch.setattr(parcel, "program_digest", lambda: "another")
    with pytest.raises(OtherVersion, match="Install the same on all machines"):
        unpack(data)


def gather(shared: list[int], task: int) -> list[int]:
    shared.append(task)
    return shared


def test_a_worker_begins_afresh_after_some_tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "_AFRESH", 2)
    bench = Bench(pack(Job(gather, [], tmp_path)))
    assert [list(bench.do(number)) for number in range(5)] == [[0], [0, 1], [2], [2, 3], [4]]
    assert bench._job is not None and bench._job.shared == [4], "what was worked out before is let go"


def test_the_digest_is_of_the_program() -> None:
    assert len(program_digest()) == 64 and program_digest() == program_digest()
