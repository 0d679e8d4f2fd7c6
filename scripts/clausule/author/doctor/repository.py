"""The repository: its settings, git, the branch of the site, the remote, the clock."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import clausule
from clausule.author.doctor.observation import Observation, fine, note, some, wrong

if TYPE_CHECKING:
    from clausule.publish.git import Git

SECONDS = 10.0
"""A remote is waited for so long."""


def settings(folder: Path, root: Path | None) -> Iterator[Observation]:
    """Where the repository is, and what its mkdocs.yml says."""
    from clausule.author.init import SITE
    from clausule.read.settings import SETTINGS, read_settings
    from clausule.read.source import FOLDERS, Sources

    if root is None:
        held = [name for name in FOLDERS if (folder / name).is_dir()]
        if held:
            yield wrong(
                "repository",
                f"{folder} has {' and '.join(held)} and no {SETTINGS}",
                f"Get it back (git checkout -- {SETTINGS}), or take one from: clausule init FOLDER --publisher NAME.",
            )
        else:
            yield note(
                "repository",
                f"no {SETTINGS} in {folder} or above it, so only the machine was looked at",
                "Go to a firm's repository, or make one: clausule init FOLDER --publisher NAME.",
            )
        return
    sources = Sources(root)
    found = read_settings(sources)
    for one in sources.findings:
        yield wrong("settings", f"{one.place.path}:{one.place.line}:{one.place.column}: {one.message}", one.hint)
    if sources.findings:
        return
    yield fine("repository", str(root))
    if found.site_url in ("", SITE):
        yield note(
            "settings",
            f"site_url is {found.site_url or 'not there'}: citations and documents name no address that a reader has",
            f"Write the address of your site at site_url in {SETTINGS} before you publish for others.",
        )
    else:
        yield fine("settings", f"{found.site_name or SETTINGS}, at {found.site_url}")


def sources(root: Path, git: Git) -> Iterator[Observation]:
    """The commit of the sources, and what is in none."""
    from clausule.publish.condition import damage, left_locks
    from clausule.publish.origin import commit_of_sources
    from clausule.read.settings import OWN, SETTINGS
    from clausule.read.source import FOLDERS

    for path in left_locks(git, "gh-pages"):
        yield wrong(
            "git",
            f"{path} keeps git from writing",
            "If no other git is at work here, one was killed: take that file away.",
        )
    if git.attempt("var", "GIT_AUTHOR_IDENT").returncode:
        yield note(
            "identity",
            "git does not know who you are, and refuses 'git commit' until it does",
            'git config --global user.name "YOUR NAME"; git config --global user.email YOU@EXAMPLE.ORG',
        )
    head = git.attempt("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if head.returncode:
        unborn = git.attempt("symbolic-ref", "--quiet", "HEAD").returncode == 0 and not git.attempt("log", "-1").stdout
        told = (
            "there is no commit yet"
            if unborn and not git.run("for-each-ref", "--count=1")
            else "HEAD leads to no commit"
        )
        yield wrong(
            "commits", told, "git add --all && git commit; if there were commits, 'git fsck' tells what is lost."
        )
        return
    if said := damage(git, "HEAD"):
        yield wrong(
            "commits", f"git cannot read all of HEAD: {said}", "Clone the repository again, or 'git fsck' tells more."
        )
        return
    commit, changed = commit_of_sources(git, [*FOLDERS, OWN, SETTINGS])
    if changed:
        yield note("commits", f"in no commit yet: {some(changed)}", "Commit them before you publish with --push.")
    else:
        yield fine("commits", f"all sources are in {commit[:12]}")
    if git.run("rev-parse", "--is-shallow-repository") == "true":
        yield note(
            "history",
            "this clone is shallow: publish cannot tell whether these sources are newer than what is published",
            "git fetch --unshallow (in a workflow: fetch-depth: 0).",
        )


def branch(git: Git, name: str) -> Iterator[Observation]:
    """The branch of the site on this machine."""
    from clausule.publish.branch import read_branch
    from clausule.publish.condition import damage
    from clausule.publish.trees import Trees

    git.check_name(name)
    git.check_not_checked_out(name)
    tip = git.tip(name)
    if tip is None:
        yield note("branch", f"there is no {name} on this machine: nothing was published from here", "clausule publish")
        return
    if said := damage(git, tip):
        yield wrong(
            "branch",
            f"git cannot read all of {name}: {said}",
            f"Get it from the remote again (git fetch origin +{name}:{name}), or 'git fsck' tells more.",
        )
        return
    with Trees(git) as trees:
        published = read_branch(git, trees, name, tip)
    memory = published.memory
    if not memory.is_whole:
        why = "of an older program" if memory.is_older else "not as it was made"
        yield note(
            "branch",
            f"{name} is at {tip[:12]}, and what it remembers is {why}: the next publication makes all again",
            "clausule verify says what is other; clausule publish mends it.",
        )
        return
    yield fine("branch", f"{name} is at {tip[:12]}, published for {memory.origin.day or 'no day'}")


def clock(git: Git | None, name: str) -> Iterator[Observation]:
    """The clock, held against what was made before now."""
    from clausule.check import today
    from clausule.publish.branch import read_branch
    from clausule.publish.errors import BranchInFuture
    from clausule.publish.origin import check_clock
    from clausule.publish.trees import Trees

    now = time.time()
    made = Path(clausule.__file__).stat().st_mtime
    mend = "Set the clock of this machine, or mend what was written with a wrong one."
    if made > now + 86_400:
        yield wrong("clock", f"it says {_moment(now)}, and the program was installed on {_moment(made)}", mend)
        return
    if os.environ.get("SOURCE_DATE_EPOCH"):
        yield note("clock", "SOURCE_DATE_EPOCH is set: what is published bears that moment", "unset SOURCE_DATE_EPOCH")
    if git is not None:
        with Trees(git) as trees:
            tips = {"the last commit": git.attempt("rev-parse", "--verify", "--quiet", "HEAD^{commit}").stdout.strip()}
            tips[name] = git.tip(name) or ""
            for what, tip in tips.items():
                if not tip or not trees.has(tip):
                    continue
                try:
                    check_clock(trees, what, tip)
                except BranchInFuture:
                    yield wrong(
                        "clock", f"it says {_moment(now)}, and {what} is of {_moment(trees.date_of(tip))}", mend
                    )
                    return
            day = read_branch(git, trees, name, tips[name]).memory.origin.day if tips[name] else ""
        if day > today().isoformat():
            yield wrong(
                "clock",
                f"today is {today().isoformat()}, and {name} was published for {day}: an earlier day is refused",
                f"clausule publish --on {day} (or later); was that day a mistake, take {name} back by one commit.",
            )
            return
    yield fine("clock", _moment(now))


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC"


def remote(git: Git, named: str, name: str, *, offline: bool) -> Iterator[Observation]:
    """The remote: the one that was named, or else origin."""
    from clausule.publish.condition import ask
    from clausule.publish.origin import check_remote

    known = git.run("remote").splitlines()
    where = named or ("origin" if "origin" in known else "")
    if not where:
        others = f"; there is {some(known)}: name it with --remote" if known else ""
        yield note(
            "remote",
            f"there is no remote 'origin', so nothing is pushed{others}",
            "Make an empty repository at your forge, and: git remote add origin ADDRESS.",
        )
        return
    if offline:
        yield note("remote", f"{where} was not asked (--offline)", "Leave --offline out to ask it.")
        return
    answer = ask(git, where, name, SECONDS)
    if not answer.reached:
        make = wrong if named else note
        yield make(
            "remote",
            f"{where} was not reached, so what is on it is not known: {answer.said or 'git does not say why'}",
            "See whether the network is there, its address is right (git remote -v), and you may read it.",
        )
        return
    check_remote(git, where, name, answer.tip, lambda words: None)
    yield _beside(git, where, name, answer.tip)


def _beside(git: Git, where: str, name: str, there: str | None) -> Observation:
    """How the branch stands on the remote, beside that on this machine."""
    here = git.tip(name)
    push = f"clausule publish --push {where}"
    if there is None:
        return note("remote", f"{where} was reached, and has no {name} yet", push)
    if here is None or (there != here and not git.contains(here, there)):
        return fine("remote", f"{where} was reached; {name} is there at {there[:12]}, and '{push}' goes on from that")
    if here != there:
        return note("remote", f"{where} was reached; {name} is newer on this machine than there", push)
    return fine("remote", f"{where} was reached; {name} is there as it is here")
