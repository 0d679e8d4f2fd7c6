"""What the words around a reference say of it."""

from __future__ import annotations

import re

# 'Artikel 7 van het bestelformulier', 'bijlage 1 bij de hoofdovereenkomst': of another document than this one.
_OF_ANOTHER = re.compile(r"\s(?:van|bij|uit)\s(?:de|het|een|onze|haar|zijn)\s([\w-]+)")
_OF_THIS = frozenset({"overeenkomst", "verwerkersovereenkomst"})


def is_of_another(plain: str, end: int, title: str) -> bool:
    """Whether the reference that ends at ``end`` of ``plain`` is one to another document than the one called ``title``."""
    behind = _OF_ANOTHER.match(plain, end)
    return behind is not None and behind[1].casefold() not in {*_OF_THIS, *title.casefold().split()}
