"""A server that stands before another, and at some point answers writes itself: a store that is full, or refuses."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from clausule.publish.store import Store


class Failing:
    """Stands before the server and answers writes by itself once it has let ``after`` of them through."""

    def __init__(self, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.after, self.answer = 10**6, (500, "")
        self._monkeypatch = monkeypatch
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *words: object) -> None:
                pass

            def _pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if self.command == "PUT":
                    outer.after -= 1
                if self.command == "PUT" and outer.after < 0:
                    self._say(outer.answer[0], {"Content-Type": "application/xml"}, outer.answer[1].encode())
                    return
                request = Request(server + self.path, body or None, dict(self.headers), method=self.command)
                try:
                    with urlopen(request) as answer:
                        self._say(answer.status, dict(answer.headers), answer.read())
                except HTTPError as error:
                    with error:
                        self._say(error.code, dict(error.headers), error.read())

            def _say(self, status: int, headers: dict[str, str], data: bytes) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() not in ("content-length", "connection", "transfer-encoding", "date", "server"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_PUT = do_POST = do_DELETE = _pass_on

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=[0.05], daemon=True).start()

    def store(self, other: Store) -> Store:
        """The same folder, seen through here."""
        self._monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{self.server.server_port}")
        return Store(other.address)
