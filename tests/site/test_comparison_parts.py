"""The comparison pages in parts: each is made from the editions that it compares, and made again when these change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from website import DAY

from clausule.analysis.breach import breach_address
from clausule.compare.history import make_history
from clausule.model.editions import Agreement, Body, Edition, Imprint
from clausule.pages.comparison.pairs import comparison_parts, render_comparisons, settled_parts
from clausule.site.assets import assets_of, style_text, used_assets
from session import HOME, read_home

URL = "https://example.org/"


def head_only(edition: Edition) -> Edition:
    """An edition whose text nobody may read, as it was published before: what it comes to is known."""

    def shut() -> Body:
        raise AssertionError("the text of an edition was read that this page is not about")

    breach = breach_address(edition)
    imprint = Imprint(sha256="", pages=(), frame="", sub_processors=True, breach=breach)
    return replace(edition, read=shut, made_of=edition.files, imprint=imprint)


@pytest.fixture(scope="module")
def voorbeeld() -> Agreement:
    return read_home("voorbeeld").agreements[0]


def test_what_decides_the_pages_is_known_without_any_text(voorbeeld: Agreement) -> None:
    shut = replace(voorbeeld, editions=tuple(map(head_only, voorbeeld.editions)))
    assert comparison_parts(shut, DAY) == comparison_parts(voorbeeld, DAY)


def test_one_page_is_made_from_the_editions_that_it_compares(voorbeeld: Agreement) -> None:
    """And where their history is known, no text is read at all. (That no other edition decides a page is tested with
    histories of every kind, in tests/unit/compare/test_history_kept.py.)"""
    parts = [address for address in comparison_parts(voorbeeld, DAY) if address.endswith("/")]
    history = make_history(voorbeeld)
    together = render_comparisons(voorbeeld, parts, day=DAY, site_url=URL, history=history)
    assert len(together) == len(parts)
    shut = replace(voorbeeld, editions=tuple(map(head_only, voorbeeld.editions)))
    for address in parts:
        alone = render_comparisons(shut, [address], day=DAY, site_url=URL, history=history)
        assert alone.items() <= together.items()
        assert f"{address}index.md" in alone


def changed(before: Agreement, after: Agreement) -> set[str]:
    """The pages that are made again; each with its documents, if it has any, but for those of a page that only leads
    elsewhere now."""
    old, new = comparison_parts(before, DAY), comparison_parts(after, DAY)
    assert old.keys() <= new.keys()
    again = {address.rpartition("/vergelijken/")[2] for address in new if new[address] != old.get(address)}
    pages = {address for address in again if address.endswith("/")}
    assert {f"{address.rpartition('/')[0]}/" for address in again} == pages
    return pages


def test_a_new_edition_makes_its_own_pages_and_the_link_to_them(voorbeeld: Agreement) -> None:
    agreed = voorbeeld.editions[:-1]
    assert changed(replace(voorbeeld, editions=agreed[:-1]), replace(voorbeeld, editions=agreed)) == {
        "2.1...3.0/",
        "2.0...2.1/",
        "1.2...2.1/",
        "1.1...2.1/",
        "1.0...2.1/",
    }
    # A concept may go, and agreed texts do not lead to it.
    assert changed(replace(voorbeeld, editions=agreed), voorbeeld) == {"3.0...3.1/"}


def test_a_word_makes_the_pages_again_that_compare_it(voorbeeld: Agreement) -> None:
    editions = list(voorbeeld.editions)
    editions[1] = replace(editions[1], made_of={**editions[1].files, "docs/x.md": "0"})
    assert changed(voorbeeld, replace(voorbeeld, editions=tuple(editions))) == {
        "1.0...1.1/", "1.1...1.2/", "1.0...2.1/", "1.1...2.1/"
    }  # fmt: skip


def test_an_address_that_was_given_is_never_taken_away(voorbeeld: Agreement) -> None:
    """An agreement grows, edition after edition and day after day; an edition also comes between two others."""
    published: set[str] = set()
    days = [
        date(2018, 5, 24),
        date(2018, 5, 25),
        date(2020, 1, 1),
        date(2022, 1, 1),
        date(2024, 1, 1),
        DAY,
        date(2028, 1, 1),
    ]
    for number, day in enumerate(days, 1):
        for left_out in (number - 2, -1):
            editions = tuple(edition for index, edition in enumerate(voorbeeld.editions[:number]) if index != left_out)
            now = replace(voorbeeld, editions=editions)
            parts = {**comparison_parts(now, day), **settled_parts(now, day, published)}
            known = {f"voorbeeld/vergelijken/{old.version}...{new.version}/" for old, new in combinations(editions, 2)}
            assert published & known <= parts.keys()
            published |= parts.keys()
    assert len(published) > len(comparison_parts(voorbeeld, days[-1]))
    assert (
        settled_parts(voorbeeld, DAY, ["mickcom/", "voorbeeld/vergelijken/9...1/", "voorbeeld/vergelijken/1.0...1.1/"])
        == {}
    )
    stays = {address: lasts for address, (_, lasts) in settled_parts(voorbeeld, DAY, published).items()}
    assert stays["voorbeeld/vergelijken/1.0...2.0/"] and not stays.get("voorbeeld/vergelijken/1.0...3.1/")


def test_a_kept_address_leads_on(voorbeeld: Agreement) -> None:
    page = render_comparisons(voorbeeld, ["voorbeeld/vergelijken/1.0...2.0/"], day=DAY, site_url=URL)
    words = page["voorbeeld/vergelijken/1.0...2.0/index.md"].decode()
    assert '"../?van=1.0&naar=2.0"' in words and "<ins>" not in words
    assert [f'"../../vergelijken/{pair}/"' in words for pair in ("1.0...1.1", "1.1...1.2", "1.2...2.0")] == [True] * 3


def test_an_unknown_address_is_refused(voorbeeld: Agreement) -> None:
    with pytest.raises(KeyError):
        render_comparisons(voorbeeld, ["voorbeeld/vergelijken/1.0...9.9/"], day=DAY, site_url=URL)


def test_a_build_keeps_the_assets_that_its_pages_name() -> None:
    used = used_assets(
        assets_of([HOME / "overrides"]),
        ["comparison/compare-editions.js", "kit/site.css"],
    )
    assert {"comparison/core.js", "comparison/view.js", "kit/dom.js", "fonts/serif.woff2", "fonts/OFL.txt"} <= used
    assert "comparison/comparison.css" not in used and "edition/edition-menu.js" not in used
    one = used_assets(assets_of([HOME / "overrides"]), ["edition/edition.css"])
    assert {"fonts/serif.woff2", "kit/site.css", "text/text.css"} <= one


def test_a_style_holds_those_that_it_begins_with_and_no_comments(tmp_path: Path) -> None:
    written = {
        "kit/site.css": "/* all */\nb { c: url(../fonts/d.woff2) }\n",
        "text/text.css": 'e { content: " ; {" }\n',
        "edition/edition.css": '/* 2\nlines */\n@import "../kit/site.css";\n@import "../text/text.css";\ng { h: 2 }\n',
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    style = style_text({name: tmp_path / name for name in written}, "edition/edition.css")
    assert style == 'b{c:url(../fonts/d.woff2)}e{content:" ; {"}g{h:2}'
