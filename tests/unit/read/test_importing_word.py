"""Word files: the numbers that Word computes, tracked changes, what is no part of the text, what is no Word."""

from __future__ import annotations

import io
import zipfile

import pytest

from clausule.read.importing.document import Block, Document, Grid, NoDocument, lines_of
from clausule.read.importing.word import Tracked, read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
LEVELS = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Kop1"/>
  <w:lvlText w:val="Artikel %1"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3."/>
  <w:pPr><w:ind w:left="500"/></w:pPr></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%4)"/>
  <w:pPr><w:ind w:left="900"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="none"/><w:lvlText w:val="Noot"/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Gewoon"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Gewoon"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kind"><w:name w:val="Kind van Kop"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
"""


def docx(body: str, *, space: str = W, **others: str) -> bytes:
    """A Word file with ``body``; ``others`` are parts by their names, in the same namespace."""
    parts = {"document": f"<w:body>{body}</w:body>", "numbering": LEVELS, "styles": STYLES} | others
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, inner in parts.items():
            root = {"header1": "hdr"}.get(name, name)
            file.writestr(f"word/{name}.xml", f"<w:{root} {space}>{inner}</w:{root}>")
    return out.getvalue()


def p(words: str, number: int | None = None, level: int = 0, style: str = "", runs: str = "", mark: str = "") -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{listed}{mark}</w:pPr>{runs or run(words)}</w:p>"


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def read(body: str, tracked: Tracked | None = None, **others: str) -> Document:
    return read_word(docx(body, **others), "x.docx", tracked)


def shown(document: Document) -> list[str]:
    return [line.text for line in lines_of(document) if line.text]


def test_numbers_are_those_that_word_computes() -> None:
    body = (
        p("Eén", style="Kop1") + p("a", 1, 1) + p("b", 1, 1) + p("c", 1, 2) + p("d", 1, 3) + p("e", 1, 3) + p("f", 1, 2)
    )
    body += p("Twee", style="Kind") + p("g", 1, 1) + p("h", 1, 2)
    assert shown(read(body)) == [
        *("# Artikel 1 Eén", "1.1 a", "1.2 b", "a. c", "    (i) d", "    (ii) e", "b. f"),
        *("# Artikel 2 Twee", "2.1 g", "a. h"),
    ]


HEADS = "".join(
    f'<w:style w:type="paragraph" w:styleId="K{level}"><w:name w:val="heading {level}"/></w:style>' for level in (2, 3)
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wij leveren.|Prijs", "1.1 Wij leveren.|1.2 Prijs"),  # half of them
        ("Wij leveren|Prijs;|Duur", "## 1.1 Wij leveren|## 1.2 Prijs;|## 1.3 Duur"),
        ("Wij:|Wij:|Wij;", "## 1.1 Wij:|## 1.2 Wij:|## 1.3 Wij;"),  # titles of parts of an annex
        (f"{'x' * 121}|Prijs", f"1.1 {'x' * 121}|1.2 Prijs"),
        (f"{'x' * 120}|Prijs", f"## 1.1 {'x' * 120}|## 1.2 Prijs"),
    ],
)
def test_a_style_of_headings_that_numbers_sentences_makes_no_headings(words: str, expected: str) -> None:
    body = p("Kop", style="Kop1") + "".join(p(one, 1, 1, "K2") for one in words.split("|")) + p("", 1, 1, "K2")
    found = shown(read(body + p("en", 1, 2, "K3") + p("Zonder nummer.", style="K2"), styles=STYLES + HEADS))
    item = "a. en" if expected.startswith("1") else "### a. en"
    assert found == ["# Artikel 1 Kop", *expected.split("|"), item, "## Zonder nummer."]


def test_a_start_is_overridden_once_and_legal_figures_are_decimal() -> None:
    body = p("Kop", 1, 0) + p("a", 3, 1) + p("b", 3, 1) + p("x", 2, 0) + p("y", 2, 0) + p("z", 2, 1) + p("n", 2, 2)
    marks = [block.mark for block in read(body).blocks if isinstance(block, Block)]
    assert marks == ["Artikel 1", "1.5", "1.6", "I", "II", "2.1", "Noot"]


def test_number_0_takes_a_paragraph_out_of_its_list_and_a_bullet_has_no_number() -> None:
    body = p("Kop", style="Kop1") + p("bullet", 2, 3) + p("geen", 0, 0, "Kop1") + p("Kop", style="Kop1")
    marks = [block.mark for block in read(body).blocks if isinstance(block, Block)]
    assert marks == ["Artikel 1", "-", "", "Artikel 2"]


def test_words_after_a_nested_list_are_those_of_the_clause() -> None:
    body = p("Kop", style="Kop1") + p("De melding bevat:", 1, 1) + p("de aard;", 1, 2) + p("al genomen;", 1, 3)
    assert shown(read(body + p("Is iets niet bekend, dan volgt het.")))[-1] == "Is iets niet bekend, dan volgt het."


CHANGE = p(
    "",
    runs=run("binnen ")
    + '<w:del w:author="A"><w:r><w:delText>veertien</w:delText></w:r></w:del>'
    + f'<w:ins w:author="A">{run("eenentwintig")}</w:ins>'
    + run(" dagen"),
)


@pytest.mark.parametrize(
    ("tracked", "words"), [("accept", "binnen eenentwintig dagen"), ("reject", "binnen veertien dagen")]
)
def test_tracked_changes_are_taken_as_asked(tracked: Tracked, words: str) -> None:
    assert shown(read(CHANGE, tracked)) == [words]


def test_pending_changes_are_asked_about() -> None:
    with pytest.raises(NoDocument, match=r"x\.docx has 2 tracked changes .*--tracked accept, or --tracked reject"):
        read(CHANGE)


def test_a_paragraph_end_that_was_taken_away_joins_what_stands_around_it() -> None:
    body = p("eerste ", mark='<w:rPr><w:del w:author="A"/></w:rPr>') + p("tweede")
    assert shown(read(body, "accept")) == ["eerste tweede"]
    assert shown(read(body, "reject")) == ["eerste", "tweede"]


def test_moved_words_stand_where_they_went_to() -> None:
    body = p("", runs=f'<w:moveFrom w:author="A">{run("weg")}</w:moveFrom>{run("blijft")}')
    body += p("", runs=f'<w:moveTo w:author="A">{run("weg")}</w:moveTo>')
    assert shown(read(body, "accept")) == ["blijft", "weg"]
    assert shown(read(body, "reject")) == ["wegblijft"]


def test_what_is_no_part_of_the_text_is_named() -> None:
    toc = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-1" </w:instrText></w:r>'
    toc += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Artikel 1 Kop 2")}'
    body = p("", runs=toc) + p("", runs=run("Artikel 2 Kop 3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body += p("Artikel 3 Kop 4", style="Inhopg1") + p("", runs=run("te zien") + run(" verborgen", "<w:vanish/>"))
    document = read(body, header1=p("Loopkop"))
    assert shown(document) == ["te zien"]
    assert [(one.what, one.words) for one in document.dropped] == [
        ("contents", "Artikel 1 Kop 2"),
        ("contents", "Artikel 2 Kop 3"),
        ("contents", "Artikel 3 Kop 4"),
        ("hidden text", "verborgen"),
        ("a running head or foot", "Loopkop"),
    ]


def test_the_result_of_a_field_is_read_and_what_it_asks_for_is_not() -> None:
    body = (
        run("zie artikel ")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _x \\r </w:instrText></w:r>'
    )
    body += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("7.2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body += run(".")
    assert shown(read(p("", runs=body))) == ["zie artikel 7.2."]


def test_a_footnote_stands_below_with_its_number() -> None:
    notes = f'<w:footnote w:id="4"><w:p>{run("Geen bevestiging.")}</w:p></w:footnote>'
    body = p("", runs=run("Een bericht") + '<w:r><w:footnoteReference w:id="4"/></w:r>' + run(" telt."))
    assert shown(read(body, footnotes=notes)) == ["Een bericht[^1] telt.", "[^1]: Geen bevestiging."]


def test_the_own_mark_of_a_footnote_is_none_of_its_words_however_often_it_stands_there() -> None:
    reference = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>a</w:t></w:r>'
    body = p("", runs=run("Een bericht") + reference)
    for marks in ("a", "aa"):  # LibreOffice writes it once more
        own = "".join(map(run, marks)) + run(" ") + run("a") + run(" priori.")
        notes = f'<w:footnote w:id="4"><w:p>{own}</w:p></w:footnote>'
        assert shown(read(body, footnotes=notes)) == ["Een bericht[^a]", "[^a]: a priori."]


def table(*rows: tuple[str, ...], head: str = "") -> str:
    cells = ("".join(f"<w:tc>{p('', runs=cell)}</w:tc>" for cell in row) for row in rows)
    rows_ = [f"<w:tr>{'' if at else head}{row}</w:tr>" for at, row in enumerate(cells)]
    return f"<w:tbl>{''.join(rows_)}</w:tbl>"


def test_a_table_has_a_header_only_where_the_file_says_so() -> None:
    plain = table((run("AVG"), run("de verordening")), (run("Dienst"), run("wat is afgesproken")))
    assert shown(read(plain))[:2] == ["|  |  |", "| --- | --- |"]
    bold = table((run("Naam", "<w:b/>"), run("Plaats", "<w:b/>")), (run("a"), run("b")))
    assert shown(read(bold)) == ["| Naam | Plaats |", "| --- | --- |", "| a | b |"]
    told = table((run("Naam"), run("Plaats")), (run("a"), run("b")), head="<w:trPr><w:tblHeader/></w:trPr>")
    (grid,) = read(told).blocks
    assert isinstance(grid, Grid) and grid.headed


def test_signs_that_markdown_would_read_stay_signs() -> None:
    assert shown(read(p("# geen kop *en* [geen link](x) _geen_ nadruk"))) == [
        r"\# geen kop \*en\* \[geen link\](x) \_geen\_ nadruk"
    ]


def test_strict_files_are_read_too() -> None:
    assert shown(read_word(docx(p("Woorden"), space=STRICT), "x.docx")) == ["Woorden"]


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


ENTITIES = (
    b'<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ' + W.encode() + b">&a;</w:document>"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 no zip at all", "is damaged: it cannot be unpacked"),
        (zipped(other=b"x"), "is a zip, and no Word file"),
        (zipped(word__document_xml=b" " * 25_000_000), "unpacks to more than 24 MB"),
        (zipped(word__document_xml=ENTITIES), "declares a document type"),
        (zipped(word__document_xml=b"<w:document"), "is damaged"),
        (zipped(word__document_xml=b"<a>" * 600 + b"</a>" * 600), "nested too deep"),
        (zipped(word__document_xml=b"<a>" + b"<b/>" * 500_000 + b"</a>"), "more parts than any agreement"),
        (zipped(word__document_xml=b'<a b="' + b"c" * 900_000 + b'"/>'), "longer than any agreement needs"),
        (zipped(word__document_xml=b"<a/>"), "holds no text of Word"),
    ],
    ids=["no zip", "other zip", "bomb", "entities", "cut off", "deep", "many", "long tag", "other XML"],
)
def test_what_is_no_word_file_is_said_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(NoDocument, match=words) as caught:
        read_word(data, "x.docx")
    assert str(caught.value).startswith("x.docx") and "\n" not in str(caught.value)


def test_a_macro_is_named_and_not_read() -> None:
    data = io.BytesIO(docx(p("Woorden")))
    with zipfile.ZipFile(data, "a") as file:
        file.writestr("word/vbaProject.bin", b"Sub AutoOpen")
    assert [one.what for one in read_word(data.getvalue(), "x.docm").dropped] == ["a macro"]


def test_a_paragraph_of_word_s_style_for_it_goes_on_in_the_item_above() -> None:
    styles = STYLES + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{words}"/>'
        f'<w:pPr><w:ind w:left="{left}"/></w:pPr></w:style>'
        for name, words, left in (("Verder", "List Continue", 100), ("Verder2", "List Continue 2", 500))
    )
    body = (
        p("a", 1, 1) + p("b", 1, 2) + p("van b", style="Verder2") + p("c", 1, 2) + p("van de bepaling", style="Verder")
    )
    beside = p("d", 1, 1) + p("e", 1, 2) + p("onder e", mark='<w:ind w:left="500"/>')
    assert shown(read(body + beside, styles=styles)) == [
        *("1.1 a", "a. b", "    van b", "b. c", "van de bepaling", "1.2 d", "a. e", "onder e"),
    ]


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Let op.</w:t></w:r></w:p>"
    "</w:txbxContent></w:drawing></mc:Choice>{other}</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    "other",
    [
        "",
        "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Let op.</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</mc:Fallback>",
    ],
)
def test_the_words_of_a_box_are_named_once(other: str) -> None:
    space = f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = p("", runs=run("Versie 4") + BOX.format(other=other))
    document = read_word(docx(body, space=space), "x.docx", None)
    assert shown(document) == ["Versie 4"]
    assert [(one.what, one.words) for one in document.dropped] == [("a picture or a box", "Let op.")]


DRAWN = '<v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="{}"/>'


@pytest.mark.parametrize(
    ("inner", "what", "words"),
    [
        ("<w:r><w:ruby><w:rubyBase><w:r><w:t>niet</w:t></w:r></w:rubyBase></w:ruby></w:r>", "what is not read", "niet"),
        ("<w:r><w:yearLong/></w:r>", "what is not read", "yearLong"),
        (f"<w:r><w:pict>{DRAWN.format('niet')}</w:pict></w:r>", "a picture or a box", "paragraph 1: niet"),
        (
            '<w:r><w:drawing><docPr descr="Kop"/></w:drawing></w:r>',
            "a picture or a box",
            "paragraph 1: Kop",
        ),
        ("<w:r><w:contentPart/></w:r>", "a picture or a box", "paragraph 1"),
    ],
)
def test_what_a_reader_sees_and_is_no_word_of_the_text_is_named(inner: str, what: str, words: str) -> None:
    document = read(p("", runs=run("Versie 4") + inner))
    assert shown(document) == ["Versie 4"]
    assert [(one.what, one.words) for one in document.dropped] == [(what, words)]


def test_what_shows_nothing_is_not_named() -> None:
    marks = (
        '<w:bookmarkStart w:id="1"/><w:bookmarkEnd w:id="1"/><w:proofErr/>'
        '<w:r><w:lastRenderedPageBreak/></w:r><w:moveFromRangeStart w:id="2"/><x><y/></x>'
    )
    assert read(p("", runs=run("Versie 4") + marks) + "<w:sectPr/>").dropped == []


def test_a_picture_in_a_running_head_is_named() -> None:
    stamp = f"<w:p><w:r><w:pict>{DRAWN.format('Vervallen')}</w:pict></w:r></w:p>"
    document = read(p("Versie 4"), header1=stamp)
    assert ("a picture or a box", "paragraph 1: Vervallen") in [(one.what, one.words) for one in document.dropped]


DARK = '<w:shd w:val="clear" w:fill="1F3A5F"/>'


@pytest.mark.parametrize(
    ("look", "odd"),
    [
        ("<w:strike/>", "struck through"),
        ("<w:dstrike/>", "struck through"),
        ('<w:strike w:val="0"/>', ""),
        ('<w:rStyle w:val="Weg"/>', "struck through"),
        ('<w:color w:val="FFFFFF"/>', "hardly to be seen"),
        ('<w:color w:val="000000" w:themeColor="background1"/>', "hardly to be seen"),
        ('<w:color w:val="808080"/>', ""),
        ('<w:color w:val="auto"/>', ""),
        (f'<w:color w:val="FFFFFF"/>{DARK}', ""),
        (f'<w:color w:val="1F3A60"/>{DARK}', "hardly to be seen"),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', "hardly to be seen"),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', ""),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:fill="FFFFFF"/>', ""),
        ('<w:sz w:val="7"/>', "hardly to be seen"),
        ('<w:sz w:val="8"/>', ""),
        ('<w:w w:val="29"/>', "hardly to be seen"),
        ('<w:w w:val="30%"/>', ""),
        ('<w:spacing w:val="-61"/>', "hardly to be seen"),
        ('<w:spacing w:val="-60"/>', ""),
        ('<w:position w:val="73"/>', "hardly to be seen"),
        ('<w:position w:val="-73"/>', "hardly to be seen"),
        ('<w:position w:val="72"/>', ""),
    ],
)
def test_words_that_a_reader_does_not_see_as_they_are_stay_and_are_doubts(look: str, odd: str) -> None:
    styles = f'{STYLES}<w:style w:type="character" w:styleId="Weg"><w:rPr><w:strike/></w:rPr></w:style>'
    document = read(p("x") + p("", runs=run("Klant betaalt ") + run("niet", look)), styles=styles)
    assert shown(document) == ["x", "Klant betaalt niet"]
    assert [(one.number, one.said) for one in document.doubts] == ([(2, f"{odd}: niet")] if odd else [])


def test_what_lies_behind_a_paragraph_or_a_cell_is_its_paper() -> None:
    white = run("Prijs", '<w:color w:val="FFFFFF"/>')
    cell = f"<w:tc><w:tcPr>{DARK}</w:tcPr>{p('', runs=white)}</w:tc>"
    styles = (
        f'{STYLES}<w:style w:type="paragraph" w:styleId="Kader"><w:pPr>{DARK}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Wit"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    )
    seen = p("", runs=white, mark=DARK) + p("", runs=white, style="Kader") + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    document = read(seen + p("Kosten", style="Wit"), styles=styles)
    assert [one.said for one in document.doubts] == ["hardly to be seen: Kosten"]


def test_words_that_a_program_takes_from_data_in_the_file_are_a_doubt() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    document = read(p("x") + p("", runs=control(run("Klant"))) + control(p("Prijs")))
    assert shown(document) == ["x", "Klant", "Prijs"]
    begin = "replaced by data in the file when a program opens it: "
    assert [one.said.removeprefix(begin) for one in document.doubts] == ["Klant", "Prijs"]


def test_a_number_with_a_word_before_it_is_that_of_a_clause() -> None:
    levels = """<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimalZero"/><w:isLgl/><w:lvlText w:val="Section %1.%2"/>
  <w:pPr><w:ind w:left="700"/></w:pPr></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    body = p("", 1, 0, runs=run("Fees", "<w:b/>")) + p("We pay.", 1, 1) + p("You pay.", 1, 1)
    assert shown(read(body, numbering=levels)) == [
        "## Article I. Fees",
        "Section 1.01 We pay.",
        "Section 1.02 You pay.",
    ]


def cell(inner: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"


def test_a_cell_over_two_columns_keeps_what_is_beside_it_in_its_column() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell(p('Soort'))}{cell(p('Duur'))}{cell(p('Prijs'))}</w:tr>"
        f"<w:tr>{cell(p('Klein en groot'), wide)}{cell(p('€ 9'))}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(p("1 uur"))}{cell(p("€ 7"))}</w:tr></w:tbl>'
    )
    assert shown(read(body))[2:] == [
        "| Soort | Duur | Prijs |",
        "| Klein en groot |  | € 9 |",
        "|  | 1 uur | € 7 |",
    ]


def test_a_table_in_a_cell_comes_once_and_is_a_doubt() -> None:
    rows = (f"<w:tr>{cell(p(one))}{cell(p(other))}</w:tr>" for one, other in (("hoog", "1 uur"), ("laag", "8 uur")))
    inner = f"<w:tbl>{''.join(rows)}</w:tbl>"
    body = f"<w:tbl><w:tr>{cell(p('Reactie') + inner + p('op werkdagen'))}{cell(p('x'))}</w:tr></w:tbl>"
    document = read(body)
    assert shown(document)[-1] == r"| Reactie<br>hoog \| 1 uur<br>laag \| 8 uur<br>op werkdagen | x |"
    assert ["table within a table" in one.words for one in document.doubts] == [True]


def test_a_row_that_a_control_repeats_is_a_row() -> None:
    row = f"<w:tr>{cell(p('a'))}{cell(p('b'))}</w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtPr/><w:sdtContent>{row}</w:sdtContent></w:sdt>{row}</w:tbl>"
    assert shown(read(body))[2:] == ["| a | b |", "| a | b |"]


def test_a_formula_keeps_its_signs_and_is_a_doubt() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    part = "<m:f><m:num><m:r><m:t>uren</m:t></m:r></m:num><m:den><m:r><m:t>30</m:t></m:r></m:den></m:f>"
    document = read(
        p("", runs=f"{run('De vergoeding is ')}<m:oMath {math}>{part}<m:r><m:t> x 2</m:t></m:r></m:oMath>.")
    )
    assert shown(document) == ["De vergoeding is uren/30 x 2"]
    assert [one.words for one in document.doubts] == ["a formula: uren/30 x 2"]


@pytest.mark.parametrize(
    ("inner", "called"),
    [('<wp:docPr id="3" name="Picture 3" descr="handtekening"/>', ": handtekening"), ("<wp:extent/>", "")],
)
def test_a_picture_that_is_left_out_is_told(inner: str, called: str) -> None:
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    document = read(
        p("Eerst") + p("", runs=f"<w:r><w:drawing><wp:inline {space}>{inner}</wp:inline></w:drawing></w:r>")
    )
    assert [one.words for one in document.dropped] == [f"paragraph 2{called}"]


def test_a_control_that_shows_what_to_write_is_a_doubt() -> None:
    def control(look: str, words: str) -> str:
        return f"<w:sdt><w:sdtPr>{look}</w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"

    document = read(p("", runs=control("<w:showingPlcHdr/>", "Uw naam") + control("", " te Breda")))
    assert shown(document) == ["Uw naam te Breda"]
    assert [one.words for one in document.doubts] == ["a place to fill in that nobody filled in: Uw naam"]


@pytest.mark.parametrize("inner", ["", "<w:r><w:rPr/></w:r>"])
def test_a_tracked_change_without_anything_in_it_is_none(inner: str) -> None:
    document = read(p("", runs=f'{run("Een")}<w:ins w:id="1">{inner}</w:ins><w:del w:id="2">{inner}</w:del>'))
    assert shown(document) == ["Een"] and document.pending == 0


def test_one_tracked_change_is_one() -> None:
    with pytest.raises(NoDocument, match=r"x\.docx has 1 tracked change that"):
        read(p("", runs=f'<w:ins w:id="1">{run("Een")}</w:ins>'))
