"""A plan that no state of a branch can make good is refused: a name that is no address, an edition that comes twice."""

from __future__ import annotations

import pytest

from clausule.publish.errors import NameRefused, NotFrozen, PlanRefused
from clausule.publish.plan import EditionBuild, Plan, check_plan, is_concept


def edition(agreement: str = "mickcom", version: str = "1.5", **properties: object) -> EditionBuild:
    told = {"sha256": "a", "input": "b", "status": "in force", "frozen": True} | properties
    return EditionBuild(agreement=agreement, version=version, title="1.5", properties=told, build=lambda folder: None)


def checked(*editions: EditionBuild, current: dict[str, str] | None = None) -> None:
    check_plan(Plan(editions=list(editions), current=current or {}, root_input="", build_root=lambda out, parts: None))


@pytest.mark.parametrize("version", ["1.5", "2.0-rc.1", "ongedateerd", "a" * 100, "1.5.gitlab", "1.5_a", "A1"])
def test_a_name_that_can_be_an_address(version: str) -> None:
    checked(edition(version=version), current={"mickcom": version})


@pytest.mark.parametrize(
    "version",
    [
        "",
        "huidig",
        "Huidig",
        "1..5",
        "1.4...1.5",
        "1.5.",
        "1.5.lock",
        "1.5.git",
        "-1",
        ".5",
        "1/5",
        "1 5",
        "é",
        "a" * 101,
    ],
)
def test_a_name_that_cannot(version: str) -> None:
    with pytest.raises(NameRefused):
        checked(edition(version=version))


@pytest.mark.parametrize("agreement", ["Mickcom", "mick_com", "-a", "", "huidig", "a.git", "a" * 101])
def test_an_agreement_has_a_name_of_small_letters(agreement: str) -> None:
    with pytest.raises(NameRefused):
        checked(edition(agreement))


def test_two_names_that_differ_in_capitals_are_one_folder_on_many_machines() -> None:
    checked(edition(version="1.5a"), edition("ander", "1.5a"))
    with pytest.raises(PlanRefused, match=r"mickcom/1\.5A"):
        checked(edition(version="1.5a"), edition(version="1.5A"))


@pytest.mark.parametrize("name", ["sha256", "input"])
def test_an_edition_comes_with_its_hashes(name: str) -> None:
    with pytest.raises(PlanRefused, match=name):
        checked(edition(**{name: ""}))


def test_what_is_agreed_is_frozen_and_a_concept_need_not_be() -> None:
    checked(edition(status="concept", frozen=False))
    for frozen in (False, None, "yes"):
        with pytest.raises(NotFrozen):
            checked(edition(frozen=frozen))
    assert is_concept({"status": "concept"}) and not is_concept({"status": "in force"}) and not is_concept({})


def test_the_edition_in_force_is_one_of_those_that_are_listed() -> None:
    with pytest.raises(PlanRefused, match=r"no edition mickcom/1\.6"):
        checked(edition(), current={"mickcom": "1.6"})
