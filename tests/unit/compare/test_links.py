"""A link that leads elsewhere is a change, though no word is another: in files, in editions, in their history."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.compare.changes import Change, Comparison, compare_units
from clausule.compare.explanations import explain
from clausule.compare.history import make_history
from clausule.compare.text_files import text_units
from clausule.compare.unit import Link, Unit, relinked
from clausule.model.editions import Agreement
from clausule.pages.comparison.data import comparison_data, known_history
from clausule.read import read_repository

OLD, NEW = "https://example.nl/oud", "https://example.nl/nieuw"


def compared(old: str, new: str) -> Comparison:
    return compare_units(text_units(old, markdown=True), text_units(new, markdown=True))


@pytest.mark.parametrize(
    "text",
    [
        "1.1 Zie [de lijst]({}).",
        '1.1 Zie [de lijst]({} "sub-verwerkers").',
        "1.1 Zie [de lijst](<{}>).",
        "1.1 Zie [**de** lijst]({}).",
        "1.1 Zie [de lijst][lijst].\n\n[lijst]: {}\n",
        "1.1 Zie [de lijst][].\n\n[De lijst]: <{}> 'sub-verwerkers'\n",
        "1.1 Zie [de lijst].\n\n[de lijst]: {}\n",
        "1.1 Zie [de lijst].\n\n  [de lijst]: {}\n",
        '1.1 Zie <a class="x" href="{}">de <b>lijst</b></a>.',
        "1.1 Zie <a href={}>de lijst</a>.",
        "| Lijst |\n| --- |\n| [de lijst]({}) |\n",
        "- [de lijst]({}) van sub-verwerkers;",
        "Lijst\n: Zie [de lijst]({}).\n",
        "## [de lijst]({})\n\nTekst.",
        '<a href="{}">de lijst</a> is openbaar.',
    ],
)
def test_in_whatever_way_it_is_written(text: str) -> None:
    found = compared(text.format(OLD), text.format(NEW))
    [change] = [one for one in found.changes if one.kind != "unchanged"]
    assert change.kind == "changed" and change.from_text == change.to_text
    assert change.relinked == [("de lijst", OLD, NEW)]
    assert change.as_json()["links"] == [{"text": "de lijst", "from": OLD, "to": NEW}]
    assert "](" not in change.to_text and "<" not in change.to_text and change.similarity == 1.0
    assert all(one.kind == "unchanged" for one in compared(text.format(OLD), text.format(OLD)).changes)


def test_only_its_links_are_others_where_no_word_is() -> None:
    old = f"1.1 Zie [de lijst]({OLD})."
    for new, only in (
        (old, False),
        (old.replace(OLD, NEW), True),
        (old.replace(OLD, NEW).replace("Zie", "Lees"), False),
    ):
        [change] = compared(old, new).changes
        assert change.only_links is only


def test_an_address_as_it_stands_is_words_too() -> None:
    [change] = compared(f"Zie <{OLD}>.", f"Zie <{NEW}>.").changes
    assert (change.from_text, change.to_text) == (f"Zie {OLD}.", f"Zie {NEW}.")
    assert (
        relinked([change.old], [change.new]) == [(NEW, None, NEW), (OLD, OLD, None)] if change.old and change.new else 0
    )


def test_brackets_of_the_text_are_no_link() -> None:
    [unit] = text_units("1.1 De [**BEDRIJFSNAAM**] en \\[x\\](y), [ ] en a[0].", markdown=True)
    assert (unit.text, unit.links) == ("De [BEDRIJFSNAAM] en [x](y), [ ] en a[0].", ())


def test_an_address_with_brackets() -> None:
    [unit] = text_units("Zie [de wet](https://example.nl/wet_(oud)) hier.", markdown=True)
    assert (unit.text, unit.links) == ("Zie de wet hier.", (("de wet", "https://example.nl/wet_(oud)"),))


def test_in_plain_text_brackets_are_brackets() -> None:
    [unit] = text_units("Zie [de lijst](https://example.nl).", markdown=False)
    assert (unit.text, unit.links) == ("Zie [de lijst](https://example.nl).", ())


def with_links(*links: Link) -> list[Unit]:
    return [Unit(id="a", number="", title="", kind="clause", text="x", links=links)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ([], [], []),
        ([("a", "1")], [("a", "1")], []),
        ([("a", "1"), ("b", "2")], [("b", "2"), ("a", "1")], []),
        ([("a", "1")], [("a", "2")], [("a", "1", "2")]),
        ([("a", "1"), ("a", "2")], [("a", "2"), ("a", "3")], [("a", "1", "3")]),
        ([("a", "1")], [("b", "1")], [("b", None, "1"), ("a", "1", None)]),
        ([("a", "1"), ("a", "1")], [("a", "1")], [("a", "1", None)]),
        ([], [("a", "1")], [("a", None, "1")]),
    ],
)
def test_which_links_lead_elsewhere(old: list[Link], new: list[Link], found: list[object]) -> None:
    assert relinked(with_links(*old), with_links(*new)) == found


def agreement_with(root: Path, *clauses: str) -> Agreement:
    """An edition for each text of an only clause 1.1, beside a clause 1.2 that stays."""
    files = {"docs/proef/index.md": "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n"}
    for number, words in enumerate(clauses, 1):
        folder = f"docs/proef/{number}.0"
        head = f'---\nversion: "{number}.0"\n'
        files[f"{folder}/index.md"] = f"{head}effective: 2024-01-0{number}\n---\n\n# Overeenkomst\n"
        files[f"{folder}/artikel-01.md"] = f"{head}---\n\n# Artikel 1. Lijst\n\n1.1 {words}\n\n1.2 Einde.\n"
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (agreement,) = read_repository(root).agreements
    return agreement


@pytest.mark.parametrize(
    "words", ["Zie [de lijst]({}).", "Zie:\n\na. [de lijst]({});\n\nb. meer.", "| a |\n| --- |\n| [de lijst]({}) |"]
)
def test_between_editions_it_asks_for_a_reason(tmp_path: Path, words: str) -> None:
    agreement = agreement_with(tmp_path, words.format(OLD), words.format(NEW), words.format(NEW))
    [changed] = explain(*agreement.editions[:2]).changes
    assert (changed.change.unit.id, changed.change.kind, changed.proposed) == ("artikel-1.1", "changed", "substantive")
    assert changed.change.relinked == [("de lijst", OLD, NEW)]
    assert not explain(*agreement.editions[1:]).changes


def test_a_link_within_the_text_that_follows_its_clause_asks_nothing(tmp_path: Path) -> None:
    agreement = agreement_with(
        tmp_path,
        "Zie [het slot](#artikel-1.2) hier.",
        "Zie [het slot](#artikel-1.3) hier.\n\n1.2 Nieuw is dit lid hier.",
    )
    path = tmp_path / "docs/proef/2.0/artikel-01.md"
    path.write_text(path.read_text("utf-8").replace("1.2 Einde.", "1.3 Einde."), "utf-8")
    (agreement,) = read_repository(tmp_path).agreements
    found = {one.change.unit.id: one.proposed for one in explain(*agreement.editions).changes}
    assert found["artikel-1.1"] == "editorial" and found["artikel-1.2"] == "substantive"


def test_the_history_has_it_and_reads_it_back(tmp_path: Path) -> None:
    words = "Zie [de lijst]({}) hier."
    agreement = agreement_with(tmp_path, *(words.format(target) for target in (OLD, NEW, OLD)))
    history = make_history(agreement)
    data = comparison_data(agreement, history)
    known = known_history(data, agreement.editions)
    assert known
    for one in (history, known):
        rows = {
            span: [row for _, rows in one.between(*span) for row in rows if row.kind != "unchanged"]
            for span in ((0, 1), (1, 2), (0, 2), (2, 1))
        }
        assert [[row.relinked for row in found] for found in rows.values()] == [
            [[("de lijst", OLD, NEW)]],
            [[("de lijst", NEW, OLD)]],
            [],
            [[("de lijst", OLD, NEW)]],
        ]
    assert comparison_data(agreement, known) == data


def test_what_was_compared_by_other_rules_is_not_added_to(tmp_path: Path) -> None:
    agreement = agreement_with(tmp_path, "Een.", "Twee.")
    data = comparison_data(agreement, make_history(agreement))
    assert data.startswith(b'{"rules":2,')
    assert known_history(data.replace(b'"rules":2', b'"rules":1'), agreement.editions) is None
    assert known_history(data.replace(b'"rules":2,', b""), agreement.editions) is None


def test_what_came_or_went_leads_nowhere_else() -> None:
    unit = text_units(f"1.1 Zie [de lijst]({OLD}).", markdown=True)[0]
    for old, new in ((unit, None), (None, unit)):
        assert Change(kind="removed", old=old, new=new, from_text="", to_text="").relinked == []
