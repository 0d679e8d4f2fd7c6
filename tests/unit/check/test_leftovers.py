"""What is left to fill in, in the shapes in which firms leave it; and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.check import check
from clausule.language.language import language_of
from rule_examples import example, read_example

LEFT = """
[BEDRIJFSNAAM] | [datum] | [●] | [Naam Opdrachtgever] | [[naam]] | [ naam invullen ] | […] | [XX] | [KvK-nr.] | [€ ...]
[optie: jaarlijks/maandelijks] | [n.t.b.] | XX-XX-XXXX | xx/xx/20xx | XX.XX.2026 | dd-mm-jjjj | DD/MM/JJJJ
25-05-20XX
XXX | xxxxx | XX | TODO | TBD | n.t.b. | lorem ipsum | {{ company.name }} | {{naam}} | ${klant} | {Klantnaam} | <naam>
<Naam klant> | <<adres>> | (in te vullen) | (naam nog in te vullen) | (hier invullen) | ● | 01-xx-2026
Fout! Verwijzingsbron niet gevonden | Error! Reference source not found | Error: Reference source not found
Fout! Bladwijzer niet gedefinieerd | Error! Bookmark not defined | Fout: Bron van verwijzing niet gevonden
"""
FINE = """
[^1] | artikel 2[a] | [de] partij | partij[en] | [sic] | [ ] ja | [x] nee | NJ [2018] | hoofdstuk XX | bijlage XXX
toDo | xml en XML | (in te vullen door Klant) | 25-05-2018 | < 5 en > 3 | methodiek | {} | [vervallen] | “A […] B”
Maxx XXL | Fout! Zo niet | fout: bron | Defout! Verwijzingsbron niet gevonden
"""


def listed(words: str) -> list[str]:
    return [one.strip() for line in words.strip().splitlines() for one in line.split(" | ")]


def places(words: str) -> list[str]:
    return [words[start:end] for start, end in language_of("nl").leftovers.places(words)]


@pytest.mark.parametrize("left", listed(LEFT))
def test_what_is_left_is_found_wherever_it_stands(left: str) -> None:
    assert places(f"Klant is {left} te Utrecht.") == [left]
    assert places(f"Klant is {left}, en dat is {left}.") == [left, left]


@pytest.mark.parametrize("fine", listed(FINE))
def test_what_belongs_to_the_text_is_not_found(fine: str) -> None:
    assert places(f"Klant is {fine} te Utrecht.") == []


def found(clause: str, root: Path) -> list[str]:
    lines = ["docs/voorbeeld/1.0/artikel-03.md", *f"3.1 Aan het einde wist Verwerker de Gegevens. {clause}".split("\n")]
    rows = check(read_example(root, example("wrong", lines)))
    return [f"{row.rule} {row.words}" for row in rows if row.rule in ("not-filled-in", "active-content")]


@pytest.mark.parametrize(
    "form",
    [
        "Naam: ........ [naam].",
        "Naam [naam]: ........",
        "Kies: JA / NEE(in te vullen).",
        "Kies: JA / NEE [doorhalen].",
        "Zie:\n\n| Naam | Datum |\n| --- | --- |\n| [naam] | ........ |",
    ],
)
def test_brackets_beside_a_blank_belong_to_the_form(form: str, tmp_path: Path) -> None:
    assert found(form, tmp_path) == []


@pytest.mark.parametrize(
    "clause, words",
    [
        ("Naam: [naam] en later ........", "[naam]"),
        ("Zie:\n\n| Naam | Datum |\n| --- | --- |\n| [naam] | morgen |", "[naam]"),
        ("Zie:\n\na. [naam];", "[naam]"),
        ("Hij heet <naam klant>.", "<naam klant>"),
    ],
)
def test_brackets_on_their_own_do_not(clause: str, words: str, tmp_path: Path) -> None:
    assert found(clause, tmp_path) == [f"not-filled-in {words}"]


@pytest.mark.parametrize(
    "words", ["<b>", "<b class=x>", "</div>", "<script src=x>", "<x@y.example>", "<naam onclick=x>"]
)
def test_what_a_browser_could_run_is_more_than_a_blank(words: str, tmp_path: Path) -> None:
    assert [row.split()[0] for row in found(f"Dit is {words}.", tmp_path)] == ["active-content"]
