"""A publisher takes editions back: one that was announced, one that was in force."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generate import lock_all
from session import Session, small_repository
from small_site import page

TEXT = "Verwerker verwerkt de gegevens alleen in opdracht van de klant."


def _edition(session: Session, version: str, effective: str, words: str) -> None:
    session.write(f"docs/proef/{version}/index.md", f'---\nversion: "{version}"\neffective: {effective}\n---\n')
    session.write(f"docs/proef/{version}/artikel-01.md", page(version, 1, words, title="Opdracht"))


@pytest.fixture(scope="module")
def announced_once(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = small_repository(tmp_path_factory.mktemp("life"))
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nInleiding.\n")
    _edition(session, "1.0", "2020-01-01", TEXT)
    _edition(session, "1.1", "2040-01-01", TEXT.replace("alleen", "uitsluitend"))
    lock_all(session.root)
    done = session.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    return session


@pytest.fixture
def announced(announced_once: Session, tmp_path: Path) -> Session:
    """1.0 is in force and 1.1 announced, and both are published."""
    return announced_once.copied(tmp_path)


def _file(session: Session, path: str) -> str:
    return session.git("show", f"gh-pages:{path}")


def test_an_announced_edition_that_is_withdrawn_never_comes_into_force(announced: Session) -> None:
    done = announced.run("withdraw", "proef", "--why", "De wijziging gaat niet door.", "--on", "2026-03-01")
    assert done.returncode == 0, done.stderr
    assert "proef/1.1 never comes into force; on 2040-01-01 1.0 is in force." in done.stderr
    assert announced.run("check").returncode == 0
    done = announced.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    start = _file(announced, "proef/1.1/artikel-1/index.html")
    assert "Ingetrokken" in start and "Reden van de uitgever: De wijziging gaat niet door." in start
    assert "uitsluitend in opdracht" in start and 'content="noindex"' in start
    data = json.loads(_file(announced, "proef/1.1/overeenkomst.json"))
    assert data["status"] == "withdrawn"
    assert data["withdrawn"] == {"day": "2026-03-01", "why": "De wijziging gaat niet door."}
    rows = {row["version"]: row for row in json.loads(_file(announced, "proef/versions.json"))}
    assert rows["1.1"]["title"].endswith(", ingetrokken") and rows["1.1"]["properties"]["status"] == "withdrawn"
    assert rows["1.0"]["aliases"] == ["huidig"]
    assert json.loads(_file(announced, "proef/1.0/overeenkomst.json"))["status"] == "in force"
    when = _file(announced, "proef/op/index.html")
    assert 'data-from="2020-01-01"' in when and "2040" not in when
    ids = {
        entry["id"].partition("/proef/")[2]: entry for entry in json.loads(_file(announced, "proef/feed.json"))["items"]
    }
    assert {"1.0/", "1.1/", "1.1/#withdrawn"} <= set(ids)
    assert "proef/1.1/" not in _file(announced, "sitemap.xml")
    verified = announced.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    tip = announced.git("rev-parse", "gh-pages")
    assert announced.run("publish").returncode == 0 and announced.git("rev-parse", "gh-pages") == tip


def test_an_edition_in_force_that_is_withdrawn_stays_where_it_is_and_says_so(announced: Session) -> None:
    assert announced.run("withdraw", "proef", "1.1", "--why", "Gaat niet door.").returncode == 0
    done = announced.run(
        "withdraw", "proef", "1.0", "--why", "Wij bieden de dienst niet meer aan.", "--on", "2026-03-01"
    )
    assert done.returncode == 0 and "no edition is in force" in done.stderr
    done = announced.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    now = _file(announced, "proef/huidig/index.html")
    assert "was van kracht vanaf 1 januari 2020" in now and "Wij bieden de dienst niet meer aan." in now
    assert 'data-until="2026-03-01"' in _file(announced, "proef/op/index.html")
    assert "Er geldt nu geen versie van deze overeenkomst." in _file(announced, "proef/index.html")
    # Taken back: the lines are taken out again.
    path = "docs/proef/1.0/index.md"
    text = (announced.root / path).read_text("utf-8")
    announced.write(path, text[: text.index("withdrawn:")] + "---\n")
    done = announced.run("publish")
    assert done.returncode == 0 and "proef/1.0 was withdrawn on gh-pages; these sources say that no more" in done.stderr
    assert json.loads(_file(announced, "proef/huidig/overeenkomst.json"))["status"] == "in force"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["proof", "1.0", "--why", "x"], "there is no agreement 'proof'. Did you mean 'proef'?"),
        (["proef", "1.9", "--why", "x"], "proef has no edition '1.9'"),
        (["proef", "1.0", "--why", "  "], "a withdrawal needs a reason"),
        (["proef", "1.0"], "Missing option '--why'"),
        (["proef", "1.0", "--why", "x", "--on", "2019-12-31"], "took effect on 2020-01-01"),
        (["proef", "1.0", "--why", "x", "--on", "morgen"], "'morgen' is no day"),
        (["proef", "2.0", "--why", "x"], "proef/2.0 is a concept"),
    ],
)
def test_what_cannot_be_withdrawn_is_one_sentence_and_changes_nothing(
    announced: Session, words: list[str], said: str
) -> None:
    announced.write("docs/proef/2.0/index.md", '---\nversion: "2.0"\nstatus: concept\n---\n')
    before = {path: path.read_bytes() for path in (announced.root / "docs").rglob("*") if path.is_file()}
    done = announced.run("withdraw", *words)
    assert done.returncode == 2 and said in done.stderr
    assert {path: path.read_bytes() for path in (announced.root / "docs").rglob("*") if path.is_file()} == before


def test_twice_is_refused(announced: Session) -> None:
    assert announced.run("withdraw", "proef", "1.1", "--why", "Zegt: \"nee\" # en 'niet'").returncode == 0
    done = announced.run("withdraw", "proef", "1.1", "--why", "Nog eens")
    assert done.returncode == 2 and "was withdrawn on" in done.stderr
