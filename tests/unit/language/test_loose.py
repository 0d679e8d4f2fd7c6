"""Words that point to a place only where the edition has it."""

from __future__ import annotations

import pytest

from clausule.language.nl.references import find_loose

HERE = "artikel-4.2"

FOUND = {
    # bare numbers of clauses
    "De plicht van 3.2 onder a geldt niet.": "3.2 onder a: artikel-3.2-a",
    "In het geval van 2.2 onder a t/m onder c krijgt hij bericht.": (
        "2.2 onder a t/m onder c: artikel-2.2-a artikel-2.2-b artikel-2.2-c"
    ),
    "In afwijking van 5.3, 5.4 en 6.1 geldt dit.": "5.3, 5.4 en 6.1: artikel-5.3 artikel-5.4 artikel-6.1",
    "Dat is bepaald in 7.1.2.": "7.1.2: artikel-7.1.2",
    "Zie 2a.1 en verder.": "2a.1: artikel-2a.1",
    "Onverminderd 3.2 tot en met 3.4 blijft dit gelden.": "3.2 tot en met 3.4: artikel-3.2 artikel-3.3 artikel-3.4",
    # amounts, versions, times, dates, ranges of figures, acts
    "De rente van 2.5 % en een opslag van 1.5 procent; een lijn van 1.5 GB, in 2.5 uur.": "",
    "Een verhouding van 1.5 is de versie van 3.2 niet; de overgang van 1.2 naar 1.3 of van 1.2 tot 1.4.": "",
    "Open van 9.00 tot 17.00 uur, van 1.2.2024, van 10.000 euro, van 3.14159, van 1.2-beta, v1.2, in 1.2/3.": "",
    "De plicht van 33.1 AVG blijft.": "",
    # items of the clause itself
    "De rechten onder a) en b) vervallen.": "onder a) en b): artikel-4.2-a artikel-4.2-b",
    "Het onder a en c bepaalde geldt niet.": "onder a en c: artikel-4.2-a artikel-4.2-c",
    "De handelingen sub (ii) zijn verboden.": "sub (ii): artikel-4.2-ii",
    "Onder b van de offerte, onder a AVG, artikel 4, onder c, onder 3 en onder meer, onder de wet, onder ons.": "",
    # the annex, a chapter
    "Dat staat in de bijlage, en in de bijlage bij deze overeenkomst.": "bijlage: bijlage; bijlage: bijlage",
    "De bijlage bevat een lijst. De bijlage die hij stuurt, niet.": "bijlage: bijlage",
    "Volgens de bijgevoegde bijlage is dat zo.": "bijlage: bijlage",
    "In de bijlage van de wet, in de bijlage bij de e-mail, in de bijlagen, een bijlage, de bijlage-map.": "",
    "Zij kan dit wijzigen, maar hoofdstuk I niet, en hoofdstuk 2 en 3 wel.": (
        "hoofdstuk I: hoofdstuk-1; hoofdstuk 2 en 3: hoofdstuk-2 hoofdstuk-3"
    ),
    "Hoofdstuk 5 van het rapport en hoofdstuk V AVG.": "",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items(), ids=list(FOUND))
def test_what_is_meant_where_it_is_there(text: str, expected: str) -> None:
    found = find_loose(text, HERE)
    assert "; ".join(f"{one.text}: {' '.join(target.address for target in one.targets)}" for one in found) == expected
    assert all(one.loose and text[one.start : one.end] == one.text for one in found)


def test_items_are_of_a_clause() -> None:
    text = "De rechten onder a en b vervallen."
    assert [target.address for target in find_loose(text, "artikel-4")[0].targets] == ["artikel-4-a", "artikel-4-b"]
    assert find_loose(text, "bijlage-1") == find_loose(text) == []
