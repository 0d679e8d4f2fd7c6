"""``annexes/<agreement>/sub-verwerkers.yml`` to the list of sub-processors, with the place of every value."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from clausule.language.language import Language, language_of, languages
from clausule.law.working_days import working_days
from clausule.model.editions import FrontMatter
from clausule.model.nodes import Place
from clausule.model.notes import Allowance
from clausule.model.similarity import closest
from clausule.model.sub_processors import ACTIVE_DAY, Correction, Location, Period, Promise, SubProcessor, SubProcessors
from clausule.read.frontmatter import DAY_HINT, Path, is_word, read_data, read_day
from clausule.read.source import Sources

RULE = "sub-processor-list"
_DAYS = ("announced", "active", "ended", "withdrawn")
_UNKNOWN_AS: Mapping[str, Callable[[str], Any]] = {
    "address": lambda word: word,
    "purpose": lambda word: word,
    "contact": lambda word: {"name": word},
    "data": lambda word: [word],
    "data_subjects": lambda word: [word],
    ACTIVE_DAY: lambda word: None,
}


def list_path(slug: str, language: Language) -> str:
    """``annexes/mickcom/sub-verwerkers.yml``."""
    return f"annexes/{slug}/{language.slugs.sub_processors}.yml"


def read_sub_processors(
    sources: Sources, slug: str, published: tuple[Mapping[str, str], ...], language: Language, jurisdiction: str = ""
) -> SubProcessors | None:
    """The list of an agreement, or None when it has none and none was published. ``jurisdiction`` is the country whose
    law governs it, which decides what a working day is, and which transfers need a ground.

    Faults become findings of the rule ``sub-processor-list``; a row that does not fit is left out, and ``whole`` false.
    """
    path = list_path(slug, language)
    before = len(sources.findings)
    _report_misnamed(sources, slug, language.slugs.sub_processors)
    if not os.path.lexists(sources.root / path):
        return SubProcessors(path, (), (), (), True, published) if published else None
    unknown = language.sub_processors.unknown
    meta = read_data(sources, path, sources.lines(path) or (), "sub-processors", RULE, unknown)
    reader = _Reader(sources, meta, unknown, jurisdiction)
    written = _mappings(meta.values.get("sub_processors"))
    rows = tuple(reader.row(index, row) for index, row in written if row.get("id") and row.get("name"))
    reader.report_twins(rows)
    promises = tuple(reader.promise(index, row) for index, row in _mappings(meta.values.get("promises")))
    allow = tuple(reader.allowance(index, row) for index, row in _mappings(meta.values.get("allow")))
    return SubProcessors(path, rows, promises, allow, len(sources.findings) == before, published)


def _report_misnamed(sources: Sources, slug: str, name: str) -> None:
    """A file whose name is almost right, or that of another language, would silently count for nothing."""
    names = [name, *(language_of(tag).slugs.sub_processors for tag in languages())]
    folder = sources.root / "annexes" / slug
    if not folder.is_dir():
        return
    for entry in sorted(os.listdir(folder)):
        stem, _, kind = entry.rpartition(".")
        if entry != f"{name}.yml" and kind in ("yml", "yaml", "json") and closest(stem, names):
            sources.add(
                Place(f"annexes/{slug}/{entry}", 1, 1), RULE, f"{entry} was not read", f"name it {name}.yml", entry
            )


def _mappings(rows: object) -> list[tuple[int, dict[str, Any]]]:
    """The rows that fit, each with its number in the file."""
    return [(index, row) for index, row in enumerate(rows if isinstance(rows, list) else []) if isinstance(row, dict)]


class _Reader:
    """One file on its way to a list."""

    def __init__(self, sources: Sources, meta: FrontMatter, unknown: str, jurisdiction: str) -> None:
        self.sources, self.meta, self.unknown, self.calendar = sources, meta, unknown, working_days(jurisdiction)
        self.jurisdiction = jurisdiction

    def row(self, index: int, row: Mapping[str, Any]) -> SubProcessor:
        keys: Path = ("sub_processors", index)
        unknown = tuple(sorted(key for key in row if self.is_unknown(row[key])))
        # What is not known is shown as that word, in the form of what is.
        row = {**row, **{key: _UNKNOWN_AS[key](self.unknown) for key in unknown if key in _UNKNOWN_AS}}
        days = {key: self.day((*keys, key), row.get(key)) for key in _DAYS}
        contact = row.get("contact") or {}
        return SubProcessor(
            id=_words(row, "id"),
            name=_words(row, "name"),
            address=_words(row, "address"),
            contact={key: str(value) for key, value in contact.items()},
            service=_words(row, "service"),
            purpose=_words(row, "purpose"),
            data=_texts(row, "data"),
            data_subjects=_texts(row, "data_subjects"),
            locations=tuple(
                self.location((*keys, "places", number), place) for number, place in _mappings(row.get("places"))
            ),
            **days,
            reason=_words(row, "reason"),
            replaces=_words(row, "replaces"),
            place=self.meta.place(keys),
            unknown=unknown,
            corrections=tuple(
                self.correction((*keys, "corrections", number), one)
                for number, one in _mappings(row.get("corrections"))
            ),
            at={key: self.meta.place((*keys, key)) for key in row},
        )

    def is_unknown(self, written: object) -> bool:
        """Whether an author says that he does not know: by the word alone, or as all that a list or a contact has."""
        if isinstance(written, dict):
            return bool(written) and all(map(self.is_unknown, written.values()))
        if isinstance(written, list):
            return bool(written) and all(map(self.is_unknown, written))
        return isinstance(written, str) and is_word(written, self.unknown)

    def correction(self, keys: Path, row: Mapping[str, Any]) -> Correction:
        key, was, why = (_words(row, name) for name in ("key", "was", "why"))
        day = self.day((*keys, "on"), row.get("on"))
        return Correction(key=key, was=was, on=day, why=why, place=self.meta.place((*keys, "key")))

    def location(self, keys: Path, row: Mapping[str, Any]) -> Location:
        place = self.meta.place((*keys, "country"))
        return Location(
            country=_words(row, "country"),
            where=_words(row, "where"),
            ground=_words(row, "ground"),
            decision=_words(row, "decision"),
            place=place,
            jurisdiction=self.jurisdiction,
        )

    def promise(self, index: int, row: Mapping[str, Any]) -> Promise:
        keys: Path = ("promises", index)
        notice, objection = (self.period((*keys, key), row.get(key)) for key in ("notice", "objection"))
        return Promise(_words(row, "version"), notice, objection, self.meta.place((*keys, "version")))

    def period(self, keys: Path, row: Mapping[str, Any] | None) -> Period | None:
        if not row:
            return None
        days, months, working = (int(row.get(key) or 0) for key in ("days", "months", "working_days"))
        return Period(
            days=days,
            months=months,
            working_days=working,
            calendar=self.calendar if working else None,
            at=_words(row, "at"),
            place=self.meta.place((*keys, "at")),
        )

    def allowance(self, index: int, row: Mapping[str, Any]) -> Allowance:
        rule, at, words, reason = (_words(row, key) for key in ("rule", "at", "words", "reason"))
        return Allowance(rule=rule, at=at, words=words, reason=reason, place=self.meta.place(("allow", index)))

    def day(self, keys: Path, written: object) -> date | None:
        day = read_day(written)
        if written is not None and day is None:
            message = f"{keys[-1]}: '{written}' is no day that exists"
            self.sources.add(self.meta.place(keys), RULE, message, DAY_HINT, str(written))
        return day

    def report_twins(self, rows: tuple[SubProcessor, ...]) -> None:
        seen: set[str] = set()
        for row in rows:
            if row.id in seen:
                message = f"the id '{row.id}' stands here twice"
                self.sources.add(
                    row.where("id"), RULE, message, "give each row an id of its own, and keep published ones", row.id
                )
            seen.add(row.id)


def _words(row: Mapping[str, Any], key: str) -> str:
    return " ".join(str(row.get(key) or "").split())


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(" ".join(str(words).split()) for words in row.get(key) or () if words is not None)
