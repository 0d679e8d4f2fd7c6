"""The page of two editions, the feed, the map, the command and the data say the same of how much changed, in the same
words."""

from __future__ import annotations

import json
import re
from functools import cache, partial

import pytest

from clausule.compare.changes import count_kinds, count_natures
from clausule.compare.history import History, make_history
from clausule.compare.remarks import compare_editions
from clausule.language.language import language_of
from clausule.model.editions import Agreement
from clausule.pages.comparison.body import pair_page
from clausule.pages.comparison.data import comparison_data
from clausule.pages.comparison.events import nature_of
from clausule.pages.comparison.start import change_map
from clausule.pages.kit.staging import Fixed
from clausule.pages.root.feeds import feeds_of
from clausule.report.comparison import comparison_html, comparison_json, comparison_text
from clausule.report.markdown import comparison_markdown
from session import read_home

BASE = "https://example.org/"


@cache
def voorbeeld() -> tuple[Agreement, History]:
    (agreement,) = read_home("voorbeeld").agreements
    return agreement, make_history(agreement)


def steps() -> list[int]:
    return list(range(1, len(voorbeeld()[0].editions)))


def natures(number: int) -> tuple[int, int]:
    history = voorbeeld()[1]
    return count_natures(history.changes(number), partial(nature_of, history))


def figures(sentence: str) -> dict[str, int]:
    """``21 onderdelen gewijzigd · 4 nieuw. 10 wijzigingen zijn inhoudelijk, geen redactioneel.`` by the last word of
    each."""
    parts = re.split(r" · |\. |, ", sentence.strip().rstrip("."))
    return {part.split()[-1]: 0 if part.split()[0].lower() == "geen" else int(part.split()[0]) for part in parts}


def told(number: int) -> dict[str, int]:
    """What the page of an edition and the one before says."""
    drawn = pair_page(*voorbeeld(), number - 1, number).drawn
    assert isinstance(drawn, Fixed)
    return figures(str(drawn.data["tally"]))


def test_what_only_got_another_number_is_not_told_as_a_change() -> None:
    versions = [edition.version for edition in voorbeeld()[0].editions]
    found = told(versions.index("2.0"))
    assert found == {
        "gewijzigd": 21,
        "nieuw": 4,
        "vervallen": 1,
        "verplaatst": 2,
        "vernummerd": 46,
        "gelijk": 216,
        "inhoudelijk": 10,
        "redactioneel": 18,
    }
    assert found["inhoudelijk"] + found["redactioneel"] == sum(
        found[kind] for kind in ("gewijzigd", "nieuw", "vervallen", "verplaatst")
    )


@pytest.mark.parametrize("number", steps())
def test_the_feed_counts_as_the_page_does(number: int) -> None:
    agreement, history = voorbeeld()
    edition, page = agreement.editions[number], told(number)
    if edition.concept:
        pytest.skip("a concept is no news")
    files, _ = feeds_of(agreement, history, BASE)
    (item,) = [
        one for one in json.loads(files["voorbeeld/feed.json"])["items"] if one["id"] == f"{BASE}{edition.name}/"
    ]
    counted = re.fullmatch(
        r"Sinds .*: (geen|\d+) inhoudelijke? wijziging(?:en)? en (geen|\d+) redactionele?\.(?P<only> Gewijzigd: .*)?",
        item["summary"],
    )
    assert counted and counted["only"] == (" Gewijzigd: alleen Bijlage 2." if edition.version == "1.2" else None)
    assert [0 if word == "geen" else int(word) for word in counted.groups()[:2]] == list(natures(number))
    assert natures(number) == (page["inhoudelijk"], page["redactioneel"])
    found = re.search(r"</p><p>([^<]*gelijk)\.</p>", item["content_html"])
    assert found and figures(found[1]) == {
        key: value for key, value in page.items() if key not in ("inhoudelijk", "redactioneel")
    }


@pytest.mark.parametrize("number", steps())
def test_the_command_counts_as_the_page_does(number: int) -> None:
    agreement, history = voorbeeld()
    old, new = agreement.editions[number - 1 : number + 1]
    comparison, remarks = compare_editions(agreement, old, new)
    rows = [row for _, shown in history.between(number - 1, number) for row in shown]
    assert comparison.kind_counts == count_kinds(rows)
    assert remarks.natures(comparison) == natures(number)
    substantive, editorial = natures(number)
    counted = comparison_text(comparison, "a", "b", lambda words, style: words, remarks).splitlines()[1]
    there = {part.split()[1]: int(part.split()[0]) for part in counted.split(", ")}
    assert (there.get("substantive", 0), there.get("editorial", 0)) == (substantive, editorial)
    assert {kind: there.get(kind, 0) for kind in comparison.kind_counts} == comparison.kind_counts
    assert json.loads(comparison_json(comparison, "a", "b", remarks))["natures"] == {
        "substantive": substantive,
        "editorial": editorial,
    }
    page = told(number)
    assert figures(comparison_markdown(comparison, "a", "b", remarks).split("\n\n")[1]) == page
    in_html = re.findall(r"<p>([^<]*)</p>", comparison_html(comparison, "a", "b", remarks))
    assert figures(f"{in_html[1].rstrip('.')}. {in_html[0]}") == page


@pytest.mark.parametrize("number", steps())
def test_the_map_counts_in_an_article_what_the_page_shows_of_it(number: int) -> None:
    agreement, history = voorbeeld()
    edition = agreement.editions[number]
    said = re.compile(rf"(.*) in (?:versie|concept) {re.escape(edition.version)}[^(]*\((\d+) (onderde|alleen ver)")
    shown = [row["cells"][number - 1] for row in change_map(language_of(agreement.language), history)["rows"]]
    cells = [found.groups() for cell in shown if cell and (found := said.match(cell["said"]))]
    by_top: dict[int, list[bool]] = {}
    for row in history.changes(number):
        by_top.setdefault(row.top, []).append(row.only_number)
    wanted = [(len(only), "alleen ver") if all(only) else (only.count(False), "onderde") for only in by_top.values()]
    assert sorted((int(count), what) for _, count, what in cells) == sorted(wanted)
    page = told(number)
    changed = sum(int(count) for _, count, what in cells if what == "onderde")
    assert changed == page["inhoudelijk"] + page["redactioneel"], "as the page and the feed say of the whole"
    assert {word for word, _, _ in cells} <= {
        "gewijzigd",
        "alleen redactioneel gewijzigd",
        "nieuw",
        "vervallen",
        "verplaatst of vernummerd",
    }
    assert [str(cell["count"]) for cell in shown if cell] == [count for _, count, _ in cells]


def test_nothing_is_called_hernummerd() -> None:
    agreement, history = voorbeeld()
    shown = [str(change_map(language_of(agreement.language), history)), comparison_data(agreement, history).decode()]
    shown += [str(pair_page(agreement, history, number - 1, number).drawn) for number in steps()]
    assert not [page for page in shown if "hernummerd" in page.casefold()]
    assert any("vernummerd" in page for page in shown)
