"""The files that a firm gets for its forge: their shape, what they may do, and what comes of them when they are run."""

from __future__ import annotations

import hashlib
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemas
import yaml
from desk import ARTICLE, Firm
from jsonschema import Draft202012Validator

from clausule.author.workflows import FORGES, PROGRAM, workflow_files
from clausule.cli.start import cli
from session import HOME, clean_environment

WHEEL = "clausule-0.1.0-py3-none-any.whl"
FILES = {forge: workflow_files(forge, WHEEL, "0" * 64, "click==8.3.1 --hash=sha256:1\n") for forge in FORGES}
GITHUB = {Path(path).stem: text for path, text in FILES["github"].items() if path.startswith(".github/workflows/")}
ALL = {**FILES["github"], **FILES["gitlab"], **{name: (HOME / name).read_text("utf-8") for name in ("action.yml", ".pre-commit-hooks.yaml")}}


class _Strict(yaml.BaseLoader):
    """Every value as the string that is written ('on' is a key, not true), and no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        made = super().construct_mapping(node, deep)
        assert len(made) == len(node.value), f"a key stands twice at {node.start_mark}"
        return made


def data(text: str) -> Any:
    return yaml.load(text, _Strict)


SCHEMAS = {".gitlab-ci.yml": schemas.GITLAB, ".pre-commit-hooks.yaml": schemas.HOOKS}


@pytest.mark.parametrize("path", [path for path in ALL if path.endswith((".yml", ".yaml"))])
def test_every_file_fits_its_schema(path: str) -> None:
    schema = SCHEMAS.get(path) or (schemas.COMPOSITE if path.endswith("action.yml") else schemas.WORKFLOW)
    Draft202012Validator.check_schema(schema)
    faults = [f"{fault.json_path}: {fault.message}" for fault in Draft202012Validator(schema).iter_errors(data(ALL[path]))]
    assert not faults, faults


def test_the_schemas_take_no_other_key() -> None:
    for path, key in ((".github/workflows/check.yml", "env"), (".gitlab-ci.yml", "include"), ("action.yml", "secrets")):
        schema = SCHEMAS.get(path) or (schemas.COMPOSITE if path == "action.yml" else schemas.WORKFLOW)
        assert list(Draft202012Validator(schema).iter_errors(data(ALL[path]) | {key: "x"}))


def test_files_stand_where_the_forge_looks() -> None:
    assert set(FILES["gitlab"]) == {".gitlab-ci.yml", f"{PROGRAM}/requirements.txt"}
    names = ("check", "comment", "freeze", "new", "publish")
    assert set(FILES["github"]) == {f".github/workflows/{name}.yml" for name in names} | {".github/actions/clausule/action.yml", f"{PROGRAM}/requirements.txt"}


# What a job may do.


def jobs() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Name, whole and job of each workflow for GitHub."""
    for name, text in GITHUB.items():
        whole = data(text)
        for job in whole["jobs"].values():
            yield name, whole, job


RIGHTS = {
    "check": {"contents": "read"},
    "comment": {"contents": "read", "pull-requests": "write"},
    "new": {"contents": "write", "pull-requests": "write"},
    "freeze": {"contents": "write", "pull-requests": "write"},
    "publish": {"contents": "write"},
}
TRIGGERS = {
    "check": ["pull_request", "workflow_dispatch"],
    "comment": ["pull_request_target"],
    "new": ["workflow_dispatch"],
    "freeze": ["workflow_dispatch"],
    "publish": ["push", "schedule", "workflow_dispatch"],
}


def test_rights_and_triggers_are_these() -> None:
    assert {name: job["permissions"] for name, _, job in jobs()} == RIGHTS
    assert {name: list(whole["on"]) for name, whole, _ in jobs()} == TRIGGERS


def test_what_runs_a_pull_request_has_no_secret_and_what_has_one_runs_no_pull_request() -> None:
    check = GITHUB["check"]
    assert "token" not in check and "secrets" not in check and "env:" not in check
    [comment] = [job for name, _, job in jobs() if name == "comment"]
    checkout, install, command = comment["steps"]
    assert checkout["with"] == {"ref": "main", "fetch-depth": "0", "persist-credentials": "false"}
    assert install == {"uses": "./.github/actions/clausule"} and command["run"] == 'clausule forge comment "$NUMBER"'
    # A number cannot be made to say anything else; titles, branches and texts of a pull request can.
    assert command["env"] == {"GITHUB_TOKEN": "${{ github.token }}", "NUMBER": "${{ github.event.number }}"}
    for text in FILES["github"].values():
        assert not re.search(r"workflow_run|artifact@|cache@|secrets\.|head_ref|github\.head|event\.(?!number)", text)


def test_the_checkout_is_whole_and_leaves_no_token_behind() -> None:
    for name, _, job in jobs():
        first = job["steps"][0]
        assert first["uses"].startswith("actions/checkout@")
        assert first["with"] | {"ref": "main"} == {"ref": "main", "fetch-depth": "0", "persist-credentials": "false"}
        assert ("ref" in first["with"]) == (name == "comment")


def test_every_action_of_others_is_a_commit_that_has_a_name_beside_it() -> None:
    used = {line.split("uses: ")[1] for text in ALL.values() for line in text.splitlines() if "- uses: " in line}
    assert used == {"./.github/actions/clausule", "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1  # v7.0.1"}


def test_only_the_step_that_needs_it_gets_the_token() -> None:
    for name, _, job in jobs():
        for step in job["steps"]:
            given = "GITHUB_TOKEN" in step.get("env", {})
            assert given == step.get("run", "").startswith(("clausule forge ", "clausule publish ")), name


EXPRESSIONS = {"${{ github.token }}", "${{ github.event.number }}", *(f"${{{{ inputs.{name} }}}}" for name in ("agreement", "version", "from", "effective"))}


def test_an_expression_stands_in_a_variable_and_never_in_a_command() -> None:
    for _, whole, job in jobs():
        loose = {key: value for key, value in whole.items() if key != "jobs"}
        assert set(re.findall(r"\$\{\{.*?\}\}", str(loose))) <= {"${{ github.event.number }}"}
        for step in job["steps"]:
            outside = {key: value for key, value in step.items() if key != "env"}
            assert "${{" not in str(outside)
            assert set(step.get("env", {}).values()) <= EXPRESSIONS
    assert "${{" not in FILES["github"][".github/actions/clausule/action.yml"] + FILES["gitlab"][".gitlab-ci.yml"] + ALL["action.yml"]


def commands() -> Iterator[str]:
    """Each line that a shell runs."""
    for _, _, job in jobs():
        yield from (line for step in job["steps"] for line in step.get("run", "").splitlines())
    for name in (".github/actions/clausule/action.yml", "action.yml"):
        yield from (line for step in data(ALL[name])["runs"]["steps"] for line in step["run"].splitlines())
    for job in data(ALL[".gitlab-ci.yml"]).values():
        yield from (line for key in ("before_script", "script") if isinstance(job, dict) for line in job.get(key, []))


def test_every_variable_stands_in_quotes_and_values_behind_two_hyphens() -> None:
    for line in commands():
        outside = re.sub(r'"[^"]*"', "", line)
        assert "$" not in outside and "`" not in line, line
        words = line.split()
        for place, word in enumerate(words):
            if re.fullmatch(r'"\$(AGREEMENT|VERSION)"', word):
                assert "--" in words[:place], line


def test_every_command_is_one_of_ours() -> None:
    known = {name for name in cli.list_commands(None)}  # type: ignore[arg-type]
    for line in commands():
        if line.startswith("clausule "):
            assert line.split()[1] in known, line
        else:
            assert re.match(r'python3? -m (venv|pip) |"\$(RUNNER_TEMP|GITHUB_ACTION_PATH)/|echo "', line), line
    entry = data(ALL[".pre-commit-hooks.yaml"])[0]["entry"].split()
    assert entry[0] == "clausule" and entry[1] in known


def test_nothing_is_installed_by_its_name() -> None:
    installs = [line for line in commands() if "pip" in line]
    assert len(installs) == 2
    for line in installs:
        assert "--require-hashes --only-binary :all: -r .clausule/requirements.txt" in line
        assert line.endswith(".txt") or line.endswith('.txt"')
    for forge in FORGES:
        lines = [line for line in FILES[forge][f"{PROGRAM}/requirements.txt"].splitlines() if not line.startswith("#")]
        assert lines == [f"./.clausule/{WHEEL} --hash=sha256:{'0' * 64}", "click==8.3.1 --hash=sha256:1"]


# GitLab: which jobs a pipeline gets.


def gets(**variables: str) -> set[str]:
    """The jobs of a pipeline with these variables; a variable that is not there is equal to nothing."""
    whole = data(ALL[".gitlab-ci.yml"])

    def value(word: str) -> str | None:
        return variables.get(word.removeprefix("$")) if word.startswith("$") else word.strip('"')

    def holds(rule: dict[str, str]) -> bool:
        pairs = [part.split(" == ") for part in rule["if"].split(" && ")]
        return all(value(left) == value(right) for left, right in pairs)

    if not any(map(holds, whole["workflow"]["rules"])):
        return set()
    return {name for name, job in whole.items() if name not in ("workflow", "default", "variables") and any(map(holds, job["rules"]))}


BUTTONS = {"check": {"check"}, "comment": {"comment"}, "new": {"new"}, "freeze": {"freeze"}, "publish": {"pages"}}


def test_a_merge_request_gets_a_check_and_nothing_more() -> None:
    main = {"CI_DEFAULT_BRANCH": "main"}
    assert gets(**main, CI_PIPELINE_SOURCE="merge_request_event", DO="check") == {"check"}
    assert gets(**main, CI_PIPELINE_SOURCE="merge_request_event", DO="publish") == {"check"}
    on_main = {**main, "CI_COMMIT_BRANCH": "main", "DO": "check"}
    assert gets(**on_main, CI_PIPELINE_SOURCE="push") == {"pages"}
    assert gets(**on_main, CI_PIPELINE_SOURCE="schedule") == {"pages", "comment"}
    assert gets(**on_main, CI_PIPELINE_SOURCE="trigger") == {"comment"}
    assert gets(**main, CI_COMMIT_BRANCH="voorstel", CI_PIPELINE_SOURCE="push", DO="check") == set()


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_of_gitlab_does_one_thing_and_writes_from_main_alone(button: str) -> None:
    assert data(ALL[".gitlab-ci.yml"])["variables"]["DO"]["options"] == ["check", "new", "freeze", "publish", "comment"]
    web = {"CI_DEFAULT_BRANCH": "main", "CI_PIPELINE_SOURCE": "web", "DO": button}
    assert gets(**web, CI_COMMIT_BRANCH="main") == BUTTONS[button]
    assert gets(**web, CI_COMMIT_BRANCH="voorstel") == BUTTONS[button] & {"check"}


def test_gitlab_fetches_the_whole_history_and_reads_nothing_of_a_webhook() -> None:
    text = ALL[".gitlab-ci.yml"]
    assert data(text)["variables"]["GIT_DEPTH"] == "0"
    assert not re.search(r"TRIGGER_PAYLOAD|CI_MERGE_REQUEST|CI_JOB_TOKEN|\$CLAUSULE_TOKEN", text)


# What comes of them: the commands of a job, in the shell of the forge, as the runner would run them.


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
        job = data(ALL[".gitlab-ci.yml"])["pages" if name == "publish" else name]
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
    assert all(done.returncode == 0 for done in run_job(ours, "new", agreement="firma", version="1.1", **{"from": "1.0"}))
    merge(ours)
    # In the browser somebody changes the text, and says why.
    ours.desk.write("docs/firma/1.1/artikel-01.md", ARTICLE.replace("passend", "redelijk"))
    ours.desk.replace("docs/firma/1.1/index.md", "status:", "changes:\n  - at: artikel-1.1\n    why: Zo heet het nu.\nstatus:")
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


def test_the_comment_of_a_workflow(ours: Firm) -> None:
    ours.propose(7, {"docs/firma/1.0/artikel-01.md": ARTICLE.replace('"1.1"', '"1.0"').replace("passend", "er niet")})
    ours.forge.pulls = [{"number": 7, "iid": 7}]
    [done] = run_job(ours, "comment")
    assert (done.returncode, done.stdout, done.stderr) == (0, "7: written\n", "")
    assert "dit is een vastgelegde versie" in ours.forge.comments[7][0]["body"]


HOSTILE = ["$(touch kwaad)", "`touch kwaad`", "; touch kwaad", '"; touch kwaad; "', "firma\ntouch kwaad", "--help", "--root=/", "-h", "../../kwaad", "", "${IFS}", "a b", "*"]


def test_what_is_filled_in_reaches_the_command_as_it_is(ours: Firm) -> None:
    """A program that tells what it was given stands in for ours."""
    (Path(_path(ours)["PATH"].split(":")[0]) / "clausule").write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
    for words in HOSTILE:
        given = dict.fromkeys(("agreement", "version", "from", "effective"), words)
        told = {name: [done.stdout.split("\0")[:-1] for done in run_job(ours, name, **given)] for name in ("new", "freeze")}
        assert told["new"] == [["new", f"--from={words}", "--", words, words], ["forge", "propose", f"--title=New edition {words} {words}"]]
        assert told["freeze"] == [["freeze", f"--effective={words}", "--", words, words], ["forge", "propose", f"--title=Freeze {words} {words}"]]
    assert not (ours.desk.root / "kwaad").exists()


def test_a_command_takes_none_of_it(ours: Firm) -> None:
    for words in HOSTILE:
        for command in (("new", "--from=1.0", "--", words, "1.1"), ("new", "--from=1.0", "--", "firma", words), ("new", f"--from={words}", "--", "firma", "1.1")):
            assert ours.run(*command)[0] == 2, command
        for command in (("freeze", f"--effective={words}", "--", "firma", "1.0"), ("freeze", "--effective=2027-03-01", "--", "firma", words)):
            assert ours.run(*command)[0] == 2, command
    assert ours.desk.git("status", "--porcelain", "--ignored") == ""


# The install, without a network: a wheel that needs nothing.


def test_the_wheel_is_installed_by_its_hash(tmp_path: Path) -> None:
    wheel = tmp_path / PROGRAM / WHEEL
    wheel.parent.mkdir()
    info = "clausule-0.1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("clausule.py", "def main():\n    print('de onze')\n")
        packed.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: clausule\nVersion: 0.1.0\n")
        packed.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr(f"{info}/entry_points.txt", "[console_scripts]\nclausule = clausule:main\n")
        packed.writestr(f"{info}/RECORD", "")
    files = workflow_files("github", WHEEL, hashlib.sha256(wheel.read_bytes()).hexdigest(), "")
    (tmp_path / PROGRAM / "requirements.txt").write_text(files[f"{PROGRAM}/requirements.txt"], "utf-8")
    [step] = data(files[".github/actions/clausule/action.yml"])["runs"]["steps"]
    environment = clean_environment() | {"RUNNER_TEMP": str(tmp_path), "GITHUB_PATH": str(tmp_path / "path"), "PIP_NO_INDEX": "1", "PYTHONPATH": ""}

    def shell(script: str) -> subprocess.CompletedProcess[str]:
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True)

    done = shell(step["run"])
    assert done.returncode == 0, done.stderr
    folder = (tmp_path / "path").read_text().strip()
    assert shell(f'"{folder}/clausule"').stdout == "de onze\n"
    # Another wheel under the same name.
    with zipfile.ZipFile(wheel, "a") as packed:
        packed.writestr("kwaad.py", "")
    shell(f'"{folder}/python" -m pip uninstall --yes clausule')
    done = shell(step["run"].splitlines()[1])
    assert done.returncode != 0 and "DO NOT MATCH THE HASHES" in done.stderr


def test_the_action_of_this_repository_puts_the_command_on_the_path(tmp_path: Path) -> None:
    [step] = data(ALL["action.yml"])["runs"]["steps"]
    environment = clean_environment() | {"GITHUB_ACTION_PATH": str(HOME), "GITHUB_PATH": str(tmp_path / "path")}
    done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    folder = (tmp_path / "path").read_text().strip()
    said = subprocess.run([f"{folder}/clausule", "--version"], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.startswith("clausule, version ")
