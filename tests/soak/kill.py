"""A publisher that is killed at a random moment: the branch is the one before or the one after, here and on the remote,
and the next run completes and leaves nothing behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from session import Session, clean_environment
from soak.sources import DAY, begin, write_edition

PUBLISH = ("publish", "--on", DAY.isoformat())
TREE = "refs/heads/gh-pages^{tree}"


class Kills:
    """A repository with a remote, where an edition is published and the next one is to be."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random, self.count = root, random.Random(seed), 0
        self.before, self.after = root / "before", {}
        self.before.mkdir()
        session = begin(self.before)
        for number in range(2):
            write_edition(session, number)
        session.git("init", "--quiet", "--bare", str(root / "remote-before.git"))
        session.git("remote", "add", "origin", "../remote.git")
        self._copy(root / "remote-before.git", root / "remote.git")
        self._run(session)
        write_edition(session, 2)
        self._copy(root / "remote.git", root / "remote-before.git")
        self.old = session.git("rev-parse", TREE)
        self.said: list[float] = []
        after = self._fresh()
        with self._publisher(after) as process:
            begun = time.monotonic()
            self.said = [0.0, *(time.monotonic() - begun for _ in process.stderr or ())]
        assert process.returncode == 0
        self.new = after.git("rev-parse", TREE)
        assert self.old != self.new

    def _copy(self, source: Path, target: Path) -> None:
        subprocess.run(["rm", "-rf", str(target)], check=True)
        subprocess.run(["cp", "-r", str(source), str(target)], check=True)

    def _fresh(self) -> Session:
        self._copy(self.before, self.root / "site")
        self._copy(self.root / "remote-before.git", self.root / "remote.git")
        (self.root / "temporary").mkdir(exist_ok=True)
        return Session(self.root / "site")

    def _run(self, session: Session) -> None:
        (self.root / "temporary").mkdir(exist_ok=True)
        done = session.run(*PUBLISH, "--push", "origin", TMPDIR=str(self.root / "temporary"))
        assert done.returncode == 0, done.stderr

    def _publisher(self, session: Session) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "clausule", *PUBLISH, "--push", "origin"],
            cwd=session.root,
            env=clean_environment() | {"TMPDIR": str(self.root / "temporary")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def round(self) -> str:
        """One publication, killed once or several times; says what was so. Raises ``AssertionError`` for a fault."""
        session, kills = self._fresh(), self.random.choice((1, 2, 3, 4))
        moments = [round(self.random.uniform(0, self.said[-1]), 3) for _ in range(kills)]
        done = [self._killed(session, moment, whole=self.random.random() < 0.5) for moment in moments]
        self.count += sum(done)
        states = self._states(session)
        assert set(states) <= {self.old, self.new}, f"{moments}: the branch is neither the one before nor the one after"
        self._run(session)
        assert self._states(session) == [self.new, self.new], f"{moments}: the next run did not complete"
        left = self._left(session)
        assert not left, f"{moments}: left over: {left}"
        session.git("fsck", "--no-dangling")
        names = ["after" if state == self.new else "before" for state in states]
        return (
            f"killed {sum(done)} of {kills} at {moments} s of {self.said[-1]:.1f}: here {names[0]}, remote {names[1]}"
        )

    def _killed(self, session: Session, moment: float, *, whole: bool) -> bool:
        """Whether the publisher was still at work; with ``whole`` the programs that it started are killed with it.

        The moment is told by what it says, and by the time since it said that: a machine is not as busy all the time.
        """
        lines = sum(said <= moment for said in self.said) - 1
        with self._publisher(session) as process:
            assert process.stderr
            for _ in range(lines):
                process.stderr.readline()
            with suppress(subprocess.TimeoutExpired):
                process.wait(moment - self.said[lines])
                process.stderr.read()
                return False
            (os.killpg if whole else os.kill)(process.pid, signal.SIGKILL)
            return True

    def _states(self, session: Session) -> list[str]:
        return [Session(root).git("rev-parse", TREE) for root in (session.root, self.root / "remote.git")]

    def _left(self, session: Session) -> list[str]:
        """What a publisher left: folders, files, locks of git, names of commits."""
        git = session.root / ".git"
        found = [path.name for path in (self.root / "temporary").iterdir()]
        found += [path.name for path in (git / "clausule").iterdir() if path.name != "moving"]
        found += [str(path) for root in (git, self.root / "remote.git") for path in root.rglob("*.lock")]
        names = session.git("for-each-ref", "--format=%(refname)").split()
        return found + [name for name in names if not name.startswith(("refs/heads/", "refs/remotes/"))]
