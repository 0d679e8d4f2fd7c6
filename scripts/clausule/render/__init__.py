"""Model to stage: pages, data and what the templates need, as bytes; knows no disk and no clock."""

from clausule.render.addresses import page_names
from clausule.render.comparisons import comparison_parts, render_comparisons, settled_parts
from clausule.render.data import edition_json, edition_schema
from clausule.render.edition import render_edition
from clausule.render.past import earlier_input
from clausule.render.root import render_root

__all__ = [
    "comparison_parts",
    "earlier_input",
    "edition_json",
    "edition_schema",
    "page_names",
    "render_comparisons",
    "render_edition",
    "render_root",
    "settled_parts",
]
