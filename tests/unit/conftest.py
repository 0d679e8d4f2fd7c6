"""What stands below this folder is a unit by itself: it starts no program and speaks to nobody, so it is quick.

``scripts/test --fast`` runs these tests and no others. What needs git, a browser, a process or the network has its
place in another folder of ``tests``.
"""

from __future__ import annotations

import gc
import socket
import subprocess
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="module")
def nothing_is_started() -> Iterator[None]:
    """A unit that starts something fails, and says where it belongs."""

    def refuse(*args: object, **options: object) -> None:
        raise AssertionError(
            f"a unit starts no program and opens no connection; a test that does stands outside tests/unit: {args[1:]}"
        )

    def refuse_connection(connection: socket.socket, *args: object) -> None:
        """What another test of this process left behind may be who tries: its socket is not left open."""
        connection.close()
        refuse(connection, *args)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess.Popen, "__init__", refuse)
        patch.setattr(socket.socket, "connect", refuse_connection)
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):  # the language of whoever runs the tests is not asked
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="module")
def little_to_collect() -> None:
    """For tests of what collects garbage, as a worker does when it begins: in this process that would look through all
    that the tests before hold, a second each time."""
    gc.freeze()
