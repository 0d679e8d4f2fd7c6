"""Where rules begin and end: how many guesses, how long a name, which of two mentions is one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from clausule.analysis.references import Notes
from clausule.check import check
from clausule.check.rules import (
    bad_mapping,
    lapsed_act,
    reading_day,
    reference_differs,
    unknown_reference,
    unused_synonym,
)
from clausule.check.terms import _names, _Sorter
from clausule.check.translation import Found
from clausule.language.acts import LONG
from clausule.language.language import language_of
from clausule.language.references import Target
from clausule.model.editions import FrontMatter
from editions import HERE, agreement, edition, text
from rule_examples import example, read_example


def lapsed(*names: str) -> re.Pattern[str]:
    """The pattern of a language in which acts with these names lapsed."""
    named = SimpleNamespace(names=names, act=SimpleNamespace(repealed=date(2020, 1, 1)))
    in_force = SimpleNamespace(names=("Geldende",), act=SimpleNamespace(repealed=None))
    acts: dict[str, Any] = {"one": named, "other": in_force} if names else {"other": in_force}
    return lapsed_act._lapsed.__wrapped__(SimpleNamespace(acts=SimpleNamespace(ACTS=acts)))[1]  # type: ignore[arg-type]


def test_only_a_long_name_is_known_in_any_case() -> None:
    long, short = "A" * LONG, "B" * (LONG - 1)
    pattern = lapsed(long, short)
    assert pattern.search(f"de {long.lower()} en") and pattern.search(f"de {short} en")
    assert not pattern.search(f"de {short.lower()} en")


def test_a_language_in_which_no_act_lapsed_finds_none() -> None:
    assert not lapsed().search("de Geldende en Wbp")
    assert not lapsed().search("")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("de Wet bescherming persoonsgegevens (Wbp)", 1),
        ("de Wbp (zie ook de Wbp)", 2),
        ("de Wbp, Wbp", 2),
        ("de Wbp", 1),
        ("Wbp", 1),
        ("  Wbp", 1),
    ],
)
def test_a_name_with_its_abbreviation_is_one_mention(words: str, count: int) -> None:
    assert len(lapsed_act._named(language_of("nl"), words)) == count


def told(root: Path, lines: list[str]) -> list[str]:
    """The hints of ``bad-mapping``."""
    found = check(read_example(root, example("case", lines)))
    return [finding.hint for finding in found if finding.rule == "bad-mapping"]


MANY = bad_mapping._GUESSES + 1


def test_of_many_wrong_places_fifty_get_a_guess(tmp_path: Path) -> None:
    rows = [f"  artikel-2.{number}: 28.3.a.instructies" for number in range(30, 30 + MANY)]
    hints = told(tmp_path, ["docs/voorbeeld/1.0/artikel-02.md", "avg:", *rows])
    assert [hint.startswith("did you mean") for hint in hints] == [True] * (MANY - 1) + [False]


def test_of_many_wrong_measures_fifty_get_a_guess(tmp_path: Path) -> None:
    rows = [f"  een slot op de dear{letter}: {{iso: A.7.2}}" for letter in map(str, range(10, 10 + MANY))]
    measures = ["", "## A. Toegang", "", "- een slot op de deur"]
    hints = told(tmp_path, ["annexes/voorbeeld/bijlage-1/1.0.md", "measures:", *rows, *measures])
    assert [hint.startswith("did you mean") for hint in hints] == [True] * (MANY - 1) + [False]


@pytest.mark.parametrize(("count", "is_name"), [(1, False), (2, True), (7, True), (8, False)])
def test_a_title_of_two_to_seven_words_is_a_name(count: int, is_name: bool, tmp_path: Path) -> None:
    title = " ".join(["Woord"] * count)
    lines = ["docs/voorbeeld/1.0/artikel-03.md", f"# Artikel 3. {title}"]
    (agreement,) = read_example(tmp_path, example("case", lines)).agreements
    assert (title in _names(agreement, agreement.editions[0])) == is_name


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["artikel-3.1"], "there is artikel 3.1"),
        (["artikel-3.1", "artikel-3.2"], "there is artikel 3.1 to artikel 3.2"),
        (["artikel-3.1", "artikel-3.2", "artikel-3.3"], "there is artikel 3.1 to artikel 3.3"),
    ],
)
def test_what_is_there_instead_of_an_address(parts: list[str], said: str) -> None:
    nearest, grammar = unknown_reference._nearest, language_of("nl").grammar
    assert nearest("artikel-3.9", {"artikel-3": parts}, grammar) == said
    assert nearest("artikel-9", {}, grammar) == "there are no articles"
    assert nearest("bijlage-9", {}, grammar) == "there are no annexes"


def test_an_address_lies_below_what_stands_before_its_last_sign() -> None:
    addresses = ("artikel-3.1-a", "artikel-3.1", "bijlage-2", "slot")
    assert [unknown_reference._parent(one) for one in addresses] == ["artikel-3.1", "artikel-3", "bijlage", ""]


def test_of_an_act_without_a_number_the_other_text_must_name_the_provision_but_not_the_act() -> None:
    """Where the one text names the act as a whole the other may use a term of its own for it."""

    def is_named(target: Target, words: str, *others: Target) -> bool:
        said = [Found(text("Wet Y"), 0, 5, other) for other in others]
        return reference_differs._is_named(Found(text("Wet X"), 0, 5, target), [text(words)], said)

    whole = Target("act", act="Wet X", address="act:Wet X")
    assert is_named(whole, "it") and is_named(whole, "12")
    article = replace(whole, article="5")
    assert is_named(article, "as section 5 says")
    assert not any(is_named(article, words) for words in ("it", "section 15", "section 5.1", "section 5:1"))
    # What is read as a reference there can write the same provision in another way, and then no figure stands there.
    assert is_named(article, "it", replace(whole, article="6"), replace(article, act="Act Y"))
    assert not is_named(article, "it", replace(article, paragraph="1"), whole)


def test_a_number_that_the_translation_has_in_other_words_is_no_reference_that_it_lacks() -> None:
    there, told = {"article-3.2"}, [text("As 3.2 says."), text("And more.")]
    can = reference_differs._can_be_named
    assert can("article-3.2", there, [text("As 13.2 and 3.2.1 say.")]) and can("article-3.2", there, [])
    assert not can("article-3.2", there, told) and not can("article-3.2", there, told[::-1])
    assert not can("article-3.3", there, told[1:])


def test_where_there_is_no_edition_none_lacks_a_word() -> None:
    meta = FrontMatter({"title": "Titel", "synonyms": [["datalek", "inbreuk"]]}, lambda path: HERE)
    view: Any = SimpleNamespace(agreement=replace(agreement(), meta=meta))
    assert list(unused_synonym.check_agreement(view)) == []


@pytest.mark.parametrize(("day", "is_told"), [("2024-05-01", False), ("2024-05-02", True)])
def test_a_text_that_is_read_today_was_read(
    day: str, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_day, "today", lambda: date(2024, 5, 1))
    lines = ["docs/voorbeeld/1.0/index.md", f"reading: {{by: de juristen, day: {day}}}"]
    found = [one.rule for one in check(read_example(tmp_path, example("case", lines)))]
    assert found == ["reading-day"] * is_told


def test_of_a_text_that_was_read_on_no_day_only_that_is_told(tmp_path: Path) -> None:
    lines = ["docs/voorbeeld/1.0/index.md", "reading: {by: de juristen, day: 31 april}"]
    found = [one.rule for one in check(read_example(tmp_path, example("case", lines)))]
    assert found and "reading-day" not in found


def test_where_only_first_words_have_a_capital_no_reference_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """They may have it from that, and such texts are many."""
    asked: list[str] = []
    monkeypatch.setattr(_Sorter, "_taken", lambda self, told: asked.append(told.plain) or iter(()))
    one = edition("1.0", ["Deze tekst geldt. Daarna niet meer.", "Daarna geldt de Regeling.", "en zonder hoofdletter"])
    _Sorter(agreement(one), Notes(one)).collect()
    assert asked == ["Daarna geldt de Regeling."]
