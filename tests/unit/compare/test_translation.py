"""An edition beside its translation: pairs by number and structure, and by what two languages share where there is
none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.compare.translation.pairs import Pair, all_pairs, pairs_of, partner_ids
from clausule.compare.translation.pieces import Piece, pieces_of
from clausule.model.editions import Edition
from clausule.read import read_repository
from editions import edition as made
from rule_examples import Example, read_example
from session import HOME

EN = "docs/voorbeeld-en/1.0/"


def both(root: Path, files: dict[str, str]) -> tuple[Edition, Edition]:
    """The small agreement and its translation, with other pages."""
    pages: dict[str, list[str] | None] = {"docs/voorbeeld-en/none.md": None}
    read_example(root, Example("right", pages))
    for name, words in files.items():
        (root / name).write_text(f'---\nversion: "1.0"\n---\n\n{words}\n', "utf-8")
    agreements = {one.slug: one for one in read_repository(root).agreements}
    return agreements["voorbeeld"].editions[0], agreements["voorbeeld-en"].editions[0]


def said(pairs: tuple[Pair, ...], kind: str, within: str) -> list[tuple[str, str]]:
    """The words of both sides of each pair of this kind in what has this id in the original."""
    here = next(pair for pair in all_pairs(pairs) if pair.original and pair.original.at == within)
    return [
        (words(pair.original), words(pair.translation)) for pair in all_pairs(here.pairs) if pair.piece.kind == kind
    ]


def words(piece: Piece | None) -> str:
    return " ".join(text.plain for text in piece.texts) if piece else "-"


def test_every_piece_of_both_stands_in_one_pair(tmp_path: Path) -> None:
    original, translation = both(tmp_path, {})
    pairs = pairs_of(original, translation)
    assert all(pair.original and pair.translation for pair in all_pairs(pairs))
    assert [text.plain for pair in all_pairs(pairs) if pair.original for text in pair.original.texts] == [
        text.plain for piece in pieces_of(original) for text in piece.all_texts()
    ]
    ids = partner_ids(pairs)
    assert ids["artikel-3.1-b"] == "article-3.1-b"
    assert ids["bijlage-1-a-2"] == "annex-1-a-2"
    assert ids["begrip-gegevens"] == "term-data"
    assert ids["bijlage-2-wanneer-is-de-inbreuk-ontdekt"] == "annex-2-when-was-the-breach-discovered"


def test_a_number_decides_and_what_has_no_partner_stands_where_it_stood(tmp_path: Path) -> None:
    clauses = "# Article 2. Use\n\n2.1 One.\n\n2.3 Three.\n\n2.4 Four."
    original, translation = both(tmp_path, {f"{EN}article-02.md": clauses})
    found = [
        tuple(one.label if one else "" for one in (pair.original, pair.translation))
        for pair in all_pairs(pairs_of(original, translation))
        if pair.piece.at.startswith(("artikel-2", "article-2")) and pair.piece.kind == "clause"
    ]
    assert found == [("2.1", "2.1"), ("2.2", ""), ("2.3", "2.3"), ("", "2.4")]
    assert "artikel-2.2" not in partner_ids(pairs_of(original, translation))


def test_items_are_marked_in_another_way_and_still_pair(tmp_path: Path) -> None:
    items = (
        "# Article 3. End\n\n3.1 Processor does the following:\n\n(i) one;\n\n(ii) two;\n\n(iii) three.\n\n3.2 Four."
    )
    original, translation = both(tmp_path, {f"{EN}article-03.md": items})
    ids = partner_ids(pairs_of(original, translation))
    assert [ids.get(f"artikel-3.1-{letter}") for letter in "abc"] == [f"article-3.1-{i}" for i in ("i", "ii", "iii")]


MEASURES = "# Bijlage 1. Maatregelen\n\n## A. Toegang\n\n{0}\n\n## B. Opslag\n\n- elke nacht een kopie"
MEASURES_EN = "# Annex 1. Measures\n\n## A. Access\n\n{0}\n\n## B. Storage\n\n- a copy each night"
LISTED = [
    ("een slot op de deur", "a lock on the door"),
    (
        "versleuteling van alle verbindingen met TLS 1.3 of hoger",
        "encryption of all connections with TLS 1.3 or higher",
    ),
    ("een firewall", "a firewall"),
    ("wachtwoorden van 14 tekens, die na 90 dagen vervallen", "passwords of 14 characters, which expire after 90 days"),
    ("cameratoezicht bij de ingang van ieder datacenter", "camera surveillance at the entrance of each data centre"),
]


@pytest.mark.parametrize("gone", range(len(LISTED)))
def test_of_what_has_no_number_the_one_that_is_gone_is_known(gone: int, tmp_path: Path) -> None:
    here = [english for at, (_, english) in enumerate(LISTED) if at != gone]
    pages = {
        "annexes/voorbeeld/bijlage-1/1.0.md": MEASURES.format("\n\n".join(f"- {dutch}" for dutch, _ in LISTED)),
        f"{EN}annex-1.md": MEASURES_EN.format("\n\n".join(f"- {english}" for english in here)),
    }
    pairs = said(pairs_of(*both(tmp_path, pages)), "item", "bijlage-1-a")
    assert pairs == [(dutch, "-" if at == gone else english) for at, (dutch, english) in enumerate(LISTED)]


def test_questions_in_another_order_pair_by_what_they_ask(tmp_path: Path) -> None:
    questions = (
        "# Annex 2. Questionnaire\n\n### Which data are affected?\n\n- Names: YES / NO\n\n- Others: ……………………\n\n"
    )
    questions += "### When was the breach discovered?\n\n……………………"
    pairs = pairs_of(*both(tmp_path, {f"{EN}annex-2.md": questions}))
    assert said(pairs, "section", "bijlage-2") == [
        ("Wanneer is de inbreuk ontdekt?", "When was the breach discovered?"),
        ("Welke gegevens zijn geraakt?", "Which data are affected?"),
    ]


def test_definitions_stand_in_the_order_of_their_own_alphabet(tmp_path: Path) -> None:
    entries = {
        "Bijlage": ("een bijlage bij deze overeenkomst", "Zie de Bijlage.", "See the Annex."),
        "Dienst": ("wat wij leveren", "De Dienst begint.", "The Service begins."),
        "Werkdag": ("een dag van de week", "Op een Werkdag, en iedere Werkdag.", "On a Working Day, each Working Day."),
        "Klacht": ("een klacht", "", ""),
    }
    english = {"Bijlage": "Annex", "Dienst": "Service", "Werkdag": "Working Day", "Klacht": "Complaint"}
    lists = [
        "".join(f"“{term}”\n\n:   {meaning}\n\n" for term, (meaning, *_) in entries.items()),
        "".join(f"“{term}”\n\n:   what {term} is\n\n" for term in sorted(english.values())),
    ]
    clauses = [
        "\n\n".join(f"2.{number} {words[side] or '...'}" for number, words in enumerate(entries.values(), 1))
        for side in (1, 2)
    ]
    pages = {
        "docs/voorbeeld/1.0/artikel-01.md": f"# Artikel 1. Begrippen\n\nDe begrippen betekenen:\n\n{lists[0]}",
        "docs/voorbeeld/1.0/artikel-02.md": f"# Artikel 2. Gebruik\n\n{clauses[0]}",
        f"{EN}article-01.md": f"# Article 1. Definitions\n\nThe terms mean:\n\n{lists[1]}",
        f"{EN}article-02.md": f"# Article 2. Use\n\n{clauses[1]}",
    }
    ids = partner_ids(pairs_of(*both(tmp_path, pages)))
    assert {term: ids.get(f"begrip-{term.lower()}") for term in entries} == {
        "Bijlage": "term-annex",
        "Dienst": "term-service",
        "Werkdag": "term-working-day",
        "Klacht": "term-complaint",  # used nowhere, and the only ones that are left
    }


def test_in_the_tree_nothing_is_without_its_partner() -> None:
    agreements = {one.slug: one for one in read_repository(HOME).agreements}
    translation = agreements["example"].translation
    assert translation and translation.prevails == "nl"
    for edition in agreements["example"].editions:
        original = translation.translated(edition)
        assert original
        pairs = list(all_pairs(pairs_of(original, edition)))
        assert len(pairs) > 390
        assert [pair.piece.at for pair in pairs if not (pair.original and pair.translation)] == []


ARTICLES = st.lists(
    st.lists(st.sampled_from(["Dit is 12.", "Zij betaalt EUR 5.", "JA / NEE", "Kort."]), max_size=4), max_size=4
)


@given(ARTICLES, ARTICLES)
def test_every_piece_stands_in_one_pair_whatever_the_texts_are(one: list[list[str]], other: list[list[str]]) -> None:
    original, translation = made("1", *one), made("1", *other)
    pairs = list(all_pairs(pairs_of(original, translation)))
    sides = [
        [pair.original for pair in pairs if pair.original],
        [pair.translation for pair in pairs if pair.translation],
    ]
    for side, edition in zip(sides, (original, translation), strict=True):
        assert len(set(side)) == len(side)
        alone = {piece for pair in pairs if not (pair.original and pair.translation) for piece in within(pair.piece)}
        assert {piece for top in pieces_of(edition) for piece in within(top)} <= {*side, *alone}


def within(piece: Piece) -> list[Piece]:
    return [piece, *(inner for one in piece.pieces for inner in within(one))]


@given(ARTICLES)
def test_a_text_beside_itself_is_all_pairs(articles: list[list[str]]) -> None:
    pairs = list(all_pairs(pairs_of(made("1", *articles), made("2", *articles))))
    assert all(pair.original and pair.translation for pair in pairs)
    assert all(pair.original.at == pair.translation.at for pair in pairs if pair.original and pair.translation)
