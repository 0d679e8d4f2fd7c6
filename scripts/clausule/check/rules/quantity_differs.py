"""A translation that measures something else

An amount, a period, a date, a share or another number is what parties look up first, and a slip in one of two texts is
the dearest: 'dertig dagen' here and '14 days' there. Each number of a clause, item or row must stand in its partner
too, in words or in figures: 'thirty (30) days' is 'dertig dagen', twelve months are a year, but a day is no working
day. Words that a translator may choose freely ('two' for 'both', 'a month') are asked about only where the other text
says something else instead.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft binnen dertig dagen de maatregelen in bijlage 1.

    docs/voorbeeld-en/1.0/article-02.md:9:28
    2.2 Processor takes within 14 days the measures in Annex 1.

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft binnen dertig dagen de maatregelen in bijlage 1.

    docs/voorbeeld-en/1.0/article-02.md
    2.2 Within thirty (30) days Processor takes the measures in Annex 1.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft binnen twee werkdagen de maatregelen in bijlage 1.

    docs/voorbeeld-en/1.0/article-02.md:9:28
    2.2 Processor takes within two days the measures in Annex 1.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md
    2.2 Verwerker treft voor ten hoogste EUR 50.000 de maatregelen in bijlage 1.

    docs/voorbeeld-en/1.0/article-02.md:9:5
    2.2 Processor takes the measures in Annex 1.
"""

import re
from collections.abc import Iterable, Iterator

from clausule.analysis.references import Notes
from clausule.check import TranslationView
from clausule.check.translation import Finder, Found, differences, told
from clausule.language.quantities import Quantity
from clausule.language.terms import Spans
from clausule.model.findings import Finding
from clausule.model.nodes import Text

SEVERITY = "warning"
HINT = "correct the text that is wrong"

# What can stand for one another: 'every six months' for a period of six months.
_FAMILY = {"rate": "period", "times": "number"}


def check_translation(view: TranslationView) -> Iterable[Finding]:
    finders = _finder(view.original), _finder(view.translation)
    for different in differences(view, finders, (_key, _key)):
        same = different.same
        old = [one for one in different.original if not _stands_in(one, same.translation)]
        new = [one for one in different.translation if not _stands_in(one, same.original)]
        old, new = (
            _unlike(old, new, same.translation, view.translation),
            _unlike(new, old, same.original, view.original),
        )
        for family in dict.fromkeys(_family(one) for one in (*old, *new)):
            mine, yours = ([one for one in side if _family(one) == family] for side in (old, new))
            yield from told(view, same.of, mine, yours, HINT, lambda one: not one.said.weak)


def _unlike(
    mine: list[Found[Quantity]], others: list[Found[Quantity]], texts: tuple[Text, ...], notes: Notes
) -> list[Found[Quantity]]:
    """Those of ``mine`` that the other text does not say in a way that is not understood: the number without a unit
    that is known, or a date whose day and month can change places. ``others`` are what it says alone."""
    find = notes.language.quantities.find
    bare = {one.value for text in texts for one in find(text.plain) if one.kind == "number"}
    return [one for one in mine if one.said.count not in bare and not any(_is_turned(one, two) for two in others)]


def _is_turned(one: Found[Quantity], other: Found[Quantity]) -> bool:
    """Whether both are one date, of which one is written in figures alone, with the month before the day."""
    found = (re.fullmatch(r"(\d+)-(\d+)-(\d+)", two.said.value) for two in (one, other) if two.said.kind == "date")
    days = [tuple(map(int, match.groups())) for match in found if match]
    in_figures = any(not re.search(r"[^\W\d_]", two.words) for two in (one, other))
    if len(days) < 2 or not in_figures:
        return False
    year, month, day = days[0]
    return (year, day, month) == days[1]


def _family(found: Found[Quantity]) -> str:
    return _FAMILY.get(found.said.kind, found.said.kind)


def _key(said: Quantity) -> tuple[str, str, str]:
    kind, value, unit = said.key
    return _FAMILY.get(kind, kind), value, unit


def _stands_in(found: Found[Quantity], texts: tuple[Text, ...]) -> bool:
    """Whether a number in figures stands in the other text too: in what only there is read as a reference."""
    written = re.compile(rf"(?<!\d){re.escape(found.words)}(?!\d)")
    in_figures = found.said.kind == "number" and found.words[0].isdigit()
    return in_figures and any(written.search(text.plain) for text in texts)


def _finder(notes: Notes) -> Finder[Quantity]:
    find, find_references = notes.language.quantities.find, notes.language.references.find_references

    def found(text: Text) -> Iterator[Found[Quantity]]:
        """What ``text`` measures; the numbers of a reference are the reference's."""
        if quantities := find(text.plain):
            references = (*find_references(text.plain, notes.owner(text)), *notes.references(text))
            spans = Spans((one.start, one.end) for one in references)
            yield from (
                Found(text, one.start, one.end, one) for one in quantities if not spans.meets(one.start, one.end)
            )

    return found
