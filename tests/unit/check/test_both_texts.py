"""What one of two languages says alone: which words stand for which, and when nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from clausule.check import translation
from clausule.check.rules import quantity_differs, term_differs
from clausule.check.translation import Found, Same, differences, same_words
from clausule.compare.translation.pairs import Pair
from clausule.compare.translation.pieces import Piece
from clausule.model.nodes import Text
from editions import HERE, text

DUTCH = {"een": 1, "twee": 2, "drie": 3}
ENGLISH = {"one": 1, "two": 2, "three": 3}


def words(told: Text) -> Iterator[Found[str]]:
    yield from (Found(told, *match.span(), match[0]) for match in re.finditer(r"\w+", told.plain))


def alone(monkeypatch: pytest.MonkeyPatch, *rows: tuple[str, str, str]) -> list[tuple[str, str]]:
    """What each text says alone in ``rows`` of a part and the words of both."""
    parts: dict[str, Any] = {part: object() for part, _, _ in rows}
    same = tuple(Same(parts[part], parts[part], (text(old),), (text(new),)) for part, old, new in rows)
    monkeypatch.setattr(translation, "same_words", lambda pairs: same)
    view: Any = SimpleNamespace(pairs=())
    keys = (lambda said: DUTCH.get(said, said)), (lambda said: ENGLISH.get(said, said))
    return [
        (" ".join(one.said for one in each.original), " ".join(one.said for one in each.translation))
        for each in differences(view, (words, words), keys)
    ]


def test_each_text_is_understood_in_its_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands elsewhere in the part is there; in another part it is not."""
    assert alone(monkeypatch, ("A", "een drie", "two one"), ("A", "twee", "three")) == []
    assert alone(monkeypatch, ("A", "een drie", "one"), ("B", "twee", "three two")) == [("drie", ""), ("", "three")]
    assert alone(monkeypatch, ("A", "een vier", "one five"), ("A", "zes", "two")) == [("vier", "five"), ("zes", "two")]
    # 'one' is no word of Dutch, nor 'een' one of English.
    assert alone(monkeypatch, ("A", "een one", "one een")) == [("one", "een")]


def test_where_one_language_says_nothing_of_the_kind_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert alone(monkeypatch, ("A", "een", ""), ("A", "twee", "")) == []
    assert alone(monkeypatch, ("A", "", "one"), ("A", "", "two")) == []
    assert alone(monkeypatch, ("A", "een", ""), ("A", "", "two")) == [("een", ""), ("", "two")]


@pytest.mark.parametrize(
    ("kind", "is_part"),
    [(kind, True) for kind in ("article", "clause", "annex", "section", "preamble", "closing", "footnote", "chapter")]
    + [(kind, False) for kind in ("item", "definition", "table", "row")],
)
def test_words_of_an_item_are_within_the_part_that_holds_it(kind: str, is_part: bool) -> None:
    """Of a part the paragraphs are its own words; its heading too, where it holds no number."""

    def piece(kind: str, words: str, *pieces: Piece) -> Piece:
        return Piece(kind=kind, label="", at="", place=HERE, texts=(text(words),), of=(), pieces=pieces)

    def pair(kind: str, *pairs: Pair) -> Pair:
        of = [piece(kind, kind, piece("paragraph", one)) for one in ("een", "one")]
        return Pair(*of, pairs)

    item = pair("item")
    held = pair(kind, item, pair("paragraph"), Pair(item.original, None))
    whole = pair("clause", held)
    found = same_words((whole,))
    assert [one.of for one in found] == [whole, held, item]
    assert found[0].within is whole
    assert found[1].within is found[2].within is (held if is_part else whole)
    numbered = kind in ("article", "annex", "chapter")
    assert [one.plain for one in found[1].original] == (["een"] if numbered else [kind, "een"])
    assert [one.plain for one in found[1].translation] == (["one"] if numbered else [kind, "one"])


@pytest.mark.parametrize(
    ("in_both", "in_one", "is_usual"),
    [
        (1, 0, False),  # used once it may be chance
        (2, 0, True),
        (2, 1, True),  # one clause without it may always be
        (2, 2, False),
        (7, 2, False),
        (8, 2, True),  # two of ten: one of five
        (12, 3, True),
        (11, 3, False),
        (0, 4, False),
    ],
)
def test_a_term_is_used_with_care_where_one_clause_of_five_at_most_lacks_it(
    in_both: int, in_one: int, is_usual: bool
) -> None:
    use: Any = SimpleNamespace(said="EEA")
    for side in ([use], []), ([], [use]):
        rows: list[Any] = [(None, [use], [use, use])] * in_both + [(None, *side)] * in_one
        assert term_differs._usual(rows, ["EEA", "GDPR"]) == ({"EEA"} if is_usual else set())


@pytest.mark.parametrize(
    ("kind", "written", "there"),
    [("number", "12", True), ("number", "3", False), ("number", "twaalf", False), ("period", "12 dagen", False)],
)
def test_a_number_in_figures_alone_is_looked_for_as_it_is_written(kind: str, written: str, there: bool) -> None:
    found: Any = SimpleNamespace(said=SimpleNamespace(kind=kind), words=written)
    assert (
        quantity_differs._stands_in(found, (text("As 13 says."), text("Article 12 says: twaalf, 12 dagen."))) == there
    )


def date(value: str, words: str) -> Any:
    return SimpleNamespace(said=SimpleNamespace(kind="date", value=value), words=words)


@pytest.mark.parametrize(
    ("one", "other", "is_turned"),
    [
        (date("2024-03-04", "4 maart 2024"), date("2024-04-03", "03/04/2024"), True),
        (date("2024-03-04", "04-03-2024"), date("2024-04-03", "04/03/2024"), True),
        (date("2024-03-04", "4 maart 2024"), date("2024-04-03", "3 April 2024"), False),  # in words nothing turns
        (date("2024-03-05", "5 maart 2024"), date("2024-04-03", "03/04/2024"), False),
        (date("2023-03-04", "4 maart 2023"), date("2024-04-03", "03/04/2024"), False),
        (date("2024-03-04", "4 maart 2024"), date("--04-03", "03/04"), False),  # a day of no year is no date
    ],
)
def test_a_date_in_figures_can_have_its_month_first(one: Any, other: Any, is_turned: bool) -> None:
    assert quantity_differs._is_turned(one, other) == quantity_differs._is_turned(other, one) == is_turned
