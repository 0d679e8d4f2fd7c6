"""Agreements whose pages are a few lines of HTML, a repository to publish them in, and eyes to see what came of it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from clausule.publish.plan import EditionBuild, Outcome, Plan
from clausule.publish.publisher import publish

HERE = Path(__file__).resolve().parent
WORKER = HERE / "publish_worker.py"


@dataclass(frozen=True)
class Text:
    """An edition: its words decide its hash, its words, status and theme its pages."""

    agreement: str
    version: str
    words: str = "Verwerker helpt Klant."
    status: str = "in-force"
    theme: str = "grey"
    extra: str = ""  # HTML on the page of article 1

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.words.encode()).hexdigest()

    def build(self, out: Path) -> None:
        (out / "artikel-1").mkdir()
        (out / "assets").mkdir()
        (out / "assets" / f"{self.theme}.css").write_text(f"/* {self.theme} */")
        (out / "overeenkomst.json").write_text(json.dumps({"version": self.version, "sha256": self.sha256}))
        (out / "index.html").write_text(
            f'<link href="assets/{self.theme}.css" rel="stylesheet"><h1>{self.agreement} {self.version}</h1>'
            '<a href="artikel-1/#artikel-1.1">1.1</a> <a href="../">alle versies</a> <a '
            'href="https://example.org/x">elders</a>'
        )
        (out / "artikel-1" / "index.html").write_text(
            f'<link href="../assets/{self.theme}.css" rel="stylesheet"><h2 id="artikel-1">1</h2>'
            f'<p id="artikel-1.1"><a href="#artikel-1.1">1.1</a> {self.words}</p>{self.extra}'
        )


@dataclass(frozen=True)
class Wish:
    """A plan that can be written down as JSON: the editions from old to new, and the one in force of each agreement."""

    texts: tuple[Text, ...]
    current: Mapping[str, str] = field(default_factory=dict)
    site_url: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)

    def plan(self, before_build: Callable[[Text], None] = lambda text: None) -> Plan:
        def edition(text: Text) -> EditionBuild:
            def build(out: Path) -> None:
                before_build(text)
                text.build(out)

            made_from = hashlib.sha256(repr(text).encode()).hexdigest()
            properties = {
                "sha256": text.sha256,
                "input": made_from,
                "status": text.status,
                "frozen": text.status != "concept",
            }
            title = f"{text.version} (25-05-2018)"
            return EditionBuild(
                agreement=text.agreement, version=text.version, title=title, properties=properties, build=build
            )

        whole = hashlib.sha256(
            repr([self.texts, sorted(self.current.items()), sorted(self.aliases.items())]).encode()
        ).hexdigest()
        editions = [edition(text) for text in self.texts]
        return Plan(editions, self.current, whole, self.build_root, self.site_url, aliases=self.aliases)

    def build_root(self, out: Path, parts: Sequence[str]) -> None:
        names = sorted({text.agreement for text in self.texts})
        (out / "index.html").write_text("".join(f'<a href="{name}/">{name}</a>' for name in names))
        (out / "404.html").write_text("niet gevonden")
        for name in names:
            (out / name).mkdir()
            versions = [text.version for text in self.texts if text.agreement == name]
            rows = "".join(f'<li><a href="{version}/artikel-1/#artikel-1.1">{version}</a>' for version in versions)
            copy = self.aliases.get(name, "huidig")
            alias = f'<a href="{copy}/">nu</a>' if name in self.current else ""
            (out / name / "index.html").write_text(rows + alias)

    def as_json(self) -> str:
        return json.dumps({"texts": [asdict(text) for text in self.texts], "current": dict(self.current)})

    @classmethod
    def from_json(cls, text: str) -> Wish:
        data = json.loads(text)
        return cls(tuple(Text(**row) for row in data["texts"]), data["current"])


def wish(*texts: Text, site_url: str = "") -> Wish:
    """The last agreed edition of each agreement is in force."""
    current = {text.agreement: text.version for text in texts if text.status != "concept"}
    return Wish(texts, current, site_url)


OLD = Text("mickcom", "1.4", status="lapsed")
NOW = Text("mickcom", "1.5", "Verwerker helpt Klant terstond.")
OTHER = Text("123meekijken", "ongedateerd", "Partijen kijken mee.")
NEW = Text("mickcom", "1.6", "Verwerker helpt Klant binnen een dag.")
CONCEPT = Text("mickcom", "2.0", "Wellicht.", status="concept")


@dataclass(frozen=True)
class Site:
    """A repository, and what its branch holds."""

    root: Path

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=self.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def publish(self, wanted: Wish | Plan, push: str | None = None, said: list[str] | None = None) -> Outcome:
        plan = wanted.plan() if isinstance(wanted, Wish) else wanted
        return publish(self.root, plan, push=push, progress=said.append if said is not None else lambda words: None)

    @property
    def tip(self) -> str:
        return self.git("rev-parse", "refs/heads/gh-pages")

    @property
    def tree(self) -> str:
        return self.git("rev-parse", "refs/heads/gh-pages^{tree}")

    def files(self) -> set[str]:
        return set(self.git("ls-tree", "-r", "--name-only", "gh-pages").splitlines())

    def read(self, path: str) -> str:
        return self.git("show", f"gh-pages:{path}")

    def listed(self, agreement: str = "mickcom") -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(self.read(f"{agreement}/versions.json"))
        return rows

    def commit(self, files: Mapping[str, str | None], message: str = "by hand") -> None:
        """Somebody changes the branch by hand, in a clone that is thrown away."""
        clone = self.root.parent / f"{self.root.name}-by-hand"
        subprocess.run(["git", "clone", "--quiet", "--branch", "gh-pages", str(self.root), str(clone)], check=True)
        for path, text in files.items():
            file = clone / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        by_hand = Site(clone)
        by_hand.git("add", "--all")
        by_hand.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", message)
        by_hand.git("push", "--quiet", "origin", "gh-pages")
        shutil.rmtree(clone)

    def assert_clean(self) -> None:
        """Nothing is left of a publisher: no reference but branches, no folder, no lock, no damage."""
        assert all(
            name.startswith(("refs/heads/", "refs/remotes/"))
            for name in self.git("for-each-ref", "--format=%(refname)").split()
        )
        folder = self.root / self.git("rev-parse", "--git-common-dir")
        assert {path.name for path in (folder / "clausule").iterdir()} <= {"moving"}
        assert list(folder.rglob("*.lock")) == []
        self.git("fsck", "--no-dangling")


def new_site(root: Path) -> Site:
    root.mkdir(parents=True, exist_ok=True)
    site = Site(root)
    site.git("init", "--quiet", "--initial-branch=main")
    return site


def worker(site: Site, wanted: Wish, *words: str, path: str = "") -> subprocess.Popen[str]:
    """Another publisher, in a process of its own; it begins when its standard input ends."""
    environment = {**os.environ, "PATH": path or os.environ["PATH"], "PYTHONPATH": str(HERE.parents[1] / "scripts")}
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(site.root), wanted.as_json(), *words],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def git_that(folder: Path, at: int, then: str) -> str:
    """A PATH whose ``git`` counts how often it is started, and does ``then`` (shell) the ``at``-th time."""
    real = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    folder.mkdir(parents=True)
    script = folder / "git"
    # Two may start at once: the first that makes the file with a number has it.
    script.write_text(
        f"#!/bin/sh\nset -C\nn=1\nuntil {{ true > {folder}/$n; }} 2>/dev/null; do n=$((n + 1)); done\nset +C\n"
        f'git={real}\nif [ $n -eq {at} ]; then\n:\n{then}\nfi\nexec $git "$@"\n'
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return f"{folder}:{os.environ['PATH']}"


def started(folder: Path) -> int:
    """How often the ``git`` of ``git_that`` was started."""
    return sum(path.name.isdecimal() for path in folder.iterdir())
