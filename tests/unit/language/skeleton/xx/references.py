"""It refers to 'clause 1.2' only."""

import re

from clausule.language.references import Reference, Target

_CLAUSE = re.compile(r"\bclause (\d+)\.(\d+)")


def find_references(text: str, here: str = "", own: frozenset[str] | None = None) -> list[Reference]:
    return [
        Reference(
            *match.span(),
            match[0],
            (Target("clause", article=match[1], paragraph=match[2], address=f"article-{match[1]}.{match[2]}"),),
        )
        for match in _CLAUSE.finditer(text)
    ]


def find_loose(text: str, here: str = "") -> list[Reference]:
    return []


def is_document(name: str) -> bool:
    return False


def own_names(title: str, defined: object) -> frozenset[str]:
    return frozenset()
