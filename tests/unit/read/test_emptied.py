"""An edition that was taken back with its words, as it is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.model.dates import current, intervals
from clausule.model.editions import Agreement
from clausule.read import read_repository
from small_site import LEAKS, page

_TOLD = 'version: "1.1"\neffective: 2021-01-01\nwithdrawn:\n  day: 2021-03-01\n  why: Vergissing.\n  words: removed\n'


def agreement_at(root: Path, lock: str) -> Agreement:
    folder = root / "docs/proef"
    for version, head in (("1.0", 'version: "1.0"\neffective: 2020-01-01\n'), ("1.1", _TOLD)):
        (folder / version).mkdir(parents=True)
        (folder / version / "index.md").write_text(f"---\n{head}---\n", "utf-8")
    (folder / "index.md").write_text("---\ntitle: Proef\n---\n", "utf-8")
    (folder / "1.0/artikel-01.md").write_text(page("1.0", 1, LEAKS), "utf-8")
    (folder / "editions.lock").write_text(lock, "utf-8")
    return read_repository(root).agreements[0]


def test_it_is_no_edition_that_is_compared_and_the_one_before_goes_on(tmp_path: Path) -> None:
    found = agreement_at(tmp_path, f"1.0 v2-sha256:{'0' * 64}\n1.1 removed\n")
    assert [one.version for one in found.editions] == ["1.0"]
    assert [one.version for one in found.emptied] == ["1.1"]
    assert [one.version for one in found.all_editions] == ["1.0", "1.1"]
    assert intervals(found)["1.0"].end is None
    now = current(found, date(2021, 2, 1))
    assert now and now.version == "1.0"


def test_words_that_the_lock_still_has_a_hash_of_are_not_taken_away(tmp_path: Path) -> None:
    found = agreement_at(tmp_path, f"1.1 v2-sha256:{'0' * 64}\n")
    assert [one.version for one in found.editions] == ["1.0", "1.1"] and not found.emptied


@pytest.mark.parametrize(
    ("address", "is_one"),
    [("artikel-1/", True), ("a/b.json", True), ("_x/", True), ("../x/", False), ("a/../b", False), ("./a", False)],
)
@pytest.mark.parametrize("key", ["pages", "above"])
def test_no_address_leads_out_of_the_edition_or_its_agreement(
    tmp_path: Path, key: str, address: str, is_one: bool
) -> None:
    agreement_at(tmp_path, f"1.0 v2-sha256:{'0' * 64}\n1.1 removed\n")
    (tmp_path / "docs/proef/1.1/index.md").write_text(f"---\n{_TOLD}  {key}: ['{address}']\n---\n", "utf-8")
    found = [one for one in read_repository(tmp_path).findings if one.place.path == "docs/proef/1.1/index.md"]
    assert bool(found) is not is_one, found
