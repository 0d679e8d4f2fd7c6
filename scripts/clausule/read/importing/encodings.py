"""The text in bytes, in the encodings in which firms have it."""

from __future__ import annotations


def text_in(data: bytes) -> str | None:
    """The text in ``data``, whatever the usual encoding: UTF-8, UTF-16 with its mark, else that of Windows (cp1252);
    with line ends as one sign. None where it is no text."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    return None
