"""Items and paragraphs that stand elsewhere now: known again by their words, in their own clause or in another."""

from __future__ import annotations

import json

import pytest

from clausule.compare.changes import compare_units
from clausule.compare.lines import alike, bag, pair_lines
from clausule.compare.moves import _Line, _pairs, moved_lines
from clausule.compare.text_files import text_units
from clausule.report.comparison import comparison_json, comparison_text

SECURE, REPORT, HELP = "de gegevens te beveiligen", "een inbreuk binnen drie dagen te melden", "de klant te helpen"


def clauses(*lists: tuple[str, ...]) -> str:
    """An article for each list, with one clause: a lead, and the items."""
    parts = []
    for number, items in enumerate(lists, 1):
        parts += [f"# Artikel {number}. Plicht {number}", f"{number}.1 Partij {number} heeft de plicht om:"]
        parts += [f"{mark}. {words};" for mark, words in zip("abcd", items, strict=False)]
    return "\n\n".join(parts) + "\n"


def moved(old: str, new: str) -> list[tuple[str, str, str, bool]]:
    changes = compare_units(text_units(old, True), text_units(new, True)).changes
    lines = [line for found in moved_lines(changes) for line in found]
    return list(dict.fromkeys((line.text, line.old.id, line.new.id, line.within) for line in lines))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            [(SECURE, REPORT), (HELP,)],
            [(SECURE,), (HELP, REPORT)],
            [(f"b. {REPORT};", "artikel-1.1", "artikel-2.1", False)],
        ),
        (
            [(REPORT, SECURE), (HELP,)],
            [(SECURE,), (REPORT, HELP)],
            [(f"a. {REPORT};", "artikel-1.1", "artikel-2.1", False)],
        ),
        (
            [(SECURE, REPORT), (HELP,)],
            [(SECURE,), (HELP, REPORT.replace("drie", "vier"))],
            [(f"b. {REPORT.replace('drie', 'vier')};", "artikel-1.1", "artikel-2.1", False)],
        ),
        (  # of two that went, the one that is like it
            [(SECURE, REPORT, "alles op te ruimen wat er ligt"), (HELP,)],
            [(SECURE,), (HELP, REPORT.replace("drie", "vier"))],
            [(f"b. {REPORT.replace('drie', 'vier')};", "artikel-1.1", "artikel-2.1", False)],
        ),
        (  # three words of five
            [(SECURE, "meldt ieder lek binnen uren"), (HELP,)],
            [(SECURE,), (HELP, "meldt ieder lek per brief")],
            [("b. meldt ieder lek per brief;", "artikel-1.1", "artikel-2.1", False)],
        ),
        (  # the same words in another order
            [(SECURE, "onverwijld lek melden"), (HELP,)],
            [(SECURE,), (HELP, "lek melden onverwijld")],
            [("b. lek melden onverwijld;", "artikel-1.1", "artikel-2.1", False)],
        ),
        # three words of seven are too few
        ([(SECURE, REPORT), (HELP,)], [(SECURE,), (HELP, "een inbreuk binnen zulke andere perioden opgelost")], []),
        ([(SECURE, REPORT, HELP)], [(REPORT, HELP, SECURE)], [(f"c. {SECURE};", "artikel-1.1", "artikel-1.1", True)]),
        ([(SECURE, REPORT)], [(SECURE, REPORT, HELP)], []),
        ([(SECURE, REPORT)], [(SECURE, REPORT.replace("drie", "vier"))], []),
        ([(SECURE, "dit dus")], [("dit dus", SECURE)], [(f"b. {SECURE};", "artikel-1.1", "artikel-1.1", True)]),
        ([(SECURE, "dit dus"), (HELP,)], [(SECURE,), (HELP, "dit dus")], []),  # too short to be known again
        (
            [(SECURE, "dit nu dus"), (HELP,)],
            [(SECURE,), (HELP, "dit nu dus")],
            [("b. dit nu dus;", "artikel-1.1", "artikel-2.1", False)],
        ),
    ],
)
def test_where_a_line_went(old: list[tuple[str, ...]], new: list[tuple[str, ...]], found: list[object]) -> None:
    assert moved(clauses(*old), clauses(*new)) == found


def test_both_clauses_say_so() -> None:
    old, new = clauses((SECURE, REPORT), (HELP,)), clauses((SECURE,), (HELP, REPORT))
    comparison = compare_units(text_units(old, True), text_units(new, True))
    rows = {row["from"]: row for row in json.loads(comparison_json(comparison, "a", "b"))["changes"]}
    line = {"text": f"b. {REPORT};", "from": "artikel-1.1", "to": "artikel-2.1"}
    assert rows["artikel-1.1"]["moved_lines"] == rows["artikel-2.1"]["moved_lines"] == [line]
    assert "moved_lines" not in rows["artikel-1"]
    shown = comparison_text(comparison, "a", "b", lambda words, kind: words)
    assert f"moved to artikel-2.1: “b. {REPORT};”" in shown and f"moved from artikel-1.1: “b. {REPORT};”" in shown


def test_a_long_line_is_named_by_its_begin() -> None:
    long = "een inbreuk die het zelf heeft ontdekt binnen drie dagen na die ontdekking te melden"
    [line] = moved(clauses((SECURE, long), (HELP,)), clauses((SECURE,), (HELP, long)))
    assert line[0] == "b. een inbreuk die het zelf heeft ontdekt …"


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["a. een twee", "b. drie vier"], ["a. drie vier", "b. een twee"], [(0, 1), (1, 0)]),
        (["- een twee", "- een twee"], ["1. een twee"], [(0, 0)]),
        (["een twee drie vier vijf"], ["een twee drie vier zes"], [(0, 0)]),
        (["een twee drie vier vijf"], ["een twee zes zeven acht"], []),
        (["een twee", "drie vier", "een twee"], ["drie vier", "een twee"], [(1, 0), (2, 1)]),
        (["een twee drie", "een twee vier"], ["een twee vier", "een twee zes"], [(0, 1), (1, 0)]),
        (["a."], ["b."], []),
        ([], ["een"], []),
    ],
)
def test_which_line_is_which(old: list[str], new: list[str], pairs: list[tuple[int, int]]) -> None:
    assert pair_lines([line.split() for line in old], [line.split() for line in new]) == pairs


@pytest.mark.parametrize(("gone", "came", "known"), [(50, 50, True), (41, 61, False)])
def test_of_many_reworded_lines_only_the_same_words_are_known(gone: int, came: int, known: bool) -> None:
    """2500 pairs are looked at: 41 times 61 is one more."""
    old = [["dit", "is", "regel", f"x{place}"] for place in range(gone)]
    new = [["dit", "is", "regel", f"y{place}"] for place in range(came)]
    assert len(pair_lines(old, new)) == (gone if known else 0)
    assert len(pair_lines([*old, ["a.", "hetzelfde"]], [["b.", "hetzelfde"], *new])) == (gone if known else 0) + 1


@pytest.mark.parametrize(("gone", "came", "known"), [(50, 50, True), (41, 61, False)])
def test_of_many_moved_lines_only_the_same_words_are_known(gone: int, came: int, known: bool) -> None:
    """Each is like the one that has its place; the first of those that are as like."""
    old = [_Line(0, "", ("dit", "is", "regel", f"x{place}")) for place in range(gone)]
    new = [_Line(1, "", ("dit", "is", "regel", f"y{place}")) for place in range(came)]
    assert _pairs(old, new) == (list(zip(old, new, strict=True)) if known else [])
    same = _Line(2, "", ("hetzelfde",)), _Line(3, "", ("hetzelfde",))
    assert _pairs([*old, same[0]], [same[1], *new])[0] == same


def test_a_moved_line_is_the_one_that_is_most_like_it() -> None:
    gone = [_Line(0, "", tuple(words.split())) for words in ("a b c x", "a b c d", "p q r s", "a b y z")]
    came = [_Line(1, "", ("a", "b", "c", "d", "e")), _Line(2, "", ("p", "q", "r")), _Line(3, "", ("a", "b", "y"))]
    assert _pairs(gone, came) == [(gone[1], came[0]), (gone[2], came[1]), (gone[3], came[2])]
    assert _pairs([], came) == _pairs(gone, []) == []


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c d e", "e d c b a", 1.0),  # whatever their order
        ("a b c d e", "a b c x y", 0.6),
        ("a b c d e f g", "a b c", 0.6),
        ("a b c d e f g h", "a b c", 0.0),  # 6 of 11: the lengths alone say that it is less
        ("a a b", "a b b", 2 / 3),
        ("", "", 0.0),
        ("", "a", 0.0),
    ],
)
def test_how_alike_lines_are_whatever_the_order_of_their_words(one: str, other: str, share: float) -> None:
    assert alike(bag(one.split()), bag(other.split())) == share
    assert alike(bag(other.split()), bag(one.split())) == share


def test_lines_of_which_six_in_ten_words_are_the_same_are_one() -> None:
    line = ["een", "twee", "drie", "vier", "vijf"]
    assert pair_lines([line], [[*line[:3], "zes", "zeven"]]) == [(0, 0)]
    assert pair_lines([line], [["drie", "twee", "een", "vier", "vijf"]]) == [(0, 0)]  # three in the same order
    assert pair_lines([line], [["vier", "vijf", "twee", "een", "drie"]]) == []  # two
    assert pair_lines([line], [["vijf", "vier", "drie", "twee", "een"]]) == []
