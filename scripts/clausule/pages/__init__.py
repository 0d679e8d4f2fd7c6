"""Model to stage: pages, data and what the templates need, as bytes; knows no disk and no clock."""

from clausule.analysis.addresses import page_names
from clausule.formats.edition_json import edition_json
from clausule.pages.comparison.data import known_history
from clausule.pages.comparison.pairs import comparison_parts, render_comparisons, settled_parts
from clausule.pages.comparison.past import earlier_inputs
from clausule.pages.edition.stage import render_edition
from clausule.pages.root.stage import render_root

__all__ = [
    "comparison_parts",
    "earlier_inputs",
    "edition_json",
    "known_history",
    "page_names",
    "render_comparisons",
    "render_edition",
    "render_root",
    "settled_parts",
]
