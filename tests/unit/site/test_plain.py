"""The generator of our own: which page goes where, what its template is given, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausule.pages.kit.staging import CONFIG, Fixed, page_file
from clausule.read.settings import PLAIN
from clausule.site import Look, SiteError, TemplateError, build

MAIN = "{{ page.url }}|{{ page.title }}|{{ page.content | safe }}|{{ config.site_name }}|{{ config.site_url }}|{{ config.extra.x }}|{{ 'a/' | url }}"  # noqa: E501
URL = "https://x.example/up/"


@pytest.fixture
def look(tmp_path: Path) -> Look:
    (tmp_path / "theme/deep").mkdir(parents=True)
    (tmp_path / "theme/main.html").write_text(MAIN, "utf-8")
    (tmp_path / "theme/404.html").write_text("{{ 'a/' | url }}{% if page %}!{% endif %}", "utf-8")
    (tmp_path / "theme/deep/fixed.html").write_text("{{ page.meta.data.one }}:{{ page.content | safe }}", "utf-8")
    return Look(tmp_path, (tmp_path / "theme",), {}, {})


def config(**extra: object) -> bytes:
    return json.dumps({"site_name": "Naam", "extra": {"x": "y", **extra}}).encode()


def built(tmp_path: Path, look: Look, pages: dict[str, bytes], **extra: object) -> dict[str, str]:
    out = tmp_path / "out"
    build({CONFIG: config(**extra), **pages}, out, look=look, site_url=URL)
    return {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*") if path.is_file()}


def test_a_page_stands_at_its_address_with_what_its_template_is_given(tmp_path: Path, look: Look) -> None:
    page = page_file({"title": "Kop & é"}, "<p>woorden", "text")
    found = built(tmp_path, look, {"index.md": page, "b.md": page, "a/index.md": page, "overeenkomst.md": b"# Zo"})
    text = '<div class="text">\n&lt;p&gt;woorden\n</div>'
    assert found == {
        "index.html": f"|Kop &amp; é|{text}|Naam|{URL}|y|a/",
        "b/index.html": f"b/|Kop &amp; é|{text}|Naam|{URL}|y|../a/",
        "a/index.html": f"a/|Kop &amp; é|{text}|Naam|{URL}|y|../a/",
        "overeenkomst.md": "# Zo",
    }


def test_a_fixed_page_gets_its_data_and_only_the_running_text(tmp_path: Path, look: Look) -> None:
    page = page_file({"title": "x"}, Fixed("deep/fixed.html", {"one": "<1>"}, "zo\n"), "text")
    empty = page_file({"title": "x"}, Fixed("deep/fixed.html", {"one": 2}), "text")
    assert built(tmp_path, look, {"a.md": page, "b.md": empty}) == {
        "a/index.html": "&lt;1&gt;:zo&#10;",
        "b/index.html": "2:",
    }


def test_the_page_of_no_address_has_links_from_the_root_of_the_host(tmp_path: Path, look: Look) -> None:
    assert built(tmp_path, look, {}) == {}
    assert built(tmp_path, look, {}, lost={"home": "/up/"}) == {"404.html": "/up/a/"}


def test_what_was_in_the_folder_before_is_gone(tmp_path: Path, look: Look) -> None:
    (tmp_path / "out/old").mkdir(parents=True)
    (tmp_path / "out/old/x.html").write_text("x")
    (tmp_path / "out/.hidden").write_text("x")
    (tmp_path / "keep").mkdir()
    (tmp_path / "keep/x").write_text("x")
    (tmp_path / "out/link").symlink_to(tmp_path / "keep")
    assert built(tmp_path, look, {"robots.txt": b"r"}) == {"robots.txt": "r"}
    assert (tmp_path / "keep/x").is_file() and not (tmp_path / "out/link").is_symlink()


@pytest.mark.parametrize("page", [b"# Markdown", b'---\ntitle: "x"\n---\n\n[weg](nergens.md)\n'])
def test_a_page_that_is_not_staged_is_refused_by_name(page: bytes, tmp_path: Path, look: Look) -> None:
    with pytest.raises(SiteError, match=r"^deep/a\.md: "):
        built(tmp_path, look, {"deep/a.md": page})


def test_a_template_that_is_not_there_is_a_fault_of_the_template(tmp_path: Path, look: Look) -> None:
    (tmp_path / "theme/main.html").write_text("\n{% include 'gone.html' %}", "utf-8")
    with pytest.raises(TemplateError, match=r"^theme/main\.html:2: .*there is no template 'gone\.html'"):
        built(tmp_path, look, {"a.md": page_file({"title": "x"}, "a", "text")})
    assert PLAIN == "plain"
