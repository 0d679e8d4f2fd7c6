"""What freezing tries: the pages of an edition are made and their links followed, and nothing is written anywhere."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from clausule.author.freeze import freeze
from clausule.build.site import BuildError
from clausule.build.trial import _broken, try_edition
from clausule.check import check
from clausule.model.lookup import AuthoringError, find_agreement, find_edition
from clausule.pages.edition import stage
from clausule.pages.text import inline
from clausule.read import read_repository
from small_site import DAY, write_site

CLAUSES = "\n1.2 Zie [de ondertekening](ondertekening.md) en lid 1.\n"
FILES = {
    "index.md": "---\ntitle: Nieuw\npublisher: Nieuw B.V.\n---\n\nInleiding.\n",
    "1.0/index.md": '---\nversion: "1.0"\neffective: 2018-05-25\n---\n\n## Partijen\n\n1. Wij, hierna te noemen “Firma”;\n\n'  # noqa: E501
    "2. U, hierna te noemen “Klant”.\n",
    "1.0/artikel-01.md": '---\nversion: "1.0"\n---\n\n# Artikel 1. Levering\n\n1.1 Firma levert Klant iets.\n'
    + CLAUSES,
    "1.0/ondertekening.md": "## Ondertekening\n\nAldus getekend.\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_site(tmp_path)
    for name, words in FILES.items():
        path = tmp_path / "docs/nieuw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    return tmp_path


def tried(root: Path, slug: str = "nieuw", version: str = "1.0") -> None:
    repository = read_repository(root, slug)
    agreement = find_agreement(repository.agreements, slug)
    try_edition(repository, agreement, find_edition(agreement, version), DAY)


def frozen(root: Path) -> str:
    repository = read_repository(root, "nieuw")
    assert [finding for finding in check(repository) if finding.severity == "error"] == []
    (agreement,) = repository.agreements
    return freeze(repository, agreement, agreement.editions[0], date(2024, 1, 1))


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "2.0"])
def test_an_edition_among_others_is_tried_alone(version: str, root: Path) -> None:
    tried(root, "proef", version)


def test_a_site_without_an_address_can_still_try(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: Proef\n", "utf-8")
    before = files(root)
    tried(root)
    assert files(root) == before


def test_what_can_be_published_is_frozen(root: Path) -> None:
    before, sha256 = files(root), frozen(root)
    lock = "docs/nieuw/editions.lock"
    assert files(root).keys() - before.keys() == {lock} and sha256 in (root / lock).read_text("utf-8")


def test_a_link_that_would_lead_nowhere_keeps_a_text_from_being_frozen(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inline, "_anchors", lambda text, page, spans: [])
    before = files(root)
    with pytest.raises(AuthoringError) as told:
        frozen(root)
    assert "nieuw/1.0 cannot be published as it is, so it was not frozen" in str(told.value)
    assert "nieuw/1.0/artikel-1/index.html -> ../#begrip-firma (no such anchor)" in str(told.value)
    assert files(root) == before


def test_what_the_page_of_the_whole_text_lacks_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "_signatures", lambda page: "")
    with pytest.raises(BuildError, match=r"volledig/index\.html -> #ondertekening \(no such anchor\)"):
        tried(root)


def test_a_page_that_is_not_made_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = stage.render_edition

    def without_closing(*args: object, **more: object) -> dict[str, bytes]:
        return {name: content for name, content in made(*args, **more).items() if name != "ondertekening.md"}  # type: ignore[arg-type]

    monkeypatch.setattr(stage, "render_edition", without_closing)
    with pytest.raises(BuildError, match=r"nieuw/1\.0/.*index\.html -> .*ondertekening.* \(no such page\)"):
        tried(root)


@pytest.mark.parametrize("count", [5, 6])
def test_five_links_are_told_and_how_many_more_there_are(
    count: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = stage.render_edition

    def with_links(*args: object, **more: object) -> dict[str, bytes]:
        pages = made(*args, **more)  # type: ignore[arg-type]
        links = "\n\n".join(f'<a href="#nergens-{number}">nergens</a>' for number in reversed(range(count)))
        page = pages["ondertekening.md"].decode().removesuffix("</div>\n")
        return pages | {"ondertekening.md": f"{page}{links}\n</div>\n".encode()}

    monkeypatch.setattr(stage, "render_edition", with_links)
    with pytest.raises(BuildError) as told:
        tried(root)
    assert re.findall(r"#nergens-(\d) \(no such anchor\)", str(told.value)) == ["0", "1", "2", "3", "4"]
    assert str(told.value).endswith(", and 1 more") == (count == 6)


def test_a_link_elsewhere_is_not_looked_up_and_one_above_the_site_is_told_once(tmp_path: Path) -> None:
    addresses = ("/buiten/", "https://elders.nl/", "mailto:a@elders.nl", "ouder/1.0/", "weg/", "/daar/", "#weg")
    links = "".join(f'<a href="{address}">daar</a>' for address in addresses)
    (tmp_path / "index.html").write_text(links, "utf-8")
    found = sorted(_broken(tmp_path, "https://firma.nl/hier/", {"ouder/"}))
    assert found == [
        "index.html -> #weg (no such anchor)",
        "index.html -> /buiten/ (leads out of the site)",
        "index.html -> /daar/ (leads out of the site)",
        "index.html -> weg/ (no such page)",
    ]
