"""Pages of the web: what a reader sees of them, with the numbers that lists and styles show."""

from __future__ import annotations

import pytest

from clausule.read.importing.document import Document, Grid, NoDocument, lines_of
from clausule.read.importing.web import read_web


def read(page: str) -> Document:
    return read_web(page, "x.html")


def shown(page: str) -> list[str]:
    return [line.text for line in lines_of(read(page)) if line.text]


COUNTERS = """<style>
ol.a { list-style: none; counter-reset: art }
ol.a > li { counter-increment: art; counter-reset: lid }
.a > li > h2::before { content: "Artikel " counter(art, upper-roman) ". " }
ol.l { list-style: none } ol.l > li { counter-increment: lid }
ol.l > li:before { content: counter(art) "." counter(lid) " " }
</style>
<ol class="a"><li><h2>Eén</h2><ol class="l"><li>a<li>b</ol></li><li><h2>Twee</h2><ol class="l"><li>c</li></ol></li></ol>
<p>tussen</p><ol class="a" style="counter-reset: art 2"><li><h2>Drie</h2></li></ol>"""


def test_counters_of_styles_are_counted() -> None:
    assert shown(COUNTERS) == [
        *("## Artikel I. Eén", "1.1 a", "1.2 b", "## Artikel II. Twee", "2.1 c", "tussen", "## Artikel III. Drie"),
    ]


BROKEN = """<div title="header"><p>Data v1.2</p></div><ol><li><h1>Terms</h1><ol><li><p>These hold:</p></ol></ol>
<p>“Day” means a day.</p><ol><ol start="2"><li><p>The rest:</p><ol type="a"><li>x</ol></ol>
<li><h1>Scope</h1><ol><li>One</ol></ol><p>Now:</p><ol><li>anew</ol>"""


def test_a_list_that_begins_with_one_within_it_goes_on_from_before() -> None:
    assert shown(BROKEN) == [
        *("# 1. Terms", "1. These hold:", "“Day” means a day.", "2. The rest:", "    a. x", "# 2. Scope", "1. One"),
        *("Now:", "1. anew"),
    ]
    made = read(BROKEN)
    assert [(one.number, one.words) for one in made.doubts] == [
        (4, "a list goes on with 2, which a browser begins anew")
    ]
    assert [(one.what, one.words) for one in made.dropped] == [("what stands around the text", "Data v1.2")]
    assert shown("<ol><ol><li>x</ol><li>y</ol>") == ["1. x", "1. y"]
    assert shown("<div title='of it'>A day</div>") == ["A day"]


def test_lists_have_the_figures_and_starts_that_they_say() -> None:
    page = '<ol start="3"><li>c<li value="7">g<li>h</ol><ol type="a"><li>x<ol type="I"><li>y</ol></ol><ul><li>z</ul>'
    assert shown(page) == ["3. c", "7. g", "8. h", "a. x", "    I. y", "- z"]
    assert shown("<ol reversed><li>b<li>a</ol>") == ["2. b", "1. a"]


def test_words_of_an_item_after_its_list_go_on_in_it() -> None:
    assert shown("<ol><li>voor<ol type=a><li>x</ol><p>na</p></ol><p>los</p>") == [
        "1. voor",
        "    a. x",
        "    na",
        "los",
    ]


def test_only_what_a_reader_sees_of_the_text_comes_in() -> None:
    page = """<title>T</title><header>Merk</header><nav>Menu</nav><main><h1>Voorwaarden</h1><p hidden>weg</p>
    <p style="display: none">ook weg</p><p><a href="/x.pdf">Download</a></p><p>Mail
    <a href="mailto:a@b.example">a@b.example</a>.<p><a href="mailto:c@d.example">c@d.example</a></p>
    <script>alert(1)</script>
    </main><footer>Voet</footer>"""
    document = read(page)
    assert [line.text for line in lines_of(document) if line.text] == [
        "# Voorwaarden",
        "Mail a@b.example.",
        "c@d.example",
    ]
    assert {one.words for one in document.dropped} == {"weg", "ook weg", "Download", "Merk", "Menu", "Voet"}


def test_a_table_keeps_its_cells_and_lines() -> None:
    page = "<table><tr><td><b>AVG</b><td>de verordening<tr><td>Dienst<td>een<br>twee</table>"
    assert shown(page) == ["|  |  |", "| --- | --- |", "| **AVG** | de verordening |", "| Dienst | een<br>twee |"]
    assert shown("<table><tr><th>Naam<th>Land<tr><td>a<td>b</table>")[0] == "| Naam | Land |"


def test_entities_are_signs_and_white_space_is_one() -> None:
    assert shown("<p>caf&eacute;&nbsp;&amp;\n   thee <b>vet</b></p>") == ["café & thee **vet**"]


def test_a_page_that_a_script_fills_is_refused() -> None:
    with pytest.raises(NoDocument, match="shows no words: a script may fill it"):
        read("<body><div id=app></div><script>fill()</script>")


def test_what_is_not_closed_and_nested_without_end_is_read_all_the_same() -> None:
    assert shown("<p>a<p>b<div>" * 2 + "<i>" * 3000 + "c")[-1] == "c"


@pytest.mark.parametrize("sign", ["&middot;", "&bull;", "\uf0b7", "<span>&#9642;</span>"])
def test_a_bullet_that_word_wrote_before_a_paragraph_makes_it_an_item(sign: str) -> None:
    item = f"<p>{sign}<span>&nbsp;&nbsp; </span>met <b>sloten</b>;</p>"
    assert shown(f"<h1>Artikel 1. Zorg</h1><p>Zoals:</p>{item}<p>Klaar.</p>") == [
        *("# Artikel 1. Zorg", "Zoals:", "- met **sloten**;", "Klaar."),
    ]
    assert shown(f"<p>{sign}los</p>")[0].endswith("los") and not shown(f"<p>{sign}los</p>")[0].startswith("-")


def test_a_cell_over_columns_and_rows_keeps_the_others_in_their_columns() -> None:
    page = "<table><tr><th>Soort<th>Duur<th>Prijs</tr><tr><td colspan=2>Klein<td>9</tr>"
    page += "<tr><td rowspan=2>Groot<td>1 uur<td>5</tr><tr><td>2 uur<td>6</tr>"
    page += "<tr><td>Reus<td colspan=x>3 uur<td rowspan=0>7</tr></table>"
    assert shown(f"<h1>T</h1><p>Woorden.</p>{page}")[2:] == [
        "| Soort | Duur | Prijs |",
        "| --- | --- | --- |",
        "| Klein |  | 9 |",
        "| Groot | 1 uur | 5 |",
        "|  | 2 uur | 6 |",
        "| Reus | 3 uur | 7 |",
    ]


def test_a_table_in_a_cell_comes_once_and_is_a_doubt() -> None:
    inner = "<table><tr><td>in<td>nen</tr></table>"
    document = read(f"<h1>T</h1><p>Woorden.</p><table><tr><th>a<th>b</tr><tr><td>c<td>{inner}</td></tr></table>")
    assert [line.text for line in lines_of(document)][-2] == "| c | in<br>nen |"
    assert ["table within a table" in one.words for one in document.doubts] == [True]


NESTED = """<style>.t ol { counter-reset: n; list-style: none } .t li::before { counter-increment: n;
content: counters(n, ".") ". " } .t ol.a { list-style: lower-alpha } .t ol.a > li::before { content: none }</style>
<div class="t"><ol><li><b>Een</b><ol><li>a<ol class="a"><li>x</ol><li>b</ol><li><b>Twee</b><ol><li>c</ol></ol></div>"""


def test_counters_within_counters_count_for_themselves() -> None:
    assert shown(NESTED) == ["1. **Een**", "1.1. a", "a. x", "1.2. b", "2. **Twee**", "2.1. c"]


def test_terms_and_meanings_are_a_list_of_definitions_where_each_term_has_one() -> None:
    assert shown("<dl><dt>Klant</dt><dd>wie koopt;</dd><dt>Dag</dt><dd>een dag.</dd></dl><p>Meer.</p>") == [
        *("Klant", ":   wie koopt;", "Dag", ":   een dag.", "Meer."),
    ]
    assert shown("<dl><dt>Klant</dt><dt>Koper</dt><dd>wie koopt;</dd></dl>") == [
        *("**Klant**", "**Koper**", "wie koopt;"),
    ]


def test_a_list_of_links_within_the_page_is_its_contents() -> None:
    page = read('<p>Inhoud</p><ul><li><a href="#a">1. Een</a><li><a href="#b">2. Twee</a></ul><h2>1. Een</h2>')
    assert (page.contents, [(one.what, one.words) for one in page.dropped]) == (1, [("contents", "1. Een 2. Twee")])
    assert shown('<ul><li><a href="#a">Een</a> en meer<li><a href="#b">Twee</a></ul>') == ["- Een en meer", "- Twee"]
    assert shown('<p>Zie</p><ul><li><a href="#a">Een</a></ul>') == ["Zie", "- Een"]


def test_a_header_with_a_heading_within_the_text_is_of_the_text() -> None:
    assert shown("<article><header><h1>Titel</h1></header><p>Woorden</p></article>") == ["# Titel", "Woorden"]
    assert shown("<header><h1>Firma</h1></header><p>Woorden</p>") == ["Woorden"]
    assert shown("<main><header>Firma</header><p>Woorden</p></main>") == ["Woorden"]


def test_a_page_of_google_docs_has_a_running_head_and_foot_and_a_title() -> None:
    page = (
        '<body class="c1 doc-content"><div><p>Concept</p></div><p class="c2 title">Titel</p><p>Woorden</p>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Noot</p></div><div><p>Pagina</p></div></body>'
    )
    assert shown(page) == ["# Titel", "Woorden", "\\[1\\] Noot"]
    assert [one.words for one in read(page).dropped] == ["Concept", "Pagina"]


def test_a_link_of_a_heading_to_itself_is_no_word() -> None:
    assert shown('<h2><a href="#a">#</a> 1. Een</h2><h2>2. Twee <a href="#b">¶</a></h2>') == ["## 1. Een", "## 2. Twee"]


def test_two_breaks_end_a_paragraph_and_a_row_of_links_is_none() -> None:
    page = '<a href="/">Begin</a> | <a href="/a">Hulp</a><div>Een<br>meer<br><br>Twee<br> <br>Drie</div>'
    assert shown(page) == ["Een  ", "meer", "Twee", "Drie"]


def test_cells_over_more_columns_than_a_program_makes_are_not_made() -> None:
    (grid,) = read("<table>" + "<tr><td colspan=99 rowspan=99>a" * 5 + "</table>").blocks
    assert isinstance(grid, Grid)
    assert max(map(len, grid.rows)) < 70


def test_a_page_of_more_elements_than_an_agreement_needs_is_refused() -> None:
    with pytest.raises(NoDocument, match=r"x\.html has more than 200,000 elements"):
        read("<p>" * 200_001)
