"""A hundred faults in a translation, written by somebody who did not write the rules: most of them are found, each by
itself, and nothing in the unspoiled pair."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clausule.check import check_translation
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.read import read_repository
from clausule.read.editions import read_edition
from clausule.read.lock import read_lock
from clausule.read.source import Sources
from session import read_home

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAM = json.loads((HERE / "translation_faults.json").read_text("utf-8"))
SLUG, FREE = "example", "service"


def agreement() -> Agreement:
    (found,) = read_home(SLUG).agreements
    return found


def test_nothing_is_found_in_the_unspoiled_pair() -> None:
    found = agreement()
    assert len(found.editions) == 5
    assert [one for edition in found.editions for one in check_translation(found, edition)] == []


# What is other here is the order alone: 'Controller informs Processor' for 'Processor informs Controller'. A language
# has an order of its own, and a rule that asked about it would ask about sound translations. So would one that asked
# about 'it' for a party.
MISSED = {"reference-18", "term-04", "term-05"}


def test_few_faults_are_missed() -> None:
    assert len(EXAM["faults"]) - len(MISSED) >= EXAM["bar"]


@pytest.mark.parametrize("version", sorted({fault["edition"] for fault in EXAM["faults"]}))
def test_the_others_are_found(version: str, tmp_path: Path) -> None:
    for folder in ("docs", "annexes"):
        shutil.copytree(ROOT / folder / SLUG, tmp_path / folder / SLUG)
    told = {name for name, found in judged(tmp_path, agreement(), version) if not found}
    assert told <= MISSED


def test_a_free_translation_is_held_against_its_original_too(tmp_path: Path) -> None:
    """Joined and divided paragraphs, other marks, other order, pronouns, 'thirty (30) days', an alphabet of its own."""
    exam = json.loads((HERE / "pair/faults.json").read_text("utf-8"))
    shutil.copytree(HERE / "pair/docs", tmp_path / "docs")
    found = {one.slug: one for one in read_repository(tmp_path).agreements}[FREE]
    assert list(check_translation(found, found.editions[0])) == []
    told = 0
    for fault in exam["faults"]:
        path = tmp_path / fault["file"]
        before = path.read_text("utf-8")
        assert before.count(fault["old"]) == 1
        path.write_text(before.replace(fault["old"], fault["new"]), "utf-8")
        told += any(check_translation(found, read(tmp_path, found, "2.0")))
        path.write_text(before, "utf-8")
    assert told >= exam["bar"]


def judged(root: Path, agreement: Agreement, version: str) -> Iterator[tuple[str, bool]]:
    """Each fault in an edition, and whether anything is found when it alone is made in the copy at ``root``."""
    for fault in (one for one in EXAM["faults"] if one["edition"] == version):
        path = root / fault["file"]
        before = path.read_text("utf-8")
        path.write_text(before.replace(fault["old"], fault["new"]), "utf-8")
        edition = read(root, agreement, version)
        editions = tuple(edition if one.version == edition.version else one for one in agreement.editions)
        yield fault["id"], any(check_translation(replace(agreement, editions=editions), edition))
        path.write_text(before, "utf-8")


def read(root: Path, agreement: Agreement, version: str) -> Edition:
    sources = Sources(root)
    slug = agreement.slug
    return read_edition(sources, slug, version, None, language_of(agreement.language), read_lock(sources, slug))
