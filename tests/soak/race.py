"""Eight publishers at once, with sources that are older, newer and beside each other: what one of them published stays,
and who would have taken it away was refused in words."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

from session import Session, clean_environment
from soak.sources import DAY, begin, write_edition, write_erratum

PUBLISHERS = 8
PUBLISH = ("publish", "--on", DAY.isoformat(), "--push", "origin")


class Races:
    """A remote, and clones that stand on commits of one history and of two that part ways."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root, random.Random(seed)
        (root / "sources").mkdir()
        self.sources = begin(root / "sources")
        commits = [write_edition(self.sources, 0), write_edition(self.sources, 1)]
        commits.append(write_erratum(self.sources, "1.0", "Lees: meestal"))
        self.sources.git("checkout", "--quiet", "--detach")
        beside = write_erratum(self.sources, "1.1", "Lees: vaak")
        self.sources.git("checkout", "--quiet", "main")
        self.commits = [*commits, write_edition(self.sources, 2), beside]
        self.sources.git("init", "--quiet", "--bare", str(root / "remote-before.git"))
        self.sources.git("push", "--quiet", str(root / "remote-before.git"), "main", f"{beside}:refs/heads/beside")
        for number, commit in enumerate(self.commits):
            self.sources.git("clone", "--quiet", str(root / "remote-before.git"), str(root / f"before-{number}"))
            clone = Session(root / f"before-{number}")
            clone.git("checkout", "--quiet", "-B", "main", commit)
            clone.git("remote", "set-url", "origin", str(root / "remote.git"))

    def round(self) -> str:
        """One race; says how it went. Raises ``AssertionError`` for a fault."""
        kinds = self.random.choice((1, 2, 2, 3, len(self.commits)))
        there = self.random.sample(range(len(self.commits)), kinds)
        runners = [
            there[number % kinds] for number in range(PUBLISHERS if kinds != 2 else 2 + self.random.randrange(7))
        ]
        for name in ("remote.git", *(f"clone-{number}" for number in there)):
            shutil.rmtree(self.root / name, ignore_errors=True)
            source = name.replace("clone", "before") if name != "remote.git" else "remote-before.git"
            shutil.copytree(self.root / source, self.root / name, symlinks=True)
        running = [self._publisher(number) for number in runners]
        ended = [
            (number, *process.communicate(), process.returncode)
            for number, process in zip(runners, running, strict=True)
        ]
        for _, out, err, status in ended:
            assert "Traceback" not in out + err and status in (0, 1, 2), err
            assert status == 0 or "git pull" in err or "Publish again" in err, f"refused without words: {err}"
        won = {number for number, *_, status in ended if status == 0}
        assert won, f"nobody published: {ended[0][2]}"
        remote = Session(self.root / "remote.git")
        memory = json.loads(remote.git("show", "gh-pages:.clausule.json"))
        for number in won:
            done = self.sources.program(["git", "merge-base", "--is-ancestor", self.commits[number], memory["commit"]])
            assert done.returncode == 0, f"{runners}: what {number} published was taken away in silence"
        last = self.commits.index(memory["commit"])
        assert last in won, f"{runners}: what is published is of nobody who was told so"
        held = Session(self.root / f"clone-{last}").run("verify", "--remote", "origin", "--on", DAY.isoformat())
        assert held.returncode == 0, f"{runners}: {held.stdout}{held.stderr}"
        remote.git("fsck", "--no-dangling")
        words = "; ".join(f"{number} {'published' if status == 0 else 'refused'}" for number, *_, status in ended)
        return f"{words}; {last} is there"

    def _publisher(self, number: int) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "clausule", *PUBLISH],
            cwd=self.root / f"clone-{number}",
            env=clean_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
