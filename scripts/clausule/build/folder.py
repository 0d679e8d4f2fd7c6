"""The whole site in a folder, without git."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from clausule.build.left_out import tell_documents, tell_unnamed
from clausule.build.many import Makers
from clausule.build.root import Root
from clausule.build.site import BuildError, Site
from clausule.disk.scratch import scratch_folder
from clausule.disk.write import copy_folder, move_files, write_file
from clausule.language.language import language_of
from clausule.language.wording.site import titled_edition
from clausule.model.addresses import VERSIONS
from clausule.model.dates import shown_as_current
from clausule.publish.former import former_files
from clausule.publish.listing import version_list
from clausule.read import Repository
from clausule.work.crew import Crew

_MARKER = ".clausule-build"


def build_all(
    repository: Repository, day: date, out: Path, progress: Callable[[str], None], crew: Crew | None = None
) -> None:
    """Writes the whole site into ``out``, which must be new, empty, or made by an earlier build.

    The folder is replaced only when everything is built. With a ``crew`` that makes the editions. Raises
    ``BuildError``.
    """

    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise BuildError(f"{out} is no folder. Name a new one.")
    if out.is_dir() and any(out.iterdir()) and not (out / _MARKER).exists():
        raise BuildError(f"{out} holds something else, and was left as it is. Name a new or empty folder.")
    site = Site(repository, day)
    tell_unnamed(repository, progress)
    tell_documents(repository, progress)
    out.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(".clausule-", out.parent) as scratch:
        made, above, root, parts = scratch / "site", scratch / "above", Root(site), list(site.parts())
        names = [edition.name for agreement in repository.agreements for edition in agreement.all_editions]
        _make_editions(site, root, names, parts, made, progress, crew)
        progress("building the pages above the editions")
        root.build(above, parts)
        move_files(above, made)
        for agreement in repository.agreements:
            folder = made / agreement.slug
            alias = language_of(agreement.language).slugs.current
            if now := shown_as_current(agreement, day):
                copy_folder(folder / now.version, folder / alias)
            listed = [
                (edition.version, titled_edition(edition, site.status(agreement, edition)))
                for edition in agreement.all_editions
            ]
            rows = version_list(listed, now.version if now else None, alias)
            write_file(folder / VERSIONS, rows.encode())
        for former, slug in site.former().items():
            paths = [path for path in (made / slug).rglob("*") if path.is_file()]
            there = {path.relative_to(made).as_posix(): path.read_bytes for path in paths}
            for name, data in former_files(former, slug, there, site.lead_on).items():
                write_file(made / name, data)
        (made / _MARKER).touch()
        if out.exists():
            os.rename(out, scratch / "old")
        os.rename(made, out)


def _make_editions(
    site: Site,
    root: Root,
    names: Sequence[str],
    parts: Sequence[str],
    out: Path,
    progress: Callable[[str], None],
    crew: Crew | None,
) -> None:
    makers = Makers(site, root, crew)
    if not makers.are_wanted(len(names)):
        for name in names:
            progress(f"building {name}")
            site.build_named(name, out / name)
        return

    def take(name: str, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            write_file(out / name / path, data)
        if not name.endswith("/"):
            progress(f"built {name}")

    if failed := makers.make(names, take, parts):
        told = "; ".join(f"{name}: {why.rstrip('.')}" for name, why in failed.items())
        raise BuildError(f"{told}. The others were made; {out.name} is as it was.")
