"""Word files in the hands of LibreOffice: it counts the numbers that stand in the text, and keeps what is tracked."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.formats.word_redline import word_comparison
from clausule.formats.wordfile import word_edition
from clausule.model.canonical import canonical
from clausule.model.editions import Agreement, Edition, successive
from clausule.read.house import House
from session import read_home
from word_changes import accepted, body_of, refused, revisions
from word_office import converted, drawn_pair, has_writer, lines_of

pytestmark = pytest.mark.skipif(
    not has_writer(), reason="LibreOffice's Writer is not installed (scripts/test brings it)"
)
HOUSE = House()
GENERATED = 6  # scripts/soak has as many as wanted


def redline(agreement: Agreement, old: Edition, new: Edition) -> bytes:
    return word_comparison(agreement, old, new, HOUSE)


def test_it_counts_the_numbers_that_stand_in_an_edition_and_shows_the_same_references(tmp_path: Path) -> None:
    agreements = read_home().agreements
    editions = {f"{one.slug}-{edition.version}": (one, edition) for one in agreements for edition in one.editions[-1:]}
    files = {name: word_edition(one, edition, Notes(edition), "", HOUSE) for name, (one, edition) in editions.items()}
    for name, data in converted(tmp_path, files, "txt").items():
        lines = [canonical(re.sub(r"^(\s*)[•◦▪]", r"\1-", line)) for line in data.decode("utf-8-sig").splitlines()]
        wanted = [part for line in lines_of(*editions[name], rows=False) for part in line.split("\n")]
        assert [line for line in lines if line] == [line for line in wanted if line], name


def test_changes_that_it_saved_still_lead_to_both_texts(tmp_path: Path) -> None:
    chance = random.Random(13)
    pairs = {f"drawn-{number}": drawn_pair(chance) for number in range(GENERATED)}
    for one in read_home().agreements:
        for old, new in successive(one.editions)[2:3]:  # where clauses moved
            pairs[f"{one.slug}-{new}"] = one, one.editions[old], one.editions[new]
    files = {name: redline(*pair) for name, pair in pairs.items()}
    for name, data in converted(tmp_path, files, "docx").items():
        (agreement, old, new), body, made = pairs[name], body_of(data), body_of(files[name])
        for found, edition in ((accepted(body), new), (refused(body), old)):
            assert [canonical(line) for line in found if line] == lines_of(agreement, edition), name
        if "moveTo" in revisions(made):  # it finds more by itself
            assert {"moveFrom", "moveTo"} <= set(revisions(body)), name
