"""Technical and organisational measures, a row each, in categories (GDPR article 32)."""

from __future__ import annotations

from clausule.model.annex_kind import AnnexKind

MEASURES = AnnexKind(name="measures")
