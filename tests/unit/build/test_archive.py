"""An edition in a zip is read from a folder: every link leads to a file in it, nothing runs, nothing is of a day."""

from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from clausule.build import archive as archive_module
from clausule.build.archive import edition_archive
from clausule.build.offline_page import is_form, offline_page
from clausule.build.site import Site
from clausule.model.lookup import find_agreement, find_edition
from clausule.read import Repository, read_repository
from small_site import write_site


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    repository = read_repository(write_site(tmp_path_factory.mktemp("zip")))
    agreement = next(one for one in repository.agreements if one.slug == "proef")
    edition = next(one for one in agreement.editions if one.version == "1.1")
    data = edition_archive(repository, agreement, edition)
    assert data == edition_archive(repository, agreement, edition)
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        rows = found.infolist()
        assert {(one.date_time, one.create_system) for one in rows} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert {one.compress_type for one in rows} == {zipfile.ZIP_DEFLATED}
        assert [one.filename for one in rows] == sorted(one.filename for one in rows)
        return {info.filename: found.read(info) for info in found.infolist()}


def test_it_holds_pages_documents_and_data_and_says_so(archive: dict[str, bytes]) -> None:
    names = {"index.html", "artikel-1/index.html", "bijlage-1/index.html", "volledig/index.html", "overeenkomst.json",
             "overeenkomst.docx", "overeenkomst.md", "waarborg.json", "maatregelen.csv"}  # fmt: skip
    assert {f"proef-1.1/{name}" for name in names} <= archive.keys()
    assert not [name for name in archive if name.endswith((".js", "zoeken.json")) or "uw-exemplaar" in name]
    for looks in (".css", ".woff2"):
        assert [name for name in archive if name.startswith("proef-1.1/assets/") and name.endswith(looks)], looks
    told = archive["LEES-MIJ.txt"].decode()
    assert "https://example.org/proef/1.1/" in told and "proef-1.1/index.html" in told
    assert told.split("\r\n")[1] == "", "what it is stands by itself"
    start = archive["proef-1.1/index.html"].decode()
    assert 'href="overeenkomst.docx"' in start and "daar staat of deze versie vandaag geldt" in start


def test_every_link_leads_to_a_file_in_it_and_nothing_runs(archive: dict[str, bytes]) -> None:
    pages = {name: data.decode() for name, data in archive.items() if name.endswith(".html")}
    assert pages
    for name, html in pages.items():
        assert not re.search(r"<script|<form|\son\w+=|javascript:|rel=\"canonical\"", html), name
        assert "Content-Security-Policy" in html and 'http-equiv="refresh"' not in html
        for target in re.findall(r'(?:href|src)="([^"]*)"', html):
            if target.startswith(("#", "https://eur-lex", "mailto:")):
                continue
            file, _, anchor = target.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
            assert there in archive, (name, target)
            assert not anchor or f'id="{anchor}"' in pages[there], (name, target)


@pytest.mark.parametrize(("version", "day"), [("1.2", date(2022, 1, 1)), ("2.0", date.min)])
def test_it_is_made_as_on_the_first_day_of_its_edition(
    version: str, day: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever it is made; and for a concept, which has no day, before all days."""

    def site(repository: Repository, day: date) -> Site:
        raise Asked(day)

    class Asked(Exception):
        pass

    repository = read_repository(write_site(tmp_path))
    agreement = find_agreement(repository.agreements, "proef")
    monkeypatch.setattr(archive_module, "Site", site)
    with pytest.raises(Asked) as asked:
        edition_archive(repository, agreement, find_edition(agreement, version))
    assert asked.value.args == (day,)


def test_nothing_in_it_says_what_holds_on_a_day(archive: dict[str, bytes]) -> None:
    assert "status" not in json.loads(archive["proef-1.1/overeenkomst.json"])
    assert not [name for name, data in archive.items() if name.endswith(".html") and b'role="region"' in data]


PAGE = (
    '<html lang="nl" data-address="https://x/"><head><title>Een &amp; twee &#8364;</title>'
    '<link rel="canonical" href="https://x/"><link rel="stylesheet" href="../assets/a.css"></head>'
    '<body class="at-edition">'
    '<header><a href="../">weg</a></header><nav class="toc" id="inhoud" popover aria-label="I">'
    '<button popovertarget="inhoud" popovertargetaction="hide">Sluit</button>'
    '<ol><li><a href="../b/">B</a></li></ol></nav>'
    '<main id="tekst"><main>x</main><script>alert(1)</script><a href="../b/?q=1#c">B &lt;</a> '
    '<a href="../../2.0/">2.0</a>'
    '<a href=".">hier</a><a href="#z">z</a><img src="../assets/p.png" alt="P"> 5 &#8364; &eacute;</main>'
    "<footer>weg</footer></body></html>"
)


def test_of_a_page_its_contents_and_its_text_are_left() -> None:
    there = {"a/index.html", "b/index.html", "assets/a.css", "assets/p.png"}
    made = offline_page(PAGE, "a/index.html", there, "Zo & zo", {"x.pdf": "PDF"})
    assert '<html lang="nl"><head>' in made and "<title>Een &amp; twee &#8364;</title>" in made
    assert "weg" not in made and "alert" not in made and "popover" not in made and "Sluit" not in made
    assert '<a href="../b/index.html">B</a>' in made and '<a href="../b/index.html#c">B &lt;</a> <a>2.0</a>' in made
    assert (
        '<a href="index.html">hier</a><a href="#z">z</a><img src="../assets/p.png" alt="P"> 5 &#8364; &eacute;</main>'
        in made
    )
    assert '<p class="tagline">Zo &amp; zo</p><p class="links"><a href="../x.pdf">PDF</a></p>' in made
    assert '<link rel="stylesheet" href="../assets/a.css">' in made and "canonical" not in made


def test_a_page_without_a_language_or_a_class_and_with_a_drawing_that_has_a_title() -> None:
    page = "<html><head><title>T</title></head><body><main><svg><title>Pijl</title></svg>x</main></body></html>"
    made = offline_page(page, "index.html", {"index.html"}, "", {})
    assert '<html lang=""><head>' in made and '<body class="">' in made
    assert "<title>T</title>" in made and "Pijl" not in made


def test_a_page_that_leaves_out_what_html_lets_leave_out_is_one_too() -> None:
    page = '<title>T</title><main><a href="https://b.nl/x">x</a></main>'
    made = offline_page(page, "index.html", {"index.html"}, "", {})
    assert '<a href="https://b.nl/x">x</a>' in made, "what is elsewhere stays where it is"
    assert made.startswith("<!doctype html>\n<html><head>") and "</head>\n<body>\n" in made


def test_a_page_that_works_by_script_alone_is_known() -> None:
    assert is_form('<script type="module" src="../assets/forms/draft.js"></script>')
    assert not is_form('<script src="../assets/kit/scheme.js"></script><link href="../assets/forms/forms.css">')
