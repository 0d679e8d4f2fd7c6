"""Many editions are looked at by processes that are started anew, as every system can: what comes of it is the same."""

from __future__ import annotations

import json
import os
import pickle
from pathlib import Path

import pytest

from clausule.check import check, parallel
from clausule.check.parallel import on_every_processor
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
    monkeypatch.setattr(parallel, "_BATCH", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("processes")
def test_results_come_in_order_from_other_processes() -> None:
    found = on_every_processor(told, {"factor": 3}, 20)
    assert [value for value, _ in found] == [3 * number for number in range(20)]
    assert found[0][1] == os.getpid() != found[-1][1], "this process does the first, another the rest"


@pytest.mark.usefixtures("processes")
def test_what_a_process_that_died_left_undone_is_done_here() -> None:
    assert on_every_processor(die_elsewhere, os.getpid(), 20) == list(range(20))


@pytest.mark.usefixtures("processes")
def test_little_work_is_done_here() -> None:
    assert on_every_processor(told, {"factor": 3}, 2) == [(0, os.getpid()), (3, os.getpid())]


def faulty(root: Path, editions: int = 8) -> None:
    """Editions of which two have faults of their own, for the rules and for the reader."""
    write_agreement(root, "proef", editions)
    for number in (2, 6):
        page = sorted(root.glob(f"docs/proef/*{number}/artikel-01.md"))[0]
        faults = "1.99 Zie artikel 77.7 en de Bijlagge.\n\n{!docs/proef/geen.md!}\n"
        page.write_text(f"{page.read_text('utf-8')}\n{faults}", "utf-8")


@pytest.mark.usefixtures("processes")
def test_the_findings_are_those_of_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty(tmp_path)
    found = check(read_repository(tmp_path))
    monkeypatch.setattr(parallel, "_FEW", 1000)
    assert found == check(read_repository(tmp_path))
    assert {"unknown-reference"} <= {finding.rule for finding in found}


@pytest.mark.usefixtures("processes")
def test_words_are_read_where_they_are_looked_at(tmp_path: Path) -> None:
    faulty(tmp_path)
    unread = read_repository(tmp_path, at_once=False)
    whole = read_repository(tmp_path)
    assert check(unread) == check(whole) and len(whole.findings) > len(unread.findings)
    read = ["body" in vars(edition) for edition in unread.agreements[0].editions]
    assert read[0] and not read[-1], "the first are read here, the last elsewhere"
    for one, other in zip(unread.agreements[0].editions, whole.agreements[0].editions, strict=True):
        assert one.files == other.files and one.findings == other.findings
    assert "body" not in vars(unread.agreements[0].editions[-1]), "what came of it was handed over"


def test_another_process_gets_no_words_and_reads_the_same(tmp_path: Path) -> None:
    faulty(tmp_path)
    (agreement,) = read_repository(tmp_path).agreements
    (sent,) = pickle.loads(pickle.dumps([agreement]))
    for mine, other in zip(agreement.editions, sent.editions, strict=True):
        assert not {"body", "files", "findings"} & vars(other).keys()
        assert [(owner, text.plain, text.place(0)) for owner, text in edition_texts(mine)] == [
            (owner, text.plain, text.place(0)) for owner, text in edition_texts(other)
        ]
        assert mine.meta.values == other.meta.values and mine.meta.place(("version",)) == other.meta.place(("version",))


def test_the_command_starts_processes_too(tmp_path: Path) -> None:
    session: Session = small_repository(tmp_path)
    faulty(tmp_path, parallel._FEW)
    done = session.run("check", "--format", "json")
    rows = [row for row in json.loads(done.stdout) if row["rule"] == "unknown-reference"]
    assert done.returncode == 1 and len({row["path"] for row in rows}) == 2, done.stderr
