"""What is seen to fit a schema of ours: most values do, and to load all that knows schemas takes longer than to look.

Only a yes counts. What does not fit, and what a schema asks in words that are not known here, is held against the
schema itself, which says what is wrong.
"""

from __future__ import annotations

import re
from typing import Any

_KINDS = {"string": str, "boolean": bool, "object": dict, "array": list}
_SAYS = {"$schema", "$id", "title", "description", "mayBeUnknown"}
_ASKS = {"type", "const", "enum", "minLength", "maxLength", "pattern", "items", "maxItems"}
_ASKS |= {"properties", "additionalProperties", "required"}


def is_known_to_fit(value: Any, schema: Any) -> bool:
    """Whether ``value``, as YAML gives it, surely fits ``schema``."""
    if schema is True or schema is False:
        return bool(schema)
    if not schema.keys() <= _SAYS | _ASKS or ("type" in schema and not _is_a(value, schema["type"])):
        return False
    if "const" in schema and not _is_one_of(value, [schema["const"]]):
        return False
    if "enum" in schema and not _is_one_of(value, schema["enum"]):
        return False
    if isinstance(value, str):
        return _is_text(value, schema)
    if isinstance(value, list):
        item = schema.get("items", True)
        return len(value) <= schema.get("maxItems", len(value)) and all(is_known_to_fit(one, item) for one in value)
    if isinstance(value, dict):
        known, other = schema.get("properties", {}), schema.get("additionalProperties", True)
        asked = set(schema.get("required", ())) <= value.keys()
        return asked and all(is_known_to_fit(one, known.get(key, other)) for key, one in value.items())
    return True


def _is_a(value: Any, kind: Any) -> bool:
    return isinstance(kind, str) and type(value) is _KINDS.get(kind)


def _is_one_of(value: Any, wanted: list[Any]) -> bool:
    """Of words, yes and no, or a list without anything: of others 1 and 1.0 would be told apart, which a schema does
    not."""
    return any(type(value) is type(one) and value == one for one in wanted if isinstance(one, (str, bool)) or one == [])


def _is_text(value: str, schema: dict[str, Any]) -> bool:
    if "pattern" in schema and (value.endswith("\n") or not re.search(schema["pattern"], value)):
        return False
    return bool(schema.get("minLength", 0) <= len(value.strip()) and len(value) <= schema.get("maxLength", len(value)))
