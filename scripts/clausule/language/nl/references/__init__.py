"""The recogniser of references: words in a text that point to a clause, an annex or an act."""

from clausule.language.nl.references.finder import find_references
from clausule.language.nl.references.result import Reference, Target, as_json

__all__ = ["Reference", "Target", "as_json", "find_references"]
