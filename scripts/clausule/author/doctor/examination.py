"""All that is looked at, one after another: what cannot be looked at is said, and hinders nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from clausule.author.doctor import program, repository
from clausule.author.doctor.observation import Observation, wrong

if TYPE_CHECKING:
    from clausule.publish.git import Git


def examine(
    folder: Path, root: Path | None, *, branch: str, remote: str = "", offline: bool = False
) -> Iterator[Observation]:
    """What is seen of the machine and of the repository ``root``; None where ``folder`` is in none.

    ``remote`` is empty where none was named. Nothing is raised and nothing is written; nothing of the network is asked
    but the remote.
    """
    for about, look in (
        ("Python", program.python),
        ("git", program.git),
        ("Clausule", program.program),
        ("extras", program.extras),
        ("ssh-keygen", program.signing),
        ("time zones", program.zones),
        ("fonts", partial(program.fonts, root)),
        ("repository", partial(repository.settings, folder, root)),
    ):
        yield from _guarded(about, look)
    opened: list[Git] = []
    if root is not None:
        yield from _guarded("repository", partial(_open, root, opened))
    git = opened[0] if opened else None
    if root is not None and git is not None:
        yield from _guarded("commits", partial(repository.sources, root, git))
        yield from _guarded("branch", partial(repository.branch, git, branch))
    yield from _guarded("clock", partial(repository.clock, git, branch))
    if root is not None and git is not None:
        yield from _guarded("remote", partial(repository.remote, git, remote, branch, offline=offline))
    if root is not None:
        yield from _guarded("workflows", partial(_workflows, root))


def _open(root: Path, opened: list[Git]) -> Iterator[Observation]:
    """Opens git, if it can be."""
    from clausule.publish.git import Git

    opened.append(Git(root))
    return iter(())


def _workflows(root: Path) -> Iterator[Observation]:
    from clausule.author.doctor.workflows import workflows

    return workflows(root)


def _guarded(about: str, look: Callable[[], Iterator[Observation]]) -> Iterator[Observation]:
    """What ``look`` sees. An error that says its mend is what is wrong; any other one means that it cannot be seen."""
    try:
        yield from look()
    except Exception as error:
        what, why, mend = (getattr(error, name, "") for name in ("what", "why", "mend"))
        if mend:
            yield wrong(about, f"{what}: {why}", mend)
        else:
            said = str(error) or "no reason was given"
            yield wrong(
                about,
                f"it could not be looked at ({type(error).__name__}: {said})",
                "Mend what is named there; if nothing is, please report it, with what CLAUSULE_DEBUG=1 shows.",
            )
