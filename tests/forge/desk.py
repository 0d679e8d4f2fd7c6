"""A firm with one small agreement, its desk, and its project on a forge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from standin import PROJECT, StandIn, forge

from clausule.cli.start import cli
from generate import lock_all
from session import Session, small_repository

PAGES = {
    "docs/firma/index.md": "---\ntitle: Verwerkersovereenkomst Firma\npublisher: Firma B.V.\n---\n\nDe overeenkomst van Firma.\n",  # noqa: E501
    "docs/firma/1.0/index.md": '---\nversion: "1.0"\neffective: 2024-01-01\n---\n\nPartijen komen het volgende overeen.\n',  # noqa: E501
    "docs/firma/1.0/artikel-01.md": (
        '---\nversion: "1.0"\n---\n\n# Artikel 1. Beveiliging\n\n1.1 De beveiliging is passend.\n\n1.2 De beveiliging '
        "wordt elk jaar herzien.\n"
    ),
}
ARTICLE = PAGES["docs/firma/1.0/artikel-01.md"].replace('"1.0"', '"1.1"')


@dataclass
class Firm:
    """``desk`` is a checkout of main, as a job has it; its remote, origin, is the project on ``forge``."""

    forge: StandIn
    desk: Session

    def job(self, *words: str, branch: str = "main", token: str | None = None) -> tuple[int, str]:
        """``clausule WORDS`` in a job: exit status, and all that it printed. The token is never among it."""
        return self.run(
            *words, **(self.forge.environment(branch) if token is None else self.forge.environment(branch, token))
        )

    def run(self, *words: str, **environment: str) -> tuple[int, str]:
        """``clausule WORDS`` at the desk, in this process, as there are many of them; what it cannot handle fails the
        test."""
        done = CliRunner(env=environment).invoke(cli, ["--root", str(self.desk.root), *words])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert "geheim" not in done.output
        return done.exit_code, done.output

    def commit(self, words: str) -> None:
        self.desk.git("add", "--all")
        self.desk.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", words)

    def propose(self, number: int, pages: dict[str, str], since: str = "main") -> None:
        """Somebody's pull request that writes ``pages``; the desk is at main again afterwards."""
        self.desk.git("checkout", "--quiet", "--detach", since)
        for path, text in pages.items():
            self.desk.write(path, text)
        self.commit("voorstel")
        self.push("HEAD", self.forge.head(number))
        self.desk.git("checkout", "--quiet", "main")

    def push(self, what: str, ref: str) -> None:
        self.desk.git("push", "--quiet", "--force", str(self.forge.bare), f"{what}:{ref}")

    def on_forge(self, ref: str, path: str) -> str:
        return Session(self.forge.bare).git("show", f"{ref}:{path}")


@contextmanager
def firm(kind: str, folder: Path) -> Iterator[Firm]:
    """A firm on a forge of that kind, with edition 1.0 frozen on main."""
    with forge(kind, folder / "forge") as server:
        root = folder / "desk"
        root.mkdir()
        one = Firm(server, small_repository(root))
        for path, text in PAGES.items():
            one.desk.write(path, text)
        lock_all(root)
        one.commit("teksten")
        one.desk.git("remote", "add", "origin", f"{server.address}/{PROJECT}.git")
        one.push("main", "refs/heads/main")
        yield one


def new_edition(article: str) -> dict[str, str]:
    """Edition 1.1, a concept, with other words in article 1."""
    return {
        "docs/firma/1.1/index.md": '---\nversion: "1.1"\nstatus: concept\n---\n\n{!docs/firma/1.0/index.md!}\n',
        "docs/firma/1.1/artikel-01.md": article,
    }
