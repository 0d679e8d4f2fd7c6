"""An edition that goes out as one file of Markdown and comes in again is the same text by its hash, and looks so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.analysis.references import Notes
from clausule.author.import_document import Imported, import_document
from clausule.author.new_agreement import Wanted
from clausule.formats.markdown_file import markdown_edition
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_bytes
from clausule.model.walk import edition_texts
from clausule.proof.file import judge
from clausule.read import read_repository
from clausule.read.house import House
from clausule.read.importing.written import files_of
from clausule.read.inline import make_text
from clausule.read.source import Line, Sources
from unit.author.test_import_own import SOURCES
from unit.author.test_word_round import EDITIONS, FORMS, written
from unit.read.test_firms import NAMES, truth_of
from unit.read.test_firms import written as of_firm


def markdown_of(agreement: Agreement, edition: Edition) -> str:
    return markdown_edition(agreement, edition, Notes(edition), "in force", House()).decode()


def came_in(root: Path, text: str, agreement: Agreement, version: str = "") -> Imported:
    """Imported as by who names neither the version nor the language."""
    root.mkdir(exist_ok=True)
    file = root / "overeenkomst.md"
    file.write_text(text, "utf-8")
    wanted = Wanted(slug=agreement.slug, title="", publisher="Firma", version=version, asked=False)
    return import_document(root, file, wanted, None)


def looks(edition: Edition) -> list[object]:
    return [(text.plain, [(m.start, m.end, m.kind) for m in text.marks]) for _, text in edition_texts(edition)]


@pytest.mark.parametrize("agreement, edition", EDITIONS, ids=lambda one: getattr(one, "name", ""))
def test_an_edition_comes_back_with_its_hash_and_its_emphasis(
    tmp_path: Path, agreement: Agreement, edition: Edition
) -> None:
    text = markdown_of(agreement, edition)
    done = came_in(tmp_path, text, agreement)
    assert done.is_same and done.edition.language == edition.language  # which its words say
    assert (done.edition.version, done.edition.effective) == (edition.version, edition.effective)
    assert [(one.version, one.kind) for one in done.edition.annexes] == [
        (one.version, one.kind) for one in edition.annexes
    ]
    assert looks(done.edition) == looks(edition)
    verdict = judge(text.encode(), [agreement])
    assert verdict.is_whole and verdict.edition is edition


CHAPTERS = {
    "index.md": "# Voorwaarden\n\n![Logo van Dienst](docs/proef/logo.svg)\n\nWij en u.\n",
    "artikel-01.md": (
        "# Deel 1. Vooraf\n\n## Hoofdstuk I. Algemeen\n\n### Artikel 1. Begin\n\n1.1 Zo.[^1]\n\n[^1]: Een noot.\n"
    ),
    "artikel-02.md": "## Hoofdstuk II. Slot\n\n### Artikel 2. Einde\n\n2.1 Ook zo.[^1]\n\n[^1]: Een andere noot.\n",
    "artikel-03.md": (
        "# Artikel 3. Vormen\n\n3.1 **Vet *en schuin***, ***beide***, *schuin **en vet***, "
        "[een_link](https://x.example/a_(b)) en <https://y.example/a_b>.\n\n\\1. Dit is geen onderdeel.\n\n"
        "\\- En dit ook niet,  \n\\(a) noch dit: 2 \\* 3 \\_ \\<x\\>.\n\n"
        "**Dit is een vette regel\ndie op twee regels stond**\n\n3.2 Daarna.\n"
    ),
    "bijlage-a.md": "# Bijlage A. Tabel\n\n| Wat | Hoe |\n| --- | --- |\n| een<br>twee | a \\| b |\n",
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.mark.parametrize("files", [FORMS, CHAPTERS], ids=["forms", "chapters"])
def test_every_form_of_a_text_comes_back(tmp_path: Path, files: dict[str, str]) -> None:
    for root in (tmp_path / "from", tmp_path / "to"):
        (root / "docs/proef").mkdir(parents=True)
        (root / "docs/proef/logo.svg").write_text(SVG, "utf-8")
    agreement, edition = written(tmp_path / "from", files)
    done = came_in(tmp_path / "to", markdown_of(agreement, edition), agreement)
    back = replace(done.edition, frozen_as=edition.frozen_as)
    for recipe in (1, 2):
        assert edition_bytes(replace(back, recipe=recipe)) == edition_bytes(replace(edition, recipe=recipe))
    assert done.is_same
    assert done.is_same and not [one for one in looks(edition) if one not in looks(done.edition)][1:]


@pytest.mark.parametrize("name", NAMES)
def test_agreements_of_firms_come_back(tmp_path: Path, name: str) -> None:
    of_firm(tmp_path / "from", name, truth_of(name))
    (agreement,) = read_repository(tmp_path / "from").agreements
    (edition,) = agreement.editions
    text = markdown_of(agreement, edition)
    done = came_in(tmp_path / "to", text, agreement)
    assert done.is_same and looks(done.edition) == looks(edition)
    assert judge(text.encode(), [agreement]).is_whole


def test_an_edited_file_comes_in_with_its_parts_and_is_told_to_be_another(tmp_path: Path) -> None:
    agreement, edition = written(tmp_path / "from", FORMS)
    text = markdown_of(agreement, edition).replace("Klant betaalt € 10", "Klant betaalt € 20")
    done = came_in(tmp_path / "to", text, agreement)
    assert done.is_same is False and [one.name for one in done.split.files] == sorted(FORMS, key=list(FORMS).index)
    assert all(text.split("\n")[one.begin - 1] == one.body.split("\n")[0] for one in done.split.files)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<!-- artikel-02.md", "<!-- ../artikel-02.md"),
        ("<!-- artikel-02.md", "<!-- anders.md"),
        ("<!-- artikel-02.md", "<!-- artikel-01.md"),
        ("<!-- index.md -->", "Ervoor.\n\n<!-- index.md -->"),
        ('version: "1.0"', 'version: "../x"'),
    ],
)
def test_parts_that_are_named_otherwise_are_found_as_in_any_text(tmp_path: Path, old: str, new: str) -> None:
    agreement, edition = written(tmp_path / "from", FORMS)
    text = markdown_of(agreement, edition)
    assert old in text
    done = came_in(tmp_path / "to", text.replace(old, new, 1), agreement, version="1.0")
    assert done.is_same is None and "artikel-02.md" in [one.name for one in done.split.files]
    files = [path.read_text("utf-8") for path in (tmp_path / "to/docs").rglob("*.md")]
    assert not [file for file in files if "sha256" in file]
    assert not [file for file in files if "<!-- artikel-01.md" in file]


def test_a_key_that_is_no_json_is_passed_over(tmp_path: Path) -> None:
    agreement, edition = written(tmp_path / "from", FORMS)
    text = markdown_of(agreement, edition).replace("---\ntitle:", '---\nnote: "a\\q"\ntitle:')
    assert came_in(tmp_path / "to", text, agreement).is_same


PIECES = [
    "woord",
    " ",
    "een twee",
    "(",
    "a",
    "\u201cx\u201d",
    "*",
    "_",
    "[",
    "]",
    "<b>",
    "1.",
    "&amp;",
    "\n",
    "~",
    "==",
    "^",
    "7.2 ",
]


@given(st.data())
def test_any_text_that_looks_like_something_is_read_back_with_its_words(data: st.DataObject) -> None:
    words = "".join(data.draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9)))
    plain = "\n".join(" ".join(line.split()) for line in words.split("\n")).strip("\n ")
    spans = st.tuples(st.integers(0, len(plain)), st.integers(0, len(plain)), st.sampled_from(["strong", "em"]))
    emphasis = [[start, end, kind] for start, end, kind in data.draw(st.lists(spans, max_size=3)) if start < end]
    values = {
        "headed": False,
        "title": "",
        "preamble": [{"title": "", "level": 2, "blocks": [{"text": plain, "emphasis": emphasis}]}],
        "articles": [],
        "closing": [],
        "annexes": [],
    }
    (file,) = files_of(values, language_of("nl").grammar, "1", "")
    lines = [Line(line, "x.md", number, 1) for number, line in enumerate(file.body.split("\n"), 1)]
    assert make_text(Sources(Path()), language_of("nl").grammar, lines).plain.split() == plain.split()


def test_what_all_data_can_hold_goes_out_and_comes_back(tmp_path: Path) -> None:
    agreement, edition = written(tmp_path / "from", {name: page.split("---\n", 2)[2] for name, page in SOURCES.items()})
    assert came_in(tmp_path / "to", markdown_of(agreement, edition), agreement).is_same
