"""What stands above the editions: the same files at once, some agreements at a time, or made by others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clausule.analysis.parties import parties_of
from clausule.build import root as above
from clausule.build.many import Handed, files_in, made_of
from clausule.build.plan import make_plan
from clausule.build.root import Root
from clausule.build.site import Site
from clausule.model.addresses import STANDINGS, by_agreement
from clausule.read import Repository, read_repository
from small_site import DAY, write_site


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return read_repository(write_site(tmp_path_factory.mktemp("root")))


@pytest.fixture(scope="module")
def whole(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All of it, made at once."""
    site, out = Site(repository, DAY), tmp_path_factory.mktemp("whole")
    Root(site).build(out, list(site.parts()))
    return files_in(out)


def in_turn(root: Root, parts: list[str], names: list[str], out: Path) -> Iterator[str]:
    """What others make of ``names`` is taken, and then all is built into ``out``: the names that it left to them."""
    of_agreement = by_agreement(parts)
    for name in names:
        files, known = made_of(Handed(root._site, {name: of_agreement.get(name, [])}), f"{name}/")
        assert known and files.keys() >= {"index.html", "feed.xml", STANDINGS}
        root.take(name, of_agreement.get(name, []), known)
        for path, data in files.items():
            there = out.parent / "others" / name / path
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(data)
    root.build(out, parts)
    return (name for name in names if not (out / name).exists())


@pytest.mark.parametrize("names", [["proef"], ["ander", "proef"]])
def test_what_others_made_of_an_agreement_is_what_would_be_made_here(
    names: list[str], repository: Repository, whole: dict[str, bytes], tmp_path: Path
) -> None:
    site, out = Site(repository, DAY), tmp_path / "out"
    assert list(in_turn(Root(site), list(site.parts()), names, out)) == names, "that is left to who has it"
    assert files_in(out) | files_in(tmp_path / "others") == whole
    assert not [path for path in files_in(tmp_path / "others") if "assets/" in path or path.endswith("404.html")]


def test_what_others_made_with_other_comparisons_is_made_again(
    repository: Repository, whole: dict[str, bytes], tmp_path: Path
) -> None:
    site = Site(repository, DAY)
    root, parts = Root(site), list(site.parts())
    _, known = made_of(Handed(site, {"proef": []}), "proef/")
    assert known
    root.take("proef", [], known)
    root.build(tmp_path, parts)
    assert files_in(tmp_path) == whole


def test_some_agreements_at_a_time_make_the_same_and_their_words_are_let_go_of(
    repository: Repository, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = make_plan(repository, DAY, lambda path: None)
    assert plan.current
    site = Site(repository, DAY)
    editions = [edition for one in repository.agreements for edition in one.editions]
    records = {edition.name: site.record(one, edition) for one in repository.agreements for edition in one.editions}
    for edition in editions:
        site.forget(edition, records[edition.name])
    monkeypatch.setattr(above, "_AT_ONCE", 1)
    Root(site).build(tmp_path, list(site.parts()))
    assert files_in(tmp_path) == whole
    assert not [edition.name for edition in editions if "body" in vars(edition)] and not site._histories
    assert parties_of(editions[0]) == records[editions[0].name].imprint.parties
