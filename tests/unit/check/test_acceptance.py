"""What an author accepts: which finding meets which reason, and what is said of a reason that meets none."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from clausule import check as checking
from clausule.analysis.references import Notes
from clausule.check import AgreementView, View, all_rules, around, check, check_agreement, stands_alone
from clausule.model.dates import Interval
from clausule.model.editions import Agreement, Body, Imprint
from clausule.model.findings import SEVERITIES, Finding
from clausule.model.nodes import Place
from clausule.model.notes import Allowance
from clausule.read import Repository, read_repository
from clausule.read.records import Record, from_json, to_json
from editions import agreement, edition

HEAD = (
    '---\nversion: "1.0"\neffective: 2018-05-25\n{beside}---\n\n## Partijen\n\n1. Voorbeeld B.V., hierna te '
    "noemen “Verwerker”;\n\n2. de klant, hierna te noemen “Klant”.\n"
)
ARTICLE = """---
version: "1.0"
---

# Artikel 1. Opdracht

1.1 Verwerker verwerkt in opdracht van Klant en van VERWERER.

1.2 Verwerker weigert samen met Klant wat VERWERER vraagt.

1.10 VERWERER is geen partij.

a. ook VERWERER niet.
"""


def sources(root: Path, beside: str = "", article: str = ARTICLE) -> Repository:
    folder = root / "docs/proef/1.0"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text(HEAD.format(beside=beside), "utf-8")
    (folder / "artikel-01.md").write_text(article, "utf-8")
    (root / "docs/proef/index.md").write_text("---\ntitle: Proef\npublisher: Voorbeeld B.V.\n---\n\nProef.\n", "utf-8")
    (root / "mkdocs.yml").write_text("site_name: Proef\nsite_url: https://example.org/\n", "utf-8")
    return read_repository(root)


def test_of_what_another_process_read_only_its_sources_and_findings_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words are not read again here: that is what it was given away for."""

    def unread() -> Body:
        raise AssertionError("read here too")

    def elsewhere(crew: None, work: object, shared: object, names: list[str], root: Path) -> list[checking._Seen]:
        return [checking._Seen([], files={f"docs/{name}/index.md": "0" * 64}) for name in names]

    one = replace(edition("1.0"), read=unread)
    monkeypatch.setattr(checking, "by_crew", elsewhere)
    assert check_agreement(agreement(one)) == []
    assert (one.files, one.findings) == ({f"docs/{one.name}/index.md": "0" * 64}, ())


def told(repository: Repository) -> list[str]:
    return [f"{one.rule} {one.at or '-'} {one.words or '-'}: {one.allowed or 'open'}" for one in check(repository)]


def erratum(at: str, words: str) -> str:
    return f"errata:\n  - at: {at}\n    words: {words}\n    should: iets\n    note: Tikfout.\n"


def allowed(rule: str, at: str = "", words: str = "") -> str:
    more = (f"    at: {at}\n" if at else "") + (f"    words: {words}\n" if words else "")
    return f"allow:\n  - rule: {rule}\n{more}    reason: Zo is het.\n"


OPEN = ["undefined-term artikel-1.1 VERWERER: open"]


def test_what_nobody_accepts_is_open(tmp_path: Path) -> None:
    assert told(sources(tmp_path, article=ARTICLE.split("1.2")[0])) == OPEN


@pytest.mark.parametrize(
    ("words", "accepted"),
    [("VERWERER", True), ("en van VERWERER", True), ("Klant", False), ("VERWERE", False)],
)
def test_an_erratum_accepts_a_finding_whose_words_are_in_its_own(words: str, accepted: bool, tmp_path: Path) -> None:
    found = told(sources(tmp_path, erratum("artikel-1.1", words), ARTICLE.split("1.2")[0]))
    assert found == (["undefined-term artikel-1.1 VERWERER: erratum: Tikfout."] if accepted else OPEN)


@pytest.mark.parametrize(
    ("at", "accepted"),
    [("artikel-1.1", True), ("artikel-1", True), ("artikel-1.2", False), ("artikel-1.10", False), ("artikel-2", False)],
)
def test_it_is_about_its_clause_and_what_stands_in_it(at: str, accepted: bool, tmp_path: Path) -> None:
    article = ARTICLE.split("1.2")[0]
    (found,) = (
        one
        for one in told(sources(tmp_path, allowed("undefined-term", at), article))
        if one.startswith("undefined-term")
    )
    assert found.endswith("Zo is het." if accepted else "open")
    article = (
        ARTICLE.replace("Klant en van VERWERER", "Klant").replace("1.2 ", "1.2 Ook dan geldt dit. ").split("1.10")[0]
    )
    (found,) = (
        one
        for one in told(sources(tmp_path, erratum("artikel-1", "VERWERER"), article))
        if one.startswith("undefined-term")
    )
    assert found == "undefined-term artikel-1.2 VERWERER: erratum: Tikfout."


def test_an_erratum_accepts_nothing_in_another_clause(tmp_path: Path) -> None:
    """Though the same words stand in both: it is told once, where it stands first."""
    found = told(sources(tmp_path, erratum("artikel-1.2", "VERWERER")))
    assert [one for one in found if one.startswith("undefined-term")] == OPEN


TENTH = '---\nversion: "1.0"\n---\n\n# Artikel 1. Opdracht\n\n' + "".join(
    f"1.{n} Verwerker helpt Klant.\n\n" for n in range(1, 10)
)
TENTH += "1.10 Verwerker helpt Klant in elk geval bij:\n\na. alles wat VERWERER vraagt.\n"


@pytest.mark.parametrize(
    ("at", "accepted"),
    [("artikel-1", True), ("artikel-1.10", True), ("artikel-1.1", False), ("artikel-1.10-b", False), ("", True)],
)
def test_clause_10_is_not_within_clause_1_though_its_id_begins_the_same(
    at: str, accepted: bool, tmp_path: Path
) -> None:
    (found,) = (
        one for one in told(sources(tmp_path, allowed("undefined-term", at), TENTH)) if one.startswith("undefined-term")
    )
    assert found == f"undefined-term artikel-1.10 VERWERER: {'Zo is het.' if accepted else 'open'}"


@pytest.mark.parametrize(("words", "accepted"), [("VERWERER", True), ("VERWERE", False), ("en van VERWERER", False)])
def test_an_allowance_is_for_exactly_its_words_and_its_rule(words: str, accepted: bool, tmp_path: Path) -> None:
    found = told(sources(tmp_path, allowed("undefined-term", "artikel-1", words), ARTICLE.split("1.2")[0]))
    assert ("undefined-term artikel-1.1 VERWERER: Zo is het." in found) is accepted
    found = told(sources(tmp_path, allowed("almost-defined-term", "", words), ARTICLE.split("1.2")[0]))
    assert OPEN[0] in found


def test_what_the_reader_finds_and_what_is_not_allowable_cannot_be_accepted(tmp_path: Path) -> None:
    rules = all_rules().values()
    by_reader = [one for one in rules if not (one.check_edition or one.check_agreement or one.check_translation)]
    assert not any(rule.allowable for rule in by_reader)
    # What was published or frozen is no opinion, nor what an author wrote beside the text, which he can mend there.
    fixed = {"front-matter", "unreadable-text", "unused-allow", "frozen", "edited-sub-processor"}
    fixed |= {"removed-sub-processor", "notice-record", "explained-nothing", "unknown-control", "unwritten-reason"}
    beside = {rule.id for rule in rules if rule.id.startswith("bad-")}
    assert fixed | beside <= {rule.id for rule in rules if not rule.allowable} and len(beside) > 9
    assert {"undefined-term", "edition-order"} <= {rule.id for rule in rules if rule.allowable}
    (tmp_path / "docs/proef").mkdir(parents=True)
    (tmp_path / "docs/proef/editions.lock").write_text("1.0 sha256:" + "0" * 64 + "\n", "utf-8")
    beside = (
        erratum("artikel-1", "tekst 1.0") + allowed("frozen") + "  - rule: unreadable-text\n    reason: Zo is het.\n"
    )
    found = told(sources(tmp_path, beside, ARTICLE.split("1.2")[0] + "\n> tekst 1.0\n"))
    assert {one.split(" ")[0] for one in found} >= {"frozen", "unreadable-text", "unused-allow"}
    assert not [
        one
        for one in found
        if one.split(" ")[0] in ("frozen", "unreadable-text", "unused-allow") and not one.endswith("open")
    ]


def test_a_reason_that_meets_nothing_is_a_finding_and_says_whether_there_is_such_a_rule(tmp_path: Path) -> None:
    rules = allowed("unused-term", words="Klant") + "  - rule: onbekend\n    reason: Zomaar.\n"
    found = [one for one in check(sources(tmp_path, rules, ARTICLE.split("1.2")[0])) if one.rule == "unused-allow"]
    assert [(str(one.place), one.words) for one in found] == [
        ("docs/proef/1.0/index.md:5:5", "Klant"),
        ("docs/proef/1.0/index.md:8:5", ""),
    ]
    assert "finds nothing here" in found[0].message and "no rule 'onbekend'" in found[1].message
    assert not [one for one in found if one.allowed]


def test_a_fault_in_a_file_of_two_editions_is_one_finding_and_open_until_both_accept_it(tmp_path: Path) -> None:
    sources(tmp_path, allowed("undefined-term"), ARTICLE.split("1.2")[0])
    second = tmp_path / "docs/proef/1.1"
    second.mkdir()
    (second / "artikel-01.md").write_text("{!docs/proef/1.0/artikel-01.md!}\n", "utf-8")

    def found(beside: str) -> list[str]:
        head = HEAD.format(beside=beside).replace('"1.0"', '"1.1"').replace("2018", "2019")
        (second / "index.md").write_text(head, "utf-8")
        return [one for one in told(read_repository(tmp_path)) if one.startswith("undefined-term")]

    assert found("") == OPEN
    assert found(allowed("undefined-term")) == ["undefined-term artikel-1.1 VERWERER: Zo is het."]


def test_findings_come_in_the_order_of_their_places_with_the_severity_of_their_rule(tmp_path: Path) -> None:
    found = check(sources(tmp_path, allowed("unused-term"), ARTICLE.replace("1.2 ", "1.3 ")))
    assert len(found) > 2 and found == sorted(found, key=Finding.sort_key)
    assert {one.severity for one in found} <= set(SEVERITIES)
    assert all(one.severity == all_rules()[one.rule].severity for one in found)
    own = replace(found[0], severity="note", message="een ander")
    repository = replace(read_repository(tmp_path), agreements=(), findings=(own,))
    assert [one.severity for one in check(repository)] == ["note"]


def test_a_rule_is_its_file() -> None:
    rules = all_rules()
    assert list(rules) == sorted(rules)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) and rule.id == name for name, rule in rules.items())
    assert not any(
        "\n" in rule.title or rule.page != rule.page.strip() or rule.page.startswith(rule.title)
        for rule in rules.values()
    )
    # The reader's own rules have no function; the others one at least.
    assert not rules["front-matter"].check_edition and not rules["front-matter"].check_agreement
    assert rules["undefined-term"].check_edition and rules["edition-order"].check_agreement


def test_a_rule_makes_its_findings_of_words_and_of_places() -> None:
    one = edition("1.0", ["Een lid met woorden."])
    told = agreement(one)
    view = View(told, one, Notes(one), Interval(None, None), "bad-link")
    text = one.articles[0].clauses[0].blocks[0].text  # type: ignore[union-attr]
    found = view.at(text, 4, 7, "wat", "hoe")
    assert (found.words, found.at, found.rule, found.message, found.hint, found.place.column) == (
        "lid",
        "artikel-1.1",
        "bad-link",
        "wat",
        "hoe",
        5,
    )
    whole = AgreementView(told, {}, {}, "edition-order")
    for made, rule in (
        (view.here(found.place, "wat", "hoe", words="w", at="a"), "bad-link"),
        (whole.here(found.place, "wat", "hoe", words="w", at="a"), "edition-order"),
    ):
        assert (made.place, made.rule, made.message, made.hint, made.words, made.at) == (
            found.place,
            rule,
            "wat",
            "hoe",
            "w",
            "a",
        )


@pytest.fixture
def two() -> Agreement:
    first, last = (
        replace(edition("1.0", ["Een."]), made_of={"a": "1"}),
        replace(edition("1.1", ["Twee."]), made_of={"b": "2"}),
    )
    return replace(agreement(first, last), lock={"1.0": "f", "1.1": "g"})


def test_what_lies_around_an_edition_is_the_one_before_it_its_lock_and_whether_it_is_the_newest(two: Agreement) -> None:
    first, last = two.editions

    def same(other: Agreement, edition: int) -> bool:
        return around(two, two.editions[edition]) == around(other, other.editions[edition])

    assert same(replace(two, lock=two.lock | {"2.0": "h"}), 1) and not same(replace(two, lock={"1.0": "f"}), 1)
    assert same(replace(two, lock={"1.0": "f"}), 0)
    touched = replace(two, editions=(replace(first, made_of={"a": "3"}), last))
    assert same(touched, 0) and not same(touched, 1)
    later = replace(two, editions=(first, last, edition("1.2", ["Drie."])))
    assert same(later, 0) and not same(later, 1)
    idea = replace(two, editions=(first, last, replace(edition("2.0", ["Idee."]), concept=True)))
    assert same(idea, 1), "a concept is not the newest while another is agreed"
    assert not same(replace(two, meta=replace(two.meta, values={"title": "Anders"})), 0)


def test_an_edition_stands_alone_unless_it_accepts_what_concerns_several(two: Agreement) -> None:
    def accepting(rule: str) -> bool:
        entry = Allowance(rule=rule, at="", words="", reason="Zo.", place=Place("x", 1, 1))
        body = replace(two.editions[0].body, allow=(entry,))
        return stands_alone(replace(two.editions[0], read=lambda: body))

    assert stands_alone(two.editions[0])
    assert accepting("undefined-term") and accepting("onbekend") and not accepting("edition-order")


def test_an_edition_that_passed_is_looked_at_again_only_when_something_around_it_changed(tmp_path: Path) -> None:
    repository = sources(tmp_path, article=ARTICLE.split("1.2")[0])
    (told_agreement,) = repository.agreements
    (one,) = told_agreement.editions
    assert [found.rule for found in check_agreement(told_agreement)] == ["undefined-term"]
    assert check_agreement(told_agreement, {"1.0"}) == []
    passed = around(told_agreement, one)
    for words, expected in ((passed, []), ("other", ["undefined-term"])):
        record = replace(a_record(), passed=words)
        found = check(replace(repository, records={one.name: record}))
        assert [finding.rule for finding in found] == expected


def a_record() -> Record:
    record = Record(
        source="s", included=(), numbered=True, effective=None, until=None, announced=None, concept=False,
        imprint=Imprint(sha256="h", pages=(), frame="f"), passed="",
    )  # fmt: skip
    assert from_json(to_json(record)) == record
    return record


def test_what_concerns_several_editions_is_told_of_one_that_passed_with_what_it_accepts(tmp_path: Path) -> None:
    """The second takes effect before the first, and says why; nothing else is looked at in an edition that passed."""
    sources(tmp_path)
    second = tmp_path / "docs/proef/2.0"
    second.mkdir()
    head = HEAD.replace('"1.0"', '"2.0"').replace("2018", "2017").format(beside=allowed("edition-order"))
    (second / "index.md").write_text(head, "utf-8")
    (second / "artikel-01.md").write_text(ARTICLE.replace('"1.0"', '"2.0"'), "utf-8")
    (agreement,) = read_repository(tmp_path).agreements
    (whole,) = (one for one in check_agreement(agreement) if one.rule == "edition-order")
    (found,) = (one for one in check_agreement(agreement, ("1.0", "2.0")) if one.rule == "edition-order")
    assert found == whole and found.allowed == "Zo is het."
