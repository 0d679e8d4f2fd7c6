"""The sources that are soaked: a small agreement, an edition more with each step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from session import Session, small_repository

DAY = date(2026, 11, 23)
SUBJECTS = ("geheimhouding", "beveiliging", "bewaring", "einde")
BY_HAND = ("-c", "user.name=A", "-c", "user.email=a@localhost")


def begin(root: Path) -> Session:
    """A repository with an agreement that has no edition yet."""
    session = small_repository(root)
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nEen proef.\n")
    return session


def write_edition(session: Session, number: int) -> str:
    """Edition ``number``, frozen and committed; the commit."""
    version, front = f"1.{number}", f'---\nversion: "1.{number}"\n'
    folder = f"docs/proef/{version}"
    session.write(f"{folder}/index.md", f"{front}effective: {date(2020 + number, 1, 1)}\n---\n\n# Proef\n")
    for at, subject in enumerate(SUBJECTS[: 1 + number], 1):
        words = f"# Artikel {at}. {subject.capitalize()}\n\n{at}.1 {subject.capitalize()} geldt altijd.\n"
        session.write(f"{folder}/artikel-{at:02}.md", f"{front}---\n\n{words}")
    done = session.run("freeze", "proef", version)
    assert done.returncode == 0, done.stderr
    return commit(session, version)


def write_erratum(session: Session, version: str, note: str) -> str:
    """A note beside a frozen edition, committed; the commit."""
    errata = f'errata:\n  - at: artikel-1.1\n    words: altijd\n    note: "{note}"\n'
    path = f"docs/proef/{version}/index.md"
    session.replace(path, "effective:", f"{errata}effective:")
    return commit(session, note)


def commit(session: Session, words: str) -> str:
    session.git("add", "--all")
    session.git(*BY_HAND, "commit", "--quiet", "-m", words)
    return session.git("rev-parse", "HEAD").strip()
