"""Model to stage: pages, data and what the templates need, as bytes; knows no disk and no clock."""

from clausule.addresses import page_names
from clausule.render.compare_data import DATA, known_history
from clausule.render.comparisons import comparison_parts, render_comparisons, settled_parts
from clausule.render.data import edition_json, edition_schema
from clausule.render.edition import render_edition
from clausule.render.past import earlier_inputs
from clausule.render.root import render_root

__all__ = [
    "DATA",
    "comparison_parts",
    "earlier_inputs",
    "edition_json",
    "edition_schema",
    "known_history",
    "page_names",
    "render_comparisons",
    "render_edition",
    "render_root",
    "settled_parts",
]
