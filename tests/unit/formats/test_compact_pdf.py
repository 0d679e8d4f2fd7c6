"""A PDF whose small objects lie together is the same document, in less than two thirds of the bytes."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping

import pytest
from pypdf import PdfReader

from clausule.formats.compact_pdf import compact_pdf
from clausule.formats.stand_in import StandIn, stand_in
from clausule.language.language import language_of

STREAM = b"<</Length 21>>\nstream\nx endobj\n9 0 obj <<>>\nendstream"
PARTS = {
    1: b"<</Type/Catalog/Pages 2 0 R/Lang(nl)>>",
    2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]/Contents 4 0 R/Resources<<>>>>",
    4: STREAM,
    5: b"<</Title(Een)>>",
}


def classic(parts: Mapping[int, bytes] = PARTS) -> bytes:
    out, places = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n", list[int]()
    for number, body in parts.items():
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n\n" % (number, body)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R/Info 5 0 R/ID[(a)(b)]>>\nstartxref\n%d\n%%%%EOF" % (
        len(parts) + 1,
        start,
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + rows + trailer


def test_every_object_is_there_and_a_stream_is_as_it_was() -> None:
    made = compact_pdf(classic())
    read = PdfReader(io.BytesIO(made), strict=True)
    assert made.startswith(b"%PDF-1.7\n") and b"\nxref\n" not in made and STREAM in made
    assert read.trailer["/Root"]["/Lang"] == "nl" and read.trailer["/ID"] == ["a", "b"]
    assert read.metadata and read.metadata.title == "Een" and len(read.pages) == 1
    contents = read.pages[0]["/Contents"].get_object()
    assert contents.get_data() == b"x endobj\n9 0 obj <<>>"[:21]


def content(words: bytes, *, pages: bool) -> bytes:
    """What stands on the page when ``words`` did, packed as typst packs them."""
    packed = zlib.compress(words)
    stream = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed)
    read = PdfReader(io.BytesIO(compact_pdf(classic(PARTS | {4: stream}), pages=pages)), strict=True)
    found = read.pages[0]["/Contents"].get_object().get_data()
    assert isinstance(found, bytes)
    return found


def test_pages_are_written_shorter_where_that_is_asked() -> None:
    words = rb"q 1 0 0 -1 51.02362 788.0004 cm BT [(\000\001)15(\000A)]TJ ET Q 0.12345 w"
    assert content(words, pages=False) == words
    assert content(words, pages=True) == b"q 1 0 0 -1 51.02 788 cm BT [(\0\1)15(\0A)]TJ ET Q 0.12345 w"


def test_what_means_something_in_a_string_stays_escaped() -> None:
    words = rb"[(\000\(\000\)\000\\\000\r\000\015\000\n\000\\\))]TJ"
    assert content(words, pages=True) == b"[(\0\\(\0\\)\0\\\\\0\\r\0\\015\0\n\0\\\\\\))]TJ"


def test_what_is_no_page_stays_as_it_is_packed() -> None:
    packed = zlib.compress(rb"(\000)", 1)
    stream = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed)
    assert stream in compact_pdf(classic(PARTS | {6: stream}), pages=True)


def test_where_objects_are_takes_next_to_nothing() -> None:
    many = PARTS | {number: b"<</Kind/K%d/Number %d>>" % (number % 3, number) for number in range(6, 600)}
    made = compact_pdf(classic(many))
    read = PdfReader(io.BytesIO(made), strict=True)
    assert all(read.get_object(number)["/Number"] == number for number in range(6, 600))
    assert len(made) - made.rindex(b"/Type/XRef") < 600  # a byte for each object


def test_what_is_of_another_form_stays() -> None:
    made = compact_pdf(classic())
    assert compact_pdf(made) == made


FILE = (
    b"<</Length 2/Type/EmbeddedFile/Subtype/text#2Fplain/Params<</Size 2/ModDate(D:20200101)>>>>\nstream\n##\nendstream"
)


def test_what_is_attached_takes_the_place_of_what_stood_there() -> None:
    words = b"endstream " * 50
    made = compact_pdf(classic(PARTS | {6: FILE}), attached=words)
    file = PdfReader(io.BytesIO(made), strict=True).get_object(6)
    assert file.get_data() == words
    assert file["/Subtype"] == "/text/plain" and file["/Type"] == "/EmbeddedFile"
    assert file["/Params"] == {"/Size": 500, "/ModDate": "D:20200101"}
    assert words not in made and FILE in compact_pdf(classic(PARTS | {6: FILE}))


def test_what_stood_there_may_be_packed() -> None:
    packed = FILE.replace(b"/Length 2", b"/Length 10/Filter/FlateDecode").replace(b"##", zlib.compress(b"##"))
    file = PdfReader(io.BytesIO(compact_pdf(classic(PARTS | {6: packed}), attached=b"words")), strict=True).get_object(
        6
    )
    assert file.get_data() == b"words" and file["/Filter"] == "/FlateDecode"


@pytest.mark.parametrize("data", [classic(), compact_pdf(classic(PARTS | {6: FILE}))])
def test_where_there_is_no_place_for_what_is_attached_that_is_said(data: bytes) -> None:
    with pytest.raises(ValueError, match="nothing is attached"):
        compact_pdf(data, attached=b"words")


def test_an_object_that_is_still_to_be_read_leaves_a_document_as_it_is() -> None:
    strange = classic().replace(b"5 0 obj\n", b"5 1 obj\n")
    assert compact_pdf(strange) == strange


def test_a_document_of_ours_is_so_and_the_same_each_time() -> None:
    told = StandIn(language=language_of("nl"), title="Titel", publisher="A", says=("Woorden.",))
    data = stand_in("x.pdf", told)
    assert data is not None and data == stand_in("x.pdf", told) and b"/ObjStm" in data and b"\nxref\n" not in data
    root = PdfReader(io.BytesIO(data), strict=True).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"] and root["/Metadata"]
