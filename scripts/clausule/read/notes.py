"""What an author says beside the text, out of front matter: errata, allowances, reasons, pairs, what a supervisor
asks."""

from __future__ import annotations

from collections.abc import Iterator

from clausule.model.editions import FrontMatter
from clausule.model.nodes import AlsoAsked, Place
from clausule.model.notes import Allowance, ChangeNote, Erratum, PairNote, ShortLine, Withdrawal
from clausule.read.frontmatter import DAY_HINT, read_day
from clausule.read.source import Sources


def read_errata(meta: FrontMatter) -> tuple[Erratum, ...]:
    """The known mistakes of an edition."""
    rows = _rows(meta, "errata", "at", "words", "should", "note")
    return tuple(Erratum(**words, place=place) for _, words, place in rows)


def read_allowances(meta: FrontMatter) -> tuple[Allowance, ...]:
    """The findings that its author accepts."""
    rows = _rows(meta, "allow", "rule", "at", "words", "reason")
    return tuple(Allowance(**words, place=place) for _, words, place in rows)


def read_changes(meta: FrontMatter) -> tuple[ChangeNote, ...]:
    """Why things changed since the edition before."""
    rows = _rows(meta, "changes", "at", "from", "why", "nature")
    return tuple(ChangeNote(was=words.pop("from"), **words, place=place) for _, words, place in rows)


def read_pairs(meta: FrontMatter) -> tuple[PairNote, ...]:
    """What the author knows better than the comparison."""
    return tuple(
        PairNote(old=words["from"], new=words["to"] or words["not"], apart=not words["to"], place=place)
        for _, words, place in _rows(meta, "pairs", "from", "to", "not")
    )


def read_in_short(meta: FrontMatter) -> tuple[ShortLine, ...]:
    """The author's summary of an edition."""
    rows = _rows(meta, "in_short", "at", "line")
    return tuple(ShortLine(**words, place=place) for _, words, place in rows if words["line"].strip())


def read_also_asked(meta: FrontMatter) -> tuple[AlsoAsked, ...]:
    """Where the supervisor asks the same as a questionnaire."""
    found = []
    for index, words, _ in _rows(meta, "supervisor", "ask", "at", "partly"):
        place, at_place = (meta.place(("supervisor", index, key)) for key in ("ask", "at"))
        found.append(AlsoAsked(**words, place=place, at_place=at_place))
    return tuple(found)


def read_withdrawal(sources: Sources, meta: FrontMatter) -> Withdrawal | None:
    """When and why an edition was taken back; None where it was not, or where that cannot be read, which is a
    finding."""
    told = meta.values.get("withdrawn")
    if not isinstance(told, dict):
        return None
    day, why = read_day(told.get("day")), str(told.get("why") or "")
    if day is None or not why.strip():
        key = "why" if day else "day"
        message = "the withdrawal gives no reason" if day else f"withdrawn: '{told.get('day')}' is no date"
        sources.add(
            meta.place(("withdrawn", key)), "front-matter", message, f"write day: and why: below it; {DAY_HINT}"
        )
        return None
    pages, above = (tuple(str(page) for page in told.get(key) or () if page is not None) for key in ("pages", "above"))
    emptied, manifest = told.get("words") == "removed", str(told.get("manifest") or "")
    return Withdrawal(day=day, why=why, is_emptied=emptied, pages=pages, above=above, manifest=manifest)


def _rows(meta: FrontMatter, key: str, *names: str) -> Iterator[tuple[int, dict[str, str], Place]]:
    """Each entry of the list ``key``: its index, its words by name, its place."""
    for index, row in enumerate(meta.values.get(key) or ()):
        if isinstance(row, dict):
            yield index, {name: str(row.get(name) or "") for name in names}, meta.place((key, index))
