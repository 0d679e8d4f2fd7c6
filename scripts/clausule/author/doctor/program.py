"""The machine: Python, git, the program itself with what it needs, what an extra would add, time zones, fonts."""

from __future__ import annotations

import base64
import hashlib
import platform
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

import clausule
from clausule.author.doctor.observation import Observation, fine, note, some, wrong

if TYPE_CHECKING:
    from packaging.requirements import Requirement

ADDS = {
    "mkdocs": "MkDocs with Material, for 'site: mkdocs' in mkdocs.yml; without it the pages are the same",
    "cluster": "many editions at once on more machines than this one (Dask)",
    "store": "publishing to a store of objects (S3) as well, by 'publish --store'",
    "documents": "the PDF of every edition and comparison, and drawings (SVG) in Word files",
}
"""What each extra of the program is for."""

_LEAST_PYTHON = (3, 11)
_NAME = "clausule"
# With what the file of a font begins (WOFF 2.0, WOFF 1.0, OpenType). What stands for one in a checkout without its
# large files begins otherwise, and so does what was saved from a page.
_BEGINS = {
    ".woff2": (b"wOF2",),
    ".woff": (b"wOFF",),
    ".ttf": (b"\x00\x01\x00\x00", b"true"),
    ".otf": (b"OTTO", b"\x00\x01\x00\x00"),
}


def python() -> Iterator[Observation]:
    """The Python that runs."""
    found = f"{platform.python_version()} ({sys.executable})"
    if sys.version_info < _LEAST_PYTHON:
        yield wrong("Python", f"{found} is too old", "Install Python 3.11 or newer, and Clausule with it.")
    else:
        yield fine("Python", found)


def git() -> Iterator[Observation]:
    """The program git."""
    from clausule.publish.condition import LEAST_GIT
    from clausule.publish.errors import GitMissing
    from clausule.publish.git import git_version

    least = ".".join(map(str, LEAST_GIT))
    try:
        said, numbers = git_version()
    except GitMissing:
        yield wrong("git", "there is none, and nothing can be published without it", f"Install git, {least} or newer.")
        return
    if numbers and numbers < LEAST_GIT:
        yield wrong("git", f"{said} is too old", f"Install git {least} or newer.")
    else:
        yield fine("git", said)


def installed() -> Distribution | None:
    """The program as it was installed from a wheel; None where it runs from its sources."""
    try:
        found = distribution(_NAME)
    except PackageNotFoundError:
        return None
    return found if any(path.as_posix() == "clausule/__init__.py" for path in found.files or ()) else None


def program() -> Iterator[Observation]:
    """The program's own files, and each package that it needs."""
    folder = Path(clausule.__file__).parent
    found, version = installed(), clausule.__version__
    if found is None:
        yield fine("Clausule", f"{version}, from its sources in {folder}")
    elif changed := _changed_files(found):
        yield wrong(
            "Clausule",
            f"{version}, but {len(changed)} of its files are gone or other than they came: {some(changed)}",
            f"Install it again: python -m pip install --force-reinstall --no-deps clausule=={version} (or its wheel).",
        )
    else:
        yield fine("Clausule", f"{version}, in {folder}")
    base, _ = requirements(found)
    lacking = lacks(base)
    if lacking:
        yield wrong(
            "packages", f"what the program needs is not as it should be: {some(lacking)}", _install("clausule", lacking)
        )
    else:
        yield fine("packages", f"all {len(base)} that it asks for are there, and what those ask for")


def _changed_files(found: Distribution) -> list[str]:
    """The files that are no more as the wheel brought them (PEP 376: RECORD has a hash of each)."""
    changed = []
    for path in found.files or ():
        if path.hash is None or path.hash.mode != "sha256":
            continue
        try:
            data = Path(str(path.locate())).read_bytes()
        except OSError:
            changed.append(path.as_posix())
            continue
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        if digest != path.hash.value:
            changed.append(path.as_posix())
    return changed


def requirements(found: Distribution | None) -> tuple[list[Requirement], dict[str, list[Requirement]]]:
    """What the program asks for, and for each of its extras what that asks for: as the installed program says, or else
    pyproject.toml beside its sources."""
    from packaging.requirements import Requirement

    if found is None:
        said = tomllib.loads((Path(clausule.__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
        extras = {
            name: [one for one in map(Requirement, rows) if one.marker is None or one.marker.evaluate()]
            for name, rows in said["optional-dependencies"].items()
        }
        base = [*map(Requirement, said["dependencies"])]
    else:
        asked = [*map(Requirement, found.requires or ())]
        base = [one for one in asked if one.marker is None or "extra" not in str(one.marker)]
        extras = {
            name: [one for one in asked if one not in base and one.marker and one.marker.evaluate({"extra": name})]
            for name in found.metadata.get_all("Provides-Extra") or ()
        }
    return [one for one in base if one.marker is None or one.marker.evaluate({"extra": ""})], extras


def lacks(asked: list[Requirement]) -> list[str]:
    """What of ``asked``, and of what that asks for, is not installed or in another version; in words."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    lacking, seen, open_ = [], set(), list(asked)
    while open_:
        one = open_.pop(0)
        try:
            found = distribution(one.name)
        except PackageNotFoundError:
            lacking.append(f"{one.name} is not installed")
            continue
        if not one.specifier.contains(found.version, prereleases=True):
            lacking.append(f"{one.name} {found.version} is not {one.specifier}")
        key = (canonicalize_name(one.name), frozenset(one.extras))
        if key in seen:
            continue
        seen.add(key)
        for row in found.requires or ():
            further = Requirement(row)
            wanted = further.marker is None or any(
                further.marker.evaluate({"extra": each}) for each in ("", *one.extras)
            )
            if wanted:
                open_.append(further)
    return sorted(set(lacking))


def extras() -> Iterator[Observation]:
    """What each extra adds, and whether it is here."""
    _, known = requirements(installed())
    for name, asked in known.items():
        about, lacking = f"extra {name}", lacks(asked)
        if lacking:
            yield note(about, f"not here ({some(lacking)}). It adds {ADDS[name]}", _install(f"clausule[{name}]"))
        else:
            yield fine(about, f"here: {ADDS[name]}")


def _install(what: str, lacking: list[str] | None = None) -> str:
    again = " --force-reinstall" if lacking else ""
    if installed() is None:
        return "Run scripts/setup, which installs what the lock lists."
    return f"python -m pip install{again} '{what}' (or the wheel that you have in place of the name)."


def signing() -> Iterator[Observation]:
    """What signs an edition."""
    from shutil import which

    if which("ssh-keygen"):
        yield fine("ssh-keygen", "here: clausule sign can sign editions")
    else:
        yield note("ssh-keygen", "not here; clausule sign needs it, and nothing else", "Install OpenSSH, 8.0 or newer.")


def zones() -> Iterator[Observation]:
    """Time zones: which edition applies is judged by the day in the Netherlands."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    from clausule.check import today

    try:
        ZoneInfo("Europe/Amsterdam")
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        yield wrong("time zones", f"Europe/Amsterdam is not known ({error})", _install("tzdata", ["tzdata"]))
        return
    yield fine("time zones", f"known; in Amsterdam it is {today().isoformat()}")


def fonts(root: Path | None) -> Iterator[Observation]:
    """The fonts of pages and of documents, and those of a firm's own look."""
    from clausule.read.settings import OWN
    from clausule.site.look import own_folder, theme_folder

    theme, paper = theme_folder() / "fonts", Path(clausule.__file__).parent / "formats/paper/fonts"
    counted = {folder: _fonts_in(folder) for folder in (theme, paper)}
    broken = [path for _, bad in counted.values() for path in bad]
    missing = [str(folder) for folder, (whole, _) in counted.items() if not whole]
    if broken or missing:
        yield wrong(
            "fonts",
            f"not whole: {some([*map(str, broken), *missing])}",
            "Install Clausule again, or get the files again where it runs from its sources (git checkout).",
        )
    else:
        yield fine("fonts", f"the {sum(whole for whole, _ in counted.values())} of pages and documents are whole")
    own = own_folder(root) if root else None
    if own and root:
        whole, broken = _fonts_in(own)
        if broken:
            names = [path.relative_to(root).as_posix() for path in broken]
            yield wrong(
                "own fonts",
                f"no font: {some(names)}",
                f"Put the file of the font itself into {OWN}/, as its maker gives it.",
            )
        elif whole:
            yield fine("own fonts", f"the {whole} in {OWN}/ are whole")


def _fonts_in(folder: Path) -> tuple[int, list[Path]]:
    """How many fonts stand below ``folder``, and which files have the name of one and are none."""
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _BEGINS and path.is_file()]
    broken = [path for path in files if not _head(path).startswith(_BEGINS[path.suffix.lower()])]
    return len(files) - len(broken), broken


def _head(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(4)
    except OSError:
        return b""
