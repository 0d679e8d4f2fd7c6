"""What fits a schema is seen without all that knows schemas, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.read.fitting import is_known_to_fit
from clausule.read.frontmatter import _validator, load_schema
from clausule.read.settings import Settings, read_settings
from clausule.read.source import Sources

_WORDS = st.sampled_from(
    [
        "1.0",
        "",
        " ",
        "x\n",
        "tekst",
        "#1d4f7c",
        "#1d4f7c\n",
        "plain",
        "material",
        "docs",
        "https://a.b/",
        "a@b.nl",
        "a.svg",
    ]
)
_LEAVES = _WORDS | st.integers(0, 1) | st.booleans() | st.none() | st.just(1.0)


def _named(schema: Any, depth: int = 4) -> st.SearchStrategy[Any]:
    """Values with the names of ``schema`` where it has them, most of which do not fit."""
    known = schema.get("properties", {}) if isinstance(schema, dict) else {}
    items = schema.get("items") if isinstance(schema, dict) else None
    inner = {name: _named(one, depth - 1) for name, one in known.items()} if depth else {}
    made = st.fixed_dictionaries({}, optional={**inner, "none": _LEAVES})
    return _LEAVES | made | st.lists(_named(items, depth - 1) if items and depth else _LEAVES, max_size=2)


@pytest.mark.parametrize("name", ["article", "annex", "edition", "agreement", "settings", "sub-processors", "notices"])
def test_what_is_known_to_fit_has_no_fault(name: str) -> None:
    schema = load_schema(name)

    @given(_named(schema))
    def holds(value: Any) -> None:
        if is_known_to_fit(value, schema):
            assert not list(_validator(name).iter_errors(value))

    holds()


_FIRM = """
site_name: Overeenkomsten
site_url: https://overeenkomsten.example/
docs_dir: docs
use_directory_urls: true
theme: {name: material, language: nl, font: false}
plugins: []
markdown_extensions: [def_list]
extra:
  clausule: {publisher: Voorbeeld, site: plain, colour: "#1d4f7c", handbook: true}
  generator: false
strict: true
"""


def test_settings_that_fit_are_read_without_a_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausule.read.frontmatter._validator", lambda name: pytest.fail(f"{name} was loaded"))
    (tmp_path / "mkdocs.yml").write_text(_FIRM)
    sources = Sources(tmp_path)
    assert read_settings(sources) == Settings(
        site_name="Overeenkomsten",
        site_url="https://overeenkomsten.example/",
        publisher="Voorbeeld",
        site="plain",
        colour="#1d4f7c",
        handbook=True,
    )
    assert not sources.findings


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("x", {"type": "string", "minLength": 1, "maxLength": 1, "pattern": "^x$", "description": "x"}),
        ({"a": [True, False]}, {"type": "object", "properties": {"a": {"items": {"type": "boolean"}, "maxItems": 2}}}),
        ({"b": "x"}, {"type": "object", "properties": {}, "required": ["b"]}),
        ("b", {"enum": ["a", "b"]}),
        ([], {"const": []}),
        ({"b": 1}, True),
    ],
)
def test_what_fits_is_seen(value: Any, schema: Any) -> None:
    assert is_known_to_fit(value, schema)


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        (" ", {"minLength": 1}),
        ("xx", {"maxLength": 1}),
        ("x\n", {"pattern": "^x$"}),
        ("y", {"pattern": "^x$"}),
        (True, {"type": "string"}),
        ("1", {"type": "boolean"}),
        ([True, 1], {"items": {"type": "boolean"}}),
        ([True, True], {"maxItems": 1}),
        ({"b": 1}, {"additionalProperties": False}),
        ({"b": 1}, {"properties": {"b": {"type": "string"}}}),
        ({}, {"required": ["b"]}),
        (1, {"const": True}),
        ("c", {"enum": ["a", "b"]}),
        ("x", {"oneOf": [{"type": "string"}]}),
        ("x", {"type": ["string", "null"]}),
        ("x", False),
    ],
)
def test_what_does_not_fit_or_is_not_known_to_is_left_to_the_schema(value: Any, schema: Any) -> None:
    assert not is_known_to_fit(value, schema)
