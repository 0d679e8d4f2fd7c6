"""An edition that goes out as a Word file and comes in again is the same text, by its hash."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.author.import_document import import_document
from clausule.author.new_agreement import Wanted
from clausule.formats.wordfile import word_edition
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_bytes
from clausule.read import read_repository
from clausule.read.house import House
from session import read_home

AGREEMENTS = read_home().agreements
EDITIONS = [(agreement, edition) for agreement in AGREEMENTS for edition in agreement.editions]


def hashed(edition: Edition, like: Edition, recipe: int) -> bytes:
    """What is hashed of ``edition``, by a recipe and under the name and day of another."""
    return edition_bytes(replace(edition, recipe=recipe, frozen_as=like.frozen_as, effective=like.effective))


def came_back(root: Path, agreement: Agreement, edition: Edition, version: str = "") -> Edition:
    file = root / "overeenkomst.docx"
    file.write_bytes(word_edition(agreement, edition, Notes(edition), "in force", House()))
    wanted = Wanted(
        slug=agreement.slug,
        title=agreement.title,
        publisher=agreement.publisher,
        version=version,
        language=agreement.language,
    )
    import_document(root, file, wanted, None)
    return read_repository(root).agreements[0].editions[0]


@pytest.mark.parametrize("agreement, edition", EDITIONS, ids=lambda one: getattr(one, "name", ""))
def test_an_edition_that_comes_back_from_word_has_the_same_hash(
    tmp_path: Path, agreement: Agreement, edition: Edition
) -> None:
    back = came_back(tmp_path, agreement, edition)  # what words lack stands in its properties
    for recipe in (1, 2):
        assert hashed(back, edition, recipe) == hashed(edition, edition, recipe)
    assert [annex.kind for annex in back.annexes] == [annex.kind for annex in edition.annexes]
    assert (back.version, back.effective) == (edition.version, edition.effective)


FORMS = {
    "index.md": "# Overeenkomst\n\n## Partijen\n\n1. Klant B.V.[^1]\n2. Dienst B.V.\n\n[^1]: Hierna: Klant.\n",
    "artikel-01.md": (
        "# Hoofdstuk I. Algemeen\n\n## Artikel 1. Begrippen\n\nIn deze overeenkomst is:\n\n"
        "Bijlage\n:   een bijlage bij deze overeenkomst;\n\nDienst\n:   wat Dienst levert.\n"
    ),
    "artikel-02.md": (
        "# Artikel 2. Duur\n\n2.1 Deze overeenkomst duurt:\n\na. een jaar, of\nb. zolang:\n\n    (i) Klant betaalt;\n"
        "    (ii) Dienst levert.\n\n2.2 Zij eindigt met\n\n- opzegging;\n- ontbinding.\n\nDat geschiedt schriftelijk.\n"
    ),
    "artikel-02bis.md": "# Artikel 2bis. Vragen\n\n2bis.1 Klant mag **altijd** vragen.\n\n2bis.3 Dienst antwoordt.\n",
    "artikel-02c.md": "# Zonder nummer\n\nDit artikel heeft een titel alleen.\n",
    "artikel-03.md": (
        "# Hoofdstuk II. Slot\n\n## Artikel 3. Kosten\n\n### Vast\n\n3.1 Klant betaalt € 10[^a][^b], zie "
        "[de lijst](https://dienst.example/prijzen_(2026)), <https://dienst.example/a_(b)> en "
        "artikel 28 AVG.\n\n### Anders\n\n"
        "3.2. Meer werk kost meer.\n\n[^a]: Zonder btw.\n[^b]: Per maand.\n"
    ),
    "ondertekening.md": "# Ondertekening\n\n| Klant | Dienst |\n| --- | --- |\n| Naam ........ | Naam ........ |\n",
    "bijlage-a.md": "# Bijlage A. Zo\n\n## 1. Toegang\n\n- pasjes\n    - met foto\n\n## 2. Opslag\n\nVersleuteld.\n",
    "bijlage-b.md": "# Bijlage zonder letter\n\nMeer.\n",
}


def written(root: Path, files: dict[str, str]) -> tuple[Agreement, Edition]:
    folder = root / "docs/proef/1.0"
    folder.mkdir(parents=True)
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: Dienst B.V.\n---\n", "utf-8")
    for name, words in files.items():
        (folder / name).write_text(f'---\nversion: "1.0"\n---\n\n{words}', "utf-8")
    agreement = read_repository(root).agreements[0]
    return agreement, agreement.editions[0]


def test_every_form_of_a_text_comes_back_from_word(tmp_path: Path) -> None:
    agreement, edition = written(tmp_path / "from", FORMS)
    (tmp_path / "to").mkdir()
    back = came_back(tmp_path / "to", agreement, edition)
    assert hashed(back, edition, 2).decode() == hashed(edition, edition, 2).decode()
