"""Where an agreement was before stands a page that leads on for each page, and a copy of each other file."""

from __future__ import annotations

from clausule.pages.root.moved import moved_files
from clausule.publish.former import former_files
from editions import agreement, edition


def test_every_file_of_the_agreement_has_its_counterpart_and_no_other() -> None:
    files = {"a/1/index.html": b"<p>", "a/1/data.json": b"{}", "a/kop.html": b"", "ab/1/x.json": b"", "x.json": b""}
    read = {path: (lambda data=data: data) for path, data in files.items()}
    found = former_files("was", "a", read, lambda path, target: {path: target.encode()})
    assert found == {"was/1/index.html": b"a/1/", "was/1/data.json": b"{}", "was/kop.html": b"a/kop.html"}


def test_a_page_leads_on_by_a_link_and_with_its_clause_by_a_script() -> None:
    files = moved_files(agreement(edition("1")), "was/1/artikel-1/index.html", "a/1/artikel-1/", "https://x.example/")
    assert set(files) == {"was/1/artikel-1/index.html", "was/moved.js"}
    page = files["was/1/artikel-1/index.html"].decode()
    assert '<a href="../../../a/1/artikel-1/">Titel</a>' in page and 'src="../../moved.js"' in page
    assert 'rel="canonical" href="https://x.example/a/1/artikel-1/"' in page
    assert b"location.search + location.hash" in files["was/moved.js"]
    home = moved_files(agreement(edition("1")), "was/index.html", "a/", "https://x.example/")["was/index.html"].decode()
    assert 'href="../a/"' in home and 'src="moved.js"' in home
