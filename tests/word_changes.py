"""A Word file with its tracked changes accepted or refused, by the XML alone; knows nothing of the code that wrote it.

ECMA-376 part 1: 17.13.5 (revisions). The end of a paragraph that goes joins what is left of it to the next one.
"""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {True: ("del", "moveFrom"), False: ("ins", "moveTo")}
_KEPT = {True: ("ins", "moveTo"), False: ("del", "moveFrom")}


def body_of(data: bytes) -> Element:
    """The body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return body


def accepted(body: Element) -> list[str]:
    """What is read when all changes are accepted: a line for each paragraph, for each row its cells with bars."""
    return _read(body, True)


def refused(body: Element) -> list[str]:
    """The same when all are refused."""
    return _read(body, False)


def _read(body: Element, accept: bool) -> list[str]:
    lines: list[str] = []
    going: str | None = None  # words whose paragraph lost its end
    for child in body:
        if child.tag == f"{W}p":
            words = (going or "") + _words(child, accept)
            going = words if _marked(child.find(f"{W}pPr/{W}rPr"), _GONE[accept]) else None
            if going is None:
                lines.append(words)
        elif child.tag == f"{W}tbl":
            rows = [row for row in child.findall(f"{W}tr") if not _marked(row.find(f"{W}trPr"), _GONE[accept])]
            if rows:
                assert not going, f"words without a paragraph before a table: {going!r}"
                going = None
            lines += ["|".join(_cell(cell, accept) for cell in row.findall(f"{W}tc")) for row in rows]
    assert going is None, "the last paragraph has no end"
    return lines


def _cell(cell: Element, accept: bool) -> str:
    return "\n".join(_read(cell, accept))


def _marked(properties: Element | None, names: tuple[str, ...]) -> bool:
    return properties is not None and any(properties.find(f"{W}{name}") is not None for name in names)


def _words(element: Element, accept: bool) -> str:
    pieces = []
    for child in element:
        name = child.tag.removeprefix(W)
        if name in _GONE[accept] or name in ("pPr", "rPr"):
            continue
        if name in ("t", "delText"):
            pieces.append(child.text or "")
        elif name == "tab":
            pieces.append("\t")
        elif name == "br":
            pieces.append("\n")
        elif name == "footnoteReference":
            pieces.append("^")
        else:
            pieces.append(_words(child, accept))
    return "".join(pieces)


def revisions(body: Element) -> list[str]:
    """What kinds of change there are, in order, those of ends and rows too."""
    names = ("ins", "del", "moveFrom", "moveTo")
    return [one.tag.removeprefix(W) for one in body.iter() if one.tag.removeprefix(W) in names]
