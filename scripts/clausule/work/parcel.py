"""A job as bytes that another process, or a machine that has no files of ours, can begin with."""

from __future__ import annotations

import copyreg
import gc
import hashlib
import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import Any

import clausule
from clausule.model.lookup import AuthoringError

_AFRESH = 40


class OtherVersion(AuthoringError):
    """A worker has another version of Clausule; the message says so."""


@dataclass(frozen=True, slots=True)
class Job:
    """``work(shared, task)`` is what is done of each task. ``root`` is the folder of the repository: a path below it is
    one of the worker's own repository there."""

    work: Callable[[Any, Any], Any]
    shared: Any
    root: Path


def pack(job: Job, *, take_along: Sequence[str] = ()) -> bytes:
    """The job, with the files of the repository below the paths to ``take_along``."""
    return pickle.dumps((program_digest(), _archive(job.root, take_along) if take_along else b"", _pickled(job)))


def unpack(parcel: bytes, folder: Path | None = None) -> Job:
    """The job; what was taken along is put into ``folder``, which is the root of the repository then. Raises
    ``OtherVersion`` when another program packed it: it would make other bytes."""
    digest, archive, job = pickle.loads(parcel)
    if digest != program_digest():
        raise OtherVersion(
            f"a worker has another version of Clausule (there it is {clausule.__version__}, with other files). Install "
            "the same on all machines."
        )
    if folder:
        import zipfile

        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            files.extractall(folder)
    global _root
    _root = folder
    found = pickle.loads(job)
    assert isinstance(found, Job)
    return found


class Bench:
    """Where a worker does the tasks of a job. After ``_AFRESH`` of them it begins with the job as it came: what it
    worked out of texts that it is done with would fill its memory, the more the longer it works."""

    def __init__(self, parcel: bytes, folder: Path | None = None) -> None:
        self._parcel, self._folder, self._left = parcel, folder, 0

    def do(self, task: Any) -> Any:
        """What comes of ``task``. Raises ``OtherVersion``, and what the work raises."""
        if not self._left:
            self._job = None
            gc.collect()
            self._job, self._left = unpack(self._parcel, self._folder), _AFRESH
        self._left -= 1
        assert self._job
        return self._job.work(self._job.shared, task)

    _job: Job | None = None


@cache
def program_digest() -> str:
    """A hash of the files of the program."""
    parts = hashlib.sha256(clausule.__version__.encode())
    home = Path(clausule.__file__).parent
    for path in sorted(path for path in home.rglob("*") if path.suffix in (".py", ".po", ".json")):
        parts.update(f"{path.relative_to(home).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return parts.hexdigest()


_root: Path | None = None


def _pickled(job: Job) -> bytes:
    def place(path: PurePath) -> tuple[Any, ...]:
        if path.is_relative_to(job.root):
            return _place, (str(job.root), path.relative_to(job.root).parts)
        return type(path), path.parts

    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, type(Path()): place}
    pickler.dump(job)
    return out.getvalue()


def _place(root: str, parts: Sequence[str]) -> Path:
    return Path(_root or root, *parts)


def _archive(root: Path, names: Sequence[str]) -> bytes:
    """Plain files alone: a link is refused by who reads, and what it points to is no concern of others."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        for name in names:
            top = root / name
            for path in [top] if top.is_file() else sorted(top.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    files.write(path, path.relative_to(root).as_posix())
    return out.getvalue()
