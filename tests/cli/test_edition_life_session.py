"""Three turns in the life of an agreement: an annex alone is corrected, some customers get a text of their own, and one
applies from a day before it was made known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generate import lock_all
from session import Session, small_repository
from small_site import LEAKS, ROW, SECURITY, page

ANNEX = (
    '---\nversion: "{0}"\neffective: {1}\nkind: measures\n---\n\n# Bijlage 1. Maatregelen\n\n- een slot\n- een {2}\n'
)
ALSO = "Zie Bijlage 1 en Bijlage 2. De sub-verwerkers staan op de lijst van sub-verwerkers op de website."
QUESTIONS = (
    '---\nversion: "1.0"\neffective: 2020-01-01\nkind: questionnaire\n---\n\n# Bijlage 2. Vragen\n\n'
    "## Wat is er gebeurd?\n\n................\n"
)


def _head(session: Session, version: str, *lines: str) -> None:
    text = "".join(f"{line}\n" for line in (f'version: "{version}"', *lines))
    session.write(f"docs/proef/{version}/index.md", f"---\n{text}---\n")


def _freeze(session: Session, version: str) -> str:
    done = session.run("freeze", "proef", version)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = small_repository(tmp_path_factory.mktemp("turns"))
    session.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nInleiding.\n")
    session.write("annexes/proef/bijlage-1/1.0.md", ANNEX.format("1.0", "2020-01-01", "hek"))
    session.write("annexes/proef/bijlage-2/1.0.md", QUESTIONS)
    rows = "sub_processors:\n" + ROW.format(name="wolk", announced="2019-11-01", active="2020-01-01")
    session.write("annexes/proef/sub-verwerkers.yml", rows)
    _head(session, "1.0", "effective: 2020-01-01")
    session.write("docs/proef/1.0/artikel-01.md", page("1.0", 1, f"{SECURITY} {ALSO}", LEAKS))
    for number in (1, 2):
        session.write(f"docs/proef/1.0/bijlage-{number}.md", f"{{!annexes/proef/bijlage-{number}/1.0.md!}}\n")
    lock_all(session.root)

    # 1.1: the articles stay as they are, and only annex 1 has a version and a day of its own.
    assert session.run("new", "proef", "1.1", "--from", "1.0").returncode == 0
    _head(session, "1.1", "effective: 2021-01-01", "announced: 2020-11-01")
    session.write("annexes/proef/bijlage-1/1.1.md", ANNEX.format("1.1", "2021-01-01", "hoog hek"))
    session.write("docs/proef/1.1/bijlage-1.md", "{!annexes/proef/bijlage-1/1.1.md!}\n")
    assert _freeze(session, "1.1") == ""

    # 2.0: for new customers only.
    assert session.run("new", "proef", "2.0", "--from", "1.1").returncode == 0
    _head(session, "2.0", "effective: 2022-01-01", "announced: 2021-12-01", "for: nieuwe klanten")
    session.write("docs/proef/2.0/artikel-01.md", page("2.0", 1, f"{SECURITY} {ALSO}"))
    lock_all(session.root)

    # 2.1: for the same ones, from a day before they could know; who freezes it is asked when that was.
    assert session.run("new", "proef", "2.1", "--from", "2.0").returncode == 0
    _head(session, "2.1", "effective: 2023-01-01", "for: nieuwe klanten")
    session.write("docs/proef/2.1/artikel-01.md", page("2.1", 1, f"{SECURITY} {ALSO}", LEAKS))
    assert "proef/2.1 applies from 2023-01-01, a day that is past" in _freeze(session, "2.1")
    _head(session, "2.1", "effective: 2023-01-01", "announced: 2023-03-01", "for: nieuwe klanten")
    done = session.run("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    return session


def _file(session: Session, path: str) -> str:
    return session.git("show", f"gh-pages:proef/{path}")


def _ribbon(session: Session, path: str) -> str:
    return next(line for line in _file(session, path).splitlines() if 'class="status' in line)


def _news(session: Session) -> dict[str, dict[str, str]]:
    return {one["url"].rpartition("/proef/")[2]: one for one in json.loads(_file(session, "feed.json"))["items"]}


def test_of_an_annex_that_was_corrected_alone_nothing_else_changed(published: Session) -> None:
    compared = published.run("compare", "proef", "1.0", "1.1")
    assert "~ bijlage-1-2 " in compared.stdout and "artikel" not in compared.stdout
    told = "1 onderdeel gewijzigd"
    assert told in _file(published, "vergelijken/1.0...1.1/index.html")
    assert "Tekst sinds versie 1.0" in _file(published, "1.1/artikel-1/index.html")
    news = _news(published)
    assert news["1.1/"]["summary"].endswith(" Gewijzigd: alleen Bijlage 1.")
    assert "alleen" not in news["2.0/"]["summary"] and "alleen" not in news["1.0/"]["summary"]
    annex = _file(published, "1.1/bijlage-1/index.html")
    assert "Versie 1.1, geldt vanaf 01-01-2021" in annex and "hoog hek" in annex
    assert "hoog hek" in _file(published, "1.1/maatregelen.csv") and "hoog" not in _file(
        published, "1.0/maatregelen.csv"
    )
    assert "Versie 1.0, geldt vanaf 01-01-2020" in _file(published, "1.1/bijlage-2/index.html")
    assert "wolk" in _file(published, "sub-verwerkers/index.html").lower()


def test_of_two_in_force_at_once_each_names_the_other_and_for_whom(published: Session) -> None:
    for path in ("1.1/index.html", "huidig/index.html"):
        ribbon = _ribbon(published, path)
        assert "Geldt nu" in ribbon and 'Voor nieuwe klanten: <a href="../2.1/">' in ribbon
    some = _ribbon(published, "2.1/index.html")
    assert (
        "alleen voor nieuwe klanten" in some and '<a href="../huidig/">Lees versie 1.1 (01-01-2021), die voor' in some
    )
    assert "Vervangen" in _ribbon(published, "2.0/index.html"), "the next for the same customers ended it"
    assert "Voor nieuwe klanten:" in published.git("show", "gh-pages:index.html")
    news = _news(published)
    assert news["2.0/"]["title"] == "Versie 2.0 geldt vanaf 1 januari 2022, alleen voor nieuwe klanten"
    assert "klanten" not in news["1.1/"]["title"]


def test_one_that_goes_back_in_time_says_when_it_was_made_known(published: Session) -> None:
    assert "sinds 1 januari 2023, bekendgemaakt op 1 maart 2023" in _ribbon(published, "2.1/index.html")
    assert "bekendgemaakt" not in _ribbon(published, "1.1/index.html")
    entry = _news(published)["2.1/"]
    assert entry["date_published"].startswith("2023-03-01") and entry["summary"].endswith(
        "Bekendgemaakt op 1 maart 2023."
    )
    assert 'data-known="2023-03-01"' in _file(published, "op/index.html")
    assert json.loads(_file(published, "2.1/overeenkomst.json"))["announced"] == "2023-03-01"
    assert "announced-late" in published.run("check").stdout


def test_what_is_published_so_is_what_the_sources_make(published: Session, tmp_path: Path) -> None:
    done = published.copied(tmp_path).run("verify")
    assert done.returncode == 0, done.stdout + done.stderr
