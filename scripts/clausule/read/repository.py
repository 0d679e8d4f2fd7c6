"""The tree to the model: agreements under docs/, their editions, articles and annexes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from clausule.language.language import DEFAULT, language_of, languages
from clausule.model.addresses import ASSETS
from clausule.model.editions import Agreement, FrontMatter, age
from clausule.model.findings import Finding
from clausule.model.nodes import Block, Place, Section
from clausule.model.similarity import closest, short
from clausule.read.documents import read_sections
from clausule.read.editions import read_edition
from clausule.read.folders import folders_in, is_agreement_name, is_version_name
from clausule.read.frontmatter import no_front_matter, read_front_matter
from clausule.read.includes import read_with_includes
from clausule.read.lock import REMOVED, read_lock
from clausule.read.notices import read_notices
from clausule.read.records import Record
from clausule.read.settings import OWN, Settings, read_settings
from clausule.read.signatures import read_signatures, read_signers
from clausule.read.source import FOLDERS, Sources
from clausule.read.sub_processors import read_sub_processors
from clausule.read.together import report_titles, unread_texts
from clausule.read.translation import with_translations

LANDING = "docs/index.md"
_NO_FOLDERS = frozenset({ASSETS, "stylesheets", "javascripts"})  # MkDocs keeps other things there


@dataclass(frozen=True, slots=True, eq=False)
class Repository:
    """Everything that was read.

    ``findings`` are the reader's own, each with a rule that ``check`` knows; those of the words of editions are among
    them if it ``has_words``. ``landing`` is what docs/index.md says above the list of agreements. ``pages`` maps the
    files above the editions to the sha256 of their bytes; ``records`` are those of the editions whose files are as they
    were. ``settings`` are those of mkdocs.yml. ``only`` is the agreement that alone was read, where one was asked for.
    """

    root: Path
    agreements: tuple[Agreement, ...]
    findings: tuple[Finding, ...]
    landing: tuple[Section, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    only: str = ""
    has_words: bool = True


# What the published rows of sub-processors say, in words by key, for each of the agreements asked for that has any.
PublishedRows = Callable[[Sequence[str]], Mapping[str, tuple[Mapping[str, str], ...]]]


def read_repository(
    root: Path,
    only: str = "",
    records: Mapping[str, Record] | None = None,
    published: PublishedRows = lambda slugs: {},
    language: str = DEFAULT,
    at_once: bool = True,
) -> Repository:
    """Reads the agreements under ``root`` (``only`` one of them when a slug is given). Raises nothing on bad text.

    Of an edition the words are read too, unless that is not to be done ``at_once``: then they are when they are asked
    for, or by ``with_words``.

    ``records`` are those of editions that were read before, by name: they must come from this same program.
    ``published`` says what the rows of sub-processors are on the published list of each agreement, and ``language`` is
    that of an agreement that names none.
    """
    sources, records = Sources(root), records or {}
    settings = read_settings(sources)
    language = settings.language or language
    for folder in (*FOLDERS, OWN) if not only else (f"{top}/{only}" for top in FOLDERS):
        sources.refuse_names(folder)
    agreements = []
    pages: dict[str, str] = {}
    folders = folders_in(sources, "docs")
    rows = published(folders)
    sources.used.clear()
    signers = read_signers(sources)
    pages |= sources.hashes_used()
    for slug in folders:
        if slug in _NO_FOLDERS or (only and slug != only):
            continue
        if not is_agreement_name(slug):
            sources.add(
                Place(f"docs/{slug}", 1, 1),
                "bad-name",
                f"'{slug}' cannot be the address of an agreement",
                "use small letters, digits and hyphens, and none of the site's own words",
                slug,
            )
            continue
        agreements.append(_read_agreement(sources, slug, rows.get(slug, ()), records, pages, language, signers))
    if not agreements and not only and not os.path.lexists(root / LANDING):
        sources.add(
            Place("docs", 1, 1),
            "no-agreement",
            "there is no agreement here",
            "make a folder such as docs/mickcom with an index.md",
        )

    def find(slug: str) -> Agreement | None:
        """An agreement that was asked for, or another one, of which nothing is told here."""
        if slug in {agreement.slug for agreement in agreements} or slug not in folders or not is_agreement_name(slug):
            return next((agreement for agreement in agreements if agreement.slug == slug), None)
        return _read_agreement(Sources(root), slug, (), records, {}, language, ())

    agreements = with_translations(sources, agreements, find)
    if not only:
        report_titles(sources, agreements)
        _report_taken_names(sources, agreements)
    landing: tuple[Section, ...] = ()
    sources.used.clear()
    if not only and os.path.lexists(root / LANDING) and (page := read_with_includes(sources, LANDING)):
        landing, _ = read_sections(sources, language_of(language).grammar, LANDING, list(page.body))
    pages |= sources.hashes_used()
    known = {
        edition.name: records[edition.name]
        for agreement in agreements
        for edition in agreement.editions
        if edition.imprint
    }
    found = Repository(
        root, tuple(agreements), sources.findings, landing, pages, known, settings, only, has_words=False
    )
    return with_words(found) if at_once else found


def with_words(repository: Repository) -> Repository:
    """``repository`` when the words of its editions were read, with what was found in them and what can be seen only
    then."""
    if repository.has_words:
        return repository
    editions = [edition for agreement in repository.agreements for edition in agreement.all_editions]
    read = {*repository.pages, *(path for edition in editions for path in edition.files)}
    found = [finding for edition in editions for finding in edition.findings]
    found += unread_texts(repository.root, [one.slug for one in repository.agreements], read, not repository.only)
    return replace(repository, findings=tuple(dict.fromkeys((*repository.findings, *found))), has_words=True)


def _read_agreement(
    sources: Sources,
    slug: str,
    published: tuple[Mapping[str, str], ...],
    records: Mapping[str, Record],
    pages: dict[str, str],
    default: str,
    signers: tuple[str, ...],
) -> Agreement:
    """One agreement; the files above its editions are put into ``pages``."""
    folder = f"docs/{slug}"
    sources.used.clear()
    page = read_with_includes(sources, f"{folder}/index.md")
    path = f"{folder}/index.md"
    meta = read_front_matter(sources, path, page.head, "agreement") if page else no_front_matter(path)
    language = language_of(_language(sources, meta, default))
    intro: tuple[Block, ...] = ()
    if page:
        sections, _ = read_sections(sources, language.grammar, f"{folder}/index.md", list(page.body))
        intro = tuple(block for section in sections for block in section.blocks)
    pages |= sources.hashes_used()
    lock = read_lock(sources, slug)
    editions = []
    for version in folders_in(sources, folder):
        if not is_version_name(version):
            sources.add(
                Place(f"{folder}/{version}", 1, 1),
                "bad-name",
                f"'{version}' cannot be the address of an edition",
                "name the folder after the version, such as 1.5: small letters, digits, points and hyphens",
                version,
            )
            continue
        editions.append(read_edition(sources, slug, version, records.get(f"{slug}/{version}"), language, lock))
    editions.sort(key=age)
    jurisdiction = str(meta.values.get("jurisdiction") or "")
    listing = read_sub_processors(sources, slug, published, language, jurisdiction)
    hashes = {version: frozen.sha256 for version, frozen in lock.editions.items()}
    emptied = tuple(one for one in editions if one.is_emptied and hashes.get(one.version) == REMOVED)
    return Agreement(
        slug,
        meta,
        intro,
        tuple(edition for edition in editions if edition not in emptied),
        hashes,
        listing,
        emptied,
        language=language.tag,
        signatures=read_signatures(sources, slug),
        signers=signers,
        notices=read_notices(sources, slug),
        names=lock.names,
    )


def _language(sources: Sources, meta: FrontMatter, default: str) -> str:
    """The language that an agreement names; one that is not known is a finding."""
    named = str(meta.values.get("language") or default)
    if named in languages():
        return named
    guess = closest(named, languages())
    hint = f"did you mean '{guess}'?" if guess else f"the languages are: {', '.join(languages())}"
    sources.add(meta.place(("language",)), "front-matter", f"the language '{short(named)}' is not known", hint, named)
    return default


def _report_taken_names(sources: Sources, agreements: Sequence[Agreement]) -> None:
    """A name that an agreement had before leads on to it, and is never given to another."""
    for agreement in agreements:
        for other in agreements if agreement.former else ():
            for name in {other.slug, *other.former} & set(agreement.former) if other is not agreement else ():
                sources.add(
                    Place(f"docs/{other.slug}", 1, 1),
                    "bad-name",
                    f"'{name}' was the name of docs/{agreement.slug}, whose old addresses lead on from there",
                    "a name that was used is never given to another: choose another (clausule rename)",
                    name,
                )
