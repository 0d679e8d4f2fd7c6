"""The text in bytes, in the encodings in which firms have it."""

from __future__ import annotations

_BEGIN = 2000  # bytes that show how a text is written


def text_in(data: bytes) -> str | None:
    """The text in ``data``, whatever the usual encoding: UTF-8, UTF-16 with its mark or without, else that of Windows
    (cp1252); with line ends as one sign. None where it is no text."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else _unmarked(data) or ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    return None


def _unmarked(data: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark: of the letters of Latin script every second byte is zero, and of no other text."""
    begin = data[:_BEGIN]
    even, odd = begin[::2].count(0), begin[1::2].count(0)
    if max(even, odd) * 4 < len(begin) or min(even, odd) * 20 > max(even, odd):
        return ()
    return ("utf-16-be",) if even > odd else ("utf-16-le",)
