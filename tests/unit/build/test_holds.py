"""What the sources hold beside the agreed texts: each thing has a name, and another hash when it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.build.holds import held_beside, held_by
from clausule.read import Repository, read_repository
from small_site import write_site

BESIDE = """\
errata:
  - {at: artikel-1.1, words: passen, should: paste, note: een tikfout}
  - {at: artikel-1.1, words: risico, should: gevaar, note: nog een}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path)


def put(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def held(root: Path) -> dict[str, str]:
    repository: Repository = read_repository(root)
    editions = [edition for agreement in repository.agreements for edition in agreement.editions]
    return held_by(repository, {one.name: held_beside(one, Notes(one).sha256) for one in editions})


def test_everything_has_its_name(root: Path) -> None:
    put(root, "docs/proef/1.0/index.md", "effective", f"{BESIDE}numbered: false\neffective")
    found = held(root)
    assert all(len(value) == 16 for value in found.values())
    assert found.keys() >= {
        "site_name in the settings",
        "site_url in the settings",
        "title of proef",
        "the introduction of proef",
        "sub-processor wolk of proef",
        "the concept proef/2.0",
        "the erratum at artikel-1.1 of proef/1.0",
        "the erratum at artikel-1.1 (2) of proef/1.0",
        "numbered of proef/1.0",
    }
    # Of an agreed edition the text is frozen, and what is not there has no name.
    assert not {"the concept proef/1.0", "version of proef/1.0", "logo in the settings"} & found.keys()
    assert not [name for name in found if name.startswith(("errata of", "effective of", "sub-processor wolk of ander"))]


@pytest.mark.parametrize(
    ("path", "old", "new", "names"),
    [
        ("mkdocs.yml", "Proef", "Ander", {"site_name in the settings"}),
        ("docs/proef/index.md", "Inleiding.", "Begin.", {"the introduction of proef"}),
        ("docs/proef/2.0/artikel-01.md", "Verwerker", "Hij", {"the concept proef/2.0"}),
        ("docs/proef/1.0/artikel-01.md", "Verwerker", "Hij", set()),
        ("annexes/proef/sub-verwerkers.yml", "opslag", "beheer", {"sub-processor wolk of proef"}),
    ],
)
def test_what_changes_has_another_hash_and_nothing_else_has(
    path: str, old: str, new: str, names: set[str], root: Path
) -> None:
    before = held(root)
    put(root, path, old, new)
    after = held(root)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == names


def test_each_thing_beside_a_text_is_named_by_its_place(root: Path) -> None:
    beside = """\
changes:
  - {at: artikel-1.1, from: artikel-1.2, why: verplaatst}
  - {at: artikel-1.3, why: nieuw}
  - {at: artikel-1.3, why: nog een reden}
  - {from: artikel-1.4, why: vervallen}
"""
    put(root, "docs/proef/1.1/index.md", "effective", f"{beside}effective")
    notes = {name for name in held(root) if name.startswith("the note of the change at")}
    assert notes == {
        "the note of the change at artikel-1.1 of proef/1.1",
        "the note of the change at artikel-1.3 of proef/1.1",
        "the note of the change at artikel-1.3 (2) of proef/1.1",
        "the note of the change at artikel-1.4 of proef/1.1",
    }


CLAIMS = """\
avg:
  artikel-1.1: [28.3.c, 28.3.f deels]
remarks:
  - {at: artikel-1.2, about: 28.3.f, note: dat staat in de wet}
"""


def test_what_is_said_of_the_demands_of_the_law_is_held_too(root: Path) -> None:
    put(root, "docs/proef/1.0/artikel-01.md", 'version: "1.0"\n', f'version: "1.0"\n{CLAIMS}')
    put(root, "annexes/proef/bijlage-1/1.0.md", "kind", "measures:\n  een slot: {avg: b, iso: A.7.2}\nkind")
    put(root, "docs/index.md", "# Overeenkomsten\n\nWelkom.", "# Overeenkomsten\n\n## Wie wij zijn\n\nEen firma.")
    before = held(root)
    fulfilled, again = (f"what is fulfilled by artikel-1.1{more} of proef/1.0" for more in ("", " (2)"))
    remark = "the remark at artikel-1.2 of proef/1.0"
    measure, later = (f"what is served by the measure een slot of proef/{version}" for version in ("1.0", "1.1"))
    assert {fulfilled, again, remark, measure, "'Wie wij zijn' on the first page"} <= before.keys()
    clauses, annex = "docs/proef/1.0/artikel-01.md", "annexes/proef/bijlage-1/1.0.md"
    for path, old, new, names in (
        (clauses, "28.3.c", "28.3.d", {fulfilled}),
        (clauses, "28.3.f deels", "28.3.f", {again}),
        (clauses, "in de wet", "in de AVG", {remark}),
        (annex, "A.7.2", "A.7.3", {measure, later}),
    ):
        put(root, path, old, new)
        after = held(root)
        assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == names
        before = after
