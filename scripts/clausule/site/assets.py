"""The files of a theme that pages use, put beside them; what no page uses is not published. Knows no generator."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath

from clausule.disk.write import write_file
from clausule.model.addresses import ASSETS
from clausule.site.look import Look, assets_of

# An asset of the theme as a page names it, and a file as a script or style names it, relative to itself.
_ASSET = re.compile(rf"""["'](?:[^"'?#]*/)?{ASSETS}/([^"'?#]+)""")
_LICENCE = re.compile(r"(?:^|/)(?:OFL|LICEN[CS]E|COPYING|NOTICE)[^/]*\.txt$", re.I)
_NAMED = re.compile(r"""["'(](\.{1,2}/[^"')?#]+)""")
_IMPORT, _COMMENT = re.compile(r'@import "(\.{1,2}/[^"]+)";\n?'), re.compile(r"/\*.*?\*/\n?", re.S)


def add_assets(look: Look, out: Path, more: Collection[str]) -> None:
    """Puts the files of the theme that the pages in ``out`` use below ``assets``, and ``more`` of them."""
    files = assets_of(look.folders)
    pages = (path.read_text("utf-8") for path in out.rglob("*.html"))
    for name in used_assets(files, chain(pages, (f'"{ASSETS}/{name}"' for name in more))):
        data = style_text(files, name).encode() if name.endswith(".css") else files[name].read_bytes()
        write_file(out / ASSETS / name, data)


def style_text(files: Mapping[str, Path], name: str) -> str:
    """A style without comments, and with the styles that it begins with in place of their names: one request for all.
    Folders of a theme lie beside each other, so that a file stands as far away from each of them."""
    text = _COMMENT.sub("", files[name].read_text("utf-8"))
    folder = PurePosixPath(name).parent
    return _IMPORT.sub(lambda found: style_text(files, posixpath.normpath(folder / found[1])), text)


def used_assets(texts: Mapping[str, Path], pages: Iterable[str]) -> set[str]:
    """Of the files of a theme those that ``pages`` (HTML) name below ``assets``, and those that these name in turn: a
    script what it imports, a style its fonts; with the licences beside them."""
    used: set[str] = set()
    wanted = {name for page in pages for name in _ASSET.findall(page)} & texts.keys()
    while wanted:
        name = wanted.pop()
        used.add(name)
        if name.endswith((".js", ".css")):
            folder = PurePosixPath(name).parent
            text = style_text(texts, name) if name.endswith(".css") else texts[name].read_text("utf-8")
            named = (posixpath.normpath(folder / link) for link in _NAMED.findall(text))
            wanted |= {one for one in named if one in texts and one not in used}
    beside = {PurePosixPath(name).parent for name in used}
    return used | {name for name in texts if _LICENCE.search(name) and PurePosixPath(name).parent in beside}


def unnamed_assets(look: Look) -> list[str]:
    """Of a firm's own files below overrides/ those that are not published, by their path in the repository: neither a
    template, nor what a template or style of it names, nor what stands there in place of a file of the theme."""
    own, *theme = look.folders
    if not theme:
        return []
    files = assets_of(look.folders)
    pages = [path.read_text("utf-8", "replace") for path in sorted(own.rglob("*.html"))]
    used = used_assets(files, [*pages, *(f'"{ASSETS}/{name}"' for name in assets_of(theme))])
    mine = assets_of([own]).keys() - used
    return [look.named(str(own / name)) for name in sorted(mine) if not PurePosixPath(name).name.startswith(".")]
