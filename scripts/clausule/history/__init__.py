"""Every clause followed through all editions of an agreement, and what changed between any two of them."""

from clausule.history.families import families
from clausule.history.lines import History, Lineage, Row, Spot, counts, woven
from clausule.history.making import make_history
from clausule.history.strand import REACH, Strand, inverted

__all__ = ["REACH", "History", "Lineage", "Row", "Spot", "Strand", "counts", "families", "inverted", "make_history", "woven"]
