"""Agreements as firms have them in Word: where a heading is on two lines, a table of contents is typed, people sign."""

from __future__ import annotations

from pathlib import Path

from clausule.author.import_document import Imported, import_document
from clausule.author.new_agreement import Wanted
from clausule.check import check
from clausule.model.nodes import Items
from clausule.read import read_repository
from word_files import paragraph, run, table, word_file


def bold(words: str) -> str:
    return f"<w:p>{run(words, '<w:b/>')}</w:p>"


def bring_in(root: Path, *body: str) -> Imported:
    (root / "mkdocs.yml").write_text("site_name: P\nsite_url: https://example.org/\n", "utf-8")
    (root / "x.docx").write_bytes(word_file("".join(body)))
    return import_document(root, root / "x.docx", Wanted(slug="proef", title="", publisher="F", version="1.0"), None)


def bring_in_text(root: Path, text: str) -> Imported:
    (root / "mkdocs.yml").write_text("site_name: P\nsite_url: https://example.org/\n", "utf-8")
    (root / "x.txt").write_text(text, "utf-8")
    return import_document(root, root / "x.txt", Wanted(slug="proef", title="", publisher="F", version="1.0"), None)


def headings(done: Imported) -> list[str]:
    return [one.heading for one in done.split.files]


def test_a_heading_that_is_a_number_has_its_title_from_the_next_line_of_its_kind(tmp_path: Path) -> None:
    done = bring_in(
        tmp_path,
        bold("Overeenkomst"),
        bold("Artikel 1"),
        bold("Duur"),
        paragraph("1.1 Een jaar."),
        bold("Artikel 2"),
        paragraph("Slot"),
        paragraph("2.1 Klaar."),
        bold("BIJLAGE 1"),
        bold("A. Gegevens"),
        paragraph("Namen."),
        bold("BIJLAGE 2"),
        bold("Maatregelen"),
        paragraph("- een slot"),
    )
    assert headings(done) == ["", "Artikel 1 Duur", "Artikel 2", "BIJLAGE 1", "BIJLAGE 2 Maatregelen"]
    page = (tmp_path / "docs/proef/1.0/artikel-01.md").read_text("utf-8")
    assert page.endswith("# Artikel 1 Duur\n\n1.1 Een jaar.\n") and done.kinds == {"bijlage-2": "measures"}


ARTICLES = paragraph("Artikel 1 Duur", "H1") + paragraph("1.1 Een jaar.")


def test_who_sign_stand_on_a_page_of_their_own(tmp_path: Path) -> None:
    blanks = table([("Firma", "Klant"), ("Naam: ........", "Naam: ........")])
    done = bring_in(tmp_path, ARTICLES, paragraph("Aldus overeengekomen te ........ op ........"), blanks)
    assert headings(done)[-1] == "Aldus overeengekomen te ........ op ........"
    assert [one.name for one in done.split.files] == ["index.md", "artikel-01.md", "ondertekening.md"]


def test_what_is_signed_begins_with_the_first_words_about_it(tmp_path: Path) -> None:
    done = bring_in(
        tmp_path,
        ARTICLES,
        paragraph("Ondertekening", "H1"),
        paragraph("Firma B.V."),
        paragraph("Voor akkoord"),
        paragraph("Handtekening: ........"),
    )
    assert headings(done) == ["", "Artikel 1 Duur", "Ondertekening"]


def test_a_heading_of_an_annex_can_have_a_small_letter_and_no_number(tmp_path: Path) -> None:
    done = bring_in(tmp_path, ARTICLES, paragraph("Bijlage: tarieven", "H1"), paragraph("Tien euro."))
    assert headings(done)[-1] == "Bijlage: tarieven"
    sentence = bring_in_other(tmp_path, ARTICLES, paragraph("Bijlage 1 bevat de tarieven"), paragraph("Tien euro."))
    assert headings(sentence) == ["", "Artikel 1 Duur"]


def bring_in_other(root: Path, *body: str) -> Imported:
    (root / "anders").mkdir()
    return bring_in(root / "anders", *body)


def test_a_table_of_contents_that_was_typed_is_left_out(tmp_path: Path) -> None:
    done = bring_in(
        tmp_path,
        paragraph("Overeenkomst", "Title"),
        paragraph("Inhoud"),
        paragraph("Artikel 1 Duur\t2"),
        paragraph("Artikel 2 Slot 3"),
        ARTICLES,
        paragraph("Artikel 2 Slot", "H1"),
        paragraph("2.1 Klaar 3"),
    )
    assert [one.words for one in done.came.dropped] == ["Inhoud", "Artikel 1 Duur 2", "Artikel 2 Slot 3"]
    assert headings(done) == ["", "Artikel 1 Duur", "Artikel 2 Slot"]


def test_a_clause_with_a_table_of_sub_processors_speaks_of_the_list(tmp_path: Path) -> None:
    rows = table([("Naam", "Dienst", "Land"), ("Wolk", "opslag", "NL")])
    done = bring_in(
        tmp_path, ARTICLES, paragraph("Artikel 2 Subverwerkers", "H1"), paragraph("2.1 Subverwerkers zijn:"), rows
    )
    assert done.drafted and done.drafted.names == ["Wolk"]
    assert "unreferred-list" not in [one.rule for one in check(read_repository(tmp_path))]


def test_a_table_whose_first_row_is_like_the_others_has_it_as_a_header(tmp_path: Path) -> None:
    rows = table([("Naam", "Dienst", "Land"), ("Wolk", "opslag", "NL")]).replace("<w:trPr><w:tblHeader/></w:trPr>", "")
    done = bring_in(tmp_path, ARTICLES, paragraph("Bijlage 1 Subverwerkers", "H1"), rows)
    assert done.drafted and done.drafted.names == ["Wolk"]


def test_the_word_above_a_column_of_terms_is_no_term(tmp_path: Path) -> None:
    for number, (first, terms) in enumerate(
        {
            ("Begrip", "Betekenis"): ["Dienst"],
            ("Begrippen:", "Wat het is"): ["Dienst"],
            ("Begrip", "iedere term die in dit artikel staat"): ["Begrip", "Dienst"],
            ("Klant", "de afnemer"): ["Klant", "Dienst"],
        }.items()
    ):
        root = tmp_path / str(number)
        root.mkdir()
        rows = table([first, ("Dienst", "wat is afgesproken")]).replace("<w:trPr><w:tblHeader/></w:trPr>", "")
        bring_in(root, paragraph("Artikel 1 Begrippen", "H1"), rows, paragraph("Artikel 2 Duur", "H1"), paragraph("X."))
        (edition,) = read_repository(root).agreements[0].editions
        assert [one.term for one in edition.definitions] == terms, first


def test_a_text_that_word_saved_comes_in_with_its_articles_items_and_terms(tmp_path: Path) -> None:
    """Each line is a paragraph; its contents are no words of the agreement."""
    long = "Verwerker doet alleen wat Verwerkingsverantwoordelijke hem schriftelijk opdraagt, en niets anders dan dat, "
    done = bring_in_text(
        tmp_path,
        "Verwerkersovereenkomst Proef\nInhoudsopgave\nArtikel 1 Begrippen\t2\nArtikel 2 Duur\t3\n\n"
        "    Artikel 1 Begrippen\n        1.1 Hierin betekent:\nDatalek\neen inbreuk.\nDienst\nwat wij doen.\n"
        "Klant\nwie tekent.\n    Artikel 2 Duur\n        2.1 " + long * 2 + "en zolang:\n"
        "            a. de Dienst duurt;\n                (i) geheel; of\n                (ii) deels;\n"
        "            b. dat nodig is.\n",
    )
    assert headings(done) == ["", "Artikel 1 Begrippen", "Artikel 2 Duur"]
    assert done.came.dropped[0].words == "Inhoudsopgave" and done.came.place(9) == "line 9"
    page = (tmp_path / "docs/proef/1.0/artikel-02.md").read_text("utf-8")
    assert page.endswith("a. de Dienst duurt;\n\n    (i) geheel; of\n\n    (ii) deels;\n\nb. dat nodig is.\n")
    assert "\nDatalek\n:   een inbreuk.\n" in (tmp_path / "docs/proef/1.0/artikel-01.md").read_text("utf-8")


def test_contents_without_the_number_that_a_heading_has_are_contents(tmp_path: Path) -> None:
    contents = [paragraph("Inhoud"), paragraph("Artikel 1 Duur 1"), paragraph("Artikel 2 Slot 2")]
    articles = [paragraph("Duur", "H1"), paragraph("1.1 Een jaar."), paragraph("Slot", "H1"), paragraph("2.1 Klaar.")]
    done = bring_in(tmp_path, bold("Overeenkomst"), *contents, *articles)
    assert [one.words for one in done.came.dropped] == ["Inhoud", "Artikel 1 Duur 1", "Artikel 2 Slot 2"]


def test_the_heading_above_contents_that_word_keeps_apart_goes_with_them(tmp_path: Path) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    inner = paragraph("Artikel 1 Duur") + paragraph("Artikel 2 Slot")
    contents = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    done = bring_in(tmp_path, paragraph("Proef"), bold("Inhoudsopgave"), contents, paragraph("Partijen"), ARTICLES)
    assert {one.words for one in done.came.dropped} == {"Artikel 1 Duur Artikel 2 Slot", "Inhoudsopgave"}
    assert (tmp_path / "docs/proef/1.0/index.md").read_text("utf-8").endswith("# Proef\n\nPartijen\n")


FOOT = "\n" * 12 + "Opslagvoorwaarden Firma, versie 1 © Firma\n\n\n"
FROM_PAGES = f"""Opslagvoorwaarden


Inhoudsopgave

Waarom .......... 1

Artikel 1. Duur .......... 2

Vragenlijst schade .......... 3
{FOOT}Waarom
Wie iets bij een ander in bewaring geeft, wil weten wat er met die zaken gebeurt, en wie
betaalt als er iets stuk gaat.
{FOOT}Artikel 1. Duur

1.1 Deze overeenkomst duurt een jaar. Firma bewaart in die tijd alles wat de klant bij
haar brengt, en geeft het terug zodra de klant daarom vraagt.
{FOOT}BIJLAGE 1

A. Diensten

Firma levert:

Opslag
Vervoer van:
o meubels
o schilderijen
Verzekering

B. Schade melden

Vragenlijst schade

Wat is er stuk?

..............................

Is er aangifte gedaan? Omcirkel het antwoord

Bij de politie: JA / NEE
Elders, namelijk: ........................ (invullen)

Wie heeft het gezien

"""


def test_a_text_from_pages_becomes_what_the_pages_showed(tmp_path: Path) -> None:
    done = bring_in_text(tmp_path, FROM_PAGES)
    (edition,) = read_repository(tmp_path).agreements[0].editions
    (annex,) = edition.annexes
    assert [one.title for one in edition.preamble] == ["Waarom"]
    assert [(one.label, one.title, one.level) for one in annex.sections] == [
        ("A", "Diensten", 2),
        ("B", "Schade melden", 2),
        ("", "Vragenlijst schade", 2),
        ("", "Wat is er stuk?", 3),
        ("", "Is er aangifte gedaan? Omcirkel het antwoord", 3),
    ]
    listed = next(block for block in annex.sections[0].blocks if isinstance(block, Items))
    assert [one.text.plain for one in listed.items] == ["Opslag", "Vervoer van:", "Verzekering"]
    assert isinstance(inner := listed.items[1].blocks[0], Items) and len(inner.items) == 2
    assert done.kinds == {"bijlage-1": "questionnaire"}
    assert [one.words for one in done.came.doubts] == [
        "this stands alone, and may be a heading or of a table: Wie heeft het gezien"
    ]


UNSAID = """Deze overeenkomst regelt de verwerking van gegevens door de een voor de ander.

1 Duur

1.1 Een jaar.

2 Slot

2.1 Klaar.

Ondertekening

Naam: ............

1 Soorten gegevens

Namen en adressen van klanten.

2 Betrokkenen

Klanten en hun medewerkers.

1 Toegang

Een slot op de deur.

2 Opslag

Een kopie in de kelder.
"""


def test_what_a_text_does_not_say_is_a_doubt_with_its_line(tmp_path: Path) -> None:
    done = bring_in_text(tmp_path, UNSAID)
    assert [(one.number, one.words) for one in done.came.doubts] == [
        (1, "no title stands above the text; docs/proef/index.md has the name of the agreement"),
        (15, "an annex may begin above this, and no line says so: 1 Soorten gegevens"),
        (23, "an annex may begin above this, and no line says so: 1 Toegang"),
    ]


def test_an_article_out_of_the_row_of_numbers_is_a_doubt_with_its_line(tmp_path: Path) -> None:
    rows = ["# Artikel 1 Duur", "Een jaar.", "# Artikel 3 Slot", "Klaar.", "## Uitleg", "Zo."]
    rows += ["# Artikel 2 Prijs", "Tien.", "# Artikel 1 Nog een", "Elf."]
    (tmp_path / "x.md").write_text("Overeenkomst\n\n" + "\n\n".join(rows), "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: P\nsite_url: https://example.org/\n", "utf-8")
    done = import_document(tmp_path, tmp_path / "x.md", Wanted(slug="p", title="P", publisher="F", version="1"), None)
    assert [(one.number, one.words) for one in done.came.doubts if "row" in one.words] == [
        (7, "out of the row of articles: Artikel 3 Slot"),
        (19, "out of the row of articles, so it stands as words of 'Artikel 2 Prijs': Artikel 1 Nog een"),
    ]
    assert [one.title for one in done.edition.articles] == ["Duur", "Slot", "Prijs"]  # in the order of the text


def test_where_the_text_says_it_there_is_no_doubt(tmp_path: Path) -> None:
    said = UNSAID.replace("1 Soorten", "Bijlage 1\n\n1 Soorten").replace("1 Toegang", "Bijlage 2\n\n1 Toegang")
    assert bring_in_text(tmp_path, f"Overeenkomst\n\n{said}").came.doubts == []


def test_titles_in_bold_that_count_behind_the_signatures_may_begin_annexes(tmp_path: Path) -> None:
    """A program that wrote a page for the web leaves the word of the number of a heading out: 'Bijlage 1' is '1.'."""
    (tmp_path / "mkdocs.yml").write_text("site_name: P\nsite_url: https://example.org/\n", "utf-8")
    page = """<h1>Overeenkomst</h1><h2>Artikel 1 Duur</h2><p>1.1 Een jaar.</p><h2>Artikel 2 Slot</h2><p>2.1 Klaar.</p>
    <h2>Ondertekening</h2><p>Naam: ____________</p><ol><li><b>Voor de klant</b></ol><p>Naam: ____________</p>
    <ol><li><b>Gegevens</b></ol><p>Deze gegevens worden verwerkt: namen.</p>
    <ol start="2"><li><b>Maatregelen</b></ol><ul><li>een slot</ul>"""
    (tmp_path / "x.html").write_text(page, "utf-8")
    wanted = Wanted(slug="proef", title="", publisher="F", version="1.0")
    done = import_document(tmp_path, tmp_path / "x.html", wanted, None)
    begins = [one.words for one in done.came.doubts if "annex" in one.words]
    assert begins == ["an annex may begin above this, and no line says so: 1. **Gegevens**"]
