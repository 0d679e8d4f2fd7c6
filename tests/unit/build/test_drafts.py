"""Drafts with findings are left out when that is all that is wrong, and so are agreed editions that are not frozen."""

from __future__ import annotations

from pathlib import Path

from clausule.build.drafts import without_faulty_drafts, without_unfrozen
from clausule.check import check
from clausule.read import Repository, read_repository, with_words
from clausule.report.findings import is_clean
from rule_examples import example, read_example

BAD = "3.1 Zie artikel 9.9."
CONCEPT = ["docs/voorbeeld/1.1/index.md", "---", 'version: "1.1"', "status: concept", "---", ""]


def read(root: Path, *lines: str, frozen: tuple[str, ...] = ("1.0",)) -> Repository:
    read_example(root, example("case", list(lines)))
    rows = "".join(f"{version} sha256:{'0' * 64}\n" for version in frozen)
    (root / "docs/voorbeeld/editions.lock").write_text(rows, "utf-8")
    return read_repository(root)


def names(repository: Repository) -> list[str]:
    return [edition.name for agreement in repository.agreements for edition in agreement.editions]


def test_where_nothing_is_wrong_nothing_is_left_out(tmp_path: Path) -> None:
    repository = read(tmp_path, frozen=())
    assert is_clean(check(repository))
    assert without_faulty_drafts(repository, check(repository)) == (repository, check(repository), [])


def test_an_edition_that_is_not_frozen_is_a_draft(tmp_path: Path) -> None:
    repository = read(tmp_path, "docs/voorbeeld/1.0/artikel-03.md", BAD, frozen=())
    rest, findings, out = without_faulty_drafts(repository, check(repository))
    assert (rest.agreements, findings, out) == ((), [], ["voorbeeld/1.0"])


def test_what_is_agreed_is_never_left_out(tmp_path: Path) -> None:
    repository = read(tmp_path, "docs/voorbeeld/1.0/artikel-03.md", BAD)
    findings = check(repository)
    assert not is_clean(findings)
    assert without_faulty_drafts(repository, findings) == (repository, findings, [])


def test_a_draft_without_a_finding_stays_when_another_is_left_out(tmp_path: Path) -> None:
    good = ("docs/voorbeeld/1.1/artikel-03.md", 'version: "1.1"', "3.1 Verwerker wist de Gegevens van Klant.")
    repository = read(tmp_path, "docs/voorbeeld/1.0/artikel-03.md", BAD, *CONCEPT, INCLUDED, *good, frozen=())
    rest, findings, out = without_faulty_drafts(repository, check(repository))
    assert (names(rest), findings, out) == (["voorbeeld/1.1"], [], ["voorbeeld/1.0"])


INCLUDED = "{!docs/voorbeeld/1.0/index.md!}"
GONE = "{!annexes/voorbeeld/weg.md!}"


def test_what_the_reader_found_in_drafts_goes_with_them(tmp_path: Path) -> None:
    first, next_ = (f"docs/voorbeeld/{version}/bijlage-1.md" for version in ("1.0", "1.1"))
    lines = (first, GONE, *CONCEPT, next_, GONE, "annexes/voorbeeld/bijlage-1 (removed)")
    repository = with_words(read(tmp_path, *lines, frozen=()))
    assert {one.place.path for one in repository.findings} == {first, next_}
    rest, findings, out = without_faulty_drafts(repository, check(repository))
    assert (rest.findings, findings, out) == ((), [], ["voorbeeld/1.0", "voorbeeld/1.1"])


def test_what_the_reader_found_in_a_file_that_an_agreed_edition_includes_stays(tmp_path: Path) -> None:
    annex = "annexes/voorbeeld/bijlage-1/1.0.md"
    include = f"{{!{annex}!}}"
    repository = read(tmp_path, *CONCEPT, "docs/voorbeeld/1.1/bijlage-1.md", include)
    text = (tmp_path / annex).read_text("utf-8")
    (tmp_path / annex).write_text(text.replace("kind: measures", "kind: measures\nsoort: lijst"), "utf-8")
    repository = with_words(read_repository(tmp_path))
    assert [one.place.path for one in repository.findings] == [annex]
    findings = check(repository)
    assert without_faulty_drafts(repository, findings) == (repository, findings, [])


def test_agreed_editions_that_are_not_frozen_are_named(tmp_path: Path) -> None:
    repository = read(tmp_path, *CONCEPT, frozen=())
    rest, out = without_unfrozen(repository)
    assert (names(rest), out) == (["voorbeeld/1.1"], ["voorbeeld/1.0"])
    repository = read(tmp_path, *CONCEPT)
    rest, out = without_unfrozen(repository)
    assert (names(rest), out) == (["voorbeeld/1.0", "voorbeeld/1.1"], [])
    assert rest.agreements[0] is repository.agreements[0]
