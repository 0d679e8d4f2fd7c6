"""What a page links to is there: every anchor is made by the one that makes the link, whatever an author wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from clausule.pages.edition.stage import render_edition
from clausule.pages.kit.staging import CONFIG
from clausule.read import read_repository
from editions import book_of

HEAD = '---\nversion: "1.0"\neffective: 2024-02-01\n---\n\n# Overeenkomst\n\n## Partijen\n\n'
ARTICLE = '---\nversion: "1.0"\n---\n\n# Artikel 1. Begrippen\n\n'
LIST = "1.1 Wordt verstaan onder:\n\n“Dienst”\n\n:   wat wordt geleverd.\n\n1.2 De Dienst begint morgen.\n"
USED = "1.2 De Dienst begint morgen. De “AVG” geldt.\n"

# What an author may write, by file, all of it in an edition without fault.
WRITTEN = {
    "in the parties and in a list": {"index.md": HEAD + "1. A, hierna te noemen “Dienst”.\n", "artikel-01.md": LIST},
    "twice in a list and in the parties": {
        "index.md": HEAD + "1. A, hierna te noemen “Dienst”.\n",
        "artikel-01.md": LIST.replace("\n\n1.2", "\n\n“Dienst”\n\n:   iets anders.\n\n1.2"),
    },
    "a name that is a link": {
        "index.md": HEAD + "1. A, hierna te noemen “[Dienst](https://a.example)”.\n",
        "artikel-01.md": USED,
    },
    "a name that is part of a link": {
        "index.md": HEAD + "1. A, [hierna te noemen “Dienst”](https://a.example).\n",
        "artikel-01.md": USED,
    },
    "a name that is an act": {
        "index.md": HEAD + "1. de Algemene verordening gegevensbescherming (hierna: “AVG”).\n",
        "artikel-01.md": USED,
    },
    "a name over two lines": {
        "index.md": HEAD + "1. A, hierna te noemen “Onze\nDienst”.\n",
        "artikel-01.md": USED.replace("De Dienst", "De Onze Dienst"),
    },
    "a name in emphasis": {"index.md": HEAD + "1. A, hierna te noemen “**Die***nst*”.\n", "artikel-01.md": USED},
    "an item within an item": {
        "artikel-01.md": "1.1 Wordt verstaan onder:\n\na. Dienst: wat volgt:\n\n    - een ding;\n\n" + USED
    },
    "a term in a table": {
        "artikel-01.md": "| Begrip | Betekenis |\n| --- | --- |\n| **Dienst** | wat begint |\n\n" + USED
    },
    "a term in bold before a clause": {"artikel-01.md": "1.1 **Dienst**: wat begint.\n\n" + USED},
    "a term in a sentence": {"artikel-01.md": "1.1 Onder [“Dienst”](https://a.example) wordt verstaan al.\n\n" + USED},
    "closing under a heading of the second level": {"ondertekening.md": "## Ondertekening\n\nAldus.\n"},
    "closing under both headings": {"ondertekening.md": "# Ondertekening\n\n## Klant\n\nAldus.\n"},
    "closing of two parts": {"ondertekening.md": "## Klant\n\nAldus.\n\n## Verwerker\n\nAldus.\n"},
    "closing without a heading": {"ondertekening.md": "Aldus.\n"},
    "a link to the closing": {
        "ondertekening.md": "## Klant\n\nAldus.\n",
        "artikel-01.md": "1.1 Zie [hier](ondertekening.md) en [daar](#ondertekening).\n",
    },
    "no annex, no article": {"index.md": HEAD + "Wij.\n"},
    "footnotes everywhere": {
        "index.md": HEAD + "Wij.[^1]\n\n[^1]: Een noot.\n",
        "artikel-01.md": "1.1 Klant[^1] betaalt[^1], zie bijlage 1.[^2]\n\n[^1]: Zie artikel 1.1.\n[^2]: Meer.\n",
        "ondertekening.md": "# Ondertekening\n\nAldus.[^1]\n\n[^1]: In tweevoud.\n",
        "bijlage-1.md": "# Bijlage 1. Lijst\n\n## A. Een\n\n- een slot[^1]\n\n[^1]: Een noot.\n",
    },
    "a footnote that nothing refers to": {"artikel-01.md": "1.1 Klant betaalt.\n\n[^1]: Een noot.\n"},
    "chapters, and a number again under the second": {
        "artikel-01.md": "1.1 Een.\n\n1.2 Zie artikel 1.1.\n",
        "artikel-02.md": "# Hoofdstuk II. Slot\n\n## § 2\n\n(1) Een.\n\n**Kop**\n\n(2) Twee:\n\nA. x;\n\nB. y.\n",
        "artikel-01-hoofdstuk-3.md": "# Hoofdstuk III\n\n## Artikel 1\n\n1.1 Een:\n\n(i) x.\n",
        "artikel-03-hoofdstuk-3.md": "# Slotbepalingen\n\n1. Een.\n\n2. Twee.\n",
    },
    "annexes without a number": {
        "bijlage.md": "# Bijlage: Een\n\nX.\n",
        "bijlage-2.md": "# Bijlage\n\n## Lijst\n\n- x\n",
        "artikel-01.md": "1.1 Zie de bijlage.\n",
    },
    "an annex with a title only": {"bijlage-1.md": "# Bijlage 1. Lijst\n", "artikel-01.md": "1.1 Zie bijlage 1.\n"},
}  # fmt: skip


def staged(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    base = {"docs/proef/index.md": "---\ntitle: Proef\npublisher: A\n---\n", "docs/proef/1.0/index.md": HEAD + "Wij.\n"}
    for name, words in files.items():
        heads = {"artikel-01.md": ARTICLE, "bijlage-1.md": '---\nversion: "1.0"\n---\n\n'}
        base[f"docs/proef/1.0/{name}"] = heads.get(name, "") + words
    for name, words in base.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, "utf-8")
    (agreement,) = read_repository(root).agreements
    (edition,) = agreement.editions
    return render_edition(book_of(agreement, edition))


def dangling(stage: dict[str, bytes]) -> list[str]:
    """The links within the edition, those of the contents on the page with the whole text too, that lead nowhere."""
    pages = {f"{name.removesuffix('index.md').removesuffix('.md')}/".lstrip("/"): content.decode()
             for name, content in stage.items() if name.endswith(".md")}  # fmt: skip
    ids = {page: set(re.findall(r' id="([^"]+)"', content)) for page, content in pages.items()}
    found = []
    for group in json.loads(stage[CONFIG])["extra"]["contents"]:
        names = {row["address"].rstrip("/") for row in group["rows"]} - {""}
        found += [f"volledig/ -> #{name}" for name in sorted(names - ids["volledig/"])]
    for page, content in pages.items():
        for link in re.findall(r' href="([^"]*#[^"]+)"', content):
            address, _, anchor = link.partition("#")
            there = page if not address else address.replace("../" * page.count("/"), "", 1).removeprefix("./")
            if "?" not in address and "://" not in address and not there.startswith("../"):
                found += [] if anchor in ids.get(there, ()) else [f"{page} -> {link}"]
    return found


@pytest.mark.parametrize("files", WRITTEN.values(), ids=WRITTEN)
def test_every_link_within_an_edition_leads_somewhere(files: dict[str, str], tmp_path: Path) -> None:
    assert dangling(staged(tmp_path, files)) == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    stage = staged(tmp_path, WRITTEN["in the parties and in a list"])
    assert dangling(stage | {"volledig.md": stage["volledig.md"].replace(b'id="artikel-1.1"', b'id="x"')})
    assert dangling(stage | {"index.md": stage["index.md"].replace(b'id="begrip-dienst"', b"")})
