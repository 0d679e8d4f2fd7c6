"""The pages of a PDF, read in a process of its own, within bounds of time and memory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import clausule
from clausule.read.importing.document import NoDocument
from clausule.read.importing.pdf.page import Page, pages_of
from clausule.read.importing.pdf.process import MOST_LETTERS, MOST_PAGES

_SECONDS = 90
_MOST_UNPACKED, _PIECE = 200_000_000, 1_000_000
_STREAM = re.compile(rb">>\s*stream\r?\n")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_MOST_UNKNOWN = 0.02
_WORD = "import the Word file that it was made from"
_SAID = {
    "locked": f"needs a password to be opened. Save it without one, or {_WORD}.",
    "damaged": f"is damaged, and cannot be read as a whole. Get it anew, or {_WORD}.",
    "long": f"has more than {MOST_PAGES} pages or {MOST_LETTERS} letters, and no agreement is so long. Import the "
    "pages that are the agreement.",
    "memory": f"takes more memory than an agreement can need. Print it to a new PDF and import that, or {_WORD}.",
    "time": f"took longer than {_SECONDS} seconds to read. Print it to a new PDF and import that, or {_WORD}.",
    "missing": "cannot be read: the package pypdfium2, with which PDF is read, is not installed here or does not run. "
    f"Install clausule anew, or {_WORD}.",
    "picture": "holds pictures of pages and no text. Have a program recognise its text (OCR) and import what that "
    f"gives, or {_WORD}.",
    "empty": f"holds no text. Look whether it is the right file, or {_WORD}.",
    "unknown": "does not say which letters its signs are (its fonts lack a ToUnicode table), so that its words cannot "
    f"be taken out unharmed. Print it to a new PDF from the program that made it, or {_WORD}.",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF: its pages, the names of the files in it, its title and its keywords, and our own data of an edition (empty
    where there is none)."""

    pages: list[Page]
    attached: list[str] = field(default_factory=list)
    title: str = ""
    keywords: str = ""
    data: str = ""


def open_pdf(data: bytes, name: str) -> Opened:
    """The PDF in ``data``. Raises ``NoDocument`` for one that is locked, damaged, too long or heavy, and
    for one without a text that can be taken out."""
    end = data.rstrip(b"\0 \t\r\n\f")[-2048:]
    why = "" if b"%%EOF" in end else "damaged"  # a reader that mends it would show half of it
    if why := why or _wrong_in(data):
        raise _refused(name, why)
    result = _run(data, name)
    if error := result.get("error"):
        raise _refused(name, str(error))
    pages = pages_of(result["pages"])
    letters, unknown = sum(page.letters for page in pages), sum(page.unknown for page in pages)
    if letters < len(pages) * 3 and not any(page.words for page in pages[1:]) and letters < 20:
        raise _refused(name, "picture" if any(page.pictures for page in pages) else "empty")
    if unknown > letters * _MOST_UNKNOWN:
        raise _refused(name, "unknown")
    attached = result["attached"]
    own = next((words for _, words in attached if words), "")
    return Opened(pages, [one for one, _ in attached], result["title"], result["keywords"], own)


def _wrong_in(data: bytes) -> str:
    """Why streams of a PDF cannot be read: what mends one would show a part of a page, and one can unpack to more than
    any memory holds. Pictures are never unpacked; what is encrypted cannot be judged."""
    if b"/Encrypt" in data:
        return ""
    left = _MOST_UNPACKED
    for match in _STREAM.finditer(data):
        head = data[data.rfind(b"obj", max(0, match.start() - 2000), match.start()) : match.start()]
        if not _PACKED.search(head) or _PICTURE.search(head):
            continue
        unpacked, at = zlib.decompressobj(), match.end()
        piece = data[at : at + _PIECE]
        try:
            while piece and not unpacked.eof:
                left -= len(unpacked.decompress(piece, _PIECE))
                at += 0 if unpacked.unconsumed_tail else _PIECE
                piece = unpacked.unconsumed_tail or data[at : at + _PIECE]
                if left < 0:
                    return "memory"
        except zlib.error as error:
            if "data check" not in str(error):  # some programs leave out or spoil the sum at its end
                return "damaged"
    return ""


def _refused(name: str, why: str) -> NoDocument:
    return NoDocument(f"{name} {_SAID[why]}")


def _run(data: bytes, name: str) -> dict[str, Any]:
    """What the process wrote. It finds the package where this one did."""
    where = os.pathsep.join([str(Path(clausule.__file__).parent.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", "clausule.read.importing.pdf.process"]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_SECONDS, env={**os.environ, "PYTHONPATH": where}
        )
    except subprocess.TimeoutExpired as error:
        raise _refused(name, "time") from error
    try:
        result = json.loads(done.stdout)
    except ValueError as error:  # it ended in the midst of its work: killed, or by a fault of the library
        raise _refused(name, "memory" if done.returncode else "damaged") from error
    return result if isinstance(result, dict) else {}
