"""How far what an earlier plan told of the editions is trusted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clausule.build.known import as_frozen, is_whole, known_editions, sealed
from clausule.build.plan import make_plan
from clausule.read import read_repository
from small_site import DAY, write_site


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("known"))


@pytest.fixture(scope="module")
def memory(root: Path) -> dict[str, Any]:
    return make_plan(read_repository(root), DAY).memory


def told(memory: dict[str, Any], name: str = "proef/1.0", **other: object) -> dict[str, Any]:
    """``memory`` as a plan would have written it that tells ``other`` of an edition."""
    rows = memory["editions"]
    return sealed({**memory, "editions": {**rows, name: {**rows[name], **other}}})


def test_a_memory_is_whole_while_nothing_in_it_changed(memory: dict[str, Any]) -> None:
    assert is_whole(memory) and not is_whole({**memory, "url": "other"}) and not is_whole([])
    assert sealed(memory) == memory


@pytest.mark.parametrize(
    "other",
    [{}, {"passed": "other"}, {"source": "other", "effective": "1999-01-01"}, {"next_source": "x", "shift": None}],
)
def test_two_plans_may_tell_otherwise_of_other_bytes_and_of_what_stands_around(
    root: Path, memory: dict[str, Any], other: dict[str, object]
) -> None:
    assert known_editions(root, memory, told(memory, **other)).keys() == memory["editions"].keys()


@pytest.mark.parametrize("other", [{"effective": "1999-01-01"}, {"concept": True}, {"shift": None}, {"more": 1}])
def test_two_plans_that_tell_otherwise_of_the_same_bytes_are_not_trusted(
    root: Path, memory: dict[str, Any], other: dict[str, object]
) -> None:
    assert known_editions(root, memory, told(memory, **other)) == {}
    assert known_editions(root, told(memory, **other), memory) == {}


@pytest.mark.parametrize("row", [7, [], None, "source"])
def test_what_is_no_record_tells_nothing(root: Path, memory: dict[str, Any], row: object) -> None:
    """A plan of another program may have written it: the edition is read again, and what is told of others counts."""
    other = sealed({**memory, "editions": {**memory["editions"], "proef/1.0": row}})
    assert known_editions(root, other, memory).keys() == memory["editions"].keys() - {"proef/1.0"}
    assert known_editions(root, memory, other).keys() == memory["editions"].keys()


def test_what_a_plan_of_other_tools_told_is_no_matter(root: Path, memory: dict[str, Any]) -> None:
    before = sealed({**told(memory, concept=True), "tools": "other"})
    assert known_editions(root, memory, before).keys() == memory["editions"].keys()
    assert known_editions(root, memory, {**told(memory, concept=True), "url": "a hand"})
    assert known_editions(root, sealed({**memory, "editions": []})) == {}


def test_only_what_has_the_hash_of_the_lock_is_taken_as_frozen(
    root: Path, memory: dict[str, Any], tmp_path: Path
) -> None:
    known = known_editions(root, memory)
    assert as_frozen(root, known) == {}  # the hashes in the lock of the small site are none
    lock = tmp_path / "docs/proef/editions.lock"
    lock.parent.mkdir(parents=True)
    lock.write_text(f"1.0 sha256:{known['proef/1.0'].imprint.sha256}\n1.1 sha256:{'1' * 64}\n", "utf-8")
    assert as_frozen(tmp_path, known) == {"proef/1.0": known["proef/1.0"]}
