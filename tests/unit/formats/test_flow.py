"""The blocks of which documents are typeset: every word of an edition once, in its order, and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.formats.flow import FlowBlock, Grid, Heading, Line, Meaning, Note, Run, Runs, flow_of
from clausule.model.editions import Edition
from clausule.model.hashes import reading_text
from clausule.model.walk import walk
from clausule.read import read_repository
from session import read_home
from words import letters

META = {"docs/proef/index.md": "---\ntitle: Proef\n---\n\nInleiding.\n"}
INDEX = '---\nversion: "1.0"\neffective: 2018-05-25\n---\n\n# Overeenkomst\n\nAanhef.[^1]\n\n[^1]: Een noot.\n'
ARTICLE = """\
---
version: "1.0"
---

# Artikel 2. Plichten

Vooraf.

### Wie

2.1 Klant **betaalt** *snel*, zie artikelen 2.2 en 2.3, [de wet](https://example.org/wet).

2.2 Tweede lid:

a. een punt;

    - een streepje.

Na de lijst.

2.3 Betekenis:

“Gegevens”

:   wat men weet.

| Soort | Termijn |
| --- | --- |
| Melding | 72 uur |
"""
ANNEX = """\
---
version: "1.0"
effective: 2018-05-25
kind: questionnaire
---

# Bijlage 1. Vragen

## A. Eerst

#### Wie?

- Versleuteld: JA / NEE, met ………………
"""


def written(root: Path, files: dict[str, str]) -> Path:
    """A repository with one edition of ``files``, which are named with ``_`` for ``-``."""
    named = META | {f"docs/proef/1.0/{name.replace('_', '-')}.md": text for name, text in files.items()}
    for name, text in named.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def flow(root: Path, **files: str) -> tuple[FlowBlock, ...]:
    agreement = read_repository(written(root, files)).agreements[0]
    return flow_of(agreement, agreement.editions[0], Notes(agreement.editions[0]))


def plain(runs: Runs) -> str:
    return "".join(run.words for run in runs)


def words_of(block: FlowBlock) -> str:
    match block:
        case Heading():
            return block.words
        case Line(mark=mark, runs=runs):
            return f"{mark} {plain(runs)}"
        case Meaning(term=term, runs=runs):
            return f"{term} {plain(runs)}"
        case Grid(header=header, rows=rows):
            return " ".join(plain(cell) for row in (header, *rows) for cell in row)
        case Note(runs=runs):
            return plain(runs)
    return ""


def words_in(edition: Edition) -> str:
    """The same from the parts themselves."""
    found = []
    for part in walk(edition):
        found += [part.heading.plain if part.heading else "", part.subheading.plain if part.subheading else ""]
        found += [part.mark if part.kind == "clause" else "", reading_text(part.blocks)[0]]
    return "\n".join(found)


@pytest.fixture
def blocks(tmp_path: Path) -> tuple[FlowBlock, ...]:
    return flow(tmp_path, index=INDEX, artikel_02=ARTICLE, bijlage_1=ANNEX)


def test_every_word_of_the_editions_here_once_and_in_order() -> None:
    for agreement in read_home().agreements:
        for edition in agreement.editions:
            made = "\n".join(map(words_of, flow_of(agreement, edition, Notes(edition))))
            title = edition.title(agreement)
            given = words_in(edition)
            told = [part for part in edition.preamble if part.heading.plain == title]
            for part in told:
                given = given.replace(part.heading.plain, "", 1)
            assert letters(made) == letters(given), edition.name


def test_headings_have_the_mark_of_the_author_and_skip_no_level(blocks: tuple[FlowBlock, ...]) -> None:
    headings = [
        (block.kind, block.level, block.mark, plain(block.runs)) for block in blocks if isinstance(block, Heading)
    ]
    assert headings == [
        ("article", 1, "Artikel 2.", "Plichten"),
        ("subheading", 2, "", "Wie"),
        ("annex", 1, "Bijlage 1.", "Vragen"),
        ("section", 2, "A.", "Eerst"),
        ("section", 3, "", "Wie?"),
    ]


def test_how_deep_each_line_hangs_and_what_hangs_before_it(blocks: tuple[FlowBlock, ...]) -> None:
    lines = [(one.kind, one.depth, one.mark, one.number, one.id) for one in blocks if isinstance(one, Line)]
    assert lines == [
        ("text", 0, "", "", ""),
        ("text", 0, "", "", ""),
        ("clause", 1, "2.1", "2.1", "artikel-2.1"),
        ("clause", 1, "2.2", "2.2", "artikel-2.2"),
        ("item", 2, "a.", "a", "artikel-2.2-a"),
        ("item", 3, "-", "", "artikel-2.2-a-1"),
        ("text", 1, "", "", ""),
        ("clause", 1, "2.3", "2.3", "artikel-2.3"),
        ("item", 1, "-", "", "bijlage-1-wie-1"),
    ]


def test_words_are_cut_where_their_look_changes(blocks: tuple[FlowBlock, ...]) -> None:
    first = next(block for block in blocks if isinstance(block, Line) and block.number == "2.1")
    assert first.runs == (
        Run("Klant "),
        Run("betaalt", strong=True),
        Run(" "),
        Run("snel", em=True),
        Run(", zie "),
        Run("artikelen 2.2", link="#artikel-2.2"),
        Run(" en "),
        Run("2.3", link="#artikel-2.3"),
        Run(", "),
        Run("de wet", link="https://example.org/wet"),
        Run("."),
    )


def test_definitions_and_tables_stand_in_their_clause(blocks: tuple[FlowBlock, ...]) -> None:
    meaning, grid = (next(block for block in blocks if isinstance(block, kind)) for kind in (Meaning, Grid))
    assert isinstance(meaning, Meaning) and isinstance(grid, Grid)
    assert (meaning.depth, meaning.term, plain(meaning.runs)) == (1, "Gegevens", "wat men weet.")
    assert (grid.depth, [plain(cell) for cell in grid.header]) == (1, ["Soort", "Termijn"])
    assert [[plain(cell) for cell in row] for row in grid.rows] == [["Melding", "72 uur"]]


def test_a_questionnaire_has_choices_and_blanks_and_other_text_has_blanks_alone(
    blocks: tuple[FlowBlock, ...], tmp_path: Path
) -> None:
    asked = next(block for block in blocks if isinstance(block, Line) and block.form)
    assert [(run.words, run.field) for run in asked.runs] == [
        ("Versleuteld: ", ""),
        ("JA / NEE", "choice"),
        (", met ", ""),
        ("………………", "blank"),
    ]
    elsewhere = flow(tmp_path / "other", index=INDEX, artikel_02=ARTICLE.replace("snel", "JA / NEE ........"))
    fields = [run.field for block in elsewhere if isinstance(block, Line) for run in block.runs if run.field]
    assert fields == ["blank"]


def test_a_footnote_is_named_where_it_is_cited(blocks: tuple[FlowBlock, ...], tmp_path: Path) -> None:
    note = next(block for block in blocks if isinstance(block, Note))
    assert (note.label, plain(note.runs), note.cited) == ("1", "Een noot.", True)
    assert [run.note for block in blocks if isinstance(block, Line) for run in block.runs if run.note] == [note.id]
    uncited = flow(tmp_path / "other", index=INDEX.replace("Aanhef.[^1]", "Aanhef."), artikel_02=ARTICLE)
    assert [block.cited for block in uncited if isinstance(block, Note)] == [False]


def test_a_heading_that_is_the_title_of_the_edition_is_left_to_the_cover(blocks: tuple[FlowBlock, ...]) -> None:
    assert "Overeenkomst" not in [plain(block.runs) for block in blocks if isinstance(block, Heading)]
