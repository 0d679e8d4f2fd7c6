"""A whole agreement as somebody wrote it: where its parts begin, and the files that say the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.language.language import language_of
from clausule.read.importing.plain_rows import as_markdown
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.sources import file_names, source_files
from clausule.read.importing.structure import Kind, notes_where_used, parts_of_agreement

GRAMMAR = language_of("nl").grammar

CASES = {
    "a heading without a number among those with one": (
        "Overeenkomst\n\n# Artikel 1 Duur\n\nEen jaar.\n\n# Privacy\n\nWij zwijgen.\n\n## Meer\n\nNiets.\n\n"
        "# Artikel 2 Slot\n\nKlaar.\n",
        "preamble, article 1 @3, article @7, article 2 @15",
    ),
    "a heading of another level, above no words, or behind the last": (
        "Overeenkomst\n\n# Artikel 1 Duur\n\n## Privacy\n\nWij zwijgen.\n\n# Leeg\n\n"
        "# Artikel 2 Slot\n\nKlaar.\n\n# Daarna\n\nNiets.\n",
        "preamble, article 1 @3, article 2 @11",
    ),
    "articles that say so": (
        "Overeenkomst\n\nArtikel 1 Begrippen\n1.1 Dienst: wat wij doen.\n\nArtikel 2 Duur\n2.1 Een jaar.\n",
        "preamble, article 1 @3, article 2 @6",
    ),
    "numbers alone, with clauses under them": (
        "Voorwaarden\n\n1. Begrippen\n1.1 Dienst: wat wij doen.\n2. Duur\n2.1 Een jaar.\n2.2 Daarna niet.\n",
        "preamble, article 1 @3, article 2 @5",
    ),
    "parties and recitals have numbers too": (
        "Overeenkomst\n\nPartijen:\n1. Firma BV, hierna “Firma”;\n2. De klant;\n\nOverwegen dat:\na. het zo is;\n\n"
        "1. Begrippen\n1.1 Dienst: wat wij doen.\n\n2. Duur\n2.1 Een jaar.\n\n3. Slot\n3.1 Klaar.\n",
        "preamble, article 1 @10, article 2 @13, article 3 @16",
    ),
    "parties that could be titles": (
        "Tussen\n1. Firma BV\n2. De klant\n\n1. Begrippen\n1.1 Dienst: wat wij doen.\n\n2. Duur\n2.1 Een jaar.\n",
        "preamble, article 1 @5, article 2 @8",
    ),
    "items within an article that could be titles": (
        "# 1. Begrippen\n\n1. De klant\n2. De firma\n3. De dienst\n\n# 2. Duur\n\nEen jaar.\n",
        "preamble, article 1 @1, article 2 @7",
    ),
    "a table of contents": (
        "Inhoud\nArtikel 1 Begrippen\nArtikel 2 Duur\nBijlage 1 Tarieven\n\nArtikel 1 Begrippen\nDienst: wat.\n\n"
        "Artikel 2 Duur\nEen jaar.\n\nBijlage 1 Tarieven\n\nTien euro.\n",
        "preamble, article 1 @6, article 2 @9, annex 1 @12",
    ),
    "a list of annexes in the last article": (
        "Artikel 1 Duur\nEen jaar.\n\nArtikel 2 Bijlagen\nDaarbij horen:\n\nBijlage 1 Tarieven\nBijlage 2 Lijst\n\n"
        "Bijlage 1 Tarieven\n\n1. Tien euro\n2. Elf euro\n\nBijlage 2 Lijst\n\nNiets.\n",
        "preamble, article 1 @1, article 2 @4, annex 1 @10, annex 2 @15",
    ),
    "articles and annexes in a sentence": (
        "Artikel 1 Duur\n\nArtikel 2 is van toepassing.\nBijlage 1 hoort daarbij.\n\nArtikel 2 Slot\n\n"
        "Bijlage 1 geldt.\n\n"
        "BIJLAGE 1\n\nTien euro.\n",
        "preamble, article 1 @1, article 2 @6, annex 1 @10",
    ),
    "words to sign by": (
        "Artikel 1 Duur\nEen jaar.\n\nArtikel 2 Slot\nKlaar.\n\nOndertekening\n\n"
        "Firma: ..........\n\nBijlage A\n\nTien euro.\n",
        "preamble, article 1 @1, article 2 @4, closing @7, annex A @11",
    ),
    "words to sign by, with a colon": (
        "Artikel 1 Duur\nEen jaar.\n\nVoor akkoord:\n\nFirma: ..........\n",
        "preamble, article 1 @1, closing @4",
    ),
    "words to sign by, with a comma above the dots": (
        "Artikel 1 Duur\nEen jaar.\n\nBijlage A - Plaats\n\nDe kade.\n\nGetekend te Delfzijl,\n\n........\n",
        "preamble, article 1 @1, annex A @4, closing @8",
    ),
    "words with a comma and no dots are not": (
        "Artikel 1 Duur\nEen jaar.\n\nBijlage A - Plaats\n\nDe kade.\n\nGetekend te Delfzijl,\n\nin de regen.\n",
        "preamble, article 1 @1, annex A @4",
    ),
    "an article with a capital behind its number": (
        "1. Voorwerp\n1.1 Een.\n\n2. Prijs\n2.1 Twee.\n\n2A. BORG\n2A.1 Drie.\n\n3. Slot\n3.1 Vier.\n",
        "preamble, article 1 @1, article 2 @4, article 2a @7, article 3 @10",
    ),
    "headings of Markdown": (
        "# Overeenkomst\n\n## Partijen\n\nWij.\n\n## Artikel 1 - Duur\n\nEen jaar.\n\n## Artikel 2 - Slot\n\nKlaar.\n",
        "preamble, article 1 @7, article 2 @11",
    ),
    "bold lines": (
        "**Artikel 1. Duur**\n\nEen jaar.\n\n**Tarief**\n\nTien euro.\n\n**Artikel 2. Slot**\n\nKlaar.\n",
        "preamble, article 1 @1, article 2 @9",
    ),
    "underlined headings": (
        "Voorwaarden\n===========\n\n1. Duur\n-------\n\nEen jaar.\n\n2. Slot\n-------\n\nKlaar.\n",
        "preamble, article 1 @4, article 2 @9",
    ),
    "an article that was put in later, and one that is gone": (
        "Artikel 1 Duur\nEen jaar.\n\nArtikel 1a Verlenging\nNiet.\n\nArtikel 3 Slot\nKlaar.\n",
        "preamble, article 1 @1, article 1a @4, article 3 @7",
    ),
    "an amount and a year at the begin of a line": (
        "1. Prijs\n1.1 De prijs is\n10.000 euro, sinds\n2002.\n\n2. Slot\n2.1 Klaar.\n",
        "preamble, article 1 @1, article 2 @6",
    ),
    "chapters that begin anew": (
        "Voorwaarden\n\n# Hoofdstuk I Algemeen\n\n## Artikel 1 Begrippen\n\nX.\n\n## Artikel 2 Duur\n\nX.\n\n"
        "# Hoofdstuk II Prijs\n\n## Artikel 1 Prijs\n\nX.\n\n## Artikel 2 Slot\n\nX.\n",
        "preamble, hoofdstuk article 1 @5, article 2 @9, hoofdstuk article 1 @15 (hoofdstuk-2), "
        "article 2 @19 (hoofdstuk-2)",
    ),
    "chapters within parts, with a table of contents, and a number that goes on": (
        "Inhoud\nDeel A\nHoofdstuk 1\nArtikel 1 Een\nArtikel 2 Twee\nHoofdstuk 2\nArtikel 3 Drie\nDeel B\n"
        "Hoofdstuk 1\nArtikel 1 Weer\n\nDeel A\nHoofdstuk 1\nArtikel 1 Een\nX.\nArtikel 2 Twee\nX.\n\nHoofdstuk 2\n\n"
        "Artikel 3 Drie\nX. Hoofdstuk 1 gaat voor.\nHoofdstuk 1 geldt niet.\n\nDeel B\nHoofdstuk 1\n"
        "Artikel 1 Weer\nX.\n",
        "preamble, deel hoofdstuk article 1 @14, article 2 @16, hoofdstuk article 3 @21, "
        "deel hoofdstuk article 1 @27 (hoofdstuk-1)",
    ),
    "articles with roman numbers and under chapters, numbered on": (
        "Hoofdstuk I\nArtikel I Een\nX.\nArtikel II Twee\nX.\nHoofdstuk II\nArtikel III Drie\nX.\n"
        "Artikel IV Vier\nX.\n",
        "preamble, hoofdstuk article I @2, article II @4, hoofdstuk article III @7, article IV @9",
    ),
    "chapters that are a roman number, above articles that are numbered on": (
        "Voorwaarden\n\n## I. Algemeen\n\n### Artikel 1 Begrippen\n\nX.\n\n## II – Zorg\n\n### Artikel 2 Duur\n\nX.\n",
        "preamble, i. article 1 @5, ii article 2 @11",
    ),
    "a sentence above what is filled in by hand": (
        "Artikel 1 Duur\nEen jaar.\n\nAldus overeengekomen en getekend door allen.\n\n\\_\\_\\_\\_\\_\n",
        "preamble, article 1 @1, closing @4",
    ),
    "a sentence above nothing that is filled in": (
        "Artikel 1 Duur\nEen jaar.\n\nAldus overeengekomen en getekend door allen.\n\nHet einde.\n",
        "preamble, article 1 @1",
    ),
    "an annex whose title has a small letter, in bold": (
        "**Artikel 1 Duur**\n\nEen jaar.\n\nBijlage 1: geldt hier\n\n**Bijlage 1: prijzen**\n\nTien euro.\n",
        "preamble, article 1 @1, annex 1 @7",
    ),
    "chapters that have a word of articles, above articles with another": (
        "Voorwaarden\n\nArtikel I Algemeen\n\n§ 1 Doel\n\nX.\n\n§ 2 Duur\n\nX.\n\n§ 3 Prijs\n\nX.\n\n"
        "Artikel II Slot\n\n§ 4 Einde\n\nX.\n",
        "preamble, artikel article 1 @5, article 2 @9, article 3 @13, artikel article 4 @19",
    ),
    "one roman number above an article is no row of chapters": (
        "Voorwaarden\n\nI. Klant wil dit\n\nArtikel 1 Begrippen\n\nX.\n\nArtikel 2 Duur\n\nX.\n",
        "preamble, article 1 @5, article 2 @9",
    ),
    "a row of reasons is no row of chapters": (
        "Voorwaarden\n\nI. Klant wil dit\n\nII. Wij ook\n\nArtikel 1 Begrippen\n\nX.\n\nArtikel 2 Duur\n\nX.\n",
        "preamble, article 1 @7, article 2 @11",
    ),
    "annexes without a number": (
        "Artikel 1 Duur\n\nX.\n\nBijlage: Tarief\nBijlage: Lijst\n\nBijlage: Tarief\n\nTien.\n\nBijlage: Lijst\n\n"
        "Elf.\n",
        "preamble, article 1 @1, annex @8, annex @12",
    ),
    "a term that is called as an annex is": (
        "Artikel 1 Begrippen\n\nBijlage\n\neen bijlage hierbij;\n\nDienst\n\nwat.\n\nEen lid.\n",
        "preamble, article 1 @1",
    ),
    "an annex without a number, amid articles that go on": (
        "Artikel 1 Begrippen\n\nBijlage\n\nDatalek\n\nArtikel 2 Duur\n\nX.\n\nBijlage\n\nArtikel 1 Tarief\n\nTien.\n",
        "preamble, article 1 @1, article 2 @7, annex @11",
    ),
    "no articles": ("Brief\n\nWij groeten u.\n", "preamble"),
    "nothing": ("", "preamble"),
}


def outline(text: str, markdown: bool = True) -> str:
    parts = parts_of_agreement(raw_lines(text, markdown), GRAMMAR)
    return ", ".join(
        " ".join(
            filter(
                None,
                (
                    *(line.words.split()[0].lower() for line in part.above if line.words),
                    *(part.kind, part.number, f"@{part.heading.number}" if part.heading else ""),
                    f"({part.chapter})" if part.chapter else "",
                ),
            )
        )
        for part in parts
    )


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=list(CASES))
def test_where_the_parts_begin(text: str, expected: str) -> None:
    assert outline(text) == expected


def test_marks_of_markdown_are_words_in_plain_text() -> None:
    text = "Artikel 1 Duur\n\n# is een hekje\n\nArtikel 2 *Slot*\n\nA_b | <c> \\ [d] ten slotte:\n: e\n"
    parts = parts_of_agreement(raw_lines(text, markdown=False), GRAMMAR)
    _, one, two = source_files(parts, GRAMMAR, version="1.0", markdown=False)
    assert one.text == '---\nversion: "1.0"\n---\n\n# Artikel 1 Duur\n\n\\# is een hekje\n'
    assert two.body == "# Artikel 2 \\*Slot\\*\n\nA\\_b \\| \\<c\\> \\\\ \\[d\\] ten slotte:\n\\: e"


def test_the_files_of_an_edition() -> None:
    text = (
        "Voorwaarden\n\n\nVan Firma.\n\n# 9. Duur\n\nEen jaar.\n\n# Overgang\n\nWeg.\n\n# 10. Slot\n\nKlaar.\n\n"
        "Voor akkoord\n\nFirma\n\n# Bijlage II\n\n## Tarief\n\nTien.\n"
    )
    files = source_files(
        parts_of_agreement(raw_lines(text, True), GRAMMAR), GRAMMAR, version="2.0", front='version: "2.0"\nx: y\n'
    )
    assert [(one.name, one.heading, one.begin) for one in files] == [
        ("index.md", "", 1),
        ("artikel-09.md", "9. Duur", 6),
        ("artikel-09a.md", "Overgang", 10),
        ("artikel-10.md", "10. Slot", 14),
        ("ondertekening.md", "Voor akkoord", 18),
        ("bijlage-2.md", "Bijlage II", 22),
    ]
    assert files[0].text == '---\nversion: "2.0"\nx: y\n---\n\n# Voorwaarden\n\nVan Firma.\n'
    assert files[1].body == "# 9. Duur\n\nEen jaar."
    assert files[2].body == "# Overgang\n\nWeg."
    assert files[5].body == "# Bijlage II\n\n## Tarief\n\nTien."


@pytest.mark.parametrize(
    ("kind", "numbers", "names"),
    [
        ("article", ", , ", "01 02 03"),
        ("article", "1, , 2", "01 01a 02"),
        ("article", "1, , ", "01 02 03"),
        ("article", ", , 1", "00 00a 01"),
        ("article", "2bis, , 3", "02bis 02c 03"),
        ("article", "1, , 1a, 2", "01 01b 01a 02"),  # a name behind 1 and before 1a there is not
        ("annex", ", , 2", "_ 1a 2"),
        ("annex", ", , 1", "_ 0a 1"),
        ("annex", "1, 2, ", "1 2 3"),
        ("annex", "1, , 2", "1 1a 2"),
        ("annex", "A, B, ", "a b c"),
        ("annex", ", ", "_ 2"),
    ],
)
def test_a_part_without_a_number_has_a_file_by_which_it_is_read_in_its_place(
    kind: Kind, numbers: str, names: str
) -> None:
    found = file_names([(kind, number, "") for number in numbers.split(", ")], GRAMMAR)
    word = {"article": GRAMMAR.ARTICLE, "annex": GRAMMAR.ANNEX}[kind]
    assert found == [f"{word}-{name}.md".replace("-_", "") for name in names.split()]


def test_a_part_without_a_number_is_in_the_chapter_of_the_one_before_it() -> None:
    found = file_names([("article", "1", ""), ("article", "1", "deel-2"), ("article", "", "")], GRAMMAR)
    assert found == ["artikel-01.md", "artikel-01-deel-2.md", "artikel-02-deel-2.md"]
    with pytest.raises(ValueError, match="too many parts"):
        file_names([("annex", "z", ""), ("annex", "", "")], GRAMMAR)


def test_the_files_of_chapters_of_roman_numbers_and_of_annexes_without_a_number() -> None:
    text = (
        "Deel A\nHoofdstuk 1\nArtikel I Een\nX.\nArtikel VIII Acht\nX.\nArtikel IX Negen\nX.\n\nDeel B\n"
        "Artikel 1 Weer\nX.\n"
        "Artikel 2 Slot\nX.\n\nBijlage\n\nTien.\n\nBijlage: Lijst\n\nElf.\n"
    )
    files = source_files(parts_of_agreement(raw_lines(text, False), GRAMMAR), GRAMMAR, version="1", markdown=False)
    assert [one.name for one in files] == [
        *("index.md", "artikel-01.md", "artikel-08.md", "artikel-09.md", "artikel-01-deel-b.md"),
        *("artikel-02-deel-b.md", "bijlage.md", "bijlage-2.md"),
    ]
    assert files[1].body == "# Deel A\n\n## Hoofdstuk 1\n\n### Artikel I Een\n\nX."
    assert files[4].body == "# Deel B\n\n## Artikel 1 Weer\n\nX."


NOTES = {
    "at the end, used in an article": (
        "# Artikel 1 A\n\nX.[^1]\n\n# Artikel 2 B\n\nY.[^2]\n\n[^1]: een\n   meer\n[^2]: twee\n\n# Bijlage A\n\nZ.",
        ["", "X.[^1]\n\n[^1]: een\n   meer", "Y.[^2]\n\n[^2]: twee", "Z."],
    ),
    "in an annex at the end, with an indented paragraph, and words below": (
        "# Artikel 1 A\n\nX.[^a]\n\n# Bijlage A\n\n[^a]: een\n\n  meer\n\nZ.",
        ["", "X.[^a]\n\n[^a]: een\n\n  meer", "Z."],
    ),
    "used twice, or never": (
        "# Artikel 1 A\n\nX.[^1]\n\n# Artikel 2 B\n\nY.[^1]\n\n[^1]: een\n[^2]: twee",
        ["", "X.[^1]", "Y.[^1]\n\n[^1]: een\n[^2]: twee"],
    ),
}


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("**Part A – Services**", "## Part A – Services"),
        ("Part B: Data", "## Part B: Data"),
        ("### Part C. Data", "### Part C. Data"),
        ("**Part of the services**", "**Part of the services**"),
        ("Part A of Schedule 1 applies to the services.", "Part A of Schedule 1 applies to the services."),
    ],
)
def test_a_part_of_an_annex_becomes_a_heading_whatever_its_marks(line: str, written: str) -> None:
    grammar = language_of("en").grammar
    text = f"# Terms\n\nArticle 1. Scope\n\n1.1 It applies.\n\n{line}\n\nSchedule 1 Services\n\n{line}\n\nThese.\n"
    files = source_files(parts_of_agreement(raw_lines(text, True), grammar), grammar, version="1.0")
    bodies = {file.name: file.body.splitlines() for file in files}
    assert written in bodies["annex-1.md"]
    assert written.startswith("###") or line in bodies["article-01.md"]  # elsewhere it stays as it is


@pytest.mark.parametrize(("text", "bodies"), NOTES.values(), ids=list(NOTES))
def test_a_footnote_goes_with_the_part_that_uses_it(text: str, bodies: list[str]) -> None:
    parts = notes_where_used(parts_of_agreement(raw_lines(text, True), GRAMMAR))
    files = source_files(parts, GRAMMAR, version="1.0")
    assert [re.sub(r"^# .*\n\n", "", one.body) for one in files] == bodies


def test_two_parts_with_one_number_are_no_files() -> None:
    text = (
        "# Artikel 1 Duur\n\nEen jaar.\n\n# Artikel 2 Slot\n\nKlaar.\n\n# Bijlage 2\n\nTien.\n\n# Bijlage II\n\nElf.\n"
    )
    with pytest.raises(ValueError, match=r"lines 9 and 13 would both be bijlage-2\.md") as error:
        source_files(parts_of_agreement(raw_lines(text, True), GRAMMAR), GRAMMAR, version="1.0")
    assert "number of its own" in str(error.value)


LINES = st.sampled_from(
    (
        *("", "Artikel {n} Titel", "{n}. Titel", "{n}.1 Woorden van {n}.", "# {n}. Kop", "**Vet {n}**", "Bijlage {n}"),
        *("a. een;", "Zin over artikel {n}.", "10.000 euro", "Ondertekening", "===", "Hoofdstuk {n}"),
    )
)


@given(st.lists(st.tuples(LINES, st.integers(1, 5)), max_size=40), st.booleans())
def test_no_line_is_lost_or_comes_in(rows: list[tuple[str, int]], markdown: bool) -> None:
    text = "\n".join(line.format(n=number) for line, number in rows)
    lines = raw_lines(text, markdown)
    parts = parts_of_agreement(lines, GRAMMAR)
    together = [line for part in parts for line in part.all_lines]
    assert together == lines
    try:
        files = source_files(parts, GRAMMAR, version="1.0", markdown=markdown)
    except ValueError:
        return
    letters = re.compile(r"[^\W_]")
    assert letters.findall("\n".join(one.body for one in files)) == letters.findall(text)


def test_words_as_markdown() -> None:
    assert as_markdown("a*b &amp; c & d") == r"a\*b \&amp; c & d"
