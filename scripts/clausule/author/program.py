"""The program that runs, as a wheel: a firm's workflows install this one, and not whatever has its name."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from clausule.model.lookup import AuthoringError

# Of the machine that it was installed on, and not of the wheel that it came from.
_OF_THE_INSTALL = ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")


def packed_program(installed: Distribution | None = None) -> tuple[str, bytes]:
    """The file name and the bytes of a wheel of the installed program, made of its files: those that it came with.

    Raises ``AuthoringError`` where the program runs from its sources.
    """
    try:
        found = installed or distribution("clausule")
    except PackageNotFoundError:
        found = None
    files = {
        str(path.as_posix()): path.read_binary()
        for path in ((found and found.files) or ())
        if _is_of_the_wheel(path.as_posix())
    }
    if not found or "clausule/__init__.py" not in files:
        raise AuthoringError(
            "Clausule runs from its sources here. Install it from a wheel first: pip install clausule-....whl."
        )
    info = next(name for name in files if name.endswith(".dist-info/WHEEL")).removesuffix("WHEEL")
    rows = "".join(f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in sorted(files.items()))
    files[f"{info}RECORD"] = f"{rows}{info}RECORD,,\n".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, data in sorted(files.items()):
            wheel.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return f"{info.removesuffix('.dist-info/')}-py3-none-any.whl", packed.getvalue()


def _is_of_the_wheel(path: str) -> bool:
    return ".." not in path.split("/") and not path.endswith(".pyc") and path.split("/")[-1] not in _OF_THE_INSTALL


def _digest(data: bytes) -> str:
    """As PEP 376 and the wheel format write it in RECORD."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
