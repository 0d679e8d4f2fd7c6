"""A PDF whose small objects lie together is the same document, in less than two thirds of the bytes."""

from __future__ import annotations

import io

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


def classic() -> bytes:
    out, places = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n", list[int]()
    for number, body in PARTS.items():
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n\n" % (number, body)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size 6/Root 1 0 R/Info 5 0 R/ID[(a)(b)]>>\nstartxref\n%d\n%%%%EOF" % start
    return out + b"xref\n0 6\n0000000000 65535 f \n" + rows + trailer


def test_every_object_is_there_and_a_stream_is_as_it_was() -> None:
    made = compact_pdf(classic())
    read = PdfReader(io.BytesIO(made), strict=True)
    assert made.startswith(b"%PDF-1.7\n") and b"\nxref\n" not in made and STREAM in made
    assert read.trailer["/Root"]["/Lang"] == "nl" and read.trailer["/ID"] == ["a", "b"]
    assert read.metadata and read.metadata.title == "Een" and len(read.pages) == 1
    contents = read.pages[0]["/Contents"].get_object()
    assert contents.get_data() == b"x endobj\n9 0 obj <<>>"[:21]


def test_what_is_of_another_form_stays() -> None:
    made = compact_pdf(classic())
    assert compact_pdf(made) == made


def test_a_document_of_ours_is_so_and_the_same_each_time() -> None:
    told = StandIn(language=language_of("nl"), title="Titel", publisher="A", says=("Woorden.",))
    data = stand_in("x.pdf", told)
    assert data is not None and data == stand_in("x.pdf", told) and b"/ObjStm" in data and b"\nxref\n" not in data
    root = PdfReader(io.BytesIO(data), strict=True).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"] and root["/Metadata"]
