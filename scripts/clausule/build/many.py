"""Many editions made by many workers: each gets what is known of the site, and reads the words for itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from clausule.build.site import Site
from clausule.disk.scratch import scratch_folder
from clausule.model.addresses import agreement_of
from clausule.work.crew import Crew, Processes
from clausule.work.run import KIN, run

FEW = 20
"""Below this many editions starting processes costs more than it brings."""
_BATCH = 4
"""So many editions are a task, of seconds; all of an agreement where they are as many as ``KIN`` tasks or fewer."""

Told = Callable[[str, Mapping[str, bytes]], None]


class Makers:
    """Make editions of ``site``: the ``crew`` that was asked for, or where there is much to do."""

    def __init__(self, site: Site, crew: Crew | None = None) -> None:
        self._site, self._crew = site, crew or Processes()

    def are_wanted(self, count: int) -> bool:
        """Whether so many editions are made by them rather than one after the other."""
        return bool(count) if self._crew.takes_little else count >= FEW and (os.cpu_count() or 1) > 1

    def make(self, names: Sequence[str], told: Told) -> dict[str, str]:
        """Makes the editions ``names``; ``told`` gets each with its files as it is there, in any order. Returns those
        that cannot be made, each with why."""
        site, root = self._site.handed_on(names, KIN * _BATCH), self._site.repository.root
        return run(self._crew, files_of, site, names, told, root=root, batch=_BATCH, kin=agreement_of)


def files_of(site: Site, name: str) -> dict[str, bytes]:
    """The files of one edition, by path."""
    with scratch_folder() as folder:
        out = folder / "made"
        site.build_named(name, out)
        return files_in(out)


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below ``folder``, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
