"""A script with all that it imports in one file: a page fetches one instead of twenty, in half the bytes.

Only the plain ways of ECMAScript modules are followed: ``import { a, b as c } from "./x.js"``, ``import "./x.js"`` and
``export`` before a declaration, each at the begin of a line. A script that says it otherwise (a firm may write what it
likes) stays as it is, and is imported from where it stands.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import partial
from itertools import chain

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.{1,2}/[^"]+)";[^\n]*\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) ([\w$]+))", re.M)
_OTHERWISE = re.compile(r"^\s*(?:export\b|import\b(?!\())", re.M)
_LATER = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
_COMMENT = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.M)
_QUOTED = re.compile(r"[\"'](\.{1,2}/[^\"']+)[\"']")
_MARGIN = re.compile(r"^[ \t]+", re.M)
_NAME = re.compile(r"(?P<name>[\w$]+)(?: as (?P<here>[\w$]+))?")


def compact(script: str) -> str:
    """A script of the theme without comments that have lines of their own, and without the margin of its lines."""
    return _MARGIN.sub("", _COMMENT.sub("", script))


class Scripts:
    """``texts`` of scripts by their paths, which import each other."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._named = {name: [_beside(name, path) for _, path in _IMPORT.findall(text)] for name, text in texts.items()}
        # What imports a script that is not there stays as it is, and so does what imports itself by way of others.
        self._plain = {
            name for name, text in texts.items() if _OTHERWISE.search(_EXPORT.sub("", _IMPORT.sub("", text)))
        }
        self._plain |= {name for name, named in self._named.items() if not texts.keys() >= set(named)}
        self._plain |= {name for name in texts if name in self._below(name)}

    def entries(self) -> set[str]:
        """Those that a page or another script can ask for: all that none holds, those that one imports later, and what
        stays as it is, with what that imports."""
        held = {target for name in self._texts.keys() - self._plain for target in self._named[name]} - self._plain
        later = {_beside(name, path) for name, text in self._texts.items() for path in _LATER.findall(text)}
        asked = {_beside(name, path) for name in self._plain for path in _QUOTED.findall(self._texts[name])}
        return (self._texts.keys() - held) | ((later | asked) & self._texts.keys())

    def bundle(self, name: str) -> str:
        """The script ``name`` with those that it imports, each a function that hands over what it exports."""
        if name in self._plain:
            return self._texts[name]
        order = self._in_order(name)
        known = {path: f"${number}" for number, path in enumerate(order)}
        made = [f'import * as {known[one]} from "{_from(name, one)}";\n' for one in order if one in self._plain]
        for path in order:
            if path in self._plain:
                continue
            body = _LATER.sub(partial(_asked_later, name, path), self._texts[path])
            body = _IMPORT.sub(partial(_taken, known, path), body)
            if path != name:
                handed = ", ".join(_EXPORT.findall(body))
                body = f"const {known[path]} = (() => {{\n{_EXPORT.sub('', body)}return {{ {handed} }};\n}})();\n"
            made.append(body)
        return "".join(made)

    def _below(self, name: str) -> set[str]:
        """All that a script imports, by way of others too."""
        found: set[str] = set()
        left = [name]
        while left:
            one = left.pop()
            new = set() if one in self._plain else set(self._named[one]) - found
            found |= new
            left += new
        return found

    def _in_order(self, name: str) -> list[str]:
        """``name`` behind all that it needs, each once."""
        inner = [] if name in self._plain else self._named[name]
        return list(dict.fromkeys([*chain.from_iterable(map(self._in_order, inner)), name]))


def _asked_later(name: str, path: str, found: re.Match[str]) -> str:
    """An import that the script at ``path`` does later, from within ``name``."""
    return f'import("{_from(name, _beside(path, found[1]))}")'


def _taken(known: Mapping[str, str], path: str, found: re.Match[str]) -> str:
    """What takes the place of an import in the script at ``path``: the names, from what that script handed over."""
    names = [name["name"] + (f": {name['here']}" if name["here"] else "") for name in _NAME.finditer(found[1] or "")]
    return f"const {{ {', '.join(names)} }} = {known[_beside(path, found[2])]};\n" if names else ""


def _beside(name: str, path: str) -> str:
    """The script that ``name`` calls ``path``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _from(name: str, path: str) -> str:
    """What ``name`` calls the script ``path``."""
    way = posixpath.relpath(path, posixpath.dirname(name) or ".")
    return way if way.startswith("..") else f"./{way}"
