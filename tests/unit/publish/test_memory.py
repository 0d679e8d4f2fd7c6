"""The memory of the branch: what it says, when it is believed, and the ids that git gives."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from clausule.publish.memory import Memory, Origin, blob_id, read_memory, tree_id

A, B = "a" * 40, "b" * 40
MADE = Memory(
    root_input="root",
    files={"index.html": A},
    made={"x/1.0": A, "x/huidig": A, "x/versions.json": B, "x/vergelijken/1...2/index.html": A},
    inputs={"x/1.0": "in"},
    parts={"x/vergelijken/1...2/": "part"},
    origin=Origin(commit="c", day="2026-11-23", holds={"the erratum": "h"}),
    plan={"tools": "t"},
)


def test_what_was_written_is_read_and_is_whole() -> None:
    found = read_memory(MADE.as_text().encode())
    assert found == replace(MADE, is_whole=True)
    assert dict(found.ids()) == {**MADE.files, **MADE.made}


@pytest.mark.parametrize("name", ["root_input", "files", "made", "inputs", "parts", "commit", "day", "holds", "memory"])
def test_what_was_changed_without_a_seal_is_not_whole_and_knows_no_id(name: str) -> None:
    values = json.loads(MADE.as_text())
    values[name] = {"x": "y"} if isinstance(values[name], dict) else "z"
    found = read_memory(json.dumps(values).encode())
    assert not found.is_whole and not found.is_older and list(found.ids()) == []


@pytest.mark.parametrize("files", [{"index.html": A}, ["index.html"]])
def test_the_memory_of_an_older_program(files: object) -> None:
    found = read_memory(json.dumps({"root_input": "root", "files": files}).encode())
    assert found.is_older and not found.is_whole and set(found.files) == {"index.html"}
    assert found.origin == Origin()


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"files": 7, "root_input": ""}', "[" * 100_000])
def test_what_is_no_memory(text: str) -> None:
    with pytest.raises(ValueError):
        read_memory(text.encode())


def test_two_publications_in_a_row_tell_the_same_of_what_was_made_from_the_same() -> None:
    before = replace(MADE, is_whole=True)
    assert not MADE.contradicts(before) and not MADE.contradicts(Memory())
    other = {**MADE.made, "x/1.0": B, "x/huidig": B}
    assert replace(MADE, made=other).contradicts(before)
    assert not replace(MADE, made=other, inputs={"x/1.0": "new"}, root_input="new").contradicts(before)
    assert not replace(MADE, made=other).contradicts(replace(before, is_whole=False))
    assert replace(MADE, files={"index.html": B}).contradicts(before)
    assert not replace(MADE, files={"index.html": B}, root_input="new").contradicts(before)
    part = {**MADE.made, "x/vergelijken/1...2/index.html": B}
    assert replace(MADE, made=part).contradicts(before)
    assert not replace(MADE, made=part, parts={"x/vergelijken/1...2/": "new"}).contradicts(before)


def test_a_copy_that_is_of_no_edition_contradicts_itself() -> None:
    assert replace(MADE, made={**MADE.made, "x/huidig": B}).contradicts(Memory())
    assert replace(MADE, made={**MADE.made, "y/huidig": A}).contradicts(Memory())


def test_the_ids_are_those_of_git() -> None:
    empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert blob_id(b"", "sha1") == empty
    assert blob_id(b"", "sha256") == "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
    assert tree_id({}, "sha1") == "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    # From 'git mktree' of a.b (empty), a/x (empty), a0 (empty): a folder sorts as if its name ended in '/'.
    assert tree_id({"a0": empty, "a/x": empty, "a.b": empty}, "sha1") == "cc6b940246a412b229914418bd12af5e1601ec85"
