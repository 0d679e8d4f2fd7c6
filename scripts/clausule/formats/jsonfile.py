"""JSON as the site publishes it."""

from __future__ import annotations

import json
from typing import Any


def as_json(value: Any) -> bytes:
    """``value`` as readable JSON in UTF-8, always the same for the same value."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
