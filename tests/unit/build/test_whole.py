"""The whole site in a folder: every page of every edition, and never half of it."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from clausule.build.folder import build_all
from clausule.build.known import known_editions
from clausule.build.plan import make_plan
from clausule.build.site import BuildError
from clausule.read import read_repository
from small_site import DAY, write_site

EDITIONS = ("ander/1.0", "proef/1.0", "proef/1.1", "proef/1.2", "proef/2.0")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A site, and what was said while it was built."""
    root, said = write_site(tmp_path_factory.mktemp("whole")), list[str]()
    build_all(read_repository(root), DAY, root / "out/of/site", said.append)
    return root / "out/of/site", said


def text(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text("utf-8")


def test_every_edition_and_every_comparison_has_its_pages(built: tuple[Path, list[str]]) -> None:
    site, said = built
    assert said == [*(f"building {name}" for name in EDITIONS), "building the pages above the editions"]
    for page in (
        *EDITIONS,
        "",
        "proef",
        "proef/1.1/artikel-1",
        "proef/1.1/bijlage-1",
        "proef/vergelijken/1.0...1.1",
        "proef/vergelijken/1.2...2.0",
    ):
        assert "<main" in text(site, page), page
    assert "passen bij het risico" in text(site, "proef/1.2/artikel-1")
    assert not (site / "proef/2.0/bijlage-1").exists()


def test_the_edition_in_force_stands_at_its_own_address_too_and_is_the_one_that_is_canonical(
    built: tuple[Path, list[str]],
) -> None:
    site, _ = built
    assert text(site, "proef/huidig/artikel-1") == text(site, "proef/1.1/artikel-1")
    assert 'rel="canonical" href="https://example.org/proef/1.1/artikel-1/"' in text(site, "proef/huidig/artikel-1")
    listed = json.loads((site / "proef/versions.json").read_text("utf-8"))
    assert {row["version"]: row["aliases"] for row in listed} == {"1.0": [], "1.1": ["huidig"], "1.2": [], "2.0": []}


def test_where_nothing_is_in_force_nothing_is_called_so(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    build_all(read_repository(root, "ander"), date(2018, 5, 24), root / "site", lambda words: None)
    assert (root / "site/ander/1.0/index.html").exists() and not (root / "site/ander/huidig").exists()
    assert [row["aliases"] for row in json.loads((root / "site/ander/versions.json").read_text("utf-8"))] == [[]]


def test_what_was_renamed_stands_at_its_former_address_too(tmp_path: Path) -> None:
    """A page leads on to where it is now, any other file is there again: links that others made go on."""
    root = write_site(tmp_path)
    with (root / "docs/ander/editions.lock").open("a", encoding="utf-8") as lock:
        lock.write("renamed vroeger ander\n")
    build_all(read_repository(root, "ander"), DAY, root / "site", lambda words: None)
    old, new = root / "site/vroeger", root / "site/ander"
    assert "https://example.org/ander/1.0/" in (old / "1.0/index.html").read_text("utf-8")
    assert (old / "1.0/canoniek.json").read_bytes() == (new / "1.0/canoniek.json").read_bytes()
    there, here = ({path.relative_to(one).as_posix() for path in one.rglob("*")} for one in (old, new))
    assert there == here | {"moved.js"}


def test_a_build_replaces_one_of_its_own_and_nothing_else(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    repository, out = read_repository(root, "ander"), root / "site"

    def build(folder: Path) -> None:
        build_all(repository, DAY, folder, lambda words: None)

    out.mkdir()
    build(out)  # into an empty folder
    (out / "left.txt").write_text("of the last build", "utf-8")
    build(out)
    assert not (out / "left.txt").exists() and (out / "ander/1.0/index.html").exists()
    other = root / "other"
    other.mkdir()
    (other / "holiday.txt").write_text("mine", "utf-8")
    for folder in (other, other / "holiday.txt"):
        with pytest.raises(BuildError, match="Name a new"):
            build(folder)
    assert [path.name for path in other.iterdir()] == ["holiday.txt"]
    assert {path.name for path in root.iterdir()} == {"docs", "annexes", "mkdocs.yml", "site", "other"}, (
        "nothing is left behind"
    )


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_a_build_does_not_follow_a_link(tmp_path: Path) -> None:
    root = write_site(tmp_path / "root")
    (tmp_path / "far").mkdir()
    (root / "site").symlink_to(tmp_path / "far", target_is_directory=True)
    with pytest.raises(BuildError, match="is no folder"):
        build_all(read_repository(root, "ander"), DAY, root / "site", lambda words: None)


def test_what_goes_wrong_leaves_the_last_site(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    build_all(read_repository(root, "ander"), DAY, root / "site", lambda words: None)
    before = (root / "site/ander/1.0/index.html").read_bytes()
    (root / "overrides").mkdir()
    (root / "overrides/base.html").write_text("{% if %}", "utf-8")
    with pytest.raises(BuildError, match=r"overrides/base\.html"):
        build_all(read_repository(root, "ander"), DAY, root / "site", lambda words: None)
    assert (root / "site/ander/1.0/index.html").read_bytes() == before


def test_an_edition_that_comes_is_built_the_same_with_what_is_published_of_those_before_it(
    built: tuple[Path, list[str]], tmp_path: Path
) -> None:
    """With the memory of the editions that did not change, and the history of these as it was published."""
    site, root = built[0], write_site(tmp_path / "root")
    known = known_editions(root, make_plan(read_repository(root), DAY).memory)
    del known["proef/2.0"]
    asked: list[str] = []

    def published(path: str) -> bytes:
        asked.append(path)
        return (site / path).read_bytes()

    plan = make_plan(read_repository(root, records=known), DAY, published)
    next(edition for edition in plan.editions if edition.name == "proef/2.0").build(tmp_path / "made")
    assert asked == ["proef/vergelijken/gegevens.json"]
    files = {path.relative_to(tmp_path / "made") for path in (tmp_path / "made").rglob("*") if path.is_file()}
    assert len(files) >= 10
    assert all((tmp_path / "made" / path).read_bytes() == (site / "proef/2.0" / path).read_bytes() for path in files)
    # When the first has changed there is nothing to go on with, and nobody is asked.
    plan = make_plan(
        read_repository(root, records={name: record for name, record in known.items() if name != "proef/1.0"}),
        DAY,
        published,
    )
    next(edition for edition in plan.editions if edition.name == "proef/1.2").build(tmp_path / "again")
    assert len(asked) == 1
