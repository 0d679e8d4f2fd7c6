"""Which signs the fonts of a document have: one that they lack could not be read on its pages."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources

from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import reading_text
from clausule.model.walk import walk

_FONTS = ("SourceSerif4-Regular.ttf", "SourceSans3-Regular.ttf")
"""The other styles have no sign that both of these lack."""
_REFUSED = "\ufeff\x1c\x1d\x1e\x1f\u1680"
"""What PDF/UA and PDF/A allow in no text, and white space that typst has no room for."""


def unknown_signs(words: str) -> str:
    """The signs in ``words`` that no page can show, each once, in order."""
    strange = (sign for sign in dict.fromkeys(words) if ord(sign) not in _known() or sign in _REFUSED)
    return "".join(sign for sign in strange if sign in _REFUSED or not (sign.isspace() or _is_unseen(sign)))


def strange_signs(agreement: Agreement, edition: Edition) -> str:
    """Those in the words of an edition and on its cover."""
    said = [edition.title(agreement), agreement.publisher, edition.audience, edition.effective_shown]
    said += [edition.withdrawn.why] if edition.withdrawn else []
    for part in walk(edition):
        said += [text.plain for text in (part.heading, part.subheading) if text]
        said += [part.mark, reading_text(part.blocks)[0]]
    return unknown_signs("".join(said))


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


@cache
def _known() -> frozenset[int]:
    fonts = resources.files(__package__) / "paper" / "fonts"
    return frozenset(code for name in _FONTS for code in _signs_of((fonts / name).read_bytes()))


def _signs_of(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font, from the groups of its table ``cmap`` (OpenType 1.9, cmap, format 12)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    offsets = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    start = offsets[b"cmap"]
    (count,) = struct.unpack_from(">H", font, start + 2)
    for record in range(start + 4, start + 4 + 8 * count, 8):
        table = start + struct.unpack_from(">HHI", font, record)[2]
        if struct.unpack_from(">H", font, table) == (12,):
            (groups,) = struct.unpack_from(">I", font, table + 12)
            for group in range(table + 16, table + 16 + 12 * groups, 12):
                first, last, _ = struct.unpack_from(">III", font, group)
                yield from range(first, last + 1)
            return
