"""A publisher announces a sub-processor: letter, mail to his own list, a server that dies half way, the record."""

from __future__ import annotations

import email
import re
import shutil
import subprocess
from datetime import timedelta
from email.policy import default
from pathlib import Path

import pytest

from clausule.check import today
from mail_server import Post, mail_server
from session import HOME, Session, in_git

ROW = """
sub_processors:
  - id: wolk
    name: Wolk B.V.
    address: Wolkweg 1, Utrecht
    contact: {email: avg@wolk.example}
    service: Servers
    purpose: gegevens opslaan
    data: [naam en adres]
    data_subjects: [klanten]
    places: [{country: NL}]
"""
PEOPLE = ("a@x.example", "b@x.example", "c@x.example")


def run(session: Session, *words: str, expect: int = 0) -> subprocess.CompletedProcess[str]:
    done = session.run(*words)
    assert done.returncode == expect, done.stderr
    return done


@pytest.fixture
def publisher(tmp_path: Path) -> Session:
    for name in ("edition", "list"):
        shutil.copytree(HOME / "tests/unit/check/rule_base" / name, tmp_path, dirs_exist_ok=True)
    session = in_git(tmp_path)
    session.write("mkdocs.yml", "site_name: Proef\nsite_url: https://firma.example/\n")
    session.write("docs/index.md", "# Overeenkomsten\n")
    start = today() + timedelta(days=60)
    session.write(
        "annexes/voorbeeld/sub-verwerkers.yml", f"{ROW}    announced: {today()}\n    active: {start}\n".lstrip()
    )
    session.write("klanten.txt", "# onze klanten\n" + "\n".join(PEOPLE) + "\n")
    return session


def test_a_letter_is_mailed_once_to_each_and_recorded(publisher: Session) -> None:
    with mail_server(Post()) as post:
        mail = ["notice", "voorbeeld", "wolk", "--mail", "--list", "klanten.txt", "--smtp", f"127.0.0.1:{post.port}"]
        mail += ["--from", "avg@firma.example"]
        tried = run(publisher, *mail)
        assert "3 of 3 on klanten.txt" in tried.stderr and "Nothing was sent: add --yes" in tried.stderr
        assert not post.seen

        post.answers["DATA:b@x.example"] = "take and die"
        died = run(publisher, *mail, "--yes", expect=2)
        assert re.search(r"cannot be used.*1 have the letter, 2 are left", died.stderr) and not died.stdout
        post.answers.clear()
        later = run(publisher, *mail, "--yes", expect=1)
        assert "not known b@x.example" in later.stdout and "not recorded yet" in later.stderr
        assert post.recipients == list(PEOPLE)  # the server had taken it: nobody got it twice
        assert not (publisher.root / "docs/voorbeeld/notices.yml").exists()

        done = run(publisher, *mail, "--yes", "--again")
        assert post.recipients == [*PEOPLE, "b@x.example"] and "commit this" in done.stderr
        assert run(publisher, *mail, "--yes").stdout == "" and len(post.arrived) == 4

    message = email.message_from_bytes(post.arrived[0][2], policy=default)
    assert (message["To"], message["From"]) == ("a@x.example", "avg@firma.example") and not message["X-Unsent"]
    assert "b@x.example" not in str(message) and message["Message-ID"].endswith("@firma.example>")
    again = [email.message_from_bytes(one[2])["Message-ID"] for one in post.arrived if one[1] == "b@x.example"]
    assert len(set(again)) == 1  # a mail program knows the second for the first
    written = (publisher.root / "docs/voorbeeld/notices.yml").read_text("utf-8")
    assert "recipients: 3" in written and 'list: "klanten"' in written and "@" not in written
    (kept,) = (publisher.root / "annexes/voorbeeld/notices").iterdir()
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == kept.read_text("utf-8")  # type: ignore[union-attr]
