"""What is worked out once for all editions: they repeat their clauses word for word."""

from functools import lru_cache

once_a_text = lru_cache(maxsize=20_000)
"""For a function of the words alone: what it said of them before is said again. Its result must not be changed."""
