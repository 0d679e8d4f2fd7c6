"""The schemas that the site offers, for tests that hold its data against them."""

from __future__ import annotations

import json
from functools import cache

import jsonschema

from clausule.pages.root.schemas import schemas


@cache
def schema(name: str) -> jsonschema.Draft202012Validator:
    """What validates a file of that name; its schema is itself in order."""
    offered = json.loads(schemas()[f"schema/{name}"])
    jsonschema.Draft202012Validator.check_schema(offered)
    return jsonschema.Draft202012Validator(offered)
