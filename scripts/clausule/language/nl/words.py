"""Words of the site that are not in the catalogue yet."""

from __future__ import annotations

from clausule.language.language import language_of
from clausule.language.nl import calendar
from clausule.language.wording import site

long_date, short_date = calendar.long, calendar.short
SITE = site.site_words(language_of("nl"))
STATUS = site.status_words(language_of("nl"))


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
