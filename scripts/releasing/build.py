"""The sdist and the wheel, built twice: the second time of other folders, by another umask and zone.

What the files hold is decided by the sources alone; the only day in them is that of the commit (SOURCE_DATE_EPOCH,
https://reproducible-builds.org/specs/source-date-epoch/).
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from releasing.refused import Refused

_ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": os.devnull}


@dataclass(frozen=True, slots=True)
class Release:
    """The two files, and the moment that they bear, in seconds."""

    sdist: Path
    wheel: Path
    epoch: int

    def sums(self, more: list[Path]) -> str:
        """The checksums as ``sha256sum --check`` reads them, in the folder of the release."""
        rows = [(f"packages/{path.name}", path) for path in (self.sdist, self.wheel)]
        rows += [(path.name, path) for path in more]
        return "".join(f"{sha256(path)}  {name}\n" for name, path in sorted(rows))


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build_twice(home: Path, work: Path, epoch: int) -> Release:
    """Builds the sdist and, of what is in it alone, the wheel; then both of the sources. Raises ``Refused`` when a byte
    differs."""
    first, second, unpacked = (work / name for name in ("first", "second", "unpacked"))
    (sdist,) = _build("sdist", home, first, epoch)
    with tarfile.open(sdist) as packed:
        packed.extractall(unpacked, filter="data")
    (folder,) = unpacked.iterdir()
    (wheel,) = _build("wheel", folder, first, epoch)
    again = [*_build("sdist", home, second, epoch, _ELSEWHERE), *_build("wheel", home, second, epoch, _ELSEWHERE)]
    for one, other in zip((sdist, wheel), again, strict=True):
        if one.name != other.name or one.read_bytes() != other.read_bytes():
            raise Refused(
                f"{one.name} differs when it is built again ({_difference(one, other)}). What is built may hold no "
                "day, path, order or right of one machine, and nothing that git does not know."
            )
    return Release(sdist, wheel, epoch)


def _build(
    kind: str, source: Path, out: Path, epoch: int, environment: Mapping[str, str] | None = None
) -> tuple[Path, ...]:
    before = {*out.glob("*")} if out.is_dir() else set()
    variables = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), **(environment or {})}
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)]
    umask = 0o077 if environment else -1
    done = subprocess.run(command, cwd=source, env=variables, capture_output=True, text=True, check=False, umask=umask)
    if done.returncode:
        raise Refused(f"the {kind} cannot be built: {done.stderr.strip()}")
    return tuple(path for path in out.iterdir() if path not in before)


def _difference(one: Path, other: Path) -> str:
    """The first file in which two archives differ, for who has to find out why."""
    if one.suffix == ".whl":
        import zipfile

        with zipfile.ZipFile(one) as left, zipfile.ZipFile(other) as right:
            names = {*left.namelist()} ^ {*right.namelist()}
            names = names or {name for name in left.namelist() if left.read(name) != right.read(name)}
        return min(names, default="in how they are packed")
    with tarfile.open(one) as left_tar, tarfile.open(other) as right_tar:
        return min(
            {*left_tar.getnames()} ^ {*right_tar.getnames()}, default="in what a file holds, or how it is packed"
        )


def commit_day(home: Path) -> int:
    """The moment of the last commit, or SOURCE_DATE_EPOCH where somebody set it. Raises ``Refused`` where there is
    neither."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    done = _git(home, "log", "-1", "--format=%ct")
    if not done.strip().isdigit():
        raise Refused("there is no commit to take the day from. Commit, or set SOURCE_DATE_EPOCH.")
    return int(done)


def uncommitted(home: Path) -> list[str]:
    """What of the work tree is in no commit."""
    return [row[3:] for row in _git(home, "status", "--porcelain").splitlines()]


def new_promises(home: Path) -> str:
    """What of the first number's promises (tests/contracts) stands in no list yet, in words; empty where all does."""
    command = [sys.executable, str(home / "tests/contracts/promised.py"), "--check"]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else (done.stdout or done.stderr).strip()


def _git(home: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=home, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""
