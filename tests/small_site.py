"""A small site: an agreement with an edition of each status, annexes and a list, and one beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

DAY = date(2021, 6, 1)
SECURITY = "Verwerker beveiligt de gegevens met maatregelen die passen bij het risico."
LEAKS = "Verwerker meldt een inbreuk onverwijld nadat hij daarvan kennis heeft genomen."
COSTS = "De kosten van een controle zijn voor rekening van de partij die haar heeft gevraagd."
ROW = """\
  - id: {name}
    name: Firma {name}
    address: Kade 1, Utrecht
    contact: {{email: privacy@example.org}}
    service: opslag
    purpose: bewaren
    data: [namen]
    data_subjects: [klanten]
    places: [{{country: NL}}]
    announced: {announced}
    active: {active}
"""


def page(version: str, number: int, *clauses: str, title: str = "Plichten") -> str:
    text = "".join(f"\n{number}.{count} {words}\n" for count, words in enumerate(clauses, 1))
    return f'---\nversion: "{version}"\n---\n\n# Artikel {number}. {title}\n{text}'


FILES = {
    "mkdocs.yml": "site_name: Proef\nsite_url: https://example.org/\n",
    "docs/index.md": "# Overeenkomsten\n\nWelkom.\n",
    "docs/proef/index.md": "---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nInleiding.\n",
    "docs/proef/editions.lock": "1.0 sha256:"
    + "0" * 64
    + "\n1.1 sha256:"
    + "1" * 64
    + "\n1.2 sha256:"
    + "2" * 64
    + "\n",
    "docs/proef/1.0/index.md": '---\nversion: "1.0"\neffective: 2018-05-25\n---\n',
    "docs/proef/1.0/artikel-01.md": page("1.0", 1, SECURITY, LEAKS),
    "docs/proef/1.0/bijlage-1.md": "{!annexes/proef/bijlage-1/1.0.md!}\n",
    "docs/proef/1.1/index.md": '---\nversion: "1.1"\neffective: 2020-01-01\n---\n',
    "docs/proef/1.1/artikel-01.md": page("1.1", 1, SECURITY, LEAKS),
    "docs/proef/1.1/bijlage-1.md": "{!annexes/proef/bijlage-1/1.0.md!}\n",
    "docs/proef/1.2/index.md": '---\nversion: "1.2"\neffective: 2022-01-01\n---\n',
    "docs/proef/1.2/artikel-01.md": page("1.2", 1, SECURITY, f"{LEAKS} {COSTS}"),
    "docs/proef/2.0/index.md": '---\nversion: "2.0"\nstatus: concept\n---\n',
    "docs/proef/2.0/artikel-01.md": page("2.0", 1, SECURITY),
    "annexes/proef/bijlage-1/1.0.md": '---\nversion: "1.0"\nkind: measures\n---\n\n# Bijlage 1. Maatregelen\n\n- een slot\n',  # noqa: E501
    "annexes/proef/sub-verwerkers.yml": "sub_processors:\n"
    + ROW.format(name="wolk", announced="2019-11-01", active="2020-01-01"),
    "docs/ander/index.md": "---\ntitle: Ander\n---\n\nInleiding.\n",
    "docs/ander/editions.lock": "1.0 sha256:" + "3" * 64 + "\n",
    "docs/ander/1.0/index.md": '---\nversion: "1.0"\neffective: 2018-05-25\n---\n',
    "docs/ander/1.0/artikel-01.md": page("1.0", 1, COSTS),
}


def write_site(root: Path) -> Path:
    """Writes the sources into ``root``; on ``DAY`` 1.1 is in force."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
