"""The PDF of an edition: its words and no others, whatever they look like; what checkers say of it; the same bytes."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pdfua
import pikepdf
import pytest
from pikepdf import pdfa
from pypdf import PdfReader
from typst import Compiler, Fonts

from clausule.analysis.references import Notes
from clausule.formats import typesetting
from clausule.formats.flow import flow_of
from clausule.formats.jsonfile import as_short_json
from clausule.formats.pdf import FORMAT
from clausule.formats.sheets import sheets
from clausule.formats.signs import unknown_signs
from clausule.formats.typesetting import TypesettingError
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.read import read_repository
from clausule.read.house import House
from session import read_home
from unit.formats.test_flow import ANNEX, ARTICLE, INDEX, words_of, written
from words import letters

HOUSE = House(address="https://x.example/", colour="#7a1f3d")
HOSTILE = (
    r"""#eval("1") #{panic()} $x$ *b* <lab> @ref \u{41} "q" 'r' ] ) // no /* no */ ~ -- --- ... = kop """
    """+ 1 #import "a.typ" `r`"""
)
# What pikepdf says of each file that typst makes, and typst of none: it does not know the extension schema that PDF/A
# itself asks for (pdfaExtension), level A, nor a destination that is a reference.
ALARMS = Counter(
    {
        "XMP namespace xmpTPg=http://ns.adobe.com/xap/1.0/t/pg/ is not permitted": 1,
        "XMP namespace pdfaExtension=http://www.aiim.org/pdfa/ns/extension/ is not permitted": 1,
        "XMP namespace pdfaSchema=http://www.aiim.org/pdfa/ns/schema# is not permitted": 1,
        "XMP namespace pdfaProperty=http://www.aiim.org/pdfa/ns/property# is not permitted": 1,
        "the content of structured XMP property xmpMM:History is not checked": 1,
        "XMP property pdfaExtension:schemas is not permitted": 1,
        "XMP property pdfuaid:part is not permitted": 1,
        "XMP property xmpTPg:NPages is not permitted": 1,
        "pdfaid:conformance is 'A', expected 'B'": 1,
    }
)


def made(agreement: Agreement, edition: Edition, house: House = HOUSE, status: str = "in force") -> bytes:
    return FORMAT.make(agreement, edition, Notes(edition), status, house)


def of_files(root: Path, **files: str) -> tuple[Agreement, Edition]:
    agreement = read_repository(written(root, files)).agreements[0]
    return agreement, agreement.editions[0]


def text_of(data: bytes) -> str:
    """The words of the pages behind cover and contents, without the running head and foot of each."""
    pages = [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(data)).pages[2:]]
    assert all("pagina" in page[-1] for page in pages)
    return "\n".join("\n".join(page[1:-1]) for page in pages)


@pytest.mark.parametrize("name", ["mickcom", "voorbeeld"])
def test_the_words_are_those_of_the_edition(name: str) -> None:
    agreement = next(one for one in read_home().agreements if one.slug == name)
    edition = agreement.editions[-1]
    expected = letters("\n".join(map(words_of, flow_of(agreement, edition, Notes(edition)))))
    assert letters(text_of(made(agreement, edition))) == expected


def test_what_looks_like_typst_is_words(tmp_path: Path) -> None:
    hostile = ARTICLE.replace("Tweede lid:", f"Tweede lid {HOSTILE}:")
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=hostile)
    own = next(clause for clause in edition.articles[0].clauses if clause.number == "2.2").blocks[0]
    shown = "".join(own.text.plain.split())  # type: ignore[union-attr]
    assert "#eval" in shown and "#import" in shown and "panic" in shown
    assert shown in "".join(text_of(made(agreement, edition)).split())


def test_a_cover_says_only_what_lasts(tmp_path: Path) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE)
    data = made(agreement, edition)
    cover = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    wanted = ("Overeenkomst", "Versie 1.0 (25-05-2018)", "25 mei 2018", Notes(edition).sha256)
    assert all(words in cover for words in wanted) and "https://x.example/proef/1.0/" in cover
    assert data == made(agreement, edition, status="lapsed")
    assert "Concept" in PdfReader(io.BytesIO(made(agreement, replace(edition, concept=True)))).pages[0].extract_text()


def test_every_page_says_which_of_how_many_it_is(tmp_path: Path) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE)
    pages = PdfReader(io.BytesIO(made(agreement, edition))).pages
    feet = [page.extract_text().splitlines()[-1] for page in pages]
    assert feet == [f"https://x.example/proef/1.0/ pagina {n} van {len(pages)}" for n in range(1, len(pages) + 1)]


def test_what_was_set_before_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE)
    later = replace(edition, concept=True)
    made(agreement, edition)
    after_another = made(agreement, later)
    fonts = Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[f"{typesetting._TEMPLATES}/fonts"]
    )
    alone = Compiler(root=typesetting._TEMPLATES, font_paths=fonts, sys_inputs={"nothing": "is known"})
    monkeypatch.setattr(typesetting, "_compiler", lambda: alone)
    assert made(agreement, later) == after_another


def test_the_data_of_the_edition_go_with_it_without_what_changes_with_the_day(tmp_path: Path) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE)
    with pikepdf.open(io.BytesIO(made(agreement, edition))) as pdf:
        file = pdf.attachments["overeenkomst.json"].get_file()
        told, size = json.loads(file.read_bytes()), file.size
        about = {key: str(value) for key, value in pdf.docinfo.items()}
        language = str(pdf.Root.Lang)
    assert told["sha256"] == Notes(edition).sha256 and "status" not in told and size == len(as_short_json(told))
    assert about["/Title"] == "Overeenkomst" and language == "nl"
    assert [about[key][:10] for key in ("/CreationDate", "/ModDate")] == ["D:20180525"] * 2


def test_what_is_attached_is_in_what_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE)
    told, names = {"one": {"status": ""}, "other": {"status": "", "more": 1}}, []
    for data in told.values():
        monkeypatch.setattr("clausule.formats.pdf.edition_json", lambda *_, data=data, **__: data)
        names.append(PdfReader(io.BytesIO(made(agreement, edition))).trailer["/ID"][1])
    assert names[0] != names[1]


def test_the_dots_of_the_contents_are_one_run_a_line(tmp_path: Path) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE)
    page = PdfReader(io.BytesIO(made(agreement, edition))).pages[1]
    lines = [line for line in page.extract_text().splitlines() if ". . . ." in line or "...." in line]
    drawn = len(re.findall(rb"T[jJ]\b", page.get_contents().get_data()))  # type: ignore[union-attr]
    assert lines and drawn < 5 * len(lines) + 10  # of which ten are the heading and what runs on each page


def test_a_questionnaire_a_table_and_footnotes_pass_what_checkers_look_at(tmp_path: Path) -> None:
    article = ARTICLE.replace(
        "Na de lijst.", "Na de lijst.[^1] Weer.[^1]\n\n[^1]: Noot bij [de wet](https://e.example)."
    )
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=article, bijlage_1=ANNEX)
    (tmp_path / "made.pdf").write_bytes(made(agreement, edition))
    assert [found.message for found in pdfua.validate(tmp_path / "made.pdf").findings] == []
    with pikepdf.open(tmp_path / "made.pdf") as pdf:
        found = Counter(one.message for one in pdfa.check(pdf, "3b").findings)
    fonts = found.pop("/CIDSet on a CIDFontType2 subset is not checked")
    leading = [
        message for message in found if re.fullmatch(r"'\d+ 0 R' is not valid under any of the given schemas", message)
    ]
    assert {message: found[message] for message in found if message not in leading} == ALARMS
    assert fonts == 5 and leading


def test_a_word_that_fits_in_no_line(tmp_path: Path) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE.replace("betaalt", "bet" + "aal" * 60))
    assert "bet" + "aal" * 60 in letters(text_of(made(agreement, edition)))


@pytest.mark.parametrize(
    ("sign", "strange"), [("\u6f22", "\u6f22"), ("\u2610 \u2192 \u0151 \u00ad", ""), ("\U0001f642", "\U0001f642")]
)
def test_a_sign_that_no_font_has_is_named_and_there_is_no_pdf(tmp_path: Path, sign: str, strange: str) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE.replace("betaalt", sign))
    assert FORMAT.is_there(agreement, edition) is not bool(strange)
    assert FORMAT.lacks(agreement, edition) == (f"the fonts do not have {strange}" if strange else "")
    if strange:
        with pytest.raises(TypesettingError, match=strange):
            made(agreement, edition)
    else:
        assert sign.split()[0] in text_of(made(agreement, edition))


def test_every_style_of_the_fonts_shows_what_is_said_to_be_there(tmp_path: Path) -> None:
    signs = "\u25cf\u2717\u21d2\u2011"
    assert unknown_signs(signs) == ""
    agreement, edition = of_files(
        tmp_path, index=INDEX, artikel_02=ARTICLE.replace("betaalt** *snel", f"{signs}** *{signs}")
    )
    assert text_of(made(agreement, edition)).count(signs[:3]) == 2


def test_controls_and_marks_of_order_are_refused_as_the_standards_do() -> None:
    assert unknown_signs("a\u0007\ufeff\t\n\u200d\u2028b") == "\u0007\ufeff"
    assert unknown_signs("\x1c\x1d\x1e\x1f\u1680") == "\x1c\x1d\x1e\x1f\u1680"  # white space, to Python
    assert unknown_signs("\x0b\x0c\x85\u00a0\u2009\u3000") == ""


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#7a1f3d"/>'
    b'<text x="2" y="14">P</text></svg>'
)


@pytest.mark.parametrize(("logo", "ending", "shown"), [(SVG, "svg", True), (b"\x89PNG\r\n\x1a\nno more", "png", False)])
def test_a_logo_stands_on_the_cover_and_one_that_is_damaged_does_not(
    tmp_path: Path, logo: bytes, ending: str, shown: bool
) -> None:
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=ARTICLE)
    agreement = replace(
        agreement, meta=replace(agreement.meta, values={**agreement.meta.values, "publisher": "Proef B.V."})
    )
    house = replace(HOUSE, logo=logo, logo_ending=ending)
    (tmp_path / "made.pdf").write_bytes(made(agreement, edition, house))
    assert [found.message for found in pdfua.validate(tmp_path / "made.pdf").findings] == []
    cover = PdfReader(tmp_path / "made.pdf").pages[0].extract_text()
    assert cover.count("Proef B.V.") == (1 if shown else 2)  # in place of a logo stands the name


@pytest.mark.parametrize("tag", ["nl", "en"])
def test_no_line_ends_within_the_name_of_a_standard(tag: str) -> None:
    said = FORMAT.made_as(language_of(tag))
    assert "PDF/UA\u20111" in said and "PDF/A\u20113a" in said and "-" not in said


def test_an_item_of_an_annex_without_a_number_is_no_place_of_the_annex_with_its_number(tmp_path: Path) -> None:
    annexes = {
        "bijlage": "# Bijlage\n\n1. Sloten.\n\n2. Alarm.\n",
        "bijlage_1": "# Bijlage 1. Prijzen\n\n1. Een euro.\n",
    }
    clause = "# Artikel 2. Zorg\n\n2.1 Zie bijlage 1.\n"
    agreement, edition = of_files(tmp_path, index=INDEX, artikel_02=clause, **annexes)
    flow = flow_of(agreement, edition, Notes(edition))
    (found,) = sheets([flow])
    named = {one["words"]: one.get("id") for one in found if one["kind"] == "heading"}
    assert named["Bijlage 1. Prijzen"] == "bijlage-1"
    ids = [entry.get("id") for one in found if one["kind"] == "list" for entry in one["entries"]]
    assert ids == ["artikel-2.1", None, "bijlage-2", "bijlage-1-1"]
    assert "Sloten" in text_of(made(agreement, edition))
