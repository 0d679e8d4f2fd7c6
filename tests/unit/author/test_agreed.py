"""A concept becomes an agreed text: two lines of its front matter change, and go back when freezing fails."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.author.freeze import agreed
from clausule.model.editions import Edition
from clausule.model.lookup import AuthoringError
from clausule.read import read_repository

DAY = date(2027, 3, 1)
LINES = [
    ('version: "1.1"\nstatus: concept\n', 'effective: 2027-03-01\nversion: "1.1"\n'),
    (
        'version: "1.1"\n# effective: 2018-05-25   # the day\nstatus: concept   # take out\nerrata: []\n',
        'version: "1.1"\neffective: 2027-03-01\nerrata: []\n',
    ),
    ('version: "1.1"\neffective: 2026-01-01\nstatus: concept\n', 'version: "1.1"\neffective: 2027-03-01\n'),
    (
        '# effective: 2018-05-25\neffective: 2026-01-01 # dan\nversion: "1.1"\n',
        '# effective: 2018-05-25\neffective: 2027-03-01\nversion: "1.1"\n',
    ),
]


def concept(
    root: Path, lines: str, end: str = "\n", body: str = "status: concept\neffective: nooit\n"
) -> tuple[Edition, Path]:
    page = root / "docs/firma/1.1/index.md"
    page.parent.mkdir(parents=True)
    (root / "docs/firma/index.md").write_text("---\ntitle: Firma\n---\n")
    page.write_bytes(f"---\n{lines}---\n\n{body}".replace("\n", end).encode())
    return read_repository(root).agreements[0].editions[0], page


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("before", "after"), LINES)
def test_the_day_is_written_and_the_concept_taken_out(tmp_path: Path, before: str, after: str, end: str) -> None:
    edition, page = concept(tmp_path, before, end)
    with agreed(tmp_path, edition, DAY):
        pass
    assert page.read_bytes().decode() == f"---\n{after}---\n\nstatus: concept\neffective: nooit\n".replace("\n", end)
    read = read_repository(tmp_path).agreements[0].editions[0]
    assert read.effective == DAY and not read.concept


@pytest.mark.parametrize("fault", [AuthoringError("nee"), KeyboardInterrupt()])
def test_what_fails_leaves_the_page_as_it_was(tmp_path: Path, fault: BaseException) -> None:
    edition, page = concept(tmp_path, 'version: "1.1"\nstatus: concept\n', "\r\n")
    before = page.read_bytes()
    with pytest.raises(type(fault)), agreed(tmp_path, edition, DAY):
        assert page.read_bytes() != before
        raise fault
    assert page.read_bytes() == before


def test_without_front_matter_there_is_nowhere_to_write(tmp_path: Path) -> None:
    edition, page = concept(tmp_path, 'version: "1.1"\n')
    page.write_text("Geen.\n")
    with (
        pytest.raises(AuthoringError, match=r"docs/firma/1\.1/index\.md has no front matter"),
        agreed(tmp_path, edition, DAY),
    ):
        raise AssertionError("nothing is done")
    assert page.read_text() == "Geen.\n"
