"""One commit on the scratch branch, written by one ``git fast-import`` as it comes: no file is held in memory twice."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from clausule.publish.errors import GitFailed, GitMissing
from clausule.publish.git import fast_import

BRANCH = "scratch"
# Nobody sees this commit: only the folder that came of it is published.
_HEAD = f"commit refs/heads/{BRANCH}\ncommitter Clausule <clausule@localhost> 0 +0000\ndata 0\n"
_QUOTED = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


class ScratchCommit:
    """Within ``with``: what is written and removed becomes a commit on top of the scratch branch at the end, or nothing
    when the block is left by an error. Raises ``GitFailed`` when git ends early, ``GitMissing`` without git."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def __enter__(self) -> Self:
        self._said = tempfile.TemporaryFile()
        try:
            self._process = fast_import(self._environment, self._said)
        except GitMissing:
            self._said.close()
            raise
        self._write(f"{_HEAD}from refs/heads/{BRANCH}^0\n".encode())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._said:
            if error is None:
                with suppress(GitFailed):  # what it said tells more
                    self._write(b"done\n")
            else:
                self._process.terminate()
            assert self._process.stdin
            with suppress(OSError):
                self._process.stdin.close()
            status = self._process.wait()
            if status and (error is None or isinstance(error, GitFailed)):
                self._said.seek(0)
                said = self._said.read().decode("utf-8", "replace").strip()
                raise GitFailed("fast-import", said or "it ended early; the disk may be full")

    def remove(self, path: str) -> None:
        """Takes a file, or a folder with all that is in it, away where it is there."""
        self._write(b"D " + _name(path) + b"\n")

    def put(self, path: str, mode: str, oid: str) -> None:
        """Puts what git has already at ``path``: a file, or a whole folder."""
        self._write(f"M {mode.zfill(6)} {oid} ".encode() + _name(path) + b"\n")

    def write(self, path: str, data: bytes) -> None:
        """Writes a file."""
        self._write(b"M 100644 inline " + _name(path) + f"\ndata {len(data)}\n".encode() + data + b"\n")

    def write_folder(self, path: str, folder: Path) -> None:
        """Puts the files of ``folder`` at ``path``, in place of what was there."""
        self.remove(path)
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                self.write(f"{path}/{file.relative_to(folder).as_posix()}", file.read_bytes())

    def _write(self, data: bytes) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(data)
        except OSError as error:
            raise GitFailed("fast-import", "it ended early; the disk may be full") from error


def _name(path: str) -> bytes:
    quoted = f'"{path.translate(_QUOTED)}"' if any(sign in path for sign in '"\n') else path
    return quoted.encode("utf-8", "surrogateescape")
