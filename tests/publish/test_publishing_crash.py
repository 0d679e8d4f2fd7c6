"""A publisher that is killed, at whatever moment, leaves the old site or the new one."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from fakesite import CONCEPT, NEW, NOW, OLD, OTHER, Site, git_that, new_site, started, wish, worker

BEFORE = wish(OLD, NOW, OTHER)
AFTER = wish(OLD, NOW, OTHER, NEW, CONCEPT)
MOMENTS = 20


def killed(site: Site, *words: str, path: str = "") -> bool:
    process = worker(site, AFTER, *words, path=path)
    _, err = process.communicate()
    assert "Traceback" not in err
    return process.returncode == -signal.SIGKILL


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str, int]:
    """A repository to copy, its tree, the tree that must follow, and how many programs a whole publication starts."""
    folder = tmp_path_factory.mktemp("crash")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
        old = new_site(folder / "old")
        old.publish(BEFORE)
        new = Site(folder / "new")
        shutil.copytree(old.root, new.root)
        patch.setenv("PATH", git_that(folder / "bin", 0, ""))
        new.publish(AFTER)
    return old.root, old.tree, new.tree, started(folder / "bin")


def assert_old_or_new_and_then_new(site: Site, old: str, new: str) -> None:
    assert site.tree in (old, new)
    site.git("fsck", "--no-dangling")
    site.publish(AFTER)
    assert site.tree == new
    site.assert_clean()


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_while_git_starts_or_has_ended(moment: int, sites: tuple[Path, str, str, int], tmp_path: Path) -> None:
    template, old, new, count = sites
    step = 1 + moment * (count - 1) // (MOMENTS - 1)
    # By turns git never starts, or does its work and outlives its parent.
    then = "kill -9 $PPID\n" + ("exit 1" if moment % 2 else 'exec $git "$@"')
    site = Site(tmp_path / "site")
    shutil.copytree(template, site.root)
    assert killed(site, path=git_that(tmp_path / "bin", step, then))
    assert_old_or_new_and_then_new(site, old, new)


@pytest.mark.parametrize("line", range(1, 6))
def test_killed_while_it_says_something(line: int, sites: tuple[Path, str, str, int], tmp_path: Path) -> None:
    template, old, new, _ = sites
    site = Site(tmp_path / "site")
    shutil.copytree(template, site.root)
    assert killed(site, "--kill-at-line", str(line))
    assert site.tree == old
    assert list((site.root / ".git/clausule").glob("publish-*")), "the crash left its folder"
    assert_old_or_new_and_then_new(site, old, new)


def test_killed_right_after_the_branch_moved(sites: tuple[Path, str, str, int], tmp_path: Path) -> None:
    template, _, new, count = sites
    site = Site(tmp_path / "site")
    shutil.copytree(template, site.root)
    assert killed(site, path=git_that(tmp_path / "bin", count, '$git "$@"\nkill -9 $PPID\nexit 1'))
    assert site.tree == new
    assert not site.publish(AFTER).changed
    site.assert_clean()
