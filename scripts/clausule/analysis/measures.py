"""The measures of an edition, by category as in the contract, each with what its author says that it serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausule.law.dpv import concepts
from clausule.law.gdpr import GOALS, controls, theme_of
from clausule.model import Annex, Block, Edition, Items, Paragraph, Section, Table, Text, all_items
from clausule.model.claims import Mapping, Value
from clausule.model.hashes import canonical

Met = dict[Text, list[Mapping]]


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """One measure. ``id`` is its anchor; ``mappings`` are those of its author that begin as it does."""

    id: str
    text: Text
    mappings: tuple[Mapping, ...] = ()

    @property
    def goals(self) -> tuple[str, ...]:
        """The goals of AVG article 32(1) that it serves, in order: ``("a", "b")``. Unknown ones are left out."""
        said = {goal_of(value.words) for mapping in self.mappings for value in mapping.goals}
        return tuple(goal for goal in GOALS if goal in said)

    @property
    def controls(self) -> tuple[str, ...]:
        """The controls of ISO/IEC 27001:2022 Annex A, in the order of the standard."""
        said = _said(value for mapping in self.mappings for value in mapping.controls)
        return tuple(control for control in controls() if control in said)

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
    """The categories of every list of measures of ``edition`` that hold one or more."""
    met = _meetings(edition)
    found = (category for annex in edition.annexes if annex.kind == "measures" for category in _categories(annex, met))
    return tuple(category for category in found if category.measures)


def measures_of(edition: Edition) -> tuple[Measure, ...]:
    """Every measure of ``edition``, in reading order."""
    return tuple(measure for category in categories(edition) for measure in category.measures)


def unmet(edition: Edition) -> Iterator[tuple[Mapping, int]]:
    """The mappings that meet no measure, or more than one, with how many they meet."""
    met = [mapping for measure in measures_of(edition) for mapping in measure.mappings]
    for mapping in edition.beside.mappings:
        times = sum(one is mapping for one in met)
        if times != 1:
            yield mapping, times


def goal_of(words: str) -> str:
    """``b`` for what an author can write for it: ``b``, ``32.1.b``."""
    return words.removeprefix("32.1.")


def begin_of(words: str) -> str:
    """``words`` as they are compared: typography, capitals and the point at the end make no difference."""
    return canonical(words).casefold().rstrip(" .;,")


def plain_measures(name: str, blocks: tuple[Block, ...]) -> list[tuple[str, Text]]:
    """The measures under a heading with the id ``name``: the items of its lists, nested ones too; where it has no list
    its paragraphs, and of each row of a table the longest cell."""
    listed = [(item.id, item.text) for item in all_items(blocks)]
    if listed:
        return listed
    texts = [text for block in blocks for text in _texts(block) if text.plain]
    return [(f"{name}-{number}", text) for number, text in enumerate(texts, 1)]


def _texts(block: Block) -> list[Text]:
    match block:
        case Paragraph(text):
            return [text]
        case Table(_, rows):
            return [max(row, key=lambda cell: len(cell.plain)) for row in rows if row]
    return []


def _categories(annex: Annex, met: Met) -> Iterator[Category]:
    if not annex.sections:
        yield _category(annex, None, annex.id, annex.intro, met)
    for section in annex.sections:
        yield _category(annex, section, section.id, section.blocks, met)


def _category(annex: Annex, section: Section | None, name: str, blocks: tuple[Block, ...], met: Met) -> Category:
    found = tuple(Measure(at, text, tuple(met.get(text, ()))) for at, text in plain_measures(name, blocks))
    goal: list[Paragraph] = []
    for block in blocks if any(isinstance(block, Items) for block in blocks) else ():
        if not isinstance(block, Paragraph):
            break
        goal.append(block)
    return Category(annex, section, tuple(goal), found)


def _meetings(edition: Edition) -> Met:
    """The mappings of each measure: one that says all its words meets no other that only begins so."""
    texts: dict[str, list[tuple[str, Text]]] = {}
    for annex in edition.annexes if edition.beside.mappings else ():
        for name, blocks in ((annex.id, annex.intro), *((section.id, section.blocks) for section in annex.sections)):
            for _, text in plain_measures(name, blocks) if annex.kind == "measures" else ():
                texts.setdefault(text.place().path, []).append((begin_of(text.plain), text))
    met: Met = {}
    for mapping in edition.beside.mappings:
        wanted, there = begin_of(mapping.words), texts.get(mapping.path, [])
        exact = [text for words, text in there if words == wanted]
        for text in exact or [text for words, text in there if words.startswith(wanted)]:
            met.setdefault(text, []).append(mapping)
    return met


def _said(values: Iterator[Value]) -> dict[str, None]:
    return dict.fromkeys(value.words for value in values)
