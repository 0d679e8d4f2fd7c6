"""A file that one process holds at a time. The system lets go of it when the process ends, however it ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def take(file: BinaryIO) -> bool:
        """Holds ``file`` for as long as it is open; False when another does."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def take(file: BinaryIO) -> bool:
        """Holds ``file`` for as long as it is open; False when another does."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_PAUSE = 0.02


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Holds ``path``, which is made where it is not there; waits for as long as another process does."""
    with open(path, "ab") as file:
        while not take(file):
            time.sleep(_PAUSE)
        yield
