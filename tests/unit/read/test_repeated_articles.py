"""An article that the edition before has word for word is read once, and yet stands where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.model.editions import Edition
from clausule.model.nodes import Items, Paragraph, Table
from clausule.read import read_repository

ARTICLE = """---
version: "{version}"
---

# Artikel 2. Duur

2.1 De overeenkomst duurt:

a. een jaar;
b. zolang als:
   1. nodig is;
   2. **afgesproken** is.

2.2 Zie de tabel.

| Wat | Hoe lang |
| --- | --- |
| Dienst | een jaar |

Begrip
:   Wat het betekent.
"""


def editions(root: Path, **texts: str) -> list[Edition]:
    """The editions with each of ``texts`` as article 2, read one after the other."""
    (root / "mkdocs.yml").write_text("site_name: x\nsite_url: https://example.org/\n", "utf-8")
    for name, text in texts.items():
        folder = root / "docs/proef" / name.removeprefix("v").replace("_", ".")
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(f'---\nversion: "{folder.name}"\n---\n\n# Proef\n', "utf-8")
        (folder / "artikel-02.md").write_text(text, "utf-8")
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\nslug: proef\n---\n\n# Proef\n", "utf-8")
    return list(read_repository(root).agreements[0].editions)


def seen(edition: Edition) -> list[object]:
    """What a reader of the article sees, and where it stands."""
    (article,) = edition.articles
    found: list[object] = [article.id, article.version, article.place, article.heading.place(3)]
    for clause in article.clauses:
        found += [clause.id, clause.place]
        for block in clause.blocks:
            if isinstance(block, Paragraph):
                found += [block.text.plain, block.text.place(1)]
            elif isinstance(block, Items):
                found += [(item.id, item.text.place(), len(item.blocks)) for item in block.items]
                found += [inner.items[1].text.marks for item in block.items for inner in item.blocks]  # type: ignore[union-attr]
            elif isinstance(block, Table):
                found += [block.header[1].place(), block.rows[0][0].place()]
    return [*found, [(one.id, one.term_place, one.text.place()) for one in edition.definitions]]


def test_repeated_words_stand_in_their_own_file(tmp_path: Path) -> None:
    first, second = editions(tmp_path, v1_0=ARTICLE.format(version="1.0"), v1_1=ARTICLE.format(version="1.1"))
    moved = str(seen(first)).replace("proef/1.0", "proef/1.1").replace("'1.0'", "'1.1'")
    assert str(seen(second)) == moved
    assert "proef/1.0" in str(seen(first))  # the first was left where it is


@pytest.mark.parametrize("more", ["\n\n2.3 Meer.\n", "\n2.1 Nog eens.\n"])
def test_other_words_are_read(tmp_path: Path, more: str) -> None:
    first, second = editions(tmp_path, v1_0=ARTICLE.format(version="1.0"), v1_1=ARTICLE.format(version="1.1") + more)
    assert len(second.articles[0].clauses) == len(first.articles[0].clauses) + 1


def test_a_fault_is_found_in_each_file(tmp_path: Path) -> None:
    bad = ARTICLE.format(version="1.0") + "\n2.3 Zie <b>hier</b>.\n"
    for edition in editions(tmp_path, v1_0=bad, v1_1=bad):
        faults = [finding.place.path for finding in edition.findings if finding.rule == "active-content"]
        assert faults and set(faults) == {f"docs/proef/{edition.version}/artikel-02.md"}


def test_a_footnote_and_a_chapter_are_of_each_edition(tmp_path: Path) -> None:
    noted = "# Hoofdstuk I. Begin\n\n# Artikel 2. Duur\n\n2.1 Een jaar[^1].\n\n[^1]: Van 365 dagen.\n"
    for edition in editions(tmp_path, v1_0=noted, v1_1=noted):
        path = f"docs/proef/{edition.version}/artikel-02.md"
        assert [note.text.place().path for note in edition.footnotes] == [path]
        assert [chapter.heading.place().path for chapter in edition.chapters] == [path]


def test_a_line_that_stands_lower_is_found_there(tmp_path: Path) -> None:
    first, second = editions(
        tmp_path, v1_0=ARTICLE.format(version="1.0"), v1_1="---\nnote: x\n" + ARTICLE.format(version="1.1")[4:]
    )
    assert second.articles[0].place.line == first.articles[0].place.line + 1


def test_an_article_that_both_include_is_one(tmp_path: Path) -> None:
    first, second = editions(tmp_path, v1_0=ARTICLE.format(version="1.0"), v1_1="{!docs/proef/1.0/artikel-02.md!}\n")
    assert second.articles[0] is first.articles[0]
