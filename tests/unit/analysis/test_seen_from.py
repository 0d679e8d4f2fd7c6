"""What words point to, seen from where they stand in an edition."""

from __future__ import annotations

import pytest

from clausule.analysis.references import Notes
from clausule.model.walk import edition_texts
from clausule.read import read_repository

ARTICLES = {
    "artikel-01.md": (
        "# Hoofdstuk I Begin\n\n## Artikel 1 Een\n\n1.1 Een.\n\n1.2 Het vorige lid, en het volgende artikel.\n\n"
        "1.2a Het voorgaande lid, het volgende lid, lid 1.\n\n1.3 Slot."
    ),
    "artikel-01a.md": "# Artikel 1a Meer\n\nHet vorige artikel, het volgende artikel, artikel 2.",
    "artikel-02.md": (
        "# Artikel 2 Twee\n\n2.1 Dit:\n\na. een;\n\nb. twee.\n\n2.2 Artikel 1.1, in 2.1 onder b; artikel 9."
    ),
    "artikel-01-hoofdstuk-2.md": (
        "# Hoofdstuk II Weer\n\n## Artikel 1 Anders\n\n1. Lid 2 en artikel 2, dit artikel.\n\n"
        "2. Het eerste lid; hoofdstuk I."
    ),
    "artikel-02-hoofdstuk-2.md": (
        "# Artikel 2 Ook\n\n1. Artikel 1, lid 2, artikel 1 lid 1 en lid 2, dit artikel, artikel 1a.\n\n"
        "2. In hoofdstuk I AVG, in hoofdstuk I, onder a."
    ),
    "artikel-03-hoofdstuk-2.md": (
        "# Artikel 3 Slot\n\n3.1 In 2.1, van 7.7, in de bijlage. Onder a:\n\na. onder b;\n\nb. slot."
    ),
}
BIJLAGE = "# Bijlage\n\nIn de bijlage staat, in 2.1, dit."


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    root = tmp_path_factory.mktemp("proef")
    (root / "docs/proef/1.0").mkdir(parents=True)
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: A\n---\n", "utf-8")
    (root / "docs/proef/1.0/index.md").write_text('---\nversion: "1.0"\n---\n\n# Proef\n', "utf-8")
    for name, words in {**ARTICLES, "bijlage.md": BIJLAGE}.items():
        (root / "docs/proef/1.0" / name).write_text(f'---\nversion: "1.0"\n---\n\n{words}\n', "utf-8")
    edition = read_repository(root).agreements[0].editions[0]
    notes = Notes(edition)
    found: dict[str, list[str]] = {}
    for owner, text in edition_texts(edition):
        for reference in notes.references(text):
            found.setdefault(owner, []).extend(target.address for target in reference.targets if target.kind != "act")
    return found


@pytest.mark.parametrize(
    ("owner", "targets"),
    [
        ("artikel-1.2", ["artikel-1.1", "artikel-1a"]),
        ("artikel-1.2a", ["artikel-1.2", "artikel-1.3", "artikel-1.1"]),
        ("artikel-1a", ["artikel-1", "artikel-2", "artikel-2"]),
        ("artikel-2.2", ["artikel-1.1", "artikel-2.1-b", "artikel-9"]),
        ("artikel-1-hoofdstuk-2.1", ["artikel-1-hoofdstuk-2.2", "artikel-2-hoofdstuk-2", "artikel-1-hoofdstuk-2"]),
        ("artikel-1-hoofdstuk-2.2", ["artikel-1-hoofdstuk-2.1", "hoofdstuk-1"]),
        (
            "artikel-2-hoofdstuk-2.1",
            [
                *("artikel-1-hoofdstuk-2.2", "artikel-1-hoofdstuk-2.1", "artikel-1-hoofdstuk-2.2"),
                *("artikel-2-hoofdstuk-2", "artikel-1a"),
            ],
        ),
        ("artikel-3.1", ["artikel-2.1", "bijlage", "artikel-3.1-a", "artikel-3.1-b"]),
        ("bijlage", ["artikel-2.1"]),
        ("artikel-2-hoofdstuk-2.2", []),  # beside an act it may be a chapter of that, and there is no item a
    ],
)
def test_what_is_meant(owner: str, targets: list[str], seen: dict[str, list[str]]) -> None:
    assert seen.get(owner, []) == targets
