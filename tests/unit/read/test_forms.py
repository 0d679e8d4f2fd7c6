"""How firms number and lay out their text: what an author wrote beside what must be read.

An article is shown as a line for each clause (its mark and its first words), paragraph and item (its mark), indented by
what holds it; ``?`` and a word is a finding that names it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.model.findings import Finding
from clausule.model.nodes import Article, Block, Definitions, Items, Paragraph, Table
from clausule.read import read_repository
from clausule.read.marks import clause_follows, item_mark, next_labels

INDEX = '---\nversion: "1.0"\neffective: 2024-02-01\n---\n\n# Overeenkomst\n\n## Partijen\n\nDe klant en Voorbeeld.\n'


def read(root: Path, body: str, heading: str = "# Artikel 1. Betaling\n\n", file: str = "artikel-01.md"):
    (root / "docs/proef/1.0").mkdir(parents=True, exist_ok=True)
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n", "utf-8")
    (root / "docs/proef/1.0/index.md").write_text(INDEX, "utf-8")
    (root / f"docs/proef/1.0/{file}").write_text(f'---\nversion: "1.0"\n---\n\n{heading}{body}\n', "utf-8")
    repository = read_repository(root)
    return repository.agreements[0].editions[0], repository.findings


def shown(article: Article, findings: tuple[Finding, ...]) -> list[str]:
    lines = _blocks(article.intro, "")
    for clause in article.clauses:
        first, *rest = _blocks(clause.blocks, "  ") or [""]
        lines += [f"{clause.mark} {first.strip()}", *rest]
    return lines + [f"? {finding.words}" for finding in findings]


def _blocks(blocks: tuple[Block, ...], indent: str) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                lines.append(indent + text.plain)
            case Items(items):
                for item in items:
                    lines += [f"{indent}[{item.mark}] {item.text.plain}", *_blocks(item.blocks, indent + "  ")]
            case Definitions(entries):
                lines += [f"{indent}{entry.term} = {entry.text.plain}" for entry in entries]
            case Table(header, rows):
                lines += [indent + " | ".join(cell.plain for cell in row) for row in (header, *rows)]
    return lines


WRAPPED = {
    "a word and a point": (
        "1.1 Verwerker doet dit:\n\na. hij herstelt, tenzij dat niet mogelijk\n   is. Hij neemt de kosten\n"
        "   op. Partijen overleggen;\n\nb. hij is samen\n   (mede) verantwoordelijk.",
        [
            "1.1 Verwerker doet dit:",
            "  [a.] hij herstelt, tenzij dat niet mogelijk is. Hij neemt de kosten op. Partijen overleggen;",
            "  [b.] hij is samen (mede) verantwoordelijk.",
        ],
    ),
    "words that look like roman numbers or letters": (
        "1.1 Zie ook art.\nnr. 5 en de bepaling die daarin\nvi. heet, in de vorm\n(ik) van toen.",
        ["1.1 Zie ook art. nr. 5 en de bepaling die daarin vi. heet, in de vorm (ik) van toen."],
    ),
    "without indent, in an item": (
        "1.1 Dit:\n- de klant betaalt wat verschuldigd\nis. Daarna\n- de rest\nop. En\n(mede) dit.",
        ["1.1 Dit:", "  [-] de klant betaalt wat verschuldigd is. Daarna", "  [-] de rest op. En (mede) dit."],
    ),
    "a reference to an item, a lid, an article": (
        "1.1 Dit:\n\na. wat valt onder\nb. van dit lid;\n\nb. wat volgt uit lid\n2. van artikel\n1.2 of uit onderdeel\n"
        "(i) daarvan.\n\n1.2 Als bedoeld in artikel\n1.3 en in artikel 1.2 en\n1.3 van de wet.",
        [
            "1.1 Dit:",
            "  [a.] wat valt onder b. van dit lid;",
            "  [b.] wat volgt uit lid 2. van artikel 1.2 of uit onderdeel (i) daarvan.",
            "1.2 Als bedoeld in artikel 1.3 en in artikel 1.2 en 1.3 van de wet.",
        ],
    ),
    "a number that goes on with the sentence": (
        "1.1 De termijn is\n30 dagen. Daarna geldt\n1.2 van deze voorwaarden, en in week\n2. of in week\n3. ook.",
        ["1.1 De termijn is 30 dagen. Daarna geldt 1.2 van deze voorwaarden, en in week 2. of in week 3. ook."],
    ),
    "an enumeration within a sentence": (
        "1.1 De klant is gehouden om\n(i) dit te doen en (ii) dat te\n(a) laten.",
        ["1.1 De klant is gehouden om (i) dit te doen en (ii) dat te (a) laten."],
    ),
    "the initial of a name": (
        "1.1 Getekend door de heer\nA. Jansen en door\n\nJ. de Boer, directeur.",
        ["1.1 Getekend door de heer A. Jansen en door", "  J. de Boer, directeur."],
    ),
    "a dash in a sentence is a doubt": (
        "1.1 De klant betaalt\n- en dat is veel -\nop tijd.",
        ["1.1 De klant betaalt - en dat is veel - op tijd.", "? -"],
    ),
    "a row without a colon is a doubt": (
        "1.1 De klant\na. betaalt\nb. meldt",
        ["1.1 De klant a. betaalt b. meldt", "? a."],
    ),
    "a row that does not begin is a doubt": (
        "1.1 De klant betaalt.\nc. En meldt.",
        ["1.1 De klant betaalt. c. En meldt.", "? c."],
    ),
    "a letter out of its row behind a sentence is an item, for the rule to see": (
        "1.1 Dit:\na. een;\nc. drie.",
        ["1.1 Dit:", "  [a.] een;", "  [c.] drie."],
    ),
}

BEGINS = {
    "right under a colon": (
        "1.1 Dit zijn:\na. een,\nb. twee, en\nc. drie",
        ["1.1 Dit zijn:", "  [a.] een,", "  [b.] twee, en", "  [c.] drie"],
    ),
    "right under a semicolon and a point": (
        "1.1 De klant betaalt.\n1. per bank;\n2. contant;\na) niet;\nb) nooit.",
        ["1.1 De klant betaalt.", "  [1.] per bank;", "  [2.] contant;", "    [a)] niet;", "    [b)] nooit."],
    ),
    "bullets of three kinds, and within": (
        "1.1 Dit:\n- een\n  * binnen\n  * nog\n- twee",
        ["1.1 Dit:", "  [-] een", "    [-] binnen", "    [-] nog", "  [-] twee"],
    ),
    "all marks": (
        "1.1 Dit:\n\na.) x\n\nb.) y\n\nEn:\n\n(A) x\n\n(B) y\n\nEn:\n\nA. x\n\nB. y\n\nEn:\n\nI. x\n\nII. y\n\nEn:\n\n"
        "1º x\n\n2º y\n\nEn:\n\n1° x\n2° y\n\nEn:\n\n• x\n\n• y",
        [
            "1.1 Dit:",
            "  [a.)] x",
            "  [b.)] y",
            "  En:",
            "  [(A)] x",
            "  [(B)] y",
            "  En:",
            "  [A.] x",
            "  [B.] y",
            "  En:",
            "  [I.] x",
            "  [II.] y",
            "  En:",
            "  [1º] x",
            "  [2º] y",
            "  En:",
            "  [1°] x",
            "  [2°] y",
            "  En:",
            "  [-] x",
            "  [-] y",
        ],
    ),
    "a list that goes on behind a sentence": (
        "1.1 Dit:\n\nA. x;\n\nEn verder:\n\nB. y.\n\n20° is warm.",
        ["1.1 Dit:", "  [A.] x;", "  En verder:", "  [B.] y.", "  20° is warm."],
    ),
    "letters to aa and roman numbers beyond ten": (
        "1.1 Dit:\ny. een;\nz. twee;\naa. drie.\n\n1.2 Dat:\n(ix) een\n(x) twee\n(xi) drie",
        ["1.1 Dit: y. een; z. twee; aa. drie.", "1.2 Dat: (ix) een (x) twee (xi) drie"]
        + [f"? {mark}" for mark in ("y.", "(ix)")],
    ),
}

AMOUNTS = {
    f"{words}": (
        f"1.1 De boete is als volgt.\n\n{words} is het hoogste.",
        ["1.1 De boete is als volgt.", f"  {words} is het hoogste."],
    )
    for words in (
        "10.000 euro",
        "1.000.000 euro",
        "1,5 uur",
        "1.5 uur",
        "10.30 uur",
        "2.50%",
        "12.05.24",
        "9.00 uur",
        "1.2 miljoen",
        "1.100",
        "31.12.2024",
    )
} | {
    "in the midst of a paragraph": (
        "1.1 De boete bedraagt een bedrag per dag.\n10.000 euro is het hoogste.\n1,5 uur is lang.\n2.5 uur ook.",
        ["1.1 De boete bedraagt een bedrag per dag. 10.000 euro is het hoogste. 1,5 uur is lang. 2.5 uur ook."],
    ),
}

CLAUSES = {
    "no blank lines": ("1.1 Een.\n1.2 Twee.\n1.3 Drie.", ["1.1 Een.", "1.2 Twee.", "1.3 Drie."]),
    "no blank lines at three levels": (
        "1.1 a\n1.1.1 b\n1.1.2 c\n1.2 d\n1.2.1 e\n1.2.1.1 f",
        ["1.1 a", "1.1.1 b", "1.1.2 c", "1.2 d", "1.2.1 e", "1.2.1.1 f"],
    ),
    "wrapped, without blank lines": (
        "1.1. De klant betaalt\nhet bedrag van\n1.5 miljoen.\n1.2. De klant kan opzeggen mits:\n1.2.1. een brief;\n"
        "1.2.2. betaling van 30 % van de prijs, onverminderd\nhet recht op meer.\n1.3. En.",
        [
            "1.1. De klant betaalt het bedrag van 1.5 miljoen.",
            "1.2. De klant kan opzeggen mits:",
            "1.2.1. een brief;",
            "1.2.2. betaling van 30 % van de prijs, onverminderd het recht op meer.",
            "1.3. En.",
        ],
    ),
    "a clause right under an item": (
        "1.1 Betaal:\n\n(i) per bank of\n(ii) contant.\n1.2 Klant meldt.",
        ["1.1 Betaal:", "  [(i)] per bank of", "  [(ii)] contant.", "1.2 Klant meldt."],
    ),
    "a point and no space, and an escape": (
        "1.1.Klant betaalt.\n\n1\\.2 Klant meldt.\n\n1\\.3. “Klant” is klant.",
        ["1.1. Klant betaalt.", "1.2 Klant meldt.", "1.3. “Klant” is klant."],
    ),
    "bis and letters": (
        "1.1 Een.\n\n1.1a Tussen.\n\n1.2 Twee.",
        ["1.1 Een.", "1.1a Tussen.", "1.2 Twee."],
    ),
    "with the word": (
        "Artikel 1.1 Klant betaalt.\n\nArtikel 1.2 Klant meldt.\n\nArtikel 1.1 Klant is bekend.",
        ["Artikel 1.1 Klant betaalt.", "Artikel 1.2 Klant meldt.", "  Artikel 1.1 Klant is bekend."],
    ),
    "numbers within letters": (
        "A. Een.\n1. x\n2. y\nB. Twee.",
        ["[A.] Een.", "  [1.] x", "  [2.] y", "[B.] Twee."],
    ),
    "1. within the article": (
        "1. Een.\n2. Twee, zie lid\n1. en verder:\na. x;\nb. y.\n\n3. Drie.",
        ["1. Een.", "2. Twee, zie lid 1. en verder:", "  [a.] x;", "  [b.] y.", "3. Drie."],
    ),
    "(1) within the article": (
        "(1) Een.\n\n(2) Twee:\n\n1. x\n\n2. y\n\n(3) Drie.",
        ["(1) Een.", "(2) Twee:", "  [1.] x", "  [2.] y", "(3) Drie."],
    ),
    "lid 1. within the article": (
        "Lid 1. Klant betaalt.\nLid 2. Klant meldt.\n\nlid 3: Klant zwijgt over\nlid 2. Dat is alles.",
        ["Lid 1. Klant betaalt.", "Lid 2. Klant meldt.", "lid 3: Klant zwijgt over lid 2. Dat is alles."],
    ),
    "§ 1. within the article": (
        "§ 1. Klant betaalt:\n\n1° op tijd;\n\n2° geheel.\n\n§2. Klant meldt, zie\n§ 1. Dat is alles.",
        ["§ 1. Klant betaalt:", "  [1°] op tijd;", "  [2°] geheel.", "§2. Klant meldt, zie § 1. Dat is alles."],
    ),
    "a list within an article without clauses": (
        "De klant doet het volgende:\n\n1. betalen;\n\n2. melden.",
        ["De klant doet het volgende:", "[1.] betalen;", "[2.] melden."],
    ),
    "a list within a clause that is counted": (
        "1. Klant doet:\n\n   1. betalen;\n\n   2. melden.\n\n2. Klant zwijgt.",
        ["1. Klant doet:", "  [1.] betalen;", "  [2.] melden.", "2. Klant zwijgt."],
    ),
    "paragraphs without numbers": ("De klant betaalt.\n\nDe klant meldt.", ["De klant betaalt.", "De klant meldt."]),
    "the number of another article behind a sentence is a doubt": (
        "1.1 Klant betaalt.\n3.2 geldt ook.",
        ["1.1 Klant betaalt. 3.2 geldt ook.", "? 3.2"],
    ),
}


@pytest.mark.parametrize("name", [*WRAPPED, *BEGINS, *AMOUNTS, *CLAUSES])
def test_a_form(name: str, tmp_path: Path) -> None:
    body, expected = (WRAPPED | BEGINS | AMOUNTS | CLAUSES)[name]
    edition, findings = read(tmp_path, body)
    assert shown(edition.articles[0], findings) == expected


def test_clauses_that_are_counted_within_their_article_have_its_number(tmp_path: Path) -> None:
    edition, _ = read(tmp_path, "1. Een:\na. x.\n\n2. Twee.", "# Artikel 7\n\n", "artikel-07.md")
    assert [(clause.id, clause.number, clause.mark) for clause in edition.articles[0].clauses] == [
        ("artikel-7.1", "7.1", "1."),
        ("artikel-7.2", "7.2", "2."),
    ]
    assert edition.articles[0].clauses[0].blocks[1].items[0].id == "artikel-7.1-a"


@pytest.mark.parametrize(
    ("text", "label", "style"),
    [
        ("(ii) x", "ii", "(a)"),
        ("a.) x", "a", "a.)"),
        ("IV. x", "iv", "A."),
        ("12a) x", "12a", "1)"),
        ("3º x", "3", "1º"),
        ("bb. x", "bb", "a."),
        ("- x", "", "-"),
        ("• x", "", "-"),
    ],
)
def test_a_mark(text: str, label: str, style: str) -> None:
    mark = item_mark(text)
    assert mark and (mark.label, mark.style) == (label, style)


@pytest.mark.parametrize(
    "text", ["is. x", "op. x", "(mede) x", "nr. x", "1234. x", "a x", "-x", "iiv. x", "1.x", "20.5 x"]
)
def test_no_mark(text: str) -> None:
    assert item_mark(text) is None


@pytest.mark.parametrize(
    ("label", "following"),
    [
        ("a", {"b"}),
        ("h", {"i"}),
        ("i", {"j", "ii"}),
        ("iv", {"v", "jw"}),
        ("z", {"aa"}),
        ("zz", {"aaa"}),
        ("7", {"8", "7a"}),
        ("7a", {"8", "7b"}),
        ("xxxix", {"xl", "yxxix"}),
    ],
)
def test_what_follows(label: str, following: set[str]) -> None:
    assert following & next_labels(label) == {one for one in following if one not in ("jw", "yxxix")}


@pytest.mark.parametrize(
    ("last", "number", "follows"),
    [
        ("", "3.1", True),
        ("", "3.2", False),
        ("3.1", "3.2", True),
        ("3.1", "3.1.1", True),
        ("3.1.2", "3.2", True),
        ("3.1", "3.3", False),
        ("3.2", "3.1", False),
        ("3.1", "3.1a", True),
        ("3.1", "4.1", False),
        ("3.1", "3.1.2", False),
    ],
)
def test_which_clause_follows(last: str, number: str, follows: bool) -> None:
    assert clause_follows(number, last) is follows
