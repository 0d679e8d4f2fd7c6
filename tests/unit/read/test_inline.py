"""What stands within a line: emphasis, breaks, footnotes and tables; and what Markdown has and an agreement has not."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clausule.model.editions import Edition
from clausule.model.findings import Finding
from clausule.model.hashes import edition_sha256, reading_text
from clausule.model.nodes import Paragraph, Picture, Table, Text
from clausule.model.walk import walk
from clausule.read import read_repository

HEAD = '---\nversion: "1.0"\n---\n\n'
INDEX = '---\nversion: "1.0"\neffective: 2024-02-01\n---\n\n# Overeenkomst\n\n## Partijen\n\nDe klant en Voorbeeld.\n'


def read(root: Path, body: str) -> tuple[Edition, tuple[Finding, ...]]:
    (root / "docs/proef/1.0").mkdir(parents=True, exist_ok=True)
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n", "utf-8")
    (root / "docs/proef/1.0/index.md").write_text(INDEX, "utf-8")
    (root / "docs/proef/1.0/artikel-01.md").write_text(f"{HEAD}# Artikel 1. Betaling\n\n{body}\n", "utf-8")
    repository = read_repository(root)
    return repository.agreements[0].editions[0], repository.findings


def words(root: Path, body: str) -> tuple[Text, tuple[Finding, ...]]:
    edition, findings = read(root, f"1.1 {body}")
    block = edition.articles[0].clauses[0].blocks[0]
    assert isinstance(block, Paragraph)
    return block.text, findings


MARKED = {
    "_tijdig_ en __volledig__": ("tijdig en volledig", [("em", "tijdig"), ("strong", "volledig")]),
    "*tijdig* en **volledig**": ("tijdig en volledig", [("em", "tijdig"), ("strong", "volledig")]),
    "“_tijdig_”, (__zo__).": ("“tijdig”, (zo).", [("em", "tijdig"), ("strong", "zo")]),
    "_“tijdig”_": ("“tijdig”", [("em", "“tijdig”")]),
    "**_beide_**": ("beide", [("em", "beide"), ("strong", "beide")]),
    "naam_van_klant en _id": ("naam_van_klant en _id", []),
    "Naam: _____ te ____": ("Naam: _____ te ____", []),
    "(___) en (___) en __ en __": ("(___) en (___) en __ en __", []),
    "Naam: __\nPlaats: __": ("Naam: __ Plaats: __", []),
    r"\_zo\_ en \*zo\* en 1 \< 2": ("_zo_ en *zo* en 1 < 2", []),
    "Naam  \nStraat 1  \nPlaats": ("Naam\nStraat 1\nPlaats", []),
    "Naam\\\nStraat 1\\\nPlaats": ("Naam\nStraat 1\nPlaats", []),
    "Naam \nStraat 1": ("Naam Straat 1", []),
    "Naam\\\\\nStraat 1": ("Naam\\ Straat 1", []),
    "**Naam  \nStraat**": ("Naam\nStraat", [("strong", "Naam\nStraat")]),
    "ongeveer ~5 dagen of ~6 dagen, a = b, 2^3 en `s avonds": (
        "ongeveer ~5 dagen of ~6 dagen, a = b, 2^3 en `s avonds",
        [],
    ),
    "[JA] [NEE] en [naam]": ("[JA] [NEE] en [naam]", []),
}


@pytest.mark.parametrize("body", MARKED)
def test_words_within_a_line(body: str, tmp_path: Path) -> None:
    text, findings = words(tmp_path, body)
    assert findings == ()
    assert (text.plain, [(mark.kind, text.plain[mark.start : mark.end]) for mark in text.marks]) == MARKED[body]


STRANGE = {
    "oud ~~nieuw~~": ("~~nieuw~~", "struck out"),
    "oud ~nieuw~": ("~nieuw~", "struck out"),
    "de `code` hier": ("`code`", "code"),
    "de ``code`` hier": ("``code``", "code"),
    "de ==nadruk== hier": ("==nadruk==", "marked"),
    "liters H~2~O per dag": ("~2~", "lowered"),
    "10 m^2^ groot": ("^2^", "raised"),
    "een noot^[zo] hier": ("^[zo]", "footnote within"),
    "een noot[^9] hier": ("[^9]", "no footnote '9'"),
    'zie [hier](https://example.org "titel")': ("](", "link"),
    "zie [hier](<https://example.org>)": ("](", "link"),
    "![logo](https://example.org/x.png)": ("![logo](https://example.org/x.png)", "image"),
    "[![logo](x.png)](https://example.org)": ("![logo](x.png)", "image"),
    "een <b>woord</b>": ("<b>", "HTML"),
    "een<br>regel": ("<br>", "HTML"),
    "een <!-- stil --> woord": ("<!--", "HTML"),
}


@pytest.mark.parametrize("body", STRANGE)
def test_what_markdown_has_and_an_agreement_has_not_is_a_finding(body: str, tmp_path: Path) -> None:
    _, findings = words(tmp_path, body)
    sign, what = STRANGE[body]
    found = [finding for finding in findings if what in finding.message and sign in finding.words + finding.message]
    assert found and all(finding.hint for finding in found), findings
    place = found[0].place
    assert (place.line == 7 and body.find(sign.rstrip("(")) == place.column - 5) or "](" in sign


BLOCKS = {
    "a fence": "```\nx\n```",
    "a quotation": "> Klant zei dat.",
    "a quotation right under words": "Klant betaalt:\n> Klant zei dat.",
    "a line across": "Klant betaalt.\n\n---",
    "a grid table": "+---+---+\n| a | b |\n+---+---+",
    "a link at the foot": "Zie [hier][wet].\n\n[wet]: https://example.org",
    "an abbreviation": "*[AVG]: Algemene verordening",
    "a line of dashes under a sentence": "Klant betaalt.\n---------",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_that_an_agreement_has_not_is_a_finding(name: str, tmp_path: Path) -> None:
    _, findings = read(tmp_path, BLOCKS[name])
    assert "unreadable-text" in {finding.rule for finding in findings}


def test_a_footnote_is_at_its_place_and_at_the_foot(tmp_path: Path) -> None:
    edition, findings = read(
        tmp_path,
        "1.1 Klant betaalt[^1] tijdig.[^prijs]\n\n[^1]: Per bank, zie\n  artikel 1.2.\n[^prijs]: Zonder _btw_.\n\n"
        "1.2 Klant meldt.[^1]",
    )
    assert findings == ()
    first, second = edition.articles[0].clauses
    assert [text.plain for text in (first.blocks[0].text, second.blocks[0].text)] == [
        "Klant betaalt tijdig.",
        "Klant meldt.",
    ]
    assert [(mark.kind, mark.start, mark.end, mark.target) for mark in first.blocks[0].text.marks] == [
        ("note", 13, 13, "voetnoot-1"),
        ("note", 21, 21, "voetnoot-prijs"),
    ]
    assert [(note.id, note.label, note.text.plain, note.owner) for note in edition.footnotes] == [
        ("voetnoot-1", "1", "Per bank, zie artikel 1.2.", "artikel-1.1"),
        ("voetnoot-prijs", "prijs", "Zonder btw.", "artikel-1.1"),
    ]
    assert str(edition.footnotes[0].text.place()) == "docs/proef/1.0/artikel-01.md:9:7"
    parts = [(part.kind, part.id, part.number) for part in walk(edition)]
    assert parts[-2:] == [("footnote", "voetnoot-1", "1"), ("footnote", "voetnoot-prijs", "prijs")]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("1.1 Een.\n\n[^1]: Niemand wijst hierheen.", "nothing refers to footnote 1"),
        ("1.1 Een.[^1]\n\n[^1]: Een.\n[^1]: Twee.", "footnote 1 stands here twice"),
        ("## Kop[^1]\n\n1.1 Een.\n\n[^1]: Een.", "a footnote cannot stand in a heading"),
    ],
)
def test_a_footnote_that_does_not_lead_anywhere_is_a_finding(body: str, message: str, tmp_path: Path) -> None:
    _, findings = read(tmp_path, body)
    assert any(message in finding.message for finding in findings), findings


def test_a_cell_can_have_more_lines(tmp_path: Path) -> None:
    edition, findings = read(
        tmp_path, "| Dienst | Prijs |\n| --- | --- |\n| Opslag<br>Advies<br/>__Hulp__ | € 5<BR />niets |"
    )
    (table,) = edition.articles[0].intro
    assert findings == () and isinstance(table, Table)
    assert [cell.plain for cell in table.rows[0]] == ["Opslag\nAdvies\nHulp", "€ 5\nniets"]
    assert str(table.rows[0][1].place(4)) == "docs/proef/1.0/artikel-01.md:9:44"


PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def first_page(root: Path, line: str) -> tuple[Edition, tuple[Finding, ...]]:
    read(root, "1.1 Een.")
    (root / "docs/proef/1.0/logo.png").write_bytes(PNG)
    (root / "docs/proef/geen.png").write_bytes(b"GIF89a")
    (root / "docs/proef/1.0/index.md").write_text(f"{INDEX}\n{line}\n", "utf-8")
    repository = read_repository(root)
    return repository.agreements[0].editions[0], repository.findings


@pytest.mark.parametrize("path", ["logo.png", "docs/proef/1.0/logo.png"])
def test_a_logo_on_the_first_page_is_a_file_of_the_repository(path: str, tmp_path: Path) -> None:
    edition, findings = first_page(tmp_path, f"![Logo van Voorbeeld]({path})")
    assert findings == ()
    picture = edition.preamble[-1].blocks[-1]
    assert isinstance(picture, Picture)
    assert (picture.path, picture.words.plain, picture.data) == ("docs/proef/1.0/logo.png", "Logo van Voorbeeld", PNG)
    assert "docs/proef/1.0/logo.png" in edition.files
    one, two = (edition_sha256(replace(edition, recipe=recipe)) for recipe in (1, 2))
    (tmp_path / "docs/proef/1.0/logo.png").write_bytes(PNG + b"x")
    again = read_repository(tmp_path).agreements[0].editions[0]
    assert [edition_sha256(replace(again, recipe=recipe)) != old for recipe, old in ((1, one), (2, two))] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("![Logo](https://example.org/logo.png)", "no picture of the repository"),
        ("![Logo](../../../geheim.png)", "leads out of the repository"),
        ("![Logo](weg.png)", "no such file"),
        ("![](logo.png)", "a picture without words"),
        ("![Logo](docs/proef/geen.png)", "is no PNG picture"),
        ("![Logo](index.md)", "no picture of the repository"),
        ("Voor ![Logo](logo.png) achter", "an image is no text"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_a_finding(line: str, words: str, tmp_path: Path) -> None:
    edition, findings = first_page(tmp_path, line)
    assert any(words in finding.message for finding in findings), findings
    assert not any(isinstance(block, Picture) for block in edition.preamble[-1].blocks)


# The words of an agreement are never lost, whatever forms it has.

WORD = st.text(st.sampled_from("abcdeéÀXYZ"), min_size=2, max_size=7)
SENTENCE = st.lists(
    WORD | st.sampled_from(["_zo_", "**vet**", "is.", "(mede)", "10.000", "____", "1,5", "art. 3", "b."]),
    min_size=1,
    max_size=9,
).map(" ".join)
WRAPPED = st.lists(SENTENCE, min_size=1, max_size=4).flatmap(
    lambda rows: st.lists(
        st.sampled_from([" ", "\n", "\n   ", "  \n", "\\\n"]), min_size=len(rows), max_size=len(rows)
    ).map(lambda joints: "".join(row + joint for row, joint in zip(rows, joints, strict=True)).rstrip(" \\\n"))
)
ENDED = st.tuples(WRAPPED, st.sampled_from([".", ";", ":", "", ","])).map("".join)
CLAUSES = ("1.1 ", "1.2. ", "1.1.1 ", "1\\.3 ", "1. ", "2. ", "(1) ", "Lid 2. ")
ITEMS = ("a. ", "b.) ", "(c) ", "A. ", "(i) ", "II. ", "1º ", "2° ", "- ", "* ", "• ", "  - ", "   a. ")
OTHERS = ("## ", "**Kop**\n", "| ", "“Dienst”\n:   ", "> ", "---\n", "")
MARK = st.sampled_from((*CLAUSES, *ITEMS, *OTHERS))
BODY = st.lists(st.tuples(MARK, ENDED, st.sampled_from(["\n", "\n\n"])).map("".join), min_size=1, max_size=12).map(
    "".join
)


def letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum() and sign not in "º")


def everything(edition: Edition) -> str:
    """All that a reader sees of the article, in order: marks of clauses and items, terms and words."""
    shown = []
    for part in walk(edition):
        if part.id.startswith(("artikel", "kop")):
            above = [part.subheading.plain] if part.subheading else []
            heading = [part.heading.plain] if part.heading else []
            mark = [part.mark] if part.kind == "clause" else []
            shown += [*above, *heading, *mark, reading_text(part.blocks)[0]]
    return "".join(shown)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODY)
@example("1.1 XX.\n## XX.\n## art. 3.\n")
def test_no_letter_of_an_agreement_is_lost_and_none_is_moved(tmp_path: Path, body: str) -> None:
    edition, _ = read(tmp_path, body)
    assert letters(everything(edition)) == letters(f"Artikel 1. Betaling {body}")
