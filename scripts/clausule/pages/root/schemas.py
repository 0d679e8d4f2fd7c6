"""The JSON Schemas that the site publishes: of the data that it offers, and of the sources, for who writes them."""

from __future__ import annotations

from clausule.formats.edition_json import SCHEMA_ADDRESS, edition_schema
from clausule.pages.forms.signed import form_schemas
from clausule.pages.overviews.measures_data import overview_schemas
from clausule.pages.sub_processors.data import LIST_SCHEMA_ADDRESS, list_schema
from clausule.read.frontmatter import schema_texts

SOURCES = "schema/sources/"


def schemas() -> dict[str, bytes]:
    """Each schema by its address on the site."""
    sources = {f"{SOURCES}{name}.json": text for name, text in schema_texts().items()}
    return {SCHEMA_ADDRESS: edition_schema(), **form_schemas(), LIST_SCHEMA_ADDRESS: list_schema(), **overview_schemas(), **sources}
