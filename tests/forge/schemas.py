"""What the files for a forge may hold: the keys that we use of each format, and no others. Every value is read as a string."""

from __future__ import annotations

from typing import Any

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
    return {"type": "object", "properties": required | (optional or {}), "required": list(required), "additionalProperties": False}


# github.com/SchemaStore: github-workflow and github-action.
PERMISSIONS = keys({}, {"contents": one_of("read", "write"), "pull-requests": one_of("write")})
VARIABLES = every(TEXT, "^[A-Z][A-Z_]*$")
ACTION = {"type": "string", "pattern": r"^(\./\.github/actions/[a-z]+|[\w-]+/[\w-]+@[0-9a-f]{40})$"}
STEP: Schema = {"oneOf": [keys({"uses": ACTION}, {"with": every(TEXT)}), keys({"run": TEXT}, {"env": VARIABLES})]}
INPUT = keys({"description": TEXT, "type": one_of("string"), "required": one_of("true", "false")})
EVENTS = keys(
    {},
    {
        "pull_request": NONE,
        "pull_request_target": keys({"branches": rows(TEXT), "types": rows(one_of("opened", "reopened", "synchronize"))}),
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
COMPOSITE = keys({"name": TEXT, "description": TEXT, "runs": keys({"using": one_of("composite"), "steps": rows(keys({"shell": one_of("bash"), "run": TEXT}))})})

# docs.gitlab.com/ci/yaml
RULES = rows(keys({"if": TEXT}))
SCRIPT = rows(TEXT)
TASK = keys({"rules": RULES, "script": SCRIPT}, {"resource_group": TEXT, "artifacts": keys({"paths": rows(TEXT)})})
ASKED = keys({"description": TEXT, "value": {"type": "string"}}, {"options": rows(TEXT)})
GITLAB = keys(
    {
        "workflow": keys({"rules": RULES}),
        "variables": every({"anyOf": [TEXT, ASKED]}, "^[A-Z][A-Z_]*$"),
        "default": keys({"image": TEXT, "before_script": SCRIPT}),
    },
    {name: TASK for name in ("check", "comment", "new", "freeze", "pages")},
)

# pre-commit.com/#new-hooks
HOOKS = rows(
    keys(
        {"id": TEXT, "name": TEXT, "entry": TEXT, "language": one_of("python")},
        {"description": TEXT, "files": TEXT, "pass_filenames": one_of("true", "false")},
    )
)
