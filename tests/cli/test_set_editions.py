"""Agreements that were written by hand, typeset as a firm would in one column and in two, come in whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clausule.analysis.references import Notes
from clausule.author.import_document import import_document
from clausule.author.new_agreement import Wanted
from clausule.formats.edition_json import edition_json
from clausule.model.editions import Agreement, Edition
from clausule.model.lookup import find_agreement, find_edition
from clausule.read import read_repository
from session import read_home
from set_edition import House, set_edition

ROOT = Path(__file__).parents[2]


def parts(agreement: Agreement, edition: Edition) -> list[tuple[str, ...]]:
    """Each part of an edition: its place, its number and its words."""
    data = edition_json(agreement, edition, Notes(edition), status="concept")
    return list(_parts(data))


def _parts(node: Any) -> Iterator[tuple[str, ...]]:
    for key in ("preamble", "articles", "intro", "clauses", "closing", "annexes", "sections", "items"):
        inner = node.get(key) or []
        for one in [inner] if isinstance(inner, dict) else inner:
            yield key, *(one.get(name) or "" for name in ("number", "label", "mark", "title", "text"))
            yield from _parts(one)


@pytest.mark.parametrize(
    ("slug", "version", "house"),
    [
        ("mickcom", "1.5", House()),
        ("123meekijken", "ongedateerd", House(columns=2, size=9)),
        ("voorbeeld", "3.1", House(justified=False, contents=False)),
    ],
)
def test_an_edition_that_a_firm_typeset_comes_in_whole(slug: str, version: str, house: House, tmp_path: Path) -> None:
    agreement = find_agreement(read_home(slug).agreements, slug)
    edition = find_edition(agreement, version)
    file = tmp_path / "x.pdf"
    file.write_bytes(set_edition(agreement, edition, house))
    words = " ".join(" ".join(part) for part in parts(agreement, edition)).lower()
    done = import_document(tmp_path, file, Wanted(slug=slug, title="", publisher="Firma", version=version), None)
    (came,) = read_repository(tmp_path, slug).agreements
    assert parts(came, came.editions[0]) == parts(agreement, edition)
    assert not [one.words for one in done.came.doubts if one.words.lower() not in words]
    listed = {one.what for one in done.came.dropped}
    assert listed == {"running heads and page numbers"} | ({"contents"} if house.contents else set())
