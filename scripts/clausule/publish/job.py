"""The job of a forge (GitHub Actions, GitLab CI) that the program runs in: what its environment says of it, and no
more."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

_PRINTABLE = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """``branch`` is what the job was started on; ``token`` is empty where the job was given none."""

    forge: str
    api: str
    server: str
    project: str
    branch: str
    token: str

    @property
    def remote(self) -> str:
        """The address of the repository for git. A name such as origin may hold another token than ours."""
        return f"{self.server}/{self.project}.git"


def job_of(environ: Mapping[str, str]) -> Job | None:
    """The job, or nothing on any other machine: there a person's git knows who he is."""
    if environ.get("GITHUB_ACTIONS") == "true":
        forge, names = (
            "github",
            ("GITHUB_API_URL", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME", "GITHUB_TOKEN"),
        )
    elif environ.get("GITLAB_CI") == "true":
        forge, names = (
            "gitlab",
            ("CI_API_V4_URL", "CI_SERVER_URL", "CI_PROJECT_PATH", "CI_COMMIT_REF_NAME", "CLAUSULE_TOKEN"),
        )
    else:
        return None
    api, server, project, branch, token = (environ.get(name, "").strip() for name in names)
    # Anything else is no token, and a library that refuses it would show it.
    token = token if _PRINTABLE.fullmatch(token) else ""
    return Job(forge=forge, api=api.rstrip("/"), server=server.rstrip("/"), project=project, branch=branch, token=token)


def git_configuration(environ: Mapping[str, str]) -> dict[str, str]:
    """Variables that give git the token of the job, for its own forge only. Nothing is written down that a later job on
    the same machine could find."""
    job = job_of(environ)
    if job is None or not job.token or not job.server:
        return {}
    user = "x-access-token" if job.forge == "github" else "oauth2"
    secret = base64.b64encode(f"{user}:{job.token}".encode()).decode()
    first = int(environ.get("GIT_CONFIG_COUNT") or 0)
    # The empty one takes away a header that the checkout left: two are refused.
    values = ("", f"Authorization: Basic {secret}")
    found = {"GIT_CONFIG_COUNT": str(first + len(values))}
    for number, value in enumerate(values, first):
        found |= {f"GIT_CONFIG_KEY_{number}": f"http.{job.server}/.extraHeader", f"GIT_CONFIG_VALUE_{number}": value}
    return found
