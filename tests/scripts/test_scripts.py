"""The scripts of the theme without a browser: their pure functions, tested by node, and their types, checked by tsc."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from clausule.compare.history import REACH, History, make_history
from clausule.compare.moves import moved_lines
from clausule.compare.nature import note_of
from clausule.compare.redline import shown, typeset_edits
from clausule.language.language import language_of, languages
from clausule.language.search import search_words
from clausule.model.hashes import canonical, digest
from clausule.model.nodes import Block, Items, Mark, Paragraph
from clausule.pages.comparison.data import comparison_data
from clausule.pages.comparison.events import label_of, nature_of
from clausule.pages.edition.search import search_entries
from editions import agreement, book_of, edition, item, text
from session import HOME, read_home

HERE = Path(__file__).parent
NODE = shutil.which("node")
NL = language_of("nl")
pytestmark = pytest.mark.skipif(not NODE, reason="there is no node on this machine; it is for who touches the scripts")


def told(history: History, old: int, new: int) -> dict[str, Any]:
    """What the build says of two editions: their rows under their tops, the note, and the reasons of each row."""
    groups = list(history.between(old, new))
    return {
        "old": old,
        "now": new,
        "groups": [
            [
                top,
                [
                    [
                        row.kind,
                        row.lineage,
                        [unit.id for unit in row.all_old],
                        [unit.id for unit in row.all_new],
                        [list(edit) for edit in typeset_edits(NL, row.redline)],
                        row.moved and not row.renumbered,
                        row.renumbered,
                        nature_of(history, row),
                        label_of(NL, row),
                    ]
                    for row in rows
                ],
            ]
            for top, rows in groups
        ],
        "said": {
            "note": note_of(groups),
            "links": [[list(link) for link in row.relinked] for _, rows in groups for row in rows],
            "moved": [
                [[line.text, line.old.id, line.new.id] for line in lines]
                for lines in moved_lines([row for _, rows in groups for row in rows])
            ],
            "shown": [
                [list(edit) for edit in shown(typeset_edits(NL, row.redline))] for _, rows in groups for row in rows
            ],
            "reasons": [
                [[history.editions.index(at), words] for at, words in history.why(row)]
                for _, rows in groups
                for row in rows
            ],
        },
    }


def histories() -> list[dict[str, Any]]:
    """The agreement of the examples, and one of which a clause has more texts than are compared beforehand."""
    (example,) = read_home("voorbeeld").agreements
    chance = random.Random(3)
    words = [
        "de",
        "klant",
        "meldt",
        "een",
        "inbreuk",
        "aan",
        "verwerker",
        "binnen",
        "drie",
        "dagen",
        "na",
        "ontdekking",
    ]
    texts, line = [], words
    for _ in range(REACH + 4):
        texts.append(" ".join(line))
        line = [word if chance.random() < 0.8 else chance.choice(words) for word in line]
    many = agreement(*(edition(f"1.{n}", ["Dit lid blijft.", one]) for n, one in enumerate(texts)))
    found = []
    moved = agreement(*(edition(f"1.{n}", *texts) for n, texts in enumerate(_with_moved_lines())))
    for name, one in (("voorbeeld", example), ("many texts", many), ("moved lines", moved)):
        history = make_history(one)
        numbers = range(len(one.editions))
        data = json.loads(comparison_data(one, history))
        pairs = [told(history, old, new) for old, new in product(numbers, numbers)]
        found.append({"name": name, "reach": REACH, "data": data, "pairs": pairs})
    return found


def _with_moved_lines() -> list[list[list[str | Block]]]:
    """Articles whose items go from clause to clause, change places, are reworded; and a link that leads elsewhere."""
    first, second, third = (
        "de gegevens te beveiligen;",
        "een inbreuk binnen drie dagen te melden;",
        "de klant te helpen.",
    )

    def list_of(*words: str) -> Items:
        return Items(tuple(item(mark, one) for mark, one in zip("abc", words, strict=False)))

    def link(target: str) -> Paragraph:
        return Paragraph(replace(text("Zie de lijst, 5 % per dag."), marks=(Mark(4, 11, "link", target),)))

    return [
        [[list_of(first, second), "Dit lid blijft."], [list_of(third), link("a")]],
        [[list_of(first), "Dit lid blijft."], [list_of(third, second), link("b")]],
        [[list_of(first), "Dit lid  blijft."], [list_of(second.replace("drie", "vier"), third), link("b")]],
        [[list_of(second, first), "Dit lid blijft nog."], [list_of(third), link("a")]],
    ]


def vectors() -> list[list[str]]:
    """Words of all kinds of signs, with their canonical form and the digest of a part that holds them."""
    chance = random.Random(5)
    signs = [
        *"aB7é.…_“”„«»‘’‚‛‐‑–—−",
        *map(chr, range(0x21)),
        "\u0085",
        "\u00a0",
        "\u00ad",
        "\u0301",
        "\u1680",
        "\u180e",
    ]
    signs += [
        "\u2003",
        "\u2028",
        "\u2029",
        "\u202f",
        "\u205f",
        "\u200b",
        "\u2060",
        "\u3000",
        "\ufeff",
        "ﬁ",
        "²",
        "😀",
        "ß",
    ]
    written = ["".join(chance.choices(signs, k=chance.randrange(12))) for _ in range(3000)]
    return [
        [words, canonical(words), digest(["1.1", [words], {"b": canonical(words), "a": None}])] for words in written
    ]


def searched() -> dict[str, Any]:
    """What the search knows of each language, and what it looks through in the editions that the judge asks."""
    asked = json.loads((HOME / "tests/quality/search_questions.json").read_text("utf-8"))["questions"]
    names = {(one["agreement"], one["edition"]) for one in asked}
    rows = [
        {
            "name": edition.name,
            "language": edition.language,
            "synonyms": agreement.meta.values.get("synonyms") or [],
            "entries": search_entries(book_of(agreement, edition)),
        }
        for agreement in read_home().agreements
        for edition in agreement.editions
        if (agreement.slug, edition.version) in names
    ]
    return {"languages": {tag: search_words(language_of(tag)) for tag in languages()}, "agreements": rows}


def test_the_pure_functions_of_the_scripts(tmp_path: Path) -> None:
    made = tmp_path / "histories.json"
    made.write_text(json.dumps(histories()), "utf-8")
    hashed = tmp_path / "vectors.json"
    hashed.write_text(json.dumps(vectors()), "utf-8")
    search = tmp_path / "search.json"
    search.write_text(json.dumps(searched()), "utf-8")
    tests = [str(path) for path in sorted(HERE.glob("*.test.js"))]
    done = subprocess.run(
        [str(NODE), "--test", *tests],
        cwd=HERE,
        env=os.environ
        | {
            "CLAUSULE_HISTORIES": str(made),
            "CLAUSULE_VECTORS": str(hashed),
            "CLAUSULE_SEARCH": str(search),
            "TZ": "Pacific/Auckland",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "# skipped 0" in done.stdout or "skipped 0" in done.stdout


def test_the_pure_functions_keep_the_types_in_their_comments() -> None:
    tsc = HERE / "node_modules/typescript/bin/tsc"
    if not tsc.exists():
        pytest.skip("TypeScript is not installed: npm ci in tests/scripts (scripts/test does it)")
    done = subprocess.run([str(NODE), str(tsc), "-p", str(HERE)], cwd=HERE, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:]


def test_every_script_is_found_by_its_name() -> None:
    """``find.js`` finds a script by its name, so that it can lie anywhere; two of one name are told apart by folder."""
    scripts = list((HOME / "overrides").rglob("*.js"))
    assert len({(path.parent.name, path.name) for path in scripts}) == len(scripts) > 20
