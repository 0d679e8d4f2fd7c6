"""The one door to git: in words when it fails, without the user's shell environment, and with an identity of its own if
need be."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from clausule.publish.errors import (
    BranchInUse,
    BranchLocked,
    BranchNameRefused,
    GitFailed,
    GitMissing,
    NotARepository,
    NotTrusted,
    PushFailed,
    PushUnknown,
)
from clausule.publish.job import git_configuration

# Set by git for its hooks: they would send our commands to another repository than the one that was named.
_LOCAL = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)
# git holds the lock of a branch for milliseconds; it waits this long for another, and a lock older than _STALE seconds
# was left behind by a git that was killed.
_WAIT = ("-c", "core.filesRefLockTimeout=1000")
_STALE = 10
# What a push says when another one was first; anything else is a fault that trying again does not mend.
_RACES = re.compile(
    r"stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value|reference "
    r"already exists"
)


# git reads nothing of a repository whose folder belongs to somebody else.
_DUBIOUS = re.compile(r"detected dubious ownership in repository at '(.*)'")


def _environment() -> dict[str, str]:
    """That of the user, in English, so that our tests of what git says hold; no prompt, as nobody may be there to
    answer."""
    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    environment |= {"LC_ALL": "C", "LANGUAGE": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    return environment | git_configuration(environment)


def _only_reading() -> dict[str, str]:
    """For who only looks at what is there: nothing that was meant for another git, and nothing is fetched."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
        "GIT_NO_LAZY_FETCH": "1"
    }


class Objects:
    """The objects that git has, read by one process, which starts when the first is asked for."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self._folder, self._environment = folder, _only_reading() if environment is None else environment
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process:
            with suppress(BrokenPipeError), self._process:
                self._process.kill()

    def read(self, name: str) -> bytes | None:
        """The contents of the object that git knows by ``name`` (an id, ``branch:path``); None where there is none.
        Raises ``GitFailed`` when git ends early, ``GitMissing`` without git."""
        return self._find(name)[1]

    def kind(self, name: str) -> str:
        """What git knows by ``name``: ``blob``, ``tree``, ``commit``; empty where there is nothing."""
        return self._find(name)[0]

    def _find(self, name: str) -> tuple[str, bytes | None]:
        if "\n" in name:  # git takes a name a line
            return "", None
        source, sink = self._pipes()
        try:
            sink.write(name.encode("utf-8", "surrogateescape") + b"\n")
            sink.flush()
        except BrokenPipeError as error:
            raise GitFailed("cat-file", "it ended early") from error
        header = source.readline().split()
        if len(header) != 3 or not header[2].isdigit():
            return "", None
        data = source.read(int(header[2]))
        source.read(1)
        return header[1].decode(), data

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    ["git", "cat-file", "--batch"],
                    cwd=self._folder,
                    env=self._environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            except FileNotFoundError as error:
                raise GitMissing from error
        assert self._process.stdout and self._process.stdin
        return self._process.stdout, self._process.stdin


def fast_import(environment: Mapping[str, str], said: IO[bytes]) -> subprocess.Popen[bytes]:
    """A ``git fast-import`` that reads commits from its standard input and says what is wrong into ``said``. Without
    --force it would walk what came before, which a shallow clone has not. Raises ``GitMissing`` without git."""
    words = ["git", "fast-import", "--quiet", "--force", "--done", "--date-format=raw"]
    try:
        return subprocess.Popen(words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said)
    except FileNotFoundError as error:
        raise GitMissing from error


class Git:
    """One repository, named by any folder in it (bare, worktree, shallow and detached ones too)."""

    def __init__(self, repository: Path) -> None:
        if not repository.is_dir():
            raise NotARepository(str(repository), "there is no such folder")
        self.folder = repository
        self.environment = _environment()
        done = self.attempt(
            "rev-parse", "--path-format=absolute", "--git-common-dir", "--git-path", "objects", "--show-object-format"
        )
        if done.returncode and (owned := _DUBIOUS.search(done.stderr)):
            raise NotTrusted(owned[1])
        if done.returncode:
            raise NotARepository(str(repository), done.stderr)
        common, objects, self.hash = done.stdout.splitlines()
        self.common, self.objects = Path(common), Path(objects)
        self.no_commit = "0" * (64 if self.hash == "sha256" else 40)

    def attempt(
        self, *words: str, stdin: str | bytes = "", environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """``git WORDS`` in the repository, whatever its exit status."""
        command = ["git", *words]
        variables = {**self.environment, **(environment or {})}
        try:
            # Bytes, for text would get other line ends on Windows.
            done = subprocess.run(
                command,
                cwd=self.folder,
                env=variables,
                input=stdin.encode("utf-8", "replace") if isinstance(stdin, str) else stdin,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise GitMissing from error
        out, said = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(command, done.returncode, out, said)

    def attempt_within(
        self, seconds: float, *words: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str] | None:
        """As ``attempt``; None when that takes longer than ``seconds``, and then git and what it started are ended."""
        command = ["git", *words]
        # Files, for a program that git started holds its pipes open when git itself is gone.
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env={**self.environment, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=sys.platform != "win32",
            )
            try:
                status = process.wait(seconds)
            except subprocess.TimeoutExpired:
                _end(process)
                return None
            for file in (out, err):
                file.seek(0)
            told, said = (file.read().decode("utf-8", "replace") for file in (out, err))
        return subprocess.CompletedProcess(command, status, told, said)

    def run(self, *words: str, stdin: str | bytes = "", environment: Mapping[str, str] | None = None) -> str:
        """What ``git WORDS`` printed. Raises ``GitFailed``."""
        done = self.attempt(*words, stdin=stdin, environment=environment)
        if done.returncode:
            command = next(word for word in words if word.isalpha() or re.fullmatch(r"[a-z]+(-[a-z]+)+", word))
            raise GitFailed(command, done.stderr)
        return done.stdout.strip()

    def make_tree(self, names: Mapping[str, tuple[str, str]]) -> str:
        """The id of a folder in which each name has this mode and id."""
        kinds = {"40000": "tree", "160000": "commit"}
        rows = (f"{mode} {kinds.get(mode, 'blob')} {oid}\t{name}\0" for name, (mode, oid) in names.items())
        return self.run("mktree", "-z", stdin="".join(rows).encode("utf-8", "surrogateescape"))

    def tip(self, branch: str) -> str | None:
        """The commit of ``branch`` (or of a whole name, refs/...), or nothing when there is no such branch."""
        return self.run("for-each-ref", "--format=%(objectname)", _whole_name(branch)) or None

    def contains(self, newer: str, older: str) -> bool:
        """Whether ``older`` is ``newer`` or among its ancestors."""
        return newer == older or self.attempt("merge-base", "--is-ancestor", older, newer).returncode == 0

    def check_name(self, branch: str) -> None:
        """Raises ``BranchNameRefused`` for what git takes as the name of no branch, or not beside those there are."""
        if branch in ("HEAD", "@") or branch.startswith(("-", "refs/")):
            raise BranchNameRefused(branch, "git calls something else by that name")
        names = self.run("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/").splitlines()
        if branch in names:
            return
        if self.attempt("check-ref-format", f"refs/heads/{branch}").returncode:
            raise BranchNameRefused(branch, "git takes no such name")
        for name in names:
            if name.startswith(f"{branch}/") or branch.startswith(f"{name}/"):
                raise BranchNameRefused(
                    branch, f"there is a branch '{name}', and git keeps one as a folder of the other"
                )

    def check_not_checked_out(self, branch: str) -> None:
        """Raises ``BranchInUse`` when a work tree stands on ``branch``."""
        folder = ""
        for line in self.run("worktree", "list", "--porcelain").splitlines():
            if line.startswith("worktree "):
                folder = line.removeprefix("worktree ")
            elif line == f"branch refs/heads/{branch}":
                raise BranchInUse(branch, folder)

    def identity(self) -> dict[str, str]:
        """Who commits: what the user set, else a neutral name (git itself would make one from the name of the
        machine)."""
        done = self.attempt("config", "--get-regexp", r"^user\.(name|email)$")
        rows = (line.partition(" ") for line in done.stdout.splitlines())
        configured = {key: value for key, _, value in rows if value}
        found = {}
        for role in ("AUTHOR", "COMMITTER"):
            for part, neutral in (("NAME", "Clausule"), ("EMAIL", "clausule@localhost")):
                name = f"GIT_{role}_{part}"
                found[name] = os.environ.get(name) or configured.get(f"user.{part.lower()}") or neutral
        return found

    def commit(self, tree: str, parents: list[str], message: str) -> str:
        """A new commit that no branch holds yet, dated SOURCE_DATE_EPOCH or now."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        when = f"@{epoch if epoch.isdigit() else int(time.time())} +0000"
        environment = self.identity() | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        options = [word for parent in parents for word in ("-p", parent)]
        return self.run(
            "-c", "commit.gpgSign=false", "commit-tree", tree, *options, stdin=message, environment=environment
        )

    def move(self, branch: str, new: str, old: str | None) -> bool:
        """Moves ``branch`` from ``old`` to ``new`` in one step; False when it does not stand at ``old`` any more.

        The caller holds the lock of all publishers, so that a lock of git that is taken away here is nobody's.
        """
        words = (*_WAIT, "update-ref", "-m", "clausule publish", f"refs/heads/{branch}", new, old or self.no_commit)
        done = self.attempt(*words, environment=self.identity())
        lock = self.common / "refs" / "heads" / f"{branch}.lock"
        if done.returncode and self.tip(branch) == old and _is_stale(lock):
            lock.unlink(missing_ok=True)
            done = self.attempt(*words, environment=self.identity())
        if done.returncode == 0:
            return True
        if self.tip(branch) != old:
            return False
        if lock.exists():
            raise BranchLocked(branch, str(lock))
        raise GitFailed("update-ref", done.stderr)

    def remote_tip(self, remote: str, branch: str) -> str | None:
        """The commit of ``branch`` (or of a whole name, refs/...) on ``remote``, or nothing. Raises ``PushFailed``."""
        done = self.attempt("ls-remote", "--", remote, _whole_name(branch))
        if done.returncode:
            raise PushFailed(remote, done.stderr)
        rows = (line.split("\t") for line in done.stdout.splitlines())
        return next((commit for commit, name in rows if name == _whole_name(branch)), None)

    def fetch(self, remote: str, branch: str) -> None:
        """Gets the commits of ``branch`` on ``remote``, and sets no name for them: two publishers would want the
        same."""
        options = (
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-auto-maintenance",
            "--no-recurse-submodules",
            "--refmap=",
        )
        done = self.attempt("fetch", *options, "--", remote, _whole_name(branch))
        if done.returncode:
            raise PushFailed(remote, done.stderr)

    def push(self, remote: str, branch: str, new: str, old: str | None) -> bool:
        """Moves ``branch`` on ``remote`` from ``old`` to ``new``; False when another was first. Raises
        ``PushFailed``."""
        ref = f"refs/heads/{branch}"
        lease = f"--force-with-lease={ref}:{old or ''}"
        done = self.attempt("push", "--porcelain", "--no-recurse-submodules", lease, "--", remote, f"{new}:{ref}")
        if done.returncode == 0:
            return True
        said = f"{done.stdout}\n{done.stderr}"
        if _RACES.search(said):
            return False
        refused = [line.split("\t")[-1] for line in done.stdout.splitlines() if line.startswith("!")]
        refused = [why for why in refused if "remote failure" not in why]
        try:  # a connection that broke says nothing of what the other side did before
            found = self.remote_tip(remote, branch)
        except PushFailed as error:
            if not refused:
                raise PushUnknown(remote, branch, done.stderr) from error
            found = old
        if found == old:
            raise PushFailed(remote, "; ".join([*refused, done.stderr]))
        return found == new


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends git, and where groups of processes are known what it started too."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def git_version() -> tuple[str, tuple[int, ...]]:
    """The version of git in its own words, and as numbers. Raises ``GitMissing``."""
    try:
        done = subprocess.run(["git", "--version"], capture_output=True, check=False)
    except OSError as error:
        raise GitMissing from error
    said = done.stdout.decode("utf-8", "replace").strip().removeprefix("git version ")
    numbers = re.match(r"\d+(?:\.\d+)*", said)
    return said, tuple(map(int, numbers[0].split("."))) if numbers else ()


def _whole_name(branch: str) -> str:
    return branch if branch.startswith("refs/") else f"refs/heads/{branch}"


def begin_repository(folder: Path, message: str) -> None:
    """Makes ``folder`` a repository whose branch ``main`` holds all that is in it. Raises ``PublishError``."""
    init = ["git", "init", "--quiet", "--initial-branch=main"]
    try:
        subprocess.run(init, cwd=folder, env=_environment(), capture_output=True, check=True)
    except FileNotFoundError as error:
        raise GitMissing from error
    except subprocess.CalledProcessError as error:
        raise GitFailed("init", error.stderr.decode("utf-8", "replace")) from error
    git = Git(folder)
    git.run("add", "--all")
    git.run("update-ref", "refs/heads/main", git.commit(git.run("write-tree"), [], message), environment=git.identity())


def _is_stale(lock: Path) -> bool:
    try:
        return time.time() - lock.stat().st_mtime > _STALE
    except OSError:
        return False
