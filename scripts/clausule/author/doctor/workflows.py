"""What the forge of a firm runs: the workflows, and the program that they install."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from clausule import __version__
from clausule.author.doctor.observation import Observation, fine, note, some, wrong
from clausule.author.workflows import FORGES, PROGRAM, workflow_files

_WHEEL = re.compile(
    rf"^\./{re.escape(PROGRAM)}/(?P<name>\S+\.whl) --hash=sha256:(?P<sha256>[0-9a-f]{{64}})$", re.MULTILINE
)


def workflows(root: Path) -> Iterator[Observation]:
    """The files of each forge beside those of this version, and the program in ``.clausule/``."""
    there = False
    for forge in FORGES:
        files = {
            path: text for path, text in workflow_files(forge, "", "", "").items() if not path.startswith(f"{PROGRAM}/")
        }
        held = [path for path in files if (root / path).is_file()]
        if not held:
            continue
        there = True
        gone = [path for path in files if path not in held]
        other = [path for path in held if _text(root / path) != files[path]]
        mend = "clausule upgrade writes those of this version; look at what it changes before you commit it."
        if gone:
            yield note(f"workflows {forge}", f"not there: {some(gone)}", mend)
        if other:
            yield note(f"workflows {forge}", f"of another version, or changed by hand: {some(other)}", mend)
        if not gone and not other:
            yield fine(f"workflows {forge}", f"as this version writes them: {some(sorted(held))}")
    if not there:
        yield note(
            "workflows",
            "there are none: a forge checks and publishes nothing by itself",
            "clausule upgrade --forge github",
        )
        return
    yield _program(root)


def _text(path: Path) -> str:
    return path.read_bytes().replace(b"\r\n", b"\n").decode("utf-8", "replace")


def _program(root: Path) -> Observation:
    """Whether what the workflows install is there, and is what they ask for."""
    about, mend = "workflows' program", "clausule upgrade puts this version there, with its hash."
    asked = root / PROGRAM / "requirements.txt"
    found = _WHEEL.search(_text(asked)) if asked.is_file() else None
    if found is None:
        return wrong(about, f"{PROGRAM}/requirements.txt names no wheel to install", mend)
    wheel = root / PROGRAM / found["name"]
    if not wheel.is_file():
        return wrong(about, f"{PROGRAM}/{found['name']} is not there, and the workflows install it", mend)
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != found["sha256"]:
        return wrong(about, f"{PROGRAM}/{found['name']} is not the file whose hash the workflows ask for", mend)
    version = found["name"].split("-")[1] if found["name"].count("-") > 1 else "?"
    if version != __version__:
        return note(about, f"the workflows install {version}, and this is {__version__}", mend)
    return fine(about, f"{found['name']}, with its hash")
