"""What is published of a history is enough to go on with: an edition that is added gives what all together would
have."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausule.compare.history import REACH, History, Row, Strand, make_history
from clausule.compare.history.strand import read_edits, write_edits
from clausule.compare.redline import accept, undo
from clausule.language.nl.typography import canonical_quotes, typeset
from clausule.model.editions import Agreement
from clausule.pages.comparison.body import pair_page
from clausule.pages.comparison.data import comparison_data, known_history
from editions import agreement, edition
from session import read_home

SENTENCES = [
    "De verwerker beveiligt de persoonsgegevens met maatregelen die passen bij het risico.",
    "Een inbreuk wordt onverwijld gemeld, in ieder geval binnen achtenveertig uur.",
    "Medewerkers zijn verplicht tot geheimhouding, ook na het einde van hun dienst.",
    "De kosten van een controle zijn voor wie haar heeft gevraagd.",
    "Na afloop worden alle gegevens gewist of 'teruggegeven', zoals de \"klant\" kiest.",
    "Doorgifte naar landen buiten Europa is verboden zonder 𝒮chriftelijke toestemming.",
]
clauses = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True).map(" ".join), max_size=4)
histories = st.lists(st.lists(clauses, min_size=1, max_size=3), min_size=1, max_size=6)
quick = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def written(texts: list[list[list[str]]]) -> Agreement:
    return agreement(*(edition(f"1.{number}", *articles) for number, articles in enumerate(texts)))


def rows(history: History, old: int, new: int) -> list[list[tuple[object, ...]]]:
    return [[told(row) for row in shown] for _, shown in history.between(old, new)]


def told(row: Row) -> tuple[object, ...]:
    return row.kind, row.all_old, row.all_new, row.redline, row.moved, row.renumbered


@quick
@given(histories)
def test_a_history_is_the_same_whether_it_is_made_at_once_or_goes_on(texts: list[list[list[str]]]) -> None:
    whole = written(texts)
    at_once = comparison_data(whole, make_history(whole))
    for count in range(1, len(texts) + 1):
        first = replace(whole, editions=whole.editions[:count])
        known = known_history(comparison_data(first, make_history(first)), first.editions)
        assert known and make_history(whole, known) is known and comparison_data(whole, known) == at_once
        # What was published knew more editions than are kept: the concept among them was rewritten.
        cut = known_history(at_once, first.editions)
        assert cut and comparison_data(whole, make_history(whole, cut)) == at_once


@quick
@given(histories)
def test_a_pair_is_told_without_regard_to_other_editions(texts: list[list[list[str]]]) -> None:
    whole = written(texts)
    history = make_history(whole)
    for old, new in combinations(range(len(texts)), 2):
        alone = make_history(replace(whole, editions=whole.editions[old : new + 1]))
        assert rows(history, old, new) == rows(alone, 0, new - old)
        assert rows(history, new, old) == rows(alone, new - old, 0)
        assert pair_page(whole, history, old, new) == pair_page(whole, alone, 0, new - old)
    for new in range(1, len(texts)):
        listed = [row for shown in rows(history, new - 1, new) for row in shown if row[0] != "unchanged"]
        assert sorted(map(repr, map(told, history.changes(new)))) == sorted(map(repr, listed))


def test_reasons_measures_definitions_and_splits_are_kept_too() -> None:
    whole = read_home("voorbeeld").agreements[0]
    at_once = comparison_data(whole, make_history(whole))
    for count in range(1, len(whole.editions)):
        known = known_history(at_once, whole.editions[:count])
        assert known and comparison_data(whole, make_history(whole, known)) == at_once


def test_the_data_of_other_editions_is_not_gone_on_with() -> None:
    whole = written([[[SENTENCES[0]]], [[SENTENCES[1]]]])
    data = comparison_data(whole, make_history(whole))
    assert known_history(data, whole.editions)
    renamed = (whole.editions[0], replace(whole.editions[1], version="1.9"))
    assert known_history(data, renamed) is None


@quick
@given(st.text(alphabet="ab \"'\n(“", max_size=30).map(canonical_quotes))
def test_the_quotes_that_are_shown_tell_the_canonical_ones(words: str) -> None:
    assert canonical_quotes(typeset(words)) == words and len(typeset(words)) == len(words)


@quick
@given(st.lists(st.text(alphabet="aé𝒮 .", max_size=20), min_size=2, max_size=12, unique=True))
def test_redlines_are_kept_as_lengths(texts: list[str]) -> None:
    strand = Strand()
    for number, text in enumerate(texts):
        strand.put(number, text)
    written = strand.write()
    assert set(written) == {(old, new) for new in range(len(texts)) for old in range(max(0, new - REACH), new)}
    for (old, new), edits in written.items():
        back = read_edits(edits, texts[old], texts[new])
        assert tuple(back) == strand.redline(old, new) and write_edits(back) == edits
        assert undo(back) == texts[old] and accept(back) == texts[new]
