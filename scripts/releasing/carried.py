"""What the wheel carries of others, as LICENCES.md lists it: each file of a font or of taken data stands there with its
licence, and the text of that licence is in the wheel."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from packaging.metadata import Metadata

from releasing.refused import Refused

LIST = "LICENCES.md"
OWN = "EUPL-1.2"
_OWN_PICTURES = "clausule/handbook/pictures/"
_WHOSE = re.compile(rb"copyright (?:\(c\)|\xc2\xa9|\d{4})|\xc2\xa9 \d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A row of the list; ``files`` are those in the wheel, by name, with their bytes."""

    what: str
    version: str
    by: str
    licence: str
    text: str
    files: dict[str, bytes]


def check_carried(home: Path, wheel: Path) -> list[Part]:
    """The parts of others in ``wheel``. Raises ``Refused`` where list, wheel and metadata do not agree."""
    with zipfile.ZipFile(wheel) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    parts = read_parts((home / LIST).read_text("utf-8"), files)
    listed = {name for part in parts for name in part.files}
    texts = {data for name, data in files.items() if ".dist-info/licenses/" in name}
    for name, data in files.items():
        if _is_made_elsewhere(name, data) and name not in listed and data not in texts:
            raise Refused(f"{name} is in the wheel, and {LIST} does not say whose it is. Add a row, with its licence.")
    info = next(name for name in files if name.endswith(".dist-info/METADATA"))
    metadata = Metadata.from_email(files[info], validate=True)
    said = metadata.license_expression or ""
    wanted = " AND ".join([OWN, *sorted({part.licence for part in parts})])
    if said != wanted:
        raise Refused(f"pyproject.toml says license = {said!r}, and what is carried makes it {wanted!r}.")
    for part in parts:
        if f"{info.removesuffix('METADATA')}licenses/{part.text}" not in files:
            raise Refused(f"{part.text} is not in the wheel. Add it to license-files in pyproject.toml.")
    return parts


def read_parts(text: str, files: dict[str, bytes]) -> list[Part]:
    """The rows of the table, with the ``files`` that each names. Raises ``Refused`` for a row that names none."""
    parts = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if len(cells) != 6 or cells[0] == "what" or set(cells[0]) == {"-"}:
            continue
        what, version, by, licence, place, names = cells
        patterns = re.split(r",\s*", names)
        found = {name: data for name, data in files.items() if any(fnmatchcase(name, one) for one in patterns)}
        if not found:
            raise Refused(f"{LIST} lists {what}, and no file of the wheel is named {names}. Take the row out.")
        parts.append(Part(what=what, version=version, by=by, licence=licence, text=place, files=found))
    return parts


def _is_made_elsewhere(name: str, data: bytes) -> bool:
    """Whether a file is no text, or says whose it is: nobody here writes such files, but for pictures of own pages."""
    return (b"\0" in data and not name.startswith(_OWN_PICTURES)) or bool(_WHOSE.search(data))
