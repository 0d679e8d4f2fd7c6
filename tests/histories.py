"""Histories of an agreement with a known truth: editions that were inserted into, cut, moved, split, merged and
reworded.

Everything follows from a ``Shape``, its seed included. The words and the habits of legal Dutch come from the agreements
of this repository, so clauses share as much vocabulary as real ones do; replaced words are drawn from the same words.
"""

from __future__ import annotations

import math
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from string import ascii_lowercase

from clausule.compare.pairing import Pair
from clausule.compare.units import Unit
from session import HOME

PARTIES = ("VERWERKER", "VERANTWOORDELIJKE")
SHORT = 5
SURVIVES = ["Dit", "artikel", "blijft", "ook", "na", "het", "einde", "van", "de", "Overeenkomst", "van", "kracht."]


@dataclass(frozen=True)
class Shape:
    """What a history looks like. Rates are shares of the clauses per step; ``reword`` is the share of the words that
    a reworded clause loses. ``style`` says how a clause is made: ``zipf`` (words drawn one by one), ``chain`` (as the
    words follow each other in the agreements), ``stock`` (mostly phrases that other clauses have too: the hard one).
    Articles may be ``untitled``; the share ``items`` of the clauses has items, which may move to another clause; and
    the share ``boilerplate`` of the articles ends with the same clause.
    """

    seed: int = 1
    editions: int = 3
    clauses: int = 200
    reword: float = 0.3
    style: str = "zipf"
    vocabulary: int = 2000
    short: float = 0.12
    mirrored: float = 0.08
    changed: float = 0.35
    inserted: float = 0.04
    deleted: float = 0.03
    moved: float = 0.04
    split: float = 0.015
    merged: float = 0.015
    articles_inserted: float = 0.5
    untitled: bool = False
    items: float = 0.0
    moved_items: float = 0.0
    boilerplate: float = 0.0


@dataclass
class Body:
    """A clause in one edition; ``parents`` are the clauses of the edition before that it came from."""

    name: int
    words: list[str]
    parents: frozenset[int] = frozenset()
    items: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """As the comparison sees it, a line for each item."""
        items = (f"{letter}. {' '.join(words)}" for letter, words in zip(ascii_lowercase, self.items, strict=False))
        return "\n".join([" ".join(self.words), *items])


@dataclass
class Chapter:
    title: str
    bodies: list[Body]


@dataclass
class Step:
    """Two successive editions as units and which of the old are which of the new: pairs of indexes.

    ``changed`` holds the indexes of the new units whose words changed.
    """

    old: list[Unit]
    new: list[Unit]
    truth: set[tuple[int, int]]
    changed: set[int] = field(default_factory=set)


@cache
def corpus() -> tuple[str, ...]:
    """The words of the agreements of this repository, in order."""
    texts = [path.read_text("utf-8") for path in sorted((HOME / "tests/sources").glob("*.txt"))]
    return tuple(re.findall(r"[\w/-]+[,.;:]?", " ".join(texts)))


@cache
def successors() -> dict[str, list[str]]:
    following: dict[str, list[str]] = defaultdict(list)
    words = corpus()
    for word, after in pairwise(words):
        following[word].append(after)
    return following


class Author:
    """Somebody who writes clauses in one style."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.random = random.Random(shape.seed)
        words = list(dict.fromkeys(corpus()))
        self.random.shuffle(words)
        common = [word for word in ("de", "van", "en", "het", "in", "een", "te", "voor", "of", "op") if word in words]
        self.words = [*common, *(word for word in words if word not in common)][: shape.vocabulary]
        self.weights = list(_cumulated(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.stock = [self.phrase(self.random.randint(4, 14)) for _ in range(60)]
        self.names = 0

    def word(self) -> str:
        if self.shape.style == "chain":
            return self.random.choice(corpus())
        return self.random.choices(self.words, cum_weights=self.weights)[0]

    def phrase(self, length: int) -> list[str]:
        if self.shape.style == "zipf":
            return [self.word() for _ in range(length)]
        words = [self.random.choice(corpus())]
        while len(words) < length:
            words.append(self.random.choice(successors().get(words[-1]) or [self.word()]))
        return words

    def text(self) -> list[str]:
        if self.random.random() < self.shape.short:
            return self.phrase(SHORT)
        length = max(SHORT, min(180, int(self.random.lognormvariate(math.log(38), 0.6))))
        if self.shape.style != "stock":
            return self.phrase(length)
        words: list[str] = []
        while len(words) < length:
            words += (
                self.random.choice(self.stock) if self.random.random() < 0.7 else self.phrase(self.random.randint(2, 6))
            )
        return words[:length]

    def body(self, words: list[str] | None = None, parents: frozenset[int] = frozenset()) -> Body:
        self.names += 1
        made = Body(self.names, self.text() if words is None else words, parents)
        if words is None and self.shape.items and self.random.random() < self.shape.items:
            made.items = [self.phrase(self.random.randint(6, 14)) for _ in range(self.random.randint(2, 5))]
        return made

    def mirrored(self) -> list[Body]:
        """Two clauses with the same words, in which the parties have changed places."""
        words = self.text()
        while len(words) < 12:
            words = words + self.text()
        for place in self.random.sample(range(len(words)), max(2, len(words) // 9)):
            words[place] = self.random.choice(PARTIES)
        swapped = [PARTIES[1 - PARTIES.index(word)] if word in PARTIES else word for word in words]
        return [self.body(words), self.body(swapped)]

    def chapter(self, size: int) -> Chapter:
        bodies: list[Body] = []
        while len(bodies) < size:
            bodies += self.mirrored() if self.random.random() < self.shape.mirrored else [self.body()]
        if self.shape.boilerplate and self.random.random() < self.shape.boilerplate:
            bodies.append(self.body(list(SURVIVES)))
        title = "" if self.shape.untitled else " ".join(self.phrase(self.random.randint(1, 3)))
        return Chapter(title, bodies)

    def first(self) -> list[Chapter]:
        chapters: list[Chapter] = []
        while sum(len(chapter.bodies) for chapter in chapters) < self.shape.clauses:
            chapters.append(self.chapter(self.random.randint(2, 9)))
        return chapters

    def reworded(self, words: list[str]) -> list[str]:
        """``words`` with the share ``reword`` of them replaced; now and then one goes or comes."""
        result = list(words)
        for place in self.random.sample(range(len(words)), max(1, round(len(words) * self.shape.reword))):
            result[place] = self.word()
        if len(result) > SHORT and self.random.random() < 0.3:
            del result[self.random.randrange(len(result))]
        if self.random.random() < 0.3:
            result.insert(self.random.randrange(len(result) + 1), self.word())
        return result

    def next(self, chapters: list[Chapter]) -> list[Chapter]:
        """The edition after ``chapters``."""
        shape, rnd = self.shape, self.random
        count = sum(len(chapter.bodies) for chapter in chapters)
        edition = [
            Chapter(ch.title, [Body(b.name, list(b.words), frozenset({b.name}), list(b.items)) for b in ch.bodies])
            for ch in chapters
        ]

        def some(rate: float) -> int:
            return int(count * rate) + (rnd.random() < (count * rate) % 1)

        def place() -> tuple[list[Body], int]:
            bodies = rnd.choice([ch for ch in edition if ch.bodies]).bodies
            return bodies, rnd.randrange(len(bodies))

        for _ in range(some(shape.deleted)):
            bodies, index = place()
            del bodies[index]
        for _ in range(some(shape.merged)):
            bodies, index = place()
            if index + 1 < len(bodies) and len(bodies[index].parents) == len(bodies[index + 1].parents) == 1:
                if bodies[index].items or bodies[index + 1].items:
                    continue
                after = bodies.pop(index + 1)
                bodies[index] = self.body(bodies[index].words + after.words, bodies[index].parents | after.parents)
        for _ in range(some(shape.split)):
            bodies, index = place()
            one = bodies[index]
            if len(one.words) >= 4 * SHORT and len(one.parents) == 1 and not one.items:
                cut = rnd.randint(len(one.words) // 3, 2 * len(one.words) // 3)
                bodies[index : index + 1] = [
                    self.body(one.words[:cut], one.parents),
                    self.body(one.words[cut:], one.parents),
                ]
        for chapter in edition:
            for body in chapter.bodies:
                if rnd.random() < shape.changed and body.words != SURVIVES:
                    body.words = self.reworded(body.words)
        for _ in range(some(shape.moved)):
            bodies, index = place()
            if bodies[index].words == SURVIVES:
                continue  # nobody could tell
            moving = bodies.pop(index)
            bodies, index = place()
            bodies.insert(index, moving)
        for _ in range(some(shape.moved_items) if shape.moved_items else 0):
            giving, taking = rnd.sample([body for chapter in edition for body in chapter.bodies if body.items], 2)
            if len(giving.items) > 1:
                taking.items.insert(
                    rnd.randint(0, len(taking.items)), giving.items.pop(rnd.randrange(len(giving.items)))
                )
        for _ in range(some(shape.inserted)):
            bodies, index = place()
            bodies.insert(index, self.body())
        if rnd.random() < shape.articles_inserted:
            edition.insert(rnd.randrange(len(edition)), self.chapter(rnd.randint(2, 4)))
        return [chapter for chapter in edition if chapter.bodies]


def _cumulated(weights: Iterator[float]) -> Iterator[float]:
    total = 0.0
    for weight in weights:
        total += weight
        yield total


def linked(pairs: list[Pair]) -> set[tuple[int, int]]:
    """All pairs of indexes that ``pairs`` puts together: main partners, what was split off, what was merged."""
    found = set()
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            found |= {(pair.old, new) for new in (pair.new, *pair.also_new)} | {
                (old, pair.new) for old in pair.also_old
            }
    return found


def units_of(chapters: list[Chapter]) -> list[Unit]:
    """The clauses of an edition as the comparison sees them, numbered from the begin."""
    return [
        Unit(
            id=f"artikel-{number}.{place}",
            number=f"{number}.{place}",
            title=chapter.title,
            kind="clause",
            text=body.text,
            parent=f"artikel-{number}",
        )
        for number, chapter in enumerate(chapters, 1)
        for place, body in enumerate(chapter.bodies, 1)
    ]


def as_markdown(chapters: list[Chapter]) -> str:
    """An edition as one Markdown file."""
    parts = []
    for number, chapter in enumerate(chapters, 1):
        parts.append(f"# Artikel {number}. {chapter.title}" if chapter.title else f"# Artikel {number}")
        for place, body in enumerate(chapter.bodies, 1):
            parts += f"{number}.{place} {body.text}".split("\n")
    return "\n\n".join(parts) + "\n"


def history(shape: Shape) -> Iterator[list[Chapter]]:
    """The editions, from old to new."""
    author = Author(shape)
    edition = author.first()
    yield edition
    for _ in range(shape.editions - 1):
        edition = author.next(edition)
        yield edition


def steps(shape: Shape) -> Iterator[Step]:
    """Each edition with the one before, and the truth."""
    before: list[Chapter] = []
    for edition in history(shape):
        if before:
            yield _step(before, edition)
        before = edition


def _step(before: list[Chapter], after: list[Chapter]) -> Step:
    old = [body for chapter in before for body in chapter.bodies]
    new = [body for chapter in after for body in chapter.bodies]
    index = {body.name: place for place, body in enumerate(old)}
    truth = {(index[parent], place) for place, body in enumerate(new) for parent in body.parents}
    changed = {b for a, b in truth if old[a].text != new[b].text}
    return Step(units_of(before), units_of(after), truth, changed)


@dataclass
class Score:
    """How many clauses of both editions were given exactly their true partners; ``changed`` of those that changed."""

    right: int = 0
    total: int = 0
    changed_right: int = 0
    changed_total: int = 0

    def add(self, step: Step, found: set[tuple[int, int]]) -> None:
        """Counts a step: ``found`` are pairs of indexes of the old and the new units, as many as belong together."""
        changed_old = {a for a, b in step.truth if b in step.changed}
        for side, units, changed in (("old", step.old, changed_old), ("new", step.new, step.changed)):
            at = 0 if side == "old" else 1
            for index in range(len(units)):
                right = {p for p in step.truth if p[at] == index} == {p for p in found if p[at] == index}
                self.total += 1
                self.right += right
                self.changed_total += index in changed
                self.changed_right += right and index in changed

    @property
    def share(self) -> float:
        return self.right / self.total

    @property
    def changed_share(self) -> float:
        return self.changed_right / max(self.changed_total, 1)


def by_number(step: Step) -> set[tuple[int, int]]:
    """The naive way: the same number is the same clause."""
    places = {unit.number: index for index, unit in enumerate(step.old)}
    return {(places[unit.number], index) for index, unit in enumerate(step.new) if unit.number in places}


def by_overlap(step: Step) -> set[tuple[int, int]]:
    """The other naive way: the old clause that shares the most words, when these are a quarter of both."""
    bags = [set(unit.text.split()) for unit in step.old]
    found = set()
    for index, unit in enumerate(step.new):
        words = set(unit.text.split())
        score, best = max((2 * len(words & bag) / (len(words) + len(bag)), -place) for place, bag in enumerate(bags))
        if score >= 0.25:
            found.add((-best, index))
    return found
