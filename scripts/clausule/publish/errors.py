"""What can go wrong while publishing: one class for each, which says what, why and how to mend, in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausule.model.lookup import AuthoringError

_SHOWN = 10


class PublishError(AuthoringError):
    """Publishing was refused or failed, and the published site is as it was. ``str()`` is one line."""

    def __init__(self, what: str, why: str, mend: str) -> None:
        self.what, self.why, self.mend = (" ".join(words.split()) for words in (what, why, mend))
        super().__init__(f"{self.what}: {self.why}. {self.mend}")


def _some(rows: Sequence[str]) -> str:
    more = len(rows) - _SHOWN
    return "; ".join(rows[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


class NotARepository(PublishError):
    def __init__(self, folder: str, said: str) -> None:
        super().__init__(f"{folder} is no git repository", said, "Run 'git init' there, or name the right folder.")


class NotTrusted(PublishError):
    def __init__(self, folder: str) -> None:
        super().__init__(
            f"git does not read {folder}",
            "the folder belongs to another user than the one who runs this (git calls it dubious ownership)",
            f"Run this as its owner, or say that you trust it: git config --global --add safe.directory '{folder}'.",
        )


class GitMissing(PublishError):
    def __init__(self) -> None:
        super().__init__("git cannot be started", "no program 'git' was found", "Install git (2.31 or newer).")


class GitFailed(PublishError):
    def __init__(self, command: str, said: str) -> None:
        super().__init__(
            f"git {command} failed",
            said.strip().rstrip(".") or "it gave no reason",
            "The published site is as it was; publish again when this is mended.",
        )


class WritingFailed(PublishError):
    def __init__(self, path: str, said: str) -> None:
        super().__init__(
            f"{path} cannot be written or read", said, "The published site is as it was; make room or mend the rights."
        )


class NameRefused(PublishError):
    def __init__(self, kind: str, name: str, why: str) -> None:
        super().__init__(
            f"'{name}' cannot be the name of {kind}", why, "Use letters, digits, '.', '-' and '_', for instance '1.5'."
        )


class PlanRefused(PublishError):
    def __init__(self, what: str, why: str) -> None:
        super().__init__(what, why, "Mend the sources of the edition.")


class NotFrozen(PublishError):
    def __init__(self, agreement: str, version: str) -> None:
        super().__init__(
            f"{agreement} {version} cannot be published",
            "it is no concept and its text was not frozen",
            f"Run 'clausule freeze {agreement} {version}', or mark the edition as a concept.",
        )


class TextChanged(PublishError):
    def __init__(self, agreement: str, version: str, old: str, new: str, branch: str) -> None:
        super().__init__(
            f"{agreement} {version} cannot be published again with another text",
            f"on {branch} it is recorded with sha256 {old[:12]}, and the sources and editions.lock have {new[:12]}; a "
            "published edition never changes, whatever the lock says",
            "Put the published words back, and write the change as a new edition. If the sources are what they were "
            f"(git log editions.lock), {branch} was changed: 'clausule verify' says where.",
        )


class BackToConcept(PublishError):
    def __init__(self, agreement: str, version: str, branch: str) -> None:
        super().__init__(
            f"{agreement} {version} cannot become a concept",
            f"it is published on {branch} as an agreed text, which never changes",
            "Take 'status: concept' out again, and write the change as a new edition.",
        )


class EditionVanished(PublishError):
    def __init__(self, agreement: str, version: str, branch: str) -> None:
        super().__init__(
            f"{agreement} {version} is published on {branch} and is not in the sources",
            "once published, an address is never taken away",
            "Get the newest sources (git pull), or put the edition's folder back.",
        )


class RowsVanished(PublishError):
    def __init__(self, path: str, rows: Sequence[str], branch: str) -> None:
        super().__init__(
            f"{path} on {branch} has rows that are not in the sources: {_some(rows)}",
            "a row that was published stays, with the day on which it ended",
            "Put the rows back (git log has them) and give them an end, or get the newest sources (git pull).",
        )


class RowsChanged(PublishError):
    def __init__(self, path: str, keys: Sequence[str], branch: str) -> None:
        super().__init__(
            f"{path} on {branch} says something else than the sources: {_some(keys)}",
            "what was published of a sub-processor is not changed in silence",
            "Put it back and write a new row that replaces it, correct a mistake with corrections:, or get the newest "
            "sources (git pull). 'clausule check' says each.",
        )


class AddressLost(PublishError):
    def __init__(self, addresses: Sequence[str]) -> None:
        super().__init__(
            f"addresses of a published edition would be gone: {_some(addresses)}",
            "once published, an address is never taken away",
            "Let the edition have these pages and anchors again.",
        )


class BrokenLinks(PublishError):
    def __init__(self, links: Sequence[str]) -> None:
        super().__init__(
            f"broken links: {_some(links)}",
            "nothing is published with a broken link",
            "Mend the links or their targets.",
        )


class EditionsNotMade(PublishError):
    def __init__(self, failed: Mapping[str, str]) -> None:
        names = "an edition" if len(failed) == 1 else f"{len(failed)} editions"
        super().__init__(
            f"{names} cannot be made",
            _some([f"{name}: {why.rstrip('.')}" for name, why in failed.items()]),
            "The others were made; nothing was published.",
        )


class EditionIncomplete(PublishError):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name} is not complete", why, "Nothing was published; this is a fault in the build of the pages."
        )


class ForeignContent(PublishError):
    def __init__(self, branch: str, paths: Sequence[str]) -> None:
        super().__init__(
            f"files on {branch} are in the way: {_some(paths)}",
            "something else than Clausule put them there, and they would be overwritten",
            "Take them off the branch, or publish on another one with --branch.",
        )


class BranchUnreadable(PublishError):
    def __init__(self, branch: str, path: str, why: str) -> None:
        super().__init__(
            f"{path} on {branch} cannot be understood",
            why,
            f"Set the branch back to its last good state: 'git log {branch}' shows them, 'git branch -f {branch} "
            f"COMMIT' sets it.",
        )


class BranchInUse(PublishError):
    def __init__(self, branch: str, folder: str) -> None:
        super().__init__(
            f"the branch {branch} is checked out in {folder}",
            "moving it would leave the files there behind",
            "Check out another branch there (git switch main), and publish again.",
        )


class BranchLocked(PublishError):
    def __init__(self, branch: str, lock: str) -> None:
        super().__init__(
            f"the branch {branch} is locked by {lock}",
            "another git command is busy with it, or was stopped a moment ago",
            "Publish again in half a minute; a lock that is left behind is then taken away.",
        )


class PublishedMeanwhile(PublishError):
    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"another publisher put {_some(names)} on the branch meanwhile",
            "the sources here do not have that",
            "Get the newest sources (git pull), and publish again.",
        )


class Uncommitted(PublishError):
    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(
            f"the sources are in no commit: {_some(paths)}",
            "what is pushed is read by others, who must be able to find what it was made from",
            "Commit them (git add, git commit) and publish again; --uncommitted publishes them as they are.",
        )


class OlderSources(PublishError):
    """``how`` the sources stand to those of what is published, which were in ``commit``; what would be ``gone``, and
    what would come ``back`` that was taken away."""

    def __init__(self, branch: str, how: str, commit: str, gone: Sequence[str], back: Sequence[str]) -> None:
        rows = [f"gone: {_some(gone)}"] if gone else []
        rows += [f"back again: {_some(back)}"] if back else []
        super().__init__(
            f"the sources here are {how} those of what is published on {branch}"
            + (f" (commit {commit[:12]})" if commit else ""),
            f"this would be {'; '.join(rows)}",
            "Get the newest sources (git pull; in a shallow clone git fetch --unshallow), and publish again. Who means "
            "to take this away says --take-away.",
        )


class BranchInFuture(PublishError):
    def __init__(self, branch: str, then: str, now: str) -> None:
        super().__init__(
            f"{branch} was published on {then}, and this machine says that it is {now}",
            "one of the two clocks is wrong, and the day decides which edition is called the one in force",
            "Set the clock of this machine right. If the other one was wrong, set the branch back: 'git log "
            f"{branch}', 'git branch -f {branch} COMMIT'.",
        )


class EarlierDay(PublishError):
    def __init__(self, branch: str, day: str, last: str) -> None:
        super().__init__(
            f"this would publish for {day}, and {branch} was published for {last} already",
            "an edition that was replaced since would be called the one in force again",
            f"Set the clock of this machine right, or name that day or a later one (--on {last}). To look at another "
            f"day: clausule serve --on {day}. If {last} was a mistake, set the branch back: 'git log {branch}', 'git "
            f"branch -f {branch} COMMIT'.",
        )


class HistoryRewritten(PublishError):
    def __init__(self, remote: str, branch: str, known: str, found: str) -> None:
        super().__init__(
            f"the history of {branch} on {remote} was rewritten",
            f"it had {known[:12]}, and {found[:12]} is not made on top of that",
            f"Put it back (git push --force {remote} {known[:12]}:refs/heads/{branch}). If somebody meant it, forget "
            f"what was there: git update-ref -d refs/remotes/{remote}/{branch}; and publish again.",
        )


class TooManyPublishers(PublishError):
    def __init__(self, branch: str, tries: int) -> None:
        super().__init__(
            f"{branch} moved {tries} times while this publisher was at work",
            "other publishers were first each time",
            "Publish again when they are done.",
        )


class PushFailed(PublishError):
    def __init__(self, remote: str, said: str) -> None:
        super().__init__(
            f"{remote} cannot be reached or refused the branch",
            said.strip().rstrip(".") or "it gave no reason",
            "The local branch has not moved. See whether its name is right (git remote -v) and git can push there "
            "without asking for a password, and publish again.",
        )


class PushUnknown(PublishError):
    def __init__(self, remote: str, branch: str, said: str) -> None:
        super().__init__(
            f"the connection to {remote} broke while {branch} was pushed",
            said.strip().rstrip(".") or "it gave no reason",
            "The branch may have been taken. Run this again: it goes on from what is there.",
        )


class SiteUnreachable(PublishError):
    def __init__(self, address: str, said: str) -> None:
        super().__init__(
            f"{address} cannot be read", said, "Look whether the address is right (a browser shows it), and try again."
        )


class BranchNameRefused(PublishError):
    def __init__(self, branch: str, why: str) -> None:
        super().__init__(
            f"there can be no branch '{branch}'", why, "Name another with --branch, such as gh-pages or site-try."
        )


class NoForge(PublishError):
    def __init__(self) -> None:
        super().__init__(
            "there is no forge to ask",
            "this command runs in a job of GitHub Actions or GitLab CI, whose variables say which project it is",
            "On your own machine git does the same: commit the change and push it.",
        )


class NoToken(PublishError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"the job has no token: {name} is empty", "without it the forge takes nothing", f"Give this step {name}."
        )


class ForgeUnreachable(PublishError):
    def __init__(self, server: str, said: str) -> None:
        super().__init__(f"{server} does not answer", said or "it gave no reason", "Run the job again.")


class ForgeRefused(PublishError):
    """``status`` is that of HTTP, ``said`` what the forge gave as its reason, ``rights`` how a job gets more of
    them."""

    def __init__(self, forge: str, status: int, said: str, rights: str) -> None:
        meaning, mend = {
            401: ("the token is wrong or has expired", "Make a new one."),
            403: ("the token has no right to do this", rights),
            404: ("there is no such thing, or the token may not see it", rights),
            429: ("the forge takes no more requests for now", "Run the job again in an hour."),
        }.get(
            status,
            ("the forge has a fault", "Run the job again.") if status >= 500 else ("the request was refused", rights),
        )
        super().__init__(
            f"{forge} answers {status}" if status else forge, f"{meaning} ({said})" if said else meaning, mend
        )


class NothingToPropose(PublishError):
    def __init__(self) -> None:
        super().__init__(
            "nothing changed below docs/ and annexes/",
            "there is nothing to propose",
            "Run a command that changes them first.",
        )


class NotProposed(PublishError):
    def __init__(self, branch: str, error: PublishError) -> None:
        super().__init__(
            f"the branch {branch} is on the forge, and no pull request was opened",
            f"{error.what}: {error.why}",
            f"{error.mend} Or open one for that branch by hand.",
        )


class BranchTaken(PublishError):
    def __init__(self, branch: str) -> None:
        super().__init__(
            f"the branch {branch} was not moved",
            "it is there already, or moved meanwhile",
            "Merge or close what is proposed with it, delete the branch, and run the job again.",
        )


class TooLarge(PublishError):
    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} is too large to read",
            "it has more files or bytes than any agreement",
            "Take out what does not belong there.",
        )
