"""The skeleton of ``changes:`` comes from the comparison, and what an author wrote stays to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.author.changes import with_entries, write_changes
from clausule.check import check_agreement
from clausule.model.lookup import AuthoringError, find_edition
from clausule.read import read_repository
from small_site import page, write_site

PATH = "docs/proef/1.1/index.md"
ADDED = [{"at": "artikel-2.1"}, {"at": "artikel-3.2", "from": "artikel-3.1"}]
ROWS = "- at: artikel-2.1\n  why:\n- at: artikel-3.2\n  from: artikel-3.1\n  why:\n"


def indented(rows: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in rows.splitlines())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('version: "1.1"\n', f'version: "1.1"\nchanges:\n{indented(ROWS, 2)}'),
        ("", f"changes:\n{indented(ROWS, 2)}"),
        (
            "changes:\n  - at: artikel-1.1   # hierom\n    why: Zo.\n  # nog een?\nallow: []\n",
            f"changes:\n  - at: artikel-1.1   # hierom\n    why: Zo.\n  # nog een?\n{indented(ROWS, 2)}allow: []\n",
        ),
        (
            "changes:\n- at: artikel-1.1\n  why: |\n    Zo\n    # en zo.\n\n# van wat volgt\nallow: []\n",
            f"changes:\n- at: artikel-1.1\n  why: |\n    Zo\n    # en zo.\n{ROWS}\n# van wat volgt\nallow: []\n",
        ),
        ("changes: []   # leeg\nallow: []\n", f"changes:   # leeg\n{indented(ROWS, 2)}allow: []\n"),
        ("changes:\nallow: []\n", f"changes:\n{indented(ROWS, 2)}allow: []\n"),
        ("changes: ~\n", f"changes:\n{indented(ROWS, 2)}"),
        (
            "changes: [{at: artikel-1.1, why: Zo.}]  # kort\n",
            "changes: [{at: artikel-1.1, why: Zo.}, {at: artikel-2.1, why: }, "
            "{at: artikel-3.2, from: artikel-3.1, why: }]  # kort\n",
        ),
        ('  version: "1.1"\n', f'  version: "1.1"\n  changes:\n{indented(ROWS, 4)}'),
    ],
)
def test_entries_stand_behind_those_that_are_there(before: str, after: str, end: str) -> None:
    body = "\nchanges:\n---\nAanhef.\n"
    found = with_entries(PATH, f"---\n{before}---\n{body}".replace("\n", end), ADDED)
    assert found == f"---\n{after}---\n{body}".replace("\n", end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Aanhef.\n", "index.md:1:1: there is no front matter"),
        ('---\n{version: "1.1"}\n---\n', "index.md:2:1: the front matter is written in braces"),
        ('---\nversion: "1.1"\nchanges: later\n---\n', "index.md:3:1: changes: is no list"),
        ("---\nversion: 1\nallow: [a\n---\n", "index.md:4:1: the front matter cannot be read"),
        ("---\nchanges: [a, ]\n---\n", "none can be put behind them"),
    ],
)
def test_what_cannot_be_written_in_is_refused_at_its_place(text: str, words: str) -> None:
    with pytest.raises(AuthoringError, match=words.replace("[", r"\[")):
        with_entries(PATH, text, ADDED)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_site(tmp_path)
    (tmp_path / "docs/proef/1.2/artikel-02.md").write_text(page("1.2", 2, "Nieuw.", "Ook nieuw."), "utf-8")
    (tmp_path / "docs/proef/1.2/bijlage-1.md").unlink(missing_ok=True)
    return tmp_path


def written(root: Path, version: str) -> list[str]:
    (agreement,) = read_repository(root, "proef").agreements
    return [f"{entry} {what}" for entry, what in write_changes(root, agreement, find_edition(agreement, version))]


def test_each_change_that_wants_a_reason_gets_one_entry(root: Path) -> None:
    """An article that is new as a whole is one, and so is an annex that went with its measures."""
    assert written(root, "1.2") == [
        "{'at': 'artikel-1.2'} has other words",
        "{'at': 'artikel-2'} is new",
        "{'from': 'bijlage-1'} was withdrawn",
    ]


def test_check_asks_for_each_reason_until_it_is_written_and_a_second_run_adds_nothing(root: Path) -> None:
    def asked() -> list[tuple[str, int]]:
        (agreement,) = read_repository(root, "proef").agreements
        rules = ("unwritten-reason", "unexplained-change", "withdrawn-measure", "no-change-notes", "front-matter")
        return [
            (one.rule, one.place.line)
            for one in check_agreement(agreement)
            if one.rule in rules and "/1.2/" in one.place.path
        ]

    written(root, "1.2")
    path = root / "docs/proef/1.2/index.md"
    text = path.read_text("utf-8")
    assert asked() == [("unwritten-reason", line) for line in (6, 8, 10)]
    assert written(root, "1.2") == [] and path.read_text("utf-8") == text
    path.write_text(text.replace("why:", "why: Daarom."), "utf-8")
    assert asked() == [] and written(root, "1.2") == []


@pytest.mark.parametrize(("version", "words"), [("1.0", "is the first edition"), ("2.0", "nothing in common")])
def test_an_edition_without_one_to_compare_with_is_refused(root: Path, version: str, words: str) -> None:
    (root / "docs/proef/2.0/artikel-01.md").write_text(page("2.0", 1, "Iets heel anders.", title="X"), "utf-8")
    with pytest.raises(AuthoringError, match=words):
        written(root, version)
