"""Where a publisher works: a folder and a scratch repository that nobody else sees, and that a crash leaves
harmless."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from clausule.disk.lock import held
from clausule.disk.scratch import remove_left_over, scratch_folder
from clausule.publish.git import Git
from clausule.publish.scratch_commit import BRANCH

_PREFIX = "publish-"


class Workplace:
    """A folder of one publisher inside the repository's git folder, gone when it ends.

    It commits to a repository of its own in there, which writes its objects into the real one (as inert as any that
    no branch holds) but keeps its branches to itself: no reference of the real repository exists, is locked or can be
    left behind until the one step that moves the branch. What a killed publisher leaves, the next one removes, here and
    among what is temporary on this machine.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._home = git.common / "clausule"
        self._stack = ExitStack()
        self._folder: Path | None = None
        self._repository: Path | None = None

    def __enter__(self) -> Self:
        self._home.mkdir(exist_ok=True)
        remove_left_over(_PREFIX, self._home)
        remove_left_over()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @property
    def folder(self) -> Path:
        """The folder, made when it is first asked for."""
        if self._folder is None:
            self._folder = self._stack.enter_context(scratch_folder(_PREFIX, self._home))
        return self._folder

    @contextmanager
    def moving(self) -> Iterator[None]:
        """One publisher at a time: while a branch is moved, and for as long as that takes."""
        with held(self._home / "moving"):
            yield

    def scratch(self, base: str | None) -> dict[str, str]:
        """The environment in which git sees a repository whose one branch stands at ``base``, or at an empty
        commit."""
        environment = self._git.environment | self._git.identity() | {"GIT_OBJECT_DIRECTORY": str(self._git.objects)}
        if self._repository is None:
            self._repository = self.folder / "scratch.git"
            words = (
                "init",
                "--quiet",
                "--bare",
                "--template=",
                f"--object-format={self._git.hash}",
                f"--initial-branch={BRANCH}",
            )
            self._git.run(*words, str(self._repository))
        environment["GIT_DIR"] = str(self._repository)
        if base is None:
            # Nobody will see this commit, as the one that is published has no parent.
            empty = self._git.run("mktree", environment=environment)
            base = self._git.commit(empty, [], "empty")
        self._git.run("update-ref", f"refs/heads/{BRANCH}", base, environment=environment)
        return environment
