"""A new edition takes along what is said of the words, and leaves behind what is said of the old edition alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.author.freeze import new_edition
from clausule.model.lookup import AuthoringError
from clausule.read import read_repository
from small_site import write_site

HEAD = """\
---
version: "1.0"
announced: 2018-04-01
effective: 2018-05-25
until: 2019-12-31
effective_shown: mei 2018
for: scholen
numbered: true
status: concept
errata:
  - at: artikel-1.1
    words: passen
    should: horen
    note: Tikfout.
"changes":
  - at: artikel-1.1
    why: Zomaar.
pairs:
  - from: artikel-1.1
    to: artikel-1.1
withdrawn:
  day: 2019-03-01
  why: Vervangen.
# een opmerking
inflections:
  Verwerker: [Verwerkers]
---

Aanhef.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_site(tmp_path)
    (tmp_path / "docs/proef/1.0/index.md").write_text(HEAD, "utf-8")
    return tmp_path


def made(root: Path, version: str = "1.3", effective: date | None = None) -> dict[str, str]:
    (agreement,) = read_repository(root, "proef").agreements
    source = next(edition for edition in agreement.editions if edition.version == "1.0")
    return {path: (root / path).read_text("utf-8") for path in new_edition(root, agreement, version, source, effective)}


def test_what_was_said_of_the_old_edition_stays_behind(root: Path) -> None:
    head = made(root)["docs/proef/1.3/index.md"]
    assert head.startswith('---\nversion: "1.3"\n# effective: YYYY-MM-DD') and head.count("version:") == 1
    kept = [line for line in HEAD.splitlines() if line.startswith(("errata", "  - at", "    words", "inflections"))]
    assert all(line in head for line in kept[:3]) and "Verwerker: [Verwerkers]" in head and "Tikfout." in head
    assert not any(
        words in head for words in ("changes", "Zomaar", "pairs", "until", "numbered", "2019-12-31", "mei 2018")
    )
    assert "for: scholen\n" in head, "it follows the edition for the same customers"
    assert not any(words in head for words in ("announced", "2018-04-01", "withdrawn", "2019-03-01", "Vervangen"))
    assert head.count("status: concept") == 1 and head.endswith("{!docs/proef/1.0/index.md!}\n")


def test_its_day_is_written_where_it_is_known(root: Path) -> None:
    assert "\neffective: 2023-01-01\n" in made(root, effective=date(2023, 1, 1))["docs/proef/1.3/index.md"]


def test_every_page_includes_what_really_holds_the_words(root: Path) -> None:
    assert {path: text for path, text in made(root).items() if "index" not in path} == {
        "docs/proef/1.3/artikel-01.md": "{!docs/proef/1.0/artikel-01.md!}\n",
        "docs/proef/1.3/bijlage-1.md": "{!annexes/proef/bijlage-1/1.0.md!}\n",
    }


def test_the_new_edition_reads_as_the_old_one(root: Path) -> None:
    made(root)
    (agreement,) = read_repository(root, "proef").agreements
    old, new = (next(one for one in agreement.editions if one.version == version) for version in ("1.0", "1.3"))
    assert new.concept and not new.changes and not new.pairs and len(new.errata) == 1
    assert [clause.number for clause in new.articles[0].clauses] == [c.number for c in old.articles[0].clauses]


@pytest.mark.parametrize(("version", "words"), [("1.0", "is there already"), ("Nieuw!", "cannot be the address")])
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(version: str, words: str, root: Path) -> None:
    before = sorted(root.rglob("*"))
    with pytest.raises(AuthoringError, match=words):
        made(root, version)
    assert sorted(root.rglob("*")) == before
