"""Publishers to a store of objects that are killed at a random moment, alone or two at once: by its index the store has
the site before or one of those after, whole; no first page leads to what is not there; the next run completes."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from clausule.publish.git import Git, begin_repository
from clausule.publish.memory import blob_id

_BUCKET = "soak"
_KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "eu-west-1"}
_WHO = {f"GIT_{role}_{part}": "soak" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}


class Stores:
    """A repository with three publications, each on top of the one before, and a server of a store."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random, self.count, self.number = root / "site", random.Random(seed), 0, 0
        self.sites = [_site(editions) for editions in (3, 5, 6)]
        _write(self.root, self.sites[0])
        begin_repository(self.root, "3 editions")
        git = Git(self.root)
        for site in self.sites[1:]:
            _write(self.root, site)
            git.run("add", "--all")
            git.run("commit", "--quiet", "--no-verify", "--message=more", environment=_WHO)
        self.commits = git.run("rev-list", "--reverse", "HEAD").split()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        words = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
        self.server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.environ.update(_KEYS, AWS_ENDPOINT_URL=self.url)
        self.bucket = self._bucket()
        self._complete("warm", self.commits[0])
        begun = time.monotonic()
        self._complete("warm", self.commits[1])
        self.spent = time.monotonic() - begun

    def __del__(self) -> None:
        self.server.kill()
        self.server.wait()

    def round(self) -> str:
        """One or two publishers at once, killed or not, again and again; then one that is not. Raises
        ``AssertionError`` for a fault."""
        self.number += 1
        folder, seen = f"site-{self.number}", set[int]()
        self._complete(folder, self.commits[0])
        tries = self.random.choice((2, 4, 8))
        for _ in range(tries):
            publishers = [self._publisher(folder, commit) for commit in self._drawn()]
            for each in publishers:
                each.start()
            for each in publishers:
                each.join(self.random.uniform(0, self.spent * len(publishers)))
                if each.pid and each.exitcode is None:
                    os.kill(each.pid, signal.SIGKILL)
                    self.count += 1
                each.join()
                assert each.exitcode in (0, -signal.SIGKILL), f"a publisher ended with {each.exitcode}"
            seen.add(self._state(folder))
        assert sorted(seen)[-1] == self._state(folder), "the site went back"
        self._complete(folder, self.commits[-1])
        assert self._state(folder) == len(self.sites) - 1, "the next run did not complete"
        assert self._pages(folder) == self.sites[-1], "what readers get is not what was published"
        return f"{tries} tries, by the index then publication {sorted(seen)}"

    def _drawn(self) -> list[str]:
        return self.random.choice(([self.commits[1]], [self.commits[2]], [*self.commits[1:]]))

    def _publisher(self, folder: str, commit: str) -> multiprocessing.process.BaseProcess:
        return multiprocessing.get_context("fork").Process(target=_send, args=(self.root, folder, commit))

    def _complete(self, folder: str, commit: str) -> None:
        process = self._publisher(folder, commit)
        process.start()
        process.join()
        assert process.exitcode == 0, "a publisher that nobody killed failed"

    def _state(self, folder: str) -> int:
        """Which publication the store holds, by its index, every file looked at; and no first page is ahead."""
        held = self._held(folder)
        files = json.loads(held[".clausule/index.json"])["files"]
        site = {path: held[f".clausule/files/{oid}"] for path, (oid, _) in files.items()}
        assert all(blob_id(site[path], "sha1") == oid for path, (oid, _) in files.items()), "a file is not as its name"
        assert site in self.sites, "the index tells of no site that was published"
        for page in ("index.html", "firm/index.html"):
            lost = [path for path in held[page].decode().split() if path not in held]
            assert not lost, f"{page} leads to {lost}"
        return self.sites.index(site)

    def _pages(self, folder: str) -> dict[str, bytes]:
        return {path: data for path, data in self._held(folder).items() if not path.startswith(".clausule/")}

    def _held(self, folder: str) -> dict[str, bytes]:
        objects = self.bucket.objects.filter(Prefix=f"{folder}/")
        return {one.key.removeprefix(f"{folder}/"): one.get()["Body"].read() for one in objects}

    def _bucket(self) -> Any:
        import boto3

        for _ in range(600):
            with suppress(URLError):
                urlopen(self.url).close()
                break
            time.sleep(0.1)
        words = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "eu-west-1"}
        found = boto3.resource("s3", endpoint_url=self.url, **words).Bucket(_BUCKET)
        found.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        return found


def _send(root: Path, folder: str, commit: str) -> None:
    from clausule.publish.store import Store
    from clausule.publish.stored import send

    send(root, "gh-pages", commit, Store(f"s3://{_BUCKET}/{folder}"), lambda words: None)


def _site(editions: int) -> dict[str, bytes]:
    """Pages, each of which names in words the files that it leads to."""
    names = [f"firm/{number}/index.html" for number in range(editions)]
    pages = {name: f"edition {name}\n".encode() for name in names}
    pages |= {name.replace("index", "article"): f"article of {name} of {editions}\n".encode() for name in names[-2:]}
    pages["firm/index.html"] = " ".join(names).encode()
    pages["index.html"] = " ".join(["firm/index.html", *names[-1:]]).encode()
    return pages


def _write(root: Path, site: dict[str, bytes]) -> None:
    for path, data in site.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    for file in [*root.glob("firm/*/*.html")]:
        if file.relative_to(root).as_posix() not in site:
            file.unlink()
