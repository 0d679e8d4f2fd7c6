"""Which forms an edition has, and what they are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from clausule.compare.history import make_history
from clausule.model.editions import Agreement, Edition, FrontMatter
from clausule.pages.forms import signed
from clausule.pages.kit.sheet import shelf_of
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.book import Book
from clausule.pages.text.leaf import TAKE, edition_addresses, leaves_beside
from editions import book_of
from session import read_home

COPY = ("uw-exemplaar/", "Uw exemplaar", "Uw exemplaar", "", "copy")
FILL = ("bijlage-3/invullen/", "Bijlage 3 invullen: Procedure Meldplicht Datalekken", "bijlage 3", "form")


def agreement(slug: str) -> Agreement:
    return next(iter(read_home(slug).agreements))


def with_body(edition: Edition, **parts: Any) -> Edition:
    body = replace(edition.body, **parts)
    return replace(edition, read=lambda: body)


def forms(made: Book) -> list[tuple[str, ...]]:
    pages = [page for page in leaves_beside(made) if page.beside == TAKE]
    assert {page.address for page in pages} <= set(edition_addresses(made.edition))
    return [(page.address, page.heading, page.link, page.place, page.view) for page in pages]


def test_a_questionnaire_that_asks_after_a_breach_is_called_so_beside_every_page() -> None:
    mickcom = agreement("mickcom")
    address, heading, place, view = FILL
    made = book_of(mickcom, mickcom.editions[0])
    assert forms(made) == [(address, heading, "Vragenlijst bij een datalek", place, view), COPY]
    # Two of them are told apart by their names, and so is one of an edition that gives no term for a breach.
    annexes = made.edition.annexes
    more = book_of(
        mickcom,
        with_body(
            made.edition,
            annexes=(*annexes, replace(annexes[-1], id="bijlage-9", number="9", mark="Bijlage 9", title="")),
        ),
    )
    assert [page[1:3] for page in forms(more)][:2] == [
        (heading, "Bijlage 3 invullen"),
        ("Bijlage 9 invullen", "Bijlage 9 invullen"),
    ]


def test_an_edition_without_a_questionnaire_has_a_page_for_a_breach_where_it_gives_a_term() -> None:
    made = book_of(found := agreement("123meekijken"), found.editions[0])
    assert forms(made) == [("datalek/", "Bij een datalek", "Bij een datalek", "", "clock"), COPY]
    silent = with_body(made.edition, meta=FrontMatter({}, made.edition.meta.place))
    assert [form[0] for form in forms(book_of(found, silent))] == ["uw-exemplaar/"]


def test_the_page_of_what_was_signed_has_each_edition_with_its_hash_the_newest_first() -> None:
    found = agreement("voorbeeld")
    hashes = {edition.version: f"hash of {edition.version}" for edition in found.editions}
    made = shelf_of(found, make_history(found), hashes, day=date(2026, 11, 28), base="https://x.example/")
    (sheet,) = signed.PAGE.sheets(replace(made, now=found.editions[2]))
    assert isinstance(sheet.drawn, Fixed)
    data: Any = sheet.drawn.data
    rows = data["rows"]
    assert [row["version"] for row in rows] == [edition.version for edition in reversed(found.editions)]
    assert all(row["sha256"] == f"hash of {row['version']}" for row in rows)
    assert [row["version"] for row in rows if row["now"]] == [found.editions[2].version]
    assert sheet.address == "getekend/" and data["slug"] == "voorbeeld"
    assert rows[-1]["label"] == "1.0 (25-05-2018)"
