"""What publishing is told of an edition that was taken back with its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from clausule.build.emptied import emptied_build, emptied_input
from clausule.model.editions import Agreement, Edition
from clausule.model.notes import Withdrawal
from editions import agreement, edition


def test_it_has_no_hash_and_says_when_and_why() -> None:
    built: list[tuple[Agreement, Edition, Path]] = []
    site = SimpleNamespace(tools="t", url="https://x.example/", build_emptied=lambda *given: built.append(given))
    told = Withdrawal(day=date(2024, 3, 1), why="Vergissing.", is_emptied=True)
    undated = replace(edition("1.0"), withdrawn=told)
    dated = replace(undated, effective=date(2024, 1, 1))
    found = [emptied_build(site, agreement(), one) for one in (undated, dated)]
    assert [one.properties["effective"] for one in found] == [None, "2024-01-01"]
    for one in found:
        assert (one.agreement, one.version) == ("a", "1.0")
        assert (one.properties["sha256"], one.properties["status"], one.properties["frozen"]) == (
            "removed",
            "withdrawn",
            True,
        )
        assert one.properties["withdrawn"] == {"day": "2024-03-01", "why": "Vergissing."}
        assert one.properties["input"] == emptied_input("t", "https://x.example/", agreement(), undated)
    found[1].build(Path("ergens"))
    assert [(one.version, path) for _, one, path in built] == [("1.0", Path("ergens"))]


def test_its_pages_are_made_again_when_what_they_are_made_from_is_other() -> None:
    one = edition("1.0")
    known = emptied_input("t", "u", agreement(), one)
    assert known == emptied_input("t", "u", agreement(), edition("1.0"))
    others = {
        emptied_input("s", "u", agreement(), one),
        emptied_input("t", "v", agreement(), one),
        emptied_input("t", "u", agreement(), edition("1.1")),
        emptied_input("t", "u", agreement(), replace(one, made_of={"index.md": "1"})),
    }
    assert len(others) == 4 and known not in others
