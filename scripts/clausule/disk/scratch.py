"""A folder to work in that goes away again: with its process, or, when that was killed, with the next one."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from clausule.disk.lock import take

_PREFIX, _LOCK = "clausule-", ".lock"


@contextmanager
def scratch_folder(prefix: str = _PREFIX, home: Path | None = None) -> Iterator[Path]:
    """A new folder in ``home`` (the folder of the system for what is temporary) whose name begins with ``prefix``.

    Beside it stands a file that its process holds, and that is there before it: by that the next process that asks for
    such a folder knows those that nobody uses any more, and removes them.
    """
    home = home or Path(tempfile.gettempdir())
    remove_left_over(prefix, home)
    file, path = _held_name(home, prefix)
    folder = path.with_suffix("")
    try:
        with file:
            folder.mkdir(0o700)
            yield folder
    finally:
        _remove(folder, path)


def _held_name(home: Path, prefix: str) -> tuple[BinaryIO, Path]:
    """A name that nobody has, as a file that this process holds."""
    while True:
        number, name = tempfile.mkstemp(_LOCK, prefix, home)
        file, path = os.fdopen(number, "r+b"), Path(name)
        with suppress(OSError):  # a disk without locks: then nobody takes a folder for left over
            if not take(file) or not _is_there(file, path):  # another process took it for left over
                file.close()
                continue
        return file, path


def _is_there(file: BinaryIO, path: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    return False


def remove_left_over(prefix: str = _PREFIX, home: Path | None = None) -> None:
    """Removes the folders of ``scratch_folder`` whose process was killed."""
    with suppress(OSError):  # a machine whose disks are full has no folder for what is temporary
        home = home or Path(tempfile.gettempdir())
    for path in home.glob(f"{prefix}*{_LOCK}") if home else ():
        with suppress(OSError):  # gone meanwhile, or no lock of ours
            if _is_mine(path.lstat()):
                with open(path, "r+b") as file:
                    is_free = take(file) and _is_there(file, path)
                    if is_free:
                        _remove(path.with_suffix(""), path)
                if is_free:
                    _forget(path.with_suffix(""), path)  # Windows removes no file that is open


def _is_mine(found: os.stat_result) -> bool:
    """In a folder that many write in, others may put anything, a pipe too."""
    return stat.S_ISREG(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def _remove(folder: Path, lock: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    _forget(folder, lock)


def _forget(folder: Path, lock: Path) -> None:
    """The file beside a folder stays for as long as something of the folder does."""
    if not os.path.lexists(folder):
        with suppress(PermissionError):
            lock.unlink(missing_ok=True)
