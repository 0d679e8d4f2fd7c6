"""The letter with which a customer objects: only where the agreement lets him, as long as it does, with its facts."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from clausule.model.editions import Agreement
from clausule.pages.sub_processors.objection import objections
from clausule.pages.sub_processors.page import list_page
from clausule.read import read_repository
from session import HOME

BASE = HOME / "tests/unit/check/rule_base/edition"
MAY = "2.4 Klant kan binnen veertien dagen na de aankondiging tegen een andere verwerker bezwaar maken bij Verwerker."
SILENT = "2.4 Verwerker mag een andere verwerker inschakelen."
TERM = 'promises:\n  - version: "1.0"\n    objection: {days: 14, at: artikel-2.4}\n'
ANNOUNCED, LAST = date(2026, 4, 2), date(2026, 4, 16)
ROW = """  - id: {id}
    name: {name}
    address: Wolkweg 1, Utrecht
    contact: {{email: avg@wolk.example}}
    service: Servers
    purpose: gegevens opslaan
    data: [naam en adres]
    data_subjects: [klanten]
    places: [{{country: NL}}]
{days}"""
COMING = "    announced: 2026-04-02\n    active: 2026-07-01\n"


def row(id: str = "wolk", name: str = "Wolk B.V.", days: str = COMING) -> str:
    return ROW.format(id=id, name=name, days=days)


def agreement(root: Path, clause: str = MAY, above: str = TERM, rows: str = "", contact: str = "") -> Agreement:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    head = f"---\ntitle: Verwerkersovereenkomst\npublisher: Voorbeeld B.V.\njurisdiction: NL\n{contact}---\n"
    (root / "docs/voorbeeld/index.md").write_text(head, "utf-8")
    article = root / "docs/voorbeeld/1.0/artikel-02.md"
    article.write_text(f"{article.read_text('utf-8')}\n{clause}\n", "utf-8")
    (root / "annexes/voorbeeld/sub-verwerkers.yml").write_text(f"{above}sub_processors:\n{rows or row()}", "utf-8")
    return read_repository(root, "voorbeeld").agreements[0]


def letters(found: Agreement, day: date = ANNOUNCED) -> list[dict[str, Any]]:
    return objections(found, day)


def test_it_holds_the_facts_of_the_announcement_and_the_words_of_the_clause(tmp_path: Path) -> None:
    (found,) = letters(agreement(tmp_path, contact="contact: {email: avg@voorbeeld.example}\n"))
    assert (found["id"], found["row"], found["name"]) == ("bezwaar-wolk", "wolk", "Wolk B.V.")
    assert (found["announced"], found["until"], found["active"]) == ("2026-04-02", "2026-04-16", "2026-07-01")
    assert (found["period"], found["under"], found["declared"]) == ("14 dagen", "artikel 2.4", True)
    assert found["agreement"] == "Verwerkersovereenkomst Voorbeeld B.V." and found["edition"].startswith("versie 1.0")
    (clause,) = found["clauses"]
    assert clause["words"] == MAY.removeprefix("2.4 ") and clause["address"].endswith("#artikel-2.4")
    # An address and a subject, and no word of the letter: programs cut a long one off, and keep it.
    assert found["mail"] == "mailto:avg@voorbeeld.example?subject=Bezwaar%20tegen%20sub-verwerker%20Wolk%20B.V."
    assert found["file"] == "bezwaar-voorbeeld-wolk.txt"


def test_where_the_agreement_gives_no_right_there_is_no_letter(tmp_path: Path) -> None:
    """Whatever term the list names."""
    found = agreement(tmp_path, SILENT)
    assert letters(found) == []
    shown = list_page(found, found.editions[0], ANNOUNCED).data["groups"]
    assert isinstance(shown, list) and [one["letter"] for group in shown for one in group["rows"]] == [None]


@pytest.mark.parametrize(("day", "there"), [(LAST, True), (LAST + timedelta(days=1), False)])
def test_it_is_there_until_the_last_day(tmp_path: Path, day: date, there: bool) -> None:
    assert bool(letters(agreement(tmp_path), day)) is there


@pytest.mark.parametrize(("day", "there"), [(date(2026, 6, 30), True), (date(2026, 7, 1), False)])
def test_without_a_last_day_it_is_there_until_the_row_begins(tmp_path: Path, day: date, there: bool) -> None:
    found = letters(agreement(tmp_path, above=""), day)
    assert [(one["until"], one["period"], one["declared"]) for one in found] == [(None, "", False)] * there


def test_what_will_be_announced_is_there_for_the_browser_and_not_shown(tmp_path: Path) -> None:
    found = agreement(tmp_path)
    assert [one["open"] for one in letters(found, ANNOUNCED - timedelta(days=1))] == [False]
    assert [one["open"] for one in letters(found)] == [True]


def test_nobody_objects_to_what_was_never_announced_or_is_withdrawn(tmp_path: Path) -> None:
    rows = row("stil", "Stil B.V.", "    active: 2026-07-01\n")
    rows += row("terug", "Terug B.V.", COMING + "    withdrawn: 2026-04-03\n    reason: toch niet\n")
    assert letters(agreement(tmp_path, rows=rows)) == []


def test_the_first_announced_comes_first(tmp_path: Path) -> None:
    later = "    announced: 2026-04-03\n    active: 2026-07-01\n"
    rows = row("aap", "Aap B.V.", later) + row("zebra", "Zebra B.V.") + row("noot", "Noot B.V.")
    assert [one["name"] for one in letters(agreement(tmp_path, rows=rows))] == ["Noot B.V.", "Zebra B.V.", "Aap B.V."]


def test_without_an_address_there_is_no_message(tmp_path: Path) -> None:
    (found,) = letters(agreement(tmp_path))
    assert (found["mail"], found["to"]) == (None, [])
