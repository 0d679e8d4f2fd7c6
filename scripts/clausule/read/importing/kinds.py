"""Of what kind a file is that comes in: by what is in it first, and by its name then."""

from __future__ import annotations

import re
from pathlib import Path

from clausule.read.importing.document import NoDocument
from clausule.read.importing.own_data import is_own

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_WORD = (".docx", ".docm", ".dotx")
_WEB = (".html", ".htm", ".xhtml")
_TEXT = (".md", ".markdown", ".txt", ".text")
_IN_FRONT = 1024  # bytes that can stand before the first line of a PDF, by its readers
_HEAD = 2000  # bytes in which a page that was packed says so

_SAVED_ANEW = "Open it in Word or LibreOffice, save it as .docx without a password, and import that."
_PICTURE = "is a picture. Have a program recognise its text (OCR), or import the file that it was made from."
_REFUSED = (
    (
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        f"is of the old form of Word (.doc), or locked with a password. {_SAVED_ANEW}",
    ),
    (re.compile(rb"\{\\rtf"), f"is Rich Text (.rtf), whatever its name. {_SAVED_ANEW}"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|BM....\0\0\0\0", re.S), _PICTURE),
)
"""What begins so is refused, and why."""
_PACKED = re.compile(rb"^(?:MIME-Version:\s*1|Content-Type:\s*multipart/)", re.M | re.I)


def kind_of(file: Path, data: bytes) -> str:
    """``word``, ``pdf``, ``web``, ``json`` or ``text``. Raises ``NoDocument`` for any other file, with what it is and
    what to do."""
    suffix = file.suffix.lower()
    for begin, told in _REFUSED:
        if begin.match(data):
            raise NoDocument(f"{file} {told}")
    if data.startswith(_ZIP):
        return "word"
    if suffix in _WORD:
        raise NoDocument(f"{file} is no Word file, though its name says so. Save the agreement as .docx.")
    if data.startswith(_PDF) or (suffix == ".pdf" and _PDF in data[:_IN_FRONT]):
        return "pdf"
    if suffix == ".pdf":
        raise NoDocument(f"{file} is no PDF, though its name says so. Get it anew, or import the Word file.")
    if suffix == ".json" or (not suffix and is_own(data)):
        return "json"
    if not data.lstrip().startswith(b"<") and len(_PACKED.findall(data[:_HEAD])) > 1:
        raise NoDocument(
            f"{file} is a page that was packed with its pictures (.mht), or a message. Save the page from a browser as "
            "'Web page, HTML only' (.html), and import that."
        )
    if suffix in _WEB or data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "web"
    if suffix in _TEXT or not suffix:
        return "text"
    raise NoDocument(
        f"{file}: a file of this kind cannot be read. Save it as Word (.docx), PDF, a page of the web (.html), "
        "Markdown (.md) or text (.txt), and import that; overeenkomst.json can be read too."
    )
