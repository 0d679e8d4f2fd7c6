"""What was ever offered: a file that only grows, and stays as it is where nothing is new."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from clausule.publish.offered import extended, is_offered, is_offered_part, offered_formerly


def rows(data: bytes | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data or b"{}")["files"]
    return found


def row(path: str, data: bytes, first: str) -> dict[str, str]:
    return {"path": path, "sha256": hashlib.sha256(data).hexdigest(), "first": first}


FIRST = extended(None, "a", {"1/x.json": b"een", "2/x.json": b"twee"}, "2026-01-01")


def test_each_form_has_a_row_with_its_hash_and_first_day() -> None:
    assert rows(FIRST) == [row("1/x.json", b"een", "2026-01-01"), row("2/x.json", b"twee", "2026-01-01")]
    assert json.loads(FIRST or b"")["agreement"] == "a"


def test_nothing_new_changes_no_byte() -> None:
    assert extended(FIRST, "a", {"1/x.json": b"een"}, "2030-01-01") is FIRST
    assert extended(FIRST, "a", {}, "2030-01-01") is FIRST
    assert extended(None, "a", {}, "2026-01-01") is None


def test_a_new_form_is_added_and_no_row_is_lost() -> None:
    later = extended(FIRST, "a", {"1/x.json": b"anders"}, "2027-01-01")
    assert rows(later) == [*rows(FIRST)[:1], row("1/x.json", b"anders", "2027-01-01"), *rows(FIRST)[1:]]
    back = extended(later, "a", {"1/x.json": b"een"}, "2028-01-01")
    assert back is later  # a form that comes back keeps its first day
    assert len(rows(extended(later, "a", {"3/x.json": b"een"}, "2028-01-01"))) == 4


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"files": [{"path": "x"}]}', b'{"files": 1}', b"[" * 100_000])
def test_what_is_no_such_file_has_no_rows(data: bytes) -> None:
    assert rows(extended(data, "a", {"1/x.json": b"een"}, "2026-01-01")) == [row("1/x.json", b"een", "2026-01-01")]
    assert extended(data, "a", {}, "2026-01-01") is None


def test_what_never_changes_or_is_a_page_is_not_in_it() -> None:
    for name in ("overeenkomst.json", "overeenkomst.md", "avg-30.csv", "ontvangstbewijs.json", "zoeken.json"):
        assert is_offered(name)
    for name in ("waarborg.json", "canoniek.json", "waarborg.json.sig", "index.html", "assets/x.json"):
        assert not is_offered(name)


def test_a_document_of_a_comparison_is_offered_where_both_texts_are_agreed() -> None:
    path = "a/vergelijken/1.0...2.0/vergelijking.docx"
    assert is_offered_part(path, []) and is_offered_part(path, ["1"])
    assert not is_offered_part(path, ["2.0"]) and not is_offered_part(path, ["1.0"])
    assert not is_offered_part("a/vergelijken/1.0...2.0/", [])


def test_its_row_goes_with_the_words_of_either_version() -> None:
    files = {"vergelijken/1...2/vergelijking.pdf": b"een", "2/x.json": b"twee"}
    known = extended(None, "a", files, "2026-01-01")
    assert len(rows(known)) == 2
    assert [one["path"] for one in rows(extended(known, "a", files, "2027-01-01", ["1"]))] == ["2/x.json"]
    assert rows(extended(known, "a", {}, "2027-01-01", ["2"])) == []


def test_of_a_version_whose_words_were_taken_away_no_hash_stays_also_at_an_old_name() -> None:
    later = extended(FIRST, "a", {"1/x.json": b"niets meer", "2/x.json": b"drie"}, "2027-01-01", ["1"])
    assert [one["path"] for one in rows(later)] == ["2/x.json", "2/x.json"]
    none = extended(extended(FIRST, "a", {}, "2027-01-01", ["1", "2"]), "a", {}, "2028-01-01", ["1", "2"])
    assert none is not None and rows(none) == []  # its address answers, and goes on to
    old = offered_formerly(
        {"b/bestanden.json": FIRST}.get, {"b": "a", "c": "a"}, lambda now: ["2"] if now == "a" else []
    )
    assert {path: rows(data) for path, data in old.items()} == {"b/bestanden.json": rows(FIRST)[:1]}
