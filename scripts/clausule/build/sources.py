"""The sources beside what is published of them: the reader knows no git, so what the branch holds is handed in here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from clausule.build.frozen import frozen_text
from clausule.publish.published import published_rows
from clausule.read import Repository, read_repository
from clausule.read.records import Record


def read_sources(
    root: Path, only: str = "", records: Mapping[str, Record] | None = None, at_once: bool = True
) -> Repository:
    """As ``read_repository``, with the published rows of sub-processors from the branch, where there is one, and with
    what history holds of a frozen text that is other now."""
    found = read_repository(root, only, records, partial(published_rows, root), at_once=at_once)
    known = partial(frozen_text, root)
    return replace(found, agreements=tuple(replace(one, frozen_text=known) for one in found.agreements))
