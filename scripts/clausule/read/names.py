"""Names of files that some system refuses: a firm that writes on Linux is read on Windows, and the other way around."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

# Microsoft, 'Naming Files, Paths, and Namespaces': these characters and names, with whatever extension.
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)


def refused_names(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    """What stands below ``folder`` of ``root`` and cannot have its name everywhere: path, and why. Links are not
    followed."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError:
        return
    seen: dict[str, str] = {}
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if why := _refused(entry.name):
            yield path, why
        # Two names that differ in capitals, or in how an accent is put together, are one file on Windows and macOS.
        twin = seen.setdefault(unicodedata.normalize("NFC", entry.name).casefold(), entry.name)
        if twin != entry.name:
            yield path, f"'{twin}' beside it is the same name on Windows and macOS"
        if entry.is_dir(follow_symlinks=False):
            yield from refused_names(root, path)


def _refused(name: str) -> str:
    if found := _REFUSED.search(name):
        return f"Windows refuses a name with {found[0]!r} in it"
    if name.endswith((".", " ")):
        return "Windows refuses a name that ends in a dot or a space"
    return "Windows keeps this name for a device" if _DEVICES.fullmatch(name) else ""
