"""A firm begins: one command makes its repository, and the next publishes it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from clausule import __version__
from clausule.author import init as init_room
from clausule.author.init import Firm, forge_files, init, upgrade
from clausule.publish.errors import GitFailed
from clausule.read.settings import read_settings
from clausule.read.source import Sources
from session import HOME, Session

FIRM = 'Bakker {x} & "Zn" _B_.V.'
WHEEL = f"clausule-{__version__}-py3-none-any.whl"
OURS = (WHEEL, b"wheel")


def begun(tmp_path: Path, *words: str) -> Session:
    """The repository that ``init`` made, in which nothing is left to commit."""
    done = Session(tmp_path).run("init", "firm", "--publisher", FIRM, *words)
    assert done.returncode == 0, done.stderr
    firm = Session(tmp_path / "firm")
    assert sorted(firm.git("-c", "core.quotePath=false", "ls-files").splitlines()) == sorted(done.stdout.splitlines())
    assert firm.git("status", "--porcelain") == "" and firm.git("log", "--format=%an").strip() == "Clausule"
    return firm


def test_with_the_model_it_is_published_at_once(tmp_path: Path) -> None:
    firm = begun(tmp_path, "--example")
    checked = firm.run("check", "--format", "json")
    assert checked.returncode == 0
    assert {(row["rule"], row["severity"]) for row in json.loads(checked.stdout)} == {("not-filled-in", "note")}
    done = firm.run("publish")
    assert done.returncode == 0 and "http://localhost:8000/verwerkersovereenkomst/1.0/" in done.stdout.splitlines()
    page = firm.git("show", "gh-pages:verwerkersovereenkomst/1.0/index.html")
    assert "Bakker {x} &amp; &#34;Zn&#34; _B_.V." in page or 'Bakker {x} &amp; "Zn" _B_.V.' in page
    # What is not filled in can be shown as a concept, and not be agreed.
    refused = firm.run("freeze", "verwerkersovereenkomst", "1.0", "--effective", "2027-01-01")
    assert refused.returncode == 2 and "finding" in refused.stderr


def test_without_agreements_the_site_says_so(tmp_path: Path) -> None:
    firm = begun(tmp_path)
    assert firm.run("check").returncode == 0
    assert firm.run("publish").returncode == 0
    assert "Er staat hier nog geen overeenkomst." in firm.git("show", "gh-pages:index.html")
    assert firm.run("publish").returncode == 0


def test_its_settings_are_ten_lines_that_the_reader_knows(tmp_path: Path) -> None:
    firm = begun(tmp_path)
    assert len((firm.root / "mkdocs.yml").read_text("utf-8").splitlines()) == 11
    sources = Sources(firm.root)
    found = read_settings(sources)
    assert (found.publisher, found.site_name, found.language, sources.findings) == (
        FIRM,
        f"Overeenkomsten van {FIRM}",
        "nl",
        (),
    )
    # What is commented out is right too, once it is taken in.
    firm.write("mkdocs.yml", (firm.root / "mkdocs.yml").read_text("utf-8").replace("\n    # ", "\n    "))
    firm.write("overrides/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    sources = Sources(firm.root)
    assert read_settings(sources).logo == "overrides/logo.svg" and sources.findings == ()


def test_an_agreement_takes_publisher_and_address_from_the_settings(tmp_path: Path) -> None:
    firm = begun(tmp_path)
    firm.replace("mkdocs.yml", "    # email: privacy@example.org", "    email: avg@bakker.example")
    done = firm.run("new-agreement", "avg", "--title", "Verwerkersovereenkomst")
    assert done.returncode == 0, done.stderr
    page = (firm.root / "docs/avg/index.md").read_text("utf-8")
    assert f"publisher: {json.dumps(FIRM)}" in page and 'contact:\n  email: "avg@bakker.example"\n' in page
    annex = (firm.root / "annexes/avg/bijlage-4/1.0.md").read_text("utf-8")
    assert "aan avg@bakker.example" in annex and "[invullen: e-mailadres]" not in annex
    lists = (firm.root / "annexes/avg/sub-verwerkers.yml").read_text("utf-8")
    assert lists.startswith(
        "# yaml-language-server: $schema=http://localhost:8000/schema/sources/sub-processors.json\n"
    )
    assert firm.run("check").returncode == 0


@pytest.mark.parametrize("what", ["a file", "a folder that holds a file"])
def test_what_is_there_is_left_as_it_is(what: str, tmp_path: Path) -> None:
    path = tmp_path / ("firm" if what == "a file" else "firm/note.txt")
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    done = Session(tmp_path).run("init", "firm", "--publisher", "Bakker")
    assert done.returncode == 2 and "firm holds something, and was left as it is" in done.stderr
    assert path.read_text() == "mine" and len(list(tmp_path.rglob("*"))) == (1 if what == "a file" else 2)


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "firm").mkdir()
    begun(tmp_path, "--forge", "none")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--publisher", "  "), "--publisher needs a name"),
        (("--publisher", "x" * 201), "--publisher needs a name"),
        (("--publisher", "x", "--language", "nll"), "there is no language 'nll'. Did you mean 'nl'?"),
    ],
)
def test_wrong_use_makes_nothing(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = Session(tmp_path).run("init", "firm", *words)
    assert done.returncode == 2 and said in done.stderr and not (tmp_path / "firm").exists()


@pytest.mark.parametrize("was_there", [True, False])
def test_what_could_not_be_made_whole_is_taken_away(
    was_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(folder: Path, message: str) -> None:
        raise GitFailed("init", "no room")

    monkeypatch.setattr(init_room, "begin_repository", fall)
    if was_there:
        (tmp_path / "firm").mkdir()
    with pytest.raises(GitFailed):
        init(tmp_path / "firm", Firm(publisher="Bakker", example=True))
    assert (tmp_path / "firm").exists() is was_there and list(tmp_path.glob("firm/*")) == []


def test_without_git_it_is_said(tmp_path: Path) -> None:
    done = Session(tmp_path).run("init", "firm", "--publisher", "Bakker", PATH="/nonexistent")
    assert done.returncode == 2 and "git cannot be started" in done.stderr and not (tmp_path / "firm").exists()


@pytest.mark.parametrize(("forge", "file"), [("github", ".github/workflows/publish.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_the_workflows_install_the_program_by_its_hash(forge: str, file: str, tmp_path: Path) -> None:
    paths = init(tmp_path / "firm", Firm(publisher=FIRM, forge=forge, program=OURS))
    firm = Session(tmp_path / "firm")
    assert file in paths and (firm.root / file).is_file() and (firm.root / ".clausule" / WHEEL).read_bytes() == b"wheel"
    wanted = (firm.root / ".clausule/requirements.txt").read_text("utf-8")
    # printf wheel | sha256sum
    assert f"./.clausule/{WHEEL} --hash=sha256:ba59926159d2aa256eb8739b" in wanted and "jinja2==" in wanted
    assert "mkdocs" not in wanted and "markdown" not in wanted
    assert firm.run("check").returncode == 0


def test_from_sources_there_are_no_workflows_and_it_is_said(tmp_path: Path) -> None:
    done = Session(tmp_path).run("init", "firm", "--publisher", FIRM)
    assert done.returncode == 0 and "No workflows were written. Clausule runs from its sources here" in done.stderr
    assert not (tmp_path / "firm/.github").exists()
    done = Session(tmp_path / "firm").run("upgrade", "--forge", "gitlab")
    assert (
        done.returncode == 0
        and done.stdout == ""
        and __version__ in done.stderr
        and "runs from its sources" in done.stderr
    )


def test_an_upgrade_renews_what_is_the_programs_and_leaves_the_texts(tmp_path: Path) -> None:
    init(tmp_path / "firm", Firm(publisher=FIRM, forge="github", program=OURS, example=True))
    firm = Session(tmp_path / "firm")
    assert upgrade(firm.root, "", OURS) == []
    firm.write(".github/workflows/check.yml", "old")
    firm.write("docs/index.md", "# Mijn woorden\n")
    newer = "clausule-9.9-py3-none-any.whl"
    changed = [".github/workflows/check.yml", ".clausule/requirements.txt", f".clausule/{newer}", f".clausule/{WHEEL}"]
    assert upgrade(firm.root, "", (newer, b"newer")) == changed
    assert {path.name for path in (firm.root / ".clausule").iterdir()} == {newer, "requirements.txt"}
    assert not (firm.root / ".gitlab-ci.yml").exists()
    assert (firm.root / "docs/index.md").read_text("utf-8") == "# Mijn woorden\n"
    assert ".gitlab-ci.yml" in upgrade(firm.root, "gitlab", (newer, b"newer"))
    assert upgrade(firm.root, "", None) == [] and (firm.root / ".clausule" / newer).is_file()


def test_without_a_forge_or_a_program_there_is_nothing_to_run() -> None:
    assert forge_files("none", OURS) == {} == forge_files("github", None)


def test_a_schema_is_listed_and_printed_and_holds_what_init_writes(tmp_path: Path) -> None:
    import yaml

    session = Session(HOME)
    listed = session.run("schema")
    names = [line.split()[0] for line in listed.stdout.splitlines()]
    assert listed.returncode == 0 and {
        "settings",
        "agreement",
        "edition",
        "article",
        "annex",
        "sub-processors",
        "overeenkomst",
    } <= set(names)
    for name in names:
        jsonschema.Draft202012Validator.check_schema(json.loads(session.run("schema", name).stdout))
    firm = begun(tmp_path)
    settings = yaml.safe_load((firm.root / "mkdocs.yml").read_text("utf-8"))
    jsonschema.validate(settings, json.loads(firm.run("schema", "settings").stdout))
    wrong = session.run("schema", "setings")
    assert wrong.returncode == 2 and "Did you mean 'settings'?" in wrong.stderr


def test_the_site_offers_the_schemas_of_its_sources(tmp_path: Path) -> None:
    firm = begun(tmp_path)
    out = tmp_path / "site"
    assert firm.run("build", "--out", str(out)).returncode == 0
    assert (out / "schema/sources/settings.json").read_bytes() == (
        HOME / "scripts/clausule/read/schema/settings.schema.json"
    ).read_bytes()
    shutil.rmtree(out)
