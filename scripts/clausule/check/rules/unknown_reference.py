"""A reference to a clause or an annex that is not there

A right or a duty 'als bedoeld in artikel 5.3' hangs in the air when there is no 5.3. Most of these are left behind by a
renumbering. On the site the words would be a link to nowhere.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:19
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 De plicht van artikel 2.7 geldt tot de Gegevens gewist zijn.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:28
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 Aan het einde geldt de bijlage 5.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 De plicht van artikel 2.1 geldt tot de Gegevens gewist zijn.
"""

import re
from collections.abc import Iterable

from clausule.check import View
from clausule.check.parts import references
from clausule.findings import Finding

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    ids = view.notes.ids
    for text, reference in references(view.notes):
        for target in reference.targets:
            known = target.kind == "act" or target.address in ids
            if not known and not _as_item(target.address, ids):
                name = _name(target.address)
                # 'Artikel 7:404' is a number of the civil code, whose name was left out.
                hint = f"name the act: {reference.text} BW" if ":" in target.article else _nearest(target.address, ids)
                message = f"'{reference.text}' points to {name}, which is not there"
                yield view.at(text, reference.start, reference.end, message, hint)
                break


def _as_item(address: str, ids: frozenset[str]) -> bool:
    """Whether the article's leden are items there: 'artikel 5 lid 2' where article 5 has the items 1, 2 and 3."""
    return re.sub(r"\.(\w+)", r"-\1", address) in ids


def _name(address: str) -> str:
    kind, _, number = address.partition("-")
    number, _, inner = number.partition("-")
    name = f"{kind} {number}"
    return f"{name} onder {inner}" if inner and kind == "artikel" else f"{name} {inner}".rstrip()


def _nearest(address: str, ids: frozenset[str]) -> str:
    """What is there: the parts of the article or annex if that exists, else the row of articles or annexes."""
    while address:
        head = max(address.rfind("."), address.rfind("-"))
        parent, address = address, address[:head] if head > 0 else ""
        inside = [name for name in ids if re.fullmatch(re.escape(parent) + r"[.-]\w+", name)]
        if inside and (parent in ids or "-" not in parent):
            row = sorted(inside, key=_natural)
            shown = _name(row[0]) if len(row) == 1 else f"{_name(row[0])} to {_name(row[-1])}"
            return f"there is {shown}"
    return "there are no annexes" if parent == "bijlage" else "there are no articles"


def _natural(name: str) -> list[tuple[bool, int, str]]:
    return [(not piece.isdigit(), int(piece) if piece.isdigit() else 0, piece) for piece in re.findall(r"\d+|\D+", name)]
