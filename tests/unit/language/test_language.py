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


def test_a_name_with_a_point_at_its_end_ends_the_sentence() -> None:
    def said(message: str, **values: object) -> str:
        return language_of("en").say(message, **values)

    assert said("For {who}. Read {what}.", who="Example B.V.", what="this") == "For Example B.V. Read this."
    assert said("For {who}, {n}.", who="Example B.V.", n=1) == "For Example B.V., 1."
    assert said("For {who}...", who="Example B.V.") == "For Example B.V...."
    assert (
        language_of("en").say_count("{n} for {who}.", "{n} for {who}.", 2, who="Example B.V.") == "2 for Example B.V."
    )
