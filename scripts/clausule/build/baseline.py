"""What the sources are compared with in a pull request: those of another commit, or the editions that are published."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from clausule.disk.scratch import scratch_folder
from clausule.model.addresses import EDITION_DATA
from clausule.model.dates import current
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError
from clausule.publish.files import write_files
from clausule.publish.git import Git
from clausule.publish.trees import Trees
from clausule.read import Repository, read_repository
from clausule.read.settings import SETTINGS
from clausule.read.source import FOLDERS

_MOST_OTHERS = 100


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """An edition of the sources that is new or other than before. ``before`` is what it is compared with: the edition
    in force, else the youngest; None where there was none. ``altered`` says that it is itself an edition that was
    agreed.
    """

    agreement: Agreement
    edition: Edition
    before: Edition | None
    altered: bool


@contextmanager
def repository_at(root: Path, ref: str, most: int | None = None) -> Iterator[Repository]:
    """The texts as they were at ``ref`` (a branch, a tag or a commit), for as long as the context is open, with the
    settings of the work tree.

    Of a commit that a stranger may have made ``most`` bytes are read at most. Raises ``AuthoringError`` when git knows
    no such commit.
    """
    git = Git(root)
    commit = _commit(git, ref)
    if not commit:
        raise AuthoringError(
            f"there is no commit '{ref}' here. In a workflow let actions/checkout fetch it: with fetch-depth: 0, as "
            f"origin/{ref}."
        )
    prefix = git.run("rev-parse", "--show-prefix")
    with scratch_folder() as folder:
        with Trees(git) as trees:
            tree = trees.tree_of(commit)
            for name in FOLDERS:
                node = trees.find(tree, f"{prefix}{name}")
                if node and node.is_folder:
                    write_files(trees, node.oid, folder / name, most)
        if (root / SETTINGS).is_file():
            shutil.copyfile(root / SETTINGS, folder / SETTINGS)
        yield read_repository(folder)


def other_files(root: Path, base: str, head: str) -> list[str]:
    """What differs between two commits outside the folders of texts, a hundred paths at most."""
    git = Git(root)
    texts = tuple(f"{git.run('rev-parse', '--show-prefix')}{name}/" for name in FOLDERS)
    with Trees(git) as trees:
        found = trees.differences(trees.tree_of(base), trees.tree_of(head))
        return list(islice((path for path, _, _ in found if not path.startswith(texts)), _MOST_OTHERS))


def _commit(git: Git, ref: str) -> str:
    for name in (ref, f"origin/{ref}"):
        done = git.attempt("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if not done.returncode:
            return done.stdout.strip()
    return ""


def published(root: Path, branch: str) -> dict[str, dict[str, str]]:
    """For each agreement on ``branch`` the versions that are published, with the hash of their texts.

    Raises ``AuthoringError`` when there is no such branch.
    """
    git = Git(root)
    commit = _commit(git, branch)
    if not commit:
        raise AuthoringError(
            f"there is no branch '{branch}' here. Fetch it (git fetch origin {branch}), or name another: --branch."
        )
    found: dict[str, dict[str, str]] = {}
    for path in git.run("ls-tree", "-r", "--name-only", "-z", commit).split("\0"):
        slug, _, rest = path.partition("/")
        version, _, name = rest.partition("/")
        if name == EDITION_DATA:
            told = _published_as(git.run("cat-file", "blob", f"{commit}:{path}"))
            if told and told["version"] == version:  # 'huidig' is a copy
                found.setdefault(slug, {})[version] = told["sha256"]
    return found


def _published_as(data: str) -> dict[str, str]:
    """The version and the hash in an ``overeenkomst.json``; nothing for what is none, so that its text counts as
    another."""
    try:
        found = json.loads(data)
        return {name: str(found[name]) for name in ("version", "sha256")}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def against_commit(agreement: Agreement, before: Agreement | None, day: date) -> list[Proposal]:
    """The editions of ``agreement`` that are new or other than in ``before``, beside the one that was in force
    there."""
    known = {edition.version: edition for edition in before.editions} if before else {}
    reference = _reference(before, day) if before else None
    proposals = []
    for edition in agreement.editions:
        old = known.get(edition.version)
        if old is None or edition_sha256(old) != edition_sha256(edition):
            altered = old is not None and not old.concept
            proposals.append(Proposal(agreement, edition, old if altered else reference, altered))
    return proposals


def against_published(agreement: Agreement, hashes: dict[str, str], day: date) -> list[Proposal]:
    """The same beside what is published: ``hashes`` by version. Published texts are those of the sources: they are
    frozen.

    An agreed edition whose hash is another was altered after it was published; its published words are not here.
    """
    kept = tuple(edition for edition in agreement.editions if edition.version in hashes)
    shown = Agreement(
        agreement.slug, agreement.meta, agreement.intro, kept, agreement.lock, language=agreement.language
    )
    reference = _reference(shown, day)
    proposals = []
    for edition in agreement.editions:
        if hashes.get(edition.version) != edition_sha256(edition):
            altered = edition.version in hashes and not edition.concept
            proposals.append(Proposal(agreement, edition, None if altered else reference, altered))
    return proposals


def _reference(agreement: Agreement, day: date) -> Edition | None:
    settled = [edition for edition in agreement.editions if not edition.concept]
    return current(agreement, day) or (settled[-1] if settled else None)
