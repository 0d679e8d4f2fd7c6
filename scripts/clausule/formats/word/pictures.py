"""Pictures in a Word file (DrawingML, ECMA-376 part 1, 20.4): as large as they say, and never larger than fits.

An SVG is drawn by Word from 2016 on; for what does not know it a PNG of it stands beside it, where one can be made
here, else nothing that one sees. Few programs know WebP, which is not drawn.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from clausule.formats.flow import Image
from clausule.formats.typesetting import rasterised
from clausule.formats.word.package import Part
from clausule.formats.word.xml import Xml, element, w

_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_EMU = 9525  # of a pixel, of which 96 are an inch
_WIDEST, _HIGHEST = 600, 150  # pixels: the words of a page are 605 wide
_MOST = 20_000  # pixels of a side; what says that it is larger is not drawn
_USUAL = (150, 50)
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # by which a program knows what the extension is


@dataclass(slots=True)
class Pictures:
    """Those of one file, and the parts that hold them."""

    parts: list[Part] = field(default_factory=list)

    def drawn(self, image: Image) -> Xml | None:
        """The run with ``image``; None where Word cannot draw it."""
        size = _size(image) if image.ending in _TYPES else None
        if size is None:
            return None
        wide, high = (side * _EMU for side in _fitting(*size))
        number = len(self.parts) + 1
        properties = element("wp:docPr", id=number, name=f"picture {number}", descr=image.words)
        inline = element(
            "wp:inline",
            element("wp:extent", cx=wide, cy=high),
            properties,
            element("a:graphic", self._graphic(image, wide, high), xmlns_a=f"{_MAIN}/main"),
            xmlns_wp=f"{_MAIN}/wordprocessingDrawing",
            **{side: 0 for side in ("distT", "distB", "distL", "distR")},
        )
        return w("r", w("drawing", inline))

    def _graphic(self, image: Image, wide: int, high: int) -> Xml:
        named = element("pic:nvPicPr", element("pic:cNvPr", id=0, name=""), element("pic:cNvPicPr"))
        fill = element("pic:blipFill", self._blip(image, high // _EMU), element("a:stretch", element("a:fillRect")))
        place = element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", cx=wide, cy=high))
        shape = element("pic:spPr", place, element("a:prstGeom", element("a:avLst"), prst="rect"))
        picture = element("pic:pic", named, fill, shape, xmlns_pic=f"{_MAIN}/picture")
        return element("a:graphicData", picture, uri=f"{_MAIN}/picture")

    def _blip(self, image: Image, high: int) -> Xml:
        if image.ending != "svg":
            return element("a:blip", r_embed=self._part(image.data, image.ending))
        drawing = element("asvg:svgBlip", r_embed=self._part(image.data, "svg"), xmlns_asvg=_SVG)
        more = element("a:extLst", element("a:ext", drawing, uri=_SVG_BLIP))
        return element("a:blip", more, r_embed=self._part(rasterised(image.data, high) or _nothing(), "png"))

    def _part(self, data: bytes, ending: str) -> str:
        number = len(self.parts) + 1
        part = Part(f"word/media/image{number}.{ending}", "image", _TYPES[ending], data, id=f"rimage{number}")
        self.parts.append(part)
        return part.id


def _fitting(wide: float, high: float) -> tuple[int, int]:
    share = min(1, _WIDEST / wide, _HIGHEST / high)
    return max(1, round(wide * share)), max(1, round(high * share))


def _size(image: Image) -> tuple[float, float] | None:
    """Width and height in pixels as the file says them; the usual ones where it does not, None where it says what no
    picture is."""
    try:
        found = {"png": _png, "svg": _svg}.get(image.ending, _jpeg)(image.data) or _USUAL
    except (struct.error, ValueError, IndexError, ElementTree.ParseError):
        found = _USUAL
    return found if all(0 < side <= _MOST for side in found) else None


def _png(data: bytes) -> tuple[float, float]:
    wide, high = struct.unpack_from(">II", data, 16)
    return wide, high


def _jpeg(data: bytes) -> tuple[float, float] | None:
    """From the first frame (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        kind, length = struct.unpack_from(">BH", data, at + 1)
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack_from(">HH", data, at + 5)
            return wide, high
        at += 2 + length
    return None


def _svg(data: bytes) -> tuple[float, float] | None:
    root = ElementTree.fromstring(data)
    sides = [re.fullmatch(r"\s*([\d.]+)(?:px)?\s*", root.get(name, "")) for name in ("width", "height")]
    if all(sides):
        wide, high = (float(side[1]) for side in sides if side)
        return wide, high
    box = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if number]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        return None
    return box[2] / box[3] * _USUAL[1], _USUAL[1]


def _nothing() -> bytes:
    """A picture of one pixel through which one sees, for what does not draw an SVG."""

    def chunks() -> Iterator[bytes]:
        for name, data in (
            (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)),
            (b"IDAT", zlib.compress(bytes(5))),
            (b"IEND", b""),
        ):
            yield struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks())
