"""Front matter to what stands beside the text: ``avg``, ``remarks`` and ``measures`` of an article, an annex or an
edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausule.model.claims import Beside, Claim, Mapping, Reading, Remark, Value
from clausule.model.editions import FrontMatter
from clausule.read.frontmatter import DAY_HINT, KEY, read_day
from clausule.read.source import Sources

_Keys = tuple[str | int, ...]


def read_beside(metas: Iterable[FrontMatter], partly: str) -> Beside:
    """What the front matters of one edition say, in their order. Their shape was held against their schemas.

    ``partly`` stands behind a demand that is fulfilled in part.
    """
    listed = list(metas)
    return Beside(
        tuple(claim for meta in listed for claim in _claims(meta, partly)),
        tuple(remark for meta in listed for remark in _remarks(meta)),
        tuple(mapping for meta in listed for mapping in _mappings(meta)),
    )


def read_reading(sources: Sources, meta: FrontMatter) -> Reading | None:
    """Who read an edition beside the law, and when, by its front matter; a day that does not exist is a finding."""
    row = meta.values.get("reading")
    if not isinstance(row, dict) or not str(row.get("by") or "").strip():
        return None
    written = row.get("day")
    day = read_day(written)
    if day is None and isinstance(written, str):
        sources.add(meta.place(("reading", "day")), "front-matter", f"day: '{written}' is no date", DAY_HINT, written)
    return Reading(" ".join(str(row["by"]).split()), day)


def _claims(meta: FrontMatter, word: str) -> Iterator[Claim]:
    for at in meta.values.get("avg") or {}:
        for value in _values(meta, ("avg", at)):
            demand, _, degree = value.words.partition(" ")
            partly = degree.strip() == word
            yield Claim(
                at=at,
                demand=demand if partly else value.words,
                partly=partly,
                place=value.place,
                at_place=meta.place(("avg", at, KEY)),
            )


def _remarks(meta: FrontMatter) -> Iterator[Remark]:
    for index, row in enumerate(meta.values.get("remarks") or ()):
        if isinstance(row, dict):
            words = [str(row.get(key) or "") for key in ("at", "about", "note")]
            yield Remark(at=words[0], about=words[1], note=words[2], place=meta.place(("remarks", index)))


def _mappings(meta: FrontMatter) -> Iterator[Mapping]:
    for words, row in (meta.values.get("measures") or {}).items():
        if isinstance(row, dict):
            place = meta.place(("measures", words))
            goals, controls, concepts = (_values(meta, ("measures", words, key)) for key in ("avg", "iso", "dpv"))
            yield Mapping(words=words, path=place.path, goals=goals, controls=controls, concepts=concepts, place=place)


def _values(meta: FrontMatter, keys: _Keys) -> tuple[Value, ...]:
    """The word at ``keys``, or each word of the list there."""
    found: object = meta.values
    for key in keys:
        found = found.get(str(key)) if isinstance(found, dict) else None
    if isinstance(found, list):
        return tuple(
            Value(str(word), meta.place((*keys, index))) for index, word in enumerate(found) if word is not None
        )
    return (Value(str(found), meta.place(keys)),) if found else ()
