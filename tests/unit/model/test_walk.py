"""An edition is walked once: every part in reading order, with what holds it."""

from __future__ import annotations

from pathlib import Path

from clausule.model.editions import Edition
from clausule.model.nodes import block_texts
from clausule.model.walk import edition_texts, parts_of, walk
from clausule.read import read_repository

FILES = {
    "index.md": '---\nversion: "1.0"\n---\n\n# Overeenkomst\n\nVooraf.\n\n## Partijen\n\nDe partijen.\n',
    "artikel-01.md": "# Artikel 1. Begrippen\n\nInleiding.\n\n1.1. Eerste lid.\n\n1.2 Tweede lid:\n\na. een punt.\n",
    "artikel-02.md": "# Artikel 2. Slot\n\n2.1 Enig lid.\n",
    "ondertekening.md": "# Ondertekening\n\n## Plaats\n\nEen regel.\n",
    "bijlage-1.md": "# Bijlage I. Maatregelen\n\nWoord vooraf.\n\n## A. Toegang\n\nEen slot.\n\n## Overig\n\nEen kluis.\n",  # noqa: E501
}


def an_edition(root: Path) -> Edition:
    folder = root / "docs/proef/1.0"
    folder.mkdir(parents=True)
    (folder.parent / "index.md").write_text("---\ntitle: Proef\n---\n\nProef.\n", "utf-8")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    (agreement,) = read_repository(root).agreements
    return agreement.editions[0]


def test_every_part_once_in_reading_order(tmp_path: Path) -> None:
    edition = an_edition(tmp_path)
    assert [
        (part.kind, part.id, part.number, part.title, part.mark, part.within and part.within.id)
        for part in walk(edition)
    ] == [
        ("preamble", "aanhef", "", "", "", None),
        ("preamble", "partijen", "", "Partijen", "", None),
        ("article", "artikel-1", "1", "Begrippen", "Artikel 1.", None),
        ("clause", "artikel-1.1", "1.1", "", "1.1.", "artikel-1"),
        ("clause", "artikel-1.2", "1.2", "", "1.2", "artikel-1"),
        ("article", "artikel-2", "2", "Slot", "Artikel 2.", None),
        ("clause", "artikel-2.1", "2.1", "", "2.1", "artikel-2"),
        ("closing", "ondertekening-plaats", "", "Plaats", "", None),
        ("annex", "bijlage-1", "I", "Maatregelen", "Bijlage I.", None),
        ("section", "bijlage-1-a", "A", "Toegang", "", "bijlage-1"),
        ("section", "bijlage-1-overig", "", "Overig", "", "bijlage-1"),
    ]


def test_a_part_knows_its_heading_its_place_and_what_stands_directly_under_it(tmp_path: Path) -> None:
    parts = {part.id: part for part in walk(an_edition(tmp_path))}
    headings = {name: part.heading.plain for name, part in parts.items() if part.heading and part.heading.plain}
    assert headings == {
        "partijen": "Partijen",
        "artikel-1": "Artikel 1. Begrippen",
        "artikel-2": "Artikel 2. Slot",
        "ondertekening-plaats": "Plaats",
        "bijlage-1": "Bijlage I. Maatregelen",
        "bijlage-1-a": "A. Toegang",
        "bijlage-1-overig": "Overig",
    }
    assert parts["artikel-1.1"].heading is None
    assert str(parts["artikel-1.2"].place) == "docs/proef/1.0/artikel-01.md:7:1"
    assert str(parts["bijlage-1-a"].place) == "docs/proef/1.0/bijlage-1.md:5:4"
    under = {name: [text.plain for text in block_texts(part.blocks)] for name, part in parts.items()}
    assert under["artikel-1"] == ["Inleiding."] and under["artikel-2"] == []
    assert under["artikel-1.2"] == ["Tweede lid:", "een punt."]
    assert under["bijlage-1"] == ["Woord vooraf."] and under["bijlage-1-overig"] == ["Een kluis."]


def test_texts_and_pieces_are_walked_the_same_way(tmp_path: Path) -> None:
    edition = an_edition(tmp_path)
    assert list(edition_texts(edition)) == [
        (part.id, text) for part in walk(edition) for text in block_texts(part.blocks)
    ]
    assert walk(edition) is walk(edition)
    assert [part.id for part in parts_of(annexes=edition.annexes)] == ["bijlage-1", "bijlage-1-a", "bijlage-1-overig"]
