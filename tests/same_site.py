"""Whether two built sites are the same to a reader: ``python tests/same_site.py OLD NEW`` says what differs, and exits
1.

A file is the same byte for byte; a page may also be the same once it is parsed: its words, elements, attributes and
with them its links and ids, but for white space that no browser shows. In its head only the list of styles, the scripts
and the Content-Security-Policy may be others, and so may the styles and scripts themselves, wherever they stand.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

# Where a line of text begins or ends, so that white space there is not shown.
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside body blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
        "head header html "
        "legend li link main meta nav ol option p script section select style summary table tbody td tfoot th thead "
        "title tr ul",
    )
)
_KEEPING = frozenset({"pre", "textarea"})  # elements whose white space is shown as it is
_LENGTH = 160
_ASSETS = re.compile(rb"\bassets/[0-9a-f]{32}/")


class _Parts(HTMLParser):
    """A page as a list of tags and words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._keeping, self._head = 0, False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._head = tag == "head" or (self._head and tag != "body")
        self._keeping += tag in _KEEPING
        values = {name: value or "" for name, value in attrs}
        if not (self._head and _may_differ(tag, values)):
            self._put(
                "".join((f"<{tag}", *(f' {name}="{values[name]}"' for name in sorted(values)), ">")), tag in _BLOCKS
            )

    def handle_endtag(self, tag: str) -> None:
        self._keeping -= tag in _KEEPING
        if not (self._head and tag == "script"):
            self._put(f"</{tag}>", tag in _BLOCKS)

    def handle_data(self, data: str) -> None:
        words = data if self._keeping else re.sub(r"[ \t\n\r\f]+", " ", data)
        before = self.parts[-1] if self.parts else "\n"
        if not self._keeping and before.endswith((" ", "\n")):
            words = words.lstrip(" ")
        if words:
            self.parts.append(words)

    def handle_comment(self, data: str) -> None:
        self._put(f"<!--{data}-->", False)

    def handle_decl(self, decl: str) -> None:
        self._put(f"<!{decl}>", True)

    def _put(self, tag: str, is_block: bool) -> None:
        if is_block and self.parts and not self._keeping:
            self.parts[-1] = self.parts[-1].rstrip(" ")
            if not self.parts[-1]:
                self.parts.pop()
        self.parts.append(tag + ("\n" if is_block else ""))


def _may_differ(tag: str, values: dict[str, str]) -> bool:
    """Whether an element of the head may be another."""
    listed = tag == "link" and values.get("rel") in ("stylesheet", "modulepreload")
    return listed or tag == "script" or values.get("http-equiv", "").casefold() == "content-security-policy"


def differences(old: bytes, new: bytes, *, is_page: bool) -> list[str]:
    """What differs between two versions of a file, a line for each piece; nothing when they are the same to a
    reader."""
    if is_page:  # where the assets are changes with each of them
        old, new = (_ASSETS.sub(b"assets/", content) for content in (old, new))
    if old == new:
        return []
    if not is_page:
        return [f"{len(old)} bytes became {len(new)}, the first other one at {_first_other(old, new)}"]
    one, other = (_Parts(content.decode("utf-8")).parts for content in (old, new))
    told = (line.rstrip("\n")[:_LENGTH] for line in difflib.unified_diff(one, other, n=0, lineterm=""))
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


def _first_other(old: bytes, new: bytes) -> int:
    return next(
        (place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


def compare_sites(old: Path, new: Path) -> Iterator[str]:
    """What differs between the sites in two folders, a line for each piece."""
    one, other = (
        {_at(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()} for folder in (old, new)
    )
    yield from (f"{name}: is gone" for name in sorted(one.keys() - other.keys()) if not _is_asset(name))
    yield from (f"{name}: is new" for name in sorted(other.keys() - one.keys()) if not _is_asset(name))
    for name in sorted(one.keys() & other.keys()):
        if not _is_asset(name):
            found = differences(one[name].read_bytes(), other[name].read_bytes(), is_page=name.endswith(".html"))
            yield from (f"{name}: {line}" for line in found)


def _at(path: Path) -> str:
    return _ASSETS.sub(b"assets/", path.as_posix().encode()).decode()


def _is_asset(name: str) -> bool:
    """Whether a file is a style or a script: what the lists in heads name."""
    return name.endswith((".css", ".js")) and "assets" in name.split("/")[:-1]


if __name__ == "__main__":
    told = list(compare_sites(*map(Path, sys.argv[1:3])))
    print("\n".join(told) if told else "the same")
    sys.exit(bool(told))
