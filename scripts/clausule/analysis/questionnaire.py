"""A questionnaire annex as questions and controls, made from its text: every choice, every blank, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausule.analysis.references import Field, Notes
from clausule.language.language import Language, language_of
from clausule.language.protocol import Questions
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.editions import Edition
from clausule.model.nodes import Annex, Block, Definitions, Items, Paragraph, Section, Table, Text, block_texts
from clausule.model.walk import parts_of

# '[A + gegevens]' where nothing else stands: a place for an answer.
_PLACEHOLDER = re.compile(r"\[([^\[\]]{1,80})\]")
# '.......... [adres]': what is asked for stands behind the blank.
BEHIND = re.compile(r"\s*\[([^\[\]]{1,80})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One control. ``id`` is that of the item or question that holds it, with a number: ``bijlage-3-x-4.1``.

    ``kind`` is ``choice`` (of ``options``) or ``blank``; ``before`` are the words of its text that stand before it,
    ``label`` the same without marks at their ends, or the heading of its question where there are none. ``when`` is
    the id of a choice and the option on which it depends; ``whole`` is true when nothing else stands in its text.
    """

    id: str
    kind: str
    before: str
    label: str
    options: tuple[str, ...] = ()
    when: tuple[str, str] | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A paragraph, item or cell of a question: its controls and the words ``after`` the last one; without controls it
    only says something. ``depth`` is 0 at the margin, and one more in each list.
    """

    id: str
    text: Text
    asks: tuple[Ask, ...]
    after: str
    depth: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What stands under one heading. ``required`` is true when the annex wants it to be answered."""

    id: str
    heading: Text | None
    lines: tuple[Line, ...]
    required: bool

    @property
    def asks(self) -> tuple[Ask, ...]:
        return tuple(ask for line in self.lines for ask in line.asks)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Questions under a heading of the second level; ``section`` is None for those that stand under none."""

    section: Section | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A questionnaire. ``intro`` is what the annex says before it asks anything."""

    annex: Annex
    intro: tuple[Block, ...]
    groups: tuple[Group, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for group in self.groups for question in group.questions)

    @property
    def asks(self) -> tuple[Ask, ...]:
        return tuple(ask for question in self.questions for ask in question.asks)


def read_form(annex: Annex, language: Language) -> Form:
    """The form that ``annex`` is, whatever its kind says; without a choice or a blank it has no ``asks``."""
    questions = language.questions
    always = frozenset(
        label
        for part in parts_of(annexes=[annex])
        for text in block_texts(part.blocks)
        for label in questions.always_asked(text.plain)
    )
    groups: list[tuple[Section | None, list[Question]]] = []
    every = False
    intro = annex.intro if not _has_fields(annex.intro) else ()
    if not intro and annex.intro:
        groups.append(
            (None, [Question(annex.id, None, tuple(_Lines(questions, annex.id, "").read(annex.intro)), False)])
        )
    for section in annex.sections:
        if section.level == 2 or not groups:
            groups.append((section if section.level == 2 else None, []))
        group, found = groups[-1]
        title = section.heading.plain
        required = every or bool(group and group.label in always)
        lines = tuple(_Lines(questions, section.id, title).read(section.blocks))
        heading = None if section is group else section.heading
        if lines or heading:
            found.append(Question(section.id, heading, lines, required and any(line.asks for line in lines)))
        every = every or any(questions.asks_all(text.plain) for text in block_texts(section.blocks))
    return Form(annex, intro, tuple(Group(section, tuple(found)) for section, found in groups))


def asking_pages(edition: Edition) -> dict[str, Annex]:
    """The questionnaires of an edition that ask something, by the address at which they are filled in."""
    language = language_of(edition.language)
    asking = (annex for annex in edition.annexes if is_asking(annex, language))
    return {f"{annex.id}/{language.slugs.fill_in}/": annex for annex in asking}


def is_asking(annex: Annex, language: Language) -> bool:
    """Whether ``annex`` is a questionnaire with something to fill in."""
    return annex.kind == QUESTIONNAIRE.name and bool(read_form(annex, language).asks)


def _has_fields(blocks: tuple[Block, ...]) -> bool:
    return any(fields_of(text) for text in block_texts(blocks))


def fields_of(text: Text) -> list[Field]:
    """The choices and blanks of ``text``; '[A + gegevens]' where nothing else stands is a blank too."""
    found = Notes.fields(text)
    if not found and (match := _PLACEHOLDER.fullmatch(text.plain.strip())):
        start = text.plain.index(match[0])
        return [Field(start, start + len(match[0]), "blank")]
    return found


@dataclass(slots=True)
class _Lines:
    """The lines of one question. ``used`` counts the controls of each owner, so that each has an id of its own."""

    questions: Questions
    owner: str
    heading: str
    used: dict[str, int] = field(default_factory=dict)

    def read(self, blocks: tuple[Block, ...]) -> Iterator[Line]:
        yield from self._blocks(blocks, self.owner, 0, None)

    def _blocks(
        self, blocks: tuple[Block, ...], owner: str, depth: int, when: tuple[str, str] | None
    ) -> Iterator[Line]:
        for block in blocks:
            match block:
                case Paragraph(text):
                    yield self._line(text, owner, depth, when)
                case Items(items):
                    for item in items:
                        line = self._line(item.text, item.id, depth + 1, when)
                        yield line
                        yield from self._blocks(item.blocks, item.id, depth + 1, _inherited(line) or when)
                case Table(header, rows):
                    for row in rows:
                        for cell, name in zip(row, (*header, *row), strict=False):
                            label = " ".join(
                                part for part in (row[0].plain if cell is not row[0] else "", name.plain) if part
                            )
                            yield self._line(cell, owner, depth, when, label)
                case Definitions(entries):
                    for entry in entries:
                        yield self._line(entry.text, entry.id, depth, when, entry.term)

    def _line(self, text: Text, owner: str, depth: int, when: tuple[str, str] | None, name: str = "") -> Line:
        asks: list[Ask] = []
        position = 0
        choice: Ask | None = None
        fields = fields_of(text)
        for found in fields:
            before = text.plain[position : found.start]
            depends = self.questions.depends_on(before, choice.options) if choice else ""
            placeholder = text.plain[found.start : found.end] if text.plain[found.start] == "[" else ""
            own = before.strip(" ,;:") or placeholder.strip("[]")
            self.used[owner] = number = self.used.get(owner, 0) + 1
            ask = Ask(
                id=f"{owner}.{number}",
                kind=found.kind,
                before=before or placeholder,
                label=" ".join(part for part in (name, own) if part) or self.heading,
                options=found.options,
                when=(choice.id, depends) if choice and depends else when,
                whole=len(fields) == 1 and not own,
            )
            choice = ask if found.kind == "choice" else choice
            asks.append(ask)
            position = found.end
        return Line(owner, text, tuple(asks), text.plain[position:] if asks else "", depth)


def _inherited(line: Line) -> tuple[str, str] | None:
    """On what the items within ``line`` depend: on the option that its own follow-up depends on."""
    return next((ask.when for ask in line.asks if ask.when and ask.when[0] in {own.id for own in line.asks}), None)
