"""Where a clause is in another edition: through all that lies between, and as the words say it, not the numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.compare.renumbering import SAME_NUMBERS, Renumbering, counterparts, renumbering_between, renumberings_to
from clausule.model.editions import Edition, Imprint
from clausule.model.nodes import Items
from editions import edition, item

WORDS = [
    "De verwerker beveiligt de persoonsgegevens met maatregelen die passen bij het risico.",
    "Een inbreuk wordt onverwijld gemeld nadat iemand daarvan kennis heeft genomen.",
    "Medewerkers zijn verplicht tot geheimhouding, ook na het einde van hun dienst.",
    "De kosten van een controle zijn voor rekening van wie haar heeft gevraagd.",
    "Na afloop worden alle bestanden gewist of teruggegeven, zoals de klant kiest.",
    "Doorgifte naar landen buiten Europa is verboden zonder schriftelijke toestemming.",
    "Geschillen worden voorgelegd aan de rechter te Utrecht.",
    "Beide partijen kunnen opzeggen tegen het eind van een kalenderjaar.",
]


def far(editions: list[Edition], target: int) -> dict[str, Renumbering]:
    return renumberings_to(editions[target], editions, renumbering_between)


def test_a_clause_is_followed_through_every_edition_between() -> None:
    """An article came before it, and another: 1.1 of the first is 2.1 of the second and 3.1 of the third."""
    editions = [
        edition("1.0", [WORDS[0], WORDS[1]]),
        edition("1.1", [WORDS[2]], [WORDS[0], WORDS[1]]),
        edition("1.2", [WORDS[3]], [WORDS[2]], [WORDS[0], WORDS[1]]),
    ]
    to_last, to_first = far(editions, 2), far(editions, 0)
    assert [to_last["1.0"].to(f"artikel-1.{lid}") for lid in (1, 2)] == ["artikel-3.1", "artikel-3.2"]
    assert to_last["1.1"].to("artikel-2.2") == "artikel-3.2" and to_last["1.1"].to("artikel-1.1") == "artikel-2.1"
    assert to_last["1.2"] == to_first["1.0"] == SAME_NUMBERS
    assert to_first["1.2"].to("artikel-3.2") == "artikel-1.2" and to_first["1.2"].to("artikel-2.1") is None


def test_a_clause_that_went_leads_nowhere_though_another_has_its_number() -> None:
    editions = [edition("1.0", [WORDS[0], WORDS[1]]), edition("1.1", [WORDS[0]]), edition("1.2", [WORDS[0], WORDS[2]])]
    assert far(editions, 2)["1.0"].to("artikel-1.2") is None
    assert far(editions, 0)["1.2"].to("artikel-1.2") is None
    assert far(editions, 2)["1.0"].to("artikel-1.1") == "artikel-1.1"


@st.composite
def histories(draw: st.DrawFn) -> list[list[str]]:
    """The clauses of two to four editions; each has more or fewer than the one before it, as where neither is so
    nothing is compared: the same numbers count as the same clauses then."""
    counts = draw(
        st.lists(st.integers(1, len(WORDS)), min_size=2, max_size=4).filter(
            lambda row: all(a != b for a, b in pairwise(row))
        )
    )
    return [draw(st.permutations(WORDS))[:count] for count in counts]


@given(histories())
def test_the_same_words_are_the_same_clause_as_long_as_every_edition_has_them(texts: list[list[str]]) -> None:
    editions = [edition(f"1.{number}", words) for number, words in enumerate(texts)]
    for target, there in enumerate(texts):
        shifts = far(editions, target)
        assert shifts.keys() == {one.version for one in editions}
        for number, words in enumerate(texts):
            between = texts[min(number, target) : max(number, target) + 1]
            for place, sentence in enumerate(words, 1):
                if all(sentence in one for one in between):
                    assert shifts[f"1.{number}"].to(f"artikel-1.{place}") == f"artikel-1.{there.index(sentence) + 1}"


IDS = ("a", "b", "c", "d")
moves = st.lists(
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda one: len(set(one.values())) == len(one)),
    min_size=3,
    max_size=3,
)
sets = st.lists(st.sets(st.sampled_from(IDS)), min_size=4, max_size=4)


def shift(move: dict[str, str], old: set[str], new: set[str]) -> Renumbering:
    """The shift of a move of ids, as far as both sides have them."""
    there = {name: other for name, other in move.items() if name in old and other in new}
    back = {other: name for name, other in there.items()}
    return Renumbering(
        {name: there.get(name) for name in old if there.get(name) != name},
        {name: back.get(name) for name in new if back.get(name) != name},
    )


@given(moves, sets)
def test_one_shift_after_another_is_the_way_through_both(told: list[dict[str, str]], ids: list[set[str]]) -> None:
    first, second, third = (shift(move, *ids[number : number + 2]) for number, move in enumerate(told))
    both = first.then(second)
    for name in ids[0]:
        middle = first.to(name)
        assert both.to(name) == (second.to(middle) if middle is not None else None)
    for name in ids[2]:
        middle = second.turned().to(name)
        assert both.turned().to(name) == (first.turned().to(middle) if middle is not None else None)
    assert all(first.then(second).then(third).to(name) == first.then(second.then(third)).to(name) for name in ids[0])
    assert first.turned().turned() == first == Renumbering.from_json(first.to_json())
    assert both.there == {name: both.to(name) for name in both.there if both.to(name) != name}, (
        "what stayed is not named"
    )


def test_what_has_the_same_numbers_and_titles_has_not_shifted_and_is_not_read() -> None:
    def unread() -> None:
        raise AssertionError("read")

    one, other = edition("1.0", WORDS[:2]), edition("1.1", WORDS[2:4])
    assert renumbering_between(one, other) == SAME_NUMBERS
    same = Imprint(sha256="", pages=(), frame="the same frame")
    heads = [replace(edition, read=unread, imprint=same) for edition in (one, other)]
    assert renumbering_between(*heads) == SAME_NUMBERS


@pytest.mark.parametrize("shifted", [False, True])
def test_items_lead_on_only_while_the_numbers_above_them_stand(shifted: bool) -> None:
    one = edition("1.0", [Items((item("a", "iets", id="artikel-1.1-a"),))])
    way = Renumbering({"artikel-1.1": "artikel-2.1"}, {"artikel-2.1": "artikel-1.1"}) if shifted else SAME_NUMBERS
    expected = (
        {"artikel-1": "artikel-1", "artikel-1.1": "artikel-2.1"}
        if shifted
        else {name: name for name in ("artikel-1", "artikel-1.1", "artikel-1.1-a")}
    )
    assert counterparts(one, way) == expected
    assert "artikel-1.1" not in counterparts(one, Renumbering({"artikel-1.1": None}, {}))


def test_its_json_is_in_the_order_of_the_ids_on_both_sides() -> None:
    """So that the same renumbering is kept in the same bytes."""
    there, back = {"artikel-2": "artikel-1", "artikel-1": "artikel-2"}, {"artikel-9": None, "artikel-3": None}
    written = Renumbering(there, back).to_json()
    assert [list(side) for side in written] == [["artikel-1", "artikel-2"], ["artikel-3", "artikel-9"]]
    assert Renumbering.from_json(written) == Renumbering(there, back)
