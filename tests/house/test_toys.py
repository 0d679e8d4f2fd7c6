"""To add a rule, a page, a format or a kind of annex is to add the files that ARCHITECTURE.md names, and no more."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from session import HOME

RULE = '''"""A clause that shouts

A clause with an exclamation mark reads as an order. Write it as a sentence. This rule is a toy of the tests.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens!

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausule.check import View
from clausule.model.findings import Finding
from clausule.model.walk import edition_texts

SEVERITY = "note"


def check_edition(view: View) -> Iterator[Finding]:
    for _, text in edition_texts(view.edition):
        if "!" in text.plain:
            yield view.at(text, text.plain.index("!"), text.plain.index("!") + 1, "this shouts", "end it with a point")
'''
KIND = '''"""A toy of the tests."""

from clausule.model.annex_kind import AnnexKind

TOY = AnnexKind(name="toy")
'''
PAGE = '''"""A toy of the tests: the annexes of its kind on a page."""

from clausule.model.annex_kinds.toy import TOY
from clausule.pages.kit.html import element, lines
from clausule.pages.text.leaf import OVERVIEWS, EditionPage, Leaf


def _toys(edition):
    return [annex for annex in edition.annexes if annex.kind == TOY.name]


PAGE = EditionPage(
    order=900,
    addresses=lambda edition: ["speelgoed/"] if _toys(edition) else [],
    leaf=lambda book, address: Leaf(
        address=address,
        heading="Speelgoed",
        link="Speelgoed",
        beside=OVERVIEWS,
        draw=lambda page: lines(element("h1", "Speelgoed"), *(element("p", one.title) for one in _toys(book.edition))),
    ),
)
'''
ABOVE = '''"""A toy of the tests: a fixed page above the editions."""

from clausule.pages.kit.sheet import AgreementPage, Sheet
from clausule.pages.kit.staging import Fixed

PAGE = AgreementPage(
    order=900,
    sheets=lambda shelf: [
        Sheet(
            address="prent/",
            title="Prent",
            about="Een prent",
            drawn=Fixed("root/prent.html", {"name": shelf.agreement.title}),
            styles=("root/prent.css",),
            scripts=("root/prent.js",),
        )
    ],
)
'''
TEMPLATE = """{% extends "base.html" %}
{% block text %}<div class="text"><h1>{{ page.meta.data.name }} &amp; co</h1></div>{% endblock %}
"""
FORMAT = '''"""A toy of the tests: the hash of an edition as a file of text."""

from clausule.formats.format import Format

FORMAT = Format(
    file="afdruk.txt",
    title=lambda language: "Afdruk",
    make=lambda agreement, edition, notes, status, house: f"{edition.name} {notes.sha256}\\n".encode(),
)
'''
TOYS = {
    "scripts/clausule/check/rules/shouting_clause.py": RULE,
    "scripts/clausule/model/annex_kinds/toy.py": KIND,
    "scripts/clausule/pages/overviews/toy.py": PAGE,
    "scripts/clausule/pages/root/prent.py": ABOVE,
    "overrides/root/prent.html": TEMPLATE,
    "overrides/root/prent.css": "h1 { color: red }",
    "overrides/root/prent.js": 'import { make } from "../kit/dom.js";',
    "scripts/clausule/formats/afdruk.py": FORMAT,
}
TABLE = {  # the row of the table, and the files of the toy that it must name
    "rule": ["check/rules/shouting_clause.py"],
    "page": ["pages/overviews/toy.py"],
    "format": ["formats/afdruk.py"],
    "annex kind": ["model/annex_kinds/toy.py"],
}


def clausule(root: Path, program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(program), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "clausule", "--root", str(root), *words],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the toys in it; the folder that goes on Python's path."""
    top = tmp_path_factory.mktemp("program")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(HOME / "scripts/clausule", top / "scripts/clausule", ignore=ignored)
    shutil.copytree(HOME / "overrides", top / "overrides")
    for name, text in TOYS.items():
        path = top / name
        assert not path.exists()
        path.write_text(text, "utf-8")
    return top / "scripts"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(HOME / "tests/unit/check/rule_base/edition", tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Proef\nsite_url: https://example.org/\n", "utf-8")
    annex = tmp_path / "annexes/voorbeeld/bijlage-1/1.0.md"
    annex.write_text(re.sub(r"^kind: .*", "kind: toy", annex.read_text("utf-8"), flags=re.M), "utf-8")
    assert "kind: toy" in annex.read_text("utf-8")
    clause = tmp_path / "docs/voorbeeld/1.0/artikel-02.md"
    words = clause.read_text("utf-8").replace("treft de maatregelen in bijlage 1", "werkt volgens bijlage 1")
    clause.write_text(words.rstrip().removesuffix(".") + "!\n", "utf-8")
    return tmp_path


def test_a_toy_rule_and_a_toy_kind_are_known_to_check_and_explain(program: Path, root: Path) -> None:
    found = json.loads(clausule(root, program, "check", "--format", "json").stdout)
    mine = [finding for finding in found if finding["rule"] == "shouting-clause"]
    assert [finding["path"] for finding in mine] == ["docs/voorbeeld/1.0/artikel-02.md"]
    assert not [finding for finding in found if finding["rule"] == "front-matter"]
    assert "A clause that shouts" in clausule(root, program, "explain", "shouting-clause").stdout
    assert "toy" in json.loads(clausule(root, program, "schema", "annex").stdout)["properties"]["kind"]["enum"]
    # without the toy, its kind is a fault: the copy is what makes the difference
    assert "kind" in clausule(root, HOME / "scripts", "check").stdout


def test_a_toy_page_and_a_toy_format_are_on_the_site(
    program: Path, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clause = root / "docs/voorbeeld/1.0/artikel-02.md"
    clause.write_text(clause.read_text("utf-8").replace("!", "."), "utf-8")
    out = tmp_path_factory.mktemp("site") / "out"
    done = clausule(root, program, "build", "--out", str(out))
    assert done.returncode == 0, done.stdout + done.stderr
    edition = out / "voorbeeld/1.0"
    assert "<h1>Speelgoed</h1>" in (edition / "speelgoed/index.html").read_text("utf-8")
    assert (edition / "afdruk.txt").read_text("utf-8").startswith("voorbeeld/1.0 ")
    article = (edition / "artikel-1/index.html").read_text("utf-8")
    assert 'href="../speelgoed/"' in article and "afdruk.txt" in article
    assert "voorbeeld/1.0/speelgoed/" in (out / "sitemap.xml").read_text("utf-8")
    assert '"toy"' in (out / "schema/overeenkomst.json").read_text("utf-8")


def test_a_toy_page_above_the_editions_has_its_template_style_and_script(
    program: Path, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("site") / "out"
    clausule(root, program, "build", "--out", str(out))
    page = (out / "voorbeeld/prent/index.html").read_text("utf-8")
    title = json.loads((out / "voorbeeld/1.0/overeenkomst.json").read_text("utf-8"))["title"]
    assert f"<h1>{title} &amp; co</h1>" in page and "<title>Prent</title>" in page
    (assets,) = (out / "assets").iterdir()
    named = "/".join(("../../assets", assets.name, "root/prent"))
    assert f'href="{named}.css"' in page and f'src="{named}.js"' in page
    assert (assets / "root/prent.js").is_file() and (assets / "root/prent.css").is_file()
    assert "voorbeeld/prent/" in (out / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("what", TABLE)
def test_the_table_names_the_folder_of_the_toy(what: str) -> None:
    text = (HOME / "ARCHITECTURE.md").read_text("utf-8")
    row = next(line for line in text.splitlines() if line.startswith(f"| a {what}") or line.startswith(f"| an {what}"))
    for name in TABLE[what]:
        assert f"`{name.rpartition('/')[0].replace('overviews', '<subject>')}/" in row, row
