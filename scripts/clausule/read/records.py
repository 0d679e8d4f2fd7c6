"""What is kept of an edition that was read before: enough to do without its words for as long as its files are the
same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from clausule.model.editions import Imprint
from clausule.model.notes import Withdrawal
from clausule.read.source import Sources

_DATES = ("effective", "until", "announced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One edition as it was when it was published.

    ``source`` is a hash of the paths and bytes of its files, ``included`` are those outside its folder. ``passed`` says
    what else the rules looked at when they had nothing to ask (empty: they must look again). ``next_source`` is that of
    the edition after it when ``shift`` was made: what happened to its numbers there, as data. ``unsettled``: whose
    terms it uses is found by date, so that it is read again.
    ``beside`` is what its author says beside the words: each thing with a hash.
    """

    source: str
    included: tuple[str, ...]
    numbered: bool
    effective: date | None
    until: date | None
    announced: date | None
    concept: bool
    imprint: Imprint
    passed: str
    next_source: str = ""
    shift: list[dict[str, str | None]] | None = None
    unsettled: bool = False
    effective_shown: str = ""
    beside: dict[str, str] = field(default_factory=dict)
    withdrawn: Withdrawal | None = None
    audience: str = ""


def to_json(record: Record) -> dict[str, Any]:
    """The record as JSON; ``from_json`` reads it back."""
    # asdict would copy all that is in it, for each of hundreds of editions.
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    values["imprint"] = {one.name: getattr(record.imprint, one.name) for one in fields(Imprint)}
    if record.withdrawn:
        values["withdrawn"] = {"day": record.withdrawn.day.isoformat(), "why": record.withdrawn.why}
    return values | {name: day.isoformat() if (day := values[name]) else None for name in _DATES}


def from_json(values: Any) -> Record | None:
    """The record, or nothing when ``values`` is not one: then the edition is read."""
    try:
        if not all(isinstance(values[name], str) for name in ("source", "passed", "next_source", "effective_shown")):
            return None
        if not isinstance(values["unsettled"], bool) or not isinstance(values["audience"], str):
            return None
        if not all(isinstance(what, str) for what in values["beside"].values()):
            return None
        if values["shift"] is not None and [type(side) for side in values["shift"]] != [dict, dict]:
            return None
        dates = {name: date.fromisoformat(values[name]) if values[name] else None for name in _DATES}
        imprint = Imprint(
            sha256=values["imprint"]["sha256"],
            pages=tuple(values["imprint"]["pages"]),
            frame=values["imprint"]["frame"],
            sub_processors=values["imprint"]["sub_processors"] is True,
            manifest=tuple(str(word) for word in values["imprint"]["manifest"]),
            breach=str(values["imprint"]["breach"]),
            heading=str(values["imprint"]["heading"]),
            parties=tuple(str(words) for words in values["imprint"]["parties"]),
        )
        told = values["withdrawn"]
        withdrawn = Withdrawal(day=date.fromisoformat(told["day"]), why=str(told["why"])) if told else None
        given = {"imprint": imprint, "included": tuple(values["included"]), "withdrawn": withdrawn}
        return Record(**(values | dates | given))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def source_hash(files: Mapping[str, str]) -> str:
    """A hash of paths and of the hashes of their bytes."""
    lines = "".join(f"{path}\0{files[path]}\n" for path in sorted(files))
    return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


def unchanged_files(sources: Sources, folder: str, record: Record) -> dict[str, str] | None:
    """The files of the edition in ``folder`` with the hashes of their bytes, when they are those of ``record``.

    Reading is a function of these bytes alone, so their words come to what the record says. None for any difference:
    a file more or less, a link, other bytes.
    """
    if sources.refusal(f"{folder}/index.md"):
        return None
    try:
        with os.scandir(sources.root / folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
            if any(entry.is_symlink() or not entry.is_file() for entry in found):
                return None
    except OSError:
        return None
    files: dict[str, str] = {}
    for entry in found:
        files[f"{folder}/{entry.name}"] = sources.fingerprint(f"{folder}/{entry.name}")
    for path in record.included:
        if sources.refusal(path):
            return None
        files[path] = sources.fingerprint(path)
    return files if source_hash(files) == record.source else None
