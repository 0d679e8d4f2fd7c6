"""``scripts/release``: from the sources to the files of a release, each step held against what it should be."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import clausule
from releasing.bill import bill_of_materials
from releasing.build import Release, build_twice, commit_day, new_promises, uncommitted
from releasing.carried import check_carried
from releasing.install import try_out
from releasing.notes import notes_of
from releasing.refused import Refused
from releasing.wheel import check_wheel

HOME = Path(__file__).resolve().parents[2]


def main(words: list[str]) -> int:
    """Runs it; 0 when the release is fit to go out, 1 when it is not, 2 for wrong use."""
    wanted = argparse.ArgumentParser(prog="scripts/release")
    wanted.add_argument("--check", action="store_true", help="make it in a folder that goes away again")
    wanted.add_argument("--packages", choices=["lock", "here"], default="lock", help=argparse.SUPPRESS)
    wanted.add_argument("out", nargs="?", type=Path, help="a new folder")
    wanted.add_argument("version", nargs="?", default="", help="the version that is meant")
    given = wanted.parse_args(words)
    if not given.check and not (given.out and given.version):
        wanted.error("name OUT and the version, or say --check")
    try:
        with tempfile.TemporaryDirectory(prefix="clausule-release-") as name:
            out = given.out or Path(name, "release")
            if out.exists():
                raise Refused(f"{out} is there already. Name a new folder.")
            release(out, Path(name), version=given.version, strict=not given.check, packages=given.packages)
    except Refused as error:
        print(f"release: {error}", file=sys.stderr)
        return 1
    return 0


def release(out: Path, work: Path, *, version: str, strict: bool, packages: str) -> Release:
    """Makes the files of the release in ``out``, which is not there where they are not fit. Raises ``Refused``.

    ``strict`` is for what goes out: nothing may be uncommitted, and the change log says its day.
    """
    if version and version != clausule.__version__:
        raise Refused(f"{version} is asked for, and scripts/clausule/__init__.py says {clausule.__version__}.")
    notes = notes_of((HOME / "CHANGELOG.md").read_text("utf-8"), clausule.__version__, dated=strict)
    if strict and (unlisted := new_promises(HOME)):
        raise Refused(f"{unlisted}, and nothing holds it yet. Run tests/contracts/promised.py, and commit the list.")
    if strict and (left := uncommitted(HOME)):
        raise Refused(f"{left[0]} is in no commit, and what goes out has to be. Commit it, or take it away.")
    say("building it twice")
    made = build_twice(HOME, work, commit_day(HOME))
    say(f"{made.wheel.name}: the same bytes both times")
    check_wheel(made.wheel)
    carried = check_carried(HOME, made.wheel)
    say("metadata, record and licences are right")
    try_out(made.wheel, work, HOME, packages)
    say("installed in an empty environment it begins a repository and finds it clean")
    ready = work / "ready"
    (ready / "packages").mkdir(parents=True)
    for file in (made.sdist, made.wheel):
        shutil.copy(file, ready / "packages" / file.name)
    bill = ready / f"clausule-{clausule.__version__}.cdx.json"
    bill.write_bytes(bill_of_materials(HOME, made, carried))
    (ready / "notes.md").write_text(notes, "utf-8", newline="\n")
    (ready / "SHA256SUMS").write_text(made.sums([bill]), "utf-8", newline="\n")
    shutil.copytree(ready, out)
    for path in sorted(out.rglob("*")):
        if path.is_file():
            print(path.relative_to(out).as_posix())
    return made


def say(words: str) -> None:
    """Says what was done, on standard error."""
    print(f"  {words}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
