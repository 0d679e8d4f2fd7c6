"""A user's session: a real repository and the real command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clausule.read import Repository, read_repository
from warm import CAN_FORK, run_warm

HOME = Path(__file__).resolve().parent.parent
NEEDED = ("docs", "annexes", "mkdocs.yml")


@cache
def read_home(only: str = "") -> Repository:
    """What this repository holds, or one of its agreements alone; read once for all that ask."""
    return read_repository(HOME, only)


@dataclass
class Session:
    """A person at a terminal in the folder ``root``."""

    root: Path

    def run(self, *words: str, stdin: str | bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
        """``clausule WORDS``; both streams as text. A trace back fails the test whatever else it asks.

        The program is loaded anew where it cannot be had loaded, and for an ``environment`` that tells Python how.
        """
        if not CAN_FORK or any(name.startswith("PYTHON") for name in environment):
            return self.program([sys.executable, "-m", "clausule", *words], stdin, **environment)
        data = stdin.encode() if isinstance(stdin, str) else stdin
        return _told(run_warm(words, self.root, data, clean_environment() | environment))

    def git(self, *words: str) -> str:
        """``git WORDS``, which must succeed; what it printed."""
        done = self.program(["git", *words])
        assert done.returncode == 0, done.stderr
        return done.stdout

    def program(
        self, words: list[str], stdin: str | bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        whole = clean_environment() | environment
        return _told(subprocess.run(words, cwd=self.root, input=data, capture_output=True, env=whole))

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")

    def copied(self, root: Path) -> Session:
        """The same person with a copy of all that is there, in the empty folder ``root``."""
        shutil.copytree(self.root, root, dirs_exist_ok=True, symlinks=True)
        return Session(root)

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))


def _told(done: subprocess.CompletedProcess[bytes]) -> subprocess.CompletedProcess[str]:
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err and "Traceback" not in out, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def clean_environment() -> dict[str, str]:
    """The environment of somebody who never configured git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CLAUSULE_"))}
    return kept | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "HOME": "/nonexistent",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(HOME / "scripts"),
        "PYTHONWARNINGS": "",
        "NO_COLOR": "1",
    }


def copy_of_this_repository(root: Path) -> Session:
    """A repository with the real agreements, in git, without an identity or a remote."""
    for name in NEEDED:
        source = HOME / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copy(source, root / name)
    return in_git(root)


def small_repository(root: Path) -> Session:
    """A firm's repository with no agreements, in git."""
    write_settings(root)
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Overeenkomsten\n", "utf-8")
    return in_git(root)


def write_settings(root: Path) -> None:
    """The settings of this repository, but for the pages that explain the rules, three in four of a small site, and for
    the generator: that of a firm, which makes the same."""
    text = (HOME / "mkdocs.yml").read_text("utf-8")
    for ours, theirs in (("handbook: true", "handbook: false"), ("site: mkdocs", "site: plain")):
        assert ours in text
        text = text.replace(ours, theirs)
    (root / "mkdocs.yml").write_text(text, "utf-8", newline="\n")


def in_git(root: Path) -> Session:
    session = Session(root)
    session.git("init", "--quiet", "--initial-branch=main")
    session.git(
        "-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "--allow-empty", "-m", "begin"
    )
    return session
