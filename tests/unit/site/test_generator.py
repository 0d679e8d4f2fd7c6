"""Which generators there are, and what is said where one lacks its packages."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from clausule.read.frontmatter import load_schema
from clausule.read.settings import PLAIN, Settings
from clausule.site import GENERATORS, generator, generator_fault, packages_of
from session import HOME


def test_the_settings_know_the_generators_that_there_are() -> None:
    own = load_schema("settings")["properties"]["extra"]["properties"]["clausule"]["properties"]
    assert own["site"]["enum"] == list(GENERATORS)
    assert Settings().site == PLAIN == GENERATORS[0]
    there = HOME / "scripts/clausule/site"
    assert all((there / f"{name}.py").is_file() or (there / name).is_dir() for name in GENERATORS)


def test_plain_needs_nothing_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator, "find_spec", lambda name: None)
    assert generator_fault("plain") == "" and packages_of("plain") == ()


def test_mkdocs_that_is_not_there_is_said_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    assert generator_fault("mkdocs") == ""
    monkeypatch.setattr(generator, "find_spec", lambda name: None if name == "material" else find_spec(name))
    fault = generator_fault("mkdocs")
    assert "'site: mkdocs' needs packages that are not installed (material)" in fault
    assert "pip install 'clausule[mkdocs]'" in fault and "'site: plain'" in fault
