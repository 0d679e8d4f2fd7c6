"""Many editions, and what stands above them, made by many workers: who makes them, what they are told, and what comes
back of one."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from clausule.build import folder, many
from clausule.build.site import BuildError
from clausule.work.crew import Processes

EDITIONS = {"a": 2, "b": 1, "c": 3, "many": many.KIN * many._BATCH}
"""How many editions each agreement of the firm has."""


class Root:
    """What stands above the editions: what is taken of it."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, list[str], str]] = []

    def take(self, slug: str, parts: list[str], above: str) -> None:
        self.taken.append((slug, parts, above))


class Site:
    """What a worker asks of a site."""

    repository = SimpleNamespace(
        root=Path("firm"),
        agreements=[SimpleNamespace(slug=slug, all_editions=range(count)) for slug, count in EDITIONS.items()],
    )
    names: tuple[str, ...] = ()

    def handed_on(self, names: list[str], whole: int) -> Site:
        assert whole == many.KIN * many._BATCH, "as many as one task has at most"
        site = Site()
        site.names = tuple(names)
        return site

    def build_named(self, name: str, out: Path) -> None:
        (out / "deep").mkdir(parents=True)
        (out / "index.html").write_bytes(name.encode())
        (out / "deep" / "one.json").write_bytes(b"{}")


@pytest.mark.parametrize(
    ("crew", "processors", "count", "wanted"),
    [
        (None, 2, 20, True),  # as the handbook of the program's parts says: twenty editions and more
        (None, 2, 19, False),
        (None, 1, 20, False),
        (None, None, 20, False),
        (SimpleNamespace(takes_little=True), 1, 1, True),
        (SimpleNamespace(takes_little=True), 1, 0, False),
        (Processes(), 2, 19, False),
    ],
)
def test_workers_are_wanted_where_there_is_much_to_do_or_a_crew_was_asked_for(
    crew: Any, processors: int | None, count: int, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    site: Any = Site()
    root: Any = Root()
    assert many.Makers(site, root, crew).are_wanted(count) is wanted


def test_the_crew_that_was_asked_for_makes_them_else_processes_of_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(many, "run", lambda *given, **more: asked.append((given, more)) or {"a/1": "why"})
    site: Any = Site()
    root: Any = Root()
    crew = Processes()
    assert many.Makers(site, root, crew).make(["a/1", "a/2"], lambda name, files: None) == {"a/1": "why"}
    (by, what, handed, names, _), more = asked[0]
    assert by is crew and what is many.made_of
    assert (handed.site.names, names, more["root"]) == (("a/1", "a/2"), ["a/1", "a/2"], Path("firm"))
    assert more["kin"]("a/1") == more["kin"]("a/2") != more["kin"]("b/1"), "who makes one of an agreement knows others"
    many.Makers(site, root).make([], lambda name, files: None)
    assert isinstance(asked[1][0][0], Processes)


def test_who_makes_all_editions_of_an_agreement_makes_what_stands_above_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words and its history are in hand there: not where some editions are not made, nor where one task does not
    hold them all."""
    given: list[Any] = []

    def run(crew: Any, work: Any, handed: Any, pieces: list[str], told: Any, **more: Any) -> dict[str, str]:
        given.extend([handed, pieces])
        told("b/1", ({"index.html": b"b"}, None))
        told("a/", ({"index.html": b"above"}, "what is told of a"))
        return {}

    monkeypatch.setattr(many, "run", run)
    site, root, told = Site(), Root(), list[Any]()
    names = ["a/1", "a/2", "b/1", "c/1", "c/2", *(f"many/{number}" for number in range(EDITIONS["many"]))]
    parts = ["a/vergelijken/1...2/", "c/vergelijken/1...2/"]
    makers: Any = many.Makers(site, root)  # type: ignore[arg-type]
    assert makers.make(names, lambda *one: told.append(one), parts) == {}
    handed, pieces = given
    assert handed.above == {"a": ["a/vergelijken/1...2/"], "b": []}
    assert pieces == ["a/1", "a/2", "a/", "b/1", "b/", *names[3:]]
    assert told == [("b/1", {"index.html": b"b"}), ("a/", {"index.html": b"above"})]
    assert root.taken == [("a", ["a/vergelijken/1...2/"], "what is told of a")]
    assert handed.site.names == tuple(names), "a history goes along by how many editions are made"


def test_what_is_made_of_an_edition_comes_back_as_files() -> None:
    site: Any = Site()
    files = {"index.html": b"a/1", "deep/one.json": b"{}"}
    assert many.files_of(site, "a/1") == files
    assert many.made_of(many.Handed(site, {}), "a/1") == (files, None)


@pytest.mark.parametrize("failed", [{}, {"a/2": "it has no text."}])
def test_what_workers_made_is_there_and_what_they_could_not_make_is_named(
    failed: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(by: Any, what: Any, of: Any, names: list[str], take: Any, **more: Any) -> dict[str, str]:
        for name in names:
            if name not in failed:
                take(name, ({"deep/index.html": name.encode()}, "known" if name.endswith("/") else None))
        return failed

    monkeypatch.setattr(many, "run", run)
    crew: Any = SimpleNamespace(takes_little=True)
    site: Any = Site()
    root: Any = Root()
    said = list[str]()
    with pytest.raises(BuildError, match=r"^a/2: it has no text\. The others") if failed else nullcontext():
        folder._make_editions(site, root, ["a/1", "a/2"], [], tmp_path, said.append, crew)
    made = [name for name in ("a/1", "a/2") if name not in failed]
    assert said == [f"built {name}" for name in made]
    assert all((tmp_path / name / "deep/index.html").read_bytes() == name.encode() for name in made)
    assert (tmp_path / "a/deep/index.html").read_bytes() == b"a/", "what stands above them is beside them"
