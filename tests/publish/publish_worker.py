"""A publisher in a process of its own: ``publish_worker.py REPOSITORY WISH [--kill-at-line N] [--modules]``."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from fakesite import Wish

from clausule.publish.errors import PublishError
from clausule.publish.publisher import publish


def main() -> int:
    repository, wanted, *options = sys.argv[1:]
    lines = 0

    def progress(words: str) -> None:
        nonlocal lines
        lines += 1
        if options[:1] == ["--kill-at-line"] and lines == int(options[1]):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.stdin.read()
    try:
        outcome = publish(Path(repository), Wish.from_json(wanted).plan(), progress=progress)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    if options == ["--modules"]:
        print(sorted(name for name in ("mkdocs", "mike", "jinja2") if name in sys.modules))
    else:
        print(outcome.commit)
    return 0


sys.exit(main())
