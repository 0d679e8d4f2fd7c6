"""The list of sub-processors for programs: valid, the same as the page, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from test_site_feeds import ATOM, ENTRY, FEED, SCHEMAS, children, text
from website import Elements, rendered

from clausule.language.language import DEFAULT, language_of
from clausule.model.editions import Agreement, FrontMatter
from clausule.model.nodes import Place
from clausule.model.sub_processors import Location, Period, Promise, SubProcessor, SubProcessors
from clausule.pages.sub_processors.data import SCHEMA, ground_words, list_files
from clausule.pages.sub_processors.page import list_page
from session import read_home

BASE = "https://example.org/"
HERE = Place("x", 1, 1)
COLUMNS = (
    "id", "naam", "adres", "contact", "e-mail", "telefoon", "website", "dienst", "doel", "persoonsgegevens", "betrokkenen",  # noqa: E501
    "landen", "plaatsen", "buiten de EER", "grond voor doorgifte", "aangekondigd", "bezwaar tot en met", "vanaf", "tot",
    "ingetrokken", "reden", "vervangt", "adres van de rij",
)  # fmt: skip
SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    (voorbeeld,) = read_home("voorbeeld").agreements
    return list_files(voorbeeld, BASE)


def test_json_fits_its_schema_and_says_what_the_source_says(files: dict[str, bytes]) -> None:
    data: dict[str, Any] = json.loads(files["voorbeeld/sub-verwerkers.json"])
    schema = json.loads(SCHEMA.read())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    rows = {row["id"]: row for row in data["sub_processors"]}
    assert (
        len(rows) == 8
        and rows["postduif"]["replaced_by"] == "brievenbus"
        and rows["bergkluis"]["object_until"] == "2026-11-30"
    )
    place = rows["noorderlicht"]["places"][0]
    assert place == {
        "country": "US",
        "name": "Verenigde Staten",
        "where": None,
        "outside_eea": True,
        "ground": "standard-clauses",
        "decision": None,
    }
    assert data["promises"][1]["objection"] == {"days": 14, "months": None, "at": "artikel-8.4"}


def test_the_feeds_are_valid_and_tell_what_is_news(files: dict[str, bytes]) -> None:
    data = json.loads(files["voorbeeld/sub-verwerkers/feed.json"])
    jsonschema.validate(data, json.loads((SCHEMAS / "json-feed-1.1.json").read_text("utf-8")))
    root = ElementTree.fromstring(files["voorbeeld/sub-verwerkers/feed.xml"])
    children(root, FEED)
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        children(entry, ENTRY)
    ids = [text(entry, "id") for entry in entries]
    assert ids == [item["id"] for item in data["items"]] and len(set(ids)) == len(ids) == 10
    assert data["items"][0]["title"] == "Aankondiging: Bergkluis Back-up AS (fictief)"
    assert (
        data["items"][0]["summary"]
        == "Bewaren van back-ups. Begin: 1 januari 2027. Bezwaar: tot en met 30 november 2026."
    )
    assert data["items"][0]["url"] == f"{BASE}voorbeeld/sub-verwerkers/?op=2026-11-16#bergkluis"
    # Who was announced begins without a second message; who was there from the start has one.
    assert [item["title"] for item in data["items"]].count("Begin: Wolkenhal Hosting B.V. (fictief)") == 1
    assert not any(item["title"].startswith("Begin: Nachtwacht") for item in data["items"])


def test_the_files_do_not_move_when_the_list_does_not(files: dict[str, bytes]) -> None:
    (voorbeeld,) = read_home("voorbeeld").agreements
    assert list_files(voorbeeld, BASE) == files


def nasty() -> Agreement:
    """A list of what could harm a spreadsheet or a calendar, in every field that is free."""
    tricks = [
        "=1+1",
        "+1",
        "-1+2",
        "@SUM(1)",
        "\t=1",
        '=HYPERLINK("http://x";"y")',
        'a,"b";c',
        "é 🦆 שלום ’",
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script> `{{x}}` **b** <!-- & -->",
    ]
    rows = tuple(
        SubProcessor(
            id=f"r{number}",
            name=trick,
            address=trick,
            contact={"phone": "+31 6", "email": trick},
            service=trick,
            purpose=trick,
            data=(trick, trick),
            data_subjects=(trick,),
            locations=(
                Location(country="NL", where=trick, ground="", decision="", place=HERE),
                Location(country="US", where="", ground="adequacy", decision=trick, place=HERE),
            ),
            announced=date(2024, 1, 1),
            active=date(2024, 3, 1),
            ended=None,
            withdrawn=None,
            reason=trick,
            replaces="",
            place=HERE,
        )
        for number, trick in enumerate(tricks)
    )
    promise = Promise("1.0", None, Period(days=14, months=0, at="artikel-1.1", place=HERE), HERE)
    meta = FrontMatter({"title": "Proef", "publisher": "=Uitgever"}, lambda keys: HERE)
    return Agreement("proef", meta, (), (), {}, SubProcessors("x", rows, (promise,), (), True), language=DEFAULT)


def test_nothing_in_a_list_becomes_a_part_of_the_page(tmp_path: Path) -> None:
    html = rendered(list_page(nasty(), None, date(2024, 2, 1)), tmp_path)
    page = Elements(html)
    known = {
        "p",
        "a",
        "h1",
        "h2",
        "div",
        "section",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "dl",
        "dt",
        "dd",
        "time",
        "ol",
        "ul",
        "li",
    }
    assert {tag for tag, _ in page.found} <= known | {"list-on-date", "list-changes", "lost-clause"}
    links = [attributes["href"] for tag, attributes in page.found if tag == "a"]
    assert all(link.startswith(("#", "../", "feed.", "https://eur-lex", "tel:", "mailto:", "http")) for link in links)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; `{{x}}` **b** &lt;!-- &amp; --&gt;" in html


def test_a_decision_that_covers_some_organisations_only_says_so() -> None:
    day = date(2024, 1, 1)
    row = SubProcessor(
        id="r",
        name="R",
        address="",
        contact={},
        service="",
        purpose="",
        data=(),
        data_subjects=(),
        locations=(),
        announced=None,
        active=day,
        ended=None,
        withdrawn=None,
        reason="",
        replaces="",
        place=HERE,
    )
    said = {
        (country, named): ground_words(
            row,
            Location(country=country, where="", ground="adequacy", decision=named, place=HERE),
            language_of(DEFAULT),
        )
        for country, named in (("US", ""), ("US", "(EU) 2023/1795"), ("US", "een ander besluit"), ("CH", ""))
    }
    assert said["US", ""].endswith(
        "besluit (EU) 2023/1795 (alleen voor organisaties op de lijst van het Data Privacy Framework)"
    )
    assert said["US", "(EU) 2023/1795"] == said["US", ""]
    assert said["US", "een ander besluit"].endswith("besluit een ander besluit")
    assert said["CH", ""].endswith("besluit 2000/518/EG")


def test_no_cell_of_the_table_is_a_formula() -> None:
    data = list_files(nasty(), BASE)["proef/sub-verwerkers.csv"]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS and len(rows) == 10
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert rows[0]["naam"] == "'=1+1" and rows[6]["naam"] == 'a,"b";c' and rows[7]["naam"] == "é 🦆 שלום ’"
    for form in (".json", "/feed.json"):
        json.loads(list_files(nasty(), BASE)[f"proef/sub-verwerkers{form}"])


@pytest.mark.skipif(not SOFFICE, reason="there is no LibreOffice on this machine")
def test_libreoffice_opens_the_table_with_the_right_columns_and_computes_nothing(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_bytes(list_files(nasty(), BASE)["proef/sub-verwerkers.csv"])
    (tmp_path / "proef.csv").write_text('"=1+1"\r\n', "utf-8-sig")
    # What the dialog proposes by itself when a person opens the file: UTF-8 by its mark, commas.
    words = [
        "--headless",
        "--infilter=CSV:44,34,76,1",
        f"-env:UserInstallation={tmp_path.as_uri()}/profile",
        "--convert-to",
        "fods",
        "--outdir",
        str(tmp_path),
    ]
    done = subprocess.run(
        [str(SOFFICE), *words, str(tmp_path / "lijst.csv"), str(tmp_path / "proef.csv")],
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    if not (tmp_path / "proef.fods").exists():  # LibreOffice without Calc ends well and has written nothing
        pytest.skip("the LibreOffice of this machine has no Calc")
    space = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    # The same program does take the bare words for a formula, so that this test can fail.
    assert any(
        f"{space}formula" in cell.attrib
        for cell in ElementTree.parse(tmp_path / "proef.fods").iter(f"{space}table-cell")
    )
    sheet = ElementTree.parse(tmp_path / "lijst.fods")
    assert not any(f"{space}formula" in cell.attrib for cell in sheet.iter(f"{space}table-cell"))
    rows = [
        [
            "".join(cell.itertext()).strip()
            for cell in row.iter(f"{space}table-cell")
            for _ in range(int(cell.get(f"{space}number-columns-repeated", "1")))
        ][: len(COLUMNS)]
        for row in sheet.iter(f"{space}table-row")
    ]
    assert tuple(rows[0]) == COLUMNS
    assert rows[1][:3] == ["r0", "'=1+1", "'=1+1"] and rows[8][1] == "é 🦆 שלום ’"


def test_the_calendar_holds_each_deadline_once_in_lines_that_end_well() -> None:
    calendar = list_files(nasty(), BASE)["proef/sub-verwerkers.ics"]
    lines = calendar.split(b"\r\n")
    assert lines.pop() == b"" and all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    whole = calendar.replace(b"\r\n ", b"").decode().split("\r\n")
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == whole.count("DTSTART;VALUE=DATE:20240115") == 10
    uids = [line for line in whole if line.startswith("UID:")]
    assert len(set(uids)) == 10
    assert 'SUMMARY:Laatste dag voor bezwaar: a\\,"b"\\;c' in whole
    names = {line.partition(":")[0].partition(";")[0] for line in whole if line}
    assert names == {
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "UID", "DTSTAMP",  # noqa: E501
        "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "STATUS",
    }  # fmt: skip
