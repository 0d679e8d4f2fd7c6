"""An author at the terminal: check, explain, references, new, freeze, build."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from session import HOME, Session, small_repository

INDEX = """---
version: "{version}"
effective: {day}
---

# Overeenkomst

## Partijen

1. Voorbeeld B.V., hierna te noemen “Verwerker”;

2. de klant, hierna te noemen “Klant”.
"""
ARTICLE = '---\nversion: "{version}"\n---\n\n# Artikel {number}. {title}\n\n{body}\n'


@pytest.fixture
def author(tmp_path: Path) -> Session:
    """An author with one small agreement, proef, edition 1.0."""
    session = small_repository(tmp_path)
    session.write(
        "docs/proef/index.md", "---\ntitle: Proefovereenkomst\npublisher: Voorbeeld B.V.\n---\n\nEen proef.\n"
    )
    session.write("docs/proef/1.0/index.md", INDEX.format(version="1.0", day="2024-02-01"))
    session.write(
        "docs/proef/1.0/artikel-01.md",
        ARTICLE.format(
            version="1.0",
            number=1,
            title="Gebruik",
            body="1.1 Verwerker helpt Klant.\n\n1.2 Klant betaalt Verwerker volgens artikel 1.1.",
        ),
    )
    return session


def findings(session: Session, *words: str) -> list[dict[str, object]]:
    done = session.run("check", *words, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    result: list[dict[str, object]] = json.loads(done.stdout)
    return result


def test_who_asks_which_commands_there_are_waits_for_nothing_that_one_needs(tmp_path: Path) -> None:
    """A module of commands says what they are called and take; what they do is loaded when one is run."""
    rooms = {f"clausule.{room}" for room in ("author", "cli", "language", "model")}
    program = (
        "import sys; before = set(sys.modules); from clausule.cli.start import cli; "
        "cli(['--help'], standalone_mode=False); "
        "new = {name for name, one in sys.modules.items() if name not in before and hasattr(one, '__file__')}; "
        f"print({{'.'.join(name.split('.')[:2]) for name in new if name.startswith('clausule.')}} - {rooms}, "
        "{name.partition('.')[0] for name in new} - {*sys.stdlib_module_names, 'clausule', 'click'})"
    )
    done = Session(tmp_path).program([sys.executable, "-c", program])
    assert done.returncode == 0 and done.stdout.splitlines()[-1] == "set() set()", done.stdout + done.stderr


@pytest.fixture(scope="module")
def found_here() -> list[dict[str, object]]:
    """What ``check`` finds in the agreements of this repository."""
    return findings(Session(HOME))


def test_the_published_agreements_are_clean_and_say_why(found_here: list[dict[str, object]]) -> None:
    done = Session(HOME).run("check")
    assert done.returncode == 0, done.stdout
    assert re.search(r"no findings; \d+ accepted with a reason|\d+ notes?; \d+ accepted with a reason", done.stderr)
    accepted = [row for row in found_here if row["allowed"]]
    assert accepted and all(len(str(row["allowed"])) > 15 for row in accepted)


# What a lawyer sees in the two texts: where it stands in the sources, found by eye.
TRUE_FINDINGS = [
    ("docs/mickcom/1.5/artikel-03.md", "VERWERER", "undefined-term"),
    ("docs/mickcom/1.5/artikel-03.md", "Opdrachtgever", "undefined-term"),
    ("docs/mickcom/1.5/artikel-01.md", "Overeenkomst", "undefined-term"),
    ("docs/mickcom/1.5/artikel-11.md", "genoemde beperkingen in artikel 11.1", "thing-not-in-target"),
    ("docs/123meekijken/ongedateerd/artikel-01.md", "artikel 4 lid 12 AVG", "missing-provision"),
    ("docs/123meekijken/ongedateerd/artikel-02.md", "bijlage 1", "annex-number-style"),
    ("docs/123meekijken/ongedateerd/artikel-04.md", "Verwerkeringsverantwoordelijke", "almost-defined-term"),
    ("docs/123meekijken/ongedateerd/artikel-04.md", "Verwerkersverantwoordelijke", "almost-defined-term"),
    ("docs/123meekijken/ongedateerd/artikel-03.md", "Verantwoordelijke", "almost-defined-term"),
]


def place_of(path: str, words: str) -> tuple[int, int]:
    """Line and column of the first ``words`` in a file, as an editor counts; they may be broken over lines."""
    text = (HOME / path).read_text("utf-8")
    found = re.search(r"(?<![\w])" + r"\s+".join(map(re.escape, words.split())) + r"(?![\w])", text)
    assert found, (path, words)
    before = text[: found.start()]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("path", "words", "rule"), TRUE_FINDINGS)
def test_the_true_findings_appear_once_at_their_place(
    found_here: list[dict[str, object]], path: str, words: str, rule: str
) -> None:
    rows = [
        row
        for row in found_here
        if row["path"] == path and words in f"{row['words']} {row['message']}" and row["rule"] == rule
    ]
    assert len(rows) == 1, rows
    assert (rows[0]["line"], rows[0]["column"]) == place_of(path, words)


def test_the_wbp_lapsed_on_the_very_day(found_here: list[dict[str, object]]) -> None:
    rows = [row for row in found_here if row["rule"] == "lapsed-act"]
    assert [
        ("Wbp" in str(row["message"]), "25-05-2018" in str(row["message"]))
        for row in rows
        if "Wbp" in str(row["message"])
    ] == [(True, True)]


def test_a_clean_agreement(author: Session) -> None:
    done = author.run("check")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no findings" in done.stderr


def test_a_finding_shows_the_line_and_how_to_mend_it(author: Session) -> None:
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.1", "artikel 1.9")
    done = author.run("check", "proef")
    assert done.returncode == 1
    head, line, caret, hint = done.stdout.splitlines()
    assert head.startswith("docs/proef/1.0/artikel-01.md:9:37: error: ") and head.endswith("[unknown-reference]")
    assert "artikel 1.9" in line and line.index("artikel 1.9") == caret.index("^")
    assert hint.startswith("  hint  ") and "clausule explain unknown-reference" in hint
    assert "1 error" in done.stderr


def test_a_pull_request_sees_findings_beside_its_lines(author: Session) -> None:
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.1", "artikel 1.9")
    done = author.run("check", "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=docs/proef/1.0/artikel-01.md,line=9,col=37,title=unknown-reference::")


def test_a_terminal_is_not_steered_by_a_text(author: Session) -> None:
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.1", "artikel 1.9 \x1b]0;x\x07\u202e")
    done = author.run("check")
    assert done.returncode == 1
    assert not set("\x1b\x07\u202e") & set(done.stdout)


def test_an_allow_needs_a_reason_and_a_finding(author: Session) -> None:
    index = INDEX.format(version="1.0", day="2024-02-01")
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.1", "artikel 1.9")
    author.write(
        "docs/proef/1.0/index.md",
        index.replace(
            "---\n\n#", "allow:\n  - rule: unknown-reference\n    at: artikel-1.2\n    reason: volgt later\n---\n\n#"
        ),
    )
    done = author.run("check")
    assert done.returncode == 0 and "accepted error" in done.stdout and "volgt later" in done.stdout
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.9", "artikel 1.1")
    done = author.run("check")
    assert done.returncode == 1 and "[unused-allow]" in done.stdout
    author.write("docs/proef/1.0/index.md", index.replace("---\n\n#", "allow:\n  - rule: unknown-reference\n---\n\n#"))
    done = author.run("check")
    assert done.returncode == 1 and "'reason' is missing" in done.stdout


def test_an_empty_repository_is_told_what_to_make(tmp_path: Path) -> None:
    session = small_repository(tmp_path)
    assert session.run("check").returncode == 0  # docs/index.md says that there is none yet
    (session.root / "docs/index.md").unlink()
    done = session.run("check")
    assert done.returncode == 1 and "there is no agreement here" in done.stdout


def test_wrong_use_is_one_line_and_2(author: Session) -> None:
    for words, expected in (
        (("check", "proeff"), "Did you mean 'proef'?"),
        (("chek",), "Did you mean 'check'?"),
        (("explain", "undefined-trem"), "Did you mean 'undefined-term'?"),
        (("new", "proef", "1.0", "--from", "1.0"), "is there already"),
        (("new", "proef", "huidig", "--from", "1.0"), "cannot be the address"),
        (("new", "proef", "../x", "--from", "1.0"), "cannot be the address"),
        (("new", "proef", "1.1", "--from", "1.2"), "has no edition '1.2'"),
        (("freeze", "proef", "9"), "has no edition '9'"),
        (("publish", "--on", "31-02-2024"), "write it as 2018-05-25"),
        (("references", "weg.md"), "cannot be read"),
        (("references", "weg.md", "--language", "xx"), "there is no language 'xx'"),
        (("compare", "--files", "weg.md", "weg.md", "--language", "Nl"), "there is no language 'Nl'"),
        (("--root", "weg", "check"), "weg is no folder"),
    ):
        done = author.run(*words)
        assert done.returncode == 2, words
        assert expected in done.stderr, (words, done.stderr)
        assert done.stdout == ""


def test_outside_a_repository(tmp_path: Path) -> None:
    done = Session(tmp_path).run("check")
    assert done.returncode == 2 and "no mkdocs.yml" in done.stderr and "clausule init" in done.stderr
    assert "more: clausule handbook check" in done.stderr
    done = Session(tmp_path).run("--root", ".", "check")
    assert done.returncode == 2 and "there is no mkdocs.yml" in done.stderr and "clausule init" in done.stderr


def test_every_rule_is_explained() -> None:
    session = Session(HOME)
    listed = session.run("explain")
    assert listed.returncode == 0
    names = [line.split()[0] for line in listed.stdout.splitlines()]
    assert {"undefined-term", "unknown-reference", "frozen", "clause-numbering"} <= set(names)
    page = session.run("explain", "undefined-term")
    assert page.returncode == 0 and "Wrong:" in page.stdout and "Right:" in page.stdout


def test_references_of_a_file_and_of_standard_input(author: Session) -> None:
    done = author.run(
        "references", "-", "--format", "json", stdin="Zie artikel 5.3 en bijlage 2, en artikel 28 lid 3 AVG."
    )
    assert done.returncode == 0
    rows = json.loads(done.stdout)
    assert [target for row in rows for target in row["targets"]][:2] == ["artikel-5.3", "bijlage-2"]
    assert any("32016R0679" in target and target.endswith("#028.003") for row in rows for target in row["targets"])
    assert all(set(row) == {"start", "end", "text", "targets"} for row in rows)
    done = author.run("references", "-", stdin=b"\xff")
    assert done.returncode == 2 and "not UTF-8" in done.stderr


def test_a_new_edition_is_a_concept_that_includes_the_old_one(author: Session) -> None:
    done = author.run("new", "proef", "1.1", "--from", "1.0", "--effective", "2025-01-01")
    assert done.returncode == 0
    assert done.stdout.split() == ["docs/proef/1.1/index.md", "docs/proef/1.1/artikel-01.md"]
    assert (author.root / "docs/proef/1.1/artikel-01.md").read_text() == "{!docs/proef/1.0/artikel-01.md!}\n"
    index = (author.root / "docs/proef/1.1/index.md").read_text()
    assert 'version: "1.1"' in index and "effective: 2025-01-01" in index and "status: concept" in index
    assert author.run("check").returncode == 0
    # And a third points at the words, not at the pointer.
    assert author.run("new", "proef", "1.2", "--from", "1.1").returncode == 0
    assert (author.root / "docs/proef/1.2/artikel-01.md").read_text() == "{!docs/proef/1.0/artikel-01.md!}\n"


def test_freezing_and_what_it_forbids(author: Session) -> None:
    done = author.run("freeze", "proef", "1.0")
    assert done.returncode == 0 and re.fullmatch(r"proef/1\.0 sha256:[0-9a-f]{64}\n", done.stdout)
    lock = author.root / "docs/proef/editions.lock"
    assert done.stdout.split()[1] in lock.read_text()
    before = lock.read_text()
    assert author.run("freeze", "proef", "1.0").returncode == 0 and lock.read_text() == before
    # Typography is no other text.
    author.replace("docs/proef/1.0/index.md", "“Klant”", '"Klant"')
    assert author.run("check").returncode == 0
    # A word is.
    author.replace("docs/proef/1.0/artikel-01.md", "helpt", "steunt")
    done = author.run("check")
    assert done.returncode == 1 and "[frozen]" in done.stdout
    done = author.run("freeze", "proef", "1.0")
    assert done.returncode == 2 and "was frozen with another text" in done.stderr and lock.read_text() == before


def test_what_cannot_be_frozen(author: Session) -> None:
    author.run("new", "proef", "1.1", "--from", "1.0", "--effective", "2025-01-01")
    done = author.run("freeze", "proef", "1.1")
    assert done.returncode == 2 and "is a concept" in done.stderr
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.1", "artikel 1.9")
    done = author.run("freeze", "proef", "1.0")
    assert done.returncode == 2 and "artikel-01.md:9:37" in done.stderr
    assert not (author.root / "docs/proef/editions.lock").exists()


def test_a_build_never_overwrites_something_else(author: Session, tmp_path: Path) -> None:
    author.write("out/brief.txt", "bewaren")
    done = author.run("build", "--out", "out")
    assert done.returncode == 2 and "holds something else" in done.stderr
    assert os.listdir(author.root / "out") == ["brief.txt"]


def test_nothing_is_built_from_a_faulty_text(author: Session) -> None:
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.1", "artikel 1.9")
    done = author.run("build", "--out", "out")
    assert done.returncode == 1 and "Nothing was built" in done.stderr and not (author.root / "out").exists()


def test_the_schema_is_the_one_that_the_documentation_names() -> None:
    for name in ("agreement", "edition", "article", "annex"):
        schema = json.loads((HOME / f"scripts/clausule/read/schema/{name}.schema.json").read_text("utf-8"))
        assert schema["additionalProperties"] is False
        assert all(entry.get("description") for entry in schema["properties"].values())


def test_a_page_that_was_not_read_keeps_the_text_from_being_frozen(author: Session) -> None:
    author.write("docs/proef/1.0/artikel-02.MD", "# Artikel 2. Einde\n\n2.1 Klant stopt.\n")
    done = author.run("freeze", "proef", "1.0")
    assert done.returncode == 2 and "artikel-02.MD" in done.stderr
    assert not (author.root / "docs/proef/editions.lock").exists()


def test_a_file_name_does_not_steer_the_log(author: Session) -> None:
    author.write("docs/proef/1.0/x\n::add-mask::a\n\x1b]0;x\x07.md", "x")
    for form in ("text", "github"):
        done = author.run("check", "--format", form)
        assert done.returncode == 1
        assert "\x1b" not in done.stdout and not any(line.startswith("::add-mask") for line in done.stdout.splitlines())


def test_a_reference_to_another_document_is_none_of_ours(author: Session) -> None:
    author.replace("docs/proef/1.0/artikel-01.md", "artikel 1.1.", "artikel 1.1 van de polis en artikel 1.1.")
    assert author.run("build", "--out", "out").returncode == 0
    page = (author.root / "out/proef/1.0/artikel-1/index.html").read_text("utf-8")
    assert page.count('class="ref"') == 1 or page.count('href="#artikel-1.1">artikel 1.1</a>') == 1


def test_what_is_shown_as_title_is_what_is_frozen(author: Session) -> None:
    author.run("freeze", "proef", "1.0")
    author.replace("docs/proef/index.md", "title: Proefovereenkomst", "title: Koopcontract met boete")
    assert author.run("build", "--out", "out").returncode == 0
    page = (author.root / "out/proef/1.0/index.html").read_text("utf-8")
    assert re.search(r"<h1>\s*Overeenkomst", page)
