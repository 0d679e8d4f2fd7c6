"""Two editions as one Word file with tracked changes: accepted it is the new edition, refused the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise

from clausule.analysis.references import Notes
from clausule.compare.changes import Change, Comparison
from clausule.compare.comparable import comparable
from clausule.compare.lcs import rising
from clausule.compare.lines import pair_lines
from clausule.compare.remarks import compare_editions
from clausule.compare.unit import Unit
from clausule.compare.units import edition_units, unit_sources
from clausule.compare.wording import Said
from clausule.formats.flow import flow_of
from clausule.formats.redline import Redline
from clausule.formats.word.entries import Entries
from clausule.formats.word.paragraphs import Written, WrittenRow
from clausule.formats.word.parts import Footnotes
from clausule.formats.word.revisions import Changed, Pair, Step, tracked
from clausule.formats.wordfile import word_file
from clausule.language.language import language_of
from clausule.language.wording.names import version_name
from clausule.model.addresses import COMPARISON_FILE, in_form
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House

Places = dict[str, list[int]]
Comment = tuple[int, str]


def word_comparison(agreement: Agreement, old: Edition, new: Edition, house: House) -> bytes:
    """The Word file of what changed from ``old`` to ``new``, with the author's reasons as comments. Numbers are typed,
    as each edition has them, and change as words do."""
    comparison, remarks = compare_editions(agreement, old, new)
    before, after = _entries(agreement, old), _entries(agreement, new)
    places = _places(old, before), _places(new, after)
    pairs, elsewhere = _pairs(comparison, (old, new), (before, after), places)
    steps = tracked(before.all, after.all, pairs, elsewhere)
    written, said = _commented(steps, comparison, places, remarks.said)
    day = new.effective or old.effective or date(1980, 1, 1)  # a move must have one (17.13.5.23)
    language = language_of(new.language)
    shown = language.say("{old} compared with {new}", old=version_name(old), new=version_name(new))
    return word_file(
        agreement,
        new,
        written,
        Footnotes(after.notes, before.notes),
        head=(new.title(agreement), shown),
        house=house,
        tracked={"author": agreement.publisher or agreement.title, "date": f"{day.isoformat()}T00:00:00Z"},
        said=said,
    )


@lru_cache(maxsize=2)
def _entries(agreement: Agreement, edition: Edition) -> Entries:
    """Kept: of pairs that follow each other the later edition of one is the earlier of the next."""
    entries = Entries()
    if edition.heading:
        entries.title(edition.heading)
    entries.add(flow_of(agreement, edition, Notes(edition)))
    return entries


def _places(edition: Edition, entries: Entries) -> Places:
    """The indexes of the entries that hold the words of each unit, by its id."""
    holders = defaultdict(list)
    for index, sources in enumerate(entries.sources):
        for text in sources:
            holders[id(text)].append(index)
    return {
        name: sorted({index for texts in lines for text in texts for index in holders[id(text)]})
        for name, lines in unit_sources(edition).items()
    }


def _pairs(
    comparison: Comparison,
    editions: tuple[Edition, Edition],
    entries: tuple[Entries, Entries],
    places: tuple[Places, Places],
) -> tuple[list[Pair], set[Pair]]:
    """The entries that are one, and which of them stand elsewhere now."""
    order = [{unit.id: n for n, unit in enumerate(edition_units(edition))} for edition in editions]
    kept = [change for change in comparison.changes if change.old and change.new]
    found = {(order[0][_id(change.old)], order[1][_id(change.new)]): change for change in kept}
    in_order = set(rising(sorted(found)))
    pairs: list[Pair] = []
    elsewhere: set[Pair] = set()
    for place, change in sorted(found.items()):
        mine = list(_within(change, entries, places))
        pairs += mine
        elsewhere.update(mine if place not in in_order else ())
    return pairs, elsewhere


def _id(unit: Unit | None) -> str:
    return unit.id if unit else ""


def _within(change: Change, entries: tuple[Entries, Entries], places: tuple[Places, Places]) -> Iterator[Pair]:
    """The entries of one change: those with like words, and between two such as many as there are on both sides; the
    first of both sides, whatever their words."""
    old, new = (
        [index for unit in units for index in place.get(unit.id, ())]
        for units, place in zip((change.all_old, change.all_new), places, strict=True)
    )
    words = [
        [comparable(side.all[index].words).split() for index in found]
        for side, found in zip(entries, (old, new), strict=True)
    ]
    lines = pair_lines(*words)
    yield from ((old[i], new[j]) for i, j in lines)
    taken = {i for i, _ in lines}, {j for _, j in lines}
    for (i, j), (x, y) in pairwise([(-1, -1), *rising(lines), (len(old), len(new))]):
        left = [n for n in range(i + 1, x) if n not in taken[0]]
        right = [n for n in range(j + 1, y) if n not in taken[1]]
        if len(left) == len(right) or (i, j) == (-1, -1):
            yield from ((old[a], new[b]) for a, b in list(zip(left, right, strict=False))[: len(left) or 1])


def _commented(
    steps: Sequence[Step], comparison: Comparison, places: tuple[Places, Places], said: Said
) -> tuple[list[Changed], list[Comment]]:
    """What is written, with each reason on what it is about; one reason of what stands side by side is one comment."""
    found = [{getattr(step, side): n for n, step in enumerate(steps)} for side in ("old", "new")]
    reasons: dict[int, str] = {}
    for change in comparison.changes:
        reason = said(change) if change.kind != "unchanged" else None
        units, side = (change.all_new, 1) if change.new else (change.all_old, 0)
        for index in (index for unit in units for index in places[side].get(unit.id, ()) if reason and reason.why):
            if index in found[side] and reason:
                reasons.setdefault(found[side][index], reason.why)
    written = [step.one for step in steps]
    comments: list[Comment] = []
    for why, group in groupby(sorted(reasons), key=reasons.__getitem__):
        for first, last in _runs(list(group)):
            number = len(comments)
            comments.append((number, why))
            written[first] = _with_comment(written[first], 0, begins=number)
            written[last] = _with_comment(written[last], -1, ends=number)
    return written, comments


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of those that follow each other."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield run[0], run[-1]


def _with_comment(one: Changed, cell: int, begins: int | None = None, ends: int | None = None) -> Changed:
    """The same with a comment that begins or ends there; in a row in the cell with that index."""
    if isinstance(one, WrittenRow):
        cells = list(one.cells)
        cells[cell] = _noted(cells[cell], begins, ends)
        return replace(one, cells=tuple(cells))
    return _noted(one, begins, ends)


def _noted(one: Written, begins: int | None, ends: int | None) -> Written:
    more = ((begins,) if begins is not None else ()), ((ends,) if ends is not None else ())
    return replace(one, comments=(*one.comments, *more[0]), ended=(*one.ended, *more[1]))


REDLINE = Redline(
    name="docx",
    file=in_form(COMPARISON_FILE, "docx"),
    title=lambda language: language.say("Redline (Word)"),
    make=lambda agreement, history, old, new, house: word_comparison(agreement, old, new, house),
)
