"""A table of sub-processors in a text that came in, as draft rows of the list; what it does not say is unknown."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clausule.disk.scratch import scratch_folder
from clausule.language.language import Language, language_of
from clausule.law.countries import countries_in, in_area
from clausule.model.editions import Edition
from clausule.model.ids import Ids, slug
from clausule.model.nodes import Table, Text, block_texts
from clausule.model.walk import Part, walk
from clausule.read.sub_processors import list_path

_UNKNOWN = ("address", "contact", "purpose", "data", "data_subjects", "active")
_LISTS = ("data", "data_subjects")
_EMAIL = re.compile(r"[^@\s,;:<>()]+@[^@\s,;:<>()]+\.[^@\s,;:<>()]+")
_WEBSITE = re.compile(r"https?://\S+")
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was written at ``path``: ``names`` are those of the rows, ``missing`` says of a row that is a comment what
    the list cannot do without. Where a list is there already, ``others`` are names in the table that are not on it.
    ``headless``: no row says what the columns hold, and they were told apart by their words."""

    path: str
    names: list[str] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    headless: bool = False


def draft_rows(root: Path, edition: Edition) -> Drafted | None:
    """Writes the list of sub-processors from the tables of ``edition``; None where it has none. A list that is there is
    left as it is."""
    language = language_of(edition.language)
    tables = [table for part in walk(edition) for table in _tables(part, language)]
    rows = list(_rows(tables, language))
    if not rows:
        return None
    headless = any(table.headless for table in tables)
    path = list_path(edition.agreement, language)
    names = [row["name"] for row in rows]
    if os.path.lexists(root / path):
        there = (root / path).read_text("utf-8", "replace").casefold()
        return Drafted(path, others=[name for name in names if name.casefold() not in there], headless=headless)
    ids = Ids()
    written, missing = list[str](), dict[str, str]()
    for row in rows:
        lacks = [what for what, key in (("its service", "service"), ("its country", "places")) if key not in row]
        lines = _lines(row, ids, language)
        if lacks:
            missing[row["name"]] = " and ".join(lacks)
            lines = [f"# the table does not say {missing[row['name']]}:", *(f"# {line}" for line in lines)]
        written += lines
    head = (
        f"# Drafted from {edition.name}, where it was imported. Where it says {language.sub_processors.unknown}, ask.\n"
    )
    some = "sub_processors:" if len(missing) < len(rows) else "sub_processors: []"
    _write(root / path, f"{head}{some}\n" + "".join(f"  {line}\n" for line in written))
    return Drafted(path, [name for name in names if name not in missing], missing, headless=headless)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A table of sub-processors: the key of each column, and the words of the rows."""

    keys: list[str]
    rows: list[list[str]]
    headless: bool = False


def _tables(part: Part, language: Language) -> Iterator[_Listed]:
    for table in part.blocks:
        if isinstance(table, Table):
            head, *below = _headed(table)
            if not _speaks(part, head, language):
                continue
            rows = [[" ".join(cell.plain.split()) for cell in row] for row in (head, *below)]
            if keys := _keys(head, language):
                yield _Listed(keys, rows[1:])
            elif not any(cell.plain for cell in table.header) and (keys := _keys_by_words(rows, language)):
                yield _Listed(keys, rows, headless=True)


def _rows(tables: Sequence[_Listed], language: Language) -> Iterator[dict[str, str]]:
    """The rows of the tables of sub-processors: what each says, by the keys of the list."""
    found: dict[str, dict[str, str]] = {}
    for table in tables:
        for cells in table.rows:
            row = _row(table.keys, cells, language)
            if row and row["name"] in found:
                found[row["name"]] = _joined(found[row["name"]], row)
            elif row:
                found[row["name"]] = row
    yield from found.values()


def _headed(table: Table) -> list[tuple[Text, ...]]:
    """The rows of a table with its header; where that is empty, its first row is one for all that is known."""
    return [*([table.header] if any(cell.plain for cell in table.header) else []), *table.rows]


def _speaks(part: Part, head: tuple[Text, ...], language: Language) -> bool:
    """Whether a table with this header can be a list of sub-processors, by the words around it."""
    around: list[Text | None] = [part.heading, part.within.heading if part.within else None, *head[:1]]
    around += [text for text in block_texts(tuple(block for block in part.blocks if not isinstance(block, Table)))]
    return any(text and language.sub_processors.speaks_of(text.plain) for text in around)


def _keys_by_words(rows: Sequence[Sequence[str]], language: Language) -> list[str]:
    """The key of each column of a table without a header: countries and days are known by themselves, the first column
    is who, the next what he does. None where no column has countries alone."""
    keys = ["name"]
    for column in list(zip(*rows, strict=False))[1:]:
        filled = [cell for cell in column if cell.strip(" -–—/")]
        if "place" not in keys and _all(filled, lambda cell: countries_in(cell, language.tag, language.law.countries)):
            keys.append("place")
        elif "active" not in keys and _all(filled, language.own_version.date_in):
            keys.append("active")
        else:
            keys.append("service" if filled and "service" not in keys else "")
    return keys if "place" in keys else []


def _all(cells: Sequence[str], says: Callable[[str], object]) -> bool:
    return bool(cells) and all(says(cell) for cell in cells)


def _keys(head: tuple[Text, ...], language: Language) -> list[str]:
    """The key of each column; none where this is no header of a list of sub-processors."""
    keys = list[str]()
    for cell in head:
        key = language.sub_processors.column(cell.plain)
        keys.append("" if key in keys else key)
    if "service" not in keys and "purpose" in keys:
        keys[keys.index("purpose")] = "service"
    return keys if "name" in keys and len(set(keys) - {""}) > 1 else []


def _row(keys: Sequence[str], cells: Sequence[str], language: Language) -> dict[str, str]:
    row = {key: cell for key, cell in zip(keys, cells, strict=False) if key and cell.strip(" -–—/")}
    if "name" not in row:
        return {}
    row = {key: cell for key, cell in row.items() if key == "name" or not _is_open(cell, language)}
    place, ground = row.pop("place", ""), row.pop("ground", "")
    if "active" in row:
        day = language.own_version.date_in(row.pop("active"))
        if day and day.day and day.month and day.year:
            row["active"] = f"{day.year:04}-{day.month:02}-{day.day:02}"
    named = countries_in(place, language.tag, language.law.countries)
    if named:
        row["places"] = ", ".join(_place(code, place, named, f"{ground} {place}", language) for code in named)
    return row


def _is_open(cell: str, language: Language) -> bool:
    """Whether all that a cell says is that it is still to be filled in: 'TBC'."""
    around = cell
    for start, end in language.leftovers.places(cell):
        around = around.replace(cell[start:end], "", 1)
    return not around.strip(" .()[]-–—/")


def _place(code: str, words: str, named: dict[str, tuple[int, int]], grounds: str, language: Language) -> str:
    """A place of a row, as YAML: the country, and in words what else the table says of it."""
    start, end = named[code]
    rest = words[:start] + words[end:] if len(named) == 1 else ("" if len(words) == end - start else words)
    where = re.sub(r"\(\s*\)", "", rest).strip(" ,;/()-–")
    pieces = [f"country: {code}"]
    pieces += [f"where: {json.dumps(where, ensure_ascii=False)}"] if where else []
    ground = language.sub_processors.ground(grounds)
    pieces += [f"ground: {ground}"] if ground and not in_area(code, None, None) else []
    return f"{{{', '.join(pieces)}}}"


def _joined(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """Two rows about one sub-processor."""
    both = dict(one)
    for key, words in other.items():
        if key not in both:
            both[key] = words
        elif words not in both[key] and key in ("places", "service", "purpose", *_LISTS):
            both[key] = f"{both[key]}, {words}" if key == "places" else f"{both[key]}; {words}"
    return both


def _lines(row: dict[str, str], ids: Ids, language: Language) -> list[str]:
    unknown = language.sub_processors.unknown
    lines = [f"- id: {ids.unique(slug(row['name'])[:_LONGEST_ID].strip('-') or language.slugs.row)}"]
    for key in ("name", "address", "contact", "service", "purpose", "data", "data_subjects", "places", "active"):
        words = row.get(key, "")
        if not words:
            lines += [f"  {key}: {unknown}"] if key in _UNKNOWN else [f"  {key}:"]
        elif key == "places":
            lines.append(f"  {key}: [{words}]")
        elif key in _LISTS:
            pieces = (piece.strip() for piece in re.split(r"[,;]", words))
            lines.append(f"  {key}: [{', '.join(json.dumps(one, ensure_ascii=False) for one in pieces if one)}]")
        elif key == "contact":
            lines.append(f"  {key}: {{{_contact(words)}}}")
        else:
            lines.append(f"  {key}: {json.dumps(words, ensure_ascii=False) if key != 'active' else words}")
    return lines


def _contact(words: str) -> str:
    email, website = _EMAIL.search(words), _WEBSITE.search(words)
    found = {"email": email[0] if email else "", "website": website[0] if website else ""}
    if not any(found.values()):
        found["name"] = words
    return ", ".join(f"{key}: {json.dumps(word, ensure_ascii=False)}" for key, word in found.items() if word)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(".new-", path.parent) as scratch:
        (scratch / path.name).write_text(text, "utf-8", newline="\n")
        (scratch / path.name).replace(path)
