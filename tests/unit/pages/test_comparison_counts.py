"""What the head of a comparison counts is what the page marks: each change once."""

from __future__ import annotations

from pathlib import Path

from clausule.compare.history import make_history
from clausule.pages.comparison.body import pair_page
from clausule.pages.kit.staging import Fixed
from clausule.read import read_repository

FIRST = {
    "artikel-01.md": "# Artikel 1. Dienst\n\n1.1 Klant neemt de dienst voor opslag van bestanden af.\n",
    "artikel-02.md": "# Artikel 2. Prijs\n\n2.1 Klant betaalt elke maand een prijs vooraf.\n",
}
SECOND = FIRST | {
    "artikel-01.md": "# Artikel 1. Dienst\n\n1.1 Klant neemt de dienst voor opslag van alle bestanden af.\n",
    "artikel-03.md": "# Artikel 3. Einde\n\n3.1 De overeenkomst eindigt door opzegging met drie maanden.\n\n3.2 Daarna"
    " worden kopieën vernietigd.\n",
}


def test_a_new_heading_is_a_change_that_is_marked_as_one(tmp_path: Path) -> None:
    for version, files in (("1.0", FIRST), ("2.0", SECOND)):
        folder = tmp_path / "docs/proef" / version
        folder.mkdir(parents=True)
        head = f'---\nversion: "{version}"\neffective: 202{version[0]}-01-01\n---\n\nTekst.\n'
        for name, words in ({"index.md": head} | files).items():
            (folder / name).write_text(words, "utf-8")
    (tmp_path / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nProef.\n", "utf-8")
    agreement = read_repository(tmp_path).agreements[0]
    drawn = pair_page(agreement, make_history(agreement), 0, 1).drawn
    assert isinstance(drawn, Fixed)
    groups = drawn.data["groups"]
    marked = [group["of_nature"] for group in groups] + [row["of_nature"] for group in groups for row in group["rows"]]
    assert [len(group["rows"]) for group in groups] == [1, 2]
    assert [group["of_nature"] for group in groups] == ["", "substantive"]
    assert (marked.count("substantive"), marked.count("editorial")) == drawn.data["counts"] == (4, 0)
    assert [group["meant"] for group in groups] == [True, True]
