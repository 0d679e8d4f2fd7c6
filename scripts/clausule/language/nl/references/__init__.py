"""The recogniser of references: words in a text that point to a clause, an annex or an act."""

from clausule.language.nl.references.around import is_of_another
from clausule.language.nl.references.finder import find_references

__all__ = ["find_references", "is_of_another"]
