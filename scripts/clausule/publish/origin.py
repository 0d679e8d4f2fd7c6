"""From what is published: sources that are older than, or beside, those of what is there take nothing away unasked."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from clausule.publish.errors import (
    BranchInFuture,
    EarlierDay,
    GitFailed,
    HistoryRewritten,
    OlderSources,
    Uncommitted,
)
from clausule.publish.git import Git
from clausule.publish.memory import Origin
from clausule.publish.trees import Trees

# Two clocks are never quite the same.
_TOLERANCE = 600


def commit_of_sources(git: Git, names: Sequence[str]) -> tuple[str, list[str]]:
    """The commit that the work tree stands on, empty where there is none, and what of ``names`` (files and folders from
    the folder of ``git``) is other in the work tree."""
    head = _head(git)
    words = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", *names)
    done = git.attempt(*words)  # what 'run' gives has no space at its beginning any more, and this begins with one
    if done.returncode:
        raise GitFailed("status", done.stderr)
    rows = done.stdout.split("\0")
    prefix = git.run("rev-parse", "--show-prefix")
    paths = (
        row[3:].removeprefix(f"{prefix}/" if prefix and not prefix.endswith("/") else prefix) for row in rows if row
    )
    return head, [path for path in paths if not any(name.startswith(".") for name in path.split("/"))]


def _head(git: Git) -> str:
    return git.attempt("rev-parse", "--verify", "--quiet", "HEAD^{commit}").stdout.strip()


def check_committed(uncommitted: Sequence[str]) -> None:
    """Raises ``Uncommitted`` when something is."""
    if uncommitted:
        raise Uncommitted(uncommitted)


def check_clock(trees: Trees, branch: str, tip: str) -> None:
    """Raises ``BranchInFuture`` when what is published was published later than now: the clock is wrong, then or
    now."""
    then, now = trees.date_of(tip), time.time()
    if then > now + _TOLERANCE:
        raise BranchInFuture(branch, _day(then), _day(now))


def _day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC"


def check_remote(git: Git, remote: str, branch: str, tip: str | None, progress: Callable[[str], None]) -> None:
    """Holds ``tip``, the branch on ``remote``, against what it was known to be. Raises ``HistoryRewritten``."""
    known = git.tip(f"refs/remotes/{remote}/{branch}")
    if known is None or known == tip or (tip and git.contains(tip, known)):
        return
    if tip and not git.contains(known, tip):
        raise HistoryRewritten(remote, branch, known, tip)
    progress(f"{branch} on {remote} was set back from {known[:12]} to {tip[:12] if tip else 'nothing'} by another hand")


def check_origin(git: Git, branch: str, published: Origin, mine: Origin, *, is_try: bool, take_away: bool) -> None:
    """Holds the sources against those of what is ``published``.

    Raises ``EarlierDay`` for a day before that of the last publication, ``OlderSources`` for sources that another
    publication has left behind, or that lack what is published (where git cannot tell, or tells that they stand beside
    those: after a squash, a rebase, in a shallow clone).
    """
    if mine.day and mine.day < published.day:
        raise EarlierDay(branch, mine.day, published.day)
    if take_away or (not published.commit and is_try):
        return
    was, now = published.commit, mine.commit or _head(git)  # what is in no commit stands on top of the last one
    if was and now and git.contains(now, was):
        return
    gone = [name for name, what in published.holds.items() if mine.holds.get(name) != what]
    if was and now and git.contains(was, now) and published.holds != mine.holds:
        back = [name for name in mine.holds if name not in published.holds]
        raise OlderSources(branch, "older than", was, gone, back)
    if gone:
        raise OlderSources(branch, "not made on top of", was, gone, [])
