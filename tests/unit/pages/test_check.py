"""Which editions a text can be held against, and what somebody signed: not a draft, nor what was taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from clausule.compare.history import make_history
from clausule.language.language import language_of
from clausule.model.editions import Agreement
from clausule.model.hashes import edition_sha256
from clausule.model.notes import Withdrawal
from clausule.pages.forms import signed
from clausule.pages.kit.sheet import Sheet, Shelf, shelf_of
from clausule.pages.kit.staging import Fixed
from clausule.pages.verify.check import check_sheet
from editions import agreement, edition

DAY = date(2026, 11, 29)
LANGUAGE = language_of("nl")


def _shelf() -> Shelf:
    kept, taken, draft = (edition(version, ["Woorden van het eerste lid."]) for version in ("1.0", "1.1", "2.0"))
    taken = replace(taken, withdrawn=Withdrawal(day=DAY, why="een vergissing", is_emptied=True))
    lock = {one.version: edition_sha256(one) for one in (kept, taken)}
    made: Agreement = replace(agreement(kept, taken, draft), lock=lock)
    hashes = {one.version: edition_sha256(one) for one in made.editions}
    return shelf_of(made, make_history(made), hashes, day=DAY, base="https://x.example/")


def _data(sheet: Sheet) -> Any:
    assert isinstance(sheet.drawn, Fixed)
    return sheet.drawn.data


def test_a_text_is_held_against_frozen_words_that_are_there() -> None:
    (row,) = _data(check_sheet(LANGUAGE, [_shelf()]))["rows"]
    assert (row["version"], row["signed"], row["address"]) == ("1.0", False, f"../{_shelf().agreement.slug}/1.0/")
    assert row["whole"] == f"{row['address']}{LANGUAGE.slugs.whole_page}"
    assert row["sha256"] == _shelf().sha256["1.0"]


def test_the_keys_that_count_are_named_with_whose_they_are() -> None:
    key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOjZXNX99UyhH1jOXL33/zPzVQM1haj3hUewD+0edCyN"
    shown = _data(check_sheet(LANGUAGE, [], [f'Proef namespaces="clausule" {key}', "# geen sleutel"]))
    assert shown["signers"] == {key: "Proef"} and shown["rows"] == []


def test_what_was_signed_is_held_against_the_same_and_a_draft_is_known_by_its_hash_only() -> None:
    (sheet,) = signed.PAGE.sheets(_shelf())
    assert [(row["version"], row["frozen"]) for row in _data(sheet)["rows"]] == [("2.0", False), ("1.0", True)]
