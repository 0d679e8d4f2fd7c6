"""The tree to the model: agreements under docs/, their editions, articles and annexes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from clausule.language.language import DEFAULT, Language, is_reserved, language_of, languages
from clausule.language.protocol import Grammar
from clausule.model.addresses import ASSETS
from clausule.model.annex_kind import annex_kinds
from clausule.model.editions import Agreement, Body, Edition, FrontMatter
from clausule.model.findings import Finding
from clausule.model.ids import Ids, annex_digits
from clausule.model.nodes import Annex, Article, Block, Place, Section
from clausule.model.similarity import closest, natural, short
from clausule.model.versions import version_order
from clausule.model.walk import parts_of
from clausule.read.articles import Above, read_article
from clausule.read.blocks import BlockReader
from clausule.read.claims import read_beside
from clausule.read.definitions import gather_definitions
from clausule.read.documents import AnnexTag, read_annex, read_sections
from clausule.read.frontmatter import DAY_HINT, no_front_matter, read_day, read_front_matter
from clausule.read.includes import Included, read_with_includes
from clausule.read.lock import LOCK, read_lock, recipe_of
from clausule.read.notes import read_allowances, read_also_asked, read_changes, read_errata, read_pairs
from clausule.read.records import Record, unchanged_files
from clausule.read.settings import OWN, Settings, read_settings
from clausule.read.source import FOLDERS, Sources
from clausule.read.sub_processors import read_sub_processors
from clausule.read.together import report_together

LANDING = "docs/index.md"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"[0-9a-z]+(?:[.-][0-9a-z]+)*")
_NO_FOLDERS = frozenset({ASSETS, "stylesheets", "javascripts"})  # MkDocs keeps other things there


@dataclass(frozen=True, slots=True, eq=False)
class Repository:
    """Everything that was read.

    ``findings`` are the reader's own, each with a rule that ``check`` knows. ``landing`` is what docs/index.md says
    above the list of agreements. ``pages`` maps the files above the editions to the sha256 of their bytes; ``records``
    are those of the editions whose files are as they were. ``settings`` are those of mkdocs.yml.
    """

    root: Path
    agreements: tuple[Agreement, ...]
    findings: tuple[Finding, ...]
    landing: tuple[Section, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)


# The ids of the published rows of sub-processors for each of the agreements asked for, where there are any.
PublishedRows = Callable[[Sequence[str]], Mapping[str, tuple[str, ...]]]


def read_repository(
    root: Path,
    only: str = "",
    records: Mapping[str, Record] | None = None,
    published: PublishedRows = lambda slugs: {},
    language: str = DEFAULT,
) -> Repository:
    """Reads the agreements under ``root`` (``only`` one of them when a slug is given). Raises nothing on bad text.

    ``records`` are those of editions that were read before, by name: they must come from this same program.
    ``published`` says which rows of sub-processors are on the published list of each agreement, and ``language`` is
    that of an agreement that names none.
    """
    sources, records = Sources(root), records or {}
    settings = read_settings(sources)
    language = settings.language or language
    for folder in (*FOLDERS, OWN) if not only else (f"{top}/{only}" for top in FOLDERS):
        sources.refuse_names(folder)
    agreements = []
    pages: dict[str, str] = {}
    folders = _folders(sources, "docs")
    rows = published(folders)
    for slug in folders:
        if slug in _NO_FOLDERS or (only and slug != only):
            continue
        if not _SLUG.fullmatch(slug) or is_reserved(slug):
            sources.add(
                Place(f"docs/{slug}", 1, 1),
                "bad-name",
                f"'{slug}' cannot be the address of an agreement",
                "use small letters, digits and hyphens, and none of the site's own words",
                slug,
            )
            continue
        agreements.append(_read_agreement(sources, slug, rows.get(slug, ()), records, pages, language))
    if not agreements and not only and not os.path.lexists(root / LANDING):
        sources.add(
            Place("docs", 1, 1),
            "no-agreement",
            "there is no agreement here",
            "make a folder such as docs/mickcom with an index.md",
        )
    if not only:
        report_together(sources, agreements)
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
    return Repository(root, tuple(agreements), sources.findings, landing, pages, known, settings)


def is_agreement_name(name: str) -> bool:
    """Whether ``name`` can be the folder and address of an agreement."""
    return bool(_SLUG.fullmatch(name)) and not is_reserved(name) and len(name) <= 60


def is_version_name(name: str) -> bool:
    """Whether ``name`` can be the folder and address of an edition."""
    return bool(_VERSION.fullmatch(name)) and not is_reserved(name) and len(name) <= 60


def _folders(sources: Sources, path: str) -> list[str]:
    """The sub-folders of ``path``; links are a finding."""
    names = []
    try:
        entries = sorted(os.scandir(sources.root / path), key=lambda entry: entry.name)
    except OSError:
        return []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            sources.add(
                Place(f"{path}/{entry.name}", 1, 1),
                "unreadable-file",
                f"{path}/{entry.name} is a link, and links are not followed",
                "put the file or folder itself there",
            )
        elif entry.is_dir():
            names.append(entry.name)
    return names


def _read_agreement(
    sources: Sources,
    slug: str,
    published: tuple[str, ...],
    records: Mapping[str, Record],
    pages: dict[str, str],
    default: str,
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
    lock = read_lock(sources, f"{folder}/{LOCK}")
    editions = []
    for version in _folders(sources, folder):
        if not is_version_name(version):
            sources.add(
                Place(f"{folder}/{version}", 1, 1),
                "bad-name",
                f"'{version}' cannot be the address of an edition",
                "name the folder after the version, such as 1.5: small letters, digits, points and hyphens",
                version,
            )
            continue
        editions.append(
            _read_edition(sources, slug, version, records.get(f"{slug}/{version}"), language, recipe_of(lock, version))
        )
    _report_strays(sources, folder)
    editions.sort(key=_age)
    listing = read_sub_processors(sources, slug, published, language)
    hashes = {version: sha256 for version, (_, sha256) in lock.items()}
    return Agreement(slug, meta, intro, tuple(editions), hashes, listing, language=language.tag)


def _language(sources: Sources, meta: FrontMatter, default: str) -> str:
    """The language that an agreement names; one that is not known is a finding."""
    named = str(meta.values.get("language") or default)
    if named in languages():
        return named
    guess = closest(named, languages())
    hint = f"did you mean '{guess}'?" if guess else f"the languages are: {', '.join(languages())}"
    sources.add(meta.place(("language",)), "front-matter", f"the language '{short(named)}' is not known", hint, named)
    return default


def _report_strays(sources: Sources, folder: str) -> None:
    for entry in sorted(os.scandir(sources.root / folder), key=lambda entry: entry.name):
        if entry.is_file() and entry.name.endswith(".md") and f"{folder}/{entry.name}" not in sources.hashes:
            sources.add(
                Place(f"{folder}/{entry.name}", 1, 1),
                "bad-name",
                f"{entry.name} stands beside the editions, and was not read",
                "put it in the folder of its edition, such as 1.5",
                entry.name,
            )


def _age(edition: Edition) -> tuple[bool, date, tuple[Any, ...]]:
    return edition.concept, edition.effective or date.min, version_order(edition.version)


def _read_edition(
    sources: Sources, slug: str, version: str, record: Record | None, language: Language, recipe: int
) -> Edition:
    """The edition; of one that is as it was in ``record``, the words are read when they are asked for."""
    folder = f"docs/{slug}/{version}"
    read = partial(_read_body, sources, language.tag, folder)
    files = unchanged_files(sources, folder, record) if record else None
    if record and files:
        return Edition(
            agreement=slug,
            version=version,
            numbered=record.numbered,
            effective=record.effective,
            until=record.until,
            announced=record.announced,
            concept=record.concept,
            folder=folder,
            files=files,
            read=read,
            imprint=record.imprint,
            recipe=recipe,
            language=language.tag,
        )
    sources.used.clear()
    body = read()
    files = sources.hashes_used()
    edition = Edition(
        agreement=slug,
        version=version,
        numbered=body.meta.values.get("numbered") is not False,
        effective=parse_date(sources, body.meta, "effective"),
        until=parse_date(sources, body.meta, "until"),
        announced=parse_date(sources, body.meta, "announced"),
        concept=body.meta.values.get("status") == "concept",
        folder=folder,
        files=files,
        read=read,
        recipe=recipe,
        language=language.tag,
    )
    vars(edition)["body"] = body  # what is asked for when it is needed was needed already
    return edition


def _read_body(sources: Sources, language: str, folder: str) -> Body:
    grammar = language_of(language).grammar
    path = f"{folder}/index.md"
    page = read_with_includes(sources, path)
    meta = read_front_matter(sources, path, page.head, "edition") if page else no_front_matter(path)
    note_ids = Ids()
    preamble, heading = (
        read_sections(sources, grammar, path, list(page.body), note_ids=note_ids) if page else ((), None)
    )
    articles: list[Article] = []
    annexes: list[Annex] = []
    closing: tuple[Section, ...] = ()
    metas, above = [meta], Above(note_ids=note_ids)
    for name in _pages(sources, grammar, folder):
        document = read_with_includes(sources, f"{folder}/{name}")
        if document is None:
            continue
        if match := grammar.ARTICLE_FILE.fullmatch(name):
            number = match[1].lstrip("0") or "0"
            articles.append(_article(sources, grammar, number, f"{folder}/{name}", document, metas, above))
        elif match := grammar.ANNEX_FILE.fullmatch(name):
            annexes.append(
                _annex(sources, grammar, annex_digits(match[1] or ""), f"{folder}/{name}", document, metas, note_ids)
            )
        else:
            body = list(document.body)
            closing = read_sections(sources, grammar, f"{folder}/{name}", body, grammar.CLOSING, note_ids)[0]
    annexes.sort(key=lambda annex: natural(annex.id))
    inflections = meta.values.get("inflections") or {}
    return Body(
        meta=meta,
        preamble=preamble,
        articles=tuple(articles),
        closing=closing,
        annexes=tuple(annexes),
        definitions=gather_definitions(
            grammar, language_of(language).definitions, parts_of(preamble, articles, closing, annexes)
        ),
        inflections={term: tuple(str(form) for form in forms or ()) for term, forms in inflections.items()},
        errata=read_errata(meta),
        allow=read_allowances(meta),
        heading=heading,
        changes=read_changes(meta),
        pairs=read_pairs(meta),
        beside=read_beside(metas, grammar.PARTLY),
    )


def _pages(sources: Sources, grammar: Grammar, folder: str) -> list[str]:
    names = []
    for entry in sorted(os.scandir(sources.root / folder), key=lambda entry: entry.name):
        known = grammar.ARTICLE_FILE.fullmatch(entry.name) or grammar.ANNEX_FILE.fullmatch(entry.name)
        if known or entry.name == f"{grammar.CLOSING}.md":
            names.append(entry.name)
        elif entry.name != "index.md" and not entry.name.startswith("."):
            sources.add(
                Place(f"{folder}/{entry.name}", 1, 1),
                "bad-name",
                f"{entry.name} is not part of an edition, and was not read",
                f"an edition holds index.md, {grammar.ARTICLE}-01.md and so on, {grammar.ANNEX}-1.md and so on, and "
                f"{grammar.CLOSING}.md",
                entry.name,
            )
    return sorted(names, key=lambda name: _order(grammar, name))


def _order(grammar: Grammar, name: str) -> list[tuple[bool, int, str]]:
    """The place of a page: articles by their numbers, under a chapter of its own behind the others."""
    match = grammar.ARTICLE_FILE.fullmatch(name)
    return natural(f"{match['chapter'] or ' '}/{match[1].lstrip('0')}") if match else natural(name)


def _article(
    sources: Sources,
    grammar: Grammar,
    number: str,
    path: str,
    document: Included,
    metas: list[FrontMatter],
    above: Above,
) -> Article:
    meta = _words_meta(sources, path, document, "article")
    metas.append(meta)
    version = str(meta.values.get("version") or "")
    return read_article(
        BlockReader(sources, grammar, above.note_ids), number, path, list(document.body), version, above
    )


def _annex(
    sources: Sources,
    grammar: Grammar,
    number: str,
    path: str,
    document: Included,
    metas: list[FrontMatter],
    note_ids: Ids,
) -> Annex:
    meta = _words_meta(sources, path, document, "annex")
    metas.append(meta)
    tag = AnnexTag(
        str(meta.values.get("version") or ""),
        parse_date(sources, meta, "effective"),
        str(meta.values.get("kind") or annex_kinds()[0]),
        read_also_asked(meta),
    )
    return read_annex(sources, grammar, number, path, list(document.body), tag, note_ids)


def _words_meta(sources: Sources, path: str, document: Included, schema: str) -> FrontMatter:
    """The front matter of the file that holds the words: of the included file where a page is one include."""
    if document.inner_path:
        inner = read_front_matter(sources, document.inner_path, document.inner, schema)
        own = read_front_matter(sources, path, document.head, schema).values if document.head else {}
        for key in own:
            if own[key] != inner.values.get(key):
                message = (
                    f"'{key}' counts for nothing here: the page holds {document.inner_path}, which has front "
                    f"matter of its own"
                )
                sources.add(
                    document.head[0].place, "front-matter", message, "write it there, and take it out here", key
                )
        return inner
    return read_front_matter(sources, path, document.head, schema)


def parse_date(sources: Sources, meta: FrontMatter, key: str) -> date | None:
    """The date at ``key``, written 2018-05-25 or 25-05-2018; a date that does not exist is a finding."""
    written = meta.values.get(key)
    if not isinstance(written, str):
        return None
    if day := read_day(written):
        return day
    sources.add(meta.place((key,)), "front-matter", f"{key}: '{written}' is no date", DAY_HINT, written)
    return None
