"""Many editions, and what stands above them, made by many workers: each gets what is known of the site, and reads the
words for itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clausule.build.root import Root
from clausule.build.site import Site
from clausule.disk.scratch import scratch_folder
from clausule.model.addresses import agreement_of, by_agreement
from clausule.work.crew import Crew, Processes
from clausule.work.run import KIN, run

if TYPE_CHECKING:
    from clausule.pages.root.stage import Above

FEW = 20
"""Below this many editions starting processes costs more than it brings."""
_BATCH = 4
"""So many editions are a task, of seconds; all of an agreement where they are as many as ``KIN`` tasks or fewer."""

Told = Callable[[str, Mapping[str, bytes]], None]


Made = tuple[dict[str, bytes], "Above | None"]


class Makers:
    """Make editions of ``site``, and what stands above them of its ``root``: the ``crew`` that was asked for, or where
    there is much to do."""

    def __init__(self, site: Site, root: Root, crew: Crew | None = None) -> None:
        self._site, self._root, self._crew = site, root, crew or Processes()

    def are_wanted(self, count: int) -> bool:
        """Whether so many editions are made by them rather than one after the other."""
        return bool(count) if self._crew.takes_little else count >= FEW and (os.cpu_count() or 1) > 1

    def make(self, names: Sequence[str], told: Told, parts: Sequence[str] | None = None) -> dict[str, str]:
        """Makes the editions ``names``; ``told`` gets each with its files as it is there, in any order. Returns those
        that cannot be made, each with why.

        With ``parts`` (addresses of pages that compare editions) who makes all editions of an agreement makes what
        stands above them too, since its words and its history are in hand there: ``told`` gets the files below
        ``agreement/`` by that name.
        """
        site, of_agreement = self._site, by_agreement(names)
        mine = by_agreement(parts or ())
        above = {} if parts is None else {slug: mine.get(slug, []) for slug in self._whole(of_agreement)}

        def take(name: str, made: Made) -> None:
            files, known = made
            if known:
                self._root.take(agreement_of(name), above[agreement_of(name)], known)
            told(name, files)

        pieces = [
            name for slug, own in of_agreement.items() for name in (*own, *([f"{slug}/"] if slug in above else []))
        ]
        handed = Handed(site.handed_on(names, KIN * _BATCH), above)
        return run(self._crew, made_of, handed, pieces, take, root=site.repository.root, batch=_BATCH, kin=agreement_of)

    def _whole(self, asked: Mapping[str, Sequence[str]]) -> list[str]:
        """The agreements of which all editions are ``asked`` for, and these are one task with what stands above."""
        every = {one.slug: len(one.all_editions) for one in self._site.repository.agreements}
        return [slug for slug, names in asked.items() if len(names) == every[slug] < KIN * _BATCH]


@dataclass(frozen=True)
class Handed:
    """What workers get: the site, and by slug of the agreements whose pages above the editions they make the addresses
    of those that compare."""

    site: Site
    above: Mapping[str, Sequence[str]]


def made_of(handed: Handed, name: str) -> Made:
    """The files of one edition, or those above the editions of the agreement ``name`` (``agreement/``) with what pages
    of the whole site tell of it."""
    if not name.endswith("/"):
        return files_of(handed.site, name), None
    slug = agreement_of(name)
    with scratch_folder() as folder:
        above = Root(handed.site).build_agreement(slug, handed.above[slug], folder)
        return files_in(folder / slug), above


def files_of(site: Site, name: str) -> dict[str, bytes]:
    """The files of one edition, by path."""
    with scratch_folder() as folder:
        out = folder / "made"
        site.build_named(name, out)
        return files_in(out)


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below ``folder``, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
