"""What a job asks of its forge, GitHub or GitLab: comments on a pull request, and a new one. The library's urllib, and
a token that is sent to no other host and never shown."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

from clausule.publish.errors import ForgeRefused, ForgeUnreachable, NoForge, NoToken
from clausule.publish.job import Job, job_of

_SECONDS = 30
_PER_PAGE = 100
_MOST_PAGES = 100
_MOST_BYTES = 20_000_000
_MOST_SAID = 200

MARK = "<!-- clausule: comparison -->"
"""How our comment begins: nobody sees it, and it says which of our comments is this one."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its number, who wrote it, as the forge knows him, and its text."""

    id: int
    author: str
    body: str


class Forge(Protocol):
    """Pull requests, by their number; GitLab calls them merge requests."""

    job: Job

    def default_branch(self) -> str: ...
    def open_pulls(self) -> list[int]: ...
    def head(self, number: int) -> str:
        """The name under which git can fetch what is proposed."""

    def own_name(self) -> str:
        """The ``author`` of comments that are ours."""

    def comments(self, number: int) -> Iterator[Comment]: ...
    def add_comment(self, number: int, body: str) -> None: ...
    def edit_comment(self, number: int, comment: int, body: str) -> None: ...
    def open_pull(self, branch: str, base: str, title: str, body: str) -> str:
        """Opens a pull request of ``branch`` to ``base``, and returns its address."""


def forge_here(environ: Mapping[str, str]) -> Forge:
    """The forge whose job this is. Raises ``NoForge`` on another machine, ``NoToken`` when the job has none."""
    job = job_of(environ)
    if job is None or not (job.api and job.server and job.project):
        raise NoForge
    if not job.token:
        raise NoToken("GITHUB_TOKEN" if job.forge == "github" else "CLAUSULE_TOKEN")
    return _GitHub(job) if job.forge == "github" else _GitLab(job)


def put_comment(forge: Forge, number: int, text: str, *, begin: bool) -> str:
    """Writes ``text`` on a pull request: once, and from then on over that comment. What was done, in a word.

    Where there is no comment yet it is written only when it is worth to ``begin`` with one. A comment is ours when it
    is by us and begins with the mark; anybody can write the mark.
    """
    me = forge.own_name()
    mine = next((one for one in forge.comments(number) if one.author == me and one.body.startswith(MARK)), None)
    body = f"{MARK}\n{text}"
    if mine is None:
        if not begin:
            return "nothing to say"
        forge.add_comment(number, body)
        return "written"
    if mine.body.strip() == body.strip():
        return "said already"
    forge.edit_comment(number, mine.id, body)
    return "edited"


class _GitHub:
    _RIGHTS = (
        "Give the job the right in 'permissions'; for opening pull requests also in Settings, Actions, General: "
        "'Allow GitHub Actions to create and approve pull requests'."
    )

    def __init__(self, job: Job) -> None:
        self.job = job
        headers = {
            "Authorization": f"Bearer {job.token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        self._api = _Api(job, f"{job.api}/repos/{quote(job.project)}", headers, self._RIGHTS)

    def default_branch(self) -> str:
        return str(self._api.call("GET", "")["default_branch"])

    def open_pulls(self) -> list[int]:
        return [int(row["number"]) for row in self._api.rows("/pulls?state=open")]

    def head(self, number: int) -> str:
        return f"refs/pull/{number}/head"

    def own_name(self) -> str:
        return "github-actions[bot]"  # a job's token may not ask who it is, and no person can have this name

    def comments(self, number: int) -> Iterator[Comment]:
        for row in self._api.rows(f"/issues/{number}/comments"):
            yield Comment(int(row["id"]), str((row["user"] or {}).get("login")), str(row["body"] or ""))

    def add_comment(self, number: int, body: str) -> None:
        self._api.call("POST", f"/issues/{number}/comments", {"body": body})

    def edit_comment(self, number: int, comment: int, body: str) -> None:
        self._api.call("PATCH", f"/issues/comments/{comment}", {"body": body})

    def open_pull(self, branch: str, base: str, title: str, body: str) -> str:
        return str(
            self._api.call("POST", "/pulls", {"head": branch, "base": base, "title": title, "body": body})["html_url"]
        )


class _GitLab:
    _RIGHTS = "Give the token in CLAUSULE_TOKEN the scopes api and write_repository, and the role Developer."

    def __init__(self, job: Job) -> None:
        self.job = job
        self._host = _Api(job, job.api, {"PRIVATE-TOKEN": job.token}, self._RIGHTS)
        self._api = _Api(
            job, f"{job.api}/projects/{quote(job.project, safe='')}", {"PRIVATE-TOKEN": job.token}, self._RIGHTS
        )

    def default_branch(self) -> str:
        return str(self._api.call("GET", "")["default_branch"])

    def open_pulls(self) -> list[int]:
        return [int(row["iid"]) for row in self._api.rows("/merge_requests?state=opened")]

    def head(self, number: int) -> str:
        return f"refs/merge-requests/{number}/head"

    def own_name(self) -> str:
        return str(self._host.call("GET", "/user")["username"])

    def comments(self, number: int) -> Iterator[Comment]:
        for row in self._api.rows(f"/merge_requests/{number}/notes?sort=asc&order_by=created_at"):
            yield Comment(int(row["id"]), str(row["author"]["username"]), str(row["body"] or ""))

    def add_comment(self, number: int, body: str) -> None:
        self._api.call("POST", f"/merge_requests/{number}/notes", {"body": body})

    def edit_comment(self, number: int, comment: int, body: str) -> None:
        self._api.call("PUT", f"/merge_requests/{number}/notes/{comment}", {"body": body})

    def open_pull(self, branch: str, base: str, title: str, body: str) -> str:
        data = {
            "source_branch": branch,
            "target_branch": base,
            "title": title,
            "description": body,
            "remove_source_branch": True,
        }
        return str(self._api.call("POST", "/merge_requests", data)["web_url"])


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """urllib would send the token along to wherever it is sent."""

    def redirect_request(self, *_: Any) -> None:
        return None


class _Api:
    """Calls below one address."""

    def __init__(self, job: Job, address: str, headers: dict[str, str], rights: str) -> None:
        self._job, self._address, self._rights = job, address, rights
        self._headers = headers | {"Content-Type": "application/json", "User-Agent": "clausule"}
        self._opener = urllib.request.build_opener(_NoRedirect)

    def rows(self, path: str) -> Iterator[dict[str, Any]]:
        """Every row of a list, page after page. Addresses of pages are ours and not the forge's: see
        ``_NoRedirect``."""
        for page in range(1, _MOST_PAGES + 1):
            rows = self.call("GET", f"{path}{'&' if '?' in path else '?'}per_page={_PER_PAGE}&page={page}")
            yield from rows
            if len(rows) < _PER_PAGE:
                return
        raise ForgeRefused(self._job.forge, 0, f"{path} has more than {_MOST_PAGES * _PER_PAGE} rows", self._rights)

    def call(self, method: str, path: str, data: dict[str, Any] | None = None) -> Any:
        """What the forge answers. Raises ``ForgeRefused`` and ``ForgeUnreachable``."""
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(f"{self._address}{path}", body, self._headers, method=method)
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                return json.loads(answer.read(_MOST_BYTES))
        except urllib.error.HTTPError as error:
            with error:
                raise self._refused(error) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ForgeUnreachable(
                self._job.server, self._without_token(str(getattr(error, "reason", error)))
            ) from None

    def _refused(self, error: urllib.error.HTTPError) -> ForgeRefused:
        try:
            answer = json.loads(error.read(_MOST_BYTES))
            found = [answer[name] for name in ("message", "error", "errors") if answer.get(name)]
            said = "; ".join(one if isinstance(one, str) else json.dumps(one) for one in found)
        except (OSError, http.client.HTTPException, ValueError, AttributeError):
            said = ""
        spent = (
            error.headers.get("x-ratelimit-remaining") == "0"
            or error.headers.get("ratelimit-remaining") == "0"
            or "retry-after" in error.headers
        )
        status = 429 if error.code == 403 and spent else error.code
        return ForgeRefused(self._job.forge, status, self._without_token(said), self._rights)

    def _without_token(self, words: str) -> str:
        readable = "".join(char if char.isprintable() else " " for char in words)
        return readable.replace(self._job.token, "...")[:_MOST_SAID].rstrip(". ")
