"""From what was read to a site: which pages are made from what, and when they must be made again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from copy import copy
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausule.analysis.references import Notes
from clausule.analysis.sub_processors import has_sub_processors
from clausule.build.beside import side_by_side
from clausule.build.digest import tools_digest
from clausule.build.emptied import emptied_input
from clausule.build.kept import record_of
from clausule.build.known import is_whole
from clausule.compare.history import History, make_history
from clausule.compare.renumbering import SAME_NUMBERS, Renumbering, counterparts, renumbering_between, renumberings_to
from clausule.compare.translation.prevailing import prevailing
from clausule.formats.format import all_formats, of_frozen
from clausule.language.language import language_of
from clausule.language.wording.names import edition_name
from clausule.model.addresses import agreement_of, both_languages, by_agreement
from clausule.model.dates import applying, beside, current, intervals, status_on
from clausule.model.editions import Agreement, Edition, all_in_other_languages
from clausule.model.hashes import digest
from clausule.model.lookup import AuthoringError
from clausule.pages.comparison.past import earlier_inputs
from clausule.pages.kit.paper import phases
from clausule.pages.sub_processors.inputs import list_input, list_input_on
from clausule.pages.text.leaf import staying_addresses
from clausule.proof.manifest import manifest_sha256
from clausule.read import Repository
from clausule.read.house import house_of
from clausule.read.records import Record, source_hash
from clausule.site import LookError, SiteError, TemplateError, build, generator_fault, look_of
from clausule.work.parcel import OtherVersion

if TYPE_CHECKING:
    from clausule.pages.text.book import Book, InLanguage

Published = Callable[[str], bytes | None]
_PASSING = " of a concept"
_TO_ROOT = "../../"  # from the folder of an edition


class BuildError(AuthoringError):
    """The site cannot be built; the message says why and what to do."""


class Site:
    """One repository on one day: what every page needs to know."""

    def __init__(self, repository: Repository, day: date, published: Published = lambda path: None) -> None:
        self.repository, self.day, self._published = repository, day, published
        self.url = repository.settings.site_url
        if not self.url:
            raise BuildError(
                "mkdocs.yml has no site_url. Write the address of the site there: site_url: https://example.org/"
            )
        if fault := generator_fault(repository.settings.site):
            raise BuildError(fault)
        try:
            self._look = look_of(repository.root, repository.settings)
        except LookError as error:
            raise BuildError(str(error)) from error
        self.house = house_of(repository.root, repository.settings)
        self.tools = tools_digest(repository.root, repository.settings)
        self.notes = {
            edition.name: Notes(edition) for agreement in repository.agreements for edition in agreement.editions
        }
        self.intervals = {agreement.slug: intervals(agreement) for agreement in repository.agreements}
        self.current = {agreement.slug: current(agreement, day) for agreement in repository.agreements}
        self._in_other_languages = all_in_other_languages(repository.agreements)
        self._applying = {agreement.slug: applying(agreement, day) for agreement in repository.agreements}
        self._inputs: dict[str, str] = {}
        self._steps: dict[str, tuple[str, Renumbering]] = {}
        self._histories: dict[str, History] = {}
        self._told: dict[str, bytes] = {}
        self._earlier = {agreement.slug: earlier_inputs(agreement) for agreement in repository.agreements}
        self._renumberings: dict[str, dict[str, Renumbering]] = {}

    def _renumberings_to_current(self, agreement: Agreement) -> dict[str, Renumbering]:
        now = self.current[agreement.slug]
        return renumberings_to(now, agreement.editions, self._step) if now else {}

    def _step(self, old: Edition, new: Edition) -> Renumbering:
        """What happened from one edition to the next; from the record of the older one where nothing changed since."""
        record, source = self.repository.records.get(old.name), source_hash(new.files)
        if record and record.shift is not None and record.next_source == source:
            renumbering = Renumbering.from_json(record.shift)
        else:
            renumbering = renumbering_between(old, new)
        self._steps.setdefault(old.name, (source, renumbering))  # one that never applied follows it too
        return renumbering

    def handed_on(self, names: Collection[str], whole: int) -> Site:
        """The site for other processes that make the editions ``names``: with what is published of them, and without
        what these can make of their sources. The history of an agreement goes along, as else each process would read
        all editions for it; but not where one process makes them all, ``whole`` editions at most."""
        from clausule.pages.comparison.data import comparison_data

        handed, asked = copy(self), Counter(map(agreement_of, names))
        handed._told = {}
        for one in (one for one in self.repository.agreements if asked[one.slug] and len(one.editions) > 1):
            if not len(one.all_editions) == asked[one.slug] <= whole:
                self._renumberings_of(one)  # the words of all too
                handed._told[one.slug] = comparison_data(one, self.history(one))
        found = {path: data for path in self._asked_of(frozenset(names)) if (data := self._published(path)) is not None}
        handed._published, handed._histories, handed._steps = found.get, {}, {}
        return handed

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        if self.tools != tools_digest(self.repository.root, self.repository.settings):
            raise OtherVersion(
                "a worker has other versions of what Clausule is made with, and would make other pages. Install the "
                "same on all machines."
            )
        self._look = look_of(self.repository.root, self.repository.settings)

    def _asked_of(self, names: Collection[str]) -> Iterator[str]:
        """What may be asked of the published site for the editions ``names``."""
        for agreement in self.repository.agreements:
            for edition in (one for one in agreement.editions if one.name in names):
                if any(form.document and form.lacks(agreement, edition) for form in all_formats()):
                    yield from (f"{edition.name}/{file}" for file in self._documents(agreement, edition))

    def _documents(self, agreement: Agreement, edition: Edition) -> Iterator[str]:
        """The documents that an edition has where what makes them is installed."""
        yield from (form.file for form in all_formats() if form.document)
        for other, _ in self._others(agreement, edition):
            yield both_languages(agreement.language, other.language)

    def build_named(self, name: str, out: Path) -> None:
        """Builds the pages of the edition ``name`` into ``out``."""
        slug = agreement_of(name)
        agreement = next(one for one in self.repository.agreements if one.slug == slug)
        edition = next(one for one in agreement.all_editions if one.name == name)
        make = self.build_emptied if edition.is_emptied else self.build_edition
        make(agreement, edition, out)

    def status(self, agreement: Agreement, edition: Edition) -> str:
        return status_on(edition, self.intervals[agreement.slug][edition.version], self.day)

    def _renumberings_of(self, agreement: Agreement) -> dict[str, Renumbering]:
        if agreement.slug not in self._renumberings:
            self._renumberings[agreement.slug] = self._renumberings_to_current(agreement)
        return self._renumberings[agreement.slug]

    def _renumbering(self, agreement: Agreement, edition: Edition) -> Renumbering:
        return self._renumberings_of(agreement).get(edition.version, SAME_NUMBERS)

    def history(self, agreement: Agreement) -> History:
        """The history of an agreement: what is published of it, with the editions that came since. So one more edition
        costs what it is itself, however many there are."""
        from clausule.pages.comparison.data import known_history

        if agreement.slug not in self._histories:
            path = f"{agreement.slug}/{language_of(agreement.language).slugs.comparison_data}"
            told = self._told.get(agreement.slug)
            kept = agreement.editions if told else tuple(takewhile(self._is_kept, agreement.editions))
            content = told or (self._published(path) if kept else None)
            known = known_history(content, kept) if content else None
            self._histories[agreement.slug] = make_history(agreement, known)
        return self._histories[agreement.slug]

    def _is_kept(self, edition: Edition) -> bool:
        """Whether ``edition`` is as it was when the branch was published last, by these very tools."""
        record = self.repository.records.get(edition.name)
        return record is not None and record.source == source_hash(edition.files)

    def edition_input(self, agreement: Agreement, edition: Edition) -> str:
        """A hash of what decides the pages of ``edition``: its files, its status, and which clauses the edition in
        force has for it to point to. Of other editions only those before it are in it, which its clauses tell
        their history of, and whether there are any to compare with: publishing one must not rebuild them all."""
        if edition.name not in self._inputs:
            self._inputs[edition.name] = self._edition_input(agreement, edition)
        return self._inputs[edition.name]

    def _edition_input(self, agreement: Agreement, edition: Edition) -> str:
        interval, now = self.intervals[agreement.slug][edition.version], self.current[agreement.slug]
        renumbering = self._renumbering(agreement, edition)
        return digest(
            [
                self.tools,
                self.url,
                edition.files,
                agreement.meta.values,
                agreement.lock.get(edition.version),
                manifest_sha256(agreement, edition),
                agreement.signatures.get(edition.version, b"").hex(),
                self.status(agreement, edition),
                [str(interval.start), str(interval.end), phases(edition, interval)],
                now is edition,
                [[edition_name(one), one.audience] for one in beside(edition, self._applying[agreement.slug])],
                [now is None, renumbering.there, renumbering == SAME_NUMBERS],
                len(agreement.editions) > 1,
                has_sub_processors(agreement),
                self._earlier[agreement.slug][edition.version],
                list_input(agreement, edition, self.status(agreement, edition)),
                staying_addresses(now) if now and now is not edition else (),
                side_by_side(self.repository, edition),
                *(
                    [found.name, found.files, other.meta.values, self.status(other, found)]
                    for other, found in self._others(agreement, edition)
                ),
            ]
        )

    def record(self, agreement: Agreement, edition: Edition) -> Record:
        """What to keep of ``edition``, which passed, so that it need not be read for as long as it is the same."""
        before, step = self.repository.records.get(edition.name), self._steps.get(edition.name)
        return record_of(agreement, edition, self.notes[edition.name].sha256, before, step)

    def forget(self, edition: Edition, record: Record) -> None:
        """Lets go of the words of ``edition``, of which ``record`` has what they come to."""
        edition.forget(record.imprint)
        self.notes[edition.name] = Notes(edition)

    def let_go(self, agreement: Agreement) -> None:
        """Lets go of the words and the history of ``agreement``, where these can be had again."""
        self._histories.pop(agreement.slug, None)
        for edition in agreement.editions:
            if edition.imprint:
                edition.forget(edition.imprint)
                self.notes[edition.name] = Notes(edition)

    def root_input(self) -> str:
        """A hash of what decides the pages above the editions."""
        agreements = [self._agreement_input(agreement) for agreement in self.repository.agreements]
        return digest([self.tools, self.url, self.repository.pages, agreements, *self.former().items()])

    def former(self) -> dict[str, str]:
        """The slugs that agreements had before, each with the one that it has now."""
        return {name: agreement.slug for agreement in self.repository.agreements for name in agreement.former}

    def lead_on(self, path: str, target: str) -> dict[str, bytes]:
        """The files of a page at an address that an agreement had before, which leads to ``target``."""
        from clausule.pages.root.moved import moved_files

        slug = agreement_of(target)
        agreement = next(one for one in self.repository.agreements if one.slug == slug)
        return moved_files(agreement, path, target, self.url)

    def _agreement_input(self, agreement: Agreement) -> list[Any]:
        editions = [[edition.version, self.edition_input(agreement, edition)] for edition in agreement.editions]
        editions += [[one.version, emptied_input(self.tools, self.url, agreement, one)] for one in agreement.emptied]
        return [agreement.slug, editions, list_input_on(agreement, self.day), *map(repr, agreement.notices)]

    def build_emptied(self, agreement: Agreement, edition: Edition, out: Path) -> None:
        from clausule.pages.edition.emptied import render_emptied

        address = f"{self.url}{edition.name}/"
        self.write(render_emptied(agreement, edition, site_url=self.url), out, edition.name, address, _TO_ROOT)

    def build_edition(self, agreement: Agreement, edition: Edition, out: Path, *, alone: bool = False) -> None:
        """Builds the pages of ``edition`` into ``out``; ``alone`` with the assets that they need, which are else at
        the root of the site."""
        from clausule.pages.edition.stage import render_edition

        stage = render_edition(self.book(agreement, edition))
        stage |= self._documents_before(agreement, edition, stage)
        self.write(stage, out, edition.name, f"{self.url}{edition.name}/", "" if alone else _TO_ROOT)

    def _documents_before(self, agreement: Agreement, edition: Edition, stage: Mapping[str, bytes]) -> dict[str, bytes]:
        """The documents of a frozen text that were published and cannot be made here: what makes them is not installed.
        An address is never taken away, and their words are the same."""
        missing = [file for file in self._documents(agreement, edition) if file not in stage]
        found = {file: self._published(f"{edition.name}/{file}") for file in missing if of_frozen(agreement, edition)}
        return {file: data for file, data in found.items() if data is not None}

    def book(self, agreement: Agreement, edition: Edition) -> Book:
        """What the pages of an edition are made from."""
        from clausule.pages.text.book import Book

        return Book(
            agreement=agreement,
            edition=edition,
            notes=self.notes[edition.name],
            status=self.status(agreement, edition),
            interval=self.intervals[agreement.slug][edition.version],
            current=self.current[agreement.slug],
            counterparts=counterparts(edition, self._renumbering(agreement, edition)),
            site_url=self.url,
            history=self.history(agreement),
            beside=tuple(beside(edition, self._applying[agreement.slug])),
            house=self.house,
            side_by_side=side_by_side(self.repository, edition),
            languages=self._languages(agreement, edition),
        )

    def with_others(self, agreement: Agreement) -> tuple[Agreement, ...]:
        """The agreement, and the same one in other languages."""
        return agreement, *self._in_other_languages.get(agreement.slug, ())

    def _others(self, agreement: Agreement, edition: Edition) -> list[tuple[Agreement, Edition]]:
        """``edition`` in other languages: what it translates, or what translates it."""
        others = self._in_other_languages.get(agreement.slug, ())
        return [(one, found) for one in others for found in one.editions if found.version == edition.version]

    def _languages(self, agreement: Agreement, edition: Edition) -> tuple[InLanguage, ...]:
        from clausule.pages.text.book import InLanguage

        is_translation = bool(agreement.translation)
        return tuple(
            InLanguage(
                agreement=other,
                edition=found,
                notes=self.notes[found.name],
                is_original=is_translation,
                status=self.status(other, found),
                prevails=prevailing(*((agreement, edition) if is_translation else (other, found))),
            )
            for other, found in self._others(agreement, edition)
        )

    def write(self, stage: Mapping[str, bytes], out: Path, what: str, address: str, up: str = "", **how: bool) -> None:
        """Turns ``stage`` into files in ``out``, which will stand at ``address``, as ``site.build`` does with ``up``,
        ``adds`` and ``bare``. ``what`` it is, is told when that cannot be done: then it raises ``BuildError``."""
        generator = self.repository.settings.site
        try:
            build(stage, out, look=self._look, site_url=address, up=up, generator=generator, **how)
        except TemplateError as error:  # its message begins with the place
            raise BuildError(str(error)) from error
        except SiteError as error:
            raise BuildError(f"{what}: {error}") from error

    def parts(self) -> dict[str, str]:
        """The addresses of the pages that compare editions, each with a hash of what decides it."""
        from clausule.pages.comparison.pairs import comparison_parts

        return {
            address: self._decided(*told)
            for agreement in self.repository.agreements
            for address, told in comparison_parts(agreement, self.day, self.with_others(agreement)).items()
        }

    def _decided(self, decides: Any, lasts: bool) -> str:
        """The hash of what decides a comparison; that of a page that may not stay when its editions are agreed says
        so."""
        return digest([self.tools, self.url, decides]) + ("" if lasts else _PASSING)

    def settled(self, had: Mapping[str, str], memory: Any) -> dict[str, str]:
        """Of the addresses that the site ``had``, with the hashes of what decided them (empty where the page itself is
        not there), those that stay beside ``parts``. ``memory`` is that of the plan that made them."""
        from clausule.pages.comparison.pairs import kept_documents, settled_parts

        same = is_whole(memory) and memory.get("tools") == self.tools and memory.get("url") == self.url
        found, of_agreement = {}, by_agreement(had)
        for agreement in self.repository.agreements:
            mine = of_agreement.get(agreement.slug, [])
            for address, (decides, lasts) in settled_parts(agreement, self.day, mine).items():
                stays = same and lasts and had[address] and not had[address].endswith(_PASSING)
                found[address] = had[address] if stays else self._decided(decides, lasts)
            for address in kept_documents(agreement, self.day, mine):
                if had[address] and not had[address].endswith(_PASSING):
                    found[address] = had[address]
                elif memory is None:  # asked what they would be if they were made
                    found[address] = self._decided("kept", True)
        return found
