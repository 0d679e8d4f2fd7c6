"""The measures of an edition, by category as in the contract, each with what its author says that it serves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from clausule.analysis.references import edition_ids
from clausule.language.language import Language, language_of
from clausule.law.dpv import concepts
from clausule.law.gdpr import GOALS
from clausule.law.iso27001 import CONTROLS, theme_of
from clausule.model.annex_kinds.measures import MEASURES
from clausule.model.claims import Mapping, Value
from clausule.model.editions import Edition
from clausule.model.hashes import canonical
from clausule.model.ids import Ids
from clausule.model.nodes import Annex, Block, Items, Paragraph, Section, Table, Text, all_items

# A quote; not the apostrophe within a word.
_QUOTE = re.compile(r"\"|(?<!\w)'|'(?!\w)")

Met = dict[Text, list[Mapping]]


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """One measure. ``id`` is its anchor, ``aliases`` are earlier ones that still lead to it; ``mappings`` are those of
    its author that begin as it does."""

    id: str
    text: Text
    mappings: tuple[Mapping, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def goals(self) -> tuple[str, ...]:
        """The goals of AVG article 32(1) that it serves, in order: ``("a", "b")``. Unknown ones are left out."""
        said = {goal_of(value.words) for mapping in self.mappings for value in mapping.goals}
        return tuple(goal for goal in GOALS if goal in said)

    @property
    def controls(self) -> tuple[str, ...]:
        """The controls of ISO/IEC 27001:2022 Annex A, in the order of the standard."""
        said = _said(value for mapping in self.mappings for value in mapping.controls)
        return tuple(control for control in CONTROLS if control in said)

    @property
    def concepts(self) -> tuple[str, ...]:
        """The names in the Data Privacy Vocabulary, as the author wrote them."""
        said = _said(value for mapping in self.mappings for value in mapping.concepts)
        return tuple(name for name in said if name in concepts())

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of its controls: ``("5", "8")``."""
        return tuple(dict.fromkeys(theme_of(control) for control in self.controls))


@dataclass(frozen=True, slots=True, eq=False)
class Category:
    """The measures under one heading. ``goal`` is what stands there before them: what they are for.

    ``section`` is None where the annex has no headings.
    """

    annex: Annex
    section: Section | None
    goal: tuple[Paragraph, ...]
    measures: tuple[Measure, ...]

    @property
    def id(self) -> str:
        return self.section.id if self.section else self.annex.id


@lru_cache(maxsize=64)
def categories(edition: Edition) -> tuple[Category, ...]:
    """The categories of every list of measures of ``edition`` that hold one or more.

    What a measure is, and what it is called, is decided here and nowhere else. Under each heading of such a list (under
    that of the annex itself, when it has no other) the items are the measures, those within an item too. Where there is
    no item, the paragraphs are, and the rows of tables, of which the longest cell says what is done.
    """
    annexes = [annex for annex in edition.annexes if annex.kind == MEASURES.name]
    if not annexes:
        return ()
    ids, language = Ids(edition_ids(edition)), language_of(edition.language)
    found = [_category(annex, section, ids, language) for annex in annexes for section in annex.sections or (None,)]
    met = _meetings(edition, [measure.text for category in found for measure in category.measures])
    return tuple(_complete(category, met, ids) for category in found if category.measures)


def measures_of(edition: Edition) -> tuple[Measure, ...]:
    """Every measure of ``edition``, in reading order."""
    return tuple(measure for category in categories(edition) for measure in category.measures)


@lru_cache(maxsize=64)
def measures_by_text(edition: Edition) -> dict[Text, Measure]:
    """The measures of ``edition`` by their text; a text that is not in it is no measure."""
    return {measure.text: measure for measure in measures_of(edition)}


def unmet(edition: Edition) -> Iterator[tuple[Mapping, int]]:
    """The mappings that meet no measure, or more than one, with how many they meet."""
    met = Counter(id(mapping) for measure in measures_of(edition) for mapping in measure.mappings)
    for mapping in edition.beside.mappings:
        times = met[id(mapping)]
        if times != 1:
            yield mapping, times


def goal_of(words: str) -> str:
    """``b`` for what an author can write for it: ``b``, ``32.1.b``."""
    return words.removeprefix("32.1.")


def begin_of(words: str) -> str:
    """``words`` as they are compared: typography, quotes, capitals and the point at the end make no difference."""
    return _QUOTE.sub("", canonical(words)).casefold().rstrip(" .;,")


def _category(annex: Annex, section: Section | None, ids: Ids, language: Language) -> Category:
    """One category, before its mappings are known."""
    blocks = section.blocks if section else annex.intro
    if not any(isinstance(block, Items) for block in blocks):
        name = section.id if section else annex.id
        return Category(annex, section, (), tuple(_listless(name, blocks, ids, language.slugs.row)))
    lead = takewhile(lambda block: isinstance(block, Paragraph), blocks)
    goal = tuple(block for block in lead if isinstance(block, Paragraph))
    return Category(annex, section, goal, tuple(Measure(item.id, item.text) for item in all_items(blocks)))


def _listless(name: str, blocks: tuple[Block, ...], ids: Ids, word: str) -> Iterator[Measure]:
    """The paragraphs and rows under a heading with the id ``name``, numbered apart, a row with ``word``;
    the header of a table is a row.

    Until November 2026 maatregelen.json numbered both in one row: those ids are the aliases.
    """
    found: list[tuple[str, Text]] = []
    paragraphs = rows = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            found.append((ids.unique(f"{name}-{paragraphs}"), block.text))
        elif isinstance(block, Table):
            rows += 1
            for row in block.rows:
                rows += 1
                found.append((ids.unique(f"{name}-{word}-{rows}"), max(row, key=lambda cell: len(cell.plain))))
    for number, (at, text) in enumerate(((at, text) for at, text in found if text.plain), 1):
        was = f"{name}-{number}"
        yield Measure(at, text, aliases=() if at == was else (was,))


def _complete(category: Category, met: Met, ids: Ids) -> Category:
    """With what its author says of each measure, and without aliases that are the id of something."""
    measures = (
        replace(
            one, mappings=tuple(met.get(one.text, ())), aliases=tuple(name for name in one.aliases if name not in ids)
        )
        for one in category.measures
    )
    return replace(category, measures=tuple(measures))


def _meetings(edition: Edition, texts: Iterable[Text]) -> Met:
    """The mappings of each measure: one that says all its words meets no other that only begins so."""
    by_path: dict[str, list[tuple[str, Text]]] = {}
    for text in texts if edition.beside.mappings else ():
        by_path.setdefault(text.place().path, []).append((begin_of(text.plain), text))
    met: Met = {}
    for mapping in edition.beside.mappings:
        wanted, there = begin_of(mapping.words), by_path.get(mapping.path, [])
        exact = [text for words, text in there if words == wanted]
        for text in exact or [text for words, text in there if words.startswith(wanted)]:
            met.setdefault(text, []).append(mapping)
    return met


def _said(values: Iterator[Value]) -> dict[str, None]:
    return dict.fromkeys(value.words for value in values)
