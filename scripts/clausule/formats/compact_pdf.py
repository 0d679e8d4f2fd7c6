"""A PDF with its small objects together, compressed (ISO 32000-1, 7.5.7 and 7.5.8): of a tagged document they are most,
and typst writes them one by one. PDF/A-3 and PDF/UA-1 allow it; not a word or tag is another."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise

_TABLE = re.compile(rb"xref\r?\n0 (\d+)\r?\n")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_BEGIN, _END = re.compile(rb"\s*(\d+) 0 obj\s*"), b"endobj"
_TOGETHER = 400  # objects in one stream
_WIDE = (1, 4, 2)  # bytes of the fields of a row


def compact_pdf(data: bytes) -> bytes:
    """``data``, as typst makes it, in the shorter form; as it is where it is of another form already."""
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    table = _TABLE.match(data, start)
    if not table:
        return data
    rows = [_ENTRY.match(data, table.end() + 20 * number) for number in range(int(table[1]))]
    offsets = sorted(int(row[1]) for row in rows if row and row[2] == b"n")
    found = {}
    for begin, end in pairwise([*offsets, start]):
        whole = data[begin:end].rstrip()
        one = _BEGIN.match(whole)
        if not one or not whole.endswith(_END):
            return data
        found[int(one[1])] = whole[one.end() : -len(_END)].rstrip()
    trailer = data[data.index(b"<<", table.end()) + 2 : data.rindex(b">>")]
    return _written(data[: offsets[0]], found, re.sub(rb"/Size \d+", b"", trailer).strip())


def _written(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    out, places = bytearray(head), dict[int, tuple[int, int, int]]()
    number = max(objects) + 1

    def put(name: int, body: bytes) -> None:
        places[name] = (1, len(out), 0)
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (name, body))

    small = [name for name, body in objects.items() if not body.endswith(b"endstream")]
    for name, body in objects.items():
        if body.endswith(b"endstream"):
            put(name, body)
    for at in range(0, len(small), _TOGETHER):
        row = small[at : at + _TOGETHER]
        places |= {name: (2, number, index) for index, name in enumerate(row)}
        put(number, _together([(name, objects[name]) for name in row]))
        number += 1
    places[number] = (1, len(out), 0)
    table = b"".join(
        b"".join(
            value.to_bytes(wide, "big") for value, wide in zip(places.get(name, (0, 0, 65535)), _WIDE, strict=True)
        )
        for name in range(number + 1)
    )
    known = b"/Type/XRef/Size %d/W[%d %d %d]" % (number + 1, *_WIDE)
    start = len(out)
    put(number, _stream(known + trailer, table))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _together(objects: Sequence[tuple[int, bytes]]) -> bytes:
    names, length = [], 0
    for name, body in objects:
        names.append(b"%d %d" % (name, length))
        length += len(body) + 1
    first = b" ".join(names) + b"\n"
    words = first + b"\n".join(body for _, body in objects)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(first)), words)


def _stream(known: bytes, data: bytes) -> bytes:
    short = zlib.compress(data, 3)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (known, len(short), short)
