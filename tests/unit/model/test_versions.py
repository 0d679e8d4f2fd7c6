"""The order of versions by their names, and how they are counted."""

from __future__ import annotations

import pytest

from clausule.model.versions import scheme_of, version_order


@pytest.mark.parametrize(
    "ordered",
    [
        ["1.9", "1.10", "2.0-dev", "2.0-alpha", "2.0-beta1", "2.0-beta2", "2.0-rc1", "2.0-rc2", "2.0", "2.0.1", "2.1"],
        ["v1.0", "v2.0rc1", "v2.0", "v10.0"],
        ["2024-01", "2024-02", "2025-01-concept", "2025-01"],
        ["1", "1a", "1b", "2-draft", "2"],
        # Stages that end in a v are counted too, and one without a number is the first.
        ["2.0-dev", "2.0-dev1", "2.0-dev2", "2.0-dev10", "2.0-draft", "2.0-concept", "2.0-alpha", "2.0"],
        ["2.0-pre", "2.0-preview", "2.0-rc", "2.0-rc.2", "2.0_rc_10", "2.0"],
        ["1.0", "v1.1", "v.1.2", "v-1.3", "1.4"],  # one letter before the number is no part of it
        ["rc1", "rc2", "rc10"],  # a name of its own: it leads to nothing
        ["rev-v9", "rev-v10"],
    ],
)
def test_what_leads_to_a_version_comes_before_it(ordered: list[str]) -> None:
    assert sorted(reversed(ordered), key=version_order) == ordered


@pytest.mark.parametrize(
    "version, scheme",
    [("2024-01", "year"), ("2024", "year"), ("2024.1", "year"), ("20240131", "year"),
     ("3.0", "number"), ("v2", "number"), ("v2024", "number"), ("rc1", "name"), ("2", "number"),
     ("1850", "number"), ("202401310", "number"), ("2024a", "year"), ("20a4", "number"),
     ("20.1", "number"), ("ongedateerd", "name"), ("voorjaar-2024", "name"), ("1999", "year")],
)  # fmt: skip
def test_versions_are_counted_by_year_or_by_number(version: str, scheme: str) -> None:
    assert scheme_of(version) == scheme
