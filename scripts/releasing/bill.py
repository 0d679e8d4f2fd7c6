"""The list of parts of a release (SBOM), as CycloneDX 1.6: what the wheel carries of others, and what it needs, as the
lock pins it. https://cyclonedx.org/docs/1.6/json/"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import clausule
from releasing.build import Release, sha256
from releasing.carried import OWN, Part

_ROW = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+?)(?: ; (?P<marker>.+?))? \\$")
_ROOT = "clausule (pyproject.toml)"
_SPACE = uuid.UUID("6b0b8a9e-1d0a-5a4e-9d5c-0c1a05e1a1c5")
"""Of our lists: an id of one is made of what it says, so that a list that is made again is the same."""


@dataclass(slots=True)
class Locked:
    """A package of the lock: ``via`` are those that ask for it."""

    name: str
    version: str
    marker: str
    hashes: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)

    @property
    def ref(self) -> str:
        """Its package URL, which names it in the list. https://github.com/package-url/purl-spec"""
        name = re.sub(r"[-_.]+", "-", self.name).lower()
        return f"pkg:pypi/{name}@{self.version}"


def read_lock(text: str) -> list[Locked]:
    """The packages of a lock as uv writes it."""
    found: list[Locked] = []
    for line in text.splitlines():
        if row := _ROW.match(line):
            found.append(Locked(row["name"], row["version"], row["marker"] or ""))
        elif line.startswith("    --hash=sha256:"):
            found[-1].hashes.append(line.split(":", 1)[1].removesuffix(" \\"))
        elif line.startswith("    # via ") or line.startswith("    #   "):
            found[-1].via.append(line.removeprefix("    # via ").removeprefix("    #   ").strip())
    return found


def bill_of_materials(home: Path, made: Release, carried: list[Part]) -> bytes:
    """The list, the same for the same release."""
    locked = read_lock((home / "requirements.lock").read_text("utf-8"))
    said = tomllib.loads((home / "pyproject.toml").read_text("utf-8"))["project"]
    own = f"pkg:pypi/clausule@{clausule.__version__}"
    asks = _asked(own, locked)
    base = {_plain(re.split(r"[^A-Za-z0-9._-]", row)[0]) for row in said["dependencies"]}
    required = _reached({one.ref for one in locked if _plain(one.name) in base}, asks)
    body: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": f"{datetime.fromtimestamp(made.epoch, UTC):%Y-%m-%dT%H:%M:%SZ}",
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "clausule",
                "version": clausule.__version__,
                "description": said["description"],
                "licenses": [{"expression": " AND ".join([OWN, *sorted({part.licence for part in carried})])}],
                "purl": own,
                "hashes": [{"alg": "SHA-256", "content": sha256(made.wheel)}],
            },
        },
        "components": [*map(_carried, carried), *(_needed(one, one.ref in required) for one in locked)],
        "dependencies": [{"ref": ref, "dependsOn": sorted(needed)} for ref, needed in asks.items()],
    }
    serial = uuid.uuid5(_SPACE, json.dumps(body, sort_keys=True))
    return (json.dumps({**body, "serialNumber": f"urn:uuid:{serial}"}, indent=1, ensure_ascii=False) + "\n").encode()


def _carried(part: Part) -> dict[str, Any]:
    """A part that lies in the wheel, with each of its files."""
    files = [
        {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(data).hexdigest()}]}
        for name, data in sorted(part.files.items())
    ]
    return {
        "type": "data",
        "bom-ref": f"carried:{re.sub(r'[^a-z0-9]+', '-', part.what.lower())}",
        "supplier": {"name": part.by},
        "name": part.what,
        "version": part.version,
        "licenses": [_licence(part.licence)],
        "components": files,
    }


def _licence(name: str) -> dict[str, Any]:
    return {"license": {"name" if name.startswith("LicenseRef-") else "id": name}}


def _needed(one: Locked, required: bool) -> dict[str, Any]:
    """A package that is installed beside the program. Which of its files is, depends on the machine: one of these
    hashes."""
    properties = [{"name": "clausule:lock:sha256", "value": each} for each in one.hashes]
    if one.marker:
        properties.append({"name": "clausule:lock:marker", "value": one.marker})
    component = {
        "type": "library",
        "bom-ref": one.ref,
        "name": one.name,
        "version": one.version,
        "scope": "required" if required else "optional",
        "purl": one.ref,
        "properties": properties,
    }
    licences = licences_of(one)
    return component | ({"licenses": licences} if licences else {})


def licences_of(one: Locked) -> list[dict[str, Any]]:
    """What the installed package says of its licence (PEP 639, else its classifiers, else its words); nothing where it
    is not installed here, or in another version."""
    try:
        found = metadata(one.name)
    except PackageNotFoundError:
        return []
    if found["Version"] != one.version:
        return []
    if "License-Expression" in found:
        return [{"expression": found["License-Expression"]}]
    rows = [row.rpartition(" :: ")[2] for row in found.get_all("Classifier") or () if row.startswith("License ::")]
    words = [row for row in rows if row != "OSI Approved"]
    if not words and "License" in found:
        words = [found["License"].partition("\n")[0].strip()]
    return [{"license": {"name": each}} for each in words if each and each != "UNKNOWN"]


def _asked(own: str, locked: list[Locked]) -> dict[str, set[str]]:
    """What each package asks for, by the names of both in the list."""
    refs = {_plain(one.name): one.ref for one in locked}
    asks: dict[str, set[str]] = {own: set(), **{one.ref: set() for one in locked}}
    for one in locked:
        for via in one.via:
            asks[own if via == _ROOT else refs[_plain(via)]].add(one.ref)
    return asks


def _reached(roots: set[str], asks: dict[str, set[str]]) -> set[str]:
    """Those, and all that is asked for on the way."""
    found: set[str] = set()
    while new := roots - found:
        found |= new
        roots = {ref for one in new for ref in asks[one]}
    return found


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.partition("[")[0]).lower()
