"""An edition is walked once: every part in reading order, with what holds it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clausule.model.editions import Edition
from clausule.model.nodes import Annex, Chapter, Footnote, Section, block_texts
from clausule.model.walk import edition_texts, parts_of, walk
from clausule.read import read_repository
from editions import HERE, edition, text

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
    for name, words in FILES.items():
        (folder / name).write_text(words, "utf-8")
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


def note(label: str) -> tuple[Footnote, ...]:
    return (Footnote(id=f"noot-{label}", label=label, text=text(f"noot {label}"), owner=""),)


def test_a_footnote_comes_behind_what_holds_it_and_a_chapter_before_the_article_with_which_it_begins() -> None:
    """A footnote of the preamble or the closing is held by no part; each says of what kind its holder is."""
    chapter = Chapter(
        id="hoofdstuk-1", number="1", mark="Hoofdstuk I.", title="Werk", heading=text("Hoofdstuk I. Werk"), level=2
    )
    section = Section(id="partijen", label="", title="Partijen", level=2, heading=text("Partijen"), blocks=())
    annex = Annex(
        id="bijlage-1", number="I", title="", heading=text("Bijlage I"), place=HERE, version="", effective=None,
        kind="text", intro=(), sections=(replace(section, id="bijlage-1-a"),), footnotes=note("5"),
    )  # fmt: skip
    article = edition("1.0", ["Een lid."]).articles[0]
    clause = replace(article.clauses[0], subheading=text("Boven het lid"))
    parts = list(
        parts_of(
            preamble=[replace(section, footnotes=note("1")), replace(section, id="aanhef", footnotes=note("2"))],
            articles=[replace(article, opens=(chapter,), clauses=(clause,), footnotes=note("3"))],
            closing=[replace(section, id="slot", footnotes=note("4"))],
            annexes=[annex],
        )
    )
    assert [(part.id, part.kind, part.of, part.within and part.within.id) for part in parts] == [
        ("partijen", "preamble", "", None),
        ("aanhef", "preamble", "", None),
        ("noot-1", "footnote", "preamble", None),
        ("noot-2", "footnote", "preamble", None),
        ("hoofdstuk-1", "chapter", "", "artikel-1"),
        ("artikel-1", "article", "", None),
        ("artikel-1.1", "clause", "", "artikel-1"),
        ("noot-3", "footnote", "article", "artikel-1"),
        ("slot", "closing", "", None),
        ("noot-4", "footnote", "closing", None),
        ("bijlage-1", "annex", "", None),
        ("bijlage-1-a", "section", "", "bijlage-1"),
        ("noot-5", "footnote", "annex", "bijlage-1"),
    ]
    named = {part.id: part for part in parts}
    head, foot = named["hoofdstuk-1"], named["noot-3"]
    assert (head.number, head.mark, head.title, head.heading, head.blocks) == (
        "1",
        "Hoofdstuk I.",
        "Werk",
        chapter.heading,
        (),
    )
    assert (foot.number, foot.mark, foot.title, foot.heading) == ("3", "3", "", None)
    assert [one.plain for one in block_texts(foot.blocks)] == ["noot 3"]
    assert named["artikel-1.1"].subheading is clause.subheading
