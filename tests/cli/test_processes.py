"""Many editions are looked at by processes that are started anew, as every system can: what comes of it is the same."""

from __future__ import annotations

import json
import os
import pickle
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.check import _Several, check, parallel
from clausule.check.parallel import on_every_processor
from clausule.model.dates import intervals
from clausule.model.walk import edition_texts
from clausule.read import read_repository
from generate import write_agreement
from session import Session, small_repository


def told(shared: dict[str, int], number: int) -> tuple[int, int]:
    """What a process says of a number, and which process it is."""
    return shared["factor"] * number, os.getpid()


def die_elsewhere(home: int, number: int) -> int:
    """The number, from the process ``home`` alone."""
    if os.getpid() != home:
        os._exit(1)
    return number


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_FEW", 3)
    monkeypatch.setattr(parallel, "_STARTING", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("processes")
def test_results_come_in_order_from_other_processes() -> None:
    found = list(on_every_processor(told, {"factor": 3}, 20))
    assert [value for value, _ in found] == [3 * number for number in range(20)]
    assert found[0][1] == os.getpid() != found[-1][1], "this process does the first, another the rest"


@pytest.mark.usefixtures("processes")
def test_what_a_process_that_died_left_undone_is_done_here() -> None:
    assert list(on_every_processor(die_elsewhere, os.getpid(), 20)) == list(range(20))


@pytest.mark.usefixtures("processes")
def test_little_work_is_done_here() -> None:
    assert list(on_every_processor(told, {"factor": 3}, 2)) == [(0, os.getpid()), (3, os.getpid())]


def faulty(root: Path, editions: int = 8) -> None:
    """Editions of which two have a fault of their own."""
    write_agreement(root, "proef", editions)
    for number in (2, 6):
        page = sorted(root.glob(f"docs/proef/*{number}/artikel-01.md"))[0]
        page.write_text(page.read_text("utf-8") + "\n1.99 Zie artikel 77.7 en de Bijlagge.\n", "utf-8")


@pytest.mark.usefixtures("processes")
def test_the_findings_are_those_of_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty(tmp_path)
    found = check(read_repository(tmp_path))
    monkeypatch.setattr(parallel, "_FEW", 1000)
    assert found == check(read_repository(tmp_path))
    assert {"unknown-reference"} <= {finding.rule for finding in found}


def test_another_process_gets_the_words_that_were_read_and_takes_them_up_when_it_needs_them(tmp_path: Path) -> None:
    faulty(tmp_path)
    (agreement,) = read_repository(tmp_path).agreements
    (sent,) = pickle.loads(pickle.dumps([agreement]))
    for mine, other in zip(agreement.editions, sent.editions, strict=True):
        assert "body" not in vars(other)
        assert [(owner, text.plain, text.place(0)) for owner, text in edition_texts(mine)] == [
            (owner, text.plain, text.place(0)) for owner, text in edition_texts(other)
        ]
        assert mine.meta.values == other.meta.values and mine.meta.place(("version",)) == other.meta.place(("version",))


def test_only_the_words_go_along_that_another_process_looks_at(tmp_path: Path) -> None:
    faulty(tmp_path)
    (agreement,) = read_repository(tmp_path).agreements
    notes = {edition.version: Notes(edition) for edition in agreement.editions}
    several = _Several(agreement, agreement.editions, notes, intervals(agreement))
    sent: _Several = pickle.loads(pickle.dumps(several.from_number(6)))
    carried = [getattr(edition.read, "func", None) is pickle.loads for edition in sent.agreement.editions]
    assert carried == [False] * 5 + [True] * 3, "those two, and the one before them"
    assert sent.editions == sent.agreement.editions, "they are the same objects, as they were"
    assert [sent.notes[one.version].edition for one in sent.editions[6:]] == [*sent.editions[6:]]
    assert [text.plain for _, text in edition_texts(sent.editions[0])] == [
        text.plain for _, text in edition_texts(agreement.editions[0])
    ], "who asks for others all the same reads them"


def test_the_command_starts_processes_too(tmp_path: Path) -> None:
    session: Session = small_repository(tmp_path)
    faulty(tmp_path, 41)
    done = session.run("check", "--format", "json")
    rows = [row for row in json.loads(done.stdout) if row["rule"] == "unknown-reference"]
    assert done.returncode == 1 and len({row["path"] for row in rows}) == 2, done.stderr
