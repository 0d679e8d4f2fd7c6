"""Who serves his sources sees at the terminal how each text that is to come differs from the one in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clausule.cli.serve import pending
from clausule.read import read_repository
from small_site import DAY, write_site


def test_each_edition_to_come_is_held_against_the_one_in_force(tmp_path: Path) -> None:
    repository = read_repository(write_site(tmp_path))
    assert pending(repository, DAY) == [
        "proef/1.2 (announced) beside 1.1, in force: 2 removed, 1 changed; see /proef/vergelijken/1.1...1.2/",
        "proef/2.0 (concept) beside 1.1, in force: 3 removed; see /proef/vergelijken/?van=1.1&naar=2.0",
    ]
    assert [line.split()[0] for line in pending(repository, date(2023, 1, 1))] == ["proef/2.0"]
    assert pending(repository, date(2017, 1, 1)) == []
