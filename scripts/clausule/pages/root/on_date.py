"""Editions in time: the timeline on the page of an agreement, and the page that says which applied on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from clausule.language.language import Language, language_of
from clausule.language.wording.dates import answers, interval
from clausule.language.wording.names import edition_label, edition_name, full_title
from clausule.language.wording.site import status_words
from clausule.model import Agreement, Edition, Interval, status_on
from clausule.pages.kit.html import element, lines, table, table_row

_WIDE, _HIGH = 1000, 10  # of the picture of an interval, in its own units
_OPEN = 0.12  # of the whole time, for an interval without an end

Spans = Mapping[str, Interval]


def _settled(agreement: Agreement, spans: Spans) -> list[Edition]:
    """The editions with a first day that are no concept, from old to new."""
    return [edition for edition in agreement.editions if not edition.concept and spans[edition.version].start]


def timeline(agreement: Agreement, spans: Spans, day: date) -> str:
    """A list of intervals with a picture of each, where there are two or more; readable without the pictures."""
    editions, language = _settled(agreement, spans), language_of(agreement.language)
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
        badge = element("span", status_words(language)[status], class_=f"badge {status.replace(' ', '-')}")
        when = element("span", interval(language, span), class_="when")
        current = "true" if status == "in force" else None
        rows.append(element("li", name, " ", badge, " ", when, picture, class_=status.replace(" ", "-"), aria_current=current))
    return lines(element("ol", *rows, class_="spans", aria_label=_timeline(language)), _link(language))


def _timeline(language: Language) -> str:
    return language.say("Timeline of the versions")


def _link(language: Language) -> str:
    return element("p", element("a", language.say("Which version applied on a given day?"), href=f"{language.slugs.on}/"))


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
    editions, language = _settled(agreement, spans), language_of(agreement.language)
    say, title = language.say, date_title(agreement)
    over = element("p", element("a", agreement.title, href="../"), class_="over")
    nothing = say("No version of this agreement states a date, so it cannot be said here which applied on a given day.")
    if not editions:
        return lines(over, element("h1", title), element("p", nothing))
    rows = [_row(edition, spans[edition.version]) for edition in editions]
    names = (say("Version"), say("In force from"), say("Until"))
    shown = table(names, rows, aria_label=_timeline(language), class_="editions")
    told = {f"data_{key.replace('-', '_')}": sentence for key, sentence in answers(language).items()}
    return lines(
        over,
        element("h1", title),
        element(
            "p",
            say(
                "A version applies from the start of its first day, Dutch time, until the start of the day on which "
                "the next version takes effect. On the day of a change, the new version therefore applies."
            ),
        ),
        element("date-lookup", **told),
        element("div", shown, class_="table"),
    )


def date_title(agreement: Agreement) -> str:
    """What the page calls itself."""
    return language_of(agreement.language).say("Which version applied when?")


def date_about(agreement: Agreement) -> str:
    """The page, for a search engine."""
    return language_of(agreement.language).say(
        "{agreement}: which version applied on the day of your choice, with the first and the last day of each version.",
        agreement=full_title(agreement),
    )


def _row(edition: Edition, span: Interval) -> str:
    """A row says the same to a reader and, in its attributes, to the script."""
    link = element("a", edition_label(edition), href=f"../{edition.version}/")
    language = language_of(edition.language)
    say, short = language.say, language.dates.short
    assert span.start
    end = short(span.end) if span.end else say("no end date")
    cells = ((say("Version"), link), (say("In force from"), short(span.start)), (say("Until"), end))
    return table_row(
        cells,
        data_edition=edition_name(edition),
        data_from=span.start.isoformat(),
        data_until=span.end.isoformat() if span.end else None,
    )
