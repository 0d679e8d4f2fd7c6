"""An edition beside its translation: pairs by number and structure, and by what two languages share where there is
none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.compare.translation.pairs import Pair, all_pairs, pairs_of, partner_ids, terms_beside
from clausule.compare.translation.pieces import Piece, pieces_of
from clausule.compare.translation.prevailing import prevailing
from clausule.model.editions import Edition
from clausule.model.nodes import Items
from clausule.read import read_repository
from editions import edition as made
from editions import item
from rule_examples import Example, read_example
from session import read_home

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


def test_a_part_holds_what_stands_in_it(tmp_path: Path) -> None:
    """An article its clauses and their notes, an annex its sections by the level of their headings."""
    article = "# Artikel 2. Gebruik\n\n2.1 Verwerker meldt.[^1]\n\n2.2 Niets.\n\n[^1]: Een noot."
    annex = (
        "# Bijlage 1. Maatregelen\n\nVooraf.[^2]\n\n[^2]: Nog een noot.\n\n## A. Toegang\n\n- slot\n\n"
        "### 1. Deur\n\n- klink\n\n## B. Opslag\n\n- kopie"
    )
    original, _ = both(
        tmp_path, {"docs/voorbeeld/1.0/artikel-02.md": article, "annexes/voorbeeld/bijlage-1/1.0.md": annex}
    )

    def inside(pieces: tuple[Piece, ...]) -> dict[str, object]:
        return {one.at: inside(one.pieces) for one in pieces if one.kind in PARTS}

    found = inside(pieces_of(original))
    assert list(found) == ["partijen", "artikel-1", "artikel-2", "artikel-3", "bijlage-1", "bijlage-2"]
    assert found["artikel-2"] == {"artikel-2.1": {}, "artikel-2.2": {}, "voetnoot-1": {}}
    assert found["artikel-3"] == {"artikel-3.1": {}, "artikel-3.2": {}}
    assert found["bijlage-1"] == {"bijlage-1-a": {"bijlage-1-1": {}}, "bijlage-1-b": {}, "voetnoot-2": {}}


def test_a_clause_that_does_nothing_but_define_has_the_term(tmp_path: Path) -> None:
    """And an annex the same label, however either language counts it."""
    article = (
        "# Artikel 1. Begrippen\n\nHier betekent “Klus”: werk.\n\n1.1 “Dienst”: wat wij doen.\n\n"
        "1.2 “Plek”: waar wij zijn.\n\nDaar is iemand."
    )
    annex = "# Bijlage II. Maatregelen\n\n## A. Toegang\n\n- slot"
    original, _ = both(
        tmp_path, {"docs/voorbeeld/1.0/artikel-01.md": article, "annexes/voorbeeld/bijlage-1/1.0.md": annex}
    )
    found = {one.at: one for top in pieces_of(original) for one in (top, *top.pieces) if one.kind in PARTS}
    assert {at: one.term for at, one in found.items() if at.startswith("artikel-1")} == {
        "artikel-1": "", "artikel-1.1": "Dienst", "artikel-1.2": "",
    }  # fmt: skip
    assert [one.label for one in pieces_of(original) if one.kind == "annex"] == ["2", "2"]
    assert found["artikel-1.1"].label == "1.1"


PARTS = ("preamble", "article", "clause", "annex", "section", "footnote")


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
    agreements = {one.slug: one for one in read_home().agreements}
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


def items(*rows: tuple[str, str]) -> Edition:
    """An edition of one clause, of items with a label and words."""
    return made("1", [Items(tuple(item(*row) for row in rows))])


def partners(one: Edition, other: Edition) -> list[tuple[str, str]]:
    """The words of items that are partners; '' for none."""
    pairs = [pair for pair in all_pairs(pairs_of(one, other)) if pair.piece.kind == "item"]
    return [
        (words(pair.original) if pair.original else "", words(pair.translation) if pair.translation else "")
        for pair in pairs
    ]


def bullets(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    return partners(*(items(*(("", words) for words in side)) for side in (old, new)))


def test_what_has_a_letter_has_the_partner_with_the_same_or_none() -> None:
    old = items(("a", "aaaa"), ("b", "bbbb"), ("", "cccc"))
    new = items(("a", "dddd"), ("", "bbbb"))
    assert partners(old, new) == [("aaaa", "dddd"), ("bbbb", ""), ("cccc", "bbbb")]
    assert partners(new, old) == [("dddd", "aaaa"), ("", "bbbb"), ("bbbb", "cccc")]


def test_a_letter_that_comes_twice_is_known_by_how_many_are_before_it() -> None:
    old, new = items(("a", "aaaa"), ("b", "bbbb"), ("a", "cccc")), items(("a", "cccc"), ("a", "aaaa"))
    assert partners(old, new) == [("aaaa", "cccc"), ("bbbb", ""), ("cccc", "aaaa")]


def test_a_longer_list_holds_the_shorter_one_where_it_fits_best_and_first() -> None:
    assert bullets(["aaaa", "bbbb", "cccc"], ["xxxx", "aaaa", "yyyy", "bbbb", "zzzz", "cccc", "cccc"]) == [
        ("", "xxxx"), ("aaaa", "aaaa"), ("", "yyyy"), ("bbbb", "bbbb"), ("", "zzzz"), ("cccc", "cccc"), ("", "cccc"),
    ]  # fmt: skip
    assert bullets(["aaaa", "bbbb"], ["bbbb", "xxxx", "bbbb", "yyyy"]) == [
        ("aaaa", "bbbb"), ("", "xxxx"), ("bbbb", "bbbb"), ("", "yyyy")
    ]  # fmt: skip


def test_another_order_must_fit_clearly_better() -> None:
    """By 0.15 for each pair: a word of its own is 0.2, one of two 0.1."""
    assert bullets(["aaaa", "bbbb", "cccc"], ["cccc", "aaaa"]) == [("aaaa", "aaaa"), ("bbbb", ""), ("cccc", "cccc")]
    found = bullets(["aaaa dddd", "bbbb eeee", "cccc ffff"], ["cccc gggg", "aaaa hhhh"])
    assert [new for _, new in found if new] == ["cccc gggg", "aaaa hhhh"]


@pytest.mark.parametrize(("many", "order"), [(80, ["aaaa", "cccc"]), (81, ["cccc", "aaaa"])])
def test_of_very_many_only_their_order_counts(many: int, order: list[str]) -> None:
    more = ["bbbb"] * (many - 2)
    found = bullets(["aaaa", *more, "cccc"], ["cccc", "aaaa"])
    assert [new for _, new in found if new] == order
    found = bullets(["cccc", "aaaa"], ["aaaa", *more, "cccc"])
    assert [old for old, _ in found if old] == ["cccc", "aaaa"]
    assert (found[0] == ("cccc", "cccc")) is (many == 80)


@given(
    st.lists(st.sampled_from(["aaaa", "bbbb", "cccc", "dddd eeee"]), min_size=1, max_size=5),
    st.lists(st.sampled_from(["aaaa", "bbbb", "cccc", "dddd eeee"]), min_size=1, max_size=5),
)
def test_every_bullet_of_the_shorter_list_has_a_partner(old: list[str], new: list[str]) -> None:
    found = bullets(old, new)
    assert [one for one, _ in found if one] == old and sorted(two for _, two in found if two) == sorted(new)
    assert sum(bool(one and two) for one, two in found) == min(len(old), len(new))


def test_what_only_the_translation_has_stands_behind_the_partner_of_what_is_before_it() -> None:
    assert bullets(["aaaa", "cccc"], ["aaaa", "bbbb", "cccc"]) == [("aaaa", "aaaa"), ("", "bbbb"), ("cccc", "cccc")]
    assert bullets(["cccc"], ["aaaa", "cccc"]) == [("", "aaaa"), ("cccc", "cccc")]
    assert bullets(["aaaa"], ["aaaa", "bbbb", "cccc"]) == [("aaaa", "aaaa"), ("", "bbbb"), ("", "cccc")]


def terms(root: Path, old: tuple[dict[str, str], list[str]], new: tuple[dict[str, str], list[str]]) -> dict[str, str]:
    """Which terms are partners: both sides have definitions and the clauses that use them."""
    pages = {}
    for (defined, clauses), folder, names in (
        (old, "docs/voorbeeld/1.0/", ("artikel-01", "artikel-02", "Artikel 1. Begrippen", "Artikel 2. Gebruik")),
        (new, EN, ("article-01", "article-02", "Article 1. Terms", "Article 2. Use")),
    ):
        entries = "".join(f"“{term}”\n\n:   {meaning}\n\n" for term, meaning in defined.items())
        pages[f"{folder}{names[0]}.md"] = f"# {names[2]}\n\n{entries}"
        rows = "\n\n".join(f"2.{number} {clause}" for number, clause in enumerate(clauses, 1))
        pages[f"{folder}{names[1]}.md"] = f"# {names[3]}\n\n{rows}"
    original, translation = both(root, pages)
    found = {pair.original.term: pair.translation.term for pair in all_pairs(pairs_of(original, translation))
             if pair.original and pair.translation and pair.original.kind == "definition"}  # fmt: skip
    assert found.items() <= terms_beside(original, translation).items()
    return {term: partner for term, partner in terms_beside(original, translation).items() if term in old[0]}


def test_terms_that_are_used_in_the_same_clauses_are_partners_in_order(tmp_path: Path) -> None:
    dutch = ["De Dienst heeft een Bijlage.", "Bij de Dienst hoort een Bijlage."]
    english = ["The Service has an Annex.", "To the Service belongs an Annex."]
    found = terms(
        tmp_path,
        ({"Dienst": "wat wij doen", "Bijlage": "wat erbij hoort"}, dutch),
        ({"Service": "what we do", "Annex": "what goes with it"}, english),
    )
    assert found == {"Dienst": "Service", "Bijlage": "Annex"}


def test_terms_that_are_used_in_other_clauses_are_no_partners_however_alike_they_are(tmp_path: Path) -> None:
    dutch = ["De Dienst is een Dienst.", "Hier staat niets."]
    english = ["Nothing stands here.", "The Service is a Service."]
    found = terms(tmp_path, ({"Dienst": "wat wij doen"}, dutch), ({"Service": "wat wij doen"}, english))
    assert found == {}


def test_terms_that_are_hardly_used_are_partners_in_order(tmp_path: Path) -> None:
    """Once is hardly."""
    found = terms(
        tmp_path,
        ({"Dienst": "wat wij doen", "Klacht": "een klacht"}, ["De Dienst begint.", "Hier staat niets."]),
        ({"Service": "what we do", "Complaint": "a complaint"}, ["Nothing stands here.", "The Service begins."]),
    )
    assert found == {"Dienst": "Service", "Klacht": "Complaint"}


def test_a_term_of_the_same_name_is_the_same_term(tmp_path: Path) -> None:
    dutch = ["De Portal heeft een Bijlage.", "Zie de Portal en de Bijlage."]
    english = ["The Annex has a Portal.", "See the Portal and the Annex."]
    found = terms(
        tmp_path,
        ({"Portal": "een plek", "Bijlage": "een bijlage"}, dutch),
        ({"Annex": "an annex", "Portal": "a place"}, english),
    )
    assert found == {"Portal": "Portal", "Bijlage": "Annex"}


PREVAILS = {"nl": "3.1 De Nederlandse tekst is bindend.", "en": "3.1 De Engelse tekst is bindend.", "": "3.1 Einde."}
PREVAILS_EN = {"nl": "3.1 The Dutch text is binding.", "en": "3.1 The English text is binding.", "": "3.1 End."}


@pytest.mark.parametrize(
    ("original", "translation", "counts"),
    [("en", "nl", "en"), ("en", "", "en"), ("", "en", "en"), ("", "", "nl"), ("nl", "en", "nl")],
)
def test_which_text_counts_is_said_by_the_original_then_by_the_translation_then_beside_them(
    original: str, translation: str, counts: str, tmp_path: Path
) -> None:
    pages = {
        "docs/voorbeeld/1.0/artikel-03.md": f"# Artikel 3. Einde\n\n{PREVAILS[original]}",
        f"{EN}article-03.md": f"# Article 3. End\n\n{PREVAILS_EN[translation]}",
    }
    both(tmp_path, pages)
    dutch, english = sorted(read_repository(tmp_path).agreements, key=lambda one: one.language, reverse=True)
    assert prevailing(english, english.editions[0]) == counts
    assert prevailing(dutch, dutch.editions[0]) == original, "a text that is no translation has its own words alone"


def test_an_item_that_defines_a_term_goes_with_what_defines_its_partner_else_with_its_letter(tmp_path: Path) -> None:
    dutch = ["“Dienst”: wat wij doen;", "“Bijlage”: wat erbij hoort;", "“Klacht”: een klacht."]
    english = ["“Annex”: what goes with it;", "“Service”: what we do;", "“Fee”: a sum."]
    lists = ["\n\n".join(f"{letter}. {one}" for letter, one in zip("abc", rows, strict=True))
             for rows in (dutch, english)]  # fmt: skip
    clauses = ["De Dienst is een Dienst.", "De Bijlage is een Bijlage.", "De Klacht is een Klacht.", "Niets."]
    other = ["The Service is a Service.", "The Annex is an Annex.", "Nothing.", "The Fee is a Fee."]
    rows, others = ("\n\n".join(f"2.{n} {one}" for n, one in enumerate(side, 1)) for side in (clauses, other))
    pages = {
        "docs/voorbeeld/1.0/artikel-01.md": f"# Artikel 1. Begrippen\n\nDe begrippen betekenen:\n\n{lists[0]}",
        "docs/voorbeeld/1.0/artikel-02.md": f"# Artikel 2. Gebruik\n\n{rows}",
        f"{EN}article-01.md": f"# Article 1. Terms\n\nThe terms have these meanings:\n\n{lists[1]}",
        f"{EN}article-02.md": f"# Article 2. Use\n\n{others}",
    }
    ids = partner_ids(pairs_of(*both(tmp_path, pages)))
    assert [ids.get(f"artikel-1-{letter}") for letter in "abc"] == ["article-1-b", "article-1-a", "article-1-c"]
