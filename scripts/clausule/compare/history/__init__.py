"""Every clause followed through all editions of an agreement, and what changed between any two of them."""

from clausule.compare.history.families import families
from clausule.compare.history.lines import History, Lineage, Row, Spot, woven
from clausule.compare.history.making import make_history
from clausule.compare.history.strand import REACH, Strand, inverted

__all__ = ["REACH", "History", "Lineage", "Row", "Spot", "Strand", "families", "inverted", "make_history", "woven"]
