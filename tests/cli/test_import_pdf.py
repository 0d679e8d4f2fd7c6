"""A PDF is opened in a process of its own; what cannot be read is refused in a sentence, and nothing is written."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
import pytest

from clausule.analysis.references import Notes
from clausule.author.import_document import import_document, read_document
from clausule.author.new_agreement import Wanted
from clausule.formats.pdf import FORMAT
from clausule.language.language import language_of
from clausule.language.nl import grammar
from clausule.model.lookup import find_agreement
from clausule.read import read_repository
from clausule.read.house import House
from clausule.read.importing.document import Block, Dropped, NoDocument
from clausule.read.importing.pdf.read import read_pdf
from made_pdf import Words, made_pdf, pdf_of

ROOT = Path(__file__).parents[2]
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


def test_a_pdf_of_our_own_comes_back_by_its_data_as_long_as_it_shows_the_same(tmp_path: Path) -> None:
    agreement = find_agreement(read_repository(ROOT, "mickcom").agreements, "mickcom")
    edition = agreement.editions[0]
    file = tmp_path / "x.pdf"
    file.write_bytes(FORMAT.make(agreement, edition, Notes(edition), "in force", House()))
    done = import_document(tmp_path, file, Wanted(slug="mickcom", title="", publisher="Firma", version=""), None)
    assert done.is_same and not done.came.doubts

    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        words = pdf.attachments["overeenkomst.json"].get_file().read_bytes().replace(b"redelijke", b"onredelijke")
        pdf.attachments["overeenkomst.json"] = pikepdf.AttachedFileSpec(pdf, words, filename="overeenkomst.json")
        pdf.save(file)
    came = read_document(file, language_of("nl"))
    assert came.data is None and "says other words than it shows" in came.doubts[-1].words
    assert Dropped("attached files", "overeenkomst.json") in came.dropped
