"""In what condition git and a repository are, for who only looks: nothing is fetched, and nothing is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausule.publish.git import Git

LEAST_GIT = (2, 31)
"""The oldest git that the program works with: ``rev-parse --path-format`` came with it."""

# Nobody may be there to answer, and a window that asks for a password would wait for ever.
_ASKS_NOBODY = {"GIT_ASKPASS": "echo", "SSH_ASKPASS": "echo", "GCM_INTERACTIVE": "never"}
_BATCH = "ssh -o BatchMode=yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a remote said of a branch: ``tip`` is None where there is no such branch. ``reached`` is False where it gave
    no answer in time, or another one; ``said`` is what git said then."""

    reached: bool
    tip: str | None = None
    said: str = ""


def damage(git: Git, name: str) -> str:
    """What git cannot read of the folders of a commit, in its words; empty when it reads them all."""
    done = git.attempt("ls-tree", "-r", "-t", "--name-only", name)
    return done.stderr.strip() if done.returncode else ""


def left_locks(git: Git, branch: str) -> list[str]:
    """Locks that a git which was killed may have left: while they are there no other git writes."""
    names = (f"refs/heads/{branch}.lock", "packed-refs.lock", "index.lock")
    return [str(git.common / name) for name in names if (git.common / name).exists()]


def ask(git: Git, remote: str, branch: str, seconds: float) -> Answer:
    """What ``remote`` has as ``branch``, by ``git ls-remote`` alone; a remote that is silent for ``seconds`` is not
    waited for, nor what git started to ask it."""
    environment = _ASKS_NOBODY | {"GIT_SSH_COMMAND": git.environment.get("GIT_SSH_COMMAND", _BATCH)}
    ref = f"refs/heads/{branch}"
    done = git.attempt_within(seconds, "ls-remote", "--", remote, ref, environment=environment)
    if done is None:
        return Answer(reached=False, said=f"it gave no answer in {seconds:g} seconds")
    if done.returncode:
        return Answer(reached=False, said=_without_secrets(done.stderr))
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return Answer(reached=True, tip=next((row[0] for row in rows if row[-1] == ref), None))


def _without_secrets(said: str) -> str:
    """What git said, in one line, without a name and password that its address holds."""
    return " ".join(re.sub(r"(?<=://)[^/@\s]*@", "", said).split())
