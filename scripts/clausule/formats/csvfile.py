"""Rows as CSV that a spreadsheet opens as it should."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

_LOOKED_AT = 200
_HARMLESS = re.compile(r"[0-9A-Za-z]|\Z")
_FORMULA = ("=", "+", "-", "@", "\u2212")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]], *, all_quoted: bool = False) -> bytes:
    """``rows`` under ``header`` as RFC 4180 in UTF-8, with the mark by which a spreadsheet knows that.

    A value that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def rows_as_csv(rows: Sequence[Sequence[tuple[str, str]]]) -> bytes:
    """The same of one row or more, in which each value stands behind the heading of its column."""
    return as_csv([heading for heading, _ in rows[0]], ([value for _, value in row] for row in rows))


def _harmless(value: str) -> str:
    """A sign that is wide, small or raised is the same sign to some spreadsheets, and so is one behind what is not
    seen."""
    if _HARMLESS.match(value):
        return value
    seen = "".join(sign for sign in value[:_LOOKED_AT] if unicodedata.category(sign) not in ("Cc", "Cf"))
    begins = unicodedata.normalize("NFKC", seen).lstrip().startswith(_FORMULA)
    return f"'{value}" if begins or value.startswith(("\t", "\r")) else value
