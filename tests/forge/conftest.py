"""Every test of a job is one on GitHub and one on GitLab."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Firm, firm
from standin import StandIn, forge


@pytest.fixture(autouse=True)
def no_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine: no settings of git, no other forge, no proxy."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "GITHUB_", "CI_", "GITLAB_"))]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1")


@pytest.fixture(params=["github", "gitlab"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StandIn]:
    with forge(request.param, tmp_path) as one:
        yield one


@pytest.fixture(params=["github", "gitlab"])
def ours(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Firm]:
    with firm(request.param, tmp_path) as one:
        yield one
