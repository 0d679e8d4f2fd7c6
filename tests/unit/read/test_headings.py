"""How articles, chapters and annexes are headed: what an author wrote, and the number, mark, title and id of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.language.language import language_of
from clausule.model.editions import Edition
from clausule.model.findings import Finding
from clausule.read import read_repository
from clausule.read.chapters import bare_chapters
from clausule.read.cut import cut
from clausule.read.source import Line

INDEX = '---\nversion: "1.0"\neffective: 2024-02-01\n---\n\n# Overeenkomst\n\n## Partijen\n\nDe klant en Voorbeeld.\n'
HEAD = '---\nversion: "1.0"\n---\n\n'


def read(root: Path, files: dict[str, str]) -> tuple[Edition, tuple[Finding, ...]]:
    base = {"../index.md": "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n", "index.md": INDEX}
    (root / "docs/proef/1.0").mkdir(parents=True, exist_ok=True)
    for name, words in base.items():
        (root / "docs/proef/1.0" / name).write_text(words, "utf-8")
    for name, words in files.items():
        (root / "docs/proef/1.0" / name).write_text(HEAD + words, "utf-8")
    repository = read_repository(root)
    return repository.agreements[0].editions[0], repository.findings


ARTICLES = {
    "# Artikel 7": ("artikel-7", "7", "Artikel 7", ""),
    "# Artikel 7. Duur": ("artikel-7", "7", "Artikel 7.", "Duur"),
    "# ARTIKEL 7: DUUR": ("artikel-7", "7", "ARTIKEL 7", "DUUR"),
    "# Art. 7 Duur": ("artikel-7", "7", "Art. 7", "Duur"),
    "# Art 7. Duur": ("artikel-7", "7", "Art 7.", "Duur"),
    "# § 7": ("artikel-7", "7", "§ 7", ""),
    "# §7. Duur": ("artikel-7", "7", "§7.", "Duur"),
    "# § 7 – Duur": ("artikel-7", "7", "§ 7", "Duur"),
    "# Artikel VII": ("artikel-7", "7", "Artikel VII", ""),
    "# Artikel VII. Duur": ("artikel-7", "7", "Artikel VII.", "Duur"),
    "# VII. Duur": ("artikel-7", "7", "VII.", "Duur"),
    "# 7. Duur": ("artikel-7", "7", "7.", "Duur"),
    "# 7 Duur": ("artikel-7", "7", "7", "Duur"),
    "# 7) Duur": ("artikel-7", "7", "7)", "Duur"),
    "# 7.Duur": ("artikel-7", "7", "7.", "Duur"),
    "# Artikel 7 - Duur": ("artikel-7", "7", "Artikel 7", "Duur"),
    "# Artikel 7 | Duur": ("artikel-7", "7", "Artikel 7", "Duur"),
    "# Artikel 7 – Recht / rechter": ("artikel-7", "7", "Artikel 7", "Recht / rechter"),
    "# 7bis Duur": ("artikel-7bis", "7bis", "7bis", "Duur"),
    "# Artikel 7 bis. Duur": ("artikel-7bis", "7bis", "Artikel 7 bis.", "Duur"),
    "# Artikel 7ter": ("artikel-7ter", "7ter", "Artikel 7ter", ""),
    "# Artikel 7a Duur": ("artikel-7a", "7a", "Artikel 7a", "Duur"),
    "# Artikel 7 U betaalt": ("artikel-7", "7", "Artikel 7", "U betaalt"),
    "## Artikel 7. Duur": ("artikel-7", "7", "Artikel 7.", "Duur"),
    "Artikel 7. Duur\n===============": ("artikel-7", "7", "Artikel 7.", "Duur"),
    "7 Duur\n------": ("artikel-7", "7", "7", "Duur"),
    "# Slotbepalingen": ("kop-slotbepalingen", "", "", "Slotbepalingen"),
    "# In het kort": ("kop-in-het-kort", "", "", "In het kort"),
    "# Onze prijzen en 2 kortingen": ("kop-onze-prijzen-en-2-kortingen", "", "", "Onze prijzen en 2 kortingen"),
}


@pytest.mark.parametrize("heading", ARTICLES)
def test_the_heading_of_an_article(heading: str, tmp_path: Path) -> None:
    name = ARTICLES[heading][1] or "7"
    edition, findings = read(tmp_path, {f"artikel-{name.zfill(2 + len(name) - 1)}.md": f"{heading}\n\nWoorden.\n"})
    (article,) = edition.articles
    assert findings == ()
    assert (article.id, article.number, article.mark, article.title) == ARTICLES[heading]


@pytest.mark.parametrize(
    "heading", ["# Artikel 7.1 Betaling", "# Artkel 7 Duur", "# Artikkel VII", "# 7/8 Duur", "# 7.2 Duur", "# Bijlag 7"]
)
def test_what_was_meant_to_be_numbered_is_no_title(heading: str, tmp_path: Path) -> None:
    edition, findings = read(tmp_path, {"artikel-07.md": f"{heading}\n\nWoorden.\n"})
    assert [(finding.rule, finding.place.line) for finding in findings] == [("unreadable-text", 5)]
    assert "is no heading of an article" in findings[0].message and edition.articles[0].id == "artikel-7"


def test_clauses_under_each_kind_of_heading_have_the_number_of_their_article(tmp_path: Path) -> None:
    for heading, body, expected in (
        ("# Artikel VII", "7.1 Een.\n7.2 Twee.", [("artikel-7.1", "7.1"), ("artikel-7.2", "7.2")]),
        ("# § 7", "(1) Een.\n\n(2) Twee.", [("artikel-7.1", "7.1"), ("artikel-7.2", "7.2")]),
        ("# Slot", "1. Een.\n2. Twee.", [("kop-slot.1", "1"), ("kop-slot.2", "2")]),
    ):
        edition, findings = read(tmp_path, {"artikel-07.md": f"{heading}\n\n{body}\n"})
        assert [(clause.id, clause.number) for clause in edition.articles[0].clauses] == expected and not findings
    edition, findings = read(tmp_path, {"artikel-07bis.md": "# Artikel 7bis\n\n7bis.1 Een.\n7bis.2 Twee.\n"})
    assert [clause.id for clause in edition.articles[1].clauses] == ["artikel-7bis.1", "artikel-7bis.2"]


def test_chapters_above_articles(tmp_path: Path) -> None:
    edition, findings = read(
        tmp_path,
        {
            "artikel-01.md": "# Deel A – Kader\n\n## Hoofdstuk I. Begin\n\n### Artikel 1. Een\n\n1.1 X.\n",
            "artikel-02.md": "# Artikel 2. Twee\n\n2.1 X.\n",
            "artikel-03.md": "Hoofdstuk II\n------------\n\n### Artikel 3\n\n3.1 X.\n",
            "artikel-01-hoofdstuk-3.md": "## Hoofdstuk 3: Slot\n\n### Artikel 1. Weer\n\n1.1 X:\n\na. y;\n",
        },
    )
    assert findings == ()
    assert [(one.id, one.number, one.mark, one.title, one.within and one.within.id) for one in edition.chapters] == [
        ("deel-a", "a", "Deel A", "Kader", None),
        ("hoofdstuk-1", "1", "Hoofdstuk I.", "Begin", "deel-a"),
        ("hoofdstuk-2", "2", "Hoofdstuk II", "", "deel-a"),
        ("hoofdstuk-3", "3", "Hoofdstuk 3", "Slot", "deel-a"),
    ]
    assert [(one.id, one.chapter and one.chapter.id) for one in edition.articles] == [
        ("artikel-1", "hoofdstuk-1"),
        ("artikel-2", "hoofdstuk-1"),
        ("artikel-3", "hoofdstuk-2"),
        ("artikel-1-hoofdstuk-3", "hoofdstuk-3"),
    ]
    clause = edition.articles[3].clauses[0]
    assert (clause.id, clause.number, clause.blocks[1].items[0].id) == (
        "artikel-1-hoofdstuk-3.1",
        "1.1",
        "artikel-1-hoofdstuk-3.1-a",
    )


def test_sub_headings_are_of_the_clause_below_them(tmp_path: Path) -> None:
    body = (
        "# Artikel 1. Betaling\n\n**Prijs**\n\n1.1 Een.\n\n## Termijn\n\n1.2 Twee.\n__Slot__\n1.3 Drie.\n\n"
        "**Let op**\n\nDit hoort bij drie.\n\n**Belangrijk.**\n\n1.4 Vier.\n"
    )
    edition, findings = read(tmp_path, {"artikel-01.md": body})
    assert findings == ()
    clauses = edition.articles[0].clauses
    assert [clause.subheading and clause.subheading.plain for clause in clauses] == ["Prijs", "Termijn", "Slot", None]
    assert [[block.text.plain for block in clause.blocks] for clause in clauses] == [
        ["Een."],
        ["Twee."],
        ["Drie.", "Let op", "Dit hoort bij drie.", "Belangrijk."],
        ["Vier."],
    ]
    assert edition.articles[0].intro == ()


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("1.1 Een.\n\n## Kop\n\nZonder nummer.\n", 9),
        ("1.1 Een.\n\n## Kop\n", 9),
        ("## Kop\n\nZonder nummer.\n", 7),
        ("1.1 Een.\n\n# Artikel 2. Nog een\n\n2.1 Twee.\n", 9),
        ("1.1 Een.\n\n## Artikel 2. Nog een\n\n1.2 Twee.\n", 9),
    ],
)
def test_a_heading_under_which_no_clause_stands_is_a_finding(body: str, line: int, tmp_path: Path) -> None:
    edition, findings = read(tmp_path, {"artikel-01.md": f"# Artikel 1. Betaling\n\n{body}"})
    assert [(finding.rule, finding.place.line) for finding in findings] == [("unreadable-text", line)]
    article = edition.articles[0]
    blocks = [*article.intro, *(block for clause in article.clauses for block in clause.blocks)]
    assert any("Kop" in block.text.plain or "Nog een" in block.text.plain for block in blocks)


ANNEXES = {
    ("bijlage-1.md", "# Bijlage 1"): ("bijlage-1", "1", "Bijlage 1", ""),
    ("bijlage-1a.md", "# Bijlage 1A. Tarieven"): ("bijlage-1a", "1A", "Bijlage 1A.", "Tarieven"),
    ("bijlage-a.md", "# Bijlage A – Tarieven"): ("bijlage-a", "A", "Bijlage A", "Tarieven"),
    ("bijlage-2.md", "# Annex II: Tarieven"): ("bijlage-2", "II", "Annex II", "Tarieven"),
    ("bijlage-b.md", "# Appendix B Tarieven"): ("bijlage-b", "B", "Appendix B", "Tarieven"),
    ("bijlage-3.md", "# Schedule 3"): ("bijlage-3", "3", "Schedule 3", ""),
    ("bijlage.md", "# Bijlage"): ("bijlage", "", "Bijlage", ""),
    ("bijlage.md", "# Bijlage: Tarieven"): ("bijlage", "", "Bijlage", "Tarieven"),
    ("bijlage-2.md", "# Bijlage Tarieven"): ("bijlage-2", "", "Bijlage", "Tarieven"),
    ("bijlage-1.md", "Bijlage 1. Tarieven\n==="): ("bijlage-1", "1", "Bijlage 1.", "Tarieven"),
}


@pytest.mark.parametrize(("file", "heading"), ANNEXES)
def test_the_heading_of_an_annex(file: str, heading: str, tmp_path: Path) -> None:
    edition, findings = read(tmp_path, {file: f"{heading}\n\nWoorden:\n\na. een.\n"})
    (annex,) = edition.annexes
    assert findings == ()
    assert (annex.id, annex.number, annex.mark, annex.title) == ANNEXES[file, heading]
    assert annex.intro[1].items[0].id == f"{annex.id}-a"


PARTS = {
    "Deel A – Toegang": ("bijlage-2-a", "A", "Toegang"),
    "DEEL B: OPSLAG": ("bijlage-2-b", "B", "OPSLAG"),
    "Deel 2. Opslag": ("bijlage-2-2", "2", "Opslag"),
    "Deel II": ("bijlage-2-ii", "II", "Deel II"),
    "Deel a van de opslag": ("bijlage-2-deel-a-van-de-opslag", "", "Deel a van de opslag"),
    "Toegang": ("bijlage-2-toegang", "", "Toegang"),
}


@pytest.mark.parametrize("heading", PARTS)
def test_a_part_of_an_annex_is_called_by_its_number(heading: str, tmp_path: Path) -> None:
    files = {
        "artikel-01.md": "# Artikel 1\n\n1.1 Tekst.\n",
        "bijlage-2.md": f"# Bijlage 2\n\n## {heading}\n\nWoorden.\n",
    }
    (annex,) = read(tmp_path, files)[0].annexes
    (section,) = annex.sections
    assert (section.id, section.label, section.title) == PARTS[heading] and section.heading.plain == heading


def test_a_part_of_what_is_no_annex_has_its_words(tmp_path: Path) -> None:
    edition, _ = read(tmp_path, {"index.md": "# Overeenkomst\n\n## Deel A – Ja\n\nWoorden.\n"})
    assert [(section.id, section.label) for section in edition.preamble] == [("aanhef-deel-a-ja", "")]


def test_annexes_without_a_number_stand_by_their_order(tmp_path: Path) -> None:
    edition, findings = read(
        tmp_path,
        {
            "bijlage.md": "# Bijlage: A\n\nX.\n",
            "bijlage-2.md": "# Bijlage: B\n\nX.\n",
            "bijlage-3.md": "# Tarieven\n\nX.",
        },
    )
    assert [annex.id for annex in edition.annexes] == ["bijlage", "bijlage-2", "bijlage-3"]
    assert ["is no heading of an annex" in finding.message for finding in findings] == [True]


WHOLE = {
    "an agreement in one file": (
        "1. Begrippen\n\n1.1 De klant is wie koopt.\n\n2. Prijs\n\n2.1 De prijs staat vast.\n",
        14,
    ),
    "without blank lines": ("1. Begrippen\n1.1 De klant is wie koopt.\n2. Prijs\n2.1 De prijs staat vast.\n", 13),
    "headings of articles": ("## Artikel 1. Begrippen\n\nDe klant is wie koopt.\n\n## Artikel 2. Prijs\n\nVast.\n", 12),
    "signs of paragraphs": ("## § 1 Begrippen\n\nDe klant is wie koopt.\n", 12),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_agreement_on_the_page_of_its_parties_is_one_finding(name: str, tmp_path: Path) -> None:
    body, line = WHOLE[name]
    folder = tmp_path / "docs/proef/1.0"
    folder.mkdir(parents=True)
    (tmp_path / "docs/proef/index.md").write_text(
        "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n", "utf-8"
    )
    (folder / "index.md").write_text(f"{INDEX}\n{body}", "utf-8")
    findings = read_repository(tmp_path).findings
    found = [finding for finding in findings if "clausule split docs/proef/1.0/index.md" in finding.hint]
    assert [(finding.rule, finding.place.line) for finding in found] == [("unreadable-text", line)]


def test_parties_and_recitals_are_counted_on_their_page(tmp_path: Path) -> None:
    folder = tmp_path / "docs/proef/1.0"
    folder.mkdir(parents=True)
    (tmp_path / "docs/proef/index.md").write_text(
        "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n", "utf-8"
    )
    more = "\n1. De klant;\n\n2. Voorbeeld.\n\n## 2. Overwegingen\n\na. dat de prijs 1.500 is;\n\nb. dat zij willen.\n"
    (folder / "index.md").write_text(INDEX + more, "utf-8")
    assert read_repository(tmp_path).findings == ()


@pytest.mark.parametrize("chapter", ["II. Zorg", "II) Zorg", "II – Zorg", "II: Zorg"])
def test_a_roman_number_above_an_article_is_a_chapter(tmp_path: Path, chapter: str) -> None:
    edition, findings = read(
        tmp_path,
        {
            "artikel-01.md": "# I. Algemeen\n\n## Artikel 1. Begrippen\n\nX.\n",
            "artikel-02.md": f"# {chapter}\n\n## Artikel 2. Duur\n\n2.1 X.\n",
            "artikel-03.md": "# Artikel 3. Slot\n\nX.\n",
        },
    )
    assert not findings
    assert [(one.id, one.number, one.chapter and one.chapter.id, len(one.opens)) for one in edition.articles] == [
        ("artikel-1", "1", "hoofdstuk-1", 1),
        ("artikel-2", "2", "hoofdstuk-2", 1),
        ("artikel-3", "3", "hoofdstuk-2", 0),
    ]
    opened = edition.articles[1].opens[0]
    assert (opened.title, opened.heading.plain) == ("Zorg", chapter) and edition.articles[1].clauses[
        0
    ].id == "artikel-2.1"


def test_a_roman_number_is_an_article_where_no_article_stands_right_below_it(tmp_path: Path) -> None:
    edition, findings = read(tmp_path, {"artikel-02.md": "# II. Zorg\n\nX.\n\n## Artikel 3. Duur\n\nX.\n"})
    assert edition.articles[0].id == "artikel-2" and [one.rule for one in findings] == ["unreadable-text"]


def test_the_clauses_of_an_article_that_was_put_between_have_its_capital(tmp_path: Path) -> None:
    words = "# Artikel 7A. Rente\n\n7A.1 Een.\n\n7A.2. Twee.\n\n7A.3 Drie.\n"
    edition, _ = read(tmp_path, {"artikel-07a.md": words})
    assert [(one.id, one.number, one.mark) for one in edition.articles[0].clauses] == [
        ("artikel-7a.1", "7a.1", "7A.1"),
        ("artikel-7a.2", "7a.2", "7A.2."),
        ("artikel-7a.3", "7a.3", "7A.3"),
    ]


def test_a_letter_above_an_article_is_a_chapter(tmp_path: Path) -> None:
    edition, findings = read(
        tmp_path,
        {
            "artikel-01.md": "# A. Algemeen\n\n## Artikel 1. Begrippen\n\nX.\n",
            "artikel-02.md": "# B. Zorg\n\n## Artikel 2. Duur\n\nX.\n",
        },
    )
    assert not findings
    assert [one.chapter and (one.chapter.id, one.chapter.title) for one in edition.articles] == [
        ("hoofdstuk-a", "Algemeen"),
        ("hoofdstuk-b", "Zorg"),
    ]


@pytest.mark.parametrize(
    ("chapter", "article", "ids"),
    [
        ("Artikel I", "§ 1", ["hoofdstuk-1"]),
        ("Artikel 1", "§ 1", ["hoofdstuk-1"]),
        ("Art. 1", "Artikel 1", []),  # one word
    ],
)
def test_what_has_another_word_of_articles_above_an_article_is_a_chapter(
    tmp_path: Path, chapter: str, article: str, ids: list[str]
) -> None:
    edition, findings = read(tmp_path, {"artikel-01.md": f"# {chapter} – Zorg\n\n## {article} Duur\n\n1.1 X.\n"})
    assert [one.id for one in edition.chapters] == ids and bool(findings) == (not ids)
    lines = [(f"{chapter} – Zorg", True), (f"{article} Duur", True), ("Artikel II", True), ("§ 2", True)]
    assert bare_chapters(lines, language_of("nl").grammar) == ({0: "hoofdstuk-1", 2: "hoofdstuk-2"} if ids else {})


@pytest.mark.parametrize(
    ("marks", "ids"),
    [
        ("A B C D", [1, 2, 3, 4]),
        ("I II III IV", [1, 2, 3, 4]),
        ("H I J", []),  # no row begins there
        ("A C", []),
        ("C D", []),
    ],
)
def test_chapters_in_lines_are_a_row_of_letters_or_of_numbers(marks: str, ids: list[int]) -> None:
    lines = [(line, True) for at, mark in enumerate(marks.split(), 1) for line in (f"{mark}. Zorg", f"Artikel {at}. X")]
    found = bare_chapters(lines, language_of("nl").grammar)
    assert found == {2 * at: f"hoofdstuk-{number}" for at, number in enumerate(ids)}


@pytest.mark.parametrize(("tag", "word"), [("en", "Section "), ("nl", "Artikel "), ("nl", "")])
def test_clauses_are_counted_with_two_digits(tag: str, word: str) -> None:
    numbers = [f"1.{at:02}" for at in range(1, 12)]
    words = "\n\n".join(f"{word}{number} The text." for number in numbers)
    lines = [Line(row, "x.md", place) for place, row in enumerate(words.split("\n"), 1)]
    assert [one.mark and one.mark.number for one in cut(lines, language_of(tag).grammar, "1", 0)] == numbers


def test_a_number_with_two_digits_that_is_not_the_next_is_no_clause(tmp_path: Path) -> None:
    edition, _ = read(tmp_path, {"artikel-01.md": "# Artikel 1. Duur\n\n12.05 Is een tijd.\n\n1.03 Ook.\n"})
    assert edition.articles[0].clauses == ()
