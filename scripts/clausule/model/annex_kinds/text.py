"""Words, and nothing more."""

from __future__ import annotations

from clausule.model.annex_kind import AnnexKind

TEXT = AnnexKind(name="text", first=True)
