"""A PDF with its small objects together, compressed (ISO 32000-1, 7.5.7 and 7.5.8): of a tagged document they are most,
and typst writes them one by one. PDF/A-3 and PDF/UA-1 allow it; not a word or tag is another."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence
from itertools import pairwise

_TABLE = re.compile(rb"xref\r?\n0 (\d+)\r?\n")
_ROW = 20  # bytes of a row of the table that typst writes
_PLACES = struct.Struct(">BBIH").pack
_BEGIN, _END = b" 0 obj\n", b"\nendobj"
_ATTACHED, _SIZE, _LENGTH = b"/Type/EmbeddedFile", re.compile(rb"/Size \d+"), re.compile(rb"/(?:Length \d+|Filter/\w+)")
_TOGETHER = 400  # objects in one stream
_ALIKE = 24  # bytes at the begin of objects of one kind, which compress best beside each other
_UP = 8  # bytes of a row of ours, with that which names the filter
_USUAL, _MORE = 5, 7  # levels of compression: what is above takes a third more time for one byte in a hundred less
_CONTENT, _PACKED = re.compile(rb"/Contents (\d+) 0 R"), re.compile(rb"<</Length \d+/Filter/FlateDecode>>\s*stream\n")
_KEPT = re.compile(rb"\\(?:[()\\r]|015)")
"""What stays escaped in a string: its own signs, and the end of a line that a reader would take for another."""
_PLACE = re.compile(rb"(?<=q 1 0 0 -1 )([\d.]+) ([\d.]+)(?= cm)")


def compact_pdf(data: bytes, *, attached: bytes = b"", pages: bool = False) -> bytes:
    """``data``, as typst makes it, in the shorter form; as it is where it is of another form already. ``attached``
    takes the place of what is attached to it. ``pages``: what stands on them is written shorter too, which takes longer
    than all the rest. Raises ``ValueError`` where ``attached`` has no place."""
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    table = _TABLE.match(data, start)
    objects, head = _objects(data, start, table) if table else ({}, 0)
    if attached:
        name = next((name for name, body in objects.items() if _ATTACHED in body), None)
        if name is None:
            raise ValueError("nothing is attached to this PDF")
        objects[name] = _stream(_SIZE.sub(b"/Size %d" % len(attached), _known(objects[name])), attached, _USUAL)
    if not table or not objects:
        return data
    if pages:
        objects |= _shorter_pages(objects)
    trailer = re.sub(rb"/Size \d+", b"", data[data.index(b"<<", table.end()) + 2 : data.rindex(b">>")]).strip()
    return _written(data[:head], objects, trailer, _MORE if pages else _USUAL)


def _objects(data: bytes, start: int, table: re.Match[bytes]) -> tuple[dict[int, bytes], int]:
    """The objects by number, in the order of the file, and where the first begins; none if one is of another form."""
    rows = data[table.end() : table.end() + _ROW * int(table[1])].split()
    offsets = sorted(int(place) for place, use in zip(rows[::3], rows[2::3], strict=True) if use == b"n")
    found = {}
    for begin, end in pairwise([*offsets, start]):
        name, mark, body = data[begin:end].rstrip().partition(_BEGIN)
        if not mark or not name.isdigit() or not body.endswith(_END):
            return {}, 0
        found[int(name)] = body[: -len(_END)]
    return found, offsets[0]


def _known(stream: bytes) -> bytes:
    """What a stream says of itself beside its length and how it is packed."""
    return _LENGTH.sub(b"", stream[2 : stream.index(b"stream")].rstrip().removesuffix(b">>"))


def _shorter_pages(objects: dict[int, bytes]) -> dict[int, bytes]:
    """What stands on the pages: signs for their numbers, places to a hundredth of a point."""
    found = {}
    for name in (int(one[1]) for body in objects.values() for one in [_CONTENT.search(body)] if one):
        if packed := _PACKED.match(objects[name]):
            words = zlib.decompressobj().decompress(objects[name][packed.end() :])
            words = (
                _KEPT.sub(lambda kept: kept[0].replace(b"\\", b"\\\\"), words)
                .decode("unicode_escape")
                .encode("latin-1")
            )
            words = _PLACE.sub(lambda place: b"%b %b" % (_short(place[1]), _short(place[2])), words)
            found[name] = _stream(b"", words, _MORE)
    return found


def _short(number: bytes) -> bytes:
    return (b"%.2f" % float(number)).rstrip(b"0").rstrip(b".")


def _written(head: bytes, objects: dict[int, bytes], trailer: bytes, level: int) -> bytes:
    out, places = bytearray(head), dict[int, tuple[int, int, int]]()
    number = max(objects) + 1

    def put(name: int, body: bytes) -> None:
        places[name] = (1, len(out), 0)
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (name, body))

    small = sorted(name for name, body in objects.items() if not body.endswith(b"endstream"))
    small.sort(key=lambda name: objects[name][:_ALIKE])
    for name, body in objects.items():
        if body.endswith(b"endstream"):
            put(name, body)
    for at in range(0, len(small), _TOGETHER):
        row = small[at : at + _TOGETHER]
        places |= {name: (2, number, index) for index, name in enumerate(row)}
        put(number, _together([(name, objects[name]) for name in row], level))
        number += 1
    places[number] = (1, len(out), 0)
    start = len(out)
    put(number, _table([(0, *places.get(name, (0, 0, 65535))) for name in range(number + 1)], trailer))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _table(places: Sequence[tuple[int, int, int, int]], trailer: bytes) -> bytes:
    """Where each object is: a row says what is other than in that above it (PNG's filter ``Up``), which is little."""
    rows = b"".join(_PLACES(*place) for place in places)
    table = bytearray(_less(rows, bytes(_UP) + rows[:-_UP]))
    table[::_UP] = b"\2" * len(places)
    known = b"/Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>" % (len(places), _UP - 1)
    return _stream(known + trailer, bytes(table), _USUAL)


def _less(one: bytes, other: bytes) -> bytes:
    """Each byte less the same of ``other``, modulo 256, all at once: with its highest bit set no byte takes from the
    next, and that bit is put right afterwards."""
    high = int.from_bytes(b"\x80" * len(one))
    left, right = int.from_bytes(one), int.from_bytes(other)
    return (((left | high) - (right & ~high)) ^ ((left ^ ~right) & high)).to_bytes(len(one))


def _together(objects: Sequence[tuple[int, bytes]], level: int) -> bytes:
    names, length = [], 0
    for name, body in objects:
        names.append(b"%d %d" % (name, length))
        length += len(body) + 1
    first = b" ".join(names) + b"\n"
    words = first + b"\n".join(body for _, body in objects)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(first)), words, level)


def _stream(known: bytes, data: bytes, level: int) -> bytes:
    short = zlib.compress(data, level)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (known, len(short), short)
