"""The redline: exact both ways, never longer than git's, and where a reader expects it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausule.compare.comparable import looks
from clausule.compare.lcs import common
from clausule.compare.redline import Edit, _breaks, accept, cost, redline, shown, typeset_edits, undo
from clausule.language.language import language_of
from clausule.model.hashes import canonical
from histories import Shape, steps


def marked(edits: list[Edit]) -> str:
    """As git prints it."""
    return "".join({"=": text, "-": f"[-{text}-]", "+": f"{{+{text}+}}"}[op] for op, text in edits)


def assert_exact(old: str, new: str, edits: list[Edit]) -> None:
    assert undo(edits) == old
    assert accept(edits) == new
    assert all(text for _, text in edits)
    assert all(one != other for (one, _), (other, _) in pairwise(edits)), "two edits of one kind after each other"
    assert ("+", "-") not in {(one, other) for (one, _), (other, _) in pairwise(edits)}, "insertions follow deletions"


SAME = " ".join(f"blijft{number}" for number in range(40)) + "."
GONE, CAME = ([f"{name}{number}" for number in range(18)] for name in ("oud", "nieuw"))


def test_what_a_new_sentence_has_of_an_old_one_is_nothing_beside_the_other_that_it_became() -> None:
    """The old sentence became two: the first has its words, and 'de' in the second is chance."""
    kept = " ".join(f"blijft{number}" for number in range(18))
    old, new = ([*words[:6], "de", *words[6:11]] for words in (GONE, CAME))
    edits = redline(f"{kept} {' '.join(old)}.", f"{kept}. {' '.join(new)}.")
    stays = [word for op, text in edits if op == "=" for word in text.split()]
    assert stays == [*kept.split()[:17], "."], "the last has a stop where it had none"


def test_in_texts_that_are_alike_a_fifth_of_two_sentences_makes_them_one() -> None:
    kept = ("wie", "wat", "waar", "hoe")
    old, new = (
        " ".join(f"{words[2 * n]} {words[2 * n + 1]} {one}" for n, one in enumerate(kept)) for words in (GONE, CAME)
    )
    edits = redline(f"{SAME} {old}.", f"{SAME} {new}.")
    assert [text.strip(" .") for op, text in edits if op == "="][1:] == list(kept)


TEXTS = st.one_of(
    st.text(),
    st.text("ab .,(\n\t"),
    st.lists(
        st.sampled_from(["de", "Verwerker", "AVG,", "(AVG)", "AVG.", "en/of", "\n", "\t", " ", "“AP”"]), max_size=30
    ).map(" ".join),
)


@settings(max_examples=1500)
@given(TEXTS, TEXTS)
def test_round_trip_of_any_two_texts(old: str, new: str) -> None:
    edits = redline(old, new)
    assert_exact(old, new, edits)
    assert cost(edits) <= len(old.split()) + len(new.split())
    assert accept(shown(edits)) == new
    assert "\t" in old + new or looks(undo(shown(edits))) == looks(old)


SENTENCE = st.lists(
    st.sampled_from(["de", "Verwerker", "AVG,", "(AVG)", "meldt", "en/of", "klant"]), min_size=1, max_size=30
)


@settings(max_examples=500)
@given(SENTENCE, SENTENCE)
def test_in_a_sentence_that_is_the_same_one_as_many_words_stay_as_can(old: list[str], new: list[str]) -> None:
    edits, stays = redline(" ".join(old), " ".join(new)), len(common(old, new))
    if 2 * stays >= 0.4 * (len(old) + len(new)):
        assert cost(edits) <= len(old) + len(new) - 2 * stays


@pytest.mark.parametrize("style", ["zipf", "chain", "stock"])
@pytest.mark.parametrize("reword", [0.05, 0.3, 0.6])
def test_round_trip_of_generated_clauses(style: str, reword: float) -> None:
    """Every clause beside what it became, and beside the next one, which it has little to do with."""
    tried = 0
    for step in steps(Shape(seed=5, editions=3, clauses=150, reword=reword, style=style, changed=1)):
        old, new = ([unit.text for unit in units] for units in (step.old, step.new))
        for one, other in [*((old[i], new[j]) for i, j in step.truth), *pairwise(new)]:
            assert_exact(one, other, redline(one, other))
            tried += 1
    assert tried > 500


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # a word; its punctuation stays
        (
            "Melden binnen 24 uur, mits bekend.",
            "Melden binnen 48 uur, mits bekend.",
            "Melden binnen [-24-]{+48+} uur, mits bekend.",
        ),
        ("Volgens de AVG.", "Volgens de Wbp.", "Volgens de [-AVG-]{+Wbp+}."),
        ("een (datalek), dan", "een (inbreuk), dan", "een ([-datalek-]{+inbreuk+}), dan"),
        # punctuation alone
        ("nodig; tenzij", "nodig, tenzij", "nodig[-;-]{+,+} tenzij"),
        # an addition at the end of a sentence
        ("Hij meldt dit.", "Hij meldt dit, en helpt.", "Hij meldt dit{+, en helpt+}."),
        # a whole sentence comes or goes as one, though both begin alike
        ("Hij meldt. Hij helpt.", "Hij meldt. Hij betaalt. Hij helpt.", "Hij meldt.{+ Hij betaalt.+} Hij helpt."),
        (
            "Dit geldt. Verwerker meldt. Verwerker helpt.",
            "Dit geldt. Verwerker helpt.",
            "Dit geldt.[- Verwerker meldt.-] Verwerker helpt.",
        ),
        # an item of a list
        (
            "Bij:\na. verlies;\nb. diefstal.",
            "Bij:\na. verlies;\n- brand;\nb. diefstal.",
            "Bij:\na. verlies;{+\n- brand;+}\nb. diefstal.",
        ),
        # where as many words stay either way, a sentence stays whole
        ("Hij meldt. Direct.", "Direct. meldt.", "[-Hij meldt. -]Direct.{+ meldt.+}"),
        # words that went together go together
        ("de verwerker en de klant samen", "de klant samen", "[-de verwerker en -]de klant samen"),
        ("geheel anders", "iets nieuws", "[-geheel anders-]{+iets nieuws+}"),
        ("", "nieuw", "{+nieuw+}"),
        ("oud", "", "[-oud-]"),
        ("gelijk", "gelijk", "gelijk"),
        # two sentences that share hardly a word are an old one and a new one, and the next stays what it was
        (
            "Verwerker meldt ieder datalek binnen 24 uur aan de klant. Hij helpt.",
            "De klant betaalt de facturen van Verwerker binnen dertig dagen. Hij helpt daarbij.",
            "[-Verwerker meldt ieder datalek binnen 24 uur aan de klant-]"
            "{+De klant betaalt de facturen van Verwerker binnen dertig dagen+}. Hij helpt{+ daarbij+}.",
        ),
        # one that holds all of the other is one
        (
            "Hij meldt het datalek.",
            "Hij meldt het datalek, en doet dat in ieder geval binnen 24 uur nadat hij er zelf van hoorde.",
            "Hij meldt het datalek{+, en doet dat in ieder geval binnen 24 uur nadat hij er zelf van hoorde+}.",
        ),
    ],
)
def test_changes_stand_where_a_reader_expects_them(old: str, new: str, expected: str) -> None:
    assert marked(redline(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Bij:\na. verlies van gegevens;\nb. diefstal van een laptop.",
            "Bij:\na. diefstal van een laptop;\nb. verlies van gegevens.",
            "Bij:\n[-a. verlies van gegevens;\nb-]{+a+}. diefstal van een laptop{+;\nb. verlies van gegevens+}.",
        ),
        (
            "- een twee;\n- drie vier;\n- vijf zes;",
            "- drie vier;\n- vijf zes;\n- een twee;",
            "[-- een twee;\n-]- drie vier;\n- vijf zes;{+\n- een twee;+}",
        ),
        # a line that was cut is no line that moved
        (
            "Eerste zin. Tweede zin.\nDerde zin.",
            "Eerste zin.\nTweede zin. Derde zin.",
            "Eerste zin.[- -]{+\n+}Tweede zin.[-\n-]{+ +}Derde zin.",
        ),
    ],
)
def test_a_line_in_another_order_went_and_came_whole(old: str, new: str, expected: str) -> None:
    edits = redline(old, new)
    assert_exact(old, new, edits)
    assert marked(edits) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("De boete is 5 % per dag.", "De boete is 5% per dag.", "De boete is 5% per dag."),
        ("Een zin.\nNog een.", "Een zin. Nog een.", "Een zin. Nog een."),
        ("Een zin. Nog een.", "Een zin.\nNog één.", "Een zin.\nNog [-een-]{+één+}."),
        ("a b", "a", "a[- b-]"),
        ("te niet doen", "teniet doen", "[-te niet-]{+teniet+} doen"),  # between letters it makes another word
        ("a\t5 %", "a\t5%", "a\t5%"),
    ],
)
def test_white_space_has_no_mark(old: str, new: str, expected: str) -> None:
    edits = redline(old, new)
    assert_exact(old, new, edits)
    assert marked(shown(edits)) == expected


def test_a_short_sentence_stays_in_a_long_one_where_the_texts_are_alike() -> None:
    same = (
        "Partijen leggen ieder geschil voor aan de rechter in Utrecht, en nergens anders, tenzij de wet dat verbiedt."
    )
    old, new = (
        "Verwerker bewaart geen enkel gegeven langer dan een jaar.",
        "Alles wordt gewist zodra iemand erom vraagt.",
    )
    before = f"{same} Hij meldt dat meteen zelf. {old}"
    after = f"{same} Hij helpt daarna de klant op diens verzoek met alles wat er nog bij komt kijken. {new}"
    assert marked(redline(before, after)).startswith(f"{same} Hij ")


def test_white_space_that_went_from_one_side_of_a_sign_to_the_other_has_no_mark() -> None:
    edits = redline("en/ of", "en /of")
    assert marked(edits) == "en[-/ -]{+ /+}of"
    assert marked(shown(edits)) == "en /of"


def test_rows_are_compared_cell_by_cell() -> None:
    edits = redline("Hostpartij\tNederland\topslag", "Hostpartij\tIerland\topslag en back-up")
    assert marked(edits) == "Hostpartij\t[-Nederland-]{+Ierland+}\topslag{+ en back-up+}"
    # words that stand in another cell now have not stayed
    assert marked(redline("A\tB", "B\tA")) == "[-A-]{+B+}\t[-B-]{+A+}"


def test_typography_is_no_change() -> None:
    old = "De “AVG” – hierna: ‘de wet’ – vereist  dit.\u00a0Naam: .............."
    new = "De \"AVG\" - hierna: 'de wet' - vereist dit. Naam: ………"
    assert redline(canonical(old), canonical(new)) == [("=", canonical(new))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 100_000, "a " * 99_000),
        ("a " * 100_000, "a b " * 50_000),
        ("a " * 100_000, "b " * 100_000),
        ("a" * 300_000, "a" * 299_999),
        ("De Verwerker zal. " * 6_000, "De Verwerker niet. " * 6_000),
        (" " * 100_000 + "x", "\n" * 100_000 + "x"),
        ("." * 100_000, "(" * 100_000),
    ],
    ids=["one-word", "more-words", "nothing", "one-long-word", "one-sentence", "blanks", "points"],
)
def test_bad_input_comes_back_exact(old: str, new: str) -> None:
    assert_exact(old, new, redline(old, new))


def test_noise_comes_back_exact() -> None:
    rnd = random.Random(8)
    old, new = (" ".join(rnd.choice("abcdefgh") for _ in range(60_000)) for _ in range(2))
    assert_exact(old, new, redline(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # what came stands beside what went, rather than each at an end of the same words
        ("(f) t j (f) j (f)", "(f) o t j (f)", "(f){+ o+} t j (f)[- j (f)-]"),
        ("s. t d.)", "t t; s. t t d.)", "{+t t; +}s.{+ t+} t d.)"),
        ("s s a a s. s s;", "s a a s. s s! s", "[-s -]s a a s.{+ s s!+} s[- s;-]"),
        # a sentence that came is whole, also where the next one begins as it does
        ("t g g o. g g o o", "t g g o. o t t g o. g g o o o", "t g g o.{+ o t t g o.+} g g o o{+ o+}"),
        ('a b.\nb. "i".)', 'a m\nb. a a a.)  "i".)', 'a [-b.-]{+m+}\nb. {+a a a.)  +}"i".)'),
        ("b. c.", "m c. b. ", "{+m c. +}b. [-c.-]"),
        # words that stay in a sentence of few, and a word in which only a sign came
        ("s e s;", "e m s", "[-s -]e{+ m+} s[-;-]"),
        ("c m n h, o. r h, g.", "m m h, r h, g.", "[-c-]{+m+} m[- n-] h,[- o.-] r h, g."),
        ("s k/l n n s", "s; k/l n s", "s{+;+} k/l[- n-] n s"),
        ("b g.) r g", "m g", "[-b g.) r-]{+m+} g"),
        ("e q e", "r h, e", "[-e q e-]{+r h, e+}"),
        ("t b t q.", "t a t e. t b", "{+t a t e. +}t b[- t q.-]"),
        ("r a t b o m r m m m b m t a o;", "t a a o;", "[-r-]{+t+} a[- t b o m r m m m b m t-] a o;"),
        # up to the begin of the text, and no further; where the signs apart would be more than both texts, these
        ("x p. q x r q", "x r q", "[-x p. q -]x r q"),
        ("(a)", "a, -", "[-(a)-]{+a, -+}"),
        # white space and the ends of lines
        ("g g g b", "g  g b", "[-g -]g {+ +}g b"),
        ("t.)\nn s. s", "t.);\ns. s", "t.)[-\nn -]{+;\n+}s. s"),
        ("e n.\ns e;", "e  n,\n- s e;", "e{+ +} n[-.\n-]{+,\n- +}s e;"),
        ("b\n- c.)", "c.)\nb", "[-b\n- -]c.){+\nb+}"),
        ("k/l h, m h, n d;\nj", "j\nk/l h, m h, n d;", "[-k/l h, m h, n d;\n-]j{+\nk/l h, m h, n d;+}"),
    ],
)
def test_changes_of_a_few_letters_stand_where_a_reader_expects_them(old: str, new: str, expected: str) -> None:
    """Each letter is a word."""
    edits = redline(old, new)
    assert_exact(old, new, edits)
    assert marked(edits) == expected


@pytest.mark.parametrize(("words", "stays"), [(9, True), (10, False)])
def test_in_texts_that_are_alike_a_word_of_a_sentence_below_ten_words_stays(words: int, stays: bool) -> None:
    old, new = (" ".join(["zelfde", *(f"{side}{n}" for n in range(words - 1))]) for side in "on")
    kept = "".join(text for op, text in redline(f"{SAME} {old}.", f"{SAME} {new}.") if op == "=")
    assert ("zelfde" in kept) is stays


@pytest.mark.parametrize(("cells", "stays"), [("a\tb", True), ("a b", False)])
def test_a_cell_that_came_makes_another_row(cells: str, stays: bool) -> None:
    """Of rows with as many cells each is compared with that which stands in its column; else all the words."""
    assert (marked(redline(cells, "b\ta")) == "[-a-]{+b+}\t[-b-]{+a+}") is stays


def test_where_a_passage_may_begin() -> None:
    """A sentence ends with a stop, also within what closes behind it; a comma ends a phrase, a closing sign nothing."""
    for end in (".", "!", "?", ";", ":", ".'", '!"', ":)", "?]"):
        assert _breaks(["een" + end, " twee"])[1] == 2, end
    words = ["Dit", " is.", ' Zo"', " zegt:", ' hij."', " (Dat)", " kan,", " dus.)", "\nOok", " nu"]
    line, sentence, phrase = 3, 2, 1
    assert _breaks(words) == [line, 0, sentence, 0, sentence, sentence, 0, phrase, line, 0, line]


def test_of_two_long_sentences_a_passage_stays_and_single_words_do_not() -> None:
    """Where the texts are alike: three words in a row are a passage."""
    around = " ".join(f"Dit is de {n}e zin van een tekst die verder blijft zoals die was." for n in range(8))
    was, now = ([f"{side}{n}" for n in range(24)] for side in "vw")
    for places, stays in (([5, 6, 7], True), ([5, 7, 9], False), ([5, 6, 9], False)):
        old, new = list(was), list(now)
        for place in places:
            old[place] = new[place] = f"zelfde{place}"
        edits = redline(f"{around} {' '.join(old)}. {around}", f"{around} {' '.join(new)}. {around}")
        kept = [text for op, text in edits if op == "="]
        assert any("zelfde5" in text for text in kept) == stays, places


@pytest.mark.parametrize(
    ("places", "stays"), [((7, 8, 9), True), ((3, 7, 11), False), ((3, 7, 8), False), ((3, 4, 7), False)]
)
def test_in_a_text_that_is_alike_a_long_sentence_with_another_keeps_a_passage_of_three_words(
    places: tuple[int, ...], stays: bool
) -> None:
    """Three loose words are no passage: a reader sees two sentences, of which one went and one came."""
    old, new = (
        " ".join(f"zelfde{place}" if place in places else word for place, word in enumerate(words))
        for words in (GONE, CAME)
    )
    kept = "".join(text for op, text in redline(f"{SAME} {old}.", f"{SAME} {new}.") if op == "=")
    assert ("zelfde" in kept) is stays and kept.startswith(SAME)


def test_in_a_text_that_is_another_a_word_of_a_short_sentence_does_not_stay() -> None:
    assert marked(redline("Klant betaalt vooraf.", "Klant meldt lekken.")) in (
        "[-Klant betaalt vooraf-]{+Klant meldt lekken+}.",
        "[-Klant betaalt vooraf.-]{+Klant meldt lekken.+}",
    )


@pytest.mark.parametrize(
    ("shared", "own", "stays"),
    [
        (3, 2, True),  # three of five
        (3, 3, False),  # three of six
        (2, 1, False),  # two of three: too few to tell
        (6, 4, True),
        (5, 4, False),
    ],
)
def test_a_long_sentence_that_holds_most_of_a_short_one_is_that_one(shared: int, own: int, stays: bool) -> None:
    """Three words of it, and six in ten; other sentences have four in ten of all their words in common."""
    same = " ".join(f"zelfde{number}" for number in range(shared))
    old = f"{same} {' '.join(GONE[:own])}."
    new = f"{same} {' '.join([*CAME, *CAME])} slot."
    assert (("=", f"{same} ") in redline(old, new)) is stays
    assert_exact(old, new, redline(old, new))


@pytest.mark.parametrize(("shared", "stays"), [(4, True), (3, False)])
def test_two_sentences_with_four_in_ten_of_their_words_in_common_are_one(shared: int, stays: bool) -> None:
    same = " ".join(f"zelfde{number}" for number in range(shared))
    old, new = (f"{same} {' '.join(words[: 10 - shared])}." for words in (GONE, CAME))
    assert (("=", f"{same} ") in redline(old, new)) is stays


def test_a_sentence_that_was_only_taken_apart_stays_though_both_that_hold_it_are_long() -> None:
    more = [" ".join(f"{name}{number}" for number in range(20)) for name in ("meer", "nog")]
    old = f"een twee drie vier vijf zes. {' '.join(GONE)}."
    new = f"een twee drie {more[0]}. {more[1]} vier vijf zes."
    edits = redline(old, new)
    assert_exact(old, new, edits)
    assert " ".join("".join(text for op, text in edits if op == "=").split()) == "een twee drie vier vijf zes."
    back = redline(new, old)
    assert " ".join("".join(text for op, text in back if op == "=").split()) == "een twee drie vier vijf zes."


def test_a_word_of_a_sentence_stays_where_fewer_than_eight_others_are_in_the_text() -> None:
    """So few words are no other sentence, though three loose words are little of one that became twice as long."""
    new = " ".join(f"zelfde{place}" if place in (3, 9, 15) else f"n{place}" for place in range(21))
    for words, stays in ((10, True), (11, False)):
        old = " ".join(f"zelfde{place * 6 + 3}" if place < 3 else f"o{place}" for place in range(words))
        kept = "".join(text for op, text in redline(f"{SAME} {old}.", f"{SAME} {new}.") if op == "=")
        assert ("zelfde" in kept) is stays, words


def test_a_long_sentence_stays_rather_than_two_short_ones() -> None:
    """Sentences stay whole where that costs no word; here it would."""
    long = " ".join(f"lang{n}" for n in range(12))
    edits = redline(f"Kort een. Kort twee. {long}.", f"{long}. Kort een. Kort twee.")
    assert cost(edits) == 8 and f"{long}." in "".join(text for op, text in edits if op == "=")


def test_a_redline_is_typeset_as_the_texts_that_it_is_of() -> None:
    """Quotes are curved by what stands around them, on whichever side of an edit that is."""
    language = language_of("nl")
    typeset = language.typography.typeset
    old, new = 'De "oude" en "gewone" wet', 'De "nieuwe en zeer" korte "gewone" wet - hier'
    for one, other in ((old, new), (new, old), (old, old)):
        edits = redline(one, other)
        typed = typeset_edits(language, edits)
        assert [op for op, _ in typed] == [op for op, _ in edits]
        assert undo(typed) == typeset(one) != one
        assert accept(typed) == typeset(other)
