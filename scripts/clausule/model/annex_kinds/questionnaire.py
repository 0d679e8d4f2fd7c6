"""Questions that readers answer in their browser."""

from __future__ import annotations

from clausule.model.annex_kind import AnnexKind

QUESTIONNAIRE = AnnexKind(name="questionnaire")
