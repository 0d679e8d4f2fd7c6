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
from clausule.build.root import Root
from clausule.build.site import BuildError, Published, Site
from clausule.formats.edition_json import withdrawal_json
from clausule.language.language import language_of
from clausule.language.wording.site import titled_edition
from clausule.model.addresses import LIST_DATA
from clausule.model.dates import shown_as_current
from clausule.model.editions import Agreement, Edition
from clausule.publish.memory import Origin
from clausule.publish.plan import EditionBuild, Plan
from clausule.read import Repository
from clausule.read.records import Record, to_json
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
    root = Root(site)
    makers, builds, records = Makers(site, root, crew), list[EditionBuild](), dict[str, Record]()
    new = {edition for agreement in repository.agreements for edition in agreement.editions if not edition.imprint}
    by_others = makers.are_wanted(len(new))  # who reads the words again
    for agreement in repository.agreements:
        builds += [_build_of(site, agreement, edition) for edition in agreement.all_editions]
        records |= {edition.name: site.record(agreement, edition) for edition in agreement.editions}
        for edition in new.intersection(agreement.editions) if by_others else ():
            site.forget(edition, records[edition.name])
    rows = {
        f"{agreement.slug}/{LIST_DATA}": accepted_rows(agreement.sub_processors, language_of(agreement.language))
        for agreement in repository.agreements
    }
    holds = held_by(repository, {name: record.beside for name, record in records.items()})
    memory = {"tools": site.tools, "url": site.url, "editions": {name: to_json(one) for name, one in records.items()}}
    return Plan(
        builds,
        {one.slug: now.version for one in repository.agreements if (now := shown_as_current(one, day))},
        site.root_input(),
        root.build,
        site.url,
        sealed(memory),
        site.parts(),
        site.settled,
        rows,
        {agreement.slug: language_of(agreement.language).slugs.current for agreement in repository.agreements},
        Origin(commit=commit, day=day.isoformat(), holds=holds),
        tuple((slug, version) for slug, version in (name.split("/") for name in left_out)),
        site.former(),
        site.lead_on,
        makers,
    )


def _build_of(site: Site, agreement: Agreement, edition: Edition) -> EditionBuild:
    if edition.is_emptied:
        return emptied_build(site, agreement, edition)
    status = site.status(agreement, edition)
    return EditionBuild(
        agreement=agreement.slug,
        version=edition.version,
        title=titled_edition(edition, status),
        properties={
            "sha256": site.notes[edition.name].sha256,
            "input": site.edition_input(agreement, edition),
            "status": status,
            **withdrawal_json(edition, status),
            "effective": edition.effective.isoformat() if edition.effective else None,
            "frozen": not edition.concept,
        },
        build=partial(site.build_edition, agreement, edition),
    )
