"""The page of the recipe is enough: what it says of signs and what its example shows give every hash again."""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
from functools import cache
from typing import Any

import pytest

from clausule.language.language import language_of
from clausule.model.canonical import canonical
from clausule.pages.verify.recipe import recipe_sheet


@cache
def page() -> str:
    return str(recipe_sheet(language_of("nl")).drawn)


def shown(name: str) -> str:
    found = re.search(rf'<code id="example-{name}">(.*?)</code>', page(), re.DOTALL)
    assert found, name
    return html.unescape(found[1])


def sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def signs_behind(begin: str) -> str:
    """The characters that the page lists behind words of it."""
    listed = page().split(begin, 1)[1].split("</li>")[0]
    return "".join(chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]{4})", listed))


def by_the_page(words: str) -> str:
    """The canonical form by what the page says alone."""
    words = unicodedata.normalize("NFC", words)
    for to, begin in (
        ('"', "<code>&quot;</code>: "),
        ("'", "<code>&#x27;</code>: "),
        ("-", "<code>-</code>: "),
        ("", "zij vervallen: "),
    ):
        words = re.sub(f"[{re.escape(signs_behind(begin))}]", to, words)
    blank = re.compile(r"…{2}|\.{4}|…\.|_{4}")
    words = re.sub(r"[.…_]+", lambda run: "…" if blank.search(run[0]) else run[0], words)
    white = re.escape(signs_behind("Witruimte is: "))
    return re.sub(f"^[{white}]+|[{white}]+$", "", re.sub(f"[{white}]+", " ", words))


@pytest.mark.parametrize(
    "words",
    [
        "  een\u00a0 twee\n\tdrie\u2003 ",
        "«a» „b” ‘c’ ‚d‛ e‑f–g—h−i",
        "af\u00adbreken\u200b\ufeff",
        "blanco .... en …… en …. en ____ en .…__.... maar ... en … en __ en .… niet",
        "e\u0301e\u0301n 10² \u001fx\u0085y",
        ".",
        "",
    ],
)
def test_the_canonical_form_is_that_of_the_page(words: str) -> None:
    assert by_the_page(words) == canonical(words)


def test_no_white_space_lies_beyond_what_the_page_lists() -> None:
    assert {*signs_behind("Witruimte is: ")} == {chr(code) for code in range(0x110000) if chr(code).isspace()}


def test_the_example_has_what_it_explains() -> None:
    assert shown("canonical") == by_the_page(shown("written")) != shown("written")
    words = json.dumps(shown("canonical"), ensure_ascii=False)
    assert words in shown("1-canonical") and words in shown("2-canonical")
    for part in ('["",', '["a",', '["|",', '["https://example.org/law"]'):
        assert part in shown("1-canonical")
    for part in ('["",', '["a",', '["|",', '["link","https://example.org/law"]', '["note","footnote-1-1",'):
        assert part in shown("2-canonical")


@pytest.mark.parametrize("number", ["1", "2"])
def test_every_hash_of_the_example_can_be_computed_from_it(number: str) -> None:
    text = shown(f"{number}-canonical")
    told, manifest = json.loads(text), json.loads(shown(f"{number}-manifest"))
    assert sha256(text) == shown(f"{number}-sha256") == manifest["sha256"]
    clauses = told["articles"][0][int(number) + 1]
    assert [sha256(as_json(one)) for one in clauses] == [row["sha256"] for row in manifest["clauses"]]
    assert sha256(as_json(clauses[0])) == shown(f"{number}-clause")
    sections = [*told["preamble"], *told["closing"], *told["annexes"][0][4]]
    assert [sha256(as_json(one)) for one in sections] == [row["sha256"] for row in manifest["sections"]]
    assert sha256(as_json(told["articles"][0])) == manifest["articles"][0]["sha256"]
    assert sha256(as_json(told["annexes"][0])) == manifest["annexes"][0]["sha256"]
    assert sha256(shown(f"{number}-manifest")) == shown(f"{number}-manifest-sha256")


def test_the_example_is_a_chain() -> None:
    assert json.loads(shown("1-manifest"))["previous"] is None
    previous = json.loads(shown("2-manifest"))["previous"]
    assert previous == {"version": "1.0", "sha256": shown("1-manifest-sha256")}


def test_the_page_says_what_a_signature_is_not() -> None:
    assert "eIDAS" in page() and "van elders bekend" in page()
    assert "-n clausule" in page()
