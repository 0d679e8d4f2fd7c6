"""A few clauses, and the history of editions that are made of them."""

from __future__ import annotations

from pathlib import Path

from clausule.compare.history import History, make_history
from clausule.read import read_repository

SECURITY = "Verwerker beveiligt de gegevens met maatregelen die passen bij het risico."
LEAKS = "Verwerker meldt een inbreuk onverwijld nadat hij daarvan kennis heeft genomen."
LEAKS_NEW = "Verwerker meldt een inbreuk binnen 24 uur nadat hij daarvan kennis heeft genomen."
SECRET = "Medewerkers van Verwerker zijn verplicht tot geheimhouding, ook na het einde van hun dienst."
COSTS = "De kosten van een controle zijn voor rekening van de partij die de controle heeft gevraagd."


def history(root: Path, *editions: dict[int, tuple[str, ...]]) -> History:
    """A history of editions that are written as article number to the words of its clauses."""
    folder = root / "docs/proef"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\ntitle: Proef\n---\n", "utf-8")
    for year, articles in enumerate(editions):
        place = folder / f"1.{year}"
        place.mkdir()
        (place / "index.md").write_text(f'---\nversion: "1.{year}"\neffective: {2018 + year}-01-01\n---\n', "utf-8")
        for number, clauses in articles.items():
            text = "".join(f"\n{number}.{count} {words}\n" for count, words in enumerate(clauses, 1))
            (place / f"artikel-{number:02}.md").write_text(
                f'---\nversion: "1.{year}"\n---\n# Artikel {number}. {clauses[0].split()[1]}\n{text}', "utf-8"
            )
    return make_history(read_repository(root).agreements[0])
