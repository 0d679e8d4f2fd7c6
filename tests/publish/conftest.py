"""A repository of somebody who never configured git."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fakesite import NOW, OLD, OTHER, Site, new_site, wish


@pytest.fixture(autouse=True)
def no_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def empty(tmp_path: Path) -> Site:
    """A repository without a single commit."""
    return new_site(tmp_path / "site")


@pytest.fixture
def site(empty: Site) -> Site:
    """Two agreements are published."""
    empty.publish(wish(OLD, NOW, OTHER))
    return empty
