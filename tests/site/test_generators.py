"""Each generator makes the same site, byte for byte, so that what a browser sees of one it sees of all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from website import Website

from clausule.read import read_repository
from clausule.site import GENERATORS
from session import HOME


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_another_generator_in_another_process_makes_the_same_bytes(website: Website, tmp_path: Path) -> None:
    """So two builds are the same too, also where Python puts what is in a set into another order."""
    used = os.environ.get("CLAUSULE_SITE", "") or read_repository(website.repository).settings.site
    (other,) = set(GENERATORS) - {used}
    build = "import sys, pathlib, website; website.build_website(*map(pathlib.Path, sys.argv[1:3]), sys.argv[3])"
    folders = [str(HOME / name) for name in ("scripts", "tests", "tests/site")]
    subprocess.run(
        [sys.executable, "-c", build, website.repository, tmp_path / "twin", other],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(folders), "PYTHONHASHSEED": "20"},
        check=True,
    )
    found, twin = files_below(website.folder), files_below(tmp_path / "twin")
    assert {"404.html", "sitemap.xml", "robots.txt", "feed.xml", "feed.json", "mickcom/1.5/zoeken.json"} <= twin.keys()
    assert sum(name.endswith("/index.html") for name in twin) > 200
    assert sorted(found.keys() ^ twin.keys()) == []
    assert [name for name in sorted(found) if found[name] != twin[name]] == []
