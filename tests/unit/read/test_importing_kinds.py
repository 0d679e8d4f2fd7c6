"""What a file is, by what is in it and by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.read.importing.document import NoDocument
from clausule.read.importing.kinds import kind_of

PACKED = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("x.txt", b"PK\x03\x04", "word"),
        ("x.docx", b"%PDF-1.7", ""),
        ("x.bin", b"%PDF-1.7", "pdf"),
        ("x.pdf", b"\n" * 1000 + b"%PDF-1.7", "pdf"),
        ("x.json", b"{}", "json"),
        ("x", b"woorden", "text"),
        ("x.doc", b" <HTML>", "web"),
        ("x.htm", b"woorden", "web"),
        ("x.TXT", b"MIME-Version: 1.0\nwoorden", "text"),
        ("x.html", b"<html>\nMIME-Version: 1.0\nContent-Type: multipart/related", "web"),
    ],
)
def test_a_kind_that_comes_in(name: str, data: bytes, kind: str) -> None:
    if kind:
        assert kind_of(Path(name), data) == kind
    else:
        with pytest.raises(NoDocument, match="is no Word file, though its name says so"):
            kind_of(Path(name), data)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "of the old form of Word"),
        ("x.txt", rb"{\rtf1 woorden}", "is Rich Text"),
        ("x.docx", b"\x89PNG\r\n", "is a picture"),
        ("x.pdf", b"\xff\xd8\xff\xe0", "is a picture"),
        ("x.pdf", b"<html>", "is no PDF, though its name says so"),
        ("x.html", PACKED, "a page that was packed with its pictures"),
        ("x.odp", b"woorden", "a file of this kind cannot be read"),
    ],
)
def test_any_other_is_named_with_what_to_do(name: str, data: bytes, told: str) -> None:
    with pytest.raises(NoDocument, match=f"^{name}.*{told}.*\\.$") as caught:
        kind_of(Path(name), data)
    assert "mport" in str(caught.value) or "Save" in str(caught.value)
