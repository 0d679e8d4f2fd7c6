"""Templates that were compiled before: to compile those of one edition takes longer than to fill them in.

They are kept below git's own folder, where only who may also write git's hooks can put anything. What is not as it was
written, or not by this user, is compiled again; where nothing can be kept, everything is.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_FOLDER = Path("clausule", "templates")
_MADE_BY = f"{sys.implementation.cache_tag} {jinja2.__version__}"
_SEAL = 32
_IN_PROCESS: dict[str, bytes] = {}


class Compiled(BytecodeCache):
    """What was compiled in this process, and in ``kept``, a folder, by those before it. Jinja itself looks whether it
    is of the template as it is now."""

    def __init__(self, kept: Path | None = None) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        data = _IN_PROCESS.get(bucket.key) or (self._kept and _read(self._kept / _name(bucket)))
        if data:
            bucket.bytecode_from_string(data)
        if bucket.code:
            _IN_PROCESS[bucket.key] = data or b""

    def dump_bytecode(self, bucket: Bucket) -> None:
        data = _IN_PROCESS[bucket.key] = bucket.bytecode_to_string()
        if self._kept:
            with suppress(OSError):  # a disk that is full, or that nobody may write to
                _write(self._kept / _name(bucket), data)


def kept_folder(root: Path) -> Path | None:
    """Where what is compiled for the repository ``root`` is kept; nothing where it is in no clone of git's."""
    git = next(
        (path for folder in (root.resolve(), *root.resolve().parents) if (path := folder / ".git").exists()), None
    )
    return git / _FOLDER if git and git.is_dir() else None


def _name(bucket: Bucket) -> str:
    return hashlib.sha256(f"{_MADE_BY} {bucket.key}".encode()).hexdigest()


def _read(file: Path) -> bytes | None:
    """What ``_write`` wrote; Python would trust any bytes."""
    try:
        with open(file, "rb") as opened:
            mine = not hasattr(os, "getuid") or os.fstat(opened.fileno()).st_uid == os.getuid()
            data = opened.read() if mine else b""
    except OSError:
        return None
    seal, data = data[:_SEAL], data[_SEAL:]
    return data if seal == hashlib.sha256(data).digest() else None


def _write(file: Path, data: bytes) -> None:
    """Who reads it meanwhile, or after this process was killed, sees by the seal that it is not whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(hashlib.sha256(data).digest() + data)
