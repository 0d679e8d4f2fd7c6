"""Any text as units: which line is a heading, a clause, an item, a term or a row, and which goes on with another."""

from __future__ import annotations

import gc
import time

import pytest

from clausule.compare.changes import compare_units
from clausule.compare.text_files import text_units
from clausule.report.comparison import comparison_json


def rows(text: str, markdown: bool = True) -> list[tuple[str, str, str]]:
    return [(unit.id, unit.kind, unit.text) for unit in text_units(text, markdown)]


FIRST = [("artikel-2", "section", "Beveiliging"), ("artikel-2.1", "clause", "Verwerker beveiligt.")]


@pytest.mark.parametrize("markdown", [True, False], ids=["markdown", "plain"])
@pytest.mark.parametrize(
    "text",
    [
        "2. Beveiliging\n\n2.1 Verwerker beveiligt.\n",
        "2. Beveiliging\n2.1 Verwerker beveiligt.\n",
        "2 Beveiliging\n\n2.1. Verwerker beveiligt.\n",
        "2) Beveiliging\n\n\n2.1 Verwerker beveiligt.\n",
        "   2.   Beveiliging   \n\n   2.1   Verwerker beveiligt.\n",
        "2.\tBeveiliging\n2.1\tVerwerker\nbeveiligt.\n",
    ],
)
def test_a_numbered_line_before_its_clauses_is_a_heading(text: str, markdown: bool) -> None:
    assert rows(text, markdown) == FIRST


@pytest.mark.parametrize(
    "text", ["**2. Beveiliging**\n\n2.1 Verwerker beveiligt.", "## 2. Beveiliging\n\n**2.1** Verwerker beveiligt."]
)
def test_the_same_in_bold_and_as_a_heading_of_markdown(text: str) -> None:
    assert rows(text) == FIRST


def test_of_a_pdf_without_blank_lines() -> None:
    text = (
        "1. Definities\n1.1 Gegevens zijn persoonsgegevens die\nVerwerker verwerkt.\n"
        "2. Beveiliging van persoonsgegevens\nen andere gegevens\n2.1 Verwerker neemt maatregelen.\n"
        "2.2 Klant controleert.\n3. Slot\n3.1 Nederlands recht geldt.\n"
    )
    assert rows(text, markdown=False) == [
        ("artikel-1", "section", "Definities"),
        ("artikel-1.1", "clause", "Gegevens zijn persoonsgegevens die Verwerker verwerkt."),
        ("artikel-2", "section", "Beveiliging van persoonsgegevens en andere gegevens"),
        ("artikel-2.1", "clause", "Verwerker neemt maatregelen."),
        ("artikel-2.2", "clause", "Klant controleert."),
        ("artikel-3", "section", "Slot"),
        ("artikel-3.1", "clause", "Nederlands recht geldt."),
    ]


def test_an_introduction_may_stand_between() -> None:
    text = "4. Melden\n\nDit artikel gaat over datalekken.\n\n4.1 Verwerker meldt.\n"
    assert [(name, kind) for name, kind, _ in rows(text)] == [
        ("artikel-4", "section"),
        ("artikel-4-alinea-1", "paragraph"),
        ("artikel-4.1", "clause"),
    ]


def test_the_next_after_such_a_heading_needs_no_clause() -> None:
    text = "1. Definities\n\n1.1 Gegevens.\n\n2. Slot\n\nNederlands recht geldt.\n\n4. Beheer\n\nIets anders.\n"
    assert [(name, kind) for name, kind, _ in rows(text)] == [
        ("artikel-1", "section"),
        ("artikel-1.1", "clause"),
        ("artikel-2", "section"),
        ("artikel-2-alinea-1", "paragraph"),
        ("artikel-2.4", "item"),
        ("artikel-2-alinea-2", "paragraph"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Verwerker beveiligt de gegevens.\n\n1.1 Hij meldt.\n",  # a sentence
        "1. de gegevens\n\n1.1 Hij meldt.\n",  # no begin of a title
        "1. Beveiliging\n\n2.1 Hij meldt.\n",  # another number
        "1. Beveiliging;\n\n1.1 Hij meldt.\n",
        "1. Beveiliging\n\n2. Melden\n\nEen alinea.\n",  # a list
        "1. 10 euro\n\n1.1 Hij betaalt.\n",
        "1. Beveiliging\n\nEen.\n\nTwee.\n\nDrie.\n\nVier.\n\n1.1 Hij meldt.\n",  # too far
        "1. " + "Lang " * 50 + "\n\n1.1 Hij meldt.\n",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert "section" not in [kind for _, kind, _ in rows(text)]


def test_a_short_title_may_end_with_a_point() -> None:
    assert rows("2. Beveiliging.\n\n2.1 Ja.")[0] == ("artikel-2", "section", "Beveiliging.")
    assert rows("2. Wat is het nu eens.\n\n2.1 Ja.")[0][1] == "item"
    assert rows("2. Wat dit is.\n\n2.1 Ja.")[0][1] == "section"
    assert rows("2. Wat dit nu is.\n\n2.1 Ja.")[0][1] == "item"


def test_three_lines_may_stand_between_a_title_and_its_first_clause() -> None:
    assert rows("1. Beveiliging\n\nEen.\n\nTwee.\n\nDrie.\n\n1.1 Hij meldt.\n")[0][1] == "section"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a named heading, and a sentence that begins as one
        ("Artikel 7. Duur\nTekst.", [("artikel-7", "article", "Duur"), ("artikel-7-alinea-1", "paragraph", "Tekst.")]),
        ("Artikel 7 is van toepassing.", [("alinea-1", "paragraph", "Artikel 7 is van toepassing.")]),
        ("Artikel 7 geldt", [("alinea-1", "paragraph", "Artikel 7 geldt")]),
        # an article is called as it is written, as its clauses are, and an annex by what its number means
        ("Artikel 07", [("artikel-07", "article", "")]),
        ("BIJLAGE 07", [("bijlage-7", "annex", "")]),
        ("BIJLAGE B", [("bijlage-b", "annex", "")]),
        ("Bijlage 2\n", [("bijlage-2", "annex", "")]),
        # a number or a name at the begin of a wrapped line is none
        ("Zoals bedoeld in\nBIJLAGE 2", [("alinea-1", "paragraph", "Zoals bedoeld in BIJLAGE 2")]),
        ("Zoals bedoeld in\n2.1.", [("alinea-1", "paragraph", "Zoals bedoeld in 2.1.")]),
        ("Zoals bedoeld in\n2.1 en verder", [("alinea-1", "paragraph", "Zoals bedoeld in 2.1 en verder")]),
        # the next heading may be the last line, and what stands right behind a line is none
        ("1. Duur\n\n1.1 een.\n\n2. Slot", [
            ("artikel-1", "section", "Duur"), ("artikel-1.1", "clause", "een."), ("artikel-2", "section", "Slot")]),
        ("1. Duur\n\n1.1 een.\n\n2. Slot\n", [
            ("artikel-1", "section", "Duur"), ("artikel-1.1", "clause", "een."), ("artikel-2", "section", "Slot")]),
        ("1. Duur\n\n1.1 een.\n\n3. Slot", [
            ("artikel-1", "section", "Duur"), ("artikel-1.1", "clause", "een.\n3. Slot")]),
        # items and bullets: below a clause its own lines, else units
        ("1.1 Bij:\n\na. een;\n\nb) twee.", [("artikel-1.1", "clause", "Bij:\na. een;\nb. twee.")]),
        ("a. een;\n\nb. twee.", [("lijst-a", "item", "een;"), ("lijst-b", "item", "twee.")]),
        ("- een\n  - twee\n- drie", [("lijst-1", "item", "een\n- twee"), ("lijst-2", "item", "drie")]),
        ("- een\n - twee", [("lijst-1", "item", "een"), ("lijst-2", "item", "twee")]),
        # 2a is an item as 2 is, and none below it
        ("1. een\n\n1a. en een half\n\na. daarvan", [
            ("lijst-1", "item", "een"), ("lijst-1a", "item", "en een half\na. daarvan")]),
        ("(iv) vier", [("lijst-iv", "item", "vier")]),
        # a numbered item of an article is called as its clause, and no other is
        ("# Artikel 1\n\n1. een", [("artikel-1", "article", ""), ("artikel-1.1", "item", "een")]),
        ("# Artikel 1\n\na. een", [("artikel-1", "article", ""), ("artikel-1-a", "item", "een")]),
        ("# Duur\n\n1. een", [("duur", "section", "Duur"), ("duur-1", "item", "een")]),
        ("• punt", [("lijst-1", "item", "punt")]),
        # a wrapped line and a paragraph
        ("een\ntwee\n\ndrie", [("alinea-1", "paragraph", "een twee"), ("alinea-2", "paragraph", "drie")]),
        ("1.1 een\n\ntwee", [("artikel-1.1", "clause", "een\ntwee")]),
        # rows
        ("| a | b |\n| - | - |\n| c | d |", [("rij-1", "row", "a\tb"), ("rij-2", "row", "c\td")]),
        (
            "a | b\n- | -\nc | d\n\ne | f",
            [("rij-1", "row", "a\tb"), ("rij-2", "row", "c\td"), ("alinea-1", "paragraph", "e | f")],
        ),
        # a definition
        ("Dienst\n: wat Verwerker doet", [("begrip-dienst", "definition", "Dienst: wat Verwerker doet")]),
        ("Dienst\nvan Verwerker\n: wat hij doet", [
            ("begrip-dienst-van-verwerker", "definition", "Dienst van Verwerker: wat hij doet")]),
        # what stands right below a heading or a row goes on with nothing
        ("# Duur\n- een\n- twee", [("duur", "section", "Duur"), ("duur-1", "item", "een"), ("duur-2", "item", "twee")]),
        ("# Artikel 1\n1.2 een", [("artikel-1", "article", ""), ("artikel-1.2", "clause", "een")]),
        ("# Artikel 1\neen\ntwee", [("artikel-1", "article", ""), ("artikel-1-alinea-1", "paragraph", "een twee")]),
        ("| a |\n| - |\na. een", [("rij-1", "row", "a"), ("lijst-a", "item", "een")]),
        # the name of a section has six of its words
        ("# A b c d e f g h", [("a-b-c-d-e-f", "section", "A b c d e f g h")]),
        # bullets are counted from each heading on, and those with a mark of their own are not
        ("# A\n\n- een\n\nb. twee\n\n- drie\n\n# B\n\n- vier", [
            ("a", "section", "A"), ("a-1", "item", "een"), ("a-b", "item", "twee"), ("a-2", "item", "drie"),
            ("b", "section", "B"), ("b-1", "item", "vier")]),
        # in the midst of a paragraph the number that follows begins an item, and no other does
        ("1. Een\n\ntekst\n(2) Twee", [
            ("lijst-1", "item", "Een"), ("alinea-1", "paragraph", "tekst"), ("lijst-2", "item", "Twee")]),
        ("2. Een\n\ntekst\n4. Vier", [("lijst-2", "item", "Een"), ("alinea-1", "paragraph", "tekst 4. Vier")]),
        # the next heading behind one with a letter
        ("2a. Slot\n\n2a.1 een.\n\n3. Einde", [
            ("artikel-2a", "section", "Slot"), ("artikel-2a.1", "clause", "een."), ("artikel-3", "section", "Einde")]),
        # emphasis with either sign around a number is no part of it
        ("_2. Slot_\n\n2.1 een", [("artikel-2", "section", "Slot"), ("artikel-2.1", "clause", "een")]),
        # a table ends with a blank line
        ("| a |\n| - |\n\nc | d", [("rij-1", "row", "a"), ("alinea-1", "paragraph", "c | d")]),
        # rules are nothing
        ("---\n\ntekst\n\n***\n", [("alinea-1", "paragraph", "tekst")]),
        ("# Titel ##\n\nC#", [("titel", "section", "Titel"), ("titel-alinea-1", "paragraph", "C#")]),
        ("een<br>twee", [("alinea-1", "paragraph", "een twee")]),
        ("<p>een</p>", [("alinea-1", "paragraph", "een")]),
        ("*Klant* meldt", [("alinea-1", "paragraph", "Klant meldt")]),
        ("<p>*Klant* meldt", [("alinea-1", "paragraph", "Klant meldt")]),
        ("AT&amp;T \\* _nadruk_ snake_case", [("alinea-1", "paragraph", "AT&T * nadruk snake_case")]),
    ],
)  # fmt: skip
def test_what_a_line_is(text: str, found: list[tuple[str, str, str]]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(("stop", "count"), [(".", 3), (";", 3), (":", 3), ("!", 3), ("?", 3), (",", 1)])
def test_where_lines_end_as_sentences_do_each_is_a_paragraph(stop: str, count: int) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert len(rows(end.join(f"{words}{stop}" for words in ("een", "twee", "drie")))) == count


def test_a_paragraph_without_a_heading_has_no_title_and_one_below_it_has_that() -> None:
    assert [(unit.kind, unit.number, unit.title) for unit in text_units("een\n\n# Duur\n\ntwee", True)] == [
        ("paragraph", "", ""),
        ("section", "", "Duur"),
        ("paragraph", "", "Duur"),
    ]


def test_of_plain_text_every_sign_counts() -> None:
    assert rows("_2. Slot_\n\n2.1 een", markdown=False)[0] == ("alinea-1", "paragraph", "_2. Slot_")
    """What is markup in Markdown is what somebody wrote."""
    front = "---\ntitle: Proef\n---\n\nWoorden."
    assert [words for _, _, words in rows(front, True)] == ["Woorden."]
    assert [words for _, _, words in rows(front, False)] == ["title: Proef", "Woorden."]
    for words in ("*Let op* dit geldt.", "_Let op_ dit <b>geldt</b> voor [u](https://example.org/) &amp; mij."):
        assert [one for _, _, one in rows(words, False)] == [words]


@pytest.mark.parametrize(
    ("heading", "name", "number", "title"),
    [
        ("§ 5 Herstel", "artikel-5", "5", "Herstel"),
        ("§5. Herstel", "artikel-5", "5", "Herstel"),
        ("Art. 3bis - Bewaring", "artikel-3bis", "3bis", "Bewaring"),
        ("Artikel IV Vergoeding", "artikel-4", "IV", "Vergoeding"),
        ("Schedule 2", "bijlage-2", "2", ""),
        ("Bijlage B: Lijst", "bijlage-b", "B", "Lijst"),
    ],
)
def test_headings_in_the_forms_that_firms_use(heading: str, name: str, number: str, title: str) -> None:
    for text, markdown in ((f"## {heading}\n\nWoorden.\n", True), (f"{heading}\n\nWoorden.\n", False)):
        first = text_units(text, markdown)[0]
        assert (first.id, first.number, first.title) == (name, number, title)


def test_a_sentence_that_begins_as_a_heading_is_none() -> None:
    for words in ("Artikel 7 De duur is een jaar.", "Artikel 7 regelt de duur", "Bijlage 2 De maatregelen;"):
        assert rows(words) == [("alinea-1", "paragraph", words)]


def test_a_title_is_followed_by_its_own_clauses() -> None:
    """Not by those of another article, by another heading, or by its own after these."""
    for between in ("3.1 Iets.", "# Kop", "3. Geheim", "x" * 201):
        assert rows(f"2. Beveiliging\n\n{between}\n\n2.1 Ja.", False)[0][1] == "item"
    assert rows(f"2. Beveiliging\n\n{'x' * 200}\n\n2.1 Ja.", False)[0][1] == "section"


def test_a_title_goes_on_on_the_next_line_where_that_is_no_sentence_and_no_item() -> None:
    title = ("artikel-2", "section", "Beveiliging")
    for line in ("a. iets", "Dit artikel gaat over datalekken."):
        assert rows(f"2. Beveiliging\n{line}\n2.1 Ja.", False)[0] == title
    assert rows("2. Beveiliging\nvan\ngegevens\n2.1 Ja.", False)[0][2] == "Beveiliging van gegevens"
    assert rows("2. Beveiliging\n\nvan gegevens\n2.1 Ja.", False)[0] == title


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("size", "count"), [(200, 1), (201, 2)])
def test_a_line_of_more_than_two_hundred_signs_is_a_paragraph_of_its_own(size: int, count: int, first: bool) -> None:
    """No program wraps that late: who wrote it ends lines where paragraphs end."""
    lines = ["x" * size, "en verder"] if first else ["en verder", "x" * size]
    assert len(rows("\n".join(lines), False)) == count


@pytest.mark.parametrize(("size", "number"), [(200, "7"), (201, "")])
def test_a_line_of_more_than_two_hundred_signs_is_no_heading(size: int, number: str) -> None:
    """However few of them are words."""
    words = f"7. B{'e' * (size - 4)}"
    assert rows(f"{words}\n\n7.1 Verwerker beveiligt.", False)[0][1] == ("section" if number else "item")
    line = f"Artikel{'7. Beveiliging'.rjust(size - len('Artikel'))}"
    assert text_units(f"{line}\n\nVerwerker beveiligt.\n", markdown=False)[0].number == number


def test_a_wrapped_paragraph_stays_one_however_many_lines_end_with_a_sentence() -> None:
    text = "Een zin die hier\nverder gaat.\n\nEen.\n\nTwee.\n\nDrie.\n\nVier.\n"
    assert [one.text for one in text_units(text, True)] == [
        "Een zin die hier verder gaat.",
        "Een.",
        "Twee.",
        "Drie.",
        "Vier.",
    ]
    apart = "Een.\nTwee.\n\nDrie.\n\nVier.\n\nVijf.\n"  # only lines before another one tell
    assert [one.text for one in text_units(apart, False)] == ["Een.", "Twee.", "Drie.", "Vier.", "Vijf."]
    alone = "Een zin.\nNog een.\nEn nog een.\n"
    assert [one.text for one in text_units(alone, False)] == ["Een zin.", "Nog een.", "En nog een."]


def test_a_number_in_the_midst_begins_a_clause_when_it_follows() -> None:
    text = "1.1 Hij meldt dit\n1.2 Hij helpt daarbij\n1.4 euro"
    assert [(name, words) for name, _, words in rows(text)] == [
        ("artikel-1.1", "Hij meldt dit"),
        ("artikel-1.2", "Hij helpt daarbij 1.4 euro"),
    ]


def test_an_item_that_follows_the_last_one_begins_in_the_midst_of_a_paragraph() -> None:
    for text, last in (("1. Een\n\nWoorden\n2. Hij helpt", "item"), ("a. Een\n\nWoorden\n2. Hij helpt", "paragraph")):
        assert rows(text)[-1][1] == last


SLOW = {
    "headings": "\n\n# A" * 12_000,
    "numbers": "\n\n1. a" * 8_000,
    "terms": "\n\nA\n:   b" * 10_500,
    "bars": "|" * 48_000,
    "rows": "| a " * 20_000 + "|\n|-|-|\n",
    "numbered headings": "\n\n2. Aa\n\n2.1 b" * 3_000,
    "lines": "a.\n" * 6_000,
    "links": "[a](b) " * 14_000,
    "open links": "[a](" * 20_000,
    "anchors": "<a href=b>" * 9_000,
    "blanks": "1. A" + "\n" * 90_000,
    "points": ". " * 45_000,
}


@pytest.mark.usefixtures("little_to_collect")
@pytest.mark.parametrize("shape", SLOW)
def test_twice_the_size_takes_at_most_twice_and_a_half_the_time(shape: str) -> None:
    """Processor time; both are also compared with what is like them and not the same."""

    def spent(text: str) -> float:
        gc.collect()
        gc.disable()  # what other tests left in memory would be gone through each time
        begin = time.process_time()
        old, new = text_units(text, True), text_units(text + "\n\nx en y.\n\n# B\n\nslot", True)
        comparison_json(compare_units(old, new), "a", "b")
        gc.enable()
        return time.process_time() - begin

    text = SLOW[shape][: len(SLOW[shape]) // 2]
    # Other work on the machine makes a run longer and never shorter; what is quadratic takes four times as long.
    runs = ((spent(text), spent(SLOW[shape])) for _ in range(8))
    assert any(twice <= 2.5 * once + 0.05 for once, twice in runs)


@pytest.mark.parametrize("stop", [".", ";", ":", "!", "?", ","])
def test_a_clause_may_begin_on_the_line_behind_one_that_ends_with_a_stop(stop: str) -> None:
    """Any number does: none is a count that goes on."""
    assert [name for name, _, _ in rows(f"Hij meldt dit{stop}\n7.3 euro")] == ["alinea-1", "artikel-7.3"]
    assert len(rows("Hij meldt dit\n7.3 euro")) == 1


def test_whether_lines_are_paragraphs_is_told_by_lines_before_another_one_alone() -> None:
    """Three of four of them end with a stop; what ends before a blank line, without one, tells nothing."""
    lines = "Een.\nTwee.\nDrie.\nzonder punt\nmet meer woorden"
    more = "".join(f"\n\nKop {n}" for n in range(9))
    assert [words for _, _, words in rows(lines + more, False)][3:5] == ["zonder punt", "met meer woorden"]


def test_a_row_has_no_number_and_stands_under_the_heading_above_it() -> None:
    row = text_units("# Duur\n\n| a | b |\n| - | - |", markdown=True)[1]
    assert (row.kind, row.number, row.title, row.parent, row.text) == ("row", "", "Duur", "duur", "a\tb")


def test_lines_behind_an_item_go_along_with_it_where_they_stand_further_in() -> None:
    for indent, words in (("  ", ["een\ntwee"]), ("", ["een", "twee"])):
        assert [text for _, _, text in rows(f"- een\n\n{indent}twee")] == words


def test_a_line_of_nothing_but_white_space_is_blank() -> None:
    assert [words for _, _, words in rows("een\n \t \ntwee", False)] == ["een", "twee"]
