"""The wheel as a stranger gets it: in an empty environment, where the repository of the program is not to be found."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import clausule
from releasing.bill import read_lock
from releasing.refused import Refused

_PIP = ["-m", "pip", "--disable-pip-version-check"]


def try_out(wheel: Path, work: Path, home: Path, packages: str) -> Path:
    """Installs ``wheel`` and lets it work; returns the environment. Raises ``Refused`` when a step fails.

    What it needs is installed by hash from the lock (``packages`` is "lock"), or is that of this environment ("here"),
    for where there is no network.
    """
    environment, desk = work / "environment", work / "desk"
    venv.create(environment, with_pip=False, symlinks=sys.platform != "win32")
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    python = programs / "python"
    install = [sys.executable, *_PIP, "--python", str(python), "install", "--quiet"]
    if packages == "lock":
        lock = ["--require-hashes", "--only-binary", ":all:", "-r", str(home / "requirements.lock")]
        _run([*install, *lock], work)
    _run([*install, "--no-index", "--no-deps", str(wheel)], work)
    if packages == "here":
        site = Path(_run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], work).strip())
        _link_needed((home / "requirements.lock").read_text("utf-8"), site)
    desk.mkdir()
    program = str(programs / "clausule")
    said = _run([program, "--version"], desk).strip()
    if said != f"clausule, version {clausule.__version__}":
        raise Refused(f"the installed program says '{said}', and this is {clausule.__version__}.")
    _run([program, "init", "firm", "--publisher", "A firm", "--example"], desk)
    for words in (["check"], ["doctor", "--offline"]):
        _run([program, *words], desk / "firm")
    return environment


def _link_needed(lock: str, site: Path) -> None:
    """Puts into ``site`` what the ``lock`` lists, of what is installed here, and nothing else."""
    for one in read_lock(lock):
        with suppress(PackageNotFoundError):  # it is for another system
            found = distribution(one.name)
            for name in {path.parts[0] for path in found.files or ()} - {"..", "__pycache__"}:
                if not (site / name).exists():
                    (site / name).symlink_to(str(found.locate_file(name)))


def _run(words: list[str], folder: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "CLAUSULE_"))}
    kept |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "NO_COLOR": "1"}
    kept.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(words, cwd=folder, env=kept, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        name = Path(words[0]).name
        raise Refused(f"'{name} {' '.join(words[1:4])}' failed: {(done.stdout + done.stderr).strip()}")
    return done.stdout
