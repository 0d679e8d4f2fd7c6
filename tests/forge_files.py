"""The files for a forge, and what they may hold: the keys that we use of each format, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from clausule.author.workflows import FORGES, workflow_files
from session import HOME

WHEEL = "clausule-0.1.0-py3-none-any.whl"
FILES = {forge: workflow_files(forge, WHEEL, "0" * 64, "click==8.3.1 --hash=sha256:1\n") for forge in FORGES}
GITHUB = {Path(path).stem: text for path, text in FILES["github"].items() if path.startswith(".github/workflows/")}
GITLAB = ".gitlab-ci.yml"
INSTALL = ".github/actions/clausule/action.yml"
ALL = {
    **FILES["github"],
    **FILES["gitlab"],
    **{name: (HOME / name).read_text("utf-8") for name in ("action.yml", ".pre-commit-hooks.yaml")},
}


class _Strict(yaml.BaseLoader):
    """Every value as the string that is written ('on' is a key, not true), and no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        made = super().construct_mapping(node, deep)
        assert len(made) == len(node.value), f"a key stands twice at {node.start_mark}"
        return made


def data(text: str) -> Any:
    """What YAML holds, every value a string."""
    return yaml.load(text, _Strict)


def jobs() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Name, whole and job of each workflow for GitHub."""
    for name, text in GITHUB.items():
        whole = data(text)
        for job in whole["jobs"].values():
            yield name, whole, job


Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
NONE: Schema = {"const": ""}
NUMBER: Schema = {"type": "string", "pattern": "^[0-9]+$"}


def one_of(*values: str) -> Schema:
    return {"enum": list(values)}


def every(schema: Schema, pattern: str = "^[a-z][a-z-]*$") -> Schema:
    """A mapping of names that fit ``pattern``."""
    return {"type": "object", "patternProperties": {pattern: schema}, "additionalProperties": False}


def rows(schema: Schema) -> Schema:
    return {"type": "array", "items": schema, "minItems": 1}


def keys(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    """A mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


# github.com/SchemaStore: github-workflow and github-action.
PERMISSIONS = keys({}, {"contents": one_of("read", "write"), "pull-requests": one_of("write")})
VARIABLES = every(TEXT, "^[A-Z][A-Z_]*$")
ACTION = {"type": "string", "pattern": r"^(\./\.github/actions/[a-z]+|[\w-]+/[\w-]+@[0-9a-f]{40})$"}
STEP: Schema = {"oneOf": [keys({"uses": ACTION}, {"with": every(TEXT)}), keys({"run": TEXT}, {"env": VARIABLES})]}
INPUT = keys({"description": TEXT, "type": one_of("string"), "required": one_of("true", "false")}, {"default": TEXT})
EVENTS = keys(
    {},
    {
        "pull_request": NONE,
        "pull_request_target": keys(
            {"branches": rows(TEXT), "types": rows(one_of("opened", "reopened", "synchronize"))}
        ),
        "push": keys({"branches": rows(TEXT)}),
        "schedule": rows(keys({"cron": {"type": "string", "pattern": r"^\d+ \d+ \* \* \*$"}})),
        "workflow_dispatch": {"anyOf": [NONE, keys({"inputs": every(INPUT)})]},
    },
) | {"minProperties": 1}
JOB = keys({"runs-on": TEXT, "timeout-minutes": NUMBER, "permissions": PERMISSIONS, "steps": rows(STEP)}, {"if": TEXT})
WORKFLOW = keys(
    {"name": TEXT, "on": EVENTS, "permissions": keys({}), "jobs": every(JOB) | {"minProperties": 1}},
    {"concurrency": keys({"group": TEXT}, {"cancel-in-progress": one_of("true")})},
)
COMPOSITE = keys(
    {
        "name": TEXT,
        "description": TEXT,
        "runs": keys({"using": one_of("composite"), "steps": rows(keys({"shell": one_of("bash"), "run": TEXT}))}),
    }
)

# docs.gitlab.com/ci/yaml
RULES = rows(keys({"if": TEXT}))
SCRIPT = rows(TEXT)
TASK = keys({"rules": RULES, "script": SCRIPT}, {"resource_group": TEXT, "artifacts": keys({"paths": rows(TEXT)})})
ASKED = keys({"description": TEXT, "value": {"type": "string"}}, {"options": rows(TEXT)})
PIPELINE = keys(
    {
        "workflow": keys({"rules": RULES}),
        "variables": every({"anyOf": [TEXT, ASKED]}, "^[A-Z][A-Z_]*$"),
        "default": keys({"image": TEXT, "before_script": SCRIPT}),
    },
    {name: TASK for name in ("check", "comment", "import", "new", "freeze", "notice", "pages")},
)

# pre-commit.com/#new-hooks
HOOKS = rows(
    keys(
        {"id": TEXT, "name": TEXT, "entry": TEXT, "language": one_of("python")},
        {"description": TEXT, "files": TEXT, "pass_filenames": one_of("true", "false")},
    )
)


def schema_of(path: str) -> Schema:
    """The schema of the file at ``path``."""
    known = {GITLAB: PIPELINE, ".pre-commit-hooks.yaml": HOOKS}
    return known.get(path) or (COMPOSITE if path.endswith("action.yml") else WORKFLOW)
