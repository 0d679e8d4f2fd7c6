"""The README as the package index shows it: no file stands beside it there, so a link to one leads to the repository,
where the settings of the project name that (``[project.urls]``, ``Source``), and else is its words alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

SOURCE = "Source"
_BESIDE = re.compile(r"(?P<image>!?)\[(?P<words>[^\]]*)\]\((?![a-z]+:|#)(?P<to>[^)\s]+)\)")


def for_index(text: str, source: str) -> str:
    """``text`` without a link or a picture that leads to a file beside it; ``source`` is the address of the
    repository, or empty."""

    def there(match: re.Match[str]) -> str:
        if not source:
            return "" if match["image"] else match["words"]
        kind = "raw" if match["image"] else "blob"
        return f"{match['image']}[{match['words']}]({source.rstrip('/')}/{kind}/HEAD/{match['to']})"

    return _BESIDE.sub(there, text)


class Readme(MetadataHookInterface):
    """Hands it to who builds."""

    def update(self, metadata: dict[str, Any]) -> None:
        text = (Path(self.root) / "README.md").read_text("utf-8")
        said = for_index(text, metadata.get("urls", {}).get(SOURCE, ""))
        metadata["readme"] = {"content-type": "text/markdown", "text": said}
