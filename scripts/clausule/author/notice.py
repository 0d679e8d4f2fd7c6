"""Records that a letter was sent: in ``notices.yml``, with the letter itself beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import yaml

from clausule.analysis.notices import Announcement
from clausule.author.freeze import write_whole
from clausule.model.editions import Agreement
from clausule.model.findings import Finding
from clausule.model.lookup import AuthoringError
from clausule.model.notices import letter_path, letter_sha256, record_path
from clausule.read.frontmatter import YEARS

_HEAD = """# Written by 'clausule notice --sent': which letter was sent when, to how many people of which list.
# The letters are in annexes/{slug}/notices/. A record of sending, no proof of receipt. No hand changes it.
notices:
"""
_LONGEST, _MOST = 100, 9_999_999


def record_notice(
    root: Path, agreement: Agreement, announcement: Announcement, text: str, sent: tuple[date, str, int]
) -> Sequence[str]:
    """Records that the letter ``text`` of ``announcement`` was ``sent``: on a day, to the list with a name, to so many.

    Returns the paths that were written; none where just that was recorded already. Raises ``AuthoringError`` for a day
    before the announcement, for a name that holds an address, and for a record that cannot be read.
    """
    day, name, recipients = sent
    refuse_record(announcement, day, name, recipients)
    sha256 = letter_sha256(text)
    for one in agreement.notices:
        if (one.kind, one.of, one.sent, one.list, one.sha256) == (
            announcement.kind,
            announcement.of,
            day,
            name,
            sha256,
        ):
            return ()
    record, letter = record_path(agreement.slug), letter_path(agreement.slug, announcement.of, sha256)
    path = root / record
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else _HEAD.format(slug=agreement.slug)
    row = (
        f"  - {announcement.kind}: {json.dumps(announcement.of)}\n    sent: {day.isoformat()}\n"
        f"    list: {json.dumps(name, ensure_ascii=False)}\n    recipients: {recipients}\n    letter: sha256:{sha256}\n"
    )
    after = before.rstrip("\n").replace("\r\n", "\n") + "\n" + row
    if _count(after) != len(agreement.notices) + 1:
        raise AuthoringError(
            f"{record} is not as this command writes it, and was left as it is. Take it back from the history of the "
            f"repository, and record the notice again."
        )
    (root / letter).parent.mkdir(parents=True, exist_ok=True)
    write_whole(root / letter, text)
    write_whole(path, after)
    return record, letter


def refuse_record(announcement: Announcement, day: date, name: str, recipients: int) -> None:
    """Raises ``AuthoringError`` where a letter cannot have been sent so."""
    if day < announcement.day:
        raise AuthoringError(
            f"{announcement.of} was announced on {announcement.day}, and a letter of {day} came before that. Name the "
            f"day on which it was sent (--on), or correct the day of the announcement."
        )
    if day.year not in YEARS:
        raise AuthoringError(f"{day} is no day of a letter. Write a year from {YEARS[0]} to {YEARS[-1]}.")
    if "@" in name:
        raise AuthoringError(f"'{name}' holds an address. Name the list, and nobody on it: --list klanten")
    if not name.strip() or len(name) > _LONGEST or not name.isprintable():
        raise AuthoringError(f"a list has a name of at most {_LONGEST} characters on one line: --list klanten")
    if not 0 < recipients <= _MOST:
        raise AuthoringError(f"{recipients} is no number of recipients. Write how many people the letter went to.")


def _count(text: str) -> int:
    """How many rows ``text`` has; -1 where it is no record."""
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return -1
    rows = data.get("notices") if isinstance(data, dict) else None
    return len(rows) if isinstance(rows, list) else -1


def faults_of_record(findings: Sequence[Finding], slug: str) -> list[Finding]:
    """What is wrong with the record as it is: before that is mended nothing is added to it."""
    return [finding for finding in findings if finding.place.path == record_path(slug)]
