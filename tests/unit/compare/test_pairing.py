"""Pairing: scores on histories with a known truth, and what an author can tell it."""

from __future__ import annotations

import math

import pytest

from clausule.compare import pairing
from clausule.compare.order import Order
from clausule.compare.pairing import DOUBTFUL, NO_OVERRULES, Overrules, Pair, _Pairing, pair_units
from clausule.compare.text_files import text_units
from clausule.compare.units import Unit, edition_units
from histories import Score, Shape, Step, as_markdown, by_number, by_overlap, history, linked, steps, units_of
from session import read_home

STYLES = ("zipf", "chain", "stock")


def clause(number: str, text: str, title: str = "Algemeen") -> Unit:
    article = number.split(".")[0]
    return Unit(
        id=f"artikel-{number}", number=number, title=title, kind="clause", text=text, parent=f"artikel-{article}"
    )


def clauses(*texts: str) -> list[Unit]:
    return [clause(f"1.{place}", text) for place, text in enumerate(texts, 1)]


def score(*shapes: Shape) -> Score:
    total = Score()
    for shape in shapes:
        for step in steps(shape):
            total.add(step, linked(pair_units(step.old, step.new)))
    return total


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("reword", "least"), [(0.05, 0.995), (0.15, 0.995), (0.3, 0.995), (0.6, 0.97)])
def test_clauses_are_found_again(style: str, reword: float, least: float) -> None:
    total = score(*(Shape(seed=seed, reword=reword, style=style) for seed in (11, 12)))
    assert total.share >= least
    assert total.changed_share >= least


@pytest.mark.parametrize(
    "shape",
    [
        Shape(seed=21, short=0.5),
        Shape(seed=22, mirrored=0.5, moved=0.08),
        Shape(seed=23, vocabulary=300, style="zipf"),
        Shape(seed=24, changed=1.0),
        Shape(seed=25, editions=12, clauses=20),
        Shape(seed=26, moved=0.15, inserted=0.1, deleted=0.1, split=0.04, merged=0.04, changed=0.8),
        Shape(seed=27, untitled=True, boilerplate=0.5),
        Shape(seed=28, items=0.4, moved_items=0.05),
        Shape(seed=29, items=0.6, moved_items=0.05, style="chain", untitled=True, boilerplate=0.3, moved=0.02),
        Shape(seed=30, items=0.3, moved_items=0.04, style="stock", boilerplate=0.8),
    ],
    ids=[
        "five-words",
        "mirrored",
        "few-different-words",
        "all-changed",
        "small",
        "rough",
        "untitled",
        "moved-items",
        "all-of-it",
        "boilerplate",
    ],
)
def test_hard_histories(shape: Shape) -> None:
    assert score(shape).share >= 0.995


def test_twenty_editions_of_two_hundred_clauses() -> None:
    assert score(Shape(seed=31, editions=20, reword=0.3)).share >= 0.995


def test_the_histories_are_hard() -> None:
    number, overlap = Score(), Score()
    for style in STYLES:
        for step in steps(Shape(seed=41, reword=0.6, style=style, editions=2)):
            number.add(step, by_number(step))
            overlap.add(step, by_overlap(step))
    assert number.share < 0.75
    assert overlap.share < 0.93


@pytest.mark.parametrize(
    "shape",
    [
        Shape(seed=51, editions=3),
        Shape(seed=52, editions=4, untitled=True, boilerplate=0.4),
        Shape(seed=53, editions=4, untitled=True, items=0.4, moved_items=0.04, boilerplate=0.4, style="chain"),
    ],
    ids=["plain", "untitled", "items"],
)
def test_the_same_through_files(shape: Shape) -> None:
    """Written as Markdown and read again, every clause is a unit under its number and is paired as well."""
    texts = [as_markdown(edition) for edition in history(shape)]
    total = Score()
    for step, before, after in zip(steps(shape), texts, texts[1:], strict=False):
        old, new = text_units(before, markdown=True), text_units(after, markdown=True)
        places_old, places_new = places(old, step.old), places(new, step.new)
        found = linked(pair_units(old, new))
        total.add(step, {(places_old[i], places_new[j]) for i, j in found if i in places_old and j in places_new})
    assert total.share >= 0.995


def places(units: list[Unit], clauses: list[Unit]) -> dict[int, int]:
    """Where each unit that is a clause stands among ``clauses``; all of them must be there, word for word."""
    index = {unit.id: place for place, unit in enumerate(clauses)}
    found = {place: index[unit.id] for place, unit in enumerate(units) if unit.kind == "clause"}
    assert [clauses[there].text for there in found.values()] == [unit.text for unit in units if unit.kind == "clause"]
    assert len(found) == len(clauses)
    return found


def test_a_unit_of_another_kind_is_less_likely_the_same() -> None:
    """A heading and what stands under one, a definition and what is none: each is enough to speak against a pair."""
    made = {
        kind: clause("1.1", "De Dienst")._replace(kind=kind) for kind in ("clause", "article", "definition", "item")
    }

    def beside(one: str, other: str) -> float:
        pairing = _Pairing([made[one]], [made[other]], NO_OVERRULES)
        return pairing._beside(0, 0, Order({}))

    assert beside("clause", "item") == beside("clause", "clause") == beside("definition", "definition")
    for one, other in (
        ("clause", "definition"),
        ("definition", "item"),
        ("article", "clause"),
        ("article", "definition"),
    ):
        assert beside(one, other) == beside(other, one) < beside("clause", "clause")


IN_PLACE = 4 + 2  # without any pair every place is the same, and both ends are neighbours
ONE = clause("1.1", "Verwerker meldt", "Duur")
HEAD = Unit(id="artikel-1", number="1", title="Duur", kind="article", text="Duur")
TERM = Unit(id="begrip-dienst", number="", title="Dienst", kind="definition", text="Dienst: werk")


@pytest.mark.parametrize(
    ("old", "new", "worth"),
    [
        (ONE, ONE, 0.5 + 1),  # the same number, the same title
        (ONE, ONE._replace(number="1.2"), 1),
        (ONE, ONE._replace(title="Slot"), 0.5),
        (ONE._replace(number="", title=""), ONE._replace(number="", title=""), 0),  # no number is not the same number
        (ONE, ONE._replace(number="", title=""), 0),
        (HEAD, HEAD._replace(kind="annex"), 0.5 + 1),
        (HEAD, ONE._replace(number="1"), 0.5 + 1 - 3),
        (ONE, TERM, -3),
        (TERM, TERM, 1),
    ],
)
def test_what_speaks_for_a_pair_beside_its_words(old: Unit, new: Unit, worth: float) -> None:
    for one, other in ((old, new), (new, old)):
        assert _Pairing([one], [other], NO_OVERRULES)._beside(0, 0, Order({})) == IN_PLACE + worth


@pytest.mark.parametrize(
    ("old", "new", "votes", "worth"),
    [
        (TERM, TERM._replace(text="Dienst: iets geheel anders"), 0.0, 8),
        (TERM, TERM._replace(text="anders"), 0.0, 8),  # a term is enough, and no place
        (ONE, ONE._replace(text="Klant betaalt"), 0.0, -math.inf),  # not a word in common
        (ONE, ONE._replace(text="Klant betaalt"), 0.49, -math.inf),
        (ONE, ONE._replace(text="Klant betaalt"), 0.5, IN_PLACE + 1.5 + 5 - 5),  # half of what it holds
        (ONE, ONE._replace(text=""), 0.01, IN_PLACE + 1.5 + 0.1 - 5),  # without words any of it
        (ONE._replace(text=""), ONE._replace(text=""), 0.0, -math.inf),
    ],
)
def test_what_a_pair_is_worth(old: Unit, new: Unit, votes: float, worth: float) -> None:
    """In nats, more than to leave both alone; words that they share say more."""
    pairing = _Pairing([old], [new], NO_OVERRULES)
    gain = pairing._gain(0, 0, Order({}), {(0, 0): votes})
    assert gain == pytest.approx(worth)


def test_words_that_are_alike_and_what_stands_below_them_add_up() -> None:
    old, new = clauses("een twee drie vier"), clauses("een twee drie zes")
    pairing = _Pairing(old, new, NO_OVERRULES)
    score = pairing._similarity.likeness(0, 0).score
    assert score > 0 and pairing._gain(0, 0, Order({}), {}) == pytest.approx(score + IN_PLACE + 1.5 - 5)
    assert pairing._gain(0, 0, Order({}), {(0, 0): 0.3}) == pytest.approx(score + IN_PLACE + 1.5 + 3 - 5)
    terms = [TERM._replace(text="Dienst: een twee drie")], [TERM._replace(text="Dienst: een twee vier")]
    pairing = _Pairing(*terms, NO_OVERRULES)
    score = pairing._similarity.likeness(0, 0).score
    assert score > 0 and pairing._gain(0, 0, Order({}), {}) == pytest.approx(score + 8)
    # Words that speak against a pair count no more where half of what stands below is one.
    long = clauses(" ".join(["een", *(f"o{n}" for n in range(60))])), clauses(" ".join(["een", *"abcdefgh"]))
    pairing = _Pairing(*long, NO_OVERRULES)
    score = pairing._similarity.likeness(0, 0).score
    assert score < 0 and pairing._gain(0, 0, Order({}), {(0, 0): 0.4}) == pytest.approx(score + IN_PLACE + 1.5 + 4 - 5)
    assert pairing._gain(0, 0, Order({}), {(0, 0): 0.5}) == pytest.approx(IN_PLACE + 1.5 + 5 - 5)


def test_every_unit_stands_in_one_pair() -> None:
    (step,) = steps(Shape(seed=61, editions=2, reword=0.6, moved=0.2, split=0.05, merged=0.05))
    pairs = pair_units(step.old, step.new)
    old = [i for pair in pairs for i in (pair.old, *pair.also_old) if i is not None]
    new = [j for pair in pairs for j in (pair.new, *pair.also_new) if j is not None]
    assert sorted(old) == list(range(len(step.old)))
    assert sorted(new) == list(range(len(step.new)))


def test_mirrored_clauses_of_a_real_agreement() -> None:
    """Mickcom 11.2 and 11.3 say the same of one party and the other; a clause put before them renumbers both."""
    (agreement,) = read_home("mickcom").agreements
    old = [unit for unit in edition_units(agreement.editions[0]) if unit.parent == "artikel-11"]
    assert [unit.number for unit in old] == ["11.1", "11.2", "11.3"]
    came = clause("11.2", "Deze aansprakelijkheid is beperkt tot het bedrag dat de verzekeraar uitkeert.")
    texts = [text.replace("opleggen van een boete", "geven van een aanwijzing") for text in (old[1].text, old[2].text)]
    new = [old[0], came, clause("11.3", texts[0]), clause("11.4", texts[1])]
    assert linked(pair_units(old, new)) == {(0, 0), (1, 2), (2, 3)}
    crossed = [old[0], came, clause("11.3", texts[1]), clause("11.4", texts[0])]
    assert linked(pair_units(old, crossed)) == {(0, 0), (1, 3), (2, 2)}


WENT, CAME = "Wat hier stond is er niet meer.", "Iets geheel nieuws zonder een enkel woord ervan."
LONG = "Verwerker bewaart de persoonsgegevens niet langer dan nodig is voor de uitvoering van de overeenkomst."
OTHER = "Verantwoordelijke betaalt de facturen van Verwerker binnen dertig dagen na ontvangst op de bankrekening."
THIRD = "Partijen leggen geschillen voor aan de bevoegde rechter in het arrondissement Utrecht."


def test_a_split_and_a_merge() -> None:
    whole, parts = clauses(f"{LONG} {OTHER}", THIRD), clauses(LONG, OTHER, THIRD)
    split, merged = pair_units(whole, parts), pair_units(parts, whole)
    assert linked(split) == {(0, 0), (0, 1), (1, 2)}
    assert linked(merged) == {(0, 0), (1, 0), (2, 1)}
    assert [(len(pair.also_old), len(pair.also_new)) for pair in (*split, *merged)] == [(0, 1), (0, 0), (1, 0), (0, 0)]
    assert min(pair.confidence for pair in (*split, *merged)) > DOUBTFUL


def test_parts_stand_in_the_order_of_their_edition() -> None:
    """However clear each of them is: the second says more than the first."""
    texts = ("Partijen leggen geschillen voor aan de rechter.", LONG, f"{OTHER} {THIRD} {CAME}")
    whole, parts = clauses(" ".join(texts)), clauses(*texts)
    assert [pair.also_old for pair in pair_units(parts, whole)] == [(0, 1)]
    assert [pair.also_new for pair in pair_units(whole, parts)] == [(0, 1)]


def test_what_went_stands_where_it_stood() -> None:
    old, new = clauses(LONG, OTHER, THIRD), clauses(THIRD, "Iets geheel nieuws zonder een enkel woord ervan.", LONG)
    assert [(pair.old, pair.new) for pair in pair_units(clauses(LONG, OTHER, THIRD), clauses(LONG, THIRD))] == [
        (0, 0),
        (1, None),
        (2, 1),
    ]
    assert {(pair.old, pair.new) for pair in pair_units(old, new)} == {(2, 0), (None, 1), (0, 2), (1, None)}


def test_a_definition_is_known_by_its_term() -> None:
    def definition(term: str, text: str) -> Unit:
        return Unit(
            id=f"begrip-{term.lower()}",
            number="",
            title=term,
            kind="definition",
            text=f"{term}: {text}",
            parent="artikel-1",
        )

    old = [definition("Datalek", "een inbreuk op de beveiliging"), definition("Derde", "iedere ander")]
    new = [definition("Derde", "wie geen partij is"), definition("Datalek", "verlies van gegevens")]
    assert linked(pair_units(old, new)) == {(0, 1), (1, 0)}


def article(number: str, title: str, *texts: str) -> list[Unit]:
    heading = Unit(id=f"artikel-{number}", number=number, title=title, kind="article", text=title)
    return [heading, *(clause(f"{number}.{place}", text, title) for place, text in enumerate(texts, 1))]


def test_a_heading_is_known_by_what_stands_under_it() -> None:
    old = [*article("1", "Bewaring", LONG, OTHER), *article("2", "Slot", THIRD)]
    new = [*article("1", "Slot", THIRD), *article("2", "Termijnen", LONG, OTHER)]
    assert (0, 2) in linked(pair_units(old, new))


def test_where_clauses_only_came_or_went_no_words_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer, more = clauses(LONG, OTHER), clauses(LONG, THIRD, OTHER)
    monkeypatch.setattr(pairing, "Similarity", None)
    assert linked(pair_units(fewer, more)) == {(0, 0), (1, 2)}
    assert linked(pair_units(more, fewer)) == {(0, 0), (2, 1)}


def test_the_author_knows_better() -> None:
    old, new = clauses(LONG, OTHER), clauses(OTHER, LONG, THIRD)
    assert linked(pair_units(old, new)) == {(0, 1), (1, 0)}
    told = Overrules(together=(("artikel-1.1", "artikel-1.3"),))
    assert linked(pair_units(old, new, told)) == {(0, 2), (1, 0)}
    assert next(pair for pair in pair_units(old, new, told) if pair.old == 0).confidence == 1.0
    apart = Overrules(apart=(("artikel-1.1", "artikel-1.2"), ("artikel-1.2", "artikel-1.1")))
    assert linked(pair_units(old, new, apart)) == set()
    split = Overrules(together=(("artikel-1.1", "artikel-1.3"), ("artikel-1.1", "artikel-1.2")))
    assert Pair(0, 2, also_new=(1,)) in pair_units(old, new, split)
    merge = Overrules(together=(("artikel-1.1", "artikel-1.1"), ("artikel-1.2", "artikel-1.1")))
    assert Pair(0, 0, also_old=(1,)) in pair_units(old, new, merge)
    whole, parts = clauses(f"{LONG} {OTHER}", THIRD), clauses(LONG, OTHER, THIRD)
    assert linked(pair_units(whole, parts, Overrules(apart=(("artikel-1.1", "artikel-1.2"),)))) == {(0, 0), (1, 2)}


def test_an_author_who_contradicts_himself_loses_no_clause() -> None:
    old, new = clauses(LONG, OTHER), clauses(OTHER, LONG, THIRD)
    told = Overrules(
        together=tuple(
            (f"artikel-1.{a}", f"artikel-1.{b}") for a, b in ((1, 1), (2, 2), (1, 2), (2, 1), (1, 3), (2, 3))
        )
    )
    assert linked(pair_units(old, new, told)) == {(0, 0), (1, 1), (0, 2)}
    both = Overrules(together=tuple((f"artikel-1.{a}", f"artikel-1.{b}") for a, b in ((1, 1), (2, 2), (3, 1), (3, 2))))
    assert linked(pair_units(new, old, both)) == {(0, 0), (1, 1), (2, 0)}, "it was taken up once"


def test_an_overrule_that_names_nothing_is_told() -> None:
    old, new = clauses(LONG), clauses(LONG)
    told = Overrules(together=(("artikel-9.9", "artikel-1.1"),), apart=(("artikel-1.1", "bijlage-7"),))
    assert told.unknown(old, new) == ["artikel-9.9", "bijlage-7"]
    assert linked(pair_units(old, new, told)) == {(0, 0)}


def test_doubt_is_told() -> None:
    """Two old clauses are equally like the new one."""
    old = clauses(
        "Verwerker meldt een datalek binnen twee dagen.", "Verwerker meldt een datalek binnen drie dagen.", THIRD
    )
    new = clauses("Verwerker meldt een datalek binnen vier dagen.", THIRD)
    doubtful = [pair for pair in pair_units(old, new) if pair.old is not None and pair.new == 0]
    assert len(doubtful) == 1
    assert doubtful[0].confidence < DOUBTFUL
    assert all(pair.confidence == 1 for pair in pair_units(old, old))


def test_wrong_pairs_are_mostly_doubtful() -> None:
    sure_and_wrong = total = 0
    for step in steps(Shape(seed=71, reword=0.6, style="stock", editions=4)):
        for pair in pair_units(step.old, step.new):
            total += 1
            sure_and_wrong += pair.confidence > 0.95 and not right(pair, step)
    assert sure_and_wrong / total < 0.01


def right(pair: Pair, step: Step) -> bool:
    found = linked([pair])
    return found == {link for link in step.truth if link[0] == pair.old or link[1] == pair.new}


@pytest.mark.parametrize(
    "units", [[], clauses(""), clauses("", ""), clauses("…", "…")], ids=["none", "empty", "both", "blanks"]
)
def test_little_to_pair(units: list[Unit]) -> None:
    assert all(pair.old == pair.new for pair in pair_units(units, units))
    assert [pair.old for pair in pair_units(units, [])] == list(range(len(units)))
    assert [pair.new for pair in pair_units([], units)] == list(range(len(units)))


def test_another_text_is_not_paired_by_its_places() -> None:
    """Two agreements with the same numbers and titles and no clause in common: nothing is called changed."""
    one, other = (next(history(Shape(seed=seed, clauses=80, short=0))) for seed in (81, 82))
    old, new = units_of(one), units_of(other)
    pairs = pair_units(old, new)
    assert linked(pairs) == set()
    assert len(pairs) == len(old) + len(new)
    kept = [*old[:2], *new[2:]]
    assert linked(pair_units(old, kept)) == {(0, 0), (1, 1)}, "what has the same words is the same all the same"


def test_when_all_was_reworded_it_is_no_other_text() -> None:
    for style in STYLES:
        (step,) = steps(
            Shape(seed=83, editions=2, clauses=80, changed=1, reword=0.6, style=style, inserted=0, deleted=0)
        )
        assert len(linked(pair_units(step.old, step.new)) & step.truth) >= 0.9 * len(step.truth)


def test_a_heading_that_is_certain_stays_where_it_is_though_its_clauses_went() -> None:
    """They stand under another heading now; its own words, or the author, say which one it is."""
    old = [*article("1", "Bewaring", LONG, OTHER), *article("2", "Slot", THIRD, WENT)]
    under = [*article("1", "Termijnen", LONG, OTHER), *article("2", "Slot", THIRD, CAME)]
    assert (0, 6) in linked(pair_units(old, [*under, *article("3", "Bewaring")]))
    told = Overrules(together=(("artikel-1", "artikel-3"),))
    assert {link for link in linked(pair_units(old, [*under, *article("3", "Anders")], told)) if link[0] == 0} == {
        (0, 6)
    }


def test_half_of_what_stands_under_a_heading_is_enough() -> None:
    """However little its own words say for it."""
    titles = (
        "Beveiliging van gegevens en wat daar verder allemaal bij hoort",
        "Bewaartermijnen met al het overige waar niemand en nergens aan dacht",
    )
    old = [*article("1", titles[0], LONG, WENT), *article("2", "Slot", THIRD)]
    new = [*article("1", titles[1], LONG, CAME), *article("2", "Slot", THIRD)]
    assert linked(pair_units(old, new)) == {(0, 0), (1, 1), (3, 3), (4, 4)}


def with_items(lead: str, *items: str) -> str:
    return "\n".join([lead, *(f"{mark}. {words};" for mark, words in zip("ab", items, strict=False))])


def test_one_line_that_went_to_another_clause_takes_its_clause_along_as_a_part() -> None:
    """The clause that took it in keeps its own partner."""
    line, own = "een inbreuk binnen drie dagen te melden aan de klant en aan de toezichthouder", "de klant te helpen"
    kept, grown = (with_items("Partij twee mag nooit:", own, *more) for more in ((), (line,)))
    old = clauses(with_items("Partij een moet:", line, "iets wat weg is"), kept)
    pairs = pair_units(old, clauses(with_items("Geheel iets anders hier:", "en dit ook dus"), grown))
    assert [(pair.old, pair.also_old) for pair in pairs if pair.new == 1] == [(1, (0,))]


@pytest.mark.parametrize(("words", "found"), [(7, {(0, 0), (1, 1)}), (8, {(1, 1)})])
def test_what_is_left_over_must_share_three_words_in_ten(words: int, found: set[tuple[int, int]]) -> None:
    """In the same place, with words that stand elsewhere too: three of ten are enough and three of eleven are not."""
    elsewhere = "veel a b c a b c a b c a b c dit en dat"
    old = clauses("a b c o1 o2 o3 o4 o5 o6 o7", elsewhere)
    new = clauses(" ".join(["a b c", *(f"n{place}" for place in range(words))]), elsewhere)
    assert linked(pair_units(old, new)) == found


@pytest.mark.parametrize(
    ("words", "shared", "sizes", "known"),
    [(6, 2, (30, 30), 0), (12, 3, (30, 30), 30), (6, 2, (29, 30), 29), (6, 2, (30, 29), 29)],
)
def test_thirty_clauses_that_are_hardly_known_by_their_words_are_another_text(
    words: int, shared: int, sizes: tuple[int, int], known: int
) -> None:
    """Two words that nothing else has say less than twice what a pair needs, and three say more. Fewer clauses, on
    either side, are too few to say it."""
    old, new = (
        clauses(*(" ".join(f"{'s' if at < shared else side}{n}x{at}" for at in range(words)) for n in range(size)))
        for side, size in zip("on", sizes, strict=True)
    )
    assert linked(pair_units(old, new)) == {(n, n) for n in range(known)}


def test_words_that_many_articles_end_with_go_and_come_with_their_article() -> None:
    """What they say is no reason to call them the same, though both stand at the same place."""
    end = "Dit geldt ook na afloop van de overeenkomst."
    old = [*article("1", "Bewaring", LONG, end), *article("2", "Slot", THIRD, end)]
    assert linked(pair_units(old, article("1", "Prijs", CAME, end))) == set()


LINES = {
    "a line begins a clause of its own": (
        ["een twee drie / zus of zo is het"],
        ["een twee anders", "zus of zo is het / wat is er"],
        "0-0 0-1",
    ),
    "a whole clause and a line of another make one": (
        ["a b c d e", "o p q r s / t u v w x", "k l m n i j"],
        ["k l m n i j", "a b c d e / t u v w x", "y1 y2 q p o"],
        "0-1 1-1 2-0",
    ),
}


@pytest.mark.parametrize(("old", "new", "links"), LINES.values(), ids=LINES)
def test_lines_that_went_to_another_clause(old: list[str], new: list[str], links: str) -> None:
    """Within one article; the first link of a unit is its main one."""
    sides = ([*article("1", "", *(text.replace(" / ", "\n") for text in texts))] for texts in (old, new))
    wanted = {(int(one) + 1, int(other) + 1) for one, other in (link.split("-") for link in links.split())}
    assert linked(pair_units(*sides)) - {(0, 0)} == wanted


def test_what_is_left_over_is_paired_where_there_is_little_of_it() -> None:
    """Fifty units on both sides, or ten thousand words, are little; a unit or a word more is too much."""

    def left_over(old: list[str], new: list[str]) -> dict[int, int]:
        return _Pairing(clauses(*old), clauses(*new), NO_OVERRULES)._left_over({}, set(), set())

    def strange(side: str, count: int) -> list[str]:
        return [f"{side}{n}" for n in range(count)]

    same, like = "a b c d e f", "a b c d e x"
    assert left_over([same, *strange("o", 49)], [like, *strange("n", 49)]) == {0: 0}
    assert left_over([same, *strange("o", 40)], [like, *strange("n", 60)]) == {}, "a unit more than 2500 pairs"
    for more, found in ((0, {0: 0}), (1, {})):
        old, new = (
            [text, " ".join(strange(f"{side}x", 4994)), " ".join(strange(f"{side}y", 5000))]
            for side, text in (("o", same), ("n", like))
        )
        assert left_over(old, [*new, *(["extra"] * more)]) == found


def test_what_has_a_partner_is_not_left_over() -> None:
    pairing = _Pairing(clauses("a b c d e f", "o"), clauses("a b c d e x", "a b c d e y"), NO_OVERRULES)
    assert pairing._left_over({}, set(), set()) == {0: 0}
    assert pairing._left_over({0: 0}, set(), set()) == pairing._left_over({1: 0}, {0}, set()) == {}
    assert pairing._left_over({}, {0}, set()) == pairing._left_over({}, set(), {0, 1}) == {}
    assert pairing._left_over({1: 0}, set(), set()) == pairing._left_over({}, set(), {0}) == {0: 1}


@pytest.mark.parametrize(("size", "own"), [((50, 50), True), ((41, 61), False)])
def test_lines_that_went_elsewhere_are_left_out_where_few_units_are_without_a_partner(
    size: tuple[int, int], own: bool
) -> None:
    """The first clause gave a line to another and is known by its own; among more than 2500 pairs nobody looks."""
    line, kept = "een inbreuk binnen drie dagen te melden aan de klant", "partij twee mag nooit iemand anders inlichten"
    old = clauses(f"{kept}\n{line}", *(f"o{n}" for n in range(size[0] - 1)))
    new = clauses(f"hier staat iets geheel anders dus\n{line}", kept, *(f"n{n}" for n in range(size[1] - 2)))
    found = _Pairing(old, new, NO_OVERRULES)._without_borrowed_lines({0: 0})
    assert found[0] == (1 if own else 0)


@pytest.mark.parametrize(("words", "known"), [(9, 1), (10, 31)])
def test_a_text_of_which_a_twentieth_is_known_again_is_no_other_text(words: int, known: int) -> None:
    """Thirty clauses of six words with two that stay, which alone say too little, and one that is the same."""
    same = " ".join(f"zelfde{at}" for at in range(words))
    old, new = (
        clauses(same, *(" ".join(f"{'s' if at < 2 else side}{n}x{at}" for at in range(6)) for n in range(30)))
        for side in "on"
    )
    assert linked(pair_units(old, new)) == {(n, n) for n in range(known)}


def test_a_heading_that_has_a_partner_gets_no_other_by_what_stands_under_it() -> None:
    """All that stood under the second article stands under the first, which kept its title."""
    old = [*article("1", "Bewaring", LONG), *article("2", "Prijs", OTHER, THIRD)]
    new = article("1", "Bewaring", OTHER, THIRD, CAME)
    pairs = pair_units(old, new)
    assert sorted(pair.new for pair in pairs if pair.new is not None) == [0, 1, 2, 3]
    assert linked(pairs) == {(0, 0), (3, 1), (4, 2)}


def test_in_the_same_place_half_of_the_words_are_enough() -> None:
    """Whatever else speaks against it: it lost all that stood behind, and its number and title are others."""
    old = [clause("1.1", LONG), clause("1.2", "a b c d e o1 o2 o3 o4 o5", "Duur"), clause("1.3", THIRD)]
    for words, found in (("a b c d e", {1: 2}), ("a b c d", {})):
        new = [clause("1.1", LONG), clause("1.3", THIRD), clause("2.1", words, "Slot")]
        pairing = _Pairing(old, [*new, clause("2.2", "a b c d e " * 30)], NO_OVERRULES)
        assert pairing._left_over({0: 0, 2: 1}, set(), {3}) == found


def test_only_headings_have_votes_of_what_stands_under_them() -> None:
    """Two of the two under the first heading are paired; what stands under none, on either side, says nothing."""
    under, alone = article("1", "Duur", LONG, OTHER), [one._replace(parent="") for one in clauses(LONG, OTHER)]
    found = {len(under) - 2: len(under) - 2, len(under) - 1: len(under) - 1}
    assert _Pairing(under, under, NO_OVERRULES)._votes(found) == {(0, 0): 1.0}
    assert _Pairing(under, alone, NO_OVERRULES)._votes({1: 0, 2: 1}) == {}
    assert _Pairing(alone, under, NO_OVERRULES)._votes({0: 1, 1: 2}) == {}
