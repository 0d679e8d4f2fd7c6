"""The wheel as a file: its metadata, its record, its version."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from pathlib import Path

from packaging.metadata import Metadata

import clausule
from releasing.refused import Refused


def check_wheel(wheel: Path) -> None:
    """Holds metadata and record against their specifications (PEP 566, 639; PEP 376, 427). Raises ``Refused``."""
    with zipfile.ZipFile(wheel) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    info = f"clausule-{clausule.__version__}.dist-info"
    try:
        found = Metadata.from_email(files[f"{info}/METADATA"], validate=True)
    except (KeyError, ExceptionGroup) as error:
        more = getattr(error, "exceptions", (error,))
        raise Refused(f"the metadata is not right: {'; '.join(map(str, more))}. Mend pyproject.toml.") from error
    if str(found.version) != clausule.__version__ or found.name != "clausule":
        raise Refused(f"the metadata says {found.name} {found.version}, and this is clausule {clausule.__version__}.")
    missing = [name for name in found.license_files or () if f"{info}/licenses/{name}" not in files]
    if missing or not found.license_expression:
        raise Refused(
            f"the wheel lacks its licence ({missing or 'no expression'}). See license-files in pyproject.toml."
        )
    _check_record(files, f"{info}/RECORD")


def _check_record(files: dict[str, bytes], name: str) -> None:
    rows = {row[0]: row[1] for row in csv.reader(io.StringIO(files[name].decode()))}
    digests = {
        path: "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        for path, data in files.items()
    }
    wrong = sorted(path for path in rows.keys() | files.keys() if path != name and rows.get(path) != digests.get(path))
    if wrong:
        raise Refused(f"RECORD does not say of {wrong[0]} what it is.")
