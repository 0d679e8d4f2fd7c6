"""XML as text, escaped where it is made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

# What XML 1.0 cannot hold (2.2): control characters and halves of pairs. A reader sees that something is there.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# In an attribute an XML reader would make a space of these (3.3.3).
_SPACES = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})

Attribute = str | int


class Xml(str):
    """Text that is XML already."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: Attribute) -> Xml:
    """``<name key="...">children</name>``. In the name of an attribute ``_`` stands for ``:``; children that are no XML
    yet are escaped."""
    return _element(name, children, {key.replace("_", ":"): value for key, value in attributes.items()})


def w(name: str, /, *children: str, **attributes: Attribute) -> Xml:
    """An element of WordprocessingML, whose attributes are of it too: ``w("b", val=0)``. An attribute of another
    namespace is written with its prefix: ``xml_space="preserve"``."""
    own = {key.replace("_", ":") if "_" in key else f"w:{key}": value for key, value in attributes.items()}
    return _element(f"w:{name}", children, own)


def _element(name: str, children: Sequence[str], attributes: Mapping[str, Attribute]) -> Xml:
    keys = "".join([f" {key}={_quoted(value)}" for key, value in attributes.items()])
    inner = "".join([child if isinstance(child, Xml) else _escaped(child) for child in children])
    return Xml(f"<{name}{keys}>{inner}</{name}>" if inner else f"<{name}{keys}/>")


@lru_cache(maxsize=4096)
def _quoted(value: Attribute) -> str:
    """A value between quotes; a document has few, each of them often."""
    words = _escaped(str(value)).translate(_SPACES)
    return f"'{words}'" if '"' in words and "'" not in words else '"' + words.replace('"', "&quot;") + '"'


def joined(*pieces: str) -> Xml:
    """Pieces of XML behind each other."""
    return Xml("".join(pieces))


def document(root: Xml) -> bytes:
    """A part of a package: ``root`` as the bytes of a file."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()


def _escaped(words: str) -> str:
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _FORBIDDEN.sub("\ufffd", words)
