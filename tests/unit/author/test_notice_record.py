"""The record of letters that were sent: written once, read back as it was written, and found when a hand changes it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from clausule.analysis.notices import announcements
from clausule.author.notice import record_notice
from clausule.check import AgreementView
from clausule.check.rules import notice_record
from clausule.model.lookup import AuthoringError
from clausule.model.notices import letter_path, letter_sha256, record_path
from clausule.read import Repository, read_repository
from clausule.read.notices import RULE
from session import HOME

SLUG = "voorbeeld"
RECORD = record_path(SLUG)
LETTER = "Geachte klant,\n\nMet vriendelijke groet,\n"
SENT = (date(2026, 11, 16), "klanten", 41)


def read(root: Path) -> Repository:
    return read_repository(root, SLUG, at_once=False)


def record(root: Path, of: str = "bergkluis", text: str = LETTER, sent: tuple[date, str, int] = SENT) -> list[str]:
    (agreement,) = read(root).agreements
    (announcement,) = (one for one in announcements(agreement) if one.of == of)
    return list(record_notice(root, agreement, announcement, text, sent))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("docs", "annexes"):
        shutil.copytree(HOME / name / SLUG, tmp_path / name / SLUG)
    return tmp_path


def told(root: Path) -> list[str]:
    """What is said of the record: by the reader, and by its rule alone, for others read every edition."""
    repository = read(root)
    (agreement,) = repository.agreements
    by_reader = [one for one in repository.findings if one.rule == RULE]
    found = [*by_reader, *notice_record.check_agreement(AgreementView(agreement, {}, {}, RULE))]
    return [f"{one.place}: {one.message}" for one in found]


def test_what_is_recorded_is_read_back_and_is_no_fault(root: Path) -> None:
    letter = letter_path(SLUG, "bergkluis", letter_sha256(LETTER))
    assert record(root) == [RECORD, letter]
    assert record(root) == []  # twice is once
    other = (date(2026, 11, 20), 'les "clients" été', 1)
    assert record(root, "3.0", "Een andere brief.\n", other)[0] == RECORD
    (agreement,) = read(root).agreements
    found = [(one.kind, one.of, one.sent, one.list, one.recipients) for one in agreement.notices]
    assert found == [("sub_processor", "bergkluis", *SENT), ("edition", "3.0", *other)]
    assert told(root) == []
    assert (root / letter).read_text("utf-8") == LETTER


def test_line_ends_of_another_system_are_no_change(root: Path) -> None:
    _, letter = record(root)
    for path in (RECORD, letter):
        (root / path).write_bytes((root / path).read_bytes().replace(b"\n", b"\r\n"))
    assert told(root) == []
    record(root, sent=(date(2026, 11, 17), "leden", 3))
    assert told(root) == [] and len(read(root).agreements[0].notices) == 2


# What stands in the record, what a hand makes of it, where the fault is and words of the message.
EDITS = [
    ("letter: sha256:", "letter: sha256:0", "8:13", "does not fit"),
    ("sent: 2026-11-16", "sent: 2026-11-15", "5:11", "before 2026-11-16, its announcement"),
    ("sent: 2026-11-16", "sent: 2026-11-31", "5:11", "is no day that exists"),
    ('"bergkluis"', '"bergkluist"', "8:13", "no letter has the hash"),
    ('sub_processor: "bergkluis"', 'edition: "2.1"', "8:13", "which is not announced"),
    ("list: ", "list: jan@example.org #", "6:11", "does not fit"),
    ("recipients: 41", "recipients: 0", "7:17", "does not fit"),
    ("recipients: 41", "aantal: 41", "7:5", "aantal"),
    ('    list: "klanten"\n', '    edition: "3.0"\n', "4:", "'list' is missing"),
    ("    sent:", '    edition: "3.0"\n    sent:', "4:5", "sub_processor and edition is named"),
    ("notices:", "notices: [", "", ""),
]


@pytest.mark.parametrize(("was", "now", "place", "words"), EDITS)
def test_what_a_hand_changed_is_found_at_its_place(root: Path, was: str, now: str, place: str, words: str) -> None:
    record(root)
    text = (root / RECORD).read_text("utf-8")
    assert was in text
    (root / RECORD).write_text(text.replace(was, now, 1), "utf-8")
    found = told(root)
    assert any(one.startswith(f"{RECORD}:{place}") and words in one for one in found), found


def test_a_letter_that_was_changed_or_is_gone_is_found(root: Path) -> None:
    _, letter = record(root)
    (root / letter).write_text(LETTER.replace("klant", "klanten"), "utf-8")
    (found,) = told(root)
    assert f"{letter} is not the letter that was sent" in found and found.startswith(f"{RECORD}:8:13")
    (root / letter).unlink()
    (found,) = told(root)
    assert "no letter has the hash" in found


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ((date(2026, 11, 15), "klanten", 41), "was announced on 2026-11-16"),
        ((date(2200, 1, 1), "klanten", 41), "no day of a letter"),
        ((date(2026, 11, 16), "jan@example.org", 1), "holds an address"),
        ((date(2026, 11, 16), "a\nb", 1), "on one line"),
        ((date(2026, 11, 16), " ", 1), "on one line"),
        ((date(2026, 11, 16), "x" * 101, 1), "at most 100"),
        ((date(2026, 11, 16), "klanten", 0), "no number of recipients"),
    ],
)
def test_what_cannot_be_so_is_not_recorded(root: Path, sent: tuple[date, str, int], words: str) -> None:
    with pytest.raises(AuthoringError, match=words):
        record(root, sent=sent)
    assert not (root / RECORD).exists() and not (root / f"annexes/{SLUG}/notices").exists()


@pytest.mark.parametrize("text", ["notices: []\n", "notices: {}\n", "- x\n", "notices:\n  - x: [\n", "tekst\n"])
def test_a_record_that_is_not_as_it_is_written_stays_as_it_is(root: Path, text: str) -> None:
    (root / RECORD).write_text(text, "utf-8")
    with pytest.raises(AuthoringError, match="was left as it is"):
        record(root)
    assert (root / RECORD).read_text("utf-8") == text
