"""What version 1 promises to stay is there: ``tests/contracts/promised.txt`` line for line."""

from __future__ import annotations

import json
from typing import Any

import promised
import pytest
from promised import kept

from session import HOME

PAGES = ("nl/promises.md", "en/promises.md")


def test_nothing_that_was_promised_went_or_has_another_name() -> None:
    """A line that is missed here is a field, an option, an address or an id that others build on. Put it back beside
    the new one; only another first number of the version may take it away."""
    missed = sorted({*kept()} - {*promised.promised()})
    assert not missed, missed


def test_the_list_is_as_it_is_written_and_holds_every_kind() -> None:
    lines = kept()
    assert lines == sorted(set(lines))
    kinds = {line.partition(":")[0] for line in lines}
    assert kinds == {
        *("address", "command", "data", "file", "id", "printed", "rule", "schema", "source", "status", "table"),
    }


def walked(schema: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return [*promised._walk(schema, values=True)]


SCHEMA: dict[str, Any] = {
    "required": ["a"],
    "properties": {
        "a": {"type": "string"},
        "b": {"type": "array", "items": {"$ref": "#/$defs/row"}},
        "c": {"enum": ["x", "y"]},
        "d": {"additionalProperties": {"properties": {"e": {"type": ["string", "null"]}}}},
        "f": {"oneOf": [{"type": "string"}, {"properties": {"g": {}}}]},
    },
    "$defs": {"row": {"type": "object", "required": ["n"], "properties": {"n": {}, "below": {"$ref": "#/$defs/row"}}}},
}


def test_a_schema_is_walked_whole() -> None:
    assert walked(SCHEMA) == [
        ("a", "string", True),
        ("b", "array", False),
        ("b[].n", "any", True),
        ("b[].below", "object", False),
        ("c", "any", False),
        ("c", "may be x", True),
        ("c", "may be y", True),
        ("d", "any", False),
        ("d.*.e", "null or string", False),
        ("f", "any", False),
        ("f.g", "any", False),
    ]


@pytest.mark.parametrize(
    ("change", "missed"),
    [
        (lambda one: one["properties"].pop("a"), ("a", "string", True)),
        (lambda one: one["properties"]["a"].update(type="number"), ("a", "string", True)),
        (lambda one: one.update(required=[]), ("a", "string", True)),
        (lambda one: one["properties"]["c"]["enum"].remove("y"), ("c", "may be y", True)),
        (lambda one: one["$defs"]["row"]["properties"].pop("n"), ("b[].n", "any", True)),
    ],
)
def test_what_goes_from_a_schema_is_missed(change: Any, missed: tuple[str, str, bool]) -> None:
    other = json.loads(json.dumps(SCHEMA))
    change(other)
    assert missed in walked(SCHEMA) and missed not in walked(other)


def test_what_is_added_to_a_schema_hinders_nobody() -> None:
    other = json.loads(json.dumps(SCHEMA))
    other["properties"]["new"] = {"type": "string"}
    assert {*walked(SCHEMA)} < {*walked(other)}


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_each_kind_of_promise(page: str) -> None:
    text = (HOME / "handbook" / page).read_text("utf-8")
    for word in ("overeenkomst.json", "editions.lock", "allow", "`0`", "`1`", "`2`", "tests/contracts/promised.txt"):
        assert word in text, word
