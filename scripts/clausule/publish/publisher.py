"""The whole of publishing: read the branch, do what it lacks out of sight, verify, move the branch in one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from clausule.publish.branch import (
    Published,
    Work,
    check_promises,
    find_work,
    memory_before,
    published_on,
    read_branch,
    taken_back,
    with_kept,
)
from clausule.publish.deploy import Builder, deploy
from clausule.publish.errors import PublishedMeanwhile, PublishError, TooManyPublishers, WritingFailed
from clausule.publish.git import Git
from clausule.publish.origin import check_clock, check_origin, check_remote
from clausule.publish.plan import Outcome, Plan, check_plan
from clausule.publish.trees import Trees
from clausule.publish.verify import verify
from clausule.publish.workplace import Workplace

# Each time that another publisher is first, one of them has succeeded: so many may run at once.
_TRIES = 12


def publish(
    repository: Path,
    plan: Plan,
    *,
    branch: str = "gh-pages",
    push: str | None = None,
    take_away: bool = False,
    progress: Callable[[str], None],
) -> Outcome:
    """Makes ``branch`` of ``repository`` hold what ``plan`` asks for, and with ``push`` that branch of the remote too.

    With ``take_away`` what is published beside the agreed texts may go away, also when the sources are not known to be
    newer. ``progress`` is told in a few words what is being done. Whatever happens, the branch is as it was or
    complete: it moves once, when everything is verified. Raises ``PublishError``, and what the builds raise.
    """
    check_plan(plan)
    git = Git(repository)
    git.check_name(branch)
    try:
        with Workplace(git) as workplace, Trees(git) as trees:
            publisher = _Publisher(git, workplace, trees, plan, branch, push, progress)
            publisher.take_away = take_away
            return publisher.publish()
    except OSError as error:
        raise WritingFailed(str(error.filename or git.common), error.strerror or str(error)) from error


class Recalled:
    """What was published last: ``memory`` is that of its plan, None where nothing can be remembered, and ``before``
    that of the publication before it."""

    def __init__(self, git: Git | None, published: Published, before: Any = None) -> None:
        self._git, self._published, self.before = git, published, before
        self.memory = published.memory.plan if published.memory.is_whole else None

    def file(self, path: str) -> bytes | None:
        """The file at ``path`` as it was published; None where there is none."""
        if self._git is None or self.memory is None:
            return None
        with Trees(self._git) as trees:
            return trees.text(self._published.tree, path)


def recall(repository: Path, branch: str = "gh-pages", remote: str | None = None) -> Recalled:
    """What ``publish`` with ``push=remote`` will go on from; nothing where that cannot be read."""
    try:
        git = Git(repository)
        local = git.tip(branch)
        base, _ = _base(git, local, _fetched(git, branch, remote, local))
        with Trees(git) as trees:
            published = read_branch(git, trees, branch, base)
            return Recalled(git, published, memory_before(trees, branch, base).plan if base else None)
    except (PublishError, OSError):
        return Recalled(None, Published(branch))


def _fetched(git: Git, branch: str, remote: str | None, local: str | None) -> str | None:
    """The tip of the branch on ``remote``, if there is any, which is on this machine then. Raises ``PushFailed``."""
    tip = git.remote_tip(remote, branch) if remote else None
    if remote and tip and tip != local:
        git.fetch(remote, branch)
    return tip


def _base(git: Git, local: str | None, remote: str | None) -> tuple[str | None, str | None]:
    """The commit to go on from, and one that must be joined to it.

    The remote counts as what is published. Editions that were published on this machine alone (to look at, on a
    branch that may know nothing of the remote's) are made again on top of it, and their history is joined, so that
    neither branch ever goes back.
    """
    if remote is None or local is None:
        return remote or local, None
    if git.contains(remote, local):
        return remote, None
    return (local, None) if git.contains(local, remote) else (remote, local)


class _Publisher:
    """One call of ``publish``."""

    def __init__(
        self,
        git: Git,
        workplace: Workplace,
        trees: Trees,
        plan: Plan,
        branch: str,
        remote: str | None,
        progress: Callable[[str], None],
    ) -> None:
        self.git, self.workplace, self.trees = git, workplace, trees
        self.plan, self.branch, self.remote, self.progress = plan, branch, remote, progress
        self.builder = Builder(workplace, plan, progress)
        self.take_away = False
        self.seen: set[tuple[str, str]] | None = None

    def publish(self) -> Outcome:
        for _ in range(_TRIES):
            outcome = self._attempt()
            if outcome:
                return outcome
            self.progress("another publisher was first: starting again from what it published")
        raise TooManyPublishers(self.branch, _TRIES)

    def _attempt(self) -> Outcome | None:
        """Publishes on top of what is published now; nothing when that moved meanwhile."""
        local = self.git.tip(self.branch)
        remote = _fetched(self.git, self.branch, self.remote, local)
        if self.remote:
            check_remote(self.git, self.remote, self.branch, remote, self.progress)
        base, other = _base(self.git, local, remote)
        if base:
            check_clock(self.trees, self.branch, base)
        published = read_branch(self.git, self.trees, self.branch, base)
        joined = read_branch(self.git, self.trees, self.branch, other) if other else Published(self.branch)
        plan = with_kept(self.plan, published)
        self._check_promises(plan, [published, joined])
        for name in taken_back(published, plan):
            self.progress(
                f"{name} was withdrawn on {self.branch}; these sources say that no more, and show it as agreed"
            )
        check_origin(
            self.git,
            self.branch,
            published.memory.origin,
            plan.origin,
            is_try=not self.remote,
            take_away=self.take_away,
        )
        renamed = {plan.now(address): "" for address in published.memory.parts if plan.is_former(address)}
        had = {**dict.fromkeys(joined.memory.parts, ""), **renamed, **published.memory.parts}
        plan = replace(plan, parts={**plan.parts, **plan.settled(had, published.memory.plan)})
        work = find_work(published, plan, self.trees)
        for words in published.mended.values():
            self.progress(f"on {self.branch} {words}; it is made again")
        new = self._make(published, plan, work, other) if work or published.mended else base
        assert new, "a plan without work has a branch that holds it"
        # The remote is what readers see, so it moves first: when another publisher was first there, nothing on this
        # machine has to be undone. Killed between the two, the next run finds the remote ahead and follows it.
        pushed = self.remote is not None and new != remote
        if self.remote and pushed:
            self.progress(f"pushing {self.branch} to {self.remote}")
            if not self.git.push(self.remote, self.branch, new, remote):
                return None
        moved = new != local and (local is None or bool(work or published.mended) or self.git.contains(new, local))
        if moved and not self._move(new, local):
            return None
        return self._outcome(work, new, changed=pushed or moved)

    def _check_promises(self, plan: Plan, states: list[Published]) -> None:
        for state in states:
            check_promises(state, plan, self.trees)
        listed = {key for state in states for key in state.properties()}
        self.seen = listed if self.seen is None else self.seen
        # A concept may be taken away, but not one that came while we were at work: its publisher was told it is there.
        planned = {(edition.agreement, edition.version) for edition in plan.editions}
        came = sorted(f"{agreement}/{version}" for agreement, version in listed - self.seen - planned)
        if came:
            raise PublishedMeanwhile(came)

    def _make(self, published: Published, plan: Plan, work: Work, other: str | None) -> str:
        """Does the work out of sight and verifies it; returns the commit that the branch is to move to."""
        self.git.check_not_checked_out(self.branch)
        tree = deploy(self.git, self.workplace, self.trees, published, plan, work, self.builder)
        self.progress("verifying pages, links and anchors")
        count = verify(self.trees, published, tree, plan)
        self.progress(f"verified {count} changed files")
        parents = [commit for commit in (published.commit, other) if commit]
        words = _message(work) if work else "Take back what another hand changed\n"
        return self.git.commit(tree, parents, words + published_on(published.commit))

    def _move(self, new: str, old: str | None) -> bool:
        self.git.check_not_checked_out(self.branch)
        with self.workplace.moving():
            return self.git.move(self.branch, new, old)

    def _outcome(self, work: Work, commit: str, *, changed: bool) -> Outcome:
        built = tuple(edition.name for edition in work.build)
        kept = tuple(edition.name for edition in self.plan.editions if edition.name not in built)
        removed = tuple(f"{name}/{version}" for name, version in work.remove if name not in self.plan.former)
        addresses = ["/"]
        for agreement in self.plan.agreements:
            aliases = [self.plan.alias(agreement)] if agreement in self.plan.current else []
            names = [edition.version for edition in reversed(self.plan.of(agreement))]
            addresses += [f"/{agreement}/", *(f"/{agreement}/{name}/" for name in (*aliases, *names))]
        return Outcome(
            built=built, kept=kept, removed=removed, changed=changed, commit=commit, addresses=tuple(addresses)
        )


def _message(work: Work) -> str:
    """What the history of the branch says: one commit is one publication, however many editions mike deployed."""
    names = [edition.name for edition in work.build]
    if not names:
        return "Publish the pages above the editions\n" if work.root else "Publish the list of editions\n"
    if len(names) <= 3:
        return f"Publish {', '.join(names)}\n"
    return f"Publish {len(names)} editions\n\n" + "".join(f"{name}\n" for name in names)
