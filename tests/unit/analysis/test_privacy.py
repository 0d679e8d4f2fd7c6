"""Measures and AVG article 28: what is said beside a text is read from where it stands, shown as it is, and never
hashed."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib

from clausule.analysis.coverage import coverage, fulfilled_by
from clausule.analysis.measures import categories, measures_of
from clausule.check import check
from clausule.formats.csvfile import as_csv
from clausule.language.nl.measures import find_promises
from clausule.law.dpv import broader, concepts
from clausule.law.gdpr import demand_parts, demands
from clausule.law.iso27001 import CONTROLS
from clausule.model.dates import current
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.pages.edition.stage import render_edition
from clausule.pages.kit.staging import CONFIG
from clausule.pages.text.leaf import all_pages
from clausule.read import read_repository
from clausule.read.settings import Settings
from clausule.site import build, look_of
from editions import book_of
from offered import schema
from session import HOME, read_home

BASE, DAY = "https://example.org/", date(2026, 11, 23)


@cache
def agreements(root: Path = HOME) -> dict[str, Agreement]:
    read = read_home() if root == HOME else read_repository(root)
    return {agreement.slug: agreement for agreement in read.agreements}


def edition(name: str, root: Path = HOME) -> Edition:
    slug, _, version = name.partition("/")
    return next(found for found in agreements(root)[slug].editions if found.version == version)


@cache
def stage(name: str, root: Path) -> dict[str, bytes]:
    found, agreement = edition(name, root), agreements(root)[name.partition("/")[0]]
    return render_edition(book_of(agreement, found, current=current(agreement, DAY), site_url=BASE))


@cache
def overview_files(name: str) -> dict[str, bytes]:
    """The data of the overviews of an edition, without its pages."""
    found, agreement = edition(name), agreements()[name.partition("/")[0]]
    book = book_of(agreement, found, current=current(agreement, DAY), site_url=BASE)
    return {path: data for page in all_pages() if page.addresses(found) for path, data in page.files(book).items()}


def shown(address: str, root: Path) -> str:
    """The page at ``address`` of mickcom/1.5, as its template shows it."""
    staged, out = stage("mickcom/1.5", root), root / "out"
    only = {path: staged[path] for path in (CONFIG, "index.md", f"{address}.md")}
    build(only, out, look=look_of(root, Settings()), site_url=BASE)
    return (out / address / "index.html").read_text("utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The agreements, to be changed."""
    for name in ("docs", "annexes"):
        shutil.copytree(HOME / name, tmp_path / name)
    return tmp_path


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text, f"{old!r} is not in {path}"
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


EDITIONS = [f"{agreement.slug}/{found.version}" for agreement in agreements().values() for found in agreement.editions]

# What a lawyer reads in the texts, by demand; what is not named here is fulfilled wholly.
READING = {
    "mickcom/1.5": {
        "28.2": "not",  # 9.1 lets the processor engage others; no word of notice or objection
        "28.3.aanhef": "partly",  # no types of data, no categories of data subjects
        "28.3.a": "partly",  # 3.3: processing that the law requires, without notice before it
        "28.3.d": "partly",
        "28.3.e": "partly",  # 8.2: 'reasonable' cooperation, against payment
        "28.3.f": "partly",  # 5.2: its own measures, no help with those of the controller (EDPB guidelines 07/2020)
        "28.3.g": "partly",  # 12.3: destroyed after a transfer; nothing where none is asked for
        "28.3.h": "not",  # article 6 is about supervisors only
        "28.3.slot": "not",
        "28.4": "partly",  # 9.2: no word of liability
    },
    "123meekijken/ongedateerd": {
        "28.2": "partly",  # 4.1: objection on 'reasonable grounds' only
        "28.3.aanhef": "partly",  # annex I: both lists end open
        "28.3.a": "partly",  # 4.3: notice of a transfer, not of other processing that the law requires (5.2)
        "28.3.d": "partly",
        "28.3.f": "partly",  # 5.1: its own measures, no help with those of the controller
        "28.3.h": "partly",  # 6.3: once in two years, by a certified auditor, after thirty days
        "28.4": "partly",  # 4.2: 'responsible', and 8.3 limits liability here too
        "33.2": "partly",  # 7.1: no notification where a risk can be ruled out
    },
    # Audits once a year, with exceptions, and objection on 'reasonable grounds' only.
    **{
        name: {"28.2": "partly", "28.3.d": "partly", "28.3.h": "partly"}
        for name in EDITIONS
        if name.startswith(("voorbeeld", "example"))
    },
}


@pytest.mark.parametrize("name", EDITIONS)
def test_the_coverage_of_article_28_is_what_a_lawyer_reads(name: str) -> None:
    wanted = dict.fromkeys((demand.id for demand in demands()), "whole") | READING.get(name, {})
    assert {row.demand.id: row.degree for row in coverage(edition(name))} == wanted


def test_what_mickcom_lacks_is_said_part_by_part() -> None:
    rows = {row.demand.id: row for row in coverage(edition("mickcom/1.5"))}
    lacking = {part.part for row in rows.values() for part in row.parts if part.degree == "not"}
    assert {"28.2.inlichten", "28.3.aanhef.gegevens", "28.3.aanhef.betrokkenen", "28.3.h.audits"} <= lacking
    assert [remark.at for remark in rows["28.3.h"].remarks] == ["artikel-2.2", "artikel-6.1"]
    assert rows["28.3.b"].at == ("artikel-4.1", "bijlage-2-a")


def test_123meekijken_4_4_is_told_beside_the_demand_and_fulfils_nothing() -> None:
    rows = {row.demand.id: row for row in coverage(edition("123meekijken/ongedateerd"))}
    assert "artikel-4.4" in [remark.at for remark in rows["28.2"].remarks]
    assert all("artikel-4.4" not in row.at for row in rows.values())
    assert fulfilled_by(edition("123meekijken/ongedateerd"), "30.2") == ("artikel-6.1",)


def test_a_renumbered_clause_carries_its_own_claim() -> None:
    at = {
        name: dict((row.demand.id, row.at) for row in coverage(edition(f"voorbeeld/{name}"))) for name in ("1.2", "2.1")
    }
    assert (at["1.2"]["28.3.h"], at["2.1"]["28.3.h"]) == (
        ("artikel-10.1", "artikel-10.2", "artikel-10.4"),
        ("artikel-11.1", "artikel-11.2", "artikel-11.4"),
    )


def test_nothing_beside_the_text_is_hashed(copy: Path) -> None:
    for path in [*copy.glob("docs/*/*/*.md"), *copy.glob("annexes/*/*/*.md")]:
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^(?:avg|remarks|measures):\n(?:[ ].*\n)+", "", text), "utf-8")
    bare = [found for agreement in agreements(copy).values() for found in agreement.editions]
    assert not any(found.beside.claims or found.beside.mappings or found.beside.remarks for found in bare)
    for found in bare:
        if not found.concept:
            assert edition_sha256(found) == agreements()[found.agreement].lock[found.version]


def test_an_edition_that_nobody_read_claims_nothing_and_points_to_words(copy: Path) -> None:
    for path in [*copy.glob("docs/mickcom/*/*.md"), *copy.glob("annexes/mickcom/*/*.md")]:
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^(?:avg|remarks|measures):\n(?:[ ].*\n)+", "", text), "utf-8")
    rows = {row.demand.id: row for row in coverage(edition("mickcom/1.5", copy))}
    assert {row.degree for row in rows.values()} == {"unread"}
    assert rows["28.3.slot"].parts[0].near == () and "artikel-4.1" in rows["28.3.b"].parts[0].near
    assert not {"avg-28.md", "avg-28.json", "avg-30.md", "avg-30.csv"} & stage("mickcom/1.5", copy).keys()
    measures = shown("maatregelen", copy)
    assert "heeft niemand een doel of norm aangewezen" in measures and 'id="doel-a"' not in measures
    assert [
        finding
        for finding in check(read_repository(copy, "mickcom"))
        if not finding.allowed and finding.rule != "unused-allow"
    ] == []


def test_what_nobody_read_is_not_called_absent(copy: Path) -> None:
    for path in [*copy.glob("docs/mickcom/*/*.md"), *copy.glob("annexes/mickcom/*/*.md")]:
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^(?:avg|remarks|measures):\n(?:[ ].*\n)+", "", text), "utf-8")
    replace(copy, "docs/mickcom/1.5/artikel-04.md", '"1.5"\n', '"1.5"\navg: {artikel-4.1: 28.3.b}\n')
    replace(copy, "docs/mickcom/1.5/artikel-09.md", '"1.5"\n', '"1.5"\navg: {artikel-9.2: 28.4.verplichtingen}\n')
    rows = {row.demand.id: row.degree for row in coverage(edition("mickcom/1.5", copy))}
    said = {"28.3.b": "whole", "28.4": "partly", "28.3.d": "partly"}
    assert rows == dict.fromkeys(rows, "unread") | said
    page = shown("avg-28", copy)
    assert "Van 12 eisen: 1 geheel, 1 deels, 10 niet gelezen." in page
    assert page.count("niet gevonden") == 2  # liability for sub-processors, under 28.4 and under 28.3.d


WRONG = {
    "a type": ("avg: b", "avg: {b: c}", "front-matter", ":expected text or a list"),
    "an unknown key": ("iso: A.7.4", "isos: A.7.4", "front-matter", "'isos' is not a known key"),
    "a control": ("iso: A.7.4", "iso: A.74", "unknown-control", "did you mean 'A.7.4'?"),
    "a concept": ("dpv: PhysicalMeasure", "dpv: PhysicalMesure", "unknown-control", "did you mean 'PhysicalMeasure'?"),
    "a goal": ("avg: b", "avg: x", "unknown-control", "goal of AVG"),
    "a measure": ("  alarmsysteem: ", "  alarmsystem: ", "bad-mapping", "did you mean 'alarmsysteem'?"),
    "half a measure": (
        "  veiligheidssloten: ",
        "  gebruik van: ",
        "bad-mapping",
        "9 measures begin with 'gebruik van'",
    ),
    "the same twice": ("  veiligheidssloten: ", "  alarmsysteem: ", "front-matter", "stands here twice"),
    "an anchor": ("iso: A.7.4", "iso: &x A.7.4", "front-matter", "anchors and aliases"),
    "no map": (
        "measures:\n  alarmsysteem: {avg: b, iso: A.7.4, dpv: PhysicalMeasure}",
        "measures:\n  alarmsysteem: b",
        "front-matter",
        "expected keys",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_mapping_gets_its_place_and_a_way_out(name: str, copy: Path) -> None:
    old, new, rule, says = WRONG[name]
    path = "annexes/123meekijken/bijlage-2/ongedateerd.md"
    before = (copy / path).read_text("utf-8").splitlines()
    replace(copy, path, old, new)
    line = next(
        number
        for number, (one, other) in enumerate(
            zip(before, (copy / path).read_text("utf-8").splitlines(), strict=False), 1
        )
        if one != other
    )
    found = [
        finding
        for finding in check(read_repository(copy, "123meekijken"))
        if not finding.allowed and finding.rule == rule
    ]
    told = [f"{finding.place.path}:{finding.place.line}" for finding in found]
    assert told and all(place == f"{path}:{line}" for place in told), found
    assert any(says.lstrip(":") in f"{finding.message} {finding.hint}" for finding in found), found
    # Whatever was wrong, but for what is no YAML at all, the measures are read.
    if name not in ("the same twice", "an anchor"):
        assert len(measures_of(edition("123meekijken/ongedateerd", copy))) == 48


def test_a_long_begin_or_the_whole_measure_tells_two_apart(copy: Path) -> None:
    replace(
        copy, "annexes/123meekijken/bijlage-2/ongedateerd.md", "- spamfilter", "- spamfilter\n- spamfilter voor gasten"
    )
    found = check(read_repository(copy, "123meekijken"))
    assert [finding.rule for finding in found if finding.rule == "bad-mapping"] == []
    mapped = {
        measure.text.plain: bool(measure.mappings) for measure in measures_of(edition("123meekijken/ongedateerd", copy))
    }
    assert mapped["spamfilter"] and not mapped["spamfilter voor gasten"]


def test_all_measures_of_both_sources_and_the_model_are_mapped() -> None:
    counted = {name: [len(category.measures) for category in categories(edition(name))] for name in EDITIONS}
    assert (
        counted["123meekijken/ongedateerd"] == [6, 11, 8, 4, 3, 6, 10]
        and sum(counted["123meekijken/ongedateerd"]) == 48
    )
    assert counted["mickcom/1.5"] == [1, 2, 1]
    for name in EDITIONS:
        for measure in measures_of(edition(name)):
            assert measure.goals or measure.controls or measure.concepts, f"{name}: {measure.text.plain}"


def test_each_row_of_a_table_is_a_measure(copy: Path) -> None:
    path = copy / "annexes/mickcom/bijlage-2/1.5.md"
    text, found, _ = path.read_text("utf-8").partition(
        "De dienstverlening van VERWERKER voorziet in incidentenbeheer, regulier"
    )
    assert found
    path.write_text(
        f"{text}| Nr | Maatregel |\n| --- | --- |\n| 1 | beheer van incidenten |\n| 2 | opsporen van zwakke plekken "
        f"|\n",
        "utf-8",
    )
    (*_, last) = categories(edition("mickcom/1.5", copy))
    assert [measure.text.plain for measure in last.measures] == ["beheer van incidenten", "opsporen van zwakke plekken"]
    page = shown("maatregelen", copy)
    assert "noemt 5 maatregelen in 3 categorieën" in page and "opsporen van zwakke plekken" in page


def test_the_standards_are_complete() -> None:
    numbers = [control.split(".")[1:] for control in CONTROLS]
    assert {theme: sum(number[0] == theme for number in numbers) for theme in "5678"} == {
        "5": 37,
        "6": 8,
        "7": 14,
        "8": 34,
    }
    assert [int(number[1]) for number in numbers if number[0] == "7"] == list(range(1, 15))
    assert len(demands()) == 14 and set(demand_parts("28.3.d")) == {
        part for name in ("28.2", "28.4") for part in demand_parts(name)
    }
    assert broader("MultiFactorAuthentication") == (
        "AuthenticationProtocols",
        "TechnicalMeasure",
        "TechnicalOrganisationalMeasure",
    )
    assert all(broader(name)[-1] == "TechnicalOrganisationalMeasure" for name in concepts() if broader(name))


@pytest.mark.parametrize("name", EDITIONS)
def test_the_data_keeps_its_schemas(name: str) -> None:
    files = overview_files(name)
    for file in ("maatregelen.json", "avg-28.json"):
        schema(file).validate(json.loads(files[file]))


def test_what_changed_is_in_the_data_with_its_reason() -> None:
    found: dict[str, Any] = json.loads(overview_files("voorbeeld/2.0")["maatregelen.json"])["changes"]
    assert found["from"] == "1.2"
    gone = [change for change in found["changes"] if change["kind"] == "removed"]
    assert [change["from_text"] for change in gone] == ["verplichte wijziging van wachtwoorden om de negentig dagen"]
    assert gone[0]["why"].startswith("Verplicht wijzigen leidt tot zwakkere wachtwoorden")
    assert json.loads(overview_files("voorbeeld/2.1")["maatregelen.json"])["changes"] == {"from": "2.0", "changes": []}
    assert json.loads(overview_files("voorbeeld/1.0")["maatregelen.json"])["changes"] == {"from": None, "changes": []}


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf"), "a spreadsheet knows UTF-8 by its mark"
    assert re.search(rb"(?<!\r)\n", re.sub(rb'"[^"]*"', b"", data)) is None, "RFC 4180 ends a record with CR LF"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_csv_holds_every_measure_and_every_part_of_a_demand() -> None:
    files = overview_files("123meekijken/ongedateerd")
    measures = rows(files["maatregelen.csv"])
    assert [row["maatregel"] for row in measures] == [
        measure.text.plain for measure in measures_of(edition("123meekijken/ongedateerd"))
    ]
    assert measures[9]["iso_27001_2022"] == "A.8.5" and measures[9]["dpv"] == "MultiFactorAuthentication"
    assert len(rows(files["avg-28.csv"])) == sum(len(demand_parts(demand.id)) for demand in demands())
    (register,) = rows(files["avg-30.csv"])
    assert register["verwerker"] == "123meekijken" and register["verwerkingsverantwoordelijke"] == ""
    assert (
        "Fysieke toegangscontrole" in register["maatregelen"]
        and "communicatie-oplossingen" in register["categorieen_verwerkingen"]
    )


# As typed, wide, small, raised, and behind what is not seen.
FORMULAS = (
    "=1+1|+31 20|-1|@SUM(A1)|\t=1|\r=1| =1|＝1|＋1|－1|＠A1|﹦1|﹢1|﹣1|﹫A1|⁺1"
    "|\u22121|\u00a0=1|\ufeff=1|\u200b ＝1|\n+1|\x00=1"
)


@pytest.mark.parametrize("value", FORMULAS.split("|"))
def test_no_value_is_a_formula(value: str) -> None:
    (row,) = rows(as_csv(["a"], [[value]]))
    assert row["a"] == f"'{value}"


@pytest.mark.parametrize("value", ["1=1", "a+b", "(a)", "'t Gooi", "– a", "2-3", "", "é=1"])
def test_what_is_none_stays_as_it_is(value: str) -> None:
    (row,) = rows(as_csv(["a", "b"], [[value, ""]]))
    assert row["a"] == value


def test_csv_keeps_quotes_lines_and_strange_letters() -> None:
    strange = 'a "b", c\nd; é 🙂 \u05d0'
    assert rows(as_csv(["a", "b"], [[strange, ""]])) == [{"a": strange, "b": ""}]


QUERY = """
PREFIX dpv: <https://w3id.org/dpv#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?label WHERE {
  ?agreement a dpv:LegalAgreement ; dpv:hasTechnicalOrganisationalMeasure ?measure .
  ?measure a dpv:%s ; skos:prefLabel ?label .
} ORDER BY ?label
"""


# rdflib's own reader of JSON-LD still uses a class that it calls deprecated.
reads_json_ld = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def asked(graph: rdflib.Graph, kind: str) -> list[str]:
    return [str(label) for (label,) in graph.query(QUERY % kind)]  # type: ignore[misc]


@reads_json_ld
def test_json_ld_answers_a_question_in_dpv() -> None:
    graph = rdflib.Graph().parse(
        data=overview_files("123meekijken/ongedateerd")["maatregelen.jsonld"], format="json-ld"
    )
    assert asked(graph, "AuthenticationProtocols") == [
        "authenticatie door gebruikersnamen/wachtwoorden",
        "meerfactorauthenticatie (2FA)",
    ]
    assert asked(graph, "EncryptionInTransfer") == ["gebruik van SSL-/TLS-verbindingen", "gebruik van VPN-tunnels"]
    assert len(asked(graph, "TechnicalOrganisationalMeasure")) == 48
    labels = {
        str(label.language) for label in graph.objects(None, rdflib.SKOS.prefLabel) if isinstance(label, rdflib.Literal)
    }
    assert labels == {"nl"}


@reads_json_ld
@pytest.mark.parametrize("name", EDITIONS)
def test_json_ld_uses_only_words_that_dpv_has(name: str) -> None:
    graph = rdflib.Graph().parse(data=overview_files(name)["maatregelen.jsonld"], format="json-ld")
    kinds = {str(kind).removeprefix("https://w3id.org/dpv#") for kind in graph.objects(None, rdflib.RDF.type)}
    assert kinds <= {*concepts(), str(rdflib.FOAF.Agent)} and len(
        asked(graph, "TechnicalOrganisationalMeasure")
    ) == len(measures_of(edition(name)))
    addresses = {str(one) for one in graph.subjects(rdflib.RDF.type) if isinstance(one, rdflib.URIRef)}
    assert all(address.startswith(f"{BASE}{name}/") for address in addresses)


PROMISES = {
    "ten minste TLS 1.2": [("TLS", 1.2)],
    "TLSv1.3 en TLS-versie 1.2": [("TLS", 1.3), ("TLS", 1.2)],
    "gecertificeerd volgens ISO/IEC 27001:2022 en NEN-EN-ISO 9001": [("standard", 27001.0), ("standard", 9001.0)],
    "voldoet aan SOC 2 en PCI-DSS": [("standard", "SOC 2"), ("standard", "PCI DSS")],
    "in 2 datacenters of in drie eigen datacentra": [("datacenters", 2.0), ("datacenters", 3.0)],
    "ISO 27001 is een norm uit 2022": [],
    "versleuteld met AES-256, meerfactor-authenticatie en een penetratietest": [
        ("AES", 256.0),
        ("meerfactorauthenticatie", ""),
        ("penetratietest", ""),
    ],
    "geen tweefactorauthenticatie; wel een pentest": [("penetratietest", "")],
    "via het datacenter in Amsterdam, postbus 27001": [],
}


@pytest.mark.parametrize("words", PROMISES)
def test_what_a_clause_promises(words: str) -> None:
    assert [(promise.kind, promise.value) for promise in find_promises(words)] == PROMISES[words]


def test_in_a_list_the_bare_name_of_a_standard_is_a_measure() -> None:
    (promised,), (listed,) = find_promises("gecertificeerd volgens NEN 7510"), find_promises("NEN-7510", listed=True)
    assert promised.kept_by(listed) and not list(find_promises("NEN-7510"))


def test_a_higher_version_keeps_a_promise_and_a_lower_one_does_not() -> None:
    (low,), (high,) = find_promises("TLS 1.2"), find_promises("TLS 1.3")
    assert low.kept_by(high) and not high.kept_by(low)
