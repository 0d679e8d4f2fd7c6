"""The lock says with which recipe, and under which name, each edition was frozen."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.read import read_repository
from clausule.read.lock import Frozen, read_lock
from clausule.read.source import Sources

A, B = "a" * 64, "b" * 64


def read(root: Path, *lines: str) -> tuple[Sources, object]:
    file = root / "docs/nu/editions.lock"
    file.parent.mkdir(parents=True)
    file.write_text("# Bevroren\n" + "".join(f"{line}\n" for line in lines), "utf-8")
    sources = Sources(root)
    return sources, read_lock(sources, "nu")


def test_what_was_frozen_before_a_renaming_keeps_the_name_of_then(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    assert read_lock(sources, "nu").recipe_of("1.0") == 2 and read_lock(sources, "nu").name_of("1.0") == ""
    file = tmp_path / "docs/nu/editions.lock"
    file.parent.mkdir(parents=True)
    lines = [
        f"1.0 sha256:{A}",
        "renamed toen nu",
        f"1.1 v2-sha256:{B} # later",
        "renamed nu straks",
        "renamed straks nu",
    ]
    file.write_text("\n".join(lines), "utf-8")
    lock = read_lock(Sources(tmp_path), "nu")
    assert lock.editions == {"1.0": Frozen(1, A, "toen"), "1.1": Frozen(2, B, "")}
    assert lock.names == ("toen", "nu", "straks")
    assert (lock.recipe_of("1.0"), lock.name_of("1.0"), lock.recipe_of("2.0")) == (1, "toen", 2)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["renamed toen nu"], []),
        (["renamed toen straks"], [(2, "renamed to 'straks', and is called 'nu' after that")]),
        (["renamed a b", "renamed c nu"], [(2, "renamed to 'b', and is called 'c' after that")]),
        (["renamed Toen nu"], [(2, "cannot be read")]),
        (["hernoemd toen nu"], [(2, "cannot be read")]),
        (["renamed toen"], [(2, "cannot be read")]),
        ([f"1.0 sha256:{A}", f"1.0 sha256:{B}"], [(3, "stands in the lock twice")]),
        ([f"1.0 v3-sha256:{A}", f"1.1 sha256:{A[1:]}"], [(2, "cannot be read"), (3, "cannot be read")]),
    ],
)
def test_a_line_that_cannot_be_is_a_finding(tmp_path: Path, lines: list[str], found: list[tuple[int, str]]) -> None:
    sources, _ = read(tmp_path, *lines)
    told = [(one.place.line, one.message) for one in sources.findings]
    assert [line for line, _ in told] == [line for line, _ in found]
    assert all(words in message for (_, message), (_, words) in zip(told, found, strict=True))


def test_a_name_that_led_to_an_agreement_is_given_to_no_other(tmp_path: Path) -> None:
    for slug, lines in (
        ("nu", "renamed toen nu\n"),
        ("toen", ""),
        ("eigen", "renamed eigen ander\nrenamed ander eigen\n"),
    ):
        (tmp_path / f"docs/{slug}").mkdir(parents=True)
        (tmp_path / f"docs/{slug}/index.md").write_text(f"---\ntitle: {slug}\n---\n", "utf-8")
        (tmp_path / f"docs/{slug}/editions.lock").write_text(lines, "utf-8")
    found = [one for one in read_repository(tmp_path).findings if one.rule == "bad-name"]
    assert [(one.place.path, one.words) for one in found] == [("docs/toen", "toen")]
