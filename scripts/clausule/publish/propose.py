"""What a job changed in the sources, as a commit on a branch of the forge: a pull request, or one more commit of
one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausule.disk.scratch import scratch_folder
from clausule.publish.errors import BranchTaken, NothingToPropose, NotProposed, PublishError
from clausule.publish.forge import Forge
from clausule.publish.git import Git

_BODY = "By a button of this repository (`clausule forge propose`). Look at what it changes, and merge it."


def propose(git: Git, forge: Forge, folders: Sequence[str], title: str) -> str:
    """Commits what changed in ``folders`` of the work tree, and returns where that can be seen.

    A job of the default branch opens a pull request called ``title``; one of another branch adds the commit to that
    branch. The work tree stays as it is. Raises ``PublishError``.
    """
    commit = _commit(git, folders, title)
    base, here = forge.default_branch(), forge.job.branch
    if here != base:
        _push(git, forge, here, commit, git.run("rev-parse", "HEAD"))
        return f"{here} {commit}"
    branch = branch_of(title)
    _push(git, forge, branch, commit, None)
    try:
        return forge.open_pull(branch, base, title, _BODY)
    except PublishError as error:
        raise NotProposed(branch, error) from error


def branch_of(title: str) -> str:
    """The branch of a pull request: what git, a forge and a shell take as they find it."""
    return f"clausule/{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')[:80]}"


def _commit(git: Git, folders: Sequence[str], title: str) -> str:
    head = git.run("rev-parse", "HEAD")
    with scratch_folder() as scratch:
        index = {"GIT_INDEX_FILE": str(scratch / "index")}
        git.run("read-tree", head, environment=index)
        git.run("add", "--all", "--", *(name for name in folders if (git.folder / name).is_dir()), environment=index)
        tree = git.run("write-tree", environment=index)
    if tree == git.run("rev-parse", f"{head}^{{tree}}"):
        raise NothingToPropose
    return git.commit(tree, [head], f"{title}\n")


def _push(git: Git, forge: Forge, branch: str, commit: str, old: str | None) -> None:
    if not git.push(forge.job.remote, branch, commit, old):
        raise BranchTaken(branch)
