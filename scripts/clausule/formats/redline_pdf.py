"""What changed from one edition to another as PDF: how much, what and why, with marks that survive without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from clausule.analysis.references import Notes
from clausule.compare.changes import EDITORIAL, SUBSTANTIVE, count_kinds, count_natures
from clausule.compare.history import History, Row
from clausule.compare.moves import MovedLine, moved_lines
from clausule.compare.nature import note_of
from clausule.compare.redline import IN, OUT, SAME, Edit, shown, typeset_edits
from clausule.compare.unit import HEADINGS
from clausule.compare.wording import HOPELESS, change_heading, link_sentences, move_sentences, name_of
from clausule.formats.redline import Redline
from clausule.formats.sheets import HEAD, house_data
from clausule.formats.signs import unknown_signs
from clausule.formats.typesetting import NOT_INSTALLED, is_installed, typeset
from clausule.language.language import Language, language_of
from clausule.language.wording.changes import (
    count_sentence,
    nature_words,
    note_words,
    weaker,
    whole_count,
)
from clausule.language.wording.names import capital, edition_name, full_title, short_edition, shorten
from clausule.model.addresses import COMPARISON_FILE, in_form
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House

_OPS = {SAME: "", IN: "in", OUT: "out"}
_SHORT = 1200
"""Signs up to which a change and its reason stay on one page."""
Group = tuple[int, list[Row]]


def _make(agreement: Agreement, history: History, old: Edition, new: Edition, house: House) -> bytes:
    data = _shown(_data(agreement, history, (old, new), house))
    return typeset("redline", data | {"house": house_data(house)}, day=new.effective or old.effective)


def _shown(data: Any) -> Any:
    """``data`` with the number of each sign that the fonts do not have in place of it."""
    if isinstance(data, str):
        signs = {ord(sign): f"[U+{ord(sign):04X}]" for sign in unknown_signs(data)}
        return data.translate(signs) if signs else data
    if isinstance(data, dict):
        return {key: _shown(value) for key, value in data.items()}
    return [_shown(value) for value in data] if isinstance(data, list | tuple) else data


def _between(history: History, old: Edition, new: Edition) -> list[Group]:
    return history.between(history.index(old.version), history.index(new.version))


REDLINE = Redline(
    name="pdf",
    file=in_form(COMPARISON_FILE, "pdf"),
    title=lambda language: language.say("Redline (PDF)"),
    make=_make,
    lacks=lambda: "" if is_installed() else NOT_INSTALLED,
)


def _data(agreement: Agreement, history: History, pair: tuple[Edition, Edition], house: House) -> dict[str, Any]:
    old, new = pair
    language = language_of(new.language)
    say, groups = language.say, _between(history, old, new)
    note = note_of(groups)
    rows = [row for _, group in groups for row in group]
    numbers = history.index(old.version), history.index(new.version)
    told = [] if note in HOPELESS else [_group(language, history, group, numbers) for group in groups if _says(group)]
    title = say("Changes from {old} to {new}", old=edition_name(old), new=edition_name(new))
    return {
        "language": new.language,
        "title": f"{full_title(agreement)}: {title}",
        "author": agreement.publisher,
        "agreement": full_title(agreement),
        "heading": title,
        "facts": list(_facts(language, old, new, house)),
        "tally": f"{note_words(language).get(note, '')} {_tally(language, history, rows)}".strip(),
        "groups": told,
        "head": {"left": shorten(full_title(agreement), HEAD), "right": f"{short_edition(old)} – {short_edition(new)}"},
        "foot": _address(old, new, house),
        "words": _words(language),
    }


def _tally(language: Language, history: History, rows: Sequence[Row]) -> str:
    return whole_count(language, count_kinds(rows), count_natures(rows, partial(_nature, history)))


def _nature(history: History, row: Row) -> str:
    return SUBSTANTIVE if history.is_meant(row) else EDITORIAL


def _words(language: Language) -> dict[str, str]:
    say = language.say
    return {
        "page": say("page {page} of {pages}", page="{n}", pages="{all}"),
        "overview": say("What has changed"),
        "legend": say("Reading the marks"),
        "in": say("inserted"),
        "out": say("deleted"),
        "why": say("Why"),
        "same": say("Different number, same wording"),
    }


def _facts(language: Language, old: Edition, new: Edition, house: House) -> Iterator[tuple[str, str]]:
    for edition in (old, new):
        yield capital(edition_name(edition)), Notes(edition).sha256
    if house.address:
        yield language.say("Address"), _address(old, new, house)


def _address(old: Edition, new: Edition, house: House) -> str:
    """Where any two editions are compared on the site."""
    if not house.address:
        return ""
    slugs = language_of(new.language).slugs
    return f"{house.address}{new.agreement}/{slugs.compare_home}{slugs.chosen(old.version, new.version)}"


def _says(group: Group) -> bool:
    return any(row.kind != "unchanged" for row in group[1])


def _group(language: Language, history: History, group: Group, pair: tuple[int, int]) -> dict[str, Any]:
    """An article, annex or part with its rows; those of which only the number changed stand together in one line."""
    top, rows = group
    unit = history.lineages[top].unit(pair[1]) or history.lineages[top].unit(pair[0])
    assert unit
    heading = next((row for row in rows if row.lineage == top), None)
    renumbered = [row for row in rows if row.only_number and row is not heading]
    told = [row for row in rows if row.kind != "unchanged" and row not in renumbered]
    moved = moved_lines(told)
    name = change_heading(language, heading) if heading and heading.kind != "unchanged" else name_of(language, unit)
    return {
        "heading": capital(name),
        "tally": count_sentence(language, {**count_kinds(rows), "unchanged": 0}),
        "rows": [
            _row(language, history, row, lines)
            for row, lines in zip(told, moved, strict=True)
            if row is not heading or _has_words(row)
        ],
        "renumbered": [change_heading(language, row) for row in renumbered],
    }


def _has_words(row: Row) -> bool:
    """Whether there is more to show than a heading that stands above the rows already."""
    return row.unit.kind not in HEADINGS or row.kind == "changed" or "\n" in "".join(text for _, text in row.redline)


def _row(language: Language, history: History, row: Row, lines: Sequence[MovedLine]) -> dict[str, Any]:
    said = [*link_sentences(language, row), *move_sentences(language, row, lines, name_of)]
    return {
        "heading": change_heading(language, row),
        "nature": nature_words(language)[_nature(history, row)],
        "lines": _lines(language, row.redline),
        "said": said + ([weaker(language)] if row.is_less else []),
        "why": [{"edition": short_edition(edition), "words": words} for edition, words in history.why(row)],
        "short": len(row.from_text) + len(row.to_text) < _SHORT,
    }


def _lines(language: Language, edits: Sequence[Edit]) -> list[list[list[str]]]:
    """The lines of a redline, each of pieces: what happened to words, and the words. A tab parts cells of a row."""
    lines: list[list[list[str]]] = [[]]
    for op, text in shown(typeset_edits(language, list(edits))):
        for number, part in enumerate(text.replace("\t", " | ").split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append([_OPS[op], part])
    return [line for line in lines if line]
