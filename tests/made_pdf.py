"""A PDF of words at places, as a test wants them: no more than what the format asks for."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Words = tuple[float, float, float, str, str]
"""From the left, from the top, the size, the font (``plain`` or ``bold``), and the words."""

FONTS = {"plain": "F1", "bold": "F2"}
WIDE, HIGH = 595, 842


def made_pdf(pages: Sequence[Sequence[Words]], *, rules: Sequence[tuple[float, ...]] = (), extra: str = "") -> bytes:
    """A PDF with ``pages``; on each of them stand ``rules`` too (from the left, from the top, wide, high), and
    ``extra`` keys in its dictionary."""
    lines = "".join(f"{x} {HIGH - y - high} {wide} {high} re f\n" for x, y, wide, high in rules)
    bodies = []
    for page in pages:
        shown = "".join(
            f"BT /{FONTS[font]} {size} Tf 1 0 0 1 {x} {HIGH - y} Tm ({_escaped(words)}) Tj ET\n"
            for x, y, size, font, words in page
        )
        bodies.append(zlib.compress((lines + shown).encode("cp1252")))
    return pdf_of(bodies, extra=extra)


def pdf_of(bodies: Sequence[bytes], *, extra: str = "") -> bytes:
    """A PDF with pages whose packed content is ``bodies``."""
    objects: list[bytes] = [b"", b"", b"", b""]
    kids = []
    for body in bodies:
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {HIGH}] /Contents {number + 1} 0 R {extra}"
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(body), body))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{} /Encoding /WinAnsiEncoding >>"
    objects[:4] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(bodies)} >>".encode(),
        font.format("").encode(),
        font.format("-Bold").encode(),
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, value in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
