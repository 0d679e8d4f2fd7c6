"""A publisher's session, from a fresh copy of this repository to a second edition, with the real pages."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from session import Session, copy_of_this_repository

DAY = "--on=2026-11-23"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, list[str]]:
    """A publisher who published the agreements of two firms on that day, from a commit that is no branch and beside a
    file that is no text; and the addresses that were printed."""
    session = copy_of_this_repository(tmp_path_factory.mktemp("published"))
    for folder in ("docs/voorbeeld", "annexes/voorbeeld", "docs/example", "annexes/example"):
        shutil.rmtree(session.root / folder)
    session.write("docs/mickcom/notitie.txt", "niet van belang")
    session.git("checkout", "--quiet", "--detach")
    done = session.run("publish", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return session, done.stdout.split()


@pytest.fixture
def published(told: tuple[Session, list[str]], tmp_path: Path) -> Session:
    """That publisher, who is at main again."""
    session = told[0].copied(tmp_path)
    session.git("checkout", "--quiet", "main")
    return session


def branch(session: Session) -> dict[str, str]:
    """The files of gh-pages: path and blob."""
    lines = session.git("ls-tree", "-r", "gh-pages").splitlines()
    return {line.split("\t")[1]: line.split()[2] for line in lines}


def second_edition(session: Session) -> None:
    """Mickcom 1.6 as an author would make it: one clause changed, agreed from a day in the future."""
    assert session.run("new", "mickcom", "1.6", "--from", "1.5", "--effective", "2027-03-01").returncode == 0
    text = (session.root / "docs/mickcom/1.5/artikel-06.md").read_text("utf-8")
    session.write(
        "docs/mickcom/1.6/artikel-06.md",
        text.replace('version: "1.5"', 'version: "1.6"').replace("zo snel mogelijk", "binnen een dag"),
    )


def test_every_page_is_published_and_a_second_time_nothing(told: tuple[Session, list[str]]) -> None:
    publisher, addresses = told
    assert (
        "http://localhost:8000/mickcom/1.5/" in addresses
        and "http://localhost:8000/123meekijken/ongedateerd/" in addresses
    )
    files = branch(publisher)
    for edition, articles, annexes in (
        ("mickcom/1.5", 14, 3),
        ("mickcom/huidig", 14, 3),
        ("123meekijken/ongedateerd", 8, 2),
        ("123meekijken/huidig", 8, 2),
    ):
        wanted = (
            [f"artikel-{n}" for n in range(1, articles + 1)]
            + [f"bijlage-{n}" for n in range(1, annexes + 1)]
            + ["volledig"]
        )
        assert all(f"{edition}/{page}/index.html" in files for page in wanted)
        assert f"{edition}/index.html" in files and f"{edition}/overeenkomst.json" in files
    assert {
        "index.html",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "overeenkomsten.csv",
        "mickcom/index.html",
        "123meekijken/index.html",
        "mickcom/versions.json",
    } <= set(files)
    assert not [name for name in files if name.endswith((".map", ".gz")) or "lunr" in name]
    tip = publisher.git("rev-parse", "gh-pages")
    # Nor is it decided by the order in which a set comes, which is another in each process.
    assert publisher.run("publish", DAY, PYTHONHASHSEED="1").returncode == 0
    assert publisher.git("rev-parse", "gh-pages") == tip
    # Neither the work tree nor a branch of the sources was touched.
    assert "gh-pages" not in publisher.git("status", "--porcelain")
    refs = publisher.git("for-each-ref", "--format=%(refname)").split()
    assert refs == ["refs/heads/gh-pages", "refs/heads/main"]
    listed = publisher.program(
        ["mike", "list", "--deploy-prefix", "mickcom", "--branch", "gh-pages"],
        PATH=f"{Path(__import__('sys').executable).parent}:/usr/bin:/bin",
    )
    assert "1.5 (25-05-2018)" in listed.stdout and "huidig" in listed.stdout


def test_what_is_built_is_what_is_published(published: Session) -> None:
    assert published.run("build", "--out", "one", DAY, PYTHONHASHSEED="2").returncode == 0
    blobs = branch(published)
    for name in (
        "mickcom/1.5/artikel-7/index.html",
        "mickcom/huidig/artikel-7/index.html",
        "index.html",
        "sitemap.xml",
    ):
        assert published.git("hash-object", f"one/{name}").strip() == blobs[name], name


def test_a_second_edition_from_concept_to_published(published: Session) -> None:
    before = branch(published)
    second_edition(published)
    assert published.run("publish", DAY).returncode == 0
    page = published.git("show", "gh-pages:mickcom/1.6/artikel-6/index.html")
    assert "Concept" in page and "binnen een dag" in page
    # Agreed, and nobody said why the text changed: that is asked, and does not stand in the way. Not frozen: refused.
    concept = "status: concept   # take this line out when the text is agreed\n"
    published.replace("docs/mickcom/1.6/index.md", concept, "")
    asked = published.run("check", "mickcom")
    assert asked.returncode == 0 and "[no-change-notes]" in asked.stdout
    note = "changes:\n  - at: artikel-6\n    why: Klant hoort het sneller.\n"
    published.replace("docs/mickcom/1.6/index.md", "effective: 2027-03-01\n", f"effective: 2027-03-01\n{note}")
    done = published.run("publish", DAY)
    assert done.returncode == 2 and "clausule freeze mickcom 1.6" in done.stderr
    assert published.run("freeze", "mickcom", "1.6").returncode == 0
    assert published.run("publish", DAY).returncode == 0
    assert "Aangekondigd" in published.git("show", "gh-pages:mickcom/1.6/artikel-6/index.html")
    old = published.git("show", "gh-pages:mickcom/1.5/artikel-6/index.html")
    assert "1 maart 2027" in old and "zo snel mogelijk" in old
    assert json.loads(published.git("show", "gh-pages:mickcom/versions.json"))[0]["version"] == "1.6"
    # The other agreement was not touched.
    after = branch(published)
    assert {name: blob for name, blob in after.items() if name.startswith("123meekijken/")} == {
        name: blob for name, blob in before.items() if name.startswith("123meekijken/")
    }
    # On its day it is in force, and 1.5 is not.
    assert published.run("publish", "--on=2027-03-01").returncode == 0
    lapsed = published.git("show", "gh-pages:mickcom/1.5/artikel-7/index.html")
    assert "Vervangen" in lapsed and re.search(
        r'href="[./]*/huidig/artikel-7/#artikel-7\.2"|href="[./]*huidig/artikel-7/', lapsed
    )
    assert "binnen een dag" in published.git("show", "gh-pages:mickcom/huidig/artikel-6/index.html")
    assert "Nieuwste versie" in published.git("show", "gh-pages:mickcom/huidig/artikel-6/index.html")


def test_a_published_text_cannot_be_replaced_even_with_a_forged_lock(published: Session) -> None:
    tip = published.git("rev-parse", "gh-pages")
    published.replace("docs/mickcom/1.5/artikel-07.md", "alle redelijke maatregelen", "enkele maatregelen")
    done = published.run("publish", DAY)
    assert done.returncode == 1 and "[frozen]" in done.stdout
    (published.root / "docs/mickcom/editions.lock").unlink()
    done = published.run("freeze", "mickcom", "1.5")
    assert done.returncode == 0
    done = published.run("publish", DAY)
    assert done.returncode == 2 and "mickcom 1.5" in done.stderr
    assert published.git("rev-parse", "gh-pages") == tip
    # Nor can it be called a concept again, or be left out.
    published.replace(
        "docs/mickcom/1.5/index.md", "effective: 2018-05-25\n", "effective: 2018-05-25\nstatus: concept\n"
    )
    assert published.run("publish", DAY).returncode in (1, 2)
    for folder in ("docs/mickcom", "annexes/mickcom"):
        shutil.rmtree(published.root / folder)
    assert published.run("publish", DAY).returncode == 2
    assert published.git("rev-parse", "gh-pages") == tip


def test_errata_may_grow_beside_a_frozen_text(published: Session) -> None:
    published.replace(
        "docs/mickcom/1.5/index.md",
        "errata:\n",
        "errata:\n  - at: artikel-9.1\n    words: om, Sub-verwerkers\n    should: om Sub-verwerkers\n    note: "
        "Kennelijke schrijffout.\n",
    )
    done = published.run("publish", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    page = published.git("show", "gh-pages:mickcom/1.5/artikel-9/index.html")
    assert "Bekende fout" in page and "om, " in page


def test_outside_git(tmp_path: Path, published: Session) -> None:
    shutil.rmtree(published.root / ".git")
    done = published.run("publish", DAY, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 2 and "git" in done.stderr
