"""Styles, scripts, fonts and pictures of a look, for all pages of a site at once: a folder that has the hash of what is
in it for its name (``assets/<hash>/``). Pages name it from where they stand, so that they work at any address and from
a folder; another look is another folder, and none is ever taken away. Knows no generator."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from clausule.disk.write import write_file
from clausule.model.addresses import ASSETS
from clausule.site.bundle import Scripts, compact

# An asset as a template names it (a script also as one of a list), and a file as a script or style names it, relative
# to itself.
_ASSET = re.compile(rf"""["'](?:[^"'?#]*/)?{ASSETS}/([^"'?#]+)|["']([\w./-]+\.js)["']""")
_LICENCE = re.compile(r"(?:^|/)(?:OFL|LICEN[CS]E|COPYING|NOTICE)[^/]*\.txt$", re.I)
_NAMED = re.compile(r"""["'(](\.{1,2}/[^"')?#]+)""")
_IMPORT, _COMMENT = re.compile(r'@import "(\.{1,2}/[^"]+)";\n?'), re.compile(r"/\*.*?\*/\n?", re.S)
# White space that says nothing; words in quotes are left alone.
_SPACE = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};])\s*|([,:]) """)
_DIGITS = 32


@dataclass(frozen=True)
class Assets:
    """``files`` by their paths below ``folder``."""

    folder: str
    files: Mapping[str, bytes]

    def write(self, out: Path) -> None:
        """Puts them below ``out``, the root of a site."""
        for name, data in self.files.items():
            write_file(out / self.folder / name, data)


def assets_of(folders: Sequence[Path]) -> dict[str, Path]:
    """What is no template in the ``folders`` of a look, by its path; the first that has a file counts."""
    files = ((folder, path) for folder in reversed(folders) for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for folder, path in files if path.suffix != ".html"}


def published_assets(folders: Sequence[Path], more: Mapping[str, bytes]) -> Assets:
    """All that the pages of a site may ask for: everything of the theme, which is the last of ``folders``, what a firm
    put in its place or names in those before it, and ``more``."""
    theme = folders[-1]
    files = assets_of(folders)
    named = _named_assets(folders, files)
    made = {name: files[name].read_bytes() for name in named if not name.endswith((".js", ".css"))}
    texts = {name: _script_text(files[name], theme) for name in named if name.endswith(".js")}
    scripts = Scripts(texts)
    asked = scripts.entries() | (_in_templates(folders) & texts.keys())
    made |= {name: scripts.bundle(name).encode() for name in asked}
    made |= {name: style_text(files, name).encode() for name in named if name.endswith(".css")}
    made |= more
    return Assets(f"{ASSETS}/{set_hash(made)}", made)


def _script_text(path: Path, theme: Path) -> str:
    """A script; of the theme's own, the comments and margins are for who reads them here."""
    text = path.read_text("utf-8")
    return compact(text) if path.is_relative_to(theme) else text


def set_hash(files: Mapping[str, bytes]) -> str:
    """The name of a folder with these files: the beginning of the SHA-256 of a line for each, its hash and path."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()} {name}\n" for name in sorted(files))
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:_DIGITS]


def is_set(folder: str) -> bool:
    """Whether a folder below ``assets`` has such a name; the sites of earlier programs have others."""
    return bool(re.fullmatch(f"[0-9a-f]{{{_DIGITS}}}", folder))


def unnamed_assets(folders: Sequence[Path]) -> list[Path]:
    """Of a firm's own files in ``folders`` those that are not published: neither a template, nor what a template or
    style of it names, nor what stands there in place of a file of the theme."""
    own = assets_of(folders[:-1])
    named = _named_assets(folders, assets_of(folders)) if own else ()
    mine = {name: path for name, path in own.items() if name not in named}
    return [path for name, path in sorted(mine.items()) if not PurePosixPath(name).name.startswith(".")]


def _named_assets(folders: Sequence[Path], files: Mapping[str, Path]) -> set[str]:
    *own, theme = folders
    return used_assets(files, {*assets_of([theme]), *_in_templates(own)})


def _in_templates(folders: Iterable[Path]) -> set[str]:
    """What the templates in ``folders`` name of the assets."""
    pages = (path.read_text("utf-8", "replace") for folder in folders for path in sorted(folder.rglob("*.html")))
    return {asset or script for page in pages for asset, script in _ASSET.findall(page)}


def style_text(files: Mapping[str, Path], name: str) -> str:
    """A style without comments and white space, with the styles that it begins with in place of their names: one
    request. Folders of a theme lie beside each other, so that a file stands as far away from each of them."""
    text = _COMMENT.sub("", files[name].read_text("utf-8"))
    folder = PurePosixPath(name).parent
    whole = _IMPORT.sub(lambda found: style_text(files, posixpath.normpath(folder / found[1])), text)
    return _SPACE.sub(lambda found: found[1] or found[2] or found[3], whole)


def used_assets(files: Mapping[str, Path], names: Iterable[str]) -> set[str]:
    """Of ``files`` those that are in ``names``, and those that these name in turn: a script what it imports, a style
    its fonts; with the licences beside them."""
    used: set[str] = set()
    wanted = set(names) & files.keys()
    while wanted:
        name = wanted.pop()
        used.add(name)
        if name.endswith((".js", ".css")):
            folder = PurePosixPath(name).parent
            named = (posixpath.normpath(folder / link) for link in _NAMED.findall(files[name].read_text("utf-8")))
            wanted |= {one for one in named if one in files and one not in used}
    beside = {PurePosixPath(name).parent for name in used}
    return used | {name for name in files if _LICENCE.search(name) and PurePosixPath(name).parent in beside}
