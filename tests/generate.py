"""Makes repositories with as many agreements, editions and clauses as a test or a benchmark wants."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from clausule.model.hashes import edition_sha256
from clausule.read import read_repository

WORDS = [
    "de",
    "het",
    "een",
    "en",
    "van",
    "voor",
    "met",
    "door",
    "op",
    "bij",
    "gegevens",
    "verwerking",
    "beveiliging",
    "maatregelen",
    "schriftelijk",
    "termijn",
    "redelijk",
    "kosten",
    "partij",
    "overleg",
    "informatie",
    "verzoek",
    "melding",
    "onderzoek",
    "toegang",
    "passend",
    "wettelijk",
    "verplichting",
    "toestemming",
    "binnen",
    "onverwijld",
    "uitvoering",
    "dienst",
    "systeem",
    "medewerker",
    "gebruik",
    "opslag",
    "verwijderen",
    "controle",
    "auditor",
    "rapport",
    "schade",
]
ARTICLES, CLAUSES = 14, 5  # 70 clauses


def clause_text(chance: random.Random, article: int, clause: int) -> str:
    """A clause of 30 to 60 words with a reference and two defined terms in it."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(30, 60))]
    words[5] = f"en dat geldt op grond van artikel {chance.randint(1, ARTICLES)}.{chance.randint(1, CLAUSES)}"
    words[9] = "Persoonsgegevens"
    words[13] = "Verwerker"
    if clause == 1:
        words[17] = "en dat volgt uit artikel 28 lid 3 AVG"
    words[0] = words[0].capitalize()
    return f"{article}.{clause} {' '.join(words)}."


Texts = dict[tuple[int, int], str]


def texts_of(number: int, seed: int, changed: int | None) -> Texts:
    """The clauses of an edition, by article and number. Of the edition before it ``changed`` clauses have two other
    words; none is the same where that is None."""
    keys = [(article, clause) for article in range(1, ARTICLES + 1) for clause in range(1, CLAUSES + 1)]
    chance = random.Random(f"{seed} {0 if changed is not None else number}")
    texts = {key: clause_text(chance, *key) for key in keys}
    for _ in range(number if changed is not None else 0):
        for key in chance.sample(keys, changed or 0):
            *words, last = texts[key].split(" ")
            words[-2:] = chance.choices(WORDS, k=2)
            texts[key] = " ".join([*words, last])
    return texts


def write_edition(folder: Path, version: str, effective: date, texts: Texts) -> None:
    """One edition with the clauses in ``texts``, and parties that define the terms."""
    folder.mkdir(parents=True)
    front = f'version: "{version}"'
    (folder / "index.md").write_text(
        f"---\n{front}\neffective: {effective.isoformat()}\n---\n\n# Overeenkomst\n\n## Partijen\n\n"
        "1. Voorbeeld, hierna te noemen “Verwerker”;\n\n2. De klant, hierna te noemen “Klant”. De klant levert de "
        "gegevens (“Persoonsgegevens”) aan en Klant blijft daarvan eigenaar.\n",
        "utf-8",
    )
    for article in sorted({article for article, _ in texts}):
        clauses = "\n\n".join(text for (within, _), text in texts.items() if within == article)
        (folder / f"artikel-{article:02}.md").write_text(
            f"---\n{front}\n---\n\n# Artikel {article}. Onderwerp {article}\n\n{clauses}\n", "utf-8"
        )


def add_edition(root: Path, slug: str, number: int, seed: int = 1, changed: int | None = None) -> None:
    """Edition ``number`` of an agreement: 1.0, 1.1 and so on, one every ten days from 2001 on."""
    effective = date(2001, 1, 1) + timedelta(days=10 * number)
    write_edition(root / "docs" / slug / f"1.{number}", f"1.{number}", effective, texts_of(number, seed, changed))


def write_agreement(root: Path, slug: str, editions: int, seed: int = 1, changed: int | None = None) -> None:
    """An agreement with so many editions (see ``add_edition``)."""
    folder = root / "docs" / slug
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(
        "---\ntitle: Overeenkomst\npublisher: Voorbeeld\n---\n\nEen gemaakte overeenkomst.\n", "utf-8"
    )
    for number in range(editions):
        add_edition(root, slug, number, seed, changed)


def lock_all(root: Path) -> None:
    """Freezes each edition that is no concept and is not frozen, without what ``clausule freeze`` tries first."""
    for agreement in read_repository(root).agreements:
        path = root / "docs" / agreement.slug / "editions.lock"
        before = path.read_text("utf-8") if path.exists() else ""
        added = [one for one in agreement.editions if not one.concept and one.version not in agreement.lock]
        lines = (f"{one.version} v{one.recipe}-sha256:{edition_sha256(one)}\n" for one in added)
        path.write_text(before + "".join(lines), "utf-8", newline="\n")
