"""What publishing sees to of an edition that was taken back with its words."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clausule.formats.edition_json import withdrawal_json
from clausule.language.wording.site import titled_edition
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import digest

if TYPE_CHECKING:
    from clausule.publish.plan import EditionBuild


def emptied_input(tools: str, url: str, agreement: Agreement, edition: Edition) -> str:
    """A hash of what decides the pages that stand in for ``edition``."""
    return digest([tools, url, agreement.meta.values, edition.version, edition.files])


class _Maker(Protocol):
    """What makes the pages: a ``Site``."""

    tools: str
    url: str

    def build_emptied(self, agreement: Agreement, edition: Edition, out: Path) -> None: ...


def emptied_build(site: _Maker, agreement: Agreement, edition: Edition) -> EditionBuild:
    """``edition``, of whose words there is no hash any more."""
    from clausule.publish.plan import REMOVED, EditionBuild

    return EditionBuild(
        agreement=agreement.slug,
        version=edition.version,
        title=titled_edition(edition, "withdrawn"),
        properties={
            "sha256": REMOVED,
            "input": emptied_input(site.tools, site.url, agreement, edition),
            "status": "withdrawn",
            **withdrawal_json(edition, "withdrawn"),
            "effective": edition.effective.isoformat() if edition.effective else None,
            "frozen": True,
        },
        build=partial(site.build_emptied, agreement, edition),
    )
