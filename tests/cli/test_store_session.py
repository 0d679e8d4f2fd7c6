"""What somebody does at a terminal who publishes to a store of objects: publish, verify, tamper, verify."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from moto_store import KEYS, new_bucket, serving
from session import Session, small_repository

_STORE = ("--store", "s3://firm/site")


@pytest.fixture
def server() -> Iterator[str]:
    with serving() as address:
        yield address


def _firm(root: Path) -> Session:
    session = small_repository(root)
    front = '---\nversion: "1.0"\n'
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nEen proef.\n")
    session.write("docs/proef/1.0/index.md", f"{front}effective: 2020-01-01\n---\n\n# Proef\n")
    session.write("docs/proef/1.0/artikel-01.md", f"{front}---\n\n# Artikel 1. Einde\n\n1.1 Einde geldt altijd.\n")
    assert session.run("freeze", "proef", "1.0").returncode == 0
    return session


def test_a_site_goes_to_a_store_and_is_held_against_the_texts(tmp_path: Path, server: str) -> None:
    session, bucket = _firm(tmp_path), new_bucket(server, "firm")
    environment = {**KEYS, "AWS_ENDPOINT_URL": server}
    refused = session.run("publish", "--store", "agreements/site", **environment)
    assert refused.returncode == 2 and "is no address of a store" in refused.stderr
    assert session.git("branch", "--list", "gh-pages") == ""  # said before anything is done
    nothing = session.run("verify", *_STORE, "--remote", "origin", **environment)
    assert nothing.returncode == 2 and "name one of" in nothing.stderr

    unsaved = session.run("publish", *_STORE, **environment)
    assert unsaved.returncode == 2 and not [*bucket.objects.all()], unsaved.stderr  # readers would see it

    done = session.run("publish", "--uncommitted", *_STORE, **environment)
    assert done.returncode == 0, done.stderr
    assert "files sent" in done.stderr and "secret" not in done.stderr
    again = session.run("verify", *_STORE, **environment)
    assert (again.returncode, again.stdout) == (0, ""), again.stdout + again.stderr

    page = next(one.key for one in bucket.objects.all() if one.key.endswith("overeenkomst.json"))
    bucket.Object(page).put(Body=b"{}")
    bucket.Object("site/extra/index.html").put(Body=b"beside")
    found = session.run("verify", *_STORE, **environment)
    assert found.returncode == 1
    assert [row.partition(":")[0] for row in found.stdout.splitlines()] == [page.removeprefix("site/")]
    back = session.run("publish", "--uncommitted", *_STORE, **environment)
    assert "0 files sent, 1 addresses written" in back.stderr, back.stderr
