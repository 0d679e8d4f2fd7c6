"""What belongs to a language, by way of ``Language``."""

from __future__ import annotations

from datetime import date

from clausule.language.language import language_of


def test_days_are_written_out_and_in_figures() -> None:
    dates = language_of("nl").dates
    assert [dates.long(date(2018, month, 25)) for month in (1, 5, 12)] == [
        "25 januari 2018",
        "25 mei 2018",
        "25 december 2018",
    ]
    assert dates.long(date(987, 1, 2)) == "2 januari 987"
    assert [dates.short(day) for day in (date(2018, 5, 25), date(987, 1, 2))] == ["25-05-2018", "02-01-0987"]
