"""A publisher gives an agreement another name, another again and the first back: every address goes on answering."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from generate import lock_all
from session import Session, small_repository
from small_site import LEAKS, SECURITY, page

LOCKED = "1.0 sha256:"  # frozen in November 2026, with the name of the agreement in its hash


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = small_repository(tmp_path_factory.mktemp("rename"))
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nInleiding.\n")
    for version, day, words in (("1.0", "2019-01-01", LEAKS), ("1.1", "2020-01-01", f"{LEAKS} Dat is kosteloos.")):
        head = f'---\nversion: "{version}"\neffective: {day}\n' + ("" if version == "1.0" else _CHANGES) + "---\n"
        session.write(f"docs/proef/{version}/index.md", head)
        session.write(f"docs/proef/{version}/artikel-01.md", page(version, 1, SECURITY, words))
    lock_all(session.root)
    session.write("docs/proef/editions.lock", _with_recipe_1(session))
    session.write("docs/ander/index.md", "---\ntitle: Ander\npublisher: Proef B.V.\n---\n\nInleiding.\n")
    session.write(
        "docs/ander/1.0/index.md", '---\nversion: "1.0"\neffective: 2021-01-01\nterms_from: [proef@1.1]\n---\n'
    )
    session.write("docs/ander/1.0/artikel-01.md", "{!docs/proef/1.0/artikel-01.md!}\n")
    lock_all(session.root)
    committed(session)
    done = session.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    return session


_CHANGES = "changes:\n  - at: artikel-1.2\n    why: Duidelijker.\n"


def _with_recipe_1(session: Session) -> str:
    """The lock, with 1.0 as a program of November 2026 froze it."""
    from dataclasses import replace

    from clausule.model.hashes import edition_sha256
    from clausule.read import read_repository

    (agreement,) = read_repository(session.root, "proef").agreements
    sha256 = edition_sha256(replace(agreement.editions[0], recipe=1))
    return f"1.0 sha256:{sha256}\n1.1 v2-sha256:{agreement.lock['1.1']}\n"


def committed(session: Session) -> None:
    session.git("add", "--all")
    session.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "x")


def renamed(session: Session, old: str, new: str) -> None:
    done = session.run("rename", old, new)
    assert done.returncode == 0, done.stderr
    committed(session)
    done = session.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    assert session.run("verify").returncode == 0


def files(session: Session) -> dict[str, str]:
    rows = session.git("ls-tree", "-r", "gh-pages").splitlines()
    return {row.split("\t")[1]: row.split()[2] for row in rows}


def shown(session: Session, path: str) -> str:
    return session.git("show", f"gh-pages:{path}")


def test_every_address_goes_on_answering_through_three_names(published_once: Session, tmp_path: Path) -> None:
    session = published_once.copied(tmp_path)
    lock = (session.root / "docs/proef/editions.lock").read_text()
    before = files(session)
    manifest, entries = (
        shown(session, "proef/1.0/waarborg.json"),
        json.loads(shown(session, "proef/feed.json"))["items"],
    )

    renamed(session, "proef", "nieuw")
    assert (session.root / "docs/nieuw/editions.lock").read_text() == f"{lock}renamed proef nieuw\n"
    assert "{!docs/nieuw/1.0/" in (session.root / "docs/ander/1.0/artikel-01.md").read_text()
    assert "terms_from: [nieuw@1.1]" in (session.root / "docs/ander/1.0/index.md").read_text()
    after = files(session)
    assert before.keys() <= after.keys()
    moved = shown(session, "proef/1.0/artikel-1/index.html")
    assert '<a href="../../../nieuw/1.0/artikel-1/">' in moved and 'src="../../moved.js"' in moved
    assert '<a href="../../nieuw/huidig/">' in shown(session, "proef/huidig/index.html")
    assert "location.hash" in shown(session, "proef/moved.js")
    for name in ("1.0/overeenkomst.json", "1.0/waarborg.json", "versions.json", "feed.xml", "feed.json"):
        assert after[f"proef/{name}"] == after[f"nieuw/{name}"]
    assert shown(session, "nieuw/1.0/waarborg.json") == manifest
    news = json.loads(shown(session, "nieuw/feed.json"))["items"]
    assert [one["id"] for one in news] == [one["id"] for one in entries]
    assert news[0]["url"].endswith("/nieuw/1.1/")
    assert session.run("publish").returncode == 0 and files(session) == after, "publishing again changes nothing"

    renamed(session, "nieuw", "nog-eens")
    assert after.keys() <= files(session).keys()
    assert "../../nog-eens/1.0/" in shown(session, "proef/1.0/index.html")
    assert "../../nog-eens/1.0/" in shown(session, "nieuw/1.0/index.html")

    renamed(session, "nog-eens", "proef")
    last = files(session)
    assert after.keys() - {"proef/moved.js"} <= last.keys() and "proef/moved.js" not in last
    assert SECURITY in shown(session, "proef/1.0/artikel-1/index.html")
    assert "../../proef/1.0/" in shown(session, "nieuw/1.0/index.html")
    assert shown(session, "proef/1.0/waarborg.json") == manifest
    assert [one["id"] for one in json.loads(shown(session, "proef/feed.json"))["items"]] == [
        one["id"] for one in entries
    ]


def test_a_name_that_cannot_be_is_refused_and_nothing_changes(published_once: Session, tmp_path: Path) -> None:
    session = published_once.copied(tmp_path)
    before = tree_of(session.root / "docs")
    for old, new, words in (
        ("iets", "nieuw", "there is no agreement 'iets'"),
        ("proef", "ander", "docs/ander is there already"),
        ("proef", "Nieuw!", "cannot be the address of an agreement"),
        ("proef", "controleren", "cannot be the address of an agreement"),
        ("proef", "proef", "is its name already"),
    ):
        done = session.run("rename", old, new)
        assert done.returncode == 2 and words in done.stderr and done.stderr.count("\n") == 2, done.stderr
    assert tree_of(session.root / "docs") == before
    session.write("docs/proef/index.md", "---\ntitle: Anders\npublisher: Proef B.V.\n---\n\nInleiding.\n")
    done = session.run("rename", "proef", "nieuw")
    assert done.returncode == 2 and "docs/proef/index.md is in no commit yet" in done.stderr


def tree_of(folder: Path) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}
