"""A picture on the first page of an edition, on a line of its own: ``![Logo of Example](docs/example/logo.png)``."""

from __future__ import annotations

import re

from clausule.model.nodes import Picture, Text
from clausule.read.logo import logo_fault
from clausule.read.source import Line, Sources

_PICTURE = re.compile(r"\s*!\[(?P<words>[^\[\]]{0,300})\]\((?P<path>[^()\s]{1,300})\)\s*")
_KINDS = re.compile(r"(?!\w+:)[^?#]+\.(?:png|jpe?g|webp|svg)")
_HINT = "write ![Logo of ...](docs/...): what it shows, and its path from the root of the repository"


def read_picture(sources: Sources, line: Line) -> Picture | None:
    """The picture that ``line`` holds and nothing else; None when it holds none, or one that cannot be shown: then
    there is a finding. Its path is from the root of the repository, or from the folder of the page."""
    match = _PICTURE.fullmatch(line.text)
    if not match:
        return None
    written, words = match["path"], match["words"].strip()
    place = line.at(match.start("words"))
    beside = f"{line.path.rpartition('/')[0]}/{written}"
    path = beside if sources.refusal(written) and not sources.refusal(beside) else written
    if not _KINDS.fullmatch(path):
        why, hint = f"{written} is no picture of the repository", _HINT
    elif fault := logo_fault(sources, path):
        why, hint = fault[0], f"{fault[1]}; or leave the picture out"
    elif not words:
        why, hint = "a picture without words says nothing to who cannot see it", _HINT
    else:
        data = sources.bytes_of(path)
        return Picture(path=path, words=Text(words, ((0, place),)), data=data)
    sources.add(line.place, "unreadable-text", why, hint, written)
    return None
