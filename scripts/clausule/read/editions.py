"""One edition: its front matter, and its words when they are asked for."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from functools import partial

from clausule.language.language import Language, language_of, languages
from clausule.language.protocol import Grammar
from clausule.model.annex_kind import annex_kinds
from clausule.model.editions import Body, Edition, FrontMatter
from clausule.model.ids import Ids, annex_digits
from clausule.model.nodes import Annex, Article, Place, Section, all_items
from clausule.model.similarity import natural
from clausule.model.walk import parts_of
from clausule.read.articles import Above, read_article
from clausule.read.blocks import BlockReader
from clausule.read.claims import read_beside, read_reading
from clausule.read.definitions import gather_definitions
from clausule.read.documents import AnnexTag, read_annex, read_sections
from clausule.read.folders import folders_in, is_version_name
from clausule.read.frontmatter import DAY_HINT, no_front_matter, read_day, read_front_matter
from clausule.read.includes import Included, read_with_includes
from clausule.read.lenders import find_lenders
from clausule.read.lock import Lock, read_lock
from clausule.read.notes import (
    read_allowances,
    read_also_asked,
    read_changes,
    read_errata,
    read_in_short,
    read_pairs,
    read_withdrawal,
)
from clausule.read.records import Record, unchanged_files
from clausule.read.source import Line, Sources

_INDEX = "index.md"


def read_edition(
    sources: Sources,
    slug: str,
    version: str,
    record: Record | None,
    language: Language,
    lock: Lock,
    lends: bool = False,
) -> Edition:
    """The edition; of one that is as it was in ``record``, the words are read when they are asked for. One that
    ``lends`` its terms to another gives its own only."""
    folder = f"docs/{slug}/{version}"
    files = unchanged_files(sources, folder, record) if record and not record.unsettled else None
    if record and files:
        return Edition(
            agreement=slug,
            version=version,
            numbered=record.numbered,
            effective=record.effective,
            until=record.until,
            announced=record.announced,
            effective_shown=record.effective_shown,
            withdrawn=record.withdrawn,
            audience=record.audience,
            concept=record.concept,
            folder=folder,
            read=partial(_read_words, sources, language.tag, folder, lends, None),
            made_of=files,
            imprint=record.imprint,
            recipe=lock.recipe_of(version),
            frozen_as=lock.name_of(version),
            language=language.tag,
        )
    meta = _meta(sources, folder, read_with_includes(sources, f"{folder}/{_INDEX}"))
    return Edition(
        agreement=slug,
        version=version,
        numbered=meta.values.get("numbered") is not False,
        effective=parse_date(sources, meta, "effective"),
        until=parse_date(sources, meta, "until"),
        announced=parse_date(sources, meta, "announced"),
        effective_shown=str(meta.values.get("effective_shown") or ""),
        withdrawn=read_withdrawal(sources, meta),
        audience=" ".join(str(meta.values.get("for") or "").split()),
        concept=meta.values.get("status") == "concept",
        folder=folder,
        read=partial(_read_words, sources, language.tag, folder, lends, meta),
        recipe=lock.recipe_of(version),
        frozen_as=lock.name_of(version),
        language=language.tag,
    )


def _lenders(sources: Sources, meta: FrontMatter, folder: str, language: str) -> tuple[Edition, ...]:
    """The editions whose terms an edition uses. Their files are among those that it is made of."""

    def read(slug: str, version: str) -> Edition:
        lock = read_lock(sources, slug)
        edition = read_edition(sources, slug, version, None, language_of(language), lock, lends=True)
        sources.take(edition.files, edition.findings)
        return edition

    def folders(path: str) -> list[str]:
        return [name for name in folders_in(sources, path) if path == "docs" or is_version_name(name)]

    own = folder.split("/")[1]
    return find_lenders(sources, meta, own, parse_date(sources, meta, "effective"), folders, read)


def _meta(sources: Sources, folder: str, page: Included | None) -> FrontMatter:
    path = f"{folder}/{_INDEX}"
    return read_front_matter(sources, path, page.head, "edition") if page else no_front_matter(path)


def _read_words(sources: Sources, language: str, folder: str, lends: bool, meta: FrontMatter | None) -> Body:
    """The words of an edition, with the files that they are made of and what is wrong in these; ``meta`` is its front
    matter, where that was read."""
    with sources.apart():
        body = _read_body(sources, language, folder, lends, meta)
        return replace(body, files=sources.hashes_used(), findings=sources.findings)


def _read_body(sources: Sources, language: str, folder: str, lends: bool, meta: FrontMatter | None) -> Body:
    grammar = language_of(language).grammar
    path = f"{folder}/{_INDEX}"
    page = read_with_includes(sources, path)
    meta = meta or _meta(sources, folder, page)
    note_ids = Ids()
    preamble, heading = (
        read_sections(sources, grammar, path, list(page.body), note_ids=note_ids) if page else ((), None)
    )
    _report_whole(sources, grammar, path, preamble)
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
        in_short=read_in_short(meta),
        pairs=read_pairs(meta),
        beside=replace(read_beside(metas, grammar.PARTLY), reading=read_reading(sources, meta)),
        lenders=() if lends else _lenders(sources, meta, folder, language),
    )


def _report_whole(sources: Sources, grammar: Grammar, path: str, preamble: tuple[Section, ...]) -> None:
    """A whole agreement on the page of its parties is one finding: numbers of clauses and headings of articles there
    would be no articles. Parties (``1.``) and recitals (``a.``) are counted there too."""
    for section in preamble:
        heading = grammar.ARTICLE_HEADING.fullmatch(section.heading.plain)
        named = bool(heading and heading.start("number"))
        clause = next((item.text.place() for item in all_items(section.blocks) if "." in item.label), None)
        if named or clause:
            sources.add(
                section.heading.place() if named else clause or section.heading.place(),
                "unreadable-text",
                "an article or a clause stands on the page of the parties and the recitals",
                f"each article has a page of its own: clausule split {path}",
                section.heading.plain if named else "",
            )
            return


def _pages(sources: Sources, grammar: Grammar, folder: str) -> list[str]:
    names = []
    for entry in sorted(os.scandir(sources.root / folder), key=lambda entry: entry.name):
        if _is_page(grammar, entry.name):
            names.append(entry.name)
        elif f"{folder}/{entry.name}" not in sources.used and not entry.name.startswith("."):
            sources.add(
                Place(f"{folder}/{entry.name}", 1, 1),
                "bad-name",
                f"{entry.name} is not part of an edition, and was not read",
                _names_hint(grammar, folder, entry.name),
                entry.name,
            )
    return sorted(names, key=lambda name: _order(grammar, name))


def _names_hint(grammar: Grammar, folder: str, name: str) -> str:
    """What pages of an edition are called, or of which language ``name`` is: the language of an agreement may not be
    said, or stand in front matter that cannot be read."""
    index = f"{folder.rpartition('/')[0]}/{_INDEX}"
    if other := next((tag for tag in languages() if _is_page(language_of(tag).grammar, name)), ""):
        return f"its name is that of a page in another language: is {index} without 'language: {other}'?"
    article, annex, closing = grammar.ARTICLE, grammar.ANNEX, grammar.CLOSING
    return f"an edition holds {_INDEX}, {article}-01.md and so on, {annex}-1.md and so on, and {closing}.md"


def _is_page(grammar: Grammar, name: str) -> bool:
    known = grammar.ARTICLE_FILE.fullmatch(name) or grammar.ANNEX_FILE.fullmatch(name)
    return bool(known) or name == f"{grammar.CLOSING}.md"


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
    version, lines = str(meta.values.get("version") or ""), list(document.body)

    def read() -> tuple[Article, bool]:
        with sources.apart():
            article = read_article(BlockReader(sources, grammar, above.note_ids), number, path, lines, version, above)
            used, found = sources.used, sources.findings
        sources.take(used, found)
        return article, not (found or above.chapter or article.footnotes)

    made_of = _of_one_file(lines)
    if above.chapter or not made_of:
        return read()[0]
    words = grammar, number, made_of[0].number, "\n".join([line.text for line in made_of])
    article = sources.articles.get(words, made_of[0].path, version, read)
    above.taken.add(article.id)
    return article


def _of_one_file(lines: list[Line]) -> list[Line]:
    """``lines`` from the first to the last with words, if they stand so in one file; else none."""
    written = [place for place, line in enumerate(lines) if line.text.strip()]
    rows = lines[written[0] : written[-1] + 1] if written else []
    one = {(line.path, line.number - place) for place, line in enumerate(rows)}
    return rows if len(one) == 1 else []


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
