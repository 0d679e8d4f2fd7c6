"""A concept becomes an agreed text: two lines of its front matter change, and go back when freezing fails."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from clausule.author.freeze import agreed, freeze
from clausule.model.editions import Edition
from clausule.model.lookup import AuthoringError
from clausule.read import read_repository
from session import HOME

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


ROW = """sub_processors:
  - id: wolk
    name: Wolk B.V.
    address: Straat 1, Utrecht
    contact: {{name: Privacyteam, email: avg@wolk.example}}
    service: Servers
    purpose: gegevens opslaan
    data: [naam en adres]
    data_subjects: [klanten]
    places: [{place}]
    active: 2020-01-01
"""


@pytest.mark.parametrize(
    ("place", "refused"), [("{country: NL}", ""), ("{country: US}", "annexes/voorbeeld/sub-verwerkers.yml")]
)
def test_a_list_that_holds_back_the_publication_holds_back_freezing(place: str, refused: str, tmp_path: Path) -> None:
    shutil.copytree(HOME / "tests/unit/check/rule_base/edition", tmp_path, dirs_exist_ok=True)
    (tmp_path / "annexes/voorbeeld/sub-verwerkers.yml").write_text(ROW.format(place=place), "utf-8")
    article = tmp_path / "docs/voorbeeld/1.0/artikel-02.md"
    clause = "2.4 De lijst van andere verwerkers staat op de website van Verwerker."
    article.write_text(f"{article.read_text('utf-8')}\n{clause}\n", "utf-8")
    repository = read_repository(tmp_path)
    (agreement,) = repository.agreements
    held = pytest.raises(AuthoringError, match=refused) if refused else nullcontext()
    with held:
        freeze(repository, agreement, agreement.editions[0], DAY)
    assert (tmp_path / "docs/voorbeeld/editions.lock").exists() is not bool(refused)
