"""Who publishes, from what: committed sources, newer than what is there; drafts; and what verify says of it all."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from pathlib import Path

import pytest

from generate import lock_all
from session import Session, small_repository

DAY = "--on=2026-11-23"
INDEX = "docs/proef/1.0/index.md"
FRONT = '---\nversion: "1.0"\neffective: 2020-01-01\n{more}---\n\n# Proef\n'
ERRATUM = "errata:\n  - {at: artikel-1.1, words: altijd, should: steeds, note: Kennelijke schrijffout.}\n"
BY = ("-c", "user.name=A", "-c", "user.email=a@localhost")


def article(version: str, words: str = "Geheimhouding geldt altijd.") -> str:
    return f'---\nversion: "{version}"\n---\n\n# Artikel 1. Plichten\n\n1.1 {words}\n'


def commit(session: Session, words: str = "change") -> None:
    session.git("add", "--all")
    session.git(*BY, "commit", "--quiet", "-m", words)


def published(session: Session, *words: str) -> str:
    done = session.run("publish", DAY, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def firm_once(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """An agreement with one edition, committed, beside a remote that has nothing yet."""
    folder = tmp_path_factory.mktemp("once")
    (folder / "firm").mkdir()
    session = small_repository(folder / "firm")
    session.write(".gitignore", "/uit/\n")
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nEen proef.\n")
    session.write(INDEX, FRONT.format(more=""))
    session.write("docs/proef/1.0/artikel-01.md", article("1.0"))
    lock_all(session.root)
    commit(session)
    session.git("init", "--quiet", "--bare", "--initial-branch=main", str(folder / "origin.git"))
    session.git("remote", "add", "origin", str(folder / "origin.git"))
    session.git("push", "--quiet", "origin", "main")
    return session


@pytest.fixture
def firm(firm_once: Session, tmp_path: Path) -> Session:
    """That firm, with a remote of its own."""
    shutil.copytree(firm_once.root.parent, tmp_path, dirs_exist_ok=True, symlinks=True)
    session = Session(tmp_path / "firm")
    session.git("remote", "set-url", "origin", str(tmp_path / "origin.git"))
    return session


def colleague_of(firm: Session, *options: str) -> Session:
    folder = firm.root.parent / "colleague"
    firm.git("clone", "--quiet", *options, f"file://{firm.root.parent / 'origin.git'}", str(folder))
    return Session(folder)


def with_erratum(session: Session) -> None:
    session.write(INDEX, FRONT.format(more=ERRATUM))
    commit(session, "erratum")


def test_what_is_pushed_is_committed_first(firm: Session) -> None:
    firm.write(INDEX, FRONT.format(more=ERRATUM))
    done = firm.run("publish", DAY, "--push", "origin")
    assert done.returncode == 2 and f"in no commit: {INDEX}" in done.stderr and "--uncommitted" in done.stderr
    assert "commit them before you push" in published(firm)
    assert "in no commit" in published(firm, "--push", "origin", "--uncommitted")
    commit(firm)
    assert "in no commit" not in published(firm, "--push", "origin")


def test_older_sources_take_no_erratum_away(firm: Session) -> None:
    colleague = colleague_of(firm)
    with_erratum(firm)
    published(firm, "--push", "origin")
    done = colleague.run("publish", DAY, "--push", "origin")
    assert done.returncode == 2 and "the erratum at artikel-1.1 of proef/1.0" in done.stderr
    assert "Get the newest sources" in done.stderr and "--take-away" in done.stderr
    # Also when git knows how the two stand to each other.
    firm.git("push", "--quiet", "origin", "main")
    colleague.git("fetch", "--quiet")
    done = colleague.run("publish", DAY, "--push", "origin")
    assert done.returncode == 2 and "older than those of what is published" in done.stderr
    colleague.git("pull", "--quiet")
    published(colleague, "--push", "origin")
    # Newer sources may take it away.
    colleague.write(INDEX, FRONT.format(more=""))
    commit(colleague, "no erratum")
    published(colleague, "--push", "origin")


def test_who_means_it_takes_away(firm: Session) -> None:
    colleague = colleague_of(firm)
    with_erratum(firm)
    published(firm, "--push", "origin")
    published(colleague, "--push", "origin", "--take-away")
    assert "Kennelijke" not in colleague.git("show", "gh-pages:proef/1.0/artikel-1/index.html")


def test_sources_that_stand_beside(firm: Session) -> None:
    """Each committed something; neither may undo what the other did. After a rebase or a squash all of it is there."""
    colleague = colleague_of(firm)
    with_erratum(firm)
    published(firm, "--push", "origin")
    colleague.replace(
        "docs/proef/index.md", "publisher: Voorbeeld", "publisher: Voorbeeld\ncontact: {email: post@example.org}"
    )
    commit(colleague, "contact")
    done = colleague.run("publish", DAY, "--push", "origin")
    assert done.returncode == 2 and "the erratum at artikel-1.1" in done.stderr
    firm.git("push", "--quiet", "origin", "main")
    colleague.git(*BY, "pull", "--quiet", "--rebase")
    published(colleague, "--push", "origin")
    # The firm's history is squashed into one commit that nobody published from.
    colleague.git("push", "--quiet", "origin", "main")
    firm.git("pull", "--quiet", "origin", "main")
    firm.git("reset", "--quiet", "--soft", firm.git("rev-list", "--max-parents=0", "HEAD").strip())
    commit(firm, "all in one")
    published(firm, "--push", "origin")


def test_a_shallow_clone_publishes_what_it_has(firm: Session) -> None:
    with_erratum(firm)
    published(firm, "--push", "origin")
    firm.write("README.md", "Lees mij.\n")
    commit(firm, "readme")
    firm.git("push", "--quiet", "origin", "main")
    shallow = colleague_of(firm, "--depth=1")
    published(shallow, "--push", "origin")
    shallow.write(INDEX, FRONT.format(more=""))
    commit(shallow, "no erratum")
    done = shallow.run("publish", DAY, "--push", "origin")
    assert done.returncode == 2 and "git fetch --unshallow" in done.stderr


def concept(session: Session, words: str) -> None:
    session.write("docs/proef/2.0/index.md", '---\nversion: "2.0"\nstatus: concept\n---\n\n# Proef\n')
    session.write("docs/proef/2.0/artikel-01.md", article("2.0", words))


def test_a_draft_with_findings_keeps_nothing_else_back(firm: Session) -> None:
    concept(firm, "Geheimhouding geldt meestal.")
    commit(firm)
    published(firm)
    page = firm.git("show", "gh-pages:proef/2.0/artikel-1/index.html")
    concept(firm, "Zie artikel 9.9.")
    with_erratum(firm)
    assert firm.run("check").returncode == 1
    assert firm.run("publish", DAY, "--strict").returncode == 1
    assert "proef/2.0 is left out" in published(firm)
    assert "Kennelijke" in firm.git("show", "gh-pages:proef/1.0/artikel-1/index.html")
    assert firm.git("show", "gh-pages:proef/2.0/artikel-1/index.html") == page
    listed = json.loads(firm.git("show", "gh-pages:proef/versions.json"))
    assert [row["version"] for row in listed] == ["2.0", "1.0"]
    done = firm.run("verify", DAY)
    assert done.returncode == 0, done.stdout
    assert "proef/2.0 is left out" in published(firm)
    concept(firm, "Geheimhouding geldt nooit.")
    commit(firm)
    assert "left out" not in published(firm)
    assert "nooit" in firm.git("show", "gh-pages:proef/2.0/artikel-1/index.html")


def test_a_draft_with_findings_that_was_never_published(firm: Session) -> None:
    concept(firm, "Zie artikel 9.9.")
    commit(firm)
    assert "proef/2.0 is left out" in published(firm)
    assert "proef/2.0" not in firm.git("ls-tree", "-r", "--name-only", "gh-pages")


def test_a_frozen_edition_with_findings_stops_everything(firm: Session) -> None:
    firm.write("docs/proef/1.0/artikel-01.md", article("1.0", "Geheimhouding geldt nooit."))
    done = firm.run("publish", DAY)
    assert done.returncode == 1 and "[frozen]" in done.stdout and "left out" not in done.stderr


def tamper(session: Session, path: str, old: str, new: str) -> None:
    text = session.git("show", f"gh-pages:{path}")
    assert old in text
    folder = session.root / "uit"
    session.git("worktree", "add", "--quiet", "--detach", str(folder), "gh-pages")
    branch = Session(folder)
    branch.write(path, text.replace(old, new, 1))
    commit(branch)
    session.git("update-ref", "refs/heads/gh-pages", branch.git("rev-parse", "HEAD").strip())
    session.git("worktree", "remove", "--force", str(folder))


def test_verify_says_which_file_and_what_was_expected(firm: Session) -> None:
    published(firm, "--push", "origin")
    for words in ((), ("--remote", "origin")):
        done = firm.run("verify", DAY, *words)
        assert (done.returncode, done.stdout) == (0, "") and "as these sources make it" in done.stderr, done.stdout
    path = "proef/1.0/artikel-1/index.html"
    tamper(firm, path, "geldt altijd", "geldt nooit")
    done = firm.run("verify", DAY, "--format", "json")
    (row,) = json.loads(done.stdout)
    assert done.returncode == 1 and row["path"] == path
    assert "altijd" in row["expected"] and "nooit" in row["found"]
    assert firm.run("verify", DAY, "--remote", "origin").returncode == 0
    assert firm.run("check").returncode == 0
    assert f"proef/1.0 was changed by another hand ({path.removeprefix('proef/1.0/')})" in published(firm)
    assert firm.run("verify", DAY).returncode == 0


def test_verify_of_a_history_that_was_set_back_or_rewritten(firm: Session) -> None:
    published(firm)
    first = firm.git("rev-parse", "gh-pages").strip()
    with_erratum(firm)
    published(firm)
    tip = firm.git("rev-parse", "gh-pages").strip()
    firm.git("update-ref", "refs/heads/gh-pages", first)
    done = firm.run("verify", DAY)
    assert done.returncode == 1 and "history: expected" in done.stdout and tip[:12] in done.stdout
    alone = firm.git(*BY, "commit-tree", f"{tip}^{{tree}}", "-m", "one").strip()
    firm.git("update-ref", "refs/heads/gh-pages", alone)
    done = firm.run("verify", DAY)
    assert done.returncode == 1 and done.stdout.count("\n") == 1 and done.stdout.startswith("history: expected")


def test_verify_of_a_folder_and_of_a_site_that_somebody_serves(firm: Session) -> None:
    published(firm, "--copy", "uit/kopie")
    assert firm.run("build", DAY, "--out", "uit/bouw").returncode == 0
    for folder in ("uit/kopie", "uit/bouw"):
        done = firm.run("verify", DAY, folder)
        assert done.returncode == 0, done.stdout
    handler = functools.partial(Silent, directory=str(firm.root / "uit/kopie"))
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://localhost:{server.server_port}/"
        done = firm.run("verify", DAY, "--url", address)
        assert done.returncode == 0, done.stdout
        page = firm.root / "uit/kopie/proef/huidig/artikel-1/index.html"
        page.write_text(page.read_text("utf-8").replace("altijd", "nooit"), "utf-8")
        (firm.root / "uit/kopie/proef/1.0/overeenkomst.json").unlink()
        shutil.rmtree(firm.root / "uit/kopie/proef/vergelijken", ignore_errors=True)
        for words in (("--url", address), ("uit/kopie",)):
            found = firm.run("verify", DAY, *words)
            assert found.returncode == 1 and "proef/huidig/artikel-1/index.html: expected" in found.stdout
            assert "proef/1.0/overeenkomst.json: expected 'a file of" in found.stdout
        server.shutdown()
    done = firm.run("verify", DAY, "--url", address)
    assert done.returncode == 2 and "cannot be read" in done.stderr


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.parametrize(
    "words, said",
    [
        (("nergens",), "no folder and no file nergens"),
        (("--url", "example.org"), "is no address of a site"),
        (("--branch", "nergens"), "there is no branch 'nergens' here"),
        (("--remote", "origin"), "there is no branch 'gh-pages' on origin"),
        (("docs", "--url", "https://example.org/"), "name one of"),
    ],
)
def test_wrong_use_of_verify_is_one_sentence_and_a_way_on(firm: Session, words: tuple[str, ...], said: str) -> None:
    done = firm.run("verify", DAY, *words)
    sentence, _, more = done.stderr.partition("\n")
    assert done.returncode == 2 and said in sentence, done.stderr
    assert more in ("", "  more: clausule handbook verify  (/handboek/echtheid/)\n")
