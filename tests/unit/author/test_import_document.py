"""A document becomes an edition with the words that it shows; what cannot come in is refused in a sentence."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from clausule.author.import_document import Imported, dropped_by_kind, import_document, read_document
from clausule.author.new_agreement import Wanted
from clausule.language.language import language_of
from clausule.model.lookup import AuthoringError
from clausule.read import read_repository
from clausule.read.importing.document import Dropped

PAGE = """<h1>Voorwaarden van Firma</h1><p>Versie 7</p><h2>Artikel 1 Duur</h2><p>1.1 Een jaar.</p>
<h2>Artikel 2 Slot</h2><p>2.1 Klaar:</p><ol type="a"><li>eerst</li><li>laatst</li></ol><nav>Menu</nav>"""


def bring_in(root: Path, data: bytes, name: str, slug: str = "proef") -> Imported:
    file = root / name
    file.write_bytes(data)
    return import_document(root, file, Wanted(slug=slug, title="", publisher="Firma", version="7"), date(2026, 3, 1))


def test_a_page_becomes_an_edition_that_can_be_read(tmp_path: Path) -> None:
    done = bring_in(tmp_path, PAGE.encode(), "x.html")
    assert [one.name for one in done.split.files] == ["index.md", "artikel-01.md", "artikel-02.md"]
    assert (done.came.unit, done.came.dropped) == ("paragraph", [Dropped("what stands around the text", "Menu")])
    repository = read_repository(tmp_path)
    (edition,) = repository.agreements[0].editions
    assert not repository.findings and edition.concept and edition.effective == date(2026, 3, 1)
    assert [clause.number for article in edition.articles for clause in article.clauses] == ["1.1", "2.1"]
    assert "a. eerst\n\nb. laatst" in (tmp_path / "docs/proef/7/artikel-02.md").read_text("utf-8")


def test_a_text_comes_in_as_split_divides_it(tmp_path: Path) -> None:
    done = bring_in(
        tmp_path, "Voorwaarden\n\n1. Duur\n1.1 Een jaar.\n\n2. Slot\n2.1 Klaar.\n".encode("utf-16"), "x.txt"
    )
    assert (done.came.unit, done.came.dropped, len(done.split.files)) == ("line", [], 3)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.docx", b"", "is empty: there is nothing to import"),
        ("x.txt", b" \n", "is empty"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"old form of Word \(\.doc\)"),
        ("x.docx", b"gewone woorden", "is no Word file, though its name says so"),
        ("x.docx", b"PK\x03\x04 half", "is damaged"),
        ("x.pdf", b"%PDF-1.7", "is damaged, and cannot be read as a whole"),
        ("x.png", b"\x89PNG", "is a picture"),
        ("x.odf", b"<office/>", "a file of this kind cannot be read. Save it as Word"),
        ("x.md", b"\xef\xbb\xbf\n", "is empty"),
        ("x.html", f"<table><tr>{'<td>a' * 500}{'<tr><td>b' * 401}".encode(), "has tables of more than 200,000 cells"),
        (
            "x.html",
            PAGE.replace("h2", "p").replace("Artikel", "Deel").replace(".1", "").encode(),
            "no articles were found",
        ),
    ],
)
def test_what_cannot_come_in_is_refused_and_nothing_is_written(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    with pytest.raises(AuthoringError, match=words) as caught:
        bring_in(tmp_path, data, name)
    assert "\n" not in str(caught.value) and [one.name for one in tmp_path.iterdir()] == [name]


def test_what_was_there_stays_and_a_name_that_is_no_address_is_refused_first(tmp_path: Path) -> None:
    bring_in(tmp_path, PAGE.encode(), "x.html")
    with pytest.raises(AuthoringError, match="docs/proef/7 is there already"):
        bring_in(tmp_path, PAGE.encode(), "x.html")
    with pytest.raises(AuthoringError, match="cannot be the address of an agreement"):
        bring_in(tmp_path, b"", "x.html", "../elders")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        AuthoringError, match=r"cannot be read: No such file .*\. Name it with its folder, such as \.\./"
    ):
        import_document(tmp_path, tmp_path / "x.docx", Wanted(slug="a", title="", publisher="F", version="1"), None)


def test_a_file_whose_name_is_almost_that_of_another_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "contract.nl.docx").write_bytes(b"x")
    with pytest.raises(AuthoringError, match=r"Did you mean .*contract\.nl\.docx\?"):
        wanted = Wanted(slug="a", title="", publisher="F", version="1")
        import_document(tmp_path, tmp_path / "contract.docx", wanted, None)


def test_what_was_left_out_is_told_by_its_kind() -> None:
    rows = [Dropped("contents", "a"), Dropped("hidden text", "b"), Dropped("contents", "c")]
    assert dropped_by_kind(rows) == {"contents": ["a", "c"], "hidden text": ["b"]}


def own(root: Path, head: str, **given: str) -> Imported:
    file = root / "x.html"
    file.write_bytes(PAGE.replace("<p>Versie 7</p>", head).encode())
    return import_document(root, file, Wanted(slug="proef", title="", publisher="Firma", version=""), None)


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        ("<p>Versie 7</p>", [("version", "7", 2)]),
        ("<p>Versie 7, van kracht sinds 1 januari 2025</p>", [("version", "7", 2), ("effective", "2025-01-01", 2)]),
        ("<p>Versie 1.1, 4 mei 2024</p><p>versie 1.1</p>", [("version", "1.1", 2), ("effective", "2024-05-04", 2)]),
        ("<p>Versie 2.0, mei 2024</p>", [("version", "2.0", 2)]),
        ("<p>Versie 2.0-RC1</p>", [("version", "2.0-rc1", 2)]),
    ],
)
def test_the_version_and_the_day_that_a_text_gives_itself_are_taken_and_told(
    head: str, taken: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    done = own(tmp_path, head)
    assert [(one.what, one.value, one.number) for one in done.taken] == taken
    assert done.edition.version == taken[0][1] and (done.edition.effective is None) == (len(taken) == 1)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("", r"x\.html does not say which version it is. Say which edition it becomes, with --version"),
        ("<p>Versie 7</p><p>Dit is versie 8 van deze overeenkomst.</p>", "says that it is 7 and 8"),
    ],
)
def test_a_text_that_does_not_say_one_version_is_asked_about(head: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match=words):
        own(tmp_path, head)
    assert not (tmp_path / "docs").exists()


def test_what_is_asked_for_is_not_taken_from_the_text(tmp_path: Path) -> None:
    done = bring_in(tmp_path, PAGE.replace("Versie 7", "Versie 6 van 1 mei 2020").encode(), "x.html")
    assert not done.taken and (done.edition.version, done.edition.effective) == ("7", date(2026, 3, 1))


TERMS = """<h1>Voorwaarden</h1><h2>Artikel 1 Begrippen</h2><p>1.1 Hierna betekent:</p>
<table><tr><td>Werkdag</td><td>een dag waarop wordt gewerkt.</td></tr></table><h2>Artikel 2 Slot</h2>
<p>2.1 Na twee Werkdagen meldt Verwerker een datalek aan Klant binnen 36 uur.</p>"""


def test_what_a_text_seems_to_need_is_proposed_in_comments(tmp_path: Path) -> None:
    done = bring_in(tmp_path, TERMS.encode(), "x.html")
    assert done.proposals.terms == ("Werkdag",) and done.proposals.names == ("Verwerker", "Klant")
    page, above = (tmp_path / "docs/proef" / name for name in ("7/index.md", "index.md"))
    text = page.read_text("utf-8")
    assert "# inflections:\n#   Werkdag: [Werkdagen]\n# breach: {hours: 36, at: artikel-2.1, words: " in text
    assert '  # - "Klant"\n' in above.read_text("utf-8")
    (agreement,) = read_repository(tmp_path, "proef").agreements
    assert not agreement.editions[0].inflections and "breach" not in agreement.editions[0].meta.values
    page.write_text(re.sub(r"^# (inf|  W|breach)", r"\1", text, flags=re.M), "utf-8")
    above.write_text(above.read_text("utf-8").replace("# - ", "- "), "utf-8")
    repository = read_repository(tmp_path, "proef")
    edition = repository.agreements[0].editions[0]
    assert not [one for one in repository.findings if one.rule == "front-matter"]
    assert edition.inflections == {"Werkdag": ("Werkdagen",)} and edition.meta.values["breach"]["hours"] == "36"
    assert repository.agreements[0].meta.values["names"] == ["Firma", "Verwerker", "Klant"]


def test_what_pandoc_writes_for_pages_and_programs_is_no_word_of_a_heading(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Terms\n...\n\n# Voorwaarden {#top .unnumbered}\n\nTussen A en B.\n\n"
        "## I. Duur {#duur}\n\n1.  Een jaar.[^1]\n\n2.  Daarna {b} niet.\n\n## II. Slot {.x width=50%}\n\n"
        "1.  Einde.\n\n[^1]: Zie de bestelling.\n"
    )
    bring_in(tmp_path, text.encode(), "x.md")
    edition = read_repository(tmp_path, "proef").agreements[0].editions[0]
    assert [(one.number, one.title) for one in edition.articles] == [("1", "Duur"), ("2", "Slot")]
    assert [clause.number for one in edition.articles for clause in one.clauses] == ["1.1", "1.2", "2.1"]
    assert not [file for file in (tmp_path / "docs/proef").rglob("*.md") if "{#" in file.read_text("utf-8")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_folder_and_a_pipe_are_no_file_and_nobody_waits_for_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.docx")
    (tmp_path / "x.txt").mkdir()
    for name in ("x.docx", "x.txt"):
        with pytest.raises(AuthoringError, match=f"{name} is a folder or a device, and no file"):
            read_document(tmp_path / name, language_of("nl"))
