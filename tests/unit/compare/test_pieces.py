"""What an edition is beside its translation: its pieces, and which of them define a term."""

from __future__ import annotations

from dataclasses import replace

from clausule.compare.translation.pieces import pieces_of
from clausule.model.nodes import Items, Paragraph, Table
from editions import definition, edition, item, text


def test_a_piece_has_a_label_of_its_own_what_is_in_it_and_the_term_that_it_defines() -> None:
    """An item defines a term by its own words or by the first in it; a name that is given in passing is none."""
    work, place, name = text("werk"), text("waar wij zijn"), text("hierna te noemen “Wij”")
    rows = Items(
        (
            item("A", "geen begrip"),
            replace(item("b", ""), text=work),
            item("c", "Plek:", Paragraph(place)),
            item("d", "los", Paragraph(text("niets"))),
        )
    )
    table = Table((text("Naam"), text("Land")), ((text("Host"), text("NL")),))
    one = edition("1.0", [rows, Paragraph(name), table])
    defined = (
        replace(definition("Dienst", ""), text=work),
        replace(definition("Plek", ""), text=place),
        replace(definition("Wij", "", source="name"), text=name),
    )
    body = replace(one.body, definitions=defined)
    [article] = pieces_of(replace(one, read=lambda: body))
    listed, named, cells = article.pieces
    assert [(piece.kind, piece.label, piece.term) for piece in listed.pieces] == [
        ("item", "a", ""),
        ("item", "b", "Dienst"),
        ("item", "c", "Plek"),
        ("item", "d", ""),
    ]
    assert [[within.term for within in piece.pieces] for piece in listed.pieces] == [[], [], ["Plek"], [""]]
    assert [(piece.kind, piece.term) for piece in named.pieces] == [("paragraph", "")]
    [lines] = cells.pieces
    assert (lines.kind, lines.texts, [piece.kind for piece in lines.pieces]) == ("table", (), ["row", "row"])
    assert [words.plain for words in lines.all_texts()] == ["Naam", "Land", "Host", "NL"]
    assert [(piece.kind, piece.label, piece.at) for piece in article.pieces] == [
        ("clause", f"1.{number}", f"artikel-1.{number}") for number in (1, 2, 3)
    ]


def test_a_heading_above_a_clause_is_of_its_piece() -> None:
    one = edition("1.0", ["werk"])
    [article] = one.body.articles
    headed = replace(article, clauses=(replace(article.clauses[0], subheading=text("Kop")),))
    body = replace(one.body, articles=(headed,))
    [piece] = pieces_of(replace(one, read=lambda: body))
    assert [words.plain for words in piece.texts] == ["Artikel 1"]
    assert [[words.plain for words in inner.texts] for inner in piece.pieces] == [["Kop"]]
