"""Each generator makes the same site, byte for byte, so that what a browser sees of one it sees of all."""

from __future__ import annotations

from pathlib import Path

from website import Website

from clausule.language.language import current_names
from clausule.model.addresses import VERSIONS


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_generator_makes_the_same_bytes(website: Website) -> None:
    found, twin = files_below(website.folder), files_below(website.twin)
    assert {"404.html", "sitemap.xml", "robots.txt", "feed.xml", "feed.json", "mickcom/1.5/zoeken.json"} <= twin.keys()
    assert sum(name.endswith("/index.html") for name in twin) > 200
    # What no generator makes: lists of editions, copies of those in force, and the mark of a build.
    apart = {VERSIONS, ".clausule-build", *current_names()}
    made = {name for name in found if apart.isdisjoint(name.split("/"))}
    assert sorted(made ^ twin.keys()) == []
    assert [name for name in sorted(made) if found[name] != twin[name]] == []
