"""The zip of a Word file: parts with their types and the relations between them (ECMA-376, part 2)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clausule.formats.word.xml import Xml, document, element

_BEGIN = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows: the same words give the same bytes
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = f"{_PACKAGE}/relationships/metadata/core-properties"
MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Part:
    """``kind`` is the last word of its relation, such as ``styles``; ``type`` its content type. A relation of the
    package itself is one of a part that ``word/document.xml`` does not name (``outside``)."""

    name: str
    kind: str
    type: str
    data: bytes
    outside: bool = False
    id: str = ""

    @property
    def relation(self) -> str:
        """The id of its relation."""
        return self.id or f"r{self.kind}"


@dataclass(frozen=True, slots=True)
class External:
    """An address outside the file, by the id of its relation."""

    id: str
    address: str


def packed(parts: Sequence[Part], links: Mapping[str, Sequence[External]]) -> bytes:
    """The zip of ``parts``, of which one is the document itself; ``links`` are the addresses that a part names."""
    files = {
        "[Content_Types].xml": document(_types(parts)),
        "_rels/.rels": document(_relations([one for one in parts if one.outside or one.name == MAIN], "")),
    }
    for part in parts:
        files[part.name] = part.data
    own = [one for one in parts if not one.outside and one.name != MAIN]
    for part in parts:
        there, found = links.get(part.name, ()), own if part.name == MAIN else []
        if there or found:
            folder, _, name = part.name.rpartition("/")
            files[f"{folder}/_rels/{name}.rels"] = document(_relations(found, f"{folder}/", there))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            info = zipfile.ZipInfo(path, _BEGIN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # on every system the same
            archive.writestr(info, data)
    return buffer.getvalue()


def _types(parts: Sequence[Part]) -> Xml:
    plain = [
        element("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
        element("Default", Extension="xml", ContentType="application/xml"),
    ]
    named = [element("Override", PartName=f"/{part.name}", ContentType=part.type) for part in parts]
    return element("Types", *plain, *named, xmlns=f"{_PACKAGE}/content-types")


def _relations(parts: Sequence[Part], folder: str, links: Sequence[External] = ()) -> Xml:
    found = [
        element(
            "Relationship",
            Id=part.relation,
            Type=_CORE if part.kind == "core-properties" else f"{_OFFICE}/{part.kind}",
            Target=part.name.removeprefix(folder),
        )
        for part in parts
    ]
    outside = [
        element("Relationship", Id=link.id, Type=f"{_OFFICE}/hyperlink", Target=link.address, TargetMode="External")
        for link in links
    ]
    return element("Relationships", *found, *outside, xmlns=f"{_PACKAGE}/relationships")
