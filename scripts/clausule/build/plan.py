"""What ``publish`` must see to: every edition that is listed, and what is made above them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from clausule.analysis.sub_processors import accepted_rows
from clausule.build.drafts import not_frozen
from clausule.build.emptied import emptied_build
from clausule.build.holds import held_by
from clausule.build.known import sealed
from clausule.build.many import Makers
from clausule.build.site import BuildError, Published, Site
from clausule.formats.edition_json import withdrawal_json
from clausule.language.language import language_of
from clausule.language.wording.site import titled_edition
from clausule.model.addresses import LIST_DATA
from clausule.model.dates import shown_as_current
from clausule.publish.memory import Origin
from clausule.publish.plan import EditionBuild, Plan
from clausule.read import Repository
from clausule.read.records import to_json
from clausule.work.crew import Crew


def make_plan(
    repository: Repository,
    day: date,
    published: Published = lambda path: None,
    *,
    commit: str = "",
    left_out: Sequence[str] = (),
    crew: Crew | None = None,
) -> Plan:
    """What ``publish`` must see to on ``day``; ``published`` reads a file that was published before, ``commit`` is that
    of the sources, and ``left_out`` names drafts that are not in ``repository``. Raises ``BuildError`` for an edition
    that should be frozen and is not."""
    site = Site(repository, day, published)
    unfrozen = [
        edition.name
        for agreement in repository.agreements
        for edition in agreement.editions
        if not edition.concept and edition.version not in agreement.lock
    ]
    if unfrozen:
        raise BuildError(not_frozen(unfrozen))
    builds = []
    for agreement in repository.agreements:
        for edition in agreement.all_editions:
            if edition.is_emptied:
                builds.append(emptied_build(site, agreement, edition))
                continue
            builds.append(
                EditionBuild(
                    agreement=agreement.slug,
                    version=edition.version,
                    title=titled_edition(edition, site.status(agreement, edition)),
                    properties={
                        "sha256": site.notes[edition.name].sha256,
                        "input": site.edition_input(agreement, edition),
                        "status": site.status(agreement, edition),
                        **withdrawal_json(edition, site.status(agreement, edition)),
                        "effective": edition.effective.isoformat() if edition.effective else None,
                        "frozen": not edition.concept,
                    },
                    build=partial(site.build_edition, agreement, edition),
                )
            )
    rows = {
        f"{agreement.slug}/{LIST_DATA}": accepted_rows(agreement.sub_processors, language_of(agreement.language))
        for agreement in repository.agreements
    }
    records = {
        edition.name: site.record(agreement, edition)
        for agreement in repository.agreements
        for edition in agreement.editions
    }
    holds = held_by(repository, {name: record.beside for name, record in records.items()})
    memory = {"tools": site.tools, "url": site.url, "editions": {name: to_json(one) for name, one in records.items()}}
    return Plan(
        builds,
        {one.slug: now.version for one in repository.agreements if (now := shown_as_current(one, day))},
        site.root_input(),
        site.build_root,
        site.url,
        sealed(memory),
        site.parts(),
        site.settled,
        rows,
        {agreement.slug: language_of(agreement.language).slugs.current for agreement in repository.agreements},
        Origin(commit=commit, day=day.isoformat(), holds=holds),
        tuple((name.split("/")[0], name.split("/")[1]) for name in left_out),
        site.former(),
        site.lead_on,
        Makers(site, crew),
    )
