"""The recogniser of references: words in a text that point to a clause, an annex or an act."""

from clausule.language.nl.documents import is_document, own_names
from clausule.language.nl.references.finder import find_references
from clausule.language.nl.references.loose import find_loose

__all__ = ["find_loose", "find_references", "is_document", "own_names"]
