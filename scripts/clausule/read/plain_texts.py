"""Front matter that is only text: most files say their version and nothing else."""

from __future__ import annotations

from typing import Any


def are_plain_texts(values: dict[str, Any], schema: dict[str, Any]) -> bool:
    """Whether ``values`` are texts that fit, and ``schema`` wants no more of each than that it is one. To hold any
    other against it, all that knows schemas has to be loaded, which takes long."""
    rules = [(value, schema["properties"].get(key, {})) for key, value in values.items()]
    return set(schema.get("required", ())) <= values.keys() and all(
        rule.get("type") == "string"
        and rule.keys() <= {"type", "minLength", "description"}
        and isinstance(value, str)
        and len(value.strip()) >= rule.get("minLength", 0)
        for value, rule in rules
    )
