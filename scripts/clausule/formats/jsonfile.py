"""JSON as the site publishes it."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any


def as_json(value: Any) -> bytes:
    """``value`` as readable JSON in UTF-8, always the same for the same value: as ``json.dumps`` with an indent of one,
    which writes it a sign at a time."""
    return (_written(value, "\n") + "\n").encode("utf-8", "replace")


def as_short_json(value: Any) -> bytes:
    """``value`` as JSON in one line, for programs alone."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _written(value: Any, margin: str) -> str:
    """``value``, whose lines but the first begin with ``margin``, a line end with spaces."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = margin + " "
    if isinstance(value, dict) and value:
        rows = [f"{_key(key)}: {_written(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(rows)}{margin}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{inner}{f',{inner}'.join([_written(one, inner) for one in value])}{margin}]"
    return json.dumps(value)


def _key(key: Any) -> str:
    return encode_basestring(key) if isinstance(key, str) else json.dumps({key: 0})[1:-4]
