"""A publisher's pull request: what it changes, as a comment for GitHub."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from session import Session, copy_of_this_repository

DAY = ("--on", "2026-11-23")
HOSTILE = (
    "13.3 Verwerker wist alles binnen zestig dagen @mickcom/team, #1, GH-12, https://kwaad.example/x, "
    "www.kwaad.example, "
    "a@kwaad.example, $x$ :tada: 0123456789abcdef <img src=x onerror=alert(1)> [klik](javascript:alert(1)) "
    "![x](//kwaad.example)."
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The agreements on main, and a branch with a new edition of voorbeeld."""
    session = copy_of_this_repository(tmp_path_factory.mktemp("proposal"))
    commit(session, "agreements")
    session.git("checkout", "--quiet", "-b", "proposal")
    assert session.run("new", "voorbeeld", "4.0", "--from", "3.0").returncode == 0
    text = (session.root / "docs/voorbeeld/2.0/artikel-13.md").read_text("utf-8")
    text = re.sub(
        r"13\.3 .*?\n\n", f"{HOSTILE}\n\n", text.replace('version: "2.0"', 'version: "4.0"'), count=1, flags=re.S
    )
    session.write("docs/voorbeeld/4.0/artikel-13.md", text)
    terms = (session.root / "docs/voorbeeld/3.0/artikel-01.md").read_text("utf-8")
    session.write(
        "docs/voorbeeld/4.0/artikel-01.md",
        terms.replace('"3.0"', '"4.0"').replace("natuurlijke persoon die", "mens die"),
    )
    measures = (session.root / "annexes/voorbeeld/bijlage-2/3.0.md").read_text("utf-8")
    session.write(
        "annexes/voorbeeld/bijlage-2/4.0.md",
        re.sub(r"- een verklaring omtrent.*\n", "", measures.replace('"3.0"', '"4.0"', 1)),
    )
    session.write("docs/voorbeeld/4.0/bijlage-2.md", "{!annexes/voorbeeld/bijlage-2/4.0.md!}\n")
    commit(session, "proposal")
    return session


def commit(session: Session, words: str) -> None:
    session.git("add", "--all")
    session.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", words)


def test_the_comment(desk: Session) -> None:
    done = desk.run("compare", "--base", "main", *DAY, "--format", "markdown")
    assert done.returncode == 1 and done.stderr == ""
    assert done.stdout.startswith("## Modelverwerkersovereenkomst")
    assert "### Van versie 2\\.1 \\(01\\-01\\-2026\\) naar versie 4\\.0" in done.stdout
    assert done.stdout.count("\n## ") == 0, "only the new edition is compared"
    assert "1 maatregel is ingetrokken: op dat punt is de bescherming minder geworden" in done.stdout
    changed = done.stdout.split("Begrip “Medewerker”")[1].split("####")[0]
    assert "verandert mee: daar wordt dit begrip gebruikt" in changed and "artikel 6\\.2" in changed


def test_nothing_of_a_text_becomes_active(desk: Session) -> None:
    shown = desk.run("compare", "--base", "main", *DAY, "--format", "markdown").stdout
    line = next(row for row in shown.split("\n") if "kwaad" in row)
    for wrong in (
        "@mickcom",
        "#1,",
        "GH-12",
        "https://",
        "www.kwaad",
        "a@kwaad",
        "$x$",
        ":tada:",
        "0123456789abcdef",
        "<img",
        "](j",
        "![x",
    ):
        assert wrong not in line, wrong
    assert set(re.findall(r"<[^>]*>", shown)) <= {
        "<ins>",
        "</ins>",
        "<del>",
        "</del>",
        "<br>",
        "<span>",
        "</span>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
    }
    read = re.sub(r"<[^>]*>", "", line).replace("\\", "").replace("&lt;", "<").replace("&amp;", "&")
    assert HOSTILE.removeprefix("13.3 Verwerker wist ").split("@")[1] in read, "a reader sees every character"


def test_for_a_program(desk: Session) -> None:
    done = desk.run("compare", "voorbeeld", "--base", "main", *DAY, "--format", "json")
    [row] = json.loads(done.stdout)
    assert (row["agreement"], row["edition"], row["before"], row["altered"]) == ("voorbeeld", "4.0", "2.1", False)
    changes = {(change["kind"], change["to"] or change["from"]): change for change in row["comparison"]["changes"]}
    assert "artikel-6.2" in changes["changed", "begrip-medewerker"]["used_by"]
    assert changes["removed", "bijlage-2-b-1"]["measure"] == "withdrawn"


def test_a_comment_that_would_be_too_long_is_cut(desk: Session) -> None:
    path = "docs/voorbeeld/4.0/artikel-14.md"
    before = (desk.root / path).read_text("utf-8")
    clauses = "\n\n".join(
        f"14.{number} " + f"Dit is bepaling {number} over geheel iets anders. " * 120 for number in range(1, 30)
    )
    desk.write(path, f'---\nversion: "4.0"\n---\n\n# Artikel 14. Slot\n\n{clauses}\n')
    shown = desk.run("compare", "--base", "main", *DAY, "--format", "markdown").stdout
    desk.write(path, before)
    assert len(shown) <= 65_536
    assert re.search(r"te lang voor een reactie; nog \d+ wijzigingen staan hier niet", shown)
    assert shown.count("<ins>") == shown.count("</ins>") and shown.count("<details>") == shown.count("</details>")


def test_a_comment_fits_whatever_the_names_and_the_number_of_editions(desk: Session) -> None:
    """GitHub refuses a comment of more than 65,536 characters, and then nobody sees what the rest of it changes."""
    title = "&<" * 40_000
    for number in range(40):
        desk.write(f"docs/veel/1.{number}/index.md", f'---\nversion: "1.{number}"\nstatus: concept\n---\n\nWoorden.\n')
    desk.write("docs/veel/index.md", f'---\ntitle: "{title}"\npublisher: Veel\n---\n\nVeel.\n')
    done = desk.run("compare", "veel", "--base", "main", *DAY, "--format", "markdown")
    shutil.rmtree(desk.root / "docs/veel")
    assert done.returncode == 1 and len(done.stdout) <= 65_536
    assert done.stdout.count("## &amp;&lt;") == 20
    assert "Nog 20 versies die verschillen, staan hier niet." in done.stdout


def test_what_is_published_is_damaged(desk: Session) -> None:
    """A file that is no data of an edition counts as another text, and as no fault of the program."""
    desk.git("checkout", "--quiet", "--orphan", "damaged")
    desk.git("reset", "--quiet")
    for version, data in (("1.0", "{"), ("1.1", "[]"), ("1.2", '{"version": "1.2"}'), ("2.0", "[" * 100_000)):
        desk.write(f"damaged/voorbeeld/{version}/overeenkomst.json", data)
    desk.git("--work-tree=damaged", "add", "voorbeeld")
    desk.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "damaged")
    desk.git("checkout", "--quiet", "--force", "proposal")
    done = desk.run("compare", "voorbeeld", "--published", "--branch", "damaged", *DAY, "--format", "json")
    assert done.returncode == 1 and done.stderr == ""
    assert "1.0" in {row["edition"] for row in json.loads(done.stdout)}


def test_a_text_that_was_agreed_is_altered(desk: Session) -> None:
    desk.replace("docs/voorbeeld/1.0/artikel-12.md", "negentig dagen", "honderd dagen")
    shown = desk.run("compare", "--base", "main", *DAY, "--format", "markdown").stdout
    desk.git("checkout", "--quiet", "--", "docs/voorbeeld/1.0/artikel-12.md")
    assert "**Let op: dit is een vastgelegde versie" in shown and "<del>negentig</del><ins>honderd</ins>" in shown


def test_nothing_to_compare(desk: Session) -> None:
    done = desk.run("compare", "mickcom", "--base", "main", "--format", "markdown")
    assert done.returncode == 0 and done.stdout == "Geen versie verschilt van wat er gepubliceerd is.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--base", "nowhere"), "there is no commit 'nowhere' here"),
        (("--base", "--upload-pack=x"), "there is no commit"),
        (("--published", "--branch", "nowhere"), "there is no branch 'nowhere' here"),
        (("--base", "main", "--published"), "give one of them"),
        (("--base", "main", "voorbeld"), "Did you mean 'voorbeeld'?"),
        (("--base", "main", "voorbeeld", "1.0"), "clausule compare [AGREEMENT] --base REF"),
    ],
)
def test_wrong_use(desk: Session, words: tuple[str, ...], said: str) -> None:
    done = desk.run("compare", *words)
    assert done.returncode == 2 and said in done.stderr and done.stdout == ""


def test_beside_what_is_published(desk: Session, tmp_path: Path) -> None:
    """The branch holds the hashes of what is published; the words are those of the sources, which are frozen."""
    from clausule.model.hashes import edition_sha256
    from clausule.read import read_repository

    agreement = next(one for one in read_repository(desk.root).agreements if one.slug == "voorbeeld")
    desk.git("checkout", "--quiet", "--orphan", "site")
    desk.git("reset", "--quiet")
    for edition in agreement.editions:
        if edition.version in ("1.0", "2.0"):
            data = {"version": edition.version, "sha256": edition_sha256(edition)}
            desk.write(f"site/voorbeeld/{edition.version}/overeenkomst.json", json.dumps(data))
    desk.git("--work-tree=site", "add", "voorbeeld")
    desk.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "site")
    desk.git("checkout", "--quiet", "--force", "proposal")
    done = desk.run("compare", "voorbeeld", "--published", "--branch", "site", *DAY, "--format", "json")
    rows = {row["edition"]: row["before"] for row in json.loads(done.stdout)}
    assert rows == {"1.1": "2.0", "1.2": "2.0", "2.1": "2.0", "3.0": "2.0", "3.1": "2.0", "4.0": "2.0"}
