"""Every address is written in one place, and what is an address can be the name of nothing else."""

from __future__ import annotations

import ast
import re

import pytest

from clausule.language.language import SOURCE, current_names, is_reserved, language_of, languages
from clausule.model import addresses
from clausule.model.addresses import in_form
from clausule.read.folders import is_agreement_name, is_version_name
from session import HOME

PACKAGE = HOME / "scripts/clausule"


def test_the_addresses_of_dutch_pages_are_those_that_were_published() -> None:
    words = language_of("nl").slugs
    assert (words.whole_page, words.breach, words.own_copy, words.fill_in) == (
        "volledig/",
        "datalek",
        "uw-exemplaar",
        "invullen",
    )
    assert (words.measures, words.gdpr_28, words.gdpr_30) == ("maatregelen", "avg-28", "avg-30")
    assert (words.current, words.compare_home, words.on, words.signed) == ("huidig", "vergelijken/", "op", "getekend")
    assert (words.sub_processors, language_of("nl").grammar.CLOSING) == ("sub-verwerkers", "ondertekening")
    assert (words.history_home, words.comparison_data) == ("vergelijken/geschiedenis/", "vergelijken/gegevens.json")
    assert words.pair("1.4", "1.5") == "vergelijken/1.4...1.5/"
    assert words.chosen("1.4", "1.5") == "?van=1.4&naar=1.5"
    assert current_names() == {"huidig", "current"}


def test_data_have_one_name_in_every_form() -> None:
    assert in_form("maatregelen.json", "csv") == "maatregelen.csv" and in_form("a.b.json", "") == "a.b"


@pytest.mark.parametrize(
    "name",
    [
        *("huidig", "vergelijken", "op", "sub-verwerkers", "getekend", "controleren", "handboek", "overeenkomsten"),
        *("current", "compare", "on", "sub-processors", "signed", "verify", "handbook", "agreements"),
        *("assets", "search", "schema", "latest", "stylesheets", "javascripts"),
    ],
)
def test_a_reserved_name_is_no_agreement_and_no_edition(name: str) -> None:
    assert is_reserved(name) and not is_agreement_name(name) and not is_version_name(name)


@pytest.mark.parametrize("name", ["versions.json", "overeenkomst.json", "a.html", "feed.xml", "x.csv", "x.ics"])
def test_a_name_of_a_file_is_no_edition(name: str) -> None:
    assert is_reserved(name) and not is_version_name(name)


@pytest.mark.parametrize("name", ["mickcom", "1.5", "ongedateerd", "huidige", "op-maat", "2.0-json"])
def test_any_other_name_is_free(name: str) -> None:
    assert not is_reserved(name) and is_version_name(name)


def test_no_other_module_writes_an_address() -> None:
    names = {
        value
        for tag in languages()
        if tag != SOURCE  # its words are those of the code too
        for value in language_of(tag).slugs._asdict().values()
        if isinstance(value, str) and len(value) > 3
    }
    names -= {
        "naar",
        "titel",
        "lijst",
        "datum",
        "alinea",
    }  # words in ids and parameters, which are words in sentences too
    files = [
        value
        for key, value in vars(addresses).items()
        if key.isupper() and isinstance(value, str) and re.search(r"\.\w", value)
    ]
    page = re.compile(rf"(?:^|/)(?:{'|'.join(map(re.escape, sorted(names)))})(?:/|$)")
    file = re.compile(rf"(?:^|/)(?:{'|'.join(map(re.escape, files))})$")
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE).as_posix()
        if inside == "model/addresses.py" or re.match(r"language/\w\w/", inside):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            words = node.value if isinstance(node, ast.Constant) and id(node) not in said else None
            if isinstance(words, str) and (page.search(words) or file.search(words)):
                wrong.append(f"{inside}:{node.lineno}: {words}")
    assert not wrong, "\n".join(wrong)
