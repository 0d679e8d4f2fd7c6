"""What the words around a reference say of it."""

from __future__ import annotations

import re

# 'Artikel 7 van het bestelformulier', 'bijlage 1 bij de hoofdovereenkomst': of another document than this one.
_OF_ANOTHER = re.compile(r"\s(?:van|bij|uit)\s(?:de|het|een|onze|haar|zijn)\s([\w-]+)")
_OF_THIS = frozenset({"overeenkomst", "verwerkersovereenkomst"})


def document_behind(plain: str, end: int) -> str:
    """The document that ``plain`` names behind the reference that ends at ``end``, in small letters; empty where it
    names none, or this one."""
    behind = _OF_ANOTHER.match(plain, end)
    name = behind[1].casefold() if behind else ""
    return "" if name in _OF_THIS else name
