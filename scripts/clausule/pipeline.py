"""From what was read to a site: which pages are made from what, and when they must be made again."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausule.analysis import Notes
from clausule.canonical import canonical_blocks, digest
from clausule.dutch.words import edition_label
from clausule.model import Agreement, Edition, current, intervals, status_on
from clausule.read import Repository
from clausule.reasons import edition_before
from clausule.render.overviews import overview_addresses
from clausule.render.page import counterparts

if TYPE_CHECKING:
    from clausule.publish import Plan

ALIAS = "huidig"
_MARKER = ".clausule-build"


class BuildError(Exception):
    """The site cannot be built; the message says why and what to do."""


def site_url(root: Path) -> str:
    """The address of the site, from ``site_url`` in mkdocs.yml, with ``/`` at its end."""
    try:
        text = (root / "mkdocs.yml").read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BuildError(f"mkdocs.yml cannot be read: {error}.") from error
    found = re.search(r"^site_url:\s*['\"]?(https?://[^\s'\"#]+)", text, re.M)
    if not found:
        raise BuildError("mkdocs.yml has no site_url. Write the address of the site there: site_url: https://example.org/")
    return found[1].rstrip("/") + "/"


@cache
def tools_digest(root: Path) -> str:
    """A hash of everything but the texts that decides how a page looks: program, theme, configuration, versions."""
    program = Path(__file__).parent
    files = [("program", path) for path in sorted(program.rglob("*")) if path.suffix in (".py", ".json")]
    files += [("theme", path) for path in sorted((root / "overrides").rglob("*"))]
    files += [("root", root / "mkdocs.yml"), ("root", root / "requirements.lock")]
    parts = hashlib.sha256()
    for kind, path in files:
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(program if kind == "program" else root).as_posix()
            parts.update(f"{kind}/{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return parts.hexdigest()


class _Site:
    """One repository on one day: what every page needs to know."""

    def __init__(self, repository: Repository, day: date) -> None:
        self.repository, self.day = repository, day
        self.url = site_url(repository.root)
        self.tools = tools_digest(repository.root)
        self.notes = {edition.name: Notes(edition) for agreement in repository.agreements for edition in agreement.editions}

    def status(self, agreement: Agreement, edition: Edition) -> str:
        return status_on(edition, intervals(agreement)[edition.version], self.day)

    def edition_input(self, agreement: Agreement, edition: Edition) -> str:
        """A hash of what decides the pages of ``edition``: its files, its status, which clauses the edition in force has
        for it to point to, and the edition before, since which its measures changed. Others are not in it, but for
        whether there are any to compare with: publishing one must not rebuild them all."""
        before = edition_before(agreement, edition)
        interval, now = intervals(agreement)[edition.version], current(agreement, self.day)
        pointed = counterparts(edition, now) if now and now is not edition else {}
        return digest(
            [
                self.tools,
                self.url,
                edition.files,
                agreement.meta.values,
                agreement.lock.get(edition.version),
                self.status(agreement, edition),
                [str(interval.start), str(interval.end)],
                now is edition,
                len(agreement.editions) > 1,
                sorted(pointed.items()),
                overview_addresses(now) if now and now is not edition else (),
                [before.version, before.files] if before else [],
            ]
        )

    def root_input(self) -> str:
        """A hash of what decides the pages above the editions."""
        landing = [[section.title, canonical_blocks(section.blocks)] for section in self.repository.landing]
        return digest([self.tools, self.url, landing, *map(self._agreement_input, self.repository.agreements)])

    def _agreement_input(self, agreement: Agreement) -> list[Any]:
        editions = [[edition.version, self.edition_input(agreement, edition)] for edition in agreement.editions]
        page = self.repository.root / "docs" / agreement.slug / "index.md"
        return [agreement.slug, hashlib.sha256(page.read_bytes()).hexdigest(), editions]

    def build_edition(self, agreement: Agreement, edition: Edition, out: Path) -> None:
        from clausule.render import render_edition
        from clausule.site import SiteError, build

        stage = render_edition(
            agreement,
            edition,
            self.notes[edition.name],
            status=self.status(agreement, edition),
            interval=intervals(agreement)[edition.version],
            current=current(agreement, self.day),
            site_url=self.url,
        )
        try:
            build(stage, out, root=self.repository.root, site_url=f"{self.url}{edition.name}/")
        except SiteError as error:
            raise BuildError(f"{edition.name}: {error}") from error

    def build_root(self, out: Path) -> None:
        from clausule.render import render_root
        from clausule.site import SiteError, build

        stage = render_root(
            self.repository.agreements, self.notes, day=self.day, site_url=self.url, landing=self.repository.landing
        )
        try:
            build(stage, out, root=self.repository.root, site_url=self.url)
        except SiteError as error:
            raise BuildError(f"pages above the editions: {error}") from error


def make_plan(repository: Repository, day: date) -> Plan:
    """What ``publish`` must see to on ``day``. Raises ``BuildError`` for an edition that should be frozen and is not."""
    from clausule.publish import EditionBuild, Plan

    site = _Site(repository, day)
    unfrozen = [
        edition.name
        for agreement in repository.agreements
        for edition in agreement.editions
        if not edition.concept and edition.version not in agreement.lock
    ]
    if unfrozen:
        command = f"clausule freeze {unfrozen[0].replace('/', ' ')}"
        raise BuildError(f"{', '.join(unfrozen)}: not frozen, and no concept. Freeze it first ({command}), or mark it 'status: concept'.")
    builds = []
    for agreement in repository.agreements:
        for edition in agreement.editions:
            builds.append(
                EditionBuild(
                    agreement=agreement.slug,
                    version=edition.version,
                    title=edition_label(edition),
                    properties={
                        "sha256": site.notes[edition.name].sha256,
                        "input": site.edition_input(agreement, edition),
                        "status": site.status(agreement, edition),
                        "effective": edition.effective.isoformat() if edition.effective else None,
                        "frozen": not edition.concept,
                    },
                    build=partial(site.build_edition, agreement, edition),
                )
            )
    return Plan(builds, _current_versions(repository, day), site.root_input(), site.build_root, site.url)


def _current_versions(repository: Repository, day: date) -> dict[str, str]:
    found = {agreement.slug: current(agreement, day) for agreement in repository.agreements}
    return {slug: edition.version for slug, edition in found.items() if edition}


def build_all(repository: Repository, day: date, out: Path, progress: Callable[[str], None]) -> None:
    """Writes the whole site into ``out``, which must be new, empty, or made by an earlier build.

    The folder is replaced only when everything is built. Raises ``BuildError``.
    """
    from clausule.publish import version_list

    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise BuildError(f"{out} is no folder. Name a new one.")
    if out.is_dir() and any(out.iterdir()) and not (out / _MARKER).exists():
        raise BuildError(f"{out} holds something else, and was left as it is. Name a new or empty folder.")
    site = _Site(repository, day)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".clausule-") as scratch:
        made = Path(scratch) / "site"
        progress("building the pages above the editions")
        site.build_root(made)
        for agreement in repository.agreements:
            folder = made / agreement.slug
            folder.mkdir(exist_ok=True)
            for edition in agreement.editions:
                progress(f"building {edition.name}")
                site.build_edition(agreement, edition, folder / edition.version)
            if now := current(agreement, day):
                shutil.copytree(folder / now.version, folder / ALIAS)
            listed = [(edition.version, edition_label(edition)) for edition in agreement.editions]
            (folder / "versions.json").write_text(version_list(listed, now.version if now else None), "utf-8")
        (made / _MARKER).touch()
        if out.exists():
            os.rename(out, Path(scratch) / "old")
        os.rename(made, out)
