"""The recogniser of references: words in a text that point to a clause, an annex or an act."""

from clausule.dutch.references.finder import find_references
from clausule.dutch.references.result import Reference, Target, as_json

__all__ = ["Reference", "Target", "as_json", "find_references"]
