"""What an earlier version published, this one publishes unchanged: words, hashes, addresses, ids and data stay.

The look may be another: a page is made again when the program is, with other styles, scripts and words around the text.
Each ``published-by-VERSION.xz`` is a repository as that version left it (``tests/upgrade/make``), as git's own stream.
"""

from __future__ import annotations

import json
import lzma
import re
import tarfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from session import Session

HERE = Path(__file__).parent
DAY = "2026-11-29"
"""For which all of them were published last."""
# What a page shows itself with, and nobody links to; and the index of the search box.
LOOK = (".css", ".js", ".woff2", ".png", ".ico", "/zoeken.json", "sitemap.xml.gz")
# Ids that the theme numbers as it likes, or that are told from what may be mended beside an agreed text.
NOT_PROMISED = ("_", "gebruik-begrip-")
# What a page was made of, and the redline in the entry of a feed, which is made again as a page is.
REMADE = ("input", "content_html")
FROZEN = ("dienst/1.0", "dienst/1.1")


class Upgraded(Session):
    """The repository after this version published it: ``was`` and ``now`` are the files of the site before and after,
    and ``tip`` is its commit before."""

    was: dict[str, bytes]
    now: dict[str, bytes]
    tip: str

    def files(self, commit: str) -> dict[str, bytes]:
        names = self.git("ls-tree", "-r", "-z", "--name-only", commit).split("\0")[:-1]
        done = self.program(["git", "archive", "--format=tar", "-o", "site.tar", commit])
        assert done.returncode == 0, done.stderr
        with tarfile.open(self.root / "site.tar") as packed:
            found = {name: packed.extractfile(name) for name in names}
            data = {name: file.read() for name, file in found.items() if file}
        (self.root / "site.tar").unlink()
        return data


@pytest.fixture(scope="module", params=sorted(HERE.glob("published-by-*.xz")), ids=lambda path: path.stem)
def upgraded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Upgraded:
    firm = Upgraded(tmp_path_factory.mktemp("upgrade"))
    firm.git("init", "--quiet", "--initial-branch=main")
    done = firm.program(["git", "fast-import", "--quiet"], lzma.decompress(request.param.read_bytes()))
    assert done.returncode == 0, done.stderr
    firm.git("reset", "--quiet", "--hard", "main")
    firm.tip = firm.git("rev-parse", "gh-pages").strip()
    firm.was = firm.files("gh-pages")
    done = firm.run("publish", "--on", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert firm.git("status", "--porcelain") == ""
    firm.now = firm.files("gh-pages")
    return firm


def test_what_is_published_is_what_these_sources_make(upgraded: Upgraded) -> None:
    done = upgraded.run("verify", "--on", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    upgraded.git("merge-base", "--is-ancestor", upgraded.tip, "gh-pages")


def test_every_address_answers(upgraded: Upgraded) -> None:
    addresses = {path for path in upgraded.was if not path.endswith(LOOK)}
    assert len(addresses) > 200 and not sorted(addresses - upgraded.now.keys())
    lost = []
    for path in addresses:
        if path.endswith(".html"):
            ids = {one for one in _ids(upgraded.was[path]) if not one.startswith(NOT_PROMISED)}
            lost += [f"{path}#{one}" for one in sorted(ids - _ids(upgraded.now[path]))]
    assert not lost


def _ids(page: bytes) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', page.decode()))


def test_what_a_hash_is_of_stays_byte_for_byte(upgraded: Upgraded) -> None:
    for edition in FROZEN:
        for name in ("canoniek.json", "waarborg.json"):
            assert upgraded.now[f"{edition}/{name}"] == upgraded.was[f"{edition}/{name}"], f"{edition}/{name}"
    copies = [path for path in upgraded.was if path.endswith(("canoniek.json", "waarborg.json"))]
    assert [path for path in copies if "proef/" in path]  # at the address of its former name too
    assert not [path for path in copies if "/2.0/" not in path and upgraded.now[path] != upgraded.was[path]]


def test_the_words_of_an_agreed_text_stay(upgraded: Upgraded) -> None:
    pages = 0
    for path, page in upgraded.was.items():
        if path.startswith(tuple(f"{edition}/" for edition in FROZEN)) and path.endswith("/index.html"):
            words = _words(page)
            pages += bool(words)
            assert _words(upgraded.now[path]) == words, path
    assert pages >= 2 * 6  # the first page, three articles, an annex and the whole text


def _words(page: bytes) -> list[str]:
    """The words of each clause, item and recital on a page, in its order."""
    tree = html.fromstring(page.decode())
    found = tree.xpath("//main//*[contains(concat(' ', @class, ' '), ' words ')]")
    return [" ".join(str(one.text_content()).split()) for one in found]


def test_data_only_gains(upgraded: Upgraded) -> None:
    """Of each file of data no field went or has another value, but for the two in ``REMADE``."""
    names = ("overeenkomst.json", "bestanden.json", "versions.json", "status.json", "sub-verwerkers.json", "feed.json")
    looked = 0
    for path, data in upgraded.was.items():
        if path.endswith(names) and not path.startswith("proef/"):
            looked += 1
            _only_gains(json.loads(data), json.loads(upgraded.now[path]), path)
    assert looked > 10


def _only_gains(was: Any, now: Any, where: str) -> None:
    if isinstance(was, dict):
        assert isinstance(now, dict) and was.keys() <= now.keys(), where
        for key, value in was.items():
            if key not in REMADE:
                _only_gains(value, now[key], f"{where}: {key}")
    elif isinstance(was, list) and where.endswith(": files"):
        assert [row for row in was if row not in now] == [], where
    elif isinstance(was, list):
        assert isinstance(now, list) and len(now) == len(was), where
        for at, (one, other) in enumerate(zip(was, now, strict=True)):
            _only_gains(one, other, f"{where}: {at}")
    else:
        assert now == was, where


def test_feeds_and_calendars_name_everything_as_they_did(upgraded: Upgraded) -> None:
    def names(files: dict[str, bytes]) -> set[str]:
        feed = etree.fromstring(files["dienst/feed.xml"])
        ids = {str(one.text) for one in feed.iter("{http://www.w3.org/2005/Atom}id")}
        calendar = files["dienst/sub-verwerkers.ics"].decode()
        return ids | {line for line in calendar.splitlines() if line.startswith("UID:")}

    assert len(names(upgraded.was)) >= 3 and names(upgraded.was) <= names(upgraded.now)


@pytest.mark.parametrize("name", ["overeenkomst.json", "overeenkomst.docx", "waarborg.json", "canoniek.json"])
def test_a_file_that_somebody_kept_is_known(name: str, upgraded: Upgraded, tmp_path: Path) -> None:
    kept = tmp_path / name
    kept.write_bytes(upgraded.was[f"dienst/1.1/{name}"])
    done = upgraded.run("verify", str(kept))
    assert done.returncode == 0 and "1.1" in done.stdout + done.stderr, done.stdout + done.stderr
