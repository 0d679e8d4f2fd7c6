"""Where a publisher works: a folder and a scratch repository that nobody else sees, and that a crash leaves
harmless."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from clausule.publish.git import Git
from clausule.publish.lock import held, is_held

_PREFIX = "publish-"
_HELD = "held"
BRANCH = "scratch"


class Workplace:
    """A folder of one publisher inside the repository's git folder, gone when it ends.

    mike commits to a repository of its own in there, which writes its objects into the real one (as inert as any that
    no branch holds) but keeps its branches to itself: no reference of the real repository exists, is locked or can be
    left behind until the one step that moves the branch. What a killed publisher leaves is a folder that nobody holds,
    and the next one removes it.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._home = git.common / "clausule"
        self._stack = ExitStack()
        self._folder: Path | None = None
        self._repository: Path | None = None

    def __enter__(self) -> Self:
        self._home.mkdir(exist_ok=True)
        with held(self._home / "lock"):
            for folder in self._home.glob(f"{_PREFIX}*"):
                if not is_held(folder / _HELD):
                    shutil.rmtree(folder, ignore_errors=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def folder(self) -> Path:
        """The folder, made when it is first asked for."""
        if self._folder is None:
            with held(self._home / "lock"):  # nobody sees it before it is held
                self._folder = Path(tempfile.mkdtemp(dir=self._home, prefix=_PREFIX))
                self._stack.enter_context(held(self._folder / _HELD))
        return self._folder

    @contextmanager
    def moving(self) -> Iterator[None]:
        """One publisher at a time: while a branch is moved, and for as long as that takes."""
        with held(self._home / "moving"):
            yield

    def scratch(self, base: str | None) -> dict[str, str]:
        """The environment in which git (and so mike) sees a repository whose one branch stands at ``base``, or at an
        empty commit."""
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
            # mike asks for a branch that exists; nobody will see this commit, as the one that is published has no
            # parent.
            empty = self._git.run("mktree", environment=environment)
            base = self._git.commit(empty, [], "empty")
        self._git.run("update-ref", f"refs/heads/{BRANCH}", base, environment=environment)
        return environment


@contextmanager
def as_environment(values: dict[str, str]) -> Iterator[None]:
    """``os.environ`` with ``values`` and nothing else, for a library that starts git itself."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(values)
    # mike hands this to fast-import in a form that refuses early dates; the date of the published commit is ours.
    os.environ.pop("GIT_COMMITTER_DATE", None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
