"""What lies in a zip of XML, and no more of it than is asked for: a file from a stranger can be a bomb or a trap."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from posixpath import normpath
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from clausule.read.importing.document import NoDocument

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MOST_UNPACKED = 24_000_000
"""Bytes of a member. The text of the longest agreement seen, with all its marks of Word, is under 4 MB."""

_DEEPEST = 500
_MOST_ELEMENTS = 500_000  # with their attributes; the longest agreement seen has under 100,000
_PIECE = 250_000  # bytes that are read at once, and more than a tag has
_DAMAGED = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, KeyError)
_SAVE = "Open it in the program that made it, and save it anew."


class Package:
    """A zip in memory. Only members that are asked for are unpacked, each up to ``MOST_UNPACKED`` bytes."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            names = self._zip.namelist()
            self.names = frozenset(names)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise NoDocument(
                f"{name} is damaged: it cannot be unpacked. Open it in the program that made it, and save it anew."
            ) from error
        if len(self.names) != len(names):
            raise NoDocument(f"{name} has a part twice, and programs would read it in two ways. Save it anew as .docx.")

    def __contains__(self, member: str) -> bool:
        return member in self.names

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises ``NoDocument`` when it is too large, encrypted or damaged."""
        try:
            with self._zip.open(member) as file:
                data = file.read(MOST_UNPACKED + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            EOFError,
            OSError,
            KeyError,
        ) as error:
            raise NoDocument(
                f"{self.name} is damaged or locked: {member} in it cannot be read. Open it in the program that made "
                "it, and save it anew, without a password."
            ) from error
        if len(data) > MOST_UNPACKED:
            raise NoDocument(
                f"{self.name} unpacks to more than {MOST_UNPACKED // 1_000_000} MB of text ({member}), and no "
                "agreement is so long. Copy its text into a new document, and import that."
            )
        return data

    def xml(self, member: str, names: Mapping[str, str]) -> Element:
        """A member as XML. Tags and attributes begin with the short name of their namespace in ``names`` (``w_p``)."""
        return read_xml(self.read(member), names, f"{self.name} ({member})")


class _Refused(Exception):
    pass


def read_xml(data: bytes, names: Mapping[str, str], shown: str) -> Element:
    """XML as elements. Raises ``NoDocument`` for what is none, is nested too deep, has more elements than memory should
    hold, or declares a document type, whose entities can grow or read files (OWASP, XML External Entity Prevention)."""
    builder, depth, count = TreeBuilder(), 0, 0
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def short(name: str) -> str:
        space, _, local = name.rpartition(" ")
        return f"{names[space]}_{local}" if space in names else local

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1 + len(attributes)
        if depth > _DEEPEST:
            raise _Refused("it is nested too deep")
        if count > _MOST_ELEMENTS:
            raise _Refused("it has more parts than any agreement")
        builder.start(short(name), {short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(short(name))

    def refuse(*_: object) -> None:
        raise _Refused("it declares a document type, and no program for documents writes one")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        for begin in range(0, len(data), _PIECE):
            parser.Parse(data[begin : begin + _PIECE], False)
            if begin - parser.CurrentByteIndex > _PIECE:
                raise _Refused("it has a tag that is longer than any agreement needs")
        parser.Parse(b"", True)
        return builder.close()
    except (expat.ExpatError, AssertionError) as error:
        raise NoDocument(
            f"{shown} is damaged: {error}. Open it in the program that made it, and save it anew."
        ) from error
    except _Refused as error:
        raise NoDocument(
            f"{shown} is refused: {error}. Open it in the program that made it, and save it anew."
        ) from error


def main_of(package: Package, otherwise: str) -> str:
    """The part with the text, which the package itself names (ECMA-376 part 2, 9.3); where it names none,
    what it is called ``otherwise``."""
    return next(iter(related(package, "").get("officeDocument", ())), otherwise)


def related(package: Package, part: str) -> dict[str, list[str]]:
    """The parts that ``part`` names (of the package itself when it is empty), by the kind of their relation."""
    folder, relations = part.rpartition("/")[0], relations_of(part)
    found: dict[str, list[str]] = {}
    if relations not in package:  # no program that we know leaves them out; then a part is what it is called
        for path in sorted(package.names):
            if (at := path.rpartition("/"))[0] == folder:
                found.setdefault(re.sub(r"\d*\.xml$", "", at[2]), []).append(path)
    else:
        for one in package.xml(relations, {RELATIONS: "r"}).iter("r_Relationship"):
            if one.get("TargetMode") != "External":
                target = one.get("Target", "")
                path = target[1:] if target.startswith("/") else normpath(f"{folder}/{target}" if folder else target)
                found.setdefault(one.get("Type", "").rpartition("/")[2], []).append(path)
    return found


def relations_of(part: str) -> str:
    """The part that says to what another is related; of the package itself when it is empty."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if part else "_rels/.rels"
