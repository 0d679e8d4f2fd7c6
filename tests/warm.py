"""A process that has loaded the program once, and forks for each command.

Half of what a short command takes is loading the program. A command that is run here is a process of its own all the
same, with its own folder, environment, streams and status; it only finds the modules loaded. What it shares with the
others is the seed of Python's hashes: ask for one (``PYTHONHASHSEED``) where the order of a set might show.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import runpy
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import IO, Any

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"  # Apple's libraries do not live through a fork
_STREAMS = ("in", "out", "err")
# What the program loads when it is needed, not when a module of it is loaded.
_LATER = (
    *("babel", "encodings.utf_8_sig", "jsonschema", "markdown.extensions.attr_list"),
    *("markdown.extensions.fenced_code", "markdown.extensions.tables"),
    *("mkdocs.commands.build", "mkdocs.config.defaults", "mkdocs.themes.mkdocs"),
)


def run_warm(
    words: tuple[str, ...], folder: Path, data: bytes, environment: dict[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """``clausule WORDS`` in ``folder``, with ``data`` on standard input and nothing but ``environment``."""
    with tempfile.TemporaryDirectory(prefix="clausule-warm-") as name:
        streams = [Path(name, stream) for stream in _STREAMS]
        streams[0].write_bytes(data)
        order = {"words": words, "folder": str(folder), "environment": environment, "streams": [*map(str, streams)]}
        server = _server(environment["PYTHONPATH"])
        assert server.stdin and server.stdout
        server.stdin.write(json.dumps(order).encode() + b"\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        return subprocess.CompletedProcess(words, status, *(path.read_bytes() for path in streams[1:]))


@cache
def _server(path: str) -> subprocess.Popen[bytes]:
    """The process that forks; it ends with this one."""
    environment = os.environ | {"PYTHONPATH": path, "PYTHONWARNINGS": ""}
    environment.pop("PYTHONHASHSEED", None)
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__).resolve())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    atexit.register(server.communicate)
    return server


def _load() -> None:
    import clausule

    names = [one.name for one in pkgutil.walk_packages(clausule.__path__, "clausule.") if "__main__" not in one.name]
    for name in (*names, *_LATER):
        importlib.import_module(name)
    _compile_templates()
    gc.collect()
    gc.freeze()


def _compile_templates() -> None:
    """Those of the theme, which the program compiles once in a process."""
    from clausule.site.look import theme_folder
    from clausule.site.templates import environment_of

    theme = theme_folder()
    environment = environment_of([theme])
    for path in theme.rglob("*.html"):
        environment.get_template(path.relative_to(theme).as_posix())


def _next_order(orders: IO[bytes], answers: IO[bytes]) -> dict[str, Any] | None:
    """What the process that this function comes back in shall run; nothing in the first, when all is done."""
    while line := orders.readline():
        if not (child := os.fork()):
            order: dict[str, Any] = json.loads(line)
            return order
        _, status = os.waitpid(child, 0)
        answers.write(b"%d\n" % os.waitstatus_to_exitcode(status))
        answers.flush()
    return None


def _become(order: dict[str, Any]) -> None:
    """Makes this process what a new one would be in which somebody gave that command."""
    for number, path in enumerate(order["streams"]):
        stream = os.open(path, os.O_WRONLY | os.O_CREAT if number else os.O_RDONLY, 0o600)
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    tempfile.tempdir = None  # it was where the environment of the first process says
    os.chdir(order["folder"])
    sys.argv = ["clausule", *order["words"]]
    sys.path[0] = order["folder"]  # as 'python -m' has it


if __name__ == "__main__":
    streams = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    _load()
    if order := _next_order(*streams):
        _become(order)
        runpy.run_module("clausule", run_name="__main__", alter_sys=True)
