"""A forge to test with: the calls of GitHub's and of GitLab's interface that we make, and git over HTTP, for one
project."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from session import clean_environment

PROJECT = "firma/teksten"
TOKEN = "ghs_geheim0123456789"
OURS = {"github": "github-actions[bot]", "gitlab": "project_1_bot"}
STRANGER = "vreemde"
_MOST_PER_PAGE = 100
_LONGEST = {"github": 65_536, "gitlab": 1_000_000}


@dataclass
class Fault:
    """What is answered to requests whose method and path match ``request``, instead of what was asked."""

    request: str
    status: int
    body: bytes = b'{"message": "no"}'
    headers: dict[str, str] = field(default_factory=dict)


class StandIn(ThreadingHTTPServer):
    """``comments`` by number of pull request; ``pulls`` are the open ones. ``asked`` is each request, as 'METHOD
    path'."""

    def __init__(self, kind: str, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.kind, self.folder = kind, folder
        self.bare = folder / f"{PROJECT}.git"
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.comments: dict[int, list[dict[str, Any]]] = {}
        self.pulls: list[dict[str, Any]] = []
        self.faults: list[Fault] = []
        self.asked: list[str] = []
        subprocess.run(
            ["git", "init", "--quiet", "--bare", "--initial-branch=main", str(self.bare)],
            check=True,
            env=clean_environment(),
        )

    def environment(self, branch: str = "main", token: str = TOKEN) -> dict[str, str]:
        """What a job on ``branch`` finds around it."""
        mine = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
        if self.kind == "github":
            names = {
                "GITHUB_ACTIONS": "true",
                "GITHUB_API_URL": f"{self.address}/api",
                "GITHUB_SERVER_URL": self.address,
            }
            return mine | names | {"GITHUB_REPOSITORY": PROJECT, "GITHUB_REF_NAME": branch, "GITHUB_TOKEN": token}
        names = {"GITLAB_CI": "true", "CI_API_V4_URL": f"{self.address}/api/v4", "CI_SERVER_URL": self.address}
        names |= {"CI_PROJECT_PATH": PROJECT, "CI_COMMIT_REF_NAME": branch, "CLAUSULE_TOKEN": token}
        return mine | names | {"CI_PROJECT_URL": f"{self.address}/{PROJECT}"}

    def head(self, number: int) -> str:
        return f"refs/pull/{number}/head" if self.kind == "github" else f"refs/merge-requests/{number}/head"

    def say(self, number: int, author: str, body: str) -> None:
        """Somebody writes a comment."""
        rows = self.comments.setdefault(number, [])
        who = {"login": author} if self.kind == "github" else {"username": author}
        rows.append({"id": number * 1000 + len(rows), "user" if self.kind == "github" else "author": who, "body": body})

    def by(self, author: str, number: int) -> list[str]:
        """The texts of all comments of one author."""
        return [
            row["body"]
            for row in self.comments.get(number, [])
            if author in (row.get("user") or row.get("author")).values()
        ]


@contextmanager
def forge(kind: str, folder: Path) -> Iterator[StandIn]:
    """A forge that answers for as long as the context is open."""
    with StandIn(kind, folder) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Refusal(Exception):
    def __init__(self, status: int, message: Any) -> None:
        self.status, self.message = status, message


class _Handler(BaseHTTPRequestHandler):
    server: StandIn
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.sent = self.rfile.read(length)
        self.server.asked.append(f"{self.command} {self.path}")
        for fault in self.server.faults:
            if re.match(fault.request, f"{self.command} {self.path}"):
                self._answer(fault.status, fault.body, fault.headers)
                return
        if f"/{PROJECT}.git/" in self.path:
            self._git()
            return
        try:
            found = json.dumps(self._call()).encode()
            self._answer(201 if self.command == "POST" else 200, found)
        except _Refusal as refusal:
            self._answer(refusal.status, json.dumps({"message": refusal.message}).encode())

    do_POST = do_PATCH = do_PUT = do_GET

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _call(self) -> Any:
        forge, address = self.server, urlsplit(self.path)
        given = self.headers.get("Authorization") if forge.kind == "github" else self.headers.get("PRIVATE-TOKEN")
        if given != (f"Bearer {TOKEN}" if forge.kind == "github" else TOKEN):
            raise _Refusal(401, "Bad credentials")
        data = json.loads(self.sent) if self.sent else {}
        here = f"/api/repos/{PROJECT}" if forge.kind == "github" else "/api/v4/projects/firma%2Fteksten"
        if forge.kind == "gitlab" and address.path == "/api/v4/user":
            return {"username": OURS["gitlab"]}
        if not address.path.startswith(here):
            raise _Refusal(404, "Not Found")
        path = address.path.removeprefix(here)
        pulls, one, notes = (
            ("/pulls", "/issues", "comments")
            if forge.kind == "github"
            else ("/merge_requests", "/merge_requests", "notes")
        )
        if path == "":
            return {"default_branch": "main"}
        if path == pulls:
            return self._open(data) if self.command == "POST" else self._page(forge.pulls, address.query)
        if match := re.fullmatch(rf"{one}/(\d+)/{notes}", path):
            if self.command == "GET":
                return self._page(forge.comments.get(int(match[1]), []), address.query)
            self._hold(data)
            forge.say(int(match[1]), OURS[forge.kind], data["body"])
            return {}
        if match := re.fullmatch(
            r"/issues/comments/(\d+)" if forge.kind == "github" else r"/merge_requests/\d+/notes/(\d+)", path
        ):
            if self.command != ("PATCH" if forge.kind == "github" else "PUT"):
                raise _Refusal(404, "Not Found")
            self._hold(data)
            rows = [row for rows in forge.comments.values() for row in rows if row["id"] == int(match[1])]
            rows[0]["body"] = data["body"]  # a job may edit everybody's comments
            return {}
        raise _Refusal(404, "Not Found")

    def _page(self, rows: list[dict[str, Any]], query: str) -> list[dict[str, Any]]:
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        size = min(int(asked.get("per_page", 30)), _MOST_PER_PAGE)
        start = (int(asked.get("page", 1)) - 1) * size
        return rows[start : start + size]

    def _hold(self, data: dict[str, Any]) -> None:
        if not data["body"] or len(data["body"]) > _LONGEST[self.server.kind]:
            raise _Refusal(422, "body is too long")

    def _open(self, data: dict[str, Any]) -> dict[str, Any]:
        forge = self.server
        names = (
            ("head", "base", "body", "html_url")
            if forge.kind == "github"
            else ("source_branch", "target_branch", "description", "web_url")
        )
        known = subprocess.run(
            ["git", "rev-parse", "--verify", "--quiet", data[names[0]]],
            cwd=forge.bare,
            capture_output=True,
            env=clean_environment(),
        )
        if known.returncode or data[names[1]] != "main" or not data["title"]:
            raise _Refusal(422, [{"head": "invalid"}])
        number = len(forge.pulls) + 1
        row = {
            "number": number,
            "iid": number,
            "title": data["title"],
            "from": data[names[0]],
            names[3]: f"{forge.address}/{PROJECT}/{number}",
        }
        forge.pulls.append(row)
        return row

    def _git(self) -> None:
        """git's own program answers, for who gives the token once."""
        forge, address = self.server, urlsplit(self.path)
        user = "x-access-token" if forge.kind == "github" else "oauth2"
        wanted = f"Basic {base64.b64encode(f'{user}:{TOKEN}'.encode()).decode()}"
        if self.headers.get_all("Authorization") != [wanted]:
            self._answer(401, b"", {"WWW-Authenticate": "Basic"})
            return
        environment = clean_environment() | {
            "GIT_PROJECT_ROOT": str(forge.folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": user,
            "REMOTE_ADDR": "127.0.0.1",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": unquote(address.path),
            "QUERY_STRING": address.query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(self.sent)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
        }
        done = subprocess.run(
            ["git", "http-backend"],
            input=self.sent,
            capture_output=True,
            env=environment | {"PATH": os.environ["PATH"]},
        )
        head, _, body = done.stdout.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        status = int(headers.pop("Status", "200").split()[0])
        self._answer(status, body, headers)
