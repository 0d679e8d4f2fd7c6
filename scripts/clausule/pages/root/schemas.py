"""The JSON Schemas that the site publishes: of the data that it offers, and of the sources, for who writes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from clausule.formats.schema import Schema
from clausule.model.declared import declared
from clausule.read.frontmatter import schema_texts

SOURCES = "schema/sources/"


@cache
def schemas() -> Mapping[str, bytes]:
    """Each schema by its address on the site."""
    offered = [schema for room in ("clausule.formats", "clausule.pages") for schema in declared(room, Schema)]
    sources = {f"{SOURCES}{name}.json": text for name, text in schema_texts().items()}
    return {**{schema.address: schema.read() for schema in offered}, **sources}
