"""What comes of the files for a forge when they are run: their commands, in the shell of a job, against the
stand-in."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from importlib.metadata import PathDistribution
from pathlib import Path

from desk import ARTICLE, Firm

from clausule.author.program import packed_program
from clausule.author.workflows import PROGRAM, workflow_files
from forge_files import ALL, GITHUB, GITLAB, INSTALL, data
from installed import an_installed_program
from session import HOME, clean_environment


def run_job(firm: Firm, name: str, **inputs: str) -> list[subprocess.CompletedProcess[str]]:
    """Runs the commands of a job until one fails. ``inputs`` are what was filled in at the button."""
    found = []
    for words, variables in _steps(firm, name, inputs):
        done = firm.desk.program(["bash", "-e", "-c", words], **firm.forge.environment() | _path(firm) | variables)
        assert "geheim" not in done.stdout + done.stderr
        found.append(done)
        if done.returncode:
            break
    return found


def _steps(firm: Firm, name: str, inputs: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    if firm.forge.kind == "gitlab":
        job = data(ALL[GITLAB])["pages" if name == "publish" else name]
        for line in job["script"]:
            yield line, {key.upper(): value for key, value in inputs.items()}
        return
    known = {"${{ github.token }}": firm.forge.environment()["GITHUB_TOKEN"], "${{ github.event.number }}": "7"}
    known |= {f"${{{{ inputs.{key} }}}}": value for key, value in inputs.items()}
    [job] = data(GITHUB[name])["jobs"].values()
    for step in job["steps"]:
        if "run" in step:
            # The token of the job is not in the environment of a step that does not name it.
            yield step["run"], {"GITHUB_TOKEN": ""} | {key: known[value] for key, value in step.get("env", {}).items()}


def _path(firm: Firm) -> dict[str, str]:
    """The command on the path, and a folder for what a job leaves."""
    programs = firm.forge.folder / "programs"
    if not programs.is_dir():
        programs.mkdir()
        (programs / "clausule").write_text(f'#!/bin/sh\nexec "{HOME}/.venv/bin/python" -m clausule "$@"\n')
        (programs / "clausule").chmod(0o755)
    return {"PATH": f"{programs}:{clean_environment()['PATH']}", "RUNNER_TEMP": str(firm.forge.folder)}


def merge(firm: Firm) -> None:
    """Somebody looks at what was proposed last, and merges it."""
    pull = firm.forge.pulls[-1]["from"]
    firm.desk.git("fetch", "--quiet", str(firm.forge.bare), pull)
    firm.desk.git("reset", "--quiet", "--hard", "FETCH_HEAD")
    firm.push("main", "refs/heads/main")


def test_a_publisher_without_a_terminal_goes_the_whole_way(ours: Firm) -> None:
    assert all(
        done.returncode == 0 for done in run_job(ours, "new", agreement="firma", version="1.1", **{"from": "1.0"})
    )
    merge(ours)
    # In the browser somebody changes the text, and says why.
    ours.desk.write("docs/firma/1.1/artikel-01.md", ARTICLE.replace("passend", "redelijk"))
    ours.desk.replace(
        "docs/firma/1.1/index.md", "status:", "changes:\n  - at: artikel-1.1\n    why: Zo heet het nu.\nstatus:"
    )
    ours.commit("redelijk")
    checked = run_job(ours, "check")
    assert [done.returncode for done in checked] == [0, 0], checked[-1].stdout + checked[-1].stderr
    ours.push("main", "refs/heads/main")
    frozen = run_job(ours, "freeze", agreement="firma", version="1.1", effective="2025-03-01")
    assert [done.returncode for done in frozen] == [0, 0], frozen[-1].stderr
    assert "effective: 2025-03-01\n" in ours.on_forge("clausule/freeze-firma-1-1", "docs/firma/1.1/index.md")
    merge(ours)
    published = run_job(ours, "publish")
    assert published[-1].returncode == 0, published[-1].stderr
    page = ours.on_forge("gh-pages", "firma/huidig/artikel-1/index.html")
    assert "redelijk" in page
    if ours.forge.kind == "gitlab":
        assert (ours.desk.root / "public/firma/huidig/artikel-1/index.html").read_text("utf-8") == page
        assert not (ours.desk.root / "public/.git").exists()


def test_a_file_that_somebody_uploaded_becomes_a_concept(ours: Firm) -> None:
    ours.desk.write("contract.md", "# Hosting\n\n# Artikel 1. Dienst\n\n1.1 De website is bereikbaar.\n")
    ours.commit("contract")
    done = run_job(ours, "import", file="contract.md", agreement="hosting", version="1.0", tracked="ask")
    assert [one.returncode for one in done] == [0, 0], done[-1].stderr
    assert "1.1 De website is bereikbaar." in ours.on_forge(
        "clausule/import-hosting-1-0", "docs/hosting/1.0/artikel-01.md"
    )


def test_the_comment_of_a_workflow(ours: Firm) -> None:
    ours.propose(7, {"docs/firma/1.0/artikel-01.md": ARTICLE.replace('"1.1"', '"1.0"').replace("passend", "er niet")})
    ours.forge.pulls = [{"number": 7, "iid": 7}]
    [done] = run_job(ours, "comment")
    assert (done.returncode, done.stdout, done.stderr) == (0, "7: written\n", "")
    assert "dit is een vastgelegde versie" in ours.forge.comments[7][0]["body"]


HOSTILE = [
    "$(touch kwaad)",
    "`touch kwaad`",
    "; touch kwaad",
    '"; touch kwaad; "',
    "firma\ntouch kwaad",
    "--help",
    "--root=/",
    "-h",
    "../../kwaad",
    "",
    "${IFS}",
    "a b",
    "*",
]


def test_what_is_filled_in_reaches_the_command_as_it_is(ours: Firm) -> None:
    """A program that tells what it was given stands in for ours."""
    (Path(_path(ours)["PATH"].split(":")[0]) / "clausule").write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
    for words in HOSTILE:
        given = dict.fromkeys(("agreement", "version", "from", "effective", "file", "tracked"), words)
        told = {
            name: [done.stdout.split("\0")[:-1] for done in run_job(ours, name, **given)]
            for name in ("import", "new", "freeze")
        }
        assert told["import"] == [
            ["import", f"--agreement={words}", f"--version={words}", f"--tracked={words}", "--", words],
            ["forge", "propose", f"--title=Import {words} {words}"],
        ]
        assert told["new"] == [
            ["new", f"--from={words}", "--", words, words],
            ["forge", "propose", f"--title=New edition {words} {words}"],
        ]
        assert told["freeze"] == [
            ["freeze", f"--effective={words}", "--", words, words],
            ["forge", "propose", f"--title=Freeze {words} {words}"],
        ]
    assert not (ours.desk.root / "kwaad").exists()


def test_a_command_takes_none_of_it(ours: Firm) -> None:
    for words in HOSTILE:
        for command in (
            ("new", "--from=1.0", "--", words, "1.1"),
            ("new", "--from=1.0", "--", "firma", words),
            ("new", f"--from={words}", "--", "firma", "1.1"),
        ):
            assert ours.run(*command)[0] == 2, command
        for command in (
            ("import", f"--agreement={words}", "--version=1.0", "--", "no-file.docx"),
            ("import", "--agreement=hosting", "--version=1.0", "--", words),
            ("freeze", f"--effective={words}", "--", "firma", "1.0"),
            ("freeze", "--effective=2027-03-01", "--", "firma", words),
        ):
            assert ours.run(*command)[0] == 2, command
    assert ours.desk.git("status", "--porcelain", "--ignored") == ""


# The install, without a network: a wheel that needs nothing.


def test_the_wheel_is_installed_by_its_hash(tmp_path: Path) -> None:
    name, program = packed_program(PathDistribution(an_installed_program(tmp_path / "machine")))
    wheel = tmp_path / PROGRAM / name
    wheel.parent.mkdir()
    wheel.write_bytes(program)
    files = workflow_files("github", name, hashlib.sha256(program).hexdigest(), "")
    (tmp_path / PROGRAM / "requirements.txt").write_text(files[f"{PROGRAM}/requirements.txt"], "utf-8")
    [step] = data(files[INSTALL])["runs"]["steps"]
    environment = clean_environment() | {
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_PATH": str(tmp_path / "path"),
        "PIP_NO_INDEX": "1",
        "PYTHONPATH": "",
    }

    def shell(script: str) -> subprocess.CompletedProcess[str]:
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True)

    done = shell(step["run"])
    assert done.returncode == 0, done.stderr
    folder = (tmp_path / "path").read_text().strip()
    assert shell(f'"{folder}/clausule"').stdout == "de onze\n"
    # Another wheel under the same name.
    (tmp_path / "machine/clausule/__init__.py").write_text("def main(): print('kwaad')")
    wheel.write_bytes(packed_program(PathDistribution(an_installed_program(tmp_path / "machine")))[1])
    shell(f'"{folder}/python" -m pip uninstall --yes clausule')
    done = shell(step["run"].splitlines()[1])
    assert done.returncode != 0 and "DO NOT MATCH THE HASHES" in done.stderr


def test_the_action_of_this_repository_puts_the_command_on_the_path(tmp_path: Path) -> None:
    [step] = data(ALL["action.yml"])["runs"]["steps"]
    environment = clean_environment() | {"GITHUB_ACTION_PATH": str(HOME), "GITHUB_PATH": str(tmp_path / "path")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    folder = (tmp_path / "path").read_text().strip()
    said = subprocess.run(
        [f"{folder}/clausule", "--version"], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.startswith("clausule, version ")
