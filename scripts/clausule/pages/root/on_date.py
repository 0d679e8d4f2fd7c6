"""Editions in time: the timeline on the page of an agreement, and the page that says which applied on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from clausule.language.nl import dates as words
from clausule.language.nl.words import STATUS, short_date
from clausule.language.wording.names import edition_label, edition_name
from clausule.model import Agreement, Edition, Interval, status_on
from clausule.pages.kit.html import element, escape, lines, table, table_row

_WIDE, _HIGH = 1000, 10  # of the picture of an interval, in its own units
_OPEN = 0.12  # of the whole time, for an interval without an end

Spans = Mapping[str, Interval]


def _settled(agreement: Agreement, spans: Spans) -> list[Edition]:
    """The editions with a first day that are no concept, from old to new."""
    return [edition for edition in agreement.editions if not edition.concept and spans[edition.version].start]


def timeline(agreement: Agreement, spans: Spans, day: date) -> str:
    """A list of intervals with a picture of each, where there are two or more; readable without the pictures."""
    editions = _settled(agreement, spans)
    if len(editions) < 2:
        return ""
    first, last = _days(spans[editions[0].version].start), max(_days(_last(spans[edition.version])) for edition in editions)
    whole = max(last - first, 1)
    end = last + int(whole * _OPEN) + 1
    rows = []
    for edition in editions:
        span, status = spans[edition.version], status_on(edition, spans[edition.version], day)
        left, right = _days(span.start), _days(span.end) if span.end else end
        picture = _picture((left - first) / (end - first), (right - first) / (end - first), not span.end)
        name = element("a", edition_label(edition), href=f"{edition.version}/")
        badge = element("span", STATUS[status], class_=f"badge {status.replace(' ', '-')}")
        when = element("span", words.interval(span), class_="when")
        current = "true" if status == "in force" else None
        rows.append(element("li", name, " ", badge, " ", when, picture, class_=status.replace(" ", "-"), aria_current=current))
    return lines(element("ol", *rows, class_="spans", aria_label=words.TIMELINE), _link())


def _link() -> str:
    return element("p", element("a", words.LINK, href=f"{words.FOLDER}/"))


def _days(day: date | None) -> int:
    assert day
    return day.toordinal()


def _last(span: Interval) -> date | None:
    return span.end or span.start


def _picture(left: float, right: float, is_open: bool) -> str:
    """A bar from ``left`` to ``right`` (0 to 1) on a line that stands for the whole time."""
    x, wide = round(left * _WIDE), max(round((right - left) * _WIDE), 4)
    track = element("rect", x="0", y="4", width=str(_WIDE), height="2", class_="track")
    bar = element("rect", x=str(x), y="0", width=str(wide), height=str(_HIGH), class_="bar-open" if is_open else "bar-shut")
    return element(
        "svg", track, bar, viewBox=f"0 0 {_WIDE} {_HIGH}", preserveAspectRatio="none", aria_hidden="true", focusable="false"
    )


def date_page(agreement: Agreement, spans: Spans) -> str:
    """The page ``op/``: every interval in a table, and above it a place where the browser answers for one day."""
    editions = _settled(agreement, spans)
    over = element("p", element("a", agreement.title, href="../"), class_="over")
    if not editions:
        return lines(over, element("h1", words.TITLE), element("p", words.NO_DATES))
    rows = [_row(edition, spans[edition.version]) for edition in editions]
    names = (words.EDITION, words.FROM, words.UP_TO)
    shown = table(names, rows, aria_label=words.TIMELINE, class_="editions")
    answers = {f"data_{key.replace('-', '_')}": sentence for key, sentence in words.ANSWERS.items()}
    return lines(
        over,
        element("h1", words.TITLE),
        element("p", words.INTRO),
        element("date-lookup", **answers),
        element("div", shown, class_="table"),
    )


def _row(edition: Edition, span: Interval) -> str:
    """A row says the same to a reader and, in its attributes, to the script."""
    link = element("a", edition_label(edition), href=f"../{edition.version}/")
    assert span.start
    end = escape(short_date(span.end)) if span.end else escape(words.OPEN_END)
    cells = ((words.EDITION, link), (words.FROM, escape(short_date(span.start))), (words.UP_TO, end))
    return table_row(
        cells,
        data_edition=edition_name(edition),
        data_from=span.start.isoformat(),
        data_until=span.end.isoformat() if span.end else None,
    )
