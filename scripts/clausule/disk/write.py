"""Files that are written, and what is said when that cannot be done."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_SAID = re.compile(r"\[Errno (\d+)\] ([^:]*)")


def write_file(path: Path, data: bytes) -> None:
    """Writes ``data``, in folders that are made. Raises ``OSError`` with the name of the file, which the system leaves
    out when the disk is full."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise named(error, path) from error


def copy_folder(source: Path, target: Path) -> None:
    """Copies a folder with all that is in it. Raises ``OSError`` with the name of the first file that cannot be."""
    try:
        shutil.copytree(source, target)
    except shutil.Error as error:  # of all files at once, each in words
        _, name, why = error.args[0][0]
        number, words = found.groups() if (found := _SAID.match(why)) else (0, why)
        raise OSError(int(number), words, name) from error


def move_files(source: Path, target: Path) -> None:
    """Moves every file below ``source`` to its place below ``target``, beside what is there."""
    for path in [path for path in source.rglob("*") if path.is_file()]:
        there = target / path.relative_to(source)
        there.parent.mkdir(parents=True, exist_ok=True)
        path.replace(there)


def named(error: OSError, path: Path) -> OSError:
    """``error`` with the file or folder that it is about: ``path`` where it names none."""
    return OSError(error.errno, error.strerror, error.filename2 or error.filename or str(path))
