from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from hypothesis import given, settings
from hypothesis import strategies as st

from clausule.formats.flow import Run
from clausule.formats.word.paragraphs import Entry, Para, Pen, Row, Table
from clausule.formats.word.revisions import tracked
from clausule.formats.word.xml import w
from clausule.model.canonical import canonical
from word_changes import W, accepted, refused, revisions

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def para(words: str, style: str = "ListNumber", mark: str = "") -> Para:
    return Para(style=style, runs=(Run(words),), mark=mark)


def body(old: list[Entry], new: list[Entry], pairs: list[tuple[int, int]]) -> Element:
    pen = Pen({"author": "A", "date": "2018-05-25T00:00:00Z"})
    inner = pen.body(step.one for step in tracked(old, new, pairs))
    return fromstring(w("body", *inner, xmlns_w=NAMESPACE))


def lines(entries: list[Entry]) -> list[str]:
    """What a reader reads of them: a paragraph without words stands behind a table, where a text ends or another
    table begins."""
    found: list[str] = []
    for number, entry in enumerate(entries):
        above = entries[number - 1] if number else None
        if isinstance(entry, Row):
            found += [""] if isinstance(above, Row) and above.table is not entry.table else []
            found.append("|".join(cell.words for cell in entry.cells))
        else:
            found.append(entry.words)
    return found


def both(old: list[Entry], new: list[Entry], *pairs: tuple[int, int]) -> tuple[list[str], list[str], list[str]]:
    found = body(old, new, list(pairs))
    return refused(found), accepted(found), revisions(found)


A, B, C = para("7.1 Verwerker meldt."), para("7.2 Verwerker bewaart."), para("7.3 Verwerker wist.")


def test_words_that_changed_are_tracked_within_their_paragraph() -> None:
    new = para("7.2 Verwerker wist.")
    found = body([A, B], [A, new], [(0, 0), (1, 1)])
    assert revisions(found) == ["del", "ins"]
    assert refused(found) == [A.words, B.words] and accepted(found) == [A.words, new.words]


def test_a_paragraph_that_came_between_two_brings_its_end() -> None:
    assert both([A, C], [A, B, C], (0, 0), (1, 2)) == (
        [A.words, C.words],
        [A.words, B.words, C.words],
        ["ins", "ins"],  # its words, and its end
    )


def test_one_that_comes_last_begins_with_the_end_of_the_one_before() -> None:
    found = body([A], [A, B], [(0, 0)])
    first, last = found.findall(f"{W}p")
    assert first.find(f"{W}pPr/{W}rPr/{W}ins") is not None and last.find(f"{W}pPr/{W}rPr") is None
    assert (refused(found), accepted(found)) == ([A.words], [A.words, B.words])


def test_one_that_went_from_the_end_takes_the_end_before_it_along_and_the_look_stays() -> None:
    head = para("Slot", "Heading1")
    found = body([A, head], [A], [(0, 0)])
    last = found.findall(f"{W}p")[-1]
    assert [one.get(f"{W}val") for one in last.iter(f"{W}pStyle")] == ["ListNumber"]
    assert (refused(found), accepted(found)) == ([A.words, "Slot"], [A.words])


def test_the_last_paragraph_of_both_sides_has_one_end() -> None:
    assert both([A, B], [A, C], (0, 0))[:2] == ([A.words, B.words], [A.words, C.words])
    assert both([B, C], [A])[:2] == ([B.words, C.words], [A.words])


def test_what_stands_elsewhere_has_moved_with_a_name_on_both_sides() -> None:
    found = body([A, B, C], [C, A, B], [(0, 1), (1, 2), (2, 0)])
    assert set(revisions(found)) == {"moveFrom", "moveTo"}
    names = [one.get(f"{W}name") for kind in ("From", "To") for one in found.iter(f"{W}move{kind}RangeStart")]
    assert len(names) == 2 and len(set(names)) == 1
    assert (refused(found), accepted(found)) == ([A.words, B.words, C.words], [C.words, A.words, B.words])


def test_what_moved_and_changed_shows_where_it_stands_now_what_came() -> None:
    new = para("7.1 Verwerker wist alles.")
    old_words, new_words, kinds = both([A, B, C], [new, A, B], (0, 1), (1, 2), (2, 0))
    assert old_words == [A.words, B.words, C.words] and new_words == [new.words, A.words, B.words]
    assert {"moveFrom", "moveTo", "ins"} == set(kinds)


def test_signs_that_only_typography_tells_apart_are_no_change() -> None:
    found = body([para('hierna: "Dienst"')], [para("hierna: “Dienst”")], [(0, 0)])
    assert revisions(found) == [] and accepted(found) == ["hierna: “Dienst”"]


def test_changes_of_paragraphs_beside_each_other_are_not_of_one_moment() -> None:
    """LibreOffice would make one of them, and lose the end between them."""
    found = body([A, B], [para(f"{A.words} Ook."), para(f"Want {B.words}")], [(0, 0), (1, 1)])
    first, last = ({one.get(f"{W}date") for one in p.iter() if one.get(f"{W}date")} for p in found.findall(f"{W}p"))
    assert len(first) == len(last) == 1 and not first & last


def test_the_mark_of_a_footnote_comes_and_goes_by_itself() -> None:
    old = Para(style="ListNumber", runs=(Run("meldt", note="voetnoot-1"), Run(" het")))
    new = Para(style="ListNumber", runs=(Run("meldt"), Run(" het", note="voetnoot-2")))
    assert both([old], [new], (0, 0))[:2] == (["meldt^ het"], ["meldt het^"])


def rows(*words: str) -> list[Entry]:
    table = Table(columns=2)
    return [Row(table=table, cells=(para(one, "Cell"), para(f"{one} 2", "Cell"))) for one in words]


def test_a_row_that_came_is_tracked_as_a_row() -> None:
    old, new = [A, *rows("een", "drie"), B], [A, *rows("een", "twee", "drie"), B]
    found = body(old, new, [(0, 0), (1, 1), (2, 3), (3, 4)])
    assert len(found.findall(f"{W}tbl")) == 1 and len(list(found.iter(f"{W}trPr"))) == 3
    assert (refused(found), accepted(found)) == (lines(old), lines(new))


def test_a_paragraph_that_went_before_a_table_leaves_nothing() -> None:
    old, new = [A, B, *rows("een"), C], [A, *rows("een"), C]
    assert both(old, new, (0, 0), (2, 1), (3, 2))[:2] == (lines(old), lines(new))


# Few words, so that much is equal; each clause has its number, as in an agreement.
WORDS = st.lists(
    st.sampled_from(["verwerker", "meldt", "een", "inbreuk", "“wist”", "binnen", "24", "uur."]), min_size=1
)
CLAUSE = st.builds(
    lambda style, mark, words: para(" ".join(words), style, mark),
    st.sampled_from(["ListNumber", "ListNumber2", "Heading1", "BodyText"]),
    st.sampled_from(["", "7.1", "7.2", "a."]),
    WORDS,
)


PLACE = st.integers(0, 8)


@st.composite
def pairs_of_texts(draw: st.DrawFn) -> tuple[list[Entry], list[Entry], list[tuple[int, int]]]:
    """Two lists of clauses, of which any are one: reworded, moved, come or gone."""
    old = draw(st.lists(CLAUSE, min_size=1, max_size=8))
    new = draw(st.lists(st.one_of(CLAUSE, st.sampled_from(old)), min_size=1, max_size=8))
    most = min(len(old), len(new))
    count = draw(st.integers(0, most))
    left = draw(st.permutations(range(len(old))))[:count]
    right = draw(st.permutations(range(len(new))))[:count]
    return list(old), list(new), list(zip(left, right, strict=True))


@settings(max_examples=300, deadline=None)
@given(pairs_of_texts())
def test_all_accepted_is_the_new_text_and_all_refused_the_old_one(
    texts: tuple[list[Entry], list[Entry], list[tuple[int, int]]],
) -> None:
    old, new, pairs = texts
    found = body(old, new, pairs)
    assert accepted(found) == lines(new)
    assert [canonical(line) for line in refused(found)] == [canonical(line) for line in lines(old)]


@settings(max_examples=150, deadline=None)
@given(
    pairs_of_texts(), st.integers(0, 8), st.integers(0, 8), st.lists(st.sampled_from("abc"), max_size=3), st.booleans()
)
def test_a_table_among_clauses_keeps_the_words_of_both_sides(
    texts: tuple[list[Entry], list[Entry], list[tuple[int, int]]], at: int, other: int, kept: list[str], is_new: bool
) -> None:
    """Beside a table that came or went Word wants a paragraph, which may be empty; no word is lost by that."""
    old, new, pairs = texts
    at, other = min(at, len(old)), min(other, len(new))
    here, there = rows("een", *kept), [] if is_new else rows("een", "twee")
    shifted = [(i + (i >= at) * len(here), j + (j >= other) * len(there)) for i, j in pairs]
    if there:
        shifted.append((at, other))
    old, new = [*old[:at], *here, *old[at:]], [*new[:other], *there, *new[other:]]
    found = body(old, new, shifted)
    assert [line for line in accepted(found) if line] == lines(new)
    assert [canonical(line) for line in refused(found) if line] == [canonical(line) for line in lines(old)]
