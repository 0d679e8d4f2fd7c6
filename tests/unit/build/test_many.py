"""Many editions made by many workers: who makes them, what they are told, and what comes back of one."""

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


class Site:
    """What a worker asks of a site."""

    repository = SimpleNamespace(root=Path("firm"))
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
        (None, 2, many.FEW, True),
        (None, 2, many.FEW - 1, False),
        (None, 1, many.FEW, False),
        (None, None, many.FEW, False),
        (SimpleNamespace(takes_little=True), 1, 1, True),
        (SimpleNamespace(takes_little=True), 1, 0, False),
        (Processes(), 2, many.FEW - 1, False),
    ],
)
def test_workers_are_wanted_where_there_is_much_to_do_or_a_crew_was_asked_for(
    crew: Any, processors: int | None, count: int, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    site: Any = Site()
    assert many.Makers(site, crew).are_wanted(count) is wanted


def test_the_crew_that_was_asked_for_makes_them_else_processes_of_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(many, "run", lambda *given, **more: asked.append((given, more)) or {"a/1": "why"})
    site, crew, told = Site(), Processes(), print
    made: Any = many.Makers(site, crew).make(["a/1", "a/2"], told)  # type: ignore[arg-type]
    assert made == {"a/1": "why"}
    (by, what, of, names, to), more = asked[0]
    assert by is crew and what is many.files_of and to is told
    assert (of.names, names, more["root"]) == (("a/1", "a/2"), ["a/1", "a/2"], Path("firm"))
    assert more["kin"]("a/1") == more["kin"]("a/2") != more["kin"]("b/1"), "who makes one of an agreement knows others"
    many.Makers(site).make([], told)  # type: ignore[arg-type]
    assert isinstance(asked[1][0][0], Processes)


def test_what_is_made_of_an_edition_comes_back_as_files() -> None:
    site: Any = Site()
    assert many.files_of(site, "a/1") == {"index.html": b"a/1", "deep/one.json": b"{}"}


@pytest.mark.parametrize("failed", [{}, {"a/2": "it has no text."}])
def test_what_workers_made_is_there_and_what_they_could_not_make_is_named(
    failed: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(by: Any, what: Any, of: Any, names: list[str], take: Any, **more: Any) -> dict[str, str]:
        for name in names:
            if name not in failed:
                take(name, {"deep/index.html": name.encode()})
        return failed

    monkeypatch.setattr(many, "run", run)
    site, crew, said = Site(), SimpleNamespace(takes_little=True), list[str]()
    with pytest.raises(BuildError, match=r"^a/2: it has no text\. The others") if failed else nullcontext():
        folder._make_editions(site, ["a/1", "a/2"], tmp_path, said.append, crew)  # type: ignore[arg-type]
    made = [name for name in ("a/1", "a/2") if name not in failed]
    assert said == [f"built {name}" for name in made]
    assert all((tmp_path / name / "deep/index.html").read_bytes() == name.encode() for name in made)
