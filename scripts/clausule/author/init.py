"""A firm's own repository: settings, a first page, what its forge does, and git. It holds words only, and publishes at
once."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import clausule
from clausule.author.new_agreement import Wanted, check_language, model_edition, model_root, new_agreement
from clausule.author.workflows import FORGES, PROGRAM, workflow_files
from clausule.check import today
from clausule.language.language import DEFAULT, language_of
from clausule.language.model_agreement import PUBLISHER
from clausule.model.lookup import AuthoringError
from clausule.publish.git import begin_repository
from clausule.read.importing.plain_rows import as_markdown
from clausule.read.settings import SETTINGS

Wheel = tuple[str, bytes]
"""The name of a wheel and its bytes."""

SITE = "http://localhost:8000/"
_SETTINGS = """\
site_name: {name}
# The address of the site, which citations name: write your own before you publish for others.
site_url: {site}
extra:
  clausule:
    publisher: {publisher}
    language: {language}        # of the pages above the agreements
    site: plain         # what makes the pages; mkdocs makes the same ones with clausule[mkdocs]
    # colour: "#1d4f7c"  # of links and buttons
    # logo: overrides/logo.svg
    # email: privacy@example.org   # where you get notices
"""
_README = """\
# {publisher}: agreements

The agreements of {publisher}, and the site on which they are published, with Clausule.

    clausule check        # what is wrong or still to be filled in
    clausule serve        # the site on this machine, built again when a file changes
    clausule freeze       # records a text that is agreed
    clausule publish      # puts it on the branch gh-pages

`mkdocs.yml` holds the settings (`clausule schema settings` lists them), `docs/` and `annexes/` the texts. What you put
in `overrides/` lies on top of the look of the site.
"""
_IGNORED = ".venv/\n/site/\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """Whose repository it is. ``forge`` is one of ``FORGES``, or there is none; ``program`` is what its workflows
    install."""

    publisher: str
    language: str = DEFAULT
    example: bool = False
    forge: str = ""
    program: Wheel | None = None


def init(folder: Path, firm: Firm) -> list[str]:
    """Makes the repository in ``folder``, which must be new or empty, with a first commit; returns the paths written.

    Raises ``AuthoringError`` for a folder that holds something or a name that cannot be used, and ``PublishError`` when
    git fails. What could not be made whole is taken away again.
    """
    firm = replace(firm, publisher=" ".join(firm.publisher.split()))
    if not firm.publisher or len(firm.publisher) > 200 or not firm.publisher.isprintable():
        raise AuthoringError("--publisher needs a name of 1 to 200 characters that can be read.")
    check_language(firm.language)
    files = {**_pages(firm), **forge_files(firm.forge, firm.program)}
    was_there = folder.is_dir()
    if folder.exists() and (not was_there or any(folder.iterdir())):
        raise AuthoringError(f"{folder} holds something, and was left as it is. Name a new or empty folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_files(folder, files)
        paths = list(files)
        if firm.example:
            model = language_of(firm.language).model_agreement
            wanted = Wanted(
                slug=model.example, title=model.title, publisher=firm.publisher, language=firm.language, site_url=SITE
            )
            paths += new_agreement(folder, wanted, model_edition(today(), firm.language), model_root()).paths
        begin_repository(folder, f"Begin the agreements of {firm.publisher}\n")
    except BaseException:
        for made in folder.iterdir() if folder.is_dir() else ():
            shutil.rmtree(made, ignore_errors=True) if made.is_dir() else made.unlink()
        if not was_there and folder.is_dir():
            folder.rmdir()
        raise
    return paths


def _pages(firm: Firm) -> dict[str, bytes]:
    words = language_of(firm.language).model_agreement
    name = words.site_name.replace(PUBLISHER, firm.publisher)
    quoted = {"name": json.dumps(name, ensure_ascii=False), "publisher": json.dumps(firm.publisher, ensure_ascii=False)}
    settings = _SETTINGS.format(site=SITE, language=firm.language, **quoted)
    landing = words.landing.replace(PUBLISHER, as_markdown(firm.publisher))
    texts = {
        SETTINGS: settings,
        "docs/index.md": landing,
        "README.md": _README.format(publisher=as_markdown(firm.publisher)),
        ".gitignore": _IGNORED,
    }
    return {path: text.encode() for path, text in texts.items()}


def forge_files(forge: str, program: Wheel | None) -> dict[str, bytes]:
    """What ``forge`` runs, and the program that it installs, by path; nothing where there is no forge or no program."""
    if forge not in FORGES or program is None:
        return {}
    name, data = program
    lock = clausule.data_path("requirements.lock", "requirements.lock").read_text("utf-8")
    texts = workflow_files(forge, name, hashlib.sha256(data).hexdigest(), lock)
    return {**{path: text.encode() for path, text in texts.items()}, f"{PROGRAM}/{name}": data}


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes ``files`` below ``folder``."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def upgrade(root: Path, forge: str, program: Wheel | None) -> list[str]:
    """Brings what a firm's repository holds of the program to this version: the wheel that its workflows install, and
    the workflows, of ``forge`` or of the one whose files are there. Returns the paths that changed. No version changed
    anything in the sources yet."""
    new: dict[str, bytes] = {}
    for name in FORGES:
        files = forge_files(name, program)
        if name == forge or any((root / path).is_file() for path in files if not path.startswith(f"{PROGRAM}/")):
            new |= files
    changed = {
        path: content
        for path, content in new.items()
        if not (root / path).is_file() or (root / path).read_bytes() != content
    }
    write_files(root, changed)
    older = [
        path for path in sorted((root / PROGRAM).glob("clausule-*.whl")) if new and f"{PROGRAM}/{path.name}" not in new
    ]
    for path in older:
        path.unlink()
    return [*changed, *(f"{PROGRAM}/{path.name}" for path in older)]
