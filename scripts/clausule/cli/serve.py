"""The site on this machine: of the sources, built again when one changes, or of the published branch."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from clausule.build.sources import read_sources
from clausule.check import check
from clausule.disk.scratch import scratch_folder
from clausule.language.language import language_of
from clausule.model.addresses import LOST
from clausule.model.dates import current, intervals, status_on
from clausule.model.lookup import AuthoringError
from clausule.publish.files import copy_of_site
from clausule.publish.git import Git
from clausule.read import Repository
from clausule.report.findings import as_text, is_clean, summary

WATCHED = ("docs", "annexes", "overrides", "mkdocs.yml")


class ServeError(AuthoringError):
    """The site cannot be served; the message says why."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Static files as a host serves them: no listings, 404.html for what is not there, nothing in a cache."""

    protocol_version = "HTTP/1.1"
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".json": "application/json",
        ".js": "text/javascript",
        ".woff2": "font/woff2",
    }

    def __init__(self, *args: Any, folder: Callable[[], Path], **kwargs: Any) -> None:
        super().__init__(*args, directory=str(folder()), **kwargs)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / LOST
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """A server to which it is no fault that a browser goes away in the midst of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _server(port: int, folder: Callable[[], Path]) -> Server:
    """A server on this machine only: other machines on the network are not meant to see a draft."""
    try:
        return Server(("localhost", port), functools.partial(_Handler, folder=folder))
    except OSError as error:
        raise ServeError(
            f"port {port} cannot be used: {error.strerror}. Something else may be serving there; choose another: "
            f"--port {port + 1}."
        ) from error


def serve_published(root: Path, port: int, progress: Callable[[str], None], branch: str = "gh-pages") -> None:
    """Serves what is on ``branch`` until the user stops it (Ctrl-C)."""
    tip = Git(root).tip(branch)
    if tip is None:
        raise ServeError(f"there is no branch '{branch}' to serve. Publish first: clausule publish.")
    with scratch_folder() as folder:
        copy_of_site(root, tip, folder)
        with _server(port, lambda: folder) as server:
            progress(f"serving {branch} at http://localhost:{port}/ (Ctrl-C stops)")
            _until_stopped(server)


def serve_sources(root: Path, port: int, day: date, progress: Callable[[str], None]) -> None:
    """Builds the sources and serves them until the user stops it; findings are shown and the last good build stays."""
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    with scratch_folder() as scratch:
        state = {"folder": _rebuild(root, day, scratch, 0, progress) or _empty(scratch)}
        changed, ended = threading.Event(), threading.Event()

        class Changed(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                if event.event_type in ("created", "modified", "moved", "deleted"):
                    changed.set()

        def rebuild() -> None:
            count = 0
            while changed.wait() and not ended.is_set():
                ended.wait(0.3)  # an editor writes several files at once
                changed.clear()
                count += 1
                state["folder"] = _rebuild(root, day, scratch, count, progress) or state["folder"]

        with _server(port, lambda: state["folder"]) as server:
            observer = Observer()
            for name in WATCHED[:3]:
                if (root / name).is_dir():
                    observer.schedule(Changed(), str(root / name), recursive=True)
            observer.start()
            worker = threading.Thread(target=rebuild, daemon=True)
            worker.start()
            progress(f"serving at http://localhost:{port}/ (Ctrl-C stops)")
            try:
                _until_stopped(server)
            finally:
                ended.set()
                changed.set()
                observer.stop()
                observer.join()
                worker.join()


def _rebuild(root: Path, day: date, scratch: Path, count: int, progress: Callable[[str], None]) -> Path | None:
    from clausule.build.folder import build_all
    from clausule.build.site import BuildError

    try:
        repository = read_sources(root)
        findings = check(repository)
        open_ = [finding for finding in findings if not finding.allowed]
        if open_:
            progress(as_text(open_, root, lambda words, _: words))
        progress(summary(findings))
        if any(finding.severity == "error" for finding in open_):
            progress("not built: mend the errors first" + (", what is shown is the last good build" if count else ""))
            return None
        out = scratch / str(count)
        build_all(repository, day, out, progress if count == 0 else lambda words: None)
        progress("built" + ("" if is_clean(findings) else ", with findings"))
        for line in pending(repository, day):
            progress(line)
        return out
    except (BuildError, OSError) as error:
        progress(f"not built: {error}")
        return None


def pending(repository: Repository, day: date) -> list[str]:
    """Of each edition that is still to come, how much is other than in the one in force, and where that is shown."""
    from clausule.compare.remarks import compare_editions
    from clausule.pages.comparison.places import chosen, pair_address

    lines = []
    for agreement in repository.agreements:
        now, spans = current(agreement, day), intervals(agreement)
        for before, edition in pairwise(agreement.editions):
            status = status_on(edition, spans[edition.version], day)
            if not now or status not in ("concept", "announced"):
                continue
            found, _ = compare_editions(agreement, now, edition)
            counts = [f"{n} {kind}" for kind, n in found.kind_counts.items() if n and kind != "unchanged"]
            home = f"{language_of(agreement.language).slugs.compare_home}{chosen(now, edition)}"
            there = f"/{agreement.slug}/{pair_address(now, edition) if before is now else home}"
            words = ", ".join(counts) or "the same words"
            lines.append(f"{edition.name} ({status}) beside {now.version}, in force: {words}; see {there}")
    return lines


def _empty(scratch: Path) -> Path:
    folder = scratch / "empty"
    folder.mkdir()
    (folder / "index.html").write_text(
        '<!doctype html><html lang="en"><title>Nothing built yet</title><p>Nothing was built yet: the terminal says '
        "why.",
        "utf-8",
    )
    return folder


def _until_stopped(server: Server) -> None:
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return
