"""The files that a firm gets for its forge: their shape, and what they may do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from jsonschema import Draft202012Validator

from clausule.author.workflows import FORGES, PROGRAM
from clausule.cli.start import cli
from forge_files import ALL, FILES, GITHUB, GITLAB, INSTALL, WHEEL, data, jobs, schema_of


@pytest.mark.parametrize("path", [path for path in ALL if path.endswith((".yml", ".yaml"))])
def test_every_file_fits_its_schema(path: str) -> None:
    schema = schema_of(path)
    Draft202012Validator.check_schema(schema)
    faults = [
        f"{fault.json_path}: {fault.message}" for fault in Draft202012Validator(schema).iter_errors(data(ALL[path]))
    ]
    assert not faults, faults


def test_the_schemas_take_no_other_key() -> None:
    for path, key in ((".github/workflows/check.yml", "env"), (GITLAB, "include"), ("action.yml", "secrets")):
        assert list(Draft202012Validator(schema_of(path)).iter_errors(data(ALL[path]) | {key: "x"}))


def test_files_stand_where_the_forge_looks() -> None:
    assert set(FILES["gitlab"]) == {GITLAB, f"{PROGRAM}/requirements.txt"}
    names = ("check", "comment", "freeze", "import", "new", "notice", "publish")
    assert set(FILES["github"]) == {f".github/workflows/{name}.yml" for name in names} | {
        INSTALL,
        f"{PROGRAM}/requirements.txt",
    }


# What a job may do.


RIGHTS = {
    "check": {"contents": "read"},
    "comment": {"contents": "read", "pull-requests": "write"},
    "import": {"contents": "write", "pull-requests": "write"},
    "new": {"contents": "write", "pull-requests": "write"},
    "freeze": {"contents": "write", "pull-requests": "write"},
    "notice": {"contents": "write", "pull-requests": "write"},
    "publish": {"contents": "write"},
}
TRIGGERS = {
    "check": ["pull_request", "workflow_dispatch"],
    "comment": ["pull_request_target"],
    "import": ["workflow_dispatch"],
    "new": ["workflow_dispatch"],
    "freeze": ["workflow_dispatch"],
    "notice": ["workflow_dispatch"],
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
    for path, text in FILES["github"].items():
        assert not re.search(r"workflow_run|artifact@|cache@|head_ref|github\.head|event\.(?!number)", text)
        # The one that mails runs by a button, from main, and not before a variable says where.
        assert ("secrets." in text) == path.endswith("/notice.yml")
    [notice] = [job for name, _, job in jobs() if name == "notice"]
    assert notice["if"] == "github.ref == 'refs/heads/main' && vars.CLAUSULE_SMTP != ''"


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
            needs = ("clausule forge ", "clausule publish ", "clausule notice ")
            assert given == step.get("run", "").startswith(needs), name


EXPRESSIONS = {
    "${{ github.token }}",
    "${{ github.event.number }}",
    *(
        f"${{{{ inputs.{name} }}}}"
        for name in ("agreement", "version", "from", "effective", "announcement", "file", "tracked")
    ),
    *(f"${{{{ vars.CLAUSULE_{name} }}}}" for name in ("SMTP", "FROM")),
    *(f"${{{{ secrets.CLAUSULE_{name} }}}}" for name in ("RECIPIENTS", "SMTP_USER", "SMTP_PASSWORD", "NOTICE_KEY")),
}


def test_an_expression_stands_in_a_variable_and_never_in_a_command() -> None:
    for _, whole, job in jobs():
        loose = {key: value for key, value in whole.items() if key != "jobs"}
        assert set(re.findall(r"\$\{\{.*?\}\}", str(loose))) <= {"${{ github.event.number }}"}
        for step in job["steps"]:
            outside = {key: value for key, value in step.items() if key != "env"}
            assert "${{" not in str(outside)
            assert set(step.get("env", {}).values()) <= EXPRESSIONS
    assert "${{" not in ALL[INSTALL] + ALL[GITLAB] + ALL["action.yml"]


def commands() -> Iterator[str]:
    """Each line that a shell runs."""
    for _, _, job in jobs():
        yield from (line for step in job["steps"] for line in step.get("run", "").splitlines())
    for name in (INSTALL, "action.yml"):
        yield from (line for step in data(ALL[name])["runs"]["steps"] for line in step["run"].splitlines())
    for job in data(ALL[GITLAB]).values():
        yield from (line for key in ("before_script", "script") if isinstance(job, dict) for line in job.get(key, []))


def test_every_variable_stands_in_quotes_and_values_behind_two_hyphens() -> None:
    for line in commands():
        outside = re.sub(r'"[^"]*"', "", line)
        assert "$" not in outside and "`" not in line, line
        words = line.split()
        for place, word in enumerate(words):
            if re.fullmatch(r'"\$(AGREEMENT|VERSION|ANNOUNCEMENT)"', word):
                assert "--" in words[:place], line


def test_every_command_is_one_of_ours() -> None:
    known = cli.list_commands(click.Context(cli))
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
    whole = data(ALL[GITLAB])

    def value(word: str) -> str | None:
        return variables.get(word.removeprefix("$")) if word.startswith("$") else word.strip('"')

    def holds(rule: dict[str, str]) -> bool:
        pairs = [part.split(" == ") for part in rule["if"].split(" && ")]
        return all(value(left) == value(right) for left, right in pairs)

    if not any(map(holds, whole["workflow"]["rules"])):
        return set()
    return {
        name
        for name, job in whole.items()
        if name not in ("workflow", "default", "variables") and any(map(holds, job["rules"]))
    }


BUTTONS = {name: {name} for name in ("check", "comment", "import", "new", "freeze", "notice")} | {"publish": {"pages"}}


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
    buttons = ["check", "import", "new", "freeze", "publish", "comment", "notice"]
    assert data(ALL[GITLAB])["variables"]["DO"]["options"] == buttons
    web = {"CI_DEFAULT_BRANCH": "main", "CI_PIPELINE_SOURCE": "web", "DO": button}
    assert gets(**web, CI_COMMIT_BRANCH="main") == BUTTONS[button]
    assert gets(**web, CI_COMMIT_BRANCH="voorstel") == BUTTONS[button] & {"check"}


def test_gitlab_fetches_the_whole_history_and_reads_nothing_of_a_webhook() -> None:
    text = ALL[GITLAB]
    assert data(text)["variables"]["GIT_DEPTH"] == "0"
    assert not re.search(r"TRIGGER_PAYLOAD|CI_MERGE_REQUEST|CI_JOB_TOKEN|\$CLAUSULE_TOKEN", text)
