"""``overeenkomst.json`` of our own as the sources that it was made of: nothing of what is hashed is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clausule.language.protocol import Grammar
from clausule.model.addresses import EDITION_DATA
from clausule.read.importing.document import NoDocument
from clausule.read.importing.sources import SourceFile
from clausule.read.importing.written import files_of

_KEYS = ("version", "articles", "annexes", "preamble", "closing", "sha256")


@dataclass(frozen=True, slots=True)
class OwnData:
    """An edition as data: its version, its day, its hash and the recipe of that, and all of it as it was read; or as
    the files that were ``made`` of it."""

    version: str
    effective: date | None
    sha256: str
    recipe: int
    agreement: str
    values: Mapping[str, Any]
    made: tuple[SourceFile, ...] = ()

    def texts(self) -> Iterator[str]:
        """Every text of it, in order: what a reader of the edition sees."""
        yield from _texts({key: self.values.get(key) for key in ("preamble", "articles", "closing", "annexes")})

    def files(self, grammar: Grammar, version: str, front: str) -> list[SourceFile]:
        """The files of the edition, ``front`` the front matter of index.md. Raises ``NoDocument`` when parts are
        missing in it."""
        if self.made:
            return [replace(self.made[0], front=front), *self.made[1:]]
        try:
            return list(files_of(self.values, grammar, version, front))
        except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
            raise NoDocument(
                f"This {EDITION_DATA} is not as clausule writes it ({error}). Download it anew."
            ) from error


def is_own(data: bytes) -> bool:
    """Whether a file is an object of JSON."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def own_data(data: bytes, name: str) -> OwnData:
    """The edition in ``data``. Raises ``NoDocument`` for any other JSON."""
    try:
        values = json.loads(data.decode("utf-8-sig"))
        if not all(key in values for key in _KEYS):
            raise NoDocument(
                f"{name} is JSON, and no {EDITION_DATA} of an edition: it has no "
                f"{next(k for k in _KEYS if k not in values)}. "
                "What can be imported is the file that the site offers beside each edition."
            )
        day = values.get("effective")
        return OwnData(
            str(values["version"]),
            date.fromisoformat(day) if day else None,
            str(values["sha256"]),
            int(values.get("recipe", 1)),
            str(values.get("agreement", "")),
            values,
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise NoDocument(f"{name} is no {EDITION_DATA}, or is damaged ({error}). Download it anew.") from error


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key in ("mark", "title", "subheading"):
            if value.get(key):
                yield str(value[key])
        if "text" in value and "references" in value:
            yield from str(value["text"]).split("\n")
        for key in ("preamble", "articles", "intro", "clauses", "closing", "annexes", "sections"):
            if isinstance(value.get(key), list | dict):
                yield from _texts(value[key])
