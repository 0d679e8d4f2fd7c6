"""What the hash of an edition is of, as a file: its sha256 is that hash, those of its parts are in the manifest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from clausule.analysis.references import Notes
from clausule.formats.canonical_json import FORMAT, SCHEMA
from clausule.formats.format import formats_of
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.nodes import Items
from clausule.proof.manifest import manifest_of
from clausule.read.house import House
from editions import agreement, edition, item
from session import read_home

FORMS = jsonschema.Draft202012Validator(json.loads(SCHEMA.read()))


def sha256(value: Any) -> str:
    """As anybody computes it who has the file: one form of JSON, then the hash."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return hashlib.sha256(data).hexdigest()


def hashes_in(told: dict[str, Any]) -> dict[str, list[str]]:
    """The hash of every part, in the order of the manifest, from the file alone."""
    clauses_at, sections_at = (2, 4) if "recipe" not in told else (3, 4)
    sections = [*told["preamble"], *told["closing"], *(one for annex in told["annexes"] for one in annex[sections_at])]
    return {
        "articles": [sha256(one) for one in told["articles"]],
        "clauses": [sha256(one) for article in told["articles"] for one in article[clauses_at]],
        "sections": [sha256(one) for one in sections],
        "annexes": [sha256(one) for one in told["annexes"]],
    }


def assert_holds(agreement: Agreement, edition: Edition) -> None:
    data = FORMAT.make(agreement, edition, Notes(edition), "in force", House())
    manifest = json.loads(manifest_of(agreement, edition) or b"")
    assert hashlib.sha256(data).hexdigest() == manifest["sha256"] == agreement.lock[edition.version]
    told = json.loads(data)
    FORMS.validate(told)
    found = hashes_in(told)
    assert found == {name: [row["sha256"] for row in manifest[name]] for name in found}
    assert len(found["clauses"]) > 0


def test_every_frozen_edition_here_is_proved_by_its_file() -> None:
    frozen = [(one, each) for one in read_home().agreements for each in one.editions if each.version in one.lock]
    for one, each in frozen:
        assert_holds(one, each)
    assert len(frozen) >= 8


@pytest.mark.parametrize("recipe", [1, 2])
def test_so_is_one_by_either_recipe(recipe: int) -> None:
    made = replace(edition("1", ["Woorden.", item_list()], ["‘Andere’ woorden"]), recipe=recipe)
    assert_holds(replace(agreement(made), lock={"1": edition_sha256(made)}), made)


def item_list() -> Any:
    return Items((item("a", "het één", Items((item("", "en meer"),))), item("b", "het ander")))


def test_a_draft_has_none() -> None:
    one = agreement(edition("1", ["Woorden."]))
    assert FORMAT not in formats_of(one, one.editions[0])
    assert FORMAT in formats_of(replace(one, lock={"1": "0" * 64}), one.editions[0])
