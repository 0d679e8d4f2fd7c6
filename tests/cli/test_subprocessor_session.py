"""A publisher keeps a list of sub-processors: three changes published, nothing that was published moves or goes."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generate import lock_all
from session import HOME, Session, in_git, write_settings

LIST = "annexes/voorbeeld/sub-verwerkers.yml"
ADDRESSES = {
    f"voorbeeld/sub-verwerkers{end}" for end in ("/index.html", ".json", ".csv", ".ics", "/feed.xml", "/feed.json")
}
ROW = """  - id: {name}
    name: {name} B.V.
    address: Weg 1, Utrecht
    contact: {{email: avg@{name}.example}}
    service: "{service}"
    purpose: gegevens opslaan
    data: [naam en adres]
    data_subjects: [klanten]
    places: [{{country: NL}}]
"""


@pytest.fixture
def publisher(tmp_path: Path) -> Session:
    """A small agreement in force since 2024, with a list of one row."""
    shutil.copytree(HOME / "tests/unit/check/rule_base/edition", tmp_path, dirs_exist_ok=True)
    write_settings(tmp_path)
    session = in_git(tmp_path)
    session.write("docs/index.md", "# Overeenkomsten\n")
    session.replace(
        "docs/voorbeeld/1.0/artikel-02.md", "2.1 ", "2.1 De lijst van andere verwerkers staat op de website. "
    )
    session.write(LIST, "sub_processors:\n" + ROW.format(name="wolk", service="Servers") + "    active: 2024-01-01\n")
    lock_all(tmp_path)
    return session


def branch(session: Session) -> dict[str, str]:
    lines = session.git("ls-tree", "-r", "gh-pages").splitlines()
    return {line.split("\t")[1]: line.split()[2] for line in lines}


def ids(session: Session) -> list[str]:
    return [
        item["id"] for item in json.loads(session.git("show", "gh-pages:voorbeeld/sub-verwerkers/feed.json"))["items"]
    ]


def add(session: Session, text: str) -> None:
    session.write(LIST, (session.root / LIST).read_text("utf-8") + text)


def publish(session: Session, day: str) -> dict[str, str]:
    done = session.run("publish", f"--on={day}")
    assert done.returncode == 0, done.stdout + done.stderr
    return branch(session)


def test_three_changes_are_published_and_every_address_stays(publisher: Session) -> None:
    files = publish(publisher, "2024-03-01")
    assert set(files) >= ADDRESSES
    edition = {path: blob for path, blob in files.items() if path.startswith(("voorbeeld/1.0/", "voorbeeld/huidig/"))}
    assert "voorbeeld/1.0/sub-verwerkers/index.html" in edition
    known = [ids(publisher)]
    changes = [
        lambda: add(
            publisher,
            ROW.format(name="regen", service="E-mail")
            + "    announced: 2024-05-01\n    active: 2024-06-15\n    replaces: wolk\n",
        ),
        lambda: publisher.replace(
            LIST, "    active: 2024-01-01\n", "    active: 2024-01-01\n    ended: 2024-06-15\n    reason: Opgevolgd.\n"
        ),
        lambda: add(
            publisher,
            ROW.format(name="zon", service="Back-up")
            + "    announced: 2024-08-01\n    active: 2024-10-01\n    withdrawn: 2024-09-01\n",
        ),
    ]
    # What replaces another row asks for its end: the first change alone is refused, in words.
    changes[0]()
    done = publisher.run("publish", "--on=2024-05-01")
    assert done.returncode == 1 and "[contradicting-dates]" in done.stdout and branch(publisher) == files
    publisher.replace(LIST, "    replaces: wolk\n", "")
    days = ("2024-05-01", "2024-06-20", "2024-09-02")
    for number, day in enumerate(days):
        if number:
            changes[number]()
        files = publish(publisher, day)
        assert set(files) >= ADDRESSES
        # The edition is as it was on its first day, whatever happens to the list.
        assert {
            path: blob for path, blob in files.items() if path.startswith(("voorbeeld/1.0/", "voorbeeld/huidig/"))
        } == edition
        known.append(ids(publisher))
        assert set(known[-2]) < set(known[-1])
    page = publisher.git("show", "gh-pages:voorbeeld/sub-verwerkers/index.html")
    assert all(f'id="{name}"' in page for name in ("wolk", "regen", "zon"))
    rows = json.loads(publisher.git("show", "gh-pages:voorbeeld/sub-verwerkers.json"))["sub_processors"]
    assert [(row["id"], row["ended"], row["withdrawn"]) for row in rows] == [
        ("wolk", "2024-06-15", None),
        ("regen", None, None),
        ("zon", None, "2024-09-01"),
    ]
    table = list(
        csv.reader(io.StringIO(publisher.git("show", "gh-pages:voorbeeld/sub-verwerkers.csv").removeprefix("\ufeff")))
    )
    assert [row[0] for row in table] == ["id", "wolk", "regen", "zon"]
    feed = ElementTree.fromstring(publisher.git("show", "gh-pages:voorbeeld/sub-verwerkers/feed.xml"))
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == len(known[-1]) == 5


def test_the_page_follows_the_calendar_and_nothing_else_is_built(publisher: Session) -> None:
    add(publisher, ROW.format(name="regen", service="E-mail") + "    announced: 2024-05-01\n    active: 2024-06-15\n")
    first = publish(publisher, "2024-06-13")
    assert publish(publisher, "2024-06-13") == publish(publisher, "2024-06-14") == first
    done = publisher.run("publish", "--on=2024-06-12")
    assert done.returncode == 2 and "2024-06-12" in done.stderr and "for 2024-06-13 already" in done.stderr
    second = publish(publisher, "2024-06-15")
    assert {path for path in first | second if first.get(path) != second.get(path)} == {
        ".clausule.json",
        "index.html",  # which tell how many there are, and how many are announced
        "voorbeeld/index.html",
        "voorbeeld/sub-verwerkers/index.html",
    }


def test_a_row_that_was_published_cannot_be_taken_away(publisher: Session) -> None:
    add(publisher, ROW.format(name="regen", service="E-mail") + "    announced: 2024-05-01\n    active: 2024-06-15\n")
    before = publish(publisher, "2024-06-14")
    publisher.replace(LIST, "id: regen", "id: buien")
    done = publisher.run("check")
    assert done.returncode == 1 and "[removed-sub-processor]" in done.stdout and "'regen'" in done.stdout
    assert publisher.run("publish").returncode == 1
    # On another branch, which the check does not know, publishing itself sees it.
    publisher.git("branch", "-m", "gh-pages", "pages")
    assert publisher.run("check").returncode == 0
    done = publisher.run("publish", "--branch=pages", "--on=2024-06-14")
    assert done.returncode == 2 and "voorbeeld/sub-verwerkers.json on pages" in done.stderr and "regen" in done.stderr
    # A row that says something else is seen in the same two ways, unless the mistake is told.
    publisher.replace(LIST, "id: buien", "id: regen")
    publisher.replace(LIST, 'service: "E-mail"', 'service: "Post"')
    assert publisher.run("check").returncode == 0
    done = publisher.run("publish", "--branch=pages", "--on=2024-06-14")
    assert done.returncode == 2 and "service of regen" in done.stderr and "corrections:" in done.stderr
    publisher.git("branch", "-m", "pages", "gh-pages")
    done = publisher.run("check")
    assert done.returncode == 1 and "[edited-sub-processor]" in done.stdout and "'E-mail'" in done.stdout
    told = "    corrections: [{key: service, was: E-mail, on: 2024-06-14, why: Een vergissing.}]\n"
    publisher.replace(LIST, 'service: "Post"\n', f'service: "Post"\n{told}')
    assert publisher.run("check").returncode == 0
    publisher.git("branch", "-m", "gh-pages", "pages")
    (publisher.root / LIST).unlink()
    publisher.replace("docs/voorbeeld/1.0/artikel-02.md", "De lijst van andere verwerkers staat op de website. ", "")
    (publisher.root / "docs/voorbeeld/editions.lock").unlink()
    lock_all(publisher.root)
    assert publisher.run("publish", "--branch=pages", "--on=2024-06-14").returncode == 2
    publisher.git("branch", "-m", "pages", "gh-pages")
    assert branch(publisher) == before


def test_what_somebody_writes_is_no_formula_and_no_line_of_a_calendar(publisher: Session) -> None:
    trick = "=HYPERLINK(1);\\n, “é 🦆 שלום” " + "x" * 200
    add(
        publisher,
        ROW.format(name="regen", service=trick.replace("\\", "\\\\"))
        + "    announced: 2024-05-01\n    active: 2024-06-15\npromises:\n  - version: '1.0'\n    objection: {days: 14, at: artikel-2.1}\n",  # noqa: E501
    )
    publisher.replace(
        "docs/voorbeeld/1.0/artikel-02.md", "op de website. ", "op de website. Bezwaar kan binnen veertien dagen. "
    )
    (publisher.root / "docs/voorbeeld/editions.lock").unlink()
    lock_all(publisher.root)
    done = publisher.run("build", "--out", "site", "--on=2024-05-02")
    assert done.returncode == 0, done.stdout + done.stderr
    data = (publisher.root / "site/voorbeeld/sub-verwerkers.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n") == 3
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[1]["dienst"] == "'" + trick and not any(
        cell.startswith(tuple("=+-@")) for row in rows for cell in row.values()
    )
    calendar = (publisher.root / "site/voorbeeld/sub-verwerkers.ics").read_bytes()
    lines = calendar.split(b"\r\n")
    assert lines.pop() == b"" and all(len(line) <= 75 and b"\n" not in line for line in lines)
    # Unfolded and read back (RFC 5545, 3.1 and 3.3.11).
    whole = calendar.replace(b"\r\n ", b"").decode().split("\r\n")
    (description,) = [line.removeprefix("DESCRIPTION:") for line in whole if line.startswith("DESCRIPTION:")]
    assert trick in description.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert [line for line in whole if line.startswith(("BEGIN:VEVENT", "DTSTART"))] == [
        "BEGIN:VEVENT",
        "DTSTART;VALUE=DATE:20240515",
    ]
