"""The recogniser of references: words in a text that point to a clause, an annex or an act."""

from clausule.language.nl.references.around import document_behind
from clausule.language.nl.references.finder import find_references

__all__ = ["document_behind", "find_references"]
