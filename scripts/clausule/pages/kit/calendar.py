"""Days to come as a calendar (iCalendar, RFC 5545), each an event of a whole day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from clausule.language.language import Language

_LINE = 75  # octets, RFC 5545, 3.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """``uid`` names the event for ever; ``stamp`` is the day on which it was made known, so that the same sources give
    the same file. ``cancelled``: it was taken back."""

    uid: str
    stamp: date
    day: date
    title: str
    about: str
    address: str
    cancelled: bool = False


def as_calendar(name: str, file: str, days: Iterable[Day], language: Language) -> bytes:
    """The calendar ``name``; ``file`` says in it which of the program's files it is."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Clausule//{file}//{language.tag.upper()}"]
    rows += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    rows += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:P1D"]
    for one in days:
        rows += [
            "BEGIN:VEVENT",
            f"UID:{_text(one.uid)}",
            f"DTSTAMP:{one.stamp:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(one.title)}",
            f"DESCRIPTION:{_text(one.about)}",
            f"URL:{one.address}",
            "TRANSP:TRANSPARENT",
            f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}",
            "END:VEVENT",
        ]
    rows.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for row in rows for part in _folded(row)).encode()


def host_of(base: str) -> str:
    """The host in the address of a site, which makes an id its own."""
    return base.split("//", 1)[-1].split("/", 1)[0].split(":")[0]


def _text(value: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11); a control character would end the line and the event."""
    clean = "".join(sign if sign.isprintable() else " " for sign in value)
    for sign in "\\;,":
        clean = clean.replace(sign, f"\\{sign}")
    return clean


def _folded(row: str) -> Iterator[str]:
    """A line of at most 75 octets each, those that follow beginning with a space (3.1); no character is cut in two."""
    part, size = "", 0
    for sign in row:
        wide = len(sign.encode("utf-8", "replace"))
        if size + wide > _LINE:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + wide
    yield part
