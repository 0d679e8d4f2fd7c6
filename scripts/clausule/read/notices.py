"""``docs/<agreement>/notices.yml`` to the notices that were sent, each held against the letter that is kept of it."""

from __future__ import annotations

import os
from typing import Any

from clausule.model.editions import FrontMatter
from clausule.model.notices import EDITION, ROW, Notice, letter_path, letter_sha256, record_path
from clausule.read.frontmatter import DAY_HINT, Path, read_data, read_day
from clausule.read.source import Sources

RULE = "notice-record"
_HASH = "sha256:"
_BACK = "take the file back from the history of the repository: clausule notice writes it, and no hand"


def read_notices(sources: Sources, slug: str) -> tuple[Notice, ...]:
    """The notices of an agreement in the order of the file. Faults become findings of the rule ``notice-record``; a row
    that does not fit is left out."""
    path = record_path(slug)
    if not os.path.lexists(sources.root / path):
        return ()
    meta = read_data(sources, path, sources.lines(path) or (), "notices", RULE)
    rows = meta.values.get("notices")
    found = (_notice(sources, meta, number, row) for number, row in enumerate(rows if isinstance(rows, list) else ()))
    notices = tuple(notice for notice in found if notice)
    for notice in notices:
        _hold_letter(sources, slug, notice)
    return notices


def _notice(sources: Sources, meta: FrontMatter, number: int, row: Any) -> Notice | None:
    keys: Path = ("notices", number)
    named = [kind for kind in (ROW, EDITION) if isinstance(row, dict) and row.get(kind)]
    if len(named) != 1:
        message = f"a notice is of one announcement, and here {' and '.join(named) or 'none'} is named"
        sources.add(meta.place(keys), RULE, message, _BACK)
        return None
    if not all(row.get(key) for key in ("sent", "list", "recipients", "letter")):
        return None  # told by the schema
    day = read_day(row["sent"])
    if day is None:
        message = f"sent: '{row['sent']}' is no day that exists"
        sources.add(meta.place((*keys, "sent")), RULE, message, DAY_HINT, str(row["sent"]))
    return Notice(
        kind=named[0],
        of=str(row[named[0]]),
        sent=day,
        list=str(row["list"]),
        recipients=int(row["recipients"]),
        sha256=str(row["letter"]).removeprefix(_HASH),
        place=meta.place((*keys, "letter")),
        sent_place=meta.place((*keys, "sent")),
    )


def _hold_letter(sources: Sources, slug: str, notice: Notice) -> None:
    """A letter that is not the one that was sent, or is gone, makes the record worth nothing."""
    path = letter_path(slug, notice.of, notice.sha256)
    words = f"{_HASH}{notice.sha256}"
    if not os.path.lexists(sources.root / path):
        message = f"no letter has the hash {notice.sha256[:12]}…: {path} is not there"
        sources.add(notice.place, RULE, message, _BACK, words)
        return
    text = "\n".join(line.text for line in sources.lines(path) or ())
    if letter_sha256(text) != notice.sha256:
        message = f"{path} is not the letter that was sent: its hash is another"
        sources.add(notice.place, RULE, message, "take it back from the history of the repository", words)
