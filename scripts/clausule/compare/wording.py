"""What every report of a comparison says: the names of units and changes, and what it leaves out because it says
nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from clausule.compare.changes import NOTES, Change, Comparison, count_natures
from clausule.compare.moves import MovedLine
from clausule.compare.unit import Unit
from clausule.language.language import DEFAULT, Language


class Reason(Protocol):
    """Why something changed, and of what nature that is."""

    @property
    def why(self) -> str: ...

    @property
    def nature(self) -> str: ...


Said = Callable[[Change], Reason | None]
# Then a redline would be a wall of deleted words, and a sentence says more.
HOPELESS = tuple(NOTES)
FEW_PARTS, MOST_NAMES = 3, 10  # beside the main one: so many need no number, and more are not all named
AROUND = 8  # words that are shown beside a change
MEASURES = {"added": "measure added", "removed": "measure withdrawn", "changed": "measure reworded"}


def nothing_said(change: Change) -> Reason | None:
    """For texts that no author explained."""
    return None


class Remarks(NamedTuple):
    """What is known of changes besides their words: what the author said, by id of a definition the units of the new
    side that use its term, and the tag of the language of the texts."""

    said: Said = nothing_said
    users: Callable[[Change], Sequence[Unit]] = lambda change: ()
    language: str = DEFAULT

    def natures(self, comparison: Comparison) -> tuple[int, int]:
        """How many changes are substantive and how many editorial; none of both for texts that no author explained."""

        def nature(change: Change) -> str:
            said = self.said(change)
            return said.nature if said else ""

        return count_natures(comparison.changes, nature)


NO_REMARKS = Remarks()


def differs(comparison: Comparison) -> bool:
    """Whether anything else than nothing happened."""
    return any(change.kind != "unchanged" for change in comparison.changes)


def measure_effect(change: Change) -> str:
    """``measure added``, ``measure reworded`` or ``measure withdrawn``; empty for what is no measure or only moved."""
    return MEASURES.get(change.kind, "") if change.unit.kind == "measure" else ""


def only_divided(change: Change) -> bool:
    """Whether all words stayed, in the same order, and only the units that hold them are others."""
    return bool(change.also_old or change.also_new) and change.from_text.split() == change.to_text.split()


def many_parts(change: Change) -> bool:
    """Whether what was split off or merged is more than a reader wants to see one by one."""
    return len(change.also_old) + len(change.also_new) > MOST_NAMES


def link_words(language: Language) -> dict[str, str]:
    """What is said of a link that leads elsewhere, and of one that is gone: its words, and where."""
    say = language.say
    return {
        "leads": say("The link “{0}” now leads to {1}."),
        "leads_no_more": say("The link “{0}” is gone; it led to {1}."),
    }


def move_words(language: Language) -> dict[str, str]:
    """What is said of an item or paragraph that stands elsewhere: how it begins, and where it was or is."""
    say = language.say
    return {
        "moved_within": say("Moved to another place here: “{0}”"),
        "moved_from": say("Moved here from {1}: “{0}”"),
        "moved_to": say("Moved to {1}: “{0}”"),
    }


def move_sentences(
    language: Language, change: Change, moved: Iterable[MovedLine], name: Callable[[Language, Unit], str]
) -> list[str]:
    """Which items and paragraphs of ``change`` stand elsewhere now, or stood there; units have their ``name``."""
    words, said = move_words(language), []
    for line in moved:
        if line.within:
            said.append(words["moved_within"].format(line.text))
        elif line.new == change.new:
            said.append(words["moved_from"].format(line.text, name(language, line.old)))
        else:
            said.append(words["moved_to"].format(line.text, name(language, line.new)))
    return said


def link_sentences(language: Language, change: Change) -> list[str]:
    """Which links lead elsewhere: no word need be another."""
    words = link_words(language)
    return [
        words["leads_no_more" if now is None else "leads"].format(text, was if now is None else now)
        for text, was, now in change.relinked
    ]


def shortened(text: str, before: bool, after: bool) -> str:
    """The words of ``text`` that stand next to a change: ``before`` it begins after one, ``after`` it ends at one."""
    keep = (AROUND if before else 0) + (AROUND if after else 0)
    if len(text) <= 2 * keep or len(found := re.findall(r"\s*\S+|\s+$", text)) <= keep + 3:
        return text  # most are so short that nobody needs to count their words
    start = "".join(found[:AROUND]) if before else ""
    end = "".join(found[-AROUND:]) if after else ""
    return f"{start}{' ' if start else ''}…{end if end[:1].isspace() else ' ' + end if end else ''}"


def change_heading(language: Language, change: Change) -> str:
    """``Article 8.3 (was article 7.3): changed, split``."""
    # Not needed where files are compared for a terminal, which says it in English.
    from clausule.language.wording.changes import change_words
    from clausule.language.wording.names import capital

    say, words, name = language.say, change_words(language), name_of(language, change.unit)
    was = name_of(language, change.old) if change.old and change.new and change.moved else name
    happened = [words[change.kind]]
    if change.kind == "moved":
        happened = [say("renumbered") if change.only_number else words["moved"], words["same"]]
    if parts := len(change.also_new):
        happened.append(say("split into {n} parts", n=parts + 1) if parts > FEW_PARTS else say("split"))
    if parts := len(change.also_old):
        happened.append(say("merged from {n} parts", n=parts + 1) if parts > FEW_PARTS else say("merged"))
    if only_divided(change):
        happened.append(words["same"])
    before = " (" + say("was {0}").format(was) + ")" if was != name else ""
    return f"{capital(name)}{before}: {', '.join(happened)}"


def name_of(language: Language, unit: Unit) -> str:
    """What a reader calls a unit, wherever it stands: ``article 7.2``, ``term “Data breach”``, ``annex 2, section D,
    measure``."""
    say, kind, title = language.say, unit.kind, unit.title
    if kind == "definition":
        return say("term “{term}”", term=title)
    if kind == "title":
        return say("the title")
    within, numbered = _within(language).get(kind, ""), f" {unit.number}".rstrip()
    article, annex = _ids(language)
    if match := article.fullmatch(unit.id):
        place = say("article {number}", number=match[1])
        if kind == "article":
            return f"{place} ({title})" if title else place
        return f"{place}, {within}{numbered}" if within and match[2] else place
    if match := annex.fullmatch(unit.id):
        place = say("annex {number}", number=match[1].upper())
        if kind == "annex":
            return f"{place} ({title})" if title else place
        part = say("section {label}", label=match[2].upper()) if match[2] else f"“{title}”" if title else ""
        return ", ".join(filter(None, (place, part, within if kind != "section" else "")))
    return f"“{title or unit.id}”" + (f", {within}{numbered}" if kind in ("item", "row", "paragraph") else "")


@cache
def _ids(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The ids of what stands in an article, with its number; in an annex, with its number and the letter of the
    section."""
    article, annex = language.grammar.ARTICLE, language.grammar.ANNEX
    return re.compile(rf"{article}-(\w+(?:\.\w+)*)(?:-(.+))?"), re.compile(
        rf"{annex}-(\w+)(?:-([a-z]|\d+)(?=-|$))?(?:-.*)?"
    )


@cache
def _within(language: Language) -> dict[str, str]:
    """What a part without a number of its own is called in what holds it."""
    say = language.say
    return {
        "measure": say("measure"),
        "row": language.say_of("of a table", "row"),
        "item": say("item"),
        "paragraph": say("paragraph"),
        "section": say("section"),
    }
