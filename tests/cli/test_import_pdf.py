"""A PDF is opened in a process of its own; what cannot be read is refused in a sentence, and nothing is written."""

from __future__ import annotations

import zlib

import pytest

from clausule.language.nl import grammar
from clausule.read.importing.document import Block, NoDocument
from clausule.read.importing.pdf.read import read_pdf
from made_pdf import Words, made_pdf, pdf_of

TEXT: list[Words] = [
    (70, 80, 14, "bold", "Artikel 1 Duur"),
    (70, 100, 10, "plain", "1.1"),
    (100, 100, 10, "plain", "Een jaar, of zolang als de"),
    (100, 114, 10, "plain", "diensten dat vragen."),
]


def test_the_words_of_a_pdf_have_their_looks_and_places() -> None:
    document = read_pdf(made_pdf([TEXT], rules=[(70, 200, 100, 1)]), "x.pdf", grammar)
    heading, *clause = document.blocks
    assert isinstance(heading, Block) and (heading.words, heading.level) == ("Artikel 1 Duur", 1)
    assert [one.words for one in clause if isinstance(one, Block)] == [
        "1.1 Een jaar, of zolang als de diensten dat vragen."
    ]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_shows_words_aslant_only(turned: int) -> None:
    with pytest.raises(NoDocument, match="holds no text but"):
        read_pdf(made_pdf([TEXT], extra=f"/Rotate {turned} "), "x.pdf", grammar)


PACKED = zlib.compress(b"BT /F1 10 Tf 1 0 0 1 70 700 Tm (Artikel 1 Duur en wat daarbij hoort) Tj ET")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (made_pdf([TEXT])[:-200], "is damaged, and cannot be read as a whole"),
        (b"%PDF-1.7\nniets\n%%EOF\n", "is damaged"),
        (pdf_of([PACKED[:20] + b"\xff\xff\xff" + PACKED[23:]]), "is damaged"),
        (pdf_of([zlib.compress(b" " * 210_000_000)]), "takes more memory than an agreement can need"),
        (made_pdf([[]]), "holds no text"),
        (made_pdf([[]] * 1001), "has more than 1000 pages"),
    ],
    ids=["cut off", "no objects", "a spoilt stream", "a bomb", "empty", "long"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(NoDocument, match=rf"^x\.pdf {words}") as caught:
        read_pdf(data, "x.pdf", grammar)
    assert "\n" not in str(caught.value)
