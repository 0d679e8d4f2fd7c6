"""A PDF is opened in a process of its own; what cannot be read is refused in a sentence, and nothing is written."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import typst

from clausule.analysis.references import Notes
from clausule.author.import_document import import_document, read_document
from clausule.author.new_agreement import Wanted
from clausule.formats.pdf import FORMAT
from clausule.language.language import language_of
from clausule.language.nl import grammar
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import find_agreement
from clausule.read.house import House
from clausule.read.importing.document import Block, Dropped, NoDocument
from clausule.read.importing.pdf.opened import open_pdf
from clausule.read.importing.pdf.read import read_pdf
from made_pdf import Words, made_pdf, pdf_of
from session import read_home

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
    ("make", "words"),
    [
        (lambda: made_pdf([TEXT])[:-200], "is damaged, and cannot be read as a whole"),
        (lambda: b"%PDF-1.7\nniets\n%%EOF\n", "is damaged"),
        (lambda: pdf_of([PACKED[:20] + b"\xff\xff\xff" + PACKED[23:]]), "is damaged"),
        (lambda: pdf_of([zlib.compress(b" " * 210_000_000)]), "takes more memory than an agreement can need"),
        (lambda: made_pdf([[]]), "holds no text"),
        (lambda: made_pdf([[]] * 1001), "has more than 1000 pages"),
    ],
    ids=["cut off", "no objects", "a spoilt stream", "a bomb", "empty", "long"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(make: Callable[[], bytes], words: str) -> None:
    with pytest.raises(NoDocument, match=rf"^x\.pdf {words}") as caught:
        read_pdf(make(), "x.pdf", grammar)
    assert "\n" not in str(caught.value)


def test_a_pdf_of_our_own_comes_back_by_its_data_as_long_as_it_shows_the_same(tmp_path: Path) -> None:
    agreement = find_agreement(read_home("mickcom").agreements, "mickcom")
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


def test_a_pdf_of_our_own_without_its_data_comes_back_by_what_it_shows(tmp_path: Path) -> None:
    agreement = find_agreement(read_home("123meekijken").agreements, "123meekijken")
    edition = agreement.editions[0]
    file = tmp_path / "x.pdf"
    file.write_bytes(FORMAT.make(agreement, edition, Notes(edition), "undated", House()))
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        del pdf.attachments["overeenkomst.json"]
        pdf.save(file)
    done = import_document(tmp_path, file, Wanted(slug="123meekijken", title="", publisher="F", version=""), None)
    assert done.came.data is None
    same = replace(done.edition, recipe=edition.recipe, frozen_as=edition.name_in_hash)
    assert edition_sha256(same) == edition_sha256(edition)


@pytest.mark.parametrize(
    ("turned", "matrix", "first", "second"),
    [
        (90, "0 1 -1 0", "100 70", "120 70"),
        (180, "-1 0 0 -1", "500 70", "500 90"),
        (270, "0 -1 1 0", "495 772", "475 772"),
    ],
)
def test_a_page_that_is_turned_so_that_it_can_be_read_is_read(
    turned: int, matrix: str, first: str, second: str
) -> None:
    shown = ((first, "Artikel 1 Duur"), (second, "1.1 Een jaar en nog wat langer dan dat"))
    body = "\n".join(f"BT /F1 10 Tf {matrix} {place} Tm ({words}) Tj ET" for place, words in shown)
    document = read_pdf(pdf_of([zlib.compress(body.encode())], extra=f"/Rotate {turned} "), "x.pdf", grammar)
    assert [one.words for one in document.blocks if isinstance(one, Block)] == [words for _, words in shown]
    assert not document.dropped


def test_a_pdf_whose_fonts_do_not_say_which_letters_they_show_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(typst.compile(b"Artikel 1 Duur. Deze overeenkomst duurt een jaar."))
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
                del one["/ToUnicode"]
        pdf.save(file)
    with pytest.raises(NoDocument, match="does not say which letters its signs are"):
        read_pdf(file.read_bytes(), "x.pdf", grammar)


def test_a_password_that_is_needed_to_open_is_told_and_one_that_is_not_is_no_matter(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    for password in ("geheim", ""):
        with pikepdf.open(io.BytesIO(made_pdf([TEXT]))) as pdf:
            pdf.save(file, encryption=pikepdf.Encryption(user=password, owner="eigenaar"))
        if password:
            with pytest.raises(NoDocument, match="needs a password to be opened"):
                read_pdf(file.read_bytes(), "x.pdf", grammar)
        else:
            assert len(read_pdf(file.read_bytes(), "x.pdf", grammar).blocks) == 2


@pytest.mark.parametrize(("before", "glued"), [("Een regel met vijf woorden erin", True), ("Geenblank", False)])
def test_white_space_of_a_box_behind_a_stroke_is_none_of_the_words(before: str, glued: bool) -> None:
    shown = [(72, 120, 10, "plain", "JA"), (88, 120, 10, "plain", "/"), (94, 120, 10, "plain", "NEE")]
    (page,) = open_pdf(made_pdf([[(72, 100, 10, "plain", before), *shown]]), "x.pdf").pages
    assert {word.text: word.glued for word in page.words}["NEE"] is glued


@pytest.mark.parametrize(
    ("shown", "rules", "words"),
    [
        ([(72, "gebruikers"), (118.7, "jaar")], [(115, 90, 1, 40)], ["gebruikers", "jaar"]),
        ([(72, "gebruikers"), (118.7, "jaar")], [(115, 130, 1, 40)], ["gebruikersjaar"]),
        ([(72, "gebrui"), (99.8, "kers"), (118.7, "jaar")], [(115, 90, 1, 40)], ["gebruikersjaar"]),
        ([(72, "verantwoordelijke"), (100, "jaar")], [], ["verantwoordelijke", "jaar"]),
    ],
    ids=["behind a rule", "a rule elsewhere", "a word in pieces", "one on the other"],
)
def test_a_word_as_wide_as_its_cell_ends_where_the_next_cell_begins(
    shown: list[tuple[float, str]], rules: list[tuple[float, ...]], words: list[str]
) -> None:
    """'gebruikers' takes 46.7 points: 'jaar' stands right behind it."""
    (page,) = open_pdf(made_pdf([[(x, 120, 10, "plain", text) for x, text in shown]], rules=rules), "x.pdf").pages
    assert [word.text for word in page.words] == words


def test_a_hyphen_with_which_a_page_ends_is_one_of_the_line() -> None:
    """A program can write it as the soft hyphen, which is shown where a line ends."""
    pages = [
        f'#set text(lang: "nl")\n#page[{"Een woord verder. " * 30} overeen#sym.hyph.soft]',
        "#page[komst en meer.]",
    ]
    data = typst.compile("\n".join(pages).encode())
    assert open_pdf(data, "x.pdf").pages[0].words[-1].text == "overeen\x02"
