"""Whether an edition can be published, tried before its text is settled: its pages are made, their links followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from clausule.build.root import Root
from clausule.build.site import BuildError, Site
from clausule.disk.scratch import scratch_folder
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.publish.links import INDEX, Addresses, Outside, scan
from clausule.read import Repository

_SOMEWHERE = "https://example.org/"
_MOST_TOLD = 5


def try_edition(repository: Repository, agreement: Agreement, edition: Edition, day: date) -> None:
    """Builds the pages of ``edition`` and those above it into a folder that goes away again. Raises ``BuildError`` when
    they cannot be built, or when one has a link that leads nowhere.

    Other editions are not built: what leads to one of them is taken to be there, as it was when that was frozen.
    """
    repository = replace(repository, agreements=(agreement,))
    if not repository.settings.site_url:  # whoever publishes has one; the words are the same at any address
        repository = replace(repository, settings=replace(repository.settings, site_url=_SOMEWHERE))
    site = Site(repository, day)
    with scratch_folder() as scratch:
        made = scratch / "site"
        pairs = [address for address in site.parts() if edition.version in address.split("/")[-2].split("...")]
        Root(site).build(made, pairs)
        folder = made / edition.name
        folder.parent.mkdir(parents=True, exist_ok=True)
        site.build_edition(agreement, edition, folder)
        elsewhere = _elsewhere(agreement, edition) | (set(site.parts()) - set(pairs))
        broken = sorted(_broken(made, repository.settings.site_url, elsewhere))
    if broken:
        more = f", and {len(broken) - _MOST_TOLD} more" if len(broken) > _MOST_TOLD else ""
        raise BuildError(f"it would be published with links that lead nowhere: {'; '.join(broken[:_MOST_TOLD])}{more}")


def _elsewhere(agreement: Agreement, edition: Edition) -> set[str]:
    """Where the pages of the editions begin that are not built; the edition in force stands at two places."""
    beside = (one for one in agreement.editions if one is not edition)
    others = {f"{one.name}/" for one in (*beside, *edition.lenders)}
    return others | {f"{agreement.slug}/{language_of(agreement.language).slugs.current}/"}


def _broken(made: Path, site_url: str, elsewhere: set[str]) -> Iterator[str]:
    """The links of the pages below ``made`` that lead nowhere, in words."""
    addresses = Addresses(site_url)
    pages = {path.relative_to(made).as_posix(): scan(path.read_bytes()) for path in made.rglob("*.html")}
    for page, found in pages.items():
        for link in found.links:
            try:
                target = addresses.resolve(page, link)
            except Outside:
                yield f"{page} -> {link} (leads out of the site)"
                continue
            if target is None or any(f"{target.path}/".startswith(start) for start in elsewhere):
                continue
            is_folder = not target.path or target.path.endswith("/")
            file = target.path + INDEX if is_folder else target.path
            if not (made / file).is_file():
                yield f"{page} -> {link} (no such page)"
            elif target.anchor and file in pages and target.anchor not in pages[file].ids:
                yield f"{page} -> {link} (no such anchor)"
