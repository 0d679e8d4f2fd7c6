"""Notices: what a publisher says that it sent, to whom and when. A record of sending, no proof of receipt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from clausule.model.nodes import Place

NOTICES = "notices.yml"
ROW, EDITION = "sub_processor", "edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The letter with the hash ``sha256`` was sent on a day to ``recipients`` people of the list called ``list``.

    ``kind`` is ``ROW`` or ``EDITION``, and ``of`` the id of the row or the version of the edition that it announces.
    """

    kind: str
    of: str
    sent: date | None
    list: str
    recipients: int
    sha256: str
    place: Place
    sent_place: Place


def letter_sha256(text: str) -> str:
    """The hash of a letter by which it is recorded: of its text, whatever ends its lines."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def record_path(slug: str) -> str:
    """``docs/mickcom/notices.yml``."""
    return f"docs/{slug}/{NOTICES}"


def letter_path(slug: str, of: str, sha256: str) -> str:
    """Where the letter that was sent is kept: ``annexes/mickcom/notices/wolk-0123456789ab.txt``."""
    return f"annexes/{slug}/notices/{of}-{sha256[:12]}.txt"
