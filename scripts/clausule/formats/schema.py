"""The JSON Schema of a file that the site offers or a page of it saves."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from clausule.model.addresses import SCHEMAS


@dataclass(frozen=True, slots=True)
class Schema:
    """The schema of ``file``: declared in the module that makes the file, and held beside it in its ``package``."""

    package: str
    file: str

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return f"{SCHEMAS}{self.file}"

    def read(self) -> bytes:
        """The schema itself."""
        return resources.files(self.package).joinpath(self.file.replace(".json", ".schema.json")).read_bytes()
