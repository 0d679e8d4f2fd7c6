"""What should be published: what is made anew, what stays as it was published, and the memory of both."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from clausule.build.expected import _is_of_kept, _there, expected_site, remembered_site
from clausule.publish.branch import Published, with_kept
from clausule.publish.memory import Memory, Origin, blob_id, tree_id
from clausule.publish.plan import EditionBuild, Plan
from clausule.publish.trees import Node, Trees
from clausule.site.assets import set_hash

FRESH, DRAFT = "proef/vergelijken/1.0...1.1/", "proef/vergelijken/1.1...2.0/"


class Shelf(Trees):
    """What git would hold: the files of one folder."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def read(self, name: str) -> bytes:
        return self._files[name]

    def folder(self, oid: str) -> dict[str, Node]:
        below = oid.removeprefix("root").removeprefix("/")
        found = {}
        for path in self._files:
            if path.startswith(f"{below}/" if below else ""):
                name, _, rest = path[len(below) + bool(below) :].partition("/")
                whole = f"{below}/{name}" if below else name
                found[name] = Node("40000" if rest else "100644", whole)
        return found


def pages(words: str) -> Callable[[Path], None]:
    def build(out: Path) -> None:
        (out / "artikel-1").mkdir()
        (out / "index.html").write_text(words, "utf-8")
        (out / "artikel-1/index.html").write_text(f"{words} 1", "utf-8")

    return build


def above(out: Path, parts: Sequence[str]) -> None:
    (out / "index.html").write_text("above", "utf-8")
    for address in parts:
        (out / address).mkdir(parents=True)
        (out / address / "index.html").write_text(f"compared {address}", "utf-8")


def edition(version: str, status: str = "in force") -> EditionBuild:
    properties = {"sha256": version, "input": f"input {version}", "status": status, "frozen": status != "concept"}
    return EditionBuild(
        agreement="proef", version=version, title=version, properties=properties, build=pages(f"text {version}")
    )


def plan(**more: Any) -> Plan:
    values: dict[str, Any] = {
        "editions": [edition("1.0", "lapsed"), edition("1.1")],
        "current": {"proef": "1.1"},
        "root_input": "r",
        "build_root": above,
        "parts": {FRESH: "p"},
        "aliases": {"proef": "nu"},
        "origin": Origin(commit="c"),
        "memory": {"kept": 1},
    }
    return Plan(**(values | more))


NEW = {
    ".nojekyll",
    "index.html",
    f"{FRESH}index.html",
    "proef/versions.json",
    *(f"proef/{name}/{page}index.html" for name in ("1.0", "1.1", "nu") for page in ("", "artikel-1/")),
}


def test_everything_is_made_where_nothing_is_published() -> None:
    said: list[str] = []
    found = expected_site(plan(), Published("pages"), Shelf({}), "sha1", said.append)
    assert said == ["making proef/1.0 (1 of 2)", "making proef/1.1 (2 of 2)", "making the pages above the editions"]
    assert found.files.keys() == NEW and found.stay == frozenset()
    assert found.files["proef/nu/artikel-1/index.html"] == b"text 1.1 1" and found.files[".nojekyll"] == b""
    memory = found.memory
    assert memory.files == {"index.html": blob_id(b"above", "sha1")}
    assert memory.made.keys() == {
        ".nojekyll", "proef/1.0", "proef/1.1", "proef/nu", "proef/versions.json", f"{FRESH}index.html",
    }  # fmt: skip
    ids = {name: blob_id(found.files[f"proef/1.1/{name}"], "sha1") for name in ("index.html", "artikel-1/index.html")}
    assert memory.made["proef/nu"] == memory.made["proef/1.1"] == tree_id(ids, "sha1") != memory.made["proef/1.0"]
    assert memory.inputs == {"proef/1.0": "input 1.0", "proef/1.1": "input 1.1"}
    assert (memory.parts, memory.origin, memory.plan) == ({FRESH: "p"}, Origin(commit="c"), {"kept": 1})
    assert memory.is_whole
    assert found.built_lists.keys() == {"proef/versions.json"}


def published(**memory: Any) -> tuple[Published, Shelf]:
    """Before now a draft was published too, with a comparison and a feed of the agreement."""
    there = {
        "proef/2.0/index.html": b"draft",
        f"{DRAFT}index.html": b"compared before",
        f"{FRESH}index.html": b"compared before",
        "proef/feed.xml": b"feed",
        "ander/feed.xml": b"feed",
    }
    row = {"version": "2.0", "title": "2.0", "aliases": [], "properties": edition("2.0", "concept").properties}
    known = Memory(files={"proef/feed.xml": "", "ander/feed.xml": ""}, **({"parts": {DRAFT: "d"}} | memory))
    return Published("pages", "commit", "root", {"proef": [row]}, known), Shelf(there)


def test_a_draft_that_is_left_out_stays_as_it_was_published() -> None:
    before, shelf = published()
    said: list[str] = []
    found = expected_site(plan(left_out=[("proef", "2.0")]), before, shelf, "sha1", said.append)
    assert len(said) == 3
    # The pages of its agreement stay; what another agreement had above its editions is no longer planned.
    assert found.files.keys() == NEW | {"proef/2.0/index.html", f"{DRAFT}index.html", "proef/feed.xml"}
    assert found.files["proef/2.0/index.html"] == b"draft" and found.files[f"{DRAFT}index.html"] == b"compared before"
    assert found.files[f"{FRESH}index.html"] == f"compared {FRESH}".encode()
    assert found.files["proef/feed.xml"] == b"feed"
    assert found.stay == {f"{DRAFT}index.html"}
    assert found.memory.parts == {FRESH: "p", DRAFT: "d"}


def test_a_comparison_that_was_settled_since_stays_as_it_was_made() -> None:
    before, shelf = published(parts={FRESH: "as it was", DRAFT: "anew"})

    def settled(had: Mapping[str, str], memory: Any) -> dict[str, str]:
        return {FRESH: had[FRESH] or "anew", DRAFT: "anew"}

    found = expected_site(plan(parts={}, settled=settled), before, shelf, "sha1", lambda words: None)
    assert found.stay == {f"{FRESH}index.html"}
    assert found.files[f"{FRESH}index.html"] == b"compared before"
    assert found.files[f"{DRAFT}index.html"] == f"compared {DRAFT}".encode()
    assert found.memory.parts == {FRESH: "as it was", DRAFT: "anew"}


def test_what_the_memory_tells_of_is_read_as_it_is_there() -> None:
    made = {"proef/2.0": "x", "proef/feed.xml": "y", "proef/gone": "z"}
    before, shelf = published(made=made, is_whole=True)
    found = remembered_site(plan(), before, shelf)
    assert found.files == {"proef/2.0/index.html": b"draft", "proef/feed.xml": b"feed", "ander/feed.xml": b"feed"}
    assert found.memory.origin == Origin(commit="c") and found.memory.made == made and found.stay == frozenset()


def test_an_edition_that_is_not_there_has_no_pages() -> None:
    before, shelf = published()
    assert _there(shelf, before, "proef/2.0") == {"index.html": b"draft"}
    assert _there(shelf, before, "proef/9.9") == _there(shelf, before, "proef/feed.xml") == {}


def test_the_assets_of_looks_that_were_stay_but_for_what_a_hand_changed() -> None:
    """Those of earlier programs too, whose folders and files have other names than the hash of what they hold."""
    look = {"site.css": b"body {}", "fonts/deep/letter.woff2": b"letters"}
    stay = {f"assets/{set_hash(look)}/{name}": data for name, data in look.items()}
    stay |= {"assets/logo.svg": b"logo", "assets/stylesheets/main.css": b"body {}"}
    changed = {f"assets/{'0' * len(set_hash(look))}/site.css": b"body { display: none }"}
    there = stay | changed
    before = Published("pages", "commit", "root", {}, Memory(files=dict.fromkeys(there, "")))
    found = expected_site(plan(), before, Shelf(there), "sha1", lambda words: None)
    assert {path: data for path, data in found.files.items() if path.startswith("assets/")} == stay


def test_of_the_assets_that_a_hand_took_away_nothing_is_made_up() -> None:
    """A look lacks what it consists of, and goes as a whole; another file is not published empty."""
    look = {"site.css": b"body {}", "site.js": b"1"}
    there = {f"assets/{set_hash(look)}/site.css": b"body {}", "assets/mark.svg": b"mark"}
    known = Memory(files=dict.fromkeys([*there, f"assets/{set_hash(look)}/site.js", "assets/logo.svg"], ""))
    before = Published("pages", "commit", "root", {}, known)
    found = expected_site(plan(), before, Shelf(there), "sha1", lambda words: None)
    assert {path for path in found.files if path.startswith("assets/")} == {"assets/mark.svg"}


def test_a_comparison_is_of_a_kept_edition_when_one_of_its_two_is() -> None:
    kept = with_kept(plan(left_out=[("proef", "2.0")]), published()[0])
    found = {address: _is_of_kept(kept, address) for address in (FRESH, DRAFT, "proef/vergelijken/2.0...3.0/")}
    assert found == {FRESH: False, DRAFT: True, "proef/vergelijken/2.0...3.0/": True}


def test_the_documents_that_readers_take_along_are_listed_for_each_agreement() -> None:
    """Those of agreed texts and of what compares them, under their own address."""

    def offering(agreement: str, version: str, status: str = "in force") -> EditionBuild:
        def build(out: Path) -> None:
            (out / "overeenkomst.docx").write_text(f"{agreement} {version}", "utf-8")
            (out / "index.html").write_text("a page", "utf-8")

        return replace(edition(version, status), agreement=agreement, build=build)

    def above(out: Path, parts: Sequence[str]) -> None:
        for address in parts:
            (out / address).parent.mkdir(parents=True)
            (out / address).write_text(address, "utf-8")

    editions = [offering("proef", "1.0"), offering("proef", "1.1"), offering("proef", "2.0", "concept")]
    editions += [offering("ander", "1.0"), offering("ander", "1.1")]
    compared = (
        "proef/vergelijken/1.0...1.1/x.pdf",
        "proef/vergelijken/1.1...2.0/x.pdf",
        "ander/vergelijken/1.0...1.1/x.pdf",
    )
    sources = plan(
        editions=editions, parts=dict.fromkeys(compared, "p"), build_root=above, origin=Origin(day="2026-01-01")
    )
    found = expected_site(sources, Published("pages"), Shelf({}), "sha1", lambda words: None)
    for agreement in ("proef", "ander"):
        told = json.loads(found.files[f"{agreement}/bestanden.json"])
        assert [row["path"] for row in told["files"]] == [
            "1.0/overeenkomst.docx",
            "1.1/overeenkomst.docx",
            "vergelijken/1.0...1.1/x.pdf",
        ]
        assert {row["first"] for row in told["files"]} == {"2026-01-01"}
        assert found.memory.made[f"{agreement}/bestanden.json"] == blob_id(
            found.files[f"{agreement}/bestanden.json"], "sha1"
        )
