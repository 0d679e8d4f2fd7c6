"""A publisher takes back an edition that was published by mistake, with its words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generate import lock_all
from session import Session, small_repository
from small_site import page

SECRET = "Pietersen"
ORDER = "Verwerker verwerkt de gegevens alleen in opdracht van de klant."
MISTAKE = f"Klachten gaan naar mevrouw {SECRET} in Emmeloord."
LEAKS = "Verwerker meldt een inbreuk binnen 24 uur."
_WHO = ("-c", "user.name=Proef", "-c", "user.email=proef@example.org")
WHY = "Er stonden gegevens van een klant in."


def _edition(session: Session, version: str, effective: str, *clauses: str, more: str = "") -> None:
    folder = f"docs/proef/{version}"
    session.write(f"{folder}/index.md", f'---\nversion: "{version}"\neffective: {effective}\n---\n')
    session.write(f"{folder}/artikel-01.md", page(version, 1, *clauses, title="Opdracht"))
    session.write(f"{folder}/artikel-02.md", more or page(version, 2, LEAKS, title="Inbreuken"))


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """1.1 holds a name, and 1.2 takes its second article over; all three are published."""
    session = small_repository(tmp_path_factory.mktemp("mistake"))
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nInleiding.\n")
    _edition(session, "1.0", "2020-01-01", ORDER)
    _edition(session, "1.1", "2021-01-01", ORDER, MISTAKE, more=page("1.1", 2, LEAKS, ORDER, title="Inbreuken"))
    _edition(session, "1.2", "2022-01-01", ORDER, more="{!docs/proef/1.1/artikel-02.md!}\n")
    lock_all(session.root)
    done = session.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    return session


@pytest.fixture
def published(published_once: Session, tmp_path: Path) -> Session:
    return published_once.copied(tmp_path)


def _files(session: Session) -> dict[str, str]:
    names = session.git("ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    texts = [name for name in names if not name.endswith((".woff2", ".png", ".ico", ".gz"))]
    return {name: session.git("show", f"gh-pages:{name}") for name in texts}


def _is_page(name: str) -> bool:
    return name.endswith((".html", ".json", ".csv", ".sig")) and "/assets/" not in name and "zoeken" not in name


def test_an_edition_published_by_mistake_leaves_its_addresses_and_not_its_words(published: Session) -> None:
    before = _files(published)
    assert any(SECRET in text for text in before.values())
    manifests = {
        name: text for name, text in before.items() if name.endswith(("1.0/waarborg.json", "1.2/waarborg.json"))
    }
    told = json.loads(before["proef/1.1/waarborg.json"]) | {"previous": None}
    hashes = set(re.findall(r"[0-9a-f]{64}", json.dumps(told))) - set(re.findall(r"[0-9a-f]{64}", str(manifests)))
    assert len(hashes) >= 2  # the edition, and the clause with the name

    done = published.run("withdraw", "proef", "1.1", "--why", WHY, "--on", "2026-03-01", "--remove-words")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "docs/proef/1.1/artikel-01.md" in done.stdout.split()
    assert "git filter-repo" in done.stderr and "Purged: proef/1.1" in done.stderr
    left = sorted(path.name for path in (published.root / "docs/proef/1.1").iterdir())
    assert left == ["index.md"]
    # The edition that included a file of it has those words itself now.
    assert ORDER in (published.root / "docs/proef/1.2/artikel-02.md").read_text("utf-8")
    assert "1.1 removed" in (published.root / "docs/proef/editions.lock").read_text("utf-8")
    done = published.run("check")
    assert done.returncode == 0, done.stdout
    done = published.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr

    after = _files(published)
    assert not [name for name, text in after.items() if SECRET in text or "Emmeloord" in text]
    assert not [(name, one) for name, text in after.items() for one in hashes if one in text]
    gone = {name for name in before.keys() - after.keys() if _is_page(name)}
    assert not gone, sorted(gone)
    for name in before:
        if _is_page(name) and name.startswith("proef/1.1/"):
            assert WHY in after[name] and ("1 maart 2026" in after[name] or "2026-03-01" in after[name]), name
    assert json.loads(after["proef/1.1/overeenkomst.json"])["withdrawn"] == {"day": "2026-03-01", "why": WHY}
    assert WHY in after["proef/vergelijken/1.0...1.1/index.html"]
    assert WHY in after["proef/index.html"] and WHY in after["proef/feed.xml"]
    assert {name: after[name] for name in manifests} == manifests  # the chain stands
    ids = {entry["id"].partition("/proef/")[2] for entry in json.loads(after["proef/feed.json"])["items"]}
    assert {"1.0/", "1.1/", "1.1/#withdrawn", "1.2/"} <= ids
    rows = {row["version"]: row for row in json.loads(after["proef/versions.json"])}
    assert rows["1.1"]["title"].endswith(", ingetrokken") and rows["1.2"]["aliases"] == ["huidig"]
    verified = published.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    tip = published.git("rev-parse", "gh-pages")
    assert published.run("publish").returncode == 0 and published.git("rev-parse", "gh-pages") == tip

    _purge(published)


def _purge(session: Session) -> None:
    """The history begins anew, as the sources record; no other beginning is accepted."""
    old = session.git("rev-parse", "gh-pages").strip()

    def begin(said: str) -> int:
        new = session.git(*_WHO, "commit-tree", "gh-pages^{tree}", "-m", said).strip()
        session.git("update-ref", "refs/heads/gh-pages", new)
        return session.run("verify").returncode

    assert begin("Purged: proef/1.2") == 1
    session.git("update-ref", "refs/heads/gh-pages", old)
    assert begin("Purged: proef/1.1") == 0
    assert session.run("publish").returncode == 0 and session.run("verify").returncode == 0


def test_words_that_were_taken_away_do_not_come_back_unseen(published: Session) -> None:
    lock = (published.root / "docs/proef/editions.lock").read_text("utf-8")
    article = (published.root / "docs/proef/1.1/artikel-01.md").read_text("utf-8")
    assert published.run("withdraw", "proef", "1.1", "--why", WHY, "--remove-words").returncode == 0
    again = published.run("withdraw", "proef", "1.1", "--why", WHY, "--remove-words")
    assert again.returncode == 2 and "was withdrawn with its words already" in again.stderr
    published.write("docs/proef/1.1/artikel-01.md", article)
    done = published.run("check")
    assert done.returncode == 1 and "words of edition 1.1 were taken away" in done.stdout + done.stderr
    assert lock.replace("\n", "").count("removed") == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--why", "x"], "name the version"),
        (["1.1", "--why", "x", "--on", "2999-01-01"], "words are taken away at once"),
        (["1.9", "--why", "x"], "proef has no edition '1.9'"),
        (["1.1", "--why", " "], "a withdrawal needs a reason"),
    ],
)
def test_what_cannot_be_taken_away_is_one_sentence_and_changes_nothing(
    published: Session, words: list[str], said: str
) -> None:
    before = {path: path.read_bytes() for path in (published.root / "docs").rglob("*") if path.is_file()}
    done = published.run("withdraw", "proef", *words, "--remove-words")
    assert done.returncode == 2 and said in done.stderr
    assert {path: path.read_bytes() for path in (published.root / "docs").rglob("*") if path.is_file()} == before
