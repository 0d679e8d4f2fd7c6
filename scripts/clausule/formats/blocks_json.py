"""The blocks of a part as data, where text and items do not say all: tables, line breaks, links, what items hold.

``clausule import`` makes the sources anew from it (``read.importing.own_data``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from clausule.model.nodes import Block, Definitions, Items, Paragraph, Picture, Table, Text


def is_plain(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs of one line, and items that hold nothing but such items, are all that there is."""
    for block in blocks:
        match block:
            case Paragraph(text):
                if not _is_bare(text):
                    return False
            case Items(items):
                inner = [one for item in items for one in item.blocks]
                if not all(_is_bare(item.text) for item in items) or not is_plain(inner):
                    return False
                if any(not isinstance(one, Items) for one in inner):
                    return False
            case _:
                return False
    return not any(isinstance(one, Items) and isinstance(two, Items) for one, two in pairwise(blocks))


def blocks_json(blocks: Sequence[Block]) -> list[Any]:
    """All that is hashed of ``blocks``, but for the bytes of pictures."""
    found: list[Any] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                found.append(_text(text))
            case Items(items):
                found.append(
                    {
                        "items": [
                            {"mark": item.mark, "text": _text(item.text), "blocks": blocks_json(item.blocks)}
                            for item in items
                        ]
                    }
                )
            case Definitions(entries):
                found.append({"terms": [[entry.term, _text(entry.text)] for entry in entries]})
            case Table(header, rows):
                found.append({"table": [[_text(cell) for cell in row] for row in (header, *rows)]})
            case Picture(words=words):
                found.append({"picture": words.plain})
    return found


def _is_bare(text: Text) -> bool:
    return "\n" not in text.plain and not any(mark.kind in ("link", "note") for mark in text.marks)


def _text(text: Text) -> Any:
    """The words; with where they lead, if they do."""
    links = [[mark.start, mark.end, mark.target] for mark in text.marks if mark.kind == "link"]
    notes = [[mark.start, mark.target] for mark in text.marks if mark.kind == "note"]
    if not links and not notes:
        return text.plain
    return {"text": text.plain, **({"links": links} if links else {}), **({"notes": notes} if notes else {})}
