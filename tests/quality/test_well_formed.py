"""The examinations are well formed: what they point at is there today. What is measured by them says so itself."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clausule.analysis.references import Notes
from clausule.formats.edition_json import FORMAT
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House
from session import read_home

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
QUESTIONS = json.loads((HERE / "search_questions.json").read_text("utf-8"))
FAULTS = json.loads((HERE / "translation_faults.json").read_text("utf-8"))


def test_how_many_there_are() -> None:
    assert Counter(one["language"] for one in QUESTIONS["questions"]) == {"nl": 40, "en": 20}
    assert Counter(one["kind"] for one in FAULTS["faults"]) == {
        "number": 20,
        "period": 20,
        "dropped": 19,
        "added": 2,
        "reference": 20,
        "term": 19,
    }
    for rows in (QUESTIONS["questions"], FAULTS["faults"]):
        assert all(times == 1 for times in Counter(one["id"] for one in rows).values())


@pytest.mark.parametrize("slug", sorted({one["agreement"] for one in QUESTIONS["questions"]}))
def test_the_right_places_are_in_the_edition(slug: str) -> None:
    (agreement,) = read_home(slug).agreements
    ids = {edition.version: set(ids_in(agreement, edition)) for edition in agreement.editions}
    for one in QUESTIONS["questions"]:
        if one["agreement"] == slug:
            assert one["right"] and not set(one["right"]) - ids[one["edition"]], one


@pytest.mark.parametrize("fault", [pytest.param(one, id=one["id"]) for one in FAULTS["faults"]])
def test_a_fault_is_one_edit_of_words_of_its_edition(fault: dict[str, str]) -> None:
    path = ROOT / fault["file"]
    assert path.read_text("utf-8").count(fault["old"]) == 1 and fault["old"] != fault["new"]
    assert path in set(files_of(ROOT / "docs/example" / fault["edition"]))


def ids_in(agreement: Agreement, edition: Edition) -> Iterator[str]:
    told = json.loads(FORMAT.make(agreement, edition, Notes(edition), "in force", House()))
    return named(told)


def named(told: Any) -> Iterator[str]:
    """Every id in ``told``, at any depth."""
    if isinstance(told, dict) and "id" in told:
        yield told["id"]
    for one in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from named(one)


def files_of(folder: Path) -> Iterator[Path]:
    """The files of an edition, and the files of former ones whose words it takes over."""
    waiting = sorted(folder.glob("*.md"))
    while waiting:
        path = waiting.pop()
        yield path
        waiting += [ROOT / taken for taken in re.findall(r"\{!(.+?)!\}", path.read_text("utf-8"))]
